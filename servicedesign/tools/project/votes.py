"""The vote that is looked at, and how many have voted.

Owns these two questions, which counts and checks share.
"""

from __future__ import annotations

from servicedesign.model import Ballot, VoteRound, VoteStatus
from servicedesign.store import Project
from servicedesign.tools.vote_limits import SINGLE, voters


def last_round(project: Project) -> VoteRound | None:
    """Return the vote that is looked at: the one begun last.

    A run-off is looked at while it goes on; after it, the round that it decided.
    """
    rounds = project.all(VoteRound)
    main = [one for one in rounds if one.run_off_of is None] or list(rounds)
    going_on = [one for one in rounds if one.status is not VoteStatus.CLOSED]
    return next(iter((*reversed(going_on), *reversed(main))), None)


def ballots_of(project: Project, vote: VoteRound) -> tuple[int, int]:
    """Return how many people have voted as far as is known, and how many may vote."""
    ballots = project.all(Ballot, round_id=vote.id)
    singles = sum(ballot.way in SINGLE for ballot in ballots)
    given = max(singles, len(vote.voted_ids))
    return given, max(given, voters(vote))
