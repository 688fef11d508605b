"""A map on pages: heads, lanes and legend put together.

Owns the putting together. What goes on which page is told by ``sheet_plan``, what the parts look
like by the modules beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
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
from servicedesign.tools.journey.sheet_plan import (
    Group,
    Plan,
    best_plan,
    column_options,
    plan_rows,
)
from servicedesign.tools.journey.sheet_rows import build_rows, draw_row_bands, draw_rules

_EMPTY_COLUMNS: Final = 4
"""Columns drawn where a map has no phases yet."""


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
    legend = [] if outlined else legend_items(desk, data.lanes, compared=data.compared)
    top = grid.body_top + narrow_height(grid, data) + 0.9
    below = legend_height(page, desk, legend) + (3.4 if legend else 0)
    introduced = intro_height(desk, grid, intro)

    def make(width: float, spans: Sequence[Span]) -> Plan:
        heads = Heads(desk, data, width, outlined)
        above = heads.height() + heads.stage_height() + 1.3
        room = grid.body_bottom - top - above - below - introduced
        return plan_rows(build_rows(desk, data, width), room, desk, heads, spans)

    plan = best_plan(column_options(grid, desk, data.columns), make)
    for place, group in enumerate(plan.groups):
        for number, span in enumerate(plan.spans):
            first = place == 0 and number == 0
            page = page if first else desk.doc.new_page(heading)
            draw_person(page, desk, data)
            y = top
            if first:
                draw_intro(page, desk, y, intro)
                y += introduced
            draw_page(page, desk, plan, group, span, y, legend)


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


def draw_page(
    page: Page,
    desk: Desk,
    plan: Plan,
    group: Group,
    span: Span,
    y: float,
    legend: Sequence[Sequence[Item]],
) -> None:
    """Draw the heads, the lanes of ``group`` for the columns of ``span``, and the legend."""
    grid = page.grid
    plan.heads.draw_caption(page, y)
    y = plan.heads.draw(page, y, span) + 1.3
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
