"""The rows of a file as records; what does not fit is left in the file and told.

Owns the comparison of the file's objects with our own list, the checks of the file's soundness and
the reading of all rows but pictures. Must not write.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from servicedesign.model import RECORDS, Image, Message, ProjectError, ProjectInfo, Record, msg
from servicedesign.store import refusals
from servicedesign.store.connection import time_limit
from servicedesign.store.records import Records
from servicedesign.store.references import all_refer, broken_references
from servicedesign.store.row_reading import read_rows
from servicedesign.store.schema import SchemaObject, statements, table

MAX_ROWS = 500_000
"""Most records that a project may hold."""

CHECK_SECONDS = 15.0
"""How long the check of a large file may take before it is given up."""

_READ_SECONDS = 120.0


@dataclass(slots=True)
class Loaded:
    """What was read from a file.

    Attributes:
        records: every sound record.
        notices: what was set aside, and checks that were not finished.
    """

    records: Records
    notices: list[Message] = field(default_factory=list)


def own_objects(version: int) -> frozenset[SchemaObject]:
    """Return the objects that a file of format ``version`` has, and nothing else."""
    objects: list[SchemaObject] = []
    for statement in statements(version):
        name = statement.split('"')[1]
        objects.append(("table", name, statement))
        if "TEXT PRIMARY KEY" in statement and not statement.endswith("WITHOUT ROWID"):
            objects.append(("index", f"sqlite_autoindex_{name}_1", None))
    return frozenset(objects)


def check_objects(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Refuse a file with other objects than our own: triggers, views, tables, indexes.

    Runs before anything else reads the tables, since a stranger's objects may do anything.

    Raises:
        ProjectError: the objects differ or cannot be read.
    """
    expected = own_objects(version)
    try:
        with time_limit(connection, 2.0):
            rows = connection.execute(
                "SELECT type, name, sql FROM sqlite_schema LIMIT ?", (len(expected) + 1,)
            ).fetchall()
    except sqlite3.Error as error:
        raise refusals.damaged(path, refusals.reason(error)) from error
    if frozenset(rows) != expected or len(rows) != len(expected):
        raise refusals.damaged(path, msg("中の表が、このアプリの作ったものと違います"))


def check_sound(connection: sqlite3.Connection, path: Path) -> list[Message]:
    """Let SQLite look through the file, and return a notice if there was no time to finish.

    Raises:
        ProjectError: the file is damaged.
    """
    try:
        with time_limit(connection, CHECK_SECONDS):
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise refusals.damaged(path, refusals.reason(error)) from error
        return [msg("大きなファイルなので、全体の点検は途中までにしました。")]
    except sqlite3.DatabaseError as error:
        raise refusals.damaged(path, refusals.reason(error)) from error
    if answer is None or answer[0] != "ok":
        raise refusals.damaged(path)
    return []


def load(connection: sqlite3.Connection, path: Path) -> Loaded:
    """Return the records of a file whose objects were checked.

    Raises:
        ProjectError: the file is damaged, holds too many records, or lacks its project record.
    """
    loaded = Loaded(Records())
    try:
        with time_limit(connection, _READ_SECONDS):
            for kind in _filled_kinds(connection, path):
                _load_kind(connection, kind, loaded)
    except sqlite3.Error as error:
        raise refusals.damaged(path, refusals.reason(error)) from error
    infos = loaded.records.all(ProjectInfo.KIND)
    if not infos:
        raise refusals.damaged(path, msg("プロジェクトの名前の記録がありません"))
    for extra in infos[1:]:
        _set_aside(loaded, extra.KIND, msg("プロジェクトの記録が二つあります"))
        loaded.records.remove(extra)
    _settle_references(loaded)
    return loaded


def _filled_kinds(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Return the kinds of which there are records; too many in all are refused."""
    filled = []
    total = 0
    for kind in RECORDS:
        count = connection.execute(f'SELECT count(*) FROM "{kind}"').fetchone()[0]  # noqa: S608
        total += count
        if total > MAX_ROWS:
            raise refusals.not_a_project(path, msg("項目が多すぎます。"))
        if count:
            filled.append(kind)
    return filled


def _load_kind(connection: sqlite3.Connection, kind: str, loaded: Loaded) -> None:
    for record in read_rows(kind, connection.execute(table(kind).select)):
        if isinstance(record, ProjectError):
            _set_aside(loaded, kind, record.what)
            continue
        if loaded.records.find(record.id) is not None:
            _set_aside(loaded, kind, msg("番号が二度使われています"))
            continue
        loaded.records.put(record)


def _settle_references(loaded: Loaded) -> None:
    """Set aside what makes no sense without a record that is missing; empty the rest's fields."""
    while doubtful := _doubtful(loaded.records):
        lost = False
        for record in doubtful:
            if loaded.records.find(record.id) is record:
                lost |= _settle(loaded, record)
        if not lost:
            return


def _doubtful(records: Records) -> list[Record]:
    """Return the records of all kinds among which some refer to nothing."""
    unsound = [kind for kind in RECORDS if not all_refer(records, kind)]
    return [record for kind in unsound for record in records.all(kind)]


def _settle(loaded: Loaded, record: Record) -> bool:
    broken = broken_references(loaded.records, record)
    if not broken:
        return False
    if any(spec.owner for spec in broken):
        loaded.records.remove(record)
        _set_aside(loaded, record.KIND, msg("属する先がありません"))
        return True
    emptied: dict[str, Any] = {spec.name: None for spec in broken}
    loaded.records.put(replace(record, **emptied))
    loaded.notices.append(
        msg(
            "「{kind}」の「{field}」が指す先がないので、空にして開きました。",
            kind=Message(record.LABEL),
            field=Message(broken[0].label),
        )
    )
    return False


def _set_aside(loaded: Loaded, kind: str, why: Message) -> None:
    label = Message(RECORDS[kind].LABEL)
    loaded.notices.append(
        msg(
            "「{kind}」を一つ、読めないので除けました（{why}）。ファイルの中には残してあります。",
            kind=label,
            why=why,
        )
    )


def missing_pictures(connection: sqlite3.Connection, records: Records) -> list[Message]:
    """Return a notice for each picture whose bytes are not in the file."""
    kept = {row[0] for row in connection.execute('SELECT "sha256" FROM "blob"')}
    notice = msg("写真が一つ、中身がないので表示できません。")
    images = [record for record in records.all(Image.KIND) if isinstance(record, Image)]
    return [notice for image in images if image.sha256 not in kept]
