"""The second page: each idea against what the persona does and thinks, with the map's own words.

Owns the page. It writes nothing: what is answered and typed goes out as signals (report ch. 7
§2(2): the final review asks whether a solution suits the persona's action and thought).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Outcome
from servicedesign.tools.payoff.items import RatedIdea
from servicedesign.tools.payoff.reading import MapWords, Said
from servicedesign.tools.payoff.review_list import ReviewList
from servicedesign.tools.payoff.said_list import SaidList
from servicedesign.tools.payoff.words import FITS, fit_word
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET

_ACTION, _THOUGHT = "fits_action", "fits_thought"
_LIST, _LEAST_LIST = 380, 240
"""Widths of the list in px at 100 %."""
_SHARE = 0.34


class ReviewPage(QWidget):
    """A list and the page of one idea.

    Attributes:
        list: the ideas.
        reason: why the one in view is seen so.

    Signals:
        answered: a field of the item and an answer.
        written: the reason.
        opened: a card of the map to be shown.
    """

    answered = Signal(str, object)
    written = Signal(str)
    opened = Signal(str)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Build an empty page."""
        super().__init__(parent)
        self.t = t
        self.list = ReviewList(t, reading=reading)
        self._title = PhraseLabel(size=tokens.SECTION_PX, bold=True, wrap=True)
        self._facts = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self._where = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self._pains = TextLabel(wrap=True)
        choices = [Choice(answer.value, fit_word(answer, t)) for answer in FITS]
        self._switches = {
            _ACTION: ChoiceSwitch(t("行動に合うか"), choices),
            _THOUGHT: ChoiceSwitch(t("思考に合うか"), choices),
        }
        self._said = {_ACTION: SaidList(t), _THOUGHT: SaidList(t)}
        self.reason = TextArea(t("理由"), rule=True, min_lines=2)
        self.reason.setReadOnly(reading)
        for field, switch in self._switches.items():
            switch.setEnabled(not reading)
            switch.chosen.connect(
                lambda value, name=field: self.answered.emit(name, Outcome(value))
            )
        for said in self._said.values():
            said.opened.connect(self.opened)
        self.reason.committed.connect(self.written)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._listed())
        row.addWidget(SectionRule(vertical=True))
        row.addWidget(PageScroll(self._built()), 1)

    def _listed(self) -> QWidget:
        """Return the list under the names of its signs."""
        look, t = theme(), self.t
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        names = QHBoxLayout()
        names.setContentsMargins(look.px(12), look.px(8), look.px(14), look.px(4))
        names.addStretch(1)
        words = t("行動・思考")
        names.addWidget(TextLabel(words, tone=tokens.SECOND_TEXT))
        box.addLayout(names)
        box.addWidget(SectionRule())
        box.addWidget(self.list, 1)
        self._column = column
        return column

    def _built(self) -> QWidget:
        look, t = theme(), self.t
        page, inner = QWidget(), QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(look.px(28 - INSET), look.px(16), look.px(28), look.px(24))
        whole.setSpacing(0)
        box = QVBoxLayout(inner)
        box.setContentsMargins(look.px(INSET), 0, 0, 0)
        box.setSpacing(0)
        whole.addWidget(inner)
        box.addWidget(self._title)
        box.addWidget(self._facts)
        box.addWidget(self._where)
        box.addWidget(self._pains)
        for field, question, lead in (
            (_ACTION, t("行動に合うか"), t("地図の行動")),
            (_THOUGHT, t("思考に合うか"), t("地図の思考")),
        ):
            box.addSpacing(look.px(20))
            line = QWidget()
            flow = FlowLayout(line, gap=12)
            label = TextLabel(question, size=tokens.CONTENT_PX, bold=True)
            label.setMinimumHeight(look.px(36))
            label.setBuddy(self._switches[field])
            flow.addWidget(label)
            flow.addWidget(self._switches[field])
            box.addWidget(line)
            box.addSpacing(look.px(8))
            self._said[field].set_lead(lead)
            box.addWidget(self._said[field])
        whole.addSpacing(look.px(16))
        reason = FieldBlock(t("理由（だれの、どんな行動や思いに、どう効くか）"), self.reason)
        whole.addWidget(reason)
        whole.addStretch(1)
        return page

    def show_ideas(self, ideas: Sequence[RatedIdea], current: str, *, hidden: bool) -> None:
        """Show the list."""
        self.list.show_ideas(ideas, current, hidden=hidden)

    def show_idea(self, idea: RatedIdea, facts: str, words: MapWords) -> None:
        """Show the page of ``idea`` with its place in words and what the maps say."""
        t = self.t
        self._title.setText(idea.named or t("（まだ言葉がありません）"))
        where = "・".join(words.phases)
        person = t("{name}さんの地図では", name=words.person) if words.person else ""
        phase = t("フェーズ：{phases}", phases=where) if where else ""
        self._facts.setText(facts)
        self._where.setText("　".join(part for part in (person, phase) if part))
        self._where.setVisible(bool(where))
        pains = "　".join(
            f"▲{number} {text}" if number else f"▲ {text}" for number, text in words.pains
        )
        self._pains.setText(t("答える困りごと：{pains}", pains=pains) if pains else "")
        self._pains.setVisible(bool(pains))
        self._switches[_ACTION].set_value(_value(idea.item.fits_action))
        self._switches[_THOUGHT].set_value(_value(idea.item.fits_thought))
        nothing = (
            t("この案のフェーズには、まだ書かれていません。")
            if words.phases
            else t("この案は、まだどのフェーズにも結ばれていません。ボードで困りごとにつなげます。")
        )
        said: dict[str, tuple[Said, ...]] = {_ACTION: words.actions, _THOUGHT: words.thoughts}
        for field, cards in said.items():
            self._said[field].show_cards(cards, nothing)
        self.reason.set_text(idea.item.comment)

    def go_to(self, field: str) -> bool:
        """Put the focus on a field of the item; False when it is none of this page."""
        target: QWidget | None = self._switches.get(field)
        if field == "comment":
            target = self.reason
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def enter(self) -> None:
        """Go to the first question."""
        self._switches[_ACTION].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its share."""
        super().resizeEvent(event)
        look = theme()
        wanted = round(self.width() * _SHARE)
        self._column.setFixedWidth(min(max(wanted, look.px(_LEAST_LIST)), look.px(_LIST)))


def _value(answer: Outcome) -> str | None:
    return None if answer is Outcome.UNSET else answer.value
