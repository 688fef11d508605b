"""Affinity and frames on screen, by mouse and by keys, on real projects."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.boards import Left, board_project, carry, drag, ids, made
from support.windows import compose, finish_composing, press

from servicedesign.model import (
    Cluster,
    Note,
    VoteRound,
    VoteStatus,
)
from servicedesign.model import msg as said
from servicedesign.store import open_project
from servicedesign.tools.board import clusters, moving, notes
from servicedesign.tools.board.cluster_parts import notes_of
from servicedesign.ui.canvas.gestures.targets import REST_MS
from servicedesign.ui.canvas.title_field import TitleField

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT, ALT = Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier


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


def at(editor, x: float, y: float) -> QPoint:
    return editor.view.to_view(QPointF(x, y)).toPoint()


def title() -> TitleField:
    found = QApplication.focusWidget()
    assert isinstance(found, TitleField)
    return found


def cluster_of(project, note_id: str) -> str | None:
    return project.get(Note, note_id).cluster_id


# Making and naming ------------------------------------------------------------------------------


def test_ctrl_g_makes_a_cluster_and_its_title_is_typed_at_once(qtbot, editor, project):
    first, second, third, _ = ids(project)
    editor.view.selection.choose([first, second, third])
    press(qtbot, Key.Key_G, CONTROL)
    finish_composing(title(), "夜の窓口")
    press(qtbot, Key.Key_Return)
    (cluster,) = project.all(Cluster)
    assert cluster.title == "夜の窓口"
    assert {note.id for note in notes_of(project, cluster.id)} == {first, second, third}
    assert editor.view.hasFocus()
    assert editor.view.selection.focus() == cluster.id
    press(qtbot, Key.Key_Z, CONTROL)
    assert project.all(Cluster) == ()
    assert [project.get(Note, one).x for one in (first, second, third)] == [0, 400, 800]


def test_while_a_title_is_converted_nothing_is_written_and_no_key_fires(qtbot, editor, project):
    editor.view.selection.choose(ids(project)[:2])
    press(qtbot, Key.Key_G, CONTROL)
    field = title()
    compose(field, "よるの")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_G, CONTROL | SHIFT)
    assert project.all(Cluster)[0].title == ""
    assert QApplication.focusWidget() is field
    finish_composing(field, "夜の")
    press(qtbot, Key.Key_Escape)
    assert project.all(Cluster)[0].title == "夜の"


def test_circling_notes_makes_a_cluster(qtbot, editor, project):
    press(qtbot, Key.Key_L)
    area = editor.view.viewport()
    corners = [at(editor, *c) for c in ((-40, -40), (620, -40), (620, 220), (-40, 220))]
    QTest.mousePress(area, Left, Mod.NoModifier, corners[0])
    for corner in corners[1:]:
        spot = QPointF(corner)
        where = area.mapToGlobal(spot)
        move = QMouseEvent(QEvent.Type.MouseMove, spot, where, Left, Left, Mod.NoModifier)
        QCoreApplication.sendEvent(area, move)
    QTest.mouseRelease(area, Left, Mod.NoModifier, corners[0])
    finish_composing(title(), "近い案")
    press(qtbot, Key.Key_Return)
    (cluster,) = project.all(Cluster)
    assert {note.id for note in notes_of(project, cluster.id)} == set(ids(project)[:2])


def test_f2_and_enter_rename_at_the_head(qtbot, editor, project):
    cluster = made(project, *ids(project)[:2])
    editor.view.selection.choose([cluster.id])
    for key, words in ((Key.Key_F2, "はじめ"), (Key.Key_Return, "つぎ")):
        press(qtbot, key)
        finish_composing(title(), words)
        press(qtbot, Key.Key_Return)
        assert project.get(Cluster, cluster.id).title == words


# Stacking, joining, leaving -----------------------------------------------------------------------


def test_a_note_that_rests_over_another_is_stacked_and_can_be_taken_back(qtbot, editor, project):
    first, second, *_ = ids(project)
    carry(editor.view, at(editor, 480, 80), at(editor, 80, 80), REST_MS + 150)
    assert cluster_of(project, first) is not None
    assert cluster_of(project, first) == cluster_of(project, second)
    assert project.get(Note, first).x == 0
    press(qtbot, Key.Key_Z, CONTROL)
    assert project.all(Cluster) == ()
    assert project.get(Note, second).x == 400


def test_a_note_merely_carried_over_another_lies_on_it_and_nothing_more(qtbot, editor, project):
    first, second, *_ = ids(project)
    carry(editor.view, at(editor, 480, 80), at(editor, 80, 80))
    assert cluster_of(project, first) is None
    assert cluster_of(project, second) is None
    assert project.get(Note, second).x < 100


def test_the_sign_says_what_will_happen_before_the_release(qtbot, editor, project):
    first, second, *_ = ids(project)
    target = editor.affinity.dropping.target(QPointF(80, 80), (second,))
    assert (target.id, target.rests) == (first, True)
    cluster = made(project, first)
    joins = editor.affinity.dropping.target(QPointF(80, 80), (second,))
    assert (joins.id, joins.rests) == (cluster.id, False)
    assert "入れる" in joins.words
    assert editor.affinity.dropping.target(QPointF(80, 80), (first,)) is None


def test_dropping_into_a_cluster_joins_and_dragging_out_leaves(qtbot, editor, project):
    first, second, third, _ = ids(project)
    cluster = made(project, first, second)
    place = QPointF(cluster.x + 30, cluster.y + 20)
    carry(editor.view, at(editor, 880, 80), editor.view.to_view(place).toPoint())
    assert cluster_of(project, third) == cluster.id
    note = project.get(Note, third)
    carry(editor.view, at(editor, note.x + 80, note.y + 80), at(editor, 700, 620))
    assert cluster_of(project, third) is None
    assert len(notes_of(project, cluster.id)) == 2
    press(qtbot, Key.Key_Z, CONTROL)
    assert cluster_of(project, third) == cluster.id


def test_a_copy_dropped_into_a_cluster_is_in_it_and_a_new_idea(qtbot, editor, project):
    first, second, third, _ = ids(project)
    cluster = made(project, first, second)
    start, end = at(editor, 880, 80), at(editor, cluster.x + 30, cluster.y + 20)
    drag(editor.view, start, end - start, ALT)
    copy = project.all(Note)[-1]
    assert (copy.number, copy.cluster_id) == (5, cluster.id)
    assert cluster_of(project, third) is None


def test_a_note_begun_on_a_sheet_belongs_to_it(qtbot, editor, project):
    cluster = made(project, *ids(project)[:1])
    grown = made(project, *ids(project)[2:])
    area = editor.view.viewport()
    spot = QPointF(grown.x + grown.width - 8, grown.y + grown.height - 8)
    QTest.mouseDClick(area, Left, Mod.NoModifier, editor.view.to_view(spot).toPoint())
    finish_composing(QApplication.focusWidget(), "ここで思いついた")
    press(qtbot, Key.Key_Escape)
    written = project.all(Note)[-1]
    assert written.cluster_id == grown.id
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(project.all(Note)) == 4
    assert project.find(Cluster, cluster.id) is not None


def test_ctrl_shift_g_lets_a_note_out_and_loosens_a_cluster(qtbot, editor, project):
    first, second, third, _ = ids(project)
    cluster = made(project, first, second, third)
    editor.view.selection.choose([second])
    press(qtbot, Key.Key_G, CONTROL | SHIFT)
    assert cluster_of(project, second) is None
    editor.view.selection.choose([cluster.id])
    press(qtbot, Key.Key_G, CONTROL | SHIFT)
    assert project.all(Cluster) == ()
    assert len(project.all(Note)) == 4
    assert set(editor.view.selection.ids()) == {first, third}


def test_delete_at_a_head_takes_the_cluster_and_keeps_its_notes(qtbot, editor, project):
    cluster = made(project, *ids(project)[:3])
    editor.view.selection.choose([cluster.id])
    press(qtbot, Key.Key_Delete)
    assert project.all(Cluster) == ()
    assert len(project.all(Note)) == 4
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(notes_of(project, cluster.id)) == 3


@pytest.mark.modal
def test_a_cluster_in_a_closed_vote_is_not_taken_away_and_it_is_said(
    qtbot, editor, project, answer_dialog
):
    cluster = made(project, *ids(project)[:2])
    with project.edit(said("投票")):
        project.put(
            VoteRound(board_id=cluster.board_id, target_ids=(cluster.id,), status=VoteStatus.CLOSED)
        )
    told = []
    answer_dialog(lambda dialog: (told.append(dialog.windowTitle()), dialog.accept()))
    editor.view.selection.choose([cluster.id])
    press(qtbot, Key.Key_G, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(told))
    assert "投票" in told[0]
    assert project.find(Cluster, cluster.id) is not None


# Moving, folding, merging -------------------------------------------------------------------------


def test_dragging_the_head_moves_all_as_one_step(qtbot, editor, project):
    first, second, third, _ = ids(project)
    cluster = made(project, first, second)
    before = [(project.get(Note, n).x, project.get(Note, n).y) for n in (first, second)]
    start = at(editor, cluster.x + 60, cluster.y + 20)
    drag(editor.view, start, QPoint(0, 150), CONTROL)
    after = [(project.get(Note, n).x, project.get(Note, n).y) for n in (first, second)]
    assert [(x, y + 300) for x, y in before] == after
    assert project.get(Cluster, cluster.id).y == cluster.y + 300
    assert project.get(Note, third).y == 0
    press(qtbot, Key.Key_Z, CONTROL)
    assert [(project.get(Note, n).x, project.get(Note, n).y) for n in (first, second)] == before


def test_arrows_at_a_head_move_the_cluster_in_one_step(qtbot, editor, project):
    cluster = made(project, *ids(project)[:2])
    editor.view.selection.choose([cluster.id])
    for _ in range(3):
        press(qtbot, Key.Key_Right)
    assert project.get(Cluster, cluster.id).x == cluster.x + 24
    press(qtbot, Key.Key_Z, CONTROL)
    assert project.get(Cluster, cluster.id).x == cluster.x


def test_a_double_click_folds_to_a_pile_and_f_spreads_it_out(qtbot, editor, project):
    first, second, *_ = ids(project)
    cluster = made(project, first, second)
    area = editor.view.viewport()
    QTest.mouseDClick(area, Left, Mod.NoModifier, at(editor, cluster.x + 60, cluster.y + 20))
    assert project.get(Cluster, cluster.id).folded
    assert editor.view.contents.find(first) is None
    assert editor.head.counter.count() == 4
    (look,) = editor.view.contents.clusters()
    assert (look.folded, look.count) == (True, "2案")
    press(qtbot, Key.Key_F)
    assert not project.get(Cluster, cluster.id).folded
    assert editor.view.contents.find(first) is not None


def test_a_pile_moves_with_its_notes(qtbot, editor, project):
    first, second, *_ = ids(project)
    cluster = made(project, first, second)
    clusters.fold_clusters(project, [cluster.id], folded=True)
    drag(editor.view, at(editor, cluster.x + 60, cluster.y + 150), QPoint(0, 100), CONTROL)
    clusters.fold_clusters(project, [cluster.id], folded=False)
    assert editor.view.contents.find(first).top == 200


def test_a_head_resting_over_another_cluster_merges_and_a_key_does_too(qtbot, editor, project):
    first, second, third, fourth = ids(project)
    one, two = made(project, first, second), made(project, third, fourth)
    editor.show_everything()
    end = editor.view.to_view(QPointF(two.x + 40, two.y + 30)).toPoint()
    start = editor.view.to_view(QPointF(one.x + 60, one.y + 20)).toPoint()
    carry(editor.view, start, end, REST_MS + 150)
    assert len(project.all(Cluster)) == 1
    assert len({cluster_of(project, n) for n in ids(project)}) == 1
    press(qtbot, Key.Key_Z, CONTROL)
    editor.view.selection.choose([one.id, two.id])
    press(qtbot, Key.Key_G, CONTROL)
    assert [cluster.id for cluster in project.all(Cluster)] == [one.id]


def test_tab_and_alt_arrows_reach_heads_and_screen_readers_hear_them(qtbot, editor, project):
    first, second, *_ = ids(project)
    cluster = made(project, first, second)
    clusters.rename_cluster(project, cluster.id, "夜")
    editor.view.selection.choose([second])
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert editor.view.selection.focus() == first
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert editor.view.selection.focus() == cluster.id
    assert "夜" in editor.view.accessibleDescription()
    assert "2" in editor.view.accessibleDescription()
    press(qtbot, Key.Key_Tab)
    assert editor.view.selection.focus() == first
    press(qtbot, Key.Key_Up, ALT)
    assert editor.view.selection.focus() == cluster.id
    press(qtbot, Key.Key_Down, ALT)
    assert editor.view.selection.focus() in (first, second)


# Cluster by cluster -------------------------------------------------------------------------------


def test_columns_move_nothing_that_is_stored_and_a_drag_changes_the_cluster(qtbot, editor, project):
    first, second, third, fourth = ids(project)
    one, two = made(project, first, second), made(project, third)
    stored = [(note.x, note.y) for note in project.all(Note)]
    editor.affinity.set_view("clusters")
    assert [(note.x, note.y) for note in project.all(Note)] == stored
    columns = {look.id: look for look in editor.view.contents.clusters()}
    assert list(columns) == [one.id, two.id, "loose"]
    entry = editor.view.contents.find(second)
    start = editor.view.to_view(entry.rect().center()).toPoint()
    aim = columns[two.id]
    end = editor.view.to_view(QPointF(aim.x + aim.width / 2, aim.y + 60)).toPoint()
    carry(editor.view, start, end)
    assert cluster_of(project, second) == two.id
    assert [project.get(Note, n).x for n in (first, third, fourth)] == [
        stored[ids(project).index(n)][0] for n in (first, third, fourth)
    ]
    press(qtbot, Key.Key_Z, CONTROL)
    assert cluster_of(project, second) == one.id
    assert [(note.x, note.y) for note in project.all(Note)] == stored


def test_arrows_carry_a_note_from_column_to_column(qtbot, editor, project):
    first, second, third, _ = ids(project)
    one, two = made(project, first, second), made(project, third)
    editor.affinity.set_view("clusters")
    editor.view.setFocus()
    editor.view.selection.choose([first])
    press(qtbot, Key.Key_Right)
    assert cluster_of(project, first) == two.id
    press(qtbot, Key.Key_Right)
    assert cluster_of(project, first) is None
    press(qtbot, Key.Key_Left)
    press(qtbot, Key.Key_Left)
    assert cluster_of(project, first) == one.id


def test_in_columns_nothing_is_arranged_and_a_new_note_joins_its_column(qtbot, editor, project):
    first, second, *_ = ids(project)
    one = made(project, first, second)
    editor.affinity.set_view("clusters")
    editor.view.setFocus()
    stored = [(note.x, note.y) for note in project.all(Note)]
    editor.view.selection.choose([first, second])
    press(qtbot, Key.Key_L, CONTROL)
    assert [(note.x, note.y) for note in project.all(Note)] == stored
    look = editor.view.contents.cluster(one.id)
    area = editor.view.viewport()
    spot = QPointF(look.x + look.width / 2, look.y + look.height + 40)
    QTest.mouseDClick(area, Left, Mod.NoModifier, editor.view.to_view(spot).toPoint())
    finish_composing(QApplication.focusWidget(), "列の下に足す")
    press(qtbot, Key.Key_Escape)
    assert project.all(Note)[-1].cluster_id == one.id


def test_a_new_cluster_in_columns_is_a_column(qtbot, editor, project):
    editor.affinity.set_view("clusters")
    editor.view.setFocus()
    editor.view.selection.choose(ids(project)[:2])
    press(qtbot, Key.Key_G, CONTROL)
    finish_composing(title(), "夜")
    press(qtbot, Key.Key_Return)
    shown = [look.title for look in editor.view.contents.clusters()]
    assert shown == ["夜", "まだ束ねていない"]


def test_a_board_that_is_only_read_keeps_its_clusters(qtbot, open_editor, tmp_path, project):
    cluster = made(project, *ids(project)[:2])
    path = project.path
    project.close()
    with open_project(path, read_only=True) as reading:
        editor = open_editor(reading, "board")
        editor.view.setFocus()
        editor.view.selection.choose([cluster.id])
        press(qtbot, Key.Key_F)
        press(qtbot, Key.Key_F2)
        press(qtbot, Key.Key_Right)
        assert reading.get(Cluster, cluster.id) == cluster
        editor.affinity.set_view("clusters")
        assert len(editor.view.contents.clusters()) == 2


def test_words_that_grow_let_the_sheet_grow(qtbot, editor, project):
    first, second, *_ = ids(project)
    cluster = made(project, first, second)
    before = editor.view.contents.cluster(cluster.id).height
    notes.write_note(project, second, "長い言葉で\n" + "たくさん書いていくと付箋が伸びる。" * 20)
    assert editor.view.contents.cluster(cluster.id).height > before
