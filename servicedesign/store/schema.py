"""The tables of a project file: one for each kind of record, and those of the store itself.

Owns the number of the format, the frozen list of its objects and how a record becomes a row. The
list is text (``format_N.sql``), so that a change of the model cannot change a published format
unseen; a test compares the two. Must not open files.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from servicedesign.model import RECORDS, Record
from servicedesign.model.codec import FieldCodec, field_codecs, refuse
from servicedesign.model.ids import is_id
from servicedesign.model.message import msg
from servicedesign.store.changes import Change

APPLICATION_ID = 0x53445046
"""The mark of our files in SQLite's header: the letters SDPF."""

VERSION = 2
"""The format that is written; it stands in SQLite's ``user_version``."""

SUFFIX = ".sdproj"
"""How the name of a project file ends."""

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)

SchemaObject = tuple[str, str, str | None]
"""Type, name and SQL of one object as ``sqlite_schema`` lists it."""


@dataclass(frozen=True, slots=True)
class Table:
    """How one kind of record is kept.

    Attributes:
        cls: the kind.
        codecs: one a column after ``id``, in order.
        select: reads every row, ``id`` first.
        upsert: inserts a row or replaces the one with its id.
        delete: deletes the row with an id.
    """

    cls: type[Record]
    codecs: tuple[FieldCodec, ...]
    select: str
    upsert: str
    delete: str


@cache
def table(kind: str) -> Table:
    """Return how records of ``kind`` are kept."""
    cls = RECORDS[kind]
    codecs = tuple(field_codecs(cls).values())
    names = [f'"{codec.spec.name}"' for codec in codecs]
    columns = ", ".join(['"id"', *names])
    places = ", ".join("?" * (len(names) + 1))
    updates = ", ".join(f"{name}=excluded.{name}" for name in names)
    # The names come from the model, never from a file.
    return Table(
        cls,
        codecs,
        f'SELECT {columns} FROM "{kind}"',  # noqa: S608
        f'INSERT INTO "{kind}" ({columns}) VALUES ({places}) '  # noqa: S608
        f'ON CONFLICT("id") DO UPDATE SET {updates}',
        f'DELETE FROM "{kind}" WHERE "id"=?',  # noqa: S608
    )


Statement = tuple[str, Sequence[Any]]
"""SQL and what is bound to it."""


def writing(change: Change) -> Statement:
    """Return the statement that writes ``change``; running it twice does the same as once.

    Of a record that changed, the columns that changed are written and no more.

    Raises:
        ProjectError: a value that could not be read back: a wrong type, a number out of bounds,
            a text with controls or too long.
    """
    before, after = change.before, change.after
    if after is None:
        return table(change.kind).delete, (change.id,)
    if before is None:
        return table(change.kind).upsert, to_row(after)
    names: list[str] = []
    values: list[Any] = []
    for codec in table(change.kind).codecs:
        name = codec.spec.name
        new = getattr(after, name)
        if new != getattr(before, name):
            names.append(name)
            values.append(_column(codec, new, change.kind))
    values.append(change.id)
    return _update(change.kind, tuple(names)), values


@lru_cache(maxsize=1000)
def _update(kind: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"=?' for name in names)
    return f'UPDATE "{kind}" SET {columns} WHERE "id"=?'  # noqa: S608 - names of the model


def to_row(record: Record) -> list[Any]:
    """Return the values of ``record`` for its table, checked as when a file is read.

    Raises:
        ProjectError: as ``writing``.
    """
    if not is_id(record.id):
        raise refuse(msg("「{path}」の番号が正しくありません。", path=record.KIND))
    codecs = table(record.KIND).codecs
    values = [_column(codec, getattr(record, codec.spec.name), record.KIND) for codec in codecs]
    return [record.id, *values]


def _column(codec: FieldCodec, value: Any, kind: str) -> Any:
    plain = codec.write(value)
    codec.read(plain, f"{kind}.{codec.spec.name}")
    return compact_json(plain) if codec.scalar is None and plain is not None else plain


def compact_json(plain: Any) -> str:
    """Return ``plain`` as JSON text without blanks."""
    return _COMPACT.encode(plain)


def parse_json(text: Any, path: str) -> Any:
    """Return what a JSON text holds.

    Raises:
        ProjectError: it is no JSON text, or nested too deep.
    """
    try:
        return json.loads(text)
    except (ValueError, TypeError, RecursionError):
        raise refuse(msg("「{path}」が読み取れません。", path=path)) from None


@cache
def statements(version: int) -> tuple[str, ...]:
    """Return the statements that make an empty file of format ``version``."""
    text = Path(__file__).with_name(f"format_{version}.sql").read_text("utf-8")
    return tuple(part.strip() for part in text.split(";") if part.strip())
