"""The parts of a filled sheet that stand one above the other, and how they share the height.

Owns the sharing and the plain parts: texts under labels, lists with dots, worries with answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from servicedesign.model import Worry
from servicedesign.paper.flow import Continuation
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import Label, label, label_height
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.rows import Cell, Row, draw_rows, fit_rows, natural_heights
from servicedesign.paper.textbox import STEP, TextStyle
from servicedesign.tokens import EDGE, INK

COLUMN_GAP: Final = 8.0
_DOT: Final = 3.4
"""Room for the dot before a line of a list, mm."""
_ARROW: Final = 11.0
"""Room for the arrow between a worry and its answer, mm."""
_MOST_GAP: Final = 5.0
"""Most that is added between parts where there is room, mm."""
_CLOSE: Final = 0.7
"""Share of the gap between parts that is left on the fullest sheet."""
_SHARES: Final = (1.0, 0.88, 0.76, 0.66)
"""Sizes of pictures that are tried, the largest first."""


class Band(Protocol):
    """A part of the sheet."""

    def wanted(self, book: FontBook, squeeze: Squeeze) -> float:
        """Return the height in mm it wants under ``squeeze``."""
        ...

    def draw(self, page: Page, box: Box, squeeze: Squeeze, more: Continuation) -> None:
        """Draw it; what does not fit goes overleaf."""
        ...


@dataclass(frozen=True, slots=True)
class Squeeze:
    """How a full sheet makes room.

    Attributes:
        steps: by how many quarter points type is smaller.
        pictures: share of their full size that pictures have.
    """

    steps: int = 0
    pictures: float = 1.0


def draw_stack(
    page: Page, box: Box, bands: Sequence[Band], gap: float, style: TextStyle, more: Continuation
) -> None:
    """Draw ``bands`` one above the other, with one common reduction of type and pictures.

    Where even the least sizes are too large, the last parts go to further pages; a part that is
    larger than a page is cut and goes on overleaf.
    """
    left = list(bands)
    while left:
        count, squeeze = _fitting(page, box.height, left, gap, style)
        _draw(page, box, left[:count], gap, squeeze, more)
        left = left[count:]
        if left:
            page = more.doc.new_page()
            grid = page.grid
            top = grid.body_top + (2 if grid.layout == "A3" else 0)
            box = Box(box.x, top, box.width, grid.body_bottom - top - 1)


def _fitting(
    page: Page, height: float, bands: Sequence[Band], gap: float, style: TextStyle
) -> tuple[int, Squeeze]:
    """Return how many of ``bands`` go on a page, at least one, and the mildest squeeze."""
    most = round((style.size - style.least) / STEP)
    ways = [Squeeze(steps, share) for steps in range(most + 1) for share in _SHARES]

    def tall(count: int, way: Squeeze) -> float:
        parts = (band.wanted(page.book, way) for band in bands[:count])
        close = _CLOSE if way == ways[-1] else 1.0
        return sum(parts) + gap * close * (count - 1)

    tightest = ways[-1]
    count = len(bands)
    while count > 1 and tall(count, tightest) > height:
        count -= 1
    fits = (way for way in ways if tall(count, way) <= height)
    return count, next(fits, tightest)


def _draw(
    page: Page, box: Box, bands: Sequence[Band], gap: float, squeeze: Squeeze, more: Continuation
) -> None:
    heights = [band.wanted(page.book, squeeze) for band in bands]
    if len(bands) > 1:
        even = (box.height - sum(heights)) / (len(bands) - 1)
        gap = max(gap * _CLOSE, min(gap + _MOST_GAP, even))
    y = box.y
    for band, height in zip(bands, heights, strict=True):
        room = min(height, box.bottom - y)
        band.draw(page, Box(box.x, y, box.width, room), squeeze, more)
        y += height + gap


def reduced(style: TextStyle, steps: int) -> TextStyle:
    """Return ``style`` smaller by ``steps`` quarter points, never below its least size."""
    return replace(style, size=max(style.size - steps * STEP, style.least))


@dataclass(frozen=True, slots=True)
class Column:
    """A text under its label.

    Attributes:
        what: the label.
        text: what was written.
        dotted: whether each line is an item of a list.
    """

    what: Label
    text: str
    dotted: bool = False

    def items(self) -> list[str]:
        """Return the lines that hold words."""
        return [line.strip() for line in self.text.split("\n") if line.strip()]


@dataclass(frozen=True, slots=True)
class Texts:
    """Columns side by side.

    Attributes:
        columns: left to right.
        style: of the texts.
        label_size: of the labels in pt.
        width: of the whole band in mm.
        gap: between columns in mm.
    """

    columns: Sequence[Column]
    style: TextStyle
    label_size: float
    width: float
    gap: float = COLUMN_GAP

    def _each(self) -> float:
        count = len(self.columns)
        return (self.width - self.gap * (count - 1)) / count

    def wanted(self, book: FontBook, squeeze: Squeeze) -> float:
        """Return the label and the tallest text."""
        texts = [self._tall(book, column, squeeze.steps) for column in self.columns]
        return label_height(self.label_size) + max(texts)

    def _tall(self, book: FontBook, column: Column, steps: int) -> float:
        width = self._each()
        if column.dotted:
            return items_height(book, column.items(), self.style, width, Squeeze(steps))
        rows = [Row([Cell(column.text, self.style, pad=(0, 0))])]
        return natural_heights(book, rows, [width], steps)[0]

    def draw(self, page: Page, box: Box, squeeze: Squeeze, more: Continuation) -> None:
        """Draw the columns."""
        for column, place in zip(
            self.columns, box.columns(len(self.columns), self.gap), strict=True
        ):
            y = label(page, place.x, place.y, place.width, column.what, size=self.label_size)
            inner = Box(place.x, y, place.width, place.bottom - y)
            tall = self._tall(page.book, column, squeeze.steps)
            if column.dotted and tall <= inner.height + 0.1:
                draw_items(page, inner, column.items(), self.style, squeeze)
            else:
                style = reduced(self.style, squeeze.steps)
                more.text(page, inner, column.what, column.text, style)


def _rows(items: Sequence[str], style: TextStyle, squeeze: Squeeze) -> list[Row]:
    pad = (0, _item_pad(squeeze))
    return [Row([Cell(item, style, pad=pad)], share=0) for item in items]


def _item_pad(squeeze: Squeeze) -> float:
    """Return the white over and under an item in mm: more than between its lines, if there is."""
    return max(0.7, 1.3 - 0.15 * squeeze.steps)


def items_height(
    book: FontBook, items: Sequence[str], style: TextStyle, width: float, squeeze: Squeeze
) -> float:
    """Return the height in mm of ``items`` as a list with dots in a column ``width`` mm wide."""
    rows = _rows(items, style, squeeze)
    return sum(natural_heights(book, rows, [width - _DOT], squeeze.steps))


def draw_items(
    page: Page, box: Box, items: Sequence[str], style: TextStyle, squeeze: Squeeze
) -> None:
    """Draw ``items`` as a list with dots from the top of ``box``; all of them must fit."""
    style = reduced(style, squeeze.steps)
    rows, width = _rows(items, style, squeeze), box.width - _DOT
    heights = natural_heights(page.book, rows, [width])
    laid = fit_rows(page.book, rows, [width], sum(heights) + 0.1)
    y = box.y
    for height in heights:
        middle = y + _item_pad(squeeze) + style.size / PT_PER_MM / 2
        page.circle(box.x + 1.1, middle, 0.7, fill=INK)
        y += height
    draw_rows(page, rows, laid, box.x + _DOT, box.y, [width], lambda *_: None)


@dataclass(frozen=True, slots=True)
class Worries:
    """Pairs of texts, the answers in bold.

    Attributes:
        worries: in order.
        heads: the labels of the two columns, and what both are called together overleaf.
        style: of the texts.
        label_size: of the labels in pt.
        width: of the whole band in mm.
        pad: above and below each pair in mm.
    """

    worries: Sequence[Worry]
    heads: tuple[str, str, str]
    style: TextStyle
    label_size: float
    width: float
    pad: float = 1.7

    def _widths(self) -> list[float]:
        each = (self.width - _ARROW) / 2
        return [each + _ARROW, each]

    def _rows(self, steps: int = 0) -> list[Row]:
        style = reduced(self.style, steps)
        bold = replace(style, bold=True)
        return [
            Row(
                [
                    Cell(one.worry.strip(), style, pad=(0, self.pad)),
                    Cell(one.answer.strip(), bold, pad=(0, self.pad)),
                ],
                share=0,
            )
            for one in self.worries
        ]

    def _heights(self, book: FontBook, steps: int) -> list[float]:
        rows, (first, second) = self._rows(steps), self._widths()
        return natural_heights(book, rows, [first - _ARROW, second])

    def wanted(self, book: FontBook, squeeze: Squeeze) -> float:
        """Return the label and all pairs."""
        return label_height(self.label_size) + sum(self._heights(book, squeeze.steps))

    def draw(self, page: Page, box: Box, squeeze: Squeeze, more: Continuation) -> None:
        """Draw the pairs that fit; the others go overleaf."""
        first, second = self._widths()
        label(page, box.x, box.y, first - _ARROW, Label(self.heads[0]), size=self.label_size)
        right = box.x + first
        y = label(page, right, box.y, second, Label(self.heads[1]), size=self.label_size)
        steps = squeeze.steps
        style = reduced(self.style, steps)
        shown = self._fitting(page, box.bottom - y, steps)
        heights = self._heights(page.book, steps)
        for number, (row, height) in enumerate(
            zip(self._rows(steps)[:shown], heights, strict=False)
        ):
            if number:
                page.line(box.x, y, box.right, y, 0.25, EDGE)
            laid = fit_rows(page.book, [row], [first - _ARROW, second], height)
            for cell, x, width in zip(laid.fitted[0], (box.x, right), (first, second), strict=True):
                if cell is not None:
                    cell.draw(page, x, y + self.pad, width=width)
            _arrow(page, right - _ARROW + 1.5, y + self.pad + style.size / PT_PER_MM / 2)
            y += height
        left = self.worries[shown:]
        if left:
            rest = "\n".join(f"{one.worry.strip()} → {one.answer.strip()}" for one in left)
            more.later(page, box.right, box.bottom, self.heads[2], rest, style, room=box.width)

    def _fitting(self, page: Page, room: float, steps: int) -> int:
        """Return how many pairs fit; where not all do, with room for the word that says so."""
        heights = self._heights(page.book, steps)
        if sum(heights) <= room + 0.1:
            return len(heights)
        room -= 5.0
        count = 0
        for height in heights:
            room -= height
            if room < 0:
                break
            count += 1
        return count


def _arrow(page: Page, x: float, y: float) -> None:
    page.line(x, y, x + 5.4, y, 0.9)
    page.shape([(x + 5.0, y - 1.1), (x + 7.4, y), (x + 5.0, y + 1.1)], fill=INK)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two bands beside each other, the left one ``share`` of the width."""

    left: Band
    right: Band
    share: float
    gap: float = COLUMN_GAP

    def wanted(self, book: FontBook, squeeze: Squeeze) -> float:
        """Return the taller one."""
        return max(self.left.wanted(book, squeeze), self.right.wanted(book, squeeze))

    def draw(self, page: Page, box: Box, squeeze: Squeeze, more: Continuation) -> None:
        """Draw both from the same top."""
        wide = (box.width - self.gap) * self.share
        self.left.draw(page, Box(box.x, box.y, wide, box.height), squeeze, more)
        rest = box.width - self.gap - wide
        self.right.draw(page, Box(box.right - rest, box.y, rest, box.height), squeeze, more)
