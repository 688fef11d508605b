"""Strokes of a pen: simplified while they are drawn, shown as curves, and erased.

Owns this arithmetic, in the units of a sketch. Must not draw nor know whose sketch a stroke is in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil, hypot
from typing import Final

from servicedesign.model.board import Point, Stroke

PEN: Final = "pen"
MARKER: Final = "marker"
"""A broad line that lies under figures and pen: it colours and never covers."""

MOST_POINTS: Final = 1_500
"""A stroke keeps no more points than this: longer ones are simplified further."""
MOST_IN_SKETCH: Final = 8_000
"""Points of all strokes of one sketch; a sketch that has more takes no further stroke."""

_CHUNK: Final = 96
"""So many new points are simplified at once while a stroke is drawn."""
_RUN: Final = 16
"""Steps in one path: many short ones that touch are painted ten times as fast as a long one."""
_BENT: Final = 0.25
"""Cosine of the angle above which a bend is a corner and stays one (75 degrees)."""
_ROUNDING: Final = 0.8
"""How far a curve may lead beside the straight line between two points, about, in units."""
_LEVELS: Final = 8
"""Steps of width that pressure is shown in."""
_DOT: Final = 0.01
"""Length of the line that stands for a single point; its round ends make the dot."""
_FAR: Final = 100_000.0
"""Points further out are drawn at this distance: no page reaches there."""

Place = tuple[float, float]


# Simplifying ----------------------------------------------------------------------------------


def simplified(points: Sequence[Point], tolerance: float, width: float = 0.0) -> tuple[Point, ...]:
    """Return as few of ``points`` as keep the line within ``tolerance`` of where it was.

    Ramer, Douglas and Peucker's way, with the pressure as a third direction: the edges of a line
    ``width`` units wide also stay within ``tolerance``. First and last point are kept.
    """
    if len(points) < 3:
        return tuple(points)
    kept = [False] * len(points)
    kept[0] = kept[-1] = True
    waiting = [(0, len(points) - 1)]
    spots = [(point.x, point.y, point.pressure * width / 2) for point in points]
    while waiting:
        first, last = waiting.pop()
        furthest, far = first, tolerance * tolerance
        for index in range(first + 1, last):
            away = _away(spots[index], spots[first], spots[last])
            if away > far:
                furthest, far = index, away
        if furthest != first:
            kept[furthest] = True
            waiting += [(first, furthest), (furthest, last)]
    return tuple(point for point, stays in zip(points, kept, strict=True) if stays)


_Spot = tuple[float, float, float]


def _away(spot: _Spot, start: _Spot, end: _Spot) -> float:
    """Return the squared distance of ``spot`` from the line from ``start`` to ``end``."""
    dx, dy, dz = end[0] - start[0], end[1] - start[1], end[2] - start[2]
    px, py, pz = spot[0] - start[0], spot[1] - start[1], spot[2] - start[2]
    length = dx * dx + dy * dy + dz * dz
    if length:
        share = min(1.0, max(0.0, (px * dx + py * dy + pz * dz) / length))
        px, py, pz = px - share * dx, py - share * dy, pz - share * dz
    return px * px + py * py + pz * pz


def smoothed(points: Sequence[Point]) -> list[Point]:
    """Return ``points`` without the trembling of a mouse: each a mean with its neighbours.

    Ends and corners stay where they are.
    """
    if len(points) < 3:
        return list(points)
    middle = [
        now if _is_corner(before, now, after) else _mean(before, now, after)
        for before, now, after in zip(points, points[1:], points[2:], strict=False)
    ]
    return [points[0], *middle, points[-1]]


def _mean(before: Point, now: Point, after: Point) -> Point:
    return Point(
        x=(before.x + 2 * now.x + after.x) / 4,
        y=(before.y + 2 * now.y + after.y) / 4,
        pressure=(before.pressure + 2 * now.pressure + after.pressure) / 4,
    )


def _is_corner(before: Point, now: Point, after: Point) -> bool:
    ax, ay, bx, by = now.x - before.x, now.y - before.y, after.x - now.x, after.y - now.y
    lengths = hypot(ax, ay) * hypot(bx, by)
    return lengths == 0 or (ax * bx + ay * by) / lengths < _BENT


class LiveStroke:
    """A stroke while it is drawn: however long it becomes, it keeps few points."""

    def __init__(self, tool: str, colour: str, width: float, tolerance: float) -> None:
        """Begin a line ``width`` units wide; ``tolerance`` units are too small to be seen."""
        self._look = Stroke(tool=tool, colour=colour, width=width)
        self._tolerance = tolerance
        self._fixed: list[Point] = []
        self._new: list[Point] = []

    def add(self, x: float, y: float, pressure: float = 0.5) -> bool:
        """Lead the line on to a place; False when that is next to where it is already."""
        last = self._new[-1] if self._new else None
        if last is not None and hypot(x - last.x, y - last.y) < self._tolerance:
            return False
        self._new.append(Point(x=x, y=y, pressure=min(1.0, max(0.0, pressure))))
        if len(self._new) > _CHUNK:
            self._settle()
        return True

    def _settle(self) -> None:
        chunk = simplified(smoothed(self._new), self._tolerance, self._look.width)
        self._fixed += chunk[:-1]
        self._new = [chunk[-1]]
        while len(self._fixed) > MOST_POINTS:
            self._tolerance *= 1.6
            self._fixed = list(simplified(self._fixed, self._tolerance, self._look.width))

    def stroke(self) -> Stroke:
        """Return the line as it now is, to be shown."""
        return replace(self._look, points=(*self._fixed, *self._new))

    def finished(self) -> Stroke:
        """Return the line as it is kept."""
        chunk = simplified(smoothed(self._new), self._tolerance, self._look.width)
        points = (_rounded(point) for point in (*self._fixed, *chunk))
        return replace(self._look, points=tuple(points))


def _rounded(point: Point) -> Point:
    return Point(x=round(point.x, 2), y=round(point.y, 2), pressure=round(point.pressure, 2))


# Showing --------------------------------------------------------------------------------------


def stroke_runs(stroke: Stroke) -> Iterator[tuple[str, float]]:
    """Yield paths (``model.drawing``'s subset of SVG) with the width of each, in order.

    A pen that is pressed makes a broader line; where nothing tells, pressure is 0.5 and the line
    as wide as the stroke says.
    """
    points = [_within(point) for point in stroke.points]
    if not points:
        return
    if len(points) == 1:
        dot = f"M {points[0].x:.2f} {points[0].y:.2f} L {points[0].x + _DOT:.2f} {points[0].y:.2f}"
        yield dot, _wide(stroke, _level(points[0], points[0]))
        return
    parts: list[str] = []
    level = -1
    for index, (start, end) in enumerate(pairwise(points)):
        now = _level(start, end)
        if now != level or len(parts) > _RUN:
            if parts:
                yield " ".join(parts), _wide(stroke, level)
            parts, level = [f"M {start.x:.2f} {start.y:.2f}"], now
        parts.append(_step(points, index))
    yield " ".join(parts), _wide(stroke, level)


def _within(point: Point) -> Point:
    if abs(point.x) <= _FAR and abs(point.y) <= _FAR:
        return point
    return replace(point, x=min(_FAR, max(-_FAR, point.x)), y=min(_FAR, max(-_FAR, point.y)))


def _level(start: Point, end: Point) -> int:
    return round((start.pressure + end.pressure) / 2 * _LEVELS)


def _wide(stroke: Stroke, level: int) -> float:
    return stroke.width * (0.5 + level / _LEVELS)


def _step(points: Sequence[Point], index: int) -> str:
    """Return the command that leads from a point to the next: a curve where the line bends."""
    start, end = points[index], points[index + 1]
    ax, ay = _handle(points, index, start, end)
    bx, by = _handle(points, index + 1, end, start)
    if not (ax or ay or bx or by):
        return f"L {end.x:.2f} {end.y:.2f}"
    return (
        f"C {start.x + ax:.2f} {start.y + ay:.2f} {end.x + bx:.2f} {end.y + by:.2f}"
        f" {end.x:.2f} {end.y:.2f}"
    )


def _handle(points: Sequence[Point], at: int, here: Point, there: Point) -> Place:
    """Return the way from ``here`` to the handle of the curve that leads to ``there``.

    It lies along the line through both neighbours, and is short where the line bends much, so that
    the curve stays beside the straight line.
    """
    if not 0 < at < len(points) - 1:
        return 0.0, 0.0
    before, after = points[at - 1], points[at + 1]
    if _is_corner(before, here, after):
        return 0.0, 0.0
    dx, dy = after.x - before.x, after.y - before.y
    wx, wy = there.x - here.x, there.y - here.y
    across, length = hypot(dx, dy), hypot(wx, wy)
    if not across or not length:
        return 0.0, 0.0
    if dx * wx + dy * wy < 0:
        dx, dy = -dx, -dy
    sine = abs(dx * wy - dy * wx) / (across * length)
    reach = min(length / 3, _ROUNDING / sine) if sine > 1e-6 else length / 3
    return dx / across * reach, dy / across * reach


# Erasing --------------------------------------------------------------------------------------


def erased(
    strokes: Iterable[Stroke], way: Sequence[Place], radius: float, *, whole: bool = True
) -> tuple[Stroke, ...]:
    """Return ``strokes`` after an eraser of ``radius`` units was led along ``way``.

    Args:
        strokes: from below to above.
        way: where the eraser was.
        radius: of the eraser.
        whole: whether a stroke that is touched goes as a whole; else only what was touched goes.
    """
    kept: list[Stroke] = []
    for stroke in strokes:
        reach = radius + stroke.width / 2
        if not _near(stroke, way, reach):
            kept.append(stroke)
            continue
        dense = _dense(stroke.points, max(reach / 2, 0.5))
        gone = [_touched(point, way, reach) for point in dense]
        if not any(gone):
            kept.append(stroke)
        elif not whole:
            kept += _remains(stroke, dense, gone)
    return tuple(kept)


def _near(stroke: Stroke, way: Sequence[Place], reach: float) -> bool:
    if not stroke.points or not way:
        return False
    xs, ys = [p.x for p in stroke.points], [p.y for p in stroke.points]
    across, down = [x for x, _ in way], [y for _, y in way]
    return (
        min(xs) - reach <= max(across)
        and max(xs) + reach >= min(across)
        and min(ys) - reach <= max(down)
        and max(ys) + reach >= min(down)
    )


def _dense(points: Sequence[Point], step: float) -> list[Point]:
    """Return ``points`` with more between them, none further apart than ``step``."""
    dense = [points[0]]
    for start, end in pairwise(points):
        count = min(2_000, ceil(hypot(end.x - start.x, end.y - start.y) / step))
        for number in range(1, count):
            share = number / count
            dense.append(
                Point(
                    x=start.x + (end.x - start.x) * share,
                    y=start.y + (end.y - start.y) * share,
                    pressure=start.pressure + (end.pressure - start.pressure) * share,
                )
            )
        dense.append(end)
    return dense


def _touched(point: Point, way: Sequence[Place], reach: float) -> bool:
    spot, far = (point.x, point.y, 0.0), reach * reach
    if len(way) == 1:
        return _away(spot, (*way[0], 0.0), (*way[0], 0.0)) <= far
    return any(_away(spot, (*a, 0.0), (*b, 0.0)) <= far for a, b in pairwise(way))


def _remains(stroke: Stroke, dense: Sequence[Point], gone: Sequence[bool]) -> Iterator[Stroke]:
    run: list[Point] = []
    for point, lost in zip(dense, gone, strict=True):
        if not lost:
            run.append(point)
            continue
        yield from _piece(stroke, run)
        run = []
    yield from _piece(stroke, run)


def _piece(stroke: Stroke, run: Sequence[Point]) -> Iterator[Stroke]:
    if len(run) > 1:
        points = simplified(run, 0.05, stroke.width)
        yield replace(stroke, points=tuple(_rounded(point) for point in points))
