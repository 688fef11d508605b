"""The questions of one principle, answered or reworded in place.

Owns the rows and which of the two is going on.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import PrincipleCheck
from servicedesign.tools.principles.answers import STEPS
from servicedesign.tools.principles.question_row import QuestionRow
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.quiet_button import QuietButton


class QuestionList(QWidget):
    """Rows to answer, or to reword.

    Attributes:
        pencil: the button that begins rewording; the page places it.

    Signals:
        answered: the id of a question, and the value of its answer.
        written: the id of a question, and its new words.
        move_asked: the id of a question, and the place it is to stand at.
        delete_asked: the id of a question to take away.
        add_asked: one more question is wanted.
    """

    answered = Signal(str, str)
    written = Signal(str, str)
    move_asked = Signal(str, int)
    delete_asked = Signal(str)
    add_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty list, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._reading = reading
        self._editing = False
        self._rows: dict[str, QuestionRow] = {}
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        self._add = QuietButton(t("問いを足す"), icon="mdi6.plus", blue=True)
        self._add.clicked.connect(self.add_asked)
        self._end = QuietButton(t("直し終える"), key="F2", icon="mdi6.check")
        self._end.clicked.connect(self.turn_editing)
        # A parent from the start: a widget without one would flash as a window of its own.
        self.pencil = QuietButton("", icon="mdi6.pencil-outline", parent=self)
        self.pencil.setAccessibleName(t("問いを直す"))
        self.pencil.setToolTip(t("問いを直す") + "  F2")
        self.pencil.clicked.connect(self.turn_editing)
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(look.px(4), look.px(2), look.px(4), look.px(2))
        row.addWidget(self._add)
        row.addStretch(1)
        row.addWidget(self._end)
        column.addWidget(self._tools)
        self.set_editing(False)

    def rows(self) -> tuple[QuestionRow, ...]:
        """Return the rows in order."""
        return tuple(self._rows.values())

    def editing(self) -> bool:
        """Tell whether the questions are being reworded."""
        return self._editing

    def show_checks(self, checks: Sequence[PrincipleCheck]) -> None:
        """Show ``checks`` in order; rows of those that stay are kept."""
        if [check.id for check in checks] != list(self._rows):
            self._sort_rows(checks)
        last = len(checks) - 1
        for place, check in enumerate(checks):
            self._rows[check.id].show_check(check, first=place == 0, last=place == last)

    def _sort_rows(self, checks: Sequence[PrincipleCheck]) -> None:
        before = dict(self._rows)
        while self._column.count():
            self._column.takeAt(0)
        self._rows = {
            check.id: before[check.id] if check.id in before else self._row() for check in checks
        }
        for check_id, row in before.items():
            if check_id not in self._rows:
                row.hide()
                row.deleteLater()
        earlier: QWidget | None = None
        for check_id, row in self._rows.items():
            row.setObjectName(check_id)
            self._column.addWidget(row)
            row.show()
            for part in (row.switch, row.area, row.up, row.down, row.remove):
                if earlier is not None:
                    QWidget.setTabOrder(earlier, part)
                earlier = part
        if earlier is not None:
            QWidget.setTabOrder(earlier, self._add)
            QWidget.setTabOrder(self._add, self._end)

    def _row(self) -> QuestionRow:
        row = QuestionRow(self._t, reading=self._reading)
        row.set_editing(self._editing)
        row.answered.connect(lambda value: self.answered.emit(row.objectName(), value))
        row.written.connect(lambda text: self.written.emit(row.objectName(), text))
        row.delete_asked.connect(lambda: self.delete_asked.emit(row.objectName()))
        row.move_asked.connect(lambda by: self._move(row, by))
        return row

    def _move(self, row: QuestionRow, by: int) -> None:
        there = list(self._rows.values()).index(row) + by
        self.move_asked.emit(row.objectName(), there)

    def set_editing(self, editing: bool) -> None:
        """Reword the questions, or end it and answer them."""
        self._editing = editing and not self._reading
        for row in self._rows.values():
            if not self._editing:
                row.area.flush()
            row.set_editing(self._editing)
        self._tools.setVisible(self._editing)
        self.pencil.setVisible(not self._editing and not self._reading)

    def turn_editing(self) -> None:
        """Begin rewording at the question in use, or end it there."""
        here = next((place for place, row in enumerate(self.rows()) if _holds_focus(row)), 0)
        self.set_editing(not self._editing)
        self.focus_row(here)

    def focus_row(self, place: int) -> None:
        """Put the focus on the question at ``place`` (from 0), or near it."""
        rows = self.rows()
        if not rows:
            (self._add if self._editing else self.pencil).setFocus()
            return
        row = rows[min(place, len(rows) - 1)]
        target: QWidget = row.area if self._editing else row.switch
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_check(self, check_id: str) -> bool:
        """Put the focus on a question; False when it is not shown here."""
        if check_id not in self._rows:
            return False
        self.focus_row(list(self._rows).index(check_id))
        return True

    def answer_next(self, number: int) -> None:
        """Give the answer at ``number`` (from 0) to the first question without one."""
        values = [step.value for step in STEPS]
        for row in self.rows():
            if row.switch.value() not in values:
                row.switch.choose(number)
                return


def _holds_focus(row: QWidget) -> bool:
    return any(part.hasFocus() for part in row.findChildren(QWidget))
