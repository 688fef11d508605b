"""One group on the list: symbol and name, and a row for each person, over many pages if need be.

Owns the look of a group. A row that is higher than a page is split like any text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.paper import marks
from servicedesign.paper.document import Document
from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay
from servicedesign.tokens import HAIRLINE, SECOND_TEXT, STICKY_SYMBOLS

_GAP: Final = 4.0
"""Between columns in mm."""
_PAD: Final = 1.5
_CLOSE_PAD: Final = 0.9
"""Above and below the text of a row in mm, and where a list is a little too long for its page."""
_SHARES: Final = (1.2, 1.2, 1.09, 1.21)
"""Widths of name, affiliation, kind and role."""
_LONGEST: Final = 60
"""Characters of a name that are measured; a longer one takes several lines."""
_NAME_MOST: Final = 40.0
"""Height in mm that the name of a group may take."""

Texts = tuple[str, str, str, str, str]
"""Reading, name, affiliation, kind, role."""


@dataclass(frozen=True)
class Types:
    """Styles of one layout."""

    group: TextStyle
    name: TextStyle
    kana: TextStyle
    cell: TextStyle
    head: float
    pad: float = _PAD

    def closer(self) -> Types:
        """Return the styles of a list that is a little too long for its page."""
        return replace(self, cell=replace(self.cell, leading=1.25), pad=_CLOSE_PAD)

    @classmethod
    def of(cls, *, large: bool) -> Types:
        """Return the styles, ``large`` for a list that is read from a wall."""
        if large:
            return cls(
                TextStyle(20, 20, bold=True, leading=1.3),
                TextStyle(18, 16, bold=True, leading=1.3),
                TextStyle(12, 12, colour=SECOND_TEXT, leading=1.3),
                TextStyle(14, 14, leading=1.4),
                12,
            )
        return cls(
            TextStyle(14, 14, bold=True, leading=1.3),
            TextStyle(13, 12, bold=True, leading=1.3),
            TextStyle(10.5, 10.5, colour=SECOND_TEXT, leading=1.3),
            TextStyle(12, 12, leading=1.35),
            10.5,
        )


@dataclass(frozen=True)
class _Row:
    """The texts of a row, set in their columns; the name stands under its reading."""

    cells: tuple[Fitted, ...]
    height: float

    @property
    def name_top(self) -> float:
        return self.cells[0].height + (0.6 if self.cells[0].lines else 0.0)


@dataclass(frozen=True)
class GroupBlock:
    """A group that flows down the columns of a page.

    Attributes:
        doc: keeps a name that is too long.
        name: of the group.
        colour: a key of STICKIES, or empty for those without a group.
        count: how many they are, in words.
        rows: the texts of each person.
        heads: words over the columns.
        types: styles.
        empty: what is said where nobody is in the group yet.
        first: False where it is a continuation.
    """

    doc: Document
    name: str
    colour: str
    count: str
    rows: Sequence[Texts]
    heads: tuple[str, str, str, str]
    types: Types
    empty: str
    first: bool = True

    def height(self, book: FontBook, width: float) -> float:
        """Return the height of the whole group in mm."""
        widths = _widths(width)
        rows = sum(self._row(book, texts, widths).height for texts in self.rows)
        return self._head_height(self._title(book, width)) + rows

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the head and as many rows as fit; a head never stands alone."""
        book = flow.page.book
        title = self._title(book, width)
        used = self._head_height(title)
        widths = _widths(width)
        taken: list[_Row] = []
        todo = list(self.rows)
        while todo:
            row = self._row(book, todo[0], widths)
            if used + row.height > height:
                if taken or not fresh:
                    break
                row, todo[0] = self._split(book, todo[0], widths, height - used)
                taken.append(row)
                used += row.height
                break
            taken.append(row)
            used += row.height
            todo.pop(0)
        if (self.rows and not taken) or (not fresh and used > height):
            return None
        rest = replace(self, rows=tuple(todo), first=False) if todo else None
        return Placed(
            used, lambda page, x, y: self._draw(page, x, y, width, title, taken, widths), rest
        )

    # Measuring ----------------------------------------------------------------------------------

    def _title(self, book: FontBook, width: float) -> Fitted:
        t = self.doc.job.t
        words = self.name if self.first else t("{heading}（つづき）", heading=self.name)
        left = self._indent()
        right = book.measure(self.count, self.types.group.size) / PT_PER_MM + 4
        fitted = fit(book, words, width - left - right, _NAME_MOST, self.types.group)
        if fitted.rest and self.first:
            self.doc.keep_whole(t("班「{name}」", name=self.name[:12]), self.name)
        return fitted

    def _indent(self) -> float:
        return self.types.group.size / PT_PER_MM * 2.0 if self.colour else 0.0

    def _head_height(self, title: Fitted) -> float:
        line = self.types.group.size / PT_PER_MM
        return max(title.height, line * 1.3) + 2.4 + self._heads_height()

    def _heads_height(self) -> float:
        high = self.types.head / PT_PER_MM
        return 2 * _PAD + (high if self.rows else high * 1.2)

    def _row(self, book: FontBook, texts: Texts, widths: Sequence[float]) -> _Row:
        kana, name, *rest = texts
        types = self.types
        cells = (
            lay(book, kana, widths[0], types.kana),
            lay(book, name, widths[0], _fitting(book, name, widths[0], types.name)),
            *(
                lay(book, text, wide, types.cell)
                for text, wide in zip(rest, widths[1:], strict=True)
            ),
        )
        return _Row(cells, _height(cells, types.pad))

    def _split(
        self, book: FontBook, texts: Texts, widths: Sequence[float], height: float
    ) -> tuple[_Row, Texts]:
        """Split a row that is higher than a page; the reading and the name come first."""
        room = height - 2 * self.types.pad
        kana, name, *rest = texts
        types = self.types
        read = fit(book, kana, widths[0], room, types.kana)
        style = replace(types.name, least=types.name.size)
        called = fit(book, name, widths[0], max(0.0, room - read.height - 0.6), style)
        others = [
            fit(book, text, wide, room, types.cell)
            for text, wide in zip(rest, widths[1:], strict=True)
        ]
        cells = (read, called, *others)
        side, kind, role = (cell.rest for cell in others)
        left = (read.rest, called.rest, side, kind, role)
        return _Row(cells, _height(cells, types.pad)), left

    # Drawing ------------------------------------------------------------------------------------

    def _draw(
        self,
        page: Page,
        x: float,
        y: float,
        width: float,
        title: Fitted,
        taken: Sequence[_Row],
        widths: Sequence[float],
    ) -> None:
        size = self.types.group.size / PT_PER_MM
        if self.colour:
            side = size * 1.4
            marks.swatch(page, x, y - size * 0.2, self.colour, side, side)
            marks.symbol(
                page,
                x + side / 2,
                y + side / 2 - size * 0.2,
                STICKY_SYMBOLS[self.colour],
                size * 0.62,
            )
        title.draw(page, x + self._indent(), y)
        page.text(x + width, y, self.count, self.types.group.size, align="right")
        y += max(title.height, size * 1.3) + 2.4
        page.line(x, y, x + width, y, 0.5)
        self._draw_heads(page, x, y + _PAD, widths)
        y += self._heads_height()
        for row in taken:
            page.line(x, y, x + width, y, 0.25, HAIRLINE)
            self._draw_row(page, x, y + self.types.pad, row, widths)
            y += row.height
        page.line(x, y, x + width, y, 0.5)

    def _draw_heads(self, page: Page, x: float, y: float, widths: Sequence[float]) -> None:
        size = self.types.head
        if not self.rows:
            page.text(x, y, self.empty, size, colour=SECOND_TEXT)
            return
        for words, wide in zip(self.heads, widths, strict=True):
            page.text(x, y, words, size, colour=SECOND_TEXT)
            x += wide + _GAP

    def _draw_row(self, page: Page, x: float, y: float, row: _Row, widths: Sequence[float]) -> None:
        kana, name, *rest = row.cells
        kana.draw(page, x, y)
        name.draw(page, x, y + row.name_top)
        # One line stands on the baseline of the name; more begin at the top.
        base = row.name_top + (name.size - self.types.cell.size) / PT_PER_MM * 0.88
        for cell, before in zip(rest, widths, strict=False):
            x += before + _GAP
            single = len(cell.lines) == 1 and len(name.lines) == 1
            cell.draw(page, x, y + (base if single else 0.0))


def _fitting(book: FontBook, name: str, width: float, style: TextStyle) -> TextStyle:
    """Return ``style`` as much smaller, within its least, as keeps a name on one line."""
    wide = book.measure(name[:_LONGEST], style.size, bold=style.bold) / PT_PER_MM
    size = style.size * min(width / wide, 1.0) - 0.01 if wide > width else style.size
    return replace(style, size=size) if size >= style.least else style


def _widths(width: float) -> list[float]:
    free = width - _GAP * (len(_SHARES) - 1)
    return [free * share / sum(_SHARES) for share in _SHARES]


def _height(cells: Sequence[Fitted], pad: float) -> float:
    kana, name, *rest = cells
    stacked = kana.height + (0.6 if kana.lines else 0.0) + name.height
    return max(stacked, *(cell.height for cell in rest), 4.0) + 2 * pad
