"""Votes going in: numbers read from a ballot, dots and hands counted in the room, taking back.

Owns every change to ballots while a round is open. Each one keeps the limits of ``vote_limits`` in
its own way of voting and across the ways, and is one step. In an anonymous round no ballot says
whose it is; who has voted stands apart, in the round. Must not count: see ``counting``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from servicedesign.model import (
    Ballot,
    BallotVote,
    BallotWay,
    Message,
    Note,
    Participant,
    ProjectError,
    VoteRound,
    msg,
)
from servicedesign.store import Project
from servicedesign.tools.vote_limits import SINGLE, TOGETHER, as_votes, breach, voters
from servicedesign.tools.vote_targets import Target, targets_of
from servicedesign.tools.voting.naming import called, name_of
from servicedesign.tools.voting.rounds import require_open

_PARTS: Final = re.compile(r"[^\s、，,・。．./／;；:：]+")
_MOST_READ: Final = 300
"""Most numbers that are read from one text."""
_LONGEST: Final = 20
"""Most characters of one number that are kept to show it."""


# Reading ------------------------------------------------------------------------------------------


def read_numbers(text: str) -> tuple[str, ...]:
    """Return the numbers and letters written in ``text``, as ``Target.label`` has them.

    They are parted by commas, 、 ・ points, spaces or new lines, in any width: «１２、15 a» gives
    ``("12", "15", "A")``. What is no number stays as it was written, so that ``judge`` refuses it.
    """
    plain = unicodedata.normalize("NFKC", text[:20_000])
    return tuple(_label(part.group()) for part in islice(_PARTS.finditer(plain), _MOST_READ))


def _label(part: str) -> str:
    bare = part.removesuffix("番")
    if bare.isdecimal() and len(bare) <= _LONGEST:
        return str(int(bare))
    if re.fullmatch(r"[A-Za-z]{1,2}", bare):
        return bare.upper()
    return part if len(part) <= _LONGEST else part[: _LONGEST - 1] + "…"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one number on a ballot.

    Attributes:
        label: as it was read.
        target: the candidate it names, also where it is refused; None when there is none.
        refusal: why it cannot be taken, as one sentence; None when it can.
    """

    label: str
    target: Target | None
    refusal: Message | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What becomes of a ballot.

    Attributes:
        verdicts: one for each number, in the order of writing.
        refusal: why no ballot can go in at all (who has voted already, all ballots are in, what was
            counted in the room leaves no place), as one sentence; None when one can.
        remaining: votes that the ballot has left.
    """

    verdicts: tuple[Verdict, ...]
    refusal: Message | None
    remaining: int

    @property
    def ok(self) -> bool:
        """Whether the ballot can go in as it is."""
        return self.refusal is None and not self.refused

    @property
    def refused(self) -> tuple[Verdict, ...]:
        """The numbers that cannot be taken."""
        return tuple(one for one in self.verdicts if one.refusal is not None)

    @property
    def taken(self) -> tuple[Target, ...]:
        """The candidates that get a vote, in the order of writing."""
        good = (one for one in self.verdicts if one.refusal is None)
        return tuple(one.target for one in good if one.target is not None)


def judge(
    project: Project,
    round_id: str,
    numbers: Iterable[str | int],
    participant_id: str | None = None,
    *,
    replacing: str | None = None,
) -> Judgement:
    """Tell for each number whether it can be taken, before anything is written.

    Args:
        project: the open project.
        round_id: the round.
        numbers: what ``read_numbers`` returned.
        participant_id: whose ballot it is, where that is known.
        replacing: id of the ballot that this one takes the place of.
    """
    round_ = project.get(VoteRound, round_id)
    known = {target.label: target for target in targets_of(project, round_)}
    given: Counter[str] = Counter()
    verdicts = []
    for number in numbers:
        label = str(number)
        target = known.get(label)
        if target is None:
            refusal: Message | None = _unknown(project, round_, label, known)
        else:
            refusal = _beyond(round_, label, given)
        if refusal is None:
            given[label] += 1
        verdicts.append(Verdict(label, target, refusal))
    refusal = _no_ballot(project, round_, participant_id, replacing)
    return Judgement(tuple(verdicts), refusal, round_.budget - given.total())


def _beyond(round_: VoteRound, label: str, given: Counter[str]) -> Message | None:
    if given.total() >= round_.budget:
        return msg("持ち票は{budget}票までです。", budget=round_.budget)
    if given[label] >= round_.cap:
        return msg("{label}に入れられるのは{cap}票までです。", label=called(label), cap=round_.cap)
    return None


def _unknown(
    project: Project, round_: VoteRound, label: str, known: dict[str, Target]
) -> Message | None:
    lettered = any(target.is_cluster for target in known.values())
    if not label.isdecimal() and not (lettered and re.fullmatch(r"[A-Z]{1,2}", label)):
        return msg("「{written}」は、番号として読めません。", written=label)
    name = called(label)
    if label.isdecimal() and project.all(Note, board_id=round_.board_id, number=int(label)):
        return msg("{label}は、この投票の案に入っていません。", label=name)
    if lettered or not known:
        return msg("{label}の案はありません。一覧の番号を確かめてください。", label=name)
    return msg(
        "{label}の案はありません。番号は{first}から{last}です。",
        label=name,
        first=min(known, key=int),
        last=max(known, key=int),
    )


def _no_ballot(
    project: Project, round_: VoteRound, participant_id: str | None, replacing: str | None
) -> Message | None:
    if participant_id is not None and replacing is None:
        refusal = refusal_of(project, round_.id, participant_id)
        if refusal is not None:
            return refusal
    if replacing is not None:
        return None
    empty = Ballot(round_id=round_.id)
    ballots = (*project.all(Ballot, round_id=round_.id), empty)
    if sum(one.way in SINGLE for one in ballots) > voters(round_):
        return msg("{voters}人分の用紙が、もう全部入っています。", voters=voters(round_))
    if breach(round_, ballots, name_of(project, round_)) is not None:
        # No idea is named: whoever votes on the laptop reads this.
        return msg("残りの人の分は、部屋で数えた点と挙手で使い切っています。")
    return None


def refusal_of(project: Project, round_id: str, participant_id: str) -> Message | None:
    """Return why a participant cannot hand in a ballot, as one sentence; None when they can."""
    round_ = project.get(VoteRound, round_id)
    person = project.find(Participant, participant_id)
    name = person.name.strip() if person is not None else ""
    if participant_id not in round_.voter_ids:
        return msg("{name}さんは、この投票の名簿にいません。", name=name)
    if participant_id in round_.voted_ids:
        return msg("{name}さんは、もう投票しています。", name=name)
    return None


# Ballots of one person ------------------------------------------------------------------------


def put_ballot(
    project: Project,
    round_id: str,
    numbers: Iterable[str | int],
    participant_id: str | None = None,
    *,
    way: BallotWay = BallotWay.TALLY,
    blank: bool = False,
) -> Ballot:
    """Put a ballot into the box, as one step, and return it; whoever it is has voted then.

    Args:
        project: the open project.
        round_id: an open round.
        numbers: what is on it, as ``read_numbers`` returns it (``Target.label``).
        participant_id: whose it is. Needed in a vote by name, and on the laptop where there is a
            list of voters. An anonymous ballot does not keep it.
        way: TALLY (typed from paper) or DEVICE (on the passed laptop).
        blank: whether a ballot without votes is meant.

    Raises:
        ProjectError: the round is not open, a number is refused, the person has voted, or a limit
            would break; nothing is written.
    """
    round_ = _open(project, round_id)
    if way not in SINGLE:
        raise ValueError(f"{way} is counted in the room: see set_count")
    _require_person(round_, participant_id, way)
    votes = _judged(project, round_, numbers, participant_id, blank=blank)
    number = next_number(project, round_id)
    ballot = Ballot(
        round_id=round_id,
        participant_id=None if round_.anonymous else participant_id,
        number=number,
        way=way,
        votes=votes,
        position=float(number),
    )
    # What the step is called must not tell the ballots on the laptop apart.
    label = msg("本人の画面で入れる")
    if way is BallotWay.TALLY:
        label = msg("用紙{number}を入れる", number=number)
    with project.edit(label):
        project.put(ballot)
        if participant_id is not None:
            project.put(_with_voted(round_, participant_id, voted=True))
    return ballot


def replace_ballot(
    project: Project, ballot_id: str, numbers: Iterable[str | int], *, blank: bool = False
) -> Ballot:
    """Let other numbers stand on a ballot that is in, as one step, and return it.

    Raises:
        ProjectError: the round is not open or a number is refused; the ballot stays as it was.
    """
    ballot = _single(project, ballot_id)
    round_ = _open(project, ballot.round_id)
    votes = _judged(project, round_, numbers, None, replacing=ballot_id, blank=blank)
    changed = replace(ballot, votes=votes)
    with project.edit(_label_of(ballot, msg("用紙{number}を直す", number=ballot.number))):
        project.put(changed)
    return changed


def take_back_ballot(project: Project, ballot_id: str, participant_id: str | None = None) -> None:
    """Take a ballot out of the box, as one step; whoever it was can vote again.

    An anonymous ballot does not say whose it was: ``participant_id`` does, where it is known.

    Raises:
        ProjectError: the round is not open; or it is not this person's ballot that is taken back.
    """
    ballot = _single(project, ballot_id)
    round_ = _open(project, ballot.round_id)
    person = ballot.participant_id or participant_id
    if ballot.participant_id is None and person in round_.voted_ids:
        _refuse_freeing(project, round_, person, taken=ballot)
    with project.edit(_label_of(ballot, msg("用紙{number}を取り消す", number=ballot.number))):
        project.delete(ballot)
        if person is not None:
            project.put(_with_voted(round_, person, voted=False))


def next_number(project: Project, round_id: str) -> int:
    """Return the number that the next ballot gets."""
    singles = (one for one in project.all(Ballot, round_id=round_id) if one.way in SINGLE)
    return max((one.number for one in singles), default=0) + 1


def papers(project: Project, round_id: str) -> tuple[Ballot, ...]:
    """Return the ballots that were typed from paper, by number, to look through and put right.

    Those from the laptop are nobody's to look at.
    """
    found = project.all(Ballot, round_id=round_id, way=BallotWay.TALLY)
    return tuple(sorted(found, key=lambda ballot: ballot.number))


def labels_on(project: Project, ballot: Ballot) -> tuple[str, ...]:
    """Return the numbers on a ballot as they would be written: ``("12", "12", "15")``."""
    labels = {
        target.id: target.label
        for target in targets_of(project, project.get(VoteRound, ballot.round_id))
    }
    return tuple(
        labels[vote.target_id]
        for vote in ballot.votes
        if vote.target_id in labels
        for _ in range(vote.count)
    )


def mark_voted(project: Project, round_id: str, participant_id: str, voted: bool) -> None:
    """Note that someone has handed in a ballot or voted in the room, or that they have not.

    Raises:
        ProjectError: the round is not open, the person is not on its list, or a ballot with their
            name (or as many from the laptop as people are marked) is in.
    """
    round_ = _open(project, round_id)
    if voted is (participant_id in round_.voted_ids):
        return
    if voted:
        refusal = refusal_of(project, round_id, participant_id)
        if refusal is not None:
            raise _refused(refusal, msg("名簿を確かめてください。"))
    else:
        _refuse_freeing(project, round_, participant_id)
    label = msg("投票した印をつける") if voted else msg("投票した印を外す")
    with project.edit(label):
        project.put(_with_voted(round_, participant_id, voted=voted))


def _refuse_freeing(
    project: Project, round_: VoteRound, participant_id: str, *, taken: Ballot | None = None
) -> None:
    ballots = [one for one in project.all(Ballot, round_id=round_.id) if one != taken]
    if any(one.participant_id == participant_id for one in ballots):
        raise _refused(
            msg("この人の名前で、用紙が入っています。"),
            msg("投票し直すときは、先にその用紙を取り消してください。"),
        )
    screens = sum(one.way is BallotWay.DEVICE for one in ballots)
    if len(round_.voted_ids) <= screens:
        raise _refused(
            msg("本人の画面で入れた票が、人数分入っています。"),
            msg("印を外すと二度入れられるので、外せません。"),
        )


# Dots and hands ---------------------------------------------------------------------------------


def set_count(project: Project, round_id: str, way: BallotWay, target_id: str, n: int) -> None:
    """Write how many dots or raised hands were counted for one candidate, as one step.

    Writing on within a minute belongs to the same step.

    Raises:
        ProjectError: the round is not open, the candidate is not in it, or the people who have not
            handed in a ballot cannot have given so many; the count stays as it was.
    """
    round_ = _open(project, round_id)
    if way not in TOGETHER:
        raise ValueError(f"{way} is one person's: see put_ballot")
    if target_id not in round_.target_ids:
        raise _refused(msg("この案は、この投票に入っていません。"), msg("案を選び直してください。"))
    ballots = project.all(Ballot, round_id=round_id)
    before = next((one for one in ballots if one.way is way), None)
    counts = {vote.target_id: vote.count for vote in before.votes} if before else {}
    if counts.get(target_id, 0) == max(0, n):
        return
    counts[target_id] = max(0, n)
    after = _counted(before or Ballot(round_id=round_id, way=way), counts)
    _require_kept(project, round_, (*(one for one in ballots if one.way is not way), after))
    name = name_of(project, round_)(target_id)
    label = msg("{name}の点を数える", name=name)
    if way is BallotWay.HANDS:
        label = msg("{name}の挙手を数える", name=name)
    with project.edit(label, merge=f"vote:{round_id}:{way}:{target_id}"):
        if after.votes:
            project.put(after)
        elif before is not None:
            project.delete(before)


def count_in(project: Project, round_id: str, way: BallotWay, target_id: str) -> int:
    """Return what was written for one candidate by ``set_count``.

    For the field in which it is typed alone: it must not reach the audience.
    """
    for ballot in project.all(Ballot, round_id=round_id, way=way):
        for vote in ballot.votes:
            if vote.target_id == target_id:
                return vote.count
    return 0


def _counted(ballot: Ballot, counts: dict[str, int]) -> Ballot:
    votes = (BallotVote(target_id=one, count=min(n, 9999)) for one, n in counts.items() if n > 0)
    return replace(ballot, votes=tuple(votes))


# Shared -------------------------------------------------------------------------------------------


def _open(project: Project, round_id: str) -> VoteRound:
    round_ = project.get(VoteRound, round_id)
    require_open(round_)
    return round_


def _single(project: Project, ballot_id: str) -> Ballot:
    ballot = project.get(Ballot, ballot_id)
    if ballot.way not in SINGLE:
        raise ValueError("counted in the room: see set_count")
    return ballot


def _judged(
    project: Project,
    round_: VoteRound,
    numbers: Iterable[str | int],
    participant_id: str | None,
    *,
    replacing: str | None = None,
    blank: bool,
) -> tuple[BallotVote, ...]:
    judgement = judge(project, round_.id, numbers, participant_id, replacing=replacing)
    refusal = judgement.refusal or next((one.refusal for one in judgement.refused), None)
    if refusal is not None:
        raise _refused(refusal, msg("番号を直してから、入れ直してください。"))
    if not judgement.verdicts and not blank:
        raise _refused(msg("番号が一つもありません。"), msg("番号を打ってください。"))
    return as_votes(target.id for target in judgement.taken)


def _require_person(round_: VoteRound, participant_id: str | None, way: BallotWay) -> None:
    named = not round_.anonymous or (way is BallotWay.DEVICE and round_.voter_ids)
    if named and participant_id is None:
        raise _refused(msg("だれの票か、選ばれていません。"), msg("名簿から人を選んでください。"))


def _require_kept(project: Project, round_: VoteRound, ballots: Sequence[Ballot]) -> None:
    broken = breach(round_, ballots, name_of(project, round_))
    if broken is not None:
        raise _refused(broken, msg("数え直してから、入れ直してください。"))


def _with_voted(round_: VoteRound, participant_id: str, *, voted: bool) -> VoteRound:
    ids = set(round_.voted_ids)
    ids = ids | {participant_id} if voted else ids - {participant_id}
    return replace(round_, voted_ids=tuple(sorted(ids)))


def _label_of(ballot: Ballot, label: Message) -> Message:
    return label if ballot.way is BallotWay.TALLY else msg("本人の画面の票を直す")


def _refused(what: Message, do: Message) -> ProjectError:
    return ProjectError(what, msg("票は変えていません。"), do)
