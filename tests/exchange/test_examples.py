"""The example projects: whole, consistent, complete in both languages, the same every time."""

import dataclasses
import json
import re
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from servicedesign.exchange.beginnings import EXAMPLES
from servicedesign.exchange.examples import build_example, example_records, example_source
from servicedesign.exchange.source import SourceError, expand
from servicedesign.locations import RESOURCES
from servicedesign.model import (
    Ballot,
    BallotWay,
    Benefit,
    BenefitKind,
    Board,
    Cell,
    Cost,
    CostKind,
    DeepDive,
    Finding,
    FindingKind,
    Frame,
    Funding,
    HowMightWe,
    Improvement,
    Interview,
    InterviewEntry,
    Issue,
    JourneyMap,
    Link,
    Note,
    Observation,
    Participant,
    Persona,
    Phase,
    PrincipleCheck,
    PrincipleItem,
    ProcessStep,
    Proposal,
    Prototype,
    PrototypeVersion,
    Relation,
    Side,
    Sketch,
    SourceMethod,
    StakeholderKind,
    TestSession,
    VoteRound,
    field_specs,
)
from servicedesign.model.ids import new_id
from servicedesign.model.principles import answer_of
from servicedesign.store import open_project

IDS = [example.id for example in EXAMPLES]
LANGS = ("ja", "en")
FULL = "single-parent"


def of(records, cls, **wanted):
    return [
        r for r in records
        if isinstance(r, cls) and all(getattr(r, k) == v for k, v in wanted.items())
    ]  # fmt: skip


@pytest.fixture(scope="module")
def full():
    return example_records(FULL, "ja")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example_id", IDS)
def test_builds_a_sound_file_without_history(tmp_path, example_id, lang):
    path = tmp_path / "example.sdproj"
    project = build_example(example_id, path, lang)
    assert project.undo_label is None
    assert project.redo_label is None
    assert project.check() == ()
    project.close()
    again = open_project(path)
    assert not again.notices
    assert again.info.service_name
    again.close()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example_id", IDS)
def test_builds_the_same_dump_each_time(tmp_path, example_id, lang):
    dumps = []
    for name in ("one", "two"):
        project = build_example(example_id, tmp_path / f"{name}.sdproj", lang)
        dumps.append(json.dumps(project.dump()))
        project.close()
    assert dumps[0] == dumps[1]


@pytest.mark.parametrize("example_id", IDS)
def test_both_languages_hold_the_same_records(example_id):
    ja, en = (example_records(example_id, lang) for lang in LANGS)
    assert [(r.KIND, r.id) for r in ja] == [(r.KIND, r.id) for r in en]


_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.mark.parametrize("example_id", IDS)
def test_the_english_holds_no_japanese_and_the_japanese_is_japanese(example_id):
    pairs = list(_pairs(example_source(example_id)))
    assert len(pairs) > 100
    for ja, en in pairs:
        assert not _JAPANESE.search(en), en
        assert not re.search(r"[a-z]{4,}", ja), ja
        assert "’" not in en, en


def _pairs(value):
    if isinstance(value, dict):
        if set(value) == {"ja", "en"}:
            yield value["ja"], value["en"]
        else:
            for part in value.values():
                yield from _pairs(part)
    elif isinstance(value, list):
        for part in value:
            yield from _pairs(part)


@pytest.mark.parametrize("example_id", IDS)
def test_every_link_and_reference_leads_to_a_record_of_its_kind(example_id):
    records = {r.id: r for r in example_records(example_id, "ja")}
    for record in records.values():
        for name, spec in field_specs(type(record)).items():
            value = getattr(record, name)
            if spec.refers_to and value is not None:
                assert spec.refers_to == records[value].KIND, (record, name)
    for link in of(records.values(), Link):
        assert link.source_kind == records[link.source_id].KIND
        assert link.target_kind == records[link.target_id].KIND
    links = [
        (x.source_id, x.source_field, x.target_id, x.relation) for x in of(records.values(), Link)
    ]
    assert len(links) == len(set(links))


