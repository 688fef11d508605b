"""The payoff matrix on screen: dragged, typed and nudged by real mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from support.payoff import Key, Left, Mod, begin_anew, drag, items, press, type_keys

from servicedesign.exchange.examples import build_example
from servicedesign.model import (
    ProjectError,
)
from servicedesign.store import Project
from servicedesign.tools.payoff import rating
from servicedesign.tools.payoff.ratings import Axis
from servicedesign.tools.payoff.scale import points, shown, value_of


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "payoff")


@pytest.fixture
def fresh(open_editor, project):
    """The editor of a matrix on which nothing was rated yet."""
    begin_anew(project)
    return open_editor(project, "payoff")


# --- placing --------------------------------------------------------------------------------------


def test_an_idea_dragged_out_of_the_tray_is_rated_where_it_is_dropped(fresh, project) -> None:
    view = fresh.place.matrix
    first = items(project)[0]
    places = view.places()
    assert places.waiting == [one.id for one in items(project)]
    drag(view, places.tray_place(first.id), places.point(value_of(4.5), value_of(2.0)))
    item = items(project)[0]
    assert abs(points(item.impact) - 4.5) <= 0.1
    assert abs(points(item.feasibility) - 2.0) <= 0.1
    assert [one.rater for one in item.ratings] == [""]
    assert str(project.undo_label) == "案12に点を付ける"
    project.undo()
    assert items(project)[0].ratings == ()
    assert first.id in view.places().waiting


def test_dropping_where_points_were_typed_changes_nothing(fresh, project) -> None:
    """What a drag keeps is what the same points typed would keep."""
    one, other = items(project)[:2]
    view = fresh.place.matrix
    for axis, value in ((Axis.IMPACT, 4.2), (Axis.FEASIBILITY, 1.7)):
        rating.write_points(project, other.id, "", axis, value_of(value))
    target = view.places().point(value_of(4.2), value_of(1.7))
    drag(view, view.places().tray_place(one.id), target)
    dragged, typed = items(project)[:2]
    assert abs(points(dragged.impact) - points(typed.impact)) <= 0.1
    assert abs(points(dragged.feasibility) - points(typed.feasibility)) <= 0.1
    assert set(view.places().discs) == {one.id, other.id}


def test_dragging_back_into_the_tray_takes_the_points_back(fresh, project) -> None:
    view, first = fresh.place.matrix, items(project)[0]
    rating.place(project, first.id, "", 0.5, 0.5)
    drag(view, view.places().discs[first.id], view.places().tray().center())
    assert items(project)[0].ratings == ()


def test_a_drag_that_goes_nowhere_and_one_given_up_write_nothing(fresh, project) -> None:
    view, first = fresh.place.matrix, items(project)[0]
    label = project.undo_label
    at = view.places().tray_place(first.id).toPoint()
    QTest.mouseClick(view, Left, Mod.NoModifier, at)
    QTest.mousePress(view, Left, Mod.NoModifier, at)
    QTest.mouseMove(view, at + QPoint(0, -100))
    QTest.mouseMove(view, at + QPoint(30, -200))
    assert view.dragging()
    QTest.keyClick(view, Key.Key_Escape)
    QTest.mouseRelease(view, Left, Mod.NoModifier, at + QPoint(30, -200))
    assert not view.dragging()
    assert project.undo_label == label


def test_arrows_move_by_a_tenth_and_with_shift_by_half_a_point(fresh, project) -> None:
    view, first = fresh.place.matrix, items(project)[0]
    view.setFocus()
    assert fresh.current() == first.id
    for key, held in ((Key.Key_Up, Mod.NoModifier), (Key.Key_Right, Mod.ShiftModifier),
                      (Key.Key_Right, Mod.NoModifier)):  # fmt: skip
        QTest.keyClick(view, key, held)
    item = items(project)[0]
    assert (shown(item.impact), shown(item.feasibility)) == ("3.1", "3.6")
    project.undo()
    assert items(project)[0].ratings == ()


def test_arrows_stop_at_the_ends_of_the_scale(fresh, project) -> None:
    view = fresh.place.matrix
    view.setFocus()
    for _ in range(7):
        QTest.keyClick(view, Key.Key_Up, Mod.ShiftModifier)
        QTest.keyClick(view, Key.Key_Left, Mod.ShiftModifier)
    item = items(project)[0]
    assert (item.impact, item.feasibility) == (1.0, 0.0)


def test_page_keys_go_from_idea_to_idea_and_delete_puts_one_back(fresh, project) -> None:
    view = fresh.place.matrix
    view.setFocus()
    QTest.keyClick(view, Key.Key_PageDown)
    assert fresh.current() == items(project)[1].id
    QTest.keyClick(view, Key.Key_Up)
    assert items(project)[1].ratings
    QTest.keyClick(view, Key.Key_Delete)
    assert items(project)[1].ratings == ()
    QTest.keyClick(view, Key.Key_End)
    assert fresh.current() == items(project)[-1].id


def test_what_is_said_to_a_screen_reader_follows_the_idea(fresh, project) -> None:
    view = fresh.place.matrix
    view.setFocus()
    assert "まだ点がありません" in view.accessibleDescription()
    QTest.keyClick(view, Key.Key_Up)
    assert "効果3.1、実現性3.0、すぐやる" in view.accessibleDescription()


# --- typing ---------------------------------------------------------------------------------------


def test_points_are_typed_row_after_row_with_tab_and_enter(fresh, project) -> None:
    table = fresh.place.table
    table.go_to_key(items(project)[0].id, "impact")
    table.setFocus()
    for impact, feasibility in (("4", "3.5"), ("2", "５"), ("1.5", "1")):
        type_keys(impact)
        press(Key.Key_Tab)
        type_keys(feasibility)
        press(Key.Key_Return)
    told = [(shown(one.impact), shown(one.feasibility)) for one in items(project)[:3]]
    assert told == [("4.0", "3.5"), ("2.0", "5.0"), ("1.5", "1.0")]
    assert items(project)[3].ratings == ()


@pytest.mark.parametrize("typed", ["0", "6", "99", "いち"])
def test_numbers_outside_are_refused_and_the_old_points_stay(fresh, project, typed: str) -> None:
    table, first = fresh.place.table, items(project)[0]
    rating.place(project, first.id, "", 0.5, 0.25)
    with pytest.raises(ProjectError):
        fresh.hands.write(first.id, "impact", typed)
    assert (items(project)[0].impact, items(project)[0].feasibility) == (0.5, 0.25)
    assert table.rows.rowCount() == 6


def test_delete_empties_the_cells_chosen_as_one_step(fresh, project) -> None:
    first = items(project)[0]
    rating.place(project, first.id, "", 0.5, 0.25)
    table = fresh.place.table
    table.go_to_key(first.id, "impact")
    table.setFocus()
    press(Key.Key_Right, Mod.ShiftModifier)
    press(Key.Key_Delete)
    assert items(project)[0].ratings == ()
    project.undo()
    assert items(project)[0].impact == 0.5


def test_a_block_from_a_spreadsheet_is_taken_and_what_is_no_point_is_told(fresh, project) -> None:
    table = fresh.place.table
    table.go_to_key(items(project)[0].id, "impact")
    QGuiApplication.clipboard().setText("4\t3\n5\tabc\n7\t2\n\t\n2\t2\n1\t1\n3\t3")
    table.paste()
    told = [tuple((r.impact, r.feasibility) for r in one.ratings) for one in items(project)]
    assert told == [((0.75, 0.5),), ((1.0, None),), ((None, 0.25),), (), ((0.25, 0.25),)]
    project.undo()
    assert all(one.ratings == () for one in items(project))


def test_the_empty_row_takes_the_number_of_another_idea(fresh, project) -> None:
    table = fresh.place.table
    table.go(5, 0)
    table.setFocus()
    type_keys("34、40")
    press(Key.Key_Return)
    marks = [fresh.place.rows.row_name(row) for row in range(fresh.place.rows.count())]
    assert marks[-2:] == ["34", "40"]
    project.undo()
    assert len(items(project)) == 5


def test_a_number_that_no_idea_has_is_told(fresh, project, monkeypatch) -> None:
    told: list[str] = []
    shell = type(fresh.context.shell)
    monkeypatch.setattr(shell, "warn", lambda _self, text, *_: told.append(text))
    fresh.hands.add_by_number("999 12")
    assert told == ["番号999の案はありません。"]
    assert len(items(project)) == 5


def test_words_field_and_spread_cannot_be_typed_over(editor, project) -> None:
    table, first = editor.place.table, items(project)[0]
    before = project.dump()["records"]
    for column in ("idea", "field", "spread"):
        table.go_to_key(first.id, column)
        table.setFocus()
        type_keys("9")
        press(Key.Key_Return)
    assert project.dump()["records"] == before
    assert editor.place.rows.text(0, 0) == "土曜の「まとめて相談の日」"
