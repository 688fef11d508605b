"""Every sum of a proposal: costs, funding, hours saved, yen a year, payback, users by half.

Owns the arithmetic and its one rule of rounding. Must not know how a sum is shown.

Rounding: sums are made of unrounded amounts; only what is shown is rounded, half up, yen to one
yen and hours to a tenth. Running costs and benefits count whole fiscal years (April to March) from
the first one. Residents' time is never turned into yen (report ch. 7 §2(4)).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Final

from servicedesign.model.proposal import (
    Benefit,
    BenefitKind,
    Cost,
    CostKind,
    Funding,
    FundingSource,
    Proposal,
)
from servicedesign.store import Project
from servicedesign.tools.amounts import EXACT

_ZERO: Final = Decimal(0)
_SIXTY: Final = Decimal(60)
HALF: Final = Decimal("0.5")
"""Share of users when they are half."""
_IN_HOURS: Final = frozenset({"時間", "hour", "hours", "h", "hrs"})
_TIMES: Final = (BenefitKind.STAFF_HOURS, BenefitKind.RESIDENT_HOURS)


@dataclass(frozen=True, slots=True)
class Paid:
    """The money of one kind of cost, in yen.

    Attributes:
        costs: sum of the costs.
        funded: sum of the funding.
        by_source: what every source gives, in the order of the budget.
    """

    costs: Decimal
    funded: Decimal
    by_source: tuple[tuple[FundingSource, Decimal], ...]

    @property
    def lacking(self) -> Decimal:
        """What is not paid for yet; below 0 when there is more funding than costs."""
        return EXACT.subtract(self.costs, self.funded)


@dataclass(frozen=True, slots=True)
class YearSum:
    """One fiscal year, April to March, in yen.

    Attributes:
        year: the year in which it begins, or None while the first one is not known.
        number: 1 for the first.
        costs: what is paid in it.
        benefit: what is saved in it, or None without an hourly rate.
    """

    year: int | None
    number: int
    costs: Decimal
    benefit: Decimal | None


@dataclass(frozen=True, slots=True)
class Gain:
    """What a year brings.

    Attributes:
        staff_minutes: of staff saved; below 0 when more are needed.
        resident_minutes: of residents, kept apart and never in yen.
        money: yen saved directly.
        staff_yen: staff time in yen, or None where hours stand without an hourly rate.
        running: running costs of a year in yen.
        initial: initial costs in yen.
    """

    staff_minutes: Decimal
    resident_minutes: Decimal
    money: Decimal
    staff_yen: Decimal | None
    running: Decimal
    initial: Decimal

    @property
    def staff_hours(self) -> Decimal:
        """Hours of staff saved in a year."""
        return EXACT.divide(self.staff_minutes, _SIXTY)

    @property
    def resident_hours(self) -> Decimal:
        """Hours of residents saved in a year."""
        return EXACT.divide(self.resident_minutes, _SIXTY)

    @property
    def yen(self) -> Decimal | None:
        """Yen a year, or None without an hourly rate."""
        return None if self.staff_yen is None else EXACT.add(self.staff_yen, self.money)

    @property
    def net(self) -> Decimal | None:
        """Yen a year after running costs, or None without an hourly rate."""
        return None if self.yen is None else EXACT.subtract(self.yen, self.running)

    @property
    def payback_months(self) -> int | None:
        """Whole months until the initial costs have come back; None if never or not known."""
        if not self.initial:
            return 0 if self.net is not None and self.net >= 0 else None
        if self.net is None or self.net <= 0:
            return None
        months = EXACT.divide(EXACT.multiply(self.initial, Decimal(12)), self.net)
        return int(months.to_integral_value(ROUND_CEILING))


@dataclass(frozen=True, slots=True)
class Sums:
    """All sums of a proposal.

    Attributes:
        initial: costs and funding that come once.
        running: costs and funding of every year.
        gain: what a year brings.
        half: the same when the users are half; the costs stay.
        years: every fiscal year looked at.
        rate_missing: whether hours of staff stand without an hourly rate.
    """

    initial: Paid
    running: Paid
    gain: Gain
    half: Gain
    years: tuple[YearSum, ...]
    rate_missing: bool

    @property
    def total_costs(self) -> Decimal:
        """Costs over all years."""
        return _sum(year.costs for year in self.years)

    @property
    def total_benefit(self) -> Decimal | None:
        """Yen saved over all years, or None without an hourly rate."""
        return times(self.gain.yen, len(self.years))

    @property
    def first_year(self) -> tuple[tuple[FundingSource, Decimal], ...]:
        """What every source gives in the first fiscal year."""
        return tuple(
            (source, EXACT.add(once, yearly))
            for (source, once), (_, yearly) in zip(
                self.initial.by_source, self.running.by_source, strict=True
            )
        )


def times(value: Decimal | None, number: int) -> Decimal | None:
    """Return ``value`` over a number of years; None stays None."""
    return None if value is None else EXACT.multiply(value, Decimal(number))


def _sum(values: Iterable[Decimal]) -> Decimal:
    total = _ZERO
    for value in values:
        total = EXACT.add(total, value)
    return total


def counted(benefit: Benefit) -> Decimal | None:
    """Return cases × (before − after), or None where one of the three was not counted."""
    if benefit.cases is None or benefit.before is None or benefit.after is None:
        return None
    return EXACT.multiply(benefit.cases, EXACT.subtract(benefit.before, benefit.after))


def minutes_of(benefit: Benefit) -> Decimal:
    """Return the minutes a year of a benefit in time: counted, else its amount of hours."""
    in_hours = benefit.unit.strip().lower() in _IN_HOURS
    product = counted(benefit)
    if product is None:
        return EXACT.multiply(benefit.amount or _ZERO, _SIXTY)
    return EXACT.multiply(product, _SIXTY) if in_hours else product


def hours_of(benefit: Benefit) -> Decimal:
    """Return the hours a year of a benefit in time."""
    return EXACT.divide(minutes_of(benefit), _SIXTY)


def money_of(benefit: Benefit) -> Decimal:
    """Return the yen a year of a benefit in money: counted, else its amount."""
    product = counted(benefit)
    return (benefit.amount or _ZERO) if product is None else product


def has_value(benefit: Benefit) -> bool:
    """Tell whether anything was counted for a benefit."""
    return counted(benefit) is not None or benefit.amount is not None


def paid(kind: CostKind, costs: Sequence[Cost], funding: Sequence[Funding]) -> Paid:
    """Return costs and funding of one kind."""
    given = [one for one in funding if one.kind is kind]
    sources = tuple(
        (source, _sum(one.amount for one in given if one.source is source))
        for source in FundingSource
    )
    return Paid(
        _sum(one.amount for one in costs if one.kind is kind),
        _sum(one.amount for one in given),
        sources,
    )


def gain_of(
    benefits: Sequence[Benefit], rate: Decimal | None, initial: Decimal, running: Decimal
) -> Gain:
    """Return what a year brings, staff time at the town's own ``rate`` in yen an hour."""
    minutes = {
        kind: _sum(minutes_of(one) for one in benefits if one.kind is kind) for kind in _TIMES
    }
    staff = minutes[BenefitKind.STAFF_HOURS]
    money = _sum(money_of(one) for one in benefits if one.kind is BenefitKind.MONEY)
    yen = None
    if rate is not None:
        yen = EXACT.divide(EXACT.multiply(staff, rate), _SIXTY)
    elif not staff:
        yen = _ZERO
    return Gain(staff, minutes[BenefitKind.RESIDENT_HOURS], money, yen, running, initial)


