"""Worries and the answers found to them, in two columns that grow.

Owns the rows: there is always an empty one to write in. What is written goes out as signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Worry
from servicedesign.tools.deep_dive.worry_row import WorryRow
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET


class WorryList(QWidget):
    """Pairs of fields.

    Signals:
        written: the place of a pair, ``worry`` or ``answer``, and the text.
        delete_asked: the place of a pair to take away.
    """

    written = Signal(int, str, str)
    delete_asked = Signal(int)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make a list with an empty pair, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self.t = t
        self._reading = reading
        self._rows: list[WorryRow] = []
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(INSET), look.px(4), 0, 0)
        head.setSpacing(look.px(8))
        for words in (t("心配"), t("答え")):
            label = TextLabel(words, tone=tokens.SECOND_TEXT)
            head.addWidget(label, 1)
            if words == t("心配"):
                head.addSpacing(look.px(24))
        head.addSpacing(look.px(40))
        column.addLayout(head)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)

    def rows(self) -> tuple[WorryRow, ...]:
        """Return the rows in order, the empty one last."""
        return tuple(self._rows)

    def show_worries(self, worries: Sequence[Worry]) -> None:
        """Show ``worries``; what is being typed is left alone."""
        wanted = len(worries) + (0 if self._reading else 1)
        while len(self._rows) < wanted:
            self._add_row()
        while len(self._rows) > wanted:
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, row in enumerate(self._rows):
            known = place < len(worries)
            worry = worries[place] if known else Worry()
            row.show_worry(worry, place + 1, known=known, last=place == wanted - 1)

    def _add_row(self) -> None:
        row = WorryRow(self.t, reading=self._reading)
        row.written.connect(lambda part, text: self.written.emit(self._place(row), part, text))
        row.delete_asked.connect(lambda: self.delete_asked.emit(self._place(row)))
        before = self._rows[-1].parts()[-1] if self._rows else None
        self._column.addWidget(row)
        self._rows.append(row)
        row.show()
        for part in row.parts():
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part

    def _place(self, row: WorryRow) -> int:
        return self._rows.index(row) if row in self._rows else len(self._rows)

    def go_to(self, place: int) -> None:
        """Put the focus on the worry at ``place``, or on the last there is."""
        if self._rows:
            row = self._rows[min(max(0, place), len(self._rows) - 1)]
            row.worry.setFocus(Qt.FocusReason.OtherFocusReason)
