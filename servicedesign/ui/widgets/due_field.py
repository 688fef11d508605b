"""A field for a day near today: typed without a year, shown without one.

Owns saying what is wrong; the typed text is kept. Reading is in ``ui/date_reading.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from servicedesign.i18n import Translator
from servicedesign.model.dates import long_date, parse_date, short_date
from servicedesign.ui.date_reading import read_near_date
from servicedesign.ui.widgets.text_field import TextField


class DueField(TextField):
    """A day or nothing.

    Signals:
        date_committed: the day as ISO 8601, or empty.
    """

    date_committed = Signal(str)

    def __init__(
        self,
        name: str,
        t: Translator,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """Make a field named ``name``; days without a year are near ``today``."""
        super().__init__(name, placeholder=t("例：12/18"), parent=parent)
        self._t = t
        self._today = today
        self._iso = ""
        self.committed.connect(self._on_committed)

    def set_date(self, iso: str) -> None:
        """Show the day ``iso`` (ISO 8601, or empty) from a refresh."""
        self._iso = iso
        if not self.error():
            self.set_text(self._written(iso))

    def _written(self, iso: str) -> str:
        """Return the day without its year where it would be read back as the same day."""
        day = parse_date(iso)
        if day is None:
            return iso
        short = short_date(day, self._t.lang)
        same = read_near_date(short, self._today()) == day
        return short if same else long_date(day, self._t.lang)

    def _on_committed(self, text: str) -> None:
        if not text.strip():
            self._settle("")
            return
        day, t = read_near_date(text, self._today()), self._t
        if day is None:
            self.set_error(t("日付として読めません。例：12/18、2026-12-18"))
        else:
            self._settle(day.isoformat())

    def _settle(self, iso: str) -> None:
        self.set_error("")
        changed = iso != self._iso
        self._iso = iso
        if not self.hasFocus():
            self.set_text(self._written(iso))
        if changed:
            self.date_committed.emit(iso)
