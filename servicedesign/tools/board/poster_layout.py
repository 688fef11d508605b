"""Clusters on the pages of a poster: side by side in rows, split where they are larger than a page.

Owns the arithmetic of places, in mm. Must not draw nor know words: a pile is the heights of its
notes and of its head.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from servicedesign.paper.papers import Box

NOTE_GAP: Final = 2.0
"""Between notes."""
PAD: Final = 3.0
"""Around the notes of a pile."""
PILE_GAP: Final = 5.0
"""Between piles."""
_MOST_SIDE_GAP: Final = 22.0
"""Between piles of a row that is spread over the full width."""
_MOST_ROWS: Final = 12


@dataclass(frozen=True, slots=True)
class Pile:
    """What is laid out: notes under one head.

    Attributes:
        heights: of its notes in the order of printing.
        head: height of the head for a width of the pile.
    """

    heights: tuple[float, ...]
    head: Callable[[float], float]


@dataclass(frozen=True, slots=True)
class PlacedPile:
    """A pile, or a part of it, on a page.

    Attributes:
        pile: its index.
        page: from 0.
        box: of the panel.
        head: height of its head.
        notes: index, left, top and height of each note.
        first: False where the pile began on an earlier page.
    """

    pile: int
    page: int
    box: Box
    head: float
    notes: tuple[tuple[int, float, float, float], ...]
    first: bool = True


@dataclass(frozen=True, slots=True)
class Spot:
    """The end of a row of piles: right edge of its last pile, its upper and its lower edge."""

    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands.

    Attributes:
        placed: piles and parts of piles.
        pages: how many pages there are.
        bottom: y below the last row of piles.
        spots: the ends of the rows of the last page.
    """

    placed: tuple[PlacedPile, ...]
    pages: int
    bottom: float
    spots: tuple[Spot, ...] = ()


def pile_width(columns: int, note: float) -> float:
    """Return the width of a pile with so many notes side by side."""
    return columns * note + (columns - 1) * NOTE_GAP + 2 * PAD


def most_columns(width: float, note: float) -> int:
    """Return how many notes of a pile stand side by side in ``width``, at least one."""
    return max(1, int((width - 2 * PAD + NOTE_GAP + 0.01) / (note + NOTE_GAP)))


def row_heights(heights: Sequence[float], columns: int) -> list[float]:
    """Return the height of each row of notes."""
    return [max(heights[i : i + columns]) for i in range(0, len(heights), columns)]


def on_one_page(piles: Sequence[Pile], note: float, area: Box) -> Plan | None:
    """Return the flattest plan that has room in ``area``, or None."""
    best: Plan | None = None
    for rows in range(1, _MOST_ROWS + 1):
        plan = _one_page(piles, note, area, rows)
        if plan is not None and (best is None or plan.bottom < best.bottom - 0.5):
            best = plan
    return best


def _one_page(piles: Sequence[Pile], note: float, area: Box, rows: int) -> Plan | None:
    shelves = _shelves(piles, note, area.width, rows)
    laid = [_laid(piles, shelf, note) for shelf in shelves]
    total = sum(head + tall for head, tall in laid) + PILE_GAP * (len(laid) - 1)
    if total > area.height + 0.01:
        return None
    placed: list[PlacedPile] = []
    spots: list[Spot] = []
    y = area.y
    for shelf, (head, tall) in zip(shelves, laid, strict=True):
        x, gap = area.x, _side_gap(shelf, note, area.width, last=shelf is shelves[-1])
        for index, columns in shelf:
            box = Box(x, y, pile_width(columns, note), head + tall)
            placed.append(_whole(piles[index], index, box, columns, head, note))
            x += box.width + gap
        spots.append(Spot(x - gap, y, y + head + tall))
        y += head + tall + PILE_GAP
    return Plan(tuple(placed), 1, y - PILE_GAP, tuple(spots))


Shelf = list[tuple[int, int]]


def _shelves(piles: Sequence[Pile], note: float, width: float, rows: int) -> list[Shelf]:
    """Return rows of piles, each pile with its columns, for at most ``rows`` rows of notes."""
    most = most_columns(width, note)
    shelves: list[Shelf] = []
    x = 0.0
    for index, pile in enumerate(piles):
        columns = min(max(ceil(len(pile.heights) / rows), 1), most)
        wide = pile_width(columns, note)
        if not shelves or x + wide > width + 0.01:
            shelves.append([])
            x = 0.0
        shelves[-1].append((index, columns))
        x += wide + PILE_GAP
    return shelves


def _laid(piles: Sequence[Pile], shelf: Shelf, note: float) -> tuple[float, float]:
    """Return the height of the heads and of the notes of a row of piles."""
    head = max(piles[index].head(pile_width(columns, note)) for index, columns in shelf)
    tall = max(_notes_height(row_heights(piles[i].heights, columns)) for i, columns in shelf)
    return head, tall + PAD


