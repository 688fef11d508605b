"""Pictures that records refer to: sketches made in the app and photos, for the sheets of all tools.

Owns the way from a sketch record to a drawing and from a reference to its bytes. Must not write
words around a picture nor decide where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from servicedesign.model.board import FigurePlacement, Image, Sketch, Stroke
from servicedesign.model.drawing import (
    Drawing,
    FigureLibrary,
    Label,
    Placement,
    Shape,
    compose,
    parse_path,
    placed_box,
)
from servicedesign.model.errors import ProjectError
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.pictures import (
    draw_labels,
    draw_picture,
    draw_portrait,
    draw_shapes,
)
from servicedesign.store.stored_picture import StoredPicture
from servicedesign.tokens import INK
from servicedesign.tools.sketch_drawings import parted, stroke_shapes

if TYPE_CHECKING:
    from servicedesign.store import Project

_LEAST_SIDE: Final = 84.0
"""Sides below this, in units of a sketch, are not blown up: an adult stands 118 high."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A sketch, a photo, or both: the sketch then lies over the photo.

    Attributes:
        sketch: figures and strokes.
        photo: a PNG or JPEG, its bytes or where they are.
    """

    sketch: Sketch | None = None
    photo: bytes | StoredPicture | None = None

    def photo_bytes(self) -> bytes | None:
        """Return the bytes of the photo, read now; none where it is damaged."""
        if not isinstance(self.photo, StoredPicture):
            return self.photo
        try:
            return self.photo.read()
        except ProjectError:
            return None

    def is_damaged(self) -> bool:
        """Tell whether the photo that is to be shown cannot be."""
        if self.photo is None:
            return False
        return not (self.photo.is_sound() if isinstance(self.photo, StoredPicture) else self.photo)


def gather_picture(project: Project, sketch_id: str | None, image_id: str | None) -> Picture | None:
    """Return the picture that a record refers to, or None when there is none to show.

    The bytes of a photo stay in the project until it is drawn: hundreds would fill the memory.
    """
    sketch = project.find(Sketch, sketch_id) if sketch_id else None
    if sketch is not None and (sketch.figures or sketch.strokes):
        return Picture(sketch=sketch)
    image = project.find(Image, image_id) if image_id else None
    if image is not None:
        return Picture(photo=project.stored_picture(image.sha256))
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
    if picture is None or picture.sketch is None:
        photo = picture.photo_bytes() if picture else None
        draw_portrait(page, box, photo, radius=radius, line=line)
        return
    sketch = picture.sketch
    with page.clipped(box.x, box.y, box.width, box.height, radius):
        scale = max(box.width / sketch.width, box.height / sketch.height)
        left = box.x + (box.width - sketch.width * scale) / 2
        top = box.y + (box.height - sketch.height * scale) / 2
        _draw_scene(page, _scene(sketch, library), left, top, scale)
    page.rect(box.x, box.y, box.width, box.height, stroke=INK, line=line, radius=radius)


def draw_whole(
    page: Page, box: Box, picture: Picture, library: FigureLibrary, *, pad: float = 2.5
) -> None:
    """Draw a picture into ``box`` as large as it fits: nothing of it is cut.

    The empty margin around a sketch is left out, so that it is well seen on a small card.
    """
    if picture.photo is not None:
        _draw_photo(page, box.inset(0.4), picture, library)
        return
    if picture.sketch is None:
        return
    inner = box.inset(pad)
    parts = _scene(picture.sketch, library)
    shown = _extent(parts, picture.sketch)
    scale = min(inner.width / shown.width, inner.height / shown.height)
    left = inner.x + (inner.width - shown.width * scale) / 2 - shown.x * scale
    top = inner.y + (inner.height - shown.height * scale) / 2 - shown.y * scale
    with page.clipped(box.x, box.y, box.width, box.height):
        _draw_scene(page, parts, left, top, scale)


def _draw_photo(page: Page, box: Box, picture: Picture, library: FigureLibrary) -> None:
    """Draw a photo, and the sketch over it: as wide as the photo, as on screen."""
    photo, sketch = picture.photo_bytes(), picture.sketch
    place = draw_picture(page, box, photo) if photo else None
    if sketch is None:
        return
    if place is None:
        draw_whole(page, box, Picture(sketch=sketch), library)
        return
    with page.clipped(place.x, place.y, place.width, place.height):
        scale = place.width / sketch.width
        _draw_scene(page, _scene(sketch, library), place.x, place.y, scale)


# --- scenes ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure or a stroke in a scene: shapes, where they stand, and the words on them."""

    shapes: tuple[Shape, ...]
    bounds: Box
    x: float = 0
    y: float = 0
    scale: float = 1
    mirror: float = 0
    labels: tuple[Label, ...] = ()


