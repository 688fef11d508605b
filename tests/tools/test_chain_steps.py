"""Along the evidence chain: back to the residents' own words, and forward to what came of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesign.exchange.examples import build_example
from servicedesign.model import (
    RECORDS,
    Cell,
    Finding,
    HowMightWe,
    Interview,
    InterviewEntry,
    Issue,
    Link,
    MandalaCell,
    Note,
    Persona,
    Proposal,
    Prototype,
    Record,
    Relation,
    field_specs,
    msg,
)
from servicedesign.model.titles import reference_code
from servicedesign.store import Project
from servicedesign.tools import evidence
from servicedesign.tools.chain_rules import REFERENCES, SETTING
from servicedesign.tools.chain_steps import ahead, behind, sentence_of, sentences, trail


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("chain")
    with build_example("single-parent", folder / "a.sdproj", "ja") as made:
        yield made


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Project]:
    """A project of the test's own, to be changed."""
    with build_example("single-parent", tmp_path / "own.sdproj", "ja") as made:
        yield made


def issue(project: Project, number: int) -> Issue:
    return next(one for one in project.all(Issue) if one.number == number)


def finding(project: Project, code: str) -> Finding:
    return next(one for one in project.all(Finding) if one.code == code)


def forward(project: Project, record: Record, most: int = 8) -> set[str]:
    """Return the ids of everything that came of ``record``, however far ahead."""
    found, edge = {record.id}, [record]
    for _ in range(most):
        edge = [step.record for here in edge for step in ahead(project, here)]
        edge = [one for one in edge if one.id not in found]
        found |= {one.id for one in edge}
    return found


def test_from_an_issue_one_comes_back_to_the_sentences_of_the_interviews(project: Project) -> None:
    five = issue(project, 5)
    [from_pain, *_] = behind(project, five)
    assert (from_pain.record.KIND, reference_code(from_pain.record)) == ("cell", "▲5")
    steps = trail(project, five)
    kinds = {step.record.KIND for step in steps}
    assert {"cell", "finding", "interview_entry", "interview"} <= kinds
    said = {one.words: one for one in sentences(project, five)}
    quote = said["後ろの人に聞かれた気がして、声が出なかった"]
    assert quote.said
    assert quote.code == "H-05・5行"
    entry = project.get(InterviewEntry, project.get(Finding, quote.record.id).entry_id or "")
    assert quote.words in entry.verbatim
    assert "同じことを三回話しました" in said
    assert said["三つの窓口を回って95分。同じ住所を9回書いた"].said is False


def test_from_a_finding_one_comes_forward_to_the_issue_and_beyond(project: Project) -> None:
    found = forward(project, finding(project, "H-05・5行"))
    assert issue(project, 5).id in found
    for cls in (HowMightWe, Note, Prototype, Proposal):
        assert found & {one.id for one in project.all(cls)}, cls


def test_every_step_back_is_a_step_forward_from_the_other_end(project: Project) -> None:
    missing = []
    for record in (one for kind in project.records().values() for one in kind):
        for step in behind(project, record):
            back = {one.record.id for one in ahead(project, step.record)}
            part = REFERENCES.get((record.KIND, step.field))
            if record.id not in back and (part is None or part.ahead) and step.deep:
                missing.append((record.KIND, step.record.KIND, step.field))
    # An answer that nothing rests on is no result of its interview, nor an empty cell of a chart.
    assert set(missing) <= {
        ("interview_entry", "interview", "interview_id"),
        ("mandala_cell", "mandala", "mandala_id"),
    }


def test_nothing_is_met_twice_and_links_in_a_circle_come_to_an_end(own: Project) -> None:
    five, four = issue(own, 5), issue(own, 4)
    evidence.link_evidence(own, five, "", four)
    evidence.link_evidence(own, four, "", five)
    for record in (five, four):
        for steps in (behind(own, record), ahead(own, record), trail(own, record)):
            ids = [step.record.id for step in steps]
            assert len(ids) == len(set(ids))
            assert record.id not in ids


