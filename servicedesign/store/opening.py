"""Opening and making project files, with everything that is looked at before a file is trusted.

Owns the order of those looks (RELIABILITY §1, "Opening"). Every refusal leaves the file as it was.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from servicedesign.store import refusals
from servicedesign.store.connection import connect, use_rollback_journal
from servicedesign.store.header import newer, read_header, real_path
from servicedesign.store.loading import check_objects, check_sound, load
from servicedesign.store.project import Project
from servicedesign.store.schema import VERSION

Now = Callable[[], float]
"""Tells the time in seconds since 1970."""


def open_project(path: str | Path, *, read_only: bool = False, now: Now = time.time) -> Project:
    """Open the project file ``path``.

    Raises:
        ProjectError: it is no project of ours, damaged, newer, or in use.
    """
    found = real_path(Path(path))
    header = read_header(found)
    if header.version > VERSION:
        raise newer(found, header.version)
    try:
        connection = connect(found, "ro" if read_only else "rw")
    except sqlite3.Error as error:
        raise refusals.damaged(found, refusals.reason(error)) from error
    try:
        if not read_only:
            use_rollback_journal(connection)
        check_objects(connection, found, header.version)
        notices = check_sound(connection, found)
        loaded = load(connection, found)
        return Project(
            connection,
            found,
            loaded.records,
            now=now,
            read_only=read_only,
            notices=(*notices, *loaded.notices),
        )
    except BaseException:
        connection.close()
        raise
