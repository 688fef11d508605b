"""Lists behind a map: a label with rows of a few cells under it, over columns and pages.

Owns their measuring, splitting and drawing. Must not know what a row says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import RULE_GAP, Label, label, label_height
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay, lines_in
from servicedesign.tokens import HAIRLINE, SECOND_TEXT

ASIDE: Final = 9.0
"""Size of the words at the right end of a label's line, pt."""
_PAD: Final = 1.1
"""Over and under the words of a row, mm."""
_LEAST_ROWS: Final = 3
"""A block begins at the foot of a column only with this many rows."""
_BETWEEN: Final = 0.7
"""Between the paragraphs of one cell, mm."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of a cell."""

    text: str
    style: TextStyle


Cell = tuple[Para, ...]
"""Paragraphs one under the other."""

Row = tuple[Cell, ...]
"""Cells side by side."""

_NAME: Final = 48
"""Most characters of a name that stand in a label; a longer one is written out below it."""


def named_block(
    name: str, rows: Sequence[Row], shares: Sequence[float], style: TextStyle, *, at: int = 0
) -> ListBlock:
    """Return a block under a name of any length; the whole of a long one is its first row.

    Args:
        name: what stands in the label.
        rows: under it.
        shares: widths of the cells in relation to each other.
        style: of a long name.
        at: the cell that a long name is written in.
    """
    if len(name) <= _NAME and "\n" not in name:
        return ListBlock(Label(name), rows, shares)
    whole: Row = tuple((Para(name, style),) if i == at else () for i in range(len(shares)))
    short = " ".join(name[:_NAME].split()) + "…"
    return ListBlock(Label(short), [whole, *rows], shares)


@dataclass(frozen=True)
class ListBlock:
    """A label with rows under it; add it to a Flow.

    Attributes:
        what: the label over the rows.
        rows: cells by the shares.
        shares: widths of the cells in relation to each other.
        first: False where it is a continuation, so that （つづき） follows the label.
        gap: between cells in mm.
        aside: in grey at the right end of the label's line, where it has room; 9 pt.
    """

    what: Label
    rows: Sequence[Row]
    shares: Sequence[float]
    first: bool = True
    gap: float = 3.0
    aside: str = ""

    def _widths(self, width: float) -> list[float]:
        free = width - self.gap * (len(self.shares) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the label and as many rows as fit; a row higher than a page is split."""
        widths, book = self._widths(width), flow.page.book
        head = label_height(flow.page.grid.sizes.label) - _PAD
        used, todo = head, list(self.rows)
        taken: list[list[list[Fitted]]] = []
        while todo:
            cells = [_laid(book, cell, wide) for cell, wide in zip(todo[0], widths, strict=True)]
            tall = _row_height(cells)
            if used + tall > height:
                if not taken and fresh:
                    cells, todo[0] = _split(book, todo[0], widths, height - used)
                    taken.append(cells)
                    used = height
                break
            taken.append(cells)
            used += tall
            todo.pop(0)
        if not taken or (not fresh and len(taken) < min(_LEAST_ROWS, len(self.rows))):
            return None
        rest = replace(self, rows=todo, first=False) if todo else None
        return Placed(used, lambda page, x, y: self._paint(flow, page, x, y, width, taken), rest)

    def _paint(
        self,
        flow: Flow,
        page: Page,
        x: float,
        y: float,
        width: float,
        rows: Sequence[Sequence[Sequence[Fitted]]],
    ) -> None:
        what = self.what if self.first else flow.again(self.what)
        if self.aside and self.first:
            top = y + RULE_GAP + (page.grid.sizes.label - ASIDE) / 2 / PT_PER_MM
            page.text(x + width, top, self.aside, ASIDE, colour=SECOND_TEXT, align="right")
        y = label(page, x, y, width, what) - _PAD
        for place, cells in enumerate(rows):
            if place:
                page.line(x, y, x + width, y, 0.25, HAIRLINE)
            left = x
            for cell, wide in zip(cells, self._widths(width), strict=True):
                top = y + _PAD
                for shown in cell:
                    top = shown.draw(page, left, top, width=wide) + _BETWEEN
                left += wide + self.gap
            y += _row_height(cells)


def _laid(book: FontBook, cell: Cell, width: float) -> list[Fitted]:
    return [lay(book, para.text, width, para.style) for para in cell if para.text]


def _row_height(cells: Sequence[Sequence[Fitted]]) -> float:
    return max((_cell_height(cell) for cell in cells), default=0.0) + 2 * _PAD


def _cell_height(cell: Sequence[Fitted]) -> float:
    return sum(shown.height for shown in cell) + _BETWEEN * max(len(cell) - 1, 0)


def _split(
    book: FontBook, row: Row, widths: Sequence[float], height: float
) -> tuple[list[list[Fitted]], Row]:
    """Return what of ``row`` fits into ``height`` mm, and the rest of it as a row."""
    pairs = [_split_cell(book, cell, wide, height - 2 * _PAD)
             for cell, wide in zip(row, widths, strict=True)]  # fmt: skip
    return [shown for shown, _ in pairs], tuple(rest for _, rest in pairs)


def _split_cell(
    book: FontBook, cell: Cell, width: float, height: float
) -> tuple[list[Fitted], Cell]:
    shown: list[Fitted] = []
    for place, para in enumerate(cell):
        style = replace(para.style, least=para.style.size)
        if lines_in(height, style.size, style.leading) < 1:
            return shown, cell[place:]
        fitted = fit(book, para.text, width, height, style)
        if fitted.lines:
            shown.append(fitted)
        if fitted.rest:
            return shown, (Para(fitted.rest, style), *cell[place + 1 :])
        height -= fitted.height + _BETWEEN
    return shown, ()
