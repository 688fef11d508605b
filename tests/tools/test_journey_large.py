"""Journey maps with a large interface, and only read: what goes, what stays, what is offered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from support.windows import press

from servicedesign.model import (
    Cell,
    EvidenceLevel,
    Interview,
    JourneyMap,
    Lane,
    LaneKind,
    Outcome,
    Persona,
    Phase,
)
from servicedesign.model import msg as said
from servicedesign.store import create_project, open_project
from servicedesign.tools import evidence
from servicedesign.tools.journey import cells, maps
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.ui.theme import apply_theme

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "地図.sdproj")
    yield made
    made.close(discard=True)


@pytest.fixture
def journey(project) -> JourneyMap:
    """Return a map whose cards in the first phase bear all that the bar can show."""
    person, talk = Persona(name="佐伯 美咲", chosen=True), Interview(code="H-03")
    with project.edit(said("用意する")):
        project.put(person)
        project.put(talk)
    made = maps.add_map(project, maps.PRESETS[0], lambda text: text, persona_id=person.id)
    phase = project.all(Phase, map_id=made.id)[0]
    for lane in project.all(Lane, map_id=made.id):
        card = cells.write_text(project, Place(phase.id, lane.id), None, "書いたこと")
        assert card is not None
        card = replace(card, evidence=EvidenceLevel.RESEARCHED)
        if lane.kind is LaneKind.ACTION:
            card = replace(card, outcome=Outcome.PARTLY)
        if lane.kind is LaneKind.EMOTION:
            card = replace(card, emotion=-1.0)
        with project.edit(said("用意する")):
            project.put(card)
        evidence.link_evidence(project, card, "", talk)
    return made


@pytest.fixture
def at_scale(qapp):
    yield lambda percent: apply_theme(qapp, percent)
    apply_theme(qapp, 100)


def row_of(editor, kind: LaneKind) -> int:
    lanes = editor._desks.hands().grid.scene.contents.lanes
    return next(number for number, lane in enumerate(lanes) if lane.kind is kind)


def cut(parts) -> list[str]:
    """Return the names of the parts that have less width than they want."""
    return [
        part.accessibleName()
        for part in parts
        if not part.isHidden() and part.width() < part.sizeHint().width()
    ]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_nothing_in_head_and_bar_is_cut(
    qtbot, open_editor, project, journey, at_scale, percent, lang
):
    at_scale(percent)
    editor = open_editor(project, "journey", lang)
    head = editor._head
    view_head = head.parent()
    inside = [head._switch, head._opener, head._out, head._full, head._in]
    qtbot.waitUntil(lambda: not cut([*inside, *view_head._shown]))
    assert head._switch.isVisible() != head._opener.isVisible()
    assert view_head._title.width() >= view_head._title.sizeHint().width()
    bar, grid = editor._inspector, editor._desks.hands().grid
    for row in range(len(grid.scene.contents.lanes)):
        grid.select(Spot(0, row))
        qtbot.waitUntil(lambda: not cut(bar._parts()))
        assert all(bar.rect().contains(one.geometry()) for one in bar._parts() if one.isVisible())
    grid.select(Spot(0, -1))
    qtbot.waitUntil(lambda: not cut(bar._parts()))


def test_the_zoom_goes_first_and_then_the_views_are_in_a_menu(
    qtbot, open_editor, project, journey, at_scale
):
    at_scale(200)
    editor = open_editor(project, "journey")
    head = editor._head
    qtbot.waitUntil(head._opener.isVisible)
    assert not head._full.isVisible()
    assert {"zoom_in", "zoom_out", "zoom_full"} <= editor.commands().keys()
    asked = []
    head.view_chosen.connect(asked.append)
    head._opener.click()
    menu = head.findChild(QMenu)
    assert [one.isChecked() for one in menu.actions()] == [True, False, False]
    menu.actions()[1].trigger()
    menu.close()
    assert asked == ["to_be"]
    assert head._opener.label() == "理想"


def test_several_maps_with_long_titles_push_nothing_out(
    qtbot, open_editor, project, journey, at_scale
):
    for _ in range(2):
        maps.copy_map(project, journey.id, "離婚の届けから手当が届くまで" * 5)
    at_scale(200)
    editor = open_editor(project, "journey")
    head = editor._head
    qtbot.waitUntil(head._maps.isVisible)
    qtbot.waitUntil(lambda: not cut([head._opener, *head.parent()._shown]))
    assert head.rect().contains(head._maps.geometry())


def test_a_map_that_is_only_read_shows_states_without_keys(qtbot, open_editor, project, journey):
    path = project.path
    project.close()
    reading = open_project(path, read_only=True)
    editor = open_editor(reading, "journey")
    bar, grid = editor._inspector, editor._desks.hands().grid
    grid.select(Spot(0, row_of(editor, LaneKind.ACTION)))
    for mark in (bar._outcome, bar._level):
        assert mark.isVisible()
        assert not mark.isEnabled()
        assert [name for name, _ in mark._parts()] == ["icon", "label"]
    grid.select(Spot(0, row_of(editor, LaneKind.EMOTION)))
    assert (bar._lower.isVisible(), bar._face.isVisible(), bar._raise.isVisible()) == (
        *(False, True, False),
    )
    grid.select(Spot(1, row_of(editor, LaneKind.ACTION)))
    assert not bar._outcome.isVisible()
    assert not bar._level.isVisible()
    assert "F2" not in editor._legend._keys()
    reading.close()


@pytest.mark.modal
def test_ctrl_k_raises_a_card_without_evidence(qtbot, open_editor, project, journey, answer_dialog):
    phase = project.all(Phase, map_id=journey.id)[1]
    pain = next(one for one in project.all(Lane) if one.kind is LaneKind.PAIN_POINT)
    card = cells.write_text(project, Place(phase.id, pain.id), None, "案内がない")
    editor = open_editor(project, "journey")
    grid = editor._desks.hands().grid
    grid.select(Spot(1, row_of(editor, LaneKind.PAIN_POINT)))
    grid.setFocus()
    done = []

    def _link(dialog) -> None:
        dialog.turn(0)
        dialog.accept()
        done.append(True)

    answer_dialog(_link)
    press(qtbot, Key.Key_K, Mod.ControlModifier)
    qtbot.waitUntil(lambda: bool(done))
    assert project.get(Cell, card.id).evidence is EvidenceLevel.SOME
    assert len(evidence.evidence_links(project, card.id)) == 1
    assert editor._inspector._level.label() == "根拠は一部"
    project.undo()
    assert project.get(Cell, card.id).evidence is EvidenceLevel.NONE
    assert not evidence.evidence_links(project, card.id)
