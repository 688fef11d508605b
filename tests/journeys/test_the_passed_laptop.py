"""The laptop goes round: each person chooses alone, and nobody sees what anyone chose."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.room import picture
from support.room import said as said_in_room
from support.screen import nameless, shown_texts, too_small
from support.votes import ballots_of, note, open_vote, vote_project

from servicedesign.model import Ballot, BallotWay, Participant, VoteRound
from servicedesign.tools.board.notes import delete_notes
from servicedesign.tools.voting.counting import standing

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def passing(start_app, hands, work_folder: Path):
    """The editor of an open round of three people, with the way of the passed laptop in front."""
    with vote_project(work_folder, ideas=12, people=3) as made:
        open_vote(made, budget=3, cap=2)
        path = made.path
    window = start_app(path)
    window.workspace().show_view("voting")
    editor = window.workspace().current_tool().editor
    editor.view.open.use("device")
    editor.view.open.device.begin.setFocus()
    yield editor
    if editor.passed() is not None:
        editor.passed().leave()


def pass_on(editor, hands):
    hands.press(Key.Key_Return)
    screen = editor.passed()
    assert screen is not None
    hands.until(screen.begin.hasFocus)
    return screen


def test_three_people_vote_by_keyboard_and_give_it_back(passing, hands):
    screen = pass_on(passing, hands)
    project = passing.context.project
    for place, keys in enumerate((("2", " ", " ", "5", " "), ("2", " ", "9", " "), ())):
        assert f"参加{place + 1}" in screen.who.currentText()
        hands.press(Key.Key_Return)
        hands.until(screen.vote.cards.hasFocus)
        for key in keys:
            hands.qtbot.keyClicks(hands.focus(), key)
            if key == " ":
                QTest.qWait(1300)  # so that the next digit begins another number
        hands.press(Key.Key_Return, Mod.ControlModifier)
        if screen.vote.isVisible():  # votes are left: asked once more
            hands.press(Key.Key_Return, Mod.ControlModifier)
        assert not screen.vote.isVisible()
        assert len(project.all(Ballot)) == place + 1
    assert "進行役に返してください" in shown_texts(screen)
    assert ballots_of(project) == [Counter({2: 2, 5: 1}), Counter({2: 1, 9: 1}), Counter()]
    assert {ballot.way for ballot in project.all(Ballot)} == {BallotWay.DEVICE}
    assert {ballot.participant_id for ballot in project.all(Ballot)} == {None}
    assert len(project.all(VoteRound)[0].voted_ids) == 3
    hands.press(Key.Key_Q, Mod.ControlModifier, Mod.ShiftModifier)
    assert passing.passed() is None


def test_a_vote_is_taken_back_and_no_limit_passed(passing, hands):
    screen = pass_on(passing, hands)
    hands.press(Key.Key_Return)
    for _ in range(4):
        hands.press(Key.Key_Space)
    assert screen.vote.labels() == ("1", "1")
    hands.press(Key.Key_Backspace)
    assert screen.vote.labels() == ("1",)
    for _ in range(3):
        hands.press(Key.Key_Right)
        hands.press(Key.Key_Space)
    assert len(screen.vote.labels()) == 3
    assert "使い切りました" in screen.vote._below.text()


def test_between_two_people_nothing_of_a_vote_is_on_the_screen(passing, hands):
    audience = passing.window().workspace().audience()
    audience.begin()
    screen = pass_on(passing, hands)
    hands.press(Key.Key_Return)
    room = picture(audience)
    said = said_in_room(audience)
    for _ in range(2):
        hands.press(Key.Key_Space)
    assert picture(audience) == room
    assert said_in_room(audience) == said
    project = passing.context.project
    hands.press(Key.Key_Return, Mod.ControlModifier)
    hands.press(Key.Key_Return, Mod.ControlModifier)
    texts = "\n".join(shown_texts(screen))
    titles = [one.title for one in [note(project, number) for number in range(1, 13)]]
    assert not any(title in texts for title in titles)
    assert "参加1" not in texts
    hands.press(Key.Key_Return)
    assert screen.vote.labels() == ()
    assert not any(screen.vote.cards.given(one.id) for one in (note(project, 1),))
    assert "参加2" in "\n".join(shown_texts(screen))


def test_only_the_facilitator_takes_it_back_and_votes_not_handed_in_are_forgotten(passing, hands):
    screen = pass_on(passing, hands)
    project = passing.context.project
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Escape)
    hands.ctrl(Key.Key_Z)
    hands.ctrl(Key.Key_W)
    hands.press(Key.Key_F5)
    hands.press(Key.Key_E, Mod.ControlModifier, Mod.ShiftModifier)
    screen.close()
    assert passing.passed() is screen
    assert screen.isVisible()
    assert not passing.window().workspace().audience().is_on()
    hands.press(Key.Key_Q, Mod.ControlModifier, Mod.ShiftModifier)
    assert passing.passed() is None
    assert project.all(Ballot) == ()
    assert standing(project, passing.round().id).missing == project.all(Participant)


def test_the_screen_is_taken_back_by_a_button_that_is_held_not_by_a_press(passing, hands):
    screen = pass_on(passing, hands)
    QTest.mouseClick(screen.back, Qt.MouseButton.LeftButton)
    assert passing.passed() is screen
    QTest.mousePress(screen.back, Qt.MouseButton.LeftButton)
    hands.until(lambda: passing.passed() is None)


def test_all_on_it_is_named_and_large_enough(passing, hands):
    screen = pass_on(passing, hands)
    for _ in range(2):
        assert nameless(screen) == []
        assert too_small(screen) == []
        hands.press(Key.Key_Return)


def test_an_idea_that_goes_meanwhile_gives_its_vote_back(passing, hands):
    screen = pass_on(passing, hands)
    project = passing.context.project
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Space)
    delete_notes(project, [note(project, 1).id])
    assert screen.vote.labels() == ()
    assert screen.vote._below.text()


def test_a_touch_chooses_and_its_minus_takes_back(passing, hands):
    screen = pass_on(passing, hands)
    hands.press(Key.Key_Return)
    cards = screen.vote.cards
    cell = cards.visualRect(cards.model().index(2, 0))
    for _ in range(2):
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert screen.vote.labels() == ("3", "3")
    right = cell.center()
    right.setX(cell.right() - 30)
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=right)
    assert screen.vote.labels() == ("3",)
