"""The screen of one person: the ideas, the votes that remain, and the button that hands them in.

Owns the votes until they are in; nothing of them is kept before, and nothing is left afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import VoteRound
from servicedesign.tools.voting.error_line import ErrorLine
from servicedesign.tools.voting.pass_cards import PassCards
from servicedesign.tools.voting.remaining_dots import RemainingDots
from servicedesign.tools.voting.target_line import TargetLine
from servicedesign.tools.voting.target_model import TargetModel
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.text_label import TextLabel

_ROOMY = 440
"""Height from which rules and keys are told, in px at 100 %."""


class PassVote(QWidget):
    """Name, remaining votes, cards, and 入れる.

    Signals:
        handed_in: the votes are to go in.
    """

    handed_in = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make a screen for nobody."""
        super().__init__(parent)
        self._t = t
        self._budget = 0
        self._cap = 0
        self._given: Counter[str] = Counter()
        self._asked = False
        self._model = TargetModel(self)
        self._name = TextLabel(size=tokens.DISPLAY_PX, bold=True)
        self._rule = PhraseLabel(size=tokens.CONTENT_PX, tone=tokens.SECOND_TEXT, wrap=True)
        self._dots = RemainingDots(t, side=22)
        self.cards = PassCards(self._model, t("案を選びます"))
        self._chosen = TextLabel(size=tokens.CONTENT_PX, bold=True)
        self._below = ErrorLine()
        self._hint = PhraseLabel(
            t("Space 選ぶ　Backspace 外す　数字 その番号へ　Ctrl+Enter 入れる"),
            tone=tokens.SECOND_TEXT,
            wrap=True,
        )
        self.enter = PrimaryButton(t("入れる"), key="Ctrl+Enter", large=True)
        self._arrange()
        self.cards.added.connect(self._add)
        self.cards.taken.connect(self._take)
        self.enter.clicked.connect(self.ask_in)

    def _arrange(self) -> None:
        look = theme()
        top = QHBoxLayout()
        top.setSpacing(look.px(24))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._rule)
        top.addLayout(names, 1)
        top.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignBottom)
        bottom = QHBoxLayout()
        bottom.setSpacing(look.px(24))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._chosen)
        said.addWidget(self._below)
        said.addWidget(self._hint)
        bottom.addLayout(said, 1)
        bottom.addWidget(self.enter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(12))
        whole.addLayout(top)
        whole.addWidget(self.cards, 1)
        whole.addLayout(bottom)

    # Whose screen it is -----------------------------------------------------------------------

    def begin(self, name: str, round_: VoteRound, lines: Sequence[TargetLine]) -> None:
        """Begin for the person called ``name`` (empty for anyone), with no votes given."""
        t = self._t
        self._given = Counter()
        self._asked = False
        self._name.setText(t("{name}さん", name=name) if name else t("あなたの票"))
        self.refresh(round_, lines)
        self.cards.go_first()
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget the person and the votes."""
        self._given = Counter()
        self._asked = False
        self._name.setText("")
        self._model.show_lines(())
        self._show()

    def refresh(self, round_: VoteRound, lines: Sequence[TargetLine]) -> None:
        """Show the ideas as they now are; votes of one that is gone are given back."""
        t = self._t
        self._budget, self._cap = round_.budget, round_.cap
        self._rule.setText(
            t(
                "よいと思う案を選びます。1人{budget}票、1つの案に{cap}票まで。",
                budget=str(round_.budget),
                cap=str(round_.cap),
            )
        )
        self._model.show_lines(lines)
        known = {line.target_id for line in lines}
        gone = [one for one in self._given if one not in known]
        for one in gone:
            del self._given[one]
        self._say(t("選んだ案が1つなくなりました。その票は使えます。") if gone else "", wrong=True)
        self._show()

    def labels(self) -> tuple[str, ...]:
        """Return the numbers chosen, as they would be written on a ballot."""
        labels = {line.target_id: line.label for line in self._model.lines()}
        return tuple(labels[one] for one in self._given.elements() if one in labels)

    # Choosing ---------------------------------------------------------------------------------

    def _add(self, target_id: str) -> None:
        t = self._t
        now = self._given[target_id]
        if now >= self._cap:
            if self._cap == 1:
                self._take(target_id)
            else:
                self._say(t("1つの案に{cap}票までです。", cap=str(self._cap)), wrong=True)
            return
        if self._given.total() >= self._budget:
            words = t("票を使い切りました。どれかの票を外すと、ほかの案に入れられます。")
            self._say(words, wrong=True)
            return
        self._given[target_id] = now + 1
        self._changed()

    def _take(self, target_id: str) -> None:
        if self._given[target_id]:
            self._given[target_id] -= 1
            self._given += Counter()
            self._changed()

    def _changed(self) -> None:
        self._asked = False
        self._say("", wrong=False)
        self._show()

    def ask_in(self) -> None:
        """Hand the votes in; with votes left that is asked once more."""
        left = self._budget - self._given.total()
        if left > 0 and not self._asked:
            t = self._t
            self._asked = True
            words = t.plural("あと{n}票あります。このまま入れますか。", left)
            if not self._given.total():
                words = t("1つも選んでいません。白票のまま入れますか。")
            self._say(words, wrong=True)
            self.enter.set_label(t("このまま入れる"))
            return
        self.handed_in.emit()

    def _show(self) -> None:
        given = self._given.total()
        self._dots.show_votes(given, self._budget)
        t = self._t
        labels = t.context("list", "、").join(self.labels())
        self._chosen.setText(t("選んだ番号：{labels}", labels=labels) if labels else "")
        self.cards.show_given(self._given)
        if not self._asked:
            self.enter.set_label(t("入れる"))

    def _say(self, words: str, *, wrong: bool) -> None:
        self._below.say(words, wrong=wrong and bool(words))

    def say_refusal(self, words: str) -> None:
        """Show why the votes could not go in."""
        self._say(words, wrong=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the ideas the room where the screen is low."""
        super().resizeEvent(event)
        roomy = self.height() >= theme().px(_ROOMY)
        self._rule.setVisible(roomy)
        self._hint.setVisible(roomy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand in by Ctrl+Enter."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask_in()
        else:
            super().keyPressEvent(event)
