"""Every kind of gap is found in a project made with it, and none in the complete example."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from servicedesign.exchange.examples import build_example
from servicedesign.model import (
    Answer,
    Benefit,
    BenefitKind,
    Board,
    Cell,
    Certainty,
    Cost,
    EvidenceLevel,
    FieldCertainty,
    HowMightWe,
    Improvement,
    Issue,
    JourneyMap,
    Kpi,
    Lane,
    LaneKind,
    Note,
    Persona,
    Phase,
    PrincipleCheck,
    PrincipleEdition,
    PrincipleItem,
    Proposal,
    Prototype,
    PrototypeVersion,
    Record,
    Selection,
    Tally,
    TestSession,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.store import Project, create_project
from servicedesign.tools.chain import actions
from servicedesign.tools.chain_gaps import GAP_KINDS, Mending, find_chain_gaps
from servicedesign.tools.evidence import link_evidence


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "案.sdproj") as made:
        yield made


def put(project: Project, *records: Record) -> None:
    with project.edit(msg("書く")):
        for record in records:
            project.put(record)


def kinds(project: Project) -> list[str]:
    return [gap.kind.id for gap in find_chain_gaps(project)]


def a_map(lane: LaneKind, **facts: object) -> tuple[Record, ...]:
    journey = JourneyMap(title="申請まで")
    phase = Phase(map_id=journey.id, title="準備")
    row = Lane(map_id=journey.id, kind=lane)
    cell = Cell(
        map_id=journey.id, phase_id=phase.id, lane_id=row.id, text="書類が揃わない", **facts
    )
    return journey, phase, row, cell


def an_idea(*, chosen: bool, status: VoteStatus = VoteStatus.CLOSED, **facts: object):
    board = Board(title="案")
    note = Note(board_id=board.id, number=7, title="町長に手紙", **facts)
    round_ = VoteRound(
        board_id=board.id,
        status=status,
        tallies=(Tally(target_id=note.id, votes=3, supporters=3),),
        selections=(Selection(target_id=note.id),) if chosen else (),
    )
    return board, note, round_


def a_test(**facts: object) -> tuple[Record, ...]:
    prototype = Prototype(name="予約窓口")
    version = PrototypeVersion(prototype_id=prototype.id)
    return prototype, version, TestSession(version_id=version.id, code="T-01", **facts)


def a_part(make: Callable[[str], Record]) -> tuple[Record, ...]:
    prototype, version, session = a_test(verdict="go_on")
    proposal = Proposal(title="相談の日", version_id=version.id)
    return prototype, version, session, proposal, make(proposal.id)


def a_principle() -> tuple[Record, ...]:
    edition = PrincipleEdition(title="版")
    item = PrincipleItem(edition_id=edition.id, number=3, title="題")
    return edition, item, PrincipleCheck(item_id=item.id, question="問い", answer=Answer.DONE)


MADE: dict[str, Callable[[], tuple[Record, ...]]] = {
    "fact_without_source": lambda: (
        Persona(
            name="美咲",
            problems="同じ話を3回した",
            certainties=(FieldCertainty(field="problems", certainty=Certainty.FACT),),
        ),
    ),
    "card_without_source": lambda: a_map(LaneKind.ACTION, evidence=EvidenceLevel.RESEARCHED),
    "pain_not_taken_up": lambda: a_map(LaneKind.PAIN_POINT, number=7),
    "issue_without_question": lambda: (Issue(number=7, title="子連れで待てない", chosen=True),),
    "idea_without_problem": lambda: an_idea(chosen=False),
    "choice_without_prototype": lambda: (
        issue := Issue(number=1, title="課題"),
        HowMightWe(issue_id=issue.id, sentence="どうすれば"),
        *an_idea(chosen=True, issue_id=issue.id),
    ),
    "prototype_without_test": lambda: (Prototype(name="夜の相談"),),
    "test_without_verdict": a_test,
    "improvement_open": lambda: (
        *(made := a_test(verdict="go_on")),
        Improvement(session_id=made[-1].id, text="字を大きく"),
    ),
    "proposal_without_prototype": lambda: (Proposal(title="相談の日"),),
    "target_without_source": lambda: (
        *(made := a_test(verdict="go_on")),
        Proposal(title="相談の日", version_id=made[1].id, target_number=260),
    ),
    "cost_without_basis": lambda: a_part(
        lambda owner: Cost(proposal_id=owner, label="机", amount=Decimal(5000))
    ),
    "benefit_without_source": lambda: a_part(
        lambda owner: Benefit(
            proposal_id=owner, label="受付", kind=BenefitKind.STAFF_HOURS, amount=Decimal(36)
        )
    ),
    "measure_without_source": lambda: a_part(
        lambda owner: Kpi(proposal_id=owner, label="分かった人", present="61", unit="%")
    ),
    "principle_without_evidence": a_principle,
}


def test_every_kind_has_a_project_made_with_it() -> None:
    assert set(MADE) == set(GAP_KINDS)


@pytest.mark.parametrize("kind", GAP_KINDS)
def test_a_gap_is_found_where_it_was_made_and_nothing_else(project, kind: str) -> None:
    put(project, *MADE[kind]())
    assert kinds(project) == [kind]
    (gap,) = find_chain_gaps(project)
    assert "{" not in str(gap.sentence)
    assert project.find_any(gap.record.id) == gap.record
    assert gap.kind.action


@pytest.mark.parametrize(
    "kind", [kind.id for kind, _ in GAP_KINDS.values() if kind.mending is Mending.LINK]
)
def test_linking_evidence_mends_what_lacked_it(project, kind: str) -> None:
    put(project, *MADE[kind]())
    (gap,) = find_chain_gaps(project)
    source = Note(board_id=(board := Board(title="根拠")).id, text="見たこと")
    put(project, board, source)
    link_evidence(project, gap.record, gap.field, source)
    assert kinds(project) == []


def test_one_stroke_takes_up_a_pain_point(project) -> None:
    put(project, *MADE["pain_not_taken_up"]())
    (gap,) = find_chain_gaps(project)
    assert actions.mend_at_once(project, gap)
    assert kinds(project) == ["issue_without_question"]
    project.undo()
    assert kinds(project) == ["pain_not_taken_up"]


@pytest.mark.parametrize("status", [VoteStatus.OPEN, VoteStatus.DRAFT])
def test_a_vote_that_still_runs_tells_nothing(project, status: VoteStatus) -> None:
    put(project, *an_idea(chosen=True, status=status))
    assert kinds(project) == []


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_complete_example_has_no_gap(tmp_path: Path, lang: str) -> None:
    with build_example("single-parent", tmp_path / "例.sdproj", lang) as example:
        assert [str(gap.sentence) for gap in find_chain_gaps(example)] == []
        assert actions.progress(example) == "done"


def test_the_example_in_the_middle_of_its_tests_has_gaps(tmp_path: Path) -> None:
    with build_example("sick-child-care", tmp_path / "例.sdproj", "ja") as example:
        assert {"issue_without_question", "improvement_open"} <= set(kinds(example))
        assert actions.progress(example) == "look"
