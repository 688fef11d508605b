"""The report's five questions to a version, answered by users and by staff apart.

Owns every change to the answers and the rule of what may go on: both sides say yes to all five, or
a reason is written (report ch. 7 §1). What does not hold any more is never left standing: a version
is taken back from being ready in the very step that breaks the rule.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from servicedesign.model import ProjectError, msg
from servicedesign.model.journey import Outcome
from servicedesign.model.normalise import plain_text
from servicedesign.model.prototype import (
    PrototypeVersion,
    Side,
    Verification,
    VerificationQuestion,
)
from servicedesign.store import Project

MOST_PEOPLE: Final = 9999
"""More people than this are not counted."""


def answer_field(question: VerificationQuestion, side: Side) -> str:
    """Return the field that evidence of an answer is linked from, such as ``cost.user``."""
    return f"{question}.{side}"


def answer_of(
    version: PrototypeVersion, question: VerificationQuestion, side: Side
) -> Verification:
    """Return what ``side`` answers to ``question``; not answered yet when nothing is there."""
    for answer in version.verifications:
        if answer.question is question and answer.side is side:
            return answer
    return Verification(question=question, side=side)


def agreed(version: PrototypeVersion) -> bool:
    """Tell whether both sides say yes to all five questions."""
    return not disagreeing(version)


def disagreeing(version: PrototypeVersion) -> tuple[Verification, ...]:
    """Return the answers that are not a yes, users first; those not given are among them."""
    answers = (
        answer_of(version, question, side) for side in Side for question in VerificationQuestion
    )
    return tuple(one for one in answers if one.outcome is not Outcome.DONE)


def may_be_ready(version: PrototypeVersion) -> bool:
    """Tell whether a version may go on: both sides agree, or a reason is written."""
    return agreed(version) or bool(version.ready_reason.strip())


def set_answer(
    project: Project,
    version_id: str,
    question: VerificationQuestion,
    side: Side,
    outcome: Outcome,
) -> None:
    """Let ``side`` answer a question; the same answer again changes nothing."""
    version = project.get(PrototypeVersion, version_id)
    answer = answer_of(version, question, side)
    if answer.outcome is not outcome:
        with project.edit(msg("確かめに答える")):
            _put(project, _with(version, replace(answer, outcome=outcome)))


def write_note(
    project: Project, version_id: str, question: VerificationQuestion, side: Side, text: str
) -> None:
    """Write the ground or condition of an answer; the keystrokes merge."""
    version = project.get(PrototypeVersion, version_id)
    answer = replace(answer_of(version, question, side), note=plain_text(text))
    merge = f"version:{version_id}:{answer_field(question, side)}"
    with project.edit(msg("確かめの根拠・条件を書く"), merge=merge):
        _put(project, _with(version, answer))


def set_count(project: Project, version_id: str, side: Side, count: int | None) -> None:
    """Say how many people of ``side`` answered, or that it is not known.

    Raises:
        ProjectError: the number is negative or absurd; nothing is changed.
    """
    if count is not None and not 0 <= count <= MOST_PEOPLE:
        raise ProjectError(
            msg("人数は0から{most}までです。", most=MOST_PEOPLE),
            msg("何も変えていません。"),
            msg("数を確かめて、もう一度書いてください。"),
        )
    version = project.get(PrototypeVersion, version_id)
    field = "user_count" if side is Side.USER else "provider_count"
    changed: dict[str, Any] = {field: count}
    with project.edit(msg("確かめた人の数を書く")):
        project.put(replace(version, **changed))


def write_reason(project: Project, version_id: str, text: str) -> None:
    """Write the condition that remains; without it, what not all agree on is not ready."""
    version = project.get(PrototypeVersion, version_id)
    with project.edit(msg("残る条件を書く"), merge=f"version:{version_id}:ready_reason"):
        _put(project, replace(version, ready_reason=plain_text(text)))


def set_ready(project: Project, version_id: str, *, ready: bool) -> None:
    """Mark a version ready for the next phase, or take that back.

    Raises:
        ProjectError: not both sides agree and no reason is written; nothing is changed.
    """
    version = project.get(PrototypeVersion, version_id)
    if ready and not may_be_ready(version):
        raise ProjectError(
            msg("まだ、双方が納得していません。"),
            msg("何も変えていません。"),
            msg("五つの問いに双方が「はい」と答えるか、先へ進む理由（残る条件）を書いてください。"),
        )
    if ready is not version.ready:
        with project.edit(msg("次の段階へ進める") if ready else msg("次の段階へ進めるのをやめる")):
            project.put(replace(version, ready=ready))


def _with(version: PrototypeVersion, answer: Verification) -> PrototypeVersion:
    """Return ``version`` with ``answer``; answers stand in one order, users first."""
    kept = {(one.side, one.question): one for one in version.verifications}
    kept[answer.side, answer.question] = answer
    order = [(side, question) for side in Side for question in VerificationQuestion]
    answers = tuple(kept[key] for key in order if key in kept)
    return replace(version, verifications=answers)


def _put(project: Project, version: PrototypeVersion) -> None:
    project.put(replace(version, ready=version.ready and may_be_ready(version)))