@pytest.mark.parametrize("example_id", IDS)
def test_every_face_and_figure_is_one_that_comes_with_the_program(example_id):
    faces, figures = (
        {row["id"] for row in json.loads((RESOURCES / kind / "index.json").read_text("utf-8"))}
        for kind in ("faces", "figures")
    )
    records = example_records(example_id, "ja")
    assert {p.face for p in of(records, Persona)} <= faces
    assert len({p.face for p in of(records, Persona)}) == len(of(records, Persona))
    for sketch in of(records, Sketch):
        assert {placed.figure for placed in sketch.figures} <= figures


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example_id", IDS)
def test_a_marked_finding_marks_words_of_its_answer(example_id, lang):
    records = example_records(example_id, lang)
    entries = {e.id: e for e in of(records, InterviewEntry)}
    marked = [f for f in of(records, Finding) if f.end]
    assert marked
    for finding in marked:
        words = entries[finding.entry_id].verbatim[finding.start : finding.end]
        assert len(words) == finding.end - finding.start > 0


@pytest.mark.parametrize("example_id", IDS)
def test_no_participant_is_named_outside_the_fields_that_a_copy_without_names_empties(example_id):
    records = example_records(example_id, "ja")
    names = {name for p in of(records, Participant) for name in (p.name, p.name.split(" ")[0])}
    for record in records:
        for name, text in _kept_texts(record):
            assert not [n for n in names if n in text and len(n) > 1], (record.KIND, name, text)


def _kept_texts(record):
    """Yield what a copy without names keeps of a record, the parts of its parts too."""
    for name, spec in field_specs(type(record)).items():
        value = getattr(record, name)
        if spec.personal != "no":
            continue
        if isinstance(value, tuple) and any(map(dataclasses.is_dataclass, value)):
            for part in value:
                yield from _kept_texts(part)
        else:
            yield name, repr(value)


# --- the complete one ---------------------------------------------------------------------------


def test_the_complete_example_has_what_it_promises(full):
    depth = of(full, Interview, method=SourceMethod.DEPTH_INTERVIEW)
    assert len(depth) == 6
    for interview in depth:
        assert 4 <= len(of(full, InterviewEntry, interview_id=interview.id)) <= 6
    assert len(of(full, Interview)) > 6
    assert len(of(full, Finding)) >= 18
    assert {f.kind for f in of(full, Finding)} == set(FindingKind)
    assert len(of(full, Persona)) == 3
    assert [p.name for p in of(full, Persona, chosen=True)] == ["佐野 美咲"]
    assert len(of(full, Participant)) == 12
    assert {p.stakeholder for p in of(full, Participant)} == set(StakeholderKind)
    assert Counter(p.group_id for p in of(full, Participant)).most_common(1)[0][1] == 4
    assert [n.number for n in of(full, Note)] == list(range(1, 46))
    assert sum(n.sketch_id is not None for n in of(full, Note)) >= 20
    assert len(of(full, DeepDive)) == 4
    assert len(of(full, Proposal)) == 1


def test_both_maps_have_eight_phases_that_know_their_counterparts(full):
    now, goal = sorted(of(full, JourneyMap), key=lambda m: m.view)
    assert now.counterpart_id == goal.id
    assert goal.counterpart_id == now.id
    columns = [of(full, Phase, map_id=m.id) for m in (now, goal)]
    assert [len(c) for c in columns] == [8, 8]
    for left, right in zip(*columns, strict=True):
        assert (left.counterpart_id, right.counterpart_id) == (right.id, left.id)
        assert left.title == right.title


def test_pain_points_issues_and_notes_share_their_numbers(full):
    cells = {c.id: c for c in of(full, Cell)}
    issues = {i.id: i for i in of(full, Issue)}
    assert sorted(c.number for c in cells.values() if c.number) == list(range(1, 8))
    for issue in issues.values():
        assert issue.number == cells[issue.cell_id].number
        assert issue.title == cells[issue.cell_id].text
    for note in of(full, Note):
        if note.issue_id:
            assert note.cell_id == issues[note.issue_id].cell_id
            assert note.phase_id == cells[note.cell_id].phase_id


