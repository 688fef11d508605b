"""Boards whose places mean something: the wall as it is, phases of a map, clusters as columns.

Owns the choice of size for them, and their drawing. The places are ``poster_free``'s and
``poster_columns``'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from servicedesign.model.board import BoardFrame
from servicedesign.paper import marks
from servicedesign.paper.labels import pain_panel
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, fit
from servicedesign.tokens import EDGE, HAIRLINE, SECOND_TEXT, TABLE_GROUND, TINT
from servicedesign.tools.board.idea_data import PileData
from servicedesign.tools.board.poster_columns import Lane, chunks, lay_columns
from servicedesign.tools.board.poster_free import Arranged, arranged
from servicedesign.tools.board.poster_note import TITLE, WIDTH, Measure, set_note
from servicedesign.tools.board.poster_piles import Bundle, bundles, roomy
from servicedesign.tools.board.poster_work import Drawing, Work

_TITLE: Final = TextStyle(12.5, 10, bold=True, leading=1.22)
_WHEN: Final = TextStyle(9.5, 9, leading=1.25, colour=SECOND_TEXT)
_PAIN: Final = TextStyle(9.5, 9, leading=1.28)
_AXIS: Final = 6.5
"""Height kept for the words of an axis, mm."""
_TITLE_MOST: Final = 16.0
_WHEN_MOST: Final = 9.0
_PAIN_MOST: Final = 17.0
"""Of one pain point in mm; longer words go on overleaf."""


def wall_plan(work: Work, area: Box) -> Drawing | None:
    """Return the notes at their places on the wall, on the axes of a matrix where there are any.

    None where notes would be too small, or would have to move into another quarter.
    """
    board = work.board
    room = Box(area.x, area.y + _AXIS, area.width, area.height - 2 * _AXIS)
    cells = [one.box for one in board.cells]
    wall = arranged([idea.place for idea in board.ideas], room if cells else area, cells)
    if wall is None or not _in_place(work, wall):
        return None
    scale = wall.width / WIDTH
    if scale < (work.least / TITLE if cells else work.floor):
        return None
    measure = Measure(scale, work.least)
    painter = work.painter(measure)

    def paint(page: Page, number: int) -> None:
        del number
        if cells:
            _axes(work, page, wall)
        for idea, box in zip(board.ideas, wall.boxes, strict=True):
            note = set_note(page.book, idea, measure, width=box.width, most=box.height)
            painter.draw(page, note, box.x, box.y, box.height)

    return Drawing(1, paint)


def _cell_box(wall: Arranged, box: tuple[float, float, float, float]) -> Box:
    left, top, wide, high = (part * wall.k for part in box)
    return Box(wall.left + left, wall.top + top, wide, high)


def _in_place(work: Work, wall: Arranged) -> bool:
    """Tell whether all notes of a cell are still in it after those on each other were parted."""
    for idea, note in zip(work.board.ideas, wall.boxes, strict=True):
        if idea.pile < 0 or not work.board.cells:
            continue
        box = _cell_box(wall, work.board.cells[idea.pile].box)
        x, y = note.x + note.width / 2, note.y + note.height / 2
        if not (box.x <= x <= box.right and box.y <= y <= box.bottom):
            return False
    return True


def _axes(work: Work, page: Page, wall: Arranged) -> None:
    """Draw the quarters of a matrix and the words of its axes, under the notes."""
    t = work.doc.job.t
    boxes = [_cell_box(wall, cell.box) for cell in work.board.cells]
    for cell, box in zip(work.board.cells, boxes, strict=True):
        fill = TINT if cell.tinted else None
        page.rect(box.x, box.y, box.width, box.height, fill=fill, stroke=EDGE, line=0.5)
    left, bottom = min(box.x for box in boxes), max(box.bottom for box in boxes)
    top, right = min(box.y for box in boxes), max(box.right for box in boxes)
    marks.arrow(page, left, bottom, left, top, line=1.2)
    marks.arrow(page, left, bottom, right, bottom, line=1.2)
    page.text(left, top - 5.2, t("効果が大きい"), 12, bold=True)
    page.text(right, bottom + 1.4, t("実現しやすい"), 12, bold=True, align="right")


def columns_plan(work: Work, area: Box) -> Drawing:
    """Return the notes under the phases of a map, or under the clusters side by side."""
    own = bundles(work)
    for measure in work.measures():
        if not roomy(work, measure, area):
            continue
        columns = _Columns(work, own, measure, area)
        if columns.pages == 1:
            return Drawing(1, columns.paint)
    columns = _Columns(work, own, work.usual(), area)
    return Drawing(columns.pages, columns.paint)


class _Columns:
    """Columns of one size, laid out and ready to be drawn."""

    def __init__(self, work: Work, own: Sequence[Bundle], measure: Measure, area: Box) -> None:
        self._work = work
        self._own = own
        self._measure = measure
        self._area = area
        self._painter = work.painter(measure)
        self._notes = [work.notes(bundle.ideas, measure) for bundle in own]
        heights = [[note.height for note in notes] for notes in self._notes]
        self._pages: list[tuple[list[Lane], float, bool]] = []
        for part in chunks(len(own), measure.width, area.width):
            self._lay(part, heights)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def _lay(self, part: range, heights: Sequence[Sequence[float]]) -> None:
        """Lay some columns: the widths first, then the heads, then the notes under them."""
        trial = lay_columns(heights, self._measure.width, self._area, columns=part)[0]
        head = max(self._title_height(lane) for lane in trial)
        pains = max(self._pains_height(lane) for lane in trial)
        first = self._area.below(head + pains)
        laid = lay_columns(
            heights, self._measure.width, first, columns=part, later=self._area.below(head)
        )
        self._pages += [(lanes, head, number == 0) for number, lanes in enumerate(laid)]

    def _pile(self, index: int) -> PileData:
        t = self._work.doc.job.t
        journey = self._work.board.frame == BoardFrame.JOURNEY
        name = t("フェーズの外の案") if journey else t("ひとりで立つ案")
        return self._own[index].pile or PileData(name)

    def _title(self, lane: Lane) -> tuple[Fitted, Fitted]:
        pile, t = self._pile(lane.column), self._work.doc.job.t
        words = pile.title.strip() or t("（名前はまだありません）")
        room = lane.box.width - 4
        book = self._work.doc.book
        count = self._work.doc.pages[0].width(self._count(lane), 10) + 1.5
        title = fit(book, words, max(room, 14), _TITLE_MOST, _TITLE)
        return title, fit(book, pile.when, max(room - count, 12), _WHEN_MOST, _WHEN)

    def _count(self, lane: Lane) -> str:
        count = len(self._own[lane.column].ideas)
        return self._work.doc.job.t.context("board", "{count}件", count=count)

    def _title_height(self, lane: Lane) -> float:
        title, when = self._title(lane)
        tall = _TITLE_MOST if title.rest else title.height
        return tall + 1.0 + max(_WHEN_MOST if when.rest else when.height, 3.6) + 4.0 + 2.4

    def _pains_height(self, lane: Lane) -> float:
        heights = [self._pain_height(lane, words) for _, words in self._pile(lane.column).pains]
        return sum(tall + 1.2 for tall in heights) + 1.6 if heights else 0.0

    def _pain_height(self, lane: Lane, words: str) -> float:
        shown = fit(self._work.doc.book, words, lane.box.width - 10.5, _PAIN_MOST, _PAIN)
        return (_PAIN_MOST if shown.rest else max(shown.height, 3.4)) + 2.8

    def paint(self, page: Page, number: int) -> None:
        """Draw one page."""
        lanes, head, first = self._pages[number]
        for place, lane in enumerate(lanes):
            box = Box(lane.box.x, self._area.y, lane.box.width, self._area.height)
            if place:
                x = (lanes[place - 1].box.right + box.x) / 2
                page.line(x, box.y, x, box.bottom, 0.35, HAIRLINE)
            self._head(page, lane, Box(box.x, box.y, box.width, head - 2.4), first=first)
            if first:
                self._pains(page, lane, box.y + head)
            for index, left, y, height in lane.notes:
                note = self._notes[lane.column][index]
                self._painter.draw(page, note, left, y, height)

    def _head(self, page: Page, lane: Lane, box: Box, *, first: bool) -> None:
        alone = self._own[lane.column].pile is None
        edges = (box.x, box.y, box.width, box.height)
        if alone:
            page.rect(*edges, stroke=EDGE, line=0.75, radius=1.5, dash=(2.5, 2))
        else:
            journey = self._work.board.frame == BoardFrame.JOURNEY
            page.rect(*edges, fill=TINT if journey else TABLE_GROUND, radius=1.5)
        title, when = self._title(lane)
        y = title.draw(page, box.x + 2, box.y + 2.2)
        self._rest(page, box.right - 2, box.y + 2.2 + _TITLE_MOST, title, lane, first=first)
        if when.lines:
            when.draw(page, box.x + 2, y + 1.0)
            self._rest(page, box.right - 2, y + 1 + _WHEN_MOST, when, lane, first=first)
        words = self._count(lane)
        page.text(box.right - 2, box.bottom - 2.2 - 10 / PT_PER_MM, words, 10, align="right")

    def _rest(
        self, page: Page, right: float, bottom: float, shown: Fitted, lane: Lane, *, first: bool
    ) -> None:
        if shown.rest and first:
            what = self._work.doc.job.t("見出し")
            self._work.more.later(
                *(page, right, bottom, what, shown.rest, TextStyle(12, 12)), room=lane.box.width - 4
            )

    def _pains(self, page: Page, lane: Lane, y: float) -> None:
        """Draw the pain points of a phase under its head."""
        t = self._work.doc.job.t
        for number, words in self._pile(lane.column).pains:
            tall = self._pain_height(lane, words)
            pain_panel(page, Box(lane.box.x, y, lane.box.width, tall))
            middle = y + 1.4 + _PAIN.size / PT_PER_MM / 2
            marks.pain(page, lane.box.x + 3.6, middle, 2.6)
            page.text(lane.box.x + 5.4, y + 1.4, str(number or ""), 9.5, bold=True)
            place = Box(lane.box.x + 9.5, y + 1.4, lane.box.width - 10.5, tall - 2.8)
            label = t("困りごと{number}", number=number or "")
            self._work.more.text(page, place, label, words, _PAIN)
            y += tall + 1.2