class _Wordless:
    """Hands out figures without their shapes, so that only their words are placed."""

    def __init__(self, library: FigureLibrary) -> None:
        self._library = library

    def figure(self, figure_id: str, /) -> Drawing:
        return replace(self._library.figure(figure_id), shapes=())


def _scene(sketch: Sketch, library: FigureLibrary) -> list[_Part]:
    """Return the parts of ``sketch`` from back to front.

    A figure that this program does not know is left out: a picture from a newer program still
    shows the rest.
    """
    under, over = parted(sketch)
    parts = [_stroke_part(stroke) for stroke in under if stroke.points]
    for figure in sketch.figures:
        try:
            parts.append(_figure_part(figure, library))
        except ProjectError:
            continue
    return parts + [_stroke_part(stroke) for stroke in over if stroke.points]


def _stroke_part(stroke: Stroke) -> _Part:
    shapes = tuple(stroke_shapes(stroke))
    return _Part(shapes, _shapes_box(shapes))


def _figure_part(figure: FigurePlacement, library: FigureLibrary) -> _Part:
    placement = Placement(
        figure=figure.figure,
        x=figure.x,
        y=figure.y,
        scale=figure.scale,
        flip=figure.flip,
        text=figure.text,
    )
    drawing = library.figure(figure.figure)
    left, top, width, _ = placed_box(placement, drawing)
    words = compose([placement], _Wordless(library), width, width)
    own = _shapes_box(drawing.shapes)
    k = figure.scale
    start = drawing.width - own.right if figure.flip else own.x
    bounds = Box(left + start * k, top + own.y * k, own.width * k, own.height * k)
    mirror = drawing.width if figure.flip else 0
    return _Part(drawing.shapes, bounds, left, top, k, mirror, words.labels)


@lru_cache(maxsize=1024)
def _shapes_box(shapes: tuple[Shape, ...]) -> Box:
    """Return the box around all points of ``shapes``, in their units."""
    numbers = [op.numbers for shape in shapes for op in parse_path(shape.path)]
    xs = [n for points in numbers for n in points[::2]] or [0.0]
    ys = [n for points in numbers for n in points[1::2]] or [0.0]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _extent(parts: list[_Part], sketch: Sketch) -> Box:
    """Return the box of what is drawn, within the edges of the sketch and not too small."""
    boxes = [part.bounds for part in parts]
    left = max(min((b.x for b in boxes), default=0), 0)
    right = min(max((b.right for b in boxes), default=sketch.width), sketch.width)
    top = max(min((b.y for b in boxes), default=0), 0)
    bottom = min(max((b.bottom for b in boxes), default=sketch.height), sketch.height)
    width, height = max(right - left, _LEAST_SIDE), max(bottom - top, _LEAST_SIDE)
    return Box((left + right - width) / 2, (top + bottom - height) / 2, width, height)


def _draw_scene(page: Page, parts: list[_Part], left: float, top: float, scale: float) -> None:
    """Draw shapes, then words; lines grow with the root of a figure's scale, as in the model."""
    for part in parts:
        draw_shapes(
            page,
            part.shapes,
            left + part.x * scale,
            top + part.y * scale,
            scale * part.scale,
            mirror=part.mirror,
            pen=part.scale**-0.5,
        )
    for part in parts:
        draw_labels(page, part.labels, left, top, scale)
