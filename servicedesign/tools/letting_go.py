"""What goes when something is deleted, and what only lets go of it.

Owns the one rule for every kind, read from the model: what makes no sense without a record goes
with it, what merely points at it stays and points nowhere. So a new kind needs no line in the tools
that delete what it refers to. Must not know how it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from servicedesign.model import RECORDS, Record
from servicedesign.store import Project
from servicedesign.store.references import reference_fields

_PARTS: Final = frozenset({("frame", "deep_dive_id"), ("frame", "version_id")})
"""References that may be empty, but hold what a part belongs to: it goes with the whole."""


@dataclass(frozen=True, slots=True)
class Letting:
    """What a deletion does.

    Attributes:
        gone: records that are deleted.
        loosened: records that stay, as they are without what they pointed at.
        links: ids of links of the evidence chain that go, too.
    """

    gone: tuple[Record, ...]
    loosened: tuple[Record, ...]
    links: frozenset[str]


def what_goes(project: Project, records: Sequence[Record]) -> Letting:
    """Return what deleting ``records`` does; nothing is changed."""
    gone: dict[str, Record] = {}
    todo = list(records)
    while todo:
        record = todo.pop()
        if record.id not in gone:
            gone[record.id] = record
            todo += [user for user, _, owner in pointing_at(project, record) if owner]
    loosened: dict[str, Record] = {}
    links: set[str] = set()
    for record in gone.values():
        for user, field, _ in pointing_at(project, record):
            if user.id not in gone:
                change: dict[str, Any] = {field: None}
                loosened[user.id] = replace(loosened.get(user.id, user), **change)
        links.update(link.id for link in project.links_from(record.id))
        links.update(link.id for link in project.links_to(record.id))
    return Letting(tuple(gone.values()), tuple(loosened.values()), frozenset(links))


def let_go(project: Project, what: Letting) -> None:
    """Loosen and delete inside an edit."""
    for record in what.loosened:
        project.put(record)
    for record in what.gone:
        project.delete(record)


def pointing_at(project: Project, record: Record) -> Iterator[tuple[Record, str, bool]]:
    """Yield what refers to ``record``: it, the field, and whether it makes no sense without."""
    for kind, field, owner in _referring(record.KIND):
        for user in project.all(RECORDS[kind], **{field: record.id}):
            yield user, field, owner


@cache
def _referring(kind: str) -> tuple[tuple[str, str, bool], ...]:
    return tuple(
        (other, spec.name, spec.owner or (other, spec.name) in _PARTS)
        for other in RECORDS
        for spec in reference_fields(other)
        if spec.refers_to == kind
    )
