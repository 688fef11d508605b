"""What may be opened, what is refused, and that a refusal changes nothing."""

from __future__ import annotations

import json
import os
import random
import socket
import sqlite3
import time
from pathlib import Path

import pytest
from support.opened import MAGIC, SUPER, filled, raw, refused

from servicedesign.model import Board, Image, Note, Participant, Persona, ProjectError, msg
from servicedesign.store import Project, open_project
from servicedesign.store.schema import VERSION

# -- what is no project --------------------------------------------------------------------------


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path) -> None:
    refused(tmp_path / "無い.sdproj", "見つかりません")


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (b"", "空"),
        ("ただの文章です。".encode(), "プロジェクトのファイルではありません"),
        (b"PK\x03\x04" + b"0" * 500, "プロジェクトのファイルではありません"),
        (MAGIC, "途中"),
        (MAGIC + b"\0" * 84, "途中|ほか"),
        (MAGIC + b"\0" * 5000, "ほかのソフト"),
    ],
    ids=["empty", "text", "zip", "magic", "head", "foreign"],
)
def test_what_is_no_project_is_refused(tmp_path: Path, content: bytes, match: str) -> None:
    path = tmp_path / "何か.sdproj"
    path.write_bytes(content)
    refused(path, match)
    refused(path, match, read_only=True)


def test_a_head_alone_is_refused(project: Project) -> None:
    path = filled(project)
    path.write_bytes(path.read_bytes()[:100])
    refused(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "箱.sdproj").mkdir()
    refused(tmp_path / "箱.sdproj", "フォルダー")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFO on this system")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.sdproj")
    refused(tmp_path / "管.sdproj", "ふつうのファイル")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.sdproj"
    with path.open("wb") as file:
        file.write(MAGIC)
        file.truncate(5 * 1024**3)
    with pytest.raises(ProjectError, match="大きすぎ"):
        open_project(path)


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.sdproj").symlink_to(tmp_path / "b.sdproj")
    (tmp_path / "b.sdproj").symlink_to(tmp_path / "a.sdproj")
    with pytest.raises(ProjectError):
        open_project(tmp_path / "a.sdproj")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "他.sdproj"
    raw(path, "CREATE TABLE t (a)", "PRAGMA application_id=7", "PRAGMA user_version=1")
    refused(path, "ほかのソフト")


def test_a_newer_file_is_refused_and_may_be_read_where_its_tables_are_known(
    project: Project,
) -> None:
    path = filled(project)
    raw(path, f"PRAGMA user_version={VERSION + 1}")
    refused(path, "新しい版")
    with open_project(path, read_only=True) as copy:
        assert copy.read_only
        assert copy.notices
        assert len(copy.all(Note)) == 30
        assert copy.image_bytes(copy.all(Image)[0].sha256)
    raw(path, "CREATE TABLE future (a)")
    refused(path, read_only=True)


def test_a_file_without_a_format_number_is_refused(project: Project) -> None:
    path = filled(project)
    raw(path, "PRAGMA user_version=0")
    refused(path, "壊れて")


# -- hostile files -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TRIGGER bad AFTER UPDATE ON persona BEGIN DELETE FROM note; END"],
        ["CREATE VIEW bad AS SELECT 1"],
        ["DROP TABLE risk", "CREATE VIEW risk AS SELECT * FROM persona"],
        ["CREATE TABLE extra (a)"],
        ["CREATE INDEX extra ON note (text)"],
        ["ALTER TABLE risk ADD COLUMN x GENERATED ALWAYS AS (hex(zeroblob(9999999)))"],
        ["DROP TABLE risk", 'CREATE TABLE risk (id TEXT PRIMARY KEY CHECK ("id"<>1))'],
        ["ANALYZE"],
        [
            "CREATE VIEW v AS WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM n) SELECT * FROM n"
        ],
    ],
)
def test_objects_that_are_not_ours_are_refused_before_anything_runs(
    project: Project, statements: list[str]
) -> None:
    path = filled(project)
    raw(path, *statements)
    started = time.monotonic()
    refused(path, "壊れて")
    assert time.monotonic() - started < 1


