"""Kills, full disks and refusing places: nothing acknowledged is lost, nothing half is left."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from support import pictures

from servicedesign.model import Board, Image, Note, Persona, ProjectError, msg
from servicedesign.store import Project, create_project, list_backups, open_project

resource = pytest.importorskip("resource", reason="limits of file size are set in the POSIX way")

WRITER = """
import sys
from dataclasses import replace
from servicedesign.model import Board, Note, msg
from servicedesign.store import open_project
p = open_project(sys.argv[1])
board = p.all(Board)[0]
print("open", flush=True)
n = 0
while True:
    n += 1
    with p.edit(msg("付箋を{n}枚", n=n), merge="x" if n % 3 else None):
        p.put(Note(board_id=board.id, number=n, text="相談" * (n % 700)))
        p.put(replace(p.get(Board, board.id), next_number=n + 1))
    print(n, flush=True)
    if n % 7 == 0:
        p.undo(); print(-n, flush=True)
        p.redo(); print(n, flush=True)
"""


def test_what_was_acknowledged_survives_a_kill_at_any_time(tmp_path: Path) -> None:
    path = tmp_path / "町.sdproj"
    with create_project(path) as project, project.edit(msg("作る")):
        project.put(Board())
    choose = random.Random(3)
    for _ in range(25):
        said = _kill_while_writing(path, choose.uniform(0.0, 0.06))
        with open_project(path) as again:
            assert again.notices == ()
            board = again.all(Board)[0]
            numbers = sorted(note.number for note in again.all(Note))
            _check_against(said, numbers, board.next_number)
            while again.redo():  # the kill may have come between undo and redo
                pass
            kept = again.dump()
            while again.undo():
                pass
            assert (again.all(Note), again.all(Board)) == ((), ())
            while again.redo():
                pass
            assert again.dump() == kept
            while (notes := len(again.all(Note))) > 0:
                again.undo()
                assert len(again.all(Note)) < notes


def _kill_while_writing(path: Path, seconds: float) -> list[int]:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"open\n"
    time.sleep(seconds)
    writer.send_signal(signal.SIGKILL)
    said = [int(line) for line in writer.stdout.read().split(b"\n")[:-1]]
    writer.wait()
    writer.stdout.close()
    return said


def _check_against(said: list[int], numbers: list[int], next_number: int) -> None:
    last = said[-1] if said else 0
    assert numbers == list(range(1, len(numbers) + 1))  # every step is whole
    assert next_number == len(numbers) + 1
    if last >= 0:
        assert len(numbers) >= last - 3  # the very next undo may have come, of up to three merged
    if last > 0 and last % 7:
        assert len(numbers) >= last


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Let no file grow beyond ``size`` bytes: to a program it looks like a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, old)


@pytest.fixture
def board(project: Project) -> Board:
    board = Board(title="案")
    with project.edit(msg("ボードを作る")):
        project.put(board)
    return board


def fill(project: Project, board: Board, size: int = 60_000) -> Note:
    note = Note(board_id=board.id, number=len(project.all(Note)) + 1, text="長" * size)
    with project.edit(msg("長い付箋"), merge="typing"):
        project.put(note)
    return note


def test_an_edit_that_finds_the_disk_full_waits_and_is_written_later(
    project: Project, board: Board
) -> None:
    heard: list[object] = []
    project.subscribe(heard.append)
    size = project.path.stat().st_size
    with full_disk(size):
        with pytest.raises(ProjectError, match="保存できません"):
            fill(project, board)
        with pytest.raises(ProjectError, match="保存できません"):
            fill(project, board)
        assert len(project.pending) == 2
        assert len(heard) == 2
        assert len(project.all(Note)) == 2  # still on screen
        assert str(project.undo_label) == "長い付箋"
        with pytest.raises(ProjectError):
            project.undo()
        with pytest.raises(ProjectError):
            project.retry()
        with pytest.raises(ProjectError):
            project.close()
    project.retry()
    assert project.pending == ()
    assert len(heard) == 2
    project.close()
    with open_project(project.path) as again:
        assert len(again.all(Note)) == 2
        assert again.undo() is not None
        assert len(again.all(Note)) == 1
        again.undo()
        again.undo()
        assert again.undo() is None


def test_the_next_edit_writes_what_waits(project: Project, board: Board) -> None:
    with full_disk(project.path.stat().st_size), pytest.raises(ProjectError):
        fill(project, board)
    fill(project, board)
    assert project.pending == ()
    project.close()
    with open_project(project.path) as again:
        assert len(again.all(Note)) == 2


@pytest.mark.parametrize("room", range(0, 72_000, 6_000))
def test_however_full_the_disk_is_an_edit_is_whole_or_waits(
    project: Project, board: Board, room: int
) -> None:
    wanted = None
    with full_disk(project.path.stat().st_size + room):
        for _ in range(3):
            with contextlib.suppress(ProjectError):
                fill(project, board, 9_000)
            wanted = project.dump()
    acknowledged = len(project.all(Note)) - len(project.pending)
    copy = project.path.with_name("死後.sdproj")
    for part in ("", "-journal"):  # what a power cut would leave now
        source = project.path.with_name(project.path.name + part)
        if source.exists():
            copy.with_name(copy.name + part).write_bytes(source.read_bytes())
    with open_project(copy) as left:
        assert left.notices == ()
        assert len(left.all(Note)) == acknowledged
    project.retry()
    assert project.dump() == wanted


def test_what_cannot_be_saved_can_be_saved_elsewhere(project: Project, board: Board) -> None:
    with full_disk(project.path.stat().st_size):
        with pytest.raises(ProjectError):
            fill(project, board)
        with pytest.raises(ProjectError), project.edit(msg("写真")):
            project.add_image(pictures.photo((300, 300)))
        assert project.image_bytes(project.all(Image)[0].sha256)
    wanted = project.dump()
    saved = project.save_elsewhere(project.path.with_name("別.sdproj"))
    assert saved.dump() == wanted
    assert saved.undo() is not None
    saved.close()
    with open_project(project.path) as old:
        assert old.all(Note) == ()


def test_a_place_that_refuses_too_loses_nothing(project: Project, board: Board) -> None:
    elsewhere = project.path.with_name("別.sdproj")
    with full_disk(project.path.stat().st_size):
        with pytest.raises(ProjectError):
            fill(project, board)
        with pytest.raises(ProjectError):
            project.save_elsewhere(elsewhere)
        assert not elsewhere.exists()
        assert len(project.pending) == 1
    project.retry()


def test_giving_up_what_waits_leaves_what_was_saved(project: Project, board: Board) -> None:
    with full_disk(project.path.stat().st_size), pytest.raises(ProjectError):
        fill(project, board)
    project.close(discard=True)
    with open_project(project.path) as again:
        assert again.all(Board) == (board,)
        assert again.all(Note) == ()


def test_a_copy_onto_a_full_disk_leaves_the_old_one(project: Project, board: Board) -> None:
    fill(project, board)
    target = project.path.with_name("写し.sdproj")
    project.copy_to(target)
    before = target.read_bytes()
    fill(project, board)
    names = sorted(project.path.parent.iterdir())
    for anonymise in (False, True):
        with full_disk(50_000), pytest.raises(ProjectError, match="書き込めません"):
            project.copy_to(target, replace=True, anonymise=anonymise)
    assert target.read_bytes() == before
    assert sorted(project.path.parent.iterdir()) == names


def test_nothing_is_left_of_a_file_that_could_not_be_made(tmp_path: Path) -> None:
    with full_disk(10_000), pytest.raises(ProjectError):
        create_project(tmp_path / "新.sdproj")
    assert list(tmp_path.iterdir()) == []


def test_a_project_closes_although_no_restore_point_can_be_made(
    project: Project, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SERVICEDESIGN_HOME", "/dev/null/nowhere")
    fill(project, board)
    project.close()
    with open_project(project.path) as again:
        assert len(again.all(Note)) == 1


def test_typing_in_one_field_while_the_disk_is_full(project: Project) -> None:
    persona = Persona()
    with project.edit(msg("作る")):
        project.put(persona)
    steps = 0
    with full_disk(project.path.stat().st_size):
        for length in (50_000, 60_000, 70_000):
            with pytest.raises(ProjectError), project.edit(msg("書く"), merge="k"):
                project.put(replace(project.get(Persona, persona.id), dream="夢" * length))
            steps += 1
    project.retry()
    assert len(project.get(Persona, persona.id).dream) == 70_000
    for _ in range(steps):
        project.undo()
    assert project.get(Persona, persona.id).dream == ""


def test_a_restore_point_is_made_of_a_session_that_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "町.sdproj"
    with create_project(path) as project, project.edit(msg("作る")):
        project.put(Board())
    before = len(list_backups(project.info.id)) if path.exists() else 0
    _kill_while_writing(path, 0.05)
    with open_project(path) as again:
        backups = list_backups(again.info.id)
        assert len(backups) == before + 1
        notes = len(again.all(Note))
    with open_project(backups[0].path, read_only=True) as kept:
        assert len(kept.all(Note)) == notes


COPIER = """
import sys
from pathlib import Path
from servicedesign.store import open_project
p = open_project(sys.argv[1])
print("open", flush=True)
n = 0
while True:
    n += 1
    p.copy_to(sys.argv[2], replace=True, anonymise=n % 2 == 0)
"""


def test_a_copy_that_is_killed_leaves_the_project_and_a_whole_copy(tmp_path: Path) -> None:
    path, target = tmp_path / "町.sdproj", tmp_path / "写し.sdproj"
    with create_project(path) as project, project.edit(msg("作る")):
        project.put(Board())
        project.add_image(pictures.photo((400, 400)))
    with open_project(path, read_only=True) as project:
        wanted = project.dump()
    choose = random.Random(5)
    for _ in range(6):
        copier = subprocess.Popen(
            [sys.executable, "-c", COPIER, str(path), str(target)], stdout=subprocess.PIPE
        )
        assert copier.stdout is not None
        assert copier.stdout.readline() == b"open\n"
        time.sleep(choose.uniform(0.0, 0.1))
        copier.kill()
        copier.wait()
        copier.stdout.close()
        for file in (path, target):
            if file.exists():
                with open_project(file) as left:
                    assert left.dump() == wanted
    for leftover in tmp_path.glob(".*.sdproj-part*"):
        os.utime(leftover, (1, 1))
    with open_project(path) as project:
        project.copy_to(tmp_path / "後.sdproj")
    assert list(tmp_path.glob(".*.sdproj-part*")) == []
