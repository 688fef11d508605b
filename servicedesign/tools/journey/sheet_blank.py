"""The empty journey map: phases to name, lanes with room to write, a grid to draw the curve into.

Owns its layout. Must not know any project.
"""

from __future__ import annotations

from typing import Final

from servicedesign.model import LaneKind
from servicedesign.model.message import N_
from servicedesign.paper import marks
from servicedesign.paper.curve import CurvePlot
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box, Grid
from servicedesign.paper.textbox import TIGHT, TextStyle, lay
from servicedesign.tokens import EDGE, HAIRLINE, INK, SECOND_TEXT
from servicedesign.tools.journey.presets import (
    BLANK_LANES,
    LANE_NOTES,
    LANE_TITLES,
    MUNICIPAL_PHASES,
    REPORT_PHASES,
)
from servicedesign.tools.journey.sheet_data import Column, MapData, PhaseHead
from servicedesign.tools.journey.sheet_desk import Desk, measures_for
from servicedesign.tools.journey.sheet_emotion import Span
from servicedesign.tools.journey.sheet_heads import Heads
from servicedesign.tools.journey.sheet_rows import label_style

SHARES: Final = {LaneKind.EMOTION: 1.9, LaneKind.TOUCHPOINT: 0.95, LaneKind.ACTION: 1.1}
"""How much of the height a lane takes; others take 1."""
_LOW: Final = 120.0
"""On a page with less room, mm, the lane behind the scenes is left out for larger ones."""
PROMPTS: Final = {
    LaneKind.TOUCHPOINT: N_("どこで、だれと、何を見て？"),
    LaneKind.ACTION: N_("何をした？ うまくいった？"),
    LaneKind.THOUGHT: N_("心の中の声を「」で"),
    LaneKind.PAIN_POINT: N_("困ったこと。番号をふる"),
    LaneKind.BACKSTAGE: N_("見えない所で、だれが何を？"),
    LaneKind.OPPORTUNITY: N_("ここを、どう変えられる？"),
}
"""A question that helps, in grey under the name of a lane."""


def draw_blank(job: SheetJob) -> Document:
    """Draw the empty worksheet, one page: eight phases on a wide A3, four elsewhere."""
    t, grid = job.t, job.grid
    heading = Heading(
        t("ジャーニーマップ"),
        1,
        t("一人の道のりを、時間の順に左から書きます。つらかった所に▲と番号を付けます。"),
        subtitle=t("記入用"),
        fields=True,
    )
    doc = Document(job, heading)
    page = doc.new_page()
    desk = Desk(doc, Continuation(doc), t, measures_for(grid))
    top = _person(page, desk, grid)
    names = MUNICIPAL_PHASES if grid.landscape and grid.layout == "A3" else REPORT_PHASES
    width = (grid.text_width - desk.size.label) / len(names)
    data = MapData(
        phases=tuple(PhaseHead(title=t(name)) for name in names),
        columns=tuple(Column(phase=index) for index in range(len(names))),
    )
    span = Span(0, len(names), grid.left + desk.size.label, width)
    heads = Heads(desk, data, width, outlined=True)
    y = heads.draw(page, top, span) + 1.3
    y = _times(page, desk, span, y)
    room = Box(grid.left, y, grid.text_width, grid.body_bottom - 1.5 - y)
    _lanes(page, desk, room, span)
    return doc


def _person(page: Page, desk: Desk, grid: Grid) -> float:
    """Draw lines for persona and goal, and boxes 現状 and 理想; return the y under them."""
    t, size = desk.t, min(grid.sizes.note, 12)
    em = size / PT_PER_MM
    y = grid.body_top + 1
    base = y + em * 0.88
    x = grid.left
    for word in (t("現状"), t("理想")):
        marks.checkbox(page, x, y + em / 2, size=4.0)
        x += page.text(x + 5.4, y, word, size) + 10
    x += 2
    right = grid.left + grid.text_width
    middle = x + (right - x) * 0.42
    for word, end in ((t("ペルソナ"), middle - 5), (t("めざすこと"), right)):
        x += page.text(x, y, word, size, bold=True) + 2
        page.line(x, base + 0.8, end, base + 0.8, 0.35, EDGE)
        x = middle
    return y + em + 5.4


