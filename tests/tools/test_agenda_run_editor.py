"""An agenda carried out in the window: by keys, from every view, through odd clocks and a crash."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from support.clocks import Clocks
from support.windows import press

from servicedesign.model import AgendaItem, msg
from servicedesign.store import create_project, open_project
from servicedesign.tools.agenda import actions
from servicedesign.tools.agenda.running import running_item, state_of
from servicedesign.tools.agenda.timetable import in_order
from servicedesign.ui.room.timer import TimerState

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier
PLAN = (
    ("趣旨", 10, "project"),
    ("ペルソナ", 20, "persona"),
    ("休憩", 10, ""),
    ("ブレスト", 15, "board"),
)


@pytest.fixture
def clocks() -> Clocks:
    return Clocks(datetime(2026, 11, 5, 13, 0).astimezone())


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "進行.sdproj")
    with made.edit(msg("作る")):
        for place, (title, minutes, tool) in enumerate(PLAN):
            made.put(
                AgendaItem(
                    start="" if place else "13:00",
                    minutes=minutes,
                    title=title,
                    tool=tool,
                    aim=f"{title}のねらい",
                    who="中原",
                    position=float(place),
                )
            )
        made.put(AgendaItem(start="13:55", minutes=0, title="終わり", position=9.0))
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project, clocks):
    return open_editor(project, "agenda", clocks=clocks)


def states(project) -> str:
    signs = {"waiting": "○", "running": "◐", "done": "●", "skipped": "–"}
    return "".join(signs[state_of(one)] for one in in_order(project.all(AgendaItem))[:-1])


def view_of(editor) -> str:
    return editor.context.shell.current_view()


def tick(editor, clocks: Clocks, minutes: float) -> None:
    """Let time go by as it does while the program runs: look at the clocks each minute."""
    whole = int(minutes)
    for _ in range(whole):
        clocks.wait(1)
        editor.desk.look()
    clocks.wait(minutes - whole)
    editor.desk.look()
    editor.context.shell.timer().look()


def digits(editor) -> str:
    return editor._run_view.clock.text()


def words(editor) -> str:
    return "　".join(editor._run_view.words())


# Keys -----------------------------------------------------------------------------------------


def test_a_step_opens_its_tool_and_one_key_leads_back(qtbot, editor, project):
    press(qtbot, Key.Key_M, CONTROL)
    press(qtbot, Key.Key_Return)
    assert states(project) == "◐○○○"
    assert view_of(editor) == "project"
    press(qtbot, Key.Key_M, CONTROL)
    assert view_of(editor) == "agenda"
    assert "趣旨" in words(editor)
    press(qtbot, Key.Key_M, CONTROL)
    assert view_of(editor) == "project"


def test_the_next_step_is_started_from_every_view(qtbot, editor, project):
    for view, expected in (("project", "persona"), ("interview", "agenda"), ("persona", "board")):
        press(qtbot, Key.Key_M, CONTROL | SHIFT)
        if view == "project":
            assert view_of(editor) == "project"
            press(qtbot, Key.Key_M, CONTROL | SHIFT)
        assert view_of(editor) == expected
        editor.context.shell.go_tool("interview")
    assert states(project) == "●●●◐"
    press(qtbot, Key.Key_M, CONTROL | SHIFT)
    assert states(project) == "●●●●"
    assert view_of(editor) == "agenda"
    assert "終わりました" in words(editor)
    press(qtbot, Key.Key_M, CONTROL | SHIFT)
    assert states(project) == "●●●●"


def test_single_keys_give_minutes_skip_and_go_back(qtbot, editor, project, clocks):
    editor.desk.start(in_order(project.all(AgendaItem))[1].id)
    editor.show_run()
    for key, extra in (
        (Key.Key_1, 1),
        (Key.Key_5, 6),
        (Key.Key_Minus, 5),
        (Key.Key_Minus, 4),
    ):
        press(qtbot, key)
        assert running_item(project.all(AgendaItem)).extra_minutes == extra
    assert digits(editor) == "24:00"
    tick(editor, clocks, 3)
    press(qtbot, Key.Key_S)
    assert states(project) == "○–◐○"
    press(qtbot, Key.Key_B)
    assert states(project) == "○◐○○"
    assert digits(editor) == "21:00"


def test_a_step_to_come_is_skipped_in_the_list_and_another_started(qtbot, editor, project):
    editor.desk.start(in_order(project.all(AgendaItem))[0].id)
    editor.show_run()
    steps = editor._run_view.steps
    steps.setFocus()
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Space)
    assert states(project) == "◐○–○"
    press(qtbot, Key.Key_Space)
    assert states(project) == "◐○○○"
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert states(project) == "●○○◐"
    steps.setCurrentRow(0)
    steps.start_asked.emit(in_order(project.all(AgendaItem))[0].id)
    assert states(project) == "●○○◐", "what was done is not begun anew by a stray key"


def test_a_key_that_is_held_down_ends_one_step_and_no_more(qtbot, editor, project):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    editor.desk.start(in_order(project.all(AgendaItem))[1].id)
    editor.show_run()
    none = Mod.NoModifier
    for _ in range(5):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_N, none, "n", True)
        QApplication.sendEvent(editor._run_view.forward, event)
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, none, "\r", True)
        QApplication.sendEvent(editor._run_view.forward, event)
    assert states(project) == "○◐○○"


def test_letters_typed_elsewhere_do_nothing_to_the_run(qtbot, editor, project):
    editor.desk.start(in_order(project.all(AgendaItem))[0].id)
    editor.show_table()
    table = editor._view.table
    table.go(1, 3)
    qtbot.keyClicks(table.live, "nsb15-")
    press(qtbot, Key.Key_Escape)
    assert states(project) == "◐○○○"
    assert in_order(project.all(AgendaItem))[0].title == "nsb15-"


def test_stopping_and_going_on_and_starting_all_over(qtbot, editor, project, clocks):
    press(qtbot, Key.Key_M, CONTROL)
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_M, CONTROL)
    editor.run.end()
    assert states(project) == "●○○○"
    assert editor.context.shell.timer().state is TimerState.IDLE
    assert "これから" in words(editor)
    editor.run.forget()
    assert states(project) == "○○○○"
    press(qtbot, Key.Key_Z, CONTROL)
    assert states(project) == "●○○○"


# Time -----------------------------------------------------------------------------------------


def test_time_left_and_lateness_are_told_as_time_goes_by(qtbot, editor, project, clocks):
    clocks.wait(4)
    editor.show_run()
    editor.desk.start(in_order(project.all(AgendaItem))[1].id)
    assert digits(editor) == "20:00"
    assert "予定より6分早く" in words(editor)
    tick(editor, clocks, 18.5)
    assert digits(editor) == "01:30"
    tick(editor, clocks, 3)
    assert digits(editor) == "+01:30"
    assert editor._run_view.clock.word() == "時間をこえています"
    tick(editor, clocks, 8)
    assert "予定より4分遅れて" in words(editor)
    assert "終わりの見込み13:59（予定13:55）" in words(editor)


def test_the_timer_of_the_room_goes_with_the_step(qtbot, editor, project, clocks):
    timer = editor.context.shell.timer()
    editor.run.go_on()
    assert (timer.state, timer.total, timer.label) == (TimerState.RUNNING, 600, "趣旨")
    assert timer.next_label == "ペルソナ"
    editor.run.give(5)
    assert timer.total == 900
    # What is given at the timer is the step's too.
    timer.add(60)
    assert running_item(project.all(AgendaItem)).extra_minutes == 6
    # An undo takes it from both.
    press(qtbot, Key.Key_Z, CONTROL)
    extra = running_item(project.all(AgendaItem)).extra_minutes
    assert timer.total == 600 + extra * 60
    # A pause gives the time that it lasted.
    timer.pause()
    tick(editor, clocks, 7)
    assert editor.desk.paused()
    timer.resume()
    assert running_item(project.all(AgendaItem)).extra_minutes == extra + 7
    assert editor.desk.left() == pytest.approx(timer.remaining)


def test_a_timer_set_for_something_else_leaves_the_step_alone(qtbot, editor, project, clocks):
    timer = editor.context.shell.timer()
    editor.run.go_on()
    timer.start(180, "班の発表")
    timer.add(60)
    tick(editor, clocks, 4)
    assert running_item(project.all(AgendaItem)).extra_minutes == 0
    assert editor.desk.left() == pytest.approx(6 * 60)
    editor.run.give(5)
    assert editor.desk.left() == pytest.approx(11 * 60)
    assert timer.label == "趣旨"


def test_one_minute_more_when_over_counts_from_now(qtbot, editor, project, clocks):
    editor.run.go_on()
    tick(editor, clocks, 12)
    editor.run.give(1)
    assert editor.desk.left() == pytest.approx(60, abs=1)
    assert running_item(project.all(AgendaItem)).extra_minutes == 3


def test_a_clock_set_back_is_told_and_changes_no_time_left(qtbot, editor, project, clocks):
    editor.run.go_on()
    tick(editor, clocks, 4)
    clocks.set_wall(-30)
    editor.desk.look()
    assert "30分戻りました" in editor.context.shell.toast_widget().text()
    assert editor.desk.left() == pytest.approx(6 * 60)
    tick(editor, clocks, 2)
    editor.run.go_on()
    first, second, *_ = in_order(project.all(AgendaItem))
    assert first.started_at == "2026-11-05T12:30:00"
    assert first.ended_at == "2026-11-05T12:36:00" == second.started_at


def test_an_hour_asleep_is_told_and_can_be_given_back(qtbot, editor, project, clocks):
    editor.run.go_on()
    tick(editor, clocks, 3)
    clocks.wait(60)
    editor.desk.look()
    toast = editor.context.shell.toast_widget()
    assert "休んでいました" in toast.text()
    assert editor.desk.left() == pytest.approx(-53 * 60)
    from servicedesign.ui.widgets.button_base import ButtonBase

    give = next(one for one in toast.findChildren(ButtonBase) if "60分" in one.label())
    give.click()
    assert editor.desk.left() > 0


def test_midnight_is_passed(qtbot, open_editor, project, clocks):
    first = in_order(project.all(AgendaItem))[0]
    with project.edit(msg("夜")):
        project.put(AgendaItem(
            id=first.id, start="23:55", minutes=10, title="夜", position=first.position,
        ))  # fmt: skip
        project.delete(in_order(project.all(AgendaItem))[-1])
    clocks.set_wall(10 * 60 + 55)
    editor = open_editor(project, "agenda", clocks=clocks)
    editor.run.go_on()
    tick(editor, clocks, 8)
    editor.run.go_on()
    editor.show_run()
    assert "予定より2分早く" in words(editor)
    assert in_order(project.all(AgendaItem))[1].started_at == "2026-11-06T00:03:00"


# After a crash --------------------------------------------------------------------------------


def test_after_a_crash_the_run_goes_on(qtbot, open_editor, project, clocks, tmp_path):
    editor = open_editor(project, "agenda", clocks=clocks)
    editor.run.go_on()
    tick(editor, clocks, 4)
    editor.run.give(5)
    copy = tmp_path / "落ちた.sdproj"
    project.copy_to(copy)
    clocks.wait(3)
    with open_project(copy) as again:
        anew = Clocks(clocks.wall())  # the steady clock begins anew
        editor = open_editor(again, "agenda", clocks=anew)
        assert editor._stack.currentWidget() is editor._run_view
        assert digits(editor) == "08:00"
        timer = editor.context.shell.timer()
        qtbot.waitUntil(lambda: timer.state is TimerState.RUNNING)
        assert (timer.label, timer.seconds_shown) == ("趣旨", 480)
        tick(editor, anew, 1)
        assert digits(editor) == "07:00"


def test_a_step_left_running_since_another_day_is_asked_about(qtbot, open_editor, project, clocks):
    with project.edit(msg("昔")):
        first = in_order(project.all(AgendaItem))[0]
        project.put(AgendaItem(
            id=first.id, start="13:00", minutes=10, title="趣旨", position=first.position,
            started_at="2026-10-01T13:00:00",
        ))  # fmt: skip
    editor = open_editor(project, "agenda", clocks=clocks)
    assert "10月1日 13:00に始めたまま" in words(editor)
    assert editor.context.shell.timer().state is TimerState.IDLE
    editor.run.end()
    assert in_order(project.all(AgendaItem))[0].ended_at == "2026-10-01T13:10:00"
    press(qtbot, Key.Key_Z, CONTROL)
    assert editor.desk.stale
    editor.run.go_on()
    assert editor.desk.left() == pytest.approx(600)


def test_a_clock_that_is_behind_the_file_after_a_crash_is_told(qtbot, open_editor, project, clocks):
    with project.edit(msg("先")):
        first = in_order(project.all(AgendaItem))[0]
        project.put(AgendaItem(
            id=first.id, start="13:00", minutes=10, title="趣旨", position=first.position,
            started_at="2026-11-05T14:00:00",
        ))  # fmt: skip
    editor = open_editor(project, "agenda", clocks=clocks)
    assert digits(editor) == "10:00"
    assert "先の時刻に始めた記録" in words(editor)


# What the room sees ---------------------------------------------------------------------------


def test_the_room_sees_now_and_next_and_nobody_s_name(qtbot, editor, project):
    page = editor.audience_page()
    assert "今日の進行" in " ".join(text for text, _ in page.texts())
    editor.run.go_on()
    editor.show_run()
    page = editor.audience_page()
    page.resize(1920, 1080)
    said = " ".join(text for text, _ in page.texts())
    assert "趣旨" in said
    assert "趣旨のねらい" in said
    assert "このあと" in said
    assert "ペルソナ" in said
    assert "中原" not in said
    assert min(size for _, size in page.texts()) >= 48
    editor.run.go_on()
    page.refresh(None)
    assert "休憩" in " ".join(text for text, _ in page.texts())


def test_a_read_only_copy_shows_the_run_and_writes_nothing(
    qtbot, open_editor, project, clocks, tmp_path
):
    copy = tmp_path / "写し.sdproj"
    project.copy_to(copy)
    with open_project(copy, read_only=True) as shown:
        editor = open_editor(shown, "agenda", clocks=clocks)
        editor.run.show()
        before = shown.dump()
        for do in (editor.run.go_on, editor.run.skip, editor.run.back, editor.run.end):
            do()
        editor.run.give(5)
        editor.run.forget()
        assert shown.dump() == before
        assert not editor._run_view.forward.isEnabled()


def test_a_step_longer_than_the_timer_can_count_runs_without_it(qtbot, editor, project, clocks):
    second = in_order(project.all(AgendaItem))[1]
    editor.run.go_on()
    actions.write_cell(project, second.id, "minutes", "1200")
    editor.run.go_on()
    assert editor.context.shell.timer().state is TimerState.IDLE
    tick(editor, clocks, 2)
    assert editor.desk.left() == pytest.approx(1198 * 60)
    assert running_item(project.all(AgendaItem)).extra_minutes == 0
