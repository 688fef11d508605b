"""What is done with the notes of the board in view: new ones, pasted ones, the chosen ones.

Owns the way from a gesture or a key to an action, and what is said about it. The actions are in
``notes`` and ``moving``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from servicedesign.model import Cluster, Group, Note, StickyColour
from servicedesign.model.titles import record_title, reference_code
from servicedesign.tools import deepening
from servicedesign.tools.board import notes, pasting
from servicedesign.tools.board.places import Boxed
from servicedesign.tools.board.problems import answered
from servicedesign.tools.board.quick_words import read_quick
from servicedesign.tools.board.writing import SIDE
from servicedesign.ui.canvas.gestures.drag import Moved

if TYPE_CHECKING:
    from servicedesign.tools.board.editor import BoardEditor


class Handling:
    """Works for one editor."""

    def __init__(self, editor: BoardEditor) -> None:
        """Work for ``editor``."""
        self._editor = editor
        self._quick_at: tuple[float, Boxed] | None = None
        view = editor.view
        view.notes_moved.connect(self._on_moved)
        view.nudged.connect(self._on_nudged)
        view.new_asked.connect(self._on_new_asked)
        editor.desk.colour_chosen.connect(self.choose_colour)
        editor.desk.tools.quick.entered.connect(self.add_quick)
        editor.head.rules_asked.connect(self.show_rules)

    def board_changed(self) -> None:
        """Forget where quick entries stood on the board before."""
        self._quick_at = None

    def new_note(self) -> None:
        """Begin a note under the pointer, or beside the one in focus."""
        self._editor.ensure_board()
        self._editor.writing.begin_new(self._editor.view.pointer())

    def _on_new_asked(self, place: QPointF) -> None:
        if self._editor.affinity.opened(place):
            return
        self._editor.ensure_board()
        self._editor.writing.begin_new(place)

    def write_focused(self) -> None:
        """Write the words of the note at which the keyboard stands."""
        if self._editor.view.contents.find(self._editor.view.selection.focus()) is not None:
            self._editor.writing.begin(self._editor.view.selection.focus())
        else:
            self._editor.affinity.write_title()

    def quick_entry(self) -> None:
        """Go to the quick-entry field."""
        self._editor.writing.end()
        self._editor.desk.tools.quick.setFocus()

    def add_quick(self, line: str) -> None:
        """Make a note of a line of the quick-entry field."""
        board_id = self._editor.ensure_board()
        project = self._editor.context.project
        idea, group = read_quick(line, project.all(Group))
        origin = self._editor.origin()
        box, left = self._quick_place()
        note = notes.add_note(
            project,
            board_id,
            idea,
            box.x,
            box.y,
            colour=origin.colour,
            group_id=group.id if group else origin.group_id,
        )
        self._quick_at = (left, box)
        self._editor.affinity.place_new(note.id)
        entry = self._editor.view.contents.find(note.id)
        if entry is not None:
            self._editor.view.selection.choose([note.id])
            self._editor.view.reveal_rect(entry.rect())

    def _quick_place(self) -> tuple[Boxed, float]:
        if self._quick_at is not None:
            left, last = self._quick_at
            return self._editor.writing.free(last, left), left
        corner = self._editor.view.to_board(self._editor.view.free().topLeft() + QPointF(32, 32))
        box = self._editor.writing.free(Boxed(round(corner.x()), round(corner.y()), SIDE, SIDE))
        return box, round(corner.x())

    def show_rules(self) -> None:
        """Show the rules of brainstorming, large, in a window that stays open beside the board."""
        from servicedesign.tools.board.rules_dialog import open_rules

        editor = self._editor
        open_rules(editor.context, lambda: editor.board_id, editor.window())

    def paste(self) -> None:
        """Make notes of the photos, the lines or the table on the clipboard."""
        if not self._editor.photos.paste():
            self._editor.incoming.paste()

    def copy_words(self) -> None:
        """Put the words of the chosen notes on the clipboard."""
        count = pasting.copy_words(self._editor.context, self._chosen())
        if count:
            t = self._editor.context.t
            self._editor.context.shell.toast(t.plural("{n}枚の言葉を写し取りました。", count))

    def copy(self) -> None:
        """Copy the chosen notes beside themselves: each is a new idea."""
        self._copied(self._chosen(), 32.0, 32.0)

    def _copied(self, ids: Sequence[str], dx: float, dy: float) -> None:
        copies = notes.copy_notes(self._editor.context.project, ids, dx, dy)
        self._editor.view.selection.choose(copies)

    def _on_moved(self, moved: Moved) -> None:
        if moved.copied:
            self._editor.view.selection.choose(self._editor.affinity.dropping.drop_copies(moved))
        else:
            self._editor.affinity.dropping.drop(moved)

    def _on_nudged(self, dx: float, dy: float) -> None:
        if self._editor.context.read_only or self._editor.affinity.dropping.nudge(dx, dy):
            return
        if not self._editor.framing.nudge(self._editor.view.selection.ids(), dx, dy):
            self._editor.arranging.nudge(dx, dy)

    def _chosen(self) -> tuple[str, ...]:
        """Return the chosen notes, those of chosen clusters among them."""
        return self._editor.affinity.with_notes(self._editor.view.selection.ids())

    def delete(self) -> None:
        """Delete the chosen notes that are not locked; chosen clusters go and leave theirs."""
        if self._editor.affinity.delete():
            return
        ids = self._chosen()
        count = notes.delete_notes(self._editor.context.project, ids)
        t = self._editor.context.t
        if count:
            self._editor.context.shell.toast(t.plural("付箋を{n}枚消しました。", count), undo=True)
        elif ids:
            self._editor.context.shell.toast(t("固定した付箋は消せません。先に固定をときます。"))

    def choose_colour(self, colour: StickyColour) -> None:
        """Give the chosen notes a colour; with none chosen the next note gets it."""
        ids = self._chosen() or tuple(filter(None, [self._editor.writing.note_id()]))
        if ids and not self._editor.context.read_only:
            notes.set_colour(self._editor.context.project, ids, colour)
        else:
            self._editor.desk.tools.origin.choose_colour(colour)

    def _claim(self, ids: Sequence[str]) -> tuple[Note | None, str]:
        found = [self._editor.context.project.find(Note, one) for one in ids]
        chosen = [note for note in found if note is not None]
        t = self._editor.context.t
        if len(chosen) == 1:
            words = t("付箋{number}　{words}", number=reference_code(chosen[0]),
                      words=record_title(chosen[0]))  # fmt: skip
            return chosen[0], words
        return (chosen[0], t.plural("付箋{n}枚", len(chosen))) if chosen else (None, "")

    def link(self) -> None:
        """Let the person choose which problem the chosen notes answer."""
        from servicedesign.tools.board.problem_dialog import ProblemDialog

        ids = self._chosen()
        note, claim = self._claim(ids)
        if note is None:
            self._editor.context.shell.toast(self._editor.context.t("つなぐ付箋を選んでください。"))
            return
        dialog = ProblemDialog(self._editor.context, claim, answered(note), self._editor.window())
        if dialog.exec():
            notes.link_notes(self._editor.context.project, ids, dialog.chosen())

    def deepen(self) -> None:
        """Go to the deep-dive of the idea that is chosen; one that has none begins with it."""
        editor, context = self._editor, self._editor.context
        sheets, ids = editor.affinity.sheets(), editor.view.selection.ids()
        chosen = sheets or ids or tuple(filter(None, [editor.view.selection.focus()]))
        project = context.project
        idea = project.find(Cluster, chosen[0]) or project.find(Note, chosen[0]) if chosen else None
        if idea is None or len(chosen) > 1:
            context.shell.toast(context.t("深掘りする付箋か束を、1つ選んでください。"))
            return
        editor.writing.end()
        begun = deepening.dive_of(project, idea)
        dive = begun or deepening.add_dive(project, idea)
        context.shell.go(dive.KIND, dive.id, "" if begun else "whose")

    def ask_origin(self) -> None:
        """Let the person say where the chosen notes come from."""
        from servicedesign.tools.board.origin_dialog import OriginDialog

        ids = self._chosen()
        note, claim = self._claim(ids)
        if note is None:
            self._editor.context.shell.toast(self._editor.context.t("付箋を選んでください。"))
            return
        dialog = OriginDialog(self._editor.context, claim, note, self._editor.window())
        if dialog.exec():
            group_id, author_id, tags = dialog.origin()
            notes.set_origin(
                self._editor.context.project, ids, group_id=group_id, author_id=author_id, tags=tags
            )
