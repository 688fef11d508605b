"""The sums of a proposal: exact, in fiscal years, with staff at the town's own rate only."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from servicedesign.model import (
    Benefit,
    BenefitKind,
    Cost,
    CostKind,
    Funding,
    FundingSource,
    Proposal,
)
from servicedesign.tools.proposal_sums import add_up, hours_of

PROPOSAL = Proposal(id="p", title="相談の日", hourly_rate=Decimal(3180), first_fiscal_year=2027)


def cost(kind: CostKind, amount: object) -> Cost:
    return Cost(proposal_id="p", kind=kind, amount=Decimal(str(amount)))


def staff(cases: object, before: object, after: object, unit: str = "分") -> Benefit:
    return Benefit(
        proposal_id="p",
        kind=BenefitKind.STAFF_HOURS,
        cases=Decimal(str(cases)),
        before=Decimal(str(before)),
        after=Decimal(str(after)),
        unit=unit,
    )


COSTS = [cost(CostKind.INITIAL, 686_000), cost(CostKind.RUNNING, 302_000)]


def test_hours_come_from_cases_and_minutes_else_from_the_amount():
    counted = staff(62, 95, 60)
    assert round(hours_of(counted), 4) == Decimal("36.1667")
    assert hours_of(replace(counted, unit="時間")) == 62 * 35
    assert hours_of(replace(counted, cases=None, amount=Decimal("42.9"))) == Decimal("42.9")
    assert hours_of(staff(10, 20, 26)) == -1


def test_payback_and_half_of_the_users_are_those_of_the_picture():
    sums = add_up(replace(PROPOSAL, hourly_rate=Decimal(3120)), COSTS, [], [staff(640, 65, 40)])
    assert sums.gain.yen == 832_000
    assert sums.gain.payback_months == 16
    assert sums.half.yen == 416_000
    assert sums.half.payback_months == 73


def test_without_the_towns_own_rate_hours_are_never_yen():
    sums = add_up(replace(PROPOSAL, hourly_rate=None), COSTS, [], [staff(640, 65, 40)])
    assert sums.rate_missing
    assert sums.gain.yen is None
    assert sums.total_benefit is None
    assert sums.gain.payback_months is None
    assert round(sums.gain.staff_hours, 1) == Decimal("266.7")


def test_residents_time_stands_apart():
    homes = Benefit(proposal_id="p", kind=BenefitKind.RESIDENT_HOURS, amount=Decimal(576))
    sums = add_up(PROPOSAL, [], [], [homes])
    assert sums.gain.resident_hours == 576
    assert sums.gain.yen == 0


def test_years_are_fiscal_years_and_the_first_has_the_initial_costs():
    sums = add_up(PROPOSAL, COSTS, [], [])
    assert [year.year for year in sums.years] == [2027, 2028, 2029, 2030, 2031]
    assert [year.costs for year in sums.years][:2] == [988_000, 302_000]
    assert sums.total_costs == 686_000 + 5 * 302_000
    unknown = add_up(replace(PROPOSAL, first_fiscal_year=None), COSTS, [], [])
    assert [year.year for year in unknown.years] == [None] * 5


def test_funding_is_added_by_source_and_says_what_lacks():
    given_ = [
        Funding(proposal_id="p", source=source, kind=CostKind.INITIAL, amount=Decimal(amount))
        for source, amount in (
            (FundingSource.NATIONAL, 300_000),
            (FundingSource.NATIONAL, 43_000),
            (FundingSource.GENERAL, 300_000),
        )
    ]
    initial = add_up(PROPOSAL, COSTS, given_, []).initial
    assert dict(initial.by_source)[FundingSource.NATIONAL] == 343_000
    assert initial.lacking == 43_000


def test_what_costs_more_than_it_saves_never_pays_back():
    sums = add_up(PROPOSAL, COSTS, [], [staff(1, 60, 0)])
    assert sums.gain.net is not None
    assert sums.gain.net < 0
    assert sums.gain.payback_months is None


amounts = st.decimals(0, 10**9, places=2)


@given(st.lists(st.tuples(amounts, amounts, amounts), max_size=6), amounts, st.integers(1, 50))
def test_all_sums_agree_with_fractions(benefits, rate, years):
    proposal = replace(PROPOSAL, hourly_rate=rate, years=years)
    sums = add_up(proposal, COSTS, [], [staff(*one) for one in benefits])
    minutes = sum((Fraction(c) * (Fraction(b) - Fraction(a)) for c, b, a in benefits), Fraction())
    assert Fraction(sums.gain.staff_minutes) == minutes
    assert sums.gain.yen is not None
    assert sums.total_benefit is not None
    wanted = minutes * Fraction(rate) / 60
    assert abs(Fraction(sums.gain.yen) - wanted) < Fraction(1, 10**30)
    assert abs(Fraction(sums.total_benefit) - wanted * years) < Fraction(1, 10**30)
