"""Voting on screen: numbers typed from ballots, read, refused, changed and taken back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.screen import shown_texts
from support.votes import ballots_of, note, open_vote, type_keys, vote_project
from support.windows import compose, finish_composing, press

from servicedesign.model import (
    Ballot,
    Board,
    VoteTarget,
)
from servicedesign.tools.board.notes import delete_notes
from servicedesign.tools.voting import rounds

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


# Numbers from a ballot ------------------------------------------------------------------------


def test_a_ballot_is_typed_with_any_separator_and_in_by_enter(voting, project, qtbot):
    type_keys(field(voting), "12、15 31,7")
    press(qtbot, Key.Key_Return)
    assert ballots_of(project) == [Counter({12: 1, 15: 1, 31: 1, 7: 1})]
    assert field(voting).numbers() == ()
    assert QApplication.focusWidget() is field(voting)
    assert "2" in voting.view.open.ballots._title.text()


def test_full_width_digits_and_a_conversion_are_read_and_its_enter_is_not_the_ballots(
    voting, project, qtbot
):
    compose(field(voting), "１２、")
    press(qtbot, Key.Key_Return)
    assert project.all(Ballot) == ()
    finish_composing(field(voting), "１２、１５　３")
    assert field(voting).numbers() == ("12", "15")
    assert field(voting).typed() == "3"
    press(qtbot, Key.Key_Return)
    assert ballots_of(project) == [Counter({12: 1, 15: 1, 3: 1})]


def test_with_the_input_method_on_digits_are_not_converted(voting):
    assert not field(voting).testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_number_that_is_not_there_is_refused_at_once_and_kept_to_be_changed(
    voting, project, qtbot
):
    type_keys(field(voting), "12,4")
    assert not field(voting).error()
    type_keys(field(voting), "7")
    assert "47番" in field(voting).error()
    assert told(voting) == field(voting).error()
    type_keys(field(voting), ",")
    press(qtbot, Key.Key_Return)
    assert field(voting).typed() == "47"
    assert project.all(Ballot) == ()
    press(qtbot, Key.Key_Backspace)
    type_keys(field(voting), "5")
    press(qtbot, Key.Key_Return)
    assert ballots_of(project) == [Counter({12: 1, 45: 1})]


def test_who_types_on_without_looking_runs_no_two_numbers_together(voting, project, qtbot):
    type_keys(field(voting), "3,47,12")
    press(qtbot, Key.Key_Return)
    type_keys(field(voting), "5,6")
    press(qtbot, Key.Key_Return)
    assert field(voting).numbers() == ("3",)
    assert field(voting).typed() == "47"
    assert project.all(Ballot) == ()


@pytest.mark.parametrize(
    ("typed", "part"), [("12,12,12,", "2票まで"), ("1,2,3,4,5,6", "5票まで"), ("0,", "0番")]
)
def test_more_than_the_rules_allow_is_refused_in_one_sentence(voting, project, typed, part, qtbot):
    type_keys(field(voting), typed)
    assert part in field(voting).error()
    press(qtbot, Key.Key_Return)
    assert project.all(Ballot) == ()


def test_backspace_takes_back_the_digit_then_the_number(voting, qtbot):
    type_keys(field(voting), "12,34")
    for wanted in ("3", "", ""):
        press(qtbot, Key.Key_Backspace)
        assert field(voting).typed() == wanted
    assert field(voting).numbers() == ()


def test_the_remaining_votes_and_the_words_of_the_ideas_are_told(voting, project):
    type_keys(field(voting), "12,15,3")
    said = field(voting).accessibleDescription()
    assert note(project, 12).title in said
    assert "残り 3票" in said
    assert note(project, 3).title in told(voting)


def test_arrows_lead_to_ballots_that_are_in_and_the_new_one_keeps_its_numbers(
    voting, project, qtbot
):
    for numbers in ("1,2", "3,4"):
        type_keys(field(voting), numbers)
        press(qtbot, Key.Key_Return)
    type_keys(field(voting), "9,8")
    press(qtbot, Key.Key_Up)
    assert field(voting).numbers() == ("3", "4")
    press(qtbot, Key.Key_Up)
    assert field(voting).numbers() == ("1", "2")
    type_keys(field(voting), "5")
    press(qtbot, Key.Key_Return)
    assert ballots_of(project) == [Counter({1: 1, 2: 1, 5: 1}), Counter({3: 1, 4: 1})]
    assert (field(voting).numbers(), field(voting).typed()) == (("9",), "8")


def test_a_ballot_is_taken_back_and_its_step_too(voting, project, qtbot):
    for numbers in ("1,2", "3,4"):
        type_keys(field(voting), numbers)
        press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Delete, CONTROL)
    assert ballots_of(project) == [Counter({3: 1, 4: 1})]
    press(qtbot, Key.Key_Z, CONTROL)
    assert ballots_of(project) == [Counter({1: 1, 2: 1}), Counter({3: 1, 4: 1})]


def test_an_empty_enter_says_what_to_do_and_a_blank_ballot_needs_control(voting, project, qtbot):
    press(qtbot, Key.Key_Return)
    assert "Ctrl+Enter" in told(voting)
    assert project.all(Ballot) == ()
    press(qtbot, Key.Key_Return, CONTROL)
    assert ballots_of(project) == [Counter()]


def test_numbers_are_pasted_and_ideas_pressed(voting, project, qtbot):
    QGuiApplication.clipboard().setText("12\n１５\n")
    press(qtbot, Key.Key_V, CONTROL)
    ideas = voting.view.open.ideas
    place = ideas.visualRect(ideas.model().index(2, 0)).center()
    QTest.mouseClick(ideas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field(voting).numbers() == ("12", "15", "3")
    assert QApplication.focusWidget() is field(voting)


def test_when_all_ballots_are_in_that_is_said_and_another_is_refused(voting, project, qtbot):
    for _ in range(12):
        type_keys(field(voting), "1")
        press(qtbot, Key.Key_Return)
    assert "12" in voting.view.open.ballots._title.text()
    assert not field(voting).error()
    type_keys(field(voting), "1")
    assert "12人分" in field(voting).error()
    press(qtbot, Key.Key_Return)
    assert len(project.all(Ballot)) == 12


def test_an_idea_that_goes_while_its_number_is_typed_is_told(voting, project, qtbot):
    type_keys(field(voting), "12,15")
    delete_notes(project, [note(project, 12).id])
    assert "12番" in field(voting).error()
    press(qtbot, Key.Key_Return)
    assert project.all(Ballot) == ()


def test_clusters_are_written_by_letter(open_editor, project, qtbot):
    from servicedesign.tools.board.clusters import make_cluster

    ids = [note(project, number).id for number in (1, 2, 3)]
    make_cluster(project, ids)
    made = rounds.new_round(project, project.all(Board)[0].id, VoteTarget.CLUSTER)
    rounds.open_round(project, made.id)
    editor = open_editor(project, "voting")
    field(editor).setFocus()
    type_keys(field(editor), "a,10")
    press(qtbot, Key.Key_Return)
    assert [vote.count for vote in project.all(Ballot)[0].votes] == [1, 1]
    type_keys(field(editor), "2")
    type_keys(field(editor), ",")
    assert field(editor).error()


def test_who_hands_the_laptop_over_is_told_when_the_room_may_see_it(voting, monkeypatch):
    from servicedesign.tools.voting import device_panel

    panel = voting.view.open.device
    voting.view.open.use("device")
    assert "プロジェクターにこの画面が映っているときは" in " ".join(shown_texts(panel))
    monkeypatch.setattr(device_panel, "mirrored", lambda _window: True)
    panel.look_at_screens()
    assert "画面の複製をやめて" in " ".join(shown_texts(panel))
    monkeypatch.setattr(device_panel, "mirrored", lambda _window: False)
    monkeypatch.setattr(device_panel, "other_screen", lambda _window: object())
    panel.look_at_screens()
    assert not any("画面の複製" in words for words in shown_texts(panel))


# The hand goes from the pointer to the keys -------------------------------------------------------


def test_whoever_points_at_a_way_to_vote_types_at_once(voting, project):
    page = voting.view.open
    for number, way in enumerate((page.ballots.field, page.dots.list, page.device.begin)):
        left = sum(page.switch._widths()[:number]) + 20
        QTest.mouseClick(page.switch, Qt.MouseButton.LeftButton, pos=QPoint(left, 18))
        assert way.isVisible()
        assert way is QApplication.focusWidget() or way.isAncestorOf(QApplication.focusWidget())


def test_what_becomes_of_the_votes_of_a_deleted_idea_is_told_after_the_deletion(
    open_editor, project, qtbot
):
    open_vote(project)
    board = open_editor(project, "board")
    board.view.selection.choose((note(project, 12).id,))
    board.handling.delete()
    said = board.window().workspace().toast_widget()
    qtbot.waitUntil(lambda: "票を用紙に戻しました" in said.text())
