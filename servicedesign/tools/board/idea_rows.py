"""The rows of the list of ideas: number, title and text, group, cluster, pain point, votes.

Owns their geometry and how a long row runs on. Must not know pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.board import BoardFrame
from servicedesign.paper import marks
from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay
from servicedesign.tokens import EDGE, HAIRLINE, INK, SECOND_TEXT, STICKIES, STICKY_SYMBOLS
from servicedesign.tools.board.idea_data import BoardIdeas, IdeaData

TITLE: Final = TextStyle(11, 11, bold=True, leading=1.34)
TEXT: Final = TextStyle(10.5, 10.5, leading=1.36)
_HEAD: Final = TextStyle(10.5, 8.5, leading=1.15, colour=SECOND_TEXT)
_PLAIN: Final = replace(TITLE, bold=False)
_PAD: Final = 1.5
_LEAST_ROW: Final = 7.0
_GAP: Final = 3.0
_BLANK_ROW: Final = 9.6
_SYMBOL: Final = 5.4
"""Room for the symbol before the name of a group, mm."""


@dataclass(frozen=True, slots=True)
class IdeaColumns:
    """Widths in mm; 0 leaves a column out.

    Attributes:
        number: of the numbers.
        idea: of titles and texts.
        group: of symbol and group.
        pile: of clusters or phases.
        pain: of the pain point's number.
        votes: of votes and star.
        phases: whether the piles are phases.
        cells: whether they are cells of a frame.
    """

    number: float
    idea: float
    group: float
    pile: float
    pain: float
    votes: float
    phases: bool = False
    cells: bool = False

    @classmethod
    def of(cls, board: BoardIdeas | None, book: FontBook, width: float) -> IdeaColumns:
        """Return the columns that ``board`` needs, or all of them for an empty list."""
        wide = width > 200
        number, group, pile, pain, votes = 10.0, 20.0, 52.0 if wide else 32.0, 12.5, 14.0
        if board is not None:
            widest = max(
                (book.measure(one.name[:40], TEXT.size) for one in board.groups), default=0
            )
            group = min(_SYMBOL + widest / PT_PER_MM + 0.4, 36.0 if wide else 26.0)
            pile = pile if board.piles else 0.0
            pain = pain if any(idea.pain for idea in board.ideas) else 0.0
            votes = votes if _voted(board) else 0.0
        used = [one for one in (number, group, pile, pain, votes) if one]
        idea = width - sum(used) - _GAP * len(used)
        phases = board is not None and board.frame == BoardFrame.JOURNEY
        cells = board is not None and bool(board.cells)
        return cls(number, idea, group, pile, pain, votes, phases, cells)

    def lefts(self, x: float) -> dict[str, float]:
        """Return the left edges of the columns that are there."""
        found = {}
        for name in ("number", "idea", "group", "pile", "pain", "votes"):
            width = getattr(self, name)
            if width:
                found[name] = x
                x += width + _GAP
        return found

    def words(self, t: Translator) -> dict[str, str]:
        """Return the head of each column."""
        pile = t("フェーズ") if self.phases else t("枠") if self.cells else t("まとまり")
        return {
            "number": t.context("list", "番号"),
            "idea": t("アイデア"),
            "group": t.context("frame", "班"),
            "pile": pile,
            "pain": t("困りごと"),
            "votes": t.context("list", "票"),
        }


def _voted(board: BoardIdeas) -> bool:
    return any(idea.votes is not None or idea.chosen for idea in board.ideas)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row whose words are set; ``lines`` stand one under the other in the idea column."""

    idea: IdeaData
    lines: tuple[Fitted, ...]
    group: Fitted | None
    pile: Fitted | None
    height: float
    first: bool = True


