"""The empty sheet: rows for issues, and the frame of a question to be filled in by hand.

Owns the look of what is written at a table, with a marker. Must not print anything of a project.
"""

from __future__ import annotations

from typing import Final

from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label, label, label_height
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.tokens import ACTION, EDGE, SECOND_TEXT

_PHASE: Final = 1
_MARKER: Final = 14.6
"""A line for a marker, mm."""
_MOST_ROWS: Final = 10
_BETWEEN: Final = 5.0
"""Between two questions, mm."""
_CHECK: Final = 5.4
"""A line of what is checked, mm."""

Words = tuple[str, tuple[str, ...]]
"""A heading, and the points under it."""


def draw_blank(job: SheetJob) -> Document:
    """Draw the empty sheet on one page."""
    t = job.t
    purpose = t("困りごとを順に並べ、上から選んで問いにします。マーカーで書きます。")
    doc = Document(job, Heading(t("困りごとと問い"), _PHASE, purpose))
    page = doc.new_page()
    body = page.grid.body
    body = Box(body.x, body.y + 1, body.width, body.height - 2)
    if page.grid.landscape:
        left, right = body.columns(2, 8)
        _issues(page, left, job)
        _questions(page, right, job)
        return doc
    rows = 5 if body.height < 260 else 8
    share = label_height(page.grid.sizes.label) + rows * _MARKER + 2
    _issues(page, Box(body.x, body.y, body.width, share), job)
    _questions(page, Box(body.x, body.y + share + 7, body.width, body.height - share - 7), job)
    return doc


def _issues(page: Page, box: Box, job: SheetJob) -> None:
    """Draw the rows: place in the order, words, phase, evidence, a box to choose."""
    size = page.grid.sizes.label
    columns = _columns(box, job)
    top = box.y + label_height(size)
    rows = min(_MOST_ROWS, int((box.bottom - top) / _MARKER))
    pitch = min((box.bottom - top) / rows, 19.0)
    x = box.x
    for place, (head, width) in enumerate(columns):
        last = place == len(columns) - 1
        right = x + width - (0 if last else 3)
        label(page, x, box.y, right - x, Label(head), size=size)
        for row in range(1, rows + 1):
            base = top + row * pitch
            if place == 0:
                page.text(x, base - 8, str(row), 16, bold=True, colour=ACTION)
            elif last:
                marks.checkbox(page, x, base - 5.4, size=6)
            page.line(x, base, right, base, 0.35, EDGE)
        x += width


def _columns(box: Box, job: SheetJob) -> list[tuple[str, float]]:
    """Return heads and widths of the columns, the words taking what is left."""
    t = job.t
    wide = box.width > 220
    columns = [(t("順位"), 18.0 if wide else 14.0), (t("困りごと"), 0.0)]
    if box.width > 150:
        columns.append((t("どのフェーズ"), 50.0 if wide else 32.0))
    columns += [(t("根拠の番号"), 44.0 if wide else 28.0), (t("選ぶ"), 20.0 if wide else 13.0)]
    rest = box.width - sum(width for _, width in columns)
    return [(head, width or rest) for head, width in columns]


def _questions(page: Page, box: Box, job: SheetJob) -> None:
    """Draw the frame of a question as often as there is room, and what to check at the end."""
    places = _check_places(page, box, _points(job))
    checks = 2.6 + (places[-1][1] + 1) * _CHECK
    room = box.height - checks
    least = 3 * _MARKER + label_height(page.grid.sizes.label) + _BETWEEN
    count = max(1, int((room + _BETWEEN) / least))
    step = (room + _BETWEEN) / count
    for number in range(count):
        place = Box(box.x, box.y + number * step, box.width, step - _BETWEEN)
        _question(page, place, number + 1, job)
    _checks(page, Box(box.x, box.bottom - checks + 3, box.width, checks), _points(job), places)


def _points(job: SheetJob) -> Words:
    """Return what is checked once a question is written: the heading and the points."""
    t = job.t
    points = (
        t("だれのことか分かる"),
        t("答えがいくつも出せる"),
        t("手段（アプリ、冊子など）が入っていない"),
    )
    return t("書けたら"), points


def _question(page: Page, box: Box, number: int, job: SheetJob) -> None:
    t = job.t
    again = t("課題の番号")
    y = label(page, box.x, box.y, box.width, Label(t("問い{number}", number=str(number))))
    size = page.grid.sizes.label
    line = 26.0
    page.line(box.right - line, y - 2.4, box.right, y - 2.4, 0.35, EDGE)
    wide = page.width(again, size) + 2
    page.text(box.right - line - wide, y - 2.4 - size / PT_PER_MM - 0.5, again, size,
              colour=SECOND_TEXT)  # fmt: skip
    pitch = max(_MARKER, min(19.0, (box.bottom - y) / 3))
    for row, (before, name, after) in enumerate(_lines(job)):
        _line(page, Box(box.x, y + row * pitch, box.width, pitch), before, name, after)


def _lines(job: SheetJob) -> tuple[tuple[str, str, str], ...]:
    """Return the three lines: what is printed before and behind, and the name of the room."""
    t = job.t
    who, where, wished = t("〔誰〕"), t("〔状況〕"), t("〔望む状態〕")
    first = t.context("question frame", "どうすれば")
    if job.lang != "ja":
        return ((first, who, ""), ("", wished, ""), ("", where, "?"))
    return ((first, who, "が"), ("", where, "で"), ("", wished, "になれるか"))


def _line(page: Page, box: Box, before: str, name: str, after: str) -> None:
    """Draw one line of the frame, with the name of what is written in small under its start."""
    size = 15.0
    base = box.bottom - 5.2
    top = base - size / PT_PER_MM - 0.6
    left, right = box.x, box.right
    if before:
        left += page.text(left, top, before, size, bold=True) + 3
    if after:
        right -= page.width(after, size, bold=True) + 2
        page.text(right + 2, top, after, size, bold=True)
    page.line(left, base, right, base, 0.5, EDGE)
    page.text(left, base + 0.9, name, page.grid.sizes.note, colour=SECOND_TEXT)


def _check_places(page: Page, box: Box, words: Words) -> list[tuple[float, int]]:
    """Return for each point its left edge, and its line from 0: a full line is followed by one."""
    size = page.grid.sizes.note
    start = box.x + page.width(words[0], size, bold=True) + 4.5
    x, row = start, 0
    places = []
    for point in words[1]:
        wide = 5.2 + page.width(point, size)
        if x > start and x + wide > box.right:
            x, row = start, row + 1
        places.append((x, row))
        x += wide + 4
    return places


def _checks(page: Page, box: Box, words: Words, places: list[tuple[float, int]]) -> None:
    """Draw what to check at the end, each with a box to tick."""
    size = page.grid.sizes.note
    page.text(box.x, box.y, words[0], size, bold=True)
    for (x, row), point in zip(places, words[1], strict=True):
        y = box.y + row * _CHECK
        marks.checkbox(page, x, y + size / PT_PER_MM / 2, size=3.8)
        page.text(x + 5.2, y, point, size)
