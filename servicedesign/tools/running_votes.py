"""What becomes of votes when the idea, the cluster or the person they rest on goes.

Owns that rule for every tool that deletes or joins: while a round runs, the votes of an idea that
is deleted go back to those who gave them; those of one that joins a cluster go with it, as far as
the cap allows. Both are written into the record of the round. A closed round keeps what it counted:
it refuses. Changes here are parts of the step of whoever calls. Must not tell a count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from servicedesign.model import (
    Ballot,
    BallotVote,
    BallotWay,
    Message,
    Participant,
    ProjectError,
    VoteEventKind,
    VoteRound,
    VoteStatus,
    VoteTarget,
    msg,
)
from servicedesign.store import ChangeSet, Project
from servicedesign.tools.vote_limits import TOGETHER, box_of, breach, voters
from servicedesign.tools.vote_record import recorded
from servicedesign.tools.vote_targets import targets_of


def decided(project: Project) -> dict[str, VoteRound]:
    """Return the ids that closed votes name as candidates, results or choices, each with its vote.

    What they name must stay: a list does not count as a reference in the store.
    """
    found: dict[str, VoteRound] = {}
    for vote in project.all(VoteRound, status=VoteStatus.CLOSED):
        names = (
            *vote.target_ids,
            *(tally.target_id for tally in vote.tallies),
            *(selection.target_id for selection in vote.selections),
        )
        found |= dict.fromkeys(names, vote)
    return found


def runs_on(project: Project, target_id: str) -> bool:
    """Tell whether a round that is not closed has a candidate on its list."""
    return any(target_id in round_.target_ids for round_ in _running(project))


def _running(project: Project) -> list[VoteRound]:
    rounds = project.all(VoteRound)
    return [one for one in rounds if one.status is not VoteStatus.CLOSED]


# Ideas and clusters -----------------------------------------------------------------------------


def withdraw(project: Project, ids: Iterable[str]) -> None:
    """Take candidates that are about to be deleted off every running round, within an edit.

    Their votes go back: a ballot has them left again.
    """
    gone = set(ids)
    for round_ in _running(project):
        if not gone & set(round_.target_ids):
            continue
        named = {one.id: one.named for one in targets_of(project, round_)}
        kept = tuple(one for one in round_.target_ids if one not in gone)
        changed = replace(round_, target_ids=kept)
        for one in round_.target_ids:
            if one in gone and round_.status is VoteStatus.OPEN:
                text = named.get(one, "")
                changed = recorded(project, changed, VoteEventKind.LEFT, text)
        project.put(changed)
        for ballot in project.all(Ballot, round_id=round_.id):
            votes = tuple(vote for vote in ballot.votes if vote.target_id not in gone)
            _put_votes(project, ballot, votes)


def hand_over(project: Project, gone: str, into: str, *, takes_place: bool = False) -> None:
    """Let the votes of a candidate go to the cluster that it joins, within an edit.

    That is done in rounds that vote on clusters and have ``into`` on their list. What exceeds the
    cap goes back. With ``takes_place`` the cluster takes the place of ``gone`` where it is not.
    """
    for round_ in _running(project):
        if round_.target is not VoteTarget.CLUSTER or gone not in round_.target_ids:
            continue
        if into in round_.target_ids:
            _move(project, round_, gone, into)
        elif takes_place:
            _swap(project, round_, gone, into)


def _move(project: Project, round_: VoteRound, gone: str, into: str) -> None:
    named = {one.id: one.named for one in targets_of(project, round_)}
    changed = replace(round_, target_ids=tuple(one for one in round_.target_ids if one != gone))
    if round_.status is VoteStatus.OPEN:
        text = f"{named.get(gone, '')} → {named.get(into, '')}"
        changed = recorded(project, changed, VoteEventKind.MOVED, text)
    project.put(changed)
    ballots = project.all(Ballot, round_id=round_.id)
    people = voters(round_) - len(box_of(ballots).singles)
    hands_left = people
    most = round_.cap * people
    for ballot in sorted(ballots, key=lambda one: one.way is not BallotWay.HANDS):
        counts = {vote.target_id: vote.count for vote in ballot.votes}
        joined = counts.pop(gone, 0)
        limit = round_.cap
        if ballot.way is BallotWay.HANDS:
            limit = hands_left
        elif ballot.way in TOGETHER:
            limit = most
        both = min(limit, counts.get(into, 0) + joined)
        if ballot.way is BallotWay.HANDS:
            most -= both
        if both:
            counts[into] = both
        votes = tuple(BallotVote(target_id=one, count=n) for one, n in counts.items() if n)
        _put_votes(project, ballot, votes)


def _swap(project: Project, round_: VoteRound, gone: str, into: str) -> None:
    """Let the cluster ``into`` stand for ``gone``, which is merged into it."""
    ids = tuple(into if one == gone else one for one in round_.target_ids)
    project.put(replace(round_, target_ids=ids))
    for ballot in project.all(Ballot, round_id=round_.id):
        votes = (
            replace(vote, target_id=into) if vote.target_id == gone else vote
            for vote in ballot.votes
        )
        _put_votes(project, ballot, tuple(votes))


def _put_votes(project: Project, ballot: Ballot, votes: tuple[BallotVote, ...]) -> None:
    if votes == ballot.votes:
        return
    if votes or ballot.way not in TOGETHER:
        project.put(replace(ballot, votes=votes))
    else:
        project.delete(ballot)


# People -------------------------------------------------------------------------------------------


def strike_off(project: Project, ids: Collection[str]) -> int:
    """Take people who are about to be deleted off the lists of voters, within an edit.

    Returns:
        From how many running rounds someone was taken.

    Raises:
        ProjectError: one of them has voted in a round that is open, or without them what is in
            would be more than the others can have given.
    """
    struck = 0
    for round_ in project.all(VoteRound):
        if round_.status is VoteStatus.OPEN:
            _refuse_voted(project, round_, ids)
        listed = {*round_.voter_ids, *round_.voted_ids}
        if not listed & set(ids):
            continue
        changed = replace(
            round_,
            voter_ids=tuple(one for one in round_.voter_ids if one not in ids),
            voted_ids=tuple(one for one in round_.voted_ids if one not in ids),
        )
        if round_.status is VoteStatus.OPEN:
            _refuse_breach(project, changed)
            text = f"voters {voters(round_)}→{voters(changed)}"
            changed = recorded(project, changed, VoteEventKind.RULES, text)
        if round_.status is VoteStatus.CLOSED:
            changed = replace(changed, voter_count=voters(round_))
        else:
            struck += 1
        project.put(changed)
    return struck


def _refuse_voted(project: Project, round_: VoteRound, ids: Collection[str]) -> None:
    ballots = project.all(Ballot, round_id=round_.id)
    voted = {*round_.voted_ids, *(one.participant_id for one in ballots)}
    for one in ids:
        if one in voted:
            name = project.get(Participant, one).name
            raise _stays(msg("{name}さんの票が、続いている投票に入っています。", name=name))


def _refuse_breach(project: Project, changed: VoteRound) -> None:
    named = {one.id: one.label for one in targets_of(project, changed)}
    ballots = project.all(Ballot, round_id=changed.id)
    broken = breach(changed, ballots, lambda one: msg("案{label}", label=named.get(one, "")))
    if broken is not None or (ballots and not voters(changed)):
        raise _stays(msg("続いている投票に、残りの人数では入れられない数の票が入っています。"))


def _stays(what: Message) -> ProjectError:
    return ProjectError(
        what, msg("何も消していません。"), msg("投票を締め切ってから消してください。")
    )


# Telling ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VoteNews:
    """What a step did to running rounds.

    Attributes:
        left: candidates that were taken off a list, their votes given back.
        moved: candidates that joined a cluster, as ``12 予約窓口 → A 窓口``.
    """

    left: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


def vote_news(changes: ChangeSet | None) -> VoteNews:
    """Return what a step that was just made (not taken back) did to open rounds."""
    if changes is None or changes.cause != "edit":
        return VoteNews()
    told: dict[VoteEventKind, list[str]] = {}
    for change in changes.changes:
        before, after = change.before, change.after
        if isinstance(before, VoteRound) and isinstance(after, VoteRound):
            for event in after.events[len(before.events) :]:
                told.setdefault(event.kind, []).append(event.text)
    left, moved = told.get(VoteEventKind.LEFT, ()), told.get(VoteEventKind.MOVED, ())
    return VoteNews(tuple(dict.fromkeys(left)), tuple(dict.fromkeys(moved)))


def news_words(news: VoteNews) -> tuple[Message, ...]:
    """Return what people are told of it, one sentence each; none when nothing happened."""
    said = []
    if news.left:
        ideas = "、".join(news.left[:3])
        said.append(msg("続いている投票から{ideas}を外し、票を用紙に戻しました。", ideas=ideas))
    if news.moved:
        moves = "、".join(news.moved[:3])
        said.append(msg("続いている投票で、票を移しました（{moves}）。", moves=moves))
    return tuple(said)
