"""Sketches as drawings: what screens paint and what sheets draw of a sketch's figures and strokes.

Owns that one way. Must not load what only paper needs: a window opens with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from servicedesign.model.board import Sketch, Stroke
from servicedesign.model.drawing import Drawing, FigureLibrary, Placement, Shape, compose
from servicedesign.model.errors import ProjectError
from servicedesign.model.strokes import MARKER, stroke_runs
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.tokens import INK

_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")


@lru_cache(maxsize=1)
def figures() -> DrawingLibrary:
    """Return the bundled figures, shared: what is read from them never changes."""
    return DrawingLibrary()


def sketch_drawing(sketch: Sketch, library: FigureLibrary) -> Drawing:
    """Return ``sketch`` as one drawing, for screens; figures that are not known are left out."""
    known = []
    for figure in sketch.figures:
        try:
            library.figure(figure.figure)
        except ProjectError:
            continue
        known.append(
            Placement(
                figure=figure.figure,
                x=figure.x,
                y=figure.y,
                scale=figure.scale,
                flip=figure.flip,
                text=figure.text,
            )
        )
    drawing = compose(known, library, sketch.width, sketch.height)
    under, over = parted(sketch)
    below = tuple(shape for stroke in under for shape in stroke_shapes(stroke))
    above = tuple(shape for stroke in over for shape in stroke_shapes(stroke))
    return replace(drawing, shapes=below + drawing.shapes + above)


def stroke_shapes(stroke: Stroke) -> Iterator[Shape]:
    """Yield the line of a stroke, broader where the pen was pressed."""
    colour = stroke.colour if _COLOUR.fullmatch(stroke.colour) else INK
    for path, width in stroke_runs(stroke):
        yield Shape(path, None, colour, width)


def parted(sketch: Sketch) -> tuple[list[Stroke], list[Stroke]]:
    """Return the strokes that lie under the figures, and those over them."""
    markers = [stroke for stroke in sketch.strokes if stroke.tool == MARKER]
    return markers, [stroke for stroke in sketch.strokes if stroke.tool != MARKER]
