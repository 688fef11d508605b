"""Copies of a project: as it is, without its past, or without anything that names a person.

Owns how a copy is made: whole or not at all, and never over a file unless that was asked for.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from servicedesign.model import ProjectError, msg
from servicedesign.store import refusals
from servicedesign.store.anonymous import anonymous_content
from servicedesign.store.connection import connect
from servicedesign.store.files import free_place, new_file
from servicedesign.store.garbage import shown_pictures
from servicedesign.store.loading import check_objects, check_sound
from servicedesign.store.making import write_file
from servicedesign.store.owner import refuse_if_owned
from servicedesign.store.schema import VERSION

if TYPE_CHECKING:
    from servicedesign.store.project import Project


def copy_project(
    project: Project, path: Path, *, anonymise: bool, replace: bool, history: bool
) -> Path:
    """Copy ``project`` to ``path`` and return it.

    Args:
        project: the project; it stays open and as it is.
        path: the new file.
        anonymise: leave out everything that names a person, down to the bytes.
        replace: whether a file at ``path`` may be replaced.
        history: whether steps and named versions go along; never when anonymised.

    Raises:
        ProjectError: the file exists or is in use, or the disk refused; nothing is left behind.
    """
    target = free_place(path, replace=replace)
    _refuse_taken(project, target)
    with new_file(target, replace=replace) as beside:
        if anonymise:
            records, images = anonymous_content(project)
            write_file(beside, records, images)
        else:
            project.inside.connection.execute("VACUUM INTO ?", (str(beside),))
            if not history:
                _forget_past(project, beside)
        _check(beside)
    return target


def _refuse_taken(project: Project, target: Path) -> None:
    if not os.path.lexists(target):
        return
    if target.is_dir() or (project.path.exists() and target.samefile(project.path)):
        raise ProjectError(
            msg("「{name}」には書き込めません。", name=target.name),
            refusals.UNCHANGED,
            msg("別の名前にしてください。"),
        )
    refuse_if_owned(target, take_over=False)


def _forget_past(project: Project, copy: Path) -> None:
    needed = shown_pictures(project.inside.records)
    connection = connect(copy)
    try:
        connection.execute("PRAGMA journal_mode=MEMORY")  # nobody knows this file yet
        kept = {row[0] for row in connection.execute('SELECT "sha256" FROM "blob"')}
        connection.execute("BEGIN IMMEDIATE")
        connection.execute('DELETE FROM "step"')
        connection.execute('DELETE FROM "named_version"')
        connection.executemany(
            'DELETE FROM "blob" WHERE "sha256"=?', [(sha256,) for sha256 in kept - needed]
        )
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()


def _check(copy: Path) -> None:
    connection = connect(copy, "ro")
    try:
        check_objects(connection, copy, VERSION)
        check_sound(connection, copy)
    finally:
        connection.close()


def save_elsewhere(project: Project, path: Path) -> Project:
    """Save ``project`` with the edits that could not be written to ``path``, and open that.

    The old project is closed; its file keeps what was saved before.

    Raises:
        ProjectError: this place refuses too; the project stays open and the edits stay in memory.
    """
    from servicedesign.store.opening import open_project

    target = free_place(path)
    with new_file(target) as beside:
        project.inside.connection.execute("VACUUM INTO ?", (str(beside),))
        _check(beside)
    saved = open_project(target, now=project.inside.gate.now)
    try:
        saved.inside.gate.take(project.inside.gate.pending)
    except (ProjectError, sqlite3.Error):
        saved.close(discard=True)
        target.unlink(missing_ok=True)
        raise
    project.close(discard=True)
    return saved
