"""Names, places, other programs, steps that were cut off: a project opens as that very file."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from support.opened import filled, refused

from servicedesign.model import Note, Persona, ProjectError, msg
from servicedesign.store import Project, create_project, open_project
from servicedesign.store.owner import note_path, process_lives
from servicedesign.store.schema import APPLICATION_ID

# -- names and places ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "100%完了.sdproj", "会議#1.sdproj", "a?mode=memory", "%41.sdproj", "a&b=c;d.sdproj",
        unicodedata.normalize("NFD", "プロジェクト.sdproj"), " 空白 .sdproj", "file:x?mode=ro",
        "長" * 60 + ".sdproj", "'引用\".sdproj",
    ],
)  # fmt: skip
def test_any_name_is_exactly_that_file(new_project: Callable[..., Project], name: str) -> None:
    project = new_project(name)
    path = filled(project)
    assert [p.name for p in path.parent.iterdir() if p.is_file()] == [name]
    with open_project(path) as again:
        assert len(again.all(Note)) == 30
        with again.edit(msg("変える")):
            again.put(Persona())
    assert [p.name for p in path.parent.iterdir() if p.is_file()] == [name]


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="長すぎ"):
        create_project(tmp_path / ("長" * 90))
    with pytest.raises(ProjectError, match="フォルダー"):
        create_project(tmp_path / "無い" / "a.sdproj")


def test_an_existing_file_is_never_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.sdproj"
    path.write_text("大切")
    with pytest.raises(ProjectError, match="もうあります"):
        create_project(path)
    assert path.read_text() == "大切"


def test_a_symbolic_link_is_followed_and_a_second_name_refused(
    project: Project, tmp_path: Path
) -> None:
    path = filled(project)
    folder = tmp_path / "別"
    folder.mkdir()
    (folder / "近道.sdproj").symlink_to(path)
    with open_project(folder / "近道.sdproj") as again:
        assert again.path == path
    assert [p.name for p in folder.iterdir()] == ["近道.sdproj"]
    os.link(path, tmp_path / "二つ目.sdproj")
    refused(path, "ハードリンク")


AS_NOBODY = """
import os, sys
from servicedesign.store import create_project, open_project
from servicedesign.model import Persona, ProjectError, msg
home = os.environ["SERVICEDESIGN_HOME"]
with create_project(home + "/first.sdproj") as p:  # all is loaded while it still can be read
    p.copy_to(home + "/second.sdproj")
os.setgid(65534); os.setuid(65534)
p = open_project(sys.argv[1])
assert p.read_only and p.notices, (p.read_only, p.notices)
assert len(p.all(Persona)) == 1
try:
    with p.edit(msg("x")): pass
except ProjectError as error:
    print("ok", error.what.text)
p.copy_to(home + "/copy.sdproj")
p.close()
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user"
)
@pytest.mark.parametrize("what", ["file", "folder", "hot"])
def test_what_cannot_be_written_is_opened_for_reading(
    project: Project, what: str, tmp_path: Path
) -> None:
    path = filled(project)
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        if folder.stat().st_mode & 0o005 != 0o005:
            folder.chmod(folder.stat().st_mode | 0o055)
    (tmp_path / "nobody").mkdir(exist_ok=True)
    (tmp_path / "nobody").chmod(0o777)
    tmp_path.chmod(0o777 if what == "file" else 0o755)
    path.chmod(0o444 if what != "folder" else 0o666)
    if what == "hot":
        make_hot(path)
        path.with_name(path.name + "-journal").chmod(0o444)
    before = path.read_bytes()
    outcome = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path)],
        capture_output=True, text=True, check=False,
        env={**os.environ, "SERVICEDESIGN_HOME": str(tmp_path / "nobody")},
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.stderr
    assert path.read_bytes() == before


# -- cut off and converted -----------------------------------------------------------------------

CUT_OFF = """
import os, sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA cache_size=1"); c.execute("PRAGMA cache_spill=1")
c.execute("PRAGMA journal_mode=TRUNCATE")
c.execute("BEGIN IMMEDIATE")
c.execute("UPDATE note SET text=text||'上書き'")
c.execute("INSERT INTO blob VALUES('x', zeroblob(500000))")
os.kill(os.getpid(), 9)
"""


def make_hot(path: Path) -> None:
    subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], check=False)
    assert path.with_name(path.name + "-journal").stat().st_size > 0


