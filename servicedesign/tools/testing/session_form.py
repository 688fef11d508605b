"""Everything that is written of one session, as one page in the order of its sheet.

Owns the rows and what each shows. It writes nothing: what is typed and chosen goes to ``hands``.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign.model import Improvement, Side, TestSession, Verdict
from servicedesign.tools.testing import actions, observing
from servicedesign.tools.testing.hands import Hands
from servicedesign.tools.testing.improvement_row import ImprovementRow
from servicedesign.tools.testing.line_field import LineField
from servicedesign.tools.testing.task_row import TaskRow
from servicedesign.tools.testing.words import side_words, verdict_words
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.date_field import DateField
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.field_row import FieldRow
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.typing_edit import INSET

_FIELDS: Final = ("code", "person", "place", "observer")
_DATES: Final = {"ja": 228, "en": 184}
"""Least width of the first column in px at 100 % by language: day, month and year of a date."""


class SessionForm(QWidget):
    """The page of a session."""

    def __init__(self, context: EditorContext, hands: Hands) -> None:
        """Make an empty page whose doings go to ``hands``."""
        super().__init__()
        self._context, self._hands = context, hands
        t = self.t = context.t
        self.fields = {
            "code": TextField(t("番号"), bold=True),
            "person": TextField(t("どんな人か（匿名）"), placeholder=t("例：H-05（30代）")),
            "place": TextField(t("場所")),
            "observer": TextField(t("見た人")),
        }
        self.date = DateField(t("月日"), t)
        sides, verdicts = side_words(t), verdict_words(t)
        self.side = ChoiceSwitch(t("立場"), [Choice(one, sides[one]) for one in Side])
        self.satisfaction = ChoiceSwitch(
            t("満足"), [Choice(str(one), str(one)) for one in range(1, 6)]
        )
        self.verdict = ChoiceSwitch(
            t("判定"), [Choice(one, word) for one, word in verdicts.items()]
        )
        self.words = TextArea(t("話した言葉"))
        self.tasks: list[TaskRow] = []
        self.improvements: list[ImprovementRow] = []
        self.new_task = LineField(t("新しい課題"), t("課題を足す。Enterで次へ"))
        self.new_improvement = LineField(t("新しい直すこと"), t("直すことを足す。Enterで次へ"))
        self.copy = SecondaryButton(t("前の版の課題を写す"))
        self._build()
        self._connect()

    # Building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look, t = theme(), self.t
        page = QVBoxLayout(self)
        page.setContentsMargins(0, look.px(8), 0, look.px(40))
        page.setSpacing(look.px(4))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        places = (("code", 0, 0), ("person", 0, 1), ("place", 1, 1), ("observer", 1, 2))
        for field, row, column in places:
            block = FieldBlock(self.fields[field].accessibleName(), self.fields[field])
            grid.addWidget(block, row, column)
        grid.addWidget(FieldBlock(t("月日"), self.date), 1, 0)
        grid.addWidget(FieldBlock(t.context("test", "立場"), self.side, indent=True), 0, 2)
        grid.setColumnMinimumWidth(0, look.px(_DATES[t.lang]))
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 1)
        page.addLayout(grid)
        page.addWidget(_heading(t("してもらうこと")))
        self._task_box = QVBoxLayout()
        page.addLayout(self._task_box)
        adding = QHBoxLayout()
        adding.addWidget(self.new_task, 1)
        adding.addWidget(self.copy)
        page.addLayout(adding)
        page.addWidget(_heading(t("終わったあとで")))
        page.addWidget(FieldRow(t("満足"), self.satisfaction, t))
        page.addWidget(FieldRow(t("話した言葉"), self.words, t))
        page.addWidget(_heading(t("直すこと（次の版へ）")))
        self._improvement_box = QVBoxLayout()
        page.addLayout(self._improvement_box)
        page.addWidget(self.new_improvement)
        page.addWidget(FieldRow(t("判定"), self.verdict, t, line=False))
        page.addStretch(1)

    def _connect(self) -> None:
        hands, reading = self._hands, self._context.read_only
        for name, field in self.fields.items():
            field.setReadOnly(reading)
            field.committed.connect(lambda text, key=name: hands.write(key, text))
        self.words.setReadOnly(reading)
        self.date.setReadOnly(reading)
        for switch in (self.side, self.satisfaction, self.verdict):
            switch.setEnabled(not reading)
        self.words.committed.connect(lambda text: hands.write("words", text))
        self.date.date_committed.connect(hands.set_date)
        self.side.chosen.connect(lambda value: hands.set_side(Side(value)))
        self.satisfaction.chosen.connect(lambda value: hands.set_satisfaction(int(value)))
        self.verdict.chosen.connect(lambda value: hands.set_verdict(Verdict(value)))
        self.new_task.entered.connect(hands.add_task)
        self.new_improvement.entered.connect(hands.add_improvement)
        self.copy.clicked.connect(hands.copy_tasks)
        self.new_task.setVisible(not reading)
        self.new_improvement.setVisible(not reading)

    # Showing ----------------------------------------------------------------------------------

    def show_session(self, session: TestSession) -> None:
        """Show ``session``; what is being typed is left alone."""
        for name, field in self.fields.items():
            field.set_text(getattr(session, name))
        self.date.set_date(session.date)
        self.side.set_value(session.side)
        self.words.set_text(session.words)
        marked = session.satisfaction
        self.satisfaction.set_value(str(marked) if marked is not None else None)
        self.verdict.set_value(session.verdict)
        self._show_tasks(session)
        self._show_improvements(session)

    def _show_tasks(self, session: TestSession) -> None:
        project = self._context.project
        tasks = actions.tasks_of(project, session.version_id)
        while len(self.tasks) < len(tasks):
            number = len(self.tasks)
            row = TaskRow(self._context, number + 1)
            self._hands.bind_task(row, number)
            self.tasks.append(row)
            self._task_box.addWidget(row)
        _drop(self.tasks, self._task_box, len(tasks))
        for row, task in zip(self.tasks, tasks, strict=True):
            row.show_task(task, observing.observation_of(project, session.id, task.id))
        before = actions.version_before(project, session.version_id)
        offered = not tasks and before is not None and not self._context.read_only
        self.copy.setVisible(offered)

    def _show_improvements(self, session: TestSession) -> None:
        found = self._context.project.all(Improvement, session_id=session.id)
        while len(self.improvements) < len(found):
            number = len(self.improvements)
            row = ImprovementRow(self._context, number + 1)
            self._hands.bind_improvement(row, number)
            self.improvements.append(row)
            self._improvement_box.addWidget(row)
        _drop(self.improvements, self._improvement_box, len(found))
        for row, one in zip(self.improvements, found, strict=True):
            row.show_improvement(one)

    def go_to(self, field: str) -> bool:
        """Put the focus on ``field``; False when it has no place here."""
        places: dict[str, QWidget] = {
            **self.fields,
            "words": self.words,
            "date": self.date,
            "side": self.side,
            "satisfaction": self.satisfaction,
            "verdict": self.verdict,
        }
        place = places.get(field)
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        return place is not None


def _heading(title: str) -> QWidget:
    """Return a title that stands in line with the words of the fields under it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(theme().px(INSET), 0, 0, 0)
    row.addWidget(SectionRule(title))
    return holder


def _drop(rows: list[TaskRow] | list[ImprovementRow], box: QVBoxLayout, left: int) -> None:
    while len(rows) > left:
        row = rows.pop()
        box.removeWidget(row)
        row.hide()
        row.deleteLater()
