"""The timer alone for the room: what the time is for, large digits, a bar that empties.

Owns that page. Over, it is calm and the other way round: light on dark, so that a change is seen
from the corner of the eye without anything that blinks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from servicedesign import tokens
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.digits import clock_text, digits_width, paint_digits
from servicedesign.ui.room.leaf import ASCENT, FOOT, LEAST, Leaf, type_of
from servicedesign.ui.room.timer import TimerState
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from servicedesign.ui.context import EditorContext

DIGITS: Final = 336
"""Of the digits where there is room: larger than under a question, for here is nothing else."""
_LABEL: Final = 120
_TOP: Final = 104
_BAR: Final = 32
_HALF: Final = 0.37
"""From the middle of a digit to the base line, in ems."""
_PALE: Final = tokens.HAIRLINE


class TimerPage(AudiencePage):
    """Shows the timer of the room."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the timer of the shell."""
        super().__init__(context, parent)
        self._timer = context.shell.timer()
        self._timer.ticked.connect(self.recompose)
        self._timer.state_changed.connect(self.recompose)

    def title(self) -> str:
        """Return what the page is."""
        return self.context.t("タイマー")

    def shows_timer(self) -> bool:
        """Tell that the timer need not stand below."""
        return True

    def compose(self, leaves: Leaves) -> None:
        """Set what the timer says now."""
        leaf = leaves.add()
        state = self._timer.state
        if state is TimerState.IDLE:
            self._compose_idle(leaf)
            return
        over = state is TimerState.OVER
        ink, second = (tokens.GROUND, _PALE) if over else (tokens.TEXT, tokens.SECOND_TEXT)
        if over:
            leaf.fill(QRectF(0, 0, leaf.width, leaf.height), tokens.TEXT)
        bar = QRectF(leaf.left, leaf.height - FOOT - 24 - _BAR, leaf.right - leaf.left, _BAR)
        if not over:
            self._bar(leaf, bar)
        foot = bar.top() - 56
        if self._timer.next_label:
            foot -= LEAST + 16
            words = self.context.t("このあと　{what}", what=self._timer.next_label)
            leaf.text(leaf.left, foot, words, 56, tone=second, room=bar.width())
            foot -= 72
        elif not self._timer.label and state is TimerState.RUNNING:
            foot = (bar.top() + DIGITS * 2 * _HALF) / 2  # nothing but digits: in the middle
        top = self._digits(leaf, foot, ink if state is not TimerState.PAUSED else second)
        self._words(leaf, QRectF(leaf.left, _TOP, bar.width(), top - 48 - _TOP), ink, second)

    def _compose_idle(self, leaf: Leaf) -> None:
        """Before it begins, and after it was put away, nothing counts."""
        words = self.context.t("まもなく始めます")
        box = QRectF(leaf.left, leaf.height * 0.42, leaf.right - leaf.left, leaf.height * 0.4)
        leaf.block(box, words, _LABEL, bold=True)

    def _words(self, leaf: Leaf, box: QRectF, ink: str, second: str) -> None:
        t, timer = self.context.t, self._timer
        said = {TimerState.OVER: t("時間です"), TimerState.PAUSED: t("一時停止中")}
        first = said.get(timer.state, "")
        if first and timer.label:
            leaf.text(box.left(), box.top(), timer.label, 64, tone=second, room=box.width())
            box.setTop(box.top() + 64 + 40)
        leaf.block(box, first or timer.label, _LABEL, bold=True, tone=ink, pitch=1.3)

    def _digits(self, leaf: Leaf, bottom: float, tone: str) -> float:
        """Draw the digits over ``bottom`` and return the top of their boxes."""
        timer = self._timer
        text = clock_text(timer.seconds_shown, over=timer.state is TimerState.OVER)
        room = (leaf.right - leaf.left) / digits_width(text, 1)
        size = min(DIGITS, room)
        top = bottom - size * ASCENT
        font = type_of(size, bold=True)
        left = leaf.left - size * 0.06  # a cell is wider than its digit

        def _paint(painter: QPainter) -> None:
            painter.setPen(color(tone))
            paint_digits(painter, left, bottom, text, font)

        place = QRectF(leaf.left, top, digits_width(text, size), size)
        leaf.custom(_paint, [(text, size, place)])
        return top

    def _bar(self, leaf: Leaf, bar: QRectF) -> None:
        leaf.frame(bar, tokens.EDGE)
        full = QRectF(bar)
        full.setWidth(bar.width() * self._timer.share_left)
        if full.width() > 0:
            leaf.fill(full, tokens.TEXT)
