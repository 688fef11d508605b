"""Presenting: what the room sees, whose turn it is, how long, and what is asked meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.windows import finish_composing, press

from servicedesign.exchange.examples import build_example
from servicedesign.model import DeepDive, Frame, Worry, msg
from servicedesign.store import Project
from servicedesign.tools.deep_dive import actions
from servicedesign.tools.deep_dive.audience import DivePage
from servicedesign.ui.room.leaf import LEAST
from servicedesign.ui.room.timer import TimerState

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "deep_dive")


@pytest.fixture
def timer(editor):
    return editor.context.shell.timer()


def room(editor) -> DivePage:
    page = editor.window().workspace().audience().page()
    assert isinstance(page, DivePage)
    return page


def words(page: DivePage) -> str:
    found = []
    for number in range(page.leaf_count()):
        page.show_leaf(number)
        found += [text for text, _ in page.texts()]
    return "".join(found)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_presenting_shows_the_room_the_first_leaf_and_waits_with_the_time(editor, timer):
    editor.present()
    assert room(editor).dive_id() == editor.current()
    assert (timer.state, timer.total, timer.label) == (TimerState.PAUSED, 180, "B班")
    assert editor.presenting.comments.field.hasFocus()


def test_page_keys_turn_the_leaf_here_and_in_the_room_while_one_types(qtbot, editor):
    editor.present()
    finish_composing(QApplication.focusWidget(), "いくら")
    for _ in range(3):
        press(qtbot, Key.Key_PageDown)
    press(qtbot, Key.Key_PageUp)
    here = editor.presenting.monitor.page()
    assert (here.leaf_number(), room(editor).leaf_number()) == (2, 2)
    assert editor.presenting.comments.field.text() == "いくら"


def test_questions_are_kept_with_enter_one_after_the_other(qtbot, editor, project):
    editor.present()
    before = len(editor.dive().comments)
    for line in ("費用は？", "支所でもできる？"):
        finish_composing(QApplication.focusWidget(), line)
        press(qtbot, Key.Key_Return)
    assert editor.dive().comments[before:] == ("費用は？", "支所でもできる？")
    assert editor.presenting.comments.field.hasFocus()


def test_one_key_leads_to_the_next_group_and_keeps_what_was_half_typed(
    qtbot, editor, project, timer
):
    editor.present()
    first = editor.current()
    editor.presenting.turn(1)
    editor.presenting.time.toggle.click()
    assert timer.state is TimerState.RUNNING
    finish_composing(QApplication.focusWidget(), "まだ途中")
    press(qtbot, Key.Key_PageDown, Mod.AltModifier)
    second = actions.ordered_dives(project)[1]
    assert editor.current() == second.id
    assert project.get(DeepDive, first).comments[-1] == "まだ途中"
    assert room(editor).dive_id() == second.id
    assert room(editor).leaf_number() == 0
    assert (timer.state, timer.label) == (TimerState.PAUSED, "A班")
    assert editor.presenting.comments.field.hasFocus()


def test_letters_work_where_nothing_is_typed_and_escape_leaves_in_two_steps(qtbot, editor, project):
    editor.present()
    press(qtbot, Key.Key_Escape)
    assert editor.presenting.hasFocus()
    press(qtbot, Key.Key_Right)
    assert room(editor).leaf_number() == 1
    press(qtbot, Key.Key_N)
    assert editor.current() == actions.ordered_dives(project)[1].id
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_Escape)
    assert editor.strip() is not None
    assert not editor._presents


def test_the_last_group_ends_presenting(editor, project):
    editor.show_dive(actions.ordered_dives(project)[-1].id)
    editor.present()
    editor.present_next(1)
    assert editor._presents
    editor.presenting.onward.click()
    assert not editor._presents


def test_a_time_that_runs_for_something_else_is_left_alone_until_the_group_begins(editor, timer):
    timer.start(600, "ブレスト")
    editor.present()
    assert (timer.label, timer.state) == ("ブレスト", TimerState.RUNNING)
    editor.presenting.time.toggle.click()
    assert (timer.label, timer.total) == ("B班", 180)
    editor.stop_presenting()
    assert timer.state is TimerState.RUNNING


def test_other_minutes_hold_for_the_next_group_too(editor, timer):
    editor.present()
    minutes = editor.presenting.time.minutes
    minutes.set_number(5)
    minutes.number_committed.emit(5)
    assert timer.total == 300
    editor.present_next(1)
    assert timer.total == 300


def test_the_room_never_sees_what_was_asked_and_all_else_large(editor, project):
    editor.present()
    page = room(editor)
    page.resize(1366, 768)
    shown = squeezed(words(page))
    dive = editor.dive()
    for comment in dive.comments:
        assert squeezed(comment) not in shown
    for text in (dive.title, dive.whose, dive.smallest_trial, dive.worries[0].answer):
        assert squeezed(text) in shown
    for frame in project.all(Frame, deep_dive_id=dive.id):
        assert squeezed(frame.caption) in shown
    least = LEAST * page.unit()
    for number in range(page.leaf_count()):
        page.show_leaf(number)
        assert all(size >= least - 0.01 for _, size in page.texts())
        for line in page.leaf().words:
            assert line.box.right() <= page.leaf().width + 1


def test_much_goes_on_over_further_leaves_and_nothing_is_lost(editor, project):
    dive = editor.dive()
    long = "長い説明が続きます。" * 120
    full = replace(
        dive,
        value=long,
        worries=(Worry(worry="心配" * 300, answer="答え" * 300), *dive.worries * 4),
    )
    frame = project.all(Frame, deep_dive_id=dive.id)[0]
    with project.edit(msg("長い")):
        project.put(full)
        project.put(replace(frame, caption="説明" * 400))
    page = DivePage(editor.context, dive.id)
    page.resize(1920, 1080)
    shown = squeezed(words(page))
    assert shown.count("長い説明が続きます。") >= 118
    assert shown.count("心配心配") > 140
    assert shown.count("説明説明") > 190
    page.deleteLater()


def test_a_deep_dive_that_goes_leaves_an_empty_page(editor, project):
    editor.present()
    page = room(editor)
    gone = editor.current()
    editor.delete_dive(gone)
    assert page.leaf_count() >= 1
    assert editor.current() != gone


def test_the_follow_page_is_that_of_the_deep_dive_in_view(editor):
    page = editor.audience_page()
    assert isinstance(page, DivePage)
    assert page.dive_id() == editor.current()
    page.deleteLater()
