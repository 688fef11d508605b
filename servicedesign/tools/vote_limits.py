"""The limits of a vote, which hold in every way of voting and across the ways.

Owns the arithmetic: how many people may vote, what a single ballot may hold, and what the others in
the room may have together. Must not know the store, nor how a limit is told beyond its sentence.

V people may vote. Of them B handed in a ballot of their own (by number or on the laptop); the other
D = V - B vote together by dots and raised hands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from servicedesign.model import Ballot, BallotVote, BallotWay, Message, VoteRound, msg

SINGLE: Final = (BallotWay.TALLY, BallotWay.DEVICE)
"""Ways in which a ballot is one person's."""
TOGETHER: Final = (BallotWay.DOTS, BallotWay.HANDS)
"""Ways in which one record holds what was counted in the room."""

Name = Callable[[str], Message]
"""Returns what people call the candidate with an id."""


def voters(round_: VoteRound) -> int:
    """Return how many people may vote: those on the list, or those counted in the room.

    Someone who was struck off the list after the close still counts.
    """
    return max(len(round_.voter_ids), round_.voter_count or 0)


@dataclass(frozen=True, slots=True)
class Box:
    """What is in the ballot box of one round.

    Attributes:
        singles: the ballots of one person each.
        dots: dots counted in the room, by target.
        hands: raised hands, by target.
    """

    singles: tuple[Ballot, ...] = ()
    dots: Counter[str] = field(default_factory=Counter)
    hands: Counter[str] = field(default_factory=Counter)

    @property
    def together(self) -> Counter[str]:
        """Dots and hands, by target."""
        return self.dots + self.hands


def box_of(ballots: Iterable[Ballot]) -> Box:
    """Sort the ballots of one round."""
    singles: list[Ballot] = []
    box = Box()
    for ballot in ballots:
        if ballot.way in SINGLE:
            singles.append(ballot)
        else:
            counts = box.dots if ballot.way is BallotWay.DOTS else box.hands
            for vote in ballot.votes:
                counts[vote.target_id] += vote.count
    return Box(tuple(singles), box.dots, box.hands)


def as_votes(targets: Iterable[str]) -> tuple[BallotVote, ...]:
    """Return what a ballot holds that names ``targets``, one of them perhaps several times."""
    return tuple(BallotVote(target_id=one, count=n) for one, n in Counter(targets).items())


def breach(round_: VoteRound, ballots: Sequence[Ballot], name: Name) -> Message | None:
    """Return the limit that ``ballots`` break, as a sentence, or None when all is kept."""
    box = box_of(ballots)
    for ballot in box.singles:
        broken = _ballot_breach(round_, ballot, name)
        if broken is not None:
            return broken
    rest = voters(round_) - len(box.singles)
    if rest < 0:
        return msg(
            "投票できるのは{voters}人なのに、用紙が{ballots}枚になります。",
            voters=voters(round_),
            ballots=len(box.singles),
        )
    return _room_breach(round_, box, rest, name)


def _ballot_breach(round_: VoteRound, ballot: Ballot, name: Name) -> Message | None:
    given = sum(vote.count for vote in ballot.votes)
    if given > round_.budget:
        return msg(
            "用紙{number}は{given}票で、持ち票{budget}を超えます。",
            number=ballot.number,
            given=given,
            budget=round_.budget,
        )
    for vote in ballot.votes:
        if vote.count > round_.cap:
            return msg(
                "用紙{number}は{label}に{given}票で、1案の上限{cap}票を超えます。",
                number=ballot.number,
                label=name(vote.target_id),
                given=vote.count,
                cap=round_.cap,
            )
    return None


def _room_breach(round_: VoteRound, box: Box, people: int, name: Name) -> Message | None:
    for target, votes in box.together.items():
        if box.hands[target] > people:
            return msg(
                "{label}の挙手は、用紙を出していない{people}人までです。",
                label=name(target),
                people=people,
            )
        if votes > round_.cap * people:
            return msg(
                "{label}の点と挙手は、用紙を出していない{people}人で{most}票までです。",
                label=name(target),
                people=people,
                most=round_.cap * people,
            )
    if box.together.total() > round_.budget * people:
        return msg(
            "点と挙手は、用紙を出していない{people}人で合わせて{most}票までです。",
            people=people,
            most=round_.budget * people,
        )
    return None
