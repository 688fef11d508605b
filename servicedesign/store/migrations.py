"""From an empty database to the format of today, one numbered step after the other.

Owns the list of migrations. Each runs inside the transaction that also raises ``user_version``,
so none may commit (never ``executescript``). A published migration is never edited: a new format
is a new one, with its own frozen ``format_N.sql``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from servicedesign.store.schema import APPLICATION_ID, VERSION, statements

if TYPE_CHECKING:
    from sqlite_utils import Database

Migration = Callable[["Database"], None]
"""Brings a database from the format before to the one it is listed under."""


def _format_1(db: Database) -> None:
    for statement in statements(1):
        db.execute(statement)


MIGRATIONS: Mapping[int, Migration] = MappingProxyType({1: _format_1})
"""Every migration by the format it leads to."""


def migrate(
    connection: sqlite3.Connection,
    *,
    target: int = VERSION,
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> None:
    """Bring the database of ``connection`` to format ``target``, wholly or not at all.

    The connection must be in autocommit mode and hold no transaction.
    """
    from sqlite_utils import Database  # late: only a new or an old file needs it

    present = connection.execute("PRAGMA user_version").fetchone()[0]
    # Migrating moves rows between tables; references are checked once, at the end.
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("PRAGMA defer_foreign_keys=ON")
        db = Database(connection, recursive_triggers=False, execute_plugins=False)
        for number in range(present + 1, target + 1):
            migrations[number](db)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={target}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
