"""Rows of a table as records, many at once.

Owns that one way for a whole table. Values are read column by column, each different one once: most
columns hold few, such as the board of a note or its width. Where a value does not fit, its rows are
read one by one, so that it alone is refused. Records are filled column by column too, past their
``__init__``: every column is there, so it would add nothing. Must not open files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from servicedesign.model import ProjectError, Record, msg
from servicedesign.model.codec import FieldCodec, refuse
from servicedesign.model.ids import is_id
from servicedesign.store.schema import Table, parse_json, table

if TYPE_CHECKING:
    import sqlite3

_AT_ONCE: Final = 1_000

_Row = Sequence[Any]


def read_rows(kind: str, cursor: sqlite3.Cursor) -> Iterator[Record | ProjectError]:
    """Yield the record of each row, ``id`` first in it, or why there is none."""
    known = table(kind)
    while rows := cursor.fetchmany(_AT_ONCE):
        try:
            yield from _read(kind, known, rows)
        except ProjectError:
            for row in rows:
                yield _one(kind, known, row)


def _one(kind: str, known: Table, row: _Row) -> Record | ProjectError:
    try:
        return _read(kind, known, [row])[0]
    except ProjectError as error:
        return error


def _read(kind: str, known: Table, rows: Sequence[_Row]) -> list[Record]:
    """Return the records of ``rows``.

    Raises:
        ProjectError: a value does not fit.
    """
    ids, *columns = zip(*rows, strict=True)
    if not all(map(is_id, ids)):
        raise refuse(msg("「{path}」の番号が正しくありません。", path=kind))
    cls = known.cls
    made = [object.__new__(cls) for _ in rows]
    _fill(made, cls, "id", ids)
    for codec, column in zip(known.codecs, columns, strict=True):
        _fill(made, cls, codec.spec.name, _column(codec, column))
    return made


def _fill(made: Sequence[Record], cls: type[Record], name: str, values: Iterable[Any]) -> None:
    put = getattr(cls, name).__set__  # the slot's own way, which the frozen class does not have
    for _ in map(put, made, values):
        pass


def _column(codec: FieldCodec, values: _Row) -> Iterable[Any]:
    """Return what the values of a column stand for."""
    if {int, float} <= set(map(type, values)):  # 1 and 1.0 are the same key
        return [_value(codec, value) for value in values]
    made = {value: _value(codec, value) for value in set(values)}
    return map(made.__getitem__, values)


def _value(codec: FieldCodec, value: Any) -> Any:
    plain = value
    if codec.scalar is None and value is not None:
        plain = parse_json(value, codec.spec.name)
    return codec.read(plain, codec.spec.name)
