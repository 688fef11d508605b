"""What the sheets of a vote show, as plain data.

Owns the shapes and the way from the records to them. No running count is in them. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from servicedesign.model import (
    Ballot,
    Board,
    Message,
    VoteEventKind,
    VoteRound,
    VoteStatus,
)
from servicedesign.store import Project
from servicedesign.tools.vote_limits import voters
from servicedesign.tools.vote_targets import Target, targets_of
from servicedesign.tools.voting.counting import turnout
from servicedesign.tools.voting.naming import round_name
from servicedesign.tools.voting.ranking import Place, Tie, ranking, ties
from servicedesign.tools.voting.record import EventLine, came_of, read_event, rule_words

Said = Message | str
"""Words of the project, or a sentence to be translated."""

_TITLE_MOST: Final = 60
_CHOSEN: Final = VoteEventKind.CHOSEN


@dataclass(frozen=True, slots=True)
class IdeaLine:
    """A candidate on a ballot: what people write for it, and its words."""

    label: str
    title: str


@dataclass(frozen=True, slots=True)
class BallotRound:
    """A round for which ballots are printed.

    Attributes:
        name: what the round is called.
        ideas: the candidates.
        budget: votes of one person.
        cap: votes that one idea may get of them.
        anonymous: whether no name goes on a ballot.
        voters: how many people may vote.
    """

    name: Said
    ideas: tuple[IdeaLine, ...]
    budget: int
    cap: int
    anonymous: bool
    voters: int


@dataclass(frozen=True, slots=True)
class BallotsData:
    """The rounds for which ballots are printed; none for empty ballots."""

    rounds: tuple[BallotRound, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules and state of a round as they are printed: each rule by name, and times."""

    rules: tuple[tuple[str, Message], ...] = ()
    closed: bool = False
    opened_at: str = ""
    closed_at: str = ""
    reopened: int = 0


@dataclass(frozen=True, slots=True)
class ResultData:
    """A closed round, or in the record of decisions one that runs.

    Attributes:
        name: what it is called.
        board: title of the board.
        state: its rules, without what it counted.
        places: its result, best first; none while it runs.
        ties: those that mattered.
        came: how many people voted, None where nobody can know.
        voters: how many could.
        votes: votes that were given.
        tie_reason: the facilitator's, among equal votes.
        decided_by: who chose.
        decided_at: when it was chosen last, local time.
        events: what happened, in order; the record of decisions has them.
        notes: what people wrote about it.
    """

    name: Said
    board: str
    state: Rules
    places: tuple[Place, ...]
    ties: tuple[Tie, ...]
    came: int | None
    voters: int
    votes: int
    tie_reason: str = ""
    decided_by: str = ""
    decided_at: str = ""
    events: tuple[EventLine, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def chosen(self) -> tuple[Place, ...]:
        """The ideas that were kept."""
        return tuple(place for place in self.places if place.chosen)


@dataclass(frozen=True, slots=True)
class ResultsData:
    """The rounds whose result is printed; none for the empty form."""

    rounds: tuple[ResultData, ...] = ()


def gather_ballots(project: Project, only: str | None = None) -> BallotsData | None:
    """Return the rounds that still need ballots, or the one named; after all are closed the last.

    None without a round.
    """
    rounds = [one for one in project.all(VoteRound) if only in (None, one.id)]
    rounds = [one for one in rounds if one.target_ids]
    waiting = [one for one in rounds if one.status is not VoteStatus.CLOSED]
    main = [one for one in rounds if one.run_off_of is None] or rounds
    shown = waiting or main[-1:]
    return BallotsData(tuple(_ballots(project, one) for one in shown)) if shown else None


def _ballots(project: Project, round_: VoteRound) -> BallotRound:
    return BallotRound(
        name=round_name(project, round_),
        ideas=tuple(_line(target) for target in targets_of(project, round_)),
        budget=round_.budget,
        cap=round_.cap,
        anonymous=round_.anonymous,
        voters=voters(round_),
    )


def _line(target: Target) -> IdeaLine:
    return IdeaLine(target.label, _short(target).title)


def _short(target: Target) -> Target:
    """Return a candidate with the beginning of its words: all of them are on the list of ideas."""
    title = target.title
    title = title if len(title) <= _TITLE_MOST else title[: _TITLE_MOST - 1] + "…"
    return replace(target, id="", title=title, group_name="")


def _short_tie(tie: Tie) -> Tie:
    """Return a tie of which the sentences need the numbers alone."""

    def bare(targets: tuple[Target, ...]) -> tuple[Target, ...]:
        return tuple(replace(_short(target), title="") for target in targets)

    return replace(tie, targets=bare(tie.targets), chosen=bare(tie.chosen))


def gather_results(project: Project, only: str | None = None) -> ResultsData | None:
    """Return the closed rounds, or the one named by ``only``; None without any."""
    rounds = project.all(VoteRound, status=VoteStatus.CLOSED)
    shown = [one for one in rounds if only in (None, one.id)]
    return ResultsData(tuple(_result(project, one) for one in shown)) if shown else None


def gather_record(project: Project, only: str | None = None) -> ResultsData | None:
    """Return every round that was begun, in order, or the one named; None without any."""
    begun = [one for one in project.all(VoteRound) if one.status is not VoteStatus.DRAFT]
    shown = [one for one in begun if only in (None, one.id)]
    return ResultsData(tuple(_course(project, one) for one in shown)) if shown else None


def _course(project: Project, round_: VoteRound) -> ResultData:
    """Return a round with its record; of the ideas those that were kept."""
    result = _result(project, round_)
    return replace(
        result,
        places=result.chosen,
        events=tuple(map(read_event, round_.events)),
        notes=tuple(note for note in round_.log if note.strip()),
    )


def _result(project: Project, round_: VoteRound) -> ResultData:
    board = project.find(Board, round_.board_id)
    places = [replace(one, target=_short(one.target)) for one in ranking(project, round_.id)]
    return ResultData(
        name=round_name(project, round_),
        board=board.title if board else "",
        state=Rules(
            rules=rule_words(round_),
            closed=round_.status is VoteStatus.CLOSED,
            opened_at=round_.opened_at,
            closed_at=round_.closed_at,
            reopened=round_.reopened,
        ),
        places=tuple(places),
        ties=tuple(map(_short_tie, ties(project, round_.id))),
        came=_came(project, round_),
        voters=voters(round_),
        votes=sum(place.votes for place in places),
        tie_reason=round_.tie_reason.strip(),
        decided_by=round_.decided_by.strip(),
        decided_at=next((e.at for e in reversed(round_.events) if e.kind is _CHOSEN), ""),
    )


def _came(project: Project, round_: VoteRound) -> int | None:
    """Return who came by the record of the close; an anonymous copy has that alone."""
    came = came_of(round_.events)
    if came is not None:
        return came
    ballots = project.all(Ballot, round_id=round_.id)
    return turnout(round_, ballots) if ballots or round_.voted_ids else None
