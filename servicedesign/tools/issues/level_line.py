"""How well an issue is founded: the two squares with their word.

Owns the look of that line.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import EvidenceLevel
from servicedesign.ui.evidence_squares import LEVEL_WORDS, paint_squares
from servicedesign.ui.theme import color, theme

_SIDE = 12
_GAP = 38


class LevelLine(QWidget):
    """□□, ■□ or ■■ and what it means."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Show no evidence."""
        super().__init__(parent)
        self._t = t
        self._level = EvidenceLevel.NONE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(EvidenceLevel.NONE)

    def set_level(self, level: EvidenceLevel) -> None:
        """Show ``level``."""
        self._level = level
        self.setAccessibleName(self._word())
        self.updateGeometry()
        self.update()

    def _word(self) -> str:
        return self._t(LEVEL_WORDS[self._level])

    def sizeHint(self) -> QSize:
        """Return the size of squares and word."""
        look = theme()
        width = QFontMetricsF(look.font()).horizontalAdvance(self._word())
        return QSize(look.px(_GAP) + ceil(width) + 1, look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both."""
        look = theme()
        painter = QPainter(self)
        paint_squares(painter, self._level, 0, self.height() / 2, look.px(_SIDE))
        painter.setFont(look.font())
        painter.setPen(color(tokens.TEXT))
        box = self.rect().adjusted(look.px(_GAP), 0, 0, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), self._word())
        painter.end()
