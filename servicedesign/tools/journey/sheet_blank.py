"""The empty journey map: phases, lanes with room to write or to stick notes, a grid for the curve.

Owns its pages: the phases and lanes of the project's own maps, else the presets: eight of a town,
the report's four (ch. 7 §2(1)②), and none. Must not ask a project.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import JourneyView
from servicedesign.model.message import N_
from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box, Grid
from servicedesign.tokens import EDGE, HAIRLINE, SECOND_TEXT
from servicedesign.tools.journey.presets import BLANK_LANES, MUNICIPAL_PHASES, REPORT_PHASES
from servicedesign.tools.journey.sheet_blank_lanes import blank_groups, draw_lanes
from servicedesign.tools.journey.sheet_data import (
    Column,
    JourneyData,
    LaneRow,
    MapData,
    PhaseHead,
)
from servicedesign.tools.journey.sheet_desk import Desk, is_wall, measures_for
from servicedesign.tools.journey.sheet_emotion import Span
from servicedesign.tools.journey.sheet_heads import Heads
from servicedesign.tools.journey.sheet_plan import even_spans

PRESETS: Final = (
    (N_("記入用・8つのフェーズ"), MUNICIPAL_PHASES),
    (N_("記入用・報告書の4フェーズ"), REPORT_PHASES),
    (N_("記入用・白紙"), ("",) * 6),
)
"""What the worksheets are called, and their phases."""
_NARROWEST: Final = {"A3": 40.0, "A4": 29.0}
"""Smallest width of a column to write in by hand, mm of the layout."""


def draw_blank(data: JourneyData, job: SheetJob) -> Document:
    """Draw the empty worksheets: of the maps in ``data``, else of the presets."""
    doc = Document(job, _heading(job, job.t("記入用")))
    for name, one in _worksheets(data, job.t):
        doc.heading = _heading(job, name)
        desk = Desk(doc, Continuation(doc), job.t, measures_for(job.grid))
        start = len(doc.pages)
        _draw_map(desk, one, own=bool(data.maps))
        doc.bookmark(name, page=start, level=1)
        desk.more.finish()
    doc.heading = _heading(job, job.t("記入用"))
    return doc


def _worksheets(data: JourneyData, t: Translator) -> list[tuple[str, MapData]]:
    if data.maps:
        return [(t("記入用"), one) for one in data.maps]
    return [(t(name), _preset([t(title) for title in titles])) for name, titles in PRESETS]


def _preset(titles: Sequence[str]) -> MapData:
    return MapData(
        phases=tuple(PhaseHead(title=title) for title in titles),
        columns=tuple(Column(phase=index) for index in range(len(titles))),
        lanes=tuple(LaneRow(kind=kind) for kind in BLANK_LANES),
    )


def _heading(job: SheetJob, name: str) -> Heading:
    t = job.t
    purpose = t("一人の道のりを、時間の順に左から書きます。つらかった所に▲と番号を付けます。")
    if is_wall(job.grid):
        purpose = t("一人の道のりを、付箋1枚に1つずつ書いて貼ります。つらい所に▲と番号を付けます。")
    return Heading(t("ジャーニーマップ"), 1, purpose, subtitle=name, fields=True)


def _draw_map(desk: Desk, data: MapData, *, own: bool) -> None:
    """Draw one worksheet on as many pages as its columns and lanes take."""
    grid = desk.doc.grid
    page = desk.doc.new_page()
    width, spans = _columns(grid, desk, data)
    data = data if data.lanes else replace(data, lanes=_preset([]).lanes)
    heads = Heads(desk, data, width, outlined=True)
    above = 1.3 + heads.height() + heads.stage_height() + _times_height(grid)
    top = grid.body_top + _person_height(grid)
    room = grid.body_bottom - 1.5 - top - above
    groups = blank_groups(desk, data, room, own=own)
    for place, group in enumerate(groups):
        for number, span in enumerate(spans):
            page = page if place == 0 and number == 0 else desk.doc.new_page()
            _person(page, desk, data.view if own else None)
            y = heads.draw(page, top, span) + 1.3
            y = _times(page, desk, span, y)
            draw_lanes(page, desk, Box(grid.left, y, grid.text_width, room), group, span)


def _columns(grid: Grid, desk: Desk, data: MapData) -> tuple[float, list[Span]]:
    """Return the width of a column and the columns of each page, wide enough to write in."""
    room = grid.text_width - desk.size.label
    most = max(int(room / _NARROWEST[grid.layout]), 1)
    found = even_spans(data.columns, math.ceil(len(data.columns) / most), most)
    width = room / max(count for _, count in found)
    x = grid.left + desk.size.label
    return width, [Span(first, count, x, width) for first, count in found]


def _person_height(grid: Grid) -> float:
    return min(grid.sizes.note, 12) / PT_PER_MM + 6.4


def _person(page: Page, desk: Desk, view: JourneyView | None) -> None:
    """Draw lines for persona and goal, and boxes 現状 and 理想; that of ``view`` is ticked."""
    t, grid = desk.t, page.grid
    size = min(grid.sizes.note, 12)
    em = size / PT_PER_MM
    y = grid.body_top + 1
    base = y + em * 0.88
    x = grid.left
    for word, which in ((t("現状"), JourneyView.AS_IS), (t("理想"), JourneyView.TO_BE)):
        marks.checkbox(page, x, y + em / 2, ticked=which is view, size=4.0)
        x += page.text(x + 5.4, y, word, size) + 10
    x += 2
    right = grid.left + grid.text_width
    middle = x + (right - x) * 0.42
    for word, end in ((t("ペルソナ"), middle - 5), (t("めざすこと"), right)):
        x += page.text(x, y, word, size, bold=True) + 2
        page.line(x, base + 0.8, end, base + 0.8, 0.35, EDGE)
        x = middle


def _times_height(grid: Grid) -> float:
    return 9.0 if grid.layout == "A3" else 7.4


def _times(page: Page, desk: Desk, span: Span, y: float) -> float:
    """Draw the row for times under the heads and return the y under it."""
    tall = _times_height(page.grid)
    size = desk.size.when
    page.text(page.grid.left, y + 1.4, desk.t("時期・所要"), size, colour=SECOND_TEXT)
    for place in range(1, span.count):
        x = span.left(span.first + place)
        page.line(x, y + 1, x, y + tall - 1, 0.25, HAIRLINE)
    return y + tall