@dataclass(frozen=True)
class IdeaTable:
    """Rows of ideas that flow over pages under a head that is repeated.

    Attributes:
        board: whose groups and clusters are named.
        ideas: in the order of printing.
        columns: what is shown of them.
        t: writes for the reader.
        rest: words of the first idea that are left from the column before, title first.
    """

    board: BoardIdeas
    ideas: Sequence[IdeaData]
    columns: IdeaColumns
    t: Translator
    start: int = 0
    rest: tuple[str, str, str, str] | None = None

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the head and as many rows as fit."""
        book = flow.page.book
        used = head_height(book, self.columns, self.t)
        taken: list[_Row] = []
        at, rest = self.start, self.rest
        while at < len(self.ideas):
            row, left = self._row(book, at, rest, height - used)
            if left is not None or used + row.height > height + 0.01:
                if not taken and not fresh:
                    return None
                if not taken:
                    taken.append(row)
                    rest = left
                    at += left is None
                break
            taken.append(row)
            used += row.height
            at, rest = at + 1, None
        more = replace(self, start=at, rest=rest) if at < len(self.ideas) else None
        tall = sum(row.height for row in taken) + head_height(book, self.columns, self.t)
        return Placed(tall, lambda page, x, y: self._draw(page, x, y, width, taken), more)

    def _row(
        self, book: FontBook, at: int, rest: tuple[str, str, str, str] | None, room: float
    ) -> tuple[_Row, tuple[str, str, str, str] | None]:
        """Return a row, and what of it is left over where it is higher than ``room``."""
        idea, columns = self.ideas[at], self.columns
        group = self.board.groups[idea.group].name if idea.group >= 0 else ""
        pile = self.board.named(idea.pile, self.t) if idea.pile >= 0 else ""
        title, text, group, pile = rest or (idea.head, idea.body, group, pile)
        style = TITLE if idea.title.strip() else _PLAIN
        inner = max(room - 2 * _PAD, 12.0)
        first = fit(book, title, columns.idea, inner, style)
        second = fit(book, text, columns.idea, max(inner - first.height - 0.8, 0), TEXT)
        if first.rest:
            second = fit(book, "", columns.idea, inner, TEXT)
        side = replace(TEXT, relaxed=True)
        named = (
            fit(book, group, columns.group - _SYMBOL, inner, side)
            if columns.group > _SYMBOL
            else None
        )
        placed = fit(book, pile, columns.pile, inner, side) if columns.pile else None
        lines = tuple(one for one in (first, second) if one.lines)
        tall = sum(one.height for one in lines) + 0.8 * max(len(lines) - 1, 0)
        tall = max([tall, *(one.height for one in (named, placed) if one)])
        row = _Row(idea, lines, named, placed, max(tall + 2 * _PAD, _LEAST_ROW), rest is None)
        left = (
            first.rest,
            text if first.rest else second.rest,
            named.rest if named else "",
            placed.rest if placed else "",
        )
        return row, left if any(left) else None

    def _draw(self, page: Page, x: float, y: float, width: float, rows: Sequence[_Row]) -> None:
        y = draw_head(page, x, y, width, self.columns, self.t)
        lefts = self.columns.lefts(x)
        for number, row in enumerate(rows):
            if number:
                page.line(x, y, x + width, y, 0.25, HAIRLINE)
            self._draw_row(page, lefts, y, row)
            y += row.height
        page.line(x, y, x + width, y, 0.5)

    def _draw_row(self, page: Page, lefts: dict[str, float], y: float, row: _Row) -> None:
        idea, top = row.idea, y + _PAD
        middle = top + TITLE.size / PT_PER_MM / 2
        number = str(idea.number) if row.first else self.t("（{number}）", number=idea.number)
        right = lefts["number"] + self.columns.number
        page.text(right, top, number, 11, bold=True, align="right")
        below = top
        for one in row.lines:
            below = one.draw(page, lefts["idea"], below) + 0.8
        self._sign(page, lefts["group"], middle, idea)
        shift = (TITLE.size - TEXT.size) * 0.88 / PT_PER_MM
        if row.group:
            row.group.draw(page, lefts["group"] + _SYMBOL, top + shift)
        if row.pile:
            row.pile.draw(page, lefts["pile"], top + shift)
        if row.first:
            self._counts(page, lefts, top, middle, idea)

    def _sign(self, page: Page, x: float, middle: float, idea: IdeaData) -> None:
        page.rect(x, middle - 2, 4, 4, fill=STICKIES[idea.colour], stroke=INK, line=0.4)
        marks.symbol(page, x + 2, middle, STICKY_SYMBOLS[idea.colour], 2.2)

    def _counts(
        self, page: Page, lefts: dict[str, float], top: float, middle: float, idea: IdeaData
    ) -> None:
        if self.columns.pain and idea.pain:
            marks.pain(page, lefts["pain"] + 1.6, middle, 2.8)
            page.text(lefts["pain"] + 3.8, top, str(idea.pain), 11)
        if not self.columns.votes:
            return
        right = lefts["votes"] + self.columns.votes
        if idea.chosen:
            marks.star(page, lefts["votes"] + 3, middle, 4.2)
        words = "–" if idea.votes is None else str(idea.votes)
        page.text(right, top, words, 11, bold=bool(idea.votes), align="right")


def head_height(book: FontBook, columns: IdeaColumns, t: Translator) -> float:
    """Return the height of the head in mm."""
    words = columns.words(t)
    heights = [
        lay(book, words[name], getattr(columns, name), _HEAD).height for name in columns.lefts(0)
    ]
    return max(heights) + 2 * _PAD


def draw_head(
    page: Page, x: float, y: float, width: float, columns: IdeaColumns, t: Translator
) -> float:
    """Draw the head between its rules and return the y under it."""
    tall = head_height(page.book, columns, t)
    page.line(x, y, x + width, y, 0.5)
    words = columns.words(t)
    for name, left in columns.lefts(x).items():
        room = getattr(columns, name)
        wide = max(room, _SYMBOL + 6) if name == "group" else room
        shown = fit(page.book, words[name], wide, tall - 2 * _PAD + 0.1, _HEAD)
        align = "right" if name in {"number", "votes"} else "left"
        shown.draw(page, left, y + (tall - shown.height) / 2, align=align, width=room)
    page.line(x, y + tall, x + width, y + tall, 0.5)
    return y + tall


def draw_blank_rows(page: Page, columns: IdeaColumns, t: Translator) -> None:
    """Draw an empty list over the body of a page, to be filled in by hand."""
    body = page.grid.body
    y = draw_head(page, body.x, body.y + 1, body.width, columns, t)
    count = int((body.bottom - y) / _BLANK_ROW)
    bottom = y + count * _BLANK_ROW
    for i in range(1, count + 1):
        line = y + i * _BLANK_ROW
        page.line(body.x, line, body.right, line, 0.35, EDGE)
    for name, left in columns.lefts(body.x).items():
        if name != "number":
            page.line(left - _GAP / 2, y, left - _GAP / 2, bottom, 0.25, HAIRLINE)
