"""Journey maps as data: what each action changes, what hangs on what, and the way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.pictures import bomb, photo

from servicedesign.model import (
    Board,
    Cell,
    EvidenceLevel,
    Finding,
    Image,
    Interview,
    Issue,
    JourneyMap,
    Lane,
    LaneKind,
    Note,
    Outcome,
    Persona,
    Phase,
    ProjectError,
)
from servicedesign.model import msg as said
from servicedesign.store import create_project
from servicedesign.tools import evidence
from servicedesign.tools.journey import blocks, cells, lanes, levels, maps, phases
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.columns import columns_of
from servicedesign.tools.taking_up import take_up


def same(text: str) -> str:
    return text


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "地図.sdproj")
    yield made
    made.close(discard=True)


@pytest.fixture
def journey(project) -> JourneyMap:
    return maps.add_map(project, maps.PRESETS[0], same)


def lane(project, journey, kind: LaneKind) -> Lane:
    return next(one for one in project.all(Lane, map_id=journey.id) if one.kind is kind)


def phase(project, journey, number: int) -> Phase:
    return project.all(Phase, map_id=journey.id)[number]


def place(project, journey, number: int, kind: LaneKind) -> Place:
    return Place(phase(project, journey, number).id, lane(project, journey, kind).id)


def write(project, journey, number: int, kind: LaneKind, text: str) -> Cell:
    made = cells.write_text(project, place(project, journey, number, kind), None, text)
    assert made is not None
    return made


# Maps ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "phases_", "lanes_"), [(0, 8, 7), (1, 4, 5), (2, 4, 7)])
def test_a_preset_gives_phases_and_lanes_in_one_step(project, number, phases_, lanes_):
    made = maps.add_map(project, maps.PRESETS[number], same)
    assert len(project.all(Phase, map_id=made.id)) == phases_
    assert len(project.all(Lane, map_id=made.id)) == lanes_
    project.undo()
    assert project.all(JourneyMap) == project.all(Phase) == ()


def test_a_copy_has_its_own_cards_and_no_numbers(project, journey):
    pain = write(project, journey, 2, LaneKind.PAIN_POINT, "窓口が三つ")
    take_up(project, pain.id)
    phases.add_stage(project, phase(project, journey, 0).id)
    copy = maps.copy_map(project, journey.id, "写し")
    (copied,) = project.all(Cell, map_id=copy.id)
    assert (copied.text, copied.number) == ("窓口が三つ", 0)
    own = {one.id for one in project.all(Phase, map_id=copy.id)}
    stages = [one for one in project.all(Phase, map_id=copy.id) if one.stage_of_id]
    assert len(stages) == 2
    assert {one.stage_of_id for one in stages} <= own
    assert len(project.all(Issue)) == 1


def test_deleting_a_map_loosens_its_board_and_its_issues_and_one_undo_brings_all_back(
    project, journey
):
    pain = write(project, journey, 1, LaneKind.PAIN_POINT, "通知が来ない")
    take_up(project, pain.id)
    other = maps.add_map(project, maps.PRESETS[0], same)
    with project.edit(said("つなぐ")):
        project.put(replace(other, counterpart_id=journey.id))
        board = Board(journey_map_id=journey.id)
        project.put(board)
    before = project.dump()
    told = maps.hangs_on_map(project, journey.id)
    assert (told.cards, told.issues, told.phases) == (1, 1, 8)
    maps.delete_map(project, journey.id)
    assert project.get(Board, board.id).journey_map_id is None
    assert project.get(JourneyMap, other.id).counterpart_id is None
    assert project.all(Issue)[0].cell_id is None
    project.undo()
    assert project.dump() == before


def test_a_persona_is_given_to_both_maps_of_a_pair(project, journey):
    other = maps.add_map(project, maps.PRESETS[0], same)
    person = Persona(name="佐伯 美咲")
    with project.edit(said("用意する")):
        project.put(person)
        project.put(replace(other, counterpart_id=journey.id))
    maps.assign_persona(project, journey.id, person.id)
    assert {one.persona_id for one in project.all(JourneyMap)} == {person.id}


# Phases and lanes ---------------------------------------------------------------------------------


def names(project, journey) -> list[str]:
    return [column.phase.title for column in columns_of(project, journey.id) if column.phase]


def test_phases_are_added_behind_one_and_moved_by_steps(project, journey):
    third = phase(project, journey, 2)
    added = phases.add_phase(project, journey.id, after=third.id, title="申込み")
    assert names(project, journey)[2:5] == ["調べる・相談", "申込み", "準備"]
    assert phases.step_phase(project, added.id, -3)
    assert names(project, journey)[0] == "申込み"
    assert not phases.step_phase(project, added.id, -1)
    project.undo()
    assert names(project, journey)[3] == "申込み"


def test_many_insertions_at_one_place_keep_their_order(project, journey):
    first = phase(project, journey, 0)
    for number in range(40):
        phases.add_phase(project, journey.id, after=first.id, title=str(number))
    assert names(project, journey)[1:41] == [str(number) for number in reversed(range(40))]


def test_a_map_has_no_more_phases_than_can_be_read(project, journey):
    for _ in range(phases.MOST_PHASES - 8):
        phases.add_phase(project, journey.id)
    with pytest.raises(ProjectError):
        phases.add_phase(project, journey.id)
    with pytest.raises(ProjectError):
        phases.add_stage(project, phase(project, journey, 0).id)


def test_a_divided_phase_hands_its_cards_to_the_first_stage_and_takes_them_back(project, journey):
    fifth = phase(project, journey, 4)
    card = write(project, journey, 4, LaneKind.ACTION, "窓口で出す")
    second = phases.add_stage(project, fifth.id)
    columns = columns_of(project, journey.id)
    assert len(columns) == 9
    assert [column.is_stage for column in columns[4:6]] == [True, True]
    assert project.get(Cell, card.id).phase_id == columns[4].id
    third = phases.add_stage(project, second.id)
    assert columns_of(project, journey.id)[6].id == third.id
    phases.merge_stages(project, third.id)
    assert len(columns_of(project, journey.id)) == 8
    assert project.get(Cell, card.id).phase_id == fifth.id


def test_deleting_a_phase_tells_what_goes_and_one_undo_brings_links_and_ideas_back(
    project, journey
):
    pain = write(project, journey, 3, LaneKind.PAIN_POINT, "書類が多い")
    write(project, journey, 3, LaneKind.THOUGHT, "またか")
    issue = take_up(project, pain.id)
    talk = Interview(code="H-03")
    finding = Finding(interview_id=talk.id, text="半日休んだ")
    board = Board()
    note = Note(board_id=board.id, text="まとめて出す", cell_id=pain.id, phase_id=pain.phase_id)
    with project.edit(said("用意する")):
        for record in (talk, finding, board, note):
            project.put(record)
    evidence.link_evidence(project, pain, "", finding)
    before = project.dump()
    told = phases.hangs_on_phase(project, pain.phase_id)
    assert (told.phases, told.cards, told.issues, told.notes) == (1, 2, 1, 1)
    assert len(told.links) == 2
    phases.delete_phase(project, pain.phase_id)
    assert project.get(Issue, issue.id).cell_id is None
    assert project.get(Note, note.id).phase_id is None
    assert not project.links_to(finding.id)
    assert not project.check()
    project.undo()
    assert project.dump() == before


def test_hidden_lanes_keep_their_cards_and_are_passed_when_lanes_move(project, journey):
    thought = lane(project, journey, LaneKind.THOUGHT)
    write(project, journey, 0, LaneKind.THOUGHT, "またか")
    lanes.hide_lane(project, thought.id)
    action = lane(project, journey, LaneKind.ACTION)
    assert lanes.step_lane(project, action.id, 1)
    shown = [one.kind for one in project.all(Lane, map_id=journey.id) if not one.hidden]
    assert shown[:3] == [LaneKind.TOUCHPOINT, LaneKind.EMOTION, LaneKind.ACTION]
    assert len(project.all(Cell, lane_id=thought.id)) == 1
    assert lanes.hidden_lanes(project, journey.id) == (project.get(Lane, thought.id),)


def test_a_lane_without_a_name_is_called_by_its_kind(project, journey):
    added = lanes.add_lane(project, journey.id, LaneKind.DURATION)
    assert str(lanes.lane_name(added)) == "所要時間"
    lanes.rename_lane(project, added.id, "かかった\n時間")
    assert lanes.lane_name(project.get(Lane, added.id)) == "かかった 時間"


# Cards --------------------------------------------------------------------------------------------


def test_keystrokes_of_one_card_are_one_step_and_an_emptied_card_goes(project, journey):
    where = place(project, journey, 0, LaneKind.THOUGHT)
    card = cells.write_text(project, where, None, "こ")
    assert card is not None
    cells.write_text(project, where, card.id, "これから")
    assert str(project.undo_label) == "思考（気分）を書く"
    project.undo()
    assert project.all(Cell) == ()
    project.redo()
    assert cells.write_text(project, where, card.id, "") is None
    assert project.all(Cell) == ()


def test_an_emptied_card_stays_while_something_hangs_on_it(project, journey):
    pain = write(project, journey, 0, LaneKind.PAIN_POINT, "案内がない")
    issue = take_up(project, pain.id)
    cells.clear_cards(project, [pain.id])
    assert project.get(Cell, pain.id).text == ""
    assert project.get(Cell, pain.id).number == issue.number
    told = cells.delete_cards(project, [pain.id])
    assert (told.issues, len(told.links)) == (1, 1)
    assert project.find(Cell, pain.id) is None


def test_several_cards_share_a_place_in_order(project, journey):
    where = place(project, journey, 0, LaneKind.TOUCHPOINT)
    for text in ("住民係", "自宅", "会社"):
        cells.write_text(project, where, None, text)
    assert [card.text for card in cells.cards_at(project, where)] == ["住民係", "自宅", "会社"]


def test_outcome_and_evidence_turn_round(project, journey):
    where = place(project, journey, 0, LaneKind.ACTION)
    card = cells.turn_outcome(project, where, None)
    turned = [card.outcome]
    turned += [cells.turn_outcome(project, where, card.id).outcome for _ in range(2)]
    assert turned == [Outcome.DONE, Outcome.PARTLY, Outcome.FAILED]
    assert cells.turn_evidence(project, where, card.id).evidence is EvidenceLevel.SOME
    with pytest.raises(ProjectError):
        cells.turn_outcome(project, place(project, journey, 0, LaneKind.THOUGHT), None)


def test_a_feeling_stays_within_its_scale_and_steps_merge(project, journey):
    where = place(project, journey, 0, LaneKind.EMOTION)
    card = cells.step_emotion(project, where, None, -1)
    assert card is not None
    for _ in range(3):
        cells.step_emotion(project, where, card.id, -1)
    assert project.get(Cell, card.id).emotion == -2
    project.undo()
    assert project.all(Cell) == ()


def test_a_picture_is_taken_in_and_goes_with_its_card(project, journey):
    where = place(project, journey, 0, LaneKind.TOUCHPOINT)
    card = cells.set_picture(project, where, None, photo())
    assert len(project.all(Image)) == 1
    with pytest.raises(ProjectError):
        cells.set_picture(project, where, card.id, bomb(9_000, 9_000))
    with pytest.raises(ProjectError):
        cells.set_picture(project, where, card.id, b"")
    assert project.get(Cell, card.id).image_id == card.image_id
    cells.clear_cards(project, [card.id])
    assert project.all(Image) == project.all(Cell) == ()


# Levels -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "level"),
    [("2", 2), ("−2", -2), ("-1", -1), ("ー１", -1), ("＋２", 2), ("０", 0), ("-0.5", -0.5)],
)
def test_a_level_is_read_however_it_is_typed(typed, level):
    assert levels.only_level(typed) == level


@pytest.mark.parametrize("typed", ["", "3", "2回も来た", "-", "２．７", "不安"])
def test_what_is_no_level_is_none(typed):
    assert levels.only_level(typed) is None


# Blocks -------------------------------------------------------------------------------------------


def target(project, journey, column: int, row: int, **more) -> blocks.Target:
    ids = [column_.id for column_ in columns_of(project, journey.id)]
    rows = [one.id for one in project.all(Lane, map_id=journey.id)]
    return blocks.Target(journey.id, ids[column:], rows[row:], **more)


def test_a_block_of_a_spreadsheet_is_read_with_quotes_line_ends_and_ragged_rows(project, journey):
    text = '窓口\t"1行目\n2行目と""引用"""\n○ 届を出す\n\t× 電話した\t△ 調べた'
    block = blocks.take_block(text)
    done = blocks.paste_block(project, block, target(project, journey, 0, 0))
    assert done == blocks.Pasted(5, 0, 0, 0)
    touch = place(project, journey, 1, LaneKind.TOUCHPOINT)
    assert cells.cards_at(project, touch)[0].text == '1行目\n2行目と"引用"'
    action = cells.cards_at(project, place(project, journey, 0, LaneKind.ACTION))[0]
    assert (action.text, action.outcome) == ("届を出す", Outcome.DONE)
    project.undo()
    assert project.all(Cell) == ()


