"""From what is typed, pasted, moved and deleted in the table to actions.

Owns what a gesture at a row means: which step it is, on which day and side of a gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from servicedesign.model import AgendaItem
from servicedesign.model.table_text import Block
from servicedesign.tools.agenda import actions
from servicedesign.tools.agenda.actions import COLUMNS
from servicedesign.tools.agenda.layout import AgendaLayout
from servicedesign.tools.agenda.pasting import paste_items
from servicedesign.tools.agenda.rows import NO_TOOL, AgendaRows
from servicedesign.tools.agenda.telling import pasted_words, unread_words
from servicedesign.tools.agenda.words import tools_by_name, typed_tool

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext

_TITLE = COLUMNS.index("title")


class TableHands:
    """Works for one table of one project."""

    def __init__(self, context: EditorContext, rows: AgendaRows, view: AgendaLayout) -> None:
        """Do what ``view`` asks for."""
        self._context = context
        self._rows = rows
        self._view = view
        self._table = view.table
        table = self._table
        table.written.connect(self._write)
        table.left.connect(context.project.break_merge)
        table.chosen.connect(self._choose)
        table.cleared.connect(lambda rows, columns: self._fill(rows, columns, ""))
        table.filled.connect(self._fill)
        table.pasted.connect(self._paste)
        table.delete_asked.connect(self._delete)
        table.move_asked.connect(self._move)
        view.connect_tools(self.insert, self.delete, self.add_day, self.ask_day)

    # Cells --------------------------------------------------------------------------------------

    def _write(self, number: int, column: str, text: str) -> None:
        t, project = self._context.t, self._context.project
        if column == "tool":
            meant = typed_tool(text, t)
            if meant is None:
                self._context.shell.toast(unread_words(column, text, t))
                return
            text = meant
        elif not actions.readable(column, text):
            self._context.shell.toast(unread_words(column, text, t))
            return
        item = self._rows.item(number)
        if item is None:
            actions.add_item(project, {column: text})
        elif project.find(AgendaItem, item.id) is not None:
            actions.write_cell(project, item.id, column, text)

    def _choose(self, number: int, column: str, value: str) -> None:
        text = "" if value == NO_TOOL else value
        item = self._rows.item(number)
        if item is None:
            actions.add_item(self._context.project, {column: text})
        else:
            actions.write_cell(self._context.project, item.id, column, text)

    def _fill(self, numbers: list[int], columns: list[str], text: str) -> None:
        t = self._context.t
        if "tool" in columns and text:
            columns = [one for one in columns if one != "tool"]
            meant = typed_tool(text, t)
            if meant is not None:
                actions.fill_cells(self._context.project, self._ids(numbers), ["tool"], meant)
        actions.fill_cells(self._context.project, self._ids(numbers), columns, text)

    def _ids(self, numbers: Sequence[int]) -> list[str]:
        found = [self._rows.item(number) for number in numbers]
        return [item.id for item in found if item is not None]

    # Rows ---------------------------------------------------------------------------------------

    def paste(self) -> None:
        """Paste the block on the clipboard behind the others."""
        self._table.go(self._rows.count(), _TITLE)
        self._table.paste()

    def _paste(self, block: Block, number: int, column: int) -> None:
        t, shell = self._context.t, self._context.shell
        item = self._rows.item(number)
        told = paste_items(
            self._context.project, block, item.id if item else "", column, tools_by_name(t)
        )
        done, left = pasted_words(told, t)
        if told.first:
            self._table.go_to_key(told.first, COLUMNS[column] if told.changed else "title")
        if left:
            shell.warn(f"{done} {left}", t("元に戻す"), lambda: shell.command("undo"))
        else:
            shell.toast(done, undo=bool(told.first))

    def insert(self) -> None:
        """Insert an empty step below the one in use and go to its words."""
        self._table.flush()
        item = self._rows.item(self._table.row())
        if item is None:
            self._table.go(self._rows.count(), _TITLE)
        else:
            made = actions.insert_item(self._context.project, item.id)
            self._table.go_to_key(made.id, "title")
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete(self) -> None:
        """Delete the steps chosen."""
        self._delete(self._table.whole_rows() or self._table.chosen_rows())

    def _delete(self, numbers: list[int]) -> None:
        ids = self._ids(numbers)
        if not ids:
            return
        self._table.flush()
        t = self._context.t
        title = self._context.project.get(AgendaItem, ids[0]).title.strip()[:40]
        actions.delete_items(self._context.project, ids)
        words = (
            t("「{title}」を消しました。", title=title)
            if len(ids) == 1 and title
            else t.plural("{n}項目を消しました。", len(ids))
        )
        self._context.shell.toast(words, undo=True)

    def _move(self, numbers: list[int], gap: int) -> None:
        """Move steps before the row ``gap``; by keys they stay on their day."""
        ids = self._ids(numbers)
        if not ids:
            return
        self._table.flush()
        there, behind = self._rows.row(gap), self._rows.row(gap - 1)
        own = self._rows.row(numbers[0])
        beside = gap in (numbers[0] - 1, numbers[-1] + 2)
        if behind is None or own is None:
            return  # ahead of the heading of the first day
        day = behind.plan.day
        if beside and day != own.plan.day:
            self._tell_other_day()
            return
        before, ahead = "", False
        if there is not None and there.slot is not None and there.plan.day == day:
            before, ahead = there.slot.item.id, there.between
        actions.move_items(self._context.project, ids, day, before, ahead=ahead)
        self._choose_again(ids)

    def _tell_other_day(self) -> None:
        t = self._context.t
        self._context.shell.toast(t("別の日へは「別の日へ移す…」で動かします。"))

    def _choose_again(self, ids: Sequence[str]) -> None:
        places = [n for n in range(self._rows.count()) if self._rows.row_key(n) in set(ids)]
        if places and places[-1] - places[0] + 1 == len(places):
            self._table.choose_rows(range(places[0], places[-1] + 1))
        elif places:
            self._table.go(places[0], self._table.column())

    # Days ---------------------------------------------------------------------------------------

    def add_day(self) -> None:
        """Begin one more day and go to its first step."""
        self._table.flush()
        made = actions.add_day(self._context.project)
        self._table.go_to_key(made.id, "title")
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_day(self) -> None:
        """Ask for the day to which the steps chosen go."""
        t = self._context.t
        ids = self._ids(self._table.chosen_rows())
        if not ids:
            return
        here = {self._context.project.get(AgendaItem, one).day for one in ids}
        days = [plan.day for plan in self._rows.plans if here != {plan.day}]
        if not days:
            self._context.shell.toast(t("ほかの日がありません。「日を足す」で作れます。"))
            return
        named = [(day, t("{n}日目", n=day)) for day in days]
        self._view.ask_day(named, lambda day: self.move_to(ids, day))

    def move_to(self, ids: Sequence[str], day: int) -> None:
        """Move steps to the end of another day."""
        actions.move_items(self._context.project, ids, day)
        self._choose_again(ids)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
