"""The period of a project in words.

Owns how two dates, or one, or none, are written as a stretch of time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from servicedesign.i18n import Translator
from servicedesign.model.dates import long_date, long_month, parse_date, short_date


def stretch_in_months(start: str, end: str, t: Translator) -> str:
    """Return the time from ``start`` to ``end`` by months, for a line of few words.

    Both are ISO dates, or empty; what is no date is returned as it was written.
    """
    first, last = parse_date(start), parse_date(end)
    words = _said(start, first, long_month, t)
    if first and last and first.year == last.year:
        if first.month == last.month:
            return words
        if t.lang == "ja":
            return _stretch(t, words, t("{month}月", month=last.month))
    return _stretch(t, words, _said(end, last, long_month, t))


def stretch_in_days(start: str, end: str, t: Translator) -> str:
    """Return the time from ``start`` to ``end`` by days, a line for each; see above."""
    first, last = parse_date(start), parse_date(end)
    words = _said(start, first, long_date, t)
    short = first and last and first.year == last.year and t.lang == "ja"
    closing = _said(end, last, short_date if short else long_date, t)
    return _stretch(t, words, f"\n{closing}" if words and closing else closing)


def _said(text: str, day: date | None, form: Callable[[date, str], str], t: Translator) -> str:
    """Return a date in words, or as it was written where it is none."""
    return " ".join(text.split()) if day is None else form(day, t.lang)


def _stretch(t: Translator, first: str, last: str) -> str:
    if first and last:
        return t("{first}～{last}", first=first, last=last)
    if first:
        return t("{first}～", first=first)
    return t("～{last}", last=last) if last else ""