def test_copying_and_pasting_elsewhere_gives_the_same_back(project, journey):
    where = place(project, journey, 0, LaneKind.EMOTION)
    card = cells.set_emotion(project, where, None, -1.5)
    assert card is not None
    cells.write_text(project, where, card.id, "2回目の\n不安")
    write(project, journey, 1, LaneKind.EMOTION, "数字のない気持ち")
    emotion = lane(project, journey, LaneKind.EMOTION)
    row = [Place(phase(project, journey, n).id, emotion.id) for n in range(2)]
    text = blocks.copy_block(project, [row])
    index = [one.id for one in project.all(Lane, map_id=journey.id)].index(emotion.id)
    blocks.paste_block(project, blocks.take_block(text), target(project, journey, 4, index))
    copied = cells.cards_at(project, place(project, journey, 4, LaneKind.EMOTION))[0]
    assert (copied.emotion, copied.text) == (-1.5, "2回目の\n不安")
    other = cells.cards_at(project, place(project, journey, 5, LaneKind.EMOTION))[0]
    assert (other.emotion, other.text) == (None, "数字のない気持ち")


def test_two_thousand_rows_fill_the_lanes_there_are_and_the_rest_is_told(project, journey):
    block = blocks.take_block("\n".join(f"{n}\t{n}" for n in range(2_000)))
    done = blocks.paste_block(project, block, target(project, journey, 7, 0))
    assert done == blocks.Pasted(7, 0, 1_993, 1)
    with pytest.raises(ProjectError):
        blocks.take_block("あ" * (blocks.MOST_LETTERS + 1))


