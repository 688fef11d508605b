"""Measures and marks that the blocks of the overview sheet share.

Owns sizes by paper, and the signs on paper. Must not know what a block shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.method import Progress
from servicedesign.paper import marks
from servicedesign.paper.document import Document
from servicedesign.paper.flow import Continuation
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import SECOND_TEXT

_SIGNS: Final = {
    Progress.NONE: "not_yet",
    Progress.SOME: "partly",
    Progress.DONE: "done",
    Progress.NOT_APPLICABLE: "not_applicable",
}


@dataclass(frozen=True, slots=True)
class Kit:
    """What the blocks of one document share.

    Attributes:
        doc: to be drawn into.
        more: takes what does not fit.
        stretch: how much wider lines stand apart than on a full upright A4.
    """

    doc: Document
    more: Continuation
    stretch: float = 1.0

    @property
    def t(self) -> Translator:
        """Writes for the reader."""
        return self.doc.job.t

    @property
    def page(self) -> Page:
        """A page to measure on."""
        return self.doc.pages[-1]

    @property
    def large(self) -> bool:
        """Whether the layout is that of A3."""
        return self.doc.grid.layout == "A3"

    @property
    def tall(self) -> bool:
        """Whether there is room for larger words: A3 and more, upright."""
        return self.large and not self.doc.grid.landscape

    @property
    def gap(self) -> float:
        """Space between blocks in mm."""
        return 4.0 * self.stretch

    @property
    def width(self) -> float:
        """Width of a column of blocks in mm."""
        grid = self.doc.grid
        return (grid.text_width - 8) / 2 if grid.landscape else grid.text_width

    @property
    def body(self) -> TextStyle:
        """Style of names and counts."""
        size = 14.5 if self.tall else 13.0 if self.large else 11.0
        return TextStyle(size, size, leading=1.3)

    @property
    def small(self) -> TextStyle:
        """Style of hints and of what is missing."""
        size = 13.0 if self.tall else 12.0 if self.large else 10.5
        return TextStyle(size, size, leading=1.3)

    @property
    def grey(self) -> TextStyle:
        """The same in the second colour."""
        return TextStyle(self.small.size, self.small.size, leading=1.3, colour=SECOND_TEXT)


def draw_sign(page: Page, x: float, y: float, progress: Progress, r: float) -> None:
    """Draw ● ◐ ○ – around (x, y); what is to be looked at is begun."""
    marks.progress(page, x, y, _SIGNS.get(progress, "partly"), r)


def em(size: float) -> float:
    """Return the height in mm of a letter of ``size`` pt."""
    return size / PT_PER_MM
