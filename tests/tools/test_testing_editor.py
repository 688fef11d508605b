"""Tests on screen: written, watched live with one hand, summed up, by real keys on a real project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.clocks import HandClock
from support.windows import compose, finish_composing, press

from servicedesign.exchange.examples import build_example
from servicedesign.model import Improvement, ImprovementState, TaskOutcome, TestSession
from servicedesign.store import Project, create_project
from servicedesign.tools.testing import actions, observing

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "testing")


@pytest.fixture
def clock(editor) -> HandClock:
    hand = HandClock()
    editor.watch._clock = hand
    return hand


@pytest.fixture
def live(editor, clock):
    editor.add_session()
    editor.watch_live()
    return editor


def seen(editor, task_id: str = ""):
    project = editor.context.project
    return observing.observation_of(project, editor.session().id, task_id or editor.task_id())


def type_words(text: str) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClicks(QApplication.focusWidget(), text)


def test_one_hand_watches_a_whole_task(qtbot, live, clock):
    press(qtbot, Key.Key_Space)
    clock.now += 75
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_2)
    assert (seen(live).seconds, seen(live).outcome) == (75, TaskOutcome.HELPED)
    first = live.task_id()
    press(qtbot, Key.Key_Return)
    assert live.task_id() != first


def test_digits_and_spaces_are_text_once_something_is_typed(qtbot, live):
    type_words("a 1 2")
    assert live.live.field.text() == "a 1 2"
    assert seen(live).outcome is None
    assert not live.watch.running
    press(qtbot, Key.Key_Return)
    assert seen(live).words == "a 1 2"
    assert live.live.field.text() == ""


def test_a_stumble_is_kept_with_control_and_enter(qtbot, live):
    type_words("stops")
    press(qtbot, Key.Key_Return, Mod.ControlModifier)
    assert (seen(live).stumble, seen(live).words) == ("stops", "")


def test_function_keys_work_while_words_are_typed(qtbot, live, clock):
    type_words("half")
    press(qtbot, Key.Key_F12)
    clock.now += 10
    press(qtbot, Key.Key_F12)
    press(qtbot, Key.Key_F7)
    assert (seen(live).seconds, seen(live).outcome) == (10, TaskOutcome.ALONE)
    assert live.live.field.text() == "half"


def test_keys_belong_to_the_input_method_while_it_composes(qtbot, live):
    field = live.live.field
    compose(field, "まよう")
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_Return)
    assert not live.watch.running
    assert seen(live).words == ""
    finish_composing(field, "迷う")
    press(qtbot, Key.Key_Return)
    assert seen(live).words == "迷う"


def test_leaving_a_task_writes_the_time_that_runs(qtbot, live, clock):
    first = live.task_id()
    press(qtbot, Key.Key_Space)
    clock.now += 30
    press(qtbot, Key.Key_Down)
    assert seen(live, first).seconds == 30
    assert not live.watch.running


def test_the_stopwatch_counts_on_while_another_tool_is_in_view(qtbot, live, clock):
    press(qtbot, Key.Key_Space)
    live.context.shell.go_tool("persona")
    clock.now += 120
    live.context.shell.go_tool("testing")
    assert live.watch.running
    assert live.live.face.digits() == "02:00"
    live.turn_watch()
    assert seen(live).seconds == 120


def test_time_goes_on_from_what_is_written(qtbot, live, clock):
    for _ in range(2):
        press(qtbot, Key.Key_Space)
        clock.now += 20
        press(qtbot, Key.Key_Space)
    assert seen(live).seconds == 40


def test_words_being_typed_are_kept_when_watching_ends(qtbot, live):
    task = live.task_id()
    type_words("unfinished")
    live.stop_watching()
    assert seen(live, task).words == "unfinished"


def test_behind_the_last_task_the_form_is_shown(qtbot, live):
    for _ in range(len(actions.tasks_of(live.context.project, live._version)) + 1):
        if live.mode() == "live":
            press(qtbot, Key.Key_Return)
    assert live.mode() == "form"


def test_declining_asks_for_a_reason_first(qtbot, editor, project):
    session = editor.session()
    one = actions.add_improvement(project, session.id, "直す")
    row = editor.form.improvements[-1]
    row.state.choose(2)
    assert project.get(Improvement, one.id).state is ImprovementState.OPEN
    assert row.reason.error()
    row.reason.setFocus()
    type_words("no")
    row.state.choose(2)
    after = project.get(Improvement, one.id)
    assert (after.state, after.reason) == (ImprovementState.DECLINED, "no")


def test_a_time_is_read_in_full_width_and_a_wrong_one_is_told(qtbot, editor, project):
    row = editor.form.tasks[0]
    row.time.setFocus()
    row.time.selectAll()
    row.time.insertPlainText("４分２０秒")
    row.time.flush()
    task = actions.tasks_of(project, editor._version)[0]
    assert seen(editor, task.id).seconds == 260
    row.time.selectAll()
    type_words("soon")
    row.time.flush()
    assert row.time.error()
    assert seen(editor, task.id).seconds == 260


def test_a_session_is_deleted_by_key_and_comes_back(qtbot, editor, project):
    before = len(project.all(TestSession))
    editor.side.sessions.setFocus()
    press(qtbot, Key.Key_Delete)
    assert len(project.all(TestSession)) == before - 1
    project.undo()
    assert len(project.all(TestSession)) == before


def test_the_summary_counts_people_and_says_so(editor):
    editor.show_results()
    told = "\n".join(editor.results.lines())
    assert "割合にはせず" in told
    assert "%" not in told


def test_the_tester_sees_tasks_and_no_results(editor, project):
    page = editor.audience_page()
    page.resize(1920, 1080)
    texts = " ".join(text for text, _ in page.texts())
    assert "自力" not in texts
    assert texts


def test_without_a_prototype_the_way_leads_there(qtbot, open_editor, tmp_path):
    with create_project(tmp_path / "空.sdproj") as empty:
        editor = open_editor(empty, "testing")
        assert editor.session() is None
        assert not editor.head_actions()
