"""Which ideas were chosen and which got votes, as far as that may be told.

Owns this reading for the evidence chain. Rounds that are not closed say nothing: their votes may
still be hidden.
"""

from __future__ import annotations

from servicedesign.model import DeepDive, VoteRound, VoteStatus
from servicedesign.store import Project


def closed_rounds(project: Project) -> tuple[VoteRound, ...]:
    """Return the rounds whose results may be told."""
    return project.all(VoteRound, status=VoteStatus.CLOSED)


def chosen_ids(project: Project) -> tuple[str, ...]:
    """Return the ids of notes and clusters that a vote kept, in the order they were kept."""
    kept = (one.target_id for round_ in closed_rounds(project) for one in round_.selections)
    return tuple(dict.fromkeys(kept))


def votes_of(project: Project) -> dict[str, int]:
    """Return the votes of each idea that got any, of the first round that counted it."""
    found: dict[str, int] = {}
    for round_ in closed_rounds(project):
        for tally in round_.tallies:
            if tally.votes:
                found.setdefault(tally.target_id, tally.votes)
    return found


def voted_ids(project: Project) -> tuple[str, ...]:
    """Return the ids of ideas with votes, and of those worked out in a deep-dive."""
    dives = project.all(DeepDive)
    worked = (one for dive in dives for one in (dive.note_id, dive.cluster_id) if one)
    return tuple(dict.fromkeys((*votes_of(project), *worked)))
