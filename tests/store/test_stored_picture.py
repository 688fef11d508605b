"""A picture is read where and when it is drawn, past the project's own lock, and only if sound."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from support import pictures

from servicedesign.model import Board, Note, ProjectError, ProjectInfo, msg
from servicedesign.store import create_project, open_project
from servicedesign.store.stored_picture import StoredPicture


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議 #1.sdproj", ProjectInfo(service_name="窓口"))
    yield made
    made.close(discard=True)


def add_photo(project) -> str:
    with project.edit(msg("写真")):
        return project.add_image(pictures.photo()).sha256


def elsewhere(work) -> list[object]:
    """Do ``work`` on another thread and return what came of it."""
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join(20)
    return found


def test_another_thread_reads_a_picture_while_the_project_is_open(project):
    sha256 = add_photo(project)
    picture = project.stored_picture(sha256)
    assert picture.held is None
    assert elsewhere(picture.read) == [project.image_bytes(sha256)]


def test_reading_beside_it_leaves_the_file_locked_for_others(project):
    picture = project.stored_picture(add_photo(project))
    for _ in range(3):
        picture.read()
    ask = (
        "import sqlite3, sys\n"
        "try:\n"
        "    sqlite3.connect(sys.argv[1], timeout=0.1).execute('SELECT count(*) FROM note')\n"
        "except sqlite3.OperationalError:\n"
        "    print('locked')\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", ask, str(project.path)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "locked"


def test_a_picture_is_read_whole_while_steps_are_written(project):
    sha256 = add_photo(project)
    picture = project.stored_picture(sha256)
    wanted = project.image_bytes(sha256)
    end = threading.Event()
    read: list[bytes] = []

    def go_on() -> None:
        while not end.is_set():
            read.append(picture.read())

    thread = threading.Thread(target=go_on)
    thread.start()
    board = "01890000-0000-7000-8000-000000000000"
    with project.edit(msg("板")):
        project.put(Board(id=board))
    for number in range(150):
        with project.edit(msg("書く")):
            project.put(Note(board_id=board, number=number, title="案" * 200))
    end.set()
    thread.join(20)
    assert read
    assert set(read) == {wanted}


def test_a_picture_whose_bytes_changed_or_are_gone_is_refused(project, tmp_path):
    path = project.path
    sha256 = add_photo(project)
    gone = StoredPicture(path, "0" * 64)
    assert not gone.is_sound()
    project.close()
    with sqlite3.connect(path) as connection:
        connection.execute('UPDATE "blob" SET "data"=x\'00\' WHERE "sha256"=?', (sha256,))
    connection.close()
    again = open_project(path)
    picture = again.stored_picture(sha256)
    assert not picture.is_sound()
    with pytest.raises(ProjectError):
        picture.read()
    again.close()
