"""Discs that would lie on each other moved apart, so that each number can be read.

Owns that arithmetic, for screen and paper alike; a disc that had to leave its place gets a line
back to it. Lengths are in any unit. Must not draw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt
from typing import Final

Point = tuple[float, float]

_ROUNDS: Final = 80
_FEWEST: Final = 12
_WORK: Final = 6000
"""Discs times rounds: many discs get fewer rounds, so that none waits for them."""
_PULL: Final = 0.04
"""Share of the way back to its place that a disc is drawn in each round."""
_GOLDEN: Final = pi * (3 - sqrt(5))
"""The angle by which discs of one and the same place part, in radians."""
_FULL: Final = 0.5
"""Most of an area that discs may cover; where there are more they get smaller."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where discs may lie: left, top, right and bottom edge."""

    left: float
    top: float
    right: float
    bottom: float

    def clamp(self, point: Point, radius: float) -> Point:
        """Return ``point`` moved inside, the whole disc with it."""
        return _clamp(point[0], self.left, self.right, radius), _clamp(
            point[1], self.top, self.bottom, radius
        )


def _clamp(at: float, low: float, high: float, radius: float) -> float:
    if high - low <= 2 * radius:
        return (low + high) / 2
    return min(max(at, low + radius), high - radius)


def radius_for(count: int, area: Area, wanted: float, least: float) -> float:
    """Return a radius at which ``count`` discs have room in ``area``."""
    room = max(area.right - area.left, 0) * max(area.bottom - area.top, 0)
    fitting = sqrt(_FULL * room / (pi * count)) if count else wanted
    return max(least, min(wanted, fitting))


def move_apart(
    places: Sequence[Point],
    radius: float,
    area: Area,
    *,
    gap: float = 0.0,
    fixed: Mapping[int, Point] | None = None,
) -> list[Point]:
    """Return where the discs of ``places`` lie: at them, or as near as the others let them.

    The same places always give the same answer. Those in ``fixed`` (by their number) lie where it
    says, and the others keep clear of them.
    """
    pinned = fixed or {}
    lie = [
        pinned.get(number, area.clamp(_parted(place, number, radius), radius))
        for number, place in enumerate(places)
    ]
    wide = 2 * radius + gap
    rounds = max(_FEWEST, min(_ROUNDS, _WORK // max(1, len(places))))
    for turn in range(rounds):
        pairs = _near(lie, wide)
        if not pairs and turn:
            break
        _push(lie, pairs, wide, pinned)
        for number, place in enumerate(places):
            if number not in pinned:
                x, y = lie[number]
                if turn < rounds // 2:
                    x, y = x + _PULL * (place[0] - x), y + _PULL * (place[1] - y)
                lie[number] = area.clamp((x, y), radius)
    return lie


def _parted(place: Point, number: int, radius: float) -> Point:
    """Return ``place`` moved by a hair, each disc another way: equal places must part."""
    hair = radius * 0.02
    angle = number * _GOLDEN
    return place[0] + hair * cos(angle), place[1] + hair * sin(angle)


def _near(lie: Sequence[Point], wide: float) -> list[tuple[int, int]]:
    """Return the pairs of discs that touch, by looking at neighbours in a grid alone."""
    boxes: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (x, y) in enumerate(lie):
        boxes[int(x // wide), int(y // wide)].append(number)
    pairs: list[tuple[int, int]] = []
    for (column, row), mine in boxes.items():
        beside = [*mine]
        for across, down in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            beside += boxes.get((column + across, row + down), [])
        pairs += (
            (one, other)
            for place, one in enumerate(mine)
            for other in beside[place + 1 :]
            if hypot(lie[one][0] - lie[other][0], lie[one][1] - lie[other][1]) < wide
        )
    return pairs


def _push(
    lie: list[Point], pairs: Sequence[tuple[int, int]], wide: float, pinned: Mapping[int, Point]
) -> None:
    for one, other in pairs:
        (x1, y1), (x2, y2) = lie[one], lie[other]
        dx, dy = x2 - x1, y2 - y1
        apart = hypot(dx, dy)
        if apart >= wide:
            continue
        if apart < 1e-9:
            dx, dy, apart = cos(one * _GOLDEN), sin(one * _GOLDEN), 1.0
            lack = wide
        else:
            lack = wide - apart
        share = 0.0 if one in pinned else 1.0 if other in pinned else 0.5
        if one in pinned and other in pinned:
            continue
        dx, dy = dx / apart * lack, dy / apart * lack
        lie[one] = (x1 - dx * share, y1 - dy * share)
        lie[other] = (x2 + dx * (1 - share), y2 + dy * (1 - share))
