"""Ballots: the numbered ideas over slips to cut off, six people to a page.

Owns how ideas and slips share the paper. A slip says how many votes one has and how many of them
one idea may get, and has a place for each vote, big enough for a hand. No slip carries a number
of its own: handed out in order it would tell whose it is. Must not change a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, lay
from servicedesign.tokens import EDGE, HAIRLINE, INK, SECOND_TEXT
from servicedesign.tools.voting.sheet_data import (
    BallotRound,
    BallotsData,
    IdeaLine,
    gather_ballots,
)
from servicedesign.tools.voting.sheet_parts import parted

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 2
_MOST_SLIPS: Final = 300
_GAP: Final = 4.0
"""Between columns of ideas, in mm."""
_NUMBER: Final = 6.4
"""Room for the number of an idea, in mm."""
_WORDS: Final = 8.2
"""From the left edge of a column to the words, in mm."""
_FEW: Final = 8
"""So many ideas stand in larger type in fewer columns."""
_ROW_PAD: Final = 0.7
_SLIPS_ACROSS: Final = 2
_BOX: Final = 16.0
"""Side of the place for one vote, in mm; a little less where they are many."""
_TOP: Final = 4.2
_UNDER: Final = 5.4
"""Over the words of a slip, and for those under a place, in mm."""
_BOXES_IN_ROW: Final = 5
_MOST_BOXES: Final = 15
_BLANK_BOXES: Final = 5


def gather(project: Project, only: str | None = None) -> BallotsData | None:
    """Return the rounds that ballots are printed for; see ``gather_ballots``."""
    return gather_ballots(project, only)


def blank_data(project: Project | None) -> BallotsData:
    """Return nothing to print: an empty ballot is the same for everyone."""
    del project
    return BallotsData()


def draw(data: BallotsData, job: SheetJob) -> Document:
    """Draw the ballots of every round, or empty ones for any vote."""
    t = job.t
    if job.blank or not data.rounds:
        purpose = t("持ち票と上限を書き入れて配ります。番号は、付箋の番号を書きます。")
        doc = Document(job, Heading(t("投票用紙"), _PHASE, purpose, fields=False))
        _slip_pages(doc, _Slip(doc, None), 1, None)
        return doc
    doc = Document(job, _heading(data.rounds[0], t))
    for round_ in data.rounds:
        first = len(doc.pages)
        _draw_round(doc, round_)
        if len(data.rounds) > 1:
            doc.bookmark(t(round_.name), page=first, level=1)
    return doc


def _heading(round_: BallotRound, t: Translator) -> Heading:
    purpose = (
        t("一覧から選び、用紙に番号を書きます。切り離して箱へ。名前は書きません。")
        if round_.anonymous
        else t("一覧から選び、用紙に名前と番号を書きます。切り離して箱へ。")
    )
    return Heading(t("投票用紙"), _PHASE, purpose, subtitle=t(round_.name))


def _draw_round(doc: Document, round_: BallotRound) -> None:
    slip = _Slip(doc, round_)
    heading = _heading(round_, doc.job.t)
    count = min(max(round_.voters, 1), _MOST_SLIPS)
    grid = doc.grid
    columns = _columns_for(grid.text_width, len(round_.ideas))
    rows = _rows(doc, round_.ideas, _column_width(grid.text_width, columns))
    heights = [row.height for row in rows]
    tall = max(sum(part) for part in parted(heights, columns)) if rows else 0.0
    free = grid.body.height - tall - 8.0
    down = int(free / slip.height)
    if down >= 2:
        per_page = down * _SLIPS_ACROSS
        for _ in range(0, count, per_page):
            page = doc.new_page(heading)
            top = _draw_list(page, rows, columns)
            _draw_slips(page, slip, top + 8.0, down)
        return
    flow = _ListFlow(doc, columns, gap=_GAP, spacing=0, heading=heading)
    flow.turn()
    for row in rows:
        flow.add(row)
    _slip_pages(doc, slip, count, heading)


def _slip_pages(doc: Document, slip: _Slip, count: int, heading: Heading | None) -> None:
    """Draw pages of slips alone; the last one is filled up, for those who write a second one."""
    down = max(1, int(doc.grid.body.height / slip.height))
    for _ in range(0, count, down * _SLIPS_ACROSS):
        page = doc.new_page(heading)
        _draw_slips(page, slip, page.grid.body_top, down)


# The list of ideas --------------------------------------------------------------------------------


@dataclass
class _ListFlow(Flow):
    heading: Heading | None = None

    def turn(self) -> Page:
        """Begin a new page and return it."""
        page = self.doc.new_page(self.heading)
        self.begin(page, page.grid.body)
        return page


@dataclass(frozen=True)
class _Row:
    """One idea of the list: its number and its words."""

    idea: IdeaLine
    words: Fitted

    @property
    def height(self) -> float:
        """Height in mm, with the rule under it."""
        return self.words.height + 2 * _ROW_PAD

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return itself, or None where the column is too short."""
        del flow
        if self.height > height and not fresh:
            return None
        return Placed(self.height, lambda page, x, y: self.draw(page, x, y, width))

    def draw(self, page: Page, x: float, y: float, width: float) -> None:
        """Draw it with its upper left corner at (x, y)."""
        size = self.words.size
        middle = y + _ROW_PAD + size / PT_PER_MM * 0.56
        shown = fit_line(page, self.idea.label, size + 1, _NUMBER, bold=True, least=6)
        page.text(
            x + _NUMBER,
            middle - shown / PT_PER_MM * 0.5,
            self.idea.label,
            shown,
            bold=True,
            align="right",
        )
        self.words.draw(page, x + _WORDS, y + _ROW_PAD)
        page.line(x, y + self.height, x + width, y + self.height, 0.25, HAIRLINE)


