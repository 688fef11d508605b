"""How a cell is painted: text on one line, the symbol of a group, the place in use.

Owns the painting of one cell.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.ui.marks import paint_chevron
from servicedesign.ui.sticky_marks import paint_sticky_mark
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.table.columns import ColumnForm, TableSource
from servicedesign.ui.widgets.table.heading_paint import paint_heading
from servicedesign.ui.widgets.table.live_cell import PAD
from servicedesign.ui.widgets.typing_edit import PLACEHOLDER

CHEVRON = 28
"""Width in px at 100 % of the place at the right of a choice that opens its list."""

_MARK = 20
_MOST_SHOWN = 400
"""More letters than this no cell can show."""


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a ``TableSource``."""

    def __init__(self, source: TableSource, parent: QObject) -> None:
        """Paint ``source``."""
        super().__init__(parent)
        self._source = source

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, hairlines, symbol, text and the frame of the place in use."""
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        heading = self._source.heading(index.row()) if index.row() < self._source.count() else None
        if heading is not None:
            paint_heading(painter, rect, heading)
            painter.restore()
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color(tokens.TINT))
        hairline = color(tokens.HAIRLINE)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), hairline)
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), hairline)
        current = bool(state & QStyle.StateFlag.State_HasFocus)
        self._paint_text(painter, rect, index, current=current)
        if current:
            width = theme().px(2)
            painter.setPen(QPen(color(tokens.ACTION), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = width / 2
            painter.drawRect(rect.adjusted(half, half, -half - 1, -half - 1))
        painter.restore()

    def _paint_text(
        self,
        painter: QPainter,
        rect: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        *,
        current: bool,
    ) -> None:
        look, row, column = theme(), index.row(), index.column()
        room = rect.adjusted(look.px(PAD), 0, -look.px(PAD), -1)
        real = row < self._source.count()
        text = self._source.text(row, column) if real else self._source.placeholder(column)
        colour = self._source.colour(row, column) if real else ""
        if colour:
            side = look.px(_MARK)
            mark = QRectF(room.left(), room.center().y() - side / 2, side, side)
            paint_sticky_mark(painter, colour, mark)
            room.setLeft(mark.right() + look.px(6))
        if current and self._source.columns[column].form is ColumnForm.CHOICE:
            centre = QPointF(rect.right() - look.px(CHEVRON / 2), rect.center().y())
            paint_chevron(painter, centre, look.px(9), color(tokens.TEXT))
            room.setRight(rect.right() - look.px(CHEVRON))
        painter.setFont(look.font(bold=real and self._source.strong(row, column)))
        painter.setPen(color(tokens.TEXT if real else PLACEHOLDER))
        line = text[:_MOST_SHOWN].replace("\n", "　")
        shown = painter.fontMetrics().elidedText(
            line, Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
