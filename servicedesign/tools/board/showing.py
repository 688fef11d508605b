"""Bringing records onto the canvas and into the head: all of a board, or what a step changed.

Owns which change concerns what is seen. Must not write.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servicedesign.model import Board, Cluster, Group, Note
from servicedesign.tools.board.actions import question_of
from servicedesign.tools.board.columns import Columns
from servicedesign.tools.board.looks import note_look
from servicedesign.tools.board.sheets_shown import cluster_looks, is_hidden
from servicedesign.ui.canvas.entry import Entry

if TYPE_CHECKING:
    from servicedesign.store import Change
    from servicedesign.tools.board.desk import BoardDesk
    from servicedesign.tools.board.head import BoardHead
    from servicedesign.ui.canvas.canvas_view import CanvasView
    from servicedesign.ui.canvas.looks import NoteLook
    from servicedesign.ui.context import EditorContext

_HEAD_KINDS = frozenset({"board", "how_might_we"})
_WHOLE_KINDS = frozenset({"group"})
_PICTURE_KINDS = frozenset({"sketch", "image"})


class BoardShowing:
    """Shows one board at a time.

    Attributes:
        by_cluster: whether it is shown cluster by cluster, in columns.
    """

    def __init__(
        self, context: EditorContext, view: CanvasView, head: BoardHead, desk: BoardDesk
    ) -> None:
        """Show on ``view`` and in ``head``."""
        self._context = context
        self._view = view
        self._head = head
        self._desk = desk
        self.by_cluster = False
        self._columns = Columns(context.project, self._height_of, context.t)

    def show_all(self, board_id: str) -> None:
        """Show all of a board; nothing when there is none."""
        self._columns.forget()
        project = self._context.project
        board = project.find(Board, board_id)
        if board is None:
            self._view.contents.set_all(())
        else:
            self._show_board(board)
        self._desk.tools.origin.set_groups(project.all(Group))
        self._show_head(board_id)

    def show_changes(self, board_id: str, changes: Sequence[Change]) -> None:
        """Show what ``changes`` did to a board."""
        kinds = {change.kind for change in changes}
        project = self._context.project
        board = project.find(Board, board_id)
        if kinds & _WHOLE_KINDS or _refolded(changes) or board is None:
            self.show_all(board_id)
            return
        if self.by_cluster:
            if kinds & _PICTURE_KINDS:
                self._columns.forget()
            self._show_board(board)
        else:
            self._show_changed(board_id, changes)
        if kinds & _HEAD_KINDS:
            self._show_head(board_id)
        self._count(board_id)

    def _show_changed(self, board_id: str, changes: Sequence[Change]) -> None:
        project = self._context.project
        kinds = {change.kind for change in changes}
        put, gone = _changed_notes(board_id, changes)
        ids = {change.id for change in changes if change.kind in _PICTURE_KINDS}
        if ids:
            for note in project.all(Note, board_id=board_id):
                if note.sketch_id in ids or note.image_id in ids:
                    put[note.id] = note
        shown = [note for note in put.values() if not is_hidden(project, note)]
        gone += [note.id for note in put.values() if is_hidden(project, note)]
        if shown or gone:
            self._view.contents.change((note_look(project, note) for note in shown), gone)
        if Cluster.KIND in kinds or _clustered(changes):
            self._show_clusters(board_id)

    def _show_board(self, board: Board) -> None:
        project, contents = self._context.project, self._view.contents
        if self.by_cluster:
            contents.set_all(*self._columns.shown(board))
            return
        notes = [
            note_look(project, note)
            for note in project.all(Note, board_id=board.id)
            if not is_hidden(project, note)
        ]
        contents.set_all(notes, contents.clusters())
        self._show_clusters(board.id)

    def _height_of(self, look: NoteLook) -> float:
        """Return how high a note is with its words."""
        entry = self._view.contents.find(look.id)
        if entry is None or entry.look.moved_to(look.x, look.y) != look:
            entry = Entry(look)
        return entry.bottom - entry.top

    def heights(self) -> dict[str, float]:
        """Return how high notes are that words made grow."""
        return {
            entry.look.id: entry.bottom - entry.top
            for entry in self._view.contents.entries()
            if entry.bottom - entry.top > entry.look.height + 0.5
        }

    def _show_clusters(self, board_id: str) -> None:
        project = self._context.project
        board = project.find(Board, board_id)
        if board is not None:
            looks = cluster_looks(project, board, self.heights(), self._context.t)
            self._view.contents.set_clusters(looks)

    def _show_head(self, board_id: str) -> None:
        project, t = self._context.project, self._context.t
        board = project.find(Board, board_id)
        number, sentence = question_of(project, board) if board is not None else (0, "")
        fallback = t("質より量。思いついたことを1件1枚で貼ります。")
        self._head.show_question(number, sentence, fallback)
        self._head.show_boards(project.all(Board), board_id)
        self._count(board_id)

    def _count(self, board_id: str) -> None:
        self._head.counter.set_count(len(self._context.project.all(Note, board_id=board_id)))


def _changed_notes(board_id: str, changes: Sequence[Change]) -> tuple[dict[str, Note], list[str]]:
    """Return the notes of a board as they now are, and the ids of those that are there no more."""
    put: dict[str, Note] = {}
    gone: list[str] = []
    for change in changes:
        after = change.after
        if isinstance(after, Note) and after.board_id == board_id:
            put[after.id] = after
        elif change.kind == Note.KIND:
            gone.append(change.id)
    return put, gone


def _clustered(changes: Sequence[Change]) -> bool:
    """Tell whether a note of a cluster changed, came into one or left one."""
    return any(
        getattr(change.before, "cluster_id", None) or getattr(change.after, "cluster_id", None)
        for change in changes
        if change.kind == Note.KIND
    )


def _refolded(changes: Sequence[Change]) -> bool:
    """Tell whether notes came to light or went into a pile."""
    return any(
        getattr(change.before, "folded", False) != getattr(change.after, "folded", False)
        for change in changes
        if change.kind == Cluster.KIND
    )
