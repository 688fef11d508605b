"""The box that is ticked or not, the same in a form and in every list.

Owns its look alone.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme

SIDE = 16
"""Side in px at 100 %."""


def paint_tick(
    painter: QPainter,
    rect: QRectF,
    left: float,
    *,
    on: bool,
    edge: str = tokens.TEXT,
    fill: str = tokens.ACTION,
) -> None:
    """Paint the box at ``left``, in the middle of the height of ``rect``.

    Args:
        painter: antialiasing.
        rect: the row.
        left: where the box begins, in px.
        on: whether it is ticked.
        edge: colour of the edge of an empty box.
        fill: colour of a ticked one.
    """
    look = theme()
    side = look.px(SIDE)
    box = QRectF(left, rect.center().y() - side / 2, side, side)
    painter.setPen(QPen(color(fill if on else edge), look.px(2)))
    painter.setBrush(color(fill if on else tokens.GROUND))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2)
    if on:
        paint_icon(painter, "mdi6.check-bold", box.adjusted(2, 2, -2, -2), color(tokens.GROUND))
