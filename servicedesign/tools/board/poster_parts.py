"""What stands around the notes on a poster: the question, heads of clusters, the key of signs.

Owns their geometry and words. Must not know where notes stand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.paper import marks
from servicedesign.paper.document import Document
from servicedesign.paper.flow import Continuation
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import BAR, Label, solution_panel
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, fit
from servicedesign.tokens import INK, SECOND_TEXT, STICKIES, STICKY_SYMBOLS
from servicedesign.tools.board.idea_data import BoardIdeas, PileData
from servicedesign.tools.board.poster_note import NotePainter

QUESTION: Final = TextStyle(15, 11, bold=True, leading=1.3)
_QUESTION_MOST: Final = 15.0
_CHIP: Final = 17.0
_HEAD_TOP: Final = 2.8
_HEAD_END: Final = 2.6
_HEAD_MOST: Final = 24.0
_KEY_LINE: Final = 6.0
_KEY_NAME: Final = 60.0
"""Room in mm for the name of a group in the key."""


def question_height(book: FontBook, board: BoardIdeas, width: float) -> float:
    """Return the height in mm of the panel with the question, its gap included; 0 without one."""
    words = board.question[1]
    if not words:
        return 0.0
    shown = fit(book, words, width - _CHIP - BAR - 4, _QUESTION_MOST, QUESTION)
    return (_QUESTION_MOST if shown.rest else shown.height) + 5.0 + 4.0


def draw_question(
    page: Page, more: Continuation, board: BoardIdeas, box: Box, t: Translator
) -> None:
    """Draw the question that the ideas answer, over the full width of ``box``."""
    number, words = board.question
    inner = solution_panel(page, box)
    name = t("問い{number}", number=number)
    page.text(inner.x + 0.6, box.y + 3.4, name, 12, bold=True)
    left = inner.x + max(_CHIP - 2, page.width(name, 12, True) + 4)
    place = Box(left, box.y + 2.5, box.right - left - 2, box.height - 4.8)
    more.text(page, place, Label(name), words, QUESTION, once=f"question {board.title}")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a cluster.

    Attributes:
        title: its words as they are set.
        height: in mm, from the upper edge of the panel to the notes.
    """

    title: Fitted
    height: float


class Heads:
    """Sets and draws the heads of the clusters of one board, all in one size."""

    def __init__(
        self, doc: Document, more: Continuation, painter: NotePainter, scale: float
    ) -> None:
        """Set heads for notes of ``scale``."""
        self._doc = doc
        self._more = more
        self._painter = painter
        self.scale = min(max(scale, 0.9), 1.35)

    def setter(self, pile: PileData, count: int, pain: int) -> Callable[[float], float]:
        """Return the function that tells the height of the head for a width of its panel."""
        known: dict[float, float] = {}

        def height(width: float) -> float:
            if width not in known:
                known[width] = self._head(pile, count, pain, width, first=True).height
            return known[width]

        return height

    def _head(self, pile: PileData, count: int, pain: int, width: float, *, first: bool) -> Head:
        s = self.scale
        words = self._words(pile, first=first)
        size = 13.5 * s
        room = max(width - 6.4 - self._beside(pile, count, pain), 16)
        # A title that is a little too long keeps to one line: the heads of a row stay low.
        line = TextStyle(size, max(size * 0.74, 9.5), bold=True, leading=1.22)
        title = fit(self._doc.book, words, room, size / PT_PER_MM, line)
        if title.rest:
            style = TextStyle(size, 10.5, bold=True, leading=1.22, balanced=True)
            title = fit(self._doc.book, words, room, _HEAD_MOST, style)
        tall = _HEAD_MOST if title.rest else max(title.height, size / PT_PER_MM)
        return Head(title, _HEAD_TOP + tall + _HEAD_END)

    def _words(self, pile: PileData, *, first: bool) -> str:
        t = self._doc.job.t
        words = pile.title.strip() or t("（表札なし）")
        return words if first else t("{heading}（つづき）", heading=words)

    def _count(self, count: int) -> str:
        return self._doc.job.t.context("board", "{count}件", count=count)

    def _beside(self, pile: PileData, count: int, pain: int) -> float:
        """Return mm that the signs and the number take at the right of a title."""
        s = self.scale
        wide = self._doc.pages[0].width(self._count(count), 10 * s) + 1.4
        wide += 10.5 * s if pain else 0
        wide += 5 * s if pile.chosen else 0
        votes = pile.votes or 0
        return wide + (2.2 * min(votes, 10) * s + 2 if votes else 0)

    def draw(
        self, page: Page, box: Box, pile: PileData, count: int, pain: int, *, first: bool = True
    ) -> None:
        """Draw a head into the upper edge of ``box``."""
        s = self.scale
        head = self._head(pile, count, pain, box.width, first=first)
        left, y = box.x + 3.2, box.y + _HEAD_TOP
        head.title.draw(page, left, y)
        if head.title.rest and first:
            what = self._doc.job.t("表札")
            style = TextStyle(13, 13)
            room = box.width - 6.4
            self._more.later(
                *(page, box.right - 3.2, y + _HEAD_MOST + 1.6, what, head.title.rest, style),
                room=room,
            )
        middle = y + head.title.size / PT_PER_MM * 0.5
        self._signs(page, pile, pain, left + head.title.width + 2.4 * s, middle)
        words, size = self._count(count), 10 * s
        top = middle - size / PT_PER_MM / 2
        page.text(box.right - 3.2, top, words, size, align="right")

    def _signs(self, page: Page, pile: PileData, pain: int, x: float, middle: float) -> None:
        s = self.scale
        if pile.chosen:
            marks.star(page, x + 2 * s, middle, 4.4 * s)
            x += 5.2 * s
        if pain:
            x = self._painter.pain(page, pain, x, middle, s) + 2 * s
        self._painter.votes(page, pile.votes or 0, x, middle, s)


