"""The empty check: four boxes for every question, and lines for evidence and the next action.

Owns the look of what is filled in by hand. Must not print any answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from servicedesign.paper import marks
from servicedesign.paper.labels import writing_lines
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.tokens import EDGE, SECOND_TEXT
from servicedesign.tools.principles.sheet_data import ItemData
from servicedesign.tools.principles.sheet_filled import STEPS, Words, answer_words
from servicedesign.tools.principles.sheet_rows import BOTTOM, INDENT, Aside, Head, RowBlock, TextRow

_WORD: Final = 9.5
"""Size of the words over the boxes in pt: furniture of the table."""
_STACKED: Final = 18.0
"""Width in mm from which the words over a box stand under one another."""
_BOX: Final = 4.2
_PITCH: Final = 9.2


def _columns(page: Page, words: Words) -> list[float]:
    """Return the widths of the four columns of boxes in mm."""
    return [
        max(*(page.width(line, _WORD) + 3 for line in lines), 10.0)
        for lines in _stacked(page, words)
    ]


def _stacked(page: Page, words: Words) -> list[list[str]]:
    """Return the words over the boxes, a long answer in one line for each of its words."""
    named = [answer_words(words.t)[answer] for answer in STEPS]
    return [name.split() if page.width(name, _WORD) > _STACKED else [name] for name in named]


def _heads(words: Words) -> Aside:
    def draw(page: Page, right: float, y: float) -> None:
        widths = _columns(page, words)
        x, em = right - sum(widths), _WORD / PT_PER_MM
        for lines, width in zip(_stacked(page, words), widths, strict=True):
            top = y - em / 2 + 0.5 - (em * 0.98 - 0.9) * (len(lines) - 1)
            for line in lines:
                page.text(x + width / 2, top, line, _WORD, colour=SECOND_TEXT, align="center")
                top += em * 0.98
            x += width

    return draw


def _boxes(words: Words) -> Aside:
    def draw(page: Page, right: float, y: float) -> None:
        widths = _columns(page, words)
        x = right - sum(widths)
        for width in widths:
            marks.checkbox(page, x + (width - _BOX) / 2, y, size=_BOX)
            x += width

    return draw


def blank_item(words: Words, item: ItemData) -> RowBlock:
    """Return the block of one principle to be filled in."""
    page = words.doc.pages[-1]
    tail = sum(_columns(page, words)) + 3
    rows = [
        TextRow(check.question, words.question, tail=tail, aside=_boxes(words), gap=2.9 * words.air)
        for check in item.checks
    ]
    head = Head(str(item.number), item.title, _heads(words), tail)
    name = words.t("{heading}（つづき）", heading=words.t("箇条{number}", number=item.number))
    extra = (2 * _PITCH - 1.5, _lines(words))
    return RowBlock(rows, head, name=name, extra=extra, bottom=BOTTOM * words.air)


def _lines(words: Words) -> Callable[[Page, float, float, float], None]:
    def draw(page: Page, x: float, y: float, width: float) -> None:
        t, size = words.t, 10.5
        y -= 2.5
        left = x + INDENT
        lead = words.lead
        for i, label in enumerate((t.context("principles", "根拠"), t("次の一手"))):
            base = y + (i + 1) * _PITCH
            top = base - size / PT_PER_MM - 0.6
            page.text(left, top, label, size, bold=True, colour=SECOND_TEXT)
            page.line(x + lead, base, x + width, base, 0.35, EDGE)
        _owner(page, words, x + width, y + 2 * _PITCH)

    return draw


def _owner(page: Page, words: Words, right: float, base: float) -> None:
    """Write 担当 and いつまで over the last line, with room behind each."""
    size = 10.5
    top = base - size / PT_PER_MM - 0.6
    x = right
    for label, room in ((words.t("いつまで"), 20.0), (words.t("担当"), 24.0)):
        wide = page.width(label, size)
        x -= room + wide
        page.rect(x - 2, top - 0.4, wide + 3, size / PT_PER_MM + 0.6, fill="#FFFFFF")
        page.text(x, top, label, size, colour=SECOND_TEXT)
        x -= 2


def blank_closing(words: Words, edition: str) -> RowBlock:
    """Return the closing block to be filled in, with the name of the edition."""
    t = words.t

    def draw(page: Page, x: float, y: float, width: float) -> None:
        size, labels = 10.5, (t("前回から"), t("確かめた人"))
        lead = max(30.0, *(page.width(label, size, bold=True) + 4 for label in labels))
        for i, label in enumerate(labels):
            top = y + (i + 1) * _PITCH - size / PT_PER_MM - 0.6
            page.text(x, top, label, size, bold=True)
            line = Box(x + lead, y + i * _PITCH, width - lead, _PITCH)
            writing_lines(page, line, _PITCH)

    rows = []
    if edition:
        style = words.question
        rows.append(TextRow(t("版：{title}", title=edition), style, lead=0))
    return RowBlock(rows, extra=(2 * _PITCH, draw))
