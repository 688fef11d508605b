"""The vote in its states, set up to be looked at in the picture book.

Owns what is shown there. Must not write anywhere but into the project it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.model import Board, Participant, VoteRound, VoteStatus, VoteTarget
from servicedesign.tools.vote_targets import targets_of
from servicedesign.tools.voting import ballots, rounds
from servicedesign.tools.voting.closing_dialog import ClosingDialog
from servicedesign.tools.voting.counting import Standing, standing
from servicedesign.tools.voting.editor import VotingEditor
from servicedesign.tools.voting.reopen_dialog import ReopenDialog
from servicedesign.tools.voting.round_dialog import RoundDialog, boards_with_ideas
from servicedesign.tools.voting.rules_dialog import RulesDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from servicedesign.ui.screens import Stage

_PAPERS = 3
_NOBODY = Standing(
    voters=0, ballots=0, papers=0, voted=(), missing=(), together=0, counted=0, remaining=0,
    next_number=1,
)  # fmt: skip


def open_vote(stage: Stage, way: str) -> QWidget:
    """Show a vote that is open, with ``way`` to vote in front."""
    editor = _opened(stage)
    if editor is not None:
        editor.view.open.use(way)
        editor.view.entrance().setFocus()
        labels = [line.label for line in editor.view.open.ballots.lines()][:2]
        editor.view.open.ballots.field.feed("、".join(labels))
    stage.settle()
    return stage.window


def draft(stage: Stage) -> QWidget:
    """Show a vote that is being prepared."""
    project = stage.workspace.project
    boards = boards_with_ideas(project)
    if boards and not project.read_only:
        rounds.new_round(project, boards[0].id)
    _editor(stage)
    stage.settle()
    return stage.window


def passed_on(stage: Stage) -> QWidget:
    """Show the screen of one person."""
    editor = _opened(stage)
    if editor is None:
        return stage.window
    editor.pass_screen("")
    screen = editor.passed()
    if screen is None:
        return stage.window
    screen.begin.click()
    stage.settle()
    return screen


def _editor(stage: Stage) -> VotingEditor:
    stage.workspace.show_view("voting")
    view = stage.workspace.current_tool()
    assert view is not None
    assert isinstance(view.editor, VotingEditor)
    stage.settle()
    return view.editor


def _opened(stage: Stage) -> VotingEditor | None:
    """Return the editor with an open round into which some ballots went; None without ideas."""
    project = stage.workspace.project
    boards = boards_with_ideas(project)
    if boards and not project.read_only:
        made = rounds.new_round(project, boards[0].id)
        if not made.voter_ids:
            rounds.set_voters(project, made.id, (), count=12)
        rounds.open_round(project, made.id)
        labels = [target.label for target in targets_of(project, made)]
        for number, person in zip(range(_PAPERS), project.all(Participant), strict=False):
            ballots.put_ballot(project, made.id, labels[number : number + 2])
            if person.id in made.voter_ids:
                ballots.mark_voted(project, made.id, person.id, True)
    editor = _editor(stage)
    round_ = editor.round()
    return editor if round_ is not None and round_.status is VoteStatus.OPEN else None


def _round(stage: Stage) -> VoteRound:
    return next(iter(stage.workspace.project.all(VoteRound)), VoteRound(board_id=""))


def rules_dialog(stage: Stage) -> QDialog:
    """Return the question for the rules."""
    project = stage.workspace.project
    return RulesDialog(stage.services.t, project, _round(stage), stage.window)


def closing_dialog(stage: Stage) -> QDialog:
    """Return the question before the close, with several people missing."""
    editor = _opened(stage)
    round_ = editor.round() if editor is not None else None
    project = stage.workspace.project
    shown = round_ or next(iter(project.all(VoteRound)), None)
    now = standing(project, shown.id) if shown is not None else _NOBODY
    return ClosingDialog(stage.services.t, now, "", stage.window, anonymous=True)


def reopen_dialog(stage: Stage) -> QDialog:
    """Return the question why a round is opened again."""
    return ReopenDialog(stage.services.t, "", stage.window, anonymous=True)


def round_dialog(stage: Stage) -> QDialog:
    """Return the question what a round is about."""
    project = stage.workspace.project
    board = next(iter(project.all(Board)), Board())
    return RoundDialog(stage.services.t, project, board.id, VoteTarget.NOTE, stage.window)
