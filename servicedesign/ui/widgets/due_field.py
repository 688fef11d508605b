"""A field for a day near today: typed without a year, shown without one.

Owns which year is meant. Everything else is ``DateField``; reading is in ``ui/date_reading.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from servicedesign.i18n import Translator
from servicedesign.model.dates import long_date, parse_date, short_date
from servicedesign.ui.date_reading import read_near_date
from servicedesign.ui.widgets.date_field import DateField


class DueField(DateField):
    """A day or nothing."""

    def __init__(
        self,
        name: str,
        t: Translator,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """Make a field named ``name``; days without a year are near ``today``."""
        super().__init__(name, t, example=t("例：12/18"), parent=parent)
        self._today = today

    def _written(self, iso: str) -> str:
        """Return the day without its year where it would be read back as the same day."""
        day = parse_date(iso)
        if day is None:
            return iso
        short = short_date(day, self.t.lang)
        same = read_near_date(short, self._today()) == day
        return short if same else long_date(day, self.t.lang)

    def _day_of(self, text: str) -> date | None:
        return read_near_date(text, self._today())

    def _complaint(self) -> str:
        return self.t("日付として読めません。例：12/18、2026-12-18")
