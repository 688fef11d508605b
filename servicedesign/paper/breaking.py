"""Lines: how a text is broken to a width, in Japanese and in English.

Owns the rules of breaking: a line ends at a phrase when it falls short by no more than 40 %
(under 13 em), 22 % (under 20 em) or 12 %, otherwise inside the phrase where JIS X 4051 allows; the
last line has three characters or more; titles may be balanced. Must not draw.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, islice
from typing import Final, NamedTuple

from servicedesign.paper.fonts import FontBook
from servicedesign.paper.phrases import japanese_phrases
from servicedesign.paper.prohibit import (
    NOT_AT_START,
    glued,
    is_phrase_end,
    may_break,
    may_split,
)

_SHORTFALL: Final = ((13_000, 0.40), (20_000, 0.22))
"""(width in thousandths of an em, share of it that a line may stay empty)"""
_SHORTFALL_WIDE: Final = 0.12
_LEAST_LAST: Final = 3
"""Fewest characters on a last line, its punctuation not counted."""
_INSIDE: Final = 4
"""Characters that a break inside a phrase may move back, to a place that reads better."""
_SURE: Final = 250.0
"""Strength below which a phrase may well be a part of a word: 日に|ち, 立て|替え."""
_FORCED: Final = 8
"""Characters that a forced break may move back, to keep to the rules of punctuation."""
_EPSILON: Final = 0.01
_CACHED: Final = 2_000
"""Texts longer than this are measured anew: they are rare and would fill the memory."""


class Line(NamedTuple):
    """One line as it is printed.

    Attributes:
        text: its characters without the spaces at its end.
        width: in thousandths of an em.
        start: where it begins in the whole text.
        end: where the next line begins, or the end of the text.
        last: whether a paragraph ends with it.
    """

    text: str
    width: float
    start: int
    end: int
    last: bool


class Para:
    """One paragraph, measured once for all sizes.

    Attributes:
        text: its characters, cleaned, without a line end.
        at: where each character begins, in thousandths of an em, and the end of the last one.
    """

    def __init__(self, text: str, book: FontBook, bold: bool) -> None:
        """Measure ``text``."""
        self.text = text
        self.at = list(accumulate(map(book.advances(bold).__getitem__, text), initial=0.0))
        self._stuck = glued(text)
        self._phrases = japanese_phrases()
        self._known: dict[int, bool] = {}

    def allowed(self, at: int, relaxed: bool) -> bool:
        """Return whether a line may end before ``text[at]``."""
        return may_break(self.text, at, self._stuck, relaxed)

    def phrase(self, at: int) -> bool:
        """Return whether a phrase begins at ``text[at]``."""
        known = self._known.get(at)
        if known is None:
            known = is_phrase_end(self.text[at - 1]) or self._phrases.begins(self.text, at)
            self._known[at] = known
        return known

    def strength(self, at: int) -> float:
        """Return how well a line may end before ``text[at]`` where no phrase begins."""
        return self._phrases.score(self.text, at)


@lru_cache(maxsize=4096)
def _cached(text: str, book: FontBook, bold: bool) -> Para:
    return Para(text, book, bold)


def paragraph(text: str, book: FontBook, bold: bool = False) -> Para:
    """Return ``text`` (cleaned, without a line end) measured, from memory where it was met."""
    return _cached(text, book, bold) if len(text) <= _CACHED else Para(text, book, bold)


def shortfall(width: float) -> float:
    """Return the share of a line of ``width`` thousandths of an em that may stay empty."""
    return next((share for below, share in _SHORTFALL if width < below), _SHORTFALL_WIDE)


def break_lines(
    text: str,
    book: FontBook,
    width: float,
    size: float,
    *,
    bold: bool = False,
    relaxed: bool = False,
    short: float | None = None,
) -> Iterator[Line]:
    """Yield the lines of ``text`` one by one, so that a caller may stop when its box is full.

    Args:
        text: cleaned text; a line feed ends a paragraph.
        book: the faces.
        width: of the column, in pt.
        size: of the type, in pt.
        bold: whether the bold face is used.
        relaxed: whether small kana may open a line (narrow notes).
        short: share that a line may fall short to end at a phrase; None takes the rule.
    """
    limit = width * 1000 / size
    share = shortfall(limit) if short is None else short
    offset = 0
    for part in text.split("\n"):
        para = paragraph(part, book, bold)
        for start, end in _ends(para, limit, share, relaxed):
            shown = part[start:end].rstrip(" \u3000")
            wide = para.at[start + len(shown)] - para.at[start]
            last = end >= len(part)
            yield Line(shown, wide, offset + start, offset + end + (1 if last else 0), last)
        offset += len(part) + 1


def wrap(
    text: str,
    book: FontBook,
    width: float,
    size: float,
    *,
    bold: bool = False,
    relaxed: bool = False,
    balanced: bool = False,
    most: int | None = None,
) -> list[Line]:
    """Return the lines of ``text``; see :func:`break_lines`.

    Args:
        text: cleaned text.
        book: the faces.
        width: of the column, in pt.
        size: of the type, in pt.
        bold: whether the bold face is used.
        relaxed: whether small kana may open a line.
        most: stop after so many lines.
        balanced: make the lines of a title about equally long and end all of them at phrases.
    """
    lines = list(islice(break_lines(text, book, width, size, bold=bold, relaxed=relaxed), most))
    if balanced and 1 < len(lines) <= 6:
        return _balance(text, book, width, size, bold, lines)
    return lines


def _balance(
    text: str, book: FontBook, width: float, size: float, bold: bool, lines: list[Line]
) -> list[Line]:
    low, high = width / len(lines) * 0.8, width
    best, torn = lines, _torn(text, book, bold, lines)
    for _ in range(10):
        middle = (low + high) / 2
        tried = list(break_lines(text, book, middle, size, bold=bold, short=0.6))
        fits = len(tried) <= len(lines) and all(x.width * size / 1000 <= width for x in tried)
        if fits and _torn(text, book, bold, tried) <= torn:
            best, high = tried, middle
        else:
            low = middle
    return best


def _torn(text: str, book: FontBook, bold: bool, lines: list[Line]) -> int:
    """Return how many lines end inside a word that is wider than they are."""
    torn, offset = 0, 0
    for part in text.split("\n"):
        para = paragraph(part, book, bold)
        inner = [line.end - offset for line in lines if 0 < line.end - offset < len(part)]
        torn += sum(not para.allowed(end, relaxed=True) for end in inner)
        offset += len(part) + 1
    return torn


def _ends(para: Para, limit: float, share: float, relaxed: bool) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line; the last one waits, so that it never is a mere scrap."""
    start, total = 0, len(para.text)
    while True:
        end = _line_end(para, start, limit, share, relaxed)
        if end < total and _visible(para, end) < _LEAST_LAST:
            end = _pull_back(para, start, end, relaxed)
        yield start, end
        if end >= total:
            return
        start = end


