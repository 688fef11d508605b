"""The empty note: what to say first, five open questions, lines to write on.

Owns the look of what is filled in by hand, with a pen at a table.
"""

from __future__ import annotations

from typing import Final

from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import fit_line, writing_lines
from servicedesign.paper.page import BASELINE, Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import ACTION, INK, SECOND_TEXT
from servicedesign.tools.interview.guides import SHEET_QUESTIONS
from servicedesign.tools.interview.sheet_filled import PHASE
from servicedesign.tools.interview.words import kind_words

_LABEL: Final = 11.0
_ROW: Final = 10.0
_PITCH: Final = 9.4
_FOOT: Final = 40.0
"""Height of interpretation, insight and legend, mm."""


def draw_blank(job: SheetJob) -> Document:
    """Draw the empty note."""
    t = job.t
    purpose = t("話した言葉をそのまま書きます。名前や連絡先は書かず、番号で管理します。")
    heading = Heading(
        t("聞き取りメモ"), PHASE, purpose, subtitle=t("記入用"), fields=False, aside=52
    )
    doc = Document(job, heading)
    page = doc.new_page()
    grid = page.grid
    body = Box(grid.left, grid.body_top, grid.text_width, grid.body_bottom - grid.body_top)
    _number(page, job)
    wide = 1.3 if grid.layout == "A3" else 1.0
    y = _facts(page, Box(body.x, body.y + 1, body.width, 0), job, wide)
    foot = _FOOT * (1.2 if wide > 1 else 1.0)
    _questions(page, Box(body.x, y, body.width, body.bottom - foot - y), job, wide)
    _after(page, Box(body.x, body.bottom - foot, body.width, foot), job)
    return doc


def _number(page: Page, job: SheetJob) -> None:
    """Write 番号 H- with a line, ending at the right margin on the title's baseline."""
    g = page.grid
    small = g.layout == "A4"
    base = (25.6 if small else 24.8) + g.sizes.title * BASELINE / PT_PER_MM
    size = g.sizes.body
    right, line = g.width - g.right, 18.0
    page.line(right - line, base + 0.6, right, base + 0.6, 0.5)
    words = job.t("番号 H-")
    page.text(right - line - 1.8, base - size * BASELINE / PT_PER_MM, words, size, align="right")


def _facts(page: Page, box: Box, job: SheetJob, wide: float) -> float:
    """Draw the lines of the head and what to say before one begins; return the y below."""
    t, row = job.t, _ROW * wide
    first = ((t("月日"), 0.23), (t("時刻"), 0.3), (t("場所"), 0.47))
    second = ((t("聞き手"), 0.3), (t("書き手"), 0.27), (t("相手（年代・立場）"), 0.43))
    y = box.y
    for parts in (first, second):
        x = box.x
        for label, share in parts:
            _field(page, x, y + row, box.width * share - (4 if share != parts[-1][1] else 0), label)
            x += box.width * share
        y += row
    y += row * 0.95
    size = _LABEL
    top = y - size / PT_PER_MM
    x = box.x + page.text(box.x, top, t("始める前に"), size, bold=True) + 6
    ticks = (t("目的を伝えた"), t("記録してよいか聞いた"), t("いつでもやめられると伝えた"))
    room = box.right - x - len(ticks) * 11
    shown = min(fit_line(page, "".join(ticks), size, room, least=7), size)
    for words in ticks:
        middle = y - size / PT_PER_MM / 2
        marks.checkbox(page, x, middle)
        x += 5.4
        x += page.text(x, middle - shown / PT_PER_MM / 2, words, shown) + 5.6
    return y + 4.4


def _field(page: Page, x: float, base: float, width: float, label: str) -> None:
    shown = fit_line(page, label, _LABEL, width * 0.7, bold=True, least=7)
    wide = page.text(x, base - shown / PT_PER_MM * 0.98, label, shown, bold=True)
    page.line(x + wide + 2, base + 0.6, x + width, base + 0.6, 0.5)


def _questions(page: Page, box: Box, job: SheetJob, wide: float) -> None:
    """Draw the questions, each with its lines beside it."""
    t = job.t
    question, answer = box.width * 0.245, box.width * 0.478
    second = box.x + question + 4
    third = second + answer + 4
    columns = ((box.x, question), (second, answer), (third, box.right - third))
    heads = (t("質問"), t("話したままの言葉"), t("見たこと・様子"))
    for (x, width), head in zip(columns, heads, strict=True):
        page.line(x, box.y, x + width, box.y, 0.5)
        shown = fit_line(page, head, _LABEL, width, bold=True, least=7)
        page.text(x, box.y + 1.8, head, shown, bold=True)
    top = box.y + 1.8 + _LABEL / PT_PER_MM + 2.2
    room = box.bottom - top
    lines = max(1, int(room / len(SHEET_QUESTIONS) / (_PITCH * wide)))
    pitch = room / len(SHEET_QUESTIONS) / lines
    for number, words in enumerate(SHEET_QUESTIONS, 1):
        y = top + (number - 1) * pitch * lines
        page.text(box.x, y + 1.8, str(number), 14, bold=True, colour=ACTION)
        style = TextStyle(11 * (1.15 if wide > 1 else 1), 8.5, leading=1.4, balanced=True)
        room_for = pitch * lines - 3
        fit(page.book, t(words), question - 6.4, room_for, style).draw(page, box.x + 6.4, y + 2.2)
        for x, width in columns[1:]:
            writing_lines(page, Box(x, y, width, pitch * lines), pitch)
        end = y + pitch * lines
        page.line(box.x, end, box.x + question, end, 0.35, SECOND_TEXT)


def _after(page: Page, box: Box, job: SheetJob) -> None:
    """Draw the lines for interpretation and insight, and the signs to put before words."""
    t = job.t
    y = box.y + 4.5
    legend = box.bottom - 5.5
    heads = (
        (t.context("finding", "解釈"), t("なぜ、そうなったのだろう")),
        (t.context("finding", "気づき"), t("だから、何が大切か")),
    )
    for (word, note), column in zip(heads, box.columns(2, 8), strict=True):
        page.line(column.x, y, column.right, y, 0.5)
        x = column.x + page.text(column.x, y + 1.8, word, _LABEL, bold=True) + 6
        shown = fit_line(page, note, _LABEL, column.right - x, least=7)
        page.text(x, y + 1.8, note, shown, colour=SECOND_TEXT)
        room = legend - 4 - y
        count = max(2, int(room / _PITCH))
        for line in range(1, count + 1):
            at = y + line * room / count
            page.line(column.x, at, column.right, at, 0.35, SECOND_TEXT)
    size, middle = _LABEL, legend + _LABEL / PT_PER_MM / 2
    x = box.x + page.text(box.x, legend, t("言葉の頭に付ける印"), size, bold=True) + 8
    for draw, word in zip((_fact, _meaning, _insight), kind_words(t).values(), strict=True):
        draw(page, x + 2, middle)
        x += 5.6
        x += page.text(x, legend, word, size) + 7


def _fact(page: Page, x: float, y: float) -> None:
    marks.symbol(page, x, y, "square", 3.6)


def _meaning(page: Page, x: float, y: float) -> None:
    r = 1.9
    page.shape([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], stroke=INK, line=0.8)


def _insight(page: Page, x: float, y: float) -> None:
    marks.star(page, x, y, 4.6)
