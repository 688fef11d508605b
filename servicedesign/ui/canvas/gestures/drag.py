"""Dragging notes: they follow the pointer, meet lines, and are moved or copied once at the end.

Owns this gesture. While it lasts only pictures move; nothing is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication

from servicedesign import tokens
from servicedesign.ui.canvas.gestures.gesture import Gesture, Press
from servicedesign.ui.canvas.snapping import NEAR_PX, Guide, Snapper
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView

_MOST_RESTING: Final = 600
"""With more notes in view than this no lines are met: there would be one everywhere."""
_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Moved:
    """What a drag came to.

    Attributes:
        ids: the notes.
        dx: how far to the right, in board units.
        dy: how far down.
        copied: whether copies are wanted there and the notes stay.
        place: where the pointer let go, in board units.
        onto: the note under the pointer that was not dragged, or empty.
        target: what the holder of the canvas named as lying there, or empty.
    """

    ids: tuple[str, ...]
    dx: float
    dy: float
    copied: bool
    place: QPointF
    onto: str = ""
    target: str = ""


class Drag(Gesture):
    """Drags what is chosen, or the note under the pointer alone."""

    def __init__(self, view: CanvasView, press: Press) -> None:
        """Take hold of ``press.entry``."""
        super().__init__(view, press)
        assert press.entry is not None
        self._note = press.entry.look.id
        self._was_chosen = self._note in view.selection
        self._ids: tuple[str, ...] = ()
        self._box = QRectF()
        self._snapper: Snapper | None = None
        self._guides: list[Guide] = []
        self._far = (0.0, 0.0)
        if press.modifiers & _ADDING and not self._was_chosen:
            view.selection.toggle(self._note)
        elif not self._was_chosen:
            view.selection.choose([self._note])
        view.selection.set_focus(self._note)

    def move(self, press: Press) -> None:
        """Follow the pointer once it has moved a little."""
        if not self._ids and not self._lift(press):
            return
        step = press.place - self.start.place
        dx, dy = step.x(), step.y()
        if press.holds(Qt.KeyboardModifier.ShiftModifier):
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        self._guides = []
        if self._snapper is not None and not press.holds(Qt.KeyboardModifier.ControlModifier):
            near = NEAR_PX / self.view.scale_now()
            more_x, more_y, self._guides = self._snapper.snap(self._box.translated(dx, dy), near)
            dx, dy = dx + more_x, dy + more_y
        self._far = (dx, dy)
        self.view.layers.set_copying(press.holds(Qt.KeyboardModifier.AltModifier))
        self.view.layers.drag(dx, dy)
        self.view.redraw()

    def _lift(self, press: Press) -> bool:
        step = press.point - self.start.point
        if step.manhattanLength() < QApplication.startDragDistance() or self.view.reading():
            return False
        chosen = self.view.selection.ids() if self._note in self.view.selection else (self._note,)
        free = [e for e in self.view.contents.some(chosen) if not e.look.locked]
        if not free:
            return False
        self._ids = tuple(entry.look.id for entry in free)
        self._box = self.view.contents.bounds(self._ids)
        moving = set(self._ids)
        seen = self.view.seen()
        around = self.view.contents.inside((seen.left(), seen.top(), seen.right(), seen.bottom()))
        resting = [entry.rect() for entry in around if entry.look.id not in moving]
        self._snapper = Snapper(resting) if len(resting) <= _MOST_RESTING else None
        self.view.layers.lift(self._ids)
        return True

    def finish(self, press: Press) -> None:
        """Tell where the notes were let go; a mere click chooses the one note, or lets go of it."""
        if not self._ids:
            if self._was_chosen and press.modifiers & _ADDING:
                self.view.selection.toggle(self._note)
            elif self._was_chosen:
                self.view.selection.choose([self._note])
            return
        dx, dy = self._far
        copied = press.holds(Qt.KeyboardModifier.AltModifier)
        below = self.view.contents.inside(
            (press.place.x(), press.place.y(), press.place.x(), press.place.y())
        )
        moving = set(self._ids)
        onto = [e.look.id for e in below if e.look.id not in moving]
        if dx or dy:
            self.view.notes_moved.emit(
                Moved(
                    self._ids, dx, dy, copied, press.place, onto[-1] if onto else "", self.target()
                )
            )
        self._lay_down()

    def carried(self) -> tuple[str, ...]:
        """Return the notes that are in the hand; none before the pointer has moved a little."""
        return self._ids

    def target(self) -> str:
        """Return what letting go now would mean to the holder of the canvas, or empty."""
        return ""

    def cancel(self) -> None:
        """Lay the notes down where they were."""
        self._lay_down()

    def _lay_down(self) -> None:
        self.view.layers.drop()
        self._guides = []
        self.view.redraw(soon=False)

    def paint(self, painter: QPainter) -> None:
        """Paint the lines that are met."""
        painter.setPen(QPen(color(tokens.ACTION), 1))
        for guide in self._guides:
            if guide.upright:
                ends = (QPointF(guide.at, guide.start), QPointF(guide.at, guide.end))
            else:
                ends = (QPointF(guide.start, guide.at), QPointF(guide.end, guide.at))
            painter.drawLine(self.view.to_view(ends[0]), self.view.to_view(ends[1]))


def start_drag(view: CanvasView, press: Press) -> Gesture | None:
    """Begin with a press on a note."""
    return Drag(view, press) if press.entry is not None else None