def test_a_step_that_was_cut_off_is_rolled_back(project: Project) -> None:
    path = filled(project)
    make_hot(path)
    with open_project(path) as again:
        assert again.notices == ()
        assert all("上書き" not in note.text for note in again.all(Note))
        with again.edit(msg("続ける")):
            again.put(Persona())


def test_a_cut_off_step_is_rolled_back_on_a_copy_for_reading(project: Project) -> None:
    path = filled(project)
    make_hot(path)
    before = path.read_bytes()
    with open_project(path, read_only=True) as again:
        assert len(again.notices) == 1
        assert all("上書き" not in note.text for note in again.all(Note))
    assert path.read_bytes() == before


def test_a_file_left_in_another_mode_is_read_on_a_copy(project: Project) -> None:
    path = filled(project)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("UPDATE persona SET name='後から'")
    connection.commit()
    kept = path.parent / "kept"
    kept.mkdir()
    for name in (path.name, path.name + "-wal"):
        shutil.copyfile(path.with_name(name), kept / name)
    connection.close()
    moved = kept / path.name
    before = moved.read_bytes()
    with open_project(moved) as again:
        assert again.read_only
        assert again.all(Persona)[0].name == "後から"
        copy = again.copy_to(kept / "写し.sdproj")
    assert moved.read_bytes() == before
    with open_project(copy) as written:
        assert not written.read_only
        assert written.all(Persona)[0].name == "後から"


# -- who has it open -----------------------------------------------------------------------------


def test_a_project_is_open_once(project: Project) -> None:
    with pytest.raises(ProjectError, match="もう開いて"):
        open_project(project.path)
    with pytest.raises(ProjectError, match="もう開いて"):
        open_project(project.path, take_over=True)
    with project.edit(msg("続ける")):
        project.put(Persona())


def test_another_program_is_told_who_has_it_open(project: Project) -> None:
    code = (
        "import sys\nfrom servicedesign.store import open_project\n"
        "from servicedesign.model import ProjectError\n"
        "for take in (False, True):\n"
        "    try: open_project(sys.argv[1], take_over=take)\n"
        "    except ProjectError as e: print(e.what)\n"
        "try: open_project(sys.argv[1], read_only=True)\n"
        "except ProjectError as e: print(e.what)\n"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code, str(project.path)], capture_output=True, text=True, check=True
    )
    assert outcome.stdout.count("開いています") == 3, outcome
    with project.edit(msg("続ける")):
        project.put(Persona())


def write_note(path: Path, **changes: object) -> None:
    owner = {"host": socket.gethostname(), "user": "佐藤", "pid": 1, **changes}
    note_path(path).write_text(json.dumps(owner), "utf-8")


def dead_pid() -> int:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_the_note_of_a_dead_program_counts_for_nothing(project: Project) -> None:
    path = filled(project)
    write_note(path, pid=dead_pid())
    with open_project(path) as again:
        assert not again.read_only
    assert not note_path(path).exists()


@pytest.mark.parametrize("host", ["another-pc", None])
def test_a_living_owner_is_named_and_may_be_taken_over(project: Project, host: str | None) -> None:
    path = filled(project)
    write_note(path, host=host or socket.gethostname())
    error = refused(path, "佐藤")
    assert "引き継いで" in str(error.todo)
    with open_project(path, take_over=True) as again:
        assert not again.read_only


@pytest.mark.parametrize("note", ["", "{}", "[" * 5000, '{"host":1,"user":2,"pid":"x"}'])
def test_a_broken_note_keeps_nobody_out(project: Project, note: str) -> None:
    path = filled(project)
    note_path(path).write_text(note)
    with open_project(path) as opened:
        assert not opened.read_only
        assert len(opened.all(Note)) == 30


def test_processes_are_known_to_live_or_not() -> None:
    assert process_lives(os.getpid())
    assert not process_lives(dead_pid())
    assert not process_lives(0)


def test_a_renamed_or_replaced_file_is_noticed(project: Project) -> None:
    assert project.still_there()
    moved = project.path.with_name("別.sdproj")
    project.path.rename(moved)
    assert not project.still_there()
    shutil.copyfile(moved, project.path)
    assert not project.still_there()
    project.path.unlink()
    moved.rename(project.path)
    assert project.still_there()


def test_our_mark_is_four_letters() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"SDPF"
