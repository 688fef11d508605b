"""Candidates without a vote on paper: number and name in columns, small and close.

Owns how the names share the columns and run over pages. Must not know what was decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.page import Page
from servicedesign.paper.textbox import Fitted, TextStyle, lay
from servicedesign.tokens import SECOND_TEXT
from servicedesign.tools.voting.ranking import Place
from servicedesign.tools.voting.sheet_parts import parted

_SIZE: Final = 10.5
_LEAD: Final = 8.2
"""From the left edge of a column to the words, in mm."""
_NUMBER: Final = 6.4
"""From the left edge of a column to the right edge of the number, in mm."""
_UNDER: Final = 0.6
"""White under a name, in mm."""
_GAP: Final = 4.0
_WIDE: Final = 250.0
"""From this width on, in mm, there is room for one column more."""


@dataclass(frozen=True)
class Names:
    """Names in columns, read downwards; what does not fit goes on overleaf.

    Attributes:
        places: in order.
        columns: how many.
    """

    places: Sequence[Place]
    columns: int

    @classmethod
    def lowest(cls, book: FontBook, places: Sequence[Place], width: float) -> Names:
        """Return the names in as many columns as make them lowest: long names want wide ones."""
        ways = [cls(places, count) for count in ((4, 3) if width >= _WIDE else (3, 2))]
        return min(ways, key=lambda way: round(way.height(book, width)))

    def height(self, book: FontBook, width: float) -> float:
        """Return the height of all names in mm."""
        return self._tall(self._laid(book, width))

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return as many as fit."""
        laid = self._laid(flow.page.book, width)
        count = len(laid)
        while count and self._tall(laid[:count]) > height:
            count -= max(1, count // 12)
        if not count and not fresh:
            return None
        count = max(count, 1)
        rest = replace(self, places=self.places[count:]) if count < len(self.places) else None
        return Placed(
            self._tall(laid[:count]),
            lambda page, x, y: self._draw(page, x, y, width, laid[:count]),
            rest,
        )

    def _wide(self, width: float) -> float:
        return (width - _GAP * (self.columns - 1)) / self.columns

    def _laid(self, book: FontBook, width: float) -> list[Fitted]:
        style = TextStyle(_SIZE, _SIZE, leading=1.22)
        wide = self._wide(width) - _LEAD
        return [lay(book, one.target.title or "—", wide, style) for one in self.places]

    def _parts(self, laid: Sequence[Fitted]) -> list[list[float]]:
        return parted([one.height + _UNDER for one in laid], self.columns)

    def _tall(self, laid: Sequence[Fitted]) -> float:
        return max((sum(part) for part in self._parts(laid)), default=0.0)

    def _draw(self, page: Page, x: float, y: float, width: float, laid: Sequence[Fitted]) -> None:
        waiting = iter(zip(self.places, laid, strict=False))
        for column, part in enumerate(self._parts(laid)):
            at, left = y, x + column * (self._wide(width) + _GAP)
            for height in part:
                place, words = next(waiting)
                page.text(
                    left + _NUMBER,
                    at,
                    place.target.label,
                    _SIZE,
                    bold=True,
                    colour=SECOND_TEXT,
                    align="right",
                )
                words.draw(page, left + _LEAD, at)
                at += height
