"""What a proposal does not say yet, section by section, and where to go about it.

Owns the twelve sections and the one list of what a section chief would ask (report ch. 7 §2(4)).
Must not write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from servicedesign.model import (
    Benefit,
    BenefitKind,
    Cost,
    CostKind,
    Decision,
    Funding,
    Kpi,
    Message,
    Milestone,
    ProcessSide,
    ProcessStep,
    Proposal,
    Record,
    Relation,
    Risk,
    ServiceKind,
    msg,
)
from servicedesign.model.dates import parse_date
from servicedesign.model.message import N_
from servicedesign.model.method import Progress
from servicedesign.store import Project
from servicedesign.tools.amounts import grouped
from servicedesign.tools.proposal_process import Oddity, check
from servicedesign.tools.proposal_sums import has_value, sums_of


class Section(IntEnum):
    """The sections of the proposal, in order."""

    TITLE = 1
    BACKGROUND = 2
    TARGET = 3
    CONTENT = 4
    DIFFERENCE = 5
    STAFFING = 6
    MONEY = 7
    BENEFIT = 8
    KPI = 9
    RISK = 10
    FIRST_STEP = 11
    DECISION = 12


SECTION_TITLES: Final = {
    Section.TITLE: N_("事業名"),
    Section.BACKGROUND: N_("背景と課題"),
    Section.TARGET: N_("対象と人数"),
    Section.CONTENT: N_("目的と内容"),
    Section.DIFFERENCE: N_("今との違い"),
    Section.STAFFING: N_("体制と工程"),
    Section.MONEY: N_("費用と財源"),
    Section.BENEFIT: N_("効果"),
    Section.KPI: N_("評価指標"),
    Section.RISK: N_("おそれと備え"),
    Section.FIRST_STEP: N_("小さな始め方"),
    Section.DECISION: N_("決めた記録"),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing.

    Attributes:
        section: where.
        sentence: what.
        kind: kind of record to go to.
        record_id: that record.
        field: its field, or empty for the record as a whole.
    """

    section: Section
    sentence: Message
    kind: str
    record_id: str
    field: str = ""


_TEXTS: Final = (
    (Section.TITLE, "title", N_("事業名が書かれていない")),
    (Section.BACKGROUND, "background", N_("背景と課題が書かれていない")),
    (Section.TARGET, "target", N_("だれのためのサービスか書かれていない")),
    (Section.CONTENT, "purpose", N_("目的が書かれていない")),
    (Section.CONTENT, "content", N_("内容が書かれていない")),
    (Section.DIFFERENCE, "difference", N_("今と何が違うか書かれていない")),
    (Section.STAFFING, "legal_basis", N_("根拠の法令が書かれていない")),
    (Section.STAFFING, "staffing", N_("だれが行うか書かれていない")),
    (Section.FIRST_STEP, "smallest_step", N_("いちばん小さな一歩が書かれていない")),
)
_FOUNDED: Final = (
    (Section.BACKGROUND, "background", N_("背景と課題の出どころがない")),
    (Section.TARGET, "target", N_("対象の出どころがない")),
)


def find_missing(project: Project, proposal: Proposal) -> tuple[Missing, ...]:
    """Return everything that is missing, in the order of the sections."""
    found = [one for look in _LOOKS for one in look(project, proposal)]
    return tuple(sorted(found, key=lambda one: one.section))


def section_progress(project: Project, proposal: Proposal) -> dict[Section, Progress]:
    """Return how far every section is: done, begun, or nothing there."""
    open_ = find_missing(project, proposal)
    states = {}
    for section in Section:
        lacks = [one for one in open_ if one.section is section]
        begun = not lacks or _begun(project, proposal, section)
        states[section] = (Progress.SOME if begun else Progress.NONE) if lacks else Progress.DONE
    return states


