"""The questions of one issue: its own to be written, shared ones to be followed.

Owns the cards; what is asked for goes out as signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import HowMightWe
from servicedesign.tools.issues.question_card import QuestionCard
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.action_chip import ActionChip
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_label import TextLabel


class QuestionList(QWidget):
    """Cards, and lines for questions that are written under another issue.

    Signals:
        part_written: the id of a question, a field, and its text.
        sentence_written: the id of a question, and its sentence.
        ticked: the id of a question, and whether ideas are sought for it.
        again_asked: the id of a question whose sentence is to be made of its parts.
        delete_asked: the id of a question to take away.
        move_asked: the id of a question, and its new place from 0.
        add_asked: one more is wanted.
        other_asked: the id of a shared question to go to.
    """

    part_written = Signal(str, str, str)
    sentence_written = Signal(str, str)
    ticked = Signal(str, bool)
    again_asked = Signal(str)
    delete_asked = Signal(str)
    move_asked = Signal(str, int)
    add_asked = Signal()
    other_asked = Signal(str)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty list, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._reading = reading
        self._cards: dict[str, QuestionCard] = {}
        self._shared: list[QWidget] = []
        self._shown_shared: tuple[tuple[str, str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._below = QVBoxLayout()
        self._below.setSpacing(0)
        column.addLayout(self._column)
        column.addLayout(self._below)
        self.add = QuietButton(t("問いを足す"), key="Ctrl+Shift+N", icon="mdi6.plus", blue=True)
        self.add.clicked.connect(self.add_asked)
        if reading:
            self.add.hide()
        row = QHBoxLayout()
        row.setContentsMargins(theme().px(4), theme().px(4), 0, 0)
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)

    def cards(self) -> tuple[QuestionCard, ...]:
        """Return the cards in order."""
        return tuple(self._cards.values())

    def card(self, question_id: str) -> QuestionCard | None:
        """Return the card of a question, or None."""
        return self._cards.get(question_id)

    def show_questions(
        self, own: Sequence[HowMightWe], shared: Sequence[tuple[str, str, str]]
    ) -> None:
        """Show the cards of ``own``, and ``shared``: id, sentence and whose each one is."""
        if [question.id for question in own] != list(self._cards):
            self._sort_cards(own)
        last = len(own) - 1
        for place, question in enumerate(own):
            self._cards[question.id].show_question(question, first=place == 0, last=place == last)
        if tuple(shared) != self._shown_shared:
            self._show_shared(shared)

    def _sort_cards(self, own: Sequence[HowMightWe]) -> None:
        before = dict(self._cards)
        while self._column.count():
            self._column.takeAt(0)
        self._cards = {one.id: before.get(one.id) or self._card() for one in own}
        for question_id, card in before.items():
            if question_id not in self._cards:
                card.hide()
                card.deleteLater()
        earlier: QWidget | None = None
        for question_id, card in self._cards.items():
            card.setObjectName(question_id)
            self._column.addWidget(card)
            card.show()
            for part in card.tab_parts():
                if earlier is not None:
                    QWidget.setTabOrder(earlier, part)
                earlier = part
        if earlier is not None:
            QWidget.setTabOrder(earlier, self.add)

    def _card(self) -> QuestionCard:
        card = QuestionCard(self._t, reading=self._reading)
        name = card.objectName
        card.part_written.connect(lambda part, text: self.part_written.emit(name(), part, text))
        card.sentence_written.connect(lambda text: self.sentence_written.emit(name(), text))
        card.ticked.connect(lambda on: self.ticked.emit(name(), on))
        card.again_asked.connect(lambda: self.again_asked.emit(name()))
        card.delete_asked.connect(lambda: self.delete_asked.emit(name()))
        card.move_asked.connect(lambda by: self._move(name(), by))
        return card

    def _move(self, question_id: str, by: int) -> None:
        self.move_asked.emit(question_id, list(self._cards).index(question_id) + by)

    def _show_shared(self, shared: Sequence[tuple[str, str, str]]) -> None:
        self._shown_shared = tuple(shared)
        for line in self._shared:
            self._below.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._shared = []
        for question_id, sentence, whose in shared:
            line = self._shared_line(question_id, sentence, whose)
            self._below.addWidget(line)
            line.show()
            self._shared.append(line)

    def _shared_line(self, question_id: str, sentence: str, whose: str) -> QWidget:
        look = theme()
        line = QWidget()
        row = QVBoxLayout(line)
        row.setContentsMargins(look.px(12 + 12), look.px(8), look.px(12), look.px(8))
        row.setSpacing(look.px(4))
        row.addWidget(TextLabel(sentence, size=tokens.CONTENT_PX, bold=True, wrap=True))
        chip = ActionChip(whose, icon="mdi6.arrow-right", max_width=420)
        chip.clicked.connect(lambda _=False, asked=question_id: self.other_asked.emit(asked))
        row.addWidget(chip)
        return line

    def go_to(self, question_id: str, field: str = "") -> bool:
        """Put the focus on a question; False when it is not shown as a card."""
        card = self._cards.get(question_id)
        if card is None:
            return False
        card.go_to(field)
        return True

    def focus_near(self, place: int) -> None:
        """Put the focus on the card at ``place``, or near it, or on the button to add one."""
        cards = self.cards()
        if cards:
            cards[min(place, len(cards) - 1)].go_to("")
        else:
            self.add.setFocus()

    def in_use(self) -> str:
        """Return the id of the question that holds the focus, or empty."""
        for question_id, card in self._cards.items():
            if any(part.hasFocus() for part in card.tab_parts()):
                return question_id
        return ""
