"""Photos and drawings placed on a page: cropped, rounded, at most as fine as print can show.

Owns the preparation of pictures and the renderer of model drawings. Must not fetch images. What was
prepared is kept within bounds, and never the picture it was made of.
"""

from __future__ import annotations

import hashlib
import io
import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from PIL import Image, ImageOps

from servicedesign.model.drawing import Drawing, Label, Shape, parse_path
from servicedesign.paper.ink import units_path
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import ALIGN, Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.tokens import GROUND, INK

PRINT_DPI: Final = 300
_LABEL_LEADING: Final = 1.35
_QUALITY: Final = 90
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "GIF")


def draw_drawing(page: Page, box: Box, drawing: Drawing, *, cover: bool = False) -> None:
    """Draw a vector drawing into ``box``, in the middle and as large as fits.

    Args:
        page: where to draw.
        box: its place.
        drawing: paths, y down, in its own units.
        cover: fill the box and cut off what reaches over its edge.
    """
    if drawing.width <= 0 or drawing.height <= 0:
        return
    pick = max if cover else min
    scale = pick(box.width / drawing.width, box.height / drawing.height)
    left = box.x + (box.width - drawing.width * scale) / 2
    top = box.y + (box.height - drawing.height * scale) / 2
    draw_shapes(page, drawing.shapes, left, top, scale)
    draw_labels(page, drawing.labels, left, top, scale)


def draw_shapes(
    page: Page,
    shapes: Sequence[Shape],
    x: float,
    y: float,
    scale: float,
    *,
    mirror: float = 0,
    pen: float = 1,
) -> None:
    """Draw the shapes of a drawing with its upper left corner at (x, y).

    Args:
        page: where to draw.
        shapes: from back to front.
        x: left edge in mm.
        y: upper edge in mm.
        scale: mm for one unit of the drawing.
        mirror: width of the drawing in its units, to turn it left to right; 0 leaves it.
        pen: factor of the widths of lines.
    """
    with page.placed(x, y, scale, mirror=mirror):
        page.caps(round_ends=True)
        for shape in shapes:
            page.paint(
                _painted(shape.path),
                shape.fill or None,
                shape.stroke if shape.stroke and shape.width else None,
                shape.width * pen,
                [part * pen for part in shape.dash],
                even_odd=True,
            )


@lru_cache(maxsize=8192)
def _painted(path: str) -> str:
    return units_path((op.letter, op.numbers) for op in parse_path(path))


def draw_labels(page: Page, labels: Sequence[Label], left: float, top: float, scale: float) -> None:
    """Write the labels: each line fits its width, and the block stands around its middle."""
    for words in labels:
        lines = words.text.split("\n")
        size = words.size * scale * PT_PER_MM
        room = words.width * scale
        size = min(fit_line(page, line, size, room, bold=words.bold, least=1) for line in lines)
        em, step = size / PT_PER_MM, size / PT_PER_MM * _LABEL_LEADING
        x = left + (words.x + words.width * ALIGN[words.align]) * scale
        y = top + words.y * scale - (em + step * (len(lines) - 1)) / 2
        for i, line in enumerate(lines):
            page.text(x, y + i * step, line, size, bold=words.bold, align=words.align)


def draw_portrait(
    page: Page,
    box: Box,
    picture: Drawing | bytes | None,
    *,
    radius: float = 3,
    round_frame: bool = False,
    ground: str = GROUND,
    line: float = 0.9,
) -> None:
    """Draw a portrait, drawn or photographed, cropped to ``box`` with an outline around it.

    Args:
        page: where to draw.
        box: its place.
        picture: a drawing, PNG or JPEG bytes, or None for the outline alone.
        radius: of the corners in mm.
        round_frame: make the frame a circle.
        ground: colour behind a drawing.
        line: width of the outline in pt.
    """
    r = min(box.width, box.height) / 2 if round_frame else radius
    page.rect(box.x, box.y, box.width, box.height, fill=ground, radius=r)
    if picture is not None:
        with page.clipped(box.x, box.y, box.width, box.height, r):
            if isinstance(picture, bytes):
                data = cropped(picture, box.width, box.height, page.k)
                if data:
                    page.image(data, box.x, box.y, box.width, box.height)
            else:
                draw_drawing(page, box, picture, cover=True)
    page.rect(box.x, box.y, box.width, box.height, stroke=INK, line=line, radius=r)


def draw_picture(page: Page, box: Box, data: bytes) -> Box | None:
    """Put a picture into ``box``, whole, in the middle; return its place, None if unreadable."""
    size = _size(data)
    if size is None:
        return None
    scale = min(box.width / size[0], box.height / size[1])
    width, height = size[0] * scale, size[1] * scale
    left, top = box.x + (box.width - width) / 2, box.y + (box.height - height) / 2
    fine = cropped(data, width, height, page.k)
    if not fine:
        return None
    page.image(fine, left, top, width, height)
    return Box(left, top, width, height)


def cropped(data: bytes, width: float, height: float, scale: float = 1.0) -> bytes | None:
    """Return ``data`` cropped around its middle to the shape of the box, 300 dpi at most.

    A photo comes back as JPEG, everything else as PNG; None when the bytes are no picture that can
    be read: the frame then stays empty.
    """
    key = (hashlib.sha256(data).digest(), width, height, scale)
    known = _PREPARED.get(key)
    if known is None:
        known = _cropped(data, width, height, scale)
        if known is not None:
            _PREPARED.keep(key, known)
    return known


class _Prepared:
    """Pictures as they are printed, up to so many bytes; used by several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: tuple[object, ...]) -> bytes | None:
        """Return what is kept, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: tuple[object, ...], data: bytes) -> None:
        """Keep ``data``; what was not used for longest goes for it."""
        with self._lock:
            self._bytes += len(data) - len(self._kept.pop(key, b""))
            self._kept[key] = data
            while self._bytes > self._most:
                self._bytes -= len(self._kept.popitem(last=False)[1])


_PREPARED: Final = _Prepared(24 * 1024 * 1024)


def _cropped(data: bytes, width: float, height: float, scale: float) -> bytes | None:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            most = round(max(width, height) * scale / 25.4 * PRINT_DPI)
            goal = (
                max(most * width / max(width, height), 1),
                max(most * height / max(width, height), 1),
            )
            shrink = max(goal[0] / opened.width, goal[1] / opened.height, 0.0)
            target = (
                (round(goal[0]), round(goal[1]))
                if shrink < 1
                else _inside(opened.width, opened.height, width / height)
            )
            photo = opened.format == "JPEG"
            opened.draft("RGB", target)  # a large JPEG is decoded smaller at once
            picture = ImageOps.fit(opened.convert("RGBA"), target)
            flat = Image.new("RGB", picture.size, GROUND)
            flat.paste(picture, mask=picture.getchannel("A"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    out = io.BytesIO()
    if photo:
        flat.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    else:
        flat.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _inside(width: int, height: int, shape: float) -> tuple[int, int]:
    """Return the largest size of ``shape`` inside a picture."""
    if width / height > shape:
        return max(round(height * shape), 1), height
    return width, max(round(width / shape), 1)


def _size(data: bytes) -> tuple[int, int] | None:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            return opened.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
