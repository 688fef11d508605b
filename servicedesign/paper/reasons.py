"""Words beside the points of a curve, placed so that they cross neither curve nor faces.

Owns the choice of a place: above on a rise, below in a dip, moved aside where something is in the
way. Must not know what the points mean, nor draw.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from servicedesign.paper.papers import Box
from servicedesign.paper.smooth import Point, Segment
from servicedesign.paper.textbox import Fitted

_SHIFTS: Final = (0.0, -4.0, 4.0, -8.0, 8.0, -12.0, 12.0)
_GAPS: Final = (0.9, 2.4, 4.5)
_CLEAR: Final = 0.5
"""Mm that words keep from a curve and from each other."""
BLOCKED: Final = 40.0
"""A place that costs this much or more covers something."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point with words.

    Attributes:
        x: of the point, mm.
        y: of the point, mm.
        radius: of the face on it, mm.
        words: laid out.
        above: whether the words stand over the point by preference.
    """

    x: float
    y: float
    radius: float
    words: Fitted
    above: bool


@dataclass
class Places:
    """Finds a place for the words of one anchor after the other.

    Attributes:
        box: where words may stand.
        curves: points along the curves.
        faces: middle and radius of every face.
        taken: boxes of words that have a place.
    """

    box: Box
    curves: Sequence[Point]
    faces: Sequence[tuple[float, float, float]]
    taken: list[Box] = field(default_factory=list)

    def find(self, anchor: Anchor) -> tuple[Box, float]:
        """Return the best place for an anchor's words and what it costs, without taking it."""
        width, height = anchor.words.width, anchor.words.height
        near = [p for p in self.curves if abs(p[0] - anchor.x) < width + 14]
        best: tuple[float, Box] | None = None
        for place, cost in self._candidates(anchor, width, height):
            if best is not None and cost >= best[0]:
                continue
            total = cost + self._cost(place, near)
            if best is None or total < best[0]:
                best = (total, place)
        assert best is not None
        return best[1], best[0]

    def take(self, anchor: Anchor) -> tuple[Box, float]:
        """Return the best place, which from now on is taken."""
        place, cost = self.find(anchor)
        self.taken.append(place)
        return place, cost

    def _candidates(
        self, anchor: Anchor, width: float, height: float
    ) -> Iterator[tuple[Box, float]]:
        """Yield places around the anchor with what they cost by themselves, near ones first."""
        for gap in _GAPS:
            for shift in _SHIFTS:
                for above in (anchor.above, not anchor.above):
                    reach = anchor.radius + gap
                    y = anchor.y - reach - height if above else anchor.y + reach
                    x = anchor.x - width / 2 + shift
                    x = min(max(x, self.box.x + 0.4), self.box.right - width - 0.4)
                    cost = abs(shift) * 0.5 + gap + (0.0 if above == anchor.above else 4.0)
                    yield Box(x, y, width, height), cost

    def _cost(self, place: Box, near: Sequence[Point]) -> float:
        left, right = place.x - _CLEAR, place.right + _CLEAR
        top, bottom = place.y - _CLEAR, place.bottom + _CLEAR
        cost = 0.0
        if place.y < self.box.y or place.bottom > self.box.bottom:
            cost += 3 * BLOCKED
        cost += 12.0 * sum(left < x < right and top < y < bottom for x, y in near)
        for x, y, radius in self.faces:
            dx = max(left - x, 0.0, x - right)
            dy = max(top - y, 0.0, y - bottom)
            if dx * dx + dy * dy < radius * radius:
                cost += BLOCKED
        cost += sum(2 * BLOCKED for other in self.taken if _overlap(place, other))
        return cost


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.right + 1.6
        and other.x < one.right + 1.6
        and one.y < other.bottom + _CLEAR
        and other.y < one.bottom + _CLEAR
    )


def along(points: Sequence[Point], pieces: Sequence[Segment], steps: int = 24) -> list[Point]:
    """Return points along a curve of Bézier pieces that begin at ``points``."""
    found = []
    for start, piece in zip(points, pieces, strict=False):
        x1, y1, x2, y2, x3, y3 = piece
        for i in range(steps):
            t = i / steps
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            found.append((a * start[0] + b * x1 + c * x2 + d * x3,
                          a * start[1] + b * y1 + c * y2 + d * y3))  # fmt: skip
    return found
