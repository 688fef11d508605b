"""The level of a feeling as people type and read it: −2 … +2.

Owns reading and writing that form. Must not know cards.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LEAST: Final = -2.0
MOST: Final = 2.0

_MINUS: Final = "−－ー‐–-"
"""What a minus may be: typed, full width, or the long vowel mark an input method makes of it."""

_LEVEL: Final = re.compile(r"([+-]?)([0-2])(\.[05])?")
_SPACE: Final = re.compile("[ \u3000\n]+")


def _plain(text: str) -> str:
    for mark in _MINUS:
        text = text.replace(mark, "-")
    return unicodedata.normalize("NFKC", text)


def only_level(text: str) -> float | None:
    """Return the level when ``text`` is nothing but one (``−2``, ``＋１``, ``ー1``), else None."""
    found = _LEVEL.fullmatch(_plain(text.strip()))
    return _value(found) if found is not None else None


def only_step(text: str) -> int:
    """Return 1 for a lone plus, −1 for a lone minus, else 0."""
    return {"+": 1, "-": -1}.get(_plain(text.strip()), 0)


def split_level(text: str) -> tuple[float | None, str]:
    """Return the level that ``text`` begins with, and the reason after it."""
    head, *rest = _SPACE.split(text.strip(), maxsplit=1)
    level = only_level(head)
    return (None, text) if level is None else (level, "".join(rest))


def level_words(level: float) -> str:
    """Return the level as it is shown: ``+1``, ``0``, ``−0.5``."""
    number = f"{abs(level):g}"
    return number if level == 0 else f"{'+' if level > 0 else '−'}{number}"


def clamp(level: float) -> float:
    """Return the nearest half step between −2 and +2."""
    return max(LEAST, min(MOST, round(level * 2) / 2))


def _value(found: re.Match[str]) -> float | None:
    value = float(found[2] + (found[3] or ""))
    if value > MOST:
        return None
    return -value if found[1] == "-" else value
