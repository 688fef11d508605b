"""Writing notes on a board: where the next one stands, and what becomes of the words.

Owns the way from typed words to an action, and the series: Enter ends a note and the next stands
beside it. A note that was begun and left without a word was never there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from servicedesign.model import Note, StickyColour
from servicedesign.tools.board import notes
from servicedesign.tools.board.looks import note_look
from servicedesign.tools.board.places import GAP, Boxed, free_place
from servicedesign.tools.board.words import words_of
from servicedesign.tools.new_notes import next_number, parted
from servicedesign.ui.canvas.looks import NoteLook
from servicedesign.ui.canvas.order import next_note
from servicedesign.ui.canvas.written import WrittenNote

if TYPE_CHECKING:
    from servicedesign.store import Project
    from servicedesign.ui.canvas.canvas_view import CanvasView
    from servicedesign.ui.context import EditorContext

SIDE = 160.0
"""Side of a new note in board units."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a new note takes.

    Attributes:
        board_id: the board it belongs to.
        colour: of a note of no group.
        group_id: whose idea it is, or None.
    """

    board_id: str
    colour: StickyColour
    group_id: str | None


class Writing(QObject):
    """The note under way on one canvas.

    Signals:
        added: a new note has its first words; its id.
        began: a note is being written.
        ended: none is any more.
    """

    added = Signal(str)
    began = Signal()
    ended = Signal()

    def __init__(
        self, view: CanvasView, context: EditorContext, origin: Callable[[], Origin]
    ) -> None:
        """Write on ``view``; ``origin`` tells what a new note takes."""
        super().__init__(view)
        self._view = view
        self._context = context
        self._origin = origin
        self._note_id = ""
        self._active = False
        self._serial = False
        self._left: float | None = None
        name = context.t("付箋の言葉")
        self.written = WrittenNote(view, name, parted)
        field = self.written.field
        field.setReadOnly(context.read_only)
        field.committed.connect(self._write)
        field.done.connect(self._on_done)
        field.left.connect(self._on_tab)
        field.escaped.connect(self.end)

    @property
    def _project(self) -> Project:
        return self._context.project

    def active(self) -> bool:
        """Tell whether a note is being written."""
        return self._active

    def note_id(self) -> str:
        """Return the note that is being written, empty for one that has no words yet."""
        return self._note_id if self._active else ""

    # Beginning --------------------------------------------------------------------------------

    def begin_new(self, place: QPointF | None = None) -> None:
        """Begin a note under ``place``, else beside the one in focus, else in the middle."""
        if self._context.read_only:
            return
        self.end()
        self._left = None
        self._begin_at(self._first_place(place))

    def begin(self, note_id: str) -> None:
        """Write the words of a note that is there."""
        entry = self._view.contents.find(note_id)
        note = self._project.find(Note, note_id)
        if entry is None or note is None or self._context.read_only or note.locked:
            return
        self.end()
        self._note_id = note_id
        self._serial = False
        self._active = True
        self._view.selection.choose([note_id])
        self.written.begin(entry.look, words_of(note))
        self.began.emit()

    def _begin_at(self, box: Boxed) -> None:
        origin = self._origin()
        self._note_id = ""
        self._serial = True
        self._active = True
        self._left = box.x if self._left is None else self._left
        look = NoteLook(
            id="",
            x=box.x,
            y=box.y,
            width=SIDE,
            height=SIDE,
            colour=str(origin.colour),
            number=next_number(self._project, origin.board_id),
        )
        self._view.selection.choose((), focus="")
        self.written.begin(look, "")
        self.began.emit()

    def _first_place(self, place: QPointF | None) -> Boxed:
        if place is not None and self._view.contents.at(place.x(), place.y()) is None:
            return Boxed(round(place.x() - SIDE / 2), round(place.y() - SIDE / 4), SIDE, SIDE)
        beside = self._view.contents.find(self._view.selection.focus())
        if place is not None:
            beside = self._view.contents.at(place.x(), place.y())
        if beside is not None:
            return self.free(Boxed(beside.right + GAP, beside.top, SIDE, SIDE))
        free = self._view.free()
        corner = self._view.to_board(free.topLeft() + QPointF(32, 32))
        left = corner.x() if len(self._view.contents) else corner.x() + SIDE / 2
        return self.free(Boxed(round(left), round(corner.y()), SIDE, SIDE))

    def free(self, wanted: Boxed, left: float | None = None) -> Boxed:
        """Return the first free place from ``wanted`` on, in rows as wide as the view."""
        width = self._view.free().width() / max(self._view.scale_now(), 0.5)
        columns = max(3, min(10, int(width / (SIDE + GAP))))
        return free_place(self._is_free, wanted, left=left, columns=columns)

    def _is_free(self, box: Boxed) -> bool:
        rect = (
            box.x - GAP / 2, box.y - GAP / 2,
            box.x + box.width + GAP / 2, box.y + box.height + GAP / 2,
        )  # fmt: skip
        if self._view.contents.inside(rect):
            return False
        left, top, right, bottom = rect
        for sheet in self._view.contents.clusters():
            apart = (
                right <= sheet.x
                or left >= sheet.x + sheet.width
                or bottom <= sheet.y
                or top >= sheet.y + sheet.height
            )
            if not apart:
                return False
        return True

    # Words ------------------------------------------------------------------------------------

    def _write(self, words: str) -> None:
        if not self._active:
            return
        if self._note_id:
            if self._project.find(Note, self._note_id) is not None:
                notes.write_note(self._project, self._note_id, words)
            return
        look = self.written.look()
        if look is None or not words.strip():
            return
        origin = self._origin()
        note = notes.add_note(
            self._project,
            origin.board_id,
            words,
            look.x,
            look.y,
            colour=origin.colour,
            group_id=origin.group_id,
        )
        self._note_id = note.id
        self._view.selection.choose([note.id])
        self.added.emit(note.id)
        self.written.follow(self._look(note.id))

    def _on_done(self) -> None:
        """End the note with Enter; in a series the next stands beside it."""
        look, written = self.written.look(), self._note_id
        if not self._serial or look is None or not written:
            self.end()
            return
        entry = self._view.contents.find(written)
        right = entry.right if entry is not None else look.x + look.width
        left = self._left
        self._active = False
        self.written.end()
        self._active = True
        self._begin_at(self.free(Boxed(right + GAP, look.y, SIDE, SIDE), left=left))

    def _on_tab(self, step: int) -> None:
        following = next_note(self._view.contents, self._note_id, step)
        if following:
            self.begin(following)
        else:
            self.end()

    def end(self) -> None:
        """Leave the note; what is typed is written."""
        if not self._active:
            return
        self.written.field.flush()
        note_id = self._note_id
        self._active = False
        self._note_id = ""
        self.written.end()
        if note_id:
            self._view.selection.choose([note_id])
        self.ended.emit()

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Follow the note as it now is; one that is gone is written no more."""
        if not self._active or not self._note_id:
            return
        note = self._project.find(Note, self._note_id)
        if note is None:
            self._active = False
            self._note_id = ""
            self.written.end()
            self.ended.emit()
            return
        field = self.written.field
        if parted(field.text()) != (note.title, note.text):
            field.set_text(words_of(note))
        self.written.follow(self._look(note.id))

    def _look(self, note_id: str) -> NoteLook:
        """Return a note as the canvas shows it, wherever that is."""
        entry = self._view.contents.find(note_id)
        if entry is not None:
            return entry.look
        return note_look(self._project, self._project.get(Note, note_id))

    def recolour(self) -> None:
        """Show a note that has no words yet in the colour it would get."""
        look = self.written.look()
        if self._active and not self._note_id and look is not None:
            colour = str(self._origin().colour)
            self.written.follow(
                NoteLook(id="", x=look.x, y=look.y, number=look.number, colour=colour)
            )