class Key:
    """The key of signs: one or more lines at the foot of every page of a board."""

    def __init__(self, doc: Document, board: BoardIdeas, width: float, *, note: str = "") -> None:
        """Lay the entries out in ``width`` mm; ``note`` is a sentence behind them."""
        self._doc = doc
        self._page = doc.pages[-1]
        self._lines: list[list[tuple[float, Callable[[Page, float, float], None]]]] = []
        self._x = width
        self._width = width
        for number, group in enumerate(board.groups, 1):
            self._group(number, group.name, group.short, group.colour)
        ideas, t = board.ideas, doc.job.t
        if board.vote is not None:
            self._vote(board.vote)
        if any(idea.chosen for idea in ideas) or any(pile.chosen for pile in board.piles):
            self._sign(lambda page, x, y: marks.star(page, x + 2, y, 4.2), t("深掘りへ"))
        if any(idea.pain for idea in ideas):
            self._sign(lambda page, x, y: marks.pain(page, x + 2, y, 3), t("答える困りごと"))
        if note:
            size = min(10.5, 10.5 * width / self._page.width(note, 10.5))
            self._add(self._page.width(note, size), _writer(note, size, SECOND_TEXT))

    @property
    def height(self) -> float:
        """Of all lines in mm, the gap above included; 0 for an empty key."""
        return len(self._lines) * _KEY_LINE + 2.4 if self._lines else 0.0

    def draw(self, page: Page, left: float, bottom: float) -> None:
        """Draw the key with its last line ending at ``bottom``."""
        y = bottom - len(self._lines) * _KEY_LINE + _KEY_LINE / 2
        for line in self._lines:
            x = left
            for width, paint in line:
                paint(page, x, y)
                x += width + 7
            y += _KEY_LINE

    def _add(self, width: float, paint: Callable[[Page, float, float], None]) -> None:
        if self._x + width > self._width:
            self._lines.append([])
            self._x = 0
        self._lines[-1].append((width, paint))
        self._x += width + 7

    def _sign(self, sign: Callable[[Page, float, float], None], words: str) -> None:
        write = _writer(words, 10.5, INK)

        def paint(page: Page, x: float, y: float) -> None:
            sign(page, x, y)
            write(page, x + 5.4, y)

        self._add(5.4 + self._page.width(words, 10.5), paint)

    def _group(self, number: int, name: str, short: str, colour: str) -> None:
        words = name.strip() or short
        fitted = fit(self._page.book, words, _KEY_NAME, 4.4, TextStyle(10.5, 8, leading=1.1))
        shown = fitted.lines[0].text if fitted.lines else ""
        if fitted.rest:
            shown += "…"
            self._doc.keep_whole(self._doc.job.t("班{number}", number=number), words)

        def sign(page: Page, x: float, y: float) -> None:
            page.rect(x, y - 2.1, 4.2, 4.2, fill=STICKIES[colour], stroke=INK, line=0.5)
            marks.symbol(page, x + 2.1, y, STICKY_SYMBOLS[colour], 2.4)

        self._sign(sign, shown)

    def _vote(self, title: str) -> None:
        t = self._doc.job.t
        words = t("1票")
        if title.strip():
            fitted = fit(self._page.book, title, _KEY_NAME, 4.4, TextStyle(10.5, 8, leading=1.1))
            shown = fitted.lines[0].text + ("…" if fitted.rest else "")
            words = t("1票（{vote}）", vote=shown)
            if fitted.rest:
                self._doc.keep_whole(t("投票"), title)
        self._sign(lambda page, x, y: page.circle(x + 2.1, y, 0.95, fill=INK), words)


def _writer(words: str, size: float, colour: str) -> Callable[[Page, float, float], None]:
    def write(page: Page, x: float, y: float) -> None:
        page.text(x, y - size / PT_PER_MM / 2, words, size, colour=colour)

    return write
