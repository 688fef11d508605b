"""Taking people and groups out of a project, with everything that points to them.

Owns what goes with them and what stays: words, notes and counts stay, only the name on them goes.
One undo brings all back.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from servicedesign.model import (
    Ballot,
    DeepDive,
    Group,
    Note,
    Participant,
    Record,
    Reflection,
    msg,
)
from servicedesign.store import Project
from servicedesign.tools.letting_go import what_goes
from servicedesign.tools.running_votes import strike_off


@dataclass(frozen=True, slots=True)
class Departure:
    """What lost its name or its group when something was deleted.

    Attributes:
        people: participants deleted, or left without a group.
        notes: sticky notes without their author, or without their group.
        ballots: ballots that count on without a name.
        votes: running votes from whose lists someone was struck.
        others: deep dives and words of the closing round without their group.
    """

    people: int = 0
    notes: int = 0
    ballots: int = 0
    votes: int = 0
    others: int = 0


def delete_participants(project: Project, ids: Collection[str]) -> Departure:
    """Delete people. Their notes stay without an author; ballots cast count on without a name.

    They are struck off the lists of voters; the counts of a closed vote stay as they are.

    Raises:
        ProjectError: someone has voted in a round that is still open, or it cannot do without them;
            nothing is deleted.
    """
    gone = [person for one in ids if (person := project.find(Participant, one)) is not None]
    with project.edit(msg("参加者を消す")):
        struck = strike_off(project, [person.id for person in gone])
        freed = _loosen(project, gone)
        for person in gone:
            project.delete(person)
    return Departure(
        people=len(gone),
        notes=sum(isinstance(record, Note) for record in freed),
        ballots=sum(isinstance(record, Ballot) for record in freed),
        votes=struck,
    )


def delete_group(project: Project, group_id: str) -> Departure:
    """Delete a group. Its people stay without one; its notes keep their colour.

    Deep dives and what was said in the closing round stay, without a group.
    """
    group = project.get(Group, group_id)
    with project.edit(msg("班を消す")):
        freed = _loosen(project, [group])
        for note in freed:
            if isinstance(note, Note):
                project.put(replace(note, colour=group.colour))
        project.delete(group)
    return Departure(
        people=sum(isinstance(record, Participant) for record in freed),
        notes=sum(isinstance(record, Note) for record in freed),
        others=sum(isinstance(record, DeepDive | Reflection) for record in freed),
    )


def _loosen(project: Project, records: Sequence[Record]) -> Sequence[Record]:
    """Clear every reference to ``records``; return those that held one, as they now are."""
    freed = what_goes(project, records).loosened
    for record in freed:
        project.put(record)
    return freed