_PARTS: Final[dict[Section, tuple[type[Record], ...]]] = {
    Section.STAFFING: (Milestone,),
    Section.MONEY: (Cost, Funding),
    Section.BENEFIT: (Benefit,),
    Section.KPI: (Kpi,),
    Section.RISK: (Risk,),
    Section.DECISION: (Decision,),
    Section.DIFFERENCE: (ProcessStep,),
}


def _begun(project: Project, proposal: Proposal, section: Section) -> bool:
    written = any(
        getattr(proposal, field).strip() for where, field, _ in _TEXTS if where is section
    )
    return written or any(
        project.all(part, proposal_id=proposal.id) for part in _PARTS.get(section, ())
    )


def _lack(section: Section, sentence: Message, record: Record, field: str = "") -> Missing:
    return Missing(section, sentence, record.KIND, record.id, field)


def _founded(project: Project, record: Record, field: str | None = None) -> bool:
    return bool(project.links_from(record.id, relation=Relation.EVIDENCE, field=field))


def _texts(project: Project, proposal: Proposal) -> Iterator[Missing]:
    for section, field, sentence in _TEXTS:
        if not getattr(proposal, field).strip():
            yield _lack(section, Message(sentence), proposal, field)
    for section, field, sentence in _FOUNDED:
        if getattr(proposal, field).strip() and not _founded(project, proposal, field):
            yield _lack(section, Message(sentence), proposal, field)
    if proposal.target.strip() and proposal.target_number is None:
        yield _lack(Section.TARGET, msg("対象の人数がない"), proposal, "target_number")
    if proposal.service_kind is ServiceKind.UNDECIDED:
        yield _lack(
            Section.TITLE, msg("今のサービスの見直しか、新しいサービスかを決めていない"),
            proposal, "service_kind",
        )  # fmt: skip


def _process(project: Project, proposal: Proposal) -> Iterator[Missing]:
    if proposal.service_kind is not ServiceKind.EXISTING:
        if proposal.service_kind is ServiceKind.NEW and proposal.version_id is None:
            yield _lack(
                Section.DIFFERENCE, msg("もとの試作が選ばれていない"), proposal, "version_id"
            )
        return
    sides = (
        (ProcessSide.BEFORE, msg("今の業務の流れがない")),
        (ProcessSide.AFTER, msg("これからの業務の流れがない")),
    )
    for side, sentence in sides:
        steps = project.all(ProcessStep, proposal_id=proposal.id, side=side)
        if not steps:
            yield _lack(Section.DIFFERENCE, sentence, proposal, "difference")
        for told in check(steps):
            if told.what is not Oddity.CIRCLE:
                where = told.step_ids[0] if told.step_ids else steps[0].id
                yield Missing(Section.DIFFERENCE, told.sentence, ProcessStep.KIND, where)


def _schedule(project: Project, proposal: Proposal) -> Iterator[Missing]:
    stretches = project.all(Milestone, proposal_id=proposal.id)
    if not stretches:
        yield _lack(Section.STAFFING, msg("工程がない"), proposal)
    for one in stretches:
        start, end = parse_date(one.start), parse_date(one.end)
        name = one.title or "―"
        if start is None or end is None:
            yield _lack(Section.STAFFING, msg("「{name}」の日がない", name=name), one, "start")
        elif end < start:
            yield _lack(
                Section.STAFFING, msg("「{name}」の終わりが始まりより前", name=name), one, "end"
            )


def _money(project: Project, proposal: Proposal) -> Iterator[Missing]:
    costs = project.all(Cost, proposal_id=proposal.id)
    if not costs:
        yield _lack(Section.MONEY, msg("費用がない"), proposal)
    for cost in costs:
        name = cost.label or "―"
        if not cost.amount:
            yield _lack(Section.MONEY, msg("「{name}」の額がない", name=name), cost, "amount")
        if not cost.basis.strip() and not _founded(project, cost):
            yield _lack(Section.MONEY, msg("「{name}」の根拠がない", name=name), cost, "basis")
    if proposal.first_fiscal_year is None:
        yield _lack(Section.MONEY, msg("始める年度がない"), proposal, "first_fiscal_year")
    yield from _uncovered(project, proposal)


