"""What the arrangements of a poster share: the board, the faces, the notes as they are set.

Owns the memory of notes set at one size, so that trying sizes stays quick. Must not decide on an
arrangement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from servicedesign.paper.document import Document
from servicedesign.paper.flow import Continuation
from servicedesign.paper.page import Page
from servicedesign.tools.board.idea_data import BoardIdeas, IdeaData
from servicedesign.tools.board.poster_note import (
    TEXT,
    TITLE,
    Measure,
    NotePainter,
    SetNote,
    set_note,
)
from servicedesign.tools.sketch_drawings import figures

_SCALES: Final = (
    2.0,
    1.8,
    1.6,
    1.45,
    1.32,
    1.2,
    1.12,
    1.06,
    1.0,
    0.95,
    0.9,
    0.86,
    0.82,
    0.78,
    0.75,
)


@dataclass(frozen=True)
class Drawing:
    """An arrangement that is decided on.

    Attributes:
        pages: how many it takes.
        paint: draws one of them, from 0.
    """

    pages: int
    paint: Callable[[Page, int], None]


@dataclass
class Work:
    """One board on its way to paper.

    Attributes:
        doc: where its pages are.
        board: what is printed.
        more: takes what no note can hold.
        least: smallest size of words, pt of the layout.
    """

    doc: Document
    board: BoardIdeas
    more: Continuation
    least: float
    _set: dict[tuple[Measure, int], SetNote] = field(default_factory=dict)

    @property
    def floor(self) -> float:
        """The smallest scale of a note at which its words are legible."""
        if any(idea.body for idea in self.board.ideas):
            return max(self.least / TEXT * 0.92, 0.8)
        return max(self.least / TITLE, 0.75)

    def measures(self) -> list[Measure]:
        """Return the sizes to try for one page, the largest first."""
        return [Measure(scale, self.least) for scale in _SCALES if scale >= self.floor - 0.005]

    def usual(self) -> Measure:
        """Return the size for boards that take several pages."""
        return Measure(max(self.floor, 0.82), self.least, tallest=1.5)

    def notes(self, ideas: Sequence[IdeaData], measure: Measure) -> list[SetNote]:
        """Return ``ideas`` with their words set; each is set once a size."""
        found = []
        for idea in ideas:
            key = (measure, id(idea))
            if key not in self._set:
                self._set[key] = set_note(self.doc.book, idea, measure)
            found.append(self._set[key])
        return found

    def painter(self, measure: Measure) -> NotePainter:
        """Return what draws the notes of ``measure``."""
        return NotePainter(self.doc, self.more, self.board.groups, measure, figures())
