"""Words in a small cell: as large as they fit without breaking a word, on screen and on paper.

Owns the choice of size and lines, in one unit of length whichever it is. Must not draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from servicedesign.paper.breaking import Line, break_lines, paragraph
from servicedesign.paper.clean import clean
from servicedesign.paper.fonts import FontBook, font_book

_SHORT: Final = 80
"""Longer words are set in the largest type that holds them, wherever the lines end."""
_WELL: Final = 0.8
"""Japanese is rather broken inside a phrase than set smaller than this share of the wanted size."""
_NARROW: Final = 7
"""In a column of fewer em, lines that must end inside a phrase are at least full."""
_READ: Final = 600
"""No more characters than this can stand in a cell."""


@dataclass(frozen=True, slots=True)
class CellLines:
    """The words of a cell.

    Attributes:
        size: of the type.
        lines: from above to below.
        whole: whether all words are there.
    """

    size: float
    lines: tuple[str, ...]
    whole: bool


@lru_cache(maxsize=2048)
def fit_cell(
    text: str,
    width: float,
    height: float,
    sizes: tuple[float, ...],
    leading: float,
    bold: bool = False,
) -> CellLines:
    """Return ``text`` in the first of ``sizes`` in which it fits and no word is broken.

    Where there is none, in the first in which it fits; where it fits in none, its beginning in the
    last, with an ellipsis.

    Args:
        text: any text; line ends are kept.
        width: of the place for the words.
        height: of the place for the words.
        sizes: from the wanted to the least.
        leading: distance of lines as a share of the size.
        bold: whether the bold face is used.
    """
    book = font_book()
    shown = clean(text[:_READ]).strip()
    best: CellLines | None = None
    least = sizes[-1] if any(letter.isascii() and letter.isalpha() for letter in shown) else 0
    least = least or sizes[0] * _WELL
    for size in sizes:
        most = _room(height, size, leading)
        if len(shown) <= _SHORT and size >= least:
            lines = _lines(shown, book, width, size, bold, most, short=1.0)
            if lines is not None and _ends_well(lines, shown, book, bold):
                return CellLines(size, tuple(line.text for line in lines), whole=True)
        if best is None:
            texts = _any_lines(shown, book, width, size, bold, most)
            if texts is not None and len(shown) == len(clean(text).strip()):
                best = CellLines(size, texts, whole=True)
                if len(shown) > _SHORT:
                    return best
    return best or _cut(shown, book, width, height, sizes, leading, bold)


def _room(height: float, size: float, leading: float) -> int:
    """Return how many lines stand in ``height``, perhaps none."""
    return int((height + 0.01 - size) / (size * leading)) + 1 if height + 0.01 >= size else 0


def _lines(
    text: str,
    book: FontBook,
    width: float,
    size: float,
    bold: bool,
    most: int,
    *,
    short: float | None = None,
) -> Sequence[Line] | None:
    """Return the lines of ``text``, or None where there are more than ``most``."""
    every = break_lines(text, book, width, size, bold=bold, relaxed=True, short=short)
    lines = list(islice(every, most + 1))
    return lines if len(lines) <= most else None


def _any_lines(
    text: str, book: FontBook, width: float, size: float, bold: bool, most: int
) -> tuple[str, ...] | None:
    """Return lines that may end inside a phrase, or None where there are more than ``most``."""
    if width >= _NARROW * size:
        lines = _lines(text, book, width, size, bold, most)
        return None if lines is None else tuple(line.text for line in lines)
    found: list[str] = []
    for part in text.split("\n"):
        found += _full_lines(part, book, width * 1000 / size, bold)
        if len(found) > most:
            return None
    return tuple(found)


def _full_lines(text: str, book: FontBook, limit: float, bold: bool) -> list[str]:
    """Return lines as full as they can be, none of a single character where that can be avoided."""
    para = paragraph(text, book, bold)
    found, start = [], 0
    while start < len(text):
        end = start + 1
        while end < len(text) and para.at[end + 1] - para.at[start] <= limit:
            end += 1
        if end == len(text) - 1 and end - start > 2:
            end -= 1
        full = end
        while end > start + 1 and end < len(text) and not para.allowed(end, relaxed=True):
            end -= 1
        if end < len(text) and not para.allowed(end, relaxed=True):
            end = full
        found.append(text[start:end].strip(" \u3000"))
        start = end
    return found or [""]


def _ends_well(lines: Sequence[Line], text: str, book: FontBook, bold: bool) -> bool:
    """Tell whether every line ends where a phrase or a word does."""
    return all(line.last or _is_end(text, line.end, book, bold) for line in lines)


def _is_end(text: str, at: int, book: FontBook, bold: bool) -> bool:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", start)
    part = text[start : end if end >= 0 else None]
    here = at - start
    if 0 < here < len(part) and part[here - 1].isascii() and part[here].isascii():
        return part[here - 1].isspace() or part[here].isspace() or part[here - 1] == "-"
    return paragraph(part, book, bold).phrase(here)


def _cut(
    text: str,
    book: FontBook,
    width: float,
    height: float,
    sizes: tuple[float, ...],
    leading: float,
    bold: bool,
) -> CellLines:
    """Return the beginning of a text that is too long."""
    size = sizes[-1]
    most = max(1, _room(height, size, leading))
    lines = list(islice(break_lines(text, book, width, size, bold=bold, relaxed=True), most))
    shown = [line.text for line in lines]
    if shown:
        shown[-1] = f"{shown[-1][:-1]}…"
    return CellLines(size, tuple(shown), whole=False)
