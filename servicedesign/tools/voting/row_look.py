"""What the rows of all lists of a vote share: the line below, the ring, the ground.

Owns their painting.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.ui.theme import color, theme


def has_focus(option: QStyleOptionViewItem) -> bool:
    """Tell whether the keys go to this row."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def paint_line_below(painter: QPainter, rect: QRectF) -> None:
    """Paint the hairline under a row."""
    below = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
    painter.fillRect(below, color(tokens.HAIRLINE))


def paint_ring(painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
    """Paint the ring inside the row that has the focus."""
    if not has_focus(option):
        return
    look = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, tone, inset in ((3, tokens.RING, 1.5), (2, tokens.INK, 4.0)):
        painter.setPen(QPen(color(tone), look.px(width)))
        reach = inset * look.scale / 100
        painter.drawRoundedRect(rect.adjusted(reach, reach, -reach, -reach), 4, 4)
