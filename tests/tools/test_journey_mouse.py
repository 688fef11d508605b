"""The mouse and the menus of a map."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from servicedesign.model import (
    Cell,
    Issue,
    JourneyMap,
    Lane,
    LaneKind,
    Persona,
    Phase,
)
from servicedesign.model import msg as said
from servicedesign.store import create_project
from servicedesign.tools.journey import cells, maps, phases
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.tools.journey.menus import cursor_menu

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


def test_the_chip_on_a_pain_point_makes_it_an_issue(editor, project, journey):
    write(project, journey, 1, LaneKind.PAIN_POINT, "通知が来ない")
    grid = grid_of(editor)
    grid.ensure_seen()
    view = grid.scene.views(1, 4)[0]
    grid.show_rect(grid.scene.place_rect(1, 4))
    corner = grid.to_view(grid.scene.card_rect(Spot(1, 4))).topLeft()
    point = (corner + view.chip_rect.center()).toPoint()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert [issue.title for issue in project.all(Issue)] == ["通知が来ない"]


def test_double_clicks_write_cards_and_heads(editor, project):
    grid = grid_of(editor)
    middle = grid.to_view(grid.scene.place_rect(2, 0)).center().toPoint()
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert grid.writing.spot() == Spot(2, 0)
    heads = grid.phase_heads
    QTest.mouseDClick(heads, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert grid.writing.spot() == Spot(0, -1)
    names = grid.lane_heads
    QTest.mouseDClick(names, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert grid.writing.spot() == Spot(-1, 0)


def test_a_phase_is_dragged_behind_another(editor, project):
    grid = grid_of(editor)
    heads, width = grid.phase_heads, round(grid.scene.column)
    start, end = QPoint(width // 2, 20), QPoint(round(width * 2.8), 20)
    QTest.mousePress(heads, Qt.MouseButton.LeftButton, pos=start)
    for x in range(start.x(), end.x(), 20):
        _move(heads, QPoint(x, 20))
    _move(heads, end)
    heads.repaint()
    QTest.mouseRelease(heads, Qt.MouseButton.LeftButton, pos=end)
    titles = [phase.title for phase in project.all(Phase)]
    assert titles[:3] == ["知る", "調べる・相談", "きっかけ"]


def _move(widget, point: QPoint) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        left,
        left,
        Mod.NoModifier,
    )
    QCoreApplication.sendEvent(widget, event)


def entries(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if action.text()]


def trigger(menu: QMenu, label: str) -> None:
    next(a for a in menu.actions() if a.text().split("\t")[0] == label).trigger()


def test_the_menu_has_everything_the_keys_do(editor, project, journey):
    hands = editor._desks.hands()
    hands.grid.select(Spot(0, 4))
    names = entries(cursor_menu(hands))
    for name in (
        "書き直す",
        "ここにもう一枚",
        "根拠をつなぐ…",
        "課題にする",
        "貼り付ける",
        "カードを消す",
    ):
        assert name in names
    hands.grid.select(Spot(1, -1))
    trigger(cursor_menu(hands), "二つの段階に分ける")
    assert len(hands.grid.scene.contents.columns) == 9
    trigger(cursor_menu(hands), "段階をまとめて一つに戻す")
    assert len(hands.grid.scene.contents.columns) == 8


def test_a_hidden_lane_comes_back_by_the_menu_of_lanes(editor, project, journey):
    hands = editor._desks.hands()
    hands.grid.select(Spot(-1, 2))
    trigger(cursor_menu(hands), "隠す")
    assert len(hands.grid.scene.contents.lanes) == 6
    more = next(a.menu() for a in cursor_menu(hands).actions() if a.menu() is not None)
    trigger(more, "隠した「思考（気分）」を出す")
    assert len(hands.grid.scene.contents.lanes) == 7


def test_a_drag_over_places_chooses_a_block(editor):
    grid = grid_of(editor)
    start = grid.to_view(grid.scene.place_rect(1, 0)).center().toPoint()
    end = grid.to_view(grid.scene.place_rect(3, 1)).center().toPoint()
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        point = start + (end - start) * step / 5
        QTest.mouseMove(grid.viewport(), QPoint(point))
        _move(grid.viewport(), point)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert grid.chosen() == (range(1, 4), range(2))


def test_a_face_is_dragged_in_half_steps(editor, project, journey):
    grid, row = grid_of(editor), 3
    made = cells.set_emotion(project, place(project, journey, 0, LaneKind.EMOTION), None, -1)
    view = grid.scene.feelings(row)
    top = grid.to_view(grid.scene.place_rect(0, row))
    x = round(view.points[0].x)
    start = QPoint(x, round(top.y() + view.y(-1)))
    end = QPoint(x, round(top.y() + view.y(1.5)))
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    _move(grid.viewport(), start - QPoint(0, 15))
    _move(grid.viewport(), end)
    assert grid.moved_feeling() == (made.id, 1.5)
    assert project.get(Cell, made.id).emotion == -1
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert project.get(Cell, made.id).emotion == 1.5


def test_columns_of_both_maps_are_linked_by_the_menu(editor, project, journey):
    editor.doings.make_to_be()
    to_be = editor.current()
    added = phases.add_phase(project, to_be.id, title="家で確かめる")
    hands = editor._desks.hands()
    hands.grid.select(Spot(8, -1))
    menu = next(
        a.menu() for a in cursor_menu(hands).actions() if a.menu() and a.text() == "対になる列"
    )
    trigger(menu, "その後")
    partner = project.get(Phase, project.get(Phase, added.id).counterpart_id)
    assert partner.title == "その後"
    trigger(menu, "対にしない")
    assert project.get(Phase, added.id).counterpart_id is None


def test_a_phase_taken_back_while_it_is_dragged_is_dragged_no_more(qtbot, editor, project, journey):
    added = phases.add_phase(project, journey.id)
    grid = grid_of(editor)
    heads, col = grid.phase_heads, grid.scene.contents.column_of(added.id)
    grid.select(Spot(col, -1))
    start = heads.frame(Spot(col, -1)).center().toPoint()
    QTest.mousePress(heads, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(heads, start - QPoint(300, 0))
    assert heads.dragged() is not None
    project.undo()
    heads.grab()
    assert heads.dragged() is None
    QTest.mouseRelease(heads, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert added.id not in [one.id for one in project.all(Phase)]
