"""Clusters on a poster: grey panels under title cards, those that stand alone in a dashed one.

Owns the choice of size for clusters, and their drawing. The places are ``poster_layout``'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.tokens import EDGE, GROUND, SECOND_TEXT, TABLE_GROUND
from servicedesign.tools.board.idea_data import IdeaData, PileData, shared_pain, without_pain
from servicedesign.tools.board.poster_layout import (
    NOTE_GAP,
    PILE_GAP,
    Pages,
    Pile,
    PlacedPile,
    Plan,
    on_one_page,
)
from servicedesign.tools.board.poster_note import HEIGHT, Measure, NotePainter, SetNote
from servicedesign.tools.board.poster_parts import Heads
from servicedesign.tools.board.poster_work import Drawing, Work

_SPARE: Final = 0.04
"""Share of the area that notes leave free at least, counted before their words are set."""
_LATER_HEIGHT: Final = 42.0
"""Least height of the same below all clusters, mm."""
_LATER: Final = (52.0, 118.0)
"""Least and largest width of the place for ideas that come up later, mm."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A cluster with its ideas.

    Attributes:
        pile: its title card; None for ideas that stand alone.
        ideas: in the order of printing.
        pain: number of the pain point that all of them answer, or 0.
    """

    pile: PileData | None
    ideas: tuple[IdeaData, ...]
    pain: int = 0


def bundles(work: Work) -> list[Bundle]:
    """Return the clusters of a board, what stands alone last."""
    board = work.board
    found = []
    t = work.doc.job.t
    for index, one in enumerate(board.piles):
        ideas = board.in_pile(index)
        pile = replace(one, title=board.named(index, t))
        if board.cells and not ideas and not one.title.strip():
            continue
        pain = shared_pain(ideas)
        found.append(Bundle(pile, without_pain(ideas) if pain else ideas, pain))
    alone = board.in_pile(-1)
    return [*found, Bundle(None, alone)] if alone else found


def piles_plan(work: Work, area: Box) -> Drawing:
    """Return the arrangement of the clusters, or of all ideas in rows where there are none."""
    own = bundles(work)
    for measure in work.measures():
        plan = _one_page(work, own, measure, area)
        if plan is not None:
            return _Painting(work, own, measure, plan, area).drawing()
    measure = work.usual()
    heads = Heads(work.doc, work.more, work.painter(measure), measure.scale)
    plan = Pages(measure.width, area).plan(_piles(work, own, measure, heads))
    return _Painting(work, own, measure, plan, area).drawing()


def roomy(work: Work, measure: Measure, area: Box) -> bool:
    """Tell whether notes of a size may have room, before any words are set."""
    one = (measure.width + NOTE_GAP) * (measure.scale * HEIGHT + NOTE_GAP)
    return one * len(work.board.ideas) <= area.width * area.height * (1 - _SPARE)


def _one_page(work: Work, own: Sequence[Bundle], measure: Measure, area: Box) -> Plan | None:
    if not roomy(work, measure, area):
        return None
    heads = Heads(work.doc, work.more, work.painter(measure), measure.scale)
    return on_one_page(_piles(work, own, measure, heads), measure.width, area)


def _piles(work: Work, own: Sequence[Bundle], measure: Measure, heads: Heads) -> list[Pile]:
    return [
        Pile(
            tuple(note.height for note in work.notes(bundle.ideas, measure)),
            heads.setter(_named(work, bundle), len(bundle.ideas), bundle.pain)
            if _headed(work, bundle)
            else lambda _: 0.0,
        )
        for bundle in own
    ]


def _headed(work: Work, bundle: Bundle) -> bool:
    """Tell whether a bundle has a head: a board without clusters is one field of notes."""
    return bundle.pile is not None or bool(work.board.piles)


def _named(work: Work, bundle: Bundle) -> PileData:
    return bundle.pile or PileData(work.doc.job.t("ひとりで立つ案"))


class _Painting:
    """Draws a plan page by page."""

    def __init__(
        self, work: Work, own: Sequence[Bundle], measure: Measure, plan: Plan, area: Box
    ) -> None:
        self._work = work
        self._own = own
        self._plan = plan
        self._area = area
        self._measure = measure
        self._painter: NotePainter = work.painter(measure)
        self._heads = Heads(work.doc, work.more, self._painter, measure.scale)

    def drawing(self) -> Drawing:
        """Return the arrangement as it is drawn."""
        return Drawing(self._plan.pages, self._paint)

    def _paint(self, page: Page, number: int) -> None:
        for placed in self._plan.placed:
            if placed.page == number:
                self._pile(page, placed)
        if number == self._plan.pages - 1:
            self._later(page)

    def _pile(self, page: Page, placed: PlacedPile) -> None:
        bundle = self._own[placed.pile]
        if _headed(self._work, bundle):
            self._panel(page, placed.box, alone=bundle.pile is None)
            pile = _named(self._work, bundle)
            self._heads.draw(
                page, placed.box, pile, len(bundle.ideas), bundle.pain, first=placed.first
            )
        notes: list[SetNote] = self._work.notes(bundle.ideas, self._measure)
        for index, x, y, height in placed.notes:
            self._painter.draw(page, notes[index], x, y, height)

    def _panel(self, page: Page, box: Box, *, alone: bool) -> None:
        if alone:
            page.rect(*_edges(box), stroke=EDGE, line=0.75, radius=2.5, dash=(2.5, 2))
        else:
            page.rect(*_edges(box), fill=TABLE_GROUND, radius=2.5)

    def _later(self, page: Page) -> None:
        """Leave a place for ideas that come up later, where there is room: below, or at a side."""
        if not self._work.board.piles:
            return
        area, bottom = self._area, self._plan.bottom + PILE_GAP + 2
        if area.bottom - bottom >= _LATER_HEIGHT:
            self._empty(page, Box(area.x, bottom, area.width, min(area.bottom - bottom, 90)))
            return
        spots = [
            spot for spot in self._plan.spots if area.right - spot.right - PILE_GAP >= _LATER[0]
        ]
        if spots:
            spot = max(spots, key=lambda one: (area.right - one.right, one.top))
            left = spot.right + PILE_GAP
            width = min(area.right - left, _LATER[1])
            self._empty(page, Box(left, spot.top, width, spot.bottom - spot.top))

    def _empty(self, page: Page, box: Box) -> None:
        t = self._work.doc.job.t
        page.text(box.x, box.y + 2.8, t("あとから出た案"), 13, bold=True)
        rows = max(1, int(box.height / 34))
        columns = max(1, int(box.width / 76))
        for row in box.below(10).rows(rows, NOTE_GAP):
            for place in row.columns(columns, NOTE_GAP):
                page.rect(*_edges(place), fill=GROUND, stroke=EDGE, line=0.5, dash=(2.5, 2))
                page.text(place.x + 2, place.y + 2, t("付箋をはる"), 10.5, colour=SECOND_TEXT)


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.width, box.height
