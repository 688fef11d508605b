"""The five questions, answered by users and by staff apart, and what follows from the answers.

Owns the page. It writes nothing: answers, notes, counts and the mark go out as signals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model.journey import Outcome
from servicedesign.model.prototype import PrototypeVersion, Side, VerificationQuestion
from servicedesign.tools.prototype import verifying
from servicedesign.tools.prototype.verification import outcome_words, question_words, side_words
from servicedesign.ui.context import EditorContext
from servicedesign.ui.source_words import SourceWords
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.evidence_cell import EvidenceCell, Lack
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.int_field import IntField
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET

Key = tuple[VerificationQuestion, Side]


class AnswerBox(QWidget):
    """What one side answers to one question: the answer, its ground, its evidence."""

    def __init__(self, context: EditorContext, name: str) -> None:
        """Make an unanswered one called ``name``."""
        super().__init__()
        t, look, reading = context.t, theme(), context.read_only
        choices = [Choice(str(one), words) for one, words in outcome_words(t).items()]
        choices.append(Choice(str(Outcome.UNSET), t.context("prototype", "まだ")))
        self.switch = ChoiceSwitch(name, choices)
        self.switch.setEnabled(not reading)
        self.note = TextArea(t("{name}の根拠・条件", name=name), rule=True)
        self.note.setReadOnly(reading)
        self.cell = EvidenceCell(name, t)
        self.cell.set_reading(reading)
        self.cell.set_active(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, look.px(8))
        column.setSpacing(look.px(4))
        for part in (self.switch, self.cell):
            holder = QHBoxLayout()
            holder.setContentsMargins(look.px(INSET), 0, 0, 0)
            holder.addWidget(part)
            holder.addStretch(1)
            column.addLayout(holder)
        column.insertWidget(1, self.note)
        column.addStretch(1)


class VerifyPage(QWidget):
    """A table of five questions and two sides, the counts, and the mark under it.

    Signals:
        answered: question, side and outcome.
        noted: question, side and words.
        counted: a side and a number or None.
        reasoned: the condition that remains.
        ready_ticked: whether it is to go on.
        link_asked: question and side: evidence is to be chosen.
        source_asked: the id of a source to open.
    """

    answered = Signal(str, str, str)
    noted = Signal(str, str, str)
    counted = Signal(str, object)
    reasoned = Signal(str)
    ready_ticked = Signal(bool)
    link_asked = Signal(str, str)
    source_asked = Signal(str)

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self._context = context
        t = self.t = context.t
        self.boxes: dict[Key, AnswerBox] = {}
        self.counts: dict[Side, IntField] = {}
        self.reason = TextArea(t("残る条件、または先へ進む理由"), rule=True)
        self.reason.setReadOnly(context.read_only)
        self.reason.committed.connect(self.reasoned)
        self.ready = CheckBox(t("次の段階へ進める"), keeps_tick=True)
        self.ready.toggled.connect(self._on_ready)
        self._rule = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self._build()

    def _build(self) -> None:
        look, t = theme(), self.t
        page = QVBoxLayout(self)
        page.setContentsMargins(0, look.px(8), look.px(INSET), look.px(40))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, look.px(132))
        for column, (side, words) in enumerate(side_words(t).items(), 1):
            grid.setColumnStretch(column, 1)
            grid.addWidget(self._count(side, words), 0, column)
        for row, (question, words) in enumerate(question_words(t).items(), 1):
            line = 2 * row - 1
            grid.addWidget(SectionRule(), line, 0, 1, 3)
            label = TextLabel(words, bold=True, wrap=True)
            label.setContentsMargins(look.px(INSET), look.px(14), 0, 0)
            grid.addWidget(label, line + 1, 0, Qt.AlignmentFlag.AlignTop)
            for column, (side, who) in enumerate(side_words(t).items(), 1):
                grid.addWidget(self._box((question, side), f"{words}、{who}"), line + 1, column)
        page.addLayout(grid)
        page.addWidget(SectionRule(strong=True))
        page.addSpacing(look.px(8))
        page.addWidget(FieldBlock(t("残る条件、または先へ進む理由"), self.reason))
        below = QHBoxLayout()
        below.setContentsMargins(look.px(INSET), look.px(8), 0, 0)
        below.setSpacing(look.px(16))
        below.addWidget(self.ready)
        below.addWidget(self._rule, 1)
        page.addLayout(below)
        page.addStretch(1)

    def _count(self, side: Side, words: str) -> QWidget:
        t = self.t
        field = IntField(
            t("{who}の人数", who=words),
            t,
            maximum=verifying.MOST_PEOPLE,
            unit=t.context("people", "人") if t.lang == "ja" else "",
        )
        field.setReadOnly(self._context.read_only)
        field.setMaximumWidth(theme().px(120))
        field.number_committed.connect(lambda number: self.counted.emit(str(side), number))
        self.counts[side] = field
        return FieldBlock(t("{who}（確かめた人数）", who=words), field)

    def _box(self, key: Key, name: str) -> AnswerBox:
        question, side = str(key[0]), str(key[1])
        box = AnswerBox(self._context, name)
        box.switch.chosen.connect(lambda value: self.answered.emit(question, side, value))
        box.note.committed.connect(lambda text: self.noted.emit(question, side, text))
        box.cell.link_asked.connect(lambda: self.link_asked.emit(question, side))
        box.cell.list_asked.connect(lambda: self.link_asked.emit(question, side))
        box.cell.source_asked.connect(self.source_asked)
        self.boxes[key] = box
        return box

    def _on_ready(self, on: bool) -> None:
        self.ready_ticked.emit(on)

    # Showing ----------------------------------------------------------------------------------

    def show_version(
        self, version: PrototypeVersion, sources: Mapping[Key, Sequence[SourceWords]]
    ) -> None:
        """Show the answers of ``version`` with what each rests on."""
        for key, box in self.boxes.items():
            answer = verifying.answer_of(version, *key)
            box.switch.set_value(str(answer.outcome))
            box.note.set_text(answer.note)
            box.cell.show_sources(sources.get(key, ()), Lack.NOTHING)
        self.counts[Side.USER].set_number(version.user_count)
        self.counts[Side.PROVIDER].set_number(version.provider_count)
        self.reason.set_text(version.ready_reason)
        blocked = self.ready.blockSignals(True)
        self.ready.setChecked(version.ready)
        usable = not self._context.read_only and verifying.may_be_ready(version)
        self.ready.setEnabled(usable)
        self.ready.blockSignals(blocked)
        self.ready.update()
        self._rule.setText(self._rule_words(version))

    def _rule_words(self, version: PrototypeVersion) -> str:
        t = self.t
        left = verifying.disagreeing(version)
        if not left:
            return t("五つの問いに、利用者も職員も「はい」と答えています。")
        told = t.plural("「はい」でない答えが{n}つあります。", len(left))
        if version.ready_reason.strip():
            return t("{told}理由を残して進めます。", told=told)
        return t("{told}進めるには、理由を書きます。", told=told)

    def key_in_use(self) -> Key | None:
        """Return question and side that hold the focus, or None."""
        focus = QApplication.focusWidget()
        if focus is not None:
            for key, box in self.boxes.items():
                if box.isAncestorOf(focus):
                    return key
        return None

    def go_to(self, field: str) -> bool:
        """Put the focus on an answer (``cost.user``) or the reason; False for another field."""
        for (question, side), box in self.boxes.items():
            if field == verifying.answer_field(question, side):
                box.switch.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        if field == "ready_reason":
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field in ("verifications", "ready"):
            first = next(iter(self.boxes.values()))
            first.switch.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True
