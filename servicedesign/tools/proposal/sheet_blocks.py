"""Parts of the proposal's sheets: a label with words beside it, the schedule, the funding bar.

Owns these as blocks that run over pages. Must not know what a proposal is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.dates import fiscal_year_text, parse_date
from servicedesign.model.proposal import FundingSource, Milestone
from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay
from servicedesign.tokens import ACTION, EDGE, GROUND, HAIRLINE, INK, SECOND_TEXT, STICKIES
from servicedesign.tools.amounts import grouped

SIDE: Final = 27.0
"""Width of the labels at the left, mm."""
_PAD: Final = 1.5
_LITTLE_PAD: Final = 1.1
_TITLES: Final = 46.0
"""Width of the names in the schedule, mm."""
_ROW: Final = 6.0
_MOST_MONTHS: Final = 24

SOURCE_FILLS: Final = {
    FundingSource.NATIONAL: (INK, GROUND),
    FundingSource.PREFECTURE: ("#767676", GROUND),
    FundingSource.OTHER: (GROUND, INK),
    FundingSource.GENERAL: (STICKIES["sky"], INK),
}
"""Ground and words of a source in the bar; the greys tell apart on a grey copy."""


@dataclass(frozen=True)
class SideText:
    """A rule, a label at the left and a text beside it, over as many pages as it takes.

    Attributes:
        name: the label.
        text: of any length.
        size: of the text in pt.
        lead: a first sentence in bold.
    """

    name: str
    text: str
    size: float
    lead: str = ""

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return what fits; a rest keeps the label."""
        page, book, pad = flow.page, flow.page.book, _PAD if self.size > 10 else _LITTLE_PAD
        wide = width - SIDE
        lead = fit(book, self.lead, wide, height - 2 * pad, TextStyle(self.size, self.size, True))
        gap = 0.8 if lead.lines and self.text else 0.0
        room = height - 2 * pad - lead.height - gap
        body = fit(book, self.text, wide, max(room, 0.0), TextStyle(self.size, self.size))
        lines = len(lead.lines) + len(body.lines)
        if not lines and (self.text or self.lead) and not fresh:
            return None
        if (lead.rest or body.rest) and lines < 2 and not fresh:
            return None
        label = fit_line(page, self.name, 10.5, SIDE - 2, bold=True, least=6)
        tall = max(lead.height + gap + body.height, label / PT_PER_MM) + 2 * pad

        def paint(where: Page, x: float, y: float) -> None:
            where.line(x, y, x + width, y, 0.35, EDGE)
            drop = (self.size - label) * 0.88 / PT_PER_MM
            where.text(x, y + pad + max(drop, 0), self.name, label, bold=True)
            below = lead.draw(where, x + SIDE, y + pad)
            body.draw(where, x + SIDE, below + gap, width=wide)

        rest = None
        if lead.rest or body.rest:
            rest = replace(self, text=body.rest or (self.text if lead.rest else ""), lead=lead.rest)
        return Placed(min(tall, height), paint, rest)


def draw_funding(
    page: Page, box: Box, given: Sequence[tuple[FundingSource, str, Decimal]], t: Translator
) -> float:
    """Draw the bar of all sources with their amounts in yen under it; return the height."""
    total = sum((amount for _, _, amount in given), Decimal(0))
    high, x = 7.0, box.x
    page.rect(box.x, box.y, box.width, high, stroke=INK, line=0.5)
    y = box.y + high + 1.6
    for source, name, amount in given:
        if not total or not amount:
            continue
        wide = float(Decimal(str(box.width)) * amount / total)
        fill, words = SOURCE_FILLS[source]
        page.rect(x, box.y, wide, high, fill=fill, stroke=INK, line=0.5)
        if page.width(name, 9, True) + 1.5 < wide:
            page.text(x + wide / 2, box.y + 1.9, name, 9, bold=True, colour=words, align="center")
        x += wide
    for source, name, amount in given:
        fill, _ = SOURCE_FILLS[source]
        page.rect(box.x, y + 0.4, 2.8, 2.8, fill=fill, stroke=INK, line=0.4)
        page.text(box.x + 4.2, y, name, 9.5)
        share = t("{percent}%", percent=grouped(amount * 100 / total, 0)) if total else "―"
        page.text(box.right - 12, y, grouped(amount, 0), 9.5, align="right")
        page.text(box.right, y, share, 9.5, colour=SECOND_TEXT, align="right")
        y += 4.6
    return y - box.y


