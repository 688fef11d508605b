"""The ideas of a vote in columns, numbered as on the ballots.

Owns the arrangement in columns and choosing by mouse or key. Says what was chosen and changes
nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from servicedesign import tokens
from servicedesign.tools.voting.row_look import paint_line_below, paint_ring
from servicedesign.tools.voting.target_grid import SLACK, TargetGrid
from servicedesign.tools.voting.target_line import TargetLine, label_width, paint_target
from servicedesign.tools.voting.target_model import TargetModel
from servicedesign.ui.theme import color, theme
from servicedesign.ui.tick import SIDE, paint_tick

ROW = 34
_LEAST, _GAP = 224, 24
"""Lengths in px at 100 %."""

_MOST_COLUMNS = 4

_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TargetList(TargetGrid):
    """Rows in as many columns as there is room for.

    Signals:
        picked: the id of the target that was pressed.
    """

    picked = Signal(str)

    def __init__(
        self, model: TargetModel, name: str, *, ticks: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show ``model``; with ``ticks`` each row has a box at its left."""
        super().__init__(model, name, ROW, parent)
        self._ticks = ticks
        self._numbers = 0.0
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    def numbers(self) -> float:
        """Return the width kept for numbers, in px."""
        return self._numbers

    def columns(self) -> int:
        """Return how many columns there is room for."""
        look = theme()
        room = self.viewport().width() + look.px(_GAP)
        return max(1, min(_MOST_COLUMNS, room // look.px(_LEAST + _GAP)))

    def bring(self, target_id: str) -> None:
        """Scroll a target into view."""
        row = self._targets.row_of(target_id)
        if row >= 0:
            self.scrollTo(self._targets.index(row), QAbstractItemView.ScrollHint.EnsureVisible)

    def _fit(self) -> None:
        labels = (line.label for line in self._targets.lines())
        self._numbers = label_width(theme().font(bold=True), labels)
        wide = (self.viewport().width() - SLACK) // self.columns()
        size = QSize(max(1, wide), theme().px(ROW))
        if size != self.gridSize():
            self.setGridSize(size)
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose the row that has the focus."""
        line = self._targets.line(self.currentIndex().row())
        if event.key() in _PRESS and line is not None:
            self.picked.emit(line.target_id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        super().mouseReleaseEvent(event)
        line = self._targets.line(self.indexAt(event.position().toPoint()).row())
        if line is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(line.target_id)

    # Painting ---------------------------------------------------------------------------------

    def paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, line: TargetLine
    ) -> None:
        """Paint symbol, number, title and what stands at the end."""
        look = theme()
        last = (row + 1) % self.columns() == 0
        rect = QRectF(QPointF(option.rect.topLeft()), QSizeF(self.gridSize()))
        rect.setRight(rect.right() - (0 if last else look.px(_GAP)))
        shown = line.marked and not self._ticks
        if shown:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), color(tokens.TINT))
        left = rect.left()
        if self._ticks:
            paint_tick(painter, rect, left + look.px(2), on=line.marked)
            left += look.px(SIDE + 12)
        painter.setFont(look.font())
        painter.setPen(color(tokens.SECOND_TEXT))
        end = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
        votes = rect.adjusted(0, 0, -look.px(2), 0)
        painter.drawText(votes, end, line.votes)
        room = look.px(34) if line.votes else 0
        painter.setPen(color(tokens.TEXT))
        box = QRectF(left, rect.top(), rect.right() - room - left, rect.height())
        paint_target(
            painter,
            line,
            box,
            size=tokens.BASE_PX,
            bold=shown,
            numbers=self._numbers,
        )
        paint_line_below(painter, rect)
        paint_ring(painter, option, rect)
