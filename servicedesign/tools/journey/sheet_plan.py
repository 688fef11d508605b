"""Which columns and which lanes of a map go on which page, and at which size of words.

Owns the choice: as few pages as stay legible, shared out evenly, phases kept whole. Must not draw.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from servicedesign.paper.papers import Grid
from servicedesign.paper.share import level
from servicedesign.paper.textbox import STEP
from servicedesign.tools.journey.sheet_data import Column
from servicedesign.tools.journey.sheet_desk import Desk
from servicedesign.tools.journey.sheet_emotion import Span
from servicedesign.tools.journey.sheet_heads import Heads
from servicedesign.tools.journey.sheet_rows import Row

_FAIR: Final = 0.48
"""Share of a page that a lane takes which no page can hold; its cards are continued overleaf."""
_AIR: Final = 12.0
"""Most mm that a lane grows beyond what it wants."""
_CURVE: Final = 0.7
"""Share of what the curve would like to grow by that counts before the size of words."""
_CUT_LEAST: Final = 26.0
"""A lane is shortened to this height in mm before a map is spread over more pages."""
_TRIES: Final = 8
"""How often a lower limit is tried when lanes are shared out evenly."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lanes that stand on one page, their heights and the size of their words."""

    rows: Sequence[Row]
    heights: Sequence[float]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a map is spread over pages.

    Attributes:
        heads: the heads in the width of a column.
        spans: columns of each page side by side.
        groups: lanes of each page one under the other.
        size: of the words in cells, pt.
        cut: whether a card is continued overleaf.
    """

    heads: Heads
    spans: Sequence[Span]
    groups: Sequence[Group]
    size: float
    cut: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.spans) * len(self.groups)


def best_plan(
    options: Sequence[tuple[float, Sequence[Span]]],
    make: Callable[[float, Sequence[Span]], Plan],
) -> Plan:
    """Return the plan with the fewest pages and the largest words; cutting comes last.

    Args:
        options: widths of columns with their spans, the most comfortable one first.
        make: makes the plan for one of them.
    """
    best = make(*options[0])
    if best.pages == 1 and not best.cut:
        return best
    others = [make(*option) for option in options[1:]]
    return min([best, *others], key=lambda one: (one.cut, one.pages, -one.size, len(one.spans)))


def column_options(
    grid: Grid, desk: Desk, columns: Sequence[Column]
) -> list[tuple[float, list[Span]]]:
    """Return widths of columns in mm with the columns of each page: comfortable, close, wide."""
    room = grid.text_width - desk.size.label
    counts = [max(int(room / wide), 1) for wide in (desk.size.column, desk.size.close)]
    first, least = (math.ceil(len(columns) / count) for count in counts)
    found: list[tuple[float, list[Span]]] = []
    for pages in dict.fromkeys((first, least, first + 1)):
        spans = even_spans(columns, min(pages, len(columns)), counts[1])
        widest = max(count for _, count in spans)
        width = min(room / widest, desk.size.widest)
        x = grid.left + desk.size.label
        found.append((width, [Span(start, count, x, width) for start, count in spans]))
    return found


def even_spans(columns: Sequence[Column], pages: int, most: int) -> list[tuple[int, int]]:
    """Return first column and number of columns of each page, phases kept whole where that fits."""
    even = math.ceil(len(columns) / pages)
    for limit in range(even, max(most, even) + 1):
        found = _whole_phases(columns, limit)
        if found is not None and len(found) <= pages:
            return found
    return [(at, min(even, len(columns) - at)) for at in range(0, len(columns), even)]


def _whole_phases(columns: Sequence[Column], limit: int) -> list[tuple[int, int]] | None:
    """Return pages of at most ``limit`` columns that part no phase, or None where one is wider."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(columns):
        end = min(at + limit, len(columns))
        while at < end < len(columns) and columns[end].phase == columns[end - 1].phase:
            end -= 1
        if end == at:
            return None
        found.append((at, end - at))
        at = end
    return found


