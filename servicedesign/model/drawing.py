"""Drawings as data: filled and outlined paths with words on them, and scenes put together of them.

Owns the shapes, their strict reading from text and JSON, and the arithmetic of moving, scaling and
mirroring them. Must not draw: paper and screen each have a renderer that walks through
:func:`parse_path`. Both draw in the order of ``shapes``, fill by the even-odd rule, use round caps
and joins, and set the labels over the shapes in ink.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from servicedesign.model.drawing_check import (
    MAX_COORDINATE,
    bounded,
    colour,
    items,
    keys,
    not_negative,
    number,
    positive,
    refusal,
    text,
)
from servicedesign.model.drawing_path import MAX_PATH_CHARS, PathOp, format_path, parse_path
from servicedesign.model.message import msg

__all__ = [
    "ALIGNMENTS",
    "MAX_COORDINATE",
    "MAX_LABELS",
    "MAX_LABEL_CHARS",
    "MAX_PATH_CHARS",
    "MAX_SCALE",
    "MAX_SHAPES",
    "MAX_SIDE",
    "MAX_TOTAL_CHARS",
    "Drawing",
    "FigureLibrary",
    "Label",
    "PathOp",
    "Placement",
    "Shape",
    "compose",
    "drawing_from_plain",
    "drawing_to_plain",
    "flip",
    "format_path",
    "parse_path",
    "placed_box",
    "placement_from_plain",
    "placement_to_plain",
    "scale",
    "translate",
]

MAX_SIDE: Final = 10_000.0
"""Largest width or height of a drawing, in its own units."""
MAX_SHAPES: Final = 2_000
MAX_LABELS: Final = 200
MAX_LABEL_CHARS: Final = 500
MAX_TOTAL_CHARS: Final = 2_000_000
"""Largest sum of the lengths of all paths of one drawing."""
MAX_SCALE: Final = 100.0
ALIGNMENTS: Final = ("left", "center", "right")

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Shape:
    """One path with its fill and its line.

    Attributes:
        path: absolute SVG commands M, L, C, Z, y down, in the units of the drawing.
        fill: ``#RRGGBB``, or None for no fill.
        stroke: ``#RRGGBB``, or None for no line.
        width: width of the line, in the units of the drawing.
        dash: lengths of dash and gap by turns, in the units of the drawing; empty is a full line.
    """

    path: str
    fill: str | None
    stroke: str | None
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """Words on a sign, a bubble or a screen.

    A label without text is a place to write: :func:`compose` puts a placement's words there.

    Attributes:
        x: left edge of the box, in the units of the drawing.
        y: the middle of the block of lines, so that one or three lines both stand centred.
        width: width of the box; a renderer makes the type smaller until the lines fit.
        size: em size of the type.
        text: lines divided by line feeds.
        align: ``"left"``, ``"center"`` or ``"right"`` within the box.
        bold: whether the type is bold.
    """

    x: float
    y: float
    width: float
    size: float
    text: str
    align: str = "center"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of ``width`` by ``height`` units: shapes from back to front, then labels."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """A figure put into a scene.

    Attributes:
        figure: id of a figure of the library.
        x: where the middle of the figure's bottom edge stands, in units of the scene.
        y: where the figure's bottom edge stands; people keep their feet there when scaled.
        scale: 1 is the figure's own size; all figures share one measure, an adult being 160 high.
        flip: whether it is mirrored left to right; words stay readable.
        text: words for the figure's empty labels: the first line for the first label and so on,
            the last label taking what is left.
    """

    figure: str
    x: float
    y: float
    scale: float = 1.0
    flip: bool = False
    text: str = ""


class FigureLibrary(Protocol):
    """Whatever can hand out a figure by its id."""

    def figure(self, figure_id: str, /) -> Drawing:
        """Return the figure; ProjectError if there is none of that id."""
        ...


# --- moving, scaling, mirroring ---------------------------------------------------------------


def translate(drawing: Drawing, dx: float, dy: float) -> Drawing:
    """Return ``drawing`` moved inside its box, which keeps its size."""
    return _mapped(drawing, (1.0, dx), (1.0, dy), 1.0)


def scale(drawing: Drawing, factor: float) -> Drawing:
    """Return ``drawing`` and its box ``factor`` times as large.

    Lines grow with the square root only: small figures stay clear of clogging, large ones do not
    get heavier than their neighbours.
    """
    factor = positive(bounded(factor, "scale", MAX_SCALE), "scale")
    sized = _mapped(drawing, (factor, 0.0), (factor, 0.0), factor)
    return replace(sized, width=drawing.width * factor, height=drawing.height * factor)


def flip(drawing: Drawing) -> Drawing:
    """Return ``drawing`` mirrored left to right in its box; words stay readable."""
    return _mapped(drawing, (-1.0, drawing.width), (1.0, 0.0), 1.0)


def _mapped(
    drawing: Drawing, across: tuple[float, float], down: tuple[float, float], factor: float
) -> Drawing:
    """Send x to ``across[0] * x + across[1]``, y likewise, type by ``factor``, lines by root."""
    pen = math.sqrt(factor)
    shapes = tuple(
        replace(
            shape,
            path=format_path(_mapped_ops(parse_path(shape.path), across, down)),
            width=shape.width * pen,
            dash=tuple(length * pen for length in shape.dash),
        )
        for shape in drawing.shapes
    )
    labels = tuple(_mapped_label(label, across, down, factor) for label in drawing.labels)
    return replace(drawing, shapes=shapes, labels=labels)


def _mapped_ops(
    ops: Iterable[PathOp], across: tuple[float, float], down: tuple[float, float]
) -> Iterator[PathOp]:
    (ax, bx), (ay, by) = across, down
    for op in ops:
        turned = (n * ay + by if i % 2 else n * ax + bx for i, n in enumerate(op.numbers))
        yield PathOp(op.letter, tuple(turned))


def _mapped_label(
    label: Label, across: tuple[float, float], down: tuple[float, float], factor: float
) -> Label:
    edges = (label.x * across[0] + across[1], (label.x + label.width) * across[0] + across[1])
    return replace(
        label,
        x=min(edges),
        y=label.y * down[0] + down[1],
        width=abs(edges[1] - edges[0]),
        size=label.size * factor,
    )


# --- scenes -----------------------------------------------------------------------------------


def placed_box(placement: Placement, figure: Drawing) -> tuple[float, float, float, float]:
    """Return left, top, width and height that ``figure`` takes in the scene."""
    width, height = figure.width * placement.scale, figure.height * placement.scale
    return placement.x - width / 2, placement.y - height, width, height


def compose(
    placements: Sequence[Placement], library: FigureLibrary, width: float, height: float
) -> Drawing:
    """Return one drawing of all ``placements``, the first at the back.

    Args:
        placements: figures with their places and words.
        library: hands out the figures.
        width: width of the scene; a storyboard frame is 400 by 240.
        height: height of the scene. What reaches over the edge is left for the renderer to clip.

    Raises:
        ProjectError: an unknown figure, or a size or place out of bounds.
    """
    shapes: list[Shape] = []
    labels: list[Label] = []
    for placement in placements:
        part = _placed(placement, library.figure(placement.figure))
        shapes.extend(part.shapes)
        labels.extend(part.labels)
    size = [bounded(float(side), "scene", MAX_SIDE) for side in (width, height)]
    return Drawing(size[0], size[1], tuple(shapes), tuple(labels))


def _placed(placement: Placement, figure: Drawing) -> Drawing:
    factor = positive(bounded(placement.scale, placement.figure, MAX_SCALE), placement.figure)
    left, top, width, _ = placed_box(placement, figure)
    across = (-factor, left + width) if placement.flip else (factor, left)
    part = _mapped(figure, across, (factor, top), factor)
    return replace(part, labels=tuple(_worded(part.labels, placement.text)))


def _worded(labels: tuple[Label, ...], text: str) -> Iterator[Label]:
    """Write ``text`` into the empty labels; those that stay empty are left out."""
    places = sum(not label.text for label in labels)
    lines = text.split("\n", max(places - 1, 0))
    for label in labels:
        words = label.text or (lines.pop(0) if lines else "")
        if words:
            yield replace(label, text=words)


# --- JSON -------------------------------------------------------------------------------------


def drawing_to_plain(drawing: Drawing) -> dict[str, object]:
    """Return ``drawing`` as what JSON can hold; what is left at its default is left out."""
    plain: dict[str, object] = {"width": drawing.width, "height": drawing.height}
    plain["shapes"] = [_shape_to_plain(shape) for shape in drawing.shapes]
    if drawing.labels:
        plain["labels"] = [_fields(label) for label in drawing.labels]
    return plain


def _shape_to_plain(shape: Shape) -> dict[str, object]:
    plain = _fields(shape)
    plain["dash"] = list(shape.dash)
    if not shape.dash:
        del plain["dash"]
    return plain


def _fields(value: Shape | Label | Placement) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def drawing_from_plain(plain: object, where: str = "drawing") -> Drawing:
    """Read a drawing strictly.

    Args:
        plain: what :func:`drawing_to_plain` made, or any other JSON value.
        where: name of the place for the message.

    Raises:
        ProjectError: an unknown or missing key, a wrong type, a path that does not read, a colour
            that is not ``#RRGGBB``, a size that is none or over the bounds of this module.
    """
    data = keys(plain, where, ("width", "height", "shapes"), ("labels",))
    shapes = tuple(
        _shape_from_plain(item, f"{where}.shapes[{i}]")
        for i, item in enumerate(items(data["shapes"], f"{where}.shapes", MAX_SHAPES))
    )
    if sum(len(shape.path) for shape in shapes) > MAX_TOTAL_CHARS:
        raise refusal(where, msg("線が長すぎます"))
    labels = tuple(
        _label_from_plain(item, f"{where}.labels[{i}]")
        for i, item in enumerate(items(data.get("labels", []), f"{where}.labels", MAX_LABELS))
    )
    width = positive(number(data["width"], f"{where}.width", MAX_SIDE), f"{where}.width")
    height = positive(number(data["height"], f"{where}.height", MAX_SIDE), f"{where}.height")
    return Drawing(width, height, shapes, labels)


def _shape_from_plain(plain: object, where: str) -> Shape:
    data = keys(plain, where, ("path", "fill", "stroke", "width"), ("dash",))
    path = text(data["path"], f"{where}.path", MAX_PATH_CHARS)
    parse_path(path, f"{where}.path")
    dash = tuple(
        not_negative(number(n, f"{where}.dash", MAX_SIDE), f"{where}.dash")
        for n in items(data.get("dash", []), f"{where}.dash", 8)
    )
    if dash and not sum(dash):
        raise refusal(f"{where}.dash", msg("数が大きすぎるか、数ではありません"))
    return Shape(
        path=path,
        fill=colour(data["fill"], f"{where}.fill"),
        stroke=colour(data["stroke"], f"{where}.stroke"),
        width=not_negative(number(data["width"], f"{where}.width", MAX_SIDE), f"{where}.width"),
        dash=dash,
    )


def _label_from_plain(plain: object, where: str) -> Label:
    needed = ("x", "y", "width", "size", "text")
    data = keys(plain, where, needed, ("align", "bold"))
    align, bold = data.get("align", "center"), data.get("bold", False)
    if align not in ALIGNMENTS or not isinstance(bold, bool):
        raise refusal(where, msg("書き方の指定が違います"))
    return Label(
        x=number(data["x"], f"{where}.x"),
        y=number(data["y"], f"{where}.y"),
        width=positive(number(data["width"], f"{where}.width"), f"{where}.width"),
        size=positive(number(data["size"], f"{where}.size", MAX_SIDE), f"{where}.size"),
        text=text(data["text"], f"{where}.text", MAX_LABEL_CHARS),
        align=str(align),
        bold=bold,
    )


def placement_to_plain(placement: Placement) -> dict[str, object]:
    """Return ``placement`` as what JSON can hold."""
    return _fields(placement)


def placement_from_plain(plain: object, where: str = "placement") -> Placement:
    """Read a placement strictly; whether its figure exists is asked only by :func:`compose`.

    Raises:
        ProjectError: an unknown or missing key, a wrong type or a number out of bounds.
    """
    data = keys(plain, where, ("figure", "x", "y"), ("scale", "flip", "text"))
    figure, mirrored = text(data["figure"], f"{where}.figure", 64), data.get("flip", False)
    if not _NAME.fullmatch(figure) or not isinstance(mirrored, bool):
        raise refusal(where, msg("書き方の指定が違います"))
    factor = number(data.get("scale", 1.0), f"{where}.scale", MAX_SCALE)
    return Placement(
        figure=figure,
        x=number(data["x"], f"{where}.x"),
        y=number(data["y"], f"{where}.y"),
        scale=positive(factor, f"{where}.scale"),
        flip=mirrored,
        text=text(data.get("text", ""), f"{where}.text", MAX_LABEL_CHARS),
    )
