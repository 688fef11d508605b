"""What the journey map sheet takes from a project."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.journey_maps import job
from support.sheet_checks import text_of

from servicedesign.model import (
    Board,
    Cell,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Link,
    Note,
    Persona,
    Phase,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.store import create_project
from servicedesign.tools.journey import actions, sheet
from servicedesign.tools.journey.sheet_data import JourneyData


@pytest.fixture
def project(tmp_path):
    """A project with an as-is map of two phases and its to-be counterpart."""
    opened = create_project(tmp_path / "maps.sdproj")
    yield opened
    opened.close()


def put(project, *records):
    with project.edit(msg("地図を書く")):
        for record in records:
            project.put(record)


def filled(project):
    person = Persona(name="佐野 美咲", age=34, face="woman-30s-ponytail")
    now = JourneyMap(title="いま", persona_id=person.id, goal="休まない", position=0)
    later = JourneyMap(
        title="これから", persona_id=person.id, view=JourneyView.TO_BE, counterpart_id=now.id,
        position=1,
    )  # fmt: skip
    before = [Phase(map_id=now.id, title=name, position=i) for i, name in enumerate("知申")]
    after = [
        Phase(map_id=later.id, title=one.title, counterpart_id=one.id, position=one.position)
        for one in before
    ]
    put(project, person, now, later, *before, *after)
    return person, now, later, before, after


def lanes_for(project, journey_map, phases, *, feelings, action="申し込む"):
    acts = Lane(map_id=journey_map.id, kind=LaneKind.ACTION, position=0)
    feels = Lane(map_id=journey_map.id, kind=LaneKind.EMOTION, position=1)
    pains = Lane(map_id=journey_map.id, kind=LaneKind.PAIN_POINT, position=2)
    secret = Lane(map_id=journey_map.id, kind=LaneKind.CUSTOM, hidden=True, position=3)
    cells = [
        Cell(map_id=journey_map.id, lane_id=acts.id, phase_id=phase.id, text=action)
        for phase in phases
    ]
    cells += [
        Cell(map_id=journey_map.id, lane_id=feels.id, phase_id=phase.id, text="理由", emotion=one)
        for phase, one in zip(phases, feelings, strict=True)
    ]
    cells.append(
        Cell(map_id=journey_map.id, lane_id=pains.id, phase_id=phases[0].id, text="困る", number=1)
    )
    put(project, acts, feels, pains, secret, *cells)
    return acts, feels


def test_maps_are_gathered_with_person_lanes_and_the_counterpart(project):
    _, now, later, before, after = filled(project)
    lanes_for(project, now, before, feelings=(-2, 1))
    lanes_for(project, later, after, feelings=(1, 2))
    first, second = sheet.gather(project).maps
    assert (first.persona, first.age, first.goal) == ("佐野 美咲", 34, "休まない")
    assert [lane.kind for lane in first.lanes] == [
        LaneKind.ACTION,
        LaneKind.EMOTION,
        LaneKind.PAIN_POINT,
    ]
    assert not first.compared
    assert second.compared
    assert [column.before for column in second.columns] == [-2, 1]
    assert [lane.kind for lane in second.lanes] == [lane.kind for lane in first.lanes]
    assert sheet.gather(project, later.id).maps == (second,)


def test_a_phase_with_stages_gives_its_columns_to_them(project):
    _, now, _, before, _ = filled(project)
    stages = [
        Phase(map_id=now.id, title=name, stage_of_id=before[0].id, position=i)
        for i, name in enumerate(("聞く", "調べる"))
    ]
    put(project, *stages)
    data = sheet.gather(project, now.id).maps[0]
    assert [(column.phase, column.title) for column in data.columns] == [
        (0, "聞く"),
        (0, "調べる"),
        (1, ""),
    ]


def test_a_card_on_a_phase_that_has_stages_is_not_lost(project):
    _, now, _, before, _ = filled(project)
    put(project, Phase(map_id=now.id, title="聞く", stage_of_id=before[0].id))
    lanes_for(project, now, before, feelings=(0, 0), action="全体の話")
    data = sheet.gather(project, now.id).maps[0]
    shown = text_of(sheet.draw(JourneyData(maps=(data,)), job()).pdf_bytes())
    assert shown.count("全体の話") == 2


def test_a_solution_names_the_ideas_it_came_from(project):
    _, _, later, _, after = filled(project)
    lane = Lane(map_id=later.id, kind=LaneKind.SOLUTION)
    cell = Cell(map_id=later.id, lane_id=lane.id, phase_id=after[0].id, text="予約する")
    board = Board(title="案")
    note = Note(board_id=board.id, number=41, title="スマホで予約")
    link = Link(source_kind="cell", source_id=cell.id, target_kind="note", target_id=note.id)
    put(project, lane, cell, board, note, link)
    shown = text_of(sheet.draw(sheet.gather(project, later.id), job()).pdf_bytes())
    assert "案41" in shown


def test_a_project_without_maps_has_nothing_to_print(project):
    assert sheet.gather(project) is None


def test_progress_goes_from_none_over_some_to_done(project):
    assert actions.progress(project) is Progress.NONE
    _, now, _, before, _ = filled(project)
    assert actions.progress(project) is Progress.SOME
    lanes_for(project, now, before, feelings=(-2, 1))
    assert actions.progress(project) is Progress.DONE


def test_a_phase_without_a_feeling_is_not_done(project):
    _, now, _, before, _ = filled(project)
    _, feels = lanes_for(project, now, before, feelings=(-2, 1))
    cell = project.all(Cell, lane_id=feels.id)[0]
    put(project, replace(cell, emotion=None))
    assert actions.progress(project) is Progress.SOME


def test_the_to_be_map_borrows_todays_pain_points_over_its_solutions(project):
    _, now, later, before, after = filled(project)
    lanes_for(project, now, before, feelings=(-2, 1))
    feels = Lane(map_id=later.id, kind=LaneKind.EMOTION, position=0)
    solves = Lane(map_id=later.id, kind=LaneKind.SOLUTION, position=1)
    put(project, feels, solves)
    data = sheet.gather(project, later.id).maps[0]
    assert [(lane.kind, lane.borrowed) for lane in data.lanes] == [
        (LaneKind.EMOTION, False),
        (LaneKind.PAIN_POINT, True),
        (LaneKind.SOLUTION, False),
    ]
    assert [[card.text for card in cell] for cell in data.lanes[1].cells] == [["困る"], []]
    assert after


def test_feelings_of_stages_that_went_lie_beneath_the_phase_that_stayed(project):
    _, now, later, before, after = filled(project)
    stages = [
        Phase(map_id=now.id, title=name, stage_of_id=before[0].id, position=i + 5)
        for i, name in enumerate(("聞く", "調べる"))
    ]
    feels = Lane(map_id=now.id, kind=LaneKind.EMOTION)
    cells = [
        Cell(map_id=now.id, lane_id=feels.id, phase_id=one.id, emotion=level)
        for one, level in zip(stages, (-2, 1), strict=True)
    ]
    put(project, *stages, feels, *cells)
    data = sheet.gather(project, later.id).maps[0]
    assert [column.before for column in data.columns] == [-0.5, None]
    assert after


def test_an_empty_worksheet_takes_each_arrangement_of_the_project_once(project):
    assert sheet.blank_data(project).maps == ()
    _, now, later, before, after = filled(project)
    lane = Lane(map_id=now.id, kind=LaneKind.CUSTOM, title="天気")
    same = Lane(map_id=later.id, kind=LaneKind.CUSTOM, title="天気")
    hidden = Lane(map_id=now.id, kind=LaneKind.ACTION, hidden=True)
    cell = Cell(map_id=now.id, lane_id=lane.id, phase_id=before[0].id, text="雨")
    put(project, lane, same, hidden, cell)
    (only,) = sheet.blank_data(project).maps
    assert [head.title for head in only.phases] == ["知", "申"]
    assert [(row.title, row.cells) for row in only.lanes] == [("天気", ())]
    assert after
