"""The keys of a table: moving about, choosing, copying, and leaving a cell that is written in.

Owns which key does what. What moves and what is asked for is the table's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from servicedesign.model.table_text import read_block, write_block
from servicedesign.ui.widgets.table.columns import ColumnForm

if TYPE_CHECKING:
    from servicedesign.ui.widgets.table.typing_table import TypingTable

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_TAB = (_Key.Key_Tab, _Key.Key_Backtab)
_STEPS = {
    _Key.Key_Left: (0, -1),
    _Key.Key_Right: (0, 1),
    _Key.Key_Up: (-1, 0),
    _Key.Key_Down: (1, 0),
}
_PAGES = {_Key.Key_PageUp: -1, _Key.Key_PageDown: 1}
_DIGITS = 9
_KEPT = _Mod.ControlModifier | _Mod.AltModifier | _Mod.ShiftModifier | _Mod.MetaModifier


class TableKeys:
    """Works for one table."""

    def __init__(self, table: TypingTable) -> None:
        """Work for ``table``."""
        self._table = table
        self._home = -1
        self._stepping = False

    def note_place(self, row: int, column: int) -> None:
        """Forget where Tab began, unless it was Tab that led here."""
        if not self._stepping:
            self._home = -1

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; False leaves it to the text."""
        if event.key() in _ENTER and not event.modifiers() & ~(
            _Mod.KeypadModifier | _Mod.ShiftModifier
        ):
            return self._enter(-1 if event.modifiers() & _Mod.ShiftModifier else 1)
        if event.key() in _TAB:
            back = event.key() == _Key.Key_Backtab or event.modifiers() & _Mod.ShiftModifier
            return self._tab(-1 if back else 1)
        if self._table.live.writing:
            return self._while_writing(event)
        return self._at_rest(event)

    # Leaving a cell -----------------------------------------------------------------------------

    def _enter(self, by: int) -> bool:
        """Go down, to the column in which Tab began: the way to enter one row after the other."""
        table = self._table
        table.live.finish()
        table.go(table.row() + by, self._home if self._home >= 0 else table.column())
        return True

    def _tab(self, by: int) -> bool:
        table = self._table
        row, column = table.row(), table.column() + by
        last = len(table.source.columns) - 1
        if column > last:
            row, column = row + 1, 0
        elif column < 0:
            row, column = row - 1, last
        table.live.finish()
        row = table.typable(row, by)
        if row < 0:
            table.live.leave(forward=by > 0)
            return True
        if self._home < 0:
            self._home = table.column()
        self._stepping = True
        table.go(row, column)
        self._stepping = False
        if column == 0 and by > 0:
            self._home = -1
        return True

    def _while_writing(self, event: QKeyEvent) -> bool:
        table = self._table
        if event.key() == _Key.Key_Escape:
            table.live.finish()
            return True
        if event.key() in (_Key.Key_Up, _Key.Key_Down) and table.live.anew:
            return not event.modifiers() & _KEPT and self._step(event)
        return False

    # At rest ------------------------------------------------------------------------------------

    def _at_rest(self, event: QKeyEvent) -> bool:
        key = event.key()
        held = event.modifiers() & _KEPT
        if key in _ENTER:
            return True
        if held == _Mod.AltModifier and key in (_Key.Key_Up, _Key.Key_Down):
            return self._move_rows(-1 if key == _Key.Key_Up else 1)
        if held == _Mod.ControlModifier and self._with_control(key):
            return True
        if held & ~(_Mod.ShiftModifier | _Mod.ControlModifier):
            return False
        return self._go_about(event) or (not held and self._choose(key))

    def _go_about(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _STEPS:
            return self._step(event)
        if key in _PAGES or key in (_Key.Key_Home, _Key.Key_End):
            return self._leap(event)
        return key in (_Key.Key_Delete, _Key.Key_Backspace) and self._clear()

    def _choose(self, key: int) -> bool:
        """Choose with a digit where there is something to choose."""
        table, digit = self._table, key - _Key.Key_1
        column = table.source.columns[table.column()]
        if column.form is not ColumnForm.CHOICE or column.write_on:
            return False
        return 0 <= digit < _DIGITS and (table.choose_number(digit) or True)

    def _with_control(self, key: int) -> bool:
        table = self._table
        if key == _Key.Key_A:
            table.selectAll()
        elif key in (_Key.Key_C, _Key.Key_Insert):
            self.copy()
        elif key == _Key.Key_X:
            self.copy()
            self._clear()
        elif key == _Key.Key_V:
            self.paste()
        elif key == _Key.Key_Delete:
            self.delete_rows()
        else:
            return False
        return True

    def _step(self, event: QKeyEvent) -> bool:
        table = self._table
        down, right = _STEPS[_Key(event.key())]
        row, column = table.row() + down, table.column() + right
        if event.modifiers() & _Mod.ControlModifier:
            last = len(table.source.columns) - 1
            row = {1: table.source.count() - 1, -1: 0}.get(down, row)
            column = {1: last, -1: 0}.get(right, column)
        table.go(row, column, extend=bool(event.modifiers() & _Mod.ShiftModifier))
        return True

    def _leap(self, event: QKeyEvent) -> bool:
        table, key = self._table, event.key()
        extend = bool(event.modifiers() & _Mod.ShiftModifier)
        row, column = table.row(), table.column()
        if key in _PAGES:
            height = table.rowHeight(0) or 1
            page = max(1, table.viewport().height() // height - 1)
            row += page * _PAGES[_Key(key)]
        else:
            end = key == _Key.Key_End
            column = len(table.source.columns) - 1 if end else 0
            if event.modifiers() & _Mod.ControlModifier:
                row = table.source.count() - 1 if end else 0
        table.go(row, column, extend=extend)
        return True

    # What is done to cells and rows -------------------------------------------------------------

    def _clear(self) -> bool:
        table = self._table
        if table.whole_rows():
            self.delete_rows()
        elif table.chosen_rows() and not table.reading:
            names = [table.source.columns[column].key for column in table.chosen_columns()]
            table.cleared.emit(table.chosen_rows(), names)
        return True

    def delete_rows(self) -> None:
        """Ask for the rows chosen to be deleted."""
        table = self._table
        rows = table.whole_rows() or table.chosen_rows()
        if rows and not table.reading:
            table.live.finish()
            table.delete_asked.emit(rows)

    def _move_rows(self, by: int) -> bool:
        table = self._table
        rows = table.chosen_rows()
        if not rows or table.reading:
            return True
        gap = rows[0] - 1 if by < 0 else rows[-1] + 2
        if 0 <= gap <= table.source.count():
            table.move_asked.emit(rows, gap)
        return True

    def copy(self) -> None:
        """Put the cells chosen on the clipboard, as spreadsheets do."""
        table = self._table
        columns = table.chosen_columns()
        rows = [
            [table.source.text(row, column) for column in columns] for row in table.chosen_rows()
        ]
        if rows:
            QGuiApplication.clipboard().setText(write_block(rows))

    def paste(self) -> None:
        """Lay the block on the clipboard over the table; one cell fills all that are chosen."""
        table = self._table
        block = read_block(QGuiApplication.clipboard().text())
        if not block or table.reading:
            return
        rows, columns = table.chosen_rows(), table.chosen_columns()
        single = len(block) == 1 and len(block[0]) == 1
        if single and rows and len(rows) * len(columns) > 1:
            names = [table.source.columns[column].key for column in columns]
            table.filled.emit(rows, names, block[0][0])
        else:
            first = min(rows) if rows else table.row()
            table.pasted.emit(block, first, min(columns) if columns else table.column())
