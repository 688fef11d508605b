"""The timer at the foot of an audience page: large under a question, slim under anything else.

Owns its look and when it is there: while the timer is not idle. It is painted anew when the digits
change and never else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.room.audience_part import AudiencePart
from servicedesign.ui.room.digits import clock_text, digits_width, paint_digits
from servicedesign.ui.room.leaf import ASCENT, FOOT, LEAST, Leaf, type_of
from servicedesign.ui.room.timer import RoomTimer, TimerState
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LARGE: Final = 356
SLIM: Final = 132
"""Heights in units."""

_DIGITS: Final = 224
_SHARE: Final = 0.1325
"""Most of the digits' size by the width, so that words have room beside them on 4:3."""
_SLIM_DIGITS: Final = 76
_BAR: Final = 24
_SLIM_BAR: Final = 10


class TimerFoot(AudiencePart):
    """Digits, a bar that empties, what the time is for and what comes after.

    Signals:
        appeared: it came or went.
    """

    appeared = Signal()

    def __init__(self, timer: RoomTimer, t: Translator, parent: QWidget, *, large: bool) -> None:
        """Show ``timer``; hidden while it is idle."""
        super().__init__(parent)
        self._timer = timer
        self.t = t
        self._large = large
        self._unit = 1.0
        self._leaf: Leaf | None = None
        self._shown_as: tuple[object, ...] = ()
        timer.state_changed.connect(self._on_state)
        timer.ticked.connect(self._show)
        self.setVisible(timer.state is not TimerState.IDLE)

    def units_high(self) -> int:
        """Return its height in units."""
        return LARGE if self._large else SLIM

    def fit(self, width: int, height: int, unit: float) -> None:
        """Stand at the bottom of a page of ``width`` × ``height`` px, ``unit`` px to the unit."""
        self._unit = unit
        high = round(self.units_high() * unit)
        self.setGeometry(0, height - high, width, high)
        self._leaf = None

    def stands_below(self) -> bool:
        """Tell that the page ends above."""
        return True

    def texts(self) -> list[tuple[str, float]]:
        """Return digits and labels with their sizes in px."""
        return [(text, size * self._unit) for text, size in self._composed().texts()]

    def _on_state(self) -> None:
        there = self._timer.state is not TimerState.IDLE
        if there is self.isHidden():
            self.setVisible(there)
            self.appeared.emit()
        self._show()

    def _show(self) -> None:
        self._leaf = None
        self.update()

    def _composed(self) -> Leaf:
        if self._leaf is None:
            self._leaf = Leaf(self.width() / self._unit, self.units_high())
            if self._large:
                self._compose_large(self._leaf)
            else:
                self._compose_slim(self._leaf)
        return self._leaf

    def _words(self) -> tuple[str, str]:
        """Return what the time is for or what it does, and what comes after."""
        timer, t = self._timer, self.t
        after = t("このあと　{what}", what=timer.next_label) if timer.next_label else ""
        if timer.state is TimerState.OVER:
            return t("時間です"), after
        if timer.state is TimerState.PAUSED:
            return t("一時停止中"), timer.label or after
        return timer.label, after

    def _compose_large(self, leaf: Leaf) -> None:
        bar = QRectF(leaf.left, leaf.height - FOOT - _BAR, leaf.right - leaf.left, _BAR)
        size = round(min(_DIGITS, bar.width() * _SHARE))
        wide = self._digits(leaf, bar.top() - 40 - size * ASCENT, size)
        room = leaf.right - leaf.left - wide - 64
        label, after = self._words()
        y = bar.top() - 44
        if after:
            y -= LEAST
            leaf.text(leaf.right, y, after, tone=tokens.SECOND_TEXT, size=LEAST, align="right",
                      room=room)  # fmt: skip
            y -= 24
        if label:
            leaf.text(leaf.right, y - 64, label, 64, bold=True, align="right", room=room)
        self._bar(leaf, bar, edge=True)

    def _compose_slim(self, leaf: Leaf) -> None:
        self._bar(leaf, QRectF(leaf.left, 8, leaf.right - leaf.left, _SLIM_BAR), edge=True)
        top = 34.0
        wide = self._digits(leaf, top, _SLIM_DIGITS)
        label, after = self._words()
        room = leaf.right - leaf.left - wide - 40
        y = top + (_SLIM_DIGITS - LEAST) * ASCENT
        x = leaf.left + wide + 40
        if label:
            most = room if not after else room * 0.55
            used = leaf.text(x, y, label, LEAST, bold=True, room=most)
            room -= used + 48
        if after:
            leaf.text(leaf.right, y, after, LEAST, tone=tokens.SECOND_TEXT, align="right",
                      room=room)  # fmt: skip

    def _digits(self, leaf: Leaf, top: float, size: int) -> float:
        over = self._timer.state is TimerState.OVER
        text = clock_text(self._timer.seconds_shown, over=over)
        font = type_of(size, bold=True)
        wide = digits_width(text, size)
        place = QRectF(leaf.left, top, wide, size)

        def _paint(painter: QPainter) -> None:
            painter.setPen(color(tokens.TEXT))
            paint_digits(painter, place.left(), place.top() + size * ASCENT, text, font)

        leaf.custom(_paint, [(text, size, place)])
        return wide

    def _bar(self, leaf: Leaf, bar: QRectF, *, edge: bool) -> None:
        """Draw the share that is left: dark is time there still is."""
        if edge:
            leaf.frame(bar, tokens.EDGE)
        full = QRectF(bar)
        full.setWidth(bar.width() * self._timer.share_left)
        if full.width() > 0:
            leaf.fill(full, tokens.TEXT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the foot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color(tokens.GROUND))
        painter.scale(self._unit, self._unit)
        self._composed().paint(painter)
        painter.end()
