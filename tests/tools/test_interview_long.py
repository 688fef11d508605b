"""A talk of two hours: its first rows are there at once, the others when they are needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.windows import press

from servicedesign.model import InterviewEntry, SourceMethod, msg
from servicedesign.store import create_project
from servicedesign.tools.interview import actions
from servicedesign.ui.tab_stops import tab_stops

Key = Qt.Key
COUNT = 60


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "長い話.sdproj")
    talk = actions.add_interview(made, SourceMethod.DEPTH_INTERVIEW, "2026-11-20")
    with made.edit(msg("用意する")):
        for number in range(1, COUNT):
            made.put(
                InterviewEntry(
                    interview_id=talk.id,
                    question=f"問い{number}",
                    verbatim="窓口で三度同じことを話した。",
                    position=float(number),
                )
            )
    yield made
    made.close(discard=True)


@pytest.fixture
def entries(open_editor, project):
    return open_editor(project, "interview")._layout.entries


@pytest.fixture
def ids(project):
    talk = actions.interviews(project)[0]
    return [entry.id for entry in actions.entries_of(project, talk.id)]


def all_made(qtbot, entries) -> None:
    qtbot.waitUntil(lambda: len(entries.made()) == COUNT)


def test_the_rows_that_are_seen_come_first_and_the_others_follow_in_order(qtbot, entries, ids):
    assert 0 < len(entries.made()) < COUNT
    assert entries.ids() == tuple(ids)
    all_made(qtbot, entries)
    assert [row.objectName() for row in entries.made()] == ids
    tops = [row.y() for row in entries.made()]
    assert tops == sorted(set(tops))


def test_tab_goes_through_all_of_them_in_order_and_on_to_the_summary(qtbot, entries):
    all_made(qtbot, entries)
    window = entries.window()
    stops = tab_stops(window)
    wanted = [field for row in entries.made() for field in row.fields.values()]
    first = stops.index(wanted[0])
    assert stops[first : first + len(wanted)] == wanted
    assert stops[first + len(wanted)].accessibleName() == "まとめ"


def test_an_entry_far_down_is_gone_to_before_its_row_was_made(qtbot, entries, ids):
    editor = entries.window().workspace().current_tool().editor
    assert editor.reveal("interview_entry", ids[-1], "verbatim")
    field = QApplication.focusWidget()
    assert field is entries.row(ids[-1]).answer
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())


def test_enter_in_the_last_row_made_goes_on_to_the_next(qtbot, entries, ids):
    last = entries.made()[-1]
    following = ids[ids.index(last.objectName()) + 1]
    last.answer.setFocus()
    press(qtbot, Key.Key_Return)
    assert QApplication.focusWidget() is entries.row(following).answer


def test_what_is_deleted_before_its_row_was_made_gets_none(qtbot, project, entries, ids):
    with project.edit(msg("消す")):
        project.delete(project.get(InterviewEntry, ids[-1]))
    qtbot.waitUntil(lambda: len(entries.made()) == COUNT - 1)
    assert [row.objectName() for row in entries.made()] == ids[:-1]
