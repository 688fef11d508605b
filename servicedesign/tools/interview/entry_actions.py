"""What is done with the questions and answers of the source in view: add, move, split, delete.

Owns the way from keys, bar and menu to the actions, and where the focus goes afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from servicedesign.model import InterviewEntry
from servicedesign.tools.interview import actions, going
from servicedesign.tools.interview.actions import ENTRY_FIELDS
from servicedesign.tools.interview.entry_row import EntryRow
from servicedesign.tools.interview.layout import InterviewLayout
from servicedesign.tools.interview.mark_bar import Entry
from servicedesign.tools.interview.marking import Marking
from servicedesign.tools.interview.telling import what_went
from servicedesign.tools.interview.view import InterviewView
from servicedesign.tools.personal_data import Hint

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext


class EntryActions:
    """Works for one editor."""

    def __init__(
        self,
        context: EditorContext,
        layout: InterviewLayout,
        marking: Marking,
        view: InterviewView,
    ) -> None:
        """Work in ``layout``."""
        self._context = context
        self._layout = layout
        self._marking = marking
        self._view = view

    def _flush(self) -> None:
        for row in self._layout.entries.made():
            for edit in row.fields.values():
                edit.flush()

    def _entry(self) -> InterviewEntry | None:
        row = self._marking.row()
        project = self._context.project
        return project.find(InterviewEntry, row.objectName()) if row is not None else None

    # Questions ----------------------------------------------------------------------------------

    def add(self, after: str) -> None:
        """Open an entry behind ``after``, or behind the one in use, and begin to type."""
        if not self._view.current:
            return
        self._flush()
        row = self._marking.row()
        after = after or (row.objectName() if row is not None else "")
        made = actions.add_entry(self._context.project, self._view.current, after)
        self._layout.entries.begin_at(made.id)

    def open_guide(self, entry_id: str) -> None:
        """Open the guides under the question of an entry."""
        row = self._layout.entries.row(entry_id)
        if row is not None and not self._context.read_only:
            self._layout.bar.open_guide(row.question)

    def take_questions(self, questions: tuple[str, ...]) -> None:
        """Put questions of a guide in: the first one where none is asked yet, then behind it."""
        self._flush()
        project, now = self._context.project, self._context.clock()
        entry = self._entry()
        rest = list(questions)
        first = entry.id if entry is not None else ""
        with project.edit(actions.ADDING):
            if entry is not None and not entry.question.strip():
                actions.write_entry(project, entry.id, "question", rest.pop(0), now)
            if rest:
                made = actions.add_questions(project, self._view.current, rest, first)
                first = first if len(rest) < len(questions) else made[0].id
        self._layout.entries.begin_at(first)

    def move(self, entry_id: str, place: int) -> None:
        """Move an entry; the focus stays in it."""
        self._flush()
        row = self._layout.entries.row(entry_id)
        focused = next((f for f in row.fields.values() if f.hasFocus()), None) if row else None
        actions.move_entry(self._context.project, entry_id, place)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
            self._layout.show_rect(focused, 0, focused.height())

    def split(self) -> None:
        """Part the answer in use where the caret stands."""
        row = self._marking.row()
        if row is None:
            return
        self._flush()
        made = actions.split_entry(self._context.project, row.objectName(), row.answer.caret())
        self._layout.entries.begin_at(made.id)

    def merge(self) -> None:
        """Join the entry in use to the one before."""
        entry = self._entry()
        if entry is None:
            return
        self._flush()
        merged = actions.merge_entry(self._context.project, entry.id)
        row = self._layout.entries.row(merged.id)
        if row is not None:
            row.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete(self) -> None:
        """Delete the entry in use with its findings, and say what went."""
        entry = self._entry()
        if entry is None:
            return
        self._flush()
        ids = self._layout.entries.ids()
        here = ids.index(entry.id)
        gone = going.delete_with_all(self._context.project, entry)
        t = self._context.t
        name = t("質問{number}", number=here + 1)
        self._context.shell.toast(what_went(name, gone, t), undo=True)
        left = self._layout.entries.ids()
        row = self._layout.entries.row(left[min(here, len(left) - 1)]) if left else None
        if row is not None:
            row.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._layout.bar.add.setFocus(Qt.FocusReason.OtherFocusReason)

    # The menu -----------------------------------------------------------------------------------

    def open_menu(self) -> None:
        """Open the menu of the entry in use."""
        self._layout.bar.open_entry_menu(self.menu_entries())

    def menu_entries(self) -> tuple[Entry, ...]:
        """Return what can be done with the entry in use."""
        t, row = self._context.t, self._marking.row()
        ids = self._layout.entries.ids()
        here = ids.index(row.objectName()) if row is not None else -1
        some = row is not None
        hint = self._hint(row)
        entries: list[Entry] = [
            (t("上へ動かす"), "Alt+↑", lambda: self.move(ids[here], here - 1), here > 0),
            (
                t("下へ動かす"),
                "Alt+↓",
                lambda: self.move(ids[here], here + 1),
                some and here + 1 < len(ids),
            ),
            (t("答えをカーソルの所で分ける"), "", self.split, some),
            (t("前の答えにつなげる"), "", self.merge, here > 0),
        ]
        if hint is not None:
            words = t("「{words}」", words=hint[1].text[:24])
            entries += [
                (t("{words}を見る", words=words), "", lambda: self._look(*hint), True),
                (t("{words}はこのまま残す", words=words), "", lambda: self._leave(hint[1]), True),
            ]
        return (*entries, (t("この質問と答えを消す"), "", self.delete, some))

    def _hint(self, row: EntryRow | None) -> tuple[str, Hint] | None:
        """Return the first warning of a row with its field, or None."""
        entry = self._entry()
        if row is None or entry is None:
            return None
        hints = self._view.hints()
        for field in ENTRY_FIELDS:
            found = hints.of(getattr(entry, field))
            if found:
                return field, found[0]
        return None

    def _look(self, field: str, hint: Hint) -> None:
        row = self._marking.row()
        if row is None:
            return
        row.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)
        if field == "verbatim":
            row.answer.select((hint.start, hint.end))

    def _leave(self, hint: Hint) -> None:
        self._view.left_alone.add((hint.kind, hint.text))
        self._view.show_note()

    # Going there --------------------------------------------------------------------------------

    def show_entry(self, entry_id: str, field: str) -> bool:
        """Bring an entry into view and the focus to ``field`` of it; False when it is not here."""
        row = self._layout.entries.row(entry_id)
        if row is None:
            return False
        target = row.fields.get(field, row.answer)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._layout.show_rect(target, 0, min(target.height(), 200))
        return True
