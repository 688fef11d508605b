"""The order in which one reads what lies on a board.

Owns that order alone; where the keyboard goes by it is in ``order``.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import Protocol, TypeVar


class Placed(Protocol):
    """What has edges, in board units."""

    @property
    def left(self) -> float:
        """Left edge."""
        ...

    @property
    def top(self) -> float:
        """Upper edge."""
        ...

    @property
    def right(self) -> float:
        """Right edge."""
        ...

    @property
    def bottom(self) -> float:
        """Lower edge."""
        ...


P = TypeVar("P", bound=Placed)


def reading_order(entries: Iterable[P]) -> list[P]:
    """Return ``entries`` in rows from above to below, each from left to right.

    A note whose middle lies above the lower edge of the first of a row belongs to that row.
    """
    rest = sorted(entries, key=lambda e: (e.top, e.left))
    ordered: list[P] = []
    row: list[P] = []
    end = -inf
    for entry in rest:
        if (entry.top + entry.bottom) / 2 >= end:
            ordered += sorted(row, key=lambda e: e.left)
            row = []
            end = entry.bottom
        row.append(entry)
    return ordered + sorted(row, key=lambda e: e.left)
