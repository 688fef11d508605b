"""What the room sees, in the top bar: off, following, one page, standing still, black.

Owns its look in each state; pressed, it is for the menu of the room.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.room.audience import RoomState
from servicedesign.ui.room.room_words import ICONS, state_label, state_sentence
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.button_base import ButtonBase, ButtonLook

_LIVE = (RoomState.FOLLOWS, RoomState.HELD)


class RoomButton(ButtonBase):
    """Quiet while nothing is shown; blue while live, edged while it stands still, dark on black.

    Signals:
        resized: it needs more or less room than before.
    """

    LOOK = ButtonLook("", tokens.TABLE_GROUND, tokens.HAIRLINE, "", tokens.TEXT, False, 8)
    resized = Signal()

    def __init__(self, t: Translator) -> None:
        """Begin with nothing shown."""
        self.t = t
        self._state = RoomState.OFF
        self._page = ""
        super().__init__(t("映す"), key="F5", icon=ICONS[RoomState.OFF])

    def show_state(self, state: RoomState, page: str) -> None:
        """Say what the room sees; ``page`` is the title of the page that is shown."""
        if (state, page) == (self._state, self._page):
            return
        self._state, self._page = state, page
        self.set_icon(ICONS[state])
        self.set_label(state_label(self.t, state, page), key="F5" if self.is_off() else "")
        self.resized.emit()

    def is_off(self) -> bool:
        """Tell whether nothing is shown."""
        return self._state is RoomState.OFF

    def _name_it(self) -> None:
        said = state_sentence(self.t, self._state, self._page)
        keys = self.t("F5 で映す・やめる、Ctrl+F5 で静止・追う")
        self.setAccessibleName(self._label)
        self.setAccessibleDescription(f"{said} {keys}")
        self.setToolTip(plain(f"{said}\n{keys}"))

    def _ink(self) -> str:
        if self._state in _LIVE:
            return tokens.ACTION
        return tokens.GROUND if self._state is RoomState.BLACK else tokens.TEXT

    def _ground(self) -> str:
        busy = self.isDown() or self.underMouse()
        if self._state is RoomState.BLACK:
            return tokens.SECOND_TEXT if busy else tokens.TEXT
        if self._state in _LIVE and not busy:
            return tokens.TINT
        return super()._ground()

    def _paint_ground(self, painter: QPainter) -> None:
        super()._paint_ground(painter)
        if self._state is RoomState.FROZEN:
            thick, radius = theme().px(2), theme().px(tokens.RADIUS)
            painter.setPen(QPen(color(tokens.TEXT), thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
            painter.drawRoundedRect(inner, radius, radius)
