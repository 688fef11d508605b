"""The payoff pages on screen: several raters, blind rating, the review, the map, and around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from support.payoff import Key, Left, Mod, begin_anew, drag, items, press, type_keys

from servicedesign.exchange.examples import build_example
from servicedesign.model import (
    JourneyMap,
    JourneyView,
    Note,
    Outcome,
    PayoffItem,
    PayoffMatrix,
)
from servicedesign.store import Project, create_project, open_project
from servicedesign.tools.payoff import actions, rating
from servicedesign.tools.payoff.head import PageName
from servicedesign.tools.payoff.scale import shown, value_of


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
