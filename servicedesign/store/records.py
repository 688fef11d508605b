"""The records of an open project in memory, found by id, by kind and by what they refer to.

Owns the lists that editors and sheets read. Holds no rules and touches no file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from servicedesign.model import RECORDS, Link, Record


def order_key(record: Record) -> tuple[float, str]:
    """Return the place of ``record`` in the list of its kind."""
    return getattr(record, "position", 0.0), record.id


class Records:
    """Every record of a project, with lists that are made when they are first asked for."""

    def __init__(self) -> None:
        self._by_id: dict[str, Record] = {}
        self._kinds: dict[str, dict[str, Record]] = {kind: {} for kind in RECORDS}
        self._sorted: dict[str, tuple[Record, ...]] = {}
        self._grouped: dict[tuple[str, str], dict[Any, tuple[Record, ...]]] = {}

    def __len__(self) -> int:
        return len(self._by_id)

    def find(self, record_id: str) -> Record | None:
        """Return the record with an id, of whatever kind."""
        return self._by_id.get(record_id)

    def put(self, record: Record) -> None:
        """Insert ``record``, or replace the one with its id."""
        self._by_id[record.id] = record
        self._kinds[record.KIND][record.id] = record
        self._forget(record.KIND)

    def remove(self, record: Record) -> None:
        """Remove the record with the id of ``record``."""
        del self._by_id[record.id]
        del self._kinds[record.KIND][record.id]
        self._forget(record.KIND)

    def restore(self, kind: str, record_id: str, record: Record | None) -> None:
        """Make the record with an id be ``record``, or not be."""
        if record is not None:
            self.put(record)
        elif record_id in self._kinds[kind]:
            self.remove(self._kinds[kind][record_id])

    def all(self, kind: str) -> tuple[Record, ...]:
        """Return every record of ``kind`` by position, then id."""
        known = self._sorted.get(kind)
        if known is None:
            known = tuple(sorted(self._kinds[kind].values(), key=order_key))
            self._sorted[kind] = known
        return known

    def every(self) -> Iterator[Record]:
        """Yield every record, by kind in the order of ``RECORDS``, then in its place."""
        for kind in RECORDS:
            yield from self.all(kind)

    def where(self, kind: str, equal: dict[str, Any]) -> tuple[Record, ...]:
        """Return the records of ``kind`` whose fields equal the given values, in order."""
        rest = dict(equal)
        field, value = rest.popitem()
        found = self._group(kind, field).get(value, ())
        for name, wanted in rest.items():
            found = tuple(record for record in found if getattr(record, name) == wanted)
        return found

    def links(self, end: str, record_id: str) -> tuple[Link, ...]:
        """Return the links whose ``end`` (``source_id`` or ``target_id``) is a record."""
        return cast("tuple[Link, ...]", self._group(Link.KIND, end).get(record_id, ()))

    def _group(self, kind: str, field: str) -> dict[Any, tuple[Record, ...]]:
        groups = self._grouped.get((kind, field))
        if groups is None:
            lists: dict[Any, list[Record]] = {}
            for record in self.all(kind):
                lists.setdefault(getattr(record, field), []).append(record)
            groups = {value: tuple(records) for value, records in lists.items()}
            self._grouped[kind, field] = groups
        return groups

    def _forget(self, kind: str) -> None:
        self._sorted.pop(kind, None)
        for key in [key for key in self._grouped if key[0] == kind]:
            del self._grouped[key]
