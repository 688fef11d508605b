"""Marked words on paper: lines under them, and their sign and number at the side.

Owns the setting of one text in one column, from any of its lines on, with what is marked in it. In
grey a fact has a solid line, an interpretation a dashed one, an insight two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from servicedesign.model import FindingKind
from servicedesign.paper.breaking import Line, break_lines
from servicedesign.paper.clean import clean
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import BASELINE, Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import TextStyle, lines_height, lines_in
from servicedesign.tokens import INK, SECOND_TEXT
from servicedesign.tools.interview.sheet_data import FindingData

SIGNS: Final = {
    FindingKind.FACT: "■",
    FindingKind.INTERPRETATION: "◇",
    FindingKind.INSIGHT: "★",
}
"""Before the words on paper, as on the empty sheet."""

_TAG: Final = 9.5
"""Size of sign and number at the side, pt: they repeat what the list says in full."""


@dataclass(frozen=True)
class Words:
    """A text in a column, from one of its lines on.

    Attributes:
        lines: all lines of the text.
        style: size, weight and leading.
        marks: what is marked, with places in the text as printed.
        tags: by line, the mark whose sign and number stand beside it; there may be more of them
            than lines.
        first: the line to begin with.
    """

    lines: Sequence[Line]
    style: TextStyle
    marks: tuple[FindingData, ...] = ()
    tags: Mapping[int, FindingData] = field(default_factory=dict)
    first: int = 0

    @property
    def left(self) -> int:
        """How many lines are left, those with a sign alone included."""
        return max(len(self.lines), *(row + 1 for row in self.tags), 0) - self.first

    @property
    def height(self) -> float:
        """Height of the lines left, mm."""
        return lines_height(self.left, self.style.size, self.style.leading)

    def room(self, height: float) -> int:
        """Return how many of the lines left fit into ``height`` mm."""
        fits = lines_in(max(height, 0.0), self.style.size, self.style.leading)
        return min(fits, self.left)

    def after(self, count: int) -> Words:
        """Return what is left behind ``count`` lines."""
        return replace(self, first=self.first + count)

    def draw(self, page: Page, x: float, y: float, count: int, tags: float = 0) -> None:
        """Write ``count`` lines; ``tags`` mm at the left are for signs and numbers."""
        style = self.style
        leading = style.size * style.leading / PT_PER_MM
        for row in range(self.first, self.first + count):
            top = y + (row - self.first) * leading
            if row < len(self.lines):
                line = self.lines[row]
                if line.text:
                    page.text(x, top, line.text, style.size, bold=style.bold, colour=style.colour)
                for mark in self.marks:
                    self._underline(page, x, top, line, mark)
            if row in self.tags and tags:
                _tag(page, x - tags, top, tags - 1.6, style.size, self.tags[row])

    def _underline(self, page: Page, x: float, top: float, line: Line, mark: FindingData) -> None:
        """Draw the line under what is marked in ``line``."""
        start, end = mark.span or (0, 0)
        low = max(start, line.start) - line.start
        high = min(end, line.start + len(line.text)) - line.start
        if low < high:
            size, bold = self.style.size, self.style.bold
            left = x + page.width(line.text[:low], size, bold)
            right = x + page.width(line.text[:high], size, bold)
            _under(page, mark.kind, left, right, top + size * (BASELINE + 0.16) / PT_PER_MM)


def _under(page: Page, kind: FindingKind, left: float, right: float, y: float) -> None:
    if kind is FindingKind.FACT:
        page.line(left, y, right, y, 0.9)
    elif kind is FindingKind.INTERPRETATION:
        page.line(left, y, right, y, 0.9, INK, dash=(2.4, 1.6))
    else:
        page.line(left, y - 0.1, right, y - 0.1, 0.5)
        page.line(left, y + 0.45, right, y + 0.45, 0.5)


def _tag(page: Page, x: float, top: float, room: float, size: float, mark: FindingData) -> None:
    """Write sign and number of ``mark`` beside its first line, ending at the right."""
    words = f"{SIGNS[mark.kind]}{clean(mark.tag)}"[:14]
    shown = fit_line(page, words, _TAG, room, least=6)
    down = (size - shown) * BASELINE / PT_PER_MM
    page.text(x + room, top + down, words, shown, colour=SECOND_TEXT, align="right")


def set_words(
    book: FontBook, text: str, width: float, style: TextStyle, marks: Sequence[FindingData] = ()
) -> Words:
    """Return ``text`` set in ``width`` mm, with ``marks`` where they stand in what is printed."""
    printed = clean(text).rstrip()
    lines = list(break_lines(printed, book, width * PT_PER_MM, style.size, bold=style.bold))
    if not printed:
        lines = []
    moved = []
    for mark in marks:
        if mark.span is not None:
            start, end = (min(len(clean(text[:place])), len(printed)) for place in mark.span)
            moved.append(replace(mark, span=(start, end)))
    moved.sort(key=lambda mark: mark.span or (0, 0))
    return Words(lines, style, tuple(moved), _beside(lines, moved))


def _beside(lines: Sequence[Line], marks: Sequence[FindingData]) -> dict[int, FindingData]:
    """Return beside which line each mark is named: its first one, or the next that is free."""
    tags: dict[int, FindingData] = {}
    row = -1
    for mark in marks:
        start = mark.span[0] if mark.span else 0
        begins = sum(1 for line in lines if line.end <= start)
        row = max(row + 1, min(begins, max(len(lines) - 1, 0)))
        tags[row] = mark
    return tags
