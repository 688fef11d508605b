"""What the proposal's sheets show: collected once, in plain data.

Owns which parts of a proposal go on paper. A field that no sheet prints is left empty, so that
nothing is promised. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from servicedesign.model import (
    Benefit,
    BenefitKind,
    Cost,
    Decision,
    Funding,
    Kpi,
    Milestone,
    PrincipleReview,
    ProcessSide,
    ProcessStep,
    Proposal,
    Risk,
)
from servicedesign.model.principles import answer_of
from servicedesign.model.titles import reference_code
from servicedesign.store import Project
from servicedesign.tools.proposal.filling import tested
from servicedesign.tools.proposal_sums import Sums, counted, sums_of

PRINCIPLES: Final = 12


@dataclass(frozen=True, slots=True)
class TestedData:
    """What was tested: how many sessions, their codes, the conditions that remain."""

    number: int
    codes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ReviewData:
    """The last check against the principles: its day and a mark for each of the twelve."""

    date: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneProposal:
    """One proposal with its parts and sums."""

    proposal: Proposal
    costs: tuple[Cost, ...]
    funding: tuple[Funding, ...]
    benefits: tuple[Benefit, ...]
    kpis: tuple[Kpi, ...]
    milestones: tuple[Milestone, ...]
    risks: tuple[Risk, ...]
    decisions: tuple[Decision, ...]
    before: tuple[ProcessStep, ...]
    after: tuple[ProcessStep, ...]
    sums: Sums
    content: tuple[str, ...] = ()
    tested: TestedData | None = None
    review: ReviewData | None = None


@dataclass(frozen=True, slots=True)
class ProposalData:
    """All proposals of a project; none for an empty form."""

    proposals: tuple[OneProposal, ...] = ()


def collect(project: Project, only: str | None = None) -> ProposalData | None:
    """Return every proposal, or the one named by ``only``; None where there is none."""
    chosen = [one for one in project.all(Proposal) if only in (None, one.id)]
    if not chosen:
        return None
    review = _review(project)
    return ProposalData(tuple(_one(project, proposal, review) for proposal in chosen))


def collect_summary(project: Project, only: str | None = None) -> ProposalData | None:
    """Return the proposals with what stands on one page: no parts but the sums of them."""
    data = collect(project, only)
    if data is None:
        return None
    return ProposalData(tuple(_in_short(one) for one in data.proposals))


def _in_short(one: OneProposal) -> OneProposal:
    proposal = replace(one.proposal, content="", legal_basis="", staffing="")
    return replace(
        one,
        proposal=replace(proposal, content=""),
        content=tuple(line.strip() for line in proposal.content.splitlines() if line.strip()),
        costs=tuple(replace(cost, label="") for cost in one.costs),
        before=tuple(replace(step, title="") for step in one.before),
        after=tuple(replace(step, title="") for step in one.after),
        benefits=(),
        kpis=(),
        milestones=(),
        risks=(),
        decisions=(),
        tested=None,
    )


def _one(project: Project, proposal: Proposal, review: ReviewData | None) -> OneProposal:
    owner = proposal.id
    steps = project.all(ProcessStep, proposal_id=owner)
    return OneProposal(
        proposal=replace(proposal, content=""),
        content=tuple(line.strip() for line in proposal.content.splitlines() if line.strip()),
        costs=tuple(replace(one, basis="") for one in project.all(Cost, proposal_id=owner)),
        funding=tuple(replace(one, label="") for one in project.all(Funding, proposal_id=owner)),
        benefits=tuple(_shown(one) for one in project.all(Benefit, proposal_id=owner)),
        kpis=project.all(Kpi, proposal_id=owner),
        milestones=tuple(replace(one, who="") for one in project.all(Milestone, proposal_id=owner)),
        risks=project.all(Risk, proposal_id=owner),
        decisions=project.all(Decision, proposal_id=owner),
        before=tuple(replace(s, lane="") for s in steps if s.side is ProcessSide.BEFORE),
        after=tuple(replace(s, lane="") for s in steps if s.side is ProcessSide.AFTER),
        sums=sums_of(project, proposal),
        tested=_tested(project, proposal),
        review=review,
    )


def _shown(benefit: Benefit) -> Benefit:
    kept = benefit.kind is BenefitKind.QUALITY or counted(benefit) is None
    return replace(benefit, unit="", basis=benefit.basis if kept else "")


def _tested(project: Project, proposal: Proposal) -> TestedData | None:
    found = tested(project, proposal)
    if found is None:
        return None
    codes = tuple(code for one in found.sessions if (code := reference_code(one)))
    return TestedData(len(found.sessions), codes, found.reason)


def _review(project: Project) -> ReviewData | None:
    reviews = project.all(PrincipleReview)
    last = max(reviews, key=lambda one: (one.date, one.position), default=None)
    if last is None:
        return None
    marks = []
    for number in range(1, PRINCIPLES + 1):
        given = [one.answer for one in last.answers if one.number == number]
        marks.append(str(answer_of(given)))
    return ReviewData(last.date, tuple(marks))


@dataclass(frozen=True, slots=True)
class Flows:
    """The flow of one proposal before and after."""

    title: str
    before: tuple[ProcessStep, ...]
    after: tuple[ProcessStep, ...]


@dataclass(frozen=True, slots=True)
class ProcessData:
    """The flows of all proposals; none for an empty form."""

    flows: tuple[Flows, ...] = ()


def collect_flows(project: Project, only: str | None = None) -> ProcessData | None:
    """Return the flows of every proposal that has steps; None where none has."""
    found = []
    for proposal in project.all(Proposal):
        steps = project.all(ProcessStep, proposal_id=proposal.id)
        if steps and only in (None, proposal.id):
            before = tuple(step for step in steps if step.side is ProcessSide.BEFORE)
            after = tuple(step for step in steps if step.side is ProcessSide.AFTER)
            found.append(Flows(proposal.title, before, after))
    return ProcessData(tuple(found)) if found else None
