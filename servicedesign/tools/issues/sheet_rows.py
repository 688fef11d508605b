"""One issue as a block that runs down columns and pages, split between or inside its rows.

Owns how an issue is split where it is longer than a column. Must not know where the texts come
from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.paper import marks
from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.labels import BAR, fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay
from servicedesign.tokens import ACTION, SECOND_TEXT, TINT

INDENT: Final = 14.0
"""From the rank to the words, mm."""
BOTTOM: Final = 3.6
"""Under a block, mm."""
LABEL: Final = 10.5
"""Size of what stands before a text, pt."""
_TOP: Final = 2.6
_FACTS: Final = 5.3
"""From the facts over a title to the title, mm."""
_PAD: Final = 2.4
"""Between the ground of a question and its words, mm."""
_LEAST: Final = 2
"""Lines that a split text keeps at the foot of a column at least."""


@dataclass(frozen=True)
class TextRow:
    """A text with what stands beside it.

    Attributes:
        text: of any length; it is not shrunk.
        style: size and weight.
        label: in grey at the left, in the width of ``lead``: a reference or a phase; or empty.
        lead: mm from the words' left edge to this text.
        panel: whether it stands on the ground of a question.
        starred: whether a star stands before it.
        gap: mm under the row.
    """

    text: str
    style: TextStyle
    label: str = ""
    lead: float = 0.0
    panel: bool = False
    starred: bool = False
    gap: float = 1.8

    def height(self, page: Page, width: float) -> float:
        """Return the height in mm, the gap included."""
        tall = max(self.set(page, width).height, self.style.size / PT_PER_MM)
        return tall + (2 * _PAD if self.panel else 0) + self.gap

    def set(self, page: Page, width: float) -> Fitted:
        """Return the whole text set in a block ``width`` mm wide."""
        return lay(page.book, self.text, self._room(width), self.style)

    def split(self, page: Page, width: float, height: float) -> tuple[Fitted, TextRow | None]:
        """Return what fits into ``height`` mm, and the row that is left over."""
        style = replace(self.style, least=self.style.size)
        room = max(height - (2 * _PAD if self.panel else 0), 0.0)
        fitted = fit(page.book, self.text, self._room(width), room, style)
        rest = replace(self, text=fitted.rest, starred=False, label="") if fitted.rest else None
        return fitted, rest

    def draw(self, page: Page, x: float, y: float, width: float, fitted: Fitted) -> None:
        """Draw it with the words' left edge at ``x``; ``width`` is that of the words."""
        em = self.style.size / PT_PER_MM
        if self.panel:
            tall = fitted.height + 2 * _PAD
            page.rect(x, y, width, tall, fill=TINT)
            page.rect(x, y, BAR, tall, fill=ACTION)
            y += _PAD
        if self.starred:
            marks.star(page, x + BAR + 4.6, y + em / 2, em * 0.95)
        if self.label:
            size = fit_line(page, self.label, LABEL, self.lead - 2, least=7)
            page.text(x, y + (em - size / PT_PER_MM) / 2, self.label, size, colour=SECOND_TEXT)
        fitted.draw(page, x + self._before(), y)

    def _before(self) -> float:
        if not self.panel:
            return self.lead
        return BAR + (9.0 if self.starred else 2.8)

    def _room(self, width: float) -> float:
        return width - INDENT - self._before() - (3 if self.panel else 0)


