"""The payoff matrix on screen: dragged, typed and nudged by real mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.windows import finish_composing

from servicedesign.exchange.examples import build_example
from servicedesign.model import (
    JourneyMap,
    JourneyView,
    Note,
    Outcome,
    PayoffItem,
    PayoffMatrix,
    ProjectError,
)
from servicedesign.store import Project, create_project, open_project
from servicedesign.tools.payoff import actions, rating
from servicedesign.tools.payoff.head import PageName
from servicedesign.tools.payoff.matrix_view import MatrixView
from servicedesign.tools.payoff.ratings import Axis
from servicedesign.tools.payoff.scale import points, shown, value_of

Key, Mod = Qt.Key, Qt.KeyboardModifier
Left = Qt.MouseButton.LeftButton


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
    matrix = project.all(PayoffMatrix)[0]
    notes = [one.note_id for one in project.all(PayoffItem)]
    actions.delete_matrix(project, matrix.id)
    actions.add_matrix(project, notes[:5], matrix.board_id)
    return open_editor(project, "payoff")


def items(project: Project) -> tuple[PayoffItem, ...]:
    return project.all(PayoffItem)


def drag(view: MatrixView, start: QPointF, end: QPointF) -> None:
    """Drag as a hand does, in several moves."""
    begin, stop = start.toPoint(), end.toPoint()
    QTest.mousePress(view, Left, Mod.NoModifier, begin)
    for share in (0.2, 0.6, 1.0):
        QTest.mouseMove(view, begin + QPoint(*(round(v * share) for v in (stop - begin).toTuple())))
        QApplication.processEvents()
    QTest.mouseRelease(view, Left, Mod.NoModifier, stop)


def type_keys(text: str) -> None:
    """Type where the focus is; other letters than a keyboard has come from an input method."""
    if text.isascii():
        QTest.keyClicks(QApplication.focusWidget(), text)
    else:
        finish_composing(QApplication.focusWidget(), text)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


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


# --- raters ---------------------------------------------------------------------------------------


def test_the_mean_is_nobodys_to_move_but_a_rater_moves_the_own_points(editor, project) -> None:
    view, first = editor.place.matrix, items(project)[0]
    before = project.dump()["records"]
    places = view.places()
    drag(view, places.discs[first.id], places.point(0.1, 0.1))
    view.setFocus()
    QTest.keyClick(view, Key.Key_Up)
    assert project.dump()["records"] == before
    QTest.mouseClick(editor.place.raters.chips()[2], Left)
    assert editor.rater() == "B班"
    places = view.places()
    drag(view, places.discs[first.id], places.point(value_of(2), value_of(2)))
    item = items(project)[0]
    assert [one.rater for one in item.ratings] == ["A班", "B班", "C班"]
    assert shown(item.ratings[1].impact) == "2.0"
    assert item.impact == pytest.approx(sum(one.impact for one in item.ratings) / 3)


def test_the_spread_is_told_in_words(editor, project) -> None:
    assert "班により効果 4.5〜5、実現性 3.5〜4" in editor.place._said.text()
    editor.show_rater("A班")
    assert "班により" not in editor.place._said.text()
    assert editor.place.rows.text(0, 4) == ""


@pytest.mark.modal
def test_raters_are_named_in_a_dialog_and_the_first_new_one_rates(
    fresh, project, answer_dialog
) -> None:
    def _fill(dialog) -> None:
        dialog._take_groups()
        dialog.accept()

    answer_dialog(_fill)
    fresh.hands.edit_raters()
    assert project.all(PayoffMatrix)[0].raters == ("A班", "B班", "C班")
    assert fresh.rater() == "A班"
    answer_dialog(lambda dialog: (dialog._rows[1].remove.click(), dialog.accept()))
    fresh.hands.edit_raters()
    assert project.all(PayoffMatrix)[0].raters == ("A班", "C班")
    project.undo()
    assert len(project.all(PayoffMatrix)[0].raters) == 3


@pytest.mark.modal
def test_blind_rating_shows_nobody_the_points_of_another(editor, project, answer_dialog) -> None:
    editor.hands.hide(True)
    view, page = editor.place.matrix, editor.place
    assert view.places().discs == {}
    assert all(page.rows.text(row, 1) == "" for row in range(page.rows.count()))
    assert page._said.text() == ""
    answer_dialog(lambda dialog: dialog.reject())
    editor._on_rater("B班")
    assert editor.rater() is None
    answer_dialog(lambda dialog: dialog._on_pressed(1))
    editor._on_rater("B班")
    assert editor.rater() == "B班"
    assert shown(editor.place.rows.idea(0).impact) == "4.5"
    assert page.rows.text(0, 4) == ""
    assert view._others == ()
    editor.show_page(PageName.REVIEW)
    assert "効果" not in editor.review._facts.text()
    editor.hands.hide(False)
    editor.show_page(PageName.PLACE)
    assert editor.rater() is None
    assert len(view.places().discs) == 12


def test_the_room_sees_no_point_while_ratings_are_hidden(editor, project) -> None:
    page = editor.audience_page()
    page.resize(1366, 768)
    assert "12" in [text for text, _ in page.texts()]
    rating.set_hidden(project, project.all(PayoffMatrix)[0].id, True)
    page.refresh(None)
    said = [text for text, _ in page.texts()]
    assert not {one.mark for one in editor.ideas()} & set(said)
    assert "すぐやる" not in said
    assert "付け終えた班 3／3" in said
    assert page.leaf_count() == 1
    rating.set_hidden(project, project.all(PayoffMatrix)[0].id, False)
    page.refresh(None)
    assert "12" in [text for text, _ in page.texts()]
    page.deleteLater()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 768)])
def test_everything_before_the_room_is_legible_from_the_back(editor, size) -> None:
    page = editor.audience_page()
    page.resize(*size)
    for leaf in range(page.leaf_count()):
        page.show_leaf(leaf)
        assert all(height >= 0.0443 * size[0] * 9 / 16 or height >= 0.0443 * size[1] * 0.75
                   for _, height in page.texts())  # fmt: skip
    page.deleteLater()


# --- the review -----------------------------------------------------------------------------------


def test_the_review_is_answered_by_keys_beside_the_words_of_the_map(editor, project) -> None:
    editor.show_page(PageName.REVIEW)
    listed = editor.review.list
    listed.setFocus()
    place = listed.ids().index(next(one.id for one in items(project)
                                    if one.fits_action is Outcome.UNSET))  # fmt: skip
    listed.setCurrentRow(place)
    press(Key.Key_2)
    item = project.get(PayoffItem, editor.current())
    assert item.fits_action is Outcome.PARTLY
    press(Key.Key_Return)
    press(Key.Key_1)
    assert project.get(PayoffItem, item.id).fits_action is Outcome.DONE
    assert editor.review.go_to("fits_thought")
    press(Key.Key_3)
    assert project.get(PayoffItem, item.id).fits_thought is Outcome.FAILED
    assert editor.review.go_to("comment")
    type_keys("a")
    editor.flush()
    assert project.get(PayoffItem, item.id).comment.endswith("a")
    words = [line.accessibleName() for line in editor.review._said["fits_action"].children()
             if hasattr(line, "accessibleName")]  # fmt: skip
    assert any("現状" in word for word in words)


# --- the map --------------------------------------------------------------------------------------


def test_solutions_are_written_from_the_third_page_as_one_step(tmp_path, open_editor) -> None:
    with build_example("sick-child-care", tmp_path / "病児.sdproj", "ja") as project:
        editor = open_editor(project, "payoff")
        editor.show_page(PageName.MAP)
        assert editor.sheet_target()[0] == "payoff-matrix"
        QTest.mouseClick(editor.map.make, Left)
        target = next(one for one in project.all(JourneyMap) if one.view is JourneyView.TO_BE)
        assert editor.sheet_target() == ("journey-map", target.id)
        table = editor.map.table
        row = next(r for r in range(editor.map.rows.count())
                   if editor.map.rows.row_name(r) == "2")  # fmt: skip
        table.go(row, 2)
        table.setFocus()
        press(Key.Key_2)
        assert editor.map.rows.text(row, 2) == "2 探す"
        assert editor.map.write.label() == "選んだ5案を理想のマップに書く"
        before = project.dump()["records"]
        QTest.mouseClick(editor.map.write, Left)
        assert editor.map.rows.text(row, 3) == "書いてあります"
        assert not editor.map.write.isEnabled()
        project.undo()
        assert project.dump()["records"] == before
        assert editor.map.write.isEnabled()


def test_a_missing_phase_leads_to_the_map(tmp_path, open_editor) -> None:
    with build_example("sick-child-care", tmp_path / "病児.sdproj", "ja") as project:
        editor = open_editor(project, "payoff")
        editor.show_page(PageName.MAP)
        editor.map_hands.make()
        from servicedesign.ui.widgets.link_button import LinkButton

        links = [one for one in editor.map.lacks.findChildren(LinkButton) if one.isVisible()]
        assert len(links) == 11
        QTest.mouseClick(links[0], Left)
        assert editor.context.shell.current_tool().tool_id() == "journey"


# --- around it ------------------------------------------------------------------------------------


def test_without_ideas_it_leads_to_the_board_and_with_a_vote_begins_at_once(
    tmp_path, open_editor, project
) -> None:
    empty = create_project(tmp_path / "空.sdproj")
    editor = open_editor(empty, "payoff")
    assert editor._empty._stack.currentIndex() == 2
    actions.delete_matrix(project, project.all(PayoffMatrix)[0].id)
    editor = open_editor(project, "payoff")
    editor.commands()["more"]()
    notes = [project.get(Note, one.note_id).number for one in items(project)]
    assert notes == [12, 3, 27, 8]
    empty.close(discard=True)


def test_a_search_hit_in_the_reason_opens_the_review(editor, project) -> None:
    first = items(project)[0]
    assert editor.reveal(PayoffItem.KIND, first.id, "comment")
    assert editor.page() is PageName.REVIEW
    assert editor.review.reason.hasFocus()
    assert editor.reveal(PayoffMatrix.KIND, project.all(PayoffMatrix)[0].id, "decided")
    assert editor.place.decided.hasFocus()
    assert not editor.reveal(PayoffItem.KIND, "nobody", "")


def test_reading_only_nothing_moves_and_nothing_is_typed(tmp_path, open_editor) -> None:
    build_example("single-parent", tmp_path / "読む.sdproj", "ja").close()
    with open_project(tmp_path / "読む.sdproj", read_only=True) as project:
        editor = open_editor(project, "payoff")
        editor.show_rater("A班")
        view = editor.place.matrix
        view.setFocus()
        QTest.keyClick(view, Key.Key_Up)
        first = items(project)[0]
        drag(view, view.places().discs[first.id], view.places().tray().center())
        assert editor.place.table.reading
        assert items(project)[0] == first


def test_three_hundred_ideas_can_be_worked_on(editor, project) -> None:
    from servicedesign.model import Board, msg

    board = project.all(Board)[0]
    with project.edit(msg("たくさん")):
        for number in range(46, 301):
            project.put(Note(board_id=board.id, number=number, title="<b>案</b>😀" * 9))
    ids = [one.id for one in project.all(Note, board_id=board.id)]
    actions.add_ideas(project, project.all(PayoffMatrix)[0].id, ids)
    view = editor.place.matrix
    assert len(view.places().waiting) == 288
    view.setFocus()
    QTest.keyClick(view, Key.Key_End)
    assert view.places().tray_place(editor.current()) is not None
    editor.show_rater("A班")
    QTest.keyClick(view, Key.Key_Up)
    assert project.get(PayoffItem, editor.current()).ratings[0].rater == "A班"
    editor.show_page(PageName.REVIEW)
    editor.show_page(PageName.MAP)
    assert editor.map.rows.count() == 300


@pytest.mark.modal
def test_ideas_are_ticked_in_a_dialog_by_mouse_and_space(fresh, project, answer_dialog) -> None:
    def _choose(dialog) -> None:
        rows = dialog._list
        assert dialog.idea_ids() == []  # all that the vote kept is on the matrix already
        dialog._source.set_value(project.all(PayoffMatrix)[0].board_id)
        dialog._fill()
        QTest.mouseClick(rows.viewport(), Left, Mod.NoModifier,
                         rows.visualItemRect(rows.item(0)).center())  # fmt: skip
        rows.setFocus()
        press(Key.Key_Down)
        press(Key.Key_Space)
        assert len(dialog.idea_ids()) == 2
        press(Key.Key_Return)

    answer_dialog(_choose)
    fresh.hands.choose()
    marks = [fresh.place.rows.row_name(row) for row in range(fresh.place.rows.count())]
    assert marks[5:] == ["1", "2"]
    project.undo()
    assert len(items(project)) == 5
