"""One sticky to cut out, 75 × 75 or 127 × 75 mm: what stands on it, and how a long note is split.

Owns the geometry of a sticky. Text goes before the picture, which then stands on a further sticky
with the same number. Must not know pages or the project.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.drawing import FigureLibrary
from servicedesign.paper import marks
from servicedesign.paper.document import Document
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, fit
from servicedesign.tokens import EDGE, SECOND_TEXT, STICKIES, STICKY_SYMBOLS
from servicedesign.tools.board.card import NoteData, Words, pour
from servicedesign.tools.pictures import Picture, draw_whole

HEIGHT: Final = 75.0
SQUARE: Final = 75.0
WIDE: Final = 127.0
_PAD: Final = 5.0
_TITLE_TOP: Final = 16.0
_TITLE_MOST: Final = 20.0
_END: Final = 64.6
_FOOT: Final = 69.0
_TITLE: Final = TextStyle(15, 12, bold=True, leading=1.28, balanced=True)
_TEXT: Final = TextStyle(12, 10.5, leading=1.38)
_PICTURE: Final = (14.5, 38.0)
"""Least and largest height of a picture under the text, mm."""
_SIDE: Final = 44.0
"""Width of a picture beside the text, mm."""
_MARK: Final = 5.0
_BAR: Final = 3.0


@dataclass(frozen=True, slots=True)
class StickyPart:
    """One sticky of a note.

    Attributes:
        note: whose it is.
        title: lines of the title, or of what stands for it on a further one.
        texts: blocks of text with the y at which each begins.
        picture: shown on this one, or None.
        box: where the picture stands.
    """

    note: NoteData
    title: Fitted
    texts: tuple[tuple[Fitted, float], ...]
    picture: Picture | None = None
    box: Box | None = None


def split_sticky(book: FontBook, note: NoteData, width: float, t: Translator) -> list[StickyPart]:
    """Return the stickies of ``note``: one, or as many as its words and its picture take."""
    inner = width - 2 * _PAD
    title = fit(book, note.title, inner, _TITLE_MOST, _TITLE)
    words = [Words(title.rest, bold=True)] if title.rest else []
    words += [Words(note.text)] if note.text.strip() else []
    picture = note.picture
    parts: list[StickyPart] = []
    while True:
        part, words = _part(book, note, title, words, picture, width)
        parts.append(part)
        picture = None if part.picture else picture
        if not words and picture is None:
            return parts
        again = fit(book, t("{heading}（つづき）", heading=note.title), inner, 13.0, _TITLE)
        whole = note.title.strip() and not again.rest
        title = again if whole else fit(book, t("つづき"), inner, _TITLE_MOST, _TITLE)


def _part(
    book: FontBook,
    note: NoteData,
    title: Fitted,
    words: list[Words],
    picture: Picture | None,
    width: float,
) -> tuple[StickyPart, list[Words]]:
    """Return the next sticky and the words that are left for further ones."""
    inner = width - 2 * _PAD
    top = _TITLE_TOP + title.height + (2.6 if title.lines else 0)
    room = _END - top
    if picture is not None:
        beside = width > SQUARE
        column = inner - _SIDE - 4 if beside else inner
        left = room if beside else room - _PICTURE[0] - 2.5
        texts, rest = pour(book, words, column, top, max(left, 0), _TEXT)
        if not rest:
            box = _beside(width, top) if beside else _below(texts, top, inner)
            return StickyPart(note, title, texts, picture, box), []
    texts, rest = pour(book, words, inner, top, room, _TEXT)
    if rest:
        texts, rest = pour(book, words, inner, top, room - _MARK, _TEXT)
    return StickyPart(note, title, texts), rest


def _beside(width: float, top: float) -> Box:
    return Box(width - _PAD - _SIDE, top, _SIDE, _END - top)


def _below(texts: tuple[tuple[Fitted, float], ...], top: float, inner: float) -> Box:
    """Return the place under the last text, in the middle of what is left."""
    start = max([top, *(y + one.height + 2.5 for one, y in texts)])
    tall = min(_END - start, _PICTURE[1])
    return Box(_PAD, start + (_END - start - tall) / 2, inner, tall)


def draw_sticky(
    doc: Document,
    page: Page,
    part: StickyPart,
    place: tuple[int, int],
    width: float,
    library: FigureLibrary,
) -> None:
    """Draw one sticky with its upper left corner at the origin.

    Args:
        doc: keeps names that are too long for it.
        page: moved to the sticky.
        part: the sticky.
        place: which of how many of the note this is, from 1.
        width: 75 or 127 mm.
        library: hands out the figures of sketches.
    """
    note, t = part.note, doc.job.t
    page.rect(0, 0, width, HEIGHT, fill=STICKIES[note.colour])
    if part.picture is not None and part.box is not None:
        draw_whole(page, part.box, part.picture, library, pad=0.5)
    end = _PAD + page.text(_PAD, 4.4, str(note.number), 26, bold=True)
    _group(doc, page, note, width - _PAD, width - _PAD - end - 4)
    part.title.draw(page, _PAD, _TITLE_TOP)
    for fitted, y in part.texts:
        fitted.draw(page, _PAD, y)
    y = _FOOT - 10.5 / PT_PER_MM / 2
    if note.pain:
        marks.pain(page, _PAD + 1.7, _FOOT, 3.3)
        page.text(_PAD + 4.8, y, t("困りごと{number}", number=note.pain), 10.5)
    if place[1] > 1:
        words = t("{number}／{total}枚目", number=place[0], total=place[1])
        page.text(width - _PAD, y, words, 10.5, bold=True, align="right")


def _group(doc: Document, page: Page, note: NoteData, right: float, room: float) -> None:
    """Draw symbol and group at the right of the number."""
    middle = 9.0
    symbol = STICKY_SYMBOLS[note.colour]
    if not note.group:
        marks.symbol(page, right - 2, middle, symbol, 4.0)
        return
    one = fit(page.book, note.group, room - 6, 4.4, TextStyle(11, 11, leading=1.1))
    if one.rest:
        one = fit(page.book, note.group, room - 6, 8.2, TextStyle(9, 7, leading=1.1))
    one.draw(page, right - room, middle - one.height / 2, align="right", width=room)
    marks.symbol(page, right - one.width - 3.8, middle, symbol, 4.0)
    if one.rest:
        doc.keep_whole(doc.job.t("班{number}", number=note.number), note.group)


def draw_blank_sticky(page: Page, width: float, t: Translator, colour: str, group: str) -> None:
    """Draw an empty sticky with its upper left corner at the origin.

    Args:
        page: moved to the sticky.
        width: 75 or 127 mm.
        t: writes for the reader.
        colour: key of the sticky colour of a group; empty for none.
        group: its name, perhaps empty.
    """
    if colour:
        page.rect(0, 0, width, _BAR, fill=STICKIES[colour])
    middle = 9.8
    x = _PAD + page.text(_PAD, middle - 1.85, t("番号"), 10.5, bold=True) + 2
    page.rect(x, middle - 4.4, 13, 8.8, stroke=EDGE, line=0.5, radius=1.2)
    _blank_group(page, width - _PAD, width - x - 13 - _PAD - 4, middle, t, (colour, group))
    right = width - _PAD
    for y in (27.0, 37.5):
        page.line(_PAD, y, right, y, 0.35, EDGE)
    left = _PAD
    if width > SQUARE:
        for y in (48.0, 58.5, 69.0):
            page.line(_PAD, y, width - _PAD - _SIDE - 10, y, 0.35, EDGE)
        left = right - _SIDE - 6
    page.rect(left, 42, right - left, 28, stroke=EDGE, line=0.5, radius=1.5)
    page.text(left + 2, 43.6, t("絵で"), 10.5, colour=SECOND_TEXT)


def _blank_group(
    page: Page, right: float, room: float, middle: float, t: Translator, group: tuple[str, str]
) -> None:
    """Draw the group's symbol and name, or a line to write its name on."""
    colour, name = group
    shown = fit(page.book, name, room - 6, 8.2, TextStyle(11, 7, leading=1.1))
    if colour and shown.lines:
        shown.draw(page, right - room, middle - shown.height / 2, align="right", width=room)
        marks.symbol(page, right - shown.width - 3.8, middle, STICKY_SYMBOLS[colour], 4.0)
        return
    words = t.context("frame", "班")
    start = right - 12
    page.line(start, middle + 3.4, right, middle + 3.4, 0.35, EDGE)
    page.text(start - 1.6, middle - 1.85, words, 10.5, bold=True, align="right")
    if colour:
        start -= page.width(words, 10.5, bold=True) + 5
        marks.symbol(page, start, middle, STICKY_SYMBOLS[colour], 4.0)
