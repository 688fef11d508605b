"""The votes of one ballot as dots: given ones filled, the others hollow.

Owns their look.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.voting.target_line import paint_dots
from servicedesign.ui.theme import color, theme

_MOST = 12
"""More votes than these are told by the number alone."""


class RemainingDots(QWidget):
    """Dots, and how many votes remain."""

    def __init__(self, t: Translator, *, side: int = 16, parent: QWidget | None = None) -> None:
        """Make it for no votes; ``side`` is that of a dot, in px at 100 %."""
        super().__init__(parent)
        self._t = t
        self._side = side
        self._given = 0
        self._budget = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_votes(self, given: int, budget: int) -> None:
        """Show that ``given`` of ``budget`` votes are given."""
        self._given, self._budget = given, budget
        self.setAccessibleName(self._t.plural("残り {n}票", self.left()))
        self.updateGeometry()
        self.update()

    def left(self) -> int:
        """Return how many votes remain."""
        return max(0, self._budget - self._given)

    def _words(self) -> tuple[str, str, str]:
        number = str(self.left())
        before, _, behind = self._t.plural("残り {n}票", self.left()).partition(number)
        return before.strip(), number, behind.strip()

    def _dots_width(self) -> float:
        if self._budget > _MOST:
            return 0.0
        side = theme().px(self._side)
        return self._budget * side * 1.5 + theme().px(8)

    def _widths(self) -> list[float]:
        look = theme()
        small = QFontMetricsF(look.font(self._side - 2))
        large = QFontMetricsF(look.font(self._side + 6, bold=True))
        before, number, behind = self._words()
        return [
            small.horizontalAdvance(before),
            large.horizontalAdvance(number),
            small.horizontalAdvance(behind),
        ]

    def sizeHint(self) -> QSize:
        """Return the size of dots and words."""
        look = theme()
        width = self._dots_width() + sum(self._widths()) + 2 * look.px(8)
        return QSize(ceil(width) + 2, look.px(self._side * 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._budget <= _MOST:
            given = min(self._given, self._budget)
            middle = self.height() / 2
            paint_dots(painter, given, self.left(), 0, middle, look.px(self._side))
        x = self._dots_width()
        painter.setPen(color(tokens.TEXT))
        sizes = (self._side - 2, self._side + 6, self._side - 2)
        for words, width, size in zip(self._words(), self._widths(), sizes, strict=True):
            painter.setFont(look.font(size, bold=size > self._side))
            place = QRectF(x, 0, width + 2, self.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), words)
            x += width + (look.px(8) if words else 0)
        painter.end()
