"""Dates as a town writes them: 令和 years, fiscal years, and the English form of each.

Owns the reading and writing of dates; they are kept as ISO 8601 text. Must not ask the time: a
date is passed in.
"""

from __future__ import annotations

from datetime import date

_REIWA_START = date(2019, 5, 1)
_HEISEI_START = date(1989, 1, 8)
_FISCAL_MONTH = 4
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def parse_date(text: str) -> date | None:
    """Return the date of an ISO text such as ``2026-11-05``, or None when it is not one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def era_year(day: date) -> tuple[str, str, int] | None:
    """Return (era, era in Latin letters, year in it) of ``day``, or None before 平成."""
    if day >= _REIWA_START:
        return "令和", "Reiwa", day.year - 2018
    if day >= _HEISEI_START:
        return "平成", "Heisei", day.year - 1988
    return None


def _year_ja(day: date) -> str:
    era = era_year(day)
    if era is None:
        return f"{day.year}年"
    name, _, year = era
    return f"{name}{'元' if year == 1 else year}（{day.year}）年"


def long_date(day: date, lang: str) -> str:
    """Return ``day`` as 令和8（2026）年11月5日 or 5 November 2026 (Reiwa 8)."""
    if lang != "en":
        return f"{_year_ja(day)}{day.month}月{day.day}日"
    era = era_year(day)
    tail = f" ({era[1]} {era[2]})" if era else ""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}{tail}"


def short_date(day: date, lang: str) -> str:
    """Return ``day`` without its year: 11月5日 or 5 November."""
    if lang != "en":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}"


def long_month(day: date, lang: str) -> str:
    """Return the month of ``day``: 令和8（2026）年11月 or November 2026 (Reiwa 8)."""
    if lang != "en":
        return f"{_year_ja(day)}{day.month}月"
    era = era_year(day)
    tail = f" ({era[1]} {era[2]})" if era else ""
    return f"{_MONTHS[day.month - 1]} {day.year}{tail}"


def fiscal_year(day: date) -> int:
    """Return the year in which the fiscal year of ``day`` began (April to March)."""
    return day.year if day.month >= _FISCAL_MONTH else day.year - 1


def fiscal_year_text(year: int, lang: str) -> str:
    """Return the fiscal year that began in ``year``: 令和8（2026）年度 or fiscal 2026 (Reiwa 8)."""
    start = date(year, _FISCAL_MONTH, 1)
    if lang != "en":
        # The fiscal year of 2019 began in 平成31 but is written 令和元年度.
        named = date(2019, 5, 1) if year == _REIWA_START.year else start
        return f"{_year_ja(named)}度"
    era = era_year(date(2019, 5, 1) if year == _REIWA_START.year else start)
    tail = f" ({era[1]} {era[2]})" if era else ""
    return f"fiscal {year}{tail}"
