"""Frames on screen, by mouse and by keys, on real projects."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.boards import Left, board_project, carry, ids, made
from support.windows import finish_composing, press

from servicedesign.model import (
    Board,
    BoardFrame,
    Cell,
    JourneyMap,
    Lane,
    LaneKind,
    Note,
    Phase,
)
from servicedesign.model import msg as said
from servicedesign.tools.board import frames, moving

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    moving.place_notes(
        made,
        {one: (400.0 * number, 0.0) for number, one in enumerate(ids(made))},
        said("離す"),
    )
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    made = open_editor(project, "board")
    made.view.zoom_to(0.5)
    made.view.centre(QPointF(700, 300))
    made.view.setFocus()
    return made


@pytest.fixture
def on_map(editor, project):
    """The editor with its board on a map of two phases, the first with a pain point."""
    journey = JourneyMap(title="申請まで")
    phases = [Phase(map_id=journey.id, title=t, position=i) for i, t in enumerate(["知る", "待つ"])]
    lane = Lane(map_id=journey.id, kind=LaneKind.PAIN_POINT)
    where = {"map_id": journey.id, "phase_id": phases[0].id, "lane_id": lane.id}
    with project.edit(said("地図")):
        for one in (journey, *phases, lane, Cell(text="休めない", number=3, **where)):
            project.put(one)
    editor.framing.choose(BoardFrame.JOURNEY, journey.id)
    editor.show_everything()
    editor.view.setFocus()
    return editor


def phase_of(project, note_id: str) -> str:
    phase = project.find(Phase, project.get(Note, note_id).phase_id)
    return phase.title if phase is not None else ""


def test_the_menu_lays_a_board_on_a_map_in_one_step(qtbot, on_map, project):
    menu = on_map.framing.menu()
    labels = [action.text() for action in menu.actions() if action.text()]
    assert "ジャーニーマップ：申請まで" in labels
    assert "解決策レーンに写す" in labels
    (board,) = project.all(Board)
    assert board.frame is BoardFrame.JOURNEY
    press(qtbot, Key.Key_Z, CONTROL)
    assert project.get(Board, board.id).frame is BoardFrame.BLANK


def test_every_entry_of_the_menu_chooses_its_own_frame(qtbot, on_map, project):
    (board,) = project.all(Board)
    seen = []
    for number in range(len(BoardFrame)):
        on_map.framing.menu().actions()[number].trigger()
        seen.append(project.get(Board, board.id).frame)
    assert seen == list(BoardFrame)
    on_map.framing.menu().actions()[1].trigger()
    submenu = next(a.menu() for a in on_map.framing.menu().actions() if a.menu() is not None)
    assert [action.text() for action in submenu.actions()] == ["知る", "待つ"]


def test_a_note_dropped_in_a_phase_answers_it_in_one_step(qtbot, on_map, project):
    last = ids(project)[3]
    view = on_map.view
    start = view.to_view(view.contents.find(last).rect().center()).toPoint()
    end = view.to_view(QPointF(frames.COLUMN * 1.5, 500)).toPoint()
    carry(view, start, end)
    assert phase_of(project, last) == "待つ"
    press(qtbot, Key.Key_Z, CONTROL)
    assert (phase_of(project, last), project.get(Note, last).x) == ("", 1200)
    carry(view, start, end)
    start = view.to_view(view.contents.find(last).rect().center()).toPoint()
    carry(view, start, view.to_view(QPointF(1000, 500)).toPoint())
    assert phase_of(project, last) == ""


def test_a_note_dropped_on_a_pain_point_is_linked_and_stands_in_its_phase(qtbot, on_map, project):
    last = ids(project)[3]
    view = on_map.view
    (board,) = project.all(Board)
    (pain,) = frames.journey_frame(project, board).columns[0].pains
    start = view.to_view(view.contents.find(last).rect().center()).toPoint()
    end = view.to_view(QPointF(pain.box.x + 40, pain.box.y + 18)).toPoint()
    carry(view, start, end)
    note = project.get(Note, last)
    assert note.cell_id == pain.cell_id
    assert phase_of(project, last) == "知る"
    assert 0 <= note.x < frames.COLUMN
    assert note.y >= 0
    assert view.contents.find(last).look.linked
    press(qtbot, Key.Key_Z, CONTROL)
    assert project.get(Note, last).cell_id is None


def test_arrows_carry_a_note_over_the_phases_and_new_notes_take_theirs(qtbot, on_map, project):
    first = ids(project)[0]
    on_map.view.selection.choose([first])
    press(qtbot, Key.Key_Right, SHIFT)
    assert phase_of(project, first) == "知る"
    QTest.mouseDClick(
        on_map.view.viewport(),
        Left,
        Mod.NoModifier,
        on_map.view.to_view(QPointF(frames.COLUMN * 1.5, 420)).toPoint(),
    )
    finish_composing(QApplication.focusWidget(), "待つ間に知らせる")
    press(qtbot, Key.Key_Escape)
    assert phase_of(project, ids(project)[-1]) == "待つ"


def test_the_lane_of_solutions_is_filled_from_the_menu(qtbot, on_map, project):
    first = ids(project)[0]
    (board,) = project.all(Board)
    column = frames.journey_frame(project, board).columns[1]
    on_map.framing._paste([first], column.phase_id, None)
    on_map.framing.fill()
    (lane,) = project.all(Lane, kind=LaneKind.SOLUTION)
    assert [cell.text for cell in project.all(Cell, lane_id=lane.id)] == ["1 案その1"]


def test_frames_and_columns_go_together(qtbot, on_map, project):
    made(project, *ids(project)[:2])
    on_map.affinity.set_view("clusters")
    assert on_map.framing.bounds().isNull()
    on_map.affinity.set_view("free")
    assert not on_map.framing.bounds().isNull()
