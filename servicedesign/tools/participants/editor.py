"""Participants on screen: a table to type in, and the groups beside it.

Owns the way from a gesture to an action. The rules are in ``actions`` and its neighbours; how the
table is typed into is in ``ui/widgets/table``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesign.model import Group, Participant, StakeholderKind, StickyColour
from servicedesign.model.table_text import Block
from servicedesign.tools.participants import actions, grouping, leaving
from servicedesign.tools.participants.balance_dialog import BalanceDialog
from servicedesign.tools.participants.group_board import NOBODY
from servicedesign.tools.participants.head import head_actions
from servicedesign.tools.participants.kinds_line import KindsLine
from servicedesign.tools.participants.layout import ParticipantsLayout
from servicedesign.tools.participants.pasting import paste_people
from servicedesign.tools.participants.people import by_group, people
from servicedesign.tools.participants.rows import NO_GROUP, ParticipantRows
from servicedesign.tools.participants.telling import (
    departure_words,
    group_departure_words,
    pasted_words,
    sizes_words,
)
from servicedesign.tools.participants.words import stakeholder_text, typed_stakeholder
from servicedesign.tools.stakeholders import count_kinds, missing_kinds
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import Change, ChangeSet
    from servicedesign.ui.context import EditorContext

_COLUMN_OF = {"stakeholder_note": "stakeholder", "group_id": "group"}
"""The column in which a field of a participant stands, where it is called otherwise."""

_ON_CARDS = ("name", "kana", "affiliation", "stakeholder", "stakeholder_note", "group_id")
"""Fields that a card shows or is sorted by."""


class ParticipantsEditor(Editor):
    """The editor of participants and groups."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the list, or how to begin one."""
        super().__init__(context, parent)
        self._begun = False
        self._head_state: tuple[object, ...] = ()
        self._rows = ParticipantRows(context.project, context.t)
        self._view = ParticipantsLayout(context.t, self._rows, reading=context.read_only)
        self._kinds = KindsLine(context.t)
        self._empty = self._make_empty()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._scroll = PageScroll(self._view)
        self._stack.addWidget(self._scroll)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        table, board = self._view.table, self._view.board
        table.written.connect(self._write)
        table.left.connect(self.context.project.break_merge)
        table.chosen.connect(self._choose)
        table.cleared.connect(lambda rows, columns: self._fill(rows, columns, ""))
        table.filled.connect(self._fill)
        table.pasted.connect(self._paste)
        table.delete_asked.connect(self._delete)
        table.move_asked.connect(self._move)
        board.add_asked.connect(self.add_group)
        board.move_asked.connect(self._seat)
        board.written.connect(self._write_group)
        board.colour_asked.connect(self._colour_group)
        board.order_asked.connect(self._order_group)
        board.delete_asked.connect(self._delete_group)
        board.open_asked.connect(self._open)
        self._view.connect_tools(self.insert_row, self.delete_rows, self.sort)

    def _make_empty(self) -> EmptyState:
        t = self.context.t
        begin = PrimaryButton(t("名簿を書きはじめる"), key="Ctrl+Shift+N")
        begin.clicked.connect(self.begin)
        paste = SecondaryButton(t("表計算から貼り付ける"), key="Ctrl+V", icon="mdi6.content-paste")
        paste.clicked.connect(self.paste)
        for button in (begin, paste):
            button.set_usable(t("読み取り専用で開いています") if self.context.read_only else "")
        method = t(
            "サービスに関わるすべての立場の人と、ほかの分野の人を招きます。"
            "6人くらいの班に、立場がまざるように分かれます。"
        )
        return EmptyState(t("まだ参加者がいません"), method, begin, paste)

    # What the shell asks ----------------------------------------------------------------------

    def body_margins(self) -> tuple[int, int]:
        """Return room for the focus ring beside table and cards."""
        return 32, 18

    def body_least(self) -> int:
        """Return the room for table and groups side by side."""
        return 1090

    def entrance(self) -> QWidget | None:
        """Return the table: its keys work at once."""
        return self._view.table.live if self._shown() else None

    def strip(self) -> QWidget | None:
        """Return who takes part and who is missing, once there is a list."""
        return self._kinds if self._shown() else None

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the list of groups."""
        return "participants", None

    def record_in_view(self) -> Record | None:
        """Return the group whose card is in use, else the person in use."""
        project, board = self.context.project, self._view.board
        person = project.find(Participant, board.person_in_use())
        group = project.find(Group, board.group_in_use())
        return person or group or self._rows.person(self._view.table.row())

    def head_actions(self) -> Sequence[HeadAction]:
        """Return dealing to groups, and the next step of the method."""
        return head_actions(self.context, self.balance) if self._shown() else ()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        if self.context.read_only:
            return {}
        if not self._shown():
            return {"more": self.begin}
        return {"more": self.insert_row, "edit": self._view.table.edit_here}

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show the row of a person or the card of a group, and go to ``field`` when given."""
        if kind == Group.KIND:
            return self._view.board.use_group(record_id, field)
        if not self._view.table.go_to_key(record_id, _COLUMN_OF.get(field, field)):
            return False
        if field:
            self._view.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # Refreshing -------------------------------------------------------------------------------

    def _shown(self) -> bool:
        """Tell whether the list is shown, and not how to begin."""
        project = self.context.project
        return self._begun or bool(project.all(Participant) or project.all(Group))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed: all when ``changes`` is None, else only what is in view of it."""
        if changes is not None and not any(
            change.kind in (Participant.KIND, Group.KIND) for change in changes.changes
        ):
            return
        self._rows.reload()
        self._view.table.refresh()
        if changes is None or any(map(_on_cards, changes.changes)):
            self._show_groups()
        shown = self._scroll if self._shown() else self._empty
        if self._stack.currentWidget() is not shown:
            self._stack.setCurrentWidget(shown)
        self._tell_head()

    def _show_groups(self) -> None:
        project = self.context.project
        self._view.board.show_groups(by_group(project))
        number = len(people(project))
        self._kinds.show_kinds(number, count_kinds(project), missing_kinds(project))

    def _tell_head(self) -> None:
        """Ask for the head anew when it would differ."""
        everyone = people(self.context.project)
        seated = all(person.group_id for person in everyone)
        state = (self._shown(), seated, min(len(everyone), 2))
        if state != self._head_state:
            self._head_state = state
            self.head_changed.emit()

    # The table --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the empty table, ready to be typed into."""
        self._begun = True
        self.refresh(None)
        self._view.table.go(0, 0)
        self._view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a list from a spreadsheet where none is begun: the table itself is not there yet."""
        begun = self._shown() or self.context.read_only
        if event.matches(QKeySequence.StandardKey.Paste) and not begun:
            self.paste()
        else:
            super().keyPressEvent(event)

    def _write(self, row: int, column: str, text: str) -> None:
        t, project = self.context.t, self.context.project
        if column == "stakeholder":
            text = stakeholder_text(*typed_stakeholder(text), t)
        elif column == "group":
            text = self._rows.typed_group(text)
        person = self._rows.person(row)
        if person is None:
            actions.add_participant(project, {column: text})
        elif project.find(Participant, person.id) is not None:
            actions.write_cell(project, person.id, column, text)

    def _choose(self, row: int, column: str, value: str) -> None:
        project, person = self.context.project, self._rows.person(row)
        if person is None:
            person = actions.insert_participant(project, row)
        if column == "stakeholder":
            actions.set_stakeholder(project, person.id, StakeholderKind(value))
        else:
            actions.set_group(project, [person.id], None if value == NO_GROUP else value)

    def _ids(self, rows: Sequence[int]) -> list[str]:
        found = [self._rows.person(row) for row in rows]
        return [person.id for person in found if person is not None]

    def _fill(self, rows: list[int], columns: list[str], text: str) -> None:
        actions.fill_cells(self.context.project, self._ids(rows), columns, text)

    def paste(self) -> None:
        """Paste the block on the clipboard behind the others."""
        self.begin()
        self._view.table.go(self._rows.count(), 0)
        self._view.table.paste()

    def _paste(self, block: Block, row: int, column: int) -> None:
        t, shell = self.context.t, self.context.shell
        told = paste_people(self.context.project, block, row, column)
        done, left = pasted_words(told, t)
        if told.first >= 0:
            self._view.table.go(told.first, column if told.changed else 0)
        if left:
            shell.warn(f"{done} {left}", t("元に戻す"), lambda: shell.command("undo"))
        else:
            shell.toast(done, undo=told.first >= 0)

    def insert_row(self) -> None:
        """Insert an empty row below the one in use and go there."""
        self.flush()
        table = self._view.table
        row = min(table.row() + 1, self._rows.count())
        if row < self._rows.count():
            actions.insert_participant(self.context.project, row)
        table.go(row, 0)
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete_rows(self) -> None:
        """Delete the rows chosen."""
        table = self._view.table
        self._delete(table.whole_rows() or table.chosen_rows())

    def _delete(self, rows: list[int]) -> None:
        ids = self._ids(rows)
        if not ids:
            return
        self.flush()
        person = self.context.project.get(Participant, ids[0])
        told = leaving.delete_participants(self.context.project, ids)
        words = departure_words(told, person.name.strip(), self.context.t)
        self.context.shell.toast(words, undo=True)

    def _move(self, rows: list[int], gap: int) -> None:
        table, ids = self._view.table, self._ids(rows)
        self.flush()
        index = gap - sum(1 for row in rows if row < gap)
        actions.move_participants(self.context.project, ids, index)
        table.choose_rows(range(index, index + len(ids)))

    def sort(self) -> None:
        """Put everyone in the order of ふりがな."""
        self.flush()
        actions.sort_by_reading(self.context.project)
        self.context.shell.toast(self.context.t("ふりがなの順に並べました。"), undo=True)

    # Groups -----------------------------------------------------------------------------------

    def balance(self) -> None:
        """Ask for the number of groups, and deal everyone."""
        self.flush()
        t, project = self.context.t, self.context.project
        everyone = people(project)
        placed = sum(1 for person in everyone if person.group_id)
        groups = len(project.all(Group))
        dialog = BalanceDialog(t, len(everyone), placed, groups, self.window())
        if dialog.exec():
            told = grouping.balance_groups(
                project, dialog.count(), t, keep_placed=dialog.keep_placed()
            )
            sizes = sizes_words(told.sizes, t)
            self.context.shell.toast(t("班に分けました：{sizes}。", sizes=sizes), undo=True)

    def add_group(self) -> None:
        """Add a group and begin with its name."""
        self.flush()
        group = grouping.add_group(self.context.project, self.context.t)
        self._view.board.use_group(group.id, "name")

    def _seat(self, ids: list[str], group_id: str) -> None:
        project = self.context.project
        known = [one for one in ids if project.find(Participant, one) is not None]
        actions.set_group(project, known, None if group_id == NOBODY else group_id)

    def _write_group(self, group_id: str, field: str, text: str) -> None:
        if self.context.project.find(Group, group_id) is not None:
            grouping.write_group(self.context.project, group_id, field, text)

    def _colour_group(self, group_id: str, colour: str) -> None:
        grouping.set_group_colour(self.context.project, group_id, StickyColour(colour))

    def _order_group(self, group_id: str, place: int) -> None:
        grouping.move_group(self.context.project, group_id, place)

    def _delete_group(self, group_id: str) -> None:
        self.flush()
        t, project = self.context.t, self.context.project
        name = project.get(Group, group_id).name or t("名前のない班")
        told = leaving.delete_group(project, group_id)
        self.context.shell.toast(group_departure_words(told, name, t), undo=True)

    def _open(self, person_id: str) -> None:
        if self._view.table.go_to_key(person_id):
            self._view.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _on_cards(change: Change) -> bool:
    """Tell whether a card shows something of what changed."""
    before, after = change.before, change.after
    if not isinstance(before, Participant) or not isinstance(after, Participant):
        return True
    return any(getattr(before, field) != getattr(after, field) for field in _ON_CARDS)
