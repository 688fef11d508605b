"""出どころ: the pain points with their issues and questions, and the words behind every card.

Owns these pages, by which one gets on paper from an issue back to the sentence that was said. Must
not draw the map.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import LaneKind
from servicedesign.model.dates import parse_date, short_date
from servicedesign.paper.flow import Fixed, Flow
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import SECOND_TEXT
from servicedesign.tools.journey.presets import LANE_TITLES
from servicedesign.tools.journey.sheet_cards import joined
from servicedesign.tools.journey.sheet_data import (
    MapData,
    PainLine,
    Source,
    SourceGroup,
    Use,
)
from servicedesign.tools.journey.sheet_desk import Desk
from servicedesign.tools.journey.sheet_lists import (
    ASIDE,
    Cell,
    ListBlock,
    Para,
    Row,
    named_block,
)
from servicedesign.tools.journey.sheet_person import subtitle_for

_SIZE: Final = 10.0
_SMALL: Final = 9.0
_WORDS: Final = TextStyle(_SIZE, _SIZE, leading=1.4)
_BOLD: Final = TextStyle(_SIZE, _SIZE, True, leading=1.4)
_GREY: Final = TextStyle(_SMALL, _SMALL, leading=1.35, colour=SECOND_TEXT)
_BROAD: Final = 300.0
_MIDDLE: Final = 220.0
"""Above these widths of a page in mm the sources stand in three or two columns."""
_SPACING: Final = 4.0
"""Between the sources of two interviews, mm."""
_ENDLESS: Final = 100_000.0
_FOOT: Final = 40.0
"""With less room under the pain points, mm, the sources begin overleaf."""
_WIDE: Final = (5, 23, 50, 16, 20)
_NARROW: Final = (8, 30, 36, 22)
_LINE: Final = 120
"""Most characters about an interview that may stand in the line of its code."""
_SOURCE_SHARES: Final = (26, 90)


def draw_sources(desk: Desk, data: MapData, heading: Heading, flow: Flow | None = None) -> None:
    """Draw what the map rests on, on pages of its own, or on in ``flow`` where no pain stands.

    Args:
        desk: what it is drawn with.
        data: the map.
        heading: of the map's pages.
        flow: columns of pages that have begun, or None.
    """
    if not data.pains and not data.sources:
        return
    if flow is not None and not data.pains:
        _add_groups(desk, data, flow, flow.page.grid.body.columns(flow.count, flow.gap)[0].width)
        return
    title = desk.t("地図の出どころ")
    grid = desk.doc.grid
    desk.doc.heading = replace(
        heading,
        title=title,
        subtitle=subtitle_for(desk.book, grid, title, data, 0),
        purpose=desk.t("升目の番号から、聞き取りの言葉へ戻れます。▲は、課題と問いにつながります。"),
        aside=0,
    )
    desk.doc.bookmark(title, page=len(desk.doc.pages), level=2)
    flow = Flow(desk.doc, 1, spacing=_SPACING)
    flow.turn()
    if data.pains:
        flow.add(_pain_block(data, desk.t, wide=grid.text_width > _MIDDLE))
    count = 3 if grid.text_width > _BROAD else 2 if grid.text_width > _MIDDLE else 1
    below = Flow(desk.doc, count, spacing=_SPACING)
    width = grid.body.columns(count, below.gap)[0].width
    blocks = [_source_block(group, desk, width) for group in data.sources]
    if flow.left > _FOOT:
        tall = _even_height(blocks, below, width, flow)
        body = grid.body
        below.begin(flow.page, replace(body, y=body.bottom - flow.left, height=tall))
    for block in blocks:
        below.add(block)


def _even_height(blocks: Sequence[ListBlock], below: Flow, width: float, above: Flow) -> float:
    """Return the height in mm at which the blocks fill all columns about alike, if they fit."""
    heights = []
    for block in blocks:
        placed = block.place(above, width, _ENDLESS, fresh=True)
        heights.append((placed.height if placed else 0.0) + below.spacing)
    tall = max(sum(heights) / below.count, *heights, _FOOT) if heights else _FOOT
    while tall < above.left and _columns_taken(heights, tall) > below.count:
        tall += below.spacing
    return min(tall, above.left)


def _columns_taken(heights: Sequence[float], tall: float) -> int:
    columns, used = 1, 0.0
    for height in heights:
        if used and used + height > tall + 0.01:
            columns, used = columns + 1, 0.0
        used += height
    return columns


def _add_groups(desk: Desk, data: MapData, flow: Flow, width: float) -> None:
    """Add the sources of every interview to a flow that goes on, in columns of ``width`` mm."""
    title, size = desk.t("地図の出どころ"), desk.doc.grid.sizes.heading
    flow.need(flow.left + 1 if flow.beside else _FOOT)
    flow.add(Fixed(size / PT_PER_MM + 1, lambda page, box: _title(page, box, title, size)))
    for group in data.sources:
        flow.add(_source_block(group, desk, width))


def _title(page: Page, box: Box, title: str, size: float) -> None:
    page.text(box.x, box.y, title, size, bold=True)


def _pain_block(data: MapData, t: Translator, *, wide: bool) -> ListBlock:
    titles = ["", t("困りごと"), t("問い"), *([t("課題")] if wide else []), t("根拠")]
    rows: list[Row] = [tuple((Para(title, _GREY),) for title in titles)]
    rows += [_pain_row(one, data, t, wide=wide) for one in data.pains]
    return ListBlock(Label(t("困りごとから、課題と問いへ")), rows, _WIDE if wide else _NARROW)


def _pain_row(one: PainLine, data: MapData, t: Translator, *, wide: bool) -> Row:
    pain: Cell = (Para(one.text, _WORDS), Para(phase_words(data, one.phase), _GREY))
    if one.issue is not None and one.issue != " ".join(one.text.split()):
        pain = (*pain, Para(t("課題：{title}", title=one.issue), _WORDS))
    asked: Cell = tuple(Para(text, _WORDS) for text in one.questions)
    state = Para(_state(one, t), _WORDS if wide else _GREY)
    return (
        (Para(f"▲{one.number}" if one.number else "▲", _BOLD),),
        pain,
        *((asked, (state,)) if wide else ((*asked, state),)),
        (Para(joined(one.references, t), _WORDS),),
    )


def _state(one: PainLine, t: Translator) -> str:
    if one.issue is None:
        return t("まだ課題にしていません")
    taken = t("取り上げる") if one.chosen else t("まだ取り上げない")
    return t("{rank}位、{state}", rank=one.rank, state=taken) if one.rank else taken


def phase_words(data: MapData, phase: int) -> str:
    """Return number and name of a phase."""
    title = data.phases[phase].title if 0 <= phase < len(data.phases) else ""
    return f"{phase + 1} {title}".strip()


def _source_block(group: SourceGroup, desk: Desk, width: float) -> ListBlock:
    t = desk.t
    rows = [_source_row(one, t) for one in group.sources]
    if not group.code and not group.date:
        return ListBlock(Label(t(group.title)), rows, _SOURCE_SHARES)
    day = parse_date(group.date)
    about = [group.title, *([short_date(day, t.lang)] if day else [])]
    line = t.context("list", "・").join(one for one in about if one)
    block = named_block(group.code, rows, _SOURCE_SHARES, _BOLD, at=1)
    taken = desk.book.measure(block.what.text, desk.doc.grid.sizes.label, bold=True) / PT_PER_MM
    short = len(line) <= _LINE and "\n" not in line
    if short and desk.book.measure(line, ASIDE, bold=False) / PT_PER_MM <= width - taken - 12:
        return replace(block, aside=line)
    return replace(block, rows=[((), (Para(line, _GREY),)), *block.rows])


def _source_row(one: Source, t: Translator) -> Row:
    words = t("「{words}」", words=one.words) if one.said else one.words
    parts = [Para(words, _WORDS)]
    if one.leads:
        parts.append(Para(t("もと：{codes}", codes=joined(one.leads, t)), _GREY))
    if one.uses:
        parts.append(Para("→ " + joined([_use(use, t) for use in one.uses], t), _GREY))
    return ((Para(one.code or "―", _BOLD),), tuple(parts))


def _use(use: Use, t: Translator) -> str:
    if use.kind is LaneKind.PAIN_POINT and use.number:
        return f"▲{use.number}"
    preset = LANE_TITLES[use.kind]
    lane = t(preset) if use.lane in {"", preset} else use.lane
    return f"{use.phase + 1} {lane}"
