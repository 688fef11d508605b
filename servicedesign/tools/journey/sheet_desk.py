"""What every part of a journey map needs while it is drawn, and the sizes of the sheet.

Owns the measures of A4 and A3. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.paper.document import Document
from servicedesign.paper.flow import Continuation
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.papers import Grid


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes of a map: type in pt, the rest in mm.

    Attributes:
        label: width of the column of lane names.
        column: comfortable width of a column.
        close: smallest width of a column, where it saves a page.
        widest: largest width of a column.
        cell: wanted size of the words in cells.
        least: smallest size of the words in cells.
        name: size of lane names.
        mark: size of the words beside marks, and of reasons.
        head: wanted and least size of the phases' names.
        when: size of the times.
        face: radius of a face.
        emotion: wanted height of the lane of feelings.
        emotion_least: its smallest height.
        legend: size of the legend.
    """

    label: float
    column: float
    close: float
    widest: float
    cell: float
    least: float
    name: float
    mark: float
    head: tuple[float, float]
    when: float
    face: float
    emotion: float
    emotion_least: float
    legend: float


_A3 = Measures(30, 35, 28.5, 90, 11, 9, 12, 10, (14, 11), 10.5, 4.2, 60, 44, 10.5)
_A4 = Measures(25, 28.5, 28.5, 76, 10, 9, 10.5, 9, (12, 9.5), 9, 3.4, 46, 38, 9)


_WALL: Final = 1.9
"""From this scale on a sheet hangs on a wall."""


def is_wall(grid: Grid) -> bool:
    """Return whether a sheet hangs on a wall: it takes sticky notes and stands without lists."""
    return grid.scale >= _WALL


def measures_for(grid: Grid) -> Measures:
    """Return the sizes for a grid."""
    return _A4 if grid.layout == "A4" else _A3


@dataclass(frozen=True, slots=True)
class Desk:
    """The document being drawn, its continuation, the reader's language and the sizes."""

    doc: Document
    more: Continuation
    t: Translator
    size: Measures

    @property
    def book(self) -> FontBook:
        """The faces."""
        return self.doc.book
