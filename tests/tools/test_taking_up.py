"""A pain point becomes an issue once, with one number and a way back."""

from __future__ import annotations

from pathlib import Path

from servicedesign.exchange.examples import build_example
from servicedesign.model import Cell, Issue, JourneyMap, Lane, LaneKind, Phase, Relation
from servicedesign.model.message import msg
from servicedesign.store import Project
from servicedesign.tools.taking_up import issue_of, take_up


def _pain(project: Project, text: str) -> Cell:
    journey = project.all(JourneyMap)[0]
    lanes = project.all(Lane, map_id=journey.id)
    pain = next(lane for lane in lanes if lane.kind is LaneKind.PAIN_POINT)
    phase = project.all(Phase, map_id=journey.id)[0]
    cell = Cell(map_id=journey.id, phase_id=phase.id, lane_id=pain.id, text=text)
    with project.edit(msg("困りごとを足す")):
        project.put(cell)
    return cell


def test_a_pain_point_becomes_an_issue_with_the_next_number_in_one_step(tmp_path: Path) -> None:
    project = build_example("single-parent", tmp_path / "a.sdproj", "ja")
    try:
        highest = max(issue.number for issue in project.all(Issue))
        cell = _pain(project, "呼び出しの声で\n名前が知られる")
        issue = take_up(project, cell.id)
        assert (issue.title, issue.number) == ("呼び出しの声で 名前が知られる", highest + 1)
        assert project.get(Cell, cell.id).number == issue.number
        links = project.links_from(issue.id, relation=Relation.CAME_FROM)
        assert [link.target_id for link in links] == [cell.id]
        project.undo()
        assert issue_of(project, cell.id) is None
        assert project.get(Cell, cell.id).number == 0
    finally:
        project.close()


def test_a_pain_point_that_is_taken_up_already_stays_as_it_is(tmp_path: Path) -> None:
    project = build_example("single-parent", tmp_path / "a.sdproj", "ja")
    try:
        known = project.all(Issue)[0]
        before = project.dump()
        assert known.cell_id is not None
        assert take_up(project, known.cell_id) == known
        assert project.dump() == before
    finally:
        project.close()
