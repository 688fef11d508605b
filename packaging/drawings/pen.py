"""The drawing hand: curves through points, simple forms, and one sheet that collects the shapes.

Owns how a line runs and what ink, line widths and colours all drawings share. Must not know what
is drawn.

Points are written as text, ``"10,20 30,40!"``: the curve runs smoothly through each point, and
turns sharply at one marked with ``!``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Final

from servicedesign import tokens
from servicedesign.model.drawing import Drawing, Label, Shape, flip

INK: Final = tokens.INK
WHITE: Final = tokens.GROUND
CREAM: Final = tokens.STICKIES["cream"]
SKY: Final = tokens.STICKIES["sky"]
BEIGE: Final = tokens.STICKIES["beige"]
GREEN: Final = tokens.STICKIES["green"]
TINT: Final = tokens.TINT
ACCENT: Final = tokens.ACTION
PALE: Final = "#D9D9D9"
GREY: Final = "#8C8C8C"
DARK: Final = "#595959"
HAIR: Final = tokens.HAIR

_KAPPA: Final = 0.5522847498
_REACH: Final = 0.36
"""Length of a curve's handles as a share of the way to the next point."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place the line passes; ``sharp`` where it turns a corner."""

    x: float
    y: float
    sharp: bool = False


def points(text: str) -> list[Point]:
    """Read ``"x,y x,y! …"``."""
    found = []
    for word in text.split():
        x, y = word.rstrip("!").split(",")
        found.append(Point(float(x), float(y), word.endswith("!")))
    return found


