"""What a vote has on its list: notes and clusters that must stay while it is kept.

Owns the reading of it; a list does not count as a reference in the store.
"""

from __future__ import annotations

from collections.abc import Iterator

from servicedesign.model import Ballot, VoteRound
from servicedesign.store import Project


def voted(project: Project) -> dict[str, VoteRound]:
    """Return the ids that votes name as candidates, results or choices, each with its vote."""
    found: dict[str, VoteRound] = {}
    for vote in project.all(VoteRound):
        found |= dict.fromkeys(_named(project, vote), vote)
    return found


def _named(project: Project, vote: VoteRound) -> Iterator[str]:
    yield from vote.target_ids
    yield from (tally.target_id for tally in vote.tallies)
    yield from (selection.target_id for selection in vote.selections)
    for ballot in project.all(Ballot, round_id=vote.id):
        yield from (given.target_id for given in ballot.votes)