@pytest.mark.parametrize("example_id", [FULL, "sick-child-care"])
def test_the_ballots_sum_to_the_tallies(example_id):
    records = example_records(example_id, "ja")
    notes = {n.id: n for n in of(records, Note)}
    main, *run_offs = of(records, VoteRound)
    assert set(main.target_ids) == set(notes)
    for vote in (main, *run_offs):
        ballots = of(records, Ballot, round_id=vote.id)
        voters = len(set(vote.voter_ids))
        assert voters == len(vote.voter_ids) == len(vote.voted_ids) == vote.voter_count
        assert vote.voted_ids == tuple(sorted(vote.voter_ids))
        votes, supporters = Counter(), Counter()
        for ballot in ballots:
            together = ballot.way in (BallotWay.DOTS, BallotWay.HANDS)
            for given in ballot.votes:
                votes[given.target_id] += given.count
                supporters[given.target_id] += given.count if together else 1
            if not together:
                assert sum(v.count for v in ballot.votes) == vote.budget
                assert max(v.count for v in ballot.votes) <= vote.cap == 1
        assert votes.total() == voters * vote.budget
        assert {t.target_id for t in vote.tallies} == set(vote.target_ids)
        for tally in vote.tallies:
            assert tally.votes == votes[tally.target_id]
            assert tally.supporters == supporters[tally.target_id]


def test_four_ideas_are_kept_and_a_tie_is_settled_by_its_rule(full):
    vote, run_off = of(full, VoteRound)
    numbers = {n.id: n.number for n in of(full, Note)}
    counts = {numbers[t.target_id]: t.votes for t in vote.tallies}
    kept = [numbers[s.target_id] for s in vote.selections]
    assert kept == [12, 3, 27, 8]
    assert counts[8] == counts[31] == 4
    assert run_off.run_off_of == vote.id
    assert [(numbers[t.target_id], t.votes) for t in run_off.tallies] == [(8, 7), (31, 5)]
    assert sum(1 for votes in counts.values() if votes == 0) == 35
    assert [numbers[d.note_id] for d in of(full, DeepDive)] == kept


def test_prototypes_grow_by_their_tests(full):
    assert len(of(full, Prototype)) == 2
    codes = [s.code for s in of(full, TestSession)]
    assert codes == [f"T-0{n}" for n in range(1, 7)]
    for prototype in of(full, Prototype):
        first, second = of(full, PrototypeVersion, prototype_id=prototype.id)
        assert (first.number, second.number) == (1, 2)
        assert second.cause_session_id
        for version in (first, second):
            assert 4 <= len(of(full, Frame, version_id=version.id)) <= 6
            assert all(f.sketch_id for f in of(full, Frame, version_id=version.id))
            for side in Side:
                assert len([v for v in version.verifications if v.side == side]) == 5
    assert {i.state.value for i in of(full, Improvement)} == {"accepted", "declined"}


def test_the_money_adds_up(full):
    (proposal,) = of(full, Proposal)
    for kind, total in ((CostKind.INITIAL, 900_000), (CostKind.RUNNING, 799_920)):
        assert sum(c.amount for c in of(full, Cost, kind=kind)) == total
        assert sum(f.amount for f in of(full, Funding, kind=kind)) == total
    staff = next(c for c in of(full, Cost) if "3人" in c.label)
    assert staff.amount == 3 * 2 * 24 * proposal.hourly_rate
    hours = sum(
        b.cases * (b.before - b.after) / 60 if b.amount is None else b.amount
        for b in of(full, Benefit, kind=BenefitKind.STAFF_HOURS)
    )
    assert round(hours, 1) == Decimal("79.1")
    assert abs(hours - Decimal(62 * 35 + 198 * 13) / 60) < Decimal("0.1")
    (residents,) = of(full, Benefit, kind=BenefitKind.RESIDENT_HOURS)
    assert residents.amount == 62 * Decimal("4.5") + 198 * Decimal("1.5")
    assert proposal.target_number == 62 + 198


def test_the_process_before_and_after_counts_what_the_proposal_says(full):
    sums = {}
    for side in ("before", "after"):
        steps = of(full, ProcessStep, side=side)
        sums[side] = (
            sum(s.minutes or 0 for s in steps), sum(s.form_fields or 0 for s in steps)
        )  # fmt: skip
        ids = {s.id for s in steps}
        assert all(next_id in ids for s in steps for next_id in s.next_ids)
    assert sums == {"before": (95, 148), "after": (60, 61)}


