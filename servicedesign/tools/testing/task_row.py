"""One task of a session in the form: its words, how it went, how long, what was seen and said.

Owns the five fields. What is written goes out as signals.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import Observation, TaskOutcome, TestTask
from servicedesign.tools.testing.durations import duration_words, read_duration
from servicedesign.tools.testing.observing import STUMBLE, WORDS
from servicedesign.tools.testing.outcome_switch import outcome_switch
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel


class TaskRow(QWidget):
    """A task with what was seen of it.

    Signals:
        titled: the words of the task.
        outcome_chosen: how it went.
        timed: seconds, or None.
        written: ``words`` or ``stumble``, and the text.
        delete_asked: the task is to go.
    """

    titled = Signal(str)
    outcome_chosen = Signal(object)
    timed = Signal(object)
    written = Signal(str, str)
    delete_asked = Signal()

    def __init__(self, context: EditorContext, number: int) -> None:
        """Make the row of task ``number``, from 1."""
        super().__init__()
        t = self.t = context.t
        self.title = TextArea(t("課題{number}", number=number), bold=True)
        self.outcome = outcome_switch(t("課題{number}の結果", number=number), t)
        self.time = TextField(
            t("課題{number}の時間", number=number), rule=True, placeholder=t("例：4分20秒")
        )
        self.stumble = TextArea(t("課題{number}のつまずき", number=number), rule=True)
        self.words = TextArea(t("課題{number}で話した言葉", number=number), rule=True)
        self.remove = QuietButton("", icon="mdi6.trash-can-outline")
        name = t("課題{number}を消す", number=number)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(plain(name))
        self._build(number)
        reading = context.read_only
        for field in (self.title, self.time, self.stumble, self.words):
            field.setReadOnly(reading)
        self.outcome.setEnabled(not reading)
        self.remove.setVisible(not reading)
        self.title.committed.connect(self.titled)
        self.outcome.chosen.connect(lambda value: self.outcome_chosen.emit(TaskOutcome(value)))
        self.time.committed.connect(self._on_time)
        self.stumble.committed.connect(lambda text: self.written.emit(STUMBLE, text))
        self.words.committed.connect(lambda text: self.written.emit(WORDS, text))
        self.remove.clicked.connect(self.delete_asked)

    def _build(self, number: int) -> None:
        look, t = theme(), self.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), look.px(12), look.px(8))
        column.setSpacing(look.px(4))
        top = QHBoxLayout()
        top.addSpacing(look.px(12))
        top.addWidget(TextLabel(str(number), size=tokens.SECTION_PX, bold=True, tone=tokens.ACTION))
        top.addWidget(self.title, 1)
        top.addWidget(self.remove)
        column.addLayout(top)
        middle = QHBoxLayout()
        middle.setContentsMargins(look.px(12), 0, 0, 0)
        middle.addWidget(self.outcome)
        self.time.setMaximumWidth(look.px(180))
        middle.addWidget(FieldBlock("", self.time))
        middle.addStretch(1)
        column.addLayout(middle)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.addWidget(FieldBlock(t("つまずき"), self.stumble), 0, 0)
        grid.addWidget(FieldBlock(t("話した言葉"), self.words), 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(SectionRule())

    def _on_time(self, text: str) -> None:
        seconds = read_duration(text)
        if text.strip() and seconds is None:
            self.time.set_error(self.t("「4分20秒」や「4:20」のように書いてください。"))
            return
        self.time.set_error("")
        self.timed.emit(seconds)

    def show_task(self, task: TestTask, seen: Observation) -> None:
        """Show the task; what is being typed is left alone."""
        self.title.set_text(task.title)
        self.outcome.set_value(seen.outcome)
        if not self.time.error():
            took = duration_words(seen.seconds, self.t) if seen.seconds is not None else ""
            self.time.set_text(took)
        self.stumble.set_text(seen.stumble)
        self.words.set_text(seen.words)
