"""The 12 principles on screen: answered, reworded, founded, compared, by keys on a real project."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from support.windows import compose, finish_composing, press

from servicedesign.model import Answer, Finding, Interview, PrincipleEdition, PrincipleItem
from servicedesign.model import msg as said
from servicedesign.store import create_project, open_project
from servicedesign.tools import evidence
from servicedesign.tools.principles import actions
from servicedesign.tools.principles.compare_dialog import CompareDialog
from servicedesign.ui.date_reading import read_near_date
from servicedesign.ui.widgets.mark import Mark
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.text_label import TextLabel

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL = Mod.ControlModifier
TODAY = date(2026, 11, 20)


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "確かめ.sdproj")
    actions.add_edition(made, "2019-12-20", "ja")
    made.break_merge()
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "principles")


def item(project, number: int) -> PrincipleItem:
    items = actions.items_of(project, actions.current_edition(project).id)
    return items[number - 1]


def checks(project, number: int):
    return actions.checks_of(project, item(project, number).id)


def questions(editor):
    return editor._view.page.questions


def field(editor, name: str):
    page = editor._view.page
    return page._due if name == "next_due" else page._fields[name]


def test_digits_answer_the_question_in_use_and_the_list_shows_what_follows(qtbot, editor, project):
    questions(editor).focus_row(0)
    press(qtbot, Key.Key_1)
    assert checks(project, 1)[0].answer is Answer.DONE
    answers = actions.answers_by_item(project, editor._edition)
    assert answers[item(project, 1).id] is Answer.PARTLY
    line = editor._view.list.item(0).data(Qt.ItemDataRole.UserRole)
    assert line.answer is Answer.PARTLY
    assert editor._view.counts._marks[Answer.PARTLY].accessibleName() == "一部 1"
    press(qtbot, Key.Key_4)
    assert checks(project, 1)[0].answer is Answer.NOT_APPLICABLE
    press(qtbot, Key.Key_Z, CONTROL)
    assert questions(editor).rows()[0].switch.value() == "done"


def test_counts_are_never_one_number_alone(editor):
    shown = [mark.accessibleName() for mark in editor._view.counts._marks.values()]
    assert shown == ["できている 0", "一部 0", "まだ 0", "対象外 0"]
    assert editor._view.counts._unset.text() == "答えていない 12"


def test_digits_in_the_list_answer_one_question_after_the_other(qtbot, editor, project):
    editor._view.list.setFocus()
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        press(qtbot, key)
    given = [check.answer for check in checks(project, 1)]
    assert given[:3] == [Answer.DONE, Answer.PARTLY, Answer.NOT_YET]
    press(qtbot, Key.Key_Down)
    assert editor.place() == 1
    press(qtbot, Key.Key_Return)
    assert questions(editor).rows()[0].switch.hasFocus()


def test_up_and_down_go_through_the_principles_from_a_question_too(qtbot, editor):
    questions(editor).focus_row(0)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down)
    assert editor.place() == 2
    assert questions(editor).rows()[0].switch.hasFocus()
    press(qtbot, Key.Key_Up)
    assert editor._view.list.currentRow() == 1


def test_the_primary_button_goes_on_and_keeps_the_answers_at_the_end(qtbot, editor):
    for place in range(1, 12):
        qtbot.mouseClick(editor._view.after, Qt.MouseButton.LeftButton)
        assert editor.place() == place
    assert not editor._view.after.isVisible()
    assert editor._view.keep.isVisible()
    qtbot.mouseClick(editor._view.before, Qt.MouseButton.LeftButton)
    assert editor.place() == 10


def test_a_question_is_reworded_added_moved_and_deleted(qtbot, editor, project):
    before = [check.question for check in checks(project, 1)]
    questions(editor).focus_row(1)
    press(qtbot, Key.Key_F2)
    assert questions(editor).rows()[1].area.hasFocus()
    press(qtbot, Key.Key_A, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "tomodachi nimo kiita ka")
    press(qtbot, Key.Key_Return)
    assert checks(project, 1)[1].question == "tomodachi nimo kiita ka"
    qtbot.mouseClick(questions(editor)._add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "atarashii toi")
    editor.flush()
    added = checks(project, 1)[-1]
    assert added.question == "atarashii toi"
    qtbot.mouseClick(questions(editor).rows()[-1].up, Qt.MouseButton.LeftButton)
    assert checks(project, 1)[-2].id == added.id
    qtbot.mouseClick(questions(editor).rows()[-2].remove, Qt.MouseButton.LeftButton)
    assert len(checks(project, 1)) == len(before)
    press(qtbot, Key.Key_F2)
    assert not questions(editor).editing()
    assert questions(editor).rows()[1]._label.text() == "tomodachi nimo kiita ka"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12/18", "2026-12-18"),
        ("2026-12-18", "2026-12-18"),
        ("12月18日", "2026-12-18"),
        ("１２／１８", "2026-12-18"),
        ("1/15", "2027-01-15"),
        ("11/6", "2026-11-06"),
        ("令和9年1月5日", "2027-01-05"),
        ("18 December", "2026-12-18"),
        ("Dec 18", "2026-12-18"),
    ],
)
def test_a_date_is_read_as_people_write_it(qtbot, editor, project, typed, kept):
    due = field(editor, "next_due")
    due.setFocus()
    finish_composing(due, typed)
    press(qtbot, Key.Key_Return)
    assert item(project, 1).next_due == kept
    day = date.fromisoformat(kept)
    assert due.text() in (f"{day.month}月{day.day}日", "令和9（2027）年1月15日")


def test_from_the_last_field_enter_leads_on_and_not_back(qtbot, editor):
    editor.show_place(1)
    field(editor, "next_due").setFocus()
    press(qtbot, Key.Key_Return)
    assert editor._view.after.hasFocus()


def test_what_is_no_date_stays_typed_and_is_told_beside_the_field(qtbot, editor, project):
    due = field(editor, "next_due")
    due.setFocus()
    finish_composing(due, "来月ごろ")
    press(qtbot, Key.Key_Return)
    assert due.text() == "来月ごろ"
    assert "日付として読めません" in due.error()
    assert item(project, 1).next_due == ""
    editor.show_place(1)
    assert (due.text(), due.error()) == ("", "")


@pytest.mark.parametrize("text", ["2/30", "13/1", "0/5", "明日", "12", "-1/3"])
def test_impossible_days_are_no_dates(text):
    assert read_near_date(text, TODAY) is None


def test_comment_action_and_owner_are_written_and_undone(qtbot, editor, project):
    for name in ("comment", "next_action", "next_owner"):
        editor.reveal("principle_item", item(project, 1).id, name)
        qtbot.keyClicks(QApplication.focusWidget(), name)
    editor.flush()
    kept = item(project, 1)
    assert (kept.comment, kept.next_action, kept.next_owner) == (
        "comment",
        "next_action",
        "next_owner",
    )
    press(qtbot, Key.Key_Z, CONTROL)
    assert field(editor, "next_owner").text() == ""
    assert field(editor, "comment").text() == "comment"


@pytest.mark.modal
def test_evidence_is_offered_and_never_ticked_by_itself(qtbot, editor, project, answer_dialog):
    with project.edit(said("聞き取りを書く")):
        talk = Interview(code="H-05", person="電話が苦手な人")
        project.put(talk)
        project.put(Finding(interview_id=talk.id, code="H-05・2行", text="電話が苦手"))
    ticked: list[int] = []

    def pick(dialog) -> None:
        ticked.append(len(dialog.chosen()))
        finish_composing(QApplication.focusWidget(), "苦手")
        press(qtbot, Key.Key_Down)
        press(qtbot, Key.Key_Return)

    questions(editor).focus_row(0)
    answer_dialog(pick)
    press(qtbot, Key.Key_K, CONTROL)
    assert ticked == [0]
    linked = evidence.evidence_records(project, item(project, 1).id)
    assert len(linked) == 1
    assert [chip.label() for chip in editor._view.page.evidence._chips] == ["H-05 電話が苦手な人"]
    press(qtbot, Key.Key_Z, CONTROL)
    assert editor._view.page.evidence._chips == []


@pytest.mark.modal
def test_answers_are_kept_with_a_note_and_compared_later(qtbot, editor, project, answer_dialog):
    edition = editor._edition
    actions.keep_review(project, edition, date(2026, 10, 14), "始める前")
    for check in checks(project, 1):
        actions.answer_question(project, check.id, Answer.DONE)
    assert (
        editor._view.page._history._words.text()
        == "10月14日の「答えていない」から「できている」へ。"
    )
    labels = [action.label for action in editor.head_actions()]
    assert labels[1:] == ["10月14日と比べる…", "今の答えを記録…"]

    def note(dialog) -> None:
        finish_composing(QApplication.focusWidget(), "テストの後")
        press(qtbot, Key.Key_Return)

    answer_dialog(note)
    editor.keep()
    kept = actions.reviews_of(project, edition)[-1]
    assert (kept.date, kept.note) == ("2026-11-20", "テストの後")
    assert actions.current_edition(project).checked_on == "2026-11-20"
    assert "10月14日" in editor._view.page._history._words.text()
    dialog = CompareDialog(
        editor.context, edition, actions.reviews_of(project, edition)[0].id, None
    )
    qtbot.addWidget(dialog)
    dialog.show()
    words = [label.text() for label in dialog.findChildren(TextLabel)]
    assert "利用者のニーズから出発する" in words
    assert [mark.accessibleName() for mark in dialog.findChildren(Mark)] == ["できている"]


def test_who_checked_and_when_is_written(qtbot, editor, project):
    assert editor.reveal("principle_edition", editor._edition, "checked_by")
    qtbot.keyClicks(QApplication.focusWidget(), "Kinoshita")
    assert editor.reveal("principle_edition", editor._edition, "checked_on")
    qtbot.keyClicks(QApplication.focusWidget(), "11/18")
    editor.flush()
    edition = actions.current_edition(project)
    assert (edition.checked_by, edition.checked_on) == ("Kinoshita", "2026-11-18")


def test_without_an_edition_one_press_puts_it_in_and_undo_takes_it_out(
    qtbot, open_editor, tmp_path
):
    empty = create_project(tmp_path / "空.sdproj")
    editor = open_editor(empty, "principles")
    assert editor.head_actions() == ()
    qtbot.mouseClick(editor._empty.findChild(PrimaryButton), Qt.MouseButton.LeftButton)
    titles = [entry.title for entry in actions.items_of(empty, editor._edition)]
    assert len(titles) == 12
    assert titles[11] == "情報システムではなくサービスを作る"
    empty.undo()
    assert editor._empty.isVisible()
    empty.close(discard=True)


def test_editions_can_be_added_and_changed_and_each_keeps_its_answers(editor, project):
    first = editor._edition
    actions.answer_question(project, checks(project, 1)[0].id, Answer.DONE)
    menu = editor.head_actions()[0].menu
    assert [entry.label for entry in menu] == [
        "令和元年12月20日 閣議決定の版",
        "「平成29年5月30日の案」を足す",
    ]
    menu[1].run()
    assert editor._edition != first
    assert item(project, 6).title == "デジタル技術を徹底的に活用する"
    editor.use_edition(first)
    assert questions(editor).rows()[0].switch.value() == "done"


def test_search_and_undo_land_on_the_question(editor, project):
    check = checks(project, 7)[1]
    assert editor.reveal("principle_check", check.id, "question")
    assert editor.place() == 6
    assert questions(editor).rows()[1].switch.hasFocus()
    assert not editor.reveal("principle_check", "nowhere", "")


def test_a_conversion_is_not_disturbed_by_a_step_from_elsewhere(qtbot, editor, project):
    editor.reveal("principle_item", item(project, 1).id, "comment")
    comment = field(editor, "comment")
    compose(comment, "かみと")
    actions.answer_question(project, checks(project, 1)[0].id, Answer.DONE)
    actions.write_comment(project, item(project, 1).id, "よそから")
    assert comment.textCursor().block().layout().preeditAreaText() == "かみと"
    finish_composing(comment, "紙と電話")
    editor.flush()
    assert item(project, 1).comment == "紙と電話"


def test_two_editors_on_one_project_stay_equal(open_editor, project):
    one, other = open_editor(project, "principles"), open_editor(project, "principles")
    actions.answer_question(project, checks(project, 1)[1].id, Answer.PARTLY)
    actions.write_next_action(project, item(project, 1).id, "聞きに行く")
    actions.add_question(project, item(project, 1).id, "もう一つの問い")
    for read in (
        lambda e: [row.switch.value() for row in questions(e).rows()],
        lambda e: [row._label.text() for row in questions(e).rows()],
        lambda e: field(e, "next_action").text(),
        lambda e: [e._view.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(12)],
    ):
        assert read(one) == read(other)


def test_odd_and_endless_texts_are_shown_as_they_are(editor, project):
    text = ("<b>A‹B社</b> 𠮷田 葛󠄀城 " * 500).strip()
    actions.write_comment(project, item(project, 1).id, text)
    actions.write_question(project, checks(project, 1)[0].id, text[:2000])
    assert field(editor, "comment").text() == text
    assert questions(editor).rows()[0]._label.text() == text[:2000]
    assert editor._view.page.width() <= editor._view._scroll.viewport().width()


def test_a_project_opened_for_reading_takes_no_input(qtbot, open_editor, project):
    path = project.path
    project.close()
    reading = open_project(path, read_only=True)
    editor = open_editor(reading, "principles")
    assert editor.commands() == {}
    assert not questions(editor).pencil.isVisible()
    assert not any(row.switch.isEnabled() for row in questions(editor).rows())
    assert field(editor, "comment").isReadOnly()
    editor._view.list.setFocus()
    press(qtbot, Key.Key_1)
    assert actions.progress(reading).value == "none"
    reading.close()


def test_every_control_is_named(qtbot, editor, project):
    editor._view.list.setFocus()
    seen = 0
    for _ in range(30):
        here = QApplication.focusWidget()
        if editor.isAncestorOf(here):
            seen += 1
            assert here.accessibleName(), type(here)
        here.focusNextChild()
    assert seen > 10


@pytest.mark.parametrize("width", [1366, 900])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_nothing_stands_out_of_the_page(qtbot, open_editor, project, width, lang):
    editor = open_editor(project, "principles", lang)
    editor.window().resize(width, 768)
    qtbot.wait(50)
    page = editor._view.page
    assert page.width() <= editor._view._scroll.viewport().width()
    for child in page.findChildren(QWidget):
        if child.isVisible():
            right = child.mapTo(page, QPoint(child.width(), 0)).x()
            assert right <= page.width() + 1, (type(child), child.accessibleName())


def test_a_name_typed_while_its_edition_is_taken_back_disturbs_nothing(editor, project):
    editor._view.facts._names.setPlainText("佐藤")
    while project.undo() is not None:
        pass
    editor.flush()
    assert project.all(PrincipleEdition) == ()
