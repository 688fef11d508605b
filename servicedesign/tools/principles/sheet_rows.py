"""The rows of a principle, and blocks of rows that run down columns and pages.

Owns how a principle is split where it is longer than a column: between rows, or inside a text.
Must not know where the texts come from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay
from servicedesign.tokens import ACTION, SECOND_TEXT

INDENT: Final = 13.0
"""From the number to the title, mm."""
_TOP: Final = 2.4
"""Between the rule and the title, mm."""
_AFTER_TITLE: Final = 2.0
BOTTOM: Final = 3.6
"""Under a block, mm."""
_TITLE_LINES: Final = 3
_LEAST: Final = 2
"""Lines that a split text keeps at the foot of a column at least."""


class Aside(Protocol):
    """Something drawn at the right end of a row, its middle at ``y``."""

    def __call__(self, page: Page, right: float, y: float, /) -> None:
        """Draw it with its right edge at ``right``."""


@dataclass(frozen=True)
class TextRow:
    """A text, perhaps with a label before it and a sign behind it.

    Attributes:
        text: of any length.
        style: size and weight; the text is not shrunk.
        label: bold at the left, or empty.
        lead: mm from the left edge of the block to the text.
        tail: mm kept free at the right for ``aside``.
        aside: drawn at the right of the first line.
        gap: mm under the row.
    """

    text: str
    style: TextStyle
    label: str = ""
    lead: float = INDENT
    tail: float = 0.0
    aside: Aside | None = None
    gap: float = 1.7

    def set(self, page: Page, width: float) -> Fitted:
        """Return the whole text set in ``width`` mm of the block."""
        return lay(page.book, self.text, self._room(width), self.style)

    def height(self, page: Page, width: float) -> float:
        """Return the height in mm with the gap under it."""
        return max(self.set(page, width).height, self.style.size / PT_PER_MM) + self.gap

    def _room(self, width: float) -> float:
        return width - self.lead - self.tail

    def split(self, page: Page, width: float, height: float) -> tuple[Fitted, TextRow | None]:
        """Return what fits into ``height`` mm and the row that is left over."""
        style = replace(self.style, least=self.style.size)
        fitted = fit(page.book, self.text, self._room(width), height, style)
        rest = replace(self, text=fitted.rest, aside=None) if fitted.rest else None
        return fitted, rest

    def draw(self, page: Page, x: float, y: float, width: float, fitted: Fitted) -> None:
        """Draw label, text and sign with the upper left corner of the block's row at (x, y)."""
        em = self.style.size / PT_PER_MM
        if self.label:
            size = min(self.style.size, 10.5)
            top = y + (em - size / PT_PER_MM) / 2
            page.text(x + INDENT, top, self.label, size, bold=True, colour=SECOND_TEXT)
        fitted.draw(page, x + self.lead, y)
        if self.aside:
            self.aside(page, x + width, y + em / 2)


@dataclass(frozen=True)
class Head:
    """The title of a block: number, words, and something at the right end."""

    number: str
    title: str
    aside: Aside | None = None
    tail: float = 36.0
    size: float = 14.0

    def set(self, page: Page, width: float) -> Fitted:
        """Return as much of the title as its three lines hold."""
        style = TextStyle(self.size, 12, bold=True, leading=1.28)
        high = self.size / PT_PER_MM * (1 + 1.28 * (_TITLE_LINES - 1)) + 0.1
        return fit(page.book, self.title, width - INDENT - self.tail, high, style)

    def height(self, page: Page, width: float) -> float:
        """Return the height in mm from the rule to the first row."""
        tall = max(self.set(page, width).height, self.size / PT_PER_MM)
        return _TOP + tall + _AFTER_TITLE

    def draw(self, page: Page, x: float, y: float, width: float, again: str = "") -> None:
        """Draw the rule and the title under it."""
        page.line(x, y, x + width, y, 0.5)
        middle = y + _TOP + self.size / PT_PER_MM / 2
        size = 20.0
        if self.number:
            room = INDENT - 2.5
            size = min(size, size * room / page.width(self.number, size, bold=True))
            top = middle - size / PT_PER_MM / 2
            page.text(x, top, self.number, size, bold=True, colour=ACTION)
        if again:
            page.text(x + INDENT, middle - self.size / PT_PER_MM / 2, again, self.size, bold=True)
        else:
            self.set(page, width).draw(page, x + INDENT, y + _TOP)
        if self.aside:
            self.aside(page, x + width, middle)


