"""Boards on frames: the map under a board, notes in its phases, and its lane of solutions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from servicedesign.model import (
    Board,
    BoardFrame,
    Cell,
    Cluster,
    HowMightWe,
    Issue,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Mandala,
    MandalaCell,
    Note,
    Phase,
    ProjectError,
)
from servicedesign.model import msg as said
from servicedesign.store import Project, create_project
from servicedesign.tools.board import (
    actions,
    cluster_parts,
    clusters,
    frame_laying,
    frames,
    moving,
    notes,
    solutions,
)
from servicedesign.tools.board.places import overlap
from servicedesign.tools.solution_words import solution_words, without_number


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議.sdproj")
    yield made
    made.close(discard=True)


def journey(project: Project, *, solutions_lane: bool = True, **more: object) -> JourneyMap:
    """A map of three phases, the second with two stages, with pains and feelings."""
    made = JourneyMap(title="申請まで", **more)
    phases = [
        Phase(map_id=made.id, title="知る", when="6月", position=1),
        Phase(map_id=made.id, title="相談", position=2),
        Phase(map_id=made.id, title="申請", position=3),
    ]
    stages = [
        Phase(map_id=made.id, stage_of_id=phases[1].id, title=name, position=i)
        for i, name in enumerate(["予約", "窓口"])
    ]
    pains = Lane(map_id=made.id, kind=LaneKind.PAIN_POINT, position=1)
    feelings = Lane(map_id=made.id, kind=LaneKind.EMOTION, position=2)
    with project.edit(said("地図")):
        for one in (made, *phases, *stages, pains, feelings):
            project.put(one)
        if solutions_lane:
            project.put(Lane(map_id=made.id, kind=LaneKind.SOLUTION, position=3))
        for number, phase in enumerate((phases[0], stages[0], phases[2]), 1):
            where = {"map_id": made.id, "phase_id": phase.id}
            project.put(Cell(lane_id=pains.id, text="休めない", number=number, **where))
            project.put(Cell(lane_id=feelings.id, text="不安", emotion=-1, **where))
    return made


@pytest.fixture
def board(project) -> Board:
    """A board laid on a map, with three notes."""
    made = actions.add_board(project, "案")
    for number in range(3):
        notes.add_note(project, made.id, f"案その{number + 1}", 176.0 * number, 0.0)
    frames.choose_frame(project, made.id, BoardFrame.JOURNEY, journey(project).id)
    return project.get(Board, made.id)


def test_stages_stand_in_place_of_their_phase(project, board):
    laid = frames.journey_frame(project, board)
    assert [column.title for column in laid.columns] == ["知る", "相談／予約", "相談／窓口", "申請"]
    assert [column.head.x for column in laid.columns] == [frames.COLUMN * i for i in range(4)]
    assert laid.columns[0].when == "6月"
    assert laid.columns[0].level == -1
    assert [pain.number for column in laid.columns for pain in column.pains] == [1, 2, 3]


def test_a_point_is_in_a_phase_below_and_in_its_head_and_a_pain_is_found(project, board):
    laid = frames.journey_frame(project, board)
    first = laid.columns[0]
    assert laid.column_at(10, 5_000).phase_id == first.phase_id
    assert laid.column_at(-5, 100) is None
    assert laid.column_at(10, first.head.y - 1) is None
    box = first.pains[0].box
    assert laid.pain_at(box.x + 5, box.y + 5).cell_id == first.pains[0].cell_id
    assert laid.pain_at(box.x + 5, 40) is None


def test_choosing_a_frame_moves_no_note_and_is_one_step(project, board):
    before = project.all(Note)
    frames.choose_frame(project, board.id, BoardFrame.MATRIX)
    assert project.all(Note) == before
    assert project.get(Board, board.id).journey_map_id == board.journey_map_id
    project.undo()
    assert project.get(Board, board.id).frame is BoardFrame.JOURNEY


def test_a_hidden_lane_is_not_shown(project, board):
    (lane,) = project.all(Lane, kind=LaneKind.PAIN_POINT)
    with project.edit(said("隠す")):
        project.put(replace(lane, hidden=True))
    laid = frames.journey_frame(project, board)
    assert not any(column.pains for column in laid.columns)


def test_pasting_on_a_pain_links_and_gives_a_free_place_in_one_step(project, board):
    laid = frames.journey_frame(project, board)
    column = laid.columns[3]
    first, second, _ = (note.id for note in project.all(Note))
    pain = column.pains[0].cell_id
    frame_laying.paste_notes(project, board.id, [first, second], column.phase_id, cell_id=pain)
    pasted = [project.get(Note, one) for one in (first, second)]
    assert {(n.cell_id, n.phase_id) for n in pasted} == {(pain, column.phase_id)}
    places = [cluster_parts.box_of(note) for note in pasted]
    assert all(laid.column_at(box.x + 1, box.y + 1) == column for box in places)
    assert not overlap(*places)
    project.undo()
    assert [project.get(Note, one).phase_id for one in (first, second)] == [None, None]


def test_a_pain_that_is_an_issue_brings_it(project, board):
    (cell, *_) = [c for c in project.all(Cell) if c.number == 1]
    issue = Issue(cell_id=cell.id, number=1, title="休めない")
    with project.edit(said("課題")):
        project.put(issue)
    first = project.all(Note)[0].id
    frame_laying.paste_notes(project, board.id, [first], cell.phase_id, cell_id=cell.id)
    assert project.get(Note, first).issue_id == issue.id


def test_notes_are_laid_into_their_phases_only_when_asked(project, board):
    laid = frames.journey_frame(project, board)
    one, two, three = (note.id for note in project.all(Note))
    frames.paste_in_phases(project, {one: laid.columns[3].phase_id, two: laid.columns[0].phase_id})
    board_notes = project.all(Note)
    assert frames.strayed(project, board, board_notes) == 1
    assert frame_laying.lay_in_phases(project, board.id) == 3
    assert frames.strayed(project, board, project.all(Note)) == 0
    assert project.get(Note, three).x < 0
    project.undo()
    assert project.all(Note) == board_notes


def test_a_cluster_is_laid_whole_where_most_of_its_notes_belong(project, board):
    laid = frames.journey_frame(project, board)
    ids = [note.id for note in project.all(Note)]
    made = clusters.make_cluster(project, ids)
    last = laid.columns[3].phase_id
    homes = (last, last, laid.columns[0].phase_id)
    frames.paste_in_phases(project, dict(zip(ids, homes, strict=True)))
    frame_laying.lay_in_phases(project, board.id)
    sheet = cluster_parts.sheet_of(project.get(Cluster, made.id))
    assert laid.column_at(sheet.x + sheet.width / 2, sheet.y + 50).phase_id == last
    assert len({project.get(Note, one).cluster_id for one in ids}) == 1


def test_a_locked_note_is_not_laid(project, board):
    laid = frames.journey_frame(project, board)
    first = project.all(Note)[0].id
    frames.paste_in_phases(project, {first: laid.columns[3].phase_id})
    moving.lock_notes(project, [first], locked=True)
    frame_laying.lay_in_phases(project, board.id)
    assert project.get(Note, first).x == 0


# The lane of solutions ------------------------------------------------------------------------


def lane_cells(project: Project) -> list[Cell]:
    (lane,) = project.all(Lane, kind=LaneKind.SOLUTION)
    return list(project.all(Cell, lane_id=lane.id))


def paste(project: Project, board: Board, number: int, column: int) -> str:
    laid = frames.journey_frame(project, board)
    note = next(n for n in project.all(Note) if n.number == number)
    frames.paste_in_phases(project, {note.id: laid.columns[column].phase_id})
    return note.id


def test_the_lane_is_filled_with_number_and_title_and_linked_back(project, board):
    note = paste(project, board, 2, 0)
    done = solutions.fill_solutions(project, board.id)
    (cell,) = lane_cells(project)
    assert (done.written, cell.text) == (1, "2 案その2")
    assert cell.phase_id == frames.journey_frame(project, board).columns[0].phase_id
    (link,) = project.links_from(cell.id)
    assert (link.target_id, link.relation) == (note, "came_from")
    project.undo()
    assert lane_cells(project) == []
    assert project.get(Note, note).phase_id is not None


def test_filling_again_never_doubles_and_makes_no_step(project, board):
    paste(project, board, 1, 0)
    solutions.fill_solutions(project, board.id)
    before = project.dump()
    done = solutions.fill_solutions(project, board.id)
    assert (done.written, done.renewed, done.kept) == (0, 0, 0)
    assert project.dump() == before


def test_a_cell_follows_the_words_and_the_phase_of_its_idea(project, board):
    note = paste(project, board, 1, 0)
    solutions.fill_solutions(project, board.id)
    notes.write_note(project, note, "夜の窓口")
    paste(project, board, 1, 3)
    assert solutions.fill_solutions(project, board.id).renewed == 1
    (cell,) = lane_cells(project)
    assert cell.text == "1 夜の窓口"
    assert cell.phase_id == frames.journey_frame(project, board).columns[3].phase_id


def test_what_was_written_or_rewritten_by_hand_is_left_alone(project, board):
    note = paste(project, board, 1, 0)
    (lane,) = project.all(Lane, kind=LaneKind.SOLUTION)
    phase = frames.journey_frame(project, board).columns[0].phase_id
    own = Cell(map_id=lane.map_id, phase_id=phase, lane_id=lane.id, text="手で書いた案")
    with project.edit(said("書く")):
        project.put(own)
    solutions.fill_solutions(project, board.id)
    mine = next(cell for cell in lane_cells(project) if cell.id != own.id)
    with project.edit(said("書く")):
        project.put(replace(mine, text="言い換えた案"))
    notes.write_note(project, note, "別の言葉")
    assert solutions.fill_solutions(project, board.id).kept == 1
    assert sorted(cell.text for cell in lane_cells(project)) == ["手で書いた案", "言い換えた案"]


def test_an_idea_taken_off_its_phase_leaves_the_lane(project, board):
    note = paste(project, board, 1, 0)
    solutions.fill_solutions(project, board.id)
    frames.paste_in_phases(project, {note: None})
    solutions.fill_solutions(project, board.id)
    assert lane_cells(project) == []


def test_the_ideal_map_beside_is_filled_where_the_present_one_has_no_lane(project):
    now = journey(project, solutions_lane=False)
    ideal = journey(project, view=JourneyView.TO_BE, counterpart_id=now.id)
    mates = zip(frames.leaves(project, ideal.id), frames.leaves(project, now.id), strict=True)
    with project.edit(said("対にする")):
        for mate, phase in mates:
            project.put(replace(mate, counterpart_id=phase.id))
    made = actions.add_board(project, "案")
    note = notes.add_note(project, made.id, "夜", 0, 0)
    frames.choose_frame(project, made.id, BoardFrame.JOURNEY, now.id)
    frames.paste_in_phases(project, {note.id: frames.leaves(project, now.id)[2].id})
    assert solutions.fill_solutions(project, made.id).map_id == ideal.id
    (cell,) = lane_cells(project)
    assert cell.phase_id == frames.leaves(project, ideal.id)[2].id


def test_a_map_without_a_lane_gets_one_with_the_first_idea(project):
    now = journey(project, solutions_lane=False)
    made = actions.add_board(project, "案")
    note = notes.add_note(project, made.id, "夜", 0, 0)
    frames.choose_frame(project, made.id, BoardFrame.JOURNEY, now.id)
    solutions.fill_solutions(project, made.id)
    assert project.all(Lane, kind=LaneKind.SOLUTION) == ()
    head = next(phase for phase in project.all(Phase) if phase.title == "相談")
    frames.paste_in_phases(project, {note.id: head.id})
    solutions.fill_solutions(project, made.id)
    (cell,) = lane_cells(project)
    assert project.get(Phase, cell.phase_id).title == "予約"


def test_a_board_on_no_map_says_what_to_do(project):
    made = actions.add_board(project, "案")
    with pytest.raises(ProjectError):
        solutions.fill_solutions(project, made.id)


def test_on_paper_the_number_stands_on_its_chip_alone(project, board):
    note = replace(project.all(Note)[0], number=12, title="夜の窓口")
    assert solution_words(note) == "12 夜の窓口"
    assert without_number("12 夜の窓口", ["12"]) == "夜の窓口"
    assert without_number("12 か月の見守り", []) == "12 か月の見守り"


# Other frames ---------------------------------------------------------------------------------


def test_the_cells_of_a_mandala_have_the_words_of_its_chart(project):
    question = HowMightWe(sentence="どうすれば")
    chart = Mandala(how_might_we_id=question.id)
    with project.edit(said("問い")):
        project.put(question)
        project.put(chart)
        project.put(MandalaCell(mandala_id=chart.id, block=0, slot=0, text="夜"))
        project.put(MandalaCell(mandala_id=chart.id, block=0, slot=3, text="電話"))
        project.put(MandalaCell(mandala_id=chart.id, block=3, slot=2, text="折り返す"))
    made = actions.add_board(project, "案")
    frames.choose_frame(project, made.id, BoardFrame.MANDALA_3)
    small = frames.mandala_frame(project, project.get(Board, made.id))
    assert [words for _, words, _ in small.cells].count("") == 7
    assert small.cells[3][1] == "電話"
    frames.choose_frame(project, made.id, BoardFrame.MANDALA_9)
    large = frames.mandala_frame(project, project.get(Board, made.id))
    assert len(large.cells) == 81
    words = {words for _, words, _ in large.cells}
    assert words == {"", "夜", "電話", "折り返す"}
    assert [w for _, w, _ in large.cells].count("電話") == 2
    assert not any(
        overlap(one[0], other[0], -1) for i, one in enumerate(large.cells)
        for other in large.cells[i + 1 :]
    )  # fmt: skip


@pytest.mark.parametrize("frame", list(BoardFrame))
def test_every_frame_covers_something_or_nothing_and_moves_no_note(project, board, frame):
    before = project.all(Note)
    frames.choose_frame(project, board.id, frame, board.journey_map_id)
    box = frames.frame_box(project, project.get(Board, board.id))
    assert (box is None) is (frame is BoardFrame.BLANK)
    assert project.all(Note) == before