def test_a_long_chain_is_followed_only_so_far(own: Project) -> None:
    people = [Persona(name=f"人{n}") for n in range(60)]
    with own.edit(msg("長い鎖")):
        for person in people:
            own.put(person)
        for one, other in itertools.pairwise(people):
            evidence.link_evidence(own, one, "", other)
    steps = trail(own, people[0])
    assert 0 < len(steps) < len(people)
    assert [step.level for step in steps] == list(range(1, len(steps) + 1))


def test_the_field_that_claims_is_told(project: Project) -> None:
    misaki = next(person for person in project.all(Persona) if person.chosen)
    wishes = [step for step in behind(project, misaki) if step.field == "wishes"]
    assert {str(step.relation) for step in wishes} == {"根拠（日常的な要望）"}


def test_what_only_holds_a_thing_is_told_but_not_followed(project: Project) -> None:
    pain = project.get(Cell, issue(project, 5).cell_id or "")
    place = next(step for step in behind(project, pain) if step.record.KIND == "journey_map")
    assert not place.deep
    persona = {step.record.KIND for step in trail(project, pain)} & {"persona"}
    assert not persona


def test_a_question_shared_by_two_issues_is_ahead_of_both(project: Project) -> None:
    shared = {
        step.record.id
        for number in (4, 5)
        for step in ahead(project, issue(project, number))
        if step.record.KIND == "how_might_we"
    }
    assert len(shared) == 1


def test_a_note_made_of_a_mandala_cell_stands_ahead_of_it(project: Project) -> None:
    cell = next(one for one in project.all(MandalaCell) if one.note_id)
    assert cell.note_id in {step.record.id for step in ahead(project, cell)}
    note = project.get(Note, cell.note_id)
    assert cell.id in {step.record.id for step in behind(project, note)}


def test_votes_are_never_told_only_what_a_vote_kept(project: Project) -> None:
    kept = [
        step
        for note in project.all(Note)
        for step in ahead(project, note)
        if step.record.KIND == "vote_round"
    ]
    assert kept
    assert {str(step.relation) for step in kept} == {"投票で残った"}
    everything = [step for note in project.all(Note) for step in ahead(project, note)]
    assert not [step for step in everything if step.record.KIND == "ballot"]


def test_words_of_a_source_are_quoted_as_far_as_they_are_marked(own: Project) -> None:
    marked = finding(own, "H-05・11行")
    said = sentence_of(own, marked)
    assert said is not None
    assert (said.words, said.said) == ("同じことを三回話しました", True)
    entry = own.get(InterviewEntry, marked.entry_id or "")
    whole = sentence_of(own, entry)
    assert whole is not None
    assert (whole.words, whole.code) == (entry.verbatim, "H-05")
    interview = own.get(Interview, entry.interview_id)
    told = sentence_of(own, interview)
    assert told is not None
    assert (told.words, told.said) == (interview.summary, False)
    assert sentence_of(own, issue(own, 5)) is None


def test_a_link_to_what_is_gone_is_passed_by(own: Project) -> None:
    five = issue(own, 5)
    before = len(behind(own, five))
    person = Persona(name="去る人")
    with own.edit(msg("足す")):
        own.put(person)
    evidence.link_evidence(own, five, "", person)
    assert len(behind(own, five)) == before + 1
    with own.edit(msg("消す")):
        own.delete(person)
    assert len(behind(own, five)) == before
    assert not own.links_from(five.id, relation=Relation.EVIDENCE)


def test_every_reference_is_either_a_step_of_the_chain_or_said_to_be_none() -> None:
    for kind, cls in RECORDS.items():
        if cls is Link:
            continue
        for name, spec in field_specs(cls).items():
            if spec.refers_to is not None:
                assert ((kind, name) in REFERENCES) != ((kind, name) in SETTING), (kind, name)
    known = {
        (kind, name)
        for kind, cls in RECORDS.items()
        for name, spec in field_specs(cls).items()
        if spec.refers_to is not None
    }
    assert set(REFERENCES) | SETTING <= known
