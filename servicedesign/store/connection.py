"""How a database of ours is opened: by exact name, with the settings that keep it whole.

Owns the pragmas and the watch that stops what takes too long. Must not judge what
is in the file.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MAX_VALUE = 256 * 1024 * 1024
_STEPS_BETWEEN_LOOKS = 20_000
_PRAGMAS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA synchronous=FULL",
)


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Open exactly the file ``path``; ``mode`` is ``rw``, ``ro`` or ``rwc`` (made if missing).

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    # as_uri() spells out % # ? of a name, which SQLite would otherwise read as its own.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=0.2, isolation_level=None
    )
    connection.text_factory = decoded
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM INTO needs one
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def decoded(raw: bytes) -> str | bytes:
    """Return a text of the file; one that is no UTF-8 stays bytes, so that it alone is refused."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw


def use_rollback_journal(connection: sqlite3.Connection) -> None:
    """Take the lock for good and keep the journal as a file that is emptied after each step.

    Raises:
        sqlite3.OperationalError: another process holds the lock, or nothing can be written.
    """
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


@contextmanager
def time_limit(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Interrupt statements that run on after ``seconds``: sqlite3.OperationalError is raised."""
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


def close_cleanly(connection: sqlite3.Connection) -> None:
    """Close ``connection`` and leave no empty journal beside the file, where that can be."""
    with contextlib.suppress(sqlite3.Error):
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