def _columns_for(width: float, count: int) -> int:
    most = 3 if width < 200 else 4 if width < 300 else 5
    return most if count > _FEW else min(most, 2)


def _column_width(width: float, columns: int) -> float:
    return (width - _GAP * (columns - 1)) / columns


def _rows(doc: Document, ideas: Sequence[IdeaLine], width: float) -> list[_Row]:
    size = 10.5 if len(ideas) > _FEW else 12
    style = TextStyle(size, size, leading=1.22)
    room = width - _WORDS
    return [_Row(idea, lay(doc.book, idea.title or "—", room, style)) for idea in ideas]


def _draw_list(page: Page, rows: Sequence[_Row], columns: int) -> float:
    """Draw the ideas in columns of even height; return the y under them."""
    body = page.grid.body
    width = _column_width(body.width, columns)
    parts = parted([row.height for row in rows], columns)
    waiting = iter(rows)
    for number, part in enumerate(parts):
        x, y = body.x + number * (width + _GAP), body.y
        page.line(x, y, x + width, y, 0.5, INK)
        for height in part:
            next(waiting).draw(page, x, y, width)
            y += height
    return body.y + max(sum(part) for part in parts)


# Slips --------------------------------------------------------------------------------------------


class _Slip:
    """One ballot to cut off; the same for everyone."""

    def __init__(self, doc: Document, round_: BallotRound | None) -> None:
        self._doc = doc
        self._t = t = doc.job.t
        self._round = round_
        count = round_.budget if round_ else _BLANK_BOXES
        self._boxes = min(count, _MOST_BOXES)
        self._rows = -(-self._boxes // _BOXES_IN_ROW)
        self._name = t(round_.name) if round_ else ""
        self._named = round_ is not None and not round_.anonymous
        head = 15.6 if self._named else 8.6
        self.height = _TOP + head + self._rows * (_BOX + _UNDER) + 9.4
        self._head = head

    def draw(self, page: Page, box: Box) -> None:
        """Draw it into ``box``, which has its cut lines around it."""
        inner = Box(box.x, box.y + _TOP, box.width, box.height)
        self._title(page, inner)
        y = inner.y + self._head
        for row in range(self._rows):
            shown = range(row * _BOXES_IN_ROW, min((row + 1) * _BOXES_IN_ROW, self._boxes))
            self._places(page, inner.x, y, inner.width, shown)
            y += _BOX + _UNDER
        self._limits(page, inner, y + 0.4)

    def _title(self, page: Page, box: Box) -> None:
        t = self._t
        wide = page.text(box.x, box.y, t("投票用紙"), 12, bold=True) + 3.0
        line = 13.0
        note = t("受付")
        right = box.right - line - 1.6
        if self._round is not None:
            page.text(right, box.y + 0.4, note, 9, colour=SECOND_TEXT, align="right")
            page.line(box.right - line, box.y + 4.4, box.right, box.y + 4.4, 0.35, EDGE)
            right -= page.width(note, 9) + 2.0
        project = self._doc.job.frame.project
        words = "  ".join(part for part in (self._name, project) if part)
        if page.width(words, 9) > right - box.x - wide:
            words = self._name or project
        shown, size = _shortened(page, words, 10.5, right - box.x - wide)
        page.text(box.x + wide, box.y + 0.3, shown, size)
        if self._named:
            y = box.y + 8.4
            end = box.x + page.text(box.x, y, t.context("frame", "名前"), 10.5) + 2
            page.line(end, y + 4.6, box.x + box.width * 0.62, y + 4.6, 0.35, EDGE)

    def _places(self, page: Page, x: float, y: float, width: float, shown: range) -> None:
        t = self._t
        pitch = min((width - _BOX) / (_BOXES_IN_ROW - 1), _BOX + 6.0)
        if self._boxes < _BOXES_IN_ROW:
            pitch = min((width - _BOX) / max(self._boxes - 1, 1), _BOX + 6.0)
        side = min(_BOX, pitch - 1.8)
        for place, number in enumerate(shown):
            left = x + place * pitch
            page.rect(left, y, side, side, stroke=INK, line=0.6, radius=1.1)
            words = t("{number}票目", number=number + 1)
            size = fit_line(page, words, 9, pitch - 0.8, least=5)
            page.text(left + side / 2, y + side + 1.0, words, size, align="center",
                      colour=SECOND_TEXT)  # fmt: skip

    def _limits(self, page: Page, box: Box, y: float) -> None:
        t = self._t
        if self._round is None:
            self._open_limits(page, box, y)
            return
        budget, cap = self._round.budget, self._round.cap
        words = t("{budget}票まで。", budget=budget)
        if cap < budget:
            more = t("同じ番号は{cap}票まで。", cap=cap)
            words = f"{words}{' ' if t.lang == 'en' else ''}{more}"
        size = fit_line(page, words, 10.5, box.width, bold=True, least=6)
        page.text(box.x, y, words, size, bold=True)

    def _open_limits(self, page: Page, box: Box, y: float) -> None:
        """Draw the limits with lines to write the figures on."""
        t, line = self._t, 10.0
        words = (t("票まで。同じ番号は"), t("票まで。"))
        room = box.width - 2 * (line + 1.2) - 1.2
        wanted = sum(page.width(one, 10.5, bold=True) for one in words)
        size = min(10.5, 10.5 * room / wanted)
        x = box.x
        for one in words:
            page.line(x, y + 4.4, x + line, y + 4.4, 0.35, EDGE)
            x += line + 1.2
            x += page.text(x, y + (10.5 - size) * 0.3, one, size, bold=True) + 1.2


def _shortened(page: Page, words: str, size: float, room: float) -> tuple[str, float]:
    """Return words and size that fit: the frame of the page has the whole."""
    shown = fit_line(page, words, size, room, least=9)
    if page.width(words, shown) <= room:
        return words, shown
    while words and page.width(words + "…", shown) > room:
        words = words[: int(len(words) * 0.9)] if len(words) > 60 else words[:-1]
    return words + "…", shown


def _draw_slips(page: Page, slip: _Slip, top: float, down: int) -> None:
    """Draw rows of slips from ``top`` down, with lines to cut along around them."""
    grid = page.grid
    middle = grid.left + grid.text_width / 2
    width = grid.text_width / 2 - 4.0
    tall = min((grid.body_bottom - top) / down, slip.height * 1.25)
    bottom = top + down * tall
    end = grid.width - 10.0
    for row in range(down if bottom > grid.body_bottom - 2 else down + 1):
        y = top + row * tall
        marks.cut_line(page, 10.0, y, end, y)
    marks.cut_line(page, middle, top, middle, bottom)
    marks.scissors(page, 10.0 - 4.4, top, 4.0)
    for row in range(down):
        for column in range(_SLIPS_ACROSS):
            x = grid.left if column == 0 else middle + 4.0
            slip.draw(page, Box(x, top + row * tall + (tall - slip.height) * 0.3, width, tall))
