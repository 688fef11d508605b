"""A facilitator runs half a day from the template, late and with a fallen laptop, by keys alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from support.clocks import Clocks
from support.printed import page_words, squeeze

from servicedesign.model import AgendaItem
from servicedesign.store import create_project, open_project
from servicedesign.tools.agenda.running import moment
from servicedesign.tools.agenda.timetable import in_order
from servicedesign.ui.room.timer import TimerState

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


def look(window) -> None:
    """Let the clocks be looked at, as happens each second."""
    agenda = window.workspace()._views["agenda"].editor
    agenda.desk.look()
    window.workspace().timer().look()


def items(project) -> list[AgendaItem]:
    return [item for item in in_order(project.all(AgendaItem)) if item.minutes]


@pytest.mark.modal
def test_half_a_day_is_prepared_printed_run_and_survives_a_crash_by_keyboard_alone(
    start_app, hands, chosen_file, work_folder: Path
):
    clocks = Clocks(datetime(2026, 11, 5, 12, 40).astimezone())
    path = work_folder / "半日.sdproj"
    create_project(path).close()
    window = start_app(path, clocks=clocks)
    workspace = window.workspace()

    # Preparing: the template, one change, the sheet.
    hands.press(Key.Key_M, CTRL)
    assert workspace.current_view() == "agenda"
    hands.press(Key.Key_Return)  # half a day
    assert len(items(workspace.project)) == 13
    hands.type("みんなの約束")
    hands.press(Key.Key_Return)
    assert items(workspace.project)[0].title == "みんなの約束"
    target = work_folder / "進行表.pdf"
    chosen_file(target)
    asked = hands.answer(lambda _dialog: hands.press(Key.Key_Return))
    hands.ctrl(Key.Key_P)
    hands.until(target.exists)
    assert len(asked) == 1
    printed = squeeze("".join(page_words(target.read_bytes())))
    assert squeeze("みんなの約束") in printed
    assert "16:30" in printed
    window.activateWindow()  # as window managers do when a dialog goes
    hands.until(lambda: window.isAncestorOf(hands.focus()))

    # Running: four minutes late, from whatever tool is in view.
    clocks.wait(24)
    hands.press(Key.Key_M, CTRL)
    hands.press(Key.Key_Return)
    assert workspace.current_view() == "project"
    timer = workspace.timer()
    assert (timer.state, timer.label) == (TimerState.RUNNING, "みんなの約束")
    clocks.wait(8)
    look(window)
    hands.press(Key.Key_M, CTRL | SHIFT)
    assert workspace.current_view() == "participants"
    clocks.wait(10)
    hands.press(Key.Key_M, CTRL)
    look(window)
    hands.press(Key.Key_5)
    assert timer.total == 20 * 60
    clocks.wait(9)
    look(window)
    hands.press(Key.Key_M, CTRL)
    hands.press(Key.Key_M, CTRL | SHIFT)
    assert workspace.current_view() == "persona"

    # The laptop falls; what was done is in the file, and the step goes on counting.
    clocks.wait(6)
    fallen = work_folder / "落ちた後.sdproj"
    workspace.project.copy_to(fallen)
    window.close()
    clocks.wait(2)
    anew = Clocks(clocks.wall())
    window = start_app(fallen, clocks=anew)
    workspace = window.workspace()
    hands.press(Key.Key_M, CTRL)
    assert workspace.current_view() == "agenda"
    hands.until(lambda: workspace.timer().state is TimerState.RUNNING)
    assert workspace.timer().seconds_shown == 12 * 60

    # On to the end: one step is skipped, one begun too early and gone back from.
    anew.wait(12)
    look(window)
    hands.press(Key.Key_Return)
    assert workspace.current_view() == "journey"
    anew.wait(40)
    hands.press(Key.Key_M, CTRL)
    hands.press(Key.Key_N)
    hands.press(Key.Key_M, CTRL)
    hands.press(Key.Key_B)
    anew.wait(2)
    hands.press(Key.Key_N)
    hands.press(Key.Key_M, CTRL)
    anew.wait(1)
    hands.press(Key.Key_S)
    for _ in range(9):
        anew.wait(9)
        hands.press(Key.Key_M, CTRL | SHIFT)
    assert workspace.current_view() == "agenda"
    assert workspace.timer().state is TimerState.IDLE
    window.close()

    with open_project(fallen) as project:
        check_record(project)


def check_record(project) -> None:
    found = items(project)
    assert all(item.ended_at for item in found)
    assert [item.skipped for item in found] == [False] * 4 + [True] + [False] * 8
    took = [
        (moment(item.ended_at) - moment(item.started_at)) // timedelta(minutes=1) for item in found
    ]
    assert took == [8, 19, 20, 42, 1, 9, 9, 9, 9, 9, 9, 9, 9]
    assert moment(found[0].started_at) == datetime.fromisoformat("2026-11-05T13:04")
    for before, after in pairwise(found):
        assert before.ended_at == after.started_at
    assert [item.extra_minutes for item in found] == [0, 5] + [0] * 11
