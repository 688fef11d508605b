"""Photos of paper on a board: chosen, dropped, pasted; each a note, the bad ones told of."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from support.boards import board_project
from support.paper_photos import as_jpeg, paper_photo
from support.pictures import bomb, photo
from support.windows import press

from servicedesign.model import Image, Note
from servicedesign.store import open_project
from servicedesign.tools.board import photo_notes, sheet
from servicedesign.ui.canvas.pictures import CanvasPictures
from servicedesign.ui.dialogs.message_dialog import MessageDialog
from servicedesign.ui.dialogs.paper_photo_dialog import PaperPhotoDialog
from servicedesign.ui.dialogs.photo_batch_dialog import PhotoBatchDialog

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    made = open_editor(project, "board")
    made.view.setFocus()
    return made


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "紙.jpg"
    path.write_bytes(as_jpeg(paper_photo()))
    return path


def finish(qtbot, dialog: PaperPhotoDialog, words: str = "") -> None:
    """Wait until the photo is open, type ``words`` and accept."""
    assert isinstance(dialog, PaperPhotoDialog)
    qtbot.waitUntil(dialog.is_open, timeout=10_000)
    dialog.words.insertPlainText(words)
    dialog._finish()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)


@pytest.mark.modal
def test_i_makes_a_note_of_a_photo_in_one_step(
    qtbot, editor, project, paper, answer_dialog, monkeypatch
):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(paper)], ""))
    answer_dialog(lambda dialog: finish(qtbot, dialog, "窓口の見取り図"))
    press(qtbot, Key.Key_I)
    note = project.all(Note)[-1]
    assert (note.number, note.title) == (5, "窓口の見取り図")
    image = project.get(Image, note.image_id)
    assert image.width / image.height == pytest.approx(1.43, abs=0.1)
    assert editor.view.selection.ids() == (note.id,)
    press(qtbot, Key.Key_Z, Mod.ControlModifier)
    assert len(project.all(Note)) == 4


@pytest.mark.modal
def test_several_photos_can_be_taken_at_once_and_a_bad_one_is_told(
    qtbot, editor, project, paper, answer_dialog, tmp_path
):
    bad = tmp_path / "大きい.png"
    bad.write_bytes(bomb(10_000, 10_000))
    told: list[str] = []

    def tell(dialog: MessageDialog | PhotoBatchDialog) -> None:
        if isinstance(dialog, PhotoBatchDialog):
            qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)
            answer_dialog(tell)
            return
        told.append(dialog.windowTitle())
        dialog.accept()

    def all_of_them(dialog: PaperPhotoDialog) -> None:
        qtbot.waitUntil(dialog.is_open, timeout=10_000)
        dialog._take_all()
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)
        answer_dialog(tell)

    answer_dialog(all_of_them)
    editor.photos.take_files([paper, bad, paper])
    assert len(project.all(Note)) == 6
    assert len(told) == 1
    first, second = project.all(Note)[-2:]
    assert abs(first.x - second.x) >= first.width or abs(first.y - second.y) >= first.height


@pytest.mark.modal
def test_stopping_many_photos_keeps_those_that_were_begun_and_tells_of_the_rest(
    qtbot, editor, project, paper, answer_dialog
):
    ticks: list[int] = []

    def stop(dialog: PhotoBatchDialog) -> None:
        assert isinstance(dialog, PhotoBatchDialog)
        clock = QTimer(dialog)
        clock.timeout.connect(lambda: ticks.append(1))
        clock.start(5)
        qtbot.waitUntil(lambda: len(project.all(Note)) == 6, timeout=10_000)
        dialog.reject()
        assert dialog.isVisible()  # the one under way is not lost
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)

    def all_of_them(dialog: PaperPhotoDialog) -> None:
        qtbot.waitUntil(dialog.is_open, timeout=10_000)
        dialog._take_all()
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)
        answer_dialog(stop)

    answer_dialog(all_of_them)
    editor.photos.take_files([paper] * 12)
    assert len(project.all(Note)) == 7
    assert len(ticks) > 3
    assert "残りの9枚" in editor.context.shell.toast_widget().text()


@pytest.mark.modal
def test_a_photo_that_is_too_large_is_told_of_and_nothing_is_written(
    qtbot, editor, project, answer_dialog, tmp_path
):
    bad = tmp_path / "大きい.png"
    bad.write_bytes(bomb(10_000, 10_000))
    told: list[str] = []

    def tell(dialog: PaperPhotoDialog | MessageDialog) -> None:
        if isinstance(dialog, PaperPhotoDialog):  # not refused yet
            answer_dialog(tell)
            return
        told.append(dialog.windowTitle())
        dialog.accept()

    answer_dialog(tell)
    editor.photos.take_files([bad])
    assert told
    assert len(project.all(Note)) == 4


@pytest.mark.modal
def test_a_dropped_photo_stands_where_it_was_dropped(qtbot, editor, project, paper, answer_dialog):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(paper))])
    view = editor.view
    view.zoom_to(1.0)
    view.centre(QPointF(300, 400))
    place = view.to_view(QPointF(300, 480))
    answer_dialog(lambda dialog: finish(qtbot, dialog))
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Mod.NoModifier)
    entering = QDragEnterEvent(place.toPoint(), *how)
    QApplication.sendEvent(view.viewport(), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(view.viewport(), QDropEvent(place, *how))
    qtbot.waitUntil(lambda: len(project.all(Note)) == 5, timeout=10_000)
    note = project.all(Note)[-1]
    assert (note.x + 120, note.y + 120) == pytest.approx((300, 480), abs=2)


@pytest.mark.modal
def test_a_picture_from_the_clipboard_becomes_a_note(qtbot, editor, project, answer_dialog):
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(image)
    answer_dialog(lambda dialog: finish(qtbot, dialog))
    press(qtbot, Key.Key_V, Mod.ControlModifier)
    assert project.all(Note)[-1].image_id


@pytest.mark.modal
def test_the_dialog_is_worked_by_keys_alone(qtbot, editor, paper, answer_dialog):
    def use(dialog: PaperPhotoDialog) -> None:
        qtbot.waitUntil(dialog.is_open, timeout=10_000)
        view = dialog.view
        assert view.hasFocus()
        dialog.take_whole()
        QTest.keyClick(view, Key.Key_Right)
        QTest.keyClick(view, Key.Key_Down, Mod.ShiftModifier)
        QTest.keyClick(view, Key.Key_Tab)
        QTest.keyClick(view, Key.Key_Left)
        assert view.corners()[0] == pytest.approx((0.005, 0.03))
        assert view.corners()[1] == pytest.approx((0.995, 0.0))
        before = view.corners()
        dialog.turn(1)
        assert view.corners()[1] == pytest.approx((1 - before[0][1], before[0][0]))
        for _ in range(3):
            QTest.keyClick(view, Key.Key_Tab)
        assert not view.hasFocus()
        dialog.reject()

    answer_dialog(use)
    editor.photos.take_files([paper])
    assert len(editor.context.project.all(Note)) == 4


@pytest.mark.modal
def test_a_corner_is_dragged_and_stays_on_its_side(qtbot, editor, paper, answer_dialog):
    def use(dialog: PaperPhotoDialog) -> None:
        qtbot.waitUntil(dialog.is_open, timeout=10_000)
        dialog.take_whole()
        view = dialog.view
        start = view.place().topLeft().toPoint() + QPoint(1, 1)
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(view, left, Mod.NoModifier, start)
        QTest.mouseMove(view, start + QPoint(60, 40))
        QTest.mouseRelease(view, left, Mod.NoModifier, start + QPoint(60, 40))
        box = view.place()
        x, y = view.corners()[0]
        assert (x * box.width(), y * box.height()) == pytest.approx((60, 40), abs=3)
        view._put(0, 2.0, 2.0)
        assert view.corners()[0][0] < view.corners()[1][0]
        dialog.reject()

    answer_dialog(use)
    editor.photos.take_files([paper])


def test_a_damaged_photo_is_shown_as_missing_and_the_rest_stays(qtbot, tmp_path, open_editor):
    import sqlite3

    project = board_project(tmp_path)
    board_id = project.all(Note)[0].board_id
    note = photo_notes.add_photo_note(project, board_id, photo((300, 200)), "絵", 0, 400)
    path = project.path
    project.close()
    with sqlite3.connect(path) as connection:
        connection.execute('UPDATE "blob" SET "data" = ?', (b"broken",))
    connection.close()
    again = open_project(path)
    editor = open_editor(again, "board")
    editor.show_everything()
    pictures = editor.findChild(CanvasPictures)
    key = editor.view.contents.find(note.id).look.picture
    qtbot.waitUntil(lambda: pictures.picture(key, 96) is not None, timeout=5_000)
    assert len(again.all(Note)) == 5
    assert again.get(Note, note.id).title == "絵"
    again.close(discard=True)


def test_cards_are_printed_although_a_photo_is_damaged(tmp_path):
    import sqlite3

    project = board_project(tmp_path)
    board_id = project.all(Note)[0].board_id
    photo_notes.add_photo_note(project, board_id, photo((300, 200)), "絵", 0, 400)
    path = project.path
    project.close()
    with sqlite3.connect(path) as connection:
        connection.execute('UPDATE "blob" SET "data" = ?', (b"broken",))
    connection.close()
    again = open_project(path)
    assert sheet.gather(again) is not None
    again.close(discard=True)
