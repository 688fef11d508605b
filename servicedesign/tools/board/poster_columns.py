"""Notes under the heads of columns: the phases of a map, or clusters side by side.

Owns the widths of the columns and what of each stands on which page. Must not draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from servicedesign.paper.papers import Box

NOTE_GAP: Final = 2.0
COLUMN_GAP: Final = 5.0
"""Between the notes of one column and those of the next, mm."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A column on one page.

    Attributes:
        column: its index.
        box: of the column in mm, from the head down; its height is that of the area.
        notes: index in the column, left, top and height of each note.
    """

    column: int
    box: Box
    notes: tuple[tuple[int, float, float, float], ...]


def chunks(count: int, note: float, width: float) -> list[range]:
    """Return which columns stand on one page together, as even as they come."""
    most = max(1, int((width + COLUMN_GAP + 0.01) / (note + COLUMN_GAP)))
    pages = ceil(count / most)
    size = ceil(count / pages) if pages else 1
    return [range(start, min(start + size, count)) for start in range(0, count, size)]


def shares(counts: Sequence[int], note: float, width: float) -> list[int]:
    """Return how many notes stand side by side in each column; the longest get more first."""
    given = [1] * len(counts)
    room = width - sum(given) * note - COLUMN_GAP * (len(counts) - 1)
    while room >= note + NOTE_GAP - 0.01:
        rows = [ceil(count / own) for count, own in zip(counts, given, strict=True)]
        longest = max(range(len(rows)), key=lambda i: rows[i])
        if rows[longest] <= 1:
            break
        given[longest] += 1
        room -= note + NOTE_GAP
    return given


def lay_columns(
    heights: Sequence[Sequence[float]],
    note: float,
    area: Box,
    *,
    columns: Sequence[int],
    later: Box | None = None,
) -> list[list[Lane]]:
    """Return the pages of some columns that stand side by side.

    Args:
        heights: of the notes of each column.
        note: width of a note in mm.
        area: under the heads, on the first page.
        columns: their indexes.
        later: the same on the pages after it; as on the first when left out.
    """
    given = shares([len(heights[i]) for i in columns], note, area.width)
    wides = [own * note + (own - 1) * NOTE_GAP for own in given]
    gap = (area.width - sum(wides)) / max(len(wides) - 1, 1) if len(wides) > 1 else 0.0
    starts = [0] * len(given)
    pages: list[list[Lane]] = []
    while not pages or any(
        start < len(heights[i]) for i, start in zip(columns, starts, strict=True)
    ):
        lanes, x = [], area.x
        here = later if pages and later else area
        for place, index in enumerate(columns):
            notes, starts[place] = _fill(
                heights[index], starts[place], given[place], note, Box(x, here.y, 0, here.height)
            )
            lanes.append(Lane(index, Box(x, here.y, wides[place], here.height), notes))
            x += wides[place] + gap
        pages.append(lanes)
    return pages


def _fill(
    heights: Sequence[float], start: int, columns: int, note: float, box: Box
) -> tuple[tuple[tuple[int, float, float, float], ...], int]:
    """Return the notes that have room in a column, and where the rest begins."""
    placed: list[tuple[int, float, float, float]] = []
    y, at = box.y, start
    while at < len(heights):
        here = range(at, min(at + columns, len(heights)))
        tall = max(heights[i] for i in here)
        if y + tall > box.bottom + 0.01 and at > start:
            break
        for place, i in enumerate(here):
            placed.append((i, box.x + place * (note + NOTE_GAP), y, tall))
        y += tall + NOTE_GAP
        at = here.stop
    return tuple(placed), at
