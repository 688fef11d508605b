"""The ideas of a vote in equal cells, in as many columns as there is room for.

Owns the arrangement and when a cell is painted. What stands in a cell, and what keys and mouse do
to it, is each list's.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from servicedesign.tools.voting.target_line import LINE, TargetLine
from servicedesign.tools.voting.target_model import TargetModel
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import theme

SLACK = 2
"""Free at the right of the last column, in px, so that no cell wraps by rounding."""


class TargetGrid(QListView):
    """Cells from left to right; what can be chosen is chosen by the form that builds on it."""

    def __init__(
        self, model: TargetModel, name: str, height: int, parent: QWidget | None = None
    ) -> None:
        """Show ``model`` in cells of ``height`` px at 100 %."""
        super().__init__(parent)
        self._targets = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_CellDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(theme().px(height))
        self.setProperty(NO_RING, True)
        model.modelReset.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the columns anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the cells the size that the room allows."""
        raise NotImplementedError

    def paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, line: TargetLine
    ) -> None:
        """Paint ``line`` in its cell; ``painter`` is antialiasing and may be left in any state."""
        raise NotImplementedError


class _CellDelegate(QStyledItemDelegate):
    """Lets the grid paint its cells."""

    def __init__(self, view: TargetGrid) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a cell."""
        return self._view.gridSize()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        line = index.data(LINE)
        if isinstance(line, TargetLine):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._view.paint_cell(painter, option, index.row(), line)
            painter.restore()