def _uncovered(project: Project, proposal: Proposal) -> Iterator[Missing]:
    sums = sums_of(project, proposal)
    for kind, paid in ((CostKind.INITIAL, sums.initial), (CostKind.RUNNING, sums.running)):
        amount = grouped(abs(paid.lacking), 0)
        if paid.lacking > 0 and kind is CostKind.INITIAL:
            sentence = msg("初期費の財源が{amount}円足りない", amount=amount)
        elif paid.lacking > 0:
            sentence = msg("運用費の財源が年{amount}円足りない", amount=amount)
        elif paid.lacking < 0 and kind is CostKind.INITIAL:
            sentence = msg("初期費の財源が{amount}円多い", amount=amount)
        elif paid.lacking < 0:
            sentence = msg("運用費の財源が年{amount}円多い", amount=amount)
        else:
            continue
        yield _lack(Section.MONEY, sentence, proposal)


def _benefits(project: Project, proposal: Proposal) -> Iterator[Missing]:
    benefits = project.all(Benefit, proposal_id=proposal.id)
    if not benefits:
        yield _lack(Section.BENEFIT, msg("効果がない"), proposal)
    for one in benefits:
        name = one.label or "―"
        if one.kind is not BenefitKind.QUALITY and not has_value(one):
            yield _lack(Section.BENEFIT, msg("「{name}」の量がない", name=name), one, "amount")
        if not one.basis.strip() and not _founded(project, one):
            yield _lack(Section.BENEFIT, msg("「{name}」の根拠がない", name=name), one, "basis")
    if sums_of(project, proposal).rate_missing:
        yield _lack(
            Section.BENEFIT, msg("職員1時間の費用（町の平均）がない"), proposal, "hourly_rate"
        )


def _kpis(project: Project, proposal: Proposal) -> Iterator[Missing]:
    kpis = project.all(Kpi, proposal_id=proposal.id)
    if not kpis:
        yield _lack(Section.KPI, msg("評価指標がない"), proposal)
    fields = (
        ("present", N_("「{name}」の現状値がない")),
        ("target", N_("「{name}」の目標値がない")),
        ("method", N_("「{name}」の測り方がない")),
    )
    for kpi in kpis:
        for field, sentence in fields:
            if not getattr(kpi, field).strip():
                told = Message(sentence, {"name": kpi.label or "―"})
                yield _lack(Section.KPI, told, kpi, field)
        if kpi.present.strip() and not _founded(project, kpi):
            told = msg("「{name}」の現状値の出どころがない", name=kpi.label or "―")
            yield _lack(Section.KPI, told, kpi)


def _risks(project: Project, proposal: Proposal) -> Iterator[Missing]:
    risks = project.all(Risk, proposal_id=proposal.id)
    if not risks:
        yield _lack(Section.RISK, msg("おそれと備えが書かれていない"), proposal)
    for risk in risks:
        if not risk.answer.strip():
            name = risk.text.split("\n")[0][:40] or "―"
            yield _lack(Section.RISK, msg("「{name}」への備えがない", name=name), risk, "answer")


def _decisions(project: Project, proposal: Proposal) -> Iterator[Missing]:
    decisions = project.all(Decision, proposal_id=proposal.id)
    if not decisions:
        yield _lack(Section.DECISION, msg("決めた日と決めた人がない"), proposal)
        return
    for one in decisions:
        for field, sentence in (
            ("date", msg("「{name}」の日がない", name=one.meeting or "―")),
            ("who", msg("「{name}」で決めた人がない", name=one.meeting or "―")),
            ("outcome", msg("「{name}」で決めたことがない", name=one.meeting or "―")),
        ):
            if not getattr(one, field).strip():
                yield _lack(Section.DECISION, sentence, one, field)


_Look = Callable[[Project, Proposal], Iterator[Missing]]
_LOOKS: Final[tuple[_Look, ...]] = (
    *(_texts, _process, _schedule, _money),
    *(_benefits, _kpis, _risks, _decisions),
)