def plan_rows(
    rows: list[Row], room: float, desk: Desk, heads: Heads, spans: Sequence[Span]
) -> Plan:
    """Return the plan of the lanes for pages with ``room`` mm for them.

    The words shrink together; then the highest lanes are cut; at last lanes go on further pages.
    """
    size = best_size(rows, room, desk)
    wanted = [row.height(size) for row in rows]
    if sum(wanted) <= room:
        group = Group(rows, spread(rows, wanted, room))
        return Plan(heads, spans, [group], size, cut=not heads.whole)
    least = [max(row.least(size), min(want, _CUT_LEAST))
             for row, want in zip(rows, wanted, strict=True)]  # fmt: skip
    groups, size = fewest_pages(rows, room, desk)
    cut = any(row.height(size) > room for row in rows)
    if sum(least) <= room and (cut or len(rows) > _most_lanes(room)):
        heights = level(wanted, least, room)
        return Plan(heads, spans, [Group(rows, heights)], desk.size.least, cut=True)
    return Plan(heads, spans, groups, size, cut=cut or not heads.whole)


def _most_lanes(room: float) -> int:
    """Return how many lanes of the least height a page of ``room`` mm takes."""
    return int(room / _CUT_LEAST)


def fewest_pages(rows: Sequence[Row], room: float, desk: Desk) -> tuple[list[Group], float]:
    """Return the lanes on as few pages as possible, and a large size at which they are.

    The curve is made lower than it should be only where that saves a page.
    """
    least, wanted = desk.size.least, desk.size.cell
    low = page_groups(rows, room, least, low=True)
    high = page_groups(rows, room, least)
    spare = len(low) >= len(high)
    groups = high if spare else low
    for size in (wanted, (wanted + least) / 2):
        larger = page_groups(rows, room, size, low=not spare)
        if len(larger) <= len(groups):
            return larger, size
    return groups, least


def best_size(rows: Sequence[Row], room: float, desk: Desk) -> float:
    """Return the largest size of words at which all lanes fit, or the least one.

    A high curve is worth smaller words, down to half way to the least ones.
    """
    least, wanted = desk.size.least, desk.size.cell
    fair = (least + wanted) / 2
    curve = sum(row.emotion.wanted - row.emotion.least for row in rows if row.emotion)
    if _fits(rows, room - curve * _CURVE, fair):
        return _largest(rows, room - curve * _CURVE, fair, wanted)
    return _largest(rows, room, least, wanted)


def _largest(rows: Sequence[Row], room: float, least: float, wanted: float) -> float:
    """Return the largest size from ``least`` to ``wanted`` at which all lanes fit, else least.

    Each size means breaking all words anew, so as few as possible are tried.
    """
    if _fits(rows, room, wanted):
        return wanted
    if not _fits(rows, room, least):
        return least
    low, high = 0, round((wanted - least) / STEP)
    while high - low > 1:
        steps = (low + high) // 2
        if _fits(rows, room, wanted - steps * STEP):
            high = steps
        else:
            low = steps
    return wanted - high * STEP


def _fits(rows: Sequence[Row], room: float, size: float) -> bool:
    return sum(row.height(size) for row in rows) <= room


def spread(rows: Sequence[Row], wanted: Sequence[float], room: float) -> list[float]:
    """Return heights with what is left over: feelings first, then a share for every lane."""
    spare, given = room - sum(wanted), list(wanted)
    for index, row in enumerate(rows):
        if row.emotion:
            more = min(spare, max(row.emotion.wanted - given[index], 0.0))
            given[index] += more
            spare -= more
    each = min(spare / max(len(rows), 1), _AIR)
    return [tall + each for tall in given]


def page_groups(rows: Sequence[Row], room: float, size: float, *, low: bool = False) -> list[Group]:
    """Return the lanes on as few pages as can be, evenly; very high ones cut to a fair height.

    ``low`` says that curves may be lower than they should.
    """
    heights = [
        row.emotion.low if row.emotion and low else _page_height(row, room, size) for row in rows
    ]
    cuts = _greedy(heights, room)
    under, over = max(heights, default=0.0), room
    for _ in range(_TRIES):
        middle = (under + over) / 2
        tried = _greedy(heights, middle)
        if len(tried) <= len(cuts):
            cuts, over = tried, middle
        else:
            under = middle
    ends = [*cuts[1:], len(rows)]
    return [
        Group(rows[a:b], spread(rows[a:b], heights[a:b], room))
        for a, b in zip(cuts, ends, strict=True)
    ]


def _page_height(row: Row, room: float, size: float) -> float:
    wanted = row.height(size)
    if wanted <= room:
        return wanted
    return max(room * _FAIR, min(row.least(size), room))


def _greedy(heights: Sequence[float], room: float) -> list[int]:
    """Return where pages begin when each takes what fits."""
    starts, used = [0], 0.0
    for index, tall in enumerate(heights):
        if used + tall > room + 0.01 and index > starts[-1]:
            starts.append(index)
            used = 0.0
        used += tall
    return starts
