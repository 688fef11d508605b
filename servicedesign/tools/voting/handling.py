"""What can be asked for in a vote, from a button or a key to the action.

Owns that way, with the questions asked on it. The rules are in ``rounds`` and ``closing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.model import Participant, VoteRound, VoteStatus, VoteTarget, msg
from servicedesign.tools.vote_targets import candidates
from servicedesign.tools.voting import closing, rounds
from servicedesign.tools.voting.ballots import mark_voted
from servicedesign.tools.voting.closing_dialog import ClosingDialog
from servicedesign.tools.voting.counting import standing
from servicedesign.tools.voting.reopen_dialog import ReopenDialog
from servicedesign.tools.voting.round_dialog import RoundDialog, boards_with_ideas
from servicedesign.tools.voting.rules_dialog import RulesDialog

if TYPE_CHECKING:
    from servicedesign.store import Project
    from servicedesign.tools.voting.editor import VotingEditor


class Handling:
    """The hands of one editor."""

    def __init__(self, editor: VotingEditor) -> None:
        """Work for ``editor``."""
        self._editor = editor
        self._context = editor.context

    @property
    def _project(self) -> Project:
        return self._context.project

    def _round(self) -> VoteRound | None:
        return self._editor.round()

    # Rounds -----------------------------------------------------------------------------------

    def add(self) -> None:
        """Make a round; what it is about is asked where that is not clear."""
        self._editor.flush()
        boards = boards_with_ideas(self._project)
        if not boards or self._context.read_only:
            return
        board_id, kind = boards[-1].id, VoteTarget.NOTE
        unclear = len(boards) > 1 or self._has_clusters(board_id)
        if unclear:
            dialog = RoundDialog(
                self._context.t, self._project, board_id, kind, self._editor.window()
            )
            if not dialog.exec():
                return
            board_id, kind = dialog.board_id(), dialog.kind()
        made = rounds.new_round(self._project, board_id, kind)
        self._editor.show_round(made.id)

    def _has_clusters(self, board_id: str) -> bool:
        notes = candidates(self._project, board_id, VoteTarget.NOTE)
        return candidates(self._project, board_id, VoteTarget.CLUSTER) != notes

    def choose_subject(self) -> None:
        """Ask for another board or unit; rules and voters stay."""
        old = self._round()
        if old is None or old.status is not VoteStatus.DRAFT:
            return
        t, project = self._context.t, self._project
        dialog = RoundDialog(t, project, old.board_id, old.target, self._editor.window())
        if not dialog.exec() or (dialog.board_id(), dialog.kind()) == (old.board_id, old.target):
            return
        with project.edit(msg("投票する案を選び直す")):
            made = rounds.new_round(
                project, dialog.board_id(), dialog.kind(), title=old.title, voter_ids=old.voter_ids
            )
            rounds.change_rules(
                project,
                made.id,
                anonymous=old.anonymous,
                hidden=old.hidden,
                tie_rule=old.tie_rule,
            )
            rounds.set_voters(project, made.id, old.voter_ids, count=old.voter_count)
            rounds.delete_round(project, old.id)
        self._editor.show_round(made.id)

    def delete(self) -> None:
        """Throw a draft away."""
        round_ = self._round()
        if round_ is not None:
            rounds.delete_round(self._project, round_.id)
            self._context.shell.toast(self._context.t("投票の準備をやめました。"), undo=True)

    def change_rules(self) -> None:
        """Ask for the rules."""
        round_ = self._round()
        if round_ is not None and round_.status is not VoteStatus.CLOSED:
            RulesDialog(self._context.t, self._project, round_, self._editor.window()).exec()

    # What and who -----------------------------------------------------------------------------

    def turn_target(self, target_id: str) -> None:
        """Let an idea take part, or no more."""
        round_ = self._round()
        if round_ is None or self._context.read_only:
            return
        ids = set(round_.target_ids) ^ {target_id}
        order = candidates(self._project, round_.board_id, round_.target)
        rounds.set_targets(self._project, round_.id, [one for one in order if one in ids])

    def take_all_targets(self, every: bool) -> None:
        """Let all ideas take part, or none."""
        round_ = self._round()
        if round_ is not None:
            order = candidates(self._project, round_.board_id, round_.target)
            rounds.set_targets(self._project, round_.id, order if every else ())

    def turn_voter(self, participant_id: str, on: bool) -> None:
        """Before the opening let a person vote, or not; afterwards mark who has voted."""
        round_ = self._round()
        if round_ is None or self._context.read_only:
            return
        if round_.status is VoteStatus.OPEN:
            mark_voted(self._project, round_.id, participant_id, on)
            return
        ids = set(round_.voter_ids) ^ {participant_id}
        people = self._project.all(Participant)
        chosen = [person.id for person in people if person.id in ids]
        rounds.set_voters(self._project, round_.id, chosen, count=round_.voter_count)

    def take_all_voters(self, every: bool) -> None:
        """Let everyone on the list vote, or nobody by name."""
        round_ = self._round()
        if round_ is not None:
            people = self._project.all(Participant) if every else ()
            ids = [person.id for person in people if person.name.strip()]
            number = round_.voter_count or len(round_.voter_ids)
            rounds.set_voters(self._project, round_.id, ids, count=number)

    def write_number(self, number: int) -> None:
        """Say how many people are in the room."""
        round_ = self._round()
        if round_ is not None and not round_.voter_ids:
            rounds.set_voters(self._project, round_.id, (), count=number)

    # Opening and closing ----------------------------------------------------------------------

    def facilitator(self) -> str:
        """Return who leads the workshop, by the role on the list; or empty."""
        people = self._project.all(Participant)
        return next((one.name.strip() for one in people if "進行" in one.role), "")

    def open(self) -> None:
        """Let people vote."""
        round_ = self._round()
        if round_ is not None:
            self._editor.flush()
            rounds.open_round(self._project, round_.id, who=self.facilitator())
            self._editor.view.entrance().setFocus()

    def close(self) -> None:
        """Ask, close and count."""
        round_ = self._round()
        if round_ is None or round_.status is not VoteStatus.OPEN:
            return
        self._editor.flush()
        t, project = self._context.t, self._project
        now = standing(project, round_.id)
        window, secret = self._editor.window(), round_.anonymous
        dialog = ClosingDialog(t, now, self.facilitator(), window, anonymous=secret)
        if not dialog.exec():
            return
        closing.close_round(project, round_.id, who=dialog.who())
        if dialog.to_room():
            self._editor.show_room(counts_up=dialog.counts_up())
        self._editor.view.entrance().setFocus()

    def reopen(self) -> None:
        """Ask why, and open a closed round again."""
        round_ = self._round()
        if round_ is None or round_.status is not VoteStatus.CLOSED:
            return
        window, secret = self._editor.window(), round_.anonymous
        dialog = ReopenDialog(self._context.t, self.facilitator(), window, anonymous=secret)
        if dialog.exec():
            closing.reopen_round(self._project, round_.id, who=dialog.who(), reason=dialog.why())

    def run_off(self) -> None:
        """Prepare a vote among the tied."""
        round_ = self._round()
        if round_ is not None:
            made = closing.start_run_off(self._project, round_.id, who=self.facilitator())
            self._editor.show_round(made.id)