def test_a_journal_that_names_another_file_is_set_aside(project: Project, tmp_path: Path) -> None:
    path = filled(project)
    victim = tmp_path / "victim.txt"
    victim.write_text("大切")
    name = str(victim).encode()
    journal = path.with_name(path.name + "-journal")
    header = SUPER + (1).to_bytes(4, "big") + bytes(4) + bytes(500)
    tail = name + len(name).to_bytes(4, "big") + (sum(name) & 0xFFFFFFFF).to_bytes(4, "big") + SUPER
    journal.write_bytes(header + tail)
    with open_project(path) as again:
        assert len(again.all(Note)) == 30
        assert len(again.notices) == 1
    assert victim.read_text() == "大切"
    assert not journal.exists()
    assert journal.with_name(journal.name + ".1.aside").read_bytes() == header + tail


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFO on this system")
def test_companions_that_are_no_files_are_set_aside(project: Project) -> None:
    path = filled(project)
    os.mkfifo(path.with_name(path.name + "-journal"))
    path.with_name(path.name + "-wal").write_bytes(b"7" * 4000)
    with open_project(path) as again:
        assert len(again.notices) == 2
        assert len(again.all(Note)) == 30


def test_mutations_of_a_real_file_are_refused_or_harmless(project: Project, tmp_path: Path) -> None:
    path = filled(project)
    with open_project(path, read_only=True) as sound:
        right = {kind: set(found) for kind, found in sound.records().items()}
    good = path.read_bytes()
    choose = random.Random(7)
    victim = tmp_path / "変.sdproj"
    for _ in range(150):
        data = bytearray(good)
        for _ in range(choose.choice([1, 1, 4, 40])):
            data[choose.randrange(len(data))] = choose.randrange(256)
        if choose.random() < 0.2:
            del data[choose.randrange(len(data)) :]
        victim.write_bytes(data)
        try:
            opened = open_project(victim, read_only=True)
        except ProjectError:
            continue
        with opened:
            for records in opened.records().values():
                assert all(record.id for record in records)
            for image in opened.all(Image):
                try:
                    opened.image_bytes(image.sha256)
                except ProjectError:
                    continue
    assert right["note"]


# -- single bad rows -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "notes", "notices"),
    [
        ("UPDATE note SET text=CAST(x'ff' AS TEXT) WHERE number=3", 29, 1),
        ("UPDATE note SET text='a'||char(0)||'b' WHERE number=3", 29, 1),
        ("UPDATE note SET x='far left' WHERE number=3", 29, 1),
        ("UPDATE note SET colour='pink' WHERE number=3", 29, 1),
        ("UPDATE note SET tags='[1' WHERE number=3", 29, 1),
        ("UPDATE note SET tags=x'00' WHERE number=3", 29, 1),
        ("UPDATE note SET id='3' WHERE number=3", 29, 1),
        ("UPDATE note SET text=NULL WHERE number=3", 29, 1),
        ("UPDATE note SET text=printf('%.*c', 300000, 'x') WHERE number=3", 29, 1),
        ("UPDATE note SET width=9e999 WHERE number=3", 29, 1),
        ("UPDATE note SET author_id='0190c0de-0000-7000-8000-000000000000' WHERE number=3", 30, 1),
        ("UPDATE note SET board_id='0190c0de-0000-7000-8000-000000000000' WHERE number=3", 29, 1),
        ("UPDATE board SET frame=7", 0, 31),
        ("DELETE FROM blob", 30, 1),
    ],
)
def test_a_bad_row_is_set_aside_alone_and_told(
    project: Project, statement: str, notes: int, notices: int
) -> None:
    path = filled(project)
    raw(path, statement)
    with open_project(path) as again:
        assert len(again.all(Note)) == notes
        assert len(again.notices) == notices
        assert len(again.all(Persona)) == 1
        with again.edit(msg("続ける")):
            again.put(Participant(name="続く"))
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM note").fetchone() == (30,)
    connection.close()


