"""A table of records that is typed into like a spreadsheet.

Owns the place in use, the choosing of cells, and how it looks. It never writes: what was typed,
pasted, chosen, deleted or moved is asked for by signals, and ``refresh`` shows what came of it.
Only what can be seen is painted, so thousands of rows stay fluid. Keys are in ``TableKeys``.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from servicedesign.ui.sticky_marks import sticky_icon
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.table.cell_delegate import CHEVRON, CellDelegate
from servicedesign.ui.widgets.table.column_head import ColumnHead
from servicedesign.ui.widgets.table.columns import ColumnForm, TableSource
from servicedesign.ui.widgets.table.drop_table import DropTable
from servicedesign.ui.widgets.table.live_cell import LiveCell
from servicedesign.ui.widgets.table.row_head import RowHead
from servicedesign.ui.widgets.table.table_keys import TableKeys
from servicedesign.ui.widgets.table.table_model import TableModel

_COMMAND = QItemSelectionModel.SelectionFlag
_LEAST_ROWS = 6


class TypingTable(DropTable):
    """One row a record, one column a field, an empty row at the end.

    Signals:
        written: row, column key and text; the row behind the last one is new.
        chosen: row, column key and the value of an entry of a CHOICE column.
        cleared: rows and column keys whose cells are to be emptied.
        filled: rows, column keys, and the text for all their cells.
        pasted: a block (``model.table_text``), row and column it is laid over from.
        delete_asked: the rows to be deleted.
        place_changed: another cell is in use.
        left: a cell is no longer written in; what is written next is another matter.
    """

    written = Signal(int, str, str)
    chosen = Signal(int, str, str)
    cleared = Signal(list, list)
    filled = Signal(list, list, str)
    pasted = Signal(object, int, int)
    delete_asked = Signal(list)
    place_changed = Signal()
    left = Signal()

    def __init__(
        self, name: str, source: TableSource, *, reading: bool, parent: QWidget | None = None
    ) -> None:
        """Show ``source`` in a table named ``name``; ``reading`` shows it without writing."""
        open_end = not reading and source.open_end()
        super().__init__(TableModel(source, open_end=open_end), reading=reading, parent=parent)
        self.source = source
        self._target = ("", -1, -1)
        self._anchor = (0, 0)
        self._creating = False
        self._refreshing = False
        self._keys = TableKeys(self)
        self.setAccessibleName(name)
        self._set_up(reading=reading)
        self.live = LiveCell(self._keys.take, self.viewport())
        self.live.setReadOnly(reading)
        self.live.written.connect(self._on_written)
        self.live.turned.connect(self._on_turned)
        self.live.grown.connect(self._place_live)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.live)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._span_headings()
        self.setCurrentIndex(self.rows.index(max(0, self.typable(0, 1)), 0))

    def _set_up(self, *, reading: bool) -> None:
        look = theme()
        self.setItemDelegate(CellDelegate(self.source, self))
        self.setHorizontalHeader(ColumnHead(self))
        head = RowHead(self)
        head.draggable = not reading
        self.setVerticalHeader(head)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setFont(look.font())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(look.px(36 * _LEAST_ROWS))

    # The place in use ---------------------------------------------------------------------------

    def row(self) -> int:
        """Return the row in use."""
        return max(0, self.currentIndex().row())

    def column(self) -> int:
        """Return the column in use."""
        return max(0, self.currentIndex().column())

    def typable(self, row: int, by: int) -> int:
        """Return ``row``, or the next one in the direction ``by`` that is no heading, else -1."""
        while 0 <= row < self.rows.rowCount():
            if not self.rows.is_heading(row):
                return row
            row += by
        return -1

    def _nearest(self, row: int, by: int) -> int:
        """Return a row to type in at ``row``, else in the direction ``by``, else in the other."""
        row = min(max(0, row), self.rows.rowCount() - 1)
        there = self.typable(row, by)
        return there if there >= 0 else max(0, self.typable(row, -by))

    def go(self, row: int, column: int, *, extend: bool = False) -> None:
        """Use another cell, or with ``extend`` choose all up to it; what was typed is committed.

        A heading is passed over.
        """
        self.live.finish()
        row = self._nearest(row, -1 if row < self.row() else 1)
        column = min(max(0, column), self.rows.columnCount() - 1)
        index = self.rows.index(row, column)
        if extend:
            area = QItemSelection(self._corner(), index)
            self.selectionModel().select(area, _COMMAND.ClearAndSelect)
            self.selectionModel().setCurrentIndex(index, _COMMAND.NoUpdate)
        else:
            self._anchor = (row, column)
            self.selectionModel().setCurrentIndex(index, _COMMAND.ClearAndSelect)
        self.scrollTo(index)

    def _corner(self) -> QModelIndex:
        """Return the cell from which an area is chosen."""
        alone = len(self.selectionModel().selectedIndexes()) <= 1
        if alone:
            self._anchor = (self.row(), self.column())
        row, column = self._anchor
        return self.rows.index(min(row, self.rows.rowCount() - 1), column)

    def go_to_key(self, key: str, column: str = "") -> bool:
        """Use the row with ``key``; False when there is none."""
        keys = self.rows.keys()
        if key not in keys:
            return False
        columns = [one.key for one in self.source.columns]
        self.go(keys.index(key), columns.index(column) if column in columns else 0)
        return True

    def choose_rows(self, rows: range) -> None:
        """Choose whole rows, and use the first one in the column in use."""
        if not rows:
            return
        self._anchor = (rows[-1], self.column())
        first, last = self.rows.index(rows[0], 0), self.rows.index(rows[-1], 0)
        self._use(self.rows.index(rows[0], self.column()))
        flags = _COMMAND.ClearAndSelect | _COMMAND.Rows
        self.selectionModel().select(QItemSelection(first, last), flags)

    def _use(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, _COMMAND.ClearAndSelect)
        self.scrollTo(index)

    def paste(self) -> None:
        """Lay the block on the clipboard over the table from the cell in use."""
        self._keys.paste()

    def chosen_rows(self) -> list[int]:
        """Return the rows of all cells chosen, without the empty one at the end."""
        return sorted({i.row() for i in self._chosen() if i.row() < self.source.count()})

    def chosen_columns(self) -> list[int]:
        """Return the columns of all cells chosen."""
        return sorted({i.column() for i in self._chosen()})

    def whole_rows(self) -> list[int]:
        """Return the rows that are chosen from end to end."""
        found = sorted(i.row() for i in self.selectionModel().selectedRows())
        return [row for row in found if row < self.source.count()]

    def _chosen(self) -> list[QModelIndex]:
        found = self.selectionModel().selectedIndexes()
        return found or [self.currentIndex()]

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._refreshing or not now.isValid():
            return
        self.live.finish()
        self._aim()
        self._keys.note_place(now.row(), now.column())
        for index in (now, before):
            self.horizontalHeader().viewport().update()
            self.update(index)
        self.verticalHeader().viewport().update()
        self.place_changed.emit()

    def _aim(self) -> None:
        row, column = self.row(), self.column()
        self._target = (self.rows.key(row), row, column)
        real = row < self.source.count()
        text = self.source.text(row, column) if real else ""
        form = self.source.columns[column].form
        self.live.aim(self.source.spoken(row, column), text, form)
        self._place_live()

    def _on_turned(self) -> None:
        self._place_live()
        if not self.live.writing:
            self.left.emit()

    def _place_live(self) -> None:
        cell = self.visualRect(self.currentIndex())
        size = cell.size()
        if self.live.writing:
            size = self.live.wanted_size(size)
            room = self.viewport().size()
            cell.moveLeft(max(0, min(cell.left(), room.width() - size.width())))
            if cell.top() + size.height() > room.height():
                cell.moveTop(max(0, room.height() - size.height()))
        self.live.setGeometry(QRect(cell.topLeft(), size))
        self.live.raise_()

    # Writing ------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the source as it now is; what is being typed stays with its row."""
        key, old_row, column = self._target
        bar = self.verticalScrollBar().value()
        self._refreshing = True
        moved = self.rows.refresh()
        self._refreshing = False
        if moved:
            self._span_headings()
            self._restore(key, old_row, column)
            self.verticalScrollBar().setValue(bar)
        self._aim()
        if moved:
            self.place_changed.emit()

    def _span_headings(self) -> None:
        """Let headings stand across all columns."""
        self.clearSpans()
        width = self.rows.columnCount()
        for row in range(len(self.rows.keys())):
            if width > 1 and self.rows.is_heading(row):
                self.setSpan(row, 0, 1, width)

    def _restore(self, key: str, old_row: int, column: int) -> None:
        keys = self.rows.keys()
        last = self.rows.rowCount() - 1
        if key in keys:
            row = keys.index(key)
        elif key or self._creating:
            row = min(old_row, last)
        else:
            row = last  # the empty row stays the empty row, whoever added others
        if key and key not in keys:
            self.live.drop()
        row = self._nearest(row, 1)
        self._refreshing = True
        index = self.rows.index(row, max(0, column))
        self.selectionModel().setCurrentIndex(index, _COMMAND.ClearAndSelect)
        self._refreshing = False

    def flush(self) -> None:
        """Commit what is typed."""
        self.live.flush()

    def composing(self) -> bool:
        """Tell whether an input method is in the middle of a conversion."""
        return self.live.composing()

    def edit_here(self) -> None:
        """Write on in the cell in use, or open the list of a choice."""
        if self.reading:
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.source.columns[self.column()].form is ColumnForm.CHOICE:
            self.open_choices()
        else:
            self.live.write_on()

    def _on_written(self, text: str) -> None:
        key, row, column = self._target
        name = self.source.columns[column].key
        if key:
            keys = self.rows.keys()
            if key not in keys:
                return  # an undo took the row back meanwhile
            row = keys.index(key)
        elif not text.strip():
            return
        self._creating = not key
        try:
            self.written.emit(row, name, text)
        finally:
            self._creating = False

    def choose_number(self, number: int) -> bool:
        """Choose the entry ``number`` (0 first) for the cell in use; False when there is none."""
        choices = self.source.choices(self.column())
        if not 0 <= number < len(choices) or self.reading:
            return False
        name = self.source.columns[self.column()].key
        self.chosen.emit(self.row(), name, choices[number].value)
        return True

    def choice_menu(self) -> QMenu:
        """Return the list of the cell in use; digits choose in it too."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        side = theme().px(20)
        for number, choice in enumerate(self.source.choices(self.column())):
            label = choice.label.replace("&", "&&")
            mark = f"&{number + 1}  " if number < 9 else ""
            action = menu.addAction(mark + label)
            if choice.colour:
                action.setIcon(sticky_icon(choice.colour, side))
                action.setIconVisibleInMenu(True)
            action.triggered.connect(lambda _=False, n=number: self.choose_number(n))
        write_on = self.source.columns[self.column()].write_on
        if write_on:
            menu.addSeparator()
            menu.addAction(f"&0  {write_on}").triggered.connect(self._write_on)
        return menu

    def _write_on(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.live.write_on()

    def open_choices(self) -> None:
        """Open the list below the cell in use."""
        self.live.finish()
        cell = self.visualRect(self.currentIndex())
        self.choice_menu().popup(self.viewport().mapToGlobal(cell.bottomLeft()))

    # Qt's own hooks -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Use the cell pressed; the triangle of the one in use opens its list."""
        index = self.indexAt(event.position().toPoint())
        if self.rows.is_heading(index.row()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        again = index.isValid() and index == self.currentIndex()
        super().mousePressEvent(event)
        if not again or self.reading or event.button() is not Qt.MouseButton.LeftButton:
            return
        form = self.source.columns[index.column()].form
        right = self.visualRect(index).right() - theme().px(CHEVRON)
        if form is ColumnForm.CHOICE and event.position().x() >= right:
            self.open_choices()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write on in the cell."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self.rows.is_heading(index.row()):
            self.edit_here()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit_columns()
        self._place_live()

    def _fit_columns(self) -> None:
        look, columns = theme(), self.source.columns
        least = [look.px(column.least) for column in columns]
        spare = max(0, self.viewport().width() - sum(least))
        shares = sum(column.share for column in columns) or 1.0
        ends = 0.0
        given = 0
        for number, column in enumerate(columns):
            ends += spare * column.share / shares
            extra = round(ends) - given
            given += extra
            self.setColumnWidth(number, least[number] + extra)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the editor over its cell."""
        super().scrollContentsBy(dx, dy)
        self._place_live()

    def sizeHint(self) -> QSize:
        """Want room for ten rows."""
        return QSize(theme().px(600), theme().px(36 * 11))
