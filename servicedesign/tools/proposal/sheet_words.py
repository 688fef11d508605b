"""What the proposal's sums read like on paper.

Owns the sentences made of numbers. Must not add anything up: see ``sums``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import Benefit, BenefitKind, FundingSource, ServiceKind
from servicedesign.model.dates import long_date, parse_date
from servicedesign.model.message import N_
from servicedesign.tools.amounts import grouped, hours, yen
from servicedesign.tools.proposal.sheet_data import OneProposal, TestedData
from servicedesign.tools.proposal_process import count
from servicedesign.tools.proposal_sums import Gain, counted, hours_of, money_of

KINDS: Final = {
    ServiceKind.EXISTING: N_("既存サービスの見直し"),
    ServiceKind.NEW: N_("新しいサービス"),
}
SOURCES: Final = {
    FundingSource.NATIONAL: N_("国"),
    FundingSource.PREFECTURE: N_("県"),
    FundingSource.OTHER: N_("その他"),
    FundingSource.GENERAL: N_("一般財源"),
}


def day_words(text: str, t: Translator) -> str:
    """Return a date in words; what is no date stays as it is written."""
    day = parse_date(text)
    return long_date(day, t.lang) if day else text


def cost_words(one: OneProposal, t: Translator) -> str:
    """Return initial and running costs in a sentence, empty without costs."""
    if not one.costs:
        return ""
    return t(
        "初期{initial}、運用は年{running}。",
        initial=yen(one.sums.initial.costs, t),
        running=yen(one.sums.running.costs, t),
    )


def tested_words(found: TestedData, t: Translator) -> str:
    """Return what was tested."""
    codes = t("、").join(found.codes)
    text = t.plural("テスト{n}回（{codes}）。", found.number, codes=codes or "―")
    if found.reason.strip():
        text += "\n" + t("残る条件：{reason}", reason=found.reason)
    return text


def target_words(one: OneProposal, t: Translator) -> str:
    """Return the target and its number."""
    number = one.proposal.target_number
    parts = [one.proposal.target.strip()]
    if number is not None:
        parts.append(t.plural("計{count}", number, count=grouped(Decimal(number))))
    return t("　").join(part for part in parts if part)


def payback_words(gain: Gain, t: Translator) -> str:
    """Return how long it takes until the initial costs have come back."""
    if gain.yen is None:
        return t("職員1時間の費用がないため計算できない")
    months = gain.payback_months
    if months is None:
        return t("金額だけでは取り戻せない")
    years, rest = divmod(months, 12)
    if years and rest:
        return t("約{years}年{months}か月", years=years, months=rest)
    return t("約{years}年", years=years) if years else t("約{months}か月", months=rest)


def calculation(benefit: Benefit, t: Translator) -> str:
    """Return how a benefit was counted, empty where only its amount stands."""
    if counted(benefit) is None:
        return ""
    assert benefit.cases is not None
    assert benefit.before is not None
    assert benefit.after is not None
    return t(
        "{cases}件×（{before}－{after}{unit}）",
        cases=grouped(benefit.cases),
        before=grouped(benefit.before),
        after=grouped(benefit.after),
        unit=t("円") if benefit.kind is BenefitKind.MONEY else benefit.unit or t("分"),
    )


def value_words(benefit: Benefit, t: Translator) -> str:
    """Return what a benefit comes to in a year."""
    if benefit.kind is BenefitKind.QUALITY:
        return ""
    if counted(benefit) is None and benefit.amount is None:
        return "―"
    if benefit.kind is BenefitKind.MONEY:
        return yen(money_of(benefit), t)
    return hours(hours_of(benefit), t)


def changes(one: OneProposal, t: Translator) -> list[tuple[str, str, str]]:
    """Return what the flow comes to: name, before, after; what was not counted is left out."""
    before, after = count(one.before), count(one.after)
    found = []
    if before.tasks and after.tasks:
        found.append((t("手順"), str(before.tasks), str(after.tasks)))
    if before.minutes is not None and after.minutes is not None:
        old, new = grouped(before.minutes), grouped(after.minutes)
        found.append((t("職員の時間"), t("{n}分", n=old), t("{n}分", n=new)))
    if before.fields is not None and after.fields is not None:
        found.append((t("書く欄"), str(before.fields), str(after.fields)))
    return found
