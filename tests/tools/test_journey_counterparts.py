"""Today's map and the one that should come of it: made, linked, paired and compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.exchange.examples import build_example
from servicedesign.i18n import translator
from servicedesign.model import (
    Cell,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Outcome,
    Persona,
    Phase,
    ProjectError,
    msg,
)
from servicedesign.store import create_project
from servicedesign.tools.journey.counterparts import (
    DifferenceKind,
    as_is_and_to_be,
    counterpart_of,
    difference_sentence,
    differences,
    link_columns,
    link_maps,
    make_to_be,
    paired_columns,
)
from servicedesign.tools.map_pairing import align, heads_of, partners, reading_order


@pytest.fixture
def project(tmp_path):
    opened = create_project(tmp_path / "pair.sdproj")
    yield opened
    opened.close()


def put(project, *records):
    with project.edit(msg("地図を書く")):
        for record in records:
            project.put(record)


def as_is(project):
    """Put a map of two phases, the first with two stages, and four lanes; return its records."""
    person = Persona(name="佐野 美咲")
    now = JourneyMap(title="いま", persona_id=person.id, goal="休まない", purpose="説明")
    apply = Phase(map_id=now.id, title="申請", when="7月", position=0)
    wait = Phase(map_id=now.id, title="待つ", position=3)
    stages = [
        Phase(map_id=now.id, title=title, stage_of_id=apply.id, position=place)
        for place, title in enumerate(("書く", "出す"), 1)
    ]
    lanes = [
        Lane(map_id=now.id, kind=kind, title=title, hidden=hidden, position=place)
        for place, (kind, title, hidden) in enumerate(
            [
                (LaneKind.ACTION, "", False),
                (LaneKind.EMOTION, "", False),
                (LaneKind.CUSTOM, "天気", False),
                (LaneKind.BACKSTAGE, "", True),
            ]
        )
    ]
    put(project, person, now, apply, wait, *stages, *lanes)
    return now, [apply, *stages, wait], lanes


def card(lane, phase, text="", **more):
    return Cell(map_id=phase.map_id, lane_id=lane.id, phase_id=phase.id, text=text, **more)


def twins(project, made):
    """Return the phases and lanes of a made map in order."""
    return list(project.all(Phase, map_id=made.id)), list(project.all(Lane, map_id=made.id))


def test_the_to_be_map_has_person_phases_stages_and_lanes_but_no_card(project):
    now, phases, lanes = as_is(project)
    put(project, card(lanes[0], phases[3], "待った"))
    made = make_to_be(project, now.id, " こうなる\n道 ")
    columns, rows = twins(project, made)
    assert (made.view, made.title, made.goal) == (JourneyView.TO_BE, "こうなる 道", "休まない")
    assert made.persona_id == now.persona_id
    assert [one.title for one in columns] == ["申請", "書く", "出す", "待つ"]
    assert [one.stage_of_id for one in columns] == [None, columns[0].id, columns[0].id, None]
    kinds = [(lane.kind, lane.title, lane.hidden) for lane in rows]
    assert kinds == [
        *((lane.kind, lane.title, lane.hidden) for lane in lanes),
        (LaneKind.SOLUTION, "", False),
    ]
    assert project.all(Cell, map_id=made.id) == ()


def test_maps_and_columns_name_each_other_and_it_is_one_step(project):
    now, phases, _ = as_is(project)
    before = project.dump()
    made = make_to_be(project, now.id, "")
    assert project.get(JourneyMap, now.id).counterpart_id == made.id
    assert counterpart_of(project, now.id) == made
    assert counterpart_of(project, made.id).id == now.id
    assert [one.id for one in as_is_and_to_be(project, made.id)] == [now.id, made.id]
    for old in phases:
        new = project.get(Phase, project.get(Phase, old.id).counterpart_id)
        assert (new.map_id, new.counterpart_id, new.title) == (made.id, old.id, old.title)
    project.undo()
    assert project.dump() == before


def test_a_second_to_be_map_and_one_of_a_to_be_map_are_refused(project):
    now, _, _ = as_is(project)
    make_to_be(project, now.id, "")
    with pytest.raises(ProjectError, match="もう"):
        make_to_be(project, now.id, "")
    alone = JourneyMap(view=JourneyView.TO_BE)
    put(project, alone)
    with pytest.raises(ProjectError, match="理想"):
        make_to_be(project, alone.id, "")


def test_the_new_map_stands_right_after_the_old_one(project):
    now, _, _ = as_is(project)
    other = JourneyMap(title="別の地図", position=1)
    put(project, other)
    made = make_to_be(project, now.id, "これから")
    assert [one.id for one in project.all(JourneyMap)] == [now.id, made.id, other.id]


def test_linking_a_column_lets_the_earlier_partners_of_both_go(project):
    now, phases, _ = as_is(project)
    made = make_to_be(project, now.id, "")
    twin = {p.id: project.get(Phase, p.id).counterpart_id for p in phases}
    link_columns(project, phases[0].id, twin[phases[3].id])
    partner = {p.id: p.counterpart_id for p in project.all(Phase)}
    assert partner[phases[0].id] == twin[phases[3].id]
    assert partner[twin[phases[3].id]] == phases[0].id
    assert partner[phases[3].id] is None
    assert partner[twin[phases[0].id]] is None
    link_columns(project, twin[phases[3].id], None)
    assert project.get(Phase, phases[0].id).counterpart_id is None
    assert counterpart_of(project, now.id).id == made.id


def test_columns_of_maps_that_are_no_pair_are_not_linked(project):
    _, phases, _ = as_is(project)
    with pytest.raises(ProjectError, match="列"):
        link_columns(project, phases[0].id, phases[3].id)


def test_maps_drawn_apart_are_linked_and_paired_by_their_names(project):
    now, phases, _ = as_is(project)
    later = JourneyMap(view=JourneyView.TO_BE)
    wait = Phase(map_id=later.id, title="待つ", position=1)
    thanks = Phase(map_id=later.id, title="お礼", position=2)
    put(project, later, wait, thanks)
    link_maps(project, later.id, now.id)
    pairs = [
        tuple(one.title if one else None for one in pair)
        for pair in paired_columns(project, now.id, later.id)
    ]
    assert pairs == [("書く", None), ("出す", None), ("待つ", "待つ"), (None, "お礼")]
    link_maps(project, now.id, None)
    assert counterpart_of(project, later.id) is None
    with pytest.raises(ProjectError, match="それ自身"):
        link_maps(project, now.id, now.id)
    assert phases


def test_a_phase_that_lost_its_stages_stands_over_the_first_of_them(project):
    now, _, _ = as_is(project)
    made = make_to_be(project, now.id, "")
    with project.edit(msg("段階を消す")):
        for one in project.all(Phase, map_id=made.id):
            if one.stage_of_id:
                project.put(replace(project.get(Phase, one.counterpart_id), counterpart_id=None))
                project.delete(one)
    pairs = [
        tuple(one.title if one else None for one in pair)
        for pair in paired_columns(project, now.id, made.id)
    ]
    assert pairs == [("書く", "申請"), ("出す", None), ("待つ", "待つ")]


titles = st.lists(st.sampled_from("あいうえおか"), max_size=8)


@given(titles, titles, st.data())
def test_pairing_loses_nobody_and_keeps_both_orders(left, right, data):
    here = [Phase(map_id="a", title=one) for one in left]
    there = [Phase(map_id="b", title=one) for one in right]
    linked = st.none() | st.sampled_from(there) if there else st.none()
    links = [data.draw(linked) for _ in here]
    here = [replace(one, counterpart_id=other.id if other else None)
            for one, other in zip(here, links, strict=True)]  # fmt: skip
    known = partners(here, there)
    assert len(set(known.values())) == len(known)
    pairs = align(here, there, known)
    assert [one for one, _ in pairs if one] == here
    assert [one for _, one in pairs if one] == there
    assert all(one or other for one, other in pairs)
    assert all(known[one.id] == other.id for one, other in pairs if one and other)


@given(st.lists(st.integers(-1, 7), max_size=8))
def test_every_phase_is_read_once_even_where_stages_go_round_in_a_ring(parents):
    ids = [Phase(map_id="a").id for _ in parents]
    phases = [
        Phase(map_id="a", id=own, stage_of_id=ids[up] if 0 <= up < len(ids) else None)
        for own, up in zip(ids, parents, strict=True)
    ]
    read = reading_order(phases)
    assert sorted(one.id for one in read) == sorted(ids)
    assert len(heads_of(phases)) <= len(phases)


def kinds(found):
    return [(one.kind, one.phase) for one in found]


def test_a_fresh_to_be_map_differs_only_in_what_is_not_written_yet(project):
    now, _, _ = as_is(project)
    made = make_to_be(project, now.id, "")
    assert differences(project, now.id, made.id) == ()


def test_phases_added_removed_renamed_and_moved_are_told(project):
    now, phases, _ = as_is(project)
    made = make_to_be(project, now.id, "")
    columns, _ = twins(project, made)
    put(
        project,
        replace(columns[0], title="まとめて申請", position=9),
        Phase(map_id=made.id, title="お礼", position=10),
        Phase(map_id=now.id, title="忘れる", position=11),
    )
    found = differences(project, now.id, made.id)
    assert (DifferenceKind.PHASE_RENAMED, "申請") in kinds(found)
    assert (DifferenceKind.PHASE_ADDED, "お礼") in kinds(found)
    assert (DifferenceKind.PHASE_REMOVED, "忘れる") in kinds(found)
    assert any(kind is DifferenceKind.PHASE_MOVED for kind, _ in kinds(found))
    assert phases


def test_words_outcomes_feelings_and_times_are_told_with_their_cards(project):
    now, phases, lanes = as_is(project)
    duration = Lane(map_id=now.id, kind=LaneKind.DURATION, position=9)
    put(project, duration)
    made = make_to_be(project, now.id, "")
    columns, rows = twins(project, made)
    wait, act, feel, own, _, time, solution = columns[3], *rows
    old = [
        card(lanes[0], phases[3], "待った", outcome=Outcome.FAILED),
        card(lanes[1], phases[3], "不安", emotion=-2),
        card(lanes[2], phases[3], "雨"),
        card(duration, phases[3], "58日"),
    ]
    new = [
        card(act, wait, "待った", outcome=Outcome.DONE),
        card(feel, wait, "安心", emotion=1),
        card(own, wait, "雨"),
        card(time, wait, "3日"),
        card(solution, wait, "短文で知らせる"),
    ]
    put(project, *old, *new)
    found = differences(project, now.id, made.id)
    assert kinds(found) == [
        (DifferenceKind.OUTCOME, "待つ"),
        (DifferenceKind.EMOTION, "待つ"),
        (DifferenceKind.DURATION, "待つ"),
        (DifferenceKind.SOLUTION, "待つ"),
    ]
    assert found[1].cell_ids == (new[1].id, old[1].id)
    assert found[1].target == ("cell", new[1].id)
    t = translator("ja")
    assert [difference_sentence(one, t) for one in found] == [
        "成否：「できなかった」から「できた」へ",
        "感情：「−2（不安）」から「+1（安心）」へ",
        "所要時間：「58日」から「3日」へ",
        "解決策：新しく「短文で知らせる」",
    ]


def test_several_cards_of_a_place_are_compared_as_one_text_and_hidden_lanes_not(project):
    now, phases, lanes = as_is(project)
    made = make_to_be(project, now.id, "")
    columns, rows = twins(project, made)
    put(
        project,
        card(lanes[2], phases[3], "雨", position=0),
        card(lanes[2], phases[3], "風", position=1),
        card(rows[2], columns[3], "晴れ"),
        card(lanes[3], phases[3], "秘密"),
    )
    (only,) = differences(project, now.id, made.id)
    assert (only.before, only.after, only.lane) == ("雨\n風", "晴れ", "天気")
    assert len(only.cell_ids) == 3


def test_cards_of_stages_that_went_are_compared_with_the_phase_that_stayed(project):
    now, phases, lanes = as_is(project)
    put(
        project,
        card(lanes[0], phases[1], "書いた", outcome=Outcome.PARTLY),
        card(lanes[0], phases[2], "出した", outcome=Outcome.FAILED),
    )
    later = JourneyMap(view=JourneyView.TO_BE)
    once = Phase(map_id=later.id, title="申請", counterpart_id=phases[0].id)
    lane = Lane(map_id=later.id, kind=LaneKind.ACTION)
    put(project, later, once, lane, card(lane, once, "一度に済んだ", outcome=Outcome.DONE))
    link_maps(project, now.id, later.id)
    found = differences(project, now.id, later.id)
    told = {(one.kind, one.before, one.after) for one in found if one.phase == "申請"}
    assert (DifferenceKind.TEXT, "書いた\n出した", "一度に済んだ") in told
    assert (DifferenceKind.OUTCOME, "partly\nfailed", "done") in told


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_example_tells_every_gain_and_every_solution(tmp_path, lang):
    path = tmp_path / "example.sdproj"
    opened = build_example("single-parent", path, lang)
    both = as_is_and_to_be(opened, opened.all(JourneyMap)[0].id)
    found = differences(opened, both[0].id, both[1].id)
    gains = [one for one in found if one.kind is DifferenceKind.EMOTION]
    assert all(float(one.after) > float(one.before) for one in gains)
    assert len(gains) >= 6
    solutions = [one for one in found if one.kind is DifferenceKind.SOLUTION]
    assert len(solutions) >= 8
    sentences = [difference_sentence(one, translator(lang)) for one in found]
    assert all(sentences)
    assert all("\n" not in one for one in sentences)
    opened.close()
