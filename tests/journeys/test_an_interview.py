"""Twenty minutes of listening, typed by keyboard alone; the app goes in the middle, no word does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from support.projects import Shelf
from support.windows import compose

from servicedesign.model import Consent, Finding, FindingKind, Interview, InterviewEntry
from servicedesign.store import open_project

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TALK = (
    ("どんな一日でしたか", "朝5時に起きて、7時半に保育園へ送りました。", ""),
    ("手続を知ったのはいつですか", "2か月後です。保育園の先生から聞きました。", "少し間があった"),
    ("どこで困りましたか", "窓口が三つもあって、同じ話を三回しました。", ""),
    ("そのとき、どう思いましたか", "また休むのか、と思いました。", "目を伏せた"),
    ("どうやって切りぬけましたか", "母に子どもを見てもらって、半日休みました。", ""),
    ("電話は使いましたか", "昼休みにかけても、つながりませんでした。", ""),
    ("紙はどうでしたか", "6種類です。戸籍は車で1時間の町まで。", "書類の束を見せた"),
    ("だれに相談しましたか", "だれにも。職場では言えません。", ""),
    ("どうなっていたら、よかったですか", "順番の分かる紙が1枚あれば。", ""),
    ("ほかに、ありますか", "夜に聞ける所があると助かります。", "時計を見た"),
)
MIDDLE = 5
"""The question in the middle of whose answer the app goes."""


class Clock:
    """Goes on by two minutes for each question."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 10, 0).astimezone()

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(start_app, monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setitem(start_app.__globals__, "fixed_clock", made)
    return made


def ask(hands, number: int) -> None:
    """Type one question with its answer and what was seen, from the question's field on."""
    question, answer, seen = TALK[number]
    assert hands.focus().accessibleName() == f"{number + 1}番の質問"
    hands.type(question)
    hands.press(Key.Key_Return)
    hands.type(answer)
    if seen:
        hands.press(Key.Key_Tab)
        hands.type(seen)


def test_an_interview_is_typed_while_listening_and_survives_the_app(
    start_app, hands, clock, tmp_path
):
    file = Shelf(tmp_path / "shelf").path("empty", "ja")
    window = start_app(file)
    hands.until(lambda: window.workspace() is not None)
    hands.ctrl(Key.Key_1)
    hands.until(lambda: window.workspace().current_view() == "interview")
    assert "聞き取りを始める" in hands.focus().accessibleName()
    hands.press(Key.Key_Return)
    for words in ("町の図書館", "30代の女性。3歳の子と2人", "小田 真理", "西村 修"):
        hands.type(words)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Tab)  # past the method to the consent
    hands.press(Key.Key_2)
    hands.press(Key.Key_Tab)
    for number in range(MIDDLE):
        ask(hands, number)
        hands.press(Key.Key_Return)
        clock.now += timedelta(minutes=2)

    # In the middle of an answer, with a conversion open, the window is closed.
    question, answer, _ = TALK[MIDDLE]
    hands.type(question)
    hands.press(Key.Key_Return)
    hands.type(answer[:10])
    compose(hands.focus(), answer[10:])
    window.close()

    again = start_app(file)
    hands.until(lambda: again.workspace() is not None)
    hands.ctrl(Key.Key_1)
    hands.until(lambda: again.workspace().current_view() == "interview")
    (talk,) = again.workspace().project.all(Interview)
    entries = again.workspace().project.all(InterviewEntry, interview_id=talk.id)
    assert [one.verbatim for one in entries] == [words for _, words, _ in TALK[: MIDDLE + 1]]
    hands.tab_to(f"{MIDDLE + 1}番の話したままの言葉")
    hands.press(Key.Key_End, CONTROL)
    hands.press(Key.Key_Return)
    clock.now += timedelta(minutes=2)
    for number in range(MIDDLE + 1, len(TALK)):
        ask(hands, number)
        hands.press(Key.Key_Return)
        clock.now += timedelta(minutes=2)

    # Listening is over: the words that matter are marked, still by keys.
    hands.press(Key.Key_Tab, SHIFT)
    while "3番の話したまま" not in hands.focus().accessibleName():
        hands.press(Key.Key_Backtab, SHIFT)
    hands.press(Key.Key_Home, CONTROL)
    for _ in range(8):
        hands.press(Key.Key_Right, SHIFT)
    hands.ctrl(Key.Key_J)
    hands.ctrl(Key.Key_J)
    hands.press(Key.Key_F2)
    hands.press(Key.Key_A, CONTROL)
    hands.type("話す相手が三人いる")
    hands.press(Key.Key_Return)
    again.close()

    with open_project(file) as project:
        (talk,) = project.all(Interview)
        assert (talk.code, talk.place, talk.recorder) == ("H-01", "町の図書館", "西村 修")
        assert (talk.consent, talk.date) == (Consent.SPOKEN, "2026-11-20")
        entries = project.all(InterviewEntry, interview_id=talk.id)
        told = [(one.question, one.verbatim, one.observation) for one in entries[: len(TALK)]]
        assert told == [*TALK]
        assert not any((one.question, one.verbatim) != ("", "") for one in entries[len(TALK) :])
        assert [one.noted_at for one in entries[: len(TALK)]] == [
            f"10:{2 * number:02}" for number in range(len(TALK))
        ]
        (found,) = project.all(Finding)
        assert entries[2].verbatim[found.start : found.end] == "窓口が三つもあっ"
        assert (found.kind, found.text) == (FindingKind.INTERPRETATION, "話す相手が三人いる")
        assert project.check() == ()


_APP = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from servicedesign import app
from servicedesign.ui.faults import FaultHandler
from servicedesign.ui.settings import Settings

application = app.make_application()
faults = FaultHandler(application)
faults.install()
desk = app.Desk(application, Settings(), faults, "ja")
desk.show()
desk.open_first(Path(sys.argv[1]), None)
lines = ["一つ目の答え", "二つ目の答え", "三つ目の答え"]

def type_text(text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(QApplication.focusWidget(), event)

def listen():
    workspace = desk.window().workspace()
    if workspace is None:
        QTimer.singleShot(50, listen)
        return
    workspace.show_view("interview")
    workspace.current_tool().editor.more()
    view = workspace.current_tool().editor
    view.reveal("interview_entry", view._layout.entries.ids()[0], "question")
    for line in lines:
        type_text("問い")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        type_text(line)
        if line != lines[-1]:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    workspace.project.subscribe(lambda step: print("written", flush=True))

QTimer.singleShot(50, listen)
application.exec()
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_what_was_heard_is_there_after_a_kill(tmp_path):
    file = Shelf(tmp_path / "shelf").path("empty", "ja")
    running = subprocess.Popen(
        [sys.executable, "-c", _APP, str(file)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert running.stdout is not None
        assert running.stdout.readline().strip() == "written"
    finally:
        running.send_signal(signal.SIGKILL)
        running.wait()
        if running.stdout is not None:
            running.stdout.close()
    with open_project(file) as project:
        answers = [one.verbatim for one in project.all(InterviewEntry)]
        assert answers == ["一つ目の答え", "二つ目の答え", "三つ目の答え"]
        assert project.check() == ()
