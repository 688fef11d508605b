"""How a row that is no record is painted: words across all columns.

Owns the look of what heads rows, and of what is said between two of them.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from servicedesign import tokens
from servicedesign.model.method import Progress
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.table.columns import TableHeading
from servicedesign.ui.widgets.table.live_cell import PAD

_SIGN = 16


def paint_heading(painter: QPainter, rect: QRectF, heading: TableHeading) -> None:
    """Paint ``heading`` into ``rect``, which is as wide as the table."""
    look = theme()
    painter.fillRect(rect, color(tokens.GROUND))
    line = color(tokens.EDGE if heading.strong else tokens.HAIRLINE)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line)
    room = rect.adjusted(look.px(PAD), 0, -look.px(PAD), -1)
    if heading.warns:
        side = look.px(_SIGN)
        sign = QRectF(room.left(), room.center().y() - side / 2, side, side)
        paint_sign(painter, Progress.LOOK, sign, color(tokens.WARNING))
        room.setLeft(sign.right() + look.px(8))
    painter.setFont(look.font(bold=heading.strong))
    painter.setPen(color(tokens.TEXT if heading.strong else tokens.SECOND_TEXT))
    shown = painter.fontMetrics().elidedText(
        heading.text, Qt.TextElideMode.ElideRight, int(room.width()) + 1
    )
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
