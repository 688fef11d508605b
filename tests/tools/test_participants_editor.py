"""Participants on screen: typed, pasted, moved, dealt and deleted by keys on a real project."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from support.windows import compose, finish_composing, press

from servicedesign.exchange.examples import build_example
from servicedesign.i18n import translator
from servicedesign.model import Group, Participant, StakeholderKind, StickyColour, msg
from servicedesign.store import create_project, open_project
from servicedesign.tools.participants import actions, grouping
from servicedesign.tools.participants.balance_dialog import BalanceDialog
from servicedesign.tools.participants.group_board import NOBODY
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.table.row_head import rows_dragged

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier
KIND = StakeholderKind


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "名簿.sdproj")
    for name, kana, affiliation, kind in (
        ("中原 恵子", "なかはら けいこ", "企画課", "職員"),
        ("安藤 大輔", "あんどう だいすけ", "食品会社", "企業"),
        ("野口 さやか", "のぐち さやか", "", "利用者"),
    ):
        actions.add_participant(
            made,
            {"name": name, "kana": kana, "affiliation": affiliation, "stakeholder": kind},
        )
    made.break_merge()
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "participants")


@pytest.fixture
def table(editor):
    return editor._view.table


def names(project) -> list[str]:
    return [person.name for person in project.all(Participant)]


def person(project, row: int) -> Participant:
    return project.all(Participant)[row]


def type_text(qtbot, text: str) -> None:
    """Type plain letters by keys, and others as an input method commits them."""
    focus = QApplication.focusWidget()
    if text.isascii():
        qtbot.keyClicks(focus, text)
    else:
        compose(focus, text[:1])
        compose(focus, text)
        finish_composing(focus, text)


def test_a_list_is_pasted_where_none_is_begun(qtbot, open_editor, tmp_path):
    with create_project(tmp_path / "空.sdproj") as project:
        open_editor(project, "participants")
        QGuiApplication.clipboard().setText("氏名\t立場\n中原 恵子\t職員\n森 学\t学生\n")
        press(qtbot, Key.Key_V, CONTROL)
        assert names(project) == ["中原 恵子", "森 学"]


# Typing ---------------------------------------------------------------------------------------


def test_the_table_is_typed_into_at_once_row_after_row(qtbot, open_editor, tmp_path):
    with create_project(tmp_path / "空.sdproj") as project:
        editor = open_editor(project, "participants")
        assert isinstance(QApplication.focusWidget(), PrimaryButton)
        press(qtbot, Key.Key_N, CONTROL | SHIFT)
        for cells in (
            ("中原 恵子", "なかはら", "企画課", "1", "shinkou", "A班", "memo"),
            ("小田 真理", "おだ", "旅館", "異分野", "kiroku", "A", ""),
        ):
            for text in cells:
                type_text(qtbot, text)
                press(qtbot, Key.Key_Tab)
        first, second = project.all(Participant)
        assert (first.name, first.kana, first.affiliation) == ("中原 恵子", "なかはら", "企画課")
        assert (first.stakeholder, first.role, first.note) == (KIND.OFFICIAL, "shinkou", "memo")
        assert second.stakeholder is KIND.OUTSIDER
        assert second.group_id == first.group_id == project.all(Group)[0].id
        assert (editor._view.table.row(), editor._view.table.column()) == (2, 0)


def test_enter_goes_down_to_the_column_where_tab_began(qtbot, table, project):
    table.go(0, 1)
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Return)
    assert (table.row(), table.column()) == (1, 1)
    press(qtbot, Key.Key_Return, SHIFT)
    assert (table.row(), table.column()) == (0, 1)


def test_typing_writes_anew_f2_writes_on_and_esc_keeps_the_text(qtbot, table, project):
    table.go(0, 2)
    type_text(qtbot, "kikaku")
    press(qtbot, Key.Key_Escape)
    assert person(project, 0).affiliation == "kikaku"
    press(qtbot, Key.Key_F2)
    type_text(qtbot, "bu")
    press(qtbot, Key.Key_Return)
    assert person(project, 0).affiliation == "kikakubu"
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Delete)
    assert person(project, 0).affiliation == ""


def test_the_first_letter_of_a_conversion_is_not_lost_and_enter_ends_it_alone(
    qtbot, table, project
):
    table.go(1, 0)
    cell = QApplication.focusWidget()
    for preedit in ("ｈ", "は", "はら"):
        compose(cell, preedit)
        press(qtbot, Key.Key_Tab)
        press(qtbot, Key.Key_Z, CONTROL)
        press(qtbot, Key.Key_Delete)
    assert table.live.writing
    assert (table.row(), table.column()) == (1, 0)
    finish_composing(cell, "原")
    assert names(project)[1] == "安藤 大輔"
    press(qtbot, Key.Key_Return)
    assert names(project)[1] == "原"
    assert table.row() == 2


def test_a_conversion_that_is_given_up_leaves_the_cell_as_it_was(qtbot, table, project):
    table.go(0, 0)
    cell = QApplication.focusWidget()
    compose(cell, "あ")
    compose(cell, "")
    assert not table.live.writing
    press(qtbot, Key.Key_Down)
    assert names(project)[0] == "中原 恵子"


def test_a_refresh_from_elsewhere_leaves_a_conversion_alone(qtbot, table, project):
    table.go(3, 0)
    cell = QApplication.focusWidget()
    compose(cell, "あたらしい")
    actions.add_participant(project, {"name": "先に来た人"})
    actions.write_cell(project, person(project, 0).id, "name", "変わった人")
    assert cell.composing()
    finish_composing(cell, "新しい人")
    press(qtbot, Key.Key_Return)
    assert names(project) == ["変わった人", "安藤 大輔", "野口 さやか", "先に来た人", "新しい人"]


def test_a_pending_conversion_is_kept_when_one_clicks_elsewhere(qtbot, table, project):
    table.go(0, 1)
    compose(QApplication.focusWidget(), "かな")
    where = table.visualRect(table.rows.index(2, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert person(project, 0).kana == "かな"
    assert (table.row(), table.column()) == (2, 2)
    assert table.live.hasFocus()


def test_what_is_typed_is_written_after_a_pause_and_undone_in_one_step(qtbot, table, project):
    table.go(3, 0)
    type_text(qtbot, "tarou")
    qtbot.waitUntil(lambda: len(names(project)) == 4, timeout=2_000)
    assert table.live.writing
    type_text(qtbot, " tanaka")
    qtbot.waitUntil(lambda: names(project)[3] == "tarou tanaka", timeout=2_000)
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(names(project)) == 3
    assert not table.live.writing
    type_text(qtbot, "jirou")
    press(qtbot, Key.Key_Return)
    assert names(project)[3:] == ["jirou"]


def test_a_choice_takes_digits_first_letters_or_its_list(qtbot, table, project):
    table.go(0, 3)
    press(qtbot, Key.Key_5)
    assert person(project, 0).stakeholder is KIND.USER
    type_text(qtbot, "きぎょ")
    assert person(project, 0).stakeholder is KIND.USER
    press(qtbot, Key.Key_Return)
    assert person(project, 0).stakeholder is KIND.COMPANY
    type_text(qtbot, "民生委員")
    press(qtbot, Key.Key_Return)
    assert person(project, 1).stakeholder_note == "民生委員"
    menu = table.choice_menu()
    assert [action.text()[:2] for action in menu.actions()] == [f"&{n}" for n in range(1, 8)]
    menu.actions()[2].trigger()
    assert person(project, 2).stakeholder is KIND.ENGINEER
    menu.close()


def test_a_note_of_several_lines_opens_while_it_is_written(qtbot, table, project):
    table.go(0, 6)
    type_text(qtbot, "ichi")
    press(qtbot, Key.Key_Return, CONTROL)
    type_text(qtbot, "ni")
    assert table.live.height() > table.rowHeight(0)
    press(qtbot, Key.Key_Return)
    assert person(project, 0).note == "ichi\nni"
    assert table.live.height() == table.rowHeight(0)


def test_tab_leaves_the_table_at_its_end(qtbot, table):
    table.go(3, 6)
    press(qtbot, Key.Key_Tab)
    assert not table.live.hasFocus()
    table.setFocus()
    table.go(0, 0)
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert not table.live.hasFocus()


# Blocks and rows ------------------------------------------------------------------------------


def test_blocks_are_copied_and_pasted(qtbot, table, project):
    table.go(0, 0)
    press(qtbot, Key.Key_Right, SHIFT)
    press(qtbot, Key.Key_Down, SHIFT)
    press(qtbot, Key.Key_C, CONTROL)
    text = "中原 恵子\tなかはら けいこ\n安藤 大輔\tあんどう だいすけ"
    assert QGuiApplication.clipboard().text() == text
    table.go(3, 0)
    press(qtbot, Key.Key_V, CONTROL)
    assert names(project)[3:] == ["中原 恵子", "安藤 大輔"]
    assert person(project, 4).kana == "あんどう だいすけ"
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(names(project)) == 3


def test_one_cell_on_the_clipboard_fills_all_that_are_chosen(qtbot, table, project):
    QGuiApplication.clipboard().setText("企画課")
    table.go(0, 2)
    press(qtbot, Key.Key_Down, SHIFT)
    press(qtbot, Key.Key_Down, SHIFT)
    press(qtbot, Key.Key_V, CONTROL)
    assert {one.affiliation for one in project.all(Participant)} == {"企画課"}


def test_pasting_from_the_empty_state_tells_what_it_left_out(qtbot, open_editor, tmp_path):
    QGuiApplication.clipboard().setText("氏名\t電話\n中原\t0100\n小田\t0200\n")
    with create_project(tmp_path / "空.sdproj") as project:
        editor = open_editor(project, "participants")
        editor._empty.secondary.click()
        assert names(project) == ["中原", "小田"]
        toast = editor.window().workspace().toast_widget()
        assert "電話" in toast.accessibleName() + "".join(shown(toast))


def shown(widget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in widget.findChildren(QLabel)]


def test_2000_pasted_rows_appear_fast_and_a_key_answers_fast(qtbot, table, project):
    rows = "\n".join(f"名前{i}\tなまえ{i}\t課\t職員\t\tA班" for i in range(2_000))
    QGuiApplication.clipboard().setText(rows)
    table.go(0, 0)
    start = time.perf_counter()
    press(qtbot, Key.Key_V, CONTROL)
    assert time.perf_counter() - start < 5
    assert len(names(project)) == 2_000
    table.go(1_500, 0)
    start = time.perf_counter()
    qtbot.keyClicks(QApplication.focusWidget(), "a")
    table.flush()
    QApplication.processEvents()
    assert time.perf_counter() - start < 1
    assert names(project)[1_500] == "a"


def test_rows_move_by_keys_and_stay_chosen(qtbot, table, project):
    table.go(2, 0)
    press(qtbot, Key.Key_Up, ALT)
    press(qtbot, Key.Key_Up, ALT)
    assert names(project)[0] == "野口 さやか"
    assert table.row() == 0
    press(qtbot, Key.Key_Up, ALT)
    press(qtbot, Key.Key_Down, ALT)
    assert names(project) == ["中原 恵子", "野口 さやか", "安藤 大輔"]


def test_rows_are_dragged_to_another_place(qtbot, table, project):
    data = rows_dragged([person(project, 0).id])
    last = table.visualRect(table.rows.index(2, 0))
    where = QPointF(last.center().x(), last.bottom() - 2)
    event = QDropEvent(
        where, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Mod.NoModifier
    )
    table.dropEvent(event)
    assert names(project) == ["安藤 大輔", "野口 さやか", "中原 恵子"]


def test_whole_rows_are_deleted_with_one_way_back(qtbot, table, project):
    table.go(0, 0)
    table.verticalHeader().setFocus()
    table.selectRow(1)
    table.setFocus()
    press(qtbot, Key.Key_Delete)
    assert names(project) == ["中原 恵子", "野口 さやか"]
    press(qtbot, Key.Key_Delete, CONTROL)
    assert names(project) == ["中原 恵子"]
    press(qtbot, Key.Key_Z, CONTROL)
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(names(project)) == 3


def test_a_row_is_inserted_below_and_people_are_sorted_by_reading(qtbot, editor, table, project):
    table.go(0, 3)
    press(qtbot, Key.Key_N, CONTROL | SHIFT)
    assert (table.row(), table.column()) == (1, 0)
    type_text(qtbot, "zenzen")
    press(qtbot, Key.Key_Return)
    assert names(project)[1] == "zenzen"
    editor._view.sort.click()
    assert names(project) == ["安藤 大輔", "中原 恵子", "野口 さやか", "zenzen"]


# Groups ---------------------------------------------------------------------------------------


@pytest.fixture
def groups(project):
    made = [grouping.add_group(project, translator("ja")) for _ in range(3)]
    actions.set_group(project, [person(project, 0).id], made[0].id)
    project.break_merge()
    return made


def test_cards_show_groups_their_people_and_those_without_one(groups, editor, project):
    cards = editor._view.board.cards()
    assert list(cards) == [NOBODY, *(group.id for group in groups)]
    assert cards[NOBODY].count.text() == "2人"
    first = cards[groups[0].id]
    assert first.name.text() == "A班"
    assert first.people.item(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("中原 恵子")


def test_a_person_goes_from_group_to_group_by_keys(qtbot, groups, editor, project):
    board = editor._view.board
    assert board.use_person(person(project, 0).id)
    press(qtbot, Key.Key_Right, ALT)
    assert person(project, 0).group_id == groups[1].id
    assert board.person_in_use() == person(project, 0).id
    press(qtbot, Key.Key_3)
    assert person(project, 0).group_id == groups[2].id
    assert editor.record_in_view() == person(project, 0)
    press(qtbot, Key.Key_Delete)
    assert person(project, 0).group_id is None
    press(qtbot, Key.Key_Return)
    assert editor._view.table.live.hasFocus()


def test_people_dropped_on_a_card_join_its_group(groups, editor, project):
    ids = [person(project, 1).id, person(project, 2).id, "gone"]
    data = rows_dragged(ids)
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Mod.NoModifier
    )
    editor._view.board.cards()[groups[1].id].dropEvent(event)
    assert [one.group_id for one in project.all(Participant)][1:] == [groups[1].id] * 2
    assert NOBODY not in editor._view.board.cards()


def test_a_group_is_added_named_coloured_moved_and_deleted(qtbot, editor, project):
    board = editor._view.board
    board.add.click()
    type_text(qtbot, "umi")
    editor.flush()
    group = project.all(Group)[0]
    assert group.name == "umi"
    card = board.cards()[group.id]
    menu = card.colour_menu()
    menu.actions()[3].trigger()
    menu.close()
    assert project.get(Group, group.id).colour is StickyColour.GREEN
    board.add.click()
    card.menu().actions()[1].trigger()
    assert project.all(Group)[-1].id == group.id
    card.menu().actions()[2].trigger()
    assert group.id not in board.cards()
    press(qtbot, Key.Key_Z, CONTROL)
    assert board.cards()[group.id].name.text() == group.name


@pytest.mark.modal
def test_everyone_is_dealt_to_groups_that_mix(qtbot, editor, project, answer_dialog):
    for i in range(9):
        actions.add_participant(project, {"name": f"人{i}", "stakeholder": str(i % 6 + 1)})

    def deal(dialog) -> None:
        assert isinstance(dialog, BalanceDialog)
        assert dialog.count() == 2
        dialog.set_count(3)
        press(qtbot, Key.Key_Return)

    answer_dialog(deal)
    editor.balance()
    sizes = [card.people.count() for card in editor._view.board.cards().values()]
    assert sizes == [4, 4, 4]
    assert editor.head_actions()[-1].leads_on


def test_who_is_missing_is_said_gently(editor, project):
    said = editor._kinds.missing.text()
    assert "足りない立場：ICT技術者、関係団体、異分野の人" in said
    assert "3人" in editor._kinds.counts.text()
    for kind in ("技術者", "団体", "異分野"):
        actions.add_participant(project, {"name": kind, "stakeholder": kind})
    assert "そろっています" in editor._kinds.missing.text()


# What the shell asks --------------------------------------------------------------------------


def test_search_leads_to_the_cell_or_the_card(qtbot, groups, editor, table, project):
    assert editor.reveal("participant", person(project, 1).id, "stakeholder_note")
    assert (table.row(), table.column()) == (1, 3)
    assert table.live.hasFocus()
    assert editor.record_in_view() == person(project, 1)
    assert editor.reveal("group", groups[1].id, "note")
    assert editor._view.board.cards()[groups[1].id].note.hasFocus()
    assert editor.record_in_view() == groups[1]
    assert not editor.reveal("participant", "gone", "")


def test_a_project_that_is_only_read_is_shown_and_not_changed(qtbot, open_editor, tmp_path):
    build_example("single-parent", tmp_path / "a.sdproj", "ja").close()
    with open_project(tmp_path / "a.sdproj", read_only=True) as project:
        editor = open_editor(project, "participants")
        table = editor._view.table
        assert table.rows.rowCount() == len(project.all(Participant))
        table.setFocus()
        type_text(qtbot, "abc")
        press(qtbot, Key.Key_Delete)
        press(qtbot, Key.Key_V, CONTROL)
        press(qtbot, Key.Key_Down)
        assert table.row() == 1
        press(qtbot, Key.Key_C, CONTROL)
        assert QGuiApplication.clipboard().text() == person(project, 1).name
        card = next(iter(editor._view.board.cards().values()))
        assert card.name.isReadOnly()
        assert not editor._view.board.add.isEnabled()


def test_the_place_in_use_is_told_to_screen_readers(qtbot, table, project):
    table.go(1, 3)
    assert table.live.accessibleName() == "立場、2行目、安藤 大輔、地域企業"
    table.go(3, 0)
    assert table.live.accessibleName() == "名前、新しい行"


def test_a_row_that_an_undo_takes_back_takes_no_text_with_it(qtbot, table, project):
    with project.edit(msg("足す")):
        project.put(Participant(name="一時", position=50.0))
    table.go(3, 1)
    compose(QApplication.focusWidget(), "いちじ")
    project.undo()
    finish_composing(QApplication.focusWidget(), "いちじ")
    press(qtbot, Key.Key_Return)
    assert len(names(project)) in (3, 4)
    assert project.check() == ()


def test_pressing_the_number_of_a_row_chooses_all_of_it(qtbot, table, project):
    head = table.verticalHeader()
    where = QPoint(10, head.sectionViewportPosition(1) + 10)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert table.whole_rows() == [1]
    assert table.live.hasFocus()
