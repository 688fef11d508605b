"""Ballots read by number: the one in hand, and those that are in, to look through and put right.

Owns which ballot is in hand and the way from typing to the box. What may go in is said by
``ballots``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import Ballot, Participant, ProjectError, VoteRound
from servicedesign.tools.voting import ballots
from servicedesign.tools.voting.ballot_field import BallotField
from servicedesign.tools.voting.counting import Standing
from servicedesign.tools.voting.error_line import ErrorLine
from servicedesign.tools.voting.remaining_dots import RemainingDots
from servicedesign.tools.voting.target_line import TargetLine, shortened
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_label import TextLabel

_MEANT = 22
"""Most characters that say what is being typed."""

_HINTED = 600
"""Width from which the keys are told, in px at 100 %."""


class BallotPanel(QWidget):
    """Title, remaining votes, the field, and what is wrong.

    Signals:
        labels_changed: other numbers stand on the ballot in hand.
        person_left: in a vote by name the ballot of a person went in; who is next is asked for.
    """

    labels_changed = Signal()
    person_left = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make a panel for no round."""
        super().__init__(parent)
        t = context.t
        self._context = context
        self._round: VoteRound | None = None
        self._standing: Standing | None = None
        self._lines: dict[str, TargetLine] = {}
        self._ballot_id = ""
        self._kept: tuple[tuple[str, ...], str] = ((), "")
        self._person = ""
        self._title = TextLabel(size=tokens.SECTION_PX, bold=True)
        self._dots = RemainingDots(t)
        self._enter = PrimaryButton(t("この用紙を入れる"), key="Enter", large=True)
        self.field = BallotField(self._check, self._enter)
        self._below = ErrorLine()
        self._hint = TextLabel(tone=tokens.SECOND_TEXT)
        self._back = QuietButton(t("新しい用紙へ"), key="Esc", icon="mdi6.arrow-left")
        self._take = QuietButton(t("この用紙を取り消す"), key="Ctrl+Delete", icon="mdi6.close")
        self._arrange()
        self._enter.clicked.connect(self.field.finish)
        self._back.clicked.connect(self.show_new)
        self._take.clicked.connect(self.take_back)
        self.field.entered.connect(self._put)
        self.field.changed.connect(self._on_changed)
        self.field.other_asked.connect(self.step)

    def _arrange(self) -> None:
        look = theme()
        top = QHBoxLayout()
        top.setSpacing(look.px(12))
        top.addWidget(self._title, 1)
        top.addWidget(self._dots)
        below = QHBoxLayout()
        below.setSpacing(look.px(16))
        below.addWidget(self._below, 1, Qt.AlignmentFlag.AlignTop)
        for part in (self._hint, self._back, self._take):
            below.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._hint.setContentsMargins(0, look.px(4), 0, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, look.px(5), 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addSpacing(look.px(6))
        whole.addWidget(self.field)
        whole.addSpacing(look.px(6))
        whole.addLayout(below)

    # What is in hand --------------------------------------------------------------------------

    def labels(self) -> tuple[str, ...]:
        """Return the numbers on the ballot in hand, also the one being typed when it exists."""
        typed = self.field.typed()
        return (*self.field.numbers(), *([typed] if typed in self._lines else []))

    def lines(self) -> tuple[TargetLine, ...]:
        """Return the ideas that can be written on a ballot."""
        return tuple(self._lines.values())

    def show_round(
        self, round_: VoteRound, standing: Standing, lines: Sequence[TargetLine]
    ) -> None:
        """Show ``round_`` as it now stands; what is being typed stays."""
        other = self._round is None or self._round.id != round_.id
        self._round, self._standing = round_, standing
        self._lines = {line.label: line for line in lines}
        if other:
            self._ballot_id, self._kept = "", ((), "")
            self.field.set_numbers(())
        elif self._ballot_id and self._ballot() is None:
            self._ballot_id = ""
            self.field.set_numbers(*self._kept)
        self.field.set_lines(self._lines)
        self.field.set_most(round_.budget)
        self._say()

    def set_person(self, participant_id: str) -> None:
        """In a vote by name: say whose ballot is in hand."""
        self._person = participant_id
        self._say()

    def _ballot(self) -> Ballot | None:
        return self._context.project.find(Ballot, self._ballot_id) if self._ballot_id else None

    def _check(self, numbers: Sequence[str], typed: str) -> str:
        """Return what is wrong with a ballot, in one sentence, or nothing.

        A number that may still become another one is not refused before it is complete.
        """
        if self._round is None or not (numbers or typed):
            return ""
        project, t = self._context.project, self._context.t
        label = str(int(typed)) if typed.isdecimal() else typed
        tried = [*numbers, *([label] if label else [])]
        replacing = self._ballot_id or None
        told = ballots.judge(
            project, self._round.id, tried, self._person or None, replacing=replacing
        )
        if told.refusal is not None:
            return t(told.refusal)
        refused = told.refused
        if not refused:
            return ""
        first = refused[0]
        grows = any(one != label and one.startswith(label) for one in self._lines)
        last = len(refused) == 1 and bool(label) and first is told.verdicts[-1]
        if last and grows and told.remaining > 0:
            return ""
        return t(first.refusal) if first.refusal is not None else ""

    # Going through the ballots ----------------------------------------------------------------

    def step(self, by: int) -> None:
        """Show the ballot before or after; the one not handed in yet keeps its numbers."""
        if self._round is None:
            return
        ids = [one.id for one in ballots.papers(self._context.project, self._round.id)]
        here = ids.index(self._ballot_id) if self._ballot_id in ids else len(ids)
        there = here + by
        if there >= len(ids):
            self.show_new()
        elif there >= 0:
            self._show(ids[there])

    def show_new(self) -> None:
        """Show the ballot that is not handed in yet."""
        if self._ballot_id:
            self._ballot_id = ""
            self.field.set_numbers(*self._kept)
            self._say()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, ballot_id: str) -> None:
        if not self._ballot_id:
            self._kept = (self.field.numbers(), self.field.typed())
        self._ballot_id = ballot_id
        ballot = self._ballot()
        if ballot is not None:
            self.field.set_numbers(ballots.labels_on(self._context.project, ballot))
        self._say()

    # Into the box and out of it ---------------------------------------------------------------

    def put_blank(self) -> None:
        """Hand in a ballot on which nothing stands."""
        if not self.field.numbers() and not self.field.typed():
            self._hand_in(blank=True)

    def _put(self) -> None:
        if not self.field.numbers():
            self.field.take_error(
                self._context.t("番号がまだありません。白票なら Ctrl+Enter で入れます。")
            )
            self._say()
        else:
            self._hand_in(blank=False)

    def _hand_in(self, *, blank: bool) -> None:
        round_ = self._round
        if round_ is None or self._context.read_only:
            return
        numbers, ballot_id, project = self.field.numbers(), self._ballot_id, self._context.project
        try:
            if ballot_id:
                self._empty_for(self._kept)
                ballots.replace_ballot(project, ballot_id, numbers, blank=blank)
            else:
                self._empty_for(((), ""))
                person = None if round_.anonymous else self._person or None
                ballots.put_ballot(project, round_.id, numbers, person, blank=blank)
        except ProjectError as error:
            self._ballot_id = ballot_id
            self.field.set_numbers(numbers)
            self.field.take_error(self._context.t(error.what))
            self._say()
            return
        if not ballot_id and not round_.anonymous:
            self.person_left.emit()
        self._say()

    def _empty_for(self, kept: tuple[tuple[str, ...], str]) -> None:
        """Have the next ballot in hand before this one goes in: the step refreshes the field."""
        self._ballot_id, self._kept = "", ((), "")
        self.field.set_numbers(*kept)

    def take_back(self) -> None:
        """Take the ballot that is looked at out of the box."""
        ballot = self._ballot()
        if ballot is None or self._context.read_only:
            return
        self._empty_for(self._kept)
        ballots.take_back_ballot(self._context.project, ballot.id)
        t = self._context.t
        words = t("用紙{number}を取り消しました。", number=str(ballot.number))
        self._context.shell.toast(words, undo=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out what the buttons say, and the blank ballot."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        doing: Callable[[], None] | None = None
        if event.key() == Qt.Key.Key_Escape and self._ballot_id:
            doing = self.show_new
        elif control and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            doing = self.take_back
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            doing = self.put_blank
        if doing is None:
            super().keyPressEvent(event)
        else:
            doing()

    # Words ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the keys where there is room."""
        super().resizeEvent(event)
        self._say()

    def _on_changed(self) -> None:
        self._say()
        self.labels_changed.emit()

    def _title_words(self) -> str:
        t, standing = self._context.t, self._standing
        ballot = self._ballot()
        if ballot is not None:
            words = t("{n}枚目の用紙（入っています）", n=str(ballot.number))
            person = self._context.project.find(Participant, ballot.participant_id or "")
            return f"{words}　{person.name}" if person is not None else words
        if self._round is not None and not self._round.anonymous:
            person = self._context.project.find(Participant, self._person)
            if person is not None:
                return t("{name}さんの用紙", name=person.name)
            return t("だれの用紙ですか（右の名簿から選びます）")
        if standing is not None and standing.ballots >= standing.voters:
            return t.plural("用紙は{n}枚とも入りました", standing.ballots)
        return t("{n}枚目の用紙", n=str(standing.next_number if standing else 1))

    def _say(self) -> None:
        """Show everything that depends on what is in hand."""
        t, field = self._context.t, self.field
        title = self._title_words()
        looking = bool(self._ballot_id)
        self._title.setText(title)
        field.setAccessibleName(title)
        budget = self._round.budget if self._round is not None else 0
        self._dots.show_votes(len(field.numbers()), budget)
        self._hint.setVisible(not looking and self.width() >= theme().px(_HINTED))
        self._back.setVisible(looking)
        self._take.setVisible(looking)
        self._enter.set_label(t("直した用紙を入れる") if looking else t("この用紙を入れる"))
        typed = self._lines.get(field.typed())
        wrong = field.error()
        meant = shortened(typed.said(), _MEANT) if typed is not None else ""
        self._below.say(wrong or meant, wrong=bool(wrong))
        self._hint.setText(t("「、」や空白で区切る　Backspace 一つ消す　↑↓ 入れた用紙"))
        spoken = [self._lines[one].said() for one in field.numbers() if one in self._lines]
        left = t.plural("残り {n}票", self._dots.left())
        field.setAccessibleDescription("、".join([part for part in (*spoken, left, wrong) if part]))
