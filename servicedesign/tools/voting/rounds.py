"""Rounds of voting: making one, its rules, what and who is in it, opening and throwing away.

Owns these changes and what may still change while people vote (report ch. 7 §2(2)). Must not touch
ballots: see ``ballots``; the end of a round is in ``closing``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from servicedesign.model import (
    Ballot,
    Board,
    Message,
    Participant,
    ProjectError,
    TieRule,
    VoteEventKind,
    VoteRound,
    VoteStatus,
    VoteTarget,
    msg,
)
from servicedesign.model.message import N_
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.vote_limits import breach, voters
from servicedesign.tools.vote_record import moment, recorded
from servicedesign.tools.vote_targets import Target, candidates, targets_of
from servicedesign.tools.voting.naming import name_of

TIE_RULES: Final = {
    TieRule.MORE_SUPPORTERS: N_("選んだ人の多い順"),
    TieRule.KEEP_BOTH: N_("どちらも残す"),
    TieRule.RUN_OFF: N_("同数の案で決選投票"),
    TieRule.FACILITATOR: N_("進行役が理由を添えて決める"),
}
"""The rules for ties and their words, in the order in which they are offered."""

_LEAST, _MOST, _SHARE = 3, 5, 5
_FREE_CAP: Final = 4


def suggested_budget(n_targets: int) -> int:
    """Return how many votes each should have: a fifth of the ideas, from 3 to 5 (dot voting)."""
    return min(_MOST, max(_LEAST, round(n_targets / _SHARE)))


def suggested_cap(budget: int) -> int:
    """Return how many votes one idea may get from one person: 2 of four or more, else 1."""
    return 2 if budget >= _FREE_CAP else 1


def rounds_of(project: Project, board_id: str | None = None) -> tuple[VoteRound, ...]:
    """Return the rounds of the project, or of one board, in the order they were made."""
    rounds = project.all(VoteRound)
    return tuple(one for one in rounds if board_id in (None, one.board_id))


def new_round(
    project: Project,
    board_id: str,
    target: VoteTarget = VoteTarget.NOTE,
    *,
    title: str = "",
    voter_ids: Iterable[str] | None = None,
) -> VoteRound:
    """Make a round on all ideas or clusters of a board, as a draft, and return it.

    Budget and cap are suggested from the number of candidates.

    Args:
        project: the open project.
        board_id: the board.
        target: whether ideas or clusters (with the ideas that stand alone) are voted on.
        title: of the round; without one it is called by its number (``round_name``).
        voter_ids: who may vote; everyone on the list of participants when left out.
    """
    board = project.get(Board, board_id)
    ids = candidates(project, board.id, target)
    budget = suggested_budget(len(ids))
    if voter_ids is None:
        voter_ids = (person.id for person in project.all(Participant))
    round_ = VoteRound(
        board_id=board.id,
        title=plain_text(title, single_line=True).strip(),
        target=target,
        target_ids=ids,
        budget=budget,
        cap=suggested_cap(budget),
        voter_ids=_people(project, voter_ids),
        position=max((one.position for one in project.all(VoteRound)), default=0.0) + 1.0,
    )
    with project.edit(msg("投票を作る")):
        project.put(round_)
    return round_


def change_rules(
    project: Project,
    round_id: str,
    *,
    title: str | None = None,
    budget: int | None = None,
    cap: int | None = None,
    anonymous: bool | None = None,
    hidden: bool | None = None,
    tie_rule: TieRule | None = None,
    at: str = "",
    who: str = "",
) -> None:
    """Change what is given of the rules, as one step; the rest stays.

    A draft may change freely, but for a cap above the budget, which is lowered to it. While people
    vote, every ballot must stay valid, hidden counts stay hidden, and the change is recorded.

    Raises:
        ProjectError: the round is closed; or a ballot that is in would break the new rule.
    """
    round_ = project.get(VoteRound, round_id)
    wanted: dict[str, Any] = {
        "title": None if title is None else plain_text(title, single_line=True).strip(),
        "budget": budget,
        "cap": cap,
        "anonymous": anonymous,
        "hidden": hidden,
        "tie_rule": tie_rule,
    }
    changed = replace(round_, **{key: value for key, value in wanted.items() if value is not None})
    changed = replace(changed, cap=min(changed.cap, changed.budget))
    if changed == round_:
        return
    if round_.status is not VoteStatus.DRAFT:
        changed = _changed_while_open(project, round_, changed, at, who)
    only_title = title is not None and replace(changed, title=round_.title) == round_
    merge = f"vote_round:{round_id}:title" if only_title else None
    with project.edit(msg("投票の約束を直す"), merge=merge):
        project.put(changed)


_RULE_FIELDS: Final = ("budget", "cap", "anonymous", "hidden", "tie_rule")


def _changed_while_open(
    project: Project, round_: VoteRound, changed: VoteRound, at: str, who: str
) -> VoteRound:
    changes = [
        f"{name} {_code(getattr(round_, name))}→{_code(getattr(changed, name))}"
        for name in _RULE_FIELDS
        if getattr(round_, name) != getattr(changed, name)
    ]
    if not changes:
        return changed  # its title alone
    require_open(round_)
    if round_.hidden and not changed.hidden:
        raise _stays(
            msg("票数は締切まで伏せる約束で始めたので、途中では出せません。"),
            msg("締め切ると、全員に同時に見せられます。"),
        )
    ballots = project.all(Ballot, round_id=round_.id)
    if ballots and round_.anonymous is not changed.anonymous:
        raise _stays(
            msg("用紙が入ったあとは、記名するかどうかを変えられません。"),
            msg("変えるときは、新しい投票を作ってください。"),
        )
    require_named_list(changed)
    broken = breach(changed, ballots, name_of(project, round_))
    if broken is not None:
        raise _stays(broken, msg("先にその用紙を直すか、いまの約束のまま続けてください。"))
    return recorded(project, changed, VoteEventKind.RULES, "; ".join(changes), at=at, who=who)


def _code(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _stays(what: Message, do: Message) -> ProjectError:
    return ProjectError(what, msg("約束も票も、そのままです。"), do)


def set_targets(project: Project, round_id: str, ids: Iterable[str]) -> None:
    """Say what is voted on; order is kept for clusters, which get their letters by it.

    A draft may change freely. While people vote, candidates can only be added: they come last.

    Raises:
        ProjectError: the round is closed, or a candidate would be taken away while people vote.
    """
    round_ = project.get(VoteRound, round_id)
    possible = set(candidates(project, round_.board_id, round_.target)) | set(round_.target_ids)
    wanted = tuple(one for one in dict.fromkeys(ids) if one in possible)
    if wanted == round_.target_ids:
        return
    changed = replace(round_, target_ids=wanted)
    if round_.status is not VoteStatus.DRAFT:
        require_open(round_)
        if set(round_.target_ids) - set(wanted):
            raise _stays(
                msg("投票の途中では、案を一覧から外せません。"),
                msg("やめる案は、ボードから消すと票が用紙に戻ります。"),
            )
        added = (one for one in wanted if one not in round_.target_ids)
        changed = replace(round_, target_ids=(*round_.target_ids, *added))
        if changed == round_:
            return
        text = f"targets {len(round_.target_ids)}→{len(changed.target_ids)}"
        changed = recorded(project, changed, VoteEventKind.RULES, text)
    with project.edit(msg("投票する案を決める")):
        project.put(changed)


def ideas_not_in(project: Project, round_: VoteRound) -> tuple[str, ...]:
    """Return the ids of what came to the board after the round was made and is not in it."""
    known = set(round_.target_ids)
    found = candidates(project, round_.board_id, round_.target)
    return tuple(one for one in found if one not in known)


def set_voters(
    project: Project, round_id: str, ids: Iterable[str] = (), *, count: int | None = None
) -> None:
    """Say who may vote: participants by name, or without a list how many are in the room.

    While people vote, someone who has voted stays, and no limit may break.

    Raises:
        ProjectError: the round is closed; or the change would break what is in already.
    """
    round_ = project.get(VoteRound, round_id)
    people = _people(project, ids)
    number = None if people or count is None else min(9999, max(0, count))
    changed = replace(round_, voter_ids=people, voter_count=number)
    if changed == round_:
        return
    if round_.status is not VoteStatus.DRAFT:
        require_open(round_)
        gone = set(round_.voted_ids) - set(people)
        if gone:
            person = project.get(Participant, min(gone))
            raise _stays(
                msg("{name}さんは、もう投票しています。", name=person.name),
                msg("先にその票を取り消すか、外さずに続けてください。"),
            )
        require_named_list(changed)
        broken = breach(changed, project.all(Ballot, round_id=round_id), name_of(project, round_))
        if broken is not None:
            raise _stays(broken, msg("人数を確かめてください。"))
        text = f"voters {voters(round_)}→{voters(changed)}"
        changed = recorded(project, changed, VoteEventKind.RULES, text)
    with project.edit(msg("投票する人を決める")):
        project.put(changed)


def open_round(project: Project, round_id: str, at: str = "", who: str = "") -> None:
    """Let people vote from now on.

    Args:
        project: the open project.
        round_id: a round that is a draft.
        at: local time ``YYYY-MM-DDTHH:MM:SS``; the project's clock when empty.
        who: opens it.

    Raises:
        ProjectError: it was opened before, has no candidates or no voters, or asks for names
            without a list of them.
    """
    round_ = project.get(VoteRound, round_id)
    if round_.status is not VoteStatus.DRAFT:
        raise ProjectError(
            msg("この投票は、もう始まっています。"),
            msg("何も変えていません。"),
            msg("もう一度投票するときは、新しい投票を作ってください。"),
        )
    if not round_.target_ids:
        raise _not_begun(
            msg("投票する案が一つもありません。"),
            msg("ボードに案を書いてから、投票する案を決めてください。"),
        )
    if not voters(round_):
        raise _not_begun(
            msg("投票する人が決まっていません。"),
            msg("参加者から選ぶか、部屋にいる人数を入れてください。"),
        )
    require_named_list(round_)
    at = at or moment(project)
    opened = replace(round_, status=VoteStatus.OPEN, opened_at=at)
    with project.edit(msg("投票を始める")):
        project.put(recorded(project, opened, VoteEventKind.OPENED, "", at=at, who=who))


def delete_round(project: Project, round_id: str) -> None:
    """Throw a draft away.

    Raises:
        ProjectError: people have begun to vote, or something needs the round.
    """
    round_ = project.get(VoteRound, round_id)
    if round_.status is not VoteStatus.DRAFT:
        raise ProjectError(
            msg("始まった投票は、記録に残すので消せません。"),
            msg("何も消していません。"),
            msg("続けないときは、締め切ってください。"),
        )
    with project.edit(msg("投票を消す")):
        project.delete(round_)


def progress(project: Project) -> Progress:
    """Return how far the voting is: some with a round, done once ideas were chosen."""
    rounds = project.all(VoteRound)
    if not rounds:
        return Progress.NONE
    return Progress.DONE if any(one.selections for one in rounds) else Progress.SOME


# What other modules of this tool share --------------------------------------------------------


def require_open(round_: VoteRound) -> None:
    """Refuse what only an open round allows.

    Raises:
        ProjectError: the round is a draft or closed.
    """
    if round_.status is VoteStatus.DRAFT:
        raise ProjectError(
            msg("この投票は、まだ始まっていません。"),
            msg("何も変えていません。"),
            msg("「投票を始める」を押してください。"),
        )
    if round_.status is VoteStatus.CLOSED:
        raise ProjectError(
            msg("この投票は締め切ったので、変えられません。"),
            msg("結果はそのままです。"),
            msg("直す必要があるときは、理由を書いて開き直してください。"),
        )


def require_named_list(round_: VoteRound) -> None:
    """Refuse a vote by name without a list of names.

    Raises:
        ProjectError: there is no list.
    """
    if not round_.anonymous and not round_.voter_ids:
        raise _not_begun(
            msg("記名の投票には、投票する人の名簿がいります。"),
            msg("参加者から投票する人を選ぶか、匿名にしてください。"),
        )


def _not_begun(what: Message, do: Message) -> ProjectError:
    return ProjectError(what, msg("何も変えていません。"), do)


def target_named(project: Project, round_: VoteRound, label: str) -> Target | None:
    """Return the candidate that people call ``label``, or None."""
    return next((one for one in targets_of(project, round_) if one.label == label), None)


def _people(project: Project, ids: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``ids`` that are participants, each once."""
    known = (one for one in dict.fromkeys(ids) if project.find(Participant, one) is not None)
    return tuple(known)
