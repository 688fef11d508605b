"""The agenda on screen: typed, pasted, moved and parted into days by keys on a real project."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from support.windows import compose, finish_composing, press

from servicedesign.model import AgendaItem, msg
from servicedesign.store import create_project, open_project
from servicedesign.tools.agenda import actions
from servicedesign.tools.agenda.timetable import in_order, plan_days
from servicedesign.ui.widgets.primary_button import PrimaryButton

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier
START, MINUTES, SPARE, TITLE, AIM, METHOD, TOOL, SHEET, WHO, THINGS = range(10)


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "進行.sdproj")
    yield made
    made.close(discard=True)


@pytest.fixture
def day(project):
    """Half a day: 9:30 A 60, B 30, lunch, 13:00 C 40, D 20."""
    with project.edit(msg("作る")):
        for place, (start, minutes, title) in enumerate(
            (("9:30", 60, "A"), ("", 30, "B"), ("13:00", 40, "C"), ("", 20, "D"))
        ):
            project.put(
                AgendaItem(start=start, minutes=minutes, title=title, position=float(place))
            )
    return project


@pytest.fixture
def table(open_editor, day):
    return open_editor(day, "agenda")._view.table


def titles(project) -> str:
    return "".join(item.title for item in in_order(project.all(AgendaItem)))


def times(project, day: int = 1) -> list[str]:
    plan = next(plan for plan in plan_days(project.all(AgendaItem)) if plan.day == day)
    return [f"{slot.begin // 60}:{slot.begin % 60:02d}" for slot in plan.slots]


def type_text(qtbot, text: str) -> None:
    focus = QApplication.focusWidget()
    if text.isascii():
        qtbot.keyClicks(focus, text)
    else:
        compose(focus, text[:1])
        compose(focus, text)
        finish_composing(focus, text)


def shell_words(editor) -> str:
    return editor.context.shell.toast_widget().text()


def at(table, title: str, column: int = TITLE) -> None:
    """Use the cell of a step."""
    key = next(
        item.id for item in in_order(table.source._project.all(AgendaItem)) if item.title == title
    )
    assert table.go_to_key(key, actions.COLUMNS[column])


# Beginning ------------------------------------------------------------------------------------


def test_half_a_day_begins_with_one_key_and_is_one_step(qtbot, open_editor, project):
    open_editor(project, "agenda")
    assert isinstance(QApplication.focusWidget(), PrimaryButton)
    press(qtbot, Key.Key_Return)
    assert len(project.all(AgendaItem)) == 14
    assert times(project)[-1] == "16:30"
    press(qtbot, Key.Key_Z, CONTROL)
    assert project.all(AgendaItem) == ()


def test_a_list_is_pasted_where_none_is_begun(qtbot, open_editor, project):
    open_editor(project, "agenda")
    QGuiApplication.clipboard().setText(
        "時間\t内容\t担当\n10:00～10:20\tあいさつ\t中原\n10:20～11:00\t聞き取り\t各班\n"
        "13:00\t発表\t各班\n"
    )
    press(qtbot, Key.Key_V, CONTROL)
    assert titles(project) == "あいさつ聞き取り発表"
    assert times(project) == ["10:00", "10:20", "13:00"]
    found = in_order(project.all(AgendaItem))
    assert [item.start for item in found] == ["10:00", "", "13:00"]
    assert [item.minutes for item in found[:2]] == [20, 40]
    assert [item.who for item in found] == ["中原", "各班", "各班"]


def test_a_blank_table_is_typed_into_at_once(qtbot, open_editor, project):
    editor = open_editor(project, "agenda")
    press(qtbot, Key.Key_N, CONTROL | SHIFT)
    table = editor._view.table
    for cells in (("目的", "ねらい"), ("発表", "分かち合う")):
        for text in cells:
            type_text(qtbot, text)
            press(qtbot, Key.Key_Tab)
        press(qtbot, Key.Key_Return)
    assert titles(project) == "目的発表"
    assert times(project) == ["13:00", "13:10"]
    assert (table.row(), table.column()) == (3, TITLE)


# Times ----------------------------------------------------------------------------------------


def test_what_follows_moves_when_minutes_are_typed_and_lunch_stays(qtbot, table, day):
    at(table, "A", MINUTES)
    type_text(qtbot, "75")
    press(qtbot, Key.Key_Return)
    assert times(day) == ["9:30", "10:45", "13:00", "13:40"]
    at(table, "C", MINUTES)
    type_text(qtbot, "1:30")
    press(qtbot, Key.Key_Return)
    assert times(day) == ["9:30", "10:45", "13:00", "14:30"]
    press(qtbot, Key.Key_Z, CONTROL)
    assert times(day)[-1] == "13:40"


def test_a_start_is_written_shown_and_cleared_again(qtbot, table, day):
    at(table, "D", START)
    type_text(qtbot, "1400")
    press(qtbot, Key.Key_Return)
    assert times(day)[-1] == "14:00"
    keys = [table.source.row_key(row) for row in range(table.source.count())]
    assert sum(key.startswith("gap:") for key in keys) == 2
    at(table, "D", START)
    press(qtbot, Key.Key_Delete)
    assert times(day)[-1] == "13:40"


def test_a_start_that_it_has_anyhow_is_not_kept(qtbot, table, day):
    at(table, "B", START)
    type_text(qtbot, "10:30")
    press(qtbot, Key.Key_Return)
    assert in_order(day.all(AgendaItem))[1].start == ""


def test_what_is_no_time_is_told_and_changes_nothing(qtbot, open_editor, day):
    editor = open_editor(day, "agenda")
    table = editor._view.table
    for column, text in ((START, "asap"), (MINUTES, "long"), (TOOL, "hammer")):
        at(table, "B", column)
        before = day.all(AgendaItem)
        type_text(qtbot, text)
        press(qtbot, Key.Key_Escape)
        assert day.all(AgendaItem) == before
        assert text in shell_words(editor)


def test_an_overlap_is_shown_and_told(qtbot, open_editor, day):
    editor = open_editor(day, "agenda")
    table = editor._view.table
    at(table, "B", MINUTES)
    type_text(qtbot, "200")
    press(qtbot, Key.Key_Return)
    said = "".join(editor._view.notices.notices())
    assert "重なっています" in said
    row = next(n for n in range(table.source.count()) if table.source.row_key(n)[:4] == "gap:")
    assert table.source.heading(row).warns


def test_an_older_file_with_a_start_on_every_step_follows_from_the_first_change(
    qtbot, open_editor, project
):
    with project.edit(msg("作る")):
        for place, start in enumerate(("13:00", "13:10", "13:20")):
            project.put(
                AgendaItem(start=start, minutes=10, title="ABC"[place], position=float(place))
            )
    table = open_editor(project, "agenda")._view.table
    at(table, "A", MINUTES)
    type_text(qtbot, "30")
    press(qtbot, Key.Key_Return)
    assert times(project) == ["13:00", "13:30", "13:40"]
    press(qtbot, Key.Key_Z, CONTROL)
    assert [item.start for item in in_order(project.all(AgendaItem))] == [
        "13:00",
        "13:10",
        "13:20",
    ]


# Choices --------------------------------------------------------------------------------------


def test_a_tool_is_chosen_by_number_letters_or_name(qtbot, table, day):
    at(table, "A", TOOL)
    press(qtbot, Key.Key_2)
    assert day.all(AgendaItem, title="A")[0].tool == "participants"
    type_text(qtbot, "ボード")
    press(qtbot, Key.Key_Return)
    assert day.all(AgendaItem, title="A")[0].tool == "board"
    at(table, "A", TOOL)
    press(qtbot, Key.Key_Delete)
    assert day.all(AgendaItem, title="A")[0].tool == ""


def test_a_sheet_is_chosen_from_the_list_and_written_on(qtbot, table, day):
    at(table, "A", SHEET)
    press(qtbot, Key.Key_F2)
    menu = QApplication.activePopupWidget()
    sheet = next(action for action in menu.actions() if "ペルソナ" in action.text())
    sheet.trigger()
    menu.close()
    chosen = day.all(AgendaItem, title="A")[0].sheet
    assert chosen == "ペルソナ"
    press(qtbot, Key.Key_F2)
    menu = QApplication.activePopupWidget()
    press_in(qtbot, menu, Key.Key_0)
    type_text(qtbot, " A4")
    press(qtbot, Key.Key_Return)
    assert day.all(AgendaItem, title="A")[0].sheet == "ペルソナ A4"
    at(table, "B", SHEET)
    type_text(qtbot, "2 sheets")
    press(qtbot, Key.Key_Return)
    assert day.all(AgendaItem, title="B")[0].sheet == "2 sheets"


def press_in(qtbot, menu, key) -> None:
    qtbot.keyClick(menu, key)


# Rows and days --------------------------------------------------------------------------------


def test_keys_pass_over_headings_and_gaps(qtbot, table):
    assert table.source.item(table.row()).title == "A"
    press(qtbot, Key.Key_Up)
    assert table.source.item(table.row()).title == "A"
    for title in "BCD":
        press(qtbot, Key.Key_Down)
        assert table.source.item(table.row()).title == title
    press(qtbot, Key.Key_Down)
    assert table.source.item(table.row()) is None
    for title in "DCBA":
        press(qtbot, Key.Key_Up)
        assert table.source.item(table.row()).title == title
    press(qtbot, Key.Key_End)
    press(qtbot, Key.Key_Tab)
    assert (table.source.item(table.row()).title, table.column()) == ("B", 0)
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert (table.source.item(table.row()).title, table.column()) == ("A", THINGS)


def test_shift_tab_leaves_the_table_at_its_beginning(qtbot, table):
    table.go(0, 0)
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is not table.live


def test_rows_move_by_alt_and_arrows_over_lunch_and_stay_on_their_day(qtbot, table, day):
    at(table, "B")
    press(qtbot, Key.Key_Down, ALT)
    assert (titles(day), times(day)) == ("ABCD", ["9:30", "13:00", "13:30", "14:10"])
    press(qtbot, Key.Key_Down, ALT)
    assert (titles(day), times(day)) == ("ACBD", ["9:30", "13:00", "13:40", "14:10"])
    press(qtbot, Key.Key_Up, ALT)
    press(qtbot, Key.Key_Up, ALT)
    assert (titles(day), times(day)) == ("ABCD", ["9:30", "10:30", "13:00", "13:40"])
    at(table, "A")
    press(qtbot, Key.Key_Up, ALT)
    press(qtbot, Key.Key_Down, ALT)
    assert (titles(day), times(day)) == ("BACD", ["9:30", "10:00", "13:00", "13:40"])


def test_a_row_is_put_in_and_taken_out_and_times_close_up(qtbot, table, day):
    at(table, "A")
    press(qtbot, Key.Key_N, CONTROL | SHIFT)
    type_text(qtbot, "new")
    press(qtbot, Key.Key_Return)
    assert titles(day) == "AnewBCD"
    assert times(day) == ["9:30", "10:30", "10:40", "13:00", "13:40"]
    at(table, "C")
    press(qtbot, Key.Key_Delete, CONTROL)
    assert (titles(day), times(day)) == ("AnewBD", ["9:30", "10:30", "10:40", "13:00"])
    press(qtbot, Key.Key_Z, CONTROL)
    assert titles(day) == "AnewBCD"


def test_a_day_is_added_and_steps_move_to_it(qtbot, open_editor, day):
    editor = open_editor(day, "agenda")
    table = editor._view.table
    editor._view.add_day.click()
    type_text(qtbot, "E")
    press(qtbot, Key.Key_Return)
    assert times(day, 2) == ["9:30"]
    at(table, "E")
    press(qtbot, Key.Key_Up, ALT)
    assert titles(day) == "ABCDE"
    assert "別の日" in shell_words(editor)
    at(table, "C")
    editor._view.other_day.click()
    menu = QApplication.activePopupWidget()
    (choice,) = menu.actions()
    choice.trigger()
    menu.close()
    assert titles(day) == "ABDEC"
    assert times(day, 2) == ["9:30", "9:40"]
    assert times(day) == ["9:30", "10:30", "13:00"]


@pytest.mark.modal
def test_a_template_replaces_the_steps_only_when_told_so(qtbot, open_editor, day, answer_dialog):
    editor = open_editor(day, "agenda")
    said = []

    def refuse(dialog) -> None:
        said.append(dialog.accessibleDescription())
        dialog.reject()

    answer_dialog(refuse)
    editor.use_template("two-day")
    assert titles(day) == "ABCD"
    assert "4項目" in said[0]
    answer_dialog(lambda dialog: qtbot.keyClick(dialog.focusWidget(), Key.Key_Return))
    editor.use_template("two-day")
    assert len(plan_days(day.all(AgendaItem))) == 2
    press(qtbot, Key.Key_Z, CONTROL)
    assert titles(day) == "ABCD"


# Blocks ---------------------------------------------------------------------------------------


def test_a_block_goes_over_the_steps_from_the_one_in_use_on(qtbot, table, day):
    at(table, "B", TITLE)
    QGuiApplication.clipboard().setText("b\tm1\nc\tm2\nd\nnew\tm3")
    press(qtbot, Key.Key_V, CONTROL)
    assert titles(day) == "Abcdnew"
    assert [item.aim for item in in_order(day.all(AgendaItem))] == ["", "m1", "m2", "", "m3"]
    press(qtbot, Key.Key_Z, CONTROL)
    assert titles(day) == "ABCD"


def test_what_is_copied_is_pasted_back_the_same(qtbot, table, day):
    before = [(one.title, one.minutes, one.start) for one in in_order(day.all(AgendaItem))]
    press(qtbot, Key.Key_A, CONTROL)
    press(qtbot, Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0].startswith("9:30\t60")
    table.go(table.source.count(), 0)
    press(qtbot, Key.Key_V, CONTROL)
    found = in_order(day.all(AgendaItem))
    assert [one.title for one in found] == [title for title, *_ in before] * 2
    assert [one.minutes for one in found[4:]] == [minutes for _, minutes, _ in before]


def test_a_great_block_is_bounded_and_told(qtbot, open_editor, project):
    editor = open_editor(project, "agenda")
    rows = "\n".join(f"項目{n}\t🎉\tx\ty" for n in range(2_000))
    QGuiApplication.clipboard().setText(f"内容\tねらい\t謎\t時刻\n{rows}")
    press(qtbot, Key.Key_V, CONTROL)
    assert len(project.all(AgendaItem)) == actions.MOST_ITEMS
    said = shell_words(editor)
    assert "1500行" in said.replace(",", "")
    assert "謎" in said
    assert "500か所" in said
    press(qtbot, Key.Key_Z, CONTROL)
    assert project.all(AgendaItem) == ()


def test_long_and_odd_texts_are_kept(qtbot, open_editor, day):
    editor = open_editor(day, "agenda")
    table = editor._view.table
    long = "長い進め方。" * 3_400
    for text in (long, "🎉👩‍👩‍👧‍👦", "<b>太字", "=1+1"):
        at(table, "A", METHOD)
        QGuiApplication.clipboard().setText(text)
        press(qtbot, Key.Key_V, CONTROL)
        assert day.all(AgendaItem, title="A")[0].method == text


def test_reading_only_changes_nothing(qtbot, open_editor, tmp_path, day):
    copy = tmp_path / "写し.sdproj"
    day.copy_to(copy)
    with open_project(copy, read_only=True) as shown:
        editor = open_editor(shown, "agenda")
        before = shown.dump()
        for key in (Key.Key_A, Key.Key_Delete, Key.Key_F2):
            press(qtbot, key)
        press(qtbot, Key.Key_M, CONTROL)
        assert editor._stack.currentWidget() is editor._run_view
        press(qtbot, Key.Key_M, CONTROL | SHIFT)
        assert shown.dump() == before


def test_everything_is_named_for_screen_readers(open_editor, day):
    editor = open_editor(day, "agenda")
    source = editor._view.table.source
    assert source.spoken(1, START) == "開始、1日目の1行目、A、9:30、書いた時刻"
    assert source.spoken(2, START) == "開始、1日目の2行目、B、10:30"
    assert "新しい行" in source.spoken(source.count(), TITLE)
    index = editor._view.table.rows.index(0, 0)
    said = editor._view.table.rows.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("1日目")


def test_a_search_leads_to_the_cell(qtbot, open_editor, day):
    editor = open_editor(day, "agenda")
    item = day.all(AgendaItem, title="C")[0]
    assert editor.context.shell.go("agenda_item", item.id, "method")
    table = editor._view.table
    assert (table.source.item(table.row()).title, table.column()) == ("C", METHOD)
    assert not editor.context.shell.go("agenda_item", "no-such", "")