def test_a_changed_picture_is_told_and_not_shown(project: Project) -> None:
    path = filled(project)
    raw(path, "UPDATE blob SET data=x'ffd8ff' || data")
    with open_project(path) as again:
        sha256 = again.all(Image)[0].sha256
        with pytest.raises(ProjectError):
            again.image_bytes(sha256)
        assert any(problem.kind == "image" for problem in again.check())


def test_a_file_without_its_project_record_is_refused(project: Project) -> None:
    path = filled(project)
    raw(path, "DELETE FROM project")
    refused(path, "壊れて")


def test_a_second_project_record_is_set_aside(project: Project) -> None:
    path = filled(project)
    raw(
        path,
        "CREATE TEMP TABLE t AS SELECT * FROM project",
        "UPDATE t SET id='0fffffff-0000-7000-8000-000000000000'",
        "INSERT INTO project SELECT * FROM t",
    )
    with open_project(path) as again:
        assert len(again.notices) == 1


def test_a_file_near_its_limit_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(project)
    monkeypatch.setattr("servicedesign.store.opening.NEARLY_FULL", 1000)
    with open_project(path) as again:
        assert "4GB" in str(again.notices[0])


def test_a_newer_file_with_new_tables_is_called_newer_and_not_damaged(project: Project) -> None:
    path = filled(project)
    raw(path, "CREATE TABLE later(x)", f"PRAGMA user_version={VERSION + 1}")
    refused(path, "新しい版")
    error = refused(path, "新しい版", read_only=True)
    assert "読むだけ" not in str(error.todo)


@pytest.mark.parametrize(
    "note",
    [
        '{"host":"h","user":"u","pid":1e999}',
        "[" * 4_000,
        '{"host":"h","user":"u","pid":' + "9" * 4_000 + "}",
        "[]",
        "",
        "\x00\xff",
    ],
)
def test_a_strangers_note_of_who_has_it_open_is_no_fault(project: Project, note: str) -> None:
    path = filled(project)
    path.with_name(f".{path.name}.lock").write_text(note, "utf-8")
    try:
        open_project(path).close()
    except ProjectError as error:
        assert "h" in str(error.what)  # noqa: PT017 - either way is right


def test_the_name_in_a_note_is_plain(project: Project) -> None:
    path = filled(project)
    note = '{"host":"elsewhere","user":"花\u202e子\\n\\u0007","pid":3}'
    path.with_name(f".{path.name}.lock").write_text(note, "utf-8")
    with pytest.raises(ProjectError, match="elsewhereで花子 さんが"):
        open_project(path)


def test_what_is_damaged_is_said_once(project: Project) -> None:
    path = filled(project)
    with path.open("rb+") as file:
        file.truncate(20_000)
    with pytest.raises(ProjectError) as caught:
        open_project(path)
    assert str(caught.value.what).count("壊れています") == 1


@pytest.mark.skipif(os.name == "nt", reason="no hard links on a stick")
def test_a_file_whose_making_was_cut_off_between_its_two_names_opens(project: Project) -> None:
    path = filled(project)
    working = path.with_name(".0123abcd.sdproj-part")
    os.link(path, working)
    with open_project(path, read_only=True) as again:
        assert again.all(Board)
    assert not working.exists()


def test_a_note_of_an_earlier_run_under_our_number_does_not_keep_us_out(project: Project) -> None:
    path = filled(project)
    note = path.with_name(f".{path.name}.lock")
    ours = {"host": socket.gethostname(), "user": "花子", "pid": os.getpid()}
    note.write_text(json.dumps(ours), "utf-8")
    with open_project(path) as again:
        assert not again.read_only
        refused(path, "もう開いています")
    assert not note.exists()
