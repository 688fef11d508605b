"""One idea card of A7: what stands on it, and how a long note is split over several cards.

Owns the geometry of a card and the rule for long texts: the sketch gives way
first, then a further card with the same number follows. Must not know pages or the project.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.drawing import FigureLibrary
from servicedesign.paper import marks
from servicedesign.paper.document import Document
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, fit
from servicedesign.tokens import ACTION, EDGE, INK, SECOND_TEXT, STICKY_SYMBOLS
from servicedesign.tools.pictures import Picture, draw_whole

WIDTH: Final = 105.0
HEIGHT: Final = 74.25
_LEFT: Final = 10.0
_RIGHT: Final = 95.0
_TO_WRITE: Final = 14.0
"""Least width of the line for the group on an empty card, mm."""
_BODY_END: Final = 57.4
_FOOT: Final = 61.4
_TITLE: Final = Box(28, 9.4, 67, 15.6)
_TITLE_STYLE: Final = TextStyle(14, 12, bold=True, leading=1.25, balanced=True)
_TEXT: Final = TextStyle(12, 10.5, leading=1.42)
_SKETCHES: Final = ((32.0, 31.0), (22.0, 21.5))
"""Sizes that a sketch takes beside the text, the wanted one first."""
_LEAST_NAME: Final = 16.0
"""Room in mm below which a long name of the project is not begun."""
_MARK: Final = 10.5


@dataclass(frozen=True, slots=True)
class NoteData:
    """What a card says of one note.

    Attributes:
        number: the same on screen, sheet and ballot.
        title: of the idea.
        text: what it is.
        colour: key of the sticky colour; its symbol goes with it.
        group: name of the group, perhaps empty.
        pain: number of the pain point it answers, 0 for none.
        picture: sketch or photo.
    """

    number: int
    title: str
    text: str
    colour: str
    group: str = ""
    pain: int = 0
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One card of a note.

    Attributes:
        note: whose card it is.
        title: lines of the title, or of what stands for it on a further card.
        texts: blocks of text with the y at which each begins.
        picture: shown on this card, or None.
        sketch: width and height of the picture.
        rule: y of the rule under the title.
    """

    note: NoteData
    title: Fitted
    texts: tuple[tuple[Fitted, float], ...]
    picture: Picture | None
    sketch: tuple[float, float]
    rule: float


@dataclass(frozen=True, slots=True)
class Words:
    """Text that still has to find its place."""

    text: str
    bold: bool = False


def split_note(book: FontBook, note: NoteData, t: Translator) -> list[Part]:
    """Return the cards of ``note``: one, or as many as its words and its picture take."""
    title = fit(book, note.title, _TITLE.width, _TITLE.height, _TITLE_STYLE)
    words = [Words(title.rest, bold=True)] if title.rest else []
    words += [Words(note.text)] if note.text.strip() else []
    picture = note.picture
    parts: list[Part] = []
    while True:
        part, words = _part(book, note, title, words, picture)
        parts.append(part)
        picture = None if part.picture else picture
        if not words and picture is None:
            return parts
        title = _again(book, note, t)


def _again(book: FontBook, note: NoteData, t: Translator) -> Fitted:
    """Return the heading of a further card: the title where it is short, else つづき alone."""
    heading = t("{heading}（つづき）", heading=note.title)
    fitted = fit(book, heading, _TITLE.width, 11.5, _TITLE_STYLE)
    return fitted if note.title and not fitted.rest else _plain(book, t("つづき"))


def _plain(book: FontBook, text: str) -> Fitted:
    return fit(book, text, _TITLE.width, _TITLE.height, _TITLE_STYLE)


def _part(
    book: FontBook, note: NoteData, title: Fitted, words: list[Words], picture: Picture | None
) -> tuple[Part, list[Words]]:
    """Return the next card and the words that are left for further ones."""
    rule = max(_LEFT + 13, _TITLE.y + title.height + 2.6)
    top = rule + 3
    room = _BODY_END - top
    for wide, high in _SKETCHES if picture else ():
        size = (wide, min(high, room))
        texts, rest = pour(book, words, _RIGHT - _LEFT - wide - 4.5, top, room)
        if not rest:
            return Part(note, title, texts, picture, size, rule), []
    texts, rest = pour(book, words, _RIGHT - _LEFT, top, room)
    if rest:
        texts, rest = pour(book, words, _RIGHT - _LEFT, top, room - _MARK / PT_PER_MM * 1.3)
    return Part(note, title, texts, None, (0, 0), rule), rest


def pour(
    book: FontBook,
    words: list[Words],
    width: float,
    top: float,
    room: float,
    body: TextStyle = _TEXT,
) -> tuple[tuple[tuple[Fitted, float], ...], list[Words]]:
    """Set ``words`` one under the other and return them with what did not fit."""
    placed: list[tuple[Fitted, float]] = []
    end = top + room
    y = top
    for index, one in enumerate(words):
        style = replace(body, bold=one.bold)
        fitted = fit(book, one.text, width, max(end - y, 0), style)
        if fitted.lines:
            placed.append((fitted, y))
        if fitted.rest:
            return tuple(placed), [Words(fitted.rest, one.bold), *words[index + 1 :]]
        y += fitted.height + 2
    return tuple(placed), []


