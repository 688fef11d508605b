"""What the sheets of participants show, as plain data.

Owns the shape and the collecting. Notes stay out: they are the facilitator's, and a list that hangs
on a wall shows no more of people than is needed to find a seat and to know who speaks for whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesign.i18n import Translator
from servicedesign.model import Participant, StakeholderKind
from servicedesign.tools.participants.people import by_group
from servicedesign.tools.participants.words import stakeholder_text
from servicedesign.tools.stakeholders import missing_kinds

if TYPE_CHECKING:
    from servicedesign.store import Project


@dataclass(frozen=True, slots=True)
class PersonData:
    """One person as printed."""

    name: str
    kana: str = ""
    affiliation: str = ""
    kind: StakeholderKind = StakeholderKind.OTHER
    kind_note: str = ""
    role: str = ""

    def kind_words(self, t: Translator) -> str:
        """Return whose side the person stands on."""
        return stakeholder_text(self.kind, self.kind_note, t)


@dataclass(frozen=True, slots=True)
class GroupData:
    """One group with its people by reading; without a colour, those who have no group."""

    name: str
    colour: str
    people: tuple[PersonData, ...]


@dataclass(frozen=True, slots=True)
class PeopleData:
    """Everyone, group by group, and the kinds of which nobody is there."""

    groups: tuple[GroupData, ...] = ()
    missing: tuple[StakeholderKind, ...] = ()
    service: str = ""

    @property
    def people(self) -> tuple[PersonData, ...]:
        """Everyone, in the order of the groups."""
        return tuple(person for group in self.groups for person in group.people)


def gather_people(project: Project) -> PeopleData | None:
    """Return everyone; None when nobody is written down and there is no group."""
    groups = tuple(
        GroupData(
            group.name if group else "",
            str(group.colour) if group else "",
            tuple(_person(person) for person in members),
        )
        for group, members in by_group(project)
    )
    if not groups:
        return None
    return PeopleData(groups, missing_kinds(project), project.info.service_name)


def _person(person: Participant) -> PersonData:
    return PersonData(
        person.name.strip(),
        person.kana.strip(),
        person.affiliation.strip(),
        person.stakeholder,
        person.stakeholder_note.strip(),
        person.role.strip(),
    )