def _visible(para: Para, start: int) -> int:
    """Return how many characters the rest has, without spaces and punctuation; 8 for many."""
    if len(para.text) - start > 8:
        return 8
    return sum(char not in NOT_AT_START for char in para.text[start:].strip())


def _line_end(para: Para, start: int, limit: float, share: float, relaxed: bool) -> int:
    """Return where the line that begins at ``start`` ends."""
    text, at, total = para.text, para.at, len(para.text)
    fits = bisect_right(at, at[start] + limit + _EPSILON, start) - 1
    while fits < total and text[fits] in " \u3000":
        fits += 1
    if fits >= total:
        return total
    enough = at[start] + limit * (1 - share)
    first = 0
    for end in range(fits, start, -1):
        if not para.allowed(end, relaxed):
            continue
        near = at[end] >= enough
        if near and para.phrase(end):
            return _surer(para, start, end, relaxed)
        first = first or end
        if not near:
            break
    if not first:
        return _forced(para.text, start, max(fits, start + 1), relaxed)
    return first if is_phrase_end(text[first - 1]) else _strongest(para, start, first, relaxed)


def _surer(para: Para, start: int, end: int, relaxed: bool) -> int:
    """Return the end of a phrase, or a far surer one a few characters before it."""
    if is_phrase_end(para.text[end - 1]) or para.strength(end) >= _SURE:
        return end
    return _strongest(para, start, end, relaxed)


def _strongest(para: Para, start: int, end: int, relaxed: bool) -> int:
    """Return the place at ``end`` or a little before it where a line ends best."""
    places = range(end, max(start, end - _INSIDE - 1), -1)
    return max((x for x in places if para.allowed(x, relaxed)), key=para.strength)


def _forced(text: str, start: int, fits: int, relaxed: bool) -> int:
    """Return an end inside a stretch that is wider than the line and has no place to break."""
    places = range(min(fits, len(text) - 1), max(start, fits - _FORCED), -1)
    return next((end for end in places if may_split(text, end, relaxed)), fits)


def _pull_back(para: Para, start: int, end: int, relaxed: bool) -> int:
    """Return an earlier end, so that the last line has enough characters."""
    fallback = 0
    for earlier in range(end - 1, max(start + 1, end - 12), -1):
        if _visible(para, earlier) < _LEAST_LAST or not para.allowed(earlier, relaxed):
            continue
        if para.phrase(earlier):
            return _surer(para, start, earlier, relaxed)
        fallback = fallback or earlier
    return _strongest(para, start, fallback, relaxed) if fallback else end
