"""One mark of progress, alone or with its word.

Owns its size and its name for screen readers; the shapes are in ``ui/marks.py``.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.marks import Sign, paint_sign
from servicedesign.ui.theme import color, theme


class Mark(QWidget):
    """A moon ○ ◐ ●, a dash or a warning, ``size`` px wide at 100 %."""

    def __init__(
        self,
        sign: Sign,
        word: str,
        *,
        word_shown: bool = False,
        size: int = 16,
        tone: str = tokens.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``sign``; ``word`` names it for screen readers, and beside it when shown."""
        super().__init__(parent)
        self._sign = sign
        self._word = word
        self._word_shown = word_shown
        self._size = size
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    def set_sign(self, sign: Sign, word: str) -> None:
        """Change the sign and its word."""
        self._sign, self._word = sign, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the mark's square, with the word beside it when shown."""
        look = theme()
        side = look.px(self._size)
        if not self._word_shown:
            return QSize(side, side)
        width = QFontMetricsF(look.font()).horizontalAdvance(self._word)
        return QSize(ceil(side + look.px(8) + width) + 1, max(side, look.pitch(tokens.BASE_PX)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark and its word."""
        look = theme()
        painter = QPainter(self)
        side = look.px(self._size)
        top = (self.height() - side) / 2
        paint_sign(painter, self._sign, QRectF(0, top, side, side), color(self._tone))
        if self._word_shown:
            painter.setFont(look.font())
            painter.setPen(color(self._tone))
            box = self.rect().adjusted(side + look.px(8), 0, 0, 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), self._word)
        painter.end()
