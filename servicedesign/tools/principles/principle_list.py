"""The principles as a list with the mark of each answer.

Owns the list and its keys; answers are asked for by a signal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import Answer, PrincipleItem
from servicedesign.tools.principles.answers import STEPS, answer_words
from servicedesign.tools.principles.list_delegate import LEAST_ROW, MOST_ROW, ListDelegate, ListLine
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import theme

_LINE = Qt.ItemDataRole.UserRole


class PrincipleList(QListWidget):
    """One line for each principle; as a rail, number and mark alone.

    Signals:
        chosen: the place (from 0) of the principle to show.
        answer_asked: a digit was pressed: the answer at this place (from 0).
        enter_asked: go to the questions.
    """

    chosen = Signal(int)
    answer_asked = Signal(int)
    enter_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._words = answer_words(t)
        self.setAccessibleName(t("12箇条"))
        self.setItemDelegate(ListDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty(NO_RING, True)
        self.setMinimumHeight(theme().px(3 * LEAST_ROW))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.currentRowChanged.connect(self._on_row)

    def sizeHint(self) -> QSize:
        """Want the height of all lines."""
        return QSize(theme().px(240), self.count() * theme().px(MOST_ROW))

    def show_items(self, items: Sequence[PrincipleItem], answers: Mapping[str, Answer]) -> None:
        """Show ``items`` with their answers; lines that stay the same are left alone."""
        blocked = self.blockSignals(True)
        while self.count() > len(items):
            self.takeItem(self.count() - 1)
        while self.count() < len(items):
            self.addItem(QListWidgetItem())
        for row, item in enumerate(items):
            line = ListLine(item.number, item.title, answers[item.id])
            entry = self.item(row)
            if entry.data(_LINE) != line:
                entry.setData(_LINE, line)
                said = f"{item.number} {item.title}、{self._words[line.answer]}"
                entry.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                entry.setToolTip("")
        self.blockSignals(blocked)
        self._fit()

    def set_current(self, row: int) -> None:
        """Mark the line at ``row`` without a signal."""
        blocked = self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(blocked)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height among the lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = theme()
        share = self.viewport().height() // max(1, self.count())
        height = min(look.px(MOST_ROW), max(look.px(LEAST_ROW), share))
        for row in range(self.count()):
            entry = self.item(row)
            if entry.sizeHint().height() != height:
                entry.setSizeHint(QSize(look.px(60), height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, Enter and right go to the questions; the rest is the list's."""
        digit = event.key() - Qt.Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 0 <= digit < len(STEPS):
            self.answer_asked.emit(digit)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.enter_asked.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)
