"""Where notes lie in a cluster, and where a cluster lies on the board.

Owns this arithmetic, in board units: the sheet around notes, rows that keep the order in which
notes are read, a free place in a sheet, and a free place for a sheet. Must not know records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, floor, sqrt
from typing import Final

from servicedesign.tools.board.places import GAP, Boxed, Boxes, Places, enclosing, overlap, tidy

INSET: Final = 16.0
"""Between the edge of a sheet and its notes."""
TOP: Final = 56.0
"""From the upper edge of a sheet to its notes: the title card stands there."""
SIDE: Final = 160.0
"""Side of a usual note."""
PITCH: Final = SIDE + GAP
"""From one note to the next in a row."""
EMPTY: Final = (2 * INSET + SIDE, TOP + SIDE / 2)
"""Width and height of a sheet without notes."""
APART: Final = 24.0
"""Least distance of a sheet to what is beside it, where a place is looked for."""
_CELL: Final = 512.0
_STEP: Final = 56.0
_RINGS: Final = 44
"""Steps away from the wanted place that are tried before the foot of the board is taken."""


def sheet_around(boxes: Iterable[Boxed]) -> Boxed:
    """Return the sheet around notes, of which there must be one."""
    around = enclosing(dict(enumerate_boxes(boxes)))
    return Boxed(
        around.x - INSET,
        around.y - TOP,
        around.width + 2 * INSET,
        around.height + TOP + INSET,
    )


def enumerate_boxes(boxes: Iterable[Boxed]) -> Iterator[tuple[str, Boxed]]:
    """Yield ``boxes`` with names of their own."""
    return ((str(number), box) for number, box in enumerate(boxes))


class Room:
    """What lies on a board, for finding a free place on it quickly."""

    def __init__(self, boxes: Iterable[Boxed]) -> None:
        """Take everything that must not be covered."""
        self._boxes = list(boxes)
        self._cells: dict[tuple[int, int], list[Boxed]] = {}
        for box in self._boxes:
            for cell in _cells(box):
                self._cells.setdefault(cell, []).append(box)

    def is_free(self, box: Boxed, room: float = APART) -> bool:
        """Tell whether ``box`` lies on nothing, nor nearer than ``room``."""
        wide = Boxed(box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room)
        if _count(wide) > len(self._cells):
            return not any(overlap(wide, other) for other in self._boxes)
        return not any(
            overlap(wide, other) for cell in _cells(wide) for other in self._cells.get(cell, ())
        )

    def nearest(self, wanted: Boxed) -> Boxed:
        """Return the free place nearest to ``wanted``, or one under everything."""
        for dx, dy in _around():
            box = wanted._replace(x=wanted.x + dx, y=wanted.y + dy)
            if self.is_free(box):
                return box
        foot = max((box.y + box.height for box in self._boxes), default=wanted.y)
        return wanted._replace(y=foot + 2 * GAP)


def _around() -> Iterator[tuple[float, float]]:
    yield 0.0, 0.0
    for ring in range(1, _RINGS):
        steps = [
            (across, down)
            for across in range(-ring, ring + 1)
            for down in range(-ring, ring + 1)
            if max(abs(across), abs(down)) == ring
        ]
        steps.sort(key=lambda step: (step[0] ** 2 + step[1] ** 2, -step[0], -step[1]))
        for across, down in steps:
            yield across * _STEP, down * _STEP


def _span(box: Boxed) -> tuple[range, range]:
    across = range(floor(box.x / _CELL), floor((box.x + box.width) / _CELL) + 1)
    down = range(floor(box.y / _CELL), floor((box.y + box.height) / _CELL) + 1)
    return across, down


def _count(box: Boxed) -> int:
    across, down = _span(box)
    return len(across) * len(down)


def _cells(box: Boxed) -> Iterator[tuple[int, int]]:
    across, down = _span(box)
    return ((x, y) for x in across for y in down)


def laid_together(boxes: Boxes, room: Room) -> Places:
    """Return places at which notes lie together, covering nothing that belongs to others.

    Where they lie together already nothing moves. Else they come into rows in the order in which
    they are read now, as near as possible to where they were.
    """
    together = list(boxes.values())
    if not _heaped(together) and room.is_free(sheet_around(together), 0.0) and _close(together):
        return {key: (box.x, box.y) for key, box in boxes.items()}
    columns = min(6, ceil(sqrt(len(boxes) * 4 / 3)))
    placed = tidy(boxes, columns=columns)
    rows = {key: box._replace(x=placed[key][0], y=placed[key][1]) for key, box in boxes.items()}
    sheet, before = sheet_around(rows.values()), sheet_around(together)
    wanted = sheet._replace(
        x=round(before.x + (before.width - sheet.width) / 2),
        y=round(before.y + (before.height - sheet.height) / 2),
    )
    free = room.nearest(wanted)
    dx, dy = free.x - sheet.x, free.y - sheet.y
    return {key: (x + dx, y + dy) for key, (x, y) in placed.items()}


def _heaped(boxes: Sequence[Boxed]) -> bool:
    """Tell whether notes lie on each other."""
    if len(boxes) > 200:
        return True
    return any(
        overlap(one, other, -1.0)
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
    )


def _close(boxes: Sequence[Boxed]) -> bool:
    """Tell whether notes fill most of what encloses them."""
    around = enclosing(dict(enumerate_boxes(boxes)))
    filled = sum((box.width + GAP) * (box.height + GAP) for box in boxes)
    return filled >= 0.55 * (around.width + GAP) * (around.height + GAP)


def place_in(sheet: Boxed, members: Sequence[Boxed], note: Boxed, room: Room) -> Boxed:
    """Return a free place for one more note in a sheet; the others stay where they are.

    Rows are filled first; then the sheet grows to the side on which nothing is in the way.
    """
    columns = max(1, floor((sheet.width - INSET + 1) / PITCH))
    left, top = sheet.x + INSET, sheet.y + TOP
    bottom = sheet.y + sheet.height - INSET
    y = top
    while not members or y + note.height <= bottom + 1:
        row = y
        for column in range(columns):
            box = note._replace(x=left + column * PITCH, y=row)
            if not any(overlap(box, other) for other in members):
                return box
        y += note.height + GAP
    below = note._replace(x=left, y=max(box.y + box.height for box in members) + GAP)
    right = max(box.x + box.width for box in members)
    beside = note._replace(x=max(left + columns * PITCH, right + GAP), y=top)
    wide = sheet.width > sheet.height * 1.2
    for box in (below, beside) if wide else (beside, below):
        if room.is_free(sheet_around([*members, box]), 0.0):
            return box
    return below


def moved_boxes(boxes: Mapping[str, Boxed], dx: float, dy: float) -> dict[str, Boxed]:
    """Return ``boxes`` moved by ``dx``, ``dy``."""
    return {key: box._replace(x=box.x + dx, y=box.y + dy) for key, box in boxes.items()}
