"""Times and lengths as people write them: 13:00, 午後1時, 1300; 10, 10分, 1時間30分.

Owns the reading and the writing of both. A moment is kept as minutes after the midnight that began
the day, so that 24:10 is ten past midnight. Must not know what a time is the time of.
"""

from __future__ import annotations

import re
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.normalise import fold

DAY: Final = 1440
"""Minutes of a day."""

_CLOCK: Final = re.compile(
    r"(?P<half>午前|午後|am|pm)?\s*(?P<hour>\d{1,2})\s*(?:[:;.時h]\s*(?P<minute>\d{1,2})?\s*分?)?"
    r"(?P<half_hour>半)?\s*(?P<after>am|pm|a\.m\.|p\.m\.)?"
)
_DIGITS: Final = re.compile(r"(\d{1,2})(\d{2})")
_RANGE: Final = re.compile(r"\s*(?:から|[-~〜−–—―‐]|\bto\b)\s*")
_LENGTH: Final = re.compile(
    r"(?:(?P<hours>\d{1,2})\s*(?:時間|hours|hour|hrs|hr|h|:))?\s*"
    r"(?:(?P<minutes>\d{1,4})\s*(?:分間|分|minutes|minute|mins|min|m|')?)?(?P<half>半)?"
)


def read_clock(text: str) -> int | None:
    """Return the minutes after midnight that ``text`` names, or None when it is no time.

    13:00, 1300, 13時, 13時半, 午後1時20分, 1:20 pm and the same in full width are read; so is
    24:10, which is ten past midnight.
    """
    short = fold(text).strip().removesuffix("から").strip("-~〜−–— ")
    digits = _DIGITS.fullmatch(short)
    if digits is not None:
        return _moment(int(digits[1]), int(digits[2]), "")
    found = _CLOCK.fullmatch(short)
    if found is None:
        return None
    half = found["half"] or (found["after"] or "").replace(".", "")
    minute = 30 if found["half_hour"] and not found["minute"] else int(found["minute"] or 0)
    return _moment(int(found["hour"]), minute, half)


def _moment(hour: int, minute: int, half: str) -> int | None:
    if half in ("午後", "pm") and hour < 12:
        hour += 12
    elif half in ("午前", "am") and hour == 12:
        hour = 0
    if hour > 29 or minute > 59:
        return None
    return hour * 60 + minute


def read_span(text: str) -> tuple[int | None, int | None]:
    """Return beginning and end of ``text`` such as 13:00～13:10; either may be None."""
    parts = _RANGE.split(fold(text).strip(), maxsplit=1)
    return read_clock(parts[0]), read_clock(parts[1]) if len(parts) > 1 else None


def read_minutes(text: str) -> int | None:
    """Return the minutes that ``text`` names (10, 10分, 1時間30分, 1:30), or None for no length."""
    short = fold(text).strip()
    found = _LENGTH.fullmatch(short)
    if found is None or not (found["hours"] or found["minutes"]):
        return None
    half = 30 if found["half"] and found["hours"] and not found["minutes"] else 0
    if found["half"] and not half:
        return None
    total = int(found["hours"] or 0) * 60 + int(found["minutes"] or 0) + half
    return total if total <= DAY else None


def stored_clock(moment: int) -> str:
    """Return ``moment`` as a record keeps it: HH:MM, of the next day too."""
    return f"{moment // 60 % 24:02d}:{moment % 60:02d}"


def clock_text(moment: int | None, t: Translator) -> str:
    """Return ``moment`` for people: 9:30, 13:00, 翌0:10; empty for an unknown one."""
    if moment is None:
        return ""
    time = f"{moment // 60 % 24}:{moment % 60:02d}"
    return t("翌{time}", time=time) if moment >= DAY else time


def length_text(minutes: int, t: Translator) -> str:
    """Return a length for people: 45分, 3時間, 3時間30分."""
    hours, rest = divmod(abs(minutes), 60)
    if not hours:
        return t("{n}分", n=rest)
    whole = t.plural("{n}時間", hours)
    return t("{hours}{minutes}", hours=whole, minutes=t("{n}分", n=rest)) if rest else whole
