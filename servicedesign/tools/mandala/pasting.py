"""What is on the clipboard, dealt to the cells of a chart.

Owns where pasted lines and blocks of a spreadsheet go. Must not write them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from servicedesign.model.table_text import read_block, write_block
from servicedesign.tools.mandala.chart import Chart
from servicedesign.tools.mandala.spots import Spot, spot_at

_MOST: Final = 200_000
"""Characters that are read: far more than 81 cells hold."""
_SIDE: Final = 9


class Dealt(NamedTuple):
    """Cells with the words they are to get, and how many pieces found no cell."""

    texts: dict[Spot, str]
    left: int


def deal(text: str, chart: Chart, cursor: Spot) -> Dealt:
    """Return where the pieces of ``text`` go.

    A single piece goes into the cell in use. Lines go into the empty cells of its eight, from it
    on. A block of several columns keeps its shape, from the cell in use on; one of nine by nine is
    a whole chart.
    """
    block = read_block(text[:_MOST])
    beyond = sum(bool(line.strip()) for line in text[_MOST:].splitlines()[1:])
    if any(len(row) > 1 for row in block):
        texts, left = _in_shape(block, cursor)
        return Dealt(texts, left + beyond)
    pieces = [row[0].strip() for row in block if row and row[0].strip()]
    if len(pieces) == 1:
        return Dealt({cursor: pieces[0]}, beyond)
    start = max(cursor.slot, 1)
    order = [*range(start, 9), *range(1, start)]
    free = [Spot(cursor.block, slot) for slot in order]
    free = [spot for spot in free if not chart.has_words(spot)]
    texts = dict(zip(free, pieces, strict=False))
    return Dealt(texts, len(pieces) - len(texts) + beyond)


def _in_shape(block: Sequence[Sequence[str]], cursor: Spot) -> Dealt:
    whole = len(block) >= _SIDE and max(map(len, block)) >= _SIDE
    top, first = (0, 0) if whole else (cursor.row, cursor.column)
    texts, left = {}, 0
    for down, row in enumerate(block):
        for across, cell in enumerate(row):
            if not cell.strip():
                continue
            if top + down < _SIDE and first + across < _SIDE:
                texts[spot_at(top + down, first + across)] = cell.strip()
            else:
                left += 1
    return Dealt(texts, left)


def as_block(chart: Chart) -> str:
    """Return all words of a chart as nine rows for a spreadsheet."""
    return write_block(
        [chart.text(spot_at(row, column)) for column in range(_SIDE)] for row in range(_SIDE)
    )
