"""Known names taken out of texts that are handed on.

Owns the finding of a name in a sentence: the whole name, and a part of it where it is spoken of as
a person. Must not guess names: it is told which there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

MASK: Final = "〇〇"
"""What stands instead of a name."""

_SPACE: Final = re.compile(r"[\s\u3000]+")
_TITLES: Final = "さん|さま|様|氏|先生|くん|君|ちゃん"
_KANJI: Final = "[一-龠々ヶ]"
_NOTHING: Final = "(?!)"
_LEAST: Final = 2


def name_masker(names: Iterable[str]) -> Callable[[str], str]:
    """Return the function that puts ``MASK`` for each of ``names`` in a text.

    A name of several parts is found with and without space between them; a part alone only before
    さん and the like, or as a whole word in Latin letters. Two parts of one character each, such as
    森 学, make a word that may mean something else: without space it is found before さん alone.
    """
    whole: set[str] = set()
    parts: set[str] = set()
    for name in names:
        pieces = [piece for piece in _SPACE.split(name.strip()) if piece]
        if len(pieces) > 1:
            whole.add(_whole(pieces))
            parts.update(pieces)
        else:
            parts.update(piece for piece in pieces if len(piece) >= _LEAST)
    found = sorted(whole, key=len, reverse=True)
    found += [_alone(piece) for piece in sorted(parts, key=len, reverse=True)]
    if not found:
        return lambda text: text
    pattern = re.compile("|".join(found))
    return lambda text: pattern.sub(MASK, text)


def _whole(pieces: Sequence[str]) -> str:
    """Return the pattern of a name of several parts."""
    words = [re.escape(piece) for piece in pieces]
    spaced = r"[\s\u3000]+".join(words)
    joined = "".join(words)
    if all(piece.isascii() for piece in pieces):
        return rf"\b(?:{spaced}|{joined})\b"
    if len("".join(pieces)) <= _LEAST:
        return rf"(?:{spaced}|{joined}(?={_TITLES}))"
    return rf"(?:{spaced}|{joined})"


def _alone(piece: str) -> str:
    """Return the pattern of one part of a name; a single kanji is none where another precedes."""
    escaped = re.escape(piece)
    if piece.isascii():
        return rf"\b{escaped}\b" if len(piece) >= _LEAST else _NOTHING
    before = rf"(?<!{_KANJI})" if len(piece) < _LEAST else ""
    return rf"{before}{escaped}(?={_TITLES})"
