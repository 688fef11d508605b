"""The one field of a chart: it rests unseen on the cell in use until something is typed.

Owns its type and its place over the cell; resting, writing and conversions are ``LiveCell``'s.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.table.columns import ColumnForm
from servicedesign.ui.widgets.table.live_cell import LiveCell

LEADING = 1.35
_LEAST = (220, 72)
"""Size of the field while writing, in px at 100 %: a small cell is written in a larger one."""
_PAD = 8


class CellField(LiveCell):
    """Centred text over a cell."""

    def __init__(self, on_key: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        """Rest; ``on_key`` is asked first about every key and tells whether it took it."""
        self._kind: tuple[int, bool] | None = None
        super().__init__(on_key, parent)
        self.aim("", "", ColumnForm.LONG)
        self.grown.connect(self._centre)

    def set_type(self, size: int, *, bold: bool) -> None:
        """Write in ``size`` px (at 100 %)."""
        if self._kind == (size, bold):
            return
        self._kind = (size, bold)
        self.setFont(theme().font(size, bold=bold))
        option = self.document().defaultTextOption()
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.document().setDefaultTextOption(option)
        line = QTextBlockFormat()
        pitch = round(theme().px(size) * LEADING)
        line.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(line)
        self._centre()

    def place(self, cell: QRect, within: QRect) -> None:
        """Stand on ``cell``; while writing at least so large that words can be read."""
        rect = cell
        if self.writing:
            look = theme()
            most = within.height() - look.px(8)
            needed = ceil(self.document().size().height()) + 2 * look.px(_PAD)
            wide = max(cell.width(), min(look.px(_LEAST[0]), within.width()))
            high = min(max(cell.height(), look.px(_LEAST[1]), needed), most)
            rect = QRect(0, 0, wide, high)
            rect.moveCenter(cell.center())
            rect.moveLeft(min(max(rect.left(), within.left()), within.right() - wide + 1))
            rect.moveTop(min(max(rect.top(), within.top()), within.bottom() - high + 1))
        if self.geometry() != rect:
            self.setGeometry(rect)
        self._centre()

    def _centre(self) -> None:
        """Keep the words in the middle of the height."""
        pad = theme().px(_PAD)
        free = self.height() - ceil(self.document().size().height())
        down = max(pad, free // 2)
        margins = self.viewportMargins()
        if (margins.left(), margins.top()) != (pad, down):
            self.setViewportMargins(pad, down, pad, 0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take no conversion where nothing may be written."""
        if not self.isReadOnly():
            super().inputMethodEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in the middle."""
        super().resizeEvent(event)
        self._centre()
