"""Interviews on screen: typed by keys alone, marked, moved and deleted, on a real project."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from support.windows import compose, finish_composing, press

from servicedesign.model import (
    Consent,
    Finding,
    FindingKind,
    Interview,
    InterviewEntry,
    Participant,
    Persona,
    SourceMethod,
)
from servicedesign.model import msg as said
from servicedesign.store import create_project, open_project
from servicedesign.tools.evidence import evidence_records, link_evidence
from servicedesign.tools.interview import actions, findings
from servicedesign.ui.widgets.empty_state import EmptyState

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier
NOW = datetime(2026, 11, 20, 10, 8).astimezone()


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "聞き取り.sdproj")
    talk = actions.add_interview(made, SourceMethod.DEPTH_INTERVIEW, "2026-11-20")
    first = actions.entries_of(made, talk.id)[0]
    actions.write_entry(made, first.id, "question", "どうでしたか", NOW)
    actions.write_entry(made, first.id, "verbatim", "窓口が三つある。休みを4回取った。", NOW)
    second = actions.add_entry(made, talk.id)
    actions.write_entry(made, second.id, "question", "いつですか", NOW)
    actions.add_interview(made, SourceMethod.OBSERVATION, "2026-11-20")
    made.break_merge()
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "interview")


def talk(project) -> Interview:
    return actions.interviews(project)[0]


def entries(project) -> tuple[InterviewEntry, ...]:
    return actions.entries_of(project, talk(project).id)


def rows(editor):
    return editor._layout.entries.rows()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def write(text: str) -> None:
    finish_composing(focus(), text)


def select(editor, number: int, start: int, end: int) -> None:
    answer = rows(editor)[number].answer
    answer.setFocus()
    answer.select((start, end))


def finding(project) -> Finding:
    (found,) = project.all(Finding)
    return found


def test_an_interview_is_begun_and_typed_without_a_mouse(qtbot, open_editor, tmp_path):
    project = create_project(tmp_path / "新しい.sdproj")
    try:
        editor = open_editor(project, "interview")
        assert focus() is editor.findChild(EmptyState).primary
        press(qtbot, Key.Key_Return)
        assert talk(project).code == "H-01"
        write("町の図書館")
        press(qtbot, Key.Key_Return)
        write("30代の女性")
        for _ in range(3):
            press(qtbot, Key.Key_Return)
        assert (talk(project).place, talk(project).person) == ("町の図書館", "30代の女性")
        press(qtbot, Key.Key_Right)
        assert talk(project).method is SourceMethod.OBSERVATION
        press(qtbot, Key.Key_1)
        press(qtbot, Key.Key_Tab)
        press(qtbot, Key.Key_3)
        assert talk(project).consent is Consent.WRITTEN
        press(qtbot, Key.Key_Tab)
        assert focus() is rows(editor)[0].question
        write("どんな日でしたか")
        press(qtbot, Key.Key_Return)
        write("朝から並びました")
        press(qtbot, Key.Key_Return, CONTROL)
        write("昼に終わりました")
        press(qtbot, Key.Key_Tab)
        write("疲れた様子")
        press(qtbot, Key.Key_Return)
        assert focus() is rows(editor)[1].question
        one, two = entries(project)
        assert one.verbatim == "朝から並びました\n昼に終わりました"
        assert (one.question, one.observation) == ("どんな日でしたか", "疲れた様子")
        assert (one.noted_at, two.noted_at) == ("16:12", "")
        assert rows(editor)[0]._time.text() == "16:12"
    finally:
        project.close(discard=True)


def test_enter_ends_the_answer_and_opens_the_next_one(qtbot, editor, project):
    rows(editor)[0].answer.setFocus()
    press(qtbot, Key.Key_Return)
    assert focus() is rows(editor)[1].answer  # its question stands already
    write("去年です")
    press(qtbot, Key.Key_Return)
    assert len(rows(editor)) == 3
    assert focus() is rows(editor)[2].question
    press(qtbot, Key.Key_Return)
    assert focus() is rows(editor)[2].answer
    press(qtbot, Key.Key_Return)
    assert len(rows(editor)) == 3  # nothing was written: no empty ones pile up
    assert focus() is rows(editor)[2].question


def test_tab_goes_through_question_answer_and_observation_and_on(qtbot, editor):
    rows(editor)[0].question.setFocus()
    one, two = rows(editor)
    for expected in (one.answer, one.seen, two.question, two.answer, two.seen):
        press(qtbot, Key.Key_Tab)
        assert focus() is expected
    press(qtbot, Key.Key_Tab)
    assert focus() is editor._layout.summary
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert focus() is two.seen


def test_a_pause_writes_and_nothing_is_written_while_composing(qtbot, editor, project):
    rows(editor)[1].answer.setFocus()
    compose(focus(), "きょねん")
    qtbot.wait(900)
    assert entries(project)[1].verbatim == ""
    press(qtbot, Key.Key_Return)
    assert len(rows(editor)) == 2
    press(qtbot, Key.Key_J, CONTROL)
    assert project.all(Finding) == ()
    write("去年")
    qtbot.waitUntil(lambda: entries(project)[1].verbatim == "去年", timeout=2000)


def test_a_refresh_leaves_a_composition_alone(editor, project):
    rows(editor)[0].answer.setFocus()
    compose(focus(), "まどぐち")
    actions.write_entry(project, entries(project)[0].id, "observation", "笑った", NOW)
    actions.add_entry(project, talk(project).id)
    assert focus() is rows(editor)[0].answer
    assert focus().composing()
    write("窓口")
    editor.flush()
    assert "窓口" in entries(project)[0].verbatim
    assert entries(project)[0].verbatim.count("窓口") == 2


def test_ctrl_j_marks_the_selected_words_and_turns_them_until_they_are_free(qtbot, editor, project):
    select(editor, 0, 0, 7)
    press(qtbot, Key.Key_J, CONTROL)
    made = finding(project)
    assert (made.kind, made.text, made.code) == (FindingKind.FACT, "窓口が三つある", "H-01・2行")
    assert [mark.span for mark in rows(editor)[0].answer.marks()] == [(0, 7)]
    assert rows(editor)[0].answer.selection() == (0, 7)
    for kind in (FindingKind.INTERPRETATION, FindingKind.INSIGHT):
        press(qtbot, Key.Key_J, CONTROL)
        assert finding(project).kind is kind
        assert rows(editor)[0].answer.marks()[0].kind is kind
        assert editor._layout.bar.marks[kind].isChecked()
    press(qtbot, Key.Key_J, CONTROL)
    assert project.all(Finding) == ()
    assert rows(editor)[0].answer.marks() == ()
    press(qtbot, Key.Key_Z, CONTROL)
    assert finding(project).kind is FindingKind.INSIGHT


def test_words_are_selected_by_keys_and_marked_by_a_button(qtbot, editor, project):
    answer = rows(editor)[0].answer
    answer.setFocus()
    press(qtbot, Key.Key_Home, CONTROL)
    press(qtbot, Key.Key_Right, SHIFT)
    press(qtbot, Key.Key_Right, SHIFT)
    button = editor._layout.bar.marks[FindingKind.INSIGHT]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (finding(project).text, finding(project).kind) == ("窓口", FindingKind.INSIGHT)
    assert focus() is answer
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert project.all(Finding) == ()


def test_without_a_selection_ctrl_j_says_what_to_do(qtbot, editor, project):
    rows(editor)[0].answer.setFocus()
    press(qtbot, Key.Key_J, CONTROL)
    assert project.all(Finding) == ()
    workspace = editor.window().workspace()
    assert "選びます" in workspace.toast_widget().text()


def test_marks_follow_what_is_typed_at_once_and_are_kept(qtbot, editor, project):
    select(editor, 0, 8, 13)
    press(qtbot, Key.Key_J, CONTROL)
    answer = rows(editor)[0].answer
    answer.show_place(0)
    write("𠮷町の")
    assert answer._spans()[0][1] == (11, 16)  # before anything is written
    editor.flush()
    made = finding(project)
    assert entries(project)[0].verbatim[made.start : made.end] == "休みを4回"


def test_what_is_marked_shows_in_the_list_and_the_caret_tells_which(qtbot, editor, project):
    select(editor, 0, 0, 7)
    press(qtbot, Key.Key_J, CONTROL)
    select(editor, 0, 8, 13)
    press(qtbot, Key.Key_J, CONTROL)
    one, two = editor._layout.findings.rows()
    assert (one.code.label(), two.code.label()) == ("H-01・2行", "H-01・3行")
    rows(editor)[0].answer.show_place(2)
    assert (one.current(), two.current()) == (True, False)
    rows(editor)[0].answer.show_place(10)
    assert (one.current(), two.current()) == (False, True)
    assert editor.record_in_view() == project.get(Finding, two.objectName())


def test_f2_goes_from_the_words_to_the_finding_and_back(qtbot, editor, project):
    select(editor, 0, 8, 13)
    press(qtbot, Key.Key_J, CONTROL)
    press(qtbot, Key.Key_F2)
    row = editor._layout.findings.rows()[0]
    assert focus() is row.text
    press(qtbot, Key.Key_A, CONTROL)
    write("半日の休みを4回")
    press(qtbot, Key.Key_F2)
    assert finding(project).text == "半日の休みを4回"
    assert focus() is rows(editor)[0].answer
    assert rows(editor)[0].answer.caret() == 8


def test_a_finding_of_ones_own_is_worded_turned_and_deleted_by_keys(qtbot, editor, project):
    editor._layout.findings.add.setFocus()
    press(qtbot, Key.Key_Return)
    write("早さより、いつ分かるか")
    press(qtbot, Key.Key_Return)
    assert finding(project).text == "早さより、いつ分かるか"
    assert finding(project).kind is FindingKind.INTERPRETATION
    editor._layout.findings.rows()[0].kind.setFocus()
    press(qtbot, Key.Key_J, CONTROL)
    assert finding(project).kind is FindingKind.INSIGHT
    press(qtbot, Key.Key_Space)
    assert finding(project).kind is FindingKind.FACT
    press(qtbot, Key.Key_Delete)
    assert project.all(Finding) == ()
    press(qtbot, Key.Key_Z, CONTROL)
    assert finding(project).text == "早さより、いつ分かるか"


def test_what_rests_on_a_finding_leads_there_and_back(qtbot, editor, project):
    select(editor, 0, 0, 7)
    press(qtbot, Key.Key_J, CONTROL)
    persona = Persona(name="佐野 美咲")
    with project.edit(said("見本")):
        project.put(persona)
    link_evidence(project, persona, "problems", finding(project))
    (chip,) = editor._layout.findings.rows()[0]._chips
    assert chip.label() == "佐野 美咲・抱えている問題"
    chip.setFocus()
    press(qtbot, Key.Key_Return)
    workspace = editor.window().workspace()
    assert workspace.current_view() == "persona"
    rows(editor)[0].answer.show_place(15)
    assert workspace.go("finding", finding(project).id, "text")
    assert workspace.current_view() == "interview"
    assert focus() is rows(editor)[0].answer
    assert rows(editor)[0].answer.caret() == 0
    assert editor._layout.findings.rows()[0].current()


@pytest.mark.modal
def test_an_insight_is_linked_to_the_facts_it_rests_on(qtbot, editor, project, answer_dialog):
    select(editor, 0, 0, 7)
    press(qtbot, Key.Key_J, CONTROL)
    own = findings.add_finding(project, talk(project).id, FindingKind.INSIGHT)
    editor.reveal("finding", own.id, "text")

    def pick(_dialog) -> None:
        write("三つ")
        press(qtbot, Key.Key_Return)

    answer_dialog(pick)
    press(qtbot, Key.Key_K, CONTROL)
    assert [record.code for _, record in evidence_records(project, own.id)] == ["H-01・2行"]
    row = editor._layout.findings.row(own.id)
    assert [chip.label() for chip in row._chips] == ["H-01・2行"]


def test_deleting_an_interview_says_what_went_and_one_undo_brings_it_back(qtbot, editor, project):
    select(editor, 0, 0, 7)
    press(qtbot, Key.Key_J, CONTROL)
    persona = Persona(name="佐野 美咲")
    with project.edit(said("見本")):
        project.put(persona)
    link_evidence(project, persona, "problems", finding(project))
    before = project.dump()
    editor._layout.list.setFocus()
    press(qtbot, Key.Key_Delete)
    assert [one.code for one in actions.interviews(project)] == ["K-01"]
    told = editor.window().workspace().toast_widget().text()
    assert "H-01を消しました" in told
    assert "質問と答え2件、わかったこと1件、これを根拠にした所1か所" in told
    assert focus() is editor._layout.list
    press(qtbot, Key.Key_Z, CONTROL)
    assert project.dump() == before


def test_entries_move_split_join_and_go_by_keys_and_menu(qtbot, editor, project):
    second = entries(project)[1].id
    rows(editor)[1].answer.setFocus()
    press(qtbot, Key.Key_Up, ALT)
    assert entries(project)[0].id == second
    assert focus() is rows(editor)[0].answer
    press(qtbot, Key.Key_Down, ALT)
    answer = rows(editor)[0].answer
    answer.setFocus()
    answer.show_place(8)
    menu = {label: run for label, _, run, usable in editor._doing.menu_entries() if usable}
    menu["答えをカーソルの所で分ける"]()
    assert [one.verbatim for one in entries(project)] == [
        "窓口が三つある。",
        "休みを4回取った。",
        "",
    ]
    assert focus() is rows(editor)[1].question
    menu = {label: run for label, _, run, usable in editor._doing.menu_entries() if usable}
    menu["前の答えにつなげる"]()
    assert len(entries(project)) == 2
    menu = {label: run for label, _, run, usable in editor._doing.menu_entries() if usable}
    menu["この質問と答えを消す"]()
    assert [one.id for one in entries(project)] == [second]
    assert "質問1を消しました" in editor.window().workspace().toast_widget().text()


def test_questions_come_from_a_guide_by_keys(qtbot, editor, project):
    rows(editor)[1].answer.setFocus()
    write("去年です")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Down)  # in a question that is not asked yet
    menu = QApplication.activePopupWidget()
    assert menu is not None
    guide = menu.actions()[1].menu()
    guide.actions()[0].trigger()
    menu.close()
    assert entries(project)[2].question == "ふだんの一日を、起きてから順に教えてください"
    assert focus() is rows(editor)[2].answer
    guide.actions()[-1].trigger()
    assert len(entries(project)) == 8
    assert focus() is rows(editor)[3].answer
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(entries(project)) == 3


def test_a_personal_thing_is_pointed_at_beside_its_field_and_may_stay(qtbot, editor, project):
    with project.edit(said("見本")):
        project.put(Participant(name="西村 修"))
    rows(editor)[1].answer.setFocus()
    write("090-1234-5678 へ。隣の田中さんと西村さんも")
    editor.flush()
    assert "電話番号のようです" in rows(editor)[1].hint("verbatim")
    assert "電話番号" in rows(editor)[1].answer.accessibleDescription()
    assert rows(editor)[1].answer._warned == ((0, 13), (18, 22), (23, 27))
    menu = {label: run for label, _, run, _ in editor._doing.menu_entries()}
    menu["「090-1234-5678」を見る"]()
    assert rows(editor)[1].answer.selection() == (0, 13)
    menu["「090-1234-5678」はこのまま残す"]()
    assert "田中さん" in rows(editor)[1].hint("verbatim")
    with project.edit(said("見本")):
        project.put(Persona(name="田中 花子"))
    assert "西村さん" in rows(editor)[1].hint("verbatim")
    assert rows(editor)[0].hint("verbatim") == ""


def test_missing_consent_is_said_gently_once_there_are_words(editor, project):
    assert any("同意がまだです" in line for line in editor._layout.head.warnings())
    assert "同意がまだです" in editor._layout.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    actions.choose_consent(project, talk(project).id, Consent.SPOKEN)
    assert editor._layout.head.warnings() == ()
    editor._layout.list.setCurrentRow(1)
    assert editor._layout.head.warnings() == ()


def test_what_was_typed_is_written_before_another_source_is_shown(editor, project):
    rows(editor)[1].answer.setFocus()
    write("去年です")
    editor._layout.list.setCurrentRow(1)
    assert entries(project)[1].verbatim == "去年です"
    assert editor.current() == actions.interviews(project)[1].id
    assert rows(editor)[0].answer.text() == ""


def test_a_new_source_is_one_more_of_what_is_here(qtbot, editor, project):
    editor._layout.list.setFocus()
    press(qtbot, Key.Key_N, CONTROL | SHIFT)
    assert [one.code for one in actions.interviews(project)] == ["H-01", "K-01", "H-02"]
    assert editor._layout.head.texts["place"].hasFocus()
    rows(editor)[0].answer.setFocus()
    press(qtbot, Key.Key_N, CONTROL | SHIFT)
    assert len(actions.entries_of(project, editor.current())) == 2


def test_sources_move_by_keys_and_enter_leads_to_the_words(qtbot, editor, project):
    editor._layout.list.setFocus()
    press(qtbot, Key.Key_Down, ALT)
    assert [one.code for one in actions.interviews(project)] == ["K-01", "H-01"]
    assert editor._layout.list.currentRow() == 1
    press(qtbot, Key.Key_Return)
    assert focus() is rows(editor)[0].answer


def test_a_hit_is_shown_where_it_stands(editor, project):
    second = entries(project)[1]
    assert editor.reveal("interview_entry", second.id, "question")
    assert focus() is rows(editor)[1].question
    assert editor.reveal("interview", talk(project).id, "summary")
    assert focus() is editor._layout.summary
    assert editor.record_in_view() == talk(project)
    assert not editor.reveal("finding", "no such", "text")


def test_an_undo_that_takes_the_entry_back_lets_what_is_typed_go(qtbot, editor, project):
    press_more = actions.add_entry(project, talk(project).id)
    row = editor._layout.entries.row(press_more.id)
    row.answer.setFocus()
    write("書きかけ")
    project.undo()
    assert editor._layout.entries.row(press_more.id) is None
    editor.flush()
    assert len(entries(project)) == 2


def test_twenty_thousand_characters_are_pasted_whole(qtbot, editor, project):
    text = "窓口は平日の昼だけ開いている。" * 1400
    QApplication.clipboard().setText(text)
    rows(editor)[1].answer.setFocus()
    press(qtbot, Key.Key_V, CONTROL)
    editor.flush()
    assert entries(project)[1].verbatim == text
    rows(editor)[1].answer.select((20_000, 20_003))
    press(qtbot, Key.Key_J, CONTROL)
    assert finding(project).text == text[20_000:20_003]


def test_a_project_that_is_only_read_shows_and_changes_nothing(qtbot, open_editor, project):
    one = entries(project)[0]
    findings.mark_words(project, one.id, (0, 7), FindingKind.FACT)
    path = project.path
    project.close()
    reading = open_project(path, read_only=True)
    try:
        editor = open_editor(reading, "interview")
        assert not editor._layout.bar.isVisible()
        assert not editor._layout.add.isVisible()
        rows(editor)[0].answer.setFocus()
        qtbot.keyClicks(focus(), "abc")
        press(qtbot, Key.Key_Return)
        press(qtbot, Key.Key_Delete)
        assert reading.get(InterviewEntry, one.id) == one
        assert editor.reveal("finding", finding(reading).id, "text")
        assert rows(editor)[0].answer.caret() == 0
        assert editor.commands() == {}
    finally:
        reading.close()
