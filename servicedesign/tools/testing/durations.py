"""How long something took, in words and read from what people type.

Owns both directions. Seconds are whole.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import normalize

from servicedesign.i18n import Translator

MOST_SECONDS: Final = 24 * 3600
"""A task that takes longer than a day is a slip of the pen."""

_UNITS: Final = (
    r"\s*(?:(?P<h>\d{1,4})\s*(?:時間|hours|hour|hrs|hr|h))?"
    r"\s*(?:(?P<m>\d{1,4})\s*(?:分間|分|minutes|minute|mins|min|m))?"
    r"\s*(?:(?P<s>\d{1,5})\s*(?:秒間|秒|seconds|second|secs|sec|s))?\s*"
)
_COLONS: Final = r"\s*(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,4}):(?P<s>[0-5]?\d)\s*"


def duration_words(seconds: int, t: Translator) -> str:
    """Return seconds as people say them: ``1分10秒``, ``52分``, ``1時間8分``; never rounded."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = []
    if hours:
        parts.append(t.context("duration", "{n}時間", n=hours))
    if minutes:
        parts.append(t.context("duration", "{n}分", n=minutes))
    if left or not parts:
        parts.append(t.context("duration", "{n}秒", n=left))
    return ("" if t.lang == "ja" else " ").join(parts)


def read_duration(text: str) -> int | None:
    """Return the seconds that ``text`` tells, or None where it tells none.

    ``4分20秒``, ``４：２０``, ``4 min 20 s`` and ``1:08:00`` are read; a lone number is seconds.
    """
    plain = normalize("NFKC", text).strip().lower()
    if not plain:
        return None
    if plain.isascii() and plain.isdigit():
        return _within(int(plain[:9]))
    found = re.fullmatch(_COLONS, plain) or re.fullmatch(_UNITS, plain)
    if found is None:
        return None
    hours, minutes, seconds = (int(found[key] or 0) for key in ("h", "m", "s"))
    return _within(hours * 3600 + minutes * 60 + seconds)


def _within(seconds: int) -> int | None:
    return seconds if seconds <= MOST_SECONDS else None
