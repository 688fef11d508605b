"""The level of evidence as two squares: □□ none, ■□ some, ■■ researched.

Owns their painting and their words; squares are never used for anything else.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from servicedesign import tokens
from servicedesign.model import EvidenceLevel
from servicedesign.model.message import N_

LEVEL_WORDS: Final = {
    EvidenceLevel.NONE: N_("根拠なし"),
    EvidenceLevel.SOME: N_("根拠は一部"),
    EvidenceLevel.RESEARCHED: N_("根拠は調査済み"),
}
"""The words of the levels, where the squares stand alone."""

_FILLED: Final = {EvidenceLevel.NONE: 0, EvidenceLevel.SOME: 1, EvidenceLevel.RESEARCHED: 2}


def paint_squares(
    painter: QPainter, level: EvidenceLevel, left: float, middle: float, side: float
) -> float:
    """Paint the two squares and return the x behind them.

    Args:
        painter: of the widget.
        level: how many are filled.
        left: their left edge in px.
        middle: the middle of their height in px.
        side: of one square in px.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(tokens.TEXT)
    line = max(1.2, side / 8)
    painter.setPen(QPen(ink, line))
    gap = side * 0.35
    for number in range(2):
        filled = number < _FILLED[level]
        painter.setBrush(ink if filled else QColor(tokens.GROUND))
        square = QRectF(left + number * (side + gap), middle - side / 2, side, side)
        painter.drawRect(square.adjusted(line / 2, line / 2, -line / 2, -line / 2))
    painter.restore()
    return left + 2 * side + gap
