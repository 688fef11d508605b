"""Thirty ideas spoken one every two seconds, entered by keyboard alone, through an input method.

The pace itself is measured by how long the app takes for an idea; nobody waits in this test.
"""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent

from servicedesign.model import Note
from servicedesign.store import open_project
from servicedesign.tools.board.quick_words import read_quick
from servicedesign.ui.widgets.typing_field import TypingField

IDEAS = tuple(
    f"{when}{what}"
    for when in ("夜に", "朝に", "昼休みに", "土曜に", "月末に", "年に一度")
    for what in ("窓口を開ける", "電話で聞く", "出張する", "写真で受ける", "集まりを持つ")
)
PACE = 2.0
"""Seconds from one idea to the next."""


class Voice:
    """Types as through a Japanese input method: kana first, then what it becomes, then Enter."""

    def __init__(self, hands) -> None:
        self.hands = hands
        self.keys = 0

    def key(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        self.hands.press(key, *held)
        self.keys += 1

    def say(self, idea: str) -> None:
        half = len(idea) // 2
        for part in (idea[:half], idea[half:]):
            target = self.hands.focus()
            assert isinstance(target, TypingField)
            for length in range(1, len(part) + 1):
                QCoreApplication.sendEvent(target, QInputMethodEvent(part[:length], []))
            self.hands.press(Qt.Key.Key_Return)  # confirms the conversion; it is the method's key
            assert self.hands.focus() is target
            self.hands.type(part)


@pytest.fixture
def board_open(start_app, hands, work_folder):
    from servicedesign.store import create_project

    path = work_folder / "会議.sdproj"
    create_project(path).close()
    window = start_app(path)
    window.workspace().show_view("board")
    QCoreApplication.processEvents()
    return window, path


def saved(path) -> list[str]:
    project = open_project(path, read_only=True)
    notes = sorted(project.all(Note), key=lambda note: note.number)
    found = [note.title for note in notes]
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    project.close()
    return found


def test_thirty_ideas_on_notes_take_one_key_each_beyond_their_words(board_open, hands):
    window, path = board_open
    voice = Voice(hands)
    voice.key(Qt.Key.Key_N)
    slowest = 0.0
    for idea in IDEAS:
        started = time.perf_counter()
        voice.say(idea)
        voice.key(Qt.Key.Key_Return)
        slowest = max(slowest, time.perf_counter() - started)
    assert voice.keys <= len(IDEAS) + 1  # one N for all of them
    assert slowest < PACE
    hands.press(Qt.Key.Key_Escape)
    window.close()
    assert saved(path) == list(IDEAS)


def test_thirty_ideas_in_the_quick_entry_take_one_key_each_beyond_their_words(board_open, hands):
    window, path = board_open
    voice = Voice(hands)
    voice.key(Qt.Key.Key_Q)
    for idea in IDEAS:
        voice.say(idea)
        voice.key(Qt.Key.Key_Return)
    assert voice.keys <= len(IDEAS) + 1
    window.close()
    assert saved(path) == list(IDEAS)


def test_the_last_idea_is_kept_when_the_window_closes_in_the_middle_of_it(board_open, hands):
    window, path = board_open
    hands.press(Qt.Key.Key_N)
    hands.type("言い終えた案")
    hands.press(Qt.Key.Key_Return)
    QCoreApplication.sendEvent(hands.focus(), QInputMethodEvent("いいかけたあん", []))
    window.close()
    assert saved(path) == ["言い終えた案", "いいかけたあん"]


def test_thirty_undos_take_the_thirty_ideas_back_one_by_one(board_open, hands):
    window, _ = board_open
    hands.press(Qt.Key.Key_N)
    for idea in IDEAS:
        hands.type(idea)
        hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    project = window.workspace().project
    for left in range(len(IDEAS) - 1, -1, -1):
        hands.ctrl(Qt.Key.Key_Z)
        assert len(project.all(Note)) == left


def test_the_words_of_ideas_are_no_groups():
    assert all(read_quick(idea, ()) == (idea, None) for idea in IDEAS)
