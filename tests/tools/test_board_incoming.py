"""Ideas from other programs, and a board that is thrown away: nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from support.boards import board_project, ids, words
from support.windows import press

from servicedesign.model import (
    Board,
    Cluster,
    Group,
    Note,
    ProjectError,
    VoteRound,
    VoteStatus,
)
from servicedesign.model import msg as said
from servicedesign.tools.board import actions, notes
from servicedesign.tools.board.idea_reading import ideas_of_file, ideas_of_rows, ideas_of_text
from servicedesign.tools.board.removing import delete_board

GROUPS = (Group(name="みなみ班"), Group(name="きた班"))
Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "board")


def drop(editor, mime: QMimeData) -> None:
    area, spot = editor.view.viewport(), QPointF(300, 200)
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(area, QDragEnterEvent(QPoint(300, 200), copy, mime, buttons, none))
    QApplication.sendEvent(area, QDropEvent(spot, copy, mime, buttons, none))
    QApplication.processEvents()


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_a_block_without_heads_loses_no_cell():
    (idea,) = ideas_of_rows([["夜の窓口", "19時まで", "きた班", "備考"]], GROUPS)
    assert (idea.title, idea.text, idea.group) == ("夜の窓口", "19時まで\n備考", "きた班")
    unknown, _ = ideas_of_rows([["夜", "", "西班"], ["昼"]], GROUPS)
    assert (unknown.title, unknown.text, unknown.group) == ("夜", "西班", "")


def test_numbers_in_front_are_no_titles():
    ideas = ideas_of_rows([["1", "夜の窓口"], ["2", "封筒の色"]], GROUPS)
    assert [idea.title for idea in ideas] == ["夜の窓口", "封筒の色"]
    single = ideas_of_rows([["100"], ["200"]], GROUPS)
    assert [idea.title for idea in single] == ["100", "200"]


def test_heads_say_which_column_is_what():
    text = 'No\t班\t内容\n1\tみなみ班\t夜の窓口\n2\t\t"一行目\n二行目"'
    first, second = ideas_of_text(text, GROUPS)
    assert (first.title, first.group) == ("夜の窓口", "みなみ班")
    assert (second.title, second.text) == ("一行目", "二行目")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path):
    path = tmp_path / "案.csv"
    path.write_bytes(b"PK\x03\x04\0\0")
    with pytest.raises(ProjectError):
        ideas_of_file(path, GROUPS)
    path.write_bytes("案,班\r\n夜の窓口,きた班\r\n".encode("cp932"))
    (idea,) = ideas_of_file(path, GROUPS)
    assert (idea.title, idea.group) == ("夜の窓口", "きた班")


def test_a_pasted_table_is_one_step(qtbot, editor, project):
    QGuiApplication.clipboard().setText("夜の窓口\t19時まで\tきた班\n昼の窓口\t\tみなみ班\n")
    editor.view.setFocus()
    press(qtbot, Qt.Key.Key_V, Control)
    night, noon = project.all(Note)[4:]
    group = project.all(Group)[1]
    assert (night.title, night.text, night.group_id) == ("夜の窓口", "19時まで", group.id)
    assert (night.colour, noon.title) == (group.colour, "昼の窓口")
    press(qtbot, Qt.Key.Key_Z, Control)
    assert len(project.all(Note)) == 4


def test_dropped_texts_and_tables_are_one_step(qtbot, editor, project, tmp_path):
    (tmp_path / "a.txt").write_text("一つめ\n\n二つめ\n", "utf-8")
    (tmp_path / "b.CSV").write_text("題名,班\n三つめ,きた班\n", "utf-8")
    drop(editor, files(tmp_path / "a.txt", tmp_path / "b.CSV"))
    assert words(project)[4:] == ["一つめ", "二つめ", "三つめ"]
    project.undo()
    assert len(project.all(Note)) == 4


def test_a_dropped_text_becomes_notes(qtbot, editor, project):
    mime = QMimeData()
    mime.setText("一つめ\n二つめ")
    drop(editor, mime)
    assert words(project)[4:] == ["一つめ", "二つめ"]


def test_another_kind_of_file_is_told_and_nothing_happens(qtbot, editor, project, tmp_path):
    (tmp_path / "資料.pptx").write_bytes(b"PK\x03\x04")
    before = project.undo_label
    drop(editor, files(tmp_path / "資料.pptx"))
    assert len(project.all(Note)) == 4
    assert project.undo_label == before


@pytest.mark.modal
def test_too_many_lines_are_asked_about(qtbot, editor, project, answer_dialog):
    QGuiApplication.clipboard().setText("案\n" * 100_000)
    editor.view.setFocus()
    answer_dialog(lambda _dialog: press(qtbot, Qt.Key.Key_Escape))
    press(qtbot, Qt.Key.Key_V, Control)
    assert len(project.all(Note)) == 4


def test_a_deleted_board_goes_with_all_it_has_and_comes_back(editor, project):
    board = project.all(Board)[0]
    with project.edit(said("束")):
        project.put(Cluster(board_id=board.id, title="束"))
    other = actions.add_board(project, "もう一枚")
    notes.add_note(project, other.id, "残る案", 0, 0)
    editor.commands()["board_remove"]()
    assert [one.id for one in project.all(Board)] == [other.id]
    assert words(project) == ["残る案"]
    assert project.all(Cluster) == ()
    assert editor.board_id == other.id
    project.undo()
    assert len(project.all(Note)) == 5
    assert project.check() == ()


def test_a_board_that_is_voted_on_stays(project):
    board = project.all(Board)[0]
    with project.edit(said("投票")):
        project.put(VoteRound(board_id=board.id))
    with pytest.raises(ProjectError):
        delete_board(project, board.id)
    assert len(project.all(Note)) == len(ids(project)) == 4
    assert project.find(Board, board.id) is not None


def test_the_poster_of_the_board_in_view_is_previewed(editor, project):
    assert editor.sheet_target() == ("board", project.all(Board)[0].id)


def test_a_note_that_is_voted_on_is_not_thrown_away(project):
    board = project.all(Board)[0]
    first, second, *_ = ids(project)
    with project.edit(said("投票")):
        project.put(VoteRound(board_id=board.id, target_ids=(first,), status=VoteStatus.CLOSED))
    with pytest.raises(ProjectError):
        notes.delete_notes(project, [first, second])
    assert len(project.all(Note)) == 4
    assert notes.delete_notes(project, [second]) == 1
    assert project.check() == ()


def test_a_line_that_no_note_can_keep_is_refused_whole():
    assert len(ideas_of_text("あ" * 200_000, GROUPS)[0].text) == 200_000
    with pytest.raises(ProjectError):
        ideas_of_text("あ" * 200_001, GROUPS)


@pytest.mark.parametrize("name", ["案.txt", "案.jpg"])
def test_a_file_that_another_program_would_move_is_left_where_it_is(editor, tmp_path, name):
    """A file manager that is told its file was moved deletes it."""
    path = tmp_path / name
    mime = files(path)
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(300, 200), both, mime, buttons, none)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(editor.view.viewport(), event)
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction
