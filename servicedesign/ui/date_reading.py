"""Dates as people type them: 2026-09-01, 2026/9/1, 令和8年9月1日, R8.9.1, 8.9.1.

Owns the reading. Writing is in ``model.dates``.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_REIWA = 2018
_HEISEI = 1988
_WESTERN = re.compile(r"(\d{4})\D+(\d{1,2})(?:\D+(\d{1,2}))?\D*")
_ERA = re.compile(r"(令和|平成|R|H|r|h)?\s*(元|\d{1,2})\s*[年./-]\s*(\d{1,2})(?:\D+(\d{1,2}))?\D*")
_BRACKETS = re.compile(r"\([^)]*\)")
_ENGLISH = re.compile(r"(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})\W*")
_SHORT = re.compile(r"(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.? ([A-Za-z]{3,9})\.?")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})")
_RECENT = 92
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_date(text: str) -> date | None:
    """Return the date that ``text`` names (the first of the month when no day is given), or None.

    A year of one or two digits is a 令和 year, but two numbers alone are no date.
    """
    plain = _BRACKETS.sub("", unicodedata.normalize("NFKC", text)).strip()
    found = _WESTERN.fullmatch(plain)
    if found:
        return _made(int(found[1]), found[2], found[3])
    found = _ERA.fullmatch(plain)
    if found and (found[1] or found[4]):
        base = _HEISEI if found[1] in ("平成", "H", "h") else _REIWA
        year = 1 if found[2] == "元" else int(found[2])
        return _made(base + year, found[3], found[4])
    found = _ENGLISH.fullmatch(plain)
    if found and found[2][:3].lower() in _MONTHS:
        return _made(int(found[3]), str(_MONTHS.index(found[2][:3].lower()) + 1), found[1])
    return None


def read_near_date(text: str, today: date) -> date | None:
    """Return the date that ``text`` names; one without a year is the nearest to come.

    12/18, 12月18日, 12-18 and 18 December need no year. A day up to three months ago is meant as
    that day, and not as the one in the year after.
    """
    plain = _BRACKETS.sub("", unicodedata.normalize("NFKC", text)).strip()
    parts = _month_and_day(plain.removesuffix("まで").strip())
    if parts is None:
        return read_date(text)
    for year in (today.year - 1, today.year, today.year + 1):
        day = _made(year, *parts)
        if day is not None and day >= today - timedelta(days=_RECENT):
            return day
    return None


def _month_and_day(plain: str) -> tuple[str, str] | None:
    found = _SHORT.fullmatch(plain)
    if found:
        return found[1], found[2]
    for pattern, month, day in ((_DAY_FIRST, 2, 1), (_MONTH_FIRST, 1, 2)):
        found = pattern.fullmatch(plain)
        if found and found[month][:3].lower() in _MONTHS:
            return str(_MONTHS.index(found[month][:3].lower()) + 1), found[day]
    return None


def _made(year: int, month: str, day: str | None) -> date | None:
    try:
        return date(year, int(month), int(day or 1))
    except ValueError:
        return None
