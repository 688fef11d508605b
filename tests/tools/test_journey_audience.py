"""Maps for the room: one phase at a time, legible, with its place on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from servicedesign.model import (
    Cell,
    EvidenceLevel,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Outcome,
    Persona,
    Phase,
    msg,
)
from servicedesign.store import create_project
from servicedesign.tools.journey import phases
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.tools.taking_up import take_up

SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
LONG = "窓口が三つに分かれていて、同じ事情をそのたびに初めから話さなければならない。" * 12


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "地図.sdproj")
    person = Persona(name="佐伯 美咲", age=34, chosen=True)
    journey = JourneyMap(title="手当の申請", persona_id=person.id)
    kinds = (LaneKind.TOUCHPOINT, LaneKind.ACTION, LaneKind.EMOTION, LaneKind.PAIN_POINT)
    lanes = [Lane(map_id=journey.id, kind=kind, position=n) for n, kind in enumerate(kinds)]
    columns = [
        Phase(map_id=journey.id, title=name, when=f"{n + 4}月", position=n)
        for n, name in enumerate(("知る", "申請", "待つ"))
    ]
    with made.edit(msg("作る")):
        for record in (person, journey, *lanes, *columns):
            made.put(record)
        for n, column in enumerate(columns):
            common = {"map_id": journey.id, "phase_id": column.id}
            for record in (
                Cell(**common, lane_id=lanes[0].id, text=f"窓口その{n}"),
                Cell(
                    **common,
                    lane_id=lanes[1].id,
                    text=f"行動その{n}",
                    outcome=Outcome.FAILED,
                    evidence=EvidenceLevel.SOME,
                ),
                Cell(**common, lane_id=lanes[2].id, text=f"気持ちその{n}", emotion=float(n - 1)),
                Cell(**common, lane_id=lanes[3].id, text=f"困りごとその{n}", number=n + 1),
            ):
                made.put(record)
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "journey")


def select(editor, col: int, row: int = 0) -> None:
    editor._desks.hands().grid.select(Spot(col, row))


def shown(page) -> str:
    return " ".join(text for text, _ in page.texts())


def every_leaf(page) -> str:
    words = [shown(page)]
    while page.turn(1):
        words.append(shown(page))
    return " ".join(words)


def made_page(editor, size=(1280, 720)):
    page = editor.audience_page()
    page.resize(*size)
    return page


def test_the_phase_in_use_is_shown_with_all_its_lanes(editor):
    select(editor, 1)
    page = made_page(editor)
    words = every_leaf(page)
    for part in ("申請", "5月", "佐伯 美咲", "窓口その1", "できなかった", "行動その1",
                 "気持ちその1", "困りごとその1", "手当の申請"):  # fmt: skip
        assert part in words
    assert "窓口その0" not in words


def test_it_follows_the_cursor_to_another_phase_and_begins_there(editor):
    select(editor, 0)
    page = made_page(editor)
    page.turn(1)
    select(editor, 2, 1)
    assert page.leaf_number() == 0
    assert "待つ" in shown(page)
    assert "窓口その2" in shown(page)


@pytest.mark.parametrize("size", SIZES)
def test_long_cards_go_on_over_leaves_whole_and_legible(editor, project, size):
    cell = next(c for c in project.all(Cell) if c.text == "窓口その1")
    with project.edit(msg("長くする")):
        project.put(replace(cell, text=LONG))
    select(editor, 1)
    page = made_page(editor, size)
    assert page.leaf_count() > 2
    least = 48 * page.unit()
    said = ""
    while True:
        assert all(height >= least - 0.01 for _, height in page.texts())
        leaf = page.leaf()
        boxes = [line.box for line in leaf.words]
        for number, box in enumerate(boxes):
            assert box.right() <= leaf.width
            assert not any(box.intersects(other) for other in boxes[number + 1 :])
        said += "".join(text for text, height in page.texts() if height > least * 1.1)
        if not page.turn(1):
            break
    assert LONG in said.replace(" ", "").replace("申請", "")  # the name of the phase on each leaf
    assert not page.turn(1)


def test_an_issue_that_came_of_a_pain_point_is_named(editor, project):
    cell = next(c for c in project.all(Cell) if c.text == "困りごとその0")
    issue = take_up(project, cell.id)
    select(editor, 0)
    assert f"課題{issue.number}" in every_leaf(made_page(editor))


def test_a_step_reaches_the_page(editor, project):
    select(editor, 0)
    page = made_page(editor)
    cell = next(c for c in project.all(Cell) if c.text == "窓口その0")
    with project.edit(msg("直す")):
        project.put(replace(cell, text="電話"))
    page.refresh(None)
    assert "電話" in shown(page)


def test_a_phase_or_a_map_that_goes_away_leaves_a_page(editor, project):
    select(editor, 2)
    page = made_page(editor)
    phases.delete_phase(project, page.phase_shown())
    page.refresh(None)
    assert "待つ" not in shown(page)
    assert "申請" in shown(page)
    with project.edit(msg("消す")):
        for kind in (Cell, Phase, Lane, JourneyMap):
            for record in project.all(kind):
                project.delete(record)
    page.refresh(None)
    assert shown(page) == "ジャーニーマップ"


def test_the_wished_map_says_that_it_is_one(editor, project):
    journey = project.all(JourneyMap)[0]
    with project.edit(msg("理想")):
        project.put(replace(journey, view=JourneyView.TO_BE))
    assert "理想" in made_page(editor).title()


def test_an_empty_phase_says_so(editor, project):
    with project.edit(msg("消す")):
        for cell in project.all(Cell):
            project.delete(cell)
    assert "まだ何も書かれていません" in shown(made_page(editor))


def test_without_a_map_there_is_no_page(open_editor, tmp_path):
    empty = create_project(tmp_path / "空.sdproj")
    assert open_editor(empty, "journey").audience_page() is None
    empty.close(discard=True)
