"""Rows of a table as records, many at once.

Owns that one way for a whole table. A value that stands in the row before too, such as the board of
a note or its width, is read and checked once and then shared. Must not open files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from servicedesign.model import ProjectError, Record, msg
from servicedesign.model.codec import FieldCodec, refuse
from servicedesign.model.ids import is_id
from servicedesign.store.schema import parse_json, table

_NONE_YET: Final = object()


class _Column:
    """One column, and what was read of it last."""

    __slots__ = ("_is_json", "_read", "made", "name", "value")

    def __init__(self, codec: FieldCodec) -> None:
        self.name = codec.spec.name
        self._read = codec.read
        self._is_json = codec.scalar is None
        self.value: Any = _NONE_YET
        self.made: Any = None

    def read(self, value: Any) -> Any:
        """Return what ``value`` stands for; nothing is remembered of one that does not fit."""
        plain = value
        if self._is_json and value is not None:
            plain = parse_json(value, self.name)
        made = self._read(plain, self.name)
        self.value, self.made = value, made
        return made


def read_rows(kind: str, rows: Iterable[Sequence[Any]]) -> Iterator[Record | ProjectError]:
    """Yield the record of each row, ``id`` first in it, or why there is none."""
    cls = table(kind).cls
    columns = [_Column(codec) for codec in table(kind).codecs]
    for row in rows:
        try:
            if not is_id(row[0]):
                raise refuse(msg("「{path}」の番号が正しくありません。", path=kind))
            values: dict[str, Any] = {"id": row[0]}
            for column, value in zip(columns, row[1:], strict=True):
                # True == 1 == 1.0: of another type is another value.
                if value == column.value and type(value) is type(column.value):
                    values[column.name] = column.made
                else:
                    values[column.name] = column.read(value)
            yield cls(**values)
        except ProjectError as error:
            yield error
