"""The mandala sheet: all 81 cells on one page, or the eight around one word, large.

Owns which pages there are, and what stands over the cells; the cells are ``sheet_cells``'. Must
not know the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TIGHT, TextStyle, lay
from servicedesign.tokens import EDGE
from servicedesign.tools.mandala.sheet_cells import Desk, draw_block, draw_blocks
from servicedesign.tools.mandala.sheet_data import ChartData, MandalaData, blank_data, gather

__all__ = ("blank_data", "draw", "gather")

_PHASE: Final = 2
_GAP: Final = 3.0
"""Under the question, mm."""


def draw(data: MandalaData, job: SheetJob) -> Document:
    """Draw a page for each chart; an empty worksheet on A4 begins with eight large cells."""
    t = job.t
    if job.blank or not data.charts:
        return _draw_blank(job)
    purpose = t("中心から8つ、その一つひとつを外の中心にして、また8つ。札の数字は付箋の番号です。")
    doc = Document(job, Heading(t("マンダラート"), _PHASE, purpose))
    more = Continuation(doc)
    for chart in data.charts:
        page = doc.new_page(Heading(t("マンダラート"), _PHASE, purpose, subtitle=chart.title))
        if len(data.charts) > 1 and chart.title:
            doc.bookmark(chart.title[:60], level=1)
        _draw_chart(Desk(page, more, t, chart.cells), chart)
    more.finish()
    return doc


def _draw_chart(desk: Desk, chart: ChartData) -> None:
    body = _body(desk.page)
    body = _question(desk, body, chart)
    if desk.page.grid.layout == "A4" and not chart.outside:
        draw_block(desk, body, 0)
    else:
        draw_blocks(desk, body)


def _body(page: Page) -> Box:
    """Return the place for everything under the header, a little apart from the footer."""
    body = page.grid.body.below(1)
    return Box(body.x, body.y, body.width, body.height - 1.5)


def _question(desk: Desk, body: Box, chart: ChartData) -> Box:
    """Write the question and how many ideas there are; return the place under them."""
    page, t = desk.page, desk.t
    size = 14.0 if page.grid.layout == "A3" else 12.0
    small = page.grid.sizes.note
    count = t("{count} ／ 72案", count=chart.count)
    wide = page.width(count, small, bold=True)
    drop = (size - small) / PT_PER_MM * 0.8
    page.text(body.right, body.y + drop, count, small, bold=True, align="right")
    if not chart.question:
        return body.below(small / PT_PER_MM + drop + _GAP)
    name = t("問い{number}", number=chart.question_number)
    left = page.text(body.x, body.y, name, size, bold=True) + 4
    style = TextStyle(size, 10.5, leading=TIGHT)
    room = Box(body.x + left, body.y, body.width - left - wide - 6, 0)
    height = min(
        lay(page.book, chart.question, room.width, style).height, 2 * size * TIGHT / PT_PER_MM
    )
    desk.more.text(page, Box(room.x, room.y, room.width, height), name, chart.question, style)
    return body.below(height + _GAP)


# Empty worksheets -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Blank:
    """Words of an empty page."""

    subtitle: str
    purpose: str


def _draw_blank(job: SheetJob) -> Document:
    t = job.t
    whole = _Blank(
        "9×9",
        t("中心に言葉を置き、まわりを8つ埋めます。8つを同じ番号の中心に写し、また8つずつ。"),
    )
    small = _Blank("3×3", t("真ん中に言葉を一つ。思いつくことを、無理にでも8つ書きます。"))
    blanks = [small, whole] if job.grid.layout == "A4" else [whole]
    headings = [
        Heading(t("マンダラート"), _PHASE, one.purpose, subtitle=one.subtitle, fields=True)
        for one in blanks
    ]
    doc = Document(job, headings[0])
    for one, heading in zip(blanks, headings, strict=True):
        page = doc.new_page(heading)
        desk = Desk(page, Continuation(doc), t, {}, blank=True)
        body = _body(page)
        body = _question_line(page, body, t("問い"))
        (draw_blocks(desk, body) if one is whole else draw_block(desk, body, 0))
    return doc


def _question_line(page: Page, body: Box, name: str) -> Box:
    """Draw a line to write the question on; return the place under it."""
    large = page.grid.layout == "A3"
    size, height = (14.0, 11.0) if large else (12.0, 8.5)
    left = page.text(body.x, body.y + height - size / PT_PER_MM - 0.6, name, size, bold=True) + 4
    page.line(body.x + left, body.y + height, body.right, body.y + height, 0.35, EDGE)
    return body.below(height + 4)
