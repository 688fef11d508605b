"""Bringing a file of an older format up to today's, with the old one kept aside.

Owns the order: a copy, its check, then one transaction. Must not know what the migrations do.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from servicedesign.store import refusals
from servicedesign.store.files import new_file
from servicedesign.store.migrations import MIGRATIONS, Migration, migrate
from servicedesign.store.schema import VERSION


def upgrade(
    connection: sqlite3.Connection,
    path: Path,
    *,
    target: int = VERSION,
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> Path:
    """Migrate the database of ``connection`` to ``target``; return the copy of the old file.

    The copy lies beside ``path`` under a name that tells its format.

    Raises:
        ProjectError: the copy or the migration failed; the file is as it was.
    """
    present = connection.execute("PRAGMA user_version").fetchone()[0]
    aside = _free_name(path, present)
    with new_file(aside) as beside:
        connection.execute("VACUUM INTO ?", (str(beside),))
    try:
        migrate(connection, target=target, migrations=migrations)
    except sqlite3.Error as error:
        raise refusals.damaged(path, refusals.reason(error)) from error
    return aside


def _free_name(path: Path, version: int) -> Path:
    number = 1
    while True:
        aside = path.with_name(f"{path.stem[:80]}.format{version}-{number}{path.suffix}")
        if not aside.exists():
            return aside
        number += 1
