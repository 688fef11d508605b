"""Texts that stand in the columns of a row: beside each other where they fit, else one below.

Owns the setting of such a column, and its parting where a row is higher than a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from servicedesign.paper.fonts import FontBook
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a column.

    Attributes:
        text: of any length.
        style: how it is set.
        beside: whether it goes on behind the one before where both fit on one line.
        above: mm over it.
    """

    text: str
    style: TextStyle
    beside: bool = False
    above: float = 0.0


@dataclass(frozen=True, slots=True)
class Set:
    """A text in its place, in mm from the upper left of the column."""

    fitted: Fitted
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is set.

    Attributes:
        texts: in their places.
        height: of all in mm.
        rest: what did not fit.
    """

    texts: tuple[Set, ...]
    height: float
    rest: tuple[Part, ...] = ()

    def draw(self, page: Page, x: float, y: float) -> None:
        """Write the texts with the upper left corner of the column at (x, y)."""
        for one in self.texts:
            one.fitted.draw(page, x + one.x, y + one.y)


def set_column(book: FontBook, parts: Sequence[Part], width: float, *, gap: float = 3.0) -> Column:
    """Return all of ``parts`` in a column of ``width`` mm, however high."""
    texts: list[Set] = []
    y = 0.0
    for part in parts:
        if not part.text:
            continue
        before = texts[-1] if texts else None
        if part.beside and before is not None and len(before.fitted.lines) == 1:
            x = before.x + before.fitted.width + gap
            wide = book.measure(part.text, part.style.size, part.style.bold) / PT_PER_MM
            if "\n" not in part.text and x + wide <= width:
                fitted = lay(book, part.text, width - x + 1.0, part.style)
                # Both stand on one baseline, at 0.88 of the size.
                down = (before.fitted.size - fitted.size) * 0.88 / PT_PER_MM
                texts.append(Set(fitted, x, before.y + max(0.0, down)))
                continue
        y += part.above if texts else 0.0
        fitted = lay(book, part.text, width, part.style)
        texts.append(Set(fitted, 0.0, y))
        y += fitted.height
    return Column(tuple(texts), y)


def fit_column(book: FontBook, parts: Sequence[Part], width: float, height: float) -> Column:
    """Return as much of ``parts`` as goes into a column, one below the other, and the rest."""
    texts: list[Set] = []
    rest: list[Part] = []
    y = 0.0
    for part in parts:
        if not part.text:
            continue
        y += part.above if texts else 0.0
        if rest:
            rest.append(part)
            continue
        style = replace(part.style, least=part.style.size)
        fitted = fit(book, part.text, width, max(0.0, height - y), style)
        if fitted.lines:
            texts.append(Set(fitted, 0.0, y))
            y += fitted.height
        if fitted.rest or not fitted.lines:
            rest.append(replace(part, text=fitted.rest or part.text, beside=False))
    return Column(tuple(texts), y, tuple(rest))
