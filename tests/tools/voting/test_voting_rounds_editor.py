"""Voting on screen: counts of the room, who has voted, several rounds, the close, the choice."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.votes import ballots_of, note, open_vote, type_keys, vote_project
from support.windows import press

from servicedesign.model import (
    Ballot,
    BallotWay,
    Board,
    Note,
    Participant,
    TieRule,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.store import open_project
from servicedesign.tools.voting import ballots, closing, ranking, rounds
from servicedesign.tools.voting.closing_dialog import ClosingDialog
from servicedesign.tools.voting.counting import standing
from servicedesign.tools.voting.reopen_dialog import ReopenDialog
from servicedesign.tools.voting.rules_dialog import RulesDialog
from servicedesign.ui.widgets.primary_button import PrimaryButton

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def project(tmp_path: Path):
    made = vote_project(tmp_path)
    yield made
    made.close(discard=True)


@pytest.fixture
def voting(open_editor, project):
    """The editor with an open round of five votes, two an idea."""
    open_vote(project)
    editor = open_editor(project, "voting")
    editor.view.open.ballots.field.setFocus()
    return editor


def field(editor):
    return editor.view.open.ballots.field


def told(editor) -> str:
    return editor.view.open.ballots._below.text()


# Counted in the room --------------------------------------------------------------------------


def test_dots_are_typed_idea_by_idea_and_only_the_one_in_hand_shows_its_number(
    voting, project, qtbot
):
    voting.view.open.use("dots")
    counts = voting.view.open.dots.list
    counts.setFocus()
    for keys in ("3", "0", "7"):
        type_keys(counts, keys)
        press(qtbot, Key.Key_Return)
    assert [ballot.way for ballot in project.all(Ballot)] == [BallotWay.DOTS]
    assert ballots_of(project) == [Counter({1: 3, 3: 7})]
    lines = counts.model().lines()
    assert [line.votes for line in lines[:4]] == ["―", "―", "―", "0"]
    press(qtbot, Key.Key_Up)
    assert counts.model().lines()[2].votes == "7"


def test_more_dots_than_people_have_are_refused_and_kept_to_be_changed(voting, project, qtbot):
    voting.view.open.use("dots")
    counts = voting.view.open.dots.list
    counts.setFocus()
    type_keys(counts, "25")
    press(qtbot, Key.Key_Return)
    assert counts.refused
    assert counts.buffer() == "25"
    assert "24票" in voting.view.open.dots._below.text()
    assert project.all(Ballot) == ()
    press(qtbot, Key.Key_Backspace)
    press(qtbot, Key.Key_Return)
    assert ballots_of(project) == [Counter({1: 2})]


def test_arrows_count_up_and_down(voting, project, qtbot):
    voting.view.open.use("hands")
    counts = voting.view.open.hands.list
    counts.setFocus()
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        press(qtbot, key)
    assert ballots_of(project) == [Counter({1: 2})]
    assert note(project, 1).title in voting.view.open.hands._title.text()


def test_ballots_and_counts_share_one_limit(voting, project, qtbot):
    voting.view.open.use("hands")
    counts = voting.view.open.hands.list
    counts.setFocus()
    type_keys(counts, "12")
    press(qtbot, Key.Key_Return)
    voting.view.open.use("tally")
    field(voting).setFocus()
    type_keys(field(voting), "5")
    press(qtbot, Key.Key_Return)
    assert len(project.all(Ballot)) == 1
    assert field(voting).error()


# Who has voted --------------------------------------------------------------------------------


def test_people_are_marked_by_space_and_by_a_press_and_never_with_what_they_voted(
    voting, project, qtbot
):
    people = voting.view.voters.list
    people.setFocus()
    people.go_first()
    press(qtbot, Key.Key_Space)
    place = people.visualRect(people.people.index(3)).center()
    QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=place)
    made = project.all(VoteRound)[0]
    assert {project.get(Participant, one).name for one in made.voted_ids} == {"参加1", "参加3"}
    assert voting.view.voters._number.text() == "2"
    press(qtbot, Key.Key_Space)
    assert len(project.all(VoteRound)[0].voted_ids) == 1


def test_that_nobody_is_kept_is_said_only_where_it_is_true(open_editor, project, qtbot):
    open_vote(project, anonymous=False)
    editor = open_editor(project, "voting")
    assert "残しません" not in editor.view.voters._words.text()
    assert "参加1" in editor.view.open.ballots._title.text()
    field(editor).setFocus()
    type_keys(field(editor), "1,2")
    press(qtbot, Key.Key_Return)
    assert "参加2" in editor.view.open.ballots._title.text()
    ballot = project.all(Ballot)[0]
    assert project.get(Participant, ballot.participant_id).name == "参加1"
    assert project.all(VoteRound)[0].voted_ids == (ballot.participant_id,)


def test_without_names_the_number_of_people_is_asked(open_editor, tmp_path, qtbot):
    with vote_project(tmp_path, people=0) as project:
        made = rounds.new_round(project, project.all(Board)[0].id)
        editor = open_editor(project, "voting")
        number = editor.view.voters.number
        number.setFocus()
        type_keys(number, "30")
        press(qtbot, Key.Key_Return)
        assert project.get(VoteRound, made.id).voter_count == 30
        editor.handling.open()
        assert standing(project, made.id).voters == 30
        editor.window().hand_over()


# Rounds ---------------------------------------------------------------------------------------


def test_nothing_yet_leads_to_the_board_then_to_a_round(open_editor, tmp_path, qtbot):
    with vote_project(tmp_path, ideas=0) as project:
        editor = open_editor(project, "voting")
        shown = [one.label() for one in editor.findChildren(PrimaryButton) if one.isVisible()]
        assert shown == ["ボードに案を出す"]
        with project.edit(msg("案")):
            project.put(Note(board_id=project.all(Board)[0].id, number=1, title="窓口"))
        press(qtbot, Key.Key_N, CONTROL | SHIFT)
        assert [one.target_ids for one in project.all(VoteRound)] == [(project.all(Note)[0].id,)]
        assert editor.round() is not None
        editor.window().hand_over()


def test_ideas_are_ticked_before_the_opening_and_the_rules_kept_after_it(
    open_editor, project, qtbot
):
    rounds.new_round(project, project.all(Board)[0].id)
    editor = open_editor(project, "voting")
    chosen = editor.view.draft.list
    chosen.setFocus()
    chosen.setCurrentIndex(chosen.model().index(0, 0))
    press(qtbot, Key.Key_Space)
    assert len(project.all(VoteRound)[0].target_ids) == 44
    editor.handling.open()
    assert editor.round().status is VoteStatus.OPEN
    assert QApplication.focusWidget() is field(editor)
    assert editor.sheet_target() == ("ballots", editor.round().id)


@pytest.mark.modal
def test_the_rules_are_changed_in_a_dialog_that_refuses_what_cannot_be(
    voting, project, answer_dialog, qtbot
):
    def _answer(dialog: RulesDialog) -> None:
        type_keys(dialog.budget, "3")
        type_keys(dialog.cap, "4")
        dialog._take()
        assert dialog.isVisible()
        assert dialog.wrong.text()
        dialog.cap.selectAll()
        type_keys(dialog.cap, "1")
        dialog.tie.set_value(TieRule.KEEP_BOTH.value)
        dialog._take()

    answer_dialog(_answer)
    voting.handling.change_rules()
    made = project.all(VoteRound)[0]
    assert (made.budget, made.cap, made.tie_rule) == (3, 1, TieRule.KEEP_BOTH)


def test_several_rounds_are_gone_through_and_each_keeps_what_it_had(voting, project, qtbot):
    first = voting.round().id
    type_keys(field(voting), "1")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_N, CONTROL | SHIFT)
    second = voting.round()
    assert second.id != first
    assert second.status is VoteStatus.DRAFT
    voting.show_round(first)
    assert standing(project, first).ballots == 1
    assert voting.reveal("vote_round", second.id, "")
    assert voting.reveal("ballot", project.all(Ballot)[0].id, "")
    assert voting.round().id == first
    assert not voting.reveal("note", "nothing", "")


# The close ------------------------------------------------------------------------------------


@pytest.mark.modal
def test_the_close_names_who_is_missing_and_cannot_be_taken_back(
    voting, project, answer_dialog, qtbot
):
    type_keys(field(voting), "1,2")
    press(qtbot, Key.Key_Return)
    ballots.mark_voted(project, voting.round().id, project.all(Participant)[0].id, True)
    said: list[str] = []

    def _answer(dialog: ClosingDialog) -> None:
        from support.screen import shown_texts

        said.extend(shown_texts(dialog))
        dialog.shown.setChecked(False)
        dialog.accept()

    answer_dialog(_answer)
    press(qtbot, Key.Key_E, CONTROL | SHIFT)
    assert any("参加2" in words and "参加12" in words for words in said)
    assert not any("参加1、" in words for words in said)
    made = project.all(VoteRound)[0]
    assert made.status is VoteStatus.CLOSED
    assert project.undo() is None
    assert voting.sheet_target() == ("vote-result", made.id)


def closed(project, *numbers: str) -> VoteRound:
    made = project.all(VoteRound)[0]
    for one in numbers:
        ballots.put_ballot(project, made.id, one.split(","))
    closing.close_round(project, made.id)
    return project.get(VoteRound, made.id)


def test_the_result_ranks_all_and_ticks_what_suggests_itself(voting, project, qtbot):
    closed(project, "1,1,2,3,4", "1,1,2,3,5", "1,2,3,4,5", "4,5,4,5,9")
    page = voting.view.result
    shown = [place.target.number for place in page.list.result.places]
    assert len(shown) == 45
    assert shown[0] == 1
    assert {project.get(Note, one).number for one in page.picked()} == {1, 2, 3, 4, 5}
    page.pane.decide_asked.emit()
    kept = project.all(VoteRound)[0].selections
    assert len(kept) == 5
    press(qtbot, Key.Key_Z, CONTROL)
    assert project.all(VoteRound)[0].selections == ()


def test_a_choice_against_the_count_asks_for_its_reason(voting, project, qtbot):
    closed(project, "1,1,2,3,4", "1,1,2,3,5", "1,2,3,4,5", "4,5,4,5,9")
    page = voting.view.result
    page.list.setFocus()
    row = [place.target.number for place in page.list.result.places].index(9)
    page.list.setCurrentIndex(page.list.model().index(row, 0))
    press(qtbot, Key.Key_Space)
    row = [place.target.number for place in page.list.result.places].index(1)
    page.list.setCurrentIndex(page.list.model().index(row, 0))
    press(qtbot, Key.Key_Space)
    page.pane.decide_asked.emit()
    assert project.all(VoteRound)[0].selections == ()
    assert "理由" in page.pane._wrong.text()
    for one in page.picked():
        page.pane._reason(one, "").set_text("町長の約束と重なるため")
    for reason in page.pane._reasons.values():
        reason.setPlainText("町長の約束と重なるため")
    page.pane.decide_asked.emit()
    kept = project.all(VoteRound)[0].selections
    assert {project.get(Note, one.target_id).number for one in kept} == {2, 3, 4, 5, 9}


def test_a_tie_is_told_with_the_rule_that_was_declared_and_a_run_off_made(
    open_editor, project, qtbot
):
    open_vote(project, budget=3, cap=1, tie_rule=TieRule.RUN_OFF)
    editor = open_editor(project, "voting")
    closed(project, "1,2,3", "1,2,4", "1,2,5", "6,7,8")
    pane = editor.view.choice
    words = pane._tie.text()
    assert all(label in words for label in ("3", "4", "5", "6", "7", "8"))
    assert "決選" in words
    pane.run_off_asked.emit()
    made = editor.round()
    assert made.run_off_of is not None
    assert len(made.target_ids) == 6
    assert ranking.suggestion(project, made.run_off_of).undecided


@pytest.mark.modal
def test_a_round_is_opened_again_with_a_reason_and_says_so(voting, project, answer_dialog, qtbot):
    closed(project, "1,2")

    def _answer(dialog: ReopenDialog) -> None:
        dialog._take()
        assert dialog.isVisible()
        dialog.reason.setPlainText("用紙が1枚見つかった")
        dialog._take()

    answer_dialog(_answer)
    voting.handling.reopen()
    made = project.all(VoteRound)[0]
    assert made.status is VoteStatus.OPEN
    assert any("用紙が1枚見つかった" in event.text for event in made.events)
    assert voting.view.page() is voting.view.open


# Much, and only read --------------------------------------------------------------------------


def test_a_thousand_ideas_are_typed_without_waiting(open_editor, tmp_path, qtbot):
    with vote_project(tmp_path, ideas=1_000, people=40) as project:
        open_vote(project)
        editor = open_editor(project, "voting")
        field(editor).setFocus()
        slowest = 0.0
        for letters in ("998", ",", "1000", ",", "7"):
            for letter in letters:
                began = time.perf_counter()
                type_keys(field(editor), letter)
                slowest = max(slowest, time.perf_counter() - began)
        press(qtbot, Key.Key_Return)
        assert ballots_of(project) == [Counter({998: 1, 1000: 1, 7: 1})]
        assert slowest < 1.0
        editor.window().hand_over()


def test_a_project_that_is_only_read_is_not_written(open_editor, voting, project, tmp_path, qtbot):
    project.copy_to(tmp_path / "写し.sdproj")
    with open_project(tmp_path / "写し.sdproj", read_only=True) as reading:
        before = reading.dump()
        editor = open_editor(reading, "voting")
        field(editor).setFocus()
        type_keys(field(editor), "1,2")
        press(qtbot, Key.Key_Return)
        editor.view.voters.list.setFocus()
        editor.view.voters.list.go_first()
        press(qtbot, Key.Key_Space)
        press(qtbot, Key.Key_E, CONTROL | SHIFT)
        for way in ("dots", "hands"):
            editor.view.open.use(way)
            editor.view.open.entrance().setFocus()
            type_keys(editor.view.open.entrance(), "3")
            press(qtbot, Key.Key_Return)
        assert reading.dump() == before
        editor.window().hand_over()


def test_a_run_off_leads_back_to_the_vote_in_which_ideas_are_kept(open_editor, project):
    open_vote(project, budget=3, cap=1, tie_rule=TieRule.RUN_OFF)
    editor = open_editor(project, "voting")
    first = closed(project, "1,2,3", "1,2,4", "1,2,5", "6,7,8").id
    editor.view.choice.run_off_asked.emit()
    second = editor.round().id
    editor.handling.open()
    ballots.put_ballot(project, second, ["3"])
    closing.close_round(project, second)
    assert "もとの投票" in editor.view.choice._words.text()
    editor.view.result._turn(note(project, 3).id)
    assert project.get(VoteRound, second).selections == ()
    editor.view.choice.first_asked.emit()
    assert editor.round().id == first
    assert note(project, 3).id in editor.view.result.picked()
    assert open_editor(project, "voting").round().id == first