@dataclass(frozen=True)
class Head:
    """The first line of an issue.

    Attributes:
        rank: what stands large at the left: a rank or a dash.
        title: its words.
        number: that of the pain point, as ``▲5``'s digits; 0 for none.
        facts: in grey over the title, such as the phase.
        level: squares of evidence behind the facts, 0 to 2; None leaves facts and squares out.
        chosen: the word for an issue taken up, or empty.
    """

    rank: str
    title: str
    number: int = 0
    facts: str = ""
    level: int | None = None
    chosen: str = ""
    size: float = 14.0

    def set(self, page: Page, width: float) -> Fitted:
        """Return the title, as high as it is."""
        style = TextStyle(self.size, self.size, bold=True, leading=1.28)
        return lay(page.book, self.title, width - INDENT - self._mark(page), style)

    def height(self, page: Page, width: float) -> float:
        """Return mm from the rule to the first row."""
        tall = max(self.set(page, width).height, self.size / PT_PER_MM)
        return _TOP + (_FACTS if self.level is not None else 0.0) + tall + 2.4

    def draw(self, page: Page, x: float, y: float, width: float, again: str = "") -> None:
        """Draw rule, rank, facts and title."""
        page.line(x, y, x + width, y, 0.5)
        top = y + _TOP
        rank = min(20.0, 20.0 * (INDENT - 2) / max(page.width(self.rank, 20, bold=True), 0.1))
        em = self.size / PT_PER_MM
        if again:
            page.text(x, top, self.rank, rank, bold=True, colour=ACTION)
            page.text(x + INDENT, top + 0.4, again, self.size, bold=True)
            return
        page.text(x, top, self.rank, rank, bold=True, colour=ACTION)
        if self.level is not None:
            self._facts(page, x + INDENT, top, x + width, self.level)
            top += _FACTS
        left = x + INDENT
        if self.number:
            marks.pain(page, left + 1.8, top + em / 2, 3.6)
            page.text(left + 4.6, top, str(self.number), self.size, bold=True)
        self.set(page, width).draw(page, left + self._mark(page), top)

    def _mark(self, page: Page) -> float:
        if not self.number:
            return 0.0
        return 4.6 + page.width(str(self.number), self.size, bold=True) + 2.6

    def _facts(self, page: Page, left: float, top: float, right: float, level: int) -> None:
        size, em = LABEL, LABEL / PT_PER_MM
        if self.chosen:
            right -= page.text(right, top, self.chosen, size, bold=True, align="right") + 3.2
            marks.star(page, right, top + em / 2, 4.2)
            right -= 5
        shown = fit(page.book, self.facts, right - left - 10, em * 1.1, TextStyle(size, 7.5))
        shown.draw(page, left, top, colour=SECOND_TEXT)
        marks.evidence(page, left + shown.width + 1.8, top + em / 2, level, 2.2)


@dataclass(frozen=True)
class IssueBlock:
    """An issue with its rows, or what is left of one.

    Attributes:
        rows: in order.
        head: the first line; None for a block without one.
        name: what the rest is called overleaf.
        again: set on what is left over.
        on_split: told when the block is cut.
    """

    rows: Sequence[TextRow]
    head: Head | None = None
    name: str = ""
    again: str = ""
    on_split: Callable[[], None] | None = None

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the whole block, or what fits of it at the top of a column."""
        page = flow.page
        total = self._top(page, width) + sum(row.height(page, width) for row in self.rows)
        if total <= height + 0.01:
            return self._placed(page, width, list(self.rows), [], total + BOTTOM)
        whole = page.grid.body.height
        if not fresh and (total <= whole or height < whole / 3):
            return None
        return self._split(page, width, height)

    def _top(self, page: Page, width: float) -> float:
        if self.head is None:
            return _TOP
        if self.again:
            return _TOP + self.head.size / PT_PER_MM + 3.4
        return self.head.height(page, width)

    def _split(self, page: Page, width: float, height: float) -> Placement:
        taken: list[TextRow] = []
        left = list(self.rows)
        used = self._top(page, width)
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
        rest = replace(self, rows=left, again=self.name or self.again) if left else None

        def paint(on: Page, x: float, y: float) -> None:
            if self.head:
                self.head.draw(on, x, y, width, self.again)
            else:
                on.line(x, y, x + width, y, 0.5)
            y += self._top(on, width)
            for row in rows:
                words = cut if cut and row is rows[-1] else row.set(on, width)
                row.draw(on, x + INDENT, y, width - INDENT, words)
                y += row.height(on, width)

        return Placed(height, paint, rest)
