"""Voting on screen: rounds, ways to vote, the close, and what is kept of the result.

Owns which round is shown and the way from a gesture to an action. The rules are in ``rounds``,
``ballots``, ``closing`` and ``choosing``; what of a vote may be seen is said by ``counting``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesign.model import Ballot, BallotWay, VoteRound, VoteStatus
from servicedesign.tools.voting import rounds
from servicedesign.tools.voting.audience_page import VotePage
from servicedesign.tools.voting.counting import standing
from servicedesign.tools.voting.empty import no_ideas, no_round
from servicedesign.tools.voting.handling import Handling
from servicedesign.tools.voting.head import Doing, head_actions, summary
from servicedesign.tools.voting.layout import VotingLayout
from servicedesign.tools.voting.pass_screen import PassScreen
from servicedesign.tools.voting.round_dialog import boards_with_ideas
from servicedesign.tools.voting.target_lines import draft_lines
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.theme import theme

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage

_SEEN = frozenset({"vote_round", "ballot", "note", "cluster", "board", "participant", "group"})
"""Kinds of records of which something is shown here."""


_ROOMY = 1280
"""Width of the window from which the navigator has room too, in px at 100 %."""


class VotingEditor(Editor):
    """The editor of vote rounds."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the last round."""
        super().__init__(context, parent)
        self._current = ""
        self._person = ""
        self._passed: PassScreen | None = None
        self._head_state: tuple[object, ...] = ()
        self._room_state: tuple[object, ...] = ()
        self.handling = Handling(self)
        self.view = VotingLayout(context)
        self._none = no_ideas(context)
        self._begin = no_round(context, self.handling.add)
        self._stack = QStackedLayout(self)
        for part in (self._none, self._begin, self.view):
            self._stack.addWidget(part)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        view, doing = self.view, self.handling
        view.rules.change_asked.connect(doing.change_rules)
        view.draft.turned.connect(doing.turn_target)
        view.draft.all_asked.connect(doing.take_all_targets)
        view.draft.subject_asked.connect(doing.choose_subject)
        view.draft.delete_asked.connect(doing.delete)
        view.voters.turned.connect(doing.turn_voter)
        view.voters.all_asked.connect(doing.take_all_voters)
        view.voters.number_written.connect(doing.write_number)
        view.voters.chosen.connect(self.use_person)
        view.open.way_changed.connect(self._tell_room)
        view.open.ballots.person_left.connect(self._next_person)
        view.open.device.pass_asked.connect(self.pass_screen)
        view.result.run_off_asked.connect(doing.run_off)
        view.choice.first_asked.connect(self._show_first)

    # What the shell asks ----------------------------------------------------------------------

    def body_margins(self) -> tuple[int, int]:
        """Return room for the focus ring beside what is typed into."""
        return 27, 32

    def body_least(self) -> int:
        """Return the room for the vote and the people side by side."""
        return 1100

    def wants_width(self) -> bool:
        """Tell whether vote and people need the room of the navigator."""
        return self.window().width() < theme().px(_ROOMY)

    def entrance(self) -> QWidget | None:
        """Return where the keys work at once."""
        return self.view.entrance() if self.round() is not None else None

    def summary(self) -> str:
        """Return which round is in view, and what it is about."""
        round_ = self.round()
        return summary(self.context, round_) if round_ is not None else ""

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the ballots before the close, the result after it."""
        round_ = self.round()
        if round_ is None:
            return "ballots", None
        closed = round_.status is VoteStatus.CLOSED
        return ("vote-result" if closed else "ballots"), round_.id

    def record_in_view(self) -> Record | None:
        """Return the round."""
        return self.round()

    def head_actions(self) -> Sequence[HeadAction]:
        """Return what can be done with the round now."""
        round_ = self.round()
        if round_ is None:
            return ()
        doing = self.handling
        return head_actions(
            self.context,
            round_,
            Doing(
                show=self.show_round,
                add=doing.add,
                print_papers=lambda: self.context.shell.command("print"),
                open=doing.open,
                close=doing.close,
                reopen=doing.reopen,
                project=self.show_room,
                go_on=lambda: self.context.shell.go_tool("deep_dive"),
            ),
        )

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        round_ = self.round()
        if self.context.read_only or not boards_with_ideas(self.context.project):
            return {}
        some: dict[str, Callable[[], object]] = {"more": self.handling.add}
        if round_ is not None and round_.status is VoteStatus.OPEN:
            some["vote_close"] = self.handling.close
        if round_ is not None and round_.status is VoteStatus.DRAFT:
            some["vote_open"] = self.handling.open
        return some

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show a round; a ballot shows the round it is in."""
        if self.context.project.find(VoteRound, record_id) is None:
            ballot = self.context.project.find(Ballot, record_id)
            record_id = ballot.round_id if ballot is not None else ""
        if not record_id:
            return False
        self.show_round(record_id)
        return True

    def flush(self) -> None:
        """Write what is typed of counts; a ballot goes in by Enter alone."""
        self.view.open.dots.list.flush()
        self.view.open.hands.list.flush()
        super().flush()

    def audience_page(self) -> AudiencePage | None:
        """Return the round as the room may see it."""
        round_ = self.round()
        if round_ is None:
            return None
        return VotePage(self.context, round_.id, asked=self._asked(round_))

    # What is in view --------------------------------------------------------------------------

    def round(self) -> VoteRound | None:
        """Return the round in view."""
        return self.context.project.find(VoteRound, self._current) if self._current else None

    def show_round(self, round_id: str) -> None:
        """Bring another round into view."""
        if round_id != self._current:
            self.flush()
            self._current, self._person = round_id, ""
            self._show()
        entrance = self.entrance()
        if entrance is not None and self.isVisible():
            entrance.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_first(self) -> None:
        """Show the vote of which the one in view was the run-off."""
        round_ = self.round()
        if round_ is not None and round_.run_off_of is not None:
            self.show_round(round_.run_off_of)

    def use_person(self, participant_id: str) -> None:
        """In a vote by name: fill in this person's ballot."""
        self._person = participant_id
        self._show()
        entrance = self.entrance()
        if entrance is not None:
            entrance.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_person(self) -> None:
        self._person = ""
        self._show()

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed."""
        if changes is not None and not {one.kind for one in changes.changes} & _SEEN:
            return
        known = rounds.rounds_of(self.context.project)
        if self._current not in [one.id for one in known]:
            self._current = _first_shown(known)
        self._show()
        if self._passed is not None:
            self._passed.refresh()

    def _show(self) -> None:
        round_ = self.round()
        before = self._stack.currentWidget()
        if round_ is not None:
            self._stack.setCurrentWidget(self.view)
            self._show_round(round_)
        elif boards_with_ideas(self.context.project):
            self._stack.setCurrentWidget(self._begin)
        else:
            self._stack.setCurrentWidget(self._none)
        self._tell_head(round_, before)
        self._tell_room()

    def _show_round(self, round_: VoteRound) -> None:
        now = standing(self.context.project, round_.id)
        self.view.voters.set_current(self._person)
        if round_.status is VoteStatus.DRAFT:
            lines = draft_lines(self.context.project, round_, self.context.t)
            self.view.draft.show_round(round_, lines)
        self.view.show_round(round_, now)
        by_name = not round_.anonymous and round_.status is VoteStatus.OPEN
        if by_name and not self._person:
            self._person = self.view.voters.first_waiting()
            self.view.voters.set_current(self._person)
            self.view.voters.show_round(round_, now)
        self.view.open.ballots.set_person(self._person if by_name else "")
        if by_name:
            self.view.voters.go_to(self._person)
            self.view.open.device.set_person(self._person)

    def _tell_head(self, round_: VoteRound | None, before: QWidget | None) -> None:
        """Ask for head, commands and sheet anew when they would differ."""
        all_rounds = rounds.rounds_of(self.context.project)
        state = (
            self._current,
            self.summary(),
            round_.status if round_ is not None else None,
            bool(round_ is not None and round_.selections),
            tuple((one.id, one.title, one.status) for one in all_rounds),
            before is self._stack.currentWidget(),
        )
        if state != self._head_state:
            target = state[:3:2] != self._head_state[:3:2]
            self._head_state = state
            self.head_changed.emit()
            if target:
                self.target_changed.emit()

    # The room ---------------------------------------------------------------------------------

    def _asked(self, round_: VoteRound) -> str:
        """Return the idea for which hands are raised now, or nothing."""
        hands = self.view.open.way() is BallotWay.HANDS
        open_ = round_.status is VoteStatus.OPEN
        return self.view.open.hands.current_id() if hands and open_ else ""

    def _tell_room(self) -> None:
        """Say that the room should see another page."""
        round_ = self.round()
        state: tuple[object, ...] = ()
        if round_ is not None:
            state = (round_.id, round_.status, self._asked(round_))
        if state != self._room_state:
            self._room_state = state
            self.audience_changed.emit()

    def show_room(self, *, counts_up: bool = False) -> None:
        """Show the round to the room, whatever is in view afterwards."""
        round_ = self.round()
        if round_ is None:
            return
        context, round_id = self.context, round_.id
        started: list[bool] = []

        def _make() -> AudiencePage:
            first = counts_up and not started
            started.append(True)
            return VotePage(context, round_id, counts_up=first)

        context.shell.show_audience(_make)

    def pass_screen(self, participant_id: str) -> None:
        """Hand the whole screen to the people, one after the other."""
        round_ = self.round()
        if round_ is None or round_.status is not VoteStatus.OPEN or self._passed is not None:
            return
        self.flush()
        screen = PassScreen(self.context, round_.id, participant_id, self.window())
        self._passed = screen
        screen.left.connect(self._take_back)
        screen.show_over(self.window())

    def passed(self) -> PassScreen | None:
        """Return the screen that the people have, or None."""
        return self._passed

    def _take_back(self) -> None:
        screen, self._passed = self._passed, None
        if screen is not None:
            screen.deleteLater()
        self._show()
        self.window().activateWindow()
        self.view.open.device.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Take the passed screen away with the window."""
        if self._passed is not None:
            self._passed.leave()
        super().stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self.view.fit(self.width())


def _first_shown(known: Sequence[VoteRound]) -> str:
    """Return the round to look at first: the last that goes on, else the last but run-offs."""
    going = [one for one in known if one.status is not VoteStatus.CLOSED]
    main = [one for one in known if one.run_off_of is None]
    found = (going or main or known)[-1:]
    return found[0].id if found else ""
