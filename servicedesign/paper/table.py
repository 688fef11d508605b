"""Tables: a head, rows of any height, a total; the head is repeated on every page.

Owns their rules (no vertical rules, numbers right, rows of 6.5 mm or more).
Must not know where numbers come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.page import Page
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay
from servicedesign.tokens import HAIRLINE, INK, SECOND_TEXT

LEAST_ROW: Final = 6.5
"""Smallest height of a row in mm."""
_PAD: Final = 1.4


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width, and whether it holds numbers."""

    head: str
    share: float = 1.0
    numbers: bool = False


@dataclass(frozen=True)
class Table:
    """A table that flows over pages; add it to a Flow.

    Attributes:
        columns: from left to right.
        rows: the texts of each row.
        style: of the cells.
        total: the last row, bold over a rule, or None.
        gap: between columns in mm.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    style: TextStyle
    total: Sequence[str] | None = None
    gap: float = 3.0

    def widths(self, width: float) -> list[float]:
        """Return the widths of the columns in mm."""
        free = width - self.gap * (len(self.columns) - 1)
        shares = sum(column.share for column in self.columns)
        return [free * column.share / shares for column in self.columns]

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the head and as many rows as fit."""
        widths = self.widths(width)
        book = flow.page.book
        heads = [
            lay(book, column.head, wide, replace(self.style, colour=SECOND_TEXT))
            for column, wide in zip(self.columns, widths, strict=True)
        ]
        used = max((one.height for one in heads), default=0.0) + 2 * _PAD
        taken: list[tuple[list[Fitted], bool]] = []
        todo = [(row, False) for row in self.rows]
        todo += [(self.total, True)] if self.total else []
        while todo:
            row, total = todo[0]
            style = replace(self.style, bold=True) if total else self.style
            cells = [lay(book, text, wide, style) for text, wide in zip(row, widths, strict=True)]
            tall = row_height(cells)
            if used + tall > height:
                if taken or not fresh or height - used < 2 * LEAST_ROW:
                    break
                cells, todo[0] = self._split(flow, row, widths, style, height - used)
                taken.append((cells, False))
                used = height
                break
            taken.append((cells, total))
            used += tall
            todo.pop(0)
        if not taken and (self.rows or self.total):
            return None
        rest = self._left(todo)
        head_height = max((one.height for one in heads), default=0.0) + 2 * _PAD
        return Placed(
            used,
            lambda page, x, y: self._draw(page, x, y, width, widths, heads, head_height, taken),
            rest,
        )

    def _left(self, todo: list[tuple[Sequence[str], bool]]) -> Table | None:
        if not todo:
            return None
        total = next((row for row, last in todo if last), None)
        return replace(self, rows=[row for row, last in todo if not last], total=total)

    def _split(
        self,
        flow: Flow,
        row: Sequence[str],
        widths: Sequence[float],
        style: TextStyle,
        height: float,
    ) -> tuple[list[Fitted], tuple[list[str], bool]]:
        """Split a row that is higher than a page."""
        small = replace(style, least=style.size)
        cells = [
            fit(flow.page.book, text, wide, height - 2 * _PAD, small)
            for text, wide in zip(row, widths, strict=True)
        ]
        return cells, ([cell.rest for cell in cells], False)

    def _draw(
        self,
        page: Page,
        x: float,
        y: float,
        width: float,
        widths: Sequence[float],
        heads: Sequence[Fitted],
        head_height: float,
        taken: Sequence[tuple[list[Fitted], bool]],
    ) -> None:
        page.line(x, y, x + width, y, 0.5)
        self._cells(page, x, y, head_height, widths, heads)
        y += head_height
        page.line(x, y, x + width, y, 0.5)
        for i, (cells, total) in enumerate(taken):
            if i:
                page.line(x, y, x + width, y, 0.5 if total else 0.25, INK if total else HAIRLINE)
            tall = row_height(cells)
            self._cells(page, x, y, tall, widths, cells)
            y += tall
        page.line(x, y, x + width, y, 0.5)

    def _cells(
        self,
        page: Page,
        x: float,
        y: float,
        height: float,
        widths: Sequence[float],
        cells: Sequence[Fitted],
    ) -> None:
        for column, wide, cell in zip(self.columns, widths, cells, strict=True):
            single = len(cell.lines) == 1
            top = y + ((height - cell.height) / 2 if single and height <= LEAST_ROW + 2 else _PAD)
            cell.draw(page, x, top, align="right" if column.numbers else "left", width=wide)
            x += wide + self.gap


def row_height(cells: Sequence[Fitted]) -> float:
    """Return the height of a row in mm."""
    return max(LEAST_ROW, max((cell.height for cell in cells), default=0.0) + 2 * _PAD)
