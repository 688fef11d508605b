"""Named versions, restore points, checks, upgrades, old files."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support import pictures
from support import records as made_up

from servicedesign.model import (
    RECORDS,
    Board,
    Image,
    Link,
    Note,
    Persona,
    ProjectError,
    ProjectInfo,
    VoteRound,
    msg,
)
from servicedesign.store import (
    Project,
    create_project,
    list_backups,
    load_dump,
    open_project,
    restore_backup,
)
from servicedesign.store.migrations import MIGRATIONS
from servicedesign.store.schema import VERSION
from servicedesign.store.upgrading import upgrade


def everything(project: Project, seed: int = 1) -> dict[str, Any]:
    choose = random.Random(seed)
    with project.edit(msg("何でも")):
        for _ in range(3):
            for kind in RECORDS:
                record = made_up.record(kind, choose, made_up.ids_of(project))
                if record is not None and made_up.may_be_made(kind):
                    project.put(record)
        project.add_image(pictures.photo())
    return project.dump()


# -- versions and restore points -----------------------------------------------------------------


def test_a_named_version_comes_back_as_a_new_file(project: Project, tmp_path: Path) -> None:
    before = everything(project)
    version = project.name_version("一版\n目")
    with project.edit(msg("変える")):
        for persona in project.all(Persona):
            if not project.links_to(persona.id):
                project.put(Persona(id=persona.id, name="別人"))
    assert [v.title for v in project.versions()] == ["一版 目"]
    target = project.restore_version_as(version.id, tmp_path / "一版.sdproj")
    with open_project(target) as restored:
        assert restored.dump() == before
    with pytest.raises(ProjectError):
        project.restore_version_as(version.id, target)
    with pytest.raises(ProjectError):
        project.restore_version_as("無い", tmp_path / "x.sdproj")
    project.inside.connection.execute("UPDATE named_version SET data=?", (b"x",))
    with pytest.raises(ProjectError):
        project.restore_version_as(version.id, tmp_path / "x.sdproj")
    assert not (tmp_path / "x.sdproj").exists()


def test_a_picture_that_only_a_version_shows_is_kept(project: Project, tmp_path: Path) -> None:
    with project.edit(msg("写真")):
        image = project.add_image(pictures.photo())
    version = project.name_version("写真つき")
    project.undo()
    with project.edit(msg("忘れさせる")):
        project.put(Persona())
    project.close()
    with open_project(project.path) as again:
        target = again.restore_version_as(version.id, tmp_path / "戻す.sdproj")
    with open_project(target) as restored:
        assert restored.image_bytes(image.sha256)


def test_restore_points_are_made_unasked_and_ordered_by_number(
    project: Project, tmp_path: Path
) -> None:
    project_id, path = project.info.id, project.path
    for number in range(12):
        with project.edit(msg("変える")):
            project.put(Persona(name=str(number)))
            project.add_image(pictures.photo((10, 10)))
        project.close()
        project = open_project(path)
    project.close()
    backups = list_backups(project_id)
    assert len(backups) >= 10
    assert [b.number for b in backups] == sorted((b.number for b in backups), reverse=True)
    assert backups[0].origin == str(path)
    assert backups == list_backups()
    os.utime(backups[0].path, (1, 1))
    assert list_backups(project_id)[0].number == backups[0].number
    restored = restore_backup(backups[2], tmp_path / "戻す.sdproj")
    with open_project(restored) as again:
        assert len(again.all(Persona)) == 10
        assert again.image_bytes(again.all(Image)[0].sha256)
        assert again.undo() is not None
    with pytest.raises(ProjectError):
        restore_backup(backups[2], restored)
    backups[3].path.unlink()
    with pytest.raises(ProjectError):
        restore_backup(backups[3], tmp_path / "x.sdproj")


def test_opening_and_closing_without_a_change_makes_no_second_restore_point(
    project: Project,
) -> None:
    project.close()
    for _ in range(3):
        with open_project(project.path):
            pass
    assert len(list_backups(project.info.id)) == 1
    assert list_backups("../..") == ()


def test_old_restore_points_go(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from servicedesign.store import backups as module

    monkeypatch.setattr(module, "KEPT_AT_MOST", 12)
    path = project.path
    for number in range(15):
        with project.edit(msg("変える")):
            project.put(Persona(name=str(number)))
        project.close()
        project = open_project(path)
    project.close()
    kept = list_backups(project.info.id)
    assert len(kept) == 12
    assert kept[0].number - kept[-1].number == 11


# -- checks and upgrades -------------------------------------------------------------------------


def test_a_sound_project_has_no_problems(project: Project) -> None:
    board = Board(next_number=2)
    with project.edit(msg("作る")):
        project.put(board)
        project.put(Note(board_id=board.id, number=1))
        project.put(Persona(chosen=True))
    assert project.check() == ()


def test_problems_are_named_with_their_place(project: Project) -> None:
    board, one, two = Board(next_number=1), Persona(chosen=True), Persona(chosen=True, position=1)
    note = Note(board_id=board.id, number=4)
    link = {"source_kind": "persona", "source_id": one.id, "target_kind": "persona"}
    with project.edit(msg("作る")):
        for record in (board, one, two, note, Note(board_id=board.id, number=4)):
            project.put(record)
        project.put(Image(sha256="0" * 64))
        project.put(Link(**link, target_id=two.id))
        project.put(Link(**link, target_id=two.id))
        project.put(Link(**link, target_id=one.id))
        project.put(VoteRound(board_id=board.id, target_ids=(note.id, "0" * 36)))
    found = [(problem.kind, problem.field) for problem in project.check()]
    assert sorted(found) == sorted([
        ("board", "next_number"), ("note", "number"), ("note", "number"), ("persona", "chosen"),
        ("image", "sha256"), ("link", ""), ("link", ""), ("vote_round", "target_ids"),
    ])  # fmt: skip
    assert all(str(problem.message) for problem in project.check())


def test_an_old_format_is_upgraded_with_the_old_file_kept(project: Project) -> None:
    path = project.path
    project.close()

    def add_column(db: Any) -> None:
        db.execute('ALTER TABLE "persona" ADD COLUMN "shoe_size" INTEGER')

    connection = sqlite3.connect(path, isolation_level=None)
    later = VERSION + 1
    kept = upgrade(connection, path, target=later, migrations={**MIGRATIONS, later: add_column})
    assert connection.execute("PRAGMA user_version").fetchone() == (later,)
    assert "shoe_size" in {row[1] for row in connection.execute("PRAGMA table_info(persona)")}
    connection.close()
    with open_project(kept) as old:
        assert old.info == project.info


def test_an_upgrade_that_fails_changes_nothing(project: Project) -> None:
    path = project.path
    project.close()

    def fails(db: Any) -> None:
        db.execute("DELETE FROM project")
        db.execute("DROP TABLE missing")

    connection = sqlite3.connect(path, isolation_level=None)
    later = VERSION + 1
    with pytest.raises(ProjectError):
        upgrade(connection, path, target=later, migrations={**MIGRATIONS, later: fails})
    connection.close()
    with open_project(path) as again:
        assert again.info == project.info


def old_file(tmp_path: Path, version: int) -> Path:
    kept = Path(__file__).parents[1] / "data" / f"format_{version}.sdproj"
    path = tmp_path / "古い.sdproj"
    path.write_bytes(kept.read_bytes())
    return path


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_each_format_opens(tmp_path: Path, version: int) -> None:
    path = old_file(tmp_path, version)
    with open_project(path) as old:
        assert old.notices == ()
        assert old.check() == ()
        assert old.info.service_name == "ひとり親の支援"
        assert set(old.dump()["records"]) == set(RECORDS)
        assert old.image_bytes(old.all(Image)[0].sha256)
        assert str(old.undo_label) == "付箋を動かす"
        assert old.undo() is not None
        assert len(old.versions()) == 1


def test_a_file_of_an_older_format_is_read_without_being_changed(tmp_path: Path) -> None:
    path = old_file(tmp_path, 1)
    before = path.read_bytes()
    with open_project(path, read_only=True) as old:
        assert old.read_only
        assert any("前の版" in str(notice) for notice in old.notices)
        assert set(old.dump()["records"]) == set(RECORDS)
        assert [r.events for r in old.all(VoteRound)] == [()]
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".sdproj"] == [path.name]


def test_an_older_format_left_in_the_middle_of_a_write_is_recovered(tmp_path: Path) -> None:
    path = old_file(tmp_path, 1)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE filler (data BLOB)")
    connection.execute("INSERT INTO filler VALUES (zeroblob(3000000))")
    torn = tmp_path / "途中.sdproj"
    torn.write_bytes(path.read_bytes())
    Path(f"{torn}-journal").write_bytes(Path(f"{path}-journal").read_bytes())
    connection.execute("ROLLBACK")
    connection.close()
    with open_project(torn) as found:
        assert set(found.dump()["records"]) == set(RECORDS)


def test_a_dump_of_an_older_format_is_loaded(project: Project, tmp_path: Path) -> None:
    plain = project.dump()
    plain["version"] = 1
    for part in plain["records"].get("vote_round", ()):
        del part["events"], part["voted_ids"]
    with load_dump(plain, tmp_path / "読んだ.sdproj") as loaded:
        assert loaded.info == project.info
    for wrong in (0, VERSION + 1, True, "1", None):
        with pytest.raises(ProjectError):
            load_dump({**plain, "version": wrong}, tmp_path / "読めない.sdproj")


def test_two_projects_are_two(new_project: Callable[..., Project]) -> None:
    one, two = new_project("一.sdproj"), new_project("二.sdproj")
    with one.edit(msg("作る")):
        one.put(Persona())
    assert two.all(Persona) == ()
    assert one.info.id != two.info.id


def test_creating_without_information_gives_an_empty_project(tmp_path: Path) -> None:
    with create_project(tmp_path / "空.sdproj") as project:
        assert project.info.service_name == ""
        with project.edit(msg("名前を付ける")):
            project.put(ProjectInfo(id=project.info.id, service_name="新"))
        assert project.info.service_name == "新"
