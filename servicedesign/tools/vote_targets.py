"""What is voted on in a round, and the number or letter by which people write it.

Owns that reading for the voting tool, for sheets and for what else must name a candidate. A note is
written by its own number. A cluster has none, so it gets a letter by its place in the round's list:
a letter never clashes with a number, and one that was given up during the round is not given again.
Must not know ballots.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

from servicedesign.model import (
    Cluster,
    Group,
    Note,
    StickyColour,
    VoteEventKind,
    VoteRound,
    VoteTarget,
)
from servicedesign.model.titles import full_title
from servicedesign.store import Project

_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which look like 1 and 0 when written by hand."""


@dataclass(frozen=True, slots=True)
class Target:
    """One candidate of a round.

    Attributes:
        id: of the note or the cluster.
        number: of the note; of a cluster its place among the clusters, from 1.
        label: what people write on a ballot: ``12``, or ``A`` for a cluster.
        title: its words on one line, perhaps none.
        colour: of the note, whose symbol goes with it; None for a cluster.
        group_name: of the group it came from, perhaps empty.
        is_cluster: whether it is a cluster.
        ideas: numbers of the notes in a cluster, ascending.
    """

    id: str
    number: int
    label: str
    title: str
    colour: StickyColour | None
    group_name: str
    is_cluster: bool = False
    ideas: tuple[int, ...] = ()

    @property
    def named(self) -> str:
        """Label and words on one line: ``12 まるごと予約窓口``."""
        return f"{self.label} {self.title}".strip()


def targets_of(project: Project, round_: VoteRound) -> tuple[Target, ...]:
    """Return the candidates of a round: clusters by letter, then notes by number."""
    letters = _letters(round_)
    groups = {group.id: group for group in project.all(Group)}
    clusters: list[Target] = []
    notes: list[Target] = []
    for one in round_.target_ids:
        note = project.find(Note, one)
        if note is not None:
            notes.append(_note(note, groups))
            continue
        cluster = project.find(Cluster, one)
        if cluster is not None:
            clusters.append(_cluster(project, cluster, next(letters), len(clusters) + 1))
    return (*clusters, *sorted(notes, key=lambda target: (target.number, target.id)))


def candidates(project: Project, board_id: str, kind: VoteTarget) -> tuple[str, ...]:
    """Return the ids of everything on a board that can be voted on, in order.

    For clusters that is each cluster with notes in it, then the notes that stand alone.
    """
    notes = sorted(project.all(Note, board_id=board_id), key=lambda note: (note.number, note.id))
    if kind is VoteTarget.NOTE:
        return tuple(note.id for note in notes)
    clusters = project.all(Cluster, board_id=board_id)
    held = {note.cluster_id for note in notes}
    known = {cluster.id for cluster in clusters}
    return (
        *(cluster.id for cluster in clusters if cluster.id in held),
        *(note.id for note in notes if note.cluster_id not in known),
    )


def _note(note: Note, groups: dict[str, Group]) -> Target:
    group = groups.get(note.group_id or "")
    return Target(
        id=note.id,
        number=note.number,
        label=str(note.number),
        title=full_title(note),
        colour=group.colour if group else note.colour,
        group_name=group.name if group else "",
    )


def _cluster(project: Project, cluster: Cluster, letter: str, number: int) -> Target:
    ideas = (note.number for note in project.all(Note, cluster_id=cluster.id))
    return Target(
        id=cluster.id,
        number=number,
        label=letter,
        title=full_title(cluster),
        colour=None,
        group_name="",
        is_cluster=True,
        ideas=tuple(sorted(ideas)),
    )


def _letters(round_: VoteRound) -> Iterator[str]:
    """Yield the letters for the clusters of a round, without those that left it."""
    left = (VoteEventKind.LEFT, VoteEventKind.MOVED)
    given = {event.text.partition(" ")[0] for event in round_.events if event.kind in left}
    return (letter for letter in map(_letter, count()) if letter not in given)


def _letter(place: int) -> str:
    more, rest = divmod(place, len(_LETTERS))
    return (_letter(more - 1) if more else "") + _LETTERS[rest]
