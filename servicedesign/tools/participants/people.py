"""Who takes part: the people of a project, in the orders in which lists need them.

Owns what counts as a person (an empty row of the table does not) and the order by reading.
Changes nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from servicedesign.model import Group, Participant, StakeholderKind
from servicedesign.model.normalise import fold
from servicedesign.store import Project

TEXTS: Final = ("name", "kana", "affiliation", "stakeholder_note", "role", "note")
"""Fields of a participant in which something may be written."""

_LARGE: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
_KANJI: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]")
LEAST_GROUP: Final = 3
BEST_GROUP: Final = 6
MOST_GROUP: Final = 10
"""Sizes of a group: six is best, three to ten can work."""


def is_blank(person: Participant) -> bool:
    """Tell whether nothing stands in a row yet."""
    if person.name and not person.name.isspace():
        return False
    unset = person.stakeholder is StakeholderKind.OTHER
    return unset and not any(getattr(person, field).strip() for field in TEXTS)


def people(project: Project) -> tuple[Participant, ...]:
    """Return everyone of whom something is written, in the order of the table."""
    return tuple(person for person in project.all(Participant) if not is_blank(person))


def reading_order(person: Participant) -> tuple[object, ...]:
    """Return the key by which lists are sorted: ふりがな, then those without it.

    A name that shows how it is read is sorted by itself. How one in 漢字 is read nobody can tell:
    such people stay in the order of the table, behind the others.
    """
    return _reading_order(person.kana, person.name)


@lru_cache(maxsize=4096)
def _reading_order(kana: str, name: str) -> tuple[object, ...]:
    read = fold(kana).strip()
    if not read and _KANJI.search(name):
        return (2,)
    folded = (read or fold(name)).strip()
    return int(not read), folded.translate(_LARGE), folded, fold(name)


def by_group(project: Project) -> tuple[tuple[Group | None, tuple[Participant, ...]], ...]:
    """Return the people of each group by reading; those without a group last, if there are any."""
    groups = project.all(Group)
    members: dict[str | None, list[Participant]] = {group.id: [] for group in groups}
    members[None] = []
    for person in people(project):
        members[person.group_id if person.group_id in members else None].append(person)
    listed: list[tuple[Group | None, tuple[Participant, ...]]] = [
        (group, tuple(sorted(members[group.id], key=reading_order))) for group in groups
    ]
    if members[None]:
        listed.append((None, tuple(sorted(members[None], key=reading_order))))
    return tuple(listed)


def suggested_count(number: int) -> int:
    """Return into how many groups ``number`` people go best: six to a group, three at least."""
    return max(1, min((number + BEST_GROUP // 2) // BEST_GROUP, max(1, number // LEAST_GROUP)))


def workable_counts(number: int) -> tuple[int, int]:
    """Return the least and the greatest number of groups in which ``number`` people can work."""
    least = max(1, -(-number // MOST_GROUP))
    return least, max(least, number // LEAST_GROUP)


def sizes_of(number: int, count: int) -> tuple[int, ...]:
    """Return the sizes of ``count`` groups that differ by one at most, the larger ones first."""
    whole, rest = divmod(number, count)
    return tuple(whole + (place < rest) for place in range(count))
