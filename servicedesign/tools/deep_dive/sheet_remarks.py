"""What was asked and said about an idea, as a list in columns under one label.

Owns that part of the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servicedesign.paper.flow import Continuation
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import Label, label, label_height
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import TextStyle
from servicedesign.tools.deep_dive.sheet_bands import COLUMN_GAP, Squeeze, draw_items, items_height


@dataclass(frozen=True, slots=True)
class Remarks:
    """Items in one or two columns.

    Attributes:
        items: in order, down the first column, then the second.
        what: the label over all of them.
        columns: how many columns.
        style: of the items.
        label_size: of the label in pt.
        width: of the whole part in mm.
    """

    items: Sequence[str]
    what: Label
    columns: int
    style: TextStyle
    label_size: float
    width: float

    def _parts(self) -> list[Sequence[str]]:
        half = (len(self.items) + self.columns - 1) // self.columns
        return [self.items[i * half : (i + 1) * half] for i in range(self.columns)]

    def _each(self) -> float:
        return (self.width - COLUMN_GAP * (self.columns - 1)) / self.columns

    def wanted(self, book: FontBook, squeeze: Squeeze) -> float:
        """Return the label and the taller column."""
        width = self._each()
        tall = (items_height(book, part, self.style, width, squeeze) for part in self._parts())
        return label_height(self.label_size) + max(tall)

    def draw(self, page: Page, box: Box, squeeze: Squeeze, more: Continuation) -> None:
        """Draw the columns; where they are taller than a page, the items go on overleaf."""
        y = label(page, box.x, box.y, box.width, self.what, size=self.label_size)
        inner = Box(box.x, y, box.width, box.bottom - y)
        for part, place in zip(self._parts(), inner.columns(self.columns, COLUMN_GAP), strict=True):
            count = self._fitting(page, place, part, squeeze)
            draw_items(page, place, part[:count], self.style, squeeze)
            rest = part[count:]
            if rest:
                words = "\n".join(rest)
                more.later(page, place.right, place.bottom, self.what, words, self.style,
                           room=place.width)  # fmt: skip

    def _fitting(self, page: Page, box: Box, part: Sequence[str], squeeze: Squeeze) -> int:
        """Return how many items fit; where not all do, with room for the word that says so."""
        if items_height(page.book, part, self.style, box.width, squeeze) <= box.height + 0.1:
            return len(part)
        count = 0
        while count < len(part):
            tall = items_height(page.book, part[: count + 1], self.style, box.width, squeeze)
            if tall > box.height - 5.0:
                break
            count += 1
        return count
