"""What a project holds, for reading: records by id and kind, links with the way back, search.

Owns the questions that can be asked of the records in memory. Writes nothing.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

from servicedesign.model import RECORDS, Link, ProjectInfo, Record, Relation
from servicedesign.store.records import Records
from servicedesign.store.references import user_of
from servicedesign.store.search import Hit, SearchIndex

R = TypeVar("R", bound=Record)


class Contents:
    """The records of a project, with every way to find them."""

    def __init__(self, records: Records) -> None:
        """Answer from ``records``."""
        self._records = records
        self._index = SearchIndex()

    @property
    def info(self) -> ProjectInfo:
        """What the project is about."""
        return cast("ProjectInfo", self._records.all(ProjectInfo.KIND)[0])

    def get(self, cls: type[R], record_id: str) -> R:
        """Return the record of ``cls`` with an id.

        Raises:
            KeyError: there is none.
        """
        found = self.find(cls, record_id)
        if found is None:
            raise KeyError(record_id)
        return found

    def find(self, cls: type[R], record_id: str | None) -> R | None:
        """Return the record of ``cls`` with an id, or None when there is none."""
        found = self._records.find(record_id) if record_id else None
        return found if isinstance(found, cls) else None

    def find_any(self, record_id: str) -> Record | None:
        """Return the record with an id, of whatever kind, or None when there is none."""
        return self._records.find(record_id)

    def all(self, cls: type[R], **equal: Any) -> tuple[R, ...]:
        """Return the records of ``cls`` by position, then id.

        ``equal`` keeps those whose fields have the given values: ``all(Note, board_id=b.id)``.
        """
        if equal:
            return cast("tuple[R, ...]", self._records.where(cls.KIND, equal))
        return cast("tuple[R, ...]", self._records.all(cls.KIND))

    def links_from(
        self, record_id: str, relation: Relation | None = None, field: str | None = None
    ) -> tuple[Link, ...]:
        """Return the links from a record (or from one ``field`` of it), by id."""
        return tuple(
            link
            for link in self._records.links("source_id", record_id)
            if relation in (None, link.relation) and field in (None, link.source_field)
        )

    def links_to(self, record_id: str, relation: Relation | None = None) -> tuple[Link, ...]:
        """Return the links to a record, by id."""
        return tuple(
            link
            for link in self._records.links("target_id", record_id)
            if relation in (None, link.relation)
        )

    def user_of(self, record: Record) -> Record | None:
        """Return a record that refers to ``record`` (links aside), or None when none does."""
        return user_of(self._records, record.KIND, record.id)

    def search(self, text: str, *, limit: int | None = None) -> list[Hit]:
        """Return where ``text`` (two characters or more) stands, by kind, record and field.

        Width, case and kana make no difference. One hit a text, ``limit`` at most.
        """
        return self._index.search(self._records, text, limit)

    def records(self) -> dict[str, tuple[Record, ...]]:
        """Return every record, by kind in the order of ``RECORDS``."""
        return {kind: self._records.all(kind) for kind in RECORDS}
