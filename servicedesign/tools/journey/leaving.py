"""What goes when something is deleted, told before and done in one step.

Owns the rule for all that hangs on a map, a phase, a lane or a card: what makes no sense without
it goes with it, what only points at it stays and points nowhere. Must not know how it is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from servicedesign.model import RECORDS, Cell, Image, Issue, Lane, Link, Note, Phase, Record
from servicedesign.store import Project
from servicedesign.store.references import reference_fields


@dataclass(frozen=True, slots=True)
class Leaving:
    """What goes, and what is loosened.

    Attributes:
        gone: records that are deleted.
        loosened: records that stay, as they are without what they pointed at.
        links: ids of links of the evidence chain that go, too.
    """

    gone: tuple[Record, ...]
    loosened: tuple[Record, ...]
    links: frozenset[str]

    @property
    def cards(self) -> int:
        """How many cards with something on them go."""
        return sum(isinstance(record, Cell) and has_content(record) for record in self.gone)

    @property
    def phases(self) -> int:
        """How many phases and stages go."""
        return sum(isinstance(record, Phase) for record in self.gone)

    @property
    def lanes(self) -> int:
        """How many lanes go."""
        return sum(isinstance(record, Lane) for record in self.gone)

    @property
    def issues(self) -> int:
        """How many issues lose the card they came from."""
        return sum(isinstance(record, Issue) for record in self.loosened)

    @property
    def notes(self) -> int:
        """How many ideas lose the place they answer."""
        return sum(isinstance(record, Note) for record in self.loosened)


def has_content(cell: Cell) -> bool:
    """Tell whether anything stands on a card."""
    marked = cell.outcome.value != "unset" or cell.evidence.value != "none"
    return bool(cell.text.strip() or marked or cell.emotion is not None or cell.image_id)


def leaving(project: Project, records: Sequence[Record]) -> Leaving:
    """Return what deleting ``records`` does; nothing is changed."""
    gone: dict[str, Record] = {}
    todo = list(records)
    while todo:
        record = todo.pop()
        if record.id not in gone:
            gone[record.id] = record
            todo += [user for user, _, owner in _users(project, record) if owner]
    loosened: dict[str, Record] = {}
    links: set[str] = set()
    for record in gone.values():
        for user, field, _ in _users(project, record):
            if user.id not in gone:
                change: dict[str, Any] = {field: None}
                loosened[user.id] = replace(loosened.get(user.id, user), **change)
        links.update(link.id for link in _links(project, record.id))
    return Leaving(tuple(gone.values()), tuple(loosened.values()), frozenset(links))


def carry_out(project: Project, what: Leaving) -> None:
    """Delete and loosen inside an edit; pictures that nothing shows any more go, too."""
    pictures = {cell.image_id for cell in what.gone if isinstance(cell, Cell) and cell.image_id}
    for record in what.loosened:
        project.put(record)
    for record in what.gone:
        project.delete(record)
    for image_id in pictures:
        drop_picture(project, image_id)


def drop_picture(project: Project, image_id: str | None) -> None:
    """Delete a picture that nothing shows any more: it may show a real person."""
    image = project.find(Image, image_id)
    if image is not None and project.user_of(image) is None:
        project.delete(image)


def _links(project: Project, record_id: str) -> tuple[Link, ...]:
    return (*project.links_from(record_id), *project.links_to(record_id))


def _users(project: Project, record: Record) -> Iterator[tuple[Record, str, bool]]:
    """Yield what refers to ``record``: it, the field, and whether it makes no sense without."""
    for kind, field, owner in _referring(record.KIND):
        for user in project.all(RECORDS[kind], **{field: record.id}):
            yield user, field, owner


@cache
def _referring(kind: str) -> tuple[tuple[str, str, bool], ...]:
    return tuple(
        (other, spec.name, spec.owner)
        for other in RECORDS
        for spec in reference_fields(other)
        if spec.refers_to == kind
    )