def n(value: float) -> str:
    """Return ``value`` to a hundredth, without needless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def straight(text: str | list[Point], *, closed: bool = True) -> str:
    """Return the path of a polygon, or of a line of straight pieces."""
    spots = points(text) if isinstance(text, str) else text
    steps = [f"{'L' if i else 'M'} {n(p.x)} {n(p.y)}" for i, p in enumerate(spots)]
    return " ".join([*steps, *(["Z"] if closed else [])])


def curve(text: str | list[Point], *, closed: bool = False) -> str:
    """Return the path of a soft line through the points."""
    spots = points(text) if isinstance(text, str) else text
    count = len(spots)
    pairs = [(i, (i + 1) % count) for i in range(count if closed else count - 1)]
    steps = [f"M {n(spots[0].x)} {n(spots[0].y)}"]
    for i, j in pairs:
        a, b = spots[i], spots[j]
        reach = math.hypot(b.x - a.x, b.y - a.y) * _REACH
        ax, ay = _heading(spots, i, j, closed=closed)
        bx, by = _heading(spots, j, i, closed=closed)
        numbers = (a.x + ax * reach, a.y + ay * reach, b.x + bx * reach, b.y + by * reach, b.x, b.y)
        steps.append("C " + " ".join(map(n, numbers)))
    return " ".join([*steps, *(["Z"] if closed else [])])


def _heading(spots: list[Point], at: int, to: int, *, closed: bool) -> tuple[float, float]:
    """Return the direction in which the curve leaves point ``at`` on its way to ``to``."""
    here, there = spots[at], spots[to]
    count = len(spots)
    step = 1 if to == (at + 1) % count else -1
    before = at - step
    known = closed or 0 <= before < count
    if here.sharp or not known:
        return _unit(there.x - here.x, there.y - here.y)
    back = spots[before % count]
    return _unit(there.x - back.x, there.y - back.y)


def _unit(dx: float, dy: float) -> tuple[float, float]:
    length = math.hypot(dx, dy)
    return (dx / length, dy / length) if length else (0.0, 0.0)


def mirrored(text: str, middle: float = 100.0) -> list[Point]:
    """Return a closed outline from its right half, listed from the top to the bottom.

    End points on the middle line are not doubled.
    """
    half = points(text)
    other = [replace(p, x=2 * middle - p.x) for p in reversed(half) if p.x != middle]
    return half + other


def opposite(text: str, middle: float = 100.0) -> str:
    """Return the points of ``text`` mirrored left to right at ``middle``."""
    return " ".join(f"{2 * middle - p.x},{p.y}{'!' if p.sharp else ''}" for p in points(text))


def ellipse(x: float, y: float, rx: float, ry: float | None = None) -> str:
    """Return the path of an ellipse round (x, y)."""
    ry = rx if ry is None else ry
    kx, ky = rx * _KAPPA, ry * _KAPPA
    arcs = (
        (x + rx, y + ky, x + kx, y + ry, x, y + ry),
        (x - kx, y + ry, x - rx, y + ky, x - rx, y),
        (x - rx, y - ky, x - kx, y - ry, x, y - ry),
        (x + kx, y - ry, x + rx, y - ky, x + rx, y),
    )
    body = " ".join("C " + " ".join(map(n, arc)) for arc in arcs)
    return f"M {n(x + rx)} {n(y)} {body} Z"


def rect(x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    """Return the path of a rectangle, its corners rounded by ``radius``."""
    right, bottom = x + width, y + height
    if not radius:
        return straight(f"{x},{y} {right},{y} {right},{bottom} {x},{bottom}")
    k = radius * (1 - _KAPPA)
    r = radius
    corners = (
        (right - r, y, right - k, y, right, y + k, right, y + r),
        (right, bottom - r, right, bottom - k, right - k, bottom, right - r, bottom),
        (x + r, bottom, x + k, bottom, x, bottom - k, x, bottom - r),
        (x, y + r, x, y + k, x + k, y, x + r, y),
    )
    body = " ".join(f"L {n(c[0])} {n(c[1])} C {' '.join(map(n, c[2:]))}" for c in corners)
    return f"M {n(x + r)} {n(y)} {body} Z"


def tube(text: str, widths: tuple[float, float]) -> str:
    """Return the outline of a limb along a soft line, tapering between two widths; round ends."""
    spots = points(text)
    count = len(spots)
    left, right = [], []
    for i, p in enumerate(spots):
        a, b = spots[max(i - 1, 0)], spots[min(i + 1, count - 1)]
        ux, uy = _unit(b.x - a.x, b.y - a.y)
        half = (widths[0] + (widths[1] - widths[0]) * i / (count - 1)) / 2
        left.append(Point(p.x - uy * half, p.y + ux * half))
        right.append(Point(p.x + uy * half, p.y - ux * half))
    ends = [_cap(spots[-1], spots[-2], widths[1] / 2), _cap(spots[0], spots[1], widths[0] / 2)]
    return curve([*left, ends[0], *reversed(right), ends[1]], closed=True)


def _cap(end: Point, inner: Point, half: float) -> Point:
    ux, uy = _unit(end.x - inner.x, end.y - inner.y)
    return Point(end.x + ux * half, end.y + uy * half)


@dataclass(slots=True)
class Sheet:
    """Collects shapes from back to front.

    Attributes:
        line: width of outlines; details are thinner.
    """

    width: float
    height: float
    line: float = 1.8
    shapes: list[Shape] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def form(self, path: str, fill: str | None, width: float | None = None) -> None:
        """Add a form with its outline in ink."""
        self.shapes.append(Shape(path, fill, INK, self.line if width is None else width))

    def flat(self, path: str, fill: str) -> None:
        """Add a form without an outline."""
        self.shapes.append(Shape(path, fill, None, 0.0))

    def stroke(
        self, path: str, width: float | None = None, colour: str = INK, dash: tuple[float, ...] = ()
    ) -> None:
        """Add a line."""
        self.shapes.append(Shape(path, None, colour, self.line if width is None else width, dash))

    def place(self, other: Drawing, x: float, y: float, *, mirror: bool = False) -> None:
        """Add another drawing with its top left corner at (x, y), its lines as they are."""
        from servicedesign.model.drawing import translate

        moved = translate(flip(other) if mirror else other, x, y)
        self.shapes.extend(moved.shapes)
        self.labels.extend(moved.labels)

    def write(self, x: float, y: float, width: float, size: float, **more: object) -> None:
        """Add a label; without ``text`` it is a place for words (see ``model.drawing.Label``)."""
        values: dict[str, object] = {"text": "", "align": "center", "bold": False, **more}
        self.labels.append(
            Label(
                x, y, width, size, str(values["text"]), str(values["align"]), bool(values["bold"])
            )
        )

    def drawing(self) -> Drawing:
        """Return what has been drawn."""
        return Drawing(self.width, self.height, tuple(self.shapes), tuple(self.labels))
