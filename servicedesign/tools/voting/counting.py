"""Counting: how a round stands while people vote, and what its votes come to.

Owns the arithmetic of the result and what of it may be seen when. While a round is open and its
counts are hidden, nothing here tells how many votes an idea has, but for ``count`` itself, which is
for the close alone. Must not write.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from servicedesign.model import (
    Ballot,
    BallotWay,
    Participant,
    Tally,
    VoteRound,
    VoteStatus,
)
from servicedesign.store import Project
from servicedesign.tools.vote_limits import Box, box_of, voters
from servicedesign.tools.vote_targets import targets_of
from servicedesign.tools.voting.ballots import next_number


@dataclass(frozen=True, slots=True)
class Standing:
    """How a round stands, without telling what anyone voted for.

    Attributes:
        voters: how many people may vote.
        ballots: ballots of one person each that are in, typed or from the laptop.
        papers: those of them that were typed from paper.
        voted: participants marked as having voted, in the order of the list.
        missing: participants who have not voted yet, in the order of the list; empty without one.
        together: people who have handed in no ballot: they vote by dots and raised hands.
        counted: votes counted in the room so far, all ideas together.
        remaining: votes that the people in ``together`` have left.
        next_number: number of the next ballot.
    """

    voters: int
    ballots: int
    papers: int
    voted: tuple[Participant, ...]
    missing: tuple[Participant, ...]
    together: int
    counted: int
    remaining: int
    next_number: int


def standing(project: Project, round_id: str) -> Standing:
    """Return how a round stands; in every status of it."""
    round_ = project.get(VoteRound, round_id)
    ballots = project.all(Ballot, round_id=round_id)
    box = box_of(ballots)
    people = voters(round_)
    together = max(0, people - len(box.singles))
    counted = box.together.total()
    listed = set(round_.voter_ids)
    done = set(round_.voted_ids)
    names = [person for person in project.all(Participant) if person.id in listed]
    return Standing(
        voters=people,
        ballots=len(box.singles),
        papers=sum(one.way is BallotWay.TALLY for one in box.singles),
        voted=tuple(person for person in names if person.id in done),
        missing=tuple(person for person in names if person.id not in done),
        together=together,
        counted=counted,
        remaining=max(0, round_.budget * together - counted),
        next_number=next_number(project, round_id),
    )


def public_count(project: Project, round_id: str) -> tuple[Tally, ...] | None:
    """Return what anyone may see of the count, one line a candidate, most votes first.

    None while nothing may be seen: before the round, and while its counts are hidden.
    """
    round_ = project.get(VoteRound, round_id)
    if round_.status is VoteStatus.CLOSED:
        return round_.tallies
    if round_.status is VoteStatus.DRAFT or round_.hidden:
        return None
    return count(project, round_)


def count(project: Project, round_: VoteRound) -> tuple[Tally, ...]:
    """Return the votes of every candidate, most votes first, then as they are numbered.

    For the close alone: while counts are hidden nobody may see this.
    """
    box = box_of(project.all(Ballot, round_id=round_.id))
    people = max(0, voters(round_) - len(box.singles))
    ids = [target.id for target in targets_of(project, round_)]
    tallies = [_tally(one, box, round_.cap, people) for one in ids]
    return tuple(sorted(tallies, key=lambda tally: -tally.votes))


def _tally(target_id: str, box: Box, cap: int, people: int) -> Tally:
    """Return votes and supporters of one candidate.

    Each ballot that names it is one person. Of dots counted in the room nobody knows whose they
    are: with several allowed on one idea, the number of people is told as the least it can be.
    """
    singles = [
        vote.count for one in box.singles for vote in one.votes if vote.target_id == target_id
    ]
    hands, together = box.hands[target_id], box.together[target_id]
    least = max(hands, -(-together // cap))
    most = min(people, together)
    return Tally(
        target_id=target_id,
        votes=sum(singles) + together,
        supporters=len(singles) + least,
        at_least=least < most,
    )


def turnout(round_: VoteRound, ballots: Iterable[Ballot]) -> int | None:
    """Return how many people have voted, or None where nobody can know.

    That is where dots or hands were counted and not everyone who voted was marked on the list.
    """
    box = box_of(ballots)
    known = max(len(round_.voted_ids), len(box.singles))
    if not box.together or known == voters(round_):
        return known
    return known if len(round_.voted_ids) > len(box.singles) else None
