"""Places in a list: where something goes between its neighbours.

Owns the numbers that ``position`` gets. As few records as can be are changed; where there is no
room left between two, the whole list is numbered anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from servicedesign.model import Group, Participant

_LEAST_GAP = 1e-6


P = TypeVar("P", Participant, Group)
"""Records with a place in a list."""


def places_between(before: float | None, after: float | None, count: int) -> list[float] | None:
    """Return ``count`` ascending places between two others, or None where there is no room."""
    if before is None:
        start = 0.0 if after is None else after - count
        found = [start + i for i in range(count)]
    elif after is None:
        found = [before + 1.0 + i for i in range(count)]
    else:
        step = (after - before) / (count + 1)
        if step < _LEAST_GAP:
            return None
        found = [before + step * (i + 1) for i in range(count)]
    ends = [*([] if before is None else [before]), *found, *([] if after is None else [after])]
    return found if all(one < other for one, other in pairwise(ends)) else None


def put_in_order(others: Sequence[P], moved: Sequence[P], index: int) -> list[P]:
    """Return the records to put so that ``moved`` stand before place ``index`` of ``others``."""
    index = min(max(0, index), len(others))
    before = others[index - 1].position if index else None
    after = others[index].position if index < len(others) else None
    found = places_between(before, after, len(moved))
    if found is not None:
        return [replace(one, position=at) for one, at in zip(moved, found, strict=True)]
    order: list[P] = list(others)
    order[index:index] = moved
    return numbered(order)


def numbered(order: Sequence[P]) -> list[P]:
    """Return all records of ``order`` with places counted from 0."""
    return [replace(one, position=float(place)) for place, one in enumerate(order)]
