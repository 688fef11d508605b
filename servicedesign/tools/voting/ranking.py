"""What a count means: ranks, ties by the declared rule, and the ideas that suggest themselves.

Owns that reading (report ch. 7 §2(2): four to five ideas are kept). Only closed rounds have ranks.
Must not write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from servicedesign.model import Tally, TieRule, VoteRound, VoteStatus
from servicedesign.store import Project
from servicedesign.tools.vote_targets import Target, targets_of

FEWEST: Final = 4
MOST: Final = 5
"""How many ideas the report keeps."""


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a result.

    Attributes:
        target: the candidate.
        votes: it got.
        supporters: how many different people gave them.
        at_least: whether that number is the least it can be.
        rank: from 1; those that are tied share it and the next ones are left out.
        shared: whether others have the same rank.
        chosen: whether it was kept.
        reason: why, where the choice departs from the count.
    """

    target: Target
    votes: int
    supporters: int
    at_least: bool
    rank: int
    shared: bool
    chosen: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The four to five ideas that the count and the declared rule keep.

    Attributes:
        target_ids: in the order of their ranks.
        tied: those that share the last place where they are too many; empty when the cut is clear.
            Under KEEP_BOTH they are among ``target_ids``, else none of them is.
        seats: how many places the tied share.
    """

    target_ids: tuple[str, ...]
    tied: tuple[str, ...] = ()
    seats: int = 0

    @property
    def undecided(self) -> tuple[str, ...]:
        """The tied among whom the declared rule still has to decide."""
        return tuple(one for one in self.tied if one not in self.target_ids)


@dataclass(frozen=True, slots=True)
class Tie:
    """Candidates with as many votes as each other, at least one of which was kept.

    Attributes:
        targets: in the order of the result.
        votes: that each of them has.
        parted_by: what ranked them one after the other: MORE_SUPPORTERS or RUN_OFF; None when they
            share their rank.
        chosen: those that were kept.
    """

    targets: tuple[Target, ...]
    votes: int
    parted_by: TieRule | None
    chosen: tuple[Target, ...]


def ranking(project: Project, round_id: str) -> tuple[Place, ...]:
    """Return the result of a closed round, best first, ideas without a vote too; else nothing."""
    round_ = project.get(VoteRound, round_id)
    if round_.status is not VoteStatus.CLOSED:
        return ()
    targets = {one.id: one for one in targets_of(project, round_)}
    tallies = _tallies(round_, targets)
    reasons = {one.target_id: one.reason for one in round_.selections}
    places: list[Place] = []
    for group in groups_of(project, round_):
        rank = len(places) + 1
        for one in _chosen_first(group, [*reasons]):
            tally = tallies[one]
            places.append(
                Place(
                    target=targets[one],
                    votes=tally.votes,
                    supporters=tally.supporters,
                    at_least=tally.at_least,
                    rank=rank,
                    shared=len(group) > 1,
                    chosen=one in reasons,
                    reason=reasons.get(one, ""),
                )
            )
    return tuple(places)


def _chosen_first(group: Sequence[str], chosen: Sequence[str]) -> list[str]:
    return sorted(group, key=lambda one: one not in chosen)


def suggestion(project: Project, round_id: str) -> Suggestion:
    """Return the ideas that suggest themselves: five, or four where the fifth place is shared.

    Ideas without a vote never do. Where a tie crosses both cuts the declared rule decides.
    """
    round_ = project.get(VoteRound, round_id)
    tallies = {one.target_id: one.votes for one in round_.tallies}
    kept: list[str] = []
    for group in groups_of(project, round_):
        if not tallies.get(group[0]):
            break
        if len(kept) + len(group) <= MOST:
            kept += group
        elif len(kept) >= FEWEST:
            break
        else:
            seats = MOST - len(kept)
            if round_.tie_rule is TieRule.KEEP_BOTH:
                kept += group
            return Suggestion(tuple(kept), tuple(group), seats)
    return Suggestion(tuple(kept))


def ties(project: Project, round_id: str) -> tuple[Tie, ...]:
    """Return the ties that mattered: equal votes of which at least one was kept."""
    round_ = project.get(VoteRound, round_id)
    found = []
    for votes, members in groupby(ranking(project, round_id), key=lambda place: place.votes):
        places = list(members)
        chosen = tuple(place.target for place in places if place.chosen)
        if votes and len(places) > 1 and chosen:
            parted = _parted_by(round_, places)
            found.append(Tie(tuple(place.target for place in places), votes, parted, chosen))
    return tuple(found)


def _parted_by(round_: VoteRound, places: Sequence[Place]) -> TieRule | None:
    if len({place.rank for place in places}) == 1:
        return None
    by_supporters = _by_supporters(round_, _tallies(round_), [place.target.id for place in places])
    return TieRule.MORE_SUPPORTERS if len(by_supporters) > 1 else TieRule.RUN_OFF


def groups_of(project: Project, round_: VoteRound) -> tuple[tuple[str, ...], ...]:
    """Return the candidates of a counted round, best first; those that share a rank together.

    Equal votes are parted by the number of supporters where that rule was declared (and the number
    is known), then by a closed run-off among them.
    """
    targets = [one.id for one in targets_of(project, round_)]
    tallies = _tallies(round_, targets)
    targets.sort(key=lambda one: -tallies[one].votes)
    groups: list[tuple[str, ...]] = []
    for votes, members in groupby(targets, key=lambda one: tallies[one].votes):
        same = list(members)
        parted = _by_supporters(round_, tallies, same) if votes else [same]
        for part in parted:
            groups.extend(_by_run_off(project, round_, part) if votes else [tuple(part)])
    return tuple(groups)


def _tallies(round_: VoteRound, ids: Iterable[str] = ()) -> dict[str, Tally]:
    found = {one: Tally(target_id=one) for one in ids}
    found.update((tally.target_id, tally) for tally in round_.tallies)
    return found


def _by_supporters(
    round_: VoteRound, tallies: dict[str, Tally], same: list[str]
) -> list[list[str]]:
    known = not any(tallies[one].at_least for one in same)
    if round_.tie_rule is not TieRule.MORE_SUPPORTERS or not known:
        return [same]
    same = sorted(same, key=lambda one: -tallies[one].supporters)
    return [list(part) for _, part in groupby(same, key=lambda one: tallies[one].supporters)]


def _by_run_off(
    project: Project, round_: VoteRound, same: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    if len(same) > 1:
        for run_off in reversed(run_offs_of(project, round_.id)):
            closed = run_off.status is VoteStatus.CLOSED
            if closed and set(same) <= set(run_off.target_ids):
                for group in groups_of(project, run_off):
                    part = tuple(one for one in group if one in same)
                    if len(part) == len(same):
                        yield part
                    elif part:
                        yield from _by_run_off(project, round_, part)
                return
    yield tuple(same)


def run_offs_of(project: Project, round_id: str) -> tuple[VoteRound, ...]:
    """Return the run-offs of a round, in the order they were made: they come after it."""
    round_ = project.get(VoteRound, round_id)
    found = project.all(VoteRound, run_off_of=round_id)
    return tuple(one for one in found if one.position > round_.position)
