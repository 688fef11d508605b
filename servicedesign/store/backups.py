"""Restore points: whole copies of a project, pictures included, made without being asked.

Owns the folder of copies in this person's own folder. They are ordered by a number and never by
the clock, which may be wrong.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from servicedesign.locations import ensure, user_data_dir
from servicedesign.model import ProjectError, msg
from servicedesign.model.ids import is_id
from servicedesign.store import refusals
from servicedesign.store.files import free_place, new_file
from servicedesign.store.header import read_header

KEPT_ALWAYS = 10
"""Restore points that are kept of each project, whatever their size."""

KEPT_AT_MOST = 30
"""Restore points after which the oldest goes."""

KEPT_BYTES = 1024 * 1024 * 1024
"""Size of all restore points of a project above which the oldest go, down to KEPT_ALWAYS."""

_NAME = re.compile(r"^(\d{6,12})_([0-9-]{1,60})\.sdproj$")
_ORIGIN = "origin.txt"


@dataclass(frozen=True, slots=True)
class Backup:
    """One restore point.

    Attributes:
        path: where it lies.
        project_id: the project it is of.
        number: ascending; the greatest is the newest.
        mark: the state of the history it holds.
        made_at: by the clock of the computer, in seconds since 1970; for showing only.
        size: in bytes.
        origin: the file the project had last.
    """

    path: Path
    project_id: str
    number: int
    mark: str
    made_at: float
    size: int
    origin: str


def list_backups(project_id: str | None = None) -> tuple[Backup, ...]:
    """Return the restore points of a project (of every project when None), newest first."""
    root = user_data_dir() / "backups"
    if project_id is not None:
        folders = [root / project_id] if is_id(project_id) else []
    else:
        folders = sorted(root.iterdir()) if root.is_dir() else []
    return tuple(backup for folder in folders for backup in _in_folder(folder))


def _in_folder(folder: Path) -> list[Backup]:
    if not is_id(folder.name) or not folder.is_dir():
        return []
    origin = ""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        origin = (folder / _ORIGIN).read_text("utf-8")
    found = []
    for path in folder.iterdir():
        named = _NAME.match(path.name)
        if named and path.is_file():
            status = path.stat()
            number, mark = int(named[1]), named[2]
            found.append(
                Backup(path, folder.name, number, mark, status.st_mtime, status.st_size, origin)
            )
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def make_backup(
    connection: sqlite3.Connection, project_id: str, mark: str, origin: Path
) -> Path | None:
    """Keep the state of a project; None when its newest restore point holds it already.

    Args:
        connection: the open project.
        project_id: the id of its ProjectInfo.
        mark: the state of its history.
        origin: the file of the project, to be told which one it was.

    Raises:
        ProjectError: the disk refused.
    """
    present = list_backups(project_id)
    if present and present[0].mark == mark:
        return None
    number = present[0].number + 1 if present else 1
    try:
        folder = ensure(user_data_dir() / "backups" / project_id)
        with contextlib.suppress(UnicodeEncodeError):
            (folder / _ORIGIN).write_text(str(origin), "utf-8")
    except OSError as error:
        raise refusals.cannot_make(origin, error) from error
    target = folder / f"{number:06d}_{mark}.sdproj"
    with new_file(target) as beside:
        connection.execute("VACUUM INTO ?", (str(beside),))
        read_header(beside)
    _give_up_oldest(list_backups(project_id))
    return target


def _give_up_oldest(backups: tuple[Backup, ...]) -> None:
    total = 0
    for place, backup in enumerate(backups):
        total += backup.size
        if place >= KEPT_AT_MOST or (place >= KEPT_ALWAYS and total > KEPT_BYTES):
            with contextlib.suppress(OSError):
                backup.path.unlink()


def restore_backup(backup: Backup, path: str | Path) -> Path:
    """Bring a restore point back as the new file ``path``, and return it.

    Raises:
        ProjectError: the file exists, the restore point is gone, or the disk refused.
    """
    target = free_place(Path(path))
    if not backup.path.is_file():
        raise ProjectError(
            msg("その控えはもうありません。"),
            refusals.NOTHING_WRITTEN,
            msg("別の控えを選んでください。"),
        )
    with new_file(target) as beside:
        shutil.copyfile(backup.path, beside)
        read_header(beside)
    return target
