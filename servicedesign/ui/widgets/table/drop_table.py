"""A table whose rows are dragged to another place.

Owns where they would go and the line that says so. Nothing moves here: it is asked for by a signal.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.table.row_head import keys_dragged
from servicedesign.ui.widgets.table.table_model import TableModel


class DropTable(QTableView):
    """Shows ``rows``; those dragged at their heads may be dropped between others.

    Attributes:
        rows: what is shown.
        reading: whether nothing can be changed.

    Signals:
        move_asked: the rows to be moved, and the place among all rows before which they go.
    """

    move_asked = Signal(list, int)

    def __init__(self, rows: TableModel, *, reading: bool, parent: QWidget | None = None) -> None:
        """Show ``rows``, which the table takes over."""
        super().__init__(parent)
        self.rows = rows
        self.reading = reading
        self._drop_at = -1
        rows.setParent(self)
        self.setModel(rows)
        self.setAcceptDrops(not reading)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.viewport().setAcceptDrops(not reading)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows."""
        self._follow_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the rows would go."""
        self._follow_drag(event)

    def _follow_drag(self, event: QDragMoveEvent) -> None:
        if not keys_dragged(event.mimeData()):
            event.ignore()
            return
        self._drop_at = self._gap(event.position().toPoint())
        self.viewport().update()
        event.acceptProposedAction()

    def _gap(self, where: QPoint) -> int:
        row = self.rowAt(where.y())
        if row < 0:
            return len(self.rows.keys())
        below = where.y() > self.rowViewportPosition(row) + self.rowHeight(row) / 2
        return min(row + below, len(self.rows.keys()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing more."""
        self._drop_at = -1
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the rows to be moved."""
        keys = set(keys_dragged(event.mimeData()))
        rows = [row for row, key in enumerate(self.rows.keys()) if key in keys]
        at, self._drop_at = self._gap(event.position().toPoint()), -1
        self.viewport().update()
        if rows:
            event.acceptProposedAction()
            self.move_asked.emit(rows, at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and where rows would be dropped."""
        super().paintEvent(event)
        if self._drop_at >= 0:
            painter = QPainter(self.viewport())
            top = self.rowViewportPosition(self._drop_at) - theme().px(2)
            painter.fillRect(0, top, self.viewport().width(), theme().px(4), color(tokens.ACTION))
            painter.end()
