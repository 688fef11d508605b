"""One note on the poster of a board: how high its words make it, and how it is drawn.

Owns the geometry of a note: number, star and pain point above, title and text, sketch at the
upper right, or in place of words where there are none, votes and group below. Must not know where
notes stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from servicedesign.model.drawing import FigureLibrary
from servicedesign.paper import marks
from servicedesign.paper.document import Document
from servicedesign.paper.flow import MARK_SIZE, Continuation
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, fit
from servicedesign.tokens import INK, STICKIES, STICKY_SYMBOLS
from servicedesign.tools.board.idea_data import GroupData, IdeaData
from servicedesign.tools.pictures import draw_whole

WIDTH: Final = 38.5
"""Of a note at scale 1, in mm of the A3 layout."""
HEIGHT: Final = 29.0
"""Of a note at scale 1 that has few words."""
TITLE: Final = 11.0
"""Size of titles at scale 1, pt."""
TEXT: Final = 9.5
"""Size of the text under a title at scale 1, pt."""
_NUMBER: Final = 15.0
_HEAD: Final = 10.0
_FOOT: Final = 6.2
_PAD: Final = 2.0
_SKETCH: Final = (11.0, 8.6)
_MOST_DOTS: Final = 10
"""Votes that are drawn one by one; more are a number behind one dot."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Sizes of all notes of a poster.

    Attributes:
        scale: of a note, 1 for ``WIDTH`` by ``HEIGHT``.
        least: smallest size of words in pt of the layout.
        tallest: how many times the usual height a long note may be high.
    """

    scale: float
    least: float
    tallest: float = 2.4

    @property
    def width(self) -> float:
        """Of a note in mm."""
        return WIDTH * self.scale

    @property
    def height(self) -> float:
        """Of a note with few words in mm."""
        return HEIGHT * self.scale


@dataclass(frozen=True, slots=True)
class SetNote:
    """A note whose words are set.

    Attributes:
        idea: the note.
        title: lines of the title, or of the text that stands for it.
        text: lines under it, None without any.
        width: of the note in mm.
        height: that it takes in mm.
    """

    idea: IdeaData
    title: Fitted
    text: Fitted | None
    width: float
    height: float


def set_note(
    book: FontBook, idea: IdeaData, measure: Measure, *, width: float = 0, most: float = 0
) -> SetNote:
    """Set the words of a note.

    Args:
        book: the faces.
        idea: the note.
        measure: sizes of the poster's notes.
        width: of the note in mm; that of ``measure`` when left out.
        most: largest height in mm; what is over goes on overleaf. That of ``measure``
            when left out.
    """
    s = measure.scale
    width = width or measure.width
    fixed = (_HEAD + _FOOT) * s
    room = max((most or measure.tallest * measure.height) - fixed, 4.0)
    inner = width - 2 * _PAD * s
    title = _title(book, idea, measure, inner, room)
    text = None
    body = idea.body
    if body and not title.rest:
        style = _text_style(measure)
        text = fit(
            book,
            body,
            inner,
            max(room - title.height - 1.4 * s, style.least / PT_PER_MM),
            style,
            reserve=MARK_SIZE / PT_PER_MM,
        )
    tall = title.height + (text.height + 1.4 * s if text else 0)
    if title.rest or (text and text.rest):
        tall = room
    return SetNote(idea, title, text, width, most or max(measure.height, fixed + tall))


def _title(book: FontBook, idea: IdeaData, measure: Measure, inner: float, room: float) -> Fitted:
    """Set the title bold, or a note that has only a text in the plain face."""
    bold = bool(idea.title.strip())
    size = max(TITLE * measure.scale, measure.least)
    least = min(size, max(measure.least, size * 0.82))
    style = TextStyle(size, least, bold=bold, leading=1.28, balanced=bold, relaxed=True)
    usual = measure.height - (_HEAD + _FOOT) * measure.scale
    close = fit(book, idea.head, inner, min(usual, room), style)
    if not close.rest and _inside_word(idea.head, close):
        close = fit(book, idea.head, inner, min(usual, room), replace(style, balanced=False))
    if not close.rest:
        return close
    style = TextStyle(least, measure.least, bold=bold, leading=1.3, relaxed=True)
    return fit(book, idea.head, inner, room, style, reserve=MARK_SIZE / PT_PER_MM)


def _inside_word(text: str, shown: Fitted) -> bool:
    """Tell whether a line of ``shown`` ends inside a word of Latin letters."""
    ends = [line.end for line in shown.lines[:-1] if 0 < line.end < len(text)]
    return any(
        text[end - 1 : end + 1].isascii() and text[end - 1 : end + 1].isalpha() for end in ends
    )


def _text_style(measure: Measure) -> TextStyle:
    size = max(TEXT * measure.scale, measure.least)
    return TextStyle(size, measure.least, leading=1.34, relaxed=True)


class NotePainter:
    """Draws the notes of one board on the pages of a document."""

    def __init__(
        self,
        doc: Document,
        more: Continuation,
        groups: tuple[GroupData, ...],
        measure: Measure,
        library: FigureLibrary,
    ) -> None:
        """Draw with ``measure``; ``more`` takes the words that no note can hold."""
        self._doc = doc
        self._more = more
        self._groups = groups
        self._measure = measure
        self._library = library

    def draw(self, page: Page, note: SetNote, x: float, y: float, height: float = 0) -> None:
        """Draw a note with its upper left corner at (x, y)."""
        s, idea = self._measure.scale, note.idea
        height = height or note.height
        page.rect(
            *(x, y, note.width, height),
            fill=STICKIES[idea.colour],
            stroke=INK,
            line=1.5 if idea.chosen else 0.5,
        )
        left, right = x + _PAD * s, x + note.width - _PAD * s
        taken = self._head(page, idea, left, y)
        if idea.head.strip():
            self._sketch(page, idea, right, y, taken)
        elif idea.picture is not None:  # the picture is all that the note says
            beside, top = taken + 1.5 * s, y + _PAD * s
            room = Box(beside, top, right - beside, height - (_PAD + _FOOT) * s)
            draw_whole(page, room, idea.picture, self._library, pad=0.3 * s)
        self._words(page, note, Box(left, y + _HEAD * s, right - left, height - _HEAD * s))
        self._foot(page, idea, left, right, y + height - 3.2 * s)

    def _head(self, page: Page, idea: IdeaData, x: float, y: float) -> float:
        """Draw number, star and pain point; return their right end."""
        s = self._measure.scale
        middle = y + 5.0 * s
        size = _NUMBER * s
        x += page.text(x, middle - size / PT_PER_MM / 2, str(idea.number), size, bold=True)
        if idea.chosen:
            marks.star(page, x + 3.4 * s, middle, 4.6 * s)
            x += 5.8 * s
        if idea.pain:
            x = self.pain(page, idea.pain, x + 1.8 * s, middle)
        return x

    def pain(self, page: Page, number: int, x: float, middle: float, scale: float = 0) -> float:
        """Draw the sign and number of a pain point from ``x`` on; return the right end."""
        s = scale or self._measure.scale
        size = max(10.5 * s, self._measure.least)
        marks.pain(page, x + 1.5 * s, middle, 2.9 * s)
        return x + 3.6 * s + page.text(
            x + 3.6 * s, middle - size / PT_PER_MM / 2, str(number), size
        )  # fmt: skip

    def _sketch(self, page: Page, idea: IdeaData, right: float, y: float, taken: float) -> None:
        s = self._measure.scale
        width = min(_SKETCH[0] * s, right - taken - 1.0 * s)
        if idea.picture is None or width < 4 * s:
            return
        box = Box(right + 0.6 * s - width, y + 0.8 * s, width, _SKETCH[1] * s)
        draw_whole(page, box, idea.picture, self._library, pad=0.3 * s)

    def _words(self, page: Page, note: SetNote, box: Box) -> None:
        s, t = self._measure.scale, self._doc.job.t
        end = note.title.draw(page, box.x, box.y)
        if note.text is not None:
            note.text.draw(page, box.x, end + 1.4 * s)
        rest, style = note.title.rest, note.title.style
        if note.text is not None and note.text.rest:
            rest, style = note.text.rest, note.text.style
        elif rest and note.idea.body:
            rest = f"{rest}\n{note.idea.body}"
        if rest:
            what = t("案{number}", number=note.idea.number)
            plain = TextStyle(style.size, style.least)
            self._more.later(
                *(page, box.right, box.bottom - _FOOT * s, what, rest, plain), room=box.width
            )

    def _foot(self, page: Page, idea: IdeaData, left: float, right: float, middle: float) -> None:
        s = self._measure.scale
        left = self.votes(page, idea.votes or 0, left, middle)
        marks.symbol(page, right - 1.5 * s, middle, STICKY_SYMBOLS[idea.colour], 3.0 * s)
        if idea.group < 0:
            return
        size = max(10.5 * s, self._measure.least)
        right -= 4.0 * s
        room = right - left - 1.5 * s
        short = self._groups[idea.group].short
        size = fit_line(page, short, size, room, least=self._measure.least * 0.8)
        words = _elided(page, short, size, room)
        page.text(right, middle - size / PT_PER_MM / 2, words, size, align="right")

    def votes(self, page: Page, votes: int, x: float, middle: float, scale: float = 0) -> float:
        """Draw a dot a vote from ``x`` on, or a dot and the number; return the right end."""
        s = scale or self._measure.scale
        dots = votes if votes <= _MOST_DOTS else 1
        for i in range(dots):
            page.circle(x + (0.95 + 2.2 * i) * s, middle, 0.85 * s, fill=INK)
        x += 2.2 * s * dots
        if dots != votes:
            size = max(10.5 * s, self._measure.least)
            words = f"×{votes}"
            x += page.text(x, middle - size / PT_PER_MM / 2, words, size) + 0.5 * s
        return x


def _elided(page: Page, text: str, size: float, room: float) -> str:
    """Return a short name that fits; the whole one stands in the key."""
    if page.width(text, size) <= room + 0.05:
        return text
    kept = next((n for n in range(min(len(text), 40), 0, -1)
                 if page.width(text[:n] + "…", size) <= room), 0)  # fmt: skip
    return text[:kept] + "…" if kept else ""
