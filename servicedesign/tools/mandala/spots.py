"""The 81 cells of a mandala chart: where each stands, and which follows which.

Owns the arithmetic. Block 0 is the middle one and slot 0 the middle of a block; the eight around a
middle are counted from the upper left as one reads, 1 to 8. The eight words around the middle of
the chart are the middles of the blocks around it: such two cells are *twins* (report ch. 6 §2(2)).
"""

from __future__ import annotations

from typing import Final, NamedTuple

AROUND: Final = 8
"""Cells around a middle, and blocks around the middle one."""

_PLACES: Final = ((1, 1), (0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2))
"""Row and column of each slot in its block; blocks lie in the chart in the same way."""
_SLOTS: Final = {place: slot for slot, place in enumerate(_PLACES)}


class Spot(NamedTuple):
    """One cell: its block and its slot in it, both from 0 to 8."""

    block: int
    slot: int

    @property
    def twin(self) -> Spot | None:
        """The cell that holds the same word, or None."""
        if self.block == 0 and self.slot:
            return Spot(self.slot, 0)
        if self.block and self.slot == 0:
            return Spot(0, self.block)
        return None

    @property
    def first(self) -> Spot:
        """The one of two twins that stands in the middle block; a cell without a twin is itself."""
        twin = self.twin
        return twin if twin is not None and twin.block == 0 else self

    @property
    def row(self) -> int:
        """Row in the chart, 0 to 8."""
        return _PLACES[self.block][0] * 3 + _PLACES[self.slot][0]

    @property
    def column(self) -> int:
        """Column in the chart, 0 to 8."""
        return _PLACES[self.block][1] * 3 + _PLACES[self.slot][1]

    @property
    def is_middle(self) -> bool:
        """Whether it is the middle of a block."""
        return self.slot == 0


MIDDLE: Final = Spot(0, 0)
"""The middle of the chart."""
SPOTS: Final = tuple(Spot(block, slot) for block in range(9) for slot in range(9))
"""All 81 cells, block by block."""
IDEAS: Final = tuple(Spot(block, slot) for block in range(9) for slot in range(1, 9))
"""The 72 cells that hold a word of their own: all but the middles."""


def spot_at(row: int, column: int) -> Spot:
    """Return the cell in a row and a column of the chart, both from 0 to 8."""
    return Spot(_SLOTS[row // 3, column // 3], _SLOTS[row % 3, column % 3])


def moved(spot: Spot, across: int, down: int) -> Spot:
    """Return the cell so many columns and rows away, at most at the edge of the chart."""
    row = min(8, max(0, spot.row + down))
    return spot_at(row, min(8, max(0, spot.column + across)))


def following(spot: Spot) -> Spot:
    """Return the next of the eight in order; after the last of them the first of the next block."""
    if spot.slot < AROUND:
        return Spot(spot.block, spot.slot + 1)
    return Spot(spot.block + 1, 1) if spot.block < AROUND else MIDDLE


def preceding(spot: Spot) -> Spot:
    """Return the one before, the other way of :func:`following`."""
    if spot.slot > 1:
        return Spot(spot.block, spot.slot - 1)
    return Spot(spot.block - 1, AROUND) if spot.block else Spot(AROUND, AROUND)


def around(spot: Spot, step: int) -> Spot:
    """Return the cell ``step`` further round the eight of the same block."""
    if spot.slot == 0:
        return Spot(spot.block, 1 if step > 0 else AROUND)
    return Spot(spot.block, (spot.slot - 1 + step) % AROUND + 1)


def opened(spot: Spot) -> Spot | None:
    """Return the middle of the eight that a cell opens to, or None when it opens to none."""
    if spot.slot == 0:
        return spot
    return Spot(spot.slot, 0) if spot.block == 0 else None


def closed(spot: Spot) -> Spot:
    """Return whence a cell is opened: its theme in the middle block, and from there the middle."""
    return Spot(0, spot.block) if spot.block else MIDDLE