def test_a_wider_block_makes_phases_when_asked_and_no_more_than_a_map_may_have(project, journey):
    block = blocks.take_block("\t".join(f"段階{n}" for n in range(100)))
    where = target(project, journey, 0, 0, names_phases=True)
    assert blocks.columns_wanting(block, where) == 92
    done = blocks.paste_block(project, block, where, grow=True)
    assert (done.phases_added, done.columns_left) == (52, 40)
    assert names(project, journey)[59] == "段階59"


def test_pasting_on_heads_names_phases_and_lanes(project, journey):
    block = blocks.take_block("\t始まり\t終わり\n場所\t窓口\t家")
    where = target(project, journey, 0, 0, names_phases=True, names_lanes=True)
    blocks.paste_block(project, block, where)
    assert names(project, journey)[:2] == ["始まり", "終わり"]
    assert lanes.lane_name(project.all(Lane, map_id=journey.id)[0]) == "場所"
    assert cells.cards_at(project, place(project, journey, 1, LaneKind.TOUCHPOINT))[0].text == "家"


# Rules --------------------------------------------------------------------------------------------

STEPS = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 99), st.integers(0, 99)), max_size=25)


def _do(project, what: int, a: int, b: int) -> None:
    found = project.all(JourneyMap)
    if not found or what == 0:
        maps.add_map(project, maps.PRESETS[a % 3], same)
        return
    journey = found[a % len(found)]
    columns, rows = project.all(Phase, map_id=journey.id), project.all(Lane, map_id=journey.id)
    cards = project.all(Cell, map_id=journey.id)
    if what <= 5 and columns:
        _do_to_phase(project, what, columns[b % len(columns)], a)
    elif what == 6:
        lanes.add_lane(project, journey.id, list(LaneKind)[b % 10])
    elif what == 7 and cards:
        _do_to_card(project, cards[b % len(cards)], a)
    elif what <= 9 and rows:
        _do_to_lane(project, what, rows[a % len(rows)], b)
    elif what <= 12 and rows and columns:
        _do_to_place(project, what, columns[b % len(columns)], rows[a % len(rows)], a)
    elif what > 12:
        _do_to_map(project, journey, b)


