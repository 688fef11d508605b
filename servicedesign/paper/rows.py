"""Rows of cells that grow with their text, as in journey maps and tables.

Owns the common size of type, the heights of rows, and what a cell cannot hold. Must not draw rules
or marks: a cell keeps room for them and may paint them itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import Label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.share import level
from servicedesign.paper.textbox import STEP, Fitted, TextStyle, fit

_TALLEST: Final = 1500.0
"""No page is higher, in mm: longer texts need not be measured to their end."""


@dataclass(frozen=True)
class Cell:
    """A text in a row.

    Attributes:
        text: of any length, may be empty.
        style: its wanted and least size.
        label: under which the rest is continued overleaf.
        head: mm kept free above the text, for marks.
        pad: mm kept free at each side, and above and below.
        paint: draws behind the text, in the cell's whole box.
        align: ``left``, ``center`` or ``right``.
    """

    text: str
    style: TextStyle
    label: str | Label = ""
    head: float = 0.0
    pad: tuple[float, float] = (2.0, 2.0)
    paint: Callable[[Page, Box], None] | None = None
    align: str = "left"


@dataclass(frozen=True)
class Row:
    """Cells side by side.

    Attributes:
        cells: one for each column; None leaves a column empty.
        least: smallest height in mm.
        share: how much of the height that is left over the row takes.
    """

    cells: Sequence[Cell | None]
    least: float = 0.0
    share: float = 1.0


@dataclass(frozen=True)
class Laid:
    """Rows that have been fitted to a height.

    Attributes:
        heights: of the rows in mm.
        fitted: per row and column, None for an empty column.
        steps: by how many quarter points the type shrank.
    """

    heights: tuple[float, ...]
    fitted: tuple[tuple[Fitted | None, ...], ...]
    steps: int

    @property
    def complete(self) -> bool:
        """Whether every text fits."""
        return not any(one.rest for row in self.fitted for one in row if one)


def fit_rows(
    book: FontBook,
    rows: Sequence[Row],
    widths: Sequence[float],
    height: float,
    *,
    mark: float = 5.0,
) -> Laid:
    """Fit ``rows`` into ``height`` mm with one common reduction of all sizes.

    What is left of the height is given to the rows by their ``share``. If even the least sizes are
    too large, the tallest rows are shortened and their cells keep a rest for overleaf.

    Args:
        book: the faces.
        rows: the rows.
        widths: of the columns in mm.
        height: of all rows together in mm.
        mark: mm kept free in a cell for つづきは…ページ.
    """
    most = max((_steps(cell) for row in rows for cell in row.cells if cell), default=0)
    steps, low = 0, -1
    wanted = _heights(book, rows, widths, 0, height)
    if sum(wanted) > height:
        low, steps = 0, most
        wanted = _heights(book, rows, widths, most, height)
    while sum(wanted) <= height and steps - low > 1:
        # The fewest steps that fit lie between; heights fall with every step.
        middle = (low + steps) // 2
        tried = _heights(book, rows, widths, middle, height)
        if sum(tried) <= height:
            steps, wanted = middle, tried
        else:
            low = middle
    given = _share_out(rows, wanted, height)
    fitted = tuple(
        tuple(
            _fit(book, cell, width, tall, steps, mark) if cell else None
            for cell, width in zip(row.cells, widths, strict=False)
        )
        for row, tall in zip(rows, given, strict=True)
    )
    return Laid(tuple(given), fitted, steps)


def natural_heights(
    book: FontBook, rows: Sequence[Row], widths: Sequence[float], steps: int = 0
) -> list[float]:
    """Return the heights in mm that ``rows`` want, their type made smaller by ``steps``."""
    return _heights(book, rows, widths, steps, _TALLEST)


def draw_rows(
    page: Page,
    rows: Sequence[Row],
    laid: Laid,
    x: float,
    y: float,
    widths: Sequence[float],
    overflow: Callable[[Cell, Box, Fitted], None],
) -> list[float]:
    """Draw the cells and return the y of every row's lower edge.

    Args:
        page: where to draw.
        rows: the rows.
        laid: what :func:`fit_rows` returned for them.
        x: left edge of the first column.
        y: upper edge of the first row.
        widths: of the columns.
        overflow: called for a cell with a rest; usually Continuation.later.
    """
    edges = []
    for row, height, fitted in zip(rows, laid.heights, laid.fitted, strict=True):
        left = x
        for cell, width, one in zip(row.cells, widths, fitted, strict=False):
            if cell and one is not None:
                _draw(page, cell, Box(left, y, width, height), one, overflow)
            left += width
        y += height
        edges.append(y)
    return edges


def _draw(
    page: Page,
    cell: Cell,
    box: Box,
    fitted: Fitted,
    overflow: Callable[[Cell, Box, Fitted], None],
) -> None:
    if cell.paint:
        cell.paint(page, box)
    inner = box.inset(*cell.pad).below(cell.head)
    fitted.draw(page, inner.x, inner.y, align=cell.align, width=inner.width)
    if fitted.rest:
        overflow(cell, inner, fitted)


def _steps(cell: Cell) -> int:
    return round((cell.style.size - cell.style.least) / STEP + 0.49)


def _reduced(style: TextStyle, steps: int) -> TextStyle:
    return replace(style, size=max(style.size - steps * STEP, style.least))


def _heights(
    book: FontBook, rows: Sequence[Row], widths: Sequence[float], steps: int, most: float
) -> list[float]:
    """Return the heights that rows want; what is higher than ``most`` counts a little more."""
    return [
        max(
            row.least,
            *(
                _natural(book, cell, width, steps, most)
                for cell, width in zip(row.cells, widths, strict=False)
                if cell
            ),
            0.0,
        )
        for row in rows
    ]


def _natural(book: FontBook, cell: Cell, width: float, steps: int, most: float) -> float:
    style = _reduced(cell.style, steps)
    style = replace(style, least=style.size)
    text = fit(book, cell.text, width - 2 * cell.pad[0], most, style) if cell.text else None
    tall = 0.0 if text is None else most + 10 if text.rest else text.height
    return tall + cell.head + 2 * cell.pad[1]


def _share_out(rows: Sequence[Row], wanted: Sequence[float], height: float) -> list[float]:
    """Give spare height by share; when it is short, cut the tallest rows to one height."""
    spare = height - sum(wanted)
    if spare >= 0:
        shares = sum(row.share for row in rows) or 1.0
        return [tall + spare * row.share / shares for row, tall in zip(rows, wanted, strict=True)]
    return level(wanted, [row.least for row in rows], height)


def _fit(
    book: FontBook, cell: Cell, width: float, height: float, steps: int, mark: float
) -> Fitted:
    style = _reduced(cell.style, steps)
    inner = height - 2 * cell.pad[1] - cell.head
    return fit(book, cell.text, width - 2 * cell.pad[0], max(inner, 0.0), style, reserve=mark)
