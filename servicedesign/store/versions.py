"""Named versions: the whole content at a moment, under a name that a person gave.

Owns the table ``named_version``. A version holds the records compressed; pictures stay where they
are, once. It is brought back as a new file and never over the present one.
"""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from servicedesign.model import ProjectError, msg
from servicedesign.model.ids import new_id
from servicedesign.model.normalise import plain_text
from servicedesign.store import refusals
from servicedesign.store.packing import inflate
from servicedesign.store.schema import compact_json, parse_json

if TYPE_CHECKING:
    from servicedesign.store.project import Project


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """A version without its content; ``at`` is in seconds since 1970."""

    id: str
    title: str
    at: float


def name_version(project: Project, title: str, at: float) -> NamedVersion:
    """Keep the present content of ``project`` under ``title``.

    Raises:
        ProjectError: the disk refused; nothing was written.
    """
    version = NamedVersion(new_id(), plain_text(title, single_line=True), at)
    content = project.dump(images=False)
    data = zlib.compress(compact_json(content).encode(), 6)
    try:
        project.inside.connection.execute(
            'INSERT INTO "named_version" ("id", "title", "at", "data") VALUES (?,?,?,?)',
            (version.id, version.title, int(at * 1000), data),
        )
    except sqlite3.Error as error:
        raise refusals.cannot_save(project.path, error) from error
    return version


def list_versions(connection: sqlite3.Connection) -> tuple[NamedVersion, ...]:
    """Return the named versions that can be read, newest first.

    Raises:
        ProjectError: a page of the file is broken.
    """
    rows = _rows(connection, 'SELECT "id", "title", "at" FROM "named_version" ORDER BY "seq" DESC')
    return tuple(
        NamedVersion(id_, title, at / 1000)
        for id_, title, at in rows
        if isinstance(id_, str) and isinstance(title, str) and isinstance(at, int)
    )


def restore_version_as(project: Project, version_id: str, path: Path) -> Path:
    """Bring a named version back as the new file ``path``, and return it.

    Raises:
        ProjectError: there is no such version, it cannot be read, or the file cannot be made.
    """
    from servicedesign.store.dump import read_dump
    from servicedesign.store.files import free_place, new_file
    from servicedesign.store.making import write_file

    target = free_place(path)
    sql = 'SELECT "data" FROM "named_version" WHERE "id"=?'
    rows = _rows(project.inside.connection, sql, version_id)
    content = _content(rows[0][0] if rows else None)
    records, _ = read_dump(content)
    images: dict[str, bytes] = {}
    for sha256 in _pictures(content):
        data = project.stored_bytes(sha256)
        if data is not None:
            images[sha256] = data
    with new_file(target) as beside:
        write_file(beside, records.every(), images)
    return target


def pictures_of_versions(connection: sqlite3.Connection) -> set[str]:
    """Return the SHA-256 of every picture that a named version shows.

    Raises:
        ProjectError: a version cannot be read.
    """
    needed: set[str] = set()
    for (data,) in _rows(connection, 'SELECT "data" FROM "named_version"'):
        needed |= _pictures(_content(data))
    return needed


def _rows(connection: sqlite3.Connection, sql: str, *values: str) -> list[tuple[Any, ...]]:
    try:
        return connection.execute(sql, values).fetchall()
    except sqlite3.DatabaseError as error:  # a page of the file is broken
        raise _unreadable() from error


def _content(data: object) -> dict[str, Any]:
    try:
        content = parse_json(inflate(data), "named_version")
    except ProjectError:
        content = None
    if not isinstance(content, dict):
        raise _unreadable()
    return content


def _unreadable() -> ProjectError:
    return ProjectError(
        msg("この版が読み取れません。"),
        msg("いまの内容はそのままです。"),
        msg("別の版か、自動で取ってある控えを選んでください。"),
    )


def _pictures(content: dict[str, Any]) -> set[str]:
    records = content.get("records")
    images = records.get("image", []) if isinstance(records, dict) else []
    return {
        image["sha256"]
        for image in images
        if isinstance(image, dict) and isinstance(image.get("sha256"), str)
    }
