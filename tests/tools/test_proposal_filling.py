"""What the chain can say in a proposal, what is missing, and what one can do: real projects."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from servicedesign.i18n import translator
from servicedesign.model import (
    Benefit,
    Cost,
    Decision,
    Frame,
    Funding,
    HowMightWe,
    Improvement,
    ImprovementState,
    Interview,
    InterviewEntry,
    Issue,
    Kpi,
    Link,
    Milestone,
    Persona,
    ProcessSide,
    ProcessStep,
    ProjectError,
    Proposal,
    Prototype,
    PrototypeVersion,
    Record,
    Relation,
    Risk,
    ServiceKind,
    TestSession,
    Verdict,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.store import Project, create_project
from servicedesign.tools.evidence import evidence_records, link_evidence
from servicedesign.tools.proposal import actions, filling
from servicedesign.tools.proposal_missing import Section, find_missing, section_progress

T = translator("ja")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "案.sdproj") as made:
        yield made


def put(project: Project, *records: Record) -> None:
    with project.edit(msg("書く")):
        for record in records:
            project.put(record)


def a_version(project: Project, **facts: object) -> PrototypeVersion:
    prototype = Prototype(name="土曜の窓口")
    version = PrototypeVersion(prototype_id=prototype.id, **facts)
    put(project, prototype, version)
    return version


def fields(project: Project, proposal: Proposal) -> list[str]:
    return [one.field for one in filling.suggest(project, proposal, T)]


def lacks(project: Project, proposal: Proposal) -> set[tuple[Section, str]]:
    return {(one.section, one.field) for one in find_missing(project, proposal)}


# What the chain can say -----------------------------------------------------------------------


def test_an_empty_chain_suggests_nothing(project):
    proposal = actions.add_proposal(project)
    assert filling.suggest(project, proposal, T) == ()
    assert filling.tested(project, proposal) is None


def test_only_sessions_that_end_in_going_on_are_counted_as_such(project):
    version = a_version(project, ready_reason="休日の勤務を決める")
    verdicts = (Verdict.GO_ON, Verdict.REVISE, Verdict.STOP, Verdict.UNDECIDED, Verdict.GO_ON)
    sessions = [TestSession(version_id=version.id, verdict=one) for one in verdicts]
    put(project, *sessions)
    found = filling.tested(project, actions.add_proposal(project, version.id))
    assert found is not None
    assert len(found.sessions) == 5
    assert found.going_on == 2
    assert found.reason == "休日の勤務を決める"


def test_tests_of_all_versions_count_and_only_open_improvements_wait(project):
    first = a_version(project)
    second = PrototypeVersion(prototype_id=first.prototype_id, number=2)
    other = a_version(project)
    sessions = [TestSession(version_id=one.id) for one in (first, second, other)]
    states = (ImprovementState.OPEN, ImprovementState.ACCEPTED, ImprovementState.DECLINED)
    improvements = [
        Improvement(session_id=session.id, text="直す", state=state)
        for session in sessions
        for state in states
    ]
    put(project, second, *sessions, *improvements)
    found = filling.tested(project, actions.add_proposal(project, second.id))
    assert found is not None
    assert {one.id for one in found.sessions} == {sessions[0].id, sessions[1].id}
    assert found.open_improvements == 2


def test_the_version_is_the_chosen_one_else_the_latest_that_is_ready(project):
    early = a_version(project, ready=True, date="2026-09-01")
    late = a_version(project, ready=True, date="2026-10-01")
    unready = a_version(project, date="2026-11-01")
    assert filling.version_of(project, actions.add_proposal(project)) == late
    assert filling.version_of(project, actions.add_proposal(project, unready.id)) == unready
    assert filling.version_of(project, actions.add_proposal(project, early.id)) == early


def test_background_is_the_chosen_issues_by_rank_with_the_words_behind_them(project):
    talk = Interview(code="H-01")
    entry = InterviewEntry(interview_id=talk.id, verbatim="3か所を\n回りました")
    second = Issue(title="待てない", chosen=True, rank=2)
    first = Issue(title="何度も書く", chosen=True, rank=1)
    left = Issue(title="遠い")
    put(project, talk, entry, second, first, left)
    link_evidence(project, first, "", entry)
    found = filling.suggestion_for(project, actions.add_proposal(project), "background", T)
    assert found is not None
    assert found.text.split("\n") == ["何度も書く", "待てない", "「3か所を 回りました」"]
    assert {one.id for one in found.sources} == {first.id, second.id, entry.id}


def test_target_purpose_and_content_come_from_who_was_chosen_and_what_was_drawn(project):
    version = a_version(project)
    issue = Issue(title="待てない", chosen=True)
    put(
        project,
        issue,
        Persona(name="美咲", tagline="ふたりの子を育てる", chosen=True),
        Persona(name="健", tagline="選ばれていない"),
        HowMightWe(issue_id=issue.id, wished_state="一度で済む", chosen=True),
        HowMightWe(issue_id=issue.id, wished_state="選ばれていない"),
        Frame(version_id=version.id, heading="予約する", position=1.0),
        Frame(version_id=version.id, caption="席で話す", position=2.0),
    )
    proposal = actions.add_proposal(project, version.id)
    said = {one.field: one.text for one in filling.suggest(project, proposal, T)}
    assert said["title"] == "土曜の窓口"
    assert said["target"] == "ふたりの子を育てる"
    assert said["purpose"] == "一度で済む"
    assert said["content"] == "予約する\n席で話す"


def test_the_difference_is_counted_from_the_flow_and_else_the_hypothesis(project):
    version = a_version(project, hypothesis="休まずに済む")
    proposal = actions.add_proposal(project, version.id)
    plain = filling.suggestion_for(project, proposal, "difference", T)
    assert plain is not None
    assert plain.text == "休まずに済む"
    for side, times in ((ProcessSide.BEFORE, (60, 35)), (ProcessSide.AFTER, (60,))):
        for minutes in times:
            step = actions.add_step(project, proposal.id, side, title="窓口")
            actions.set_value(project, step, "minutes", Decimal(minutes))
    counted = filling.suggestion_for(project, proposal, "difference", T)
    assert counted is not None
    assert counted.text == "手順は2から1になる。\nかかる時間は95分から60分になる。"


def test_what_is_written_is_not_suggested_again(project):
    proposal = actions.add_proposal(project, a_version(project, ready_reason="条件").id)
    assert fields(project, proposal) == ["title", "smallest_step"]
    actions.write_text(project, proposal, "title", "自分の題")
    assert fields(project, project.get(Proposal, proposal.id)) == ["smallest_step"]


def test_what_is_taken_from_the_chain_keeps_its_source_in_one_step(project):
    version = a_version(project)
    proposal = actions.add_proposal(project, version.id)
    suggestion = filling.suggestion_for(project, proposal, "title", T)
    assert suggestion is not None
    actions.take_suggestion(project, proposal.id, suggestion)
    assert project.get(Proposal, proposal.id).title == "土曜の窓口"
    found = [(link.source_field, one) for link, one in evidence_records(project, proposal.id)]
    assert found == [("title", version)]
    project.undo()
    assert project.get(Proposal, proposal.id) == proposal
    assert evidence_records(project, proposal.id) == ()


# What is missing ------------------------------------------------------------------------------


def test_an_empty_proposal_lacks_something_in_every_section(project):
    proposal = actions.add_proposal(project)
    found = find_missing(project, proposal)
    assert {one.section for one in found} == set(Section)
    assert [one.section for one in found] == sorted(one.section for one in found)
    assert set(section_progress(project, proposal).values()) == {Progress.NONE}


def test_a_text_without_a_source_is_told_until_it_has_one(project):
    proposal = actions.add_proposal(project)
    actions.write_text(project, proposal, "background", "待てない")
    now = project.get(Proposal, proposal.id)
    assert (Section.BACKGROUND, "background") in lacks(project, now)
    issue = Issue(title="待てない")
    put(project, issue)
    link_evidence(project, now, "background", issue)
    assert (Section.BACKGROUND, "background") not in lacks(project, now)
    assert section_progress(project, now)[Section.BACKGROUND] is Progress.DONE


def test_a_reworked_service_needs_both_flows_and_a_new_one_its_prototype(project):
    proposal = actions.add_proposal(project)
    actions.set_value(project, proposal, "service_kind", ServiceKind.EXISTING)
    told = [str(one.sentence.text) for one in find_missing(project, now_of(project, proposal))]
    assert {"今の業務の流れがない", "これからの業務の流れがない"} <= set(told)
    actions.set_value(project, proposal, "service_kind", ServiceKind.NEW)
    assert (Section.DIFFERENCE, "version_id") in lacks(project, now_of(project, proposal))


def now_of(project: Project, proposal: Proposal) -> Proposal:
    return project.get(Proposal, proposal.id)


def test_money_without_amount_ground_or_funding_is_told(project):
    proposal = actions.add_proposal(project)
    cost = actions.add_part(project, proposal.id, Cost, label="机")
    found = {(one.record_id, one.field) for one in find_missing(project, proposal)}
    assert {(cost.id, "amount"), (cost.id, "basis")} <= found
    actions.set_value(project, cost, "amount", Decimal(480_000))
    actions.write_text(project, cost, "basis", "見積")
    told = [T(one.sentence) for one in find_missing(project, proposal)]
    assert "初期費の財源が480,000円足りない" in told
    actions.add_part(project, proposal.id, Funding, amount=Decimal(500_000))
    told = [T(one.sentence) for one in find_missing(project, proposal)]
    assert "初期費の財源が20,000円多い" in told


def test_a_stretch_that_ends_before_it_begins_and_a_measure_without_values_are_told(project):
    proposal = actions.add_proposal(project)
    actions.add_part(
        project, proposal.id, Milestone, title="試行", start="2027-05-01", end="2027-04-01"
    )
    actions.add_part(project, proposal.id, Kpi, label="来庁の回数")
    actions.add_part(project, proposal.id, Risk, text="職員が足りない")
    actions.add_part(project, proposal.id, Decision, meeting="課長会議")
    told = {T(one.sentence) for one in find_missing(project, proposal)}
    assert told >= {
        "「試行」の終わりが始まりより前",
        *("「来庁の回数」の現状値がない", "「来庁の回数」の目標値がない"),
        "「来庁の回数」の測り方がない",
        "「職員が足りない」への備えがない",
        *("「課長会議」の日がない", "「課長会議」で決めた人がない"),
    }


def test_it_goes_from_nothing_to_begun(project):
    assert actions.progress(project) is Progress.NONE
    actions.add_proposal(project)
    assert actions.progress(project) is Progress.SOME


# What one can do ------------------------------------------------------------------------------


def test_a_proposal_of_a_version_is_linked_to_it_and_goes_whole_in_one_step(project):
    version = a_version(project)
    proposal = actions.add_proposal(project, version.id)
    links = project.links_from(proposal.id, Relation.CAME_FROM)
    assert [one.target_id for one in links] == [version.id]
    for part in actions.PARTS:
        actions.add_part(project, proposal.id, part)
    actions.add_step(project, proposal.id, ProcessSide.BEFORE)
    actions.delete_proposal(project, proposal.id)
    assert [project.all(one) for one in (Proposal, *actions.PARTS, ProcessStep, Link)] == [()] * (
        len(actions.PARTS) + 3
    )
    project.undo()
    assert all(len(project.all(one)) == 1 for one in (Proposal, *actions.PARTS, ProcessStep))
    assert project.get(PrototypeVersion, version.id) == version


@pytest.mark.parametrize("value", [Decimal(-1), Decimal("NaN"), Decimal("Infinity")])
def test_a_number_that_cannot_be_is_refused_and_nothing_changes(project, value):
    proposal = actions.add_proposal(project)
    cost = actions.add_part(project, proposal.id, Cost, amount=Decimal(5))
    with pytest.raises(ProjectError):
        actions.set_value(project, cost, "amount", value)
    assert project.get(Cost, cost.id) == cost


def test_years_outside_what_can_be_seen_are_refused(project):
    proposal = actions.add_proposal(project)
    for field, value in (("years", 0), ("years", 51), ("first_fiscal_year", 1899)):
        with pytest.raises(ProjectError):
            actions.set_value(project, proposal, field, value)
    assert now_of(project, proposal) == proposal


def test_parts_keep_the_order_they_are_moved_into(project):
    proposal = actions.add_proposal(project)
    made = [actions.add_part(project, proposal.id, Benefit, label=str(n)) for n in range(3)]
    actions.move_part(project, made[2], 0)
    assert [one.label for one in project.all(Benefit)] == ["2", "0", "1"]
    actions.move_part(project, made[2], 99)
    assert [one.label for one in project.all(Benefit)] == ["0", "1", "2"]


def test_a_step_put_between_two_takes_over_the_line_and_deleting_it_heals_the_flow(project):
    proposal = actions.add_proposal(project)
    before = ProcessSide.BEFORE
    first = actions.add_step(project, proposal.id, before, title="来庁", lane="住民")
    last = actions.add_step(project, proposal.id, before, title="支給", after=first.id)
    between = actions.add_step(project, proposal.id, before, title="相談", after=first.id)

    def flow() -> list[tuple[str, str, tuple[str, ...]]]:
        titles = {one.id: one.title for one in project.all(ProcessStep)}
        return [
            (one.title, one.lane, tuple(titles[n] for n in one.next_ids))
            for one in actions.steps_of(project, proposal.id, before)
        ]

    assert flow() == [
        ("来庁", "住民", ("相談",)),
        ("相談", "住民", ("支給",)),
        ("支給", "住民", ()),
    ]
    actions.delete_part(project, between)
    assert flow() == [("来庁", "住民", ("支給",)), ("支給", "住民", ())]
    actions.connect(project, last.id, first.id)
    actions.connect(project, last.id, first.id)
    assert project.get(ProcessStep, last.id).next_ids == (first.id,)
    actions.disconnect(project, last.id, first.id)
    assert project.get(ProcessStep, last.id).next_ids == ()


def test_the_two_flows_are_never_joined(project):
    proposal = actions.add_proposal(project)
    one, other = (actions.add_step(project, proposal.id, side) for side in ProcessSide)
    with pytest.raises(ProjectError):
        actions.connect(project, one.id, other.id)
    assert project.get(ProcessStep, one.id).next_ids == ()
