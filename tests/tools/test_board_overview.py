"""Seeing the whole board: a note lost far away does not hide the rest, and comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from support.boards import board_project, ids, made

from servicedesign.model import Board, BoardFrame, Cluster, Note
from servicedesign.model import msg as said
from servicedesign.tools.board import clusters, moving
from servicedesign.ui.canvas.together import around, parts_of

places = some.floats(-9e6, 9e6, allow_nan=False)


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    yield made
    made.close(discard=True)


def put_far(project, note_id: str, x: float = 8_900_000.0, y: float = -40.0) -> None:
    with project.edit(said("遠くへ")):
        project.put(replace(project.get(Note, note_id), x=x, y=y))


def sees(editor, *note_ids: str) -> bool:
    view = editor.view
    return all(view.seen().contains(view.contents.find(one).rect()) for one in note_ids)


def toast(editor):
    return editor.context.shell.toast_widget()


def test_one_lost_note_leaves_the_others_in_view_and_is_told_of(qtbot, open_editor, project):
    *near, lost = ids(project)
    put_far(project, lost)
    editor = open_editor(project, "board")
    qtbot.waitUntil(lambda: "遠く離れて" in toast(editor).text())
    assert sees(editor, *near)
    assert editor.view.scale_now() > 0.4
    assert "1枚" in toast(editor).text()


def test_a_lost_note_comes_back_under_the_others_in_one_step(qtbot, open_editor, project):
    *near, lost = ids(project)
    put_far(project, lost)
    editor = open_editor(project, "board")
    project.break_merge()
    before = project.get(Note, near[0])
    editor.overview.bring_back()
    note = project.get(Note, lost)
    assert abs(note.x) < 3_000
    assert note.y > 160
    assert project.get(Note, near[0]) == before
    assert sees(editor, *near, lost)
    assert not editor.overview.far()
    project.undo()
    assert project.get(Note, lost).x == 8_900_000.0


def test_a_lost_cluster_comes_back_as_it_is(qtbot, open_editor, project):
    one, other, *_ = ids(project)
    cluster = made(project, one, other)
    clusters.move_clusters(project, [cluster.id], [], 5_000_000.0, 7_000_000.0)
    with project.edit(said("増やす")):
        for number in range(3):
            note = project.get(Note, ids(project)[2])
            project.put(replace(note, id=Note(board_id=note.board_id).id, x=200.0 * number))
    editor = open_editor(project, "board")
    editor.overview.bring_back()
    sheet = project.get(Cluster, cluster.id)
    assert abs(sheet.x) < 3_000
    away = [project.get(Note, key).x - sheet.x for key in (one, other)]
    assert all(0 < x < sheet.width for x in away)


def test_locked_notes_stay_and_one_is_led_there(qtbot, open_editor, project):
    *_, lost = ids(project)
    put_far(project, lost)
    moving.lock_notes(project, [lost], True)
    editor = open_editor(project, "board")
    editor.overview.bring_back()
    assert project.get(Note, lost).x == 8_900_000.0
    editor.overview._look([lost])
    assert sees(editor, lost)


def test_shift_1_shows_the_frame_too(qtbot, open_editor, project):
    board = project.all(Board)[0]
    with project.edit(said("枠")):
        project.put(replace(board, frame=BoardFrame.MATRIX))
    editor = open_editor(project, "board")
    editor.view.zoom_to(2.0)
    editor.view.setFocus()
    QTest.keyClick(editor.view, Qt.Key.Key_Exclam, Qt.KeyboardModifier.ShiftModifier)
    assert editor.view.seen().contains(QRectF(editor.framing.bounds()))


@given(some.lists(some.tuples(places, places), min_size=1, max_size=30))
def test_every_rectangle_is_in_one_part_and_parts_that_can_be_seen_are_whole(corners):
    rects = {str(n): (x, y, x + 160, y + 160) for n, (x, y) in enumerate(corners)}
    parts = parts_of(rects, 30_000, 16_000)
    assert sorted(name for part in parts for name in part) == sorted(rects)
    assert [len(part) for part in parts] == sorted(map(len, parts), reverse=True)
    left, top, right, bottom = around(rects, list(rects))
    if right - left <= 30_000 and bottom - top <= 16_000:
        assert len(parts) == 1
