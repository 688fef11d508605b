"""Who checked, and when.

Owns the two fields; they stand under the list, or at the end of the page where it is narrow.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import PrincipleEdition
from servicedesign.model.record import field_specs
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.due_field import DueField
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.text_field import TextField


class CheckFacts(QWidget):
    """Two fields side by side.

    Signals:
        names_written: who checked.
        day_written: the day as ISO 8601, or empty.
    """

    names_written = Signal(str)
    day_written = Signal(str)

    def __init__(
        self,
        t: Translator,
        today: Callable[[], date],
        *,
        reading: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Make empty fields, ``reading`` in a project that is only read."""
        super().__init__(parent)
        specs = field_specs(PrincipleEdition)
        by, on = t(specs["checked_by"].label), t(specs["checked_on"].label)
        self._names = TextField(by)
        self._day = DueField(on, t, today)
        for field in (self._names, self._day):
            field.setReadOnly(reading)
        self._names.committed.connect(self.names_written)
        self._day.date_committed.connect(self.day_written)
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(8), look.px(8), look.px(8))
        row.setSpacing(0)
        row.addWidget(FieldBlock(by, self._names), 3)
        row.addWidget(FieldBlock(on, self._day), 2)

    def show_edition(self, edition: PrincipleEdition) -> None:
        """Show the facts of ``edition``; what is being typed is left alone."""
        self._names.set_text("、".join(edition.checked_by.split("\n")))
        self._day.set_date(edition.checked_on)

    def go_to(self, field: str) -> bool:
        """Put the focus on ``field``; False when it has no place here."""
        place = {"checked_by": self._names, "checked_on": self._day}.get(field)
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        return place is not None
