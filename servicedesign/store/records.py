"""The records of an open project in memory, found by id, by kind and by what they refer to.

Owns the lists that editors and sheets read. Holds no rules and touches no file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from servicedesign.model import RECORDS, Link, Record


def order_key(record: Record) -> tuple[float, str]:
    """Return the place of ``record`` in the list of its kind."""
    return getattr(record, "position", 0.0), record.id


class _Groups:
    """The records of one kind by the value of one field; only groups that change are sorted."""

    def __init__(self, field: str, records: Iterable[Record]) -> None:
        self._field = field
        self._members: dict[Any, dict[str, Record]] = {}
        self._lists: dict[Any, tuple[Record, ...]] = {}
        for record in records:
            self.add(record)

    def add(self, record: Record) -> None:
        """Take ``record`` in, or instead of the one with its id and value."""
        value = getattr(record, self._field)
        self._members.setdefault(value, {})[record.id] = record
        self._lists.pop(value, None)

    def discard(self, record: Record) -> None:
        """Let go of the record that is in as ``record``."""
        value = getattr(record, self._field)
        del self._members[value][record.id]
        self._lists.pop(value, None)

    def of(self, value: Any) -> tuple[Record, ...]:
        """Return the records whose field is ``value``, in order."""
        members = self._members.get(value)
        if not members:
            return ()
        known = self._lists.get(value)
        if known is None:
            known = self._lists[value] = tuple(sorted(members.values(), key=order_key))
        return known


class Records:
    """Every record of a project, with lists that are made when they are first asked for."""

    def __init__(self) -> None:
        self._by_id: dict[str, Record] = {}
        self._kinds: dict[str, dict[str, Record]] = {kind: {} for kind in RECORDS}
        self._sorted: dict[str, tuple[Record, ...]] = {}
        self._grouped: dict[str, dict[str, _Groups]] = {kind: {} for kind in RECORDS}

    def __len__(self) -> int:
        return len(self._by_id)

    def find(self, record_id: str) -> Record | None:
        """Return the record with an id, of whatever kind."""
        return self._by_id.get(record_id)

    def put(self, record: Record) -> None:
        """Insert ``record``, or replace the one with its id."""
        same_kind = self._kinds[record.KIND]
        before = same_kind.get(record.id)
        self._by_id[record.id] = same_kind[record.id] = record
        self._sorted.pop(record.KIND, None)
        for groups in self._grouped[record.KIND].values():
            if before is not None:
                groups.discard(before)
            groups.add(record)

    def remove(self, record: Record) -> None:
        """Remove the record with the id of ``record``."""
        del self._by_id[record.id]
        gone = self._kinds[record.KIND].pop(record.id)
        self._sorted.pop(record.KIND, None)
        for groups in self._grouped[record.KIND].values():
            groups.discard(gone)

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
        found = self._groups(kind, field).of(value)
        for name, wanted in rest.items():
            found = tuple(record for record in found if getattr(record, name) == wanted)
        return found

    def links(self, end: str, record_id: str) -> tuple[Link, ...]:
        """Return the links whose ``end`` (``source_id`` or ``target_id``) is a record."""
        return cast("tuple[Link, ...]", self._groups(Link.KIND, end).of(record_id))

    def _groups(self, kind: str, field: str) -> _Groups:
        of_kind = self._grouped[kind]
        if field not in of_kind:
            of_kind[field] = _Groups(field, self._kinds[kind].values())
        return of_kind[field]
