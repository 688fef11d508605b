"""The facilitator's timetable: one day a page where it fits, each step as high as it takes.

Owns the page: what stands over the columns, and how large the type can be so that a day stays on
one page. The rows are in ``sheet_step``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.paper.document import Document, SheetJob, join
from servicedesign.paper.flow import Flow
from servicedesign.paper.fonts import font_book
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box, Grid
from servicedesign.tokens import SECOND_TEXT
from servicedesign.tools.agenda.clock_text import clock_text, length_text
from servicedesign.tools.agenda.sheet_blank import draw_blank
from servicedesign.tools.agenda.sheet_data import AgendaData, DayData, StepData, gather_agenda
from servicedesign.tools.agenda.sheet_step import StepBlock, Types, Widths

if TYPE_CHECKING:
    from servicedesign.store import Project

PHASE: Final = 0

_FACTORS: Final = {"A4": (1.0, 0.94, 0.875), "A3": (1.35, 1.2, 1.08, 1.0, 0.9)}
"""Sizes of type that are tried for each layout, against a body of 12 pt."""

_SCALES: Final = {"A4": 1.0, "A3": 1.5}
"""Most mm for a minute."""

_ABOUT: Final = 0.06
"""A scale that differs from 1 mm by no more is said to be about 1 mm."""


def gather(project: Project, only: str | None = None) -> AgendaData | None:
    """Return the timetable; None when nothing is written in it."""
    del only
    return gather_agenda(project)


def blank_data(project: Project | None) -> AgendaData:
    """Return no steps: they are written by hand."""
    del project
    return AgendaData()


def draw(data: AgendaData, job: SheetJob) -> Document:
    """Draw the timetable, filled or to be filled in."""
    t = job.t
    if job.blank:
        purpose = t(
            "内容と分を先に書き、時刻は上から足していきます。遅れたら縮める所に◇をつけます。"
        )
        doc = Document(job, Heading(t("進行表"), PHASE, purpose, subtitle=t("進行役用")))
        draw_blank(doc)
        return doc
    days = [_draw_day(day, job, several=len(data.days) > 1) for day in data.days]
    return join(days) if len(days) > 1 else days[0]


def _draw_day(day: DayData, job: SheetJob, *, several: bool) -> Document:
    t, grid = job.t, job.grid
    types, scale, turn = _fitting(day, grid, t)
    doc = Document(
        job,
        Heading(
            t("進行表"),
            PHASE,
            _purpose(day, scale, t),
            subtitle=day_subtitle(t("進行役用"), day, t, several=several),
        ),
    )
    flow = _Rows(doc, 1, spacing=0.0, types=types)
    flow.turn()
    if several:
        doc.bookmark(t("{n}日目", n=day.day), level=1)
    for number, step in enumerate(day.steps):
        if number and number == turn:
            flow.turn()
        flow.add(StepBlock(step, types, scale, t))
    _draw_foot(flow, day, types, t)
    return doc


@dataclass
class _Rows(Flow):
    """Rows down the pages, with the titles of the columns over each."""

    types: Types = field(default_factory=lambda: Types(1.0))

    def turn(self) -> Page:
        """Begin a new page and return it."""
        page, grid = self.doc.new_page(), self.doc.grid
        top = _draw_heads(page, grid, self.types, self.doc.job.t)
        self.begin(page, Box(grid.left, top, grid.text_width, grid.body_bottom - top))
        return page


def day_subtitle(what: str, day: DayData, t: Translator, *, several: bool) -> str:
    """Return the words beside the title: for whom, which day, from when to when."""
    parts = [what, t("{n}日目", n=day.day) if several else ""]
    if day.begin is not None and day.end is not None:
        times = t("{begin}～{end}", begin=clock_text(day.begin, t), end=clock_text(day.end, t))
        parts.append(times)
    return "　".join(part for part in parts if part)


def _purpose(day: DayData, scale: float, t: Translator) -> str:
    spare = any(step.spare for step in day.steps)
    if abs(scale - 1.0) <= _ABOUT:
        if spare:
            return t("進行役が手元に置く紙です。高さ1 mmが約1分。遅れたら◇の所で縮めます。")
        return t("進行役が手元に置く紙です。高さ1 mmが約1分です。")
    if spare:
        return t("進行役が手元に置く紙です。遅れたら◇の所で、その分だけ縮めます。")
    return t("進行役が手元に置く紙です。")


def _fitting(day: DayData, grid: Grid, t: Translator) -> tuple[Types, float, int]:
    """Return type and scale, and with which step a second page begins; 0 where one is enough.

    The largest type with which the day stays on one page; else the largest with which it fills two
    that part near its middle, after a break where there is one; else a middle size.
    """
    factors = _FACTORS[grid.layout]
    most = max((step.spare for step in day.steps), default=0)
    digits = len(str(most)) if most else 0
    for factor in factors:
        types = Types(factor, digits)
        scale = _scale(day.steps, types, grid, t)
        if scale > 0:
            return types, scale, 0
    for factor in factors[:2]:
        types = Types(factor, digits)
        for turn in _turns(day.steps):
            parts = day.steps[:turn], day.steps[turn:]
            scale = min(_scale(part, types, grid, t) for part in parts)
            if scale > 0:
                return types, scale, turn
    return Types(factors[1], digits), 0.0, 0


def _turns(steps: Sequence[StepData]) -> list[int]:
    """Return where a second page could begin: after breaks first, then near the middle."""
    whole = sum(step.minutes for step in steps)
    ways = []
    for turn in range(1, len(steps)):
        before = sum(step.minutes for step in steps[:turn])
        if whole * 0.3 <= before <= whole * 0.7:
            ways.append((not steps[turn - 1].pause, abs(before - whole / 2), turn))
    return [turn for _, _, turn in sorted(ways)]


def _scale(steps: Sequence[StepData], types: Types, grid: Grid, t: Translator) -> float:
    """Return mm for a minute with which ``steps`` fill a page; 0 where the texts need more."""
    room = grid.body_bottom - _heads_bottom(grid, types) - _foot_height(types)
    blocks = [StepBlock(step, types, 0.0, t) for step in steps]
    least = [block.least(font_book(), grid.text_width) for block in blocks]
    minutes = [step.minutes for step in steps]
    before = [block.before() for block in blocks]
    if sum(least) > room:
        return 0.0
    low, high = 0.001, _SCALES[grid.layout]
    for _ in range(30):
        middle = (low + high) / 2
        total = sum(max(a, middle * b + c) for a, b, c in zip(least, minutes, before, strict=True))
        low, high = (middle, high) if total <= room else (low, middle)
    return low


def _heads_bottom(grid: Grid, types: Types) -> float:
    return grid.body_top + types.body / PT_PER_MM + 3.0


def _draw_heads(page: Page, grid: Grid, types: Types, t: Translator) -> float:
    """Write the titles of the columns and return where the rows begin."""
    widths = Widths.of(grid.text_width, types)
    size = types.body * 0.95
    y, x = grid.body_top + 0.6, grid.left
    for words, left, room in (
        (t("時刻"), 0.0, widths.bar),
        (t("内容・進め方"), *widths.content),
        (t("使う紙"), *widths.sheet),
        (t("担当・用意"), *widths.who),
    ):
        fitted = fit_line(page, words, size, room / 1.06)
        page.text(x + left, y, words, fitted, bold=True, colour=SECOND_TEXT)
    label = t.context("column", "分")
    page.text(x + widths.minutes, y, label, size, bold=True, colour=SECOND_TEXT, align="right")
    return _heads_bottom(grid, types)


def _foot_height(types: Types) -> float:
    return types.body / PT_PER_MM + 3.0


def _draw_foot(flow: Flow, day: DayData, types: Types, t: Translator) -> None:
    """Write the line under the last row: the end of the day, and how much could be saved."""
    page, grid = flow.page, flow.page.grid
    tall = _foot_height(types)
    flow.need(tall)
    page, y = flow.page, grid.body_bottom - flow.left
    page.line(grid.left, y, grid.left + grid.text_width, y, 0.5)
    words = [t("項目の合計{length}", length=length_text(day.minutes, t))]
    if day.spare:
        words.append(t("うち◇で縮められる分は{length}", length=length_text(day.spare, t)))
    page.text(grid.left, y + 1.6, "　".join(words), max(10.5, types.body - 1), colour=SECOND_TEXT)
