"""The decided proposal of the example: every sum again, by hand, and on its printed text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from support.printed import page_words, squeeze
from support.projects import DAY, Shelf

from servicedesign.exchange.export import ExportPlan, draw_sheet, sheet_job
from servicedesign.model import Benefit, Cost, Kpi, Link, Proposal
from servicedesign.model.method import Progress
from servicedesign.store import Project
from servicedesign.tools import sheet
from servicedesign.tools.proposal.actions import progress
from servicedesign.tools.proposal_missing import find_missing
from servicedesign.tools.proposal_sums import sums_of

SOURCE = Path(__file__).parents[2] / "examples" / "single-parent" / "proposal.json"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Shelf(tmp_path_factory.mktemp("p")).open("single-parent", "ja", read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    """The proposal as it is written in the example, read without the app."""
    found: dict[str, Any] = json.loads(SOURCE.read_text("utf-8"))["proposal"][0]
    return found


def total(rows: list[dict[str, Any]], **wanted: str) -> Fraction:
    chosen = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
    return sum((Fraction(row["amount"]) for row in chosen), Fraction())


def hours(row: dict[str, Any]) -> Fraction:
    if "cases" in row:
        return Fraction(row["cases"]) * (Fraction(row["before"]) - Fraction(row["after"])) / 60
    return Fraction(row["amount"])


def printed(project: Project, sheet_id: str) -> str:
    spec = sheet(sheet_id)
    plan = ExportPlan(blank=False, lang="ja", day=DAY, paper="A4")
    document = draw_sheet(spec, spec.gather(project), sheet_job(spec, plan, project), None)
    return "".join(page_words(document.pdf_bytes()))


def half_up(value: Fraction, places: int = 0) -> str:
    scaled = value * 10**places
    whole = int(scaled + Fraction(1, 2))
    text = f"{whole:0{places + 1}d}"
    if not places:
        return f"{whole:,}"
    return f"{int(text[:-places]):,}.{text[-places:]}"


def test_every_sum_agrees_with_a_calculation_by_hand(project: Project, written: Any) -> None:
    sums = sums_of(project, project.all(Proposal)[0])
    costs, funding = written["cost"], written["funding"]
    for kind, paid in (("initial", sums.initial), ("running", sums.running)):
        assert paid.costs == total(costs, kind=kind)
        assert paid.funded == total(funding, kind=kind)
        assert paid.lacking == 0
        for source, amount in paid.by_source:
            assert amount == total(funding, kind=kind, source=str(source))
    staff = sum(hours(row) for row in written["benefit"] if row["kind"] == "staff_hours")
    homes = sum(hours(row) for row in written["benefit"] if row["kind"] == "resident_hours")
    assert Fraction(sums.gain.staff_minutes) == staff * 60
    assert Fraction(sums.gain.resident_minutes) == homes * 60
    assert sums.gain.yen is not None
    assert sums.half.yen is not None
    assert Fraction(sums.gain.yen) == staff * Fraction(written["hourly_rate"])
    assert Fraction(sums.half.yen) == staff * Fraction(written["hourly_rate"]) / 2
    years = written["years"]
    assert sums.total_costs == total(costs, kind="initial") + years * total(costs, kind="running")


def test_every_sum_stands_on_the_printed_proposal(project: Project, written: Any) -> None:
    text = printed(project, "proposal")
    costs, funding = written["cost"], written["funding"]
    once, yearly = total(costs, kind="initial"), total(costs, kind="running")
    measured = [row for row in written["benefit"] if row["kind"] != "quality"]
    staff = sum(hours(row) for row in measured if row["kind"] == "staff_hours")
    yen = staff * Fraction(written["hourly_rate"])
    wanted = [
        *(half_up(Fraction(row["amount"])) for row in costs),
        *(half_up(total(funding, source=row["source"])) for row in funding),
        *(half_up(hours(row), 1) + "時間" for row in measured),
        *(half_up(once), half_up(yearly), half_up(once + yearly) + "円"),
        half_up(once + written["years"] * yearly) + "円",
        *(half_up(staff, 1) + "時間", half_up(yen) + "円", half_up(yen / 2) + "円"),
    ]
    assert [one for one in wanted if squeeze(one) not in text] == []


def test_the_summary_says_the_same_on_one_page(project: Project, written: Any) -> None:
    text = printed(project, "proposal-summary")
    once = total(written["cost"], kind="initial")
    assert half_up(once) + "円" in text
    assert "79.1時間" in text


def test_steps_minutes_and_fields_are_those_of_the_flow(project: Project, written: Any) -> None:
    text = printed(project, "process")
    for side in ("before", "after"):
        steps = [step for step in written["process_step"] if step["side"] == side]
        minutes = sum(int(step.get("minutes", 0)) for step in steps)
        fields = sum(step.get("form_fields", 0) for step in steps)
        tasks = sum(step["kind"] == "task" for step in steps)
        assert squeeze(f"手順{tasks} {minutes}分 書く欄{fields}") in text


def test_it_is_decided_and_nothing_is_missing(project: Project) -> None:
    assert find_missing(project, project.all(Proposal)[0]) == ()
    assert progress(project) is Progress.DONE


def test_every_number_leads_to_a_record_or_to_its_basis(project: Project) -> None:
    for cls in (Cost, Benefit, Kpi):
        for record in project.all(cls):
            linked = [one for one in project.all(Link) if one.source_id == record.id]
            assert linked or getattr(record, "basis", ""), record.label
