"""Whose side the participants stand on, in words, and which sides are not there yet.

Owns the names of the kinds and the rule that every one is wanted: all stakeholders of the service,
and someone from another field (report ch. 7 §2). Must not change a participant.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from servicedesign.model.message import N_
from servicedesign.model.project import Participant, StakeholderKind
from servicedesign.store import Project

STAKEHOLDER_WORDS: Final = {
    StakeholderKind.OFFICIAL: N_("自治体職員"),
    StakeholderKind.COMPANY: N_("地域企業"),
    StakeholderKind.ENGINEER: N_("ICT技術者"),
    StakeholderKind.ORGANISATION: N_("関係団体"),
    StakeholderKind.USER: N_("利用者"),
    StakeholderKind.OUTSIDER: N_("異分野の人"),
    StakeholderKind.OTHER: N_("そのほかの立場"),
}
"""The name of each kind for people, in the order of the report."""

WANTED_KINDS: Final = tuple(kind for kind in STAKEHOLDER_WORDS if kind is not StakeholderKind.OTHER)
"""Kinds of which somebody should be there."""


def count_kinds(project: Project) -> Counter[StakeholderKind]:
    """Return how many participants stand on each side."""
    return Counter(person.stakeholder for person in project.all(Participant))


def missing_kinds(project: Project) -> tuple[StakeholderKind, ...]:
    """Return the wanted kinds of which nobody takes part, in the order of the report."""
    there = count_kinds(project)
    return tuple(kind for kind in WANTED_KINDS if not there[kind])
