"""What is kept of a result: how many, why where the count does not say so, and by whom.

Owns the pane and its fields. What has to be explained is said by ``choosing``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import TieRule, VoteRound
from servicedesign.tools.voting.choosing import Asked
from servicedesign.tools.voting.error_line import ErrorLine
from servicedesign.tools.voting.ranking import FEWEST, MOST, Place, Suggestion
from servicedesign.tools.voting.rounds import TIE_RULES
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET


class ChoicePane(QWidget):
    """Count, tie, reasons, who decides, and the button that keeps the choice.

    Signals:
        decide_asked: the choice is to be kept.
        run_off_asked: the tied are to be voted on once more.
        keep_all_asked: all of the tied are to be kept.
        first_asked: the vote of which this was the run-off is to be seen.
    """

    decide_asked = Signal()
    run_off_asked = Signal()
    keep_all_asked = Signal()
    first_asked = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make a pane for no result."""
        super().__init__(parent)
        t = context.t
        self._context = context
        self._reasons: dict[str, TextArea] = {}
        self._blocks: dict[str, QWidget] = {}
        self._count = TextLabel(size=tokens.SECTION_PX, bold=True)
        self._words = PhraseLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self._tie = PhraseLabel(wrap=True)
        self._run_off = SecondaryButton(t("同数の案で決選投票"))
        self._keep = SecondaryButton(t("同数の案をどれも残す"))
        self._tie_reason = TextArea(t("同数から選んだ理由"), rule=True)
        self._tie_block = FieldBlock(t("同数から選んだ理由"), self._tie_reason)
        self._who = TextField(t("決めた人"), placeholder=t("例：進行役の名前、参加者全員"))
        self._wrong = ErrorLine()
        self._decide = PrimaryButton(t("この案に決める"))
        self._again = SecondaryButton(t("決め直す"))
        self._first = PrimaryButton(t("もとの投票の結果へ"), leads_on=True)
        self._arrange()
        self._decide.clicked.connect(self.decide_asked)
        self._run_off.clicked.connect(self.run_off_asked)
        self._keep.clicked.connect(self.keep_all_asked)
        self._again.clicked.connect(self.decide_asked)
        self._first.clicked.connect(self.first_asked)

    def _arrange(self) -> None:
        look = theme()
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(look.px(24), look.px(8), look.px(8), look.px(8))
        self._column.setSpacing(look.px(8))
        self._tie_rule = SectionRule()
        self._reason_place = QVBoxLayout()
        self._reason_place.setSpacing(look.px(8))
        for part in (self._count, self._words, self._tie_rule, self._tie):
            self._column.addWidget(part)
        for button in (self._run_off, self._keep):
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._tie_block)
        self._column.addLayout(self._reason_place)
        self._who_block = FieldBlock(self._context.t("決めた人（記録に残ります）"), self._who)
        self._column.addWidget(self._who_block)
        self._column.addWidget(self._wrong)
        for one in (self._decide, self._again, self._first):
            self._column.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(PageScroll(page))

    # What is written --------------------------------------------------------------------------

    def reasons(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the reason of each of ``ids``, empty where none is asked for."""
        asked = {one for one, block in self._blocks.items() if not block.isHidden()}
        return {one: self._reasons[one].text() if one in asked else "" for one in ids}

    def tie_reason(self) -> str:
        """Return why these of the tied."""
        return self._tie_reason.text()

    def who(self) -> str:
        """Return who decides."""
        return self._who.text()

    def say_wrong(self, sentence: str) -> None:
        """Show why the choice cannot be kept."""
        self._wrong.say(sentence, wrong=bool(sentence))

    # What is shown ----------------------------------------------------------------------------

    def show_kept(self, round_: VoteRound) -> None:
        """Fill the fields from what is kept in ``round_``, and with no reason of another one."""
        for field in self._reasons.values():
            field.set_text("")
        self._tie_reason.set_text(round_.tie_reason)
        self._who.set_text(round_.decided_by)
        for one in round_.selections:
            self._reason(one.target_id, one.target_id).set_text(one.reason)
        self.say_wrong("")

    def show_run_off(self) -> None:
        """Say that what is kept is chosen in the vote before the run-off."""
        t = self._context.t
        self._count.setText(t("決選の結果"))
        self._words.setText(
            t("同数だった案の順番が、これで決まりました。深掘りする案は、もとの投票で選びます。")
        )
        for part in (*self._of_choice(), *self._blocks.values()):
            part.hide()
        self._first.show()

    def _of_choice(self) -> tuple[QWidget, ...]:
        tie = (self._tie_rule, self._tie, self._run_off, self._keep, self._tie_block)
        return (*tie, self._who_block, self._wrong, self._decide, self._again)

    def show_choice(
        self,
        round_: VoteRound,
        places: Sequence[Place],
        picked: Sequence[str],
        asked: Asked,
        suggestion: Suggestion,
    ) -> None:
        """Show what is picked now and what it asks for."""
        t = self._context.t
        self._first.hide()
        for part in (self._who_block, self._wrong):
            part.show()
        kept = {one.target_id for one in round_.selections}
        settled = bool(kept) and kept == set(picked)
        number = len(picked)
        self._count.setText(t.plural("深掘りする{n}案", number))
        self._words.setText(self._sentence(number, settled=settled))
        self._show_tie(round_, places, suggestion, settled=settled)
        self._tie_block.setVisible(bool(asked.tied))
        shown = {one.target.id for one in asked.departures}
        for one in asked.departures:
            label = f"{one.target.named}　{t(one.why)}"
            self._reason(one.target.id, label)
        for one_id, block in self._blocks.items():
            block.setVisible(one_id in shown)
        self._decide.set_label(t.plural("この{n}案に決める", number))
        reading = t("読み取り専用で開いています") if self._context.read_only else ""
        self._decide.set_usable(reading or ("" if number else t("案を1つ以上選びます")))
        self._decide.setVisible(not settled)
        self._again.setVisible(settled and not reading)
        for field in (self._tie_reason, self._who, *self._reasons.values()):
            field.setReadOnly(self._context.read_only)

    def _sentence(self, number: int, *, settled: bool) -> str:
        t = self._context.t
        if settled:
            return t("この案に決まっています。変えると、記録に残ります。")
        if FEWEST <= number <= MOST:
            return t("票数と約束から選んであります。変えるときは、印をつけ直して理由を書きます。")
        return t("4～5案に絞ると、班ごとに深く掘れます。")

    def _show_tie(
        self, round_: VoteRound, places: Sequence[Place], suggestion: Suggestion, *, settled: bool
    ) -> None:
        t = self._context.t
        tied = [one for one in places if one.target.id in suggestion.tied]
        shown = bool(tied) and not settled
        for part in (self._tie_rule, self._tie, self._run_off, self._keep):
            part.setVisible(shown)
        if not shown:
            return
        labels = t.context("list", "、").join(place.target.label for place in tied)
        head = t(
            "{labels} が{votes}票で並びました。残りは{seats}つです。",
            labels=labels,
            votes=str(tied[0].votes),
            seats=str(suggestion.seats),
        )
        rule = t("始める前の約束：{rule}。", rule=t(TIE_RULES[round_.tie_rule]))
        self._tie.setText(f"{head} {rule} {self._yield(round_.tie_rule)}")
        self._run_off.setVisible(not self._context.read_only and bool(suggestion.undecided))
        self._keep.setVisible(not self._context.read_only and bool(suggestion.undecided))

    def _yield(self, rule: TieRule) -> str:
        t = self._context.t
        return {
            TieRule.RUN_OFF: t("この案だけで、もう一度投票します。"),
            TieRule.KEEP_BOTH: t("どれも残してあります。"),
            TieRule.MORE_SUPPORTERS: t("選んだ人の数でも決まりません。"),
            TieRule.FACILITATOR: t("残す案に印をつけ、理由を書きます。"),
        }[rule]

    def _reason(self, target_id: str, label: str) -> TextArea:
        """Return the field for the reason of an idea, under ``label``."""
        known = self._reasons.get(target_id)
        if known is None:
            known = TextArea(label, rule=True)
            self._reasons[target_id] = known
            block = QWidget()
            column = QVBoxLayout(block)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            words = PhraseLabel(label, wrap=True)
            words.setObjectName("why")
            words.setContentsMargins(theme().px(INSET), 0, 0, 0)
            column.addWidget(words)
            column.addWidget(known)
            self._blocks[target_id] = block
            self._reason_place.addWidget(block)
        known.setAccessibleName(label)
        words_of = self._blocks[target_id].findChild(PhraseLabel, "why")
        if isinstance(words_of, PhraseLabel):
            words_of.setText(label)
        return known
