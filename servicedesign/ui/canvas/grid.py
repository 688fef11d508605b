"""Finding what lies in a rectangle without looking at everything.

Owns a grid of square cells over the board. What covers very many cells is kept aside and always
looked at. Knows identifiers and rectangles alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor
from typing import Final, Generic, TypeVar

T = TypeVar("T")

CELL: Final = 512.0
"""Side of a cell in board units."""
_MOST_CELLS: Final = 256
"""Something that covers more cells than this is kept aside."""

Cells = tuple[int, int, int, int]
"""First column, first row, last column, last row."""


def cells_of(left: float, top: float, right: float, bottom: float) -> Cells:
    """Return the cells that a rectangle touches."""
    return (
        floor(left / CELL), floor(top / CELL), floor(right / CELL), floor(bottom / CELL),
    )  # fmt: skip


class SpatialGrid(Generic[T]):
    """Things in cells; a thing may lie in several."""

    def __init__(self) -> None:
        """Make an empty grid."""
        self._cells: dict[tuple[int, int], dict[T, None]] = {}
        self._large: dict[T, None] = {}

    def add(self, thing: T, cells: Cells) -> None:
        """Put ``thing`` into ``cells``."""
        if _count(cells) > _MOST_CELLS:
            self._large[thing] = None
            return
        for place in _places(cells):
            held = self._cells.get(place)
            if held is None:
                self._cells[place] = {thing: None}
            else:
                held[thing] = None

    def remove(self, thing: T, cells: Cells) -> None:
        """Take ``thing`` out of the ``cells`` it was put into."""
        if _count(cells) > _MOST_CELLS:
            self._large.pop(thing, None)
            return
        for place in _places(cells):
            held = self._cells.get(place)
            if held is not None:
                held.pop(thing, None)
                if not held:
                    del self._cells[place]

    def clear(self) -> None:
        """Forget everything."""
        self._cells.clear()
        self._large.clear()

    def find(self, cells: Cells) -> dict[T, None]:
        """Return what lies in ``cells``, each once, in no order that means anything."""
        found: dict[T, None] = dict(self._large)
        for place in self._occupied(cells):
            found.update(self._cells[place])
        return found

    def _occupied(self, cells: Cells) -> Iterable[tuple[int, int]]:
        left, top, right, bottom = cells
        if _count(cells) > len(self._cells):
            return [
                place
                for place in self._cells
                if left <= place[0] <= right and top <= place[1] <= bottom
            ]
        return [place for place in _places(cells) if place in self._cells]


def _count(cells: Cells) -> int:
    left, top, right, bottom = cells
    return (right - left + 1) * (bottom - top + 1)


def _places(cells: Cells) -> Iterable[tuple[int, int]]:
    left, top, right, bottom = cells
    if left == right and top == bottom:  # most notes lie in one
        return ((left, top),)
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
