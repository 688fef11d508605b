"""The arrangement on the wall on paper: the same places, smaller, no note under another.

Owns the arithmetic of it. Must not draw nor know records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from servicedesign.paper.papers import Box

_GAP: Final = 8.0
"""Kept between notes that lay on each other, in board units."""
_MOST: Final = 90
"""Notes that are moved apart; more that lie on each other are laid in rows instead."""
_ROUNDS: Final = 80
_WIDEST: Final = 76.0
"""A note is not blown up beyond this, mm."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """Places on paper.

    Attributes:
        boxes: of the notes in mm, in their order.
        width: of the usual note in mm.
        left: where the left edge of the wall's origin stands, mm.
        top: where its upper edge stands, mm.
        k: mm for one board unit.
    """

    boxes: tuple[Box, ...]
    width: float
    left: float = 0.0
    top: float = 0.0
    k: float = 1.0


def arranged(
    places: Sequence[tuple[float, float, float, float]],
    area: Box,
    frame: Sequence[tuple[float, float, float, float]] = (),
) -> Arranged | None:
    """Return the places scaled to ``area``, in its middle; None where notes cannot be kept apart.

    Args:
        places: left, top, width and height in board units.
        area: where to put them, mm.
        frame: cells that are to be seen too, in board units.
    """
    apart = _moved_apart(places)
    if apart is None:
        return None
    seen = [*apart, *frame]
    left, top = min(p[0] for p in seen), min(p[1] for p in seen)
    wide = max(p[0] + p[2] for p in seen) - left
    tall = max(p[1] + p[3] for p in seen) - top
    usual = median(p[2] for p in apart)
    k = min(area.width / wide, area.height / tall, _WIDEST / usual)
    x, y = area.x + (area.width - wide * k) / 2 - left * k, area.y - top * k
    boxes = tuple(Box(x + p[0] * k, y + p[1] * k, p[2] * k, p[3] * k) for p in apart)
    return Arranged(boxes, usual * k, x, y, k)


def _moved_apart(
    places: Sequence[tuple[float, float, float, float]],
) -> list[tuple[float, float, float, float]] | None:
    """Return the places with notes that lay on each other pushed apart, or None."""
    apart = [list(place) for place in places]
    if len(apart) > _MOST:
        return None if _any_overlap(apart) else [_place(one) for one in apart]
    for _ in range(_ROUNDS):
        if not _push(apart):
            return [_place(one) for one in apart]
    return None


def _place(one: Sequence[float]) -> tuple[float, float, float, float]:
    return one[0], one[1], one[2], one[3]


def _any_overlap(apart: list[list[float]]) -> bool:
    """Tell whether any two lie on each other; sorted, so that far ones are not compared."""
    order = sorted(apart)
    for i, one in enumerate(order):
        for other in order[i + 1 :]:
            if other[0] >= one[0] + one[2]:
                break
            if _depth(one, other) is not None:
                return True
    return False


def _push(apart: list[list[float]]) -> bool:
    """Move all pairs that lie on each other apart, each the shorter way; tell whether any did."""
    moved = False
    for i, one in enumerate(apart):
        for other in apart[i + 1 :]:
            deep = _depth(one, other)
            if deep is None:
                continue
            moved = True
            axis = 0 if deep[0] <= deep[1] else 1
            half = (deep[axis] + _GAP) / 2 + 0.01
            first, second = (one, other) if one[axis] <= other[axis] else (other, one)
            first[axis] -= half
            second[axis] += half
    return moved


def _depth(one: Sequence[float], other: Sequence[float]) -> tuple[float, float] | None:
    """Return by how much two places lie on each other, across and down, or None."""
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return (across, down) if across > 0 and down > 0 else None
