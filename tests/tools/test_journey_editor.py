"""Journey maps on screen: which map is shown, what the bar and the menus do, what is only read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from support.pictures import bomb, flat, photo
from support.windows import press

from servicedesign.model import (
    Cell,
    EvidenceLevel,
    Finding,
    Image,
    Interview,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Outcome,
    Persona,
    Phase,
)
from servicedesign.model import msg as said
from servicedesign.store import create_project, open_project
from servicedesign.tools import evidence
from servicedesign.tools.journey import cells, counterparts, lanes, maps, phases
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.tools.taking_up import take_up

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "地図.sdproj")
    yield made
    made.close(discard=True)


@pytest.fixture
def journey(project) -> JourneyMap:
    person = Persona(name="佐伯 美咲", chosen=True)
    with project.edit(said("用意する")):
        project.put(person)
    return maps.add_map(project, maps.PRESETS[0], lambda text: text, persona_id=person.id)


@pytest.fixture
def editor(open_editor, project, journey):
    return open_editor(project, "journey")


def grid_of(editor):
    return editor._desks.hands().grid


def place(project, journey, col: int, kind: LaneKind) -> Place:
    lane = next(one for one in project.all(Lane, map_id=journey.id) if one.kind is kind)
    return Place(project.all(Phase, map_id=journey.id)[col].id, lane.id)


def write(project, journey, col: int, kind: LaneKind, text: str) -> Cell:
    made = cells.write_text(project, place(project, journey, col, kind), None, text)
    assert made is not None
    return made


def shown(editor) -> set[str]:
    """Return the names of the parts of the bar that can be seen."""
    bar = editor._inspector
    parts = ("outcome", "level", "lower", "raise", "sources", "picture", "issue", "more", "gone")
    return {name for name in parts if getattr(bar, f"_{name}").isVisibleTo(bar)}


# Which map ----------------------------------------------------------------------------------------


def test_an_empty_project_offers_presets_and_ctrl_shift_n_begins(qtbot, open_editor, project):
    person = Persona(name="佐伯 美咲", chosen=True)
    with project.edit(said("用意する")):
        project.put(Persona(name="別の人"))
        project.put(person)
    editor = open_editor(project, "journey")
    assert editor.sheet_target() == ("journey-map", None)
    assert editor.head_actions() == ()
    press(qtbot, Key.Key_N, CTRL | SHIFT)
    (made,) = project.all(JourneyMap)
    assert made.persona_id == person.id
    assert len(project.all(Phase)) == 8
    assert QApplication.focusWidget() is grid_of(editor).writing.edit
    press(qtbot, Key.Key_Z, CTRL)
    assert project.all(JourneyMap) == ()
    assert editor.current() is None


def test_a_project_opens_on_the_map_of_today(open_editor, project, journey):
    to_be = counterparts.make_to_be(project, journey.id, "")
    with project.edit(said("並べ替える")):
        project.put(replace(to_be, position=-5.0))
    editor = open_editor(project, "journey")
    assert editor.current().id == journey.id
    assert editor.sheet_target() == ("journey-map", journey.id)


def test_the_wished_map_is_made_where_it_is_missing_and_both_stand_in_line(
    qtbot, editor, project, journey
):
    editor.show_view("to_be")
    assert editor._half is not None
    press(qtbot, Key.Key_Escape)
    editor.doings.make_to_be()
    to_be = editor.current()
    assert to_be.view is JourneyView.TO_BE
    editor.show_view("both")
    assert editor._desks.map_ids() == (journey.id, to_be.id)
    phases.add_phase(project, journey.id, after=project.all(Phase, map_id=journey.id)[0].id)
    upper, lower = (desk.grid.scene for desk in editor._desks.all_hands())
    assert len(upper.contents.columns) == len(lower.contents.columns) == 9
    assert lower.contents.columns[1].phase is None
    assert upper.column == lower.column


def test_both_maps_scroll_and_zoom_together(editor, project, journey):
    counterparts.make_to_be(project, journey.id, "")
    editor.show_view("both")
    upper, lower = (desk.grid for desk in editor._desks.all_hands())
    lower.set_zoom(1.5)
    assert upper.zoom == 1.5
    lower.horizontalScrollBar().setValue(120)
    assert upper.horizontalScrollBar().value() == 120


def test_from_the_lower_of_both_maps_one_goes_back_to_either_alone(editor, project, journey):
    editor.doings.make_to_be()
    editor.show_view("both")
    upper, lower = editor._desks.all_hands()
    for hands in (upper, lower):
        hands.grid.select(Spot(2, 1))
    editor._desks.reveal(lower.grid.scene.contents.journey.id, Spot(3, 1))
    editor.show_view("as_is")
    assert grid_of(editor).scene.contents.journey.id == journey.id
    assert grid_of(editor).spot() == Spot(2, 1)


def test_a_difference_leads_to_its_card(qtbot, editor, project, journey):
    to_be = counterparts.make_to_be(project, journey.id, "")
    write(project, journey, 2, LaneKind.THOUGHT, "どこへ行けば")
    wished = write(project, to_be, 2, LaneKind.THOUGHT, "ここで済む")
    editor.show_view("both")
    panel = editor._desks._list
    assert panel.count() == 1
    panel.chosen.emit("cell", wished.id)
    assert editor.record_in_view() == wished
    assert QApplication.focusWidget() is grid_of(editor).writing.edit


def test_another_map_is_chosen_from_the_list_and_comes_back_to_its_place(editor, project, journey):
    other = maps.copy_map(project, journey.id, "写し")
    grid_of(editor).select(Spot(3, 2))
    editor.show_map(other.id)
    assert editor.current().id == other.id
    editor.show_map(journey.id)
    assert grid_of(editor).spot() == Spot(3, 2)


def test_copying_and_deleting_a_map(editor, project, journey):
    editor.doings.copy()
    copy = editor.current()
    assert copy.id != journey.id
    maps.delete_map(project, copy.id)
    assert editor.current().id == journey.id


@pytest.mark.modal
def test_deleting_a_map_tells_what_goes(qtbot, editor, project, journey, answer_dialog):
    take_up(project, write(project, journey, 0, LaneKind.PAIN_POINT, "案内がない").id)
    before = project.dump()
    told = []

    def agree(dialog) -> None:
        told.append(dialog.accessibleDescription())
        press(qtbot, Key.Key_Return)

    answer_dialog(agree)
    editor.doings.delete()
    assert "カード1枚" in told[0]
    assert "課題1件" in told[0]
    assert editor.current() is None
    press(qtbot, Key.Key_Z, CTRL)
    assert project.dump() == before
    assert editor.current().id == journey.id


@pytest.mark.modal
def test_title_goal_and_persona_are_written_in_one_form(
    qtbot, editor, project, journey, answer_dialog
):
    other = Persona(name="大友 健吾")
    with project.edit(said("用意する")):
        project.put(other)

    def fill(dialog) -> None:
        dialog._title.set_text("")
        QTest.keyClicks(dialog._title, "Allowance")
        QTest.keyClicks(dialog._goal, "No day off")
        dialog._persona.set_value(other.id)
        dialog.accept()

    answer_dialog(fill)
    editor.doings.change_facts()
    now = editor.current()
    assert (now.title, now.goal, now.persona_id) == ("Allowance", "No day off", other.id)
    assert editor._head._name.text() == "大友 健吾"


# The way to a place -------------------------------------------------------------------------------


def test_every_kind_of_search_hit_opens(qtbot, editor, project, journey):
    card = write(project, journey, 5, LaneKind.THOUGHT, "忘れられていない？")
    shell = editor.context.shell
    phase = project.all(Phase)[6]
    for kind, record_id, field, spot in (
        ("cell", card.id, "text", Spot(5, 2)),
        ("phase", phase.id, "title", Spot(6, -1, 0)),
        ("phase", phase.id, "when", Spot(6, -1, 1)),
        ("lane", card.lane_id, "title", Spot(-1, 2)),
        ("journey_map", journey.id, "title", Spot(-1, 2)),
    ):
        assert shell.go(kind, record_id, field)
        assert grid_of(editor).spot() == spot
        assert QApplication.focusWidget() is grid_of(editor).writing.edit
    assert not shell.go("cell", "gone")


def test_a_hit_on_the_other_map_shows_that_map(editor, project, journey):
    to_be = counterparts.make_to_be(project, journey.id, "")
    card = write(project, to_be, 1, LaneKind.ACTION, "一度で済む")
    assert editor.reveal("cell", card.id, "text")
    assert editor.current().id == to_be.id
    assert editor.record_in_view() == card


def test_a_card_in_a_hidden_lane_is_not_shown(editor, project, journey):
    card = write(project, journey, 1, LaneKind.THOUGHT, "見えない")
    lanes.hide_lane(project, card.lane_id)
    assert not editor.reveal("cell", card.id, "text")


def test_the_record_in_view_is_what_the_cursor_is_on(editor, project, journey):
    card = write(project, journey, 0, LaneKind.TOUCHPOINT, "窓口")
    assert editor.record_in_view() == card
    grid_of(editor).select(Spot(0, 1))
    assert editor.record_in_view() is None
    grid_of(editor).select(Spot(2, -1))
    assert editor.record_in_view() == project.all(Phase)[2]


# The shell ----------------------------------------------------------------------------------------


def test_zoom_keys_are_the_maps_while_it_is_in_view(qtbot, editor, project):
    grid = grid_of(editor)
    press(qtbot, Key.Key_Plus, CTRL)
    assert grid.zoom == 1.1
    press(qtbot, Key.Key_Minus, CTRL)
    press(qtbot, Key.Key_Minus, CTRL)
    assert grid.zoom == 0.9
    press(qtbot, Key.Key_9, CTRL)
    assert grid.verticalScrollBar().maximum() == 0
    assert grid.horizontalScrollBar().maximum() == 0
    press(qtbot, Key.Key_0, CTRL)
    assert grid.zoom == 1.0


def test_the_navigator_folds_for_the_map_and_unfolds_when_asked(editor):
    workspace = editor.context.shell
    assert workspace.navigator().folded()
    workspace.fold()
    workspace.resize(workspace.width() - 1, workspace.height())
    assert not workspace.navigator().folded()
    workspace.fold()
    assert workspace.navigator().folded()
    workspace.fold()
    workspace.show_view("persona")
    assert not workspace.navigator().folded()


# The bar under the map ----------------------------------------------------------------------------


def test_the_bar_shows_what_belongs_to_each_kind_of_place(editor, project, journey):
    grid = grid_of(editor)
    grid.select(Spot(0, 0))
    assert shown(editor) == {"level", "picture", "more"}
    grid.select(Spot(0, 1))
    assert shown(editor) == {"outcome", "level", "picture", "more"}
    grid.select(Spot(0, 3))
    assert shown(editor) == {"lower", "raise"}
    write(project, journey, 0, LaneKind.PAIN_POINT, "案内がない")
    grid.select(Spot(0, 4))
    assert shown(editor) == {"level", "sources", "picture", "issue", "more"}
    grid.select(Spot(0, -1))
    assert shown(editor) == {"more", "gone"}


def test_the_bars_buttons_do_what_the_keys_do(editor, project, journey):
    grid, bar = grid_of(editor), editor._inspector
    grid.select(Spot(0, 1))
    bar._outcome.click()
    bar._level.click()
    card = project.all(Cell)[0]
    assert (card.outcome, card.evidence) == (Outcome.DONE, EvidenceLevel.SOME)
    assert bar._outcome.accessibleName() == "成否：できた"
    grid.select(Spot(0, 3))
    bar._lower.click()
    assert bar._face.accessibleName() == "感情：−1"
    bar._face.click()
    assert [one.emotion for one in project.all(Cell)] == [None]


def test_a_source_leads_to_the_interviews_sentence(editor, project, journey, monkeypatch):
    card = write(project, journey, 0, LaneKind.PAIN_POINT, "案内がない")
    talk = Interview(code="H-03")
    finding = Finding(interview_id=talk.id, code="H-03・5行", text="半日休んだ")
    with project.edit(said("用意する")):
        project.put(talk)
        project.put(finding)
    grid_of(editor).select(Spot(0, 4))
    evidence.link_evidence(project, card, "", finding)
    asked = []
    shell = editor.context.shell
    monkeypatch.setattr(shell, "go", lambda *where: asked.append(where) or True)
    chip = editor._inspector._sources._chip
    assert chip.label() in ("H-03・5行", "H-03")
    chip.click()
    assert [where[:2] for where in asked] == [("finding", finding.id)]
    evidence.link_evidence(project, card, "", talk)
    chip.click()
    menu = editor._inspector.findChild(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert asked[1][:2] == ("interview", talk.id)


def test_a_picture_is_put_on_a_card_and_taken_off(
    qtbot, editor, project, journey, monkeypatch, tmp_path
):
    file = tmp_path / "窓口.jpg"
    file.write_bytes(photo((800, 600)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    bar = editor._inspector
    bar._picture.click()
    qtbot.waitUntil(lambda: bool(project.all(Cell)))
    card = project.all(Cell)[0]
    assert project.get(Image, card.image_id).width == 800
    pictures = editor._desks._pictures
    grid_of(editor).viewport().repaint()
    qtbot.waitUntil(lambda: pictures.find(card.image_id) is not None)
    assert max(pictures.find(card.image_id).width(), pictures.find(card.image_id).height()) <= 640
    bar._picture.click()
    assert project.all(Cell) == project.all(Image) == ()


def test_a_picture_that_cannot_be_read_leaves_its_place(qtbot, editor, project, journey):
    card = cells.set_picture(project, place(project, journey, 0, LaneKind.TOUCHPOINT), None, flat())
    image = project.get(Image, card.image_id)
    project.inside.connection.execute("DELETE FROM blob WHERE sha256=?", (image.sha256,))
    pictures = editor._desks._pictures
    pictures._known.clear()
    assert pictures.find(card.image_id) is None
    grid_of(editor).viewport().repaint()
    assert pictures.find(card.image_id) is None


# Bad input and reading only -----------------------------------------------------------------------


def test_cards_of_any_content_are_shown(editor, project, journey):
    kinds = (LaneKind.TOUCHPOINT, LaneKind.ACTION, LaneKind.EMOTION, LaneKind.PAIN_POINT)
    for text in ("😀👨‍👩‍👧‍👦", "あ" * 20_000, "x" * 5_000, "\n\n\n。", "<b>&amp;", "葛󠄀城𠮷田"):
        for kind in kinds:
            write(project, journey, 0, kind, text)
    grid = grid_of(editor)
    grid.viewport().repaint()
    for row in range(7):
        grid.select(Spot(0, row))
        grid.grab()
    editor.fit()
    grid.grab()


def test_thirty_phases_and_twenty_lanes_are_passed_through(qtbot, editor, project, journey):
    for number in range(22):
        phases.add_phase(project, journey.id, title=f"段階{number}")
    for _ in range(13):
        lanes.add_lane(project, journey.id)
    grid = grid_of(editor)
    press(qtbot, Key.Key_End, CTRL)
    assert grid.spot() == Spot(29, 19)
    assert (
        grid.viewport()
        .rect()
        .contains(grid.to_view(grid.scene.place_rect(29, 19)).center().toPoint())
    )


def test_a_map_without_phases_and_lanes_can_be_filled_again(qtbot, editor, project, journey):
    for phase in project.all(Phase):
        phases.delete_phase(project, phase.id)
    for lane in project.all(Lane):
        lanes.delete_lane(project, lane.id)
    hands = editor._desks.hands()
    assert hands.grid.spot() is None
    hands.grid.grab()
    press(qtbot, Key.Key_N, CTRL | SHIFT)
    assert len(project.all(Phase)) == 1
    hands.new_lane(LaneKind.ACTION)
    assert len(hands.grid.scene.contents.lanes) == 1


def test_a_map_opened_for_reading_is_only_read(qtbot, open_editor, project, journey):
    card = write(project, journey, 0, LaneKind.PAIN_POINT, "案内がない")
    path = project.path
    project.close()
    reading = open_project(path, read_only=True)
    before = reading.dump()
    editor = open_editor(reading, "journey")
    grid = grid_of(editor)
    grid.select(Spot(0, 4))
    assert editor.record_in_view().id == card.id
    for key, held in (
        *((Key.Key_A, Mod.NoModifier), (Key.Key_Delete, Mod.NoModifier)),
        *((Key.Key_V, CTRL), (Key.Key_F2, Mod.NoModifier), (Key.Key_J, CTRL | SHIFT)),
        *((Key.Key_Right, Mod.AltModifier), (Key.Key_N, CTRL | SHIFT)),
    ):
        press(qtbot, key, held)
    assert not grid.writing.edit.writing()
    assert reading.dump() == before
    assert shown(editor) == {"level", "sources"}
    press(qtbot, Key.Key_Tab)
    assert grid.spot() == Spot(1, 4)
    reading.close()


def test_only_what_changed_is_laid_out_anew(editor, project, journey):
    write(project, journey, 0, LaneKind.TOUCHPOINT, "窓口")
    grid = grid_of(editor)
    kept, changed = grid.scene.views(0, 0)[0], grid.scene.views(0, 1)[0]
    write(project, journey, 0, LaneKind.ACTION, "届を出す")
    assert grid.scene.views(0, 0)[0] is kept
    assert grid.scene.views(0, 1)[0] is not changed


@pytest.mark.modal
def test_a_picture_that_is_none_or_too_large_is_refused_and_changes_nothing(
    qtbot, editor, project, journey, monkeypatch, tmp_path, answer_dialog
):
    file = tmp_path / "大きい.png"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    for data in (bomb(9_000, 9_000), b"not a picture"):
        file.write_bytes(data)
        told = []
        answer_dialog(lambda dialog, said=told: said.append(dialog.windowTitle()))
        editor._inspector._picture.click()
        qtbot.waitUntil(lambda said=told: bool(said))
        assert project.all(Cell) == project.all(Image) == ()
