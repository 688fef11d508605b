"""What a card of a map rests on, and the level that the first link gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from servicedesign.model import (
    Cell,
    EvidenceLevel,
    Interview,
    JourneyMap,
    Lane,
    LaneKind,
    Link,
    Phase,
)
from servicedesign.model import msg as said
from servicedesign.store import create_project
from servicedesign.tools.journey import cells, maps
from servicedesign.tools.journey.cells import Place


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "地図.sdproj")
    yield made
    made.close(discard=True)


@pytest.fixture
def journey(project) -> JourneyMap:
    return maps.add_map(project, maps.PRESETS[0], lambda text: text)


def place(project, journey, number: int, kind: LaneKind) -> Place:
    lane = next(one for one in project.all(Lane, map_id=journey.id) if one.kind is kind)
    return Place(project.all(Phase, map_id=journey.id)[number].id, lane.id)


def write(project, journey, number: int, kind: LaneKind, text: str) -> Cell:
    made = cells.write_text(project, place(project, journey, number, kind), None, text)
    assert made is not None
    return made


def test_the_first_evidence_raises_a_card_in_the_same_step_and_nothing_lowers_it(project, journey):
    talk = Interview(code="H-03")
    with project.edit(said("用意する")):
        project.put(talk)
    card = write(project, journey, 0, LaneKind.PAIN_POINT, "遠い")
    cells.found_card(project, card.id, [talk])
    assert project.get(Cell, card.id).evidence is EvidenceLevel.SOME
    project.undo()
    assert project.get(Cell, card.id).evidence is EvidenceLevel.NONE
    assert not project.all(Link)
    project.redo()
    cells.found_card(project, card.id, [])
    assert not project.all(Link)
    assert project.get(Cell, card.id).evidence is EvidenceLevel.SOME


def test_evidence_leaves_a_level_that_people_gave_and_feelings_have_none(project, journey):
    talk, later = Interview(code="H-03"), Interview(code="H-04")
    with project.edit(said("用意する")):
        project.put(talk)
        project.put(later)
    spot = place(project, journey, 0, LaneKind.PAIN_POINT)
    card = write(project, journey, 0, LaneKind.PAIN_POINT, "遠い")
    cells.found_card(project, card.id, [talk])
    for _ in range(2):
        cells.turn_evidence(project, spot, card.id)
    assert project.get(Cell, card.id).evidence is EvidenceLevel.NONE
    cells.found_card(project, card.id, [talk, later])
    assert project.get(Cell, card.id).evidence is EvidenceLevel.NONE
    high = write(project, journey, 1, LaneKind.ACTION, "届を出す")
    for _ in range(2):
        cells.turn_evidence(project, place(project, journey, 1, LaneKind.ACTION), high.id)
    cells.found_card(project, high.id, [talk])
    assert project.get(Cell, high.id).evidence is EvidenceLevel.RESEARCHED
    felt = cells.set_emotion(project, place(project, journey, 0, LaneKind.EMOTION), None, -1)
    cells.found_card(project, felt.id, [talk])
    assert project.get(Cell, felt.id).evidence is EvidenceLevel.NONE
