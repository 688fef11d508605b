"""The ideas of a vote as rows for lists: changed in place, however many there are.

Owns the rows. How they look is each list's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from servicedesign.tools.voting.target_line import HIDDEN, LINE, TargetLine

_Index = QModelIndex | QPersistentModelIndex


class TargetModel(QAbstractListModel):
    """Rows of TargetLine under the role ``LINE``."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a model without rows."""
        super().__init__(parent)
        self._lines: list[TargetLine] = []
        self._rows: dict[str, int] = {}

    def lines(self) -> list[TargetLine]:
        """Return all rows."""
        return self._lines

    def line(self, row: int) -> TargetLine | None:
        """Return the row, or None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, target_id: str) -> int:
        """Return the row of a target, or -1."""
        return self._rows.get(target_id, -1)

    def show_lines(self, lines: Sequence[TargetLine]) -> None:
        """Show ``lines``; where the same targets stand, only what differs is painted anew."""
        ids = [line.target_id for line in lines]
        if ids != [line.target_id for line in self._lines]:
            self.beginResetModel()
            self._lines = list(lines)
            self._rows = {one: row for row, one in enumerate(ids)}
            self.endResetModel()
            return
        for row, line in enumerate(lines):
            if line != self._lines[row]:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or its words for screen readers and for finding it by typing."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.said()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            votes = "" if line.votes == HIDDEN else line.votes
            return "、".join(part for part in (line.said(), votes) if part)
        return None
