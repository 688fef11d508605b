"""A storyboard of a version of a prototype: the same parts that deep-dives use, with photos."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image as Pixels
from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtWidgets import QApplication
from support.windows import finish_composing

from servicedesign.model import Frame, Prototype, PrototypeVersion, msg
from servicedesign.store import Project, create_project
from servicedesign.tools import frames
from servicedesign.tools.frames import FrameOwner
from servicedesign.ui.dialogs.message_dialog import MessageDialog
from servicedesign.ui.picture_files import read_picture_file
from servicedesign.ui.storyboard.storyboard import Storyboard, StoryboardWish


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "試し.sdproj") as made:
        yield made


@pytest.fixture
def board(qtbot, open_editor, project) -> Storyboard:
    prototype = Prototype()
    version = PrototypeVersion(prototype_id=prototype.id)
    with project.edit(msg("用意")):
        project.put(prototype)
        project.put(version)
    context = open_editor(project, "deep_dive").context
    made = Storyboard(context, StoryboardWish("ストーリーボード", "4～8コマ", usual=8))
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.show_owner(FrameOwner(version_id=version.id))
    context.hub.changed.connect(made.refresh)
    return made


def photo(path: Path) -> Path:
    out = io.BytesIO()
    Pixels.new("RGB", (400, 300), "white").save(out, "JPEG")
    path.write_bytes(out.getvalue())
    return path


def open_dialog(then: Callable[[object], object]) -> Callable[[object], object]:
    """Do ``then`` once the photo of a dialog is open."""

    def _do(dialog: object) -> None:
        while not dialog.is_open():  # type: ignore[attr-defined]
            QApplication.processEvents()
        then(dialog)

    return _do


def wait_closed(dialog: object) -> None:
    while dialog.isVisible():  # type: ignore[attr-defined]
        QApplication.processEvents()


def test_frames_of_a_version_are_added_and_written(qtbot, board, project):
    board.add()
    board.add()
    first = project.all(Frame)[0]
    card = board.strip.card(first.id)
    card.go_to("heading")
    finish_composing(card.heading, "窓口")
    card.heading.flush()
    assert project.get(Frame, first.id).heading == "窓口"
    assert project.get(Frame, first.id).version_id


@pytest.mark.modal
def test_a_photo_dropped_on_a_frame_becomes_its_picture(
    qtbot, board, project, tmp_path, answer_dialog
):
    board.add()
    [frame] = project.all(Frame)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo(tmp_path / "紙.jpg")))])

    def finish(dialog) -> None:
        assert not dialog.words.isVisible()
        dialog._finish()
        wait_closed(dialog)

    answer_dialog(open_dialog(finish))
    board.strip.card(frame.id).picture.offered.emit(mime)
    qtbot.waitUntil(lambda: project.get(Frame, frame.id).image_id is not None, timeout=20_000)
    card = board.strip.card(frame.id)
    assert card.picture.is_photo()
    entries = [one.text() for one in board.strip.menu(frame.id, board).actions()]
    assert "写真の代わりに絵を描く" in entries
    frames.clear_picture(project, frame.id)
    assert card.picture.is_empty()


@pytest.mark.modal
def test_a_file_that_is_no_photo_is_told_of_and_changes_nothing(board, project, tmp_path):
    board.add()
    [frame] = project.all(Frame)
    path = tmp_path / "こわれた.jpg"
    path.write_bytes(b"not a photo")
    before = project.dump()
    told: list[str] = []

    def read_on() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, MessageDialog):
            told.append(dialog.windowTitle())
            dialog.reject()

    # The photo's dialog closes by itself; what comes after it is answered whoever has the focus.
    reader = QTimer(board)
    reader.timeout.connect(read_on)
    reader.start(10)
    board.take_photo(frame.id, partial(read_picture_file, path))
    reader.stop()
    assert len(told) == 1
    assert project.dump() == before
