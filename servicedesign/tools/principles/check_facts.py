"""Who checked, and when.

Owns the two fields; they stand under the list, or at the end of the page where it is narrow.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import PrincipleEdition
from servicedesign.model.record import field_specs
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.due_field import DueField
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.field_row import FieldRow
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.text_area import TextArea

_LABEL_GAP = 26
_MOST = 136
"""Greatest height in px at 100 % in a low window: a long list of names scrolls."""
_SHARE = 5
"""In a high window it may take one part in so many of the height."""


class CheckFacts(QWidget):
    """Two fields, one below the other.

    Signals:
        written: a field of PrincipleEdition, and its text or day (ISO 8601, or empty).
    """

    written = Signal(str, str)

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
        by, on = (t(specs[name].label) for name in ("checked_by", "checked_on"))
        self._names = TextArea(by)
        self._day = DueField(on, t, today)
        for field in (self._names, self._day):
            field.setReadOnly(reading)
        self._names.committed.connect(lambda names: self.written.emit("checked_by", names))
        self._day.date_committed.connect(lambda day: self.written.emit("checked_on", day))
        self._page = QWidget()
        rows = QVBoxLayout(self._page)
        rows.setContentsMargins(theme().px(12), 0, 0, 0)
        rows.setSpacing(0)
        width = _label_width(by, on)
        rows.addWidget(FieldRow(by, self._names, t, label_width=width))
        day = FieldBlock("", self._day)
        rows.addWidget(FieldRow(on, day, t, label_width=width, inset=False, line=False))
        rows.addStretch(1)
        self._scroll = PageScroll(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._names.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Want the height of both fields, up to a bound."""
        height = self._page.sizeHint().height() + 2
        most = max(theme().px(_MOST), self.window().height() // _SHARE)
        return QSize(theme().px(300), min(height, most))

    def show_edition(self, edition: PrincipleEdition) -> None:
        """Show the facts of ``edition``; what is being typed is left alone."""
        self._names.set_text(edition.checked_by)
        self._day.set_date(edition.checked_on)

    def go_to(self, field: str) -> bool:
        """Put the focus on ``field``; False when it has no place here."""
        place = {"checked_by": self._names, "checked_on": self._day}.get(field)
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        return place is not None


def _label_width(*labels: str) -> int:
    """Return the room (px at 100 %) in which each of ``labels`` stands on one line."""
    look = theme()
    metrics = QFontMetricsF(look.font(bold=True))
    widest = max(metrics.horizontalAdvance(label) for label in labels)
    return ceil(widest * 100 / look.scale) + _LABEL_GAP
