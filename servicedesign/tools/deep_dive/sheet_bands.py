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
from servicedesign.paper.share import level
from servicedesign.paper.textbox import STEP, TextStyle
from servicedesign.tokens import EDGE, INK

COLUMN_GAP: Final = 8.0
_DOT: Final = 4.0
"""Room for the dot before a line of a list, mm."""
_ARROW: Final = 11.0
"""Room for the arrow between a worry and its answer, mm."""
_MOST_GAP: Final = 4.0
"""Most that is added between parts where there is room, mm."""


class Band(Protocol):
    """A part of the sheet."""

    def wanted(self, book: FontBook, steps: int) -> float:
        """Return the height in mm it wants with its type smaller by ``steps`` quarter points."""
        ...

    def least(self) -> float:
        """Return the height in mm that it must have."""
        ...

    def draw(self, page: Page, box: Box, steps: int, more: Continuation) -> None:
        """Draw it; what does not fit goes overleaf."""
        ...


def draw_stack(
    page: Page, box: Box, bands: Sequence[Band], gap: float, style: TextStyle, more: Continuation
) -> None:
    """Draw ``bands`` one above the other, with one common reduction of the type.

    Where even the least sizes are too large, the tallest parts are cut and go on overleaf.
    """
    room = box.height - gap * (len(bands) - 1)
    most = round((style.size - style.least) / STEP)
    steps, wanted = most, [band.wanted(page.book, most) for band in bands]
    for fewer in range(most):
        tried = [band.wanted(page.book, fewer) for band in bands]
        if sum(tried) <= room:
            steps, wanted = fewer, tried
            break
    given = level(wanted, [band.least() for band in bands], room)
    spare = room - sum(given)
    if len(bands) > 1 and spare > 0:
        gap += min(_MOST_GAP, spare / (len(bands) - 1))
    y = box.y
    for band, height in zip(bands, given, strict=True):
        band.draw(page, Box(box.x, y, box.width, height), steps, more)
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


@dataclass(frozen=True, slots=True)
class Texts:
    """Columns side by side.

    Attributes:
        columns: left to right.
        style: of the texts.
        label_size: of the labels in pt.
        width: of the whole band in mm.
    """

    columns: Sequence[Column]
    style: TextStyle
    label_size: float
    width: float

    def _each(self) -> float:
        count = len(self.columns)
        return (self.width - COLUMN_GAP * (count - 1)) / count

    def wanted(self, book: FontBook, steps: int) -> float:
        """Return the label and the tallest text."""
        texts = [self._tall(book, column, steps) for column in self.columns]
        return label_height(self.label_size) + max(texts)

    def _tall(self, book: FontBook, column: Column, steps: int) -> float:
        width = self._each()
        if column.dotted:
            return sum(natural_heights(book, _items(column, self.style), [width - _DOT], steps))
        rows = [Row([Cell(column.text, self.style, pad=(0, 0))])]
        return natural_heights(book, rows, [width], steps)[0]

    def least(self) -> float:
        """Return the label and two lines."""
        return label_height(self.label_size) + 2 * self.style.least * 1.5 / PT_PER_MM

    def draw(self, page: Page, box: Box, steps: int, more: Continuation) -> None:
        """Draw the columns."""
        for column, place in zip(
            self.columns, box.columns(len(self.columns), COLUMN_GAP), strict=True
        ):
            y = label(page, place.x, place.y, place.width, column.what, size=self.label_size)
            inner = Box(place.x, y, place.width, place.bottom - y)
            style = reduced(self.style, steps)
            if not (column.dotted and _draw_items(page, inner, column, style)):
                more.text(page, inner, column.what, column.text, style)


def _items(column: Column, style: TextStyle) -> list[Row]:
    lines = [line.strip() for line in column.text.split("\n") if line.strip()]
    return [Row([Cell(line, style, pad=(0, 0.7))], share=0) for line in lines]


def _draw_items(page: Page, box: Box, column: Column, style: TextStyle) -> bool:
    """Draw the lines of a text with dots; False, and nothing is drawn, where they do not fit."""
    rows = _items(column, style)
    width = box.width - _DOT
    if sum(natural_heights(page.book, rows, [width])) > box.height + 0.1:
        return False
    laid = fit_rows(page.book, rows, [width], max(box.height, 0.1))
    y = box.y
    for height in laid.heights:
        middle = y + 0.7 + style.size / PT_PER_MM / 2
        page.circle(box.x + 1.1, middle, 0.7, fill=INK)
        y += height
    draw_rows(page, rows, laid, box.x + _DOT, box.y, [width], lambda *_: None)
    return True


@dataclass(frozen=True, slots=True)
class Worries:
    """Pairs of texts, the answers in bold.

    Attributes:
        worries: in order.
        heads: the labels of the two columns, and what both are called together overleaf.
        style: of the texts.
        label_size: of the labels in pt.
        width: of the whole band in mm.
    """

    worries: Sequence[Worry]
    heads: tuple[str, str, str]
    style: TextStyle
    label_size: float
    width: float

    def _widths(self) -> list[float]:
        each = (self.width - _ARROW) / 2
        return [each + _ARROW, each]

    def _rows(self, steps: int = 0) -> list[Row]:
        style = reduced(self.style, steps)
        bold = replace(style, bold=True)
        return [
            Row(
                [
                    Cell(one.worry.strip(), style, pad=(0, 1.7), head=0),
                    Cell(one.answer.strip(), bold, pad=(0, 1.7)),
                ],
                share=0,
            )
            for one in self.worries
        ]

    def _heights(self, book: FontBook, steps: int) -> list[float]:
        rows, (first, second) = self._rows(steps), self._widths()
        return natural_heights(book, rows, [first - _ARROW, second])

    def wanted(self, book: FontBook, steps: int) -> float:
        """Return the label and all pairs."""
        return label_height(self.label_size) + sum(self._heights(book, steps))

    def least(self) -> float:
        """Return the label and two pairs."""
        return label_height(self.label_size) + 4 * self.style.least * 1.5 / PT_PER_MM

    def draw(self, page: Page, box: Box, steps: int, more: Continuation) -> None:
        """Draw the pairs that fit; the others go overleaf."""
        first, second = self._widths()
        label(page, box.x, box.y, first - _ARROW, Label(self.heads[0]), size=self.label_size)
        right = box.x + first
        y = label(page, right, box.y, second, Label(self.heads[1]), size=self.label_size)
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
                    cell.draw(page, x, y + 1.7, width=width)
            _arrow(page, right - _ARROW + 1.5, y + 1.7 + style.size / PT_PER_MM / 2)
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

    def wanted(self, book: FontBook, steps: int) -> float:
        """Return the taller one."""
        return max(self.left.wanted(book, steps), self.right.wanted(book, steps))

    def least(self) -> float:
        """Return the taller one."""
        return max(self.left.least(), self.right.least())

    def draw(self, page: Page, box: Box, steps: int, more: Continuation) -> None:
        """Draw both from the same top."""
        wide = (box.width - self.gap) * self.share
        self.left.draw(page, Box(box.x, box.y, wide, box.height), steps, more)
        rest = box.width - self.gap - wide
        self.right.draw(page, Box(box.right - rest, box.y, rest, box.height), steps, more)
