"""Choosing the ideas to work out, and the reasons where the choice departs from the count.

Owns that step and what it asks for (report ch. 7 §2(2)). What is chosen, by whom and why goes into
the record of the round; the votes themselves never change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from servicedesign.model import (
    Message,
    ProjectError,
    Selection,
    TieRule,
    VoteEventKind,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.vote_record import labels_of, recorded
from servicedesign.tools.vote_targets import Target, targets_of
from servicedesign.tools.voting.naming import called
from servicedesign.tools.voting.ranking import groups_of, run_offs_of

_TOLD = 3
"""Most ideas that one sentence names."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A chosen idea that neither the count nor the declared rule explains.

    Attributes:
        target: the idea.
        why: what speaks against it, as one sentence; a reason is asked for under it.
    """

    target: Target
    why: Message


@dataclass(frozen=True, slots=True)
class Asked:
    """What has to be explained about a choice.

    Attributes:
        departures: ideas that each need a reason of their own.
        tied: candidates with equal votes among which the facilitator picked: one reason for all.
    """

    departures: tuple[Departure, ...] = ()
    tied: tuple[Target, ...] = ()


def reasons_asked(project: Project, round_id: str, ids: Iterable[str]) -> Asked:
    """Return what has to be explained if ``ids`` were chosen in a closed round."""
    round_ = project.get(VoteRound, round_id)
    targets = {one.id: one for one in targets_of(project, round_)}
    votes = {one.target_id: one.votes for one in round_.tallies}
    wanted = set(ids)
    departures: list[Departure] = []
    tied: list[Target] = []
    passed: list[Target] = []
    for group in groups_of(project, round_):
        chosen = [targets[one] for one in group if one in wanted]
        left = [targets[one] for one in group if one not in wanted]
        why = None
        if not votes.get(group[0]):
            why = msg("票が入っていません。")
        elif passed:
            why = msg("票の多い{ideas}を選んでいません。", ideas=_ideas(passed))
        elif chosen and left:
            why = _against_rule(project, round_, group, left)
            tied += () if why else [targets[one] for one in group]
        if why is not None:
            departures += [Departure(one, why) for one in chosen]
        passed += left
    return Asked(tuple(departures), tuple(tied))


def _against_rule(
    project: Project, round_: VoteRound, group: Sequence[str], left: Sequence[Target]
) -> Message | None:
    """Return what the declared rule says against picking among ``group``, or None."""
    if round_.tie_rule is TieRule.KEEP_BOTH:
        return msg("同数の{ideas}も残す約束でした。", ideas=_ideas(left))
    held = [one for one in run_offs_of(project, round_.id) if one.status is VoteStatus.CLOSED]
    tried = any(set(group) <= set(one.target_ids) for one in held)
    if round_.tie_rule is TieRule.RUN_OFF and not tried:
        return msg("同数の{ideas}とは、決選投票で決める約束でした。", ideas=_ideas(left))
    return None


def _ideas(targets: Sequence[Target]) -> Message:
    """Return what some candidates are called in a sentence, a few of them by name."""
    first, *rest = targets[:_TOLD]
    words = called(first.label)
    for one in rest:
        words = msg("{before}・{last}", before=words, last=called(one.label))
    if len(targets) > _TOLD:
        words = msg("{ideas}など{count}案", ideas=words, count=len(targets))
    return words


def choose(
    project: Project,
    round_id: str,
    selections: Sequence[str] | Mapping[str, str],
    *,
    at: str = "",
    who: str = "",
    tie_reason: str = "",
) -> None:
    """Keep ideas of a closed round for working out, as one step that can be taken back.

    Args:
        project: the open project.
        round_id: a closed round.
        selections: the ideas' ids, with the reason of each where one is asked for; none of them
            takes the choice back.
        at: local time ``YYYY-MM-DDTHH:MM:SS``; the project's clock when empty.
        who: decides.
        tie_reason: why these of several with equal votes.

    Raises:
        ProjectError: the round is not closed, or a reason that is asked for is missing.
    """
    round_ = project.get(VoteRound, round_id)
    if round_.status is not VoteStatus.CLOSED:
        raise ProjectError(
            msg("締め切る前の投票からは、案を選べません。"),
            msg("何も変えていません。"),
            msg("先に投票を締め切ってください。"),
        )
    reasons = _reasons(selections)
    order = [one for group in groups_of(project, round_) for one in group if one in reasons]
    asked = reasons_asked(project, round_id, order)
    tie_reason = plain_text(tie_reason).strip() if asked.tied else ""
    _require_reasons(asked, reasons, tie_reason)
    kept = tuple(Selection(target_id=one, reason=reasons[one]) for one in order)
    who = plain_text(who, single_line=True).strip()
    changed = replace(round_, selections=kept, tie_reason=tie_reason, decided_by=who)
    if changed == round_:
        return
    targets = {one.id: one for one in targets_of(project, round_)}
    if asked.tied:
        won = [one for one in asked.tied if one.id in reasons]
        text = f"{labels_of(asked.tied)} → {labels_of(won)} {tie_reason}"
        changed = recorded(project, changed, VoteEventKind.TIE, text, at=at, who=who)
    text = labels_of(targets[one] for one in order)
    changed = recorded(project, changed, VoteEventKind.CHOSEN, text, at=at, who=who)
    label = msg("{count}案を選ぶ", count=len(kept)) if kept else msg("選んだ案を外す")
    with project.edit(label):
        project.put(changed)


def _reasons(selections: Sequence[str] | Mapping[str, str]) -> dict[str, str]:
    if not isinstance(selections, Mapping):
        return dict.fromkeys(selections, "")
    return {one: plain_text(reason).strip() for one, reason in selections.items()}


def _require_reasons(asked: Asked, reasons: Mapping[str, str], tie_reason: str) -> None:
    missing = [one for one in asked.departures if not reasons[one.target.id]]
    if missing:
        first = missing[0]
        raise ProjectError(
            msg("{idea}を選ぶ理由がありません。{why}", idea=called(first.target.label),
                why=first.why),
            msg("何も変えていません。"),
            msg("記録に残すので、理由を書いてください。"),
        )  # fmt: skip
    if asked.tied and not tie_reason:
        raise ProjectError(
            msg("同数の{ideas}から選ぶ理由がありません。", ideas=_ideas(asked.tied)),
            msg("何も変えていません。"),
            msg("記録に残すので、理由を書いてください。"),
        )
