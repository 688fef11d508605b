"""The format is frozen: neither the model nor a library can change it unseen."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from support.format_file import format_sql

from servicedesign.store import Project, open_project
from servicedesign.store.loading import own_objects
from servicedesign.store.schema import APPLICATION_ID, VERSION, statements

ROOT = Path(__file__).resolve().parents[2]


def test_the_frozen_format_is_the_one_the_model_needs() -> None:
    frozen = (ROOT / "servicedesign" / "store" / f"format_{VERSION}.sql").read_text("utf-8")
    assert frozen == format_sql()


def test_a_new_file_holds_exactly_the_frozen_objects(project: Project) -> None:
    project.close()
    raw = sqlite3.connect(project.path)
    rows = raw.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    assert frozenset(rows) == own_objects(VERSION)
    assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    raw.close()
    assert not any("TRIGGER" in s or "VIEW" in s or "VIRTUAL" in s for s in statements(1))


def test_the_settings_of_the_connection_are_those_that_keep_the_file_whole(
    project: Project,
) -> None:
    expected = {
        "journal_mode": "truncate", "synchronous": 2, "locking_mode": "exclusive",
        "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0, "cell_size_check": 1,
        "mmap_size": 0,
    }  # fmt: skip
    connection = project.inside.connection
    found = {}
    for name in expected:
        row = connection.execute(f"PRAGMA {name}").fetchone()
        found[name] = row[0] if row else 0
    assert found == expected


def test_nothing_is_left_beside_a_closed_project(project: Project) -> None:
    project.close()
    assert [p.name for p in project.path.parent.iterdir() if p.is_file()] == [project.path.name]
    with open_project(project.path):
        pass
    assert [p.name for p in project.path.parent.iterdir() if p.is_file()] == [project.path.name]