def draw_card(
    doc: Document,
    page: Page,
    part: Part,
    place: tuple[int, int],
    project: str,
    library: FigureLibrary,
) -> bool:
    """Draw one card with its upper left corner at the origin.

    Args:
        doc: keeps names that are too long for the card.
        page: moved to the card.
        part: the card.
        place: which card of how many of the note this is, from 1.
        project: name of the project.
        library: hands out the figures of sketches.

    Returns:
        Whether there was room for the whole name of the project.
    """
    note = part.note
    _number_box(page, note)
    lift = max(0.0, 15 - _TITLE.y - part.title.height / 2)
    part.title.draw(page, _TITLE.x, _TITLE.y + lift)
    page.line(_LEFT, part.rule, _RIGHT, part.rule, 0.5)
    for fitted, y in part.texts:
        fitted.draw(page, _LEFT, y)
    if part.picture:
        wide, high = part.sketch
        frame = Box(_RIGHT - wide, part.rule + 3, wide, high)
        draw_whole(page, frame, part.picture, library)
        page.rect(*(frame.x, frame.y, wide, high), stroke=EDGE, line=0.5, radius=1.4)
    if place[0] < place[1]:
        words = doc.job.t("つづきは{number}枚目", number=place[0] + 1)
        y = _BODY_END - _MARK / PT_PER_MM
        page.text(_RIGHT, y, words, _MARK, bold=True, colour=ACTION, align="right")
    return _foot(doc, page, note, place, project)


def _number_box(page: Page, note: NoteData) -> None:
    marks.swatch(page, _LEFT, 10, note.colour, 15, 10)
    number = str(note.number) if note.number else "–"
    size = min(20, 20 * 12.5 / page.width(number, 20, bold=True))
    page.text(17.5, 15 - size / PT_PER_MM * 0.5, number, size, bold=True, align="center")


def _foot(doc: Document, page: Page, note: NoteData, place: tuple[int, int], project: str) -> bool:
    t = doc.job.t
    y = _FOOT - 10.5 / PT_PER_MM / 2
    marks.symbol(page, _LEFT + 1.6, _FOOT, STICKY_SYMBOLS[note.colour], 3.0)
    x = _LEFT + 4.6
    if note.group:
        x += _short(doc, page, note.group, x, 24) + 4.8
    if note.pain:
        marks.pain(page, x + 1.6, _FOOT, 3.2)
        x += 4.2 + page.text(x + 4.2, y, t("困りごと{number}", number=note.pain), 10.5)
    right = _RIGHT
    if place[1] > 1:
        words = t("{number}／{total}枚目", number=place[0], total=place[1])
        right -= page.text(right, y, words, 10.5, bold=True, align="right") + 3
    style = TextStyle(9.5, 8, leading=1.1, colour=SECOND_TEXT)
    room = max(right - x - 4, 8)
    shown = fit(page.book, project, room, 4.2, style)
    if shown.rest:
        shown = fit(page.book, project, room, 6.6, replace(style, size=8, balanced=True))
    if shown.rest and room < _LEAST_NAME:
        return False
    shown.draw(page, right - room, _FOOT - shown.height / 2, align="right", width=room)
    return not shown.rest


def _short(doc: Document, page: Page, text: str, x: float, room: float) -> float:
    """Write a short name on one line, or on two smaller ones, and return its width in mm."""
    one = fit(page.book, text, room, 4.2, TextStyle(10.5, 10.5, leading=1.1))
    if one.rest:
        one = fit(page.book, text, room, 6.8, TextStyle(9, 7, leading=1.1))
    one.draw(page, x, _FOOT - one.height / 2)
    if one.rest:
        doc.keep_whole(doc.job.t.context("frame", "班"), text)
    return one.width


def draw_blank_card(page: Page, t: Translator) -> None:
    """Draw an empty card with its upper left corner at the origin, to be filled in by hand."""
    base, middle = 17.5, 12.6
    x = _LEFT + page.text(_LEFT, middle - 1.85, t("番号"), 10.5, bold=True) + 2
    page.rect(x, 9, 12, 8.5, stroke=EDGE, line=0.5, radius=1.2)
    x += 12 + 3.5
    x += page.text(x, middle - 1.85, t.context("idea", "題"), 10.5, bold=True) + 2
    page.line(x, base, _RIGHT, base, 0.35, EDGE)
    page.rect(_LEFT, 21, 44, 34, stroke=EDGE, line=0.5, radius=1.5)
    prompt = t("絵で（うまくなくてよい）")
    fitted = fit_line(page, prompt, 10.5, 40, least=8)
    page.text(_LEFT + 2, 22.6, prompt, fitted, colour=SECOND_TEXT)
    for i in range(4):
        page.line(58, 28 + 9 * i, _RIGHT, 28 + 9 * i, 0.35, EDGE)
    group = t.context("frame", "班")
    named = page.width(group, 10.5) + 1.5
    rule = t("1枚に1案。できれば絵で。")
    fitted = fit_line(page, rule, 10.5, _RIGHT - _LEFT - named - _TO_WRITE - 4, bold=True)
    top = 60.4 - fitted / PT_PER_MM / 2
    end = _LEFT + page.text(_LEFT, top, rule, fitted, bold=True, colour=INK)
    x = min(max(64.0, end + 4), _RIGHT - _TO_WRITE - named)
    x += page.text(x, 60.4 - 1.85, group, 10.5) + 1.5
    page.line(x, 62.5, _RIGHT, 62.5, 0.35, EDGE)
