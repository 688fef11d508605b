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


def _format_2(db: Database) -> None:
    """Add the record of a vote, ratings, the run of an agenda, how a benefit is counted."""
    # A table that others refer to cannot go while they do: ballots stand aside first.
    votes = ("ballot", "vote_round")
    others = ("agenda_item", "payoff_item", "payoff_matrix", "benefit", "principle_review")
    _add_columns(db, 2, votes + others)


def _add_columns(db: Database, version: int, names: tuple[str, ...]) -> None:
    """Make tables anew as format ``version`` has them, with their rows; new columns are filled.

    ``ALTER TABLE`` would leave other text in the schema than the frozen one. A table comes before
    those it refers to.
    """
    made = {statement.split('"')[1]: statement for statement in statements(version)}
    kept = {}
    for name in names:
        cursor = db.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - names of our own
        columns = [column[0] for column in cursor.description]
        kept[name] = (columns, cursor.fetchall())
        db.execute(f'DROP TABLE "{name}"')
    for name in reversed(names):
        db.execute(made[name])
        columns, rows = kept[name]
        added = _NEW[version].get(name, {})
        places = ",".join("?" * (len(columns) + len(added)))
        listed = ",".join(f'"{column}"' for column in (*columns, *added))
        db.conn.executemany(
            f'INSERT INTO "{name}" ({listed}) VALUES ({places})',  # noqa: S608 - as above
            [(*row, *added.values()) for row in rows],
        )


_NEW: Mapping[int, Mapping[str, Mapping[str, str | int]]] = MappingProxyType(
    {
        2: {
            "agenda_item": {"extra_minutes": 0, "skipped": 0},
            "vote_round": {"voted_ids": "[]", "decided_by": "", "events": "[]"},
            "payoff_item": {"ratings": "[]", "fits_action": "unset", "fits_thought": "unset"},
            "benefit": {"unit": ""},
            "payoff_matrix": {"raters": "[]", "hidden": 0, "decided": ""},
        }
    }
)
"""What new columns hold in rows from before, by format and table; what may be nothing is."""

MIGRATIONS: Mapping[int, Migration] = MappingProxyType({1: _format_1, 2: _format_2})
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
