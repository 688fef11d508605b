"""The empty list: groups with rows that are wide enough for a marker.

Owns the look of what is filled in by hand.
"""

from __future__ import annotations

from typing import Final

from servicedesign.i18n import Translator
from servicedesign.paper import marks
from servicedesign.paper.document import Document
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, lay
from servicedesign.tokens import EDGE, SECOND_TEXT, STICKIES, STICKY_SYMBOLS
from servicedesign.tools.participants.words import KINDS
from servicedesign.tools.stakeholders import STAKEHOLDER_WORDS

_PITCH: Final = 14.6
"""Between lines for a marker, in mm."""
_ROWS: Final = 6
_HEAD: Final = 12.0
_HEADS: Final = 5.0
_GROUP: Final = _HEAD + _HEADS + _ROWS * _PITCH
_GAP: Final = 4.0
_BETWEEN: Final = 7.0
_SHARES: Final = (2.5, 2.0, 0.8, 1.6)
_TWO_COLUMNS: Final = 300.0


def draw_blank(doc: Document) -> None:
    """Draw one page of empty groups."""
    page, grid, t = doc.new_page(), doc.grid, doc.job.t
    body = Box(grid.left, grid.body_top + 0.5, grid.text_width, grid.body_bottom - grid.body_top)
    numbered = "　".join(
        f"{number}\u00a0{t(STAKEHOLDER_WORDS[kind])}" for number, kind in enumerate(KINDS, 1)
    )
    legend = lay(page.book, numbered, body.width, TextStyle(10.5, 10.5, leading=1.35))
    body = body.below(legend.draw(page, body.x, body.y) - body.y + 4.0)
    columns = body.columns(2 if body.width > _TWO_COLUMNS else 1, 10.0)
    count = max(1, int((body.height + _BETWEEN + 1.0) / (_GROUP + _BETWEEN)))
    for column in columns:
        y = column.y
        for _ in range(count):
            _draw_group(page, Box(column.x, y, column.width, _GROUP), t)
            y += _GROUP + _BETWEEN


def _draw_group(page: Page, box: Box, t: Translator) -> None:
    size = 12.0
    base = box.y + 8.6
    top = base - size * 0.88 / PT_PER_MM
    label = t.context("frame", "班")
    x = box.x + page.text(box.x, top, label, size, bold=True) + 2.5
    signs = 4 * 8.0
    right = box.right - signs - 4.0
    page.line(x, base + 0.6, right, base + 0.6, 0.5)
    for place, colour in enumerate(STICKIES):
        middle = box.right - signs + place * 8.0 + 4.0
        page.rect(middle - 3.2, base - 6.2, 6.4, 6.4, stroke=EDGE, line=0.35, radius=0.8)
        marks.symbol(page, middle, base - 3.0, STICKY_SYMBOLS[colour], 3.0)
    y = box.y + _HEAD
    heads = (
        t("名前（ふりがな）"),
        t("所属"),
        t.context("column", "立場"),
        t("役割"),
    )
    free = box.width - _GAP * (len(_SHARES) - 1)
    x = box.x
    for words, share in zip(heads, _SHARES, strict=True):
        wide = free * share / sum(_SHARES)
        page.text(x, y, words, 10.5, colour=SECOND_TEXT)
        for row in range(1, _ROWS + 1):
            line = y + _HEADS + row * _PITCH
            page.line(x, line, x + wide, line, 0.35, EDGE)
        x += wide + _GAP
