"""What one can do with groups: make them, name them, deal the people to them.

Owns every change to groups but their deletion (``leaving``), how they are called and coloured, and
the dealing of people so that kinds mix (six to a group is best).
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from servicedesign.i18n import Translator
from servicedesign.model import (
    Group,
    Message,
    Participant,
    ProjectError,
    StickyColour,
    field_specs,
    msg,
)
from servicedesign.model.normalise import fold, plain_text
from servicedesign.store import Project
from servicedesign.tools.participants.balance import Seat, deal
from servicedesign.tools.participants.people import people
from servicedesign.tools.participants.places import put_in_order
from servicedesign.tools.participants.words import KINDS

MOST_GROUPS: Final = 100
"""More groups than this a project does not take."""


@dataclass
class GroupNames:
    """The groups of a project by name, for one edit; a name that is not there makes a group.

    Attributes:
        project: whose groups they are.
        made: the groups made so far, in order.
        refused: names for which there was no more room.
    """

    project: Project
    made: list[Group] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    _known: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the names that are there."""
        for group in reversed(self.project.all(Group)):
            self._known[_bare(group.name)] = group.id
            self._known[_plain(group.name)] = group.id

    def group_id(self, name: str) -> str | None:
        """Return the group called ``name`` (A finds A班), made if need be; None for no name."""
        name = plain_text(name, single_line=True).strip()
        if not name:
            return None
        found = self._known.get(_plain(name)) or self._known.get(_bare(name))
        if found is None and len(self.project.all(Group)) >= MOST_GROUPS:
            self.refused.add(name)
            return None
        if found is None:
            group = _new_group(self.project, name)
            self.project.put(group)
            self.made.append(group)
            found = self._known[_plain(name)] = group.id
            self._known.setdefault(_bare(name), group.id)
        return found


def _plain(name: str) -> str:
    return fold(name).strip()


def _bare(name: str) -> str:
    """Return a name without the word for a group: 「A班」 and "Group A" are both "a"."""
    plain = _plain(name)
    short = plain.removesuffix("班").removesuffix("グループ").removeprefix("group ").strip()
    return short or plain


def _new_group(project: Project, name: str) -> Group:
    groups = project.all(Group)
    used = Counter(group.colour for group in groups)
    colour = min(StickyColour, key=lambda one: used[one])
    place = max((group.position for group in groups), default=-1.0) + 1.0
    return Group(name=name, colour=colour, position=place)


def free_name(project: Project, t: Translator) -> str:
    """Return the name of the next group: A班, B班 … with the letter nobody has, then numbers."""
    used = {_bare(group.name) for group in project.all(Group)}
    marks = [*string.ascii_uppercase, *map(str, range(1, MOST_GROUPS + 2))]
    letter = next(mark for mark in marks if mark.casefold() not in used)
    return t("{letter}班", letter=letter)


def add_group(project: Project, t: Translator, name: str = "") -> Group:
    """Add an empty group behind the others and return it; without a name it gets the next one.

    Raises:
        ProjectError: there are as many as there can be.
    """
    if len(project.all(Group)) >= MOST_GROUPS:
        raise ProjectError(
            msg("班は{most}までです。", most=MOST_GROUPS),
            msg("何も変えていません。"),
            msg("使わない班を消してから、足してください。"),
        )
    group = _new_group(project, plain_text(name, single_line=True) or free_name(project, t))
    with project.edit(msg("班を足す")):
        project.put(group)
    return group


def write_group(project: Project, group_id: str, name: str, text: str) -> None:
    """Write the field ``name`` (``name`` or ``note``) of a group; its keystrokes are one step."""
    spec = field_specs(Group)[name]
    change: dict[str, Any] = {name: plain_text(text, single_line=not spec.long)}
    label = msg("{field}を書く", field=Message(spec.label))
    with project.edit(label, merge=f"group:{group_id}:{name}"):
        project.put(replace(project.get(Group, group_id), **change))


def set_group_colour(project: Project, group_id: str, colour: StickyColour) -> None:
    """Give a group another colour, and with it another symbol."""
    with project.edit(msg("班の色を変える")):
        project.put(replace(project.get(Group, group_id), colour=colour))


def move_group(project: Project, group_id: str, index: int) -> None:
    """Move a group to place ``index`` (0 first) among the others."""
    group = project.get(Group, group_id)
    others = [other for other in project.all(Group) if other.id != group_id]
    with project.edit(msg("班の順を変える")):
        for one in put_in_order(others, [group], index):
            project.put(one)


@dataclass(frozen=True, slots=True)
class Balance:
    """What dealing came to.

    Attributes:
        sizes: of the groups, in order.
        moved: how many people are in another group than before.
    """

    sizes: tuple[int, ...]
    moved: int


def balance_groups(
    project: Project, count: int, t: Translator, *, keep_placed: bool = False
) -> Balance:
    """Deal everyone to ``count`` groups so that kinds mix and sizes differ by one at most.

    The first ``count`` groups are used, and more are made where there are too few; a group too
    many that nothing else refers to is deleted. With ``keep_placed`` those who have one of these
    groups stay there, and sizes are as even as that allows. The same list gives the same groups.

    Raises:
        ProjectError: ``count`` is not between 1 and the number of people, or of possible groups.
    """
    everyone = people(project)
    if not 1 <= count <= min(MOST_GROUPS, len(everyone)):
        raise ProjectError(
            msg("{count}班には分けられません。", count=count),
            msg("今の班はそのままです。"),
            msg("1から{most}までの数を選んでください。", most=min(MOST_GROUPS, len(everyone)) or 1),
        )
    with project.edit(msg("班を均等に分ける")):
        while len(project.all(Group)) < count:
            project.put(_new_group(project, free_name(project, t)))
        groups = project.all(Group)
        used, rest = groups[:count], groups[count:]
        moved = _seat(project, everyone, used, keep_placed=keep_placed)
        _empty(project, rest)
    sizes = Counter(person.group_id for person in people(project))
    return Balance(tuple(sizes[group.id] for group in used), moved)


def _seat(
    project: Project,
    everyone: Sequence[Participant],
    groups: Sequence[Group],
    *,
    keep_placed: bool,
) -> int:
    places = {group.id: place for place, group in enumerate(groups)}
    seats = [
        Seat(
            kind=KINDS.index(person.stakeholder),
            affiliation=fold(person.affiliation).strip(),
            group=places.get(person.group_id or "") if keep_placed else None,
        )
        for person in everyone
    ]
    moved = 0
    for person, place in zip(everyone, deal(seats, len(groups)), strict=True):
        if person.group_id != groups[place].id:
            project.put(replace(person, group_id=groups[place].id))
            moved += 1
    return moved


def _empty(project: Project, groups: Sequence[Group]) -> None:
    """Take the last (blank) rows out of groups that are not used, and delete what nobody needs."""
    for group in groups:
        for person in project.all(Participant, group_id=group.id):
            project.put(replace(person, group_id=None))
        if project.user_of(group) is None:
            project.delete(group)
