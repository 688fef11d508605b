"""The comparison of candidates: side by side on one sheet, the same fields in rows.

Owns the way from the project to the pages: how many candidates and rows stand on each. What a
column looks like is told by ``sheet_comparison_rows`` and ``sheet_comparison_head``.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from servicedesign.i18n import Translator
from servicedesign.model import Persona
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.paper.flow import Continuation
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.frame import Heading
from servicedesign.paper.papers import Box
from servicedesign.paper.rows import Laid, Row, draw_rows, fit_rows, natural_heights
from servicedesign.store import Project
from servicedesign.tokens import EDGE, HAIRLINE, INK
from servicedesign.tools.persona.compared import compared
from servicedesign.tools.persona.sheet_comparison_blank import draw_blank
from servicedesign.tools.persona.sheet_comparison_data import Column, ComparisonData
from servicedesign.tools.persona.sheet_comparison_head import draw_head, head_height
from servicedesign.tools.persona.sheet_comparison_look import Look, look_for
from servicedesign.tools.persona.sheet_comparison_rows import make_rows, row_widths
from servicedesign.tools.persona.sheet_parts import Desk
from servicedesign.tools.portraits import likeness

_SPREAD = 1.3
"""By how much rows may be spread out where there is room."""
_TALLEST = 0.4
"""Share of a page that one row takes at most before others go overleaf because of it."""


def gather(project: Project, only: str | None = None) -> ComparisonData | None:
    """Return all candidates; None while there are fewer than two to compare."""
    del only
    candidates = compared(project)
    if len(candidates) < 2:
        return None
    library = DrawingLibrary()
    columns = (
        Column(candidate=one, likeness=likeness(project, project.get(Persona, one.id), library))
        for one in candidates
    )
    return ComparisonData(columns=tuple(columns))


def blank_data(project: Project | None) -> ComparisonData:
    """Return the data of an empty worksheet."""
    del project
    return ComparisonData()


def draw(data: ComparisonData, job: SheetJob) -> Document:
    """Draw the candidates, up to four beside one another; the others on further pages."""
    if not data.columns:
        return draw_blank(job)
    total = len(data.columns)
    groups = _groups(data.columns, look_for(job.grid, total).most)
    doc = Document(job, _heading(job.t, total, 1, len(groups[0])))
    first = 1
    more = Continuation(doc)
    for group in groups:
        doc.heading = _heading(job.t, total, first, len(group))
        _draw_group(doc, more, group, len(groups[0]))
        first += len(group)
    more.finish()
    return doc


def _groups(columns: Sequence[Column], most: int) -> list[Sequence[Column]]:
    """Return the candidates of each page: as few pages as can be, about as many on each."""
    pages = ceil(len(columns) / most)
    size = ceil(len(columns) / pages)
    return [columns[i : i + size] for i in range(0, len(columns), size)]


def _heading(t: Translator, total: int, first: int, count: int) -> Heading:
    subtitle = t("候補{count}人", count=total)
    if count < total:
        subtitle = t(
            "候補{count}人のうち{first}～{last}人目",
            count=total,
            first=first,
            last=first + count - 1,
        )
    return Heading(
        t("ペルソナの比較"),
        1,
        t("候補を同じ項目で並べて比べます。いちばん助けたい一人に絞り、その理由を残します。"),
        subtitle=subtitle,
    )


def _draw_group(doc: Document, more: Continuation, group: Sequence[Column], width_of: int) -> None:
    """Draw one group of candidates; rows that do not fit go on under the same heads."""
    t = doc.job.t
    look = look_for(doc.grid, width_of)
    body = Box(doc.grid.left, doc.grid.body_top + 1, doc.grid.text_width,
               doc.grid.body_bottom - doc.grid.body_top - 2)  # fmt: skip
    widths = row_widths(look, len(group))
    page = doc.new_page()
    desk = Desk(page, more, t)
    head = head_height(desk, look, group)
    rows = make_rows(desk, look, group)
    rooms = (body.height - head, body.height - look.again)
    for number, part in enumerate(_split(doc.book, rows, widths, rooms)):
        if number:
            desk = Desk(doc.new_page(), more, t)
            head = look.again
        _draw_heads(desk, look, group, Box(body.x, body.y, body.width, head), again=number > 0)
        place = body.below(head)
        natural = sum(natural_heights(doc.book, part, widths))
        laid = fit_rows(doc.book, part, widths, min(place.height, natural * _SPREAD))
        _draw_rows(desk, look, group, part, laid, place, widths)


def _split(
    book: FontBook, rows: list[Row], widths: Sequence[float], rooms: tuple[float, float]
) -> list[list[Row]]:
    """Return the rows of each page: as few pages as can be, about as full as one another."""
    least = natural_heights(book, rows, widths, steps=99)
    counted = [min(tall, rooms[1] * _TALLEST) for tall in least]
    pages = len(_fill(rows, counted, rooms))
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        parts = _fill(rows, counted, (rooms[0] * share, rooms[1] * share))
        if len(parts) == pages:
            return parts
    return _fill(rows, counted, rooms)


def _fill(rows: list[Row], heights: Sequence[float], rooms: tuple[float, float]) -> list[list[Row]]:
    """Return ``rows`` dealt out to pages one after the other, their type at its smallest."""
    parts: list[list[Row]] = [[]]
    left = rooms[0]
    for row, tall in zip(rows, heights, strict=True):
        if tall > left and parts[-1]:
            parts.append([])
            left = rooms[1]
        parts[-1].append(row)
        left -= tall
    return parts


def _draw_heads(desk: Desk, look: Look, group: Sequence[Column], box: Box, *, again: bool) -> None:
    x = box.x + look.labels
    for column in group:
        draw_head(desk, look, column, Box(x, box.y, look.column, box.height), again=again)
        x += look.column
    desk.page.line(box.x, box.bottom, x, box.bottom, 0.75, INK)


def _draw_rows(
    desk: Desk,
    look: Look,
    group: Sequence[Column],
    rows: list[Row],
    laid: Laid,
    place: Box,
    widths: Sequence[float],
) -> None:
    right = place.x + sum(widths)
    y = place.y
    for tall in laid.heights[:-1]:
        y += tall
        desk.page.line(place.x, y, right, y, 0.25, EDGE)
    edges = draw_rows(
        desk.page,
        rows,
        laid,
        place.x,
        place.y,
        widths,
        lambda cell, box, fitted: desk.more.later(
            desk.page, box.right, box.bottom, cell.label, fitted.rest, cell.style, room=box.width
        ),
    )
    desk.page.line(place.x, edges[-1], right, edges[-1], 0.5, INK)
    for number in range(1, len(group)):
        x = place.x + look.labels + number * look.column
        desk.page.line(x, place.y, x, edges[-1], 0.25, HAIRLINE)
