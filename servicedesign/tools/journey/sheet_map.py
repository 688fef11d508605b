"""A map on pages: which columns and which lanes go where, at which size.

Owns the plan of the pages and their putting together. What the parts look like is told by the
modules beside it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box, Grid
from servicedesign.paper.share import level
from servicedesign.paper.textbox import STEP
from servicedesign.tools.journey.presets import BLANK_LANES
from servicedesign.tools.journey.sheet_data import Column, LaneRow, MapData, PhaseHead
from servicedesign.tools.journey.sheet_desk import Desk
from servicedesign.tools.journey.sheet_emotion import Span
from servicedesign.tools.journey.sheet_heads import Heads
from servicedesign.tools.journey.sheet_legend import (
    Item,
    draw_legend,
    legend_height,
    legend_items,
)
from servicedesign.tools.journey.sheet_person import (
    draw_intro,
    draw_person,
    intro_height,
    narrow_height,
)
from servicedesign.tools.journey.sheet_rows import (
    Row,
    build_rows,
    draw_row_bands,
    draw_rules,
)

_EMPTY_COLUMNS: Final = 4
"""Columns drawn where a map has no phases yet."""
_FAIR: Final = 0.48
"""Share of a page that a lane takes which no page can hold; its cards are continued overleaf."""
_AIR: Final = 12.0
"""Most mm that a lane grows beyond what it wants when a map takes several pages."""
_CUT_LEAST: Final = 26.0
"""A lane is shortened to this height in mm before a map is spread over more pages."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lanes that stand on one page, their heights and the size of their words."""

    rows: Sequence[Row]
    heights: Sequence[float]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a map is spread over pages.

    Attributes:
        width: of a column, mm.
        spans: columns of each page side by side.
        groups: lanes of each page one under the other.
        size: of the words in cells, pt.
    """

    width: float
    spans: Sequence[Span]
    groups: Sequence[Group]
    size: float


def draw_map(
    desk: Desk,
    data: MapData,
    heading: Heading,
    intro: list[tuple[str, str]],
    *,
    outlined: bool = False,
) -> None:
    """Draw one map on as many pages as it takes.

    Args:
        desk: what it is drawn with.
        data: the map.
        heading: of its pages.
        intro: labels and texts about the map that the header has no room for.
        outlined: whether the arrows are drawn as lines, for an empty sheet.
    """
    data = with_columns(data)
    page = desk.doc.new_page(heading)
    grid = page.grid
    width, spans = split_columns(grid, desk, len(data.columns))
    heads = Heads(desk, data, width, outlined)
    legend = [] if outlined else legend_items(desk, data.lanes, compared=data.compared)
    top = grid.body_top + narrow_height(grid, data) + 0.9
    above = heads.height() + heads.stage_height() + 1.3
    below = legend_height(page, desk, legend) + (3.4 if legend else 0)
    introduced = intro_height(desk, grid, intro)
    room = grid.body_bottom - top - above - below - introduced
    plan = plan_rows(build_rows(desk, data, width), room, desk, width, spans)
    for place, group in enumerate(plan.groups):
        for number, span in enumerate(plan.spans):
            first = place == 0 and number == 0
            page = page if first else desk.doc.new_page(heading)
            draw_person(page, desk, data)
            y = top
            if first:
                draw_intro(page, desk, y, intro)
                y += introduced
            draw_page(page, desk, heads, plan, group, span, y, legend)


def with_columns(data: MapData) -> MapData:
    """Return the map with columns and lanes: where it has none yet it gets empty ones to fill."""
    if not data.lanes:
        data = replace(data, lanes=tuple(LaneRow(kind=kind) for kind in BLANK_LANES))
    if data.columns:
        return data
    return replace(
        data,
        phases=tuple(PhaseHead(title="") for _ in range(_EMPTY_COLUMNS)),
        columns=tuple(Column(phase=index) for index in range(_EMPTY_COLUMNS)),
    )


def split_columns(grid: Grid, desk: Desk, count: int) -> tuple[float, list[Span]]:
    """Return the width of a column and the columns of each page, shared out evenly."""
    room = grid.text_width - desk.size.label
    most = max(int(room / desk.size.column), 1)
    pages = math.ceil(count / most)
    each = math.ceil(count / pages)
    width = min(room / each, desk.size.widest)
    x = grid.left + desk.size.label
    return width, [
        Span(first, min(each, count - first), x, width) for first in range(0, count, each)
    ]


def plan_rows(
    rows: list[Row], room: float, desk: Desk, width: float, spans: Sequence[Span]
) -> Plan:
    """Return the plan of the lanes for pages with ``room`` mm for them.

    The words shrink together; then the highest lanes are cut; at last lanes go on further pages.
    """
    size = best_size(rows, room, desk)
    wanted = [row.height(size) for row in rows]
    if sum(wanted) <= room:
        return Plan(width, spans, [Group(rows, spread(rows, wanted, room))], size)
    least = [max(row.least(size), min(want, _CUT_LEAST))
             for row, want in zip(rows, wanted, strict=True)]  # fmt: skip
    if sum(least) <= room:
        return Plan(width, spans, [Group(rows, level(wanted, least, room))], size)
    groups, size = fewest_pages(rows, room, desk)
    return Plan(width, spans, groups, size)


def fewest_pages(rows: Sequence[Row], room: float, desk: Desk) -> tuple[list[Group], float]:
    """Return the lanes on as few pages as possible, and a large size at which they are."""
    least, wanted = desk.size.least, desk.size.cell
    groups = page_groups(rows, room, least)
    for size in (wanted, (wanted + least) / 2):
        larger = page_groups(rows, room, size)
        if len(larger) <= len(groups):
            return larger, size
    return groups, least


def best_size(rows: Sequence[Row], room: float, desk: Desk) -> float:
    """Return the largest size of words at which all lanes fit, or the least one.

    Each size means breaking all words anew, so as few as possible are tried.
    """
    least, wanted = desk.size.least, desk.size.cell
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


def page_groups(rows: Sequence[Row], room: float, size: float) -> list[Group]:
    """Return the lanes in groups that fit a page each, very high ones cut to a fair height."""
    fair = room * _FAIR
    groups: list[tuple[list[Row], list[float]]] = []
    used = math.inf
    for row in rows:
        wanted = row.height(size)
        tall = wanted if wanted <= room else max(fair, min(row.least(size), room))
        if row.emotion:
            tall = min(row.emotion.wanted, room)
        if used + tall > room:
            groups.append(([], []))
            used = 0.0
        groups[-1][0].append(row)
        groups[-1][1].append(tall)
        used += tall
    return [Group(some, _aired(heights, room)) for some, heights in groups]


def _aired(heights: Sequence[float], room: float) -> list[float]:
    each = min((room - sum(heights)) / len(heights), _AIR / 2)
    return [tall + each for tall in heights]


def draw_page(
    page: Page,
    desk: Desk,
    heads: Heads,
    plan: Plan,
    group: Group,
    span: Span,
    y: float,
    legend: Sequence[Sequence[Item]],
) -> None:
    """Draw the heads, the lanes of ``group`` for the columns of ``span``, and the legend."""
    grid = page.grid
    heads.draw_caption(page, y)
    y = heads.draw(page, y, span) + 1.3
    boxes = []
    for tall in group.heights:
        boxes.append(Box(grid.left, y, grid.text_width, tall))
        y += tall
    draw_row_bands(page, group.rows, boxes, span)
    for row, box in zip(group.rows, boxes, strict=True):
        row.draw(page, box, span, plan.size)
    draw_rules(page, group.rows, boxes)
    if legend:
        draw_legend(page, desk, y + 2.6, legend)
