"""Filling in a map by keyboard: real keys, real conversions, a real project."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from support.windows import compose, finish_composing, press

from servicedesign.model import Cell, EvidenceLevel, Issue, Lane, LaneKind, Outcome, Phase
from servicedesign.store import create_project
from servicedesign.tools.journey import cells, maps, phases
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.grid.moving import SPAN, Spot

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier
TOUCH, ACTION, THOUGHT, EMOTION, PAIN = range(5)


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "地図.sdproj")
    maps.add_map(made, maps.PRESETS[0], lambda text: text)
    made.break_merge()
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "journey")


@pytest.fixture
def grid(editor):
    return editor._desks.hands().grid


def texts(project, row: int) -> list[str]:
    lane = project.all(Lane)[row]
    found = []
    for phase in project.all(Phase):
        cards = cells.cards_at(project, Place(phase.id, lane.id))
        found.append("／".join(card.text for card in cards))
    return found


def card(project, col: int, row: int) -> Cell:
    place = Place(project.all(Phase)[col].id, project.all(Lane)[row].id)
    return cells.cards_at(project, place)[0]


def keys(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def at(grid) -> tuple[int, int]:
    spot = grid.spot()
    return spot.col, spot.row


# Moving -------------------------------------------------------------------------------------------


def test_the_map_has_the_focus_and_arrows_move(qtbot, grid):
    assert QApplication.focusWidget() is grid.writing.edit
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Down)
    assert at(grid) == (1, 1)
    press(qtbot, Key.Key_End)
    assert at(grid) == (7, 1)
    press(qtbot, Key.Key_Down, CTRL)
    assert at(grid) == (7, 6)
    press(qtbot, Key.Key_Home, CTRL)
    assert at(grid) == (0, 0)


def test_up_from_the_first_lane_and_left_from_the_first_phase_lead_to_the_heads(qtbot, grid):
    press(qtbot, Key.Key_Up)
    assert grid.spot() == Spot(0, -1, 1)
    press(qtbot, Key.Key_Up)
    assert grid.spot() == Spot(0, -1, 0)
    press(qtbot, Key.Key_Up)
    assert grid.spot() == Spot(0, -1, 0)
    for _ in range(2):
        press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Left)
    assert grid.spot() == Spot(-1, 0)


def test_tab_goes_on_and_enter_comes_back_to_where_the_row_began(qtbot, grid, project):
    press(qtbot, Key.Key_Right)
    for text in ("a", "b", "c"):
        keys(qtbot, text)
        press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Return)
    assert at(grid) == (1, 1)
    assert texts(project, TOUCH)[:5] == ["", "a", "b", "c", ""]
    keys(qtbot, "x")
    press(qtbot, Key.Key_Return)
    assert at(grid) == (1, 2)
    press(qtbot, Key.Key_Return, SHIFT)
    assert at(grid) == (1, 1)


def test_tab_beyond_a_row_begins_the_next_and_beyond_the_map_leaves_it(qtbot, grid):
    press(qtbot, Key.Key_End)
    press(qtbot, Key.Key_Tab)
    assert at(grid) == (0, 1)
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert at(grid) == (7, 0)
    press(qtbot, Key.Key_End, CTRL)
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget() is not grid.writing.edit


# Writing ------------------------------------------------------------------------------------------


def test_typing_writes_anew_and_f2_writes_on(qtbot, grid, project):
    keys(qtbot, "abc")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_F2)
    keys(qtbot, "d")
    press(qtbot, Key.Key_Return)
    assert texts(project, TOUCH)[0] == "abcd"
    press(qtbot, Key.Key_Up)
    keys(qtbot, "z")
    press(qtbot, Key.Key_Escape)
    assert texts(project, TOUCH)[0] == "z"
    assert at(grid) == (0, 0)
    press(qtbot, Key.Key_Z, CTRL)
    assert texts(project, TOUCH)[0] == "abcd"


def test_ctrl_enter_and_alt_enter_make_a_new_line(qtbot, grid, project):
    keys(qtbot, "a")
    press(qtbot, Key.Key_Return, CTRL)
    keys(qtbot, "b")
    press(qtbot, Key.Key_Return, ALT)
    keys(qtbot, "c")
    press(qtbot, Key.Key_Tab)
    assert texts(project, TOUCH)[0] == "a\nb\nc"


def test_the_row_grows_while_one_writes(qtbot, grid):
    before = grid.scene.height(0)
    keys(qtbot, "aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll mmm nnn")
    assert grid.scene.height(0) > before
    assert grid.writing.edit.height() >= grid.writing.edit.text_height()


def test_the_words_of_one_card_are_one_step(qtbot, grid, project):
    keys(qtbot, "ab")
    grid.writing.edit.flush()
    keys(qtbot, "cd")
    press(qtbot, Key.Key_Return)
    assert str(project.undo_label) == "接触ポイントを書く"
    press(qtbot, Key.Key_Z, CTRL)
    assert project.all(Cell) == ()


def test_a_pause_commits_what_is_typed(qtbot, grid, project):
    keys(qtbot, "abc")
    qtbot.waitUntil(lambda: texts(project, TOUCH)[0] == "abc", timeout=2_000)
    keys(qtbot, "d")
    press(qtbot, Key.Key_Return)
    assert texts(project, TOUCH)[0] == "abcd"


def test_a_card_emptied_while_it_is_written_is_not_mixed_with_its_neighbour(qtbot, grid, project):
    place = Place(project.all(Phase)[0].id, project.all(Lane)[TOUCH].id)
    for text in ("甲", "乙"):
        cells.write_text(project, place, None, text)
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_Backspace)
    grid.writing.edit.flush()
    keys(qtbot, "x")
    press(qtbot, Key.Key_Return)
    assert texts(project, TOUCH)[0] == "x／乙"
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_Backspace)
    press(qtbot, Key.Key_Escape)
    assert texts(project, TOUCH)[0] == "乙"


# Feelings -----------------------------------------------------------------------------------------


def test_plus_minus_and_digits_set_a_feeling_and_words_its_reason(qtbot, grid, project):
    grid.select(Spot(0, EMOTION))
    keys(qtbot, "-")
    keys(qtbot, "2")
    assert card(project, 0, EMOTION).emotion == -2
    keys(qtbot, "+")
    assert card(project, 0, EMOTION).emotion == -1
    qtbot.wait(10)
    keys(qtbot, "tired")
    press(qtbot, Key.Key_Tab)
    assert card(project, 0, EMOTION).text == "tired"
    assert card(project, 0, EMOTION).emotion == -1
    keys(qtbot, "1")
    assert card(project, 1, EMOTION).emotion == 1


@pytest.mark.parametrize(("typed", "level"), [("２", 2), ("ー１", -1), ("−2", -2), ("０", 0)])
def test_a_level_typed_full_width_is_a_level(qtbot, grid, project, typed, level):
    grid.select(Spot(2, EMOTION))
    edit = grid.writing.edit
    compose(edit, typed)
    finish_composing(edit, typed)
    press(qtbot, Key.Key_Return)
    made = card(project, 2, EMOTION)
    assert (made.emotion, made.text) == (level, "")


def test_a_reason_may_begin_with_a_digit_when_it_goes_on(qtbot, grid, project):
    grid.select(Spot(2, EMOTION))
    edit = grid.writing.edit
    compose(edit, "２じかん")
    finish_composing(edit, "２時間も待った")
    press(qtbot, Key.Key_Return)
    assert (card(project, 2, EMOTION).text, card(project, 2, EMOTION).emotion) == (
        "２時間も待った",
        None,
    )


# Marks and chains ---------------------------------------------------------------------------------


def test_marks_turn_by_key(qtbot, grid, project):
    grid.select(Spot(0, ACTION))
    press(qtbot, Key.Key_J, CTRL)
    press(qtbot, Key.Key_J, CTRL)
    press(qtbot, Key.Key_J, CTRL | SHIFT)
    made = card(project, 0, ACTION)
    assert (made.outcome, made.evidence) == (Outcome.PARTLY, EvidenceLevel.SOME)


def test_a_pain_point_becomes_an_issue_by_key(qtbot, grid, project):
    grid.select(Spot(0, PAIN))
    keys(qtbot, "pain")
    press(qtbot, Key.Key_I, CTRL | SHIFT)
    assert [issue.title for issue in project.all(Issue)] == ["pain"]
    assert grid.scene.contents.issues[card(project, 0, PAIN).id].number == 1


def test_one_more_card_stands_under_the_first(qtbot, grid, project):
    keys(qtbot, "a")
    press(qtbot, Key.Key_N, CTRL | SHIFT)
    keys(qtbot, "b")
    press(qtbot, Key.Key_Escape)
    assert texts(project, TOUCH)[0] == "a／b"
    press(qtbot, Key.Key_Up)
    assert grid.spot() == Spot(0, 0, 0)
    press(qtbot, Key.Key_Down)
    assert grid.spot() == Spot(0, 0, 1)
    press(qtbot, Key.Key_Down)
    assert at(grid) == (0, 1)
    press(qtbot, Key.Key_Up)
    assert grid.spot() == Spot(0, 0, 1)


# Heads --------------------------------------------------------------------------------------------


def test_a_head_is_renamed_and_a_phase_added_behind_it(qtbot, grid, project):
    for _ in range(2):
        press(qtbot, Key.Key_Up)
    keys(qtbot, "Start")
    press(qtbot, Key.Key_Return)
    keys(qtbot, "April")
    press(qtbot, Key.Key_Return)
    assert at(grid) == (0, 0)
    first = project.all(Phase)[0]
    assert (first.title, first.when) == ("Start", "April")
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_N, CTRL | SHIFT)
    keys(qtbot, "Second")
    press(qtbot, Key.Key_Escape)
    assert [phase.title for phase in project.all(Phase)][:3] == ["Start", "Second", "知る"]


def test_alt_and_arrows_move_phase_and_lane_and_the_cursor_goes_along(qtbot, grid, project):
    keys(qtbot, "a")
    press(qtbot, Key.Key_Right, ALT)
    assert at(grid) == (1, 0)
    assert texts(project, TOUCH)[1] == "a"
    press(qtbot, Key.Key_Down, ALT)
    assert at(grid) == (1, 1)
    press(qtbot, Key.Key_Left, ALT)
    press(qtbot, Key.Key_Left, ALT)
    assert at(grid) == (0, 1)


def test_a_lane_of_ones_own_is_added_and_named(qtbot, grid, project):
    press(qtbot, Key.Key_Left)
    press(qtbot, Key.Key_Insert)
    keys(qtbot, "Children")
    press(qtbot, Key.Key_Escape)
    lane = project.all(Lane)[1]
    assert (lane.kind, lane.title) == (LaneKind.CUSTOM, "Children")


def test_stages_have_two_rows_of_heads(qtbot, grid, project):
    phases.add_stage(project, project.all(Phase)[0].id)
    grid.select(Spot(0, 0))
    for _ in range(4):
        press(qtbot, Key.Key_Up)
    assert grid.spot() == Spot(0, SPAN, 0)
    press(qtbot, Key.Key_Right)
    assert (grid.spot().col, grid.spot().row) == (2, -1)


@pytest.mark.modal
def test_deleting_a_phase_tells_what_goes_and_undo_brings_it_back(
    qtbot, grid, project, answer_dialog
):
    keys(qtbot, "a")
    press(qtbot, Key.Key_Escape)
    for _ in range(2):
        press(qtbot, Key.Key_Up)
    before = project.dump()
    told = []

    def agree(dialog) -> None:
        told.append(dialog.accessibleDescription())
        press(qtbot, Key.Key_Return)

    answer_dialog(agree)
    press(qtbot, Key.Key_Delete)
    assert "カード1枚" in told[0]
    assert len(project.all(Phase)) == 7
    press(qtbot, Key.Key_Z, CTRL)
    assert project.dump() == before


# Blocks -------------------------------------------------------------------------------------------


def test_a_block_is_chosen_copied_cleared_and_pasted_elsewhere(qtbot, grid, project):
    for text in ("a", "b"):
        keys(qtbot, text)
        press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Home, CTRL)
    press(qtbot, Key.Key_Right, SHIFT)
    press(qtbot, Key.Key_Down, SHIFT)
    assert grid.chosen() == (range(2), range(2))
    press(qtbot, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "a\tb\n\t"
    press(qtbot, Key.Key_Delete)
    assert texts(project, TOUCH)[:2] == ["", ""]
    press(qtbot, Key.Key_Z, CTRL)
    assert texts(project, TOUCH)[:2] == ["a", "b"]
    grid.select(Spot(4, THOUGHT))
    press(qtbot, Key.Key_V, CTRL)
    assert texts(project, THOUGHT)[4:6] == ["a", "b"]


def test_two_thousand_rows_are_pasted_as_far_as_there_are_lanes_and_told(
    qtbot, grid, project, editor
):
    QGuiApplication.clipboard().setText("\n".join(f"{n}行目" for n in range(2_000)))
    press(qtbot, Key.Key_V, CTRL)
    assert texts(project, TOUCH)[0] == "0行目"
    assert "1993行" in editor.context.shell.toast_widget().text()
    press(qtbot, Key.Key_Z, CTRL)
    assert project.all(Cell) == ()


@pytest.mark.modal
def test_a_block_that_is_wider_makes_phases_when_that_is_wanted(
    qtbot, grid, project, answer_dialog
):
    grid.select(Spot(7, 0))
    QGuiApplication.clipboard().setText("a\tb\tc")
    answer_dialog(lambda _dialog: press(qtbot, Key.Key_Return))
    press(qtbot, Key.Key_V, CTRL)
    assert len(project.all(Phase)) == 10
    assert texts(project, TOUCH)[7:] == ["a", "b", "c"]
    press(qtbot, Key.Key_Z, CTRL)
    assert len(project.all(Phase)) == 8


def test_a_screen_reader_hears_where_one_is(qtbot, grid, project):
    grid.select(Spot(5, ACTION))
    assert grid.writing.edit.accessibleName() == "待つ、行動内容、空"
    keys(qtbot, "wait")
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_J, CTRL)
    assert grid.writing.edit.accessibleName() == "待つ、行動内容、できた、wait、根拠なし"
