"""Boards on screen: what keys and presses do to a real project, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from support.boards import Left, board_project, drag, field, focus, ids, words
from support.pictures import photo
from support.windows import finish_composing, press

from servicedesign.model import Board, Cluster, Group, HowMightWe, Issue, Note, StickyColour
from servicedesign.model import msg as said
from servicedesign.store import create_project, open_project
from servicedesign.tools.board import actions, notes
from servicedesign.tools.board.problem_dialog import ProblemDialog

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL = Mod.ControlModifier


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "board")


def test_digits_colour_what_is_chosen_or_the_next_note(qtbot, editor, project):
    first = ids(project)[0]
    editor.view.setFocus()
    editor.view.selection.choose([first])
    press(qtbot, Key.Key_2)
    assert project.get(Note, first).colour is StickyColour.SKY
    editor.view.selection.clear()
    press(qtbot, Key.Key_4)
    press(qtbot, Key.Key_N)
    finish_composing(field(), "緑の案")
    press(qtbot, Key.Key_Escape)
    assert project.all(Note)[-1].colour is StickyColour.GREEN
    assert project.get(Note, first).colour is StickyColour.SKY


def test_a_drag_of_two_notes_is_one_step(qtbot, editor, project):
    first, second, *_ = ids(project)
    view = editor.view
    view.zoom_to(1.0)
    view.centre(QPointF(300, 200))
    view.selection.choose([first, second])
    start = view.to_view(QPointF(80, 120)).toPoint()
    drag(view, start, QPoint(33, 250))
    assert project.get(Note, first).y == 250
    assert project.get(Note, second).y == 250
    press(qtbot, Key.Key_Z, CONTROL)
    assert [project.get(Note, one).y for one in (first, second)] == [0, 0]
    assert view.contents.find(first).top == 0


def test_alt_drag_leaves_the_note_and_makes_a_new_idea(qtbot, editor, project):
    view = editor.view
    view.zoom_to(1.0)
    view.centre(QPointF(300, 200))
    drag(view, view.to_view(QPointF(80, 120)).toPoint(), QPoint(0, 300), Mod.AltModifier)
    assert len(project.all(Note)) == 5
    copy = project.all(Note)[-1]
    assert (copy.number, copy.title, copy.y) == (5, "案その1", 300)
    assert view.selection.ids() == (copy.id,)


def test_keys_copy_choose_all_tidy_lock_and_delete(qtbot, editor, project):
    view = editor.view
    view.setFocus()
    press(qtbot, Key.Key_A, CONTROL)
    assert len(view.selection) == 4
    press(qtbot, Key.Key_D, CONTROL)
    assert len(project.all(Note)) == 8
    press(qtbot, Key.Key_A, CONTROL)
    press(qtbot, Key.Key_L, CONTROL)
    placed = {(note.x, note.y) for note in project.all(Note)}
    assert len(placed) == 8
    press(qtbot, Key.Key_L, CONTROL | Mod.ShiftModifier)
    press(qtbot, Key.Key_Delete)
    assert len(project.all(Note)) == 8
    press(qtbot, Key.Key_L, CONTROL | Mod.ShiftModifier)
    press(qtbot, Key.Key_Delete)
    assert project.all(Note) == ()
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(project.all(Note)) == 8


@pytest.mark.modal
def test_ctrl_k_links_to_a_problem_and_loosens_again(qtbot, editor, project, answer_dialog):
    first = ids(project)[0]
    (issue,) = project.all(Issue)
    editor.view.setFocus()
    editor.view.selection.choose([first])

    def pick(dialog: ProblemDialog) -> None:
        finish_composing(QApplication.focusWidget(), "休まず")
        press(qtbot, Key.Key_Return)

    answer_dialog(pick)
    press(qtbot, Key.Key_K, CONTROL)
    assert project.get(Note, first).issue_id == issue.id
    assert editor.view.contents.find(first).look.linked
    answer_dialog(lambda dialog: dialog._loosen())
    press(qtbot, Key.Key_K, CONTROL)
    assert project.get(Note, first).issue_id is None


@pytest.mark.modal
def test_t_says_where_ideas_come_from(qtbot, editor, project, answer_dialog):
    first = ids(project)[0]
    group = project.all(Group)[1]
    editor.view.setFocus()
    editor.view.selection.choose([first])

    def fill(dialog) -> None:
        dialog._group.set_value(group.id)
        dialog._tags.set_text("すぐ、来年度")
        dialog.accept()

    answer_dialog(fill)
    press(qtbot, Key.Key_T)
    note = project.get(Note, first)
    assert (note.group_id, note.tags) == (group.id, ("すぐ", "来年度"))
    assert note.colour is group.colour


def test_pasted_lines_are_one_step(qtbot, editor, project):
    QGuiApplication.clipboard().setText("一つめ\r\n\n  二つめ  \n三つめ")
    editor.view.setFocus()
    press(qtbot, Key.Key_V, CONTROL)
    assert words(project)[4:] == ["一つめ", "二つめ", "三つめ"]
    assert len(editor.view.selection) == 3
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(project.all(Note)) == 4


@pytest.mark.modal
@pytest.mark.parametrize(("answer", "count"), [(1, 5_000), (0, 0)])
def test_too_many_lines_are_asked_about(qtbot, editor, project, answer_dialog, answer, count):
    QGuiApplication.clipboard().setText("\n".join(f"案{i}" for i in range(100_000)))
    answer_dialog(lambda dialog: dialog._on_pressed(answer))
    editor.handling.paste()
    assert len(project.all(Note)) == 4 + count


def test_words_can_be_taken_to_the_clipboard(qtbot, editor, project):
    editor.view.setFocus()
    press(qtbot, Key.Key_A, CONTROL)
    press(qtbot, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().splitlines() == words(project)


def test_the_bar_stands_beside_what_is_chosen_and_inside_the_view(qtbot, editor, project):
    view, bar = editor.view, editor.desk.bar
    assert not bar.isVisible()
    for place in (QPointF(300, -200), QPointF(300, 400), QPointF(-500, 80), QPointF(1100, 80)):
        view.zoom_to(1.0)
        view.centre(place)
        view.selection.choose([ids(project)[0]])
        if bar.isVisible():
            assert editor.rect().contains(bar.geometry())
            assert not bar.geometry().intersects(editor.desk.tools.geometry())
    view.selection.clear()
    assert not bar.isVisible()


def test_the_counter_counts_and_an_empty_board_says_how_to_begin(qtbot, editor, project):
    assert editor.head.counter.count() == 4
    assert not editor.desk.empty.isVisible()
    editor.view.setFocus()
    press(qtbot, Key.Key_A, CONTROL)
    press(qtbot, Key.Key_Delete)
    assert editor.head.counter.count() == 0
    assert editor.desk.empty.isVisible()
    editor.desk.empty.primary.click()
    assert not editor.desk.empty.isVisible()
    finish_composing(field(), "はじめの案")
    press(qtbot, Key.Key_Escape)
    assert words(project) == ["はじめの案"]


def test_the_first_note_makes_its_board(qtbot, open_editor, tmp_path):
    empty = create_project(tmp_path / "から.sdproj")
    editor = open_editor(empty, "board")
    press(qtbot, Key.Key_N)
    finish_composing(field(), "はじめの案")
    press(qtbot, Key.Key_Escape)
    (note,) = empty.all(Note)
    assert empty.all(Board)[0].id == note.board_id == editor.board_id


def test_boards_can_be_chosen_where_there_are_several(qtbot, editor, project):
    other = actions.add_board(project, "別の板")
    notes.add_note(project, other.id, "別の案", 0, 0)
    assert editor.head._boards.isVisible()
    editor.head.board_chosen.emit(other.id)
    assert editor.board_id == other.id
    assert [e.look.title for e in editor.view.contents.entries()] == ["別の案"]
    assert editor.reveal("note", ids(project)[0], "")
    assert editor.board_id != other.id


def test_undo_shows_the_note_it_brings_back(qtbot, editor, project):
    view = editor.view
    first = ids(project)[0]
    view.setFocus()
    view.selection.choose([first])
    press(qtbot, Key.Key_Delete)
    view.centre(QPointF(50_000, 50_000))
    press(qtbot, Key.Key_Z, CONTROL)
    assert view.seen().contains(view.contents.find(first).rect())


def test_a_changed_group_colours_its_notes_and_clusters_count(qtbot, editor, project):
    first, *_ = ids(project)
    group = project.all(Group)[0]
    board = project.all(Board)[0]
    sheet = Cluster(board_id=board.id, title="夜", x=-20, y=-60)
    with project.edit(said("束ねる")):
        project.put(sheet)
        note = replace(project.get(Note, first), group_id=group.id, cluster_id=sheet.id)
        project.put(note)
    assert editor.view.contents.find(first).look.colour == "sky"
    assert [c.count for c in editor.view.contents.clusters()] == ["1案"]
    with project.edit(said("班")):
        project.put(replace(group, colour=StickyColour.GREEN))
    assert editor.view.contents.find(first).look.colour == "green"


def test_a_photo_is_shown_by_need_and_a_damaged_one_is_told_of(qtbot, editor, project):
    first, second, *_ = ids(project)
    with project.edit(said("写真")):
        image = project.add_image(photo())
        project.put(replace(project.get(Note, first), image_id=image.id))
    lost = replace(image, id=notes.new_id(), sha256="0" * 64)
    with project.edit(said("写真")):
        project.put(lost)
        project.put(replace(project.get(Note, second), image_id=lost.id))
    editor.view.zoom_to(1.0)
    editor.view.centre(QPointF(200, 80))
    editor.view.viewport().repaint()
    qtbot.waitUntil(lambda: not editor._pictures.busy() and editor.view.is_exact())
    qtbot.waitUntil(editor.window().workspace().toast_widget().isVisible)


def test_a_read_only_board_can_be_looked_at_and_not_changed(qtbot, open_editor, project):
    path = project.path
    before = project.dump()
    project.close()
    reading = open_project(path, read_only=True)
    editor = open_editor(reading, "board")
    view = editor.view
    view.setFocus()
    for key in (Key.Key_N, Key.Key_Q, Key.Key_2, Key.Key_T, Key.Key_Delete, Key.Key_Return):
        view.selection.choose([ids(reading)[0]])
        press(qtbot, key)
        assert focus() is view
    press(qtbot, Key.Key_Right)
    drag(view, view.to_view(QPointF(80, 80)).toPoint(), QPoint(100, 100))
    QTest.mouseDClick(
        view.viewport(), Left, Mod.NoModifier, view.to_view(QPointF(0, 400)).toPoint()
    )
    press(qtbot, Key.Key_D, CONTROL)
    assert reading.dump() == before
    assert not editor.desk.bar.isVisible()


def test_two_boards_on_one_project_stay_equal(qtbot, editor, project):
    from support.windows import fixed_clock

    from servicedesign.i18n import translator
    from servicedesign.tools.board.editor import BoardEditor
    from servicedesign.ui.context import EditorContext

    context = EditorContext(
        project, editor.context.hub, translator("ja"), "ja", fixed_clock, editor.context.shell
    )
    other = BoardEditor(context)
    qtbot.addWidget(other)
    editor.context.hub.changed.connect(other.refresh)
    first, second, *_ = ids(project)
    editor.arranging.nudge(8, 0)
    editor.view.selection.choose([first, second])
    editor.handling.copy()
    editor.arranging.lock()
    editor.handling.add_quick("別の窓からの案")
    project.undo()
    project.undo()
    notes.delete_notes(project, [second])

    def looks(board) -> dict:
        return {entry.look.id: entry.look for entry in board.view.contents.entries()}

    assert looks(other) == looks(editor)
    assert set(looks(editor)) == set(ids(project))


def test_m_hides_the_small_board(qtbot, editor):
    editor.view.setFocus()
    assert editor.desk.minimap.board_shown()
    press(qtbot, Key.Key_M)
    assert not editor.desk.minimap.board_shown()


def test_nothing_vital_lies_below_a_laptops_edge(qtbot, editor):
    window = editor.window()
    window.resize(1366, 690)
    qtbot.wait(10)
    for bar in (editor.desk.tools, editor.desk.minimap):
        place = bar.mapTo(window, bar.rect().bottomRight())
        assert place.y() <= 690
        assert place.x() <= 1366
    assert not editor.desk.tools.geometry().intersects(editor.desk.minimap.geometry())


@pytest.mark.modal
def test_another_board_gets_its_title_and_question(qtbot, editor, project, answer_dialog):
    with project.edit(said("問い")):
        asked = HowMightWe(sentence="夜に相談できるか")
        project.put(asked)

    def fill(dialog) -> None:
        dialog._title.set_text("2日目の案")
        dialog._question.set_value(asked.id)
        dialog.accept()

    answer_dialog(fill)
    editor.new_board()
    board = project.get(Board, editor.board_id)
    assert (board.title, board.how_might_we_id) == ("2日目の案", asked.id)
    assert "夜に相談できるか" in editor.head._question.text()
    assert len(editor.view.contents) == 0


def test_the_menu_of_arranging_offers_what_the_keys_do(qtbot, editor, project):
    editor.view.selection.choose(ids(project))
    editor.desk._open_arranging()
    menu = editor.findChildren(QMenu)[-1]
    labels = [action.text() for action in menu.actions()]
    assert "格子に整える" in labels
    menu.actions()[labels.index("上をそろえる")].trigger()
    menu.close()
    assert len({note.y for note in project.all(Note)}) == 1
