"""The whole screen for the people who vote on the passed laptop, one after the other.

Owns whose turn it is and how the screen is taken back. Between two people it shows nothing but
whose turn it is; what anyone voted for, how an idea stands and what others see is never on it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import BallotWay, Participant, ProjectError, VoteRound, VoteStatus
from servicedesign.tools.vote_targets import targets_of
from servicedesign.tools.voting import ballots
from servicedesign.tools.voting.counting import standing
from servicedesign.tools.voting.device_panel import LEAVE_KEY
from servicedesign.tools.voting.pass_vote import PassVote
from servicedesign.tools.voting.target_line import TargetLine
from servicedesign.tools.voting.target_lines import target_line
from servicedesign.ui.context import EditorContext
from servicedesign.ui.focus_ring import FocusRing
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel

_HOLD_MS = 1500
"""How long the button that takes the screen back is held, in ms."""


class PassScreen(QDialog):
    """Covers the window; only the facilitator's key, or a held button, takes it away.

    Signals:
        left: the facilitator has the laptop again.
    """

    left = Signal()

    def __init__(
        self, context: EditorContext, round_id: str, person_id: str, parent: QWidget | None
    ) -> None:
        """Begin between two people; ``person_id`` is whose turn it is, or empty for anyone."""
        super().__init__(parent)
        t = context.t
        self._context = context
        self._round_id = round_id
        self._person = person_id
        self._leaving = False
        self.setWindowTitle(t("投票"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._ring = FocusRing(self)
        self.vote = PassVote(t)
        self._turn = TextLabel(size=tokens.DISPLAY_PX, bold=True)
        self._words = PhraseLabel(size=tokens.SECTION_PX, tone=tokens.SECOND_TEXT, wrap=True)
        self.who = Select(t("投票する人"))
        self.begin = PrimaryButton(t("はじめる"), key="Enter", large=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._between())
        self._stack.addWidget(self.vote)
        self.back = QuietButton(
            t("進行役にもどる（押し続ける）"), key=LEAVE_KEY, icon="mdi6.lock-outline"
        )
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(_HOLD_MS)
        self._arrange()
        self._hold.timeout.connect(self.leave)
        self.back.pressed.connect(self._hold.start)
        self.back.released.connect(self._hold.stop)
        self.begin.clicked.connect(self._on_begin)
        self.vote.handed_in.connect(self._put)
        self.show_between(first=True)

    def _between(self) -> QWidget:
        look = theme()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(look.px(20))
        column.addStretch(2)
        for part in (self._turn, self._words):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.who)
        row.addWidget(self.begin)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        return page

    def _arrange(self) -> None:
        look = theme()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look.px(40), look.px(28), look.px(40), look.px(16))
        whole.setSpacing(look.px(8))
        whole.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.back)
        whole.addLayout(row)

    def show_over(self, window: QWidget) -> None:
        """Cover the whole screen on which ``window`` is."""
        self.setScreen(window.screen())
        self.setGeometry(window.screen().geometry())
        self.showFullScreen()
        self.activateWindow()

    # Between two people -----------------------------------------------------------------------

    def show_between(self, *, first: bool = False) -> None:
        """Show whose turn it is, and nothing else."""
        t, project = self._context.t, self._context.project
        self.vote.clear()
        self._stack.setCurrentIndex(0)
        round_ = self._round()
        if round_ is None:
            self.leave()
            return
        now = standing(project, round_.id)
        listed = bool(round_.voter_ids)
        waiting = [one.id for one in now.missing]
        if self._person not in waiting:
            self._person = waiting[0] if waiting else ""
        full = not waiting if listed else now.ballots >= now.voters
        self._turn.setText(
            t("進行役に返してください")
            if full
            else t("本人に渡してください")
            if first
            else t("次の人に渡してください")
        )
        thanks = "" if first else t("票が入りました。ありがとうございました。")
        end = t("全員が入れました。") if full else ""
        self._words.setText(f"{thanks} {end}".strip())
        self.who.clear()
        for person in now.missing:
            self.who.add(person.id, person.name.strip() or t("（名前がありません）"))
        self.who.set_value(self._person)
        self.who.setVisible(listed and not full)
        self.begin.setVisible(not full)
        self.setAccessibleName(self._turn.text())
        (self.back if full else self.begin).setFocus(Qt.FocusReason.OtherFocusReason)

    def _round(self) -> VoteRound | None:
        round_ = self._context.project.find(VoteRound, self._round_id)
        return round_ if round_ is not None and round_.status is VoteStatus.OPEN else None

    # One person -------------------------------------------------------------------------------

    def _on_begin(self) -> None:
        round_ = self._round()
        if round_ is None:
            self.leave()
            return
        self._person = str(self.who.value() or "") if round_.voter_ids else ""
        person = self._context.project.find(Participant, self._person)
        name = person.name.strip() if person is not None else ""
        self._stack.setCurrentIndex(1)
        self.vote.begin(name, round_, self._lines(round_))

    def _lines(self, round_: VoteRound) -> list[TargetLine]:
        project, t = self._context.project, self._context.t
        return [target_line(target, t) for target in targets_of(project, round_)]

    def refresh(self) -> None:
        """Show what changed while the screen is with someone."""
        round_ = self._round()
        if round_ is None:
            self.leave()
        elif self._stack.currentIndex() == 1:
            self.vote.refresh(round_, self._lines(round_))

    def _put(self) -> None:
        labels = self.vote.labels()
        try:
            ballots.put_ballot(
                self._context.project,
                self._round_id,
                labels,
                self._person or None,
                way=BallotWay.DEVICE,
                blank=not labels,
            )
        except ProjectError as error:
            self.vote.say_refusal(self._context.t(error.what))
            return
        self.show_between()

    # Taking it back ---------------------------------------------------------------------------

    def leave(self) -> None:
        """Give the laptop back to the facilitator; what was not handed in is forgotten."""
        if self._leaving:
            return
        self._leaving = True
        self._hold.stop()
        self.vote.clear()
        self.close()
        self.left.emit()

    def reject(self) -> None:
        """Stay: neither Esc nor closing the window takes the screen away."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until the facilitator leaves."""
        if self._leaving:
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the screen back by the facilitator's key."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Q and event.modifiers() & held == held:
            self.leave()
        else:
            event.accept()
