"""A field for a whole number with its unit, such as 34歳.

Owns reading what people type (full-width digits, with or without the unit) and saying what is
wrong; the typed text is kept.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.widgets.text_field import TextField


class IntField(TextField):
    """A whole number between two bounds, or nothing.

    Signals:
        number_committed: the number, or None when the field was emptied.
    """

    number_committed = Signal(object)

    def __init__(
        self,
        name: str,
        t: Translator,
        *,
        minimum: int = 0,
        maximum: int = 999_999_999,
        unit: str = "",
        size: int = tokens.CONTENT_PX,
        parent: QWidget | None = None,
    ) -> None:
        """Make a field named ``name``; ``unit`` follows the number."""
        super().__init__(name, size=size, parent=parent)
        self.t = t
        self._minimum = minimum
        self._maximum = maximum
        self._unit = unit
        self._number: int | None = None
        self.setMinimumWidth(self.minimumWidth())
        self._pending.in_pauses = False
        self.committed.connect(self._on_committed)

    def number(self) -> int | None:
        """Return the last right number, or None."""
        return self._number

    def set_number(self, number: int | None) -> None:
        """Show ``number`` from a refresh; a text being typed or corrected is left alone."""
        self._number = number
        if not self.error():
            self.set_text(self._written(number))

    def _written(self, number: int | None) -> str:
        return "" if number is None else f"{number}{self._unit}"

    def _on_committed(self, text: str) -> None:
        plain = unicodedata.normalize("NFKC", text).strip().removesuffix(self._unit).strip()
        plain = plain.replace(",", "")
        if not plain:
            self._settle(None)
        elif plain.isascii() and plain.lstrip("-").isdigit() and len(plain) < 12:
            number = int(plain)
            if self._minimum <= number <= self._maximum:
                self._settle(number)
            else:
                self._complain()
        else:
            self._complain()

    def _complain(self) -> None:
        self.set_error(self.t("{low}から{high}まで", low=self._minimum, high=self._maximum))

    def _settle(self, number: int | None) -> None:
        self.set_error("")
        changed = number != self._number
        self._number = number
        if not self.hasFocus():
            self.set_text(self._written(number))
        if changed:
            self.number_committed.emit(number)
