"""Parts that the sheets of a vote share: facts side by side, facts under one another, rows.

Owns their look and how they run over pages. Must not know what is decided.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from servicedesign.paper.document import Document
from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, fit, lay
from servicedesign.tokens import HAIRLINE, INK, SECOND_TEXT

LABEL: Final = TextStyle(10.5, 10.5, leading=1.25, colour=SECOND_TEXT)
VALUE: Final = TextStyle(12, 12, bold=True, leading=1.3)
TEXT: Final = TextStyle(11, 11, leading=1.4)
_FACT_GAP: Final = 4.0
"""Least white between facts side by side, in mm."""
_LEAST: Final = 2
"""Lines of a fact that must stand together at the foot of a page."""


@dataclass
class Pages(Flow):
    """One column on pages under a heading of its own."""

    heading: Heading | None = None

    def turn(self) -> Page:
        """Begin a new page and return it."""
        page = self.doc.new_page(self.heading)
        self.begin(page, page.grid.body)
        return page


def pages(doc: Document, heading: Heading) -> Pages:
    """Return a flow whose blocks bring their own white."""
    return Pages(doc, spacing=0, heading=heading)


@dataclass(frozen=True)
class Gap:
    """White between blocks; none at the head of a page."""

    height: float

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the white, as much as there is room for."""
        del flow, width
        return Placed(0.0 if fresh else min(self.height, height), lambda *_: None)


@dataclass(frozen=True)
class Facts:
    """Short facts side by side, each a grey label over bold words; over even lines if need be.

    Attributes:
        facts: label and words of each.
    """

    facts: Sequence[tuple[str, str]]

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return all of them, or None where they do not fit."""
        lines = self._lines(flow.page, width)
        tall = [1.25 * 10.5 / PT_PER_MM + max(lay(flow.page.book, value, wide, VALUE).height
                for (_, value), _, wide in line) + 2.4 for line in lines]  # fmt: skip
        if sum(tall) > height and not fresh:
            return None

        def paint(page: Page, x: float, y: float) -> None:
            for line, high in zip(lines, tall, strict=True):
                for (label, value), left, wide in line:
                    page.text(x + left, y, label, 10.5, colour=SECOND_TEXT)
                    lay(page.book, value, wide, VALUE).draw(page, x + left, y + 5.0)
                y += high

        return Placed(sum(tall), paint)

    def _lines(self, page: Page, width: float) -> list[list[tuple[tuple[str, str], float, float]]]:
        """Return the facts in as few lines as hold them, where it can be in columns."""
        wide = [
            min(max(page.width(label, 10.5), page.width(value, 12, bold=True)) + 0.3, width)
            for label, value in self.facts
        ]
        lines: list[list[int]] = [[]]
        for number in range(len(wide)):
            if lines[-1] and sum(wide[i] + _FACT_GAP for i in (*lines[-1], number)) > (
                width + _FACT_GAP
            ):
                lines.append([])
            lines[-1].append(number)
        count = -(-len(wide) // len(lines))
        each = [max(wide[column::count], default=0.0) for column in range(count)]
        if sum(each) + _FACT_GAP * (count - 1) <= width:
            lines = [
                list(range(start, min(start + count, len(wide))))
                for start in range(0, len(wide), count)
            ]
            wide = [each[number % count] for number in range(len(wide))]
        most = max(len(line) for line in lines)
        spare = min(width - sum(wide[i] for i in line) for line in lines)
        gap = min(spare / max(most - 1, 1), 8.0)
        return [
            [
                (self.facts[i], sum(wide[j] + gap for j in line[:at]), wide[i])
                for at, i in enumerate(line)
            ]
            for line in lines
        ]


@dataclass(frozen=True)
class Fact:
    """A bold label at the left with text beside it, which runs on over pages.

    Attributes:
        label: of the fact.
        text: of any length.
        lead: mm from the left edge to the text.
    """

    label: str
    text: str
    lead: float = 26.0

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return as much of the text as fits."""
        book = flow.page.book
        label = lay(book, self.label, self.lead - 2.0, TextStyle(10.5, 10.5, bold=True))
        shown = fit(book, self.text, width - self.lead, height - 2.0, TEXT)
        least = 1 if fresh else min(_LEAST, len(shown.lines) + bool(shown.rest))
        if (len(shown.lines) < least or label.height > height) and not fresh:
            return None
        tall = max(shown.height, label.height) + 2.0

        def paint(page: Page, x: float, y: float) -> None:
            label.draw(page, x, y + 0.3)
            shown.draw(page, x + self.lead, y)

        rest = replace(self, text=shown.rest) if shown.rest else None
        return Placed(tall, paint, rest)