def _notes_height(rows: Sequence[float]) -> float:
    return sum(rows) + NOTE_GAP * max(len(rows) - 1, 0)


def _side_gap(shelf: Shelf, note: float, width: float, *, last: bool) -> float:
    """Return the gap that spreads a row over the full width, where it is not too wide for that."""
    if len(shelf) < 2:
        return PILE_GAP
    used = sum(pile_width(columns, note) for _, columns in shelf)
    gap = (width - used) / (len(shelf) - 1)
    return PILE_GAP if last or gap > _MOST_SIDE_GAP else gap


def _whole(pile: Pile, index: int, box: Box, columns: int, head: float, note: float) -> PlacedPile:
    notes = _placed_notes(pile, 0, len(pile.heights), columns, box, head, note)
    return PlacedPile(index, 0, box, head, notes)


def _placed_notes(
    pile: Pile, start: int, end: int, columns: int, box: Box, head: float, note: float
) -> tuple[tuple[int, float, float, float], ...]:
    placed = []
    y = box.y + head
    for row in range(start, end, columns):
        here = range(row, min(row + columns, end))
        tall = max(pile.heights[i] for i in here)
        for place, i in enumerate(here):
            placed.append((i, box.x + PAD + place * (note + NOTE_GAP), y, tall))
        y += tall + NOTE_GAP
    return tuple(placed)


class Pages:
    """Lays piles on as many pages as they take, in order, none reordered to fill a gap."""

    def __init__(self, note: float, area: Box, rows: int = 2) -> None:
        """Lay notes of width ``note`` into ``area`` of every page, in piles of ``rows`` rows."""
        self._note = note
        self._area = area
        self._rows = rows
        self._placed: list[PlacedPile] = []
        self._page = 0
        self._y = area.y
        self._spots: list[Spot] = []

    def plan(self, piles: Sequence[Pile]) -> Plan:
        """Return the places of ``piles``."""
        for shelf in _shelves(piles, self._note, self._area.width, self._rows):
            head, tall = _laid(piles, shelf, self._note)
            if self._fits(head + tall):
                self._shelf(piles, shelf, head, head + tall)
            elif head + tall <= self._area.height:
                self._turn()
                self._shelf(piles, shelf, head, head + tall)
            else:
                self._long(piles, shelf)
        placed, spots = tuple(self._placed), tuple(self._spots)
        return Plan(placed, self._page + 1, self._y - PILE_GAP, spots)

    def _fits(self, height: float) -> bool:
        return self._y + height <= self._area.bottom + 0.01

    def _turn(self) -> None:
        if self._y > self._area.y:
            self._page += 1
            self._y = self._area.y
            self._spots = []

    def _shelf(self, piles: Sequence[Pile], shelf: Shelf, head: float, height: float) -> None:
        x = self._area.x
        gap = _side_gap(shelf, self._note, self._area.width, last=False)
        for index, columns in shelf:
            box = Box(x, self._y, pile_width(columns, self._note), height)
            notes = _placed_notes(
                piles[index], 0, len(piles[index].heights), columns, box, head, self._note
            )
            self._placed.append(PlacedPile(index, self._page, box, head, notes))
            x += box.width + gap
        self._spots.append(Spot(x - gap, self._y, self._y + height))
        self._y += height + PILE_GAP

    def _long(self, piles: Sequence[Pile], shelf: Shelf) -> None:
        """Lay a row of piles that is higher than a page: one by one, the full width each."""
        for index, _ in shelf:
            self._split(piles[index], index)

    def _split(self, pile: Pile, index: int) -> None:
        columns = min(most_columns(self._area.width, self._note), max(len(pile.heights), 1))
        width = pile_width(columns, self._note)
        head = pile.head(width)
        start, first = 0, True
        while start < len(pile.heights) or first:
            end, tall = self._take(pile, start, columns, head)
            if end == start and self._y > self._area.y:
                self._turn()
                continue
            if end == start:  # a row that is higher than a page still stands on one
                end = min(start + columns, len(pile.heights))
                tall = max(pile.heights[start:end], default=0.0)
            box = Box(self._area.x, self._y, width, head + tall + PAD)
            notes = _placed_notes(pile, start, end, columns, box, head, self._note)
            self._placed.append(PlacedPile(index, self._page, box, head, notes, first))
            self._spots.append(Spot(box.right, box.y, box.bottom))
            self._y += box.height + PILE_GAP
            start, first = end, False

    def _take(self, pile: Pile, start: int, columns: int, head: float) -> tuple[int, float]:
        """Return the end of the notes that have room in what is left of the page."""
        end, tall = start, 0.0
        while end < len(pile.heights):
            row = max(pile.heights[end : end + columns])
            more = row + (NOTE_GAP if end > start else 0)
            if not self._fits(head + tall + more + PAD):
                break
            tall += more
            end = min(end + columns, len(pile.heights))
        return end, tall
