"""A field for a date, typed in any of the ways people write one.

Owns saying what is wrong; the typed text is kept. Reading is in ``ui/date_reading.py``.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from servicedesign.i18n import Translator
from servicedesign.model.dates import long_date, parse_date
from servicedesign.ui.date_reading import read_date
from servicedesign.ui.widgets.text_field import TextField


class DateField(TextField):
    """A date or nothing.

    Signals:
        date_committed: the date as ISO 8601, or empty.
    """

    date_committed = Signal(str)

    def __init__(
        self, name: str, t: Translator, *, example: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a field named ``name``; ``example`` stands in it while it is empty."""
        super().__init__(name, placeholder=example or t("例：令和8年9月1日"), parent=parent)
        self.t = t
        self._iso = ""
        self._pending.in_pauses = False
        self.committed.connect(self._on_committed)

    def set_date(self, iso: str) -> None:
        """Show the date ``iso`` (ISO 8601, or empty) from a refresh."""
        self._iso = iso
        if not self.error():
            self.set_text(self._written(iso))

    def _written(self, iso: str) -> str:
        day = parse_date(iso)
        return long_date(day, self.t.lang) if day else iso

    def _day_of(self, text: str) -> date | None:
        """Return the day that ``text`` means, or None when it means none."""
        return read_date(text)

    def _complaint(self) -> str:
        return self.t("日付として読めません。例：2026/9/1")

    def _on_committed(self, text: str) -> None:
        if not text.strip():
            self._settle("")
            return
        day = self._day_of(text)
        if day is None:
            self.set_error(self._complaint())
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
