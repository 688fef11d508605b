"""The numbers beside the rows of a table: pressed to choose whole rows, dragged to move them.

Owns their look and the beginning of a drag. Where rows are dropped is the table's affair.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QDrag, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme

ROWS = "application/x-servicedesign-rows"
"""The form in which rows are dragged: their keys, one a line."""

WIDTH = 42
"""Width in px at 100 %."""


def rows_dragged(keys: list[str]) -> QMimeData:
    """Return ``keys`` in the form in which rows are dragged."""
    data = QMimeData()
    data.setData(ROWS, "\n".join(keys).encode())
    return data


def keys_dragged(data: QMimeData) -> list[str]:
    """Return the keys of rows that are being dragged; none when something else is."""
    return bytes(data.data(ROWS).data()).decode().split("\n") if data.hasFormat(ROWS) else []


class RowHead(QHeaderView):
    """Paints numbers; the empty row at the end has a plus."""

    def __init__(self, table: QTableView) -> None:
        """Stand beside ``table``."""
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self._pressed: QPoint | None = None
        self._kept = -1
        self.draggable = True
        self.setObjectName("row_head")
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(theme().px(36))
        self.setMinimumSectionSize(theme().px(36))
        self.setFixedWidth(theme().px(WIDTH))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Paint one number, and beside the row in use the grip to drag it by."""
        table, look = self._table, theme()
        current = table.currentIndex().row() == section and table.hasFocus()
        whole = table.selectionModel().isRowSelected(section)
        number = str(self.model().headerData(section, Qt.Orientation.Vertical))
        painter.save()
        ground = tokens.TINT if current or whole else tokens.TABLE_GROUND
        painter.fillRect(rect, color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color(tokens.HAIRLINE))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), color(tokens.EDGE))
        tone = color(tokens.ACTION if current or whole else tokens.SECOND_TEXT)
        side = look.px(16)
        middle = QRectF(rect).center()
        if not number and section >= len(self._keys()):
            box = QRectF(middle - QPointF(side / 2, side / 2), middle + QPointF(side / 2, side / 2))
            paint_icon(painter, "mdi6.plus", box, tone)
        elif number:
            if current and self.draggable:
                grip = QRectF(rect.left() + 1, middle.y() - side / 2, side, side)
                paint_icon(painter, "mdi6.drag-vertical", grip, color(tokens.SECOND_TEXT))
            room = rect.adjusted(look.px(10), 0, -look.px(7), 0)
            font = look.font()
            wide = QFontMetricsF(font).horizontalAdvance(number)
            if wide > room.width():
                room.setLeft(rect.left() + look.px(3))
                size = font.pixelSize() * min(1.0, room.width() / wide)
                font.setPixelSize(max(look.px(9), int(size)))
            painter.setFont(font)
            painter.setPen(tone)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, int(flags.value), number)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row, or get ready to drag those that are chosen."""
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)
        row = self.logicalIndexAt(event.position().toPoint())
        if not self.model().flags(self.model().index(row, 0)):
            return  # a heading is not chosen
        chosen = self._table.selectionModel().isRowSelected(row)
        plain = not event.modifiers()
        self._pressed = event.position().toPoint() if self.draggable else None
        self._kept = row if chosen and plain else -1
        if self._kept < 0:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the rows chosen once the pointer has gone a little way."""
        far = QApplication.startDragDistance()
        moved = event.position().toPoint()
        if self._pressed is not None and (moved - self._pressed).manhattanLength() >= far:
            self._pressed, self._kept = None, -1
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the one row when those chosen were not dragged."""
        if self._kept >= 0:
            self._table.selectRow(self._kept)
        self._pressed, self._kept = None, -1
        super().mouseReleaseEvent(event)

    def _drag(self) -> None:
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        keys = [key for row in rows if (key := self._key(row))]
        if keys:
            drag = QDrag(self._table)
            drag.setMimeData(rows_dragged(keys))
            drag.exec(Qt.DropAction.MoveAction)

    def _key(self, row: int) -> str:
        key = getattr(self.model(), "key", None)
        return str(key(row)) if callable(key) else ""

    def _keys(self) -> list[str]:
        keys = getattr(self.model(), "keys", None)
        return list(keys()) if callable(keys) else []
