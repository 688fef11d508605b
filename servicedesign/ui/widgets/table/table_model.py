"""The rows of a table as Qt asks for them, with an empty one at the end.

Owns telling Qt what changed: texts alone, or the rows too.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from servicedesign.ui.theme import plain
from servicedesign.ui.widgets.table.columns import TableSource

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_TIP_FROM = 12
"""Texts of this length may be cut in their cell and are told in full."""
_TIP_MOST = 600


class TableModel(QAbstractTableModel):
    """Reads from a ``TableSource``; never writes."""

    def __init__(
        self, source: TableSource, *, open_end: bool, parent: QObject | None = None
    ) -> None:
        """Show ``source``, with an empty row at the end when ``open_end``."""
        super().__init__(parent)
        self._source = source
        self._open_end = open_end
        self._keys = self._read_keys()

    def _read_keys(self) -> list[str]:
        return [self._source.row_key(row) for row in range(self._source.count())]

    def keys(self) -> list[str]:
        """Return the keys of the rows shown, without the empty one."""
        return self._keys

    def is_heading(self, row: int) -> bool:
        """Tell whether a row is no record."""
        return 0 <= row < len(self._keys) and self._source.heading(row) is not None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a heading is neither used nor chosen."""
        if self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def key(self, row: int) -> str:
        """Return the key of a row; empty for the one at the end."""
        return self._keys[row] if 0 <= row < len(self._keys) else ""

    def refresh(self) -> bool:
        """Read the source anew; True when rows came, went or moved."""
        keys = self._read_keys()
        if keys == self._keys:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self._keys = keys
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows, the empty one included."""
        return 0 if parent.isValid() else len(self._keys) + self._open_end

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._source.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and what is said of it."""
        row, column = index.row(), index.column()
        real = row < len(self._keys)
        heading = self._source.heading(row) if real else None
        if heading is not None:
            return heading.text if role in _WORDS else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._source.text(row, column) if real else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._source.spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and real:
            text = self._source.text(row, column)
            return plain(text[:_TIP_MOST]) if len(text) >= _TIP_FROM else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the title of a column or the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._source.columns[section].title
        return self._source.row_name(section) if section < len(self._keys) else ""
