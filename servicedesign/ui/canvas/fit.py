"""How the words of a note find room: the largest type that fits, then a note that grows.

Owns sizes, insets and lines of a note's words, in board units. Lines are broken once, by the rules
that paper uses, so they are the same at every zoom and in print. Must not paint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, Final

from servicedesign.paper.clean import clean
from servicedesign.ui.canvas.looks import NoteLook

if TYPE_CHECKING:
    from servicedesign.paper.fonts import FontBook

SIZES: Final = (24, 20, 17, 14, 12, 10, 9)
"""Sizes of type in board units; the first is the wanted one."""
PITCH: Final = 1.35
"""Distance of lines to the size of type."""
INSET: Final = 12.0
"""Room at the left and right of the words."""
TOP: Final = 36.0
"""Where the words begin: under the line of symbol and number."""
FOOT: Final = 10.0
"""Room under the words."""
TAG_LINE: Final = 16.0
"""Height of the line of tags."""
GROWN_MOST: Final = 640.0
"""A note grows to this height for its words; longer ones end with …, and are whole when written."""

_READ: Final = 3_000
"""No more characters than this can be shown on a grown note of usual width."""
_ROOMY: Final = 90
"""Fewer characters than this never make a note of usual size grow."""
_SHORT: Final = 60
"""Words of at most this length are rather set smaller than broken inside a word."""
_SPLIT_LEAST: Final = 17
"""But not smaller than this."""
_PICTURE_SHARE: Final = 0.46
"""Share of the room for words that a picture takes."""
_LONG_WORD: Final = re.compile(r"[!-~\u00c0-\u024f]{5,}")


@dataclass(frozen=True, slots=True)
class FitLine:
    """One line of a note.

    Attributes:
        text: what stands there.
        bold: whether it belongs to a title over a text.
        base: its base line, from the upper edge of the note.
        width: of the text.
    """

    text: str
    bold: bool
    base: float
    width: float


@dataclass(frozen=True, slots=True)
class Fit:
    """The words of a note, laid out.

    Attributes:
        size: of the type.
        lines: from above to below.
        height: of the note that holds them.
        whole: whether all words are shown.
        picture_top: where a picture begins.
    """

    size: int
    lines: tuple[FitLine, ...]
    height: float
    whole: bool
    picture_top: float


def may_grow(look: NoteLook) -> bool:
    """Tell whether the words could need a higher note; most are so few that they never do."""
    letters = len(look.title) + len(look.text)
    usual = look.width >= 150 and look.height >= 150
    if usual and not look.picture and letters <= _ROOMY:
        return look.text.count("\n") + look.title.count("\n") > 5
    return letters > 0


def words_of(look: NoteLook) -> str:
    """Return all words of a note as they are written: the title, then the text under it."""
    return f"{look.title}\n{look.text}" if look.title and look.text else look.title or look.text


def fit_note(look: NoteLook, book: FontBook | None = None) -> Fit:
    """Return the words of ``look`` in the largest type that fits; else the note grows."""
    if book is None:
        from servicedesign.paper.fonts import font_book  # late: far out no words are laid out

        book = font_book()
    parts = _parts(look)
    width = max(look.width - 2 * INSET, 24.0)
    room = max(look.height - TOP - FOOT - (TAG_LINE if look.tags else 0), 12.0)
    words = room * (1 - _PICTURE_SHARE) if look.picture else room
    kept: tuple[list[_Raw], int] | None = None
    for size in SIZES[:-1]:
        if not _may_fit(parts, width, words, size):
            continue
        lines = _lines(parts, book, width, size, floor_lines(words, size) + 1)
        if len(lines) > floor_lines(words, size):
            continue
        if size < _SPLIT_LEAST or _ends_well(lines):
            kept = (lines, size) if kept is None or size >= _SPLIT_LEAST else kept
            break
        kept = kept or (lines, size)
    if kept is not None:
        return _fitted(look, kept[0], kept[1], room, whole=True)
    least = SIZES[-1]
    most = floor_lines(max(words, GROWN_MOST - look.height + words), least)
    lines = _lines(parts, book, width, least, most + 1)
    whole = len(lines) <= most and len(look.title) + len(look.text) <= _READ
    if not whole:
        last = lines[most - 1] if len(lines) >= most else lines[-1]
        lines = [*lines[: most - 1], (f"{last[0][:-1]}…", *last[1:])]
    return _fitted(look, lines, least, room, whole=whole)


def fit_title(look: NoteLook, whole: Fit) -> Fit:
    """Return the title of ``look`` alone, as large as fits where ``whole`` has all words.

    It is what one reads of a note that is too far away for its text; ``whole`` where there is no
    more than a title or it would be no larger.
    """
    used = whole.picture_top - TOP - 6
    if not (look.title and look.text and whole.lines and used > 0):
        return whole
    alone = fit_note(replace(look, text="", picture="", tags=(), height=TOP + used + FOOT))
    return alone if alone.whole and alone.size > whole.size else whole


def fit_begun(look: NoteLook, whole: Fit, size: int) -> Fit:
    """Return the beginning of the words at ``size`` in the place that ``whole`` has for all.

    It is what one reads of a note with a picture that is too far away for small words: the picture
    keeps its place, and bars would tell nothing beside it.
    """
    from servicedesign.paper.fonts import font_book

    parts = _parts(look)
    if not parts:
        return whole
    width = max(look.width - 2 * INSET, 24.0)
    most = floor_lines(max(whole.picture_top - TOP - 6, 0.0), size)
    lines = _lines(parts[:1], font_book(), width, size, most + 1)
    if len(lines) > most or len(parts) > 1:
        text, bold, wide, well = lines[most - 1] if len(lines) >= most else lines[-1]
        while text and wide + size > width:
            text, wide = text[:-1], wide * (len(text) - 1) / len(text)
        lines = [*lines[: most - 1], (f"{text}…", bold, wide + size, well)]
    return replace(_fitted(look, lines, size, 1e9, whole=False), picture_top=whole.picture_top)


def floor_lines(room: float, size: int) -> int:
    """Return how many lines of ``size`` stand in ``room``; one at least."""
    return max(1, int((room + size * (PITCH - 1)) / (size * PITCH)))


_Raw = tuple[str, bool, float, bool]
"""Text, boldness, width, and whether the line ends where a phrase does."""


def _ends_well(lines: list[_Raw]) -> bool:
    """Tell whether no line ends inside a word: a smaller size may do better."""
    return all(line[3] for line in lines)


def _parts(look: NoteLook) -> list[tuple[str, bool]]:
    title = clean(look.title[:_READ]).rstrip()
    text = clean(look.text[:_READ]).rstrip()
    both = bool(title) and bool(text)
    return [(part, bold) for part, bold in ((title, both), (text, False)) if part]


def _may_fit(parts: list[tuple[str, bool]], width: float, room: float, size: int) -> bool:
    """Tell whether ``size`` is worth a try; a rough count spares most of the work."""
    lines = 0
    for part, _bold in parts:
        if size > 12 and any(
            len(word.group()) * size * 0.62 > width for word in _LONG_WORD.finditer(part[:400])
        ):
            return False
        for line in part.split("\n"):
            em = sum(0.5 if char < "\u0250" else 1.0 for char in line)
            lines += max(1, ceil(em * size * 0.92 / width))
    return lines <= floor_lines(room, size)


def _lines(
    parts: list[tuple[str, bool]], book: FontBook, width: float, size: int, most: int
) -> list[_Raw]:
    return list(islice(_every_line(parts, book, width, size), most))


def _every_line(
    parts: list[tuple[str, bool]], book: FontBook, width: float, size: int
) -> Iterator[_Raw]:
    from servicedesign.paper.breaking import break_lines

    for part, bold in parts:
        for line in break_lines(part, book, width, size, bold=bold, relaxed=True):
            well = line.last or len(part) > _SHORT or _is_phrase(part, line.end, book, bold)
            yield line.text, bold, line.width * size / 1000, well


def _is_phrase(text: str, at: int, book: FontBook, bold: bool) -> bool:
    """Tell whether a phrase begins at ``text[at]``; ``text`` may have several paragraphs."""
    from servicedesign.paper.breaking import paragraph

    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", start)
    part = text[start : end if end >= 0 else None]
    return paragraph(part, book, bold).phrase(at - start)


def _fitted(look: NoteLook, lines: list[_Raw], size: int, room: float, *, whole: bool) -> Fit:
    pitch = size * PITCH
    first = TOP + size * 0.88
    placed = tuple(
        FitLine(text, bold, first + number * pitch, width)
        for number, (text, bold, width, _) in enumerate(lines)
    )
    used = max(0.0, len(lines) * pitch - size * (PITCH - 1))
    beside = room * _PICTURE_SHARE if look.picture else 0.0
    over = max(0.0, used + beside - room)
    tops = TOP + (used + 6 if lines else 0)
    return Fit(size, placed, look.height + over, whole, tops)