def _do_to_map(project, journey: JourneyMap, b: int) -> None:
    if b % 4:
        maps.copy_map(project, journey.id, "写し")
    else:
        maps.delete_map(project, journey.id)


def _do_to_phase(project, what: int, column: Phase, a: int) -> None:
    (
        lambda: phases.add_phase(project, column.map_id, after=column.id),
        lambda: phases.delete_phase(project, column.id),
        lambda: phases.add_stage(project, column.id),
        lambda: phases.merge_stages(project, column.id),
        lambda: phases.step_phase(project, column.id, a % 5 - 2),
    )[what - 1]()


def _do_to_lane(project, what: int, row: Lane, b: int) -> None:
    if what == 8:
        lanes.delete_lane(project, row.id)
    else:
        lanes.step_lane(project, row.id, b % 5 - 2)


def _do_to_card(project, card: Cell, a: int) -> None:
    if a % 2:
        cells.delete_cards(project, [card.id])
    else:
        take_up(project, card.id)


def _do_to_place(project, what: int, column: Phase, row: Lane, a: int) -> None:
    where = Place(column.id, row.id)
    if what == 10:
        cells.write_text(project, where, None, "😀" * (a % 3))
    elif what == 11:
        cells.set_emotion(project, where, None, a % 9 / 2 - 2)
    else:
        block = (("甲", "乙", "丙"), ("丁",))
        wanted = blocks.Target(column.map_id, [column.id], [row.id])
        blocks.paste_block(project, block, wanted, grow=bool(a % 2))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_whatever_is_done_cards_stay_in_their_map_and_undoing_all_brings_the_start_back(
    tmp_path_factory, steps
):
    project = create_project(tmp_path_factory.mktemp("p") / "地図.sdproj")
    before = project.dump()
    for step in steps:
        try:
            _do(project, *step)
        except ProjectError:
            continue
    for cell in project.all(Cell):
        assert project.get(Phase, cell.phase_id).map_id == cell.map_id
        assert project.get(Lane, cell.lane_id).map_id == cell.map_id
    for one in project.all(JourneyMap):
        ids = [column.id for column in columns_of(project, one.id)]
        assert len(ids) == len(set(ids))
        standing = {cell.phase_id for cell in project.all(Cell, map_id=one.id)}
        assert standing <= set(ids)
    assert not project.check()
    while project.undo() is not None:
        pass
    assert project.dump() == before
    project.close(discard=True)