def _times(page: Page, desk: Desk, span: Span, y: float) -> float:
    """Draw the row for times under the heads and return the y under it."""
    tall = 9.0 if page.grid.layout == "A3" else 7.4
    size = desk.size.when
    page.text(page.grid.left, y + 1.4, desk.t("時期・所要"), size, colour=SECOND_TEXT)
    for place in range(1, span.count):
        x = span.left(place)
        page.line(x, y + 1, x, y + tall - 1, 0.25, HAIRLINE)
    return y + tall


def _lanes(page: Page, desk: Desk, room: Box, span: Span) -> None:
    low = room.height < _LOW
    kinds = [kind for kind in BLANK_LANES if not low or kind is not LaneKind.BACKSTAGE]
    shares = {**SHARES, LaneKind.EMOTION: 2.4} if low else SHARES
    whole = sum(shares.get(kind, 1.0) for kind in kinds)
    y = room.y
    for kind in kinds:
        tall = room.height * shares.get(kind, 1.0) / whole
        strong = kind in {LaneKind.TOUCHPOINT, LaneKind.EMOTION, LaneKind.PAIN_POINT,
                          LaneKind.BACKSTAGE}  # fmt: skip
        page.line(room.x, y, room.right, y, 0.75 if strong else 0.35,
                  INK if strong else SECOND_TEXT)  # fmt: skip
        _lane(page, desk, Box(room.x, y, room.width, tall), kind, span)
        y += tall
    page.line(room.x, y, room.right, y, 0.75)


def _lane(page: Page, desk: Desk, box: Box, kind: LaneKind, span: Span) -> None:
    y = _name(page, desk, box, kind)
    inner = Box(span.x, box.y, span.count * span.width, box.height)
    if kind is LaneKind.EMOTION:
        lower = Box(inner.x, y + 0.4, inner.width, box.bottom - y - 0.4)
        CurvePlot(lower, pad=max(box.height * 0.1, 3.4), scale_x=span.x - 2.4).grid(page)
    else:
        _prompt(page, desk, Box(box.x, y + 1.4, desk.size.label - 2, box.bottom - y - 2.4), kind)
    for place in range(span.count):
        x = span.left(place)
        page.line(x, box.y + 1.6, x, box.bottom - 1.6, 0.25, HAIRLINE)
        _signs(page, kind, x, box.y)


def _name(page: Page, desk: Desk, box: Box, kind: LaneKind) -> float:
    """Write the name of a lane with its note and return the y under them."""
    t, size = desk.t, desk.size
    title = t(LANE_TITLES[kind])
    shown = lay(desk.book, title, size.label - 2, label_style(desk, title))
    y = shown.draw(page, box.x, box.y + 2)
    note = LANE_NOTES.get(kind)
    if note:
        page.text(box.x, y + 0.6, t(note), size.when, colour=SECOND_TEXT)
        y += 0.6 + size.when / PT_PER_MM
    return y


def _prompt(page: Page, desk: Desk, room: Box, kind: LaneKind) -> None:
    """Write the question that helps where there is room for all of it."""
    size = desk.size.least
    style = TextStyle(size, size, leading=TIGHT, colour=SECOND_TEXT,
                      balanced=desk.t.lang == "ja")  # fmt: skip
    shown = lay(desk.book, desk.t(PROMPTS[kind]), room.width, style)
    if shown.height <= room.height:
        shown.draw(page, room.x, room.y)


def _signs(page: Page, kind: LaneKind, x: float, y: float) -> None:
    """Draw what is to be circled or numbered in one cell."""
    if kind is LaneKind.ACTION:
        for place, which in enumerate(("done", "partly", "failed")):
            marks.outcome(page, x + 4.4 + place * 7, y + 4.4, which, 3.4)
    if kind is LaneKind.PAIN_POINT:
        marks.symbol(page, x + 4.4, y + 4.4, "triangle", 3.6)
        page.line(x + 7.4, y + 6.4, x + 14, y + 6.4, 0.35, EDGE)
