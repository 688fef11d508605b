"""One issue: its words, the residents' words behind it, its questions.

Owns the page. It writes nothing: what is typed and asked for goes out as signals.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Issue
from servicedesign.model.record import field_specs
from servicedesign.tools.issues.level_line import LevelLine
from servicedesign.tools.issues.question_list import QuestionList
from servicedesign.tools.issues.quote_list import QuoteList
from servicedesign.tools.issues.standing import Standing
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.field_row import FieldRow
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.source_chip import SourceChip
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET

_LABEL = 96


class IssuePage(QWidget):
    """The page.

    Signals:
        written: a field of Issue, and its text.
        ticked: whether the issue is taken on.
        pain_asked: the pain point on the map is to be shown.
        delete_asked: the issue is to be taken away.
    """

    written = Signal(str, str)
    ticked = Signal(bool)
    pain_asked = Signal()
    delete_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty page, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._number = TextLabel(size=tokens.SECTION_PX, bold=True)
        self.title = TextArea(
            self._label("title"),
            size=tokens.SECTION_PX,
            bold=True,
            placeholder=t("課題を一文で"),
        )
        self.detail = TextArea(self._label("detail"))
        for name, field in (("title", self.title), ("detail", self.detail)):
            field.setReadOnly(reading)
            field.committed.connect(lambda text, key=name: self.written.emit(key, text))
        self.pain = SourceChip("", icon="mdi6.map-marker-path", max_width=320)
        self.pain.clicked.connect(self.pain_asked)
        self.level = LevelLine(t)
        self.chosen = CheckBox(t("この課題を取り上げる"), keeps_tick=True)
        self.chosen.setEnabled(not reading)
        self.chosen.clicked.connect(lambda: self.ticked.emit(self.chosen.isChecked()))
        self.remove = QuietButton("", icon="mdi6.trash-can-outline")
        self.remove.setAccessibleName(t("この課題を消す"))
        self.remove.setToolTip(plain(t("この課題を消す")))
        if reading:
            self.remove.hide()
        self.remove.clicked.connect(self.delete_asked)
        self.quotes = QuoteList(t, reading=reading)
        self.questions = QuestionList(t, reading=reading)
        self._build()

    def _label(self, field: str) -> str:
        return self._t(field_specs(Issue)[field].label)

    def _build(self) -> None:
        look, t = theme(), self._t
        inset = look.px(INSET)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, look.px(8), 0, look.px(24))
        page.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(inset, 0, look.px(4), 0)
        head.setSpacing(0)
        self._number.setContentsMargins(0, look.px(6), 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self._number, 0, top)
        head.addWidget(self.title, 1, top)
        head.addWidget(self.remove, 0, top)
        page.addLayout(head)
        facts = QWidget()
        flow = FlowLayout(facts, gap=12)
        for part in (self.pain, self.level, self.chosen):
            flow.addWidget(part)
        holder = QVBoxLayout()
        holder.setContentsMargins(inset, look.px(2), inset, look.px(8))
        holder.addWidget(facts)
        page.addLayout(holder)
        page.addWidget(self._inset(SectionRule()))
        page.addWidget(FieldRow(t("くわしく"), self.detail, t, label_width=_LABEL))
        page.addWidget(FieldRow(t("住民の言葉"), self.quotes, t, label_width=_LABEL, line=False))
        page.addSpacing(look.px(12))
        page.addWidget(self._inset(SectionRule(t.context("issues", "問い"))))
        frame = t(
            "どうすれば〔誰〕が〔状況〕で〔望む状態〕になれるか。三つを書くと、文になります。"
        )
        hint = TextLabel(frame, tone=tokens.SECOND_TEXT, wrap=True)
        hint.setContentsMargins(inset, look.px(6), inset, look.px(4))
        page.addWidget(hint)
        page.addWidget(self.questions)
        page.addStretch(1)

    def _inset(self, part: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(theme().px(INSET), 0, theme().px(INSET), 0)
        row.addWidget(part)
        return holder

    def show_issue(self, standing: Standing) -> None:
        """Show an issue and what is behind it; what is being typed is left alone."""
        t, issue = self._t, standing.issue
        self._number.setText(f"▲{issue.number}" if issue.number else "")
        self._number.setVisible(bool(issue.number))
        self.title.set_text(issue.title)
        self.detail.set_text(issue.detail)
        self.chosen.setChecked(issue.chosen)
        self.level.set_level(standing.level)
        on_map = issue.cell_id is not None
        self.pain.setVisible(on_map)
        self.pain.set_label(standing.phase or t("地図の困りごと"))
        self.pain.setAccessibleName(t("地図の困りごとへ：{phase}", phase=self.pain.label()))
        self.quotes.show_sentences(standing.sentences)

    def go_to(self, field: str) -> bool:
        """Put the focus on a field; False when it has no place here."""
        places: dict[str, QWidget] = {
            "title": self.title,
            "detail": self.detail,
            "chosen": self.chosen,
            "rank": self.title,
        }
        place = places.get(field)
        if place is None:
            return False
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