class RowPart(Protocol):
    """A row of a list: its height in mm, and how it is drawn."""

    @property
    def height(self) -> float:
        """Height in mm."""

    def draw(self, page: Page, x: float, y: float, width: float) -> None:
        """Draw it with its upper left corner at (x, y)."""


@dataclass(frozen=True)
class Rows:
    """Rows under a head that is repeated on every page.

    Attributes:
        rows: never split.
        head_height: in mm.
        head: draws the head into a box.
    """

    rows: Sequence[RowPart]
    head_height: float
    head: Callable[[Page, Box], None]

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the head and as many rows as fit."""
        del flow
        used, count = self.head_height, 0
        for row in self.rows:
            if used + row.height > height and not (fresh and not count):
                break
            used += row.height
            count += 1
        if not count or (count < min(2, len(self.rows)) and not fresh):
            return None
        taken = self.rows[:count]

        def paint(page: Page, x: float, y: float) -> None:
            self.head(page, Box(x, y, width, self.head_height))
            at = y + self.head_height
            for row in taken:
                row.draw(page, x, at, width)
                at += row.height

        rest = replace(self, rows=self.rows[count:]) if count < len(self.rows) else None
        return Placed(used, paint, rest)


@dataclass(frozen=True)
class Title:
    """A heading over a rule, which is never the last thing on a page.

    Attributes:
        text: of any length; it breaks.
        size: in pt.
        room: mm that must be left under it.
        rule: width of the rule over it in pt, 0 for none.
    """

    text: str
    size: float = 10.5
    room: float = 14.0
    rule: float = 0.5

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return it, or None near the foot of a page."""
        style = TextStyle(self.size, self.size, bold=True, leading=1.25)
        shown = fit(flow.page.book, self.text, width, max(height - 4.0, 8.0), style)
        if shown.height + 4.0 + self.room > height and not fresh:
            return None
        above = 1.8 if self.rule else 0.0

        def paint(page: Page, x: float, y: float) -> None:
            if self.rule:
                page.line(x, y, x + width, y, self.rule, INK)
            shown.draw(page, x, y + above)

        rest = replace(self, text=shown.rest) if shown.rest else None
        return Placed(shown.height + above + 1.6, paint, rest)


def hairline(page: Page, x: float, y: float, width: float) -> None:
    """Draw the rule between two rows."""
    page.line(x, y, x + width, y, 0.25, HAIRLINE)


def parted(heights: Sequence[float], columns: int) -> list[list[float]]:
    """Part heights into columns, in order, as even as their order allows."""
    lowest, highest = max(heights, default=0.0), sum(heights)
    while highest - lowest > 0.2:
        middle = (lowest + highest) / 2
        if len(_filled(heights, middle)) <= columns:
            highest = middle
        else:
            lowest = middle
    return _filled(heights, highest)


def _filled(heights: Sequence[float], most: float) -> list[list[float]]:
    columns: list[list[float]] = [[]]
    for height in heights:
        if columns[-1] and sum(columns[-1]) + height > most + 0.001:
            columns.append([])
        columns[-1].append(height)
    return columns
