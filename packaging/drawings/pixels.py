"""Turns a drawing without words into pixels, for the icon files only.

Owns flattening of curves and painting with Pillow, four times as large and then made smaller. The
program's own renderers are elsewhere.
"""

from __future__ import annotations

from typing import Final

from PIL import Image, ImageDraw

from servicedesign.model.drawing import Drawing, PathOp, Shape, parse_path

_OVER: Final = 4
_PIECES: Final = 40

Spot = tuple[float, float]


def paint(drawing: Drawing, size: int) -> Image.Image:
    """Return ``drawing`` as a square picture of ``size`` pixels with a clear ground."""
    large = max(size * _OVER, 512)
    factor = large / drawing.width
    image = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    brush = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        _paint_shape(brush, shape, factor)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _paint_shape(brush: ImageDraw.ImageDraw, shape: Shape, factor: float) -> None:
    for line in flatten(parse_path(shape.path)):
        scaled = [(x * factor, y * factor) for x, y in line]
        if shape.fill:
            brush.polygon(scaled, fill=shape.fill)
        if shape.stroke:
            half = shape.width * factor / 2
            for x, y in scaled:
                brush.ellipse((x - half, y - half, x + half, y + half), fill=shape.stroke)
            brush.line(scaled, fill=shape.stroke, width=round(half * 2), joint="curve")


def flatten(ops: tuple[PathOp, ...]) -> list[list[Spot]]:
    """Return the parts of a path as straight pieces."""
    lines: list[list[Spot]] = []
    for op in ops:
        numbers = op.numbers
        if op.letter == "M":
            lines.append([(numbers[0], numbers[1])])
        elif op.letter == "L":
            lines[-1].append((numbers[0], numbers[1]))
        elif op.letter == "C":
            lines[-1].extend(_bezier(lines[-1][-1], numbers))
        else:
            lines[-1].append(lines[-1][0])
    return lines


def _bezier(start: Spot, numbers: tuple[float, ...]) -> list[Spot]:
    found = []
    for k in range(1, _PIECES + 1):
        t = k / _PIECES
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        xs, ys = (start[0], *numbers[0::2]), (start[1], *numbers[1::2])
        found.append((_mix(weights, xs), _mix(weights, ys)))
    return found


def _mix(weights: tuple[float, ...], values: tuple[float, ...]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))
