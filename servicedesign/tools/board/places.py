"""Where things go on a board: a free place, rows, lines and equal gaps.

Owns this arithmetic, in board units. Must not know records: it works on plain boxes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from math import ceil, sqrt
from typing import Final, NamedTuple

GAP: Final = 16.0
"""Usual distance of two notes."""
_TRIES: Final = 4_000
"""Places that are tried before a note is put under all others."""


class Boxed(NamedTuple):
    """Something that takes up room.

    Attributes:
        x: left edge.
        y: upper edge.
        width: of it.
        height: of it.
    """

    x: float
    y: float
    width: float
    height: float


Boxes = Mapping[str, Boxed]
"""Boxes by the id of what they stand for."""
Places = dict[str, tuple[float, float]]
"""New left upper corners by id."""


class Edge(StrEnum):
    """What is brought into one line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


def overlap(one: Boxed, other: Boxed, room: float = 0.0) -> bool:
    """Tell whether two boxes lie on each other, or nearer than ``room``."""
    return (
        one.x < other.x + other.width + room
        and other.x < one.x + one.width + room
        and one.y < other.y + other.height + room
        and other.y < one.y + one.height + room
    )


def free_place(
    is_free: Callable[[Boxed], bool],
    wanted: Boxed,
    *,
    left: float | None = None,
    columns: int = 6,
) -> Boxed:
    """Return the first free place from ``wanted`` on: along its row, then in the rows below.

    Args:
        is_free: tells whether a box lies on nothing.
        wanted: where one would like to be.
        left: where rows begin; ``wanted`` itself when None.
        columns: places in a row, counted from ``left``.
    """
    start = wanted.x if left is None else left
    for number, (x, y) in enumerate(_cells(wanted, start, columns)):
        box = wanted._replace(x=x, y=y)
        if is_free(box) or number >= _TRIES:
            return box
    return wanted


def _cells(wanted: Boxed, start: float, columns: int) -> Iterator[tuple[float, float]]:
    across, down = wanted.width + GAP, wanted.height + GAP
    x, y = wanted.x, wanted.y
    while True:
        while x <= start + (columns - 0.5) * across:
            yield x, y
            x += across
        x, y = start, y + down


def align(boxes: Boxes, edge: Edge) -> Places:
    """Return places at which all boxes share ``edge`` of what encloses them."""
    around = enclosing(boxes)
    middle_x, middle_y = around.x + around.width / 2, around.y + around.height / 2
    placed: Places = {}
    for key, box in boxes.items():
        x, y = box.x, box.y
        match edge:
            case Edge.LEFT:
                x = around.x
            case Edge.CENTRE:
                x = middle_x - box.width / 2
            case Edge.RIGHT:
                x = around.x + around.width - box.width
            case Edge.TOP:
                y = around.y
            case Edge.MIDDLE:
                y = middle_y - box.height / 2
            case Edge.BOTTOM:
                y = around.y + around.height - box.height
        placed[key] = (x, y)
    return placed


def distribute(boxes: Boxes, *, across: bool) -> Places:
    """Return places with equal gaps between neighbours; the first and the last stay."""
    at, size = (0, 2) if across else (1, 3)
    order = sorted(boxes, key=lambda key: (boxes[key][at], boxes[key][1 - at]))
    placed = {key: (box.x, box.y) for key, box in boxes.items()}
    if len(order) < 3:
        return placed
    first, last = boxes[order[0]], boxes[order[-1]]
    inner = sum(boxes[key][size] for key in order)
    gap = (last[at] + last[size] - first[at] - inner) / (len(order) - 1)
    place = first[at]
    for key in order[:-1]:
        x, y = placed[key]
        placed[key] = (place, y) if across else (x, place)
        place += boxes[key][size] + gap
    return placed


def tidy(boxes: Boxes, *, columns: int | None = None) -> Places:
    """Return places in rows and columns, in the order in which the boxes are read now.

    The grid begins at the left upper corner of what encloses them. Without ``columns`` it is about
    as wide as before, or four by three where they lay in a heap.
    """
    if not boxes:
        return {}
    around = enclosing(boxes)
    wide = max(box.width for box in boxes.values()) + GAP
    count = len(boxes)
    if columns is None:
        heaped = around.width * around.height < sum(b.width * b.height for b in boxes.values())
        columns = ceil(sqrt(count * 4 / 3)) if heaped else max(1, round(around.width / wide))
    columns = min(columns, count)
    placed: Places = {}
    y = around.y
    order = in_reading_order(boxes)
    for start in range(0, count, columns):
        row = order[start : start + columns]
        for number, key in enumerate(row):
            placed[key] = (around.x + number * wide, y)
        y += max(boxes[key].height for key in row) + GAP
    return placed


def in_reading_order(boxes: Boxes) -> list[str]:
    """Return ids in rows from above to below, each from left to right."""
    ordered: list[str] = []
    row: list[str] = []
    end = float("-inf")
    for key in sorted(boxes, key=lambda key: (boxes[key].y, boxes[key].x)):
        box = boxes[key]
        if box.y + box.height / 2 >= end:
            ordered += sorted(row, key=lambda one: boxes[one].x)
            row, end = [], box.y + box.height
        row.append(key)
    return ordered + sorted(row, key=lambda one: boxes[one].x)


def enclosing(boxes: Boxes) -> Boxed:
    """Return the box around all ``boxes``, of which there must be one."""
    left = min(box.x for box in boxes.values())
    top = min(box.y for box in boxes.values())
    right = max(box.x + box.width for box in boxes.values())
    bottom = max(box.y + box.height for box in boxes.values())
    return Boxed(left, top, right - left, bottom - top)
