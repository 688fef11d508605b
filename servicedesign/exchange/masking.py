"""Known names taken out of texts that are handed on.

Owns the finding of a name in a sentence: the whole name, and a part of it where it is spoken of as
a person. Must not guess names: it is told which there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

MASK: Final = "〇〇"
"""What stands instead of a name."""

_SPACE: Final = re.compile(r"[\s\u3000]+")
_TITLES: Final = "さん|さま|様|氏|先生|くん|君|ちゃん"
_LEAST: Final = 2


def name_masker(names: Iterable[str]) -> Callable[[str], str]:
    """Return the function that puts ``MASK`` for each of ``names`` in a text.

    A name of several parts is found with and without space between them; a part alone only before
    さん and the like, or as a whole word in Latin letters.
    """
    whole: set[str] = set()
    parts: set[str] = set()
    for name in names:
        pieces = [piece for piece in _SPACE.split(name.strip()) if len(piece) >= _LEAST]
        if len(pieces) > 1:
            whole.add(r"[\s\u3000]*".join(map(re.escape, pieces)))
        parts.update(pieces)
    found = sorted(whole, key=len, reverse=True)
    for piece in sorted(parts, key=len, reverse=True):
        escaped = re.escape(piece)
        found.append(rf"\b{escaped}\b" if piece.isascii() else rf"{escaped}(?={_TITLES})")
    if not found:
        return lambda text: text
    pattern = re.compile("|".join(found))
    return lambda text: pattern.sub(MASK, text)
