"""The chosen ideas go onto the ideal map: once, as one step, and what is lacking is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from servicedesign.exchange.examples import build_example
from servicedesign.model import (
    Board,
    Cell,
    Cluster,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Note,
    PayoffItem,
    PayoffMatrix,
    Phase,
    Relation,
    msg,
)
from servicedesign.store import Project
from servicedesign.tools.board.solutions import fill_solutions
from servicedesign.tools.map_pairing import columns_of
from servicedesign.tools.payoff import actions, rating
from servicedesign.tools.payoff.completing import (
    idea_of,
    lacking,
    standing_in,
    suggested_phase,
    write_solutions,
)
from servicedesign.tools.payoff.items import rated_ideas
from servicedesign.tools.payoff.plan import make_plan
from servicedesign.tools.payoff.reading import (
    as_is_map,
    homes_on,
    map_words,
    pains_of,
    person_of,
    phases_of,
    to_be_maps,
)
from servicedesign.tools.solution_lane import ideas_behind, lane_of
from servicedesign.tools.to_be_map import make_to_be


@pytest.fixture
def sick(tmp_path: Path) -> Iterator[Project]:
    """A project with a map of today, pain points and ideas, and no ideal map yet."""
    with build_example("sick-child-care", tmp_path / "病児.sdproj", "ja") as made:
        yield made


@pytest.fixture
def single(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "ひとり親.sdproj", "ja") as made:
        yield made


def matrix(project: Project) -> PayoffMatrix:
    return project.all(PayoffMatrix)[0]


def made_map(project: Project) -> JourneyMap:
    source = as_is_map(project, matrix(project))
    assert source is not None
    return make_to_be(project, source.id, source.title)


def item(project: Project, number: int) -> PayoffItem:
    note = next(one for one in project.all(Note) if one.number == number)
    return project.all(PayoffItem, note_id=note.id)[0]


def plan(project: Project, target: JourneyMap, chosen: dict[str, str] | None = None):
    return make_plan(
        project, target, rated_ideas(project, matrix(project).id), chosen or {}, hidden=False
    )


def solutions(project: Project, target: JourneyMap) -> list[Cell]:
    lane = lane_of(project, target)
    return list(project.all(Cell, map_id=target.id, lane_id=lane.id)) if lane else []


# --- reading --------------------------------------------------------------------------------------


def test_an_idea_knows_its_pain_point_and_its_phase(sick) -> None:
    idea = idea_of(sick, item(sick, 1))
    assert idea is not None
    assert [cell.number for cell in pains_of(sick, idea)] == [1]
    assert [phase.title for phase in phases_of(sick, idea)] == ["熱に気づく"]


def test_the_words_of_both_maps_stand_beside_an_idea(single) -> None:
    idea = idea_of(single, item(single, 12))
    assert idea is not None
    words = map_words(single, idea)
    assert words.person == "佐野 美咲"
    assert words.phases == ("準備",)
    assert [one.to_be for one in words.actions] == [False, True]
    assert [one.to_be for one in words.thoughts] == [False, True]
    assert {number for number, _ in words.pains} == {4, 5}
    assert person_of(single, matrix(single)) == "佐野 美咲"


def test_an_idea_tied_to_nothing_has_no_words_of_a_map(single) -> None:
    note = next(one for one in single.all(Note) if one.number == 34)
    added = actions.add_ideas(single, matrix(single).id, [note.id])
    idea = idea_of(single, single.get(PayoffItem, added[0]))
    assert idea is not None
    assert map_words(single, idea).actions == ()
    assert phases_of(single, idea) == ()


def test_a_cluster_speaks_for_its_ideas(single) -> None:
    cluster = next(
        one for one in single.all(Cluster) if len(single.all(Note, cluster_id=one.id)) > 2
    )
    added = actions.add_ideas(single, matrix(single).id, [cluster.id])
    idea = idea_of(single, single.get(PayoffItem, added[0]))
    assert idea is not None
    assert phases_of(single, idea)
    assert pains_of(single, idea)
    mark = next(one.mark for one in rated_ideas(single, matrix(single).id) if one.id == added[0])
    assert mark.isalpha()


# --- writing --------------------------------------------------------------------------------------


def test_what_comes_first_is_suggested_for_the_phase_it_helps_in(sick) -> None:
    target = made_map(sick)
    lines = {line.idea.mark: line for line in plan(sick, target).lines}
    assert plan(sick, target).named(lines["1"].chosen, "") == "1 熱に気づく"
    assert lines["13"].chosen == ""
    assert lines["1"].to_write


def test_writing_is_one_step_with_links_back_to_the_ideas(sick) -> None:
    target = made_map(sick)
    before = sick.dump()["records"]
    done = write_solutions(sick, target.id, plan(sick, target).wanted())
    cells = solutions(sick, target)
    assert done.written == len(cells) == 4
    assert {cell.text for cell in cells} >= {"1 夜から仮予約", "4 絵で押す症状"}
    for cell in cells:
        (link,) = sick.links_from(cell.id, Relation.CAME_FROM)
        assert sick.find(Note, link.target_id) in ideas_behind(sick, cell.id)
    sick.undo()
    assert sick.dump()["records"] == before


def test_writing_again_doubles_nothing(sick) -> None:
    target = made_map(sick)
    wanted = plan(sick, target).wanted()
    write_solutions(sick, target.id, wanted)
    label = sick.undo_label
    again = write_solutions(sick, target.id, wanted)
    assert (again.written, again.moved, again.there) == (0, 0, 4)
    assert len(solutions(sick, target)) == 4
    assert sick.undo_label == label
    assert plan(sick, target).wanted() == {}


def test_the_board_and_the_matrix_write_the_same_cell(sick) -> None:
    target = made_map(sick)
    board = sick.all(Board)[0]
    source = as_is_map(sick, matrix(sick)) or sick.all(JourneyMap)[0]
    with sick.edit(msg("枠に貼る")):
        sick.put(replace(board, journey_map_id=source.id))
    write_solutions(sick, target.id, plan(sick, target).wanted())
    count = len(solutions(sick, target))
    filled = fill_solutions(sick, board.id)
    assert filled.map_id in (target.id, source.id)
    texts = [cell.text for cell in solutions(sick, target)]
    assert len(texts) == len(set(texts))
    assert len(texts) >= count


def test_another_phase_moves_the_cell_and_the_board_leaves_it_there(sick) -> None:
    target = made_map(sick)
    board = sick.all(Board)[0]
    columns = columns_of(sick, target.id)
    first = item(sick, 1)
    write_solutions(sick, target.id, {first.id: columns[0].id})
    done = write_solutions(sick, target.id, {first.id: columns[2].id})
    assert (done.written, done.moved) == (0, 1)
    idea = idea_of(sick, first)
    assert idea is not None
    assert standing_in(sick, target, idea) == columns[2].id
    if board.journey_map_id is not None:
        fill_solutions(sick, board.id)
        assert standing_in(sick, target, idea) == columns[2].id
    assert len([cell for cell in solutions(sick, target) if cell.text.startswith("1 ")]) == 1


def test_a_phase_that_is_none_and_an_item_that_is_gone_are_passed_by(sick) -> None:
    target = made_map(sick)
    label = sick.undo_label
    done = write_solutions(sick, target.id, {item(sick, 1).id: "nowhere", "nobody": "nowhere"})
    assert done.written == 0
    assert sick.undo_label == label


def test_an_idea_that_shares_its_cell_stays_there(single) -> None:
    target = to_be_maps(single, matrix(single))[0]
    columns = columns_of(single, target.id)
    done = write_solutions(single, target.id, {item(single, 31).id: columns[0].id})
    assert (done.written, done.moved, done.there) == (0, 0, 1)


def test_a_map_without_the_lane_gets_one(sick) -> None:
    target = made_map(sick)
    lane = lane_of(sick, target)
    assert lane is not None
    with sick.edit(msg("消す")):
        sick.delete(lane)
    write_solutions(sick, target.id, plan(sick, target).wanted())
    assert len(sick.all(Lane, map_id=target.id, kind=LaneKind.SOLUTION)) == 1
    assert len(solutions(sick, target)) == 4


def test_stages_are_columns_and_a_phase_with_stages_leads_to_the_first(sick) -> None:
    target = made_map(sick)
    head = columns_of(sick, target.id)[0]
    with sick.edit(msg("段")):
        stage = Phase(map_id=target.id, stage_of_id=head.id, title="夜中")
        sick.put(stage)
    idea = idea_of(sick, item(sick, 1))
    assert idea is not None
    assert suggested_phase(sick, homes_on(sick, target), idea) == stage.id


# --- what the map lacks ---------------------------------------------------------------------------


def test_the_checklist_shrinks_as_solutions_are_written(sick) -> None:
    target = made_map(sick)
    empty = lacking(sick, target)
    assert (len(empty.phases), empty.columns) == (6, 6)
    assert [cell.number for cell in empty.pains] == [1, 2, 3, 4, 5]
    write_solutions(sick, target.id, plan(sick, target).wanted())
    now = lacking(sick, target)
    assert [cell.number for cell in now.pains] == [2, 4]
    assert len(now.phases) == 3
    everything = {one.id: suggested_phase(sick, homes_on(sick, target), idea)
                  for one in sick.all(PayoffItem)
                  if (idea := idea_of(sick, one)) is not None}  # fmt: skip
    write_solutions(sick, target.id, everything)
    assert lacking(sick, target).pains == ()


def test_the_completed_map_of_the_example_lacks_nothing(single) -> None:
    target = to_be_maps(single, matrix(single))[0]
    assert target.view is JourneyView.TO_BE
    assert lacking(single, target).complete


def test_the_ratings_of_the_examples_make_the_places_that_are_kept(single, sick) -> None:
    for project in (single, sick):
        for one in project.all(PayoffItem):
            assert one.impact == pytest.approx(
                sum(r.impact for r in one.ratings) / len(one.ratings)
            )
        counts = rating.counts_by_rater(project, matrix(project))
        assert set(counts.values()) == {len(project.all(PayoffItem))}
