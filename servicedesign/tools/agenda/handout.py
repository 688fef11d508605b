"""The timetable for participants: when, what, and what for, in large type; also as a poster.

Owns the page. It shows no names and nothing of the facilitator's ways.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.paper.document import Document, SheetJob, join
from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Grid
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import EDGE, HAIRLINE, INK, SECOND_TEXT, TABLE_GROUND
from servicedesign.tools.agenda.clock_text import clock_text
from servicedesign.tools.agenda.sheet_cells import Column, Part, fit_column, set_column
from servicedesign.tools.agenda.sheet_data import (
    PublicData,
    PublicDay,
    PublicStep,
    gather_public,
    with_pauses,
)

if TYPE_CHECKING:
    from servicedesign.store import Project

PHASE: Final = 0
_TITLE: Final = 16.0
_AIM: Final = 12.0
"""Sizes in pt at factor 1, the least."""

_FACTORS: Final = (1.9, 1.75, 1.6, 1.45, 1.3, 1.2, 1.1, 1.0)
_PAD: Final = 1.6
"""Least above and below the texts of a row, in mm."""

_MOST_PAD: Final = 7.0
_LONG: Final = 4_000
_ENDLESS: Final = 100_000.0
_ROWS: Final = 12


def gather(project: Project, only: str | None = None) -> PublicData | None:
    """Return the timetable for participants; None when nothing is written in it."""
    del only
    return gather_public(project)


def blank_data(project: Project | None) -> PublicData:
    """Return no steps: they are written by hand."""
    del project
    return PublicData()


def draw(data: PublicData, job: SheetJob) -> Document:
    """Draw the timetable, filled or to be filled in."""
    t = job.t
    if job.blank:
        purpose = t("時刻と内容を大きく書き、入口から見える壁にはります。")
        doc = Document(job, Heading(t("今日の進行"), PHASE, purpose, fields=False))
        _draw_blank(doc)
        return doc
    days = [_draw_day(day, job, several=len(data.days) > 1) for day in data.days]
    return join(days) if len(days) > 1 else days[0]


def _draw_day(day: PublicDay, job: SheetJob, *, several: bool) -> Document:
    t, grid = job.t, job.grid
    parts = [t("{n}日目", n=day.day)] if several else []
    if day.begin is not None and day.end is not None:
        times = t("{begin}～{end}", begin=clock_text(day.begin, t), end=clock_text(day.end, t))
        parts.append(times)
    purpose = t("何を、何のためにするかです。時刻は、進み方で少し変わります。")
    heading = Heading(t("今日の進行"), PHASE, purpose, subtitle="　".join(parts))
    doc = Document(job, heading)
    page = doc.new_page()
    if several:
        doc.bookmark(t("{n}日目", n=day.day), level=1)
    blocks = _fitting(day, page, grid, t)
    flow = Flow(doc, 1, spacing=0.0)
    flow.begin(page, grid.body)
    for block in blocks:
        flow.add(block)
    last = flow.page
    bottom = grid.body_bottom - flow.left
    last.line(grid.left, bottom, grid.left + grid.text_width, bottom, 0.5)
    return doc


def _fitting(day: PublicDay, page: Page, grid: Grid, t: Translator) -> list[_Row]:
    """Return the rows in the largest type with which the day stays on one page."""
    steps = list(with_pauses(day, t))
    rows = [_Row(step, 1.0, _PAD, t) for step in steps]
    room = grid.body.height - 0.5
    for factor in _FACTORS:
        rows = [_Row(step, factor, _PAD, t) for step in steps]
        total = sum(row.tall(page.book, grid.text_width) for row in rows)
        if total <= room:
            spare = (room - total) / max(1, len(rows)) / 2
            return [replace(row, pad=min(_PAD + spare, _MOST_PAD * factor)) for row in rows]
    return rows


@dataclass(frozen=True)
class _Row:
    """One step, or the rest of one from the page before."""

    step: PublicStep
    factor: float
    pad: float
    t: Translator
    parts: tuple[Part, ...] = ()

    def _texts(self) -> tuple[Part, ...]:
        if self.parts:
            return self.parts
        step, pause = self.step, self.step.pause
        ink = SECOND_TEXT if pause else INK
        title = TextStyle(
            _TITLE * self.factor, _TITLE * self.factor, bold=not pause, leading=1.25, colour=ink
        )
        aim = TextStyle(_AIM * self.factor, _AIM * self.factor, leading=1.35, colour=SECOND_TEXT)
        return Part(step.title, title), Part(step.aim, aim, above=0.8 * self.factor)

    def _left(self) -> float:
        return _TITLE * self.factor / PT_PER_MM * 4.0

    def _column(self, book: FontBook, width: float) -> Column:
        return set_column(book, self._texts(), width - self._left())

    def tall(self, book: FontBook, width: float) -> float:
        """Return the height in mm; of very long texts more than any page."""
        if sum(len(part.text) for part in self._texts()) > _LONG:
            return _ENDLESS
        line = _TITLE * self.factor / PT_PER_MM
        return max(line, self._column(book, width).height) + 2 * self.pad

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the row, or as much of it as fits where it is higher than a page."""
        book = flow.page.book
        tall = self.tall(book, width)
        if tall <= height:
            column = self._column(book, width)
            return Placed(tall, lambda page, x, y: self._draw(page, x, y, width, tall, column))
        if not fresh:
            return None
        column = fit_column(book, self._texts(), width - self._left(), height - 2 * self.pad)
        rest = replace(self, parts=column.rest) if column.rest else None
        return Placed(
            height, lambda page, x, y: self._draw(page, x, y, width, height, column), rest
        )

    def _draw(
        self, page: Page, x: float, y: float, width: float, tall: float, column: Column
    ) -> None:
        if self.step.pause:
            page.rect(x, y, width, tall, fill=TABLE_GROUND)
        page.line(x, y, x + width, y, 0.35, HAIRLINE if self.step.minutes else INK)
        top = y + self.pad
        if not self.parts:
            ink = SECOND_TEXT if self.step.pause else INK
            time = clock_text(self.step.begin, self.t)
            page.text(x, top, time, _TITLE * self.factor, bold=True, colour=ink)
        column.draw(page, x + self._left(), top)


def _draw_blank(doc: Document) -> None:
    page, grid, t = doc.new_page(), doc.grid, doc.job.t
    x, y = grid.left, grid.body_top + 1.0
    left = grid.text_width * 0.2
    page.text(x, y, t("時刻"), 12, bold=True, colour=SECOND_TEXT)
    page.text(x + left, y, t("内容"), 12, bold=True, colour=SECOND_TEXT)
    top = y + 7.0
    high = (grid.body_bottom - 2.5 - top) / _ROWS
    for row in range(1, _ROWS + 1):
        bottom = top + row * high
        page.line(x, bottom, x + left - 6.0, bottom, 0.35, EDGE)
        page.line(x + left, bottom, x + grid.text_width, bottom, 0.35, EDGE)
