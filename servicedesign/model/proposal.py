"""Towards the real service: the proposal with its costs, benefits, funding, KPI and decision.

Owns the records of 提供に向けて (report ch. 7 §2(4), ch. 6 for the process before and after).
Amounts are exact decimals in yen.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from servicedesign.model.message import N_
from servicedesign.model.project import ServiceKind
from servicedesign.model.record import (
    Personal,
    Record,
    choice_field,
    code_field,
    number_field,
    place_field,
    ref_field,
    text_field,
)


class FundingSource(StrEnum):
    """Where the money comes from, in the order of a Japanese municipal budget."""

    NATIONAL = "national"
    PREFECTURE = "prefecture"
    OTHER = "other"
    GENERAL = "general"


class BenefitKind(StrEnum):
    """What a benefit is counted in; residents' time and quality stand apart from staff hours."""

    STAFF_HOURS = "staff_hours"
    MONEY = "money"
    RESIDENT_HOURS = "resident_hours"
    QUALITY = "quality"


class CostKind(StrEnum):
    """Once, or every year."""

    INITIAL = "initial"
    RUNNING = "running"


class StepKind(StrEnum):
    """The BPMN shapes of a simple process flow."""

    START = "start"
    TASK = "task"
    EXCLUSIVE = "exclusive"
    PARALLEL = "parallel"
    END = "end"


class ProcessSide(StrEnum):
    """The process as it is, or as proposed."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Record):
    """The service proposal (サービス提案書)."""

    KIND: ClassVar[str] = "proposal"
    LABEL: ClassVar[str] = N_("サービス提案書")

    title: str = text_field(N_("事業名"))
    service_kind: ServiceKind = choice_field(N_("サービスの種類"), ServiceKind.UNDECIDED)
    version_id: str | None = ref_field("prototype_version", N_("もとの試作"))
    background: str = text_field(N_("背景・課題"), long=True)
    target: str = text_field(N_("対象者"), long=True)
    target_number: int | None = number_field(N_("対象の人数"), minimum=0)
    purpose: str = text_field(N_("目的"), long=True)
    content: str = text_field(N_("内容"), long=True)
    difference: str = text_field(N_("現状との違い"), long=True)
    legal_basis: str = text_field(N_("根拠法令"), long=True)
    staffing: str = text_field(N_("体制"), long=True)
    smallest_step: str = text_field(N_("いちばん小さな一歩"), long=True)
    hourly_rate: Decimal | None = number_field(N_("職員1時間の費用"), minimum=0)
    years: int = number_field(N_("見る年数"), default=5, minimum=1, maximum=50)
    first_fiscal_year: int | None = number_field(N_("始める年度"), minimum=1900, maximum=2200)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost(Record):
    """One cost in yen."""

    KIND: ClassVar[str] = "cost"
    LABEL: ClassVar[str] = N_("費用")

    proposal_id: str = ref_field("proposal", N_("サービス提案書"), owner=True)
    kind: CostKind = choice_field(N_("種類"), CostKind.INITIAL)
    label: str = text_field(N_("項目"))
    amount: Decimal = number_field(N_("金額（円）"), default=Decimal(0), minimum=0)
    basis: str = text_field(N_("積算の根拠"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit(Record):
    """One benefit of a year: hours, yen, or words.

    Hours come from cases a year and what one takes ``before`` and ``after``, in ``unit``
    (minutes for staff). ``amount`` stands where nothing was counted that way.
    """

    KIND: ClassVar[str] = "benefit"
    LABEL: ClassVar[str] = N_("効果")

    proposal_id: str = ref_field("proposal", N_("サービス提案書"), owner=True)
    kind: BenefitKind = choice_field(N_("種類"), BenefitKind.QUALITY)
    label: str = text_field(N_("項目"))
    amount: Decimal | None = number_field(N_("1年の量"), minimum=0)
    cases: Decimal | None = number_field(N_("1年の件数"), minimum=0)
    before: Decimal | None = number_field(N_("今の量"), minimum=0)
    after: Decimal | None = number_field(N_("後の量"), minimum=0)
    unit: str = text_field(N_("単位"))
    basis: str = text_field(N_("計算の根拠"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Record):
    """Money from one source, in yen; the sources together pay the costs."""

    KIND: ClassVar[str] = "funding"
    LABEL: ClassVar[str] = N_("財源")

    proposal_id: str = ref_field("proposal", N_("サービス提案書"), owner=True)
    source: FundingSource = choice_field(N_("財源"), FundingSource.GENERAL)
    kind: CostKind = choice_field(N_("初期か運用か"), CostKind.INITIAL)
    label: str = text_field(N_("名称"))
    amount: Decimal = number_field(N_("金額（円）"), default=Decimal(0), minimum=0)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi(Record):
    """A measure of whether residents are better off (評価指標)."""

    KIND: ClassVar[str] = "kpi"
    LABEL: ClassVar[str] = N_("評価指標")

    proposal_id: str = ref_field("proposal", N_("サービス提案書"), owner=True)
    label: str = text_field(N_("指標"))
    unit: str = text_field(N_("単位"))
    present: str = text_field(N_("現状値"))
    target: str = text_field(N_("目標値"))
    due: str = code_field(N_("いつまで"))
    method: str = text_field(N_("測り方"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Record):
    """A stretch of the schedule; a single day when both dates are the same."""

    KIND: ClassVar[str] = "milestone"
    LABEL: ClassVar[str] = N_("工程")

    proposal_id: str = ref_field("proposal", N_("サービス提案書"), owner=True)
    title: str = text_field(N_("内容"))
    start: str = code_field(N_("始まり"))
    end: str = code_field(N_("終わり"))
    who: str = text_field(N_("担当"), personal=Personal.CLEAR)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Record):
    """What may go wrong and what is done about it."""

    KIND: ClassVar[str] = "risk"
    LABEL: ClassVar[str] = N_("リスク")

    proposal_id: str = ref_field("proposal", N_("サービス提案書"), owner=True)
    text: str = text_field(N_("起こりうること"), long=True)
    answer: str = text_field(N_("備え"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """What was decided, when and by whom (意思決定の記録)."""

    KIND: ClassVar[str] = "decision"
    LABEL: ClassVar[str] = N_("意思決定の記録")

    proposal_id: str = ref_field("proposal", N_("サービス提案書"), owner=True)
    date: str = code_field(N_("月日"))
    meeting: str = text_field(N_("会議"))
    who: str = text_field(N_("決めた人"), personal=Personal.CLEAR)
    outcome: str = text_field(N_("決めたこと"), long=True)
    condition: str = text_field(N_("条件"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStep(Record):
    """One shape of the process flow, before or after; ``next_ids`` are the steps that follow."""

    KIND: ClassVar[str] = "process_step"
    LABEL: ClassVar[str] = N_("業務の手順")

    proposal_id: str = ref_field("proposal", N_("サービス提案書"), owner=True)
    side: ProcessSide = choice_field(N_("前か後か"), ProcessSide.BEFORE)
    kind: StepKind = choice_field(N_("形"), StepKind.TASK)
    lane: str = text_field(N_("担当"))
    title: str = text_field(N_("内容"))
    minutes: Decimal | None = number_field(N_("分"), minimum=0)
    form_fields: int | None = number_field(N_("書く欄の数"), minimum=0)
    next_ids: tuple[str, ...] = choice_field(N_("次の手順"), ())
    position: float = place_field()
