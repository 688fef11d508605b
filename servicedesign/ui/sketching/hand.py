"""What a pointer does on a sketch from press to release: draw, erase, move or scale a figure.

Owns these four. Nothing is told before the release; one that is called off has done nothing.
"""

from __future__ import annotations

from dataclasses import replace
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from servicedesign import tokens
from servicedesign.model import Sketch, Stroke, msg
from servicedesign.model.strokes import erased
from servicedesign.ui.sketching import placing
from servicedesign.ui.sketching.ink import ACROSS, ERASER, Ink
from servicedesign.ui.sketching.live_paint import paint_live
from servicedesign.ui.sketching.sketch_edit import SketchEdit
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from servicedesign.model.drawing import FigureLibrary

_LEAST_MOVE_PX = 4.0


class Hand:
    """One gesture under way; the base does nothing. Places are in units of the sketch."""

    def move(self, x: float, y: float, pressure: float) -> None:
        """Follow the pointer."""

    def shown(self, sketch: Sketch) -> Sketch:
        """Return the sketch as it is to be seen meanwhile."""
        return sketch

    def done(self, sketch: Sketch) -> SketchEdit | None:
        """Return what came of it."""
        return None

    def paint(self, painter: QPainter) -> None:
        """Paint over the sketch, in its units."""


class Drawing(Hand):
    """A line of ink."""

    def __init__(self, ink: Ink, px_per_unit: float, across: float = ACROSS) -> None:
        """Begin a line on a sketch ``across`` units wide."""
        self._live = ink.begin(px_per_unit, across)

    def move(self, x: float, y: float, pressure: float) -> None:
        """Lead it on."""
        self._live.add(x, y, pressure)

    def done(self, sketch: Sketch) -> SketchEdit | None:
        """Return the sketch with one more stroke."""
        return with_stroke(sketch, self._live.finished())

    def paint(self, painter: QPainter) -> None:
        """Paint the line."""
        paint_live(painter, self._live.stroke())


def with_stroke(sketch: Sketch, stroke: Stroke) -> SketchEdit | None:
    """Return the step that adds ``stroke`` to ``sketch``; None where none of it is inside."""
    reach = stroke.width
    inside = any(
        -reach <= point.x <= sketch.width + reach and -reach <= point.y <= sketch.height + reach
        for point in stroke.points
    )
    if not inside:
        return None
    return SketchEdit(replace(sketch, strokes=(*sketch.strokes, stroke)), msg("線を描く"))


class Erasing(Hand):
    """An eraser: what it touches is gone at once, and comes back if it is called off."""

    def __init__(self, sketch: Sketch, radius: float, *, whole: bool) -> None:
        """Begin on ``sketch``."""
        self._strokes = sketch.strokes
        self._radius = radius
        self._whole = whole
        self._at: tuple[float, float] | None = None

    def move(self, x: float, y: float, pressure: float) -> None:
        """Erase what lies between here and where it was."""
        way = [(x, y)] if self._at is None else [self._at, (x, y)]
        self._strokes = erased(self._strokes, way, self._radius, whole=self._whole)
        self._at = (x, y)

    def shown(self, sketch: Sketch) -> Sketch:
        """Return the sketch without what was erased."""
        return replace(sketch, strokes=self._strokes)

    def done(self, sketch: Sketch) -> SketchEdit | None:
        """Return the sketch without what was erased; None when nothing was."""
        if self._strokes == sketch.strokes:
            return None
        return SketchEdit(self.shown(sketch), msg("線を消す"))

    def paint(self, painter: QPainter) -> None:
        """Paint where the eraser is."""
        if self._at is not None:
            pen = QPen(color(tokens.TEXT), 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(color(tokens.GROUND, 0.5))
            painter.drawEllipse(QPointF(*self._at), self._radius, self._radius)


def eraser_radius(px_per_unit: float, across: float) -> float:
    """Return the radius of the eraser in units: never smaller than what one can hit."""
    return max(ERASER * across / ACROSS, 8.0 / max(px_per_unit, 1e-6))


class MovingFigure(Hand):
    """A figure follows the pointer."""

    def __init__(self, number: int, x: float, y: float, px_per_unit: float) -> None:
        """Take hold of figure ``number`` at a place."""
        self._number = number
        self._start = (x, y)
        self._far = (0.0, 0.0)
        self._least = _LEAST_MOVE_PX / max(px_per_unit, 1e-6)
        self._moved = False

    def move(self, x: float, y: float, pressure: float) -> None:
        """Follow, once it has moved a little."""
        dx, dy = x - self._start[0], y - self._start[1]
        self._moved = self._moved or hypot(dx, dy) >= self._least
        if self._moved:
            self._far = (dx, dy)

    def shown(self, sketch: Sketch) -> Sketch:
        """Return the sketch with the figure there."""
        return placing.moved(sketch, self._number, *self._far) if self._moved else sketch

    def done(self, sketch: Sketch) -> SketchEdit | None:
        """Return the sketch with the figure there; None when it was only touched."""
        shown = self.shown(sketch)
        return SketchEdit(shown, msg("絵の部品を動かす")) if shown != sketch else None


class ScalingFigure(Hand):
    """A figure becomes as large as the pointer is far from its feet."""

    def __init__(
        self, library: FigureLibrary, sketch: Sketch, number: int, x: float, y: float
    ) -> None:
        """Take hold of the corner of figure ``number`` at a place."""
        self._number = number
        self._was = sketch.figures[number].scale
        self._feet = (sketch.figures[number].x, sketch.figures[number].y)
        self._reach = max(hypot(x - self._feet[0], y - self._feet[1]), 1.0)
        self._scale = self._was

    def move(self, x: float, y: float, pressure: float) -> None:
        """Follow the pointer."""
        away = hypot(x - self._feet[0], y - self._feet[1])
        self._scale = self._was * away / self._reach

    def shown(self, sketch: Sketch) -> Sketch:
        """Return the sketch with the figure as large."""
        return placing.scaled(sketch, self._number, self._scale)

    def done(self, sketch: Sketch) -> SketchEdit | None:
        """Return the sketch with the figure as large; None when it stayed the same."""
        shown = self.shown(sketch)
        if shown.figures[self._number].scale == self._was:
            return None
        return SketchEdit(shown, msg("絵の部品の大きさを変える"))


def paint_chosen(painter: QPainter, box: QRectF, handle: float) -> None:
    """Paint the frame of a chosen figure and the handle at its upper right corner, in px."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(tokens.ACTION), 2))
    painter.drawRect(box)
    painter.setBrush(color(tokens.GROUND))
    painter.drawEllipse(box.topRight(), handle, handle)
