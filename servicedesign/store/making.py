"""Making project files: new ones, and those that are read from a dump.

Owns how a file comes to be: written wholly under another name beside its place, checked, and only
then given its name. Never writes over a file.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from servicedesign.model import ProjectError, ProjectInfo, Record, msg
from servicedesign.model.codec import Plain
from servicedesign.store import refusals
from servicedesign.store.connection import connect, use_rollback_journal
from servicedesign.store.dump import read_dump
from servicedesign.store.migrations import migrate
from servicedesign.store.opening import open_project
from servicedesign.store.project import Project
from servicedesign.store.schema import table, to_row

_LONGEST_NAME = 200


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


def free_place(path: Path, *, replace: bool = False) -> Path:
    """Return ``path`` made absolute.

    Raises:
        ProjectError: something is there already, its folder is missing, or the name is too long.
    """
    target = path.absolute()
    if not target.name or len(os.fsencode(target.name)) > _LONGEST_NAME:
        raise ProjectError(
            msg("ファイルの名前が空か、長すぎます。"),
            refusals.NOTHING_WRITTEN,
            msg("もっと短い名前にしてください。"),
        )
    if not target.parent.is_dir():
        raise ProjectError(
            msg("フォルダー「{name}」がありません。", name=str(target.parent)),
            refusals.NOTHING_WRITTEN,
            msg("先にフォルダーを作るか、別の場所を選んでください。"),
        )
    if not replace and os.path.lexists(target):
        raise refusals.already_exists(target)
    return target


@contextmanager
def new_file(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give a name beside ``target`` to write to; when all went well it becomes ``target``.

    Raises:
        ProjectError: the disk refused; nothing is left behind.
    """
    beside = target.with_name(f".{uuid.uuid4().hex}.part")
    try:
        yield beside
        sync(beside)
        if replace:
            beside.replace(target)
        else:
            _give_name(beside, target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise refusals.cannot_make(target, error) from error
    finally:
        for leftover in (beside, beside.with_name(f"{beside.name}-journal")):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def _give_name(beside: Path, target: Path) -> None:
    """Move without ever replacing a file that came to be meanwhile, where the system can."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise refusals.already_exists(target) from None
    except (OSError, AttributeError, NotImplementedError):  # FAT and some shares have no links
        if os.path.lexists(target):
            raise refusals.already_exists(target) from None
        beside.replace(target)
    else:
        beside.unlink()


def sync(path: Path) -> None:
    """Wait until the bytes of ``path`` are on the disk."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in ``folder`` are on the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):  # some file systems do not sync folders
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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