def halved(gain: Gain) -> Gain:
    """Return ``gain`` with half of the users; costs do not fall with them."""

    def half(value: Decimal) -> Decimal:
        return EXACT.multiply(value, HALF)

    return Gain(
        half(gain.staff_minutes),
        half(gain.resident_minutes),
        half(gain.money),
        None if gain.staff_yen is None else half(gain.staff_yen),
        gain.running,
        gain.initial,
    )


def add_up(
    proposal: Proposal,
    costs: Sequence[Cost],
    funding: Sequence[Funding],
    benefits: Sequence[Benefit],
) -> Sums:
    """Return all sums of a proposal."""
    once = paid(CostKind.INITIAL, costs, funding)
    yearly = paid(CostKind.RUNNING, costs, funding)
    gain = gain_of(benefits, proposal.hourly_rate, once.costs, yearly.costs)
    first = proposal.first_fiscal_year
    years = tuple(
        YearSum(
            None if first is None else first + number,
            number + 1,
            EXACT.add(yearly.costs, once.costs if not number else _ZERO),
            gain.yen,
        )
        for number in range(proposal.years)
    )
    return Sums(once, yearly, gain, halved(gain), years, gain.staff_yen is None)


def sums_of(project: Project, proposal: Proposal) -> Sums:
    """Return all sums of a proposal of a project."""
    return add_up(
        proposal,
        project.all(Cost, proposal_id=proposal.id),
        project.all(Funding, proposal_id=proposal.id),
        project.all(Benefit, proposal_id=proposal.id),
    )
