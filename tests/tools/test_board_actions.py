"""What one can do with notes and their places, on real projects."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.model import (
    Board,
    Cell,
    DeepDive,
    Group,
    Issue,
    JourneyMap,
    Lane,
    MandalaCell,
    Note,
    Phase,
    ProjectError,
    Sketch,
    StickyColour,
)
from servicedesign.model import msg as said
from servicedesign.model.board import Mandala
from servicedesign.model.journey import LaneKind
from servicedesign.store import create_project
from servicedesign.tools.board import actions, moving, notes, places
from servicedesign.tools.board.places import Boxed, Edge
from servicedesign.tools.board.problems import find_problems
from servicedesign.tools.board.quick_words import read_quick
from servicedesign.tools.board.words import words_of
from servicedesign.tools.new_notes import parted


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議.sdproj")
    yield made
    made.close(discard=True)


@pytest.fixture
def board(project) -> Board:
    return actions.add_board(project, "案")


def some(project, board: Board, count: int) -> list[str]:
    return [notes.add_note(project, board.id, f"案{i}", 200.0 * i, 0.0).id for i in range(count)]


def test_a_note_gets_the_next_number_and_it_never_comes_back(project, board):
    first, second, third = some(project, board, 3)
    assert [project.get(Note, n).number for n in (first, second, third)] == [1, 2, 3]
    notes.delete_notes(project, [third])
    assert notes.add_note(project, board.id, "次", 0, 0).number == 4


def test_writing_on_is_one_step_with_the_making_of_the_note(project, board):
    note = notes.add_note(project, board.id, "夜", 0, 0)
    notes.write_note(project, note.id, "夜の窓口")
    notes.write_note(project, note.id, "夜の窓口を開ける")
    project.undo()
    assert project.find(Note, note.id) is None


def test_two_notes_are_two_steps(project, board):
    first, second = some(project, board, 2)
    project.undo()
    assert project.find(Note, second) is None
    assert project.find(Note, first) is not None


def test_the_first_line_is_the_title_and_a_long_one_is_text():
    assert parted("夜の窓口\n水曜だけ") == ("夜の窓口", "水曜だけ")
    assert parted("あ" * 61) == ("", "あ" * 61)
    assert parted("\n\n夜の窓口\n") == ("夜の窓口", "")
    assert parted("  \n") == ("", "")


@given(st.text(max_size=200))
def test_words_stay_the_same_when_they_are_parted_again(words):
    title, text = parted(words)
    note = Note(board_id="x", title=title, text=text)
    assert parted(words_of(note)) == (title, text)


def test_a_group_lends_its_colour_and_a_foreign_colour_leaves_it(project, board):
    group = Group(name="みなみ班", colour=StickyColour.SKY)
    with project.edit(said("班")):
        project.put(group)
    note = notes.add_note(project, board.id, "案", 0, 0, group_id=group.id)
    assert note.colour is StickyColour.SKY
    notes.set_colour(project, [note.id], StickyColour.GREEN)
    changed = project.get(Note, note.id)
    assert (changed.colour, changed.group_id) == (StickyColour.GREEN, None)


def test_a_copy_is_a_new_idea_with_a_sketch_of_its_own(project, board):
    (note_id,) = some(project, board, 1)
    sketch = Sketch(width=100, height=80)
    with project.edit(said("描く")):
        project.put(sketch)
        from dataclasses import replace

        project.put(replace(project.get(Note, note_id), sketch_id=sketch.id, locked=True))
    (copy_id,) = notes.copy_notes(project, [note_id])
    copy = project.get(Note, copy_id)
    assert copy.number == 2
    assert copy.sketch_id not in (None, sketch.id)
    assert not copy.locked
    project.undo()
    assert project.find(Note, copy_id) is None
    assert len(project.all(Sketch)) == 1


def test_deleting_a_note_takes_its_sketch_and_undo_brings_both_back(project, board):
    from dataclasses import replace

    (note_id,) = some(project, board, 1)
    sketch = Sketch()
    with project.edit(said("描く")):
        project.put(sketch)
        project.put(replace(project.get(Note, note_id), sketch_id=sketch.id))
    assert notes.delete_notes(project, [note_id]) == 1
    assert project.all(Sketch) == ()
    project.undo()
    assert project.get(Note, note_id).sketch_id == sketch.id
    assert project.find(Sketch, sketch.id) is not None


def test_a_locked_note_is_neither_deleted_nor_moved(project, board):
    free, locked = some(project, board, 2)
    moving.lock_notes(project, [locked], True)
    moving.move_notes(project, [free, locked], 10, 20)
    assert project.get(Note, free).x == 10
    assert project.get(Note, locked).x == 200
    assert notes.delete_notes(project, [free, locked]) == 1
    assert project.find(Note, locked) is not None


def test_a_note_that_is_needed_elsewhere_is_named_and_nothing_is_deleted(project, board):
    first, second = some(project, board, 2)
    with project.edit(said("深掘り")):
        project.put(DeepDive(note_id=second))
        _made_of_a_cell(project, second)
    with pytest.raises(ProjectError, match=r"案2.*深掘り"):
        notes.delete_notes(project, [first, second])
    assert len(project.all(Note)) == 2
    assert [cell.note_id for cell in project.all(MandalaCell)] == [second]


def _made_of_a_cell(project, note_id: str) -> None:
    mandala = Mandala()
    project.put(mandala)
    project.put(MandalaCell(mandala_id=mandala.id, text="夜の窓口", note_id=note_id))


def test_a_note_made_of_a_mandala_cell_can_be_thrown_away_and_the_cell_keeps_its_words(
    project, board
):
    only = some(project, board, 1)[0]
    with project.edit(said("升")):
        _made_of_a_cell(project, only)
    assert notes.delete_notes(project, [only]) == 1
    cell = project.all(MandalaCell)[0]
    assert (cell.text, cell.note_id) == ("夜の窓口", None)
    project.undo()
    assert project.all(MandalaCell)[0].note_id == only


def test_moving_three_notes_is_one_step(project, board):
    ids = some(project, board, 3)
    moving.move_notes(project, ids, 5, 7)
    assert [project.get(Note, n).y for n in ids] == [7, 7, 7]
    project.undo()
    assert [project.get(Note, n).y for n in ids] == [0, 0, 0]


def test_nudges_in_a_row_are_one_step(project, board):
    ids = some(project, board, 2)
    for _ in range(5):
        moving.nudge_notes(project, ids, 8, 0)
    assert project.get(Note, ids[0]).x == 40
    project.undo()
    assert project.get(Note, ids[0]).x == 0


def test_a_note_dragged_beyond_the_board_stays_on_it(project, board):
    (note_id,) = some(project, board, 1)
    moving.move_notes(project, [note_id], 1e12, -1e12)
    note = project.get(Note, note_id)
    assert (note.x, note.y) == (moving.FAR, -moving.FAR)


def test_front_and_back_keep_the_order_of_the_chosen(project, board):
    first, second, third = some(project, board, 3)
    moving.bring_notes(project, [first, second], front=True)
    order = sorted(project.all(Note), key=lambda note: note.z)
    assert [note.id for note in order] == [third, first, second]
    moving.bring_notes(project, [second], front=False)
    order = sorted(project.all(Note), key=lambda note: note.z)
    assert [note.id for note in order] == [second, third, first]


@pytest.fixture
def problem(project) -> tuple[Issue, Cell, Cell]:
    journey = JourneyMap(title="現状")
    phase = Phase(map_id=journey.id, title="調べる")
    lane = Lane(map_id=journey.id, kind=LaneKind.PAIN_POINT)
    taken = Cell(map_id=journey.id, phase_id=phase.id, lane_id=lane.id, text="半日休む", number=1)
    loose = Cell(map_id=journey.id, phase_id=phase.id, lane_id=lane.id, text="三度話す", number=2)
    issue = Issue(cell_id=taken.id, number=1, title="休まずに済ませたい")
    with project.edit(said("地図")):
        for record in (journey, phase, lane, taken, loose, issue):
            project.put(record)
    return issue, taken, loose


def test_issues_come_first_and_a_pain_point_that_is_one_is_not_told_twice(project, problem):
    issue, _, loose = problem
    assert [record.id for record in find_problems(project)] == [issue.id, loose.id]
    assert [record.id for record in find_problems(project, "三度")] == [loose.id]


def test_linking_to_an_issue_brings_its_pain_point_and_phase(project, board, problem):
    issue, taken, loose = problem
    (note_id,) = some(project, board, 1)
    notes.link_notes(project, [note_id], issue.id)
    note = project.get(Note, note_id)
    assert (note.issue_id, note.cell_id, note.phase_id) == (issue.id, taken.id, taken.phase_id)
    notes.link_notes(project, [note_id], loose.id)
    assert project.get(Note, note_id).issue_id is None
    notes.link_notes(project, [note_id], None)
    assert project.get(Note, note_id).cell_id is None


def test_tags_are_cleaned_and_none_is_kept_twice(project, board):
    (note_id,) = some(project, board, 1)
    tags = ["#すぐ", "すぐ", " 来年度 ", ""]
    notes.set_origin(project, [note_id], group_id=None, author_id=None, tags=tags)
    assert project.get(Note, note_id).tags == ("すぐ", "来年度")


def test_a_board_asks_the_chosen_question(project):
    from servicedesign.model import HowMightWe

    with project.edit(said("問い")):
        project.put(HowMightWe(sentence="一つめ", position=1))
        project.put(HowMightWe(sentence="二つめ", chosen=True, position=2))
    board = actions.add_board(project)
    assert actions.question_of(project, board) == (2, "二つめ")


GROUPS = (Group(name="みなみ班"), Group(name="きた班"))


@pytest.mark.parametrize(
    ("line", "idea", "group"),
    [
        ("夜の窓口;2", "夜の窓口", "きた班"),
        ("夜の窓口；みなみ班", "夜の窓口", "みなみ班"),
        ("夜の窓口 ２", "夜の窓口", "きた班"),
        ("夜の窓口;みな", "夜の窓口", "みなみ班"),
        ("夜の窓口", "夜の窓口", None),
        ("受付番号 45", "受付番号 45", None),
        ("開けるのは9時;朝", "開けるのは9時;朝", None),
        (";2", ";2", None),
        ("夜7時2", "夜7時2", None),
    ],
)
def test_a_quick_line_names_its_group(line, idea, group):
    found, given_to = read_quick(line, GROUPS)
    assert (found, given_to.name if given_to else None) == (idea, group)


boxes = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.builds(
        Boxed,
        *(st.integers(-500, 500) for _ in range(2)),
        *(st.integers(1, 300) for _ in range(2)),
    ),
    min_size=1,
    max_size=12,
)


@given(boxes)
def test_a_tidied_heap_has_no_overlaps_and_keeps_its_order(found):
    placed = places.tidy(found)
    moved = {key: box._replace(x=placed[key][0], y=placed[key][1]) for key, box in found.items()}
    keys = list(moved)
    for number, one in enumerate(keys):
        for other in keys[number + 1 :]:
            assert not places.overlap(moved[one], moved[other])


@given(boxes, st.sampled_from(list(Edge)))
def test_aligned_boxes_share_an_edge(found, edge):
    placed = places.align(found, edge)
    moved = [box._replace(x=placed[key][0], y=placed[key][1]) for key, box in found.items()]
    read = {
        Edge.LEFT: lambda b: b.x,
        Edge.CENTRE: lambda b: b.x + b.width / 2,
        Edge.RIGHT: lambda b: b.x + b.width,
        Edge.TOP: lambda b: b.y,
        Edge.MIDDLE: lambda b: b.y + b.height / 2,
        Edge.BOTTOM: lambda b: b.y + b.height,
    }[edge]
    assert len({round(read(box), 6) for box in moved}) == 1


def test_equal_gaps_leave_the_outer_two_where_they_are():
    found = {"a": Boxed(0, 0, 10, 10), "b": Boxed(15, 0, 10, 10), "c": Boxed(90, 0, 10, 10)}
    placed = places.distribute(found, across=True)
    assert placed == {"a": (0, 0), "b": (45, 0), "c": (90, 0)}


def test_a_free_place_goes_along_the_row_and_then_down():
    taken = [Boxed(0, 0, 160, 160), Boxed(176, 0, 160, 160)]

    def is_free(box: Boxed) -> bool:
        return not any(places.overlap(box, other) for other in taken)

    found = places.free_place(is_free, Boxed(0, 0, 160, 160), columns=2)
    assert (found.x, found.y) == (0, 176)
    found = places.free_place(is_free, Boxed(0, 0, 160, 160), columns=3)
    assert (found.x, found.y) == (352, 0)
