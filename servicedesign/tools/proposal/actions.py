"""What one can do with a proposal, and the rules of it.

Owns every change to a proposal and its parts. The rules behind: a number is never below 0; there
is no hourly rate but the town's own; lines of a flow lead to steps of the same side; what is taken
from the chain keeps its source (report ch. 7 §2(4)).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, TypeVar

from servicedesign.model import (
    Benefit,
    Cost,
    Decision,
    Funding,
    Kpi,
    Link,
    Message,
    Milestone,
    ProcessSide,
    ProcessStep,
    ProjectError,
    Proposal,
    PrototypeVersion,
    Record,
    Relation,
    Risk,
    StepKind,
    field_specs,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.evidence import link_evidence
from servicedesign.tools.letting_go import let_go, what_goes
from servicedesign.tools.proposal.filling import Suggestion
from servicedesign.tools.proposal_missing import find_missing

PARTS: Final = (Cost, Funding, Benefit, Kpi, Milestone, Risk, Decision)
"""What a proposal consists of besides its own texts and the steps of the flow."""

Part = TypeVar("Part", Cost, Funding, Benefit, Kpi, Milestone, Risk, Decision, ProcessStep)


def progress(project: Project) -> Progress:
    """Return how far it is: done when nothing is missing, the decision included."""
    proposals = project.all(Proposal)
    if not proposals:
        return Progress.NONE
    done = not any(find_missing(project, one) for one in proposals)
    return Progress.DONE if done else Progress.SOME


# --- the proposal ---------------------------------------------------------------------------------


def add_proposal(project: Project, version_id: str | None = None) -> Proposal:
    """Add a proposal, of a prototype's version or of none, and return it."""
    info = project.info
    proposals = project.all(Proposal)
    proposal = Proposal(
        version_id=version_id,
        service_kind=info.service_kind,
        position=max((one.position for one in proposals), default=0.0) + 1,
    )
    with project.edit(msg("サービス提案書を作る")):
        project.put(proposal)
        if version_id is not None:
            version = project.get(PrototypeVersion, version_id)
            project.put(
                Link(
                    source_kind=Proposal.KIND,
                    source_id=proposal.id,
                    target_kind=version.KIND,
                    target_id=version.id,
                    relation=Relation.CAME_FROM,
                )
            )
    return proposal


def delete_proposal(project: Project, proposal_id: str) -> None:
    """Delete a proposal with all its parts, in one step."""
    what = what_goes(project, [project.get(Proposal, proposal_id)])
    with project.edit(msg("サービス提案書を消す")):
        let_go(project, what)


def take_suggestion(project: Project, proposal_id: str, suggestion: Suggestion) -> None:
    """Write what the chain suggests into its field and link it to where it comes from."""
    proposal = project.get(Proposal, proposal_id)
    changed: dict[str, Any] = {suggestion.field: plain_text(suggestion.text)}
    with project.edit(msg("つながりから書き入れる")):
        project.put(replace(proposal, **changed))
        for source in suggestion.sources:
            link_evidence(project, proposal, suggestion.field, source)


# --- fields of all of them ------------------------------------------------------------------------


def write_text(project: Project, record: Record, field: str, text: str) -> None:
    """Write a text field of a proposal or of a part; the keystrokes of one field merge."""
    spec = field_specs(type(record))[field]
    current = project.get(type(record), record.id)
    changed: dict[str, Any] = {field: plain_text(text, single_line=not spec.long)}
    label = msg("{field}を書く", field=Message(spec.label))
    with project.edit(label, merge=f"{record.KIND}:{record.id}:{field}"):
        project.put(replace(current, **changed))


def set_value(project: Project, record: Record, field: str, value: object) -> None:
    """Set a number, a choice, a day or a reference of a proposal or of a part.

    Raises:
        ProjectError: the number is below the least or above the greatest that its field takes.
    """
    spec = field_specs(type(record))[field]
    if not _fits(value, spec.minimum, spec.maximum):
        raise ProjectError(
            msg("{field}に{value}は入りません。", field=Message(spec.label), value=value),
            msg("何も変えていません。"),
            msg("0以上の、ありうる数を書いてください。"),
        )
    current = project.get(type(record), record.id)
    changed: dict[str, Any] = {field: value}
    with project.edit(msg("{field}を変える", field=Message(spec.label))):
        project.put(replace(current, **changed))