@dataclass(frozen=True)
class RowBlock:
    """A head with rows under it, kept on one column where it can be.

    Attributes:
        rows: texts from above down.
        head: over them, or None for a rule alone.
        again: heading of a continuation; empty on the first piece.
        name: heading for a continuation.
        extra: drawn under the rows: height in mm and a function, never split.
        on_split: called when the block runs over the end of a column.
        bottom: white under the block, mm.
    """

    rows: Sequence[TextRow]
    head: Head | None = None
    again: str = ""
    name: str = ""
    extra: tuple[float, Callable[[Page, float, float, float], None]] | None = None
    on_split: Callable[[], None] | None = None
    bottom: float = BOTTOM

    def height(self, page: Page, width: float) -> float:
        """Return the height in mm of the whole block with the white under it."""
        rows = sum(row.height(page, width) for row in self.rows)
        return self._top(page, width) + rows + (self.extra[0] if self.extra else 0.0) + self.bottom

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the whole block, or what fits of it at the top of a column."""
        page = flow.page
        top = self._top(page, width)
        total = self.height(page, width) - self.bottom
        if total <= height + 0.01:
            return self._placed(page, width, list(self.rows), [], total + self.bottom)
        whole = page.grid.body.height
        if not fresh and (total <= whole or height < whole / 3):
            return None
        return self._split(page, width, height, top)

    def _top(self, page: Page, width: float) -> float:
        if self.head is None:
            return _TOP
        if self.again:
            return _TOP + self.head.size / PT_PER_MM + _AFTER_TITLE
        return self.head.height(page, width)

    def _split(self, page: Page, width: float, height: float, top: float) -> Placement | None:
        """Fill the column and keep the rest for the next one."""
        taken: list[TextRow] = []
        left = list(self.rows)
        used = top
        cut: Fitted | None = None
        while left:
            tall = left[0].height(page, width)
            if used + tall <= height:
                taken.append(left.pop(0))
                used += tall
                continue
            fitted, rest = left[0].split(page, width, height - used)
            if len(fitted.lines) >= _LEAST or not taken:
                taken.append(left.pop(0))
                left = [rest, *left] if rest else left
                cut = fitted
            break
        if self.on_split:
            self.on_split()
        return self._placed(page, width, taken, left, height, cut)

    def _placed(
        self,
        page: Page,
        width: float,
        rows: list[TextRow],
        left: list[TextRow],
        height: float,
        cut: Fitted | None = None,
    ) -> Placement:
        whole = not left and cut is None
        rest = None
        if left or (self.extra and not whole):
            rest = replace(self, rows=left, again=self.name or self.again)

        def paint(on: Page, x: float, y: float) -> None:
            bottom = self._draw(on, x, y, width, rows, cut)
            if self.extra and rest is None:
                self.extra[1](on, x, bottom, width)

        return Placed(height, paint, rest)

    def _draw(
        self, page: Page, x: float, y: float, width: float, rows: list[TextRow], cut: Fitted | None
    ) -> float:
        if self.head:
            self.head.draw(page, x, y, width, self.again)
        else:
            page.line(x, y, x + width, y, 0.5)
        y += self._top(page, width)
        for row in rows:
            last = row is rows[-1] and cut is not None
            row.draw(page, x, y, width, cut if last and cut else row.set(page, width))
            y += row.height(page, width)
        return y
