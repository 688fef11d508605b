"""Marks in a text move with it when the text is rewritten: the same words stay marked.

Owns that rule. Places are characters (code points), as Python counts them. Knows no record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

Span = tuple[int, int]
"""Where a mark begins and where it ends (the first character behind it)."""

_MOST: Final = 400
"""Up to this many characters a rewritten stretch is looked into for what stayed the same."""
_SAME: Final = 4
"""So many characters in a row are not the same by chance."""


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Characters from ``start`` to ``end`` became ``size`` other ones.

    Where some were only put in or only taken out, repeated characters may leave open where:
    anywhere from ``low`` to ``high``.
    """

    start: int
    end: int
    size: int
    low: int
    high: int


def shift_marks(before: str, after: str, marks: Iterable[Span]) -> list[Span | None]:
    """Return where ``marks`` in ``before`` stand in ``after``; None for one whose words are gone.

    Words put in before or behind a mark leave it alone, words put in between belong to it, words
    taken out make it shorter.
    """
    hunks = _hunks(before, after)
    return [_shifted(span, hunks, len(after)) for span in marks]


def clamp(start: int, end: int, length: int) -> Span | None:
    """Return a mark kept within a text of ``length`` characters, or None when nothing is left."""
    start, end = max(0, start), min(end, length)
    return (start, end) if start < end else None


def _shifted(span: Span, hunks: list[_Hunk], length: int) -> Span | None:
    found: Span | None = span
    for hunk in reversed(hunks):  # from the end on, so that earlier places still hold
        if found is None:
            return None
        found = _moved(found, hunk)
    return clamp(*found, length) if found is not None else None


def _moved(span: Span, hunk: _Hunk) -> Span | None:
    if hunk.start == hunk.end:
        return _after_insertion(span, hunk)
    if hunk.size == 0:
        return _after_deletion(span, hunk)
    return _after_rewriting(span, hunk)


def _after_insertion(span: Span, hunk: _Hunk) -> Span:
    start, end = span
    if hunk.low <= start:
        return start + hunk.size, end + hunk.size
    if hunk.high >= end:
        return span
    return start, end + hunk.size


def _after_deletion(span: Span, hunk: _Hunk) -> Span | None:
    start, end = span
    gone = hunk.end - hunk.start
    if hunk.low + gone <= start:
        return start - gone, end - gone
    if hunk.high >= end:
        return span
    start, end = (_without(place, hunk.start, hunk.end) for place in span)
    return (start, end) if start < end else None


def _without(place: int, start: int, end: int) -> int:
    """Return where ``place`` is once the characters from ``start`` to ``end`` are gone."""
    return place - max(0, min(place, end) - start)


def _after_rewriting(span: Span, hunk: _Hunk) -> Span | None:
    start, end = span
    grown = hunk.size - (hunk.end - hunk.start)
    if hunk.end <= start:
        return start + grown, end + grown
    if hunk.start >= end:
        return span
    if start <= hunk.start and hunk.end <= end:
        return start, end + grown  # the marked words were worded anew
    if hunk.start <= start and end <= hunk.end:
        return None
    if hunk.start < start:
        return hunk.start + hunk.size, end + grown
    return start, hunk.start


def _hunks(before: str, after: str) -> list[_Hunk]:
    """Return what changed, from the beginning to the end of ``before``."""
    if before == after:
        return []
    head = _common(before, after)
    shared = min(len(before), len(after))
    tail = _common(before[::-1], after[::-1])
    if head + tail >= shared:  # something was only put in, or only taken out
        low, high = shared - tail, head
        taken = max(0, len(before) - len(after))
        return [_Hunk(low, low + taken, max(0, len(after) - len(before)), low, high)]
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if max(len(old), len(new)) > _MOST:
        return [_Hunk(head, head + len(old), len(new), head, head)]
    return _looked_into(old, new, head)


def _looked_into(old: str, new: str, offset: int) -> list[_Hunk]:
    from difflib import SequenceMatcher  # late: it is loaded with every project

    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    hunks, a, b = [], 0, 0
    for block in blocks:
        if block.size < _SAME and block.a < len(old):
            continue
        if block.a > a or block.b > b:
            start = offset + a
            hunks.append(_Hunk(start, offset + block.a, block.b - b, start, start))
        a, b = block.a + block.size, block.b + block.size
    return hunks


def _common(one: str, other: str) -> int:
    """Return the length of the common beginning of two texts."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
