"""Forty people with five votes each: their ballots typed by keyboard alone and counted by hand too.

The count by hand is a Counter over what was written on the ballots; nothing of the program is used
for it.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog
from support.room import picture
from support.room import said as said_in_room
from support.screen import shown_texts
from support.votes import vote_project

from servicedesign.model import Ballot, Note, VoteRound, VoteStatus
from servicedesign.store import open_project
from servicedesign.ui.widgets.primary_button import PrimaryButton

Key, Mod = Qt.Key, Qt.KeyboardModifier
PEOPLE, VOTES, CAP, IDEAS = 40, 5, 2, 45
PARTED = ("、", ",", " ", "　", "，")


def written(chance: random.Random) -> list[int]:
    """Return what one person writes: five numbers, none more than twice, some liked by many."""
    numbers: list[int] = []
    while len(numbers) < VOTES:
        number = min(chance.randint(1, IDEAS), chance.randint(1, IDEAS))
        if numbers.count(number) < CAP:
            numbers.append(number)
    return numbers


def as_typed(numbers: list[int], chance: random.Random) -> str:
    """Return them as people write: one ballot in four full width, parted by anything."""
    text = chance.choice(PARTED).join(str(number) for number in numbers)
    if chance.random() < 0.25:
        wide = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}
        return text.translate(wide)
    return text


@pytest.fixture
def ballots() -> list[list[int]]:
    chance = random.Random(20261105)
    return [written(chance) for _ in range(PEOPLE)]


def begin(hands, window, qtbot):
    """Go to the vote, make a round with the rules that are offered, and open it."""
    window.workspace().show_view("voting")
    hands.press(Key.Key_N, Mod.ControlModifier, Mod.ShiftModifier)
    editor = window.workspace().current_tool().editor
    assert (editor.round().budget, editor.round().cap) == (VOTES, CAP)
    hands.tab_to("投票を始める")
    hands.press(Key.Key_Return)
    assert editor.round().status is VoteStatus.OPEN
    return editor


def hand_in(hands, text: str) -> None:
    if text.isascii():
        for letter in text:
            hands.qtbot.keyClicks(hands.focus(), letter)
    else:
        hands.type(text)
    hands.press(Key.Key_Return)


@pytest.mark.modal
def test_forty_ballots_typed_by_keyboard_come_to_the_count_made_by_hand(
    hands, start_app, work_folder: Path, ballots, qtbot
):
    with vote_project(work_folder, ideas=IDEAS, people=PEOPLE) as made:
        path = made.path
    window = start_app(path)
    editor = begin(hands, window, qtbot)
    chance = random.Random(7)
    project = window.workspace().project
    for place, numbers in enumerate(ballots):
        if place in (5, 19):
            hand_in(hands, f"3 {IDEAS + place} ")  # no such number: refused, and put right
            assert editor.view.open.ballots.field.error()
            hands.press(Key.Key_Escape)
            hands.press(Key.Key_Backspace)
        if place == 11:
            hand_in(hands, "8,8,8")  # once too often
            assert "2票まで" in editor.view.open.ballots.field.error()
            for _ in range(3):
                hands.press(Key.Key_Backspace)
        hand_in(hands, as_typed(numbers, chance))
        assert len(project.all(Ballot)) == place + 1
    take_back_and_type_again(hands, editor, ballots)
    hidden_everywhere(hands, window, editor)
    close(hands, window)
    by_hand = Counter(number for numbers in ballots for number in numbers)
    people = Counter(number for numbers in ballots for number in set(numbers))
    window.close()
    with open_project(path, read_only=True, take_over=True) as project:
        result = project.all(VoteRound)[0]
        numbers_of = {one.id: one.number for one in project.all(Note)}
        counted = {
            numbers_of[tally.target_id]: (tally.votes, tally.supporters) for tally in result.tallies
        }
    assert counted == {n: (by_hand[n], people[n]) for n in range(1, IDEAS + 1)}
    assert sum(votes for votes, _ in counted.values()) == PEOPLE * VOTES


def take_back_and_type_again(hands, editor, ballots) -> None:
    """Take the last ballot but one out of the box, and put it in anew with another number."""
    project = editor.context.project
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Delete, Mod.ControlModifier)
    assert len(project.all(Ballot)) == PEOPLE - 1
    ballots[-2] = [1, 1, 2, 2, 44]
    hand_in(hands, "1,1,2,2,44")
    assert len(project.all(Ballot)) == PEOPLE


def hidden_everywhere(hands, window, editor) -> None:
    """What one sees must not depend on what is on the ballots, and no idea shows a number."""
    audience = window.workspace().audience()
    audience.begin()
    for way in ("tally", "dots", "hands", "device"):
        editor.view.open.use(way)
        hands.until(lambda: True)
        lines = [line.votes for line in editor.view.open._model.lines()]
        assert set(lines) == {"―"}
    editor.view.open.use("tally")
    editor.view.open.ballots.field.setFocus()
    editor.view.open.ideas.scrollToTop()
    hands.qtbot.wait(50)  # the room follows
    texts, seen = shown_texts(window), said_in_room(audience)
    ideas, room = editor.view.open.ideas.grab().toImage(), picture(audience)
    hands.press(Key.Key_Up)
    before = editor.view.open.ballots.field.numbers()
    for _ in before:
        hands.press(Key.Key_Backspace)
    hand_in(hands, "41,42,43,44,45")
    editor.view.open.ideas.scrollToTop()
    hands.qtbot.wait(50)
    assert without_undo(shown_texts(window)) == without_undo(texts)
    assert said_in_room(audience) == seen
    assert alike(picture(audience), room)
    assert editor.view.open.ideas.grab().toImage() == ideas
    hands.ctrl(Key.Key_Z)
    assert f"{PEOPLE}" in seen


def alike(one: QImage, other: QImage) -> bool:
    """Tell whether two pictures are the same but for how the edges of letters are smoothed."""
    if one.size() != other.size():
        return False
    whole = QImage.Format.Format_RGB32  # lines of whole words: nothing unwritten at their ends
    pairs = zip(
        bytes(one.convertToFormat(whole).constBits()),
        bytes(other.convertToFormat(whole).constBits()),
        strict=True,
    )
    return max(abs(a - b) for a, b in pairs) < 16


def without_undo(texts: list[str]) -> list[str]:
    """Leave out how the last step is called, which is told in the bar."""
    return [text for text in texts if "元に戻す" not in text and "やり直す" not in text]


def close(hands, window) -> None:
    """Close and count, and look at what the room sees."""

    def _answer(dialog: QDialog) -> None:
        hands.tab_to("締め切って開票")
        hands.press(Key.Key_Return)

    asked = hands.answer(_answer)
    hands.press(Key.Key_E, Mod.ControlModifier, Mod.ShiftModifier)
    assert asked == ["締め切って開票しますか"]
    audience = window.workspace().audience()
    assert audience.is_on()
    page = audience.page()
    assert page.counting()
    page.turn(1)
    assert not page.counting()
    assert any("投票の結果" in words for words, _ in page.texts())
    editor = window.workspace().current_tool().editor
    shown = [one for one in editor.findChildren(PrimaryButton) if one.isVisible()]
    assert "案に決める" in shown[-1].label()
