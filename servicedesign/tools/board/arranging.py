"""Arranging the chosen notes: aligned, at equal gaps, in a grid, in front or behind, locked.

Owns the way from a command to an action. The places are ``places``', the writing ``moving``'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.model import Message, Note, msg
from servicedesign.tools.board import moving
from servicedesign.tools.board.places import Boxed, Boxes, Edge, Places, align, distribute, tidy

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView
    from servicedesign.ui.context import EditorContext


class Arranging:
    """Works for one canvas."""

    def __init__(self, view: CanvasView, context: EditorContext) -> None:
        """Arrange what is chosen on ``view``."""
        self._view = view
        self._context = context

    def _boxes(self) -> Boxes:
        chosen = self._view.contents.some(self._view.selection.ids())
        return {
            e.look.id: Boxed(e.left, e.top, e.right - e.left, e.bottom - e.top)
            for e in chosen
            if not e.look.locked
        }

    def _place(self, places: Places, label: Message) -> None:
        if len(places) > 1:
            moving.place_notes(self._context.project, places, label)

    def align(self, edge: Edge) -> None:
        """Bring the chosen notes into one line."""
        boxes = self._boxes()
        if boxes:
            self._place(align(boxes, edge), msg("付箋をそろえる"))

    def distribute(self, *, across: bool) -> None:
        """Give the chosen notes equal gaps."""
        self._place(distribute(self._boxes(), across=across), msg("付箋の間をそろえる"))

    def tidy(self) -> None:
        """Put the chosen notes into a grid; with none chosen say so."""
        boxes = self._boxes()
        if len(boxes) < 2:
            t = self._context.t
            self._context.shell.toast(t("整えたい付箋を2枚以上選んでください。"))
            return
        self._place(tidy(boxes), msg("付箋を整える"))

    def nudge(self, dx: float, dy: float) -> None:
        """Move the chosen notes a little."""
        moving.nudge_notes(self._context.project, self._view.selection.ids(), dx, dy)

    def bring(self, *, front: bool) -> None:
        """Bring the chosen notes to the front or to the back."""
        moving.bring_notes(self._context.project, self._view.selection.ids(), front=front)

    def lock(self) -> None:
        """Lock the chosen notes; where all are locked, let go of them."""
        project = self._context.project
        found = [project.find(Note, one) for one in self._view.selection.ids()]
        chosen = [note for note in found if note is not None]
        if not chosen:
            return
        locked = not all(note.locked for note in chosen)
        moving.lock_notes(project, [note.id for note in chosen], locked)
        t = self._context.t
        words = (
            t.plural("{n}枚を固定しました。動かすときは固定をときます。", len(chosen))
            if locked
            else t.plural("{n}枚の固定をときました。", len(chosen))
        )
        self._context.shell.toast(words, undo=True)