@dataclass(frozen=True)
class Schedule:
    """Stretches of time as bars under the months; the head is repeated on every page.

    Attributes:
        rows: the stretches; a single day is a diamond.
        t: the reader's language.
        left: what is left of the name of the first row.
        span: first month and the one after the last, kept over pages.
    """

    rows: Sequence[Milestone]
    t: Translator
    left: str = ""
    span: tuple[date, date] | None = None

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the head and as many rows as fit."""
        span = self.span or _span(self.rows)
        head = 9.5 if span else 1.0
        book, style = flow.page.book, TextStyle(10, 10, leading=1.3)
        name_room = _TITLES - 2 if span else width
        taken: list[tuple[Milestone, Fitted]] = []
        used, rest = head, ""
        for number, one in enumerate(self.rows):
            text = self.left if self.left and not number else one.title
            words = lay(book, text, name_room, style)
            tall = max(_ROW, words.height + 2.4)
            if used + tall > height:
                if taken or not fresh:
                    break
                words = fit(book, text, name_room, height - used - 2.4, style)
                rest, tall = words.rest, height - used
            taken.append((one, words))
            used += tall
            if rest:
                break
        if not taken:
            return None
        todo = self.rows[len(taken) - (1 if rest else 0) :]
        return Placed(
            min(used, height),
            lambda page, x, y: self._draw(page, x, y, width, span, taken),
            replace(self, rows=todo, left=rest, span=span) if todo else None,
        )

    def _draw(
        self,
        page: Page,
        x: float,
        y: float,
        width: float,
        span: tuple[date, date] | None,
        taken: Sequence[tuple[Milestone, Fitted]],
    ) -> None:
        chart = _Chart(page, x + _TITLES, width - _TITLES, span) if span else None
        rows = [max(_ROW, words.height + 2.4) for _, words in taken]
        if chart:
            chart.head(y, self.t)
            y += 9.5
            chart.grid(y, sum(rows))
        for (one, words), tall in zip(taken, rows, strict=True):
            page.line(x, y, x + width, y, 0.25, HAIRLINE)
            words.draw(page, x, y + (tall - words.height) / 2)
            if chart:
                chart.bar(one, y, tall)
            y += tall
        page.line(x, y, x + width, y, 0.5)


def _span(rows: Sequence[Milestone]) -> tuple[date, date] | None:
    """Return the first month and the month after the last, or None without any date."""
    days = [day for one in rows for day in (parse_date(one.start), parse_date(one.end)) if day]
    if not days:
        return None
    first, last = min(days), max(days)
    first = first.replace(day=1)
    if last.year >= 9999:
        last = last.replace(year=9998)
    after = date(last.year + last.month // 12, last.month % 12 + 1, 1)
    return min(first, after), after


class _Chart:
    """Months from left to right; years where there are too many of them."""

    def __init__(self, page: Page, x: float, width: float, span: tuple[date, date]) -> None:
        self.page, self.x, self.width = page, x, width
        self.first, self.end = span
        self.days = max((self.end - self.first).days, 1)
        self.months = (self.end.year - self.first.year) * 12 + self.end.month - self.first.month

    def at(self, day: date) -> float:
        """Return the place of a day."""
        share = (day - self.first).days / self.days
        return self.x + self.width * min(max(share, 0.0), 1.0)

    def _month(self, number: int) -> date:
        index = self.first.year * 12 + self.first.month - 1 + number
        return date(min(index // 12, 9999), index % 12 + 1, 1)

    def head(self, y: float, t: Translator) -> None:
        """Draw fiscal years over months."""
        page, last = self.page, -100.0
        for number in range(self.months):
            month = self._month(number)
            if month.month == 4 or not number:
                year = month.year if month.month >= 4 else month.year - 1
                words = fiscal_year_text(year, t.lang)
                if (
                    self.at(month) > last
                    and self.at(month) + page.width(words, 8.5) <= self.x + self.width
                ):
                    last = self.at(month) + page.text(
                        self.at(month) + 0.6, y + 0.6, words, 8.5, colour=SECOND_TEXT
                    )
            if self.months <= _MOST_MONTHS:
                wide = self.width / self.months
                name = (
                    t.context("proposal", "{month}月", month=month.month)
                    if wide >= 9
                    else str(month.month)
                )
                size = fit_line(page, name, 8.5, wide - 0.4, least=4)
                page.text(self.at(month) + wide / 2, y + 5, name, size, align="center")

    def grid(self, y: float, height: float) -> None:
        """Draw a line before every month, or before every fiscal year."""
        for number in range(self.months + 1):
            month = self._month(number)
            if self.months <= _MOST_MONTHS or month.month == 4:
                strong = month.month == 4
                self.page.line(self.at(month), y, self.at(month), y + height,
                               0.4 if strong else 0.25, EDGE if strong else HAIRLINE)  # fmt: skip

    def bar(self, one: Milestone, y: float, height: float) -> None:
        """Draw a bar, a diamond for a single day, nothing without both dates."""
        start, end = parse_date(one.start), parse_date(one.end)
        if start is None or end is None or end < start:
            return
        page, middle = self.page, y + height / 2
        left, right = self.at(start), self.at(end)
        if start == end:
            r = 2.0
            left = min(max(left, self.x + r), self.x + self.width - r)
            points = [
                (left - r, middle),
                (left, middle - r),
                (left + r, middle),
                (left, middle + r),
            ]
            page.shape(points, fill=GROUND, stroke=INK, line=0.8)
            return
        page.rect(left, middle - 1.5, max(right - left, 0.8), 3.0, fill=ACTION)
