"""Mandala charts on screen: 81 cells by keys alone, conversions included, on a real project."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.windows import compose, finish_composing, press

from servicedesign.model import Board, HowMightWe, Mandala, MandalaCell, Note, msg
from servicedesign.store import create_project, open_project
from servicedesign.tools.mandala import actions
from servicedesign.tools.mandala.chart import read_chart
from servicedesign.tools.mandala.facts_dialog import FactsDialog
from servicedesign.tools.mandala.sending import send_cell
from servicedesign.tools.mandala.spots import IDEAS, MIDDLE, SPOTS, Spot, spot_at
from servicedesign.ui.widgets.primary_button import PrimaryButton

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議.sdproj")
    with made.edit(msg("問い")):
        made.put(HowMightWe(sentence="どうすれば一度で済むか", chosen=True))
    actions.add_mandala(made, "願いを広げる")
    made.break_merge()
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    made = open_editor(project, "mandala")
    made.grid.setFocus()
    return made


def text(project, block: int, slot: int) -> str:
    return read_chart(project, project.all(Mandala)[0].id).text(Spot(block, slot))


def type_and(qtbot, editor, words: str, key: Key = Key.Key_Return) -> None:
    compose(editor.grid.field, "へんかん")
    finish_composing(editor.grid.field, words)
    press(qtbot, key)


def test_all_73_words_are_written_by_typing_and_enter_alone(qtbot, editor, project):
    type_and(qtbot, editor, "願い")
    for number, spot in enumerate(IDEAS, 1):
        assert editor.grid.cursor_spot() == spot
        type_and(qtbot, editor, f"案{number}")
    assert editor.grid.cursor_spot() == MIDDLE
    chart = read_chart(project, project.all(Mandala)[0].id)
    assert chart.count() == 72
    assert [chart.text(spot) for spot in IDEAS] == [f"案{n}" for n in range(1, 73)]
    assert [chart.text(Spot(block, 0)) for block in range(1, 9)] == [f"案{n}" for n in range(1, 9)]


def test_the_first_letter_of_a_conversion_is_not_lost_and_its_enter_only_confirms(
    qtbot, editor, project
):
    field = editor.grid.field
    press(qtbot, Key.Key_Return)
    compose(field, "や")
    for key in (Key.Key_Return, Key.Key_Tab, Key.Key_Right, Key.Key_Escape, Key.Key_Delete):
        press(qtbot, key)
    press(qtbot, Key.Key_Down, CONTROL)
    press(qtbot, Key.Key_B, CONTROL | SHIFT)
    assert editor.grid.cursor_spot() == Spot(0, 1)
    assert field.composing()
    finish_composing(field, "休まずに")
    assert project.all(Note) == ()
    press(qtbot, Key.Key_Return)
    assert text(project, 0, 1) == text(project, 1, 0) == "休まずに"


def test_a_conversion_that_is_given_up_leaves_the_word(qtbot, editor, project):
    type_and(qtbot, editor, "願い", Key.Key_Escape)
    compose(editor.grid.field, "けす")
    compose(editor.grid.field, "")
    press(qtbot, Key.Key_Escape)
    assert text(project, 0, 0) == "願い"


def test_a_refresh_from_elsewhere_does_not_disturb_a_conversion(qtbot, editor, project):
    field = editor.grid.field
    press(qtbot, Key.Key_Return)
    compose(field, "よる")
    actions.write_cell(project, project.all(Mandala)[0].id, Spot(1, 0), "よそで書いた")
    assert field.composing()
    finish_composing(field, "夜")
    press(qtbot, Key.Key_Escape)
    assert "夜" in text(project, 0, 1)


def test_arrows_cross_the_blocks_and_stop_at_the_edge(qtbot, editor):
    seen = {editor.grid.cursor_spot()}
    press(qtbot, Key.Key_Home)
    for _ in range(5):
        press(qtbot, Key.Key_Up)
    assert editor.grid.cursor_spot() == spot_at(0, 0)
    for row in range(9):
        for _ in range(8):
            seen.add(editor.grid.cursor_spot())
            press(qtbot, Key.Key_Left if row % 2 else Key.Key_Right)
        seen.add(editor.grid.cursor_spot())
        press(qtbot, Key.Key_Down)
    assert seen == set(SPOTS)
    press(qtbot, Key.Key_Home, CONTROL)
    assert editor.grid.cursor_spot() == MIDDLE


def test_tab_goes_round_the_eight_and_back(qtbot, editor):
    editor.grid.go(Spot(3, 7))
    for wanted in (8, 1, 2):
        press(qtbot, Key.Key_Tab)
        assert editor.grid.cursor_spot() == Spot(3, wanted)
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert editor.grid.cursor_spot() == Spot(3, 1)
    press(qtbot, Key.Key_Return, SHIFT)
    assert editor.grid.cursor_spot() == Spot(2, 8)


def test_a_word_opens_to_its_own_eight_and_one_comes_back(qtbot, editor, project):
    editor.grid.go(Spot(0, 5))
    type_and(qtbot, editor, "言葉が分かる", Key.Key_Escape)
    press(qtbot, Key.Key_Down, CONTROL)
    assert editor.grid.cursor_spot() == Spot(5, 1)
    assert not editor.grid.is_whole()
    type_and(qtbot, editor, "絵で順番")
    press(qtbot, Key.Key_Up, CONTROL)
    assert editor.grid.is_whole()
    assert editor.grid.cursor_spot() == Spot(0, 5)
    press(qtbot, Key.Key_Down, CONTROL)
    assert editor.grid.cursor_spot() == Spot(5, 2)
    editor.grid.go(Spot(5, 3))
    press(qtbot, Key.Key_Down, CONTROL)
    assert editor.grid.cursor_spot() == Spot(5, 3)


def test_opening_while_writing_keeps_what_is_typed(qtbot, editor, project):
    press(qtbot, Key.Key_Return)
    finish_composing(editor.grid.field, "休まずに")
    press(qtbot, Key.Key_Down, CONTROL)
    assert text(project, 1, 0) == "休まずに"
    assert editor.grid.cursor_spot() == Spot(1, 1)


def test_in_one_block_arrows_and_enter_lead_on_to_the_next(qtbot, editor):
    editor.grid.show_whole(False)
    editor.grid.go(Spot(1, 8))
    press(qtbot, Key.Key_Return)
    assert set(editor.grid.places()) == {Spot(2, slot) for slot in range(9)}
    press(qtbot, Key.Key_Left)
    assert editor.grid.cursor_spot() == Spot(1, 3)


def test_zoom_keys_show_one_block_and_all(qtbot, editor):
    press(qtbot, Key.Key_Plus, CONTROL)
    assert not editor.grid.is_whole()
    press(qtbot, Key.Key_9, CONTROL)
    assert editor.grid.is_whole()


def test_f2_writes_on_ctrl_enter_breaks_the_line_esc_keeps_and_delete_empties(
    qtbot, editor, project
):
    editor.grid.go(Spot(2, 4))
    type_and(qtbot, editor, "夜の窓口", Key.Key_Escape)
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_Return, CONTROL)
    finish_composing(editor.grid.field, "水曜だけ")
    press(qtbot, Key.Key_Escape)
    assert text(project, 2, 4) == "夜の窓口\n水曜だけ"
    press(qtbot, Key.Key_Delete)
    assert project.all(MandalaCell) == ()
    press(qtbot, Key.Key_Z, CONTROL)
    assert text(project, 2, 4) == "夜の窓口\n水曜だけ"


def test_esc_at_rest_shows_all_cells_and_ctrl_tab_leaves_them(qtbot, editor):
    editor.grid.show_whole(False)
    press(qtbot, Key.Key_Escape)
    assert editor.grid.is_whole()
    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget() is editor.grid.field
    press(qtbot, Key.Key_Tab, CONTROL)
    assert editor.bar.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is editor.grid.field


# The clipboard --------------------------------------------------------------------------------


def paste(qtbot, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    press(qtbot, Key.Key_V, CONTROL)


def test_lines_go_into_the_empty_ones_of_the_eight_as_one_step(qtbot, editor, project):
    editor.grid.go(Spot(3, 2))
    type_and(qtbot, editor, "もとから", Key.Key_Escape)
    project.break_merge()
    editor.grid.go(Spot(3, 1))
    paste(qtbot, "一\n\n二\n三\n")
    assert [text(project, 3, slot) for slot in (1, 2, 3, 4)] == ["一", "もとから", "二", "三"]
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(project.all(MandalaCell)) == 1


def test_two_thousand_lines_fill_the_eight_and_the_rest_is_told(qtbot, editor, project):
    editor.grid.go(Spot(3, 1))
    paste(qtbot, "\n".join(f"{number}行目" for number in range(2_000)))
    assert [text(project, 3, slot) for slot in range(1, 9)] == [f"{n}行目" for n in range(8)]
    assert read_chart(project, project.all(Mandala)[0].id).count() == 8


def test_a_table_of_nine_by_nine_is_a_whole_chart_and_comes_out_as_one(qtbot, editor, project):
    table = "\n".join("\t".join(f"{row}-{column}" for column in range(9)) for row in range(9))
    paste(qtbot, table)
    assert text(project, 0, 0) == "4-4"
    assert text(project, 8, 8) == "8-8"
    editor.hands.copy_all()
    back = QGuiApplication.clipboard().text().split("\n")
    assert len(back) == 9
    assert back[4].split("\t")[4] == "4-4"


def test_one_line_goes_into_the_cell_in_use_and_can_be_cut_again(qtbot, editor, project):
    editor.grid.go(Spot(6, 6))
    paste(qtbot, "  振込の暦 ")
    assert text(project, 6, 6) == "振込の暦"
    press(qtbot, Key.Key_X, CONTROL)
    assert text(project, 6, 6) == ""
    assert QGuiApplication.clipboard().text() == "振込の暦"


# To the board ---------------------------------------------------------------------------------


def test_a_cell_is_sent_by_key_once_and_then_leads_to_its_note(qtbot, editor, project):
    editor.grid.go(Spot(1, 1))
    finish_composing(editor.grid.field, "土曜の席")
    press(qtbot, Key.Key_B, CONTROL | SHIFT)
    note = project.all(Note)[0]
    assert (note.title, note.number, project.all(Board)[0].title) == (
        "土曜の席", 1, "アイデアボード",
    )  # fmt: skip
    assert "付箋1" in editor.grid.field.accessibleName()
    assert "1" in editor.bar.send.label()
    press(qtbot, Key.Key_B, CONTROL | SHIFT)
    assert len(project.all(Note)) == 1
    assert editor.window().workspace().current_tool().tool_id() == "board"


def test_an_empty_cell_is_not_sent(qtbot, editor, project):
    editor.grid.go(Spot(1, 1))
    press(qtbot, Key.Key_B, CONTROL | SHIFT)
    assert project.all(Note) == ()
    assert not editor.bar.send.isEnabled()


# Whole charts ---------------------------------------------------------------------------------


def test_charts_are_added_copied_deleted_and_shown(qtbot, editor, project):
    first = project.all(Mandala)[0].id
    editor.grid.go(Spot(4, 4))
    press(qtbot, Key.Key_N, CONTROL | SHIFT)
    assert len(project.all(Mandala)) == 2
    assert editor.sheet_target() == ("mandala", project.all(Mandala)[1].id)
    assert editor.grid.cursor_spot() == MIDDLE
    editor.hands.delete()
    assert editor.sheet_target() == ("mandala", first)
    editor.hands.duplicate()
    assert [one.title for one in project.all(Mandala)] == ["願いを広げる", "願いを広げるの写し"]


def test_without_a_chart_there_is_a_sentence_and_one_key_to_begin(qtbot, editor, project):
    editor.hands.delete()
    assert editor.sheet_target() == ("mandala", None)
    assert editor.record_in_view() is None
    shown = [one for one in editor.findChildren(PrimaryButton) if one.isVisible()]
    assert [one.label() for one in shown] == ["マンダラートを作る"]
    press(qtbot, Key.Key_N, CONTROL | SHIFT)
    assert len(project.all(Mandala)) == 1
    assert QApplication.focusWidget() is editor.grid.field


@pytest.mark.modal
def test_title_and_question_are_chosen_in_one_step(qtbot, editor, project, answer_dialog):
    def _answer(dialog: FactsDialog) -> None:
        finish_composing(QApplication.focusWidget(), "、改めて")
        dialog.accept()

    answer_dialog(_answer)
    editor.hands.change_facts()
    mandala = project.all(Mandala)[0]
    assert "改めて" in mandala.title
    assert mandala.how_might_we_id == project.all(HowMightWe)[0].id


def test_a_cell_and_a_chart_are_revealed(qtbot, editor, project):
    other = actions.add_mandala(project, "別の一枚")
    actions.write_cell(project, other.id, Spot(7, 3), "民生委員")
    cell = project.all(MandalaCell)[0]
    assert editor.reveal("mandala_cell", cell.id, "text")
    assert editor.record_in_view() == cell
    assert editor.sheet_target() == ("mandala", other.id)
    assert editor.reveal("mandala", project.all(Mandala)[0].id, "")
    assert editor.grid.cursor_spot() == MIDDLE
    assert not editor.reveal("note", "nothing", "")


def test_a_press_uses_a_cell_and_two_write_in_it(qtbot, editor):
    place = editor.grid.places()[Spot(3, 7)].center()
    QTest.mouseClick(editor.grid, Qt.MouseButton.LeftButton, pos=place)
    assert editor.grid.cursor_spot() == Spot(3, 7)
    QTest.mouseDClick(editor.grid, Qt.MouseButton.LeftButton, pos=place)
    assert editor.grid.field.writing
    QTest.mouseClick(editor.grid, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert not editor.grid.field.writing


def test_a_project_that_is_only_read_is_not_written(open_editor, qtbot, project, tmp_path):
    mandala_id = project.all(Mandala)[0].id
    actions.write_cell(project, mandala_id, Spot(1, 1), "土曜の席")
    send_cell(project, mandala_id, Spot(1, 1), "案")
    project.copy_to(tmp_path / "写し.sdproj")
    with open_project(tmp_path / "写し.sdproj", read_only=True) as reading:
        before = reading.dump()
        editor = open_editor(reading, "mandala")
        editor.grid.setFocus()
        for key in (Key.Key_A, Key.Key_Delete, Key.Key_F2):
            press(qtbot, key)
        compose(editor.grid.field, "か")
        finish_composing(editor.grid.field, "書く")
        paste(qtbot, "一\n二")
        press(qtbot, Key.Key_B, CONTROL | SHIFT)
        assert reading.dump() == before
        editor.window().hand_over()
