"""The vote that is looked at, and how many have voted.

Owns these two questions, which counts and checks share.
"""

from __future__ import annotations

from servicedesign.model import Ballot, VoteRound
from servicedesign.store import Project


def last_round(project: Project) -> VoteRound | None:
    """Return the vote that is looked at: the one begun last."""
    rounds = project.all(VoteRound)
    return rounds[-1] if rounds else None


def ballots_of(project: Project, vote: VoteRound) -> tuple[int, int]:
    """Return how many ballots are in, and how many people may vote."""
    given = len(project.all(Ballot, round_id=vote.id))
    return given, max(given, len(vote.voter_ids))
