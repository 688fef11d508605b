"""What one can do with mandala charts: twins always agree, one step each, undo returns all."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesign.model import (
    Board,
    Cell,
    HowMightWe,
    Issue,
    JourneyMap,
    Lane,
    Mandala,
    MandalaCell,
    Note,
    Phase,
    Relation,
    msg,
)
from servicedesign.model.journey import LaneKind
from servicedesign.model.method import Progress
from servicedesign.store import create_project
from servicedesign.tools.mandala import actions
from servicedesign.tools.mandala.chart import question_of, read_chart
from servicedesign.tools.mandala.sending import board_for, send_cell
from servicedesign.tools.mandala.spots import (
    IDEAS,
    MIDDLE,
    SPOTS,
    Spot,
    around,
    closed,
    following,
    moved,
    opened,
    preceding,
    spot_at,
)

ANY_SPOT = st.builds(Spot, st.integers(0, 8), st.integers(0, 8))
WORDS = st.sampled_from(["", "夜の窓口", "土曜\nまとめて", "😀", "a"])


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議.sdproj")
    yield made
    made.close(discard=True)


@pytest.fixture
def chart_id(project) -> str:
    return actions.add_mandala(project, "願いを広げる").id


# The 81 cells ---------------------------------------------------------------------------------


def test_every_cell_stands_at_one_place_and_is_found_there():
    assert {(spot.row, spot.column) for spot in SPOTS} == {
        (row, column) for row in range(9) for column in range(9)
    }
    assert all(spot_at(spot.row, spot.column) == spot for spot in SPOTS)


@given(ANY_SPOT)
def test_a_twin_is_its_twins_twin_and_lies_in_the_same_direction(spot):
    twin = spot.twin
    if twin is None:
        assert spot == MIDDLE or (spot.block and spot.slot)
    else:
        assert twin.twin == spot
        assert 0 in {spot.block, twin.block}
        inner, outer = (spot, twin) if spot.block == 0 else (twin, spot)
        assert (inner.row - 4) * 3 == outer.row - 4
        assert (inner.column - 4) * 3 == outer.column - 4


def test_the_order_of_writing_comes_to_all_72_ideas_and_back_the_same_way():
    seen, spot = [], MIDDLE
    for _ in range(72):
        spot = following(spot)
        seen.append(spot)
    assert tuple(seen) == IDEAS
    assert following(spot) == MIDDLE
    for wanted in reversed(seen[:-1]):
        spot = preceding(spot)
        assert spot == wanted


def test_round_the_eight_and_into_a_word_and_back():
    assert around(Spot(3, 8), 1) == Spot(3, 1)
    assert around(Spot(3, 1), -1) == Spot(3, 8)
    assert around(Spot(3, 0), 1) == Spot(3, 1)
    assert opened(Spot(0, 5)) == Spot(5, 0)
    assert opened(Spot(5, 3)) is None
    assert closed(Spot(5, 3)) == Spot(0, 5)
    assert closed(Spot(0, 5)) == MIDDLE
    assert moved(Spot(0, 1), -1, 0) == Spot(4, 3)
    assert moved(Spot(1, 1), -1, -1) == Spot(1, 1)


# Words and twins ------------------------------------------------------------------------------


def cells(project) -> dict[Spot, MandalaCell]:
    return {Spot(cell.block, cell.slot): cell for cell in project.all(MandalaCell)}


def assert_twins_agree(project) -> None:
    found = cells(project)
    assert len(found) == len(project.all(MandalaCell))
    for spot, cell in found.items():
        if spot.twin:
            other = found[spot.twin]
            assert (cell.text, cell.note_id) == (other.text, other.note_id)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), ANY_SPOT, WORDS),
        st.tuples(st.just("clear"), st.lists(ANY_SPOT, max_size=4), st.none()),
        st.tuples(st.just("fill"), st.dictionaries(ANY_SPOT, WORDS, max_size=6), st.none()),
        st.tuples(st.just("send"), ANY_SPOT, st.none()),
        st.tuples(st.sampled_from(["undo", "redo"]), st.none(), st.none()),
    ),
    max_size=12,
)


def take_step(project, mandala_id: str, what: str, where, text) -> None:
    match what:
        case "write":
            actions.write_cell(project, mandala_id, where, text)
            project.break_merge()
        case "clear":
            actions.clear_cells(project, mandala_id, where)
        case "fill":
            actions.fill_cells(project, mandala_id, where)
        case "send":
            send_cell(project, mandala_id, where, "案")
        case "undo":
            if project.all(Mandala) and project.all(MandalaCell):
                project.undo()
        case _:
            project.redo()


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_twins_agree_after_any_steps_and_undoing_all_leads_back(steps):
    with tempfile.TemporaryDirectory() as folder:
        project = create_project(Path(folder) / "会議.sdproj")
        mandala_id = actions.add_mandala(project).id
        project.break_merge()
        first = project.dump()
        for what, where, text in steps:
            take_step(project, mandala_id, what, where, text)
            assert_twins_agree(project)
        while project.dump() != first:
            assert project.undo() is not None
            assert_twins_agree(project)
        project.close(discard=True)


def test_writing_on_in_one_cell_or_its_twin_is_one_step(project, chart_id):
    actions.write_cell(project, chart_id, Spot(0, 3), "人")
    actions.write_cell(project, chart_id, Spot(3, 0), "人目を")
    actions.write_cell(project, chart_id, Spot(0, 3), "人目を気にせず")
    actions.write_cell(project, chart_id, Spot(0, 4), "子どもと")
    project.undo()
    assert read_chart(project, chart_id).text(Spot(3, 0)) == "人目を気にせず"
    project.undo()
    assert project.all(MandalaCell) == ()


def test_nothing_written_is_no_step(project, chart_id):
    project.break_merge()
    before = project.undo_label
    actions.write_cell(project, chart_id, Spot(1, 1), "")
    assert actions.clear_cells(project, chart_id, [Spot(1, 1)]) == 0
    assert project.undo_label == before


def test_a_block_of_nine_by_nine_goes_in_at_once_and_the_middle_block_decides(project, chart_id):
    texts = {spot: f"語{spot.row}{spot.column}" for spot in SPOTS}
    actions.fill_cells(project, chart_id, texts)
    chart = read_chart(project, chart_id)
    assert chart.count() == 72
    assert chart.text(Spot(1, 0)) == chart.text(Spot(0, 1)) == "語33"
    project.undo()
    assert project.all(MandalaCell) == ()


def test_a_chart_from_elsewhere_with_one_of_two_twins_shows_the_word_in_both(project, chart_id):
    with project.edit(msg("読みこむ")):
        project.put(MandalaCell(mandala_id=chart_id, block=0, slot=2, text="休まずに"))
    assert read_chart(project, chart_id).text(Spot(2, 0)) == "休まずに"
    actions.write_cell(project, chart_id, Spot(2, 0), "休まない")
    assert_twins_agree(project)


# Whole charts ---------------------------------------------------------------------------------


def test_a_new_chart_opens_the_question_that_was_chosen(project):
    with project.edit(msg("問い")):
        project.put(HowMightWe(sentence="一つ目", position=1))
        project.put(HowMightWe(sentence="二つ目", chosen=True, position=2))
    mandala = actions.add_mandala(project)
    assert question_of(project, mandala) == (2, "二つ目")
    actions.choose_question(project, mandala.id, None)
    assert question_of(project, project.get(Mandala, mandala.id)) == (0, "")


def test_a_chart_is_renamed_copied_and_deleted_in_one_step_each(project, chart_id):
    actions.write_cell(project, chart_id, Spot(0, 1), "一度で")
    sent = send_cell(project, chart_id, Spot(0, 1), "案")
    actions.rename_mandala(project, chart_id, "改めて")
    copy = actions.copy_mandala(project, chart_id, "写し")
    assert read_chart(project, copy.id).text(Spot(1, 0)) == "一度で"
    assert read_chart(project, copy.id).note(Spot(1, 0)) is None
    actions.delete_mandala(project, chart_id)
    assert [one.title for one in project.all(Mandala)] == ["写し"]
    assert project.find(Note, sent.note.id) is not None
    project.undo()
    assert project.get(Mandala, chart_id).title == "改めて"


def test_progress_is_some_with_a_word_and_done_with_72(project, chart_id):
    assert actions.progress(project) is Progress.NONE
    actions.write_cell(project, chart_id, MIDDLE, "願い")
    assert actions.progress(project) is Progress.SOME
    actions.fill_cells(project, chart_id, dict.fromkeys(IDEAS, "案"))
    assert actions.progress(project) is Progress.DONE


# To a board -----------------------------------------------------------------------------------


def test_a_cell_becomes_a_note_once_and_both_twins_know_it(project, chart_id):
    actions.write_cell(project, chart_id, Spot(0, 1), "土曜の席\n予約は30分ごと")
    project.break_merge()
    sent = send_cell(project, chart_id, Spot(1, 0), "アイデアボード")
    assert sent.is_new
    assert (sent.note.number, sent.note.title, sent.note.text) == (1, "土曜の席", "予約は30分ごと")
    assert {cell.note_id for cell in project.all(MandalaCell)} == {sent.note.id}
    again = send_cell(project, chart_id, Spot(0, 1), "アイデアボード")
    assert not again.is_new
    assert len(project.all(Note)) == len(project.all(Board)) == 1
    project.undo()
    assert project.all(Note) == project.all(Board) == ()


def test_an_empty_cell_is_not_sent(project, chart_id):
    assert send_cell(project, chart_id, Spot(1, 1), "案") is None
    assert project.all(Board) == ()


def test_numbers_go_on_and_notes_never_lie_on_each_other(project, chart_id):
    for spot in IDEAS[:20]:
        actions.write_cell(project, chart_id, spot, f"案{spot}")
        send_cell(project, chart_id, spot, "案")
    notes = project.all(Note)
    assert [note.number for note in notes] == list(range(1, 21))
    for number, one in enumerate(notes):
        for other in notes[number + 1 :]:
            assert abs(one.x - other.x) >= 160 or abs(one.y - other.y) >= 160


def test_a_word_goes_to_the_board_of_its_question_and_answers_its_problem(project):
    with project.edit(msg("問い")):
        journey = JourneyMap()
        phase = Phase(map_id=journey.id)
        lane = Lane(map_id=journey.id, kind=LaneKind.PAIN_POINT)
        cell = Cell(map_id=journey.id, phase_id=phase.id, lane_id=lane.id, number=5, text="困る")
        issue = Issue(cell_id=cell.id, number=5, title="困る")
        question = HowMightWe(issue_id=issue.id, sentence="どうすれば", chosen=True)
        boards = [Board(title="先", position=1), Board(how_might_we_id=question.id, position=2)]
        for record in (journey, phase, lane, cell, issue, question, *boards):
            project.put(record)
    mandala = actions.add_mandala(project)
    assert board_for(project, mandala).id == boards[1].id
    actions.write_cell(project, mandala.id, Spot(2, 3), "夜の窓口")
    note = send_cell(project, mandala.id, Spot(2, 3), "案").note
    assert (note.board_id, note.issue_id, note.cell_id) == (boards[1].id, issue.id, cell.id)
    assert note.phase_id == phase.id
    assert project.links_from(note.id, Relation.CAME_FROM) == ()


def test_a_cell_that_was_emptied_lets_its_note_live_on(project, chart_id):
    actions.write_cell(project, chart_id, Spot(1, 1), "夜の窓口")
    first = send_cell(project, chart_id, Spot(1, 1), "案").note
    actions.write_cell(project, chart_id, Spot(1, 1), "")
    actions.write_cell(project, chart_id, Spot(1, 1), "朝の窓口")
    assert read_chart(project, chart_id).note(Spot(1, 1)) == first
    actions.clear_cells(project, chart_id, [Spot(1, 1)])
    assert project.find(Note, first.id) is not None
    actions.write_cell(project, chart_id, Spot(1, 1), "昼の窓口")
    assert send_cell(project, chart_id, Spot(1, 1), "案").note.number == 2
