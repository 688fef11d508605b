"""Making project files: new ones, and those that are read from a dump.

Owns how a file comes to be: written wholly under another name beside its place, checked, and only
then given its name. Never writes over a file.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from servicedesign.model import ProjectInfo, Record
from servicedesign.model.codec import Plain
from servicedesign.store.connection import connect, use_rollback_journal
from servicedesign.store.dump import read_dump
from servicedesign.store.files import free_place, new_file
from servicedesign.store.migrations import migrate
from servicedesign.store.opening import open_project
from servicedesign.store.project import Project
from servicedesign.store.schema import table, to_row


def create_project(
    path: str | Path, info: ProjectInfo | None = None, *, now: Callable[[], float] = time.time
) -> Project:
    """Make a new project file and open it.

    Raises:
        ProjectError: the file exists, or nothing can be written there.
    """
    target = free_place(Path(path))
    with new_file(target) as beside:
        write_file(beside, [info or ProjectInfo()], {})
    return open_project(target, now=now)


def load_dump(plain: Plain, path: str | Path, *, now: Callable[[], float] = time.time) -> Project:
    """Make a project file from a dump and open it.

    Raises:
        ProjectError: as ``read_dump`` (then no file is made) and ``create_project``.
    """
    target = free_place(Path(path))
    records, images = read_dump(plain)
    with new_file(target) as beside:
        write_file(beside, records.every(), images)
    return open_project(target, now=now)


def write_file(path: Path, records: Iterable[Record], images: Mapping[str, bytes]) -> None:
    """Write a whole new project file at ``path``, without history.

    Raises:
        sqlite3.Error: the disk refused.
        ProjectError: a value does not fit its field.
    """
    connection = connect(path, "rwc")
    try:
        use_rollback_journal(connection)
        migrate(connection)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA defer_foreign_keys=ON")
        for record in records:
            connection.execute(table(record.KIND).upsert, to_row(record))
        for sha256, data in images.items():
            connection.execute('INSERT INTO "blob" VALUES (?,?)', (sha256, data))
        connection.execute("COMMIT")
    finally:
        connection.close()
