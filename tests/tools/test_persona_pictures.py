"""The face of a persona: a drawn one, or a photo of which a square is cut; no other file gets in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from support.pictures import photo
from support.windows import press

from servicedesign.model import Image, Persona
from servicedesign.store import create_project
from servicedesign.tools.persona import actions, faces
from servicedesign.ui.dialogs.face_picker import FaceWish
from servicedesign.ui.picture_files import read_picture_file

Key = Qt.Key


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議.sdproj")
    actions.add_candidate(made, face="woman-30s-ponytail")
    made.break_merge()
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "persona")


def first(project) -> Persona:
    return actions.candidates(project)[0]


@pytest.mark.modal
def test_a_face_is_chosen_by_keyboard(qtbot, editor, project, answer_dialog):
    def pick(dialog) -> None:
        assert dialog.face() == "woman-30s-ponytail"
        press(qtbot, Key.Key_Right)
        press(qtbot, Key.Key_Return)

    answer_dialog(pick)
    editor._form.identity.portrait.setFocus()
    press(qtbot, Key.Key_Space)
    assert first(project).face == "man-40s-short"


@pytest.mark.modal
def test_a_photo_is_cut_and_its_square_moves_by_keys(
    qtbot, editor, project, answer_dialog, tmp_path
):
    path = tmp_path / "顔.jpg"
    path.write_bytes(photo((300, 200)))

    def cut(dialog) -> None:
        assert dialog.crop().width == pytest.approx(200 / 300)
        for _ in range(60):
            press(qtbot, Key.Key_Right)
        qtbot.keyClicks(QApplication.focusWidget(), "-----")
        dialog.accept()

    answer_dialog(cut)
    faces.take_photo_file(editor.context, editor.current(), path, editor.window())
    persona = first(project)
    assert project.find(Image, persona.image_id) is not None
    crop = persona.crop
    assert crop.left > 0.2
    assert crop.width * 300 == pytest.approx(crop.height * 200)
    assert crop.left + crop.width <= 1.0001


@pytest.mark.modal
def test_the_square_follows_the_pointer_and_stays_inside(qtbot, editor, answer_dialog, tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(photo((300, 200), "PNG"))

    def drag(dialog) -> None:
        view = dialog.view
        middle = view.rect().center()
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
        qtbot.mouseMove(view, middle + QPoint(4000, 4000))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle)
        square = view.square()
        assert square.x + square.side == pytest.approx(300)
        assert square.y + square.side == pytest.approx(200)

    answer_dialog(drag)
    faces.take_photo_file(editor.context, editor.current(), path, editor.window())


@pytest.mark.modal
@pytest.mark.parametrize("content", [b"<svg/>", b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"%!PS-Adobe"])
def test_what_is_no_picture_is_refused_in_one_dialog_and_nothing_is_written(
    qtbot, editor, project, answer_dialog, tmp_path, content, monkeypatch
):
    path = tmp_path / "絵.png"
    path.write_bytes(content)
    told: list[str] = []

    def read(dialog) -> None:
        told.append(dialog.windowTitle())
        press(qtbot, Key.Key_Return)

    def ask_for_photo(dialog) -> None:
        dialog.wish = FaceWish.PHOTO
        answer_dialog(read)
        dialog.accept()

    monkeypatch.setattr(faces.QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))
    answer_dialog(ask_for_photo)
    before = project.undo_label
    qtbot.mouseClick(editor._form.identity.portrait, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told))
    assert "写真を取り込めません" in told[0]
    assert project.undo_label == before
    assert project.all(Image) == ()


def test_a_folder_and_a_missing_file_are_refused(tmp_path):
    for path in (tmp_path, tmp_path / "ない.png"):
        with pytest.raises(Exception, match="読めません"):
            read_picture_file(path)
