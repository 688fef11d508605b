"""Drawing on a note of a canvas: the line stands where the hand draws it.

Owns this gesture. Which sketch is drawn on and what becomes of the line is told by the holder.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from servicedesign import tokens
from servicedesign.model import Sketch
from servicedesign.tools.sketch_drawings import sketch_drawing
from servicedesign.ui.canvas.gestures.gesture import Gesture, Press
from servicedesign.ui.canvas.note_painter import ground
from servicedesign.ui.sketching.hand import Drawing, Erasing, Hand, eraser_radius
from servicedesign.ui.sketching.ink import Ink, InkTool
from servicedesign.ui.sketching.sketch_edit import SketchEdit
from servicedesign.ui.theme import color
from servicedesign.ui.widgets.drawing_view import paint_drawing

if TYPE_CHECKING:
    from servicedesign.model.drawing import FigureLibrary
    from servicedesign.ui.canvas.canvas_view import CanvasView


@dataclass(frozen=True, slots=True)
class Paper:
    """What is drawn on.

    Attributes:
        sketch: as it is kept, or an empty one.
        place: where it lies on the board, in board units.
        colour: key of the note's colour.
        under: a picture that lies under what is drawn, or None.
    """

    sketch: Sketch
    place: QRectF
    colour: str
    under: QImage | None = None


class NoteInk(Gesture):
    """A line or an eraser on a note, from press to release."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        view: CanvasView,
        press: Press,
        paper: Paper,
        ink: Ink,
        library: FigureLibrary,
        keep: Callable[[SketchEdit], object],
    ) -> None:
        """Begin at ``press`` on ``paper``; ``keep`` hears what came of it."""
        super().__init__(view, press)
        self._paper = paper
        self._library = library
        self._keep = keep
        self._factor = paper.place.width() / paper.sketch.width
        self._hand: Hand
        seen = self._factor * view.scale_now()
        if ink.tool() is InkTool.ERASER:
            self._hand = Erasing(
                paper.sketch, eraser_radius(seen, paper.sketch.width), whole=ink.whole()
            )
        else:
            self._hand = Drawing(ink, seen, paper.sketch.width)
        self.move(press)

    def move(self, press: Press) -> None:
        """Lead the line on."""
        spot = (press.place - self._paper.place.topLeft()) / self._factor
        self._hand.move(spot.x(), spot.y(), press.pressure)
        self.view.redraw_over()

    def finish(self, press: Press) -> None:
        """Tell what came of it."""
        edit = self._hand.done(self._paper.sketch)
        if edit is not None:
            self._keep(edit)
        self.view.redraw(soon=False)

    def cancel(self) -> None:
        """Leave everything as it is."""
        self.view.redraw_over()

    def paint(self, painter: QPainter) -> None:
        """Paint the room for the sketch, and the line in it."""
        paper = self._paper
        box = self.view.rect_to_view(paper.place)
        painter.save()
        painter.setClipRect(box)
        if isinstance(self._hand, Erasing):
            painter.fillRect(box, ground(paper.colour))
            if paper.under is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(box, paper.under)
            shown = self._hand.shown(paper.sketch)
            paint_drawing(painter, sketch_drawing(shown, self._library), box)
        painter.translate(box.topLeft())
        factor = self._factor * self.view.scale_now()
        painter.scale(factor, factor)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._hand.paint(painter)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color(tokens.ACTION, 0.5), 1, Qt.PenStyle.DashLine))
        painter.drawRect(box)