TITLES = (
    "利用者のニーズから出発する",
    "事実を詳細に把握する",
    "エンドツーエンドで考える",
    "全ての関係者に気を配る",
    "サービスはシンプルにする",
    "デジタル技術を活用し、サービスの価値を高める",
    "利用者の日常体験に溶け込む",
    "自分で作りすぎない",
    "オープンにサービスを作る",
    "何度も繰り返す",
    "一遍にやらず、一貫してやる",
    "情報システムではなくサービスを作る",
)


@pytest.mark.parametrize("example_id", IDS)
def test_the_twelve_titles_are_those_of_the_cabinet_decision(example_id):
    items = of(example_records(example_id, "ja"), PrincipleItem)
    assert tuple(i.title for i in items) == TITLES
    assert [i.number for i in items] == list(range(1, 13))


def test_the_principles_are_answered_in_more_than_one_way(full):
    states = Counter(
        answer_of(c.answer for c in of(full, PrincipleCheck, item_id=item.id)).value
        for item in of(full, PrincipleItem)
    )
    assert states == {"done": 6, "partly": 5, "not_yet": 1}
    evidence = {x.source_id for x in of(full, Link, relation=Relation.EVIDENCE)}
    for item in of(full, PrincipleItem):
        assert item.comment
        assert item.next_action
        assert item.next_due
        assert item.id in evidence


def test_the_chain_reaches_from_an_answer_to_the_proposal_and_has_one_gap(full):
    links = [(x.source_id, x.target_id) for x in of(full, Link)]
    reached = {of(full, Proposal)[0].id}
    while True:
        more = {target for source, target in links if source in reached} - reached
        if not more:
            break
        reached |= more
    kinds = {r.KIND for r in full if r.id in reached}
    assert {"finding", "cell", "issue", "how_might_we", "note", "deep_dive", "persona"} <= kinds
    assert {"prototype_version", "test_session"} <= kinds
    asked = {x.target_id for x in of(full, Link) if x.source_kind == HowMightWe.KIND}
    assert [i.number for i in of(full, Issue) if i.id not in asked] == [3]


def test_notes_of_a_cluster_lie_inside_it_and_none_on_another(full):
    (board,) = of(full, Board)
    assert board.next_number == 46
    boxes = [(n.x, n.y, n.x + n.width, n.y + n.height) for n in of(full, Note)]
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


# --- the other two ------------------------------------------------------------------------------


def test_the_second_example_stops_after_its_tests():
    records = example_records("sick-child-care", "ja")
    sessions = of(records, TestSession)
    seen = {one.session_id for one in of(records, Observation)}
    assert [one.code for one in sessions if one.id not in seen] == ["T-04"]  # still to come
    assert len(sessions) == 4
    assert not of(records, Proposal)


def test_the_third_example_has_three_candidates_and_none_chosen():
    records = example_records("senior-tablets", "ja")
    assert len(of(records, Persona)) == 3
    assert not of(records, Persona, chosen=True)
    assert of(records, JourneyMap)
    assert not of(records, Note)


# --- the short form -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        {"persona": [{"id": "a", "name": {"ja": "名"}}]},
        {"persona": [{"id": "a", "name": {"ja": "名", "en": ""}}]},
        {"persona": [{"id": "a", "name": "名"}]},
        {"persona": [{"id": "a"}, {"id": "a"}]},
        {"persona": [{"id": "No slug"}]},
        {"person": [{"id": "a"}]},
        {"cell": [{"id": "a", "map_id": "nothing"}]},
        {"persona": [{"id": "a", "links": {"evidence": ["nothing"]}}]},
        {"persona": [{"id": "a", "links": {"evidence": {"nose": ["a"]}}}]},
        {"journey_map": [{"id": "m", "phase": [{"id": "p"}], "lane": [{"id": "l", "cells": []}]}]},
    ],
)
def test_a_fault_in_a_source_is_named(source):
    ids = {}
    with pytest.raises(SourceError):
        expand(source, "ja", lambda slug: ids.setdefault(slug, new_id()))


def test_building_all_examples_takes_no_time(tmp_path: Path):
    start = time.perf_counter()
    for example in EXAMPLES:
        build_example(example.id, tmp_path / f"{example.id}.sdproj", "en").close()
    assert time.perf_counter() - start < 20, "something is quadratic"
