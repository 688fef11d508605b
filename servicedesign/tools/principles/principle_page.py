"""One principle: its questions, what it rests on, what the team says and does next.

Owns the page. It writes nothing: what is typed and asked for goes out as signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import PrincipleCheck, PrincipleItem
from servicedesign.model.record import field_specs
from servicedesign.tools.principles.question_list import QuestionList
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.source_words import SourceWords
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.due_field import DueField
from servicedesign.ui.widgets.evidence_flow import EvidenceFlow
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.field_row import FieldRow
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET

_LABEL = 96
_HINT_ROOM = 560
"""Width in px at 100 % from which the keys are told."""


class PrinciplePage(QWidget):
    """The page.

    Signals:
        written: a field of PrincipleItem, and its text.
        source_asked: the id of a source to open.
        link_asked: evidence is to be chosen.
        step_asked: -1 or 1: the principle before or after.
    """

    written = Signal(str, str)
    source_asked = Signal(str)
    link_asked = Signal()
    step_asked = Signal(int)

    def __init__(
        self,
        t: Translator,
        today: Callable[[], date],
        *,
        reading: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty page, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._number = TextLabel(size=40, bold=True)
        self._title = TextLabel(size=tokens.TITLE_PX, bold=True, wrap=True)
        self._hint = TextLabel(t("↑ ↓ 箇条　1〜4 答え"), tone=tokens.SECOND_TEXT)
        self.questions = QuestionList(t, reading=reading)
        self.evidence = EvidenceFlow(t)
        self.evidence.set_reading(reading)
        self.evidence.source_asked.connect(self.source_asked)
        self.evidence.link_asked.connect(self.link_asked)
        self._fields: dict[str, TextArea | TextField] = {
            "comment": TextArea(t.context("principles", "一言")),
            "next_action": TextArea(self._label("next_action")),
            "next_owner": TextField(self._label("next_owner")),
        }
        for name, field in self._fields.items():
            field.setReadOnly(reading)
            field.committed.connect(lambda text, key=name: self.written.emit(key, text))
        self._due = DueField(self._label("next_due"), t, today)
        self._due.setReadOnly(reading)
        self._due.date_committed.connect(lambda iso: self.written.emit("next_due", iso))
        self._history = _HistoryLine()
        self._build()

    def _label(self, field: str) -> str:
        return self._t(field_specs(PrincipleItem)[field].label)

    def _build(self) -> None:
        look, t = theme(), self._t
        inset = look.px(INSET)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, look.px(4), 0, look.px(16))
        page.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(inset, 0, look.px(4), look.px(4))
        head.setSpacing(look.px(12))
        head.addWidget(self._number)
        head.addWidget(self._title, 1)
        head.addWidget(self._hint)
        head.addWidget(self.questions.pencil)
        page.addLayout(head)
        rule = QHBoxLayout()
        rule.setContentsMargins(inset, 0, inset, 0)
        rule.addWidget(SectionRule(strong=True))
        page.addLayout(rule)
        page.addWidget(self.questions)
        rows = (
            FieldRow(t.context("principles", "根拠"), self.evidence, t, label_width=_LABEL),
            self._row("comment"),
            self._row("next_action", line=False),
            FieldRow(
                self._label("next_owner"), self._make_due(), t, label_width=_LABEL, inset=False
            ),
        )
        for row in rows:
            page.addWidget(row)
        page.addSpacing(look.px(8))
        page.addWidget(self._history)
        self.foot = QVBoxLayout()
        page.addLayout(self.foot)
        page.addStretch(1)

    def _row(self, name: str, *, line: bool = True) -> FieldRow:
        label = self._fields[name].accessibleName()
        return FieldRow(label, self._fields[name], self._t, label_width=_LABEL, line=line)

    def _make_due(self) -> QWidget:
        look = theme()
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        until = TextLabel(self._label("next_due"), tone=tokens.SECOND_TEXT)
        until.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        until.setMinimumWidth(until.sizeHint().width())
        until.setContentsMargins(0, look.px(10), 0, 0)
        row.addWidget(self._fields["next_owner"], 3, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(look.px(8))
        row.addWidget(until, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(FieldBlock("", self._due), 2)
        return pair

    # Showing ----------------------------------------------------------------------------------

    def show_item(self, item: PrincipleItem, checks: Sequence[PrincipleCheck]) -> None:
        """Show ``item`` with its questions; what is being typed is left alone."""
        self._number.setText(str(item.number))
        self._title.setText(item.title)
        for name, field in self._fields.items():
            field.set_text(getattr(item, name))
        self._due.set_date(item.next_due)
        self.questions.show_checks(checks)

    def show_sources(self, sources: Sequence[SourceWords]) -> None:
        """Show what the principle rests on."""
        self.evidence.show_sources(sources)

    def show_history(self, sentence: str) -> None:
        """Say what changed since the last review, or nothing."""
        self._history.show_sentence(sentence)

    def forget_errors(self) -> None:
        """Take the marks of wrong input away, before another principle is shown."""
        self._due.set_error("")

    def go_to(self, field: str) -> bool:
        """Put the focus on ``field``; False when it has no place here."""
        place: QWidget | None = self._due if field == "next_due" else self._fields.get(field)
        if place is None:
            return False
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down, where no field wants them, go to the principle before or after."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.step_asked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the keys where there is room."""
        super().resizeEvent(event)
        self._hint.setVisible(self.width() >= theme().px(_HINT_ROOM))


class _HistoryLine(QWidget):
    """A clock and a sentence."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(INSET + 28), look.px(8), look.px(INSET), look.px(8))
        self._words = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        row.addWidget(self._words)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        place = QRectF(look.px(INSET), look.px(8 + 1), look.px(20), look.px(20))
        paint_icon(painter, "mdi6.history", place, color(tokens.SECOND_TEXT))
        painter.end()
