"""The timer in the top bar: what is left, in digits that stand still.

Owns its look in each state. Idle it is a button like the others; over it turns dark and says so.
It is painted anew when another second is to be shown and never else.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.room.digits import clock_text, digits_width, paint_digits
from servicedesign.ui.room.timer import RoomTimer, TimerState
from servicedesign.ui.room.timer_words import state_words
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.button_base import ButtonBase, ButtonLook

_ICONS: Final = {
    TimerState.IDLE: "mdi6.timer-outline",
    TimerState.RUNNING: "mdi6.timer-outline",
    TimerState.PAUSED: "mdi6.timer-pause-outline",
    TimerState.OVER: "mdi6.timer-alert-outline",
}
_ICON: Final = 20
_DIGITS: Final = tokens.CONTENT_PX
_ASCENT: Final = 0.36
"""From the middle of a digit to the base line, in ems."""


class TimerButton(ButtonBase):
    """Shows one timer; pressed, it is for the panel.

    Signals:
        resized: it needs more or less room than before.
    """

    LOOK = ButtonLook("", tokens.TABLE_GROUND, tokens.HAIRLINE, "", tokens.TEXT, False, 8)
    resized = Signal()

    def __init__(self, timer: RoomTimer, t: Translator) -> None:
        """Show ``timer`` from now on."""
        self._timer = timer
        self.t = t
        super().__init__(t("タイマー"), key="Ctrl+T", icon=_ICONS[TimerState.IDLE])
        self._taken = self.sizeHint().width()
        timer.state_changed.connect(self._on_state)
        timer.ticked.connect(self._on_tick)
        self._on_state()

    def digits(self) -> str:
        """Return the digits shown; empty when idle."""
        if self._timer.state is TimerState.IDLE:
            return ""
        over = self._timer.state is TimerState.OVER
        return clock_text(self._timer.seconds_shown, over=over)

    def _on_state(self) -> None:
        self._icon = _ICONS[self._timer.state]
        self._name_it()
        self._measure()

    def _on_tick(self) -> None:
        if self._timer.seconds_shown % 60 == 0:
            self._name_it()  # a reader of the screen is told each minute, not each second
        self._measure()

    def _measure(self) -> None:
        self.update()
        wide = self.sizeHint().width()
        if wide != self._taken:
            self._taken = wide
            self.updateGeometry()
            self.resized.emit()

    def _name_it(self) -> None:
        keys = self.t("Ctrl+T で開始・一時停止、Ctrl+Shift+T で時間を選ぶ")
        said = state_words(self.t, self._timer)
        idle = self._timer.state is TimerState.IDLE
        self.setAccessibleName(self._label if idle else f"{self._label} {said}")
        self.setAccessibleDescription(keys)
        self.setToolTip(plain(f"{self._label}\n{keys}"))

    def _words(self) -> str:
        if not self._label_shown:
            return ""
        said = {TimerState.PAUSED: self.t("一時停止中"), TimerState.OVER: self.t("時間です")}
        return said.get(self._timer.state, "")

    def _parts(self) -> list[tuple[str, float]]:
        digits = self.digits()
        if not digits:
            return super()._parts()
        look = theme()
        parts = [("icon", float(look.px(_ICON)))]
        if words := self._words():
            font = look.font(bold=self._timer.state is TimerState.OVER)
            parts.append(("words", QFontMetricsF(font).horizontalAdvance(words)))
        return [*parts, ("digits", digits_width(digits, look.px(_DIGITS)))]

    def _ink(self) -> str:
        return tokens.GROUND if self._timer.state is TimerState.OVER else tokens.TEXT

    def _key_ink(self) -> str:
        return tokens.SECOND_TEXT

    def _ground(self) -> str:
        if self._timer.state is TimerState.OVER:
            return tokens.SECOND_TEXT if self.isDown() or self.underMouse() else tokens.TEXT
        return super()._ground()

    def _paint_parts(self, painter: QPainter, ink: str) -> None:
        if not self.digits():
            super()._paint_parts(painter, ink)
            return
        look = theme()
        parts = self._parts()
        gap = look.px(8)
        x = self._start(sum(part[1] for part in parts) + gap * (len(parts) - 1))
        painter.setPen(color(ink))
        for name, width in parts:
            cell = QRectF(x, 0, width, self.height())
            if name == "icon":
                paint_icon(painter, self._icon, cell, color(ink))
            elif name == "words":
                painter.setFont(look.font(bold=self._timer.state is TimerState.OVER))
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
                painter.drawText(cell.adjusted(0, 0, 1, 0), int(flags.value), self._words())
            else:
                size = look.px(_DIGITS)
                base = self.height() / 2 + size * _ASCENT
                paint_digits(painter, x, base, self.digits(), look.font(_DIGITS, bold=True))
            x += width + gap
