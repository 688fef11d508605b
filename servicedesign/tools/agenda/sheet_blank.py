"""The empty timetable: rows to draft a day by hand.

Owns the look of what is filled in with a pen.
"""

from __future__ import annotations

from typing import Final

from servicedesign.paper.document import Document
from servicedesign.tokens import EDGE, SECOND_TEXT
from servicedesign.tools.agenda.sheet_step import Types, Widths

_ROW: Final = 15.0
"""Height of a row in mm: the words, and a line of how."""

_LINE: Final = 0.35


def draw_blank(doc: Document) -> None:
    """Draw one page of empty rows."""
    page, grid, t = doc.new_page(), doc.grid, doc.job.t
    types = Types(1.0)
    widths = Widths.of(grid.text_width, types)
    x, y = grid.left, grid.body_top + 0.6
    heads = (
        (t("時刻"), 0.0),
        (t("内容・進め方"), widths.content[0]),
        (t("使う紙"), widths.sheet[0]),
        (t("担当・用意"), widths.who[0]),
    )
    for words, left in heads:
        page.text(x + left, y, words, 12, bold=True, colour=SECOND_TEXT)
    page.text(
        x + widths.minutes, y, t.context("column", "分"), 12, bold=True, colour=SECOND_TEXT,
        align="right",
    )  # fmt: skip
    top = y + 7.0
    page.line(x, top, x + grid.text_width, top, 0.5)
    room = grid.body_bottom - 2.5 - top
    count = int(room / _ROW)
    high = room / count
    places = (
        (0.0, widths.bar - 1.5),
        (widths.bar + 1.0, widths.minutes - widths.bar),
        widths.content,
        widths.sheet,
        widths.who,
    )
    for row in range(1, count + 1):
        bottom = top + row * high
        for left, wide in places:
            page.line(x + left, bottom, x + left + wide, bottom, _LINE, EDGE)
