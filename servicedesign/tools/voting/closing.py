"""The end of a round: closing and counting it, opening it again, and a run-off among the tied.

Owns these steps (report ch. 7 §2(2)). A closed round refuses every change of a vote. What the count
means is in ``ranking``, what is kept in ``choosing``.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from servicedesign.model import (
    Ballot,
    BallotWay,
    Message,
    ProjectError,
    Tally,
    TieRule,
    VoteEventKind,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.model.ids import new_id
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project, seal_past_votes
from servicedesign.tools.vote_limits import SINGLE, voters
from servicedesign.tools.vote_record import labels_of, moment, recorded
from servicedesign.tools.vote_targets import targets_of
from servicedesign.tools.voting.counting import count, turnout
from servicedesign.tools.voting.ranking import run_offs_of, suggestion
from servicedesign.tools.voting.rounds import require_open


def close_round(project: Project, round_id: str, at: str = "", who: str = "") -> None:
    """Close a round and count it. This cannot be taken back, and the steps before are forgotten.

    In an anonymous round the ballots from the laptop are shuffled, so that neither their order nor
    the time in their ids tells whose they are, and restore points and named versions of the time
    when it was open forget its ballots (``store.sealing`` says what stays beyond this).

    Args:
        project: the open project; no edit may be open.
        round_id: an open round.
        at: local time ``YYYY-MM-DDTHH:MM:SS``; the project's clock when empty.
        who: closes it.

    Raises:
        ProjectError: the round is not open.
    """
    round_ = project.get(VoteRound, round_id)
    require_open(round_)
    at = at or moment(project)
    ballots = project.all(Ballot, round_id=round_id)
    came = turnout(round_, ballots)
    closed = replace(
        round_,
        status=VoteStatus.CLOSED,
        closed_at=at,
        voter_count=voters(round_),
        tallies=count(project, round_),
    )
    text = f"{'' if came is None else came}/{voters(round_)}"
    closed = recorded(project, closed, VoteEventKind.CLOSED, text, at=at, who=who)
    with project.edit(msg("投票を締め切る"), seals=True):
        project.put(closed)
        if round_.anonymous:
            _shuffle(project, ballots)
    seal_past_votes(project)


def _shuffle(project: Project, ballots: Iterable[Ballot]) -> None:
    """Give ballots of single people new ids in any order, those of the laptop new numbers too.

    A paper ballot keeps the number that stands on it, so that a count can be checked by hand.
    """
    singles = [ballot for ballot in ballots if ballot.way in SINGLE]
    screens = [ballot.number for ballot in singles if ballot.way is BallotWay.DEVICE]
    chance = random.SystemRandom()
    chance.shuffle(singles)
    numbers = iter(sorted(screens))
    for ballot in singles:
        project.delete(ballot)
        number = next(numbers) if ballot.way is BallotWay.DEVICE else ballot.number
        project.put(replace(ballot, id=new_id(), number=number, position=float(number)))


def reopen_round(
    project: Project, round_id: str, at: str = "", who: str = "", reason: str = ""
) -> None:
    """Open a closed round again, as one step; its record says so, with the reason.

    The count goes until it is closed again, and so does what was chosen by it.

    Raises:
        ProjectError: it is not closed, no reason is given, a run-off of it goes on, or its ballots
            are not there (an anonymous copy has the count alone).
    """
    round_ = project.get(VoteRound, round_id)
    reason = plain_text(reason).strip()
    if round_.status is not VoteStatus.CLOSED:
        raise _not_so(msg("この投票は、締め切られていません。"), msg("そのまま続けられます。"))
    if not reason:
        raise _not_so(
            msg("開き直す理由がありません。"), msg("記録に残すので、理由を書いてください。")
        )
    if _run_off_goes_on(project, round_id):
        raise _not_so(
            msg("この投票の決選が続いています。"), msg("先に決選を締め切るか、消してください。")
        )
    if {_sum(one) for one in count(project, round_)} != {_sum(one) for one in round_.tallies}:
        raise _not_so(
            msg("このファイルには用紙がないので、開き直すと票がなくなります。"),
            msg("もとのファイルで開き直してください。"),
        )
    opened = replace(
        round_,
        status=VoteStatus.OPEN,
        closed_at="",
        reopened=round_.reopened + 1,
        tallies=(),
        selections=(),
        tie_reason="",
        decided_by="",
    )
    opened = recorded(project, opened, VoteEventKind.REOPENED, reason, at=at, who=who)
    with project.edit(msg("投票を開き直す")):
        project.put(opened)


def _run_off_goes_on(project: Project, round_id: str) -> bool:
    """Tell whether a run-off of the round, or a run-off of one, is not closed."""
    return any(
        one.status is not VoteStatus.CLOSED or _run_off_goes_on(project, one.id)
        for one in run_offs_of(project, round_id)
    )


def _sum(tally: Tally) -> tuple[str, int]:
    return tally.target_id, tally.votes


def _not_so(what: Message, do: Message) -> ProjectError:
    return ProjectError(what, msg("何も変えていません。"), do)


def start_run_off(
    project: Project,
    round_id: str,
    target_ids: Iterable[str] = (),
    *,
    at: str = "",
    who: str = "",
) -> VoteRound:
    """Make a run-off among ideas that are tied, as a draft with the same voters, and return it.

    Everyone has as many votes as places are left, one an idea. Its result ranks the tied ideas of
    the first round; what is kept is chosen there.

    Args:
        project: the open project.
        round_id: a closed round.
        target_ids: who is tied; those of ``suggestion`` when left out.
        at: local time, for the record of the first round.
        who: asks for it.

    Raises:
        ProjectError: the round is not closed, less than two ideas are tied, or a run-off of it was
            begun and is not closed.
    """
    round_ = project.get(VoteRound, round_id)
    if round_.status is not VoteStatus.CLOSED:
        raise _not_so(msg("この投票は、締め切られていません。"), msg("先に締め切ってください。"))
    if any(one.status is not VoteStatus.CLOSED for one in run_offs_of(project, round_id)):
        raise _not_so(msg("この投票の決選は、もうあります。"), msg("その決選を続けてください。"))
    found = suggestion(project, round_id)
    wanted = set(target_ids) or set(found.tied)
    tied = [one for one in targets_of(project, round_) if one.id in wanted]
    if len(tied) < 2:
        raise _not_so(
            msg("決選をする同数の案がありません。"), msg("同数の案を二つ以上選んでください。")
        )
    run_off = VoteRound(
        board_id=round_.board_id,
        target=round_.target,
        target_ids=tuple(one.id for one in tied),
        budget=max(1, min(found.seats, len(tied) - 1)),
        cap=1,
        anonymous=round_.anonymous,
        hidden=round_.hidden,
        tie_rule=TieRule.FACILITATOR,
        voter_ids=round_.voter_ids,
        voter_count=None if round_.voter_ids else round_.voter_count,
        run_off_of=round_.id,
        position=max(one.position for one in project.all(VoteRound)) + 1.0,
    )
    labels = labels_of(tied)
    with project.edit(msg("決選投票を作る")):
        project.put(run_off)
        project.put(recorded(project, round_, VoteEventKind.TIE, labels, at=at, who=who))
    return run_off
