"""Pictures that records refer to: sketches made in the app and photos, for the sheets of all tools.

Owns the way from a sketch record to a drawing and from a reference to its bytes. Must not write
words around a picture nor decide where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from servicedesign.model.board import FigurePlacement, Image, Point, Sketch, Stroke
from servicedesign.model.drawing import (
    Drawing,
    FigureLibrary,
    Label,
    Placement,
    Shape,
    compose,
    parse_path,
    translate,
)
from servicedesign.model.errors import ProjectError
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.pictures import draw_drawing, draw_picture, draw_portrait
from servicedesign.tokens import INK

if TYPE_CHECKING:
    from servicedesign.store import Project

_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")
_RUN: Final = 500
"""Points in one path; a longer stroke is drawn as several that touch."""
_LEAST_SIDE: Final = 84.0
"""Sides below this, in units of a sketch, are not blown up: an adult stands 118 high."""
_DOT: Final = 0.01
"""Length of the line that stands for a single point; its round ends make the dot."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A sketch, a photo, or both: the sketch is then what is shown.

    Attributes:
        sketch: figures and strokes.
        photo: bytes of a PNG or JPEG.
    """

    sketch: Sketch | None = None
    photo: bytes | None = None


@lru_cache(maxsize=1)
def figures() -> DrawingLibrary:
    """Return the bundled figures, shared: what is read from them never changes."""
    return DrawingLibrary()


def gather_picture(project: Project, sketch_id: str | None, image_id: str | None) -> Picture | None:
    """Return the picture that a record refers to, or None when there is none to show."""
    sketch = project.find(Sketch, sketch_id) if sketch_id else None
    if sketch is not None and (sketch.figures or sketch.strokes):
        return Picture(sketch=sketch)
    image = project.find(Image, image_id) if image_id else None
    if image is not None:
        return Picture(photo=project.image_bytes(image.sha256))
    return None


def draw_in_frame(
    page: Page,
    box: Box,
    picture: Picture | None,
    library: FigureLibrary,
    *,
    radius: float = 1.5,
    line: float = 0.9,
) -> None:
    """Draw a picture that fills ``box``, its edges cut, with an outline around it."""
    shown: Drawing | bytes | None = None
    if picture is not None:
        sketch = picture.sketch
        shown = sketch_drawing(sketch, library) if sketch is not None else picture.photo
    draw_portrait(page, box, shown, radius=radius, line=line)


def draw_whole(
    page: Page, box: Box, picture: Picture, library: FigureLibrary, *, pad: float = 2.5
) -> None:
    """Draw a picture into ``box`` as large as it fits: nothing of it is cut.

    The empty margin around a sketch is left out, so that it is well seen on a small card.
    """
    inner = box.inset(pad)
    if picture.sketch is not None:
        draw_drawing(page, inner, _without_margin(sketch_drawing(picture.sketch, library)))
    elif picture.photo is not None:
        draw_picture(page, box.inset(0.4), picture.photo)


def _without_margin(drawing: Drawing) -> Drawing:
    """Return ``drawing`` reduced to what is drawn on it, within its own edges."""
    xs: list[float] = []
    ys: list[float] = []
    for shape in drawing.shapes:
        for op in parse_path(shape.path):
            xs.extend(op.numbers[::2])
            ys.extend(op.numbers[1::2])
    for label in drawing.labels:
        xs += [label.x, label.x + label.width]
        ys += [label.y - label.size, label.y + label.size]
    left, right = max(min(xs, default=0), 0), min(max(xs, default=0), drawing.width)
    top, bottom = max(min(ys, default=0), 0), min(max(ys, default=0), drawing.height)
    width, height = max(right - left, _LEAST_SIDE), max(bottom - top, _LEAST_SIDE)
    moved = translate(drawing, (width - right - left) / 2, (height - bottom - top) / 2)
    return replace(moved, width=width, height=height)


def sketch_drawing(sketch: Sketch, library: FigureLibrary) -> Drawing:
    """Return the figures of ``sketch`` with its strokes over them.

    A figure that this program does not know is left out: a picture from a newer program still
    shows the rest.
    """
    scene = Drawing(sketch.width, sketch.height, ())
    shapes: list[Shape] = []
    labels: list[Label] = []
    for figure in sketch.figures:
        try:
            part = compose([_placement(figure)], library, scene.width, scene.height)
        except ProjectError:
            continue
        shapes.extend(part.shapes)
        labels.extend(part.labels)
    for stroke in sketch.strokes:
        shapes.extend(_stroke_shapes(stroke))
    return Drawing(scene.width, scene.height, tuple(shapes), tuple(labels))


def _placement(figure: FigurePlacement) -> Placement:
    return Placement(
        figure=figure.figure,
        x=figure.x,
        y=figure.y,
        scale=figure.scale,
        flip=figure.flip,
        text=figure.text,
    )


def _stroke_shapes(stroke: Stroke) -> Iterator[Shape]:
    """Yield lines through the points, as wide as the pen was pressed on the whole."""
    points = stroke.points
    if not points:
        return
    colour = stroke.colour if _COLOUR.fullmatch(stroke.colour) else INK
    pressure = sum(point.pressure for point in points) / len(points)
    width = stroke.width * (0.5 + pressure)
    for start in range(0, max(len(points) - 1, 1), _RUN):
        run = points[start : start + _RUN + 1]
        yield Shape(_polyline(run), None, colour, width)


def _polyline(points: tuple[Point, ...]) -> str:
    first = points[0]
    rest = points[1:] or (Point(x=first.x + _DOT, y=first.y),)
    lines = " ".join(f"L {point.x:.2f} {point.y:.2f}" for point in rest)
    return f"M {first.x:.2f} {first.y:.2f} {lines}"