def _fits(value: object, least: float | None, most: float | None) -> bool:
    """Tell whether a number is one, and within its bounds (None: no bound); others always fit."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return True
    if not Decimal(value).is_finite():  # first: what is no number cannot be compared
        return False
    return (least is None or value >= least) and (most is None or value <= most)


# --- parts ----------------------------------------------------------------------------------------


def add_part(project: Project, proposal_id: str, part_class: type[Part], /, **values: Any) -> Part:
    """Add a part (cost, funding, benefit, measure, stretch, risk, decision) at the end."""
    parts = project.all(part_class, proposal_id=proposal_id)
    place = max((one.position for one in parts), default=0.0) + 1
    part = part_class(proposal_id=proposal_id, position=place, **values)
    with project.edit(msg("{what}を足す", what=Message(part_class.LABEL))):
        project.put(part)
    return part


def delete_part(project: Project, part: Record) -> None:
    """Delete a part; lines that lead to a step of a flow go with the step."""
    with project.edit(msg("{what}を消す", what=Message(part.LABEL))):
        if isinstance(part, ProcessStep):
            _let_go_of_step(project, part)
        let_go(project, what_goes(project, [part]))


def move_part(project: Project, part: Part, index: int) -> None:
    """Put a part at place ``index`` (0 first) among those of its kind."""
    parts = [
        one
        for one in project.all(type(part), proposal_id=part.proposal_id)
        if one.id != part.id and getattr(one, "side", None) == getattr(part, "side", None)
    ]
    parts.insert(min(max(0, index), len(parts)), part)
    with project.edit(msg("{what}の順を変える", what=Message(part.LABEL))):
        for place, one in enumerate(parts, 1):
            current = project.get(type(one), one.id)
            if current.position != place:
                project.put(replace(current, position=float(place)))


# --- the flow -------------------------------------------------------------------------------------


def steps_of(project: Project, proposal_id: str, side: ProcessSide) -> tuple[ProcessStep, ...]:
    """Return the steps of one side in order."""
    return project.all(ProcessStep, proposal_id=proposal_id, side=side)


def add_step(
    project: Project,
    proposal_id: str,
    side: ProcessSide,
    kind: StepKind = StepKind.TASK,
    *,
    after: str | None = None,
    title: str = "",
    lane: str = "",
) -> ProcessStep:
    """Add a step to a flow; put ``after`` a step, it takes over that step's lines onward."""
    with project.edit(msg("業務の手順を足す")):
        previous = project.get(ProcessStep, after) if after is not None else None
        step = add_part(
            project, proposal_id, ProcessStep,
            side=side, kind=kind,
            title=plain_text(title, single_line=True),
            lane=plain_text(lane, single_line=True) or (previous.lane if previous else ""),
            next_ids=previous.next_ids if previous else (),
        )  # fmt: skip
        if previous is not None:
            project.put(replace(previous, next_ids=(step.id,)))
            steps = [one for one in steps_of(project, proposal_id, side) if one.id != step.id]
            place = [one.id for one in steps].index(previous.id) + 1
            move_part(project, step, place)
    return project.get(ProcessStep, step.id)


def connect(project: Project, step_id: str, next_id: str) -> None:
    """Draw a line from a step to one of the same side; one that is there already stays.

    Raises:
        ProjectError: the other step belongs to another flow.
    """
    step, ahead = project.get(ProcessStep, step_id), project.get(ProcessStep, next_id)
    if (step.proposal_id, step.side) != (ahead.proposal_id, ahead.side):
        raise ProjectError(
            msg("今の流れとこれからの流れは、線で結べません。"),
            msg("何も変えていません。"),
            msg("同じ流れの中の手順を選んでください。"),
        )
    if next_id in step.next_ids:
        return
    with project.edit(msg("手順を線で結ぶ")):
        project.put(replace(step, next_ids=(*step.next_ids, next_id)))


def disconnect(project: Project, step_id: str, next_id: str) -> None:
    """Take a line away."""
    step = project.get(ProcessStep, step_id)
    with project.edit(msg("手順の線を外す")):
        project.put(replace(step, next_ids=tuple(n for n in step.next_ids if n != next_id)))


def _let_go_of_step(project: Project, step: ProcessStep) -> None:
    """Lead the lines into a step on to where its own line leads, so that the flow stays whole."""
    onward = tuple(one for one in step.next_ids if one != step.id)
    for other in steps_of(project, step.proposal_id, step.side):
        if step.id in other.next_ids and other.id != step.id:
            ahead = [
                new
                for one in other.next_ids
                for new in (onward if one == step.id else (one,))
                if new != other.id
            ]
            project.put(replace(other, next_ids=tuple(dict.fromkeys(ahead))))
