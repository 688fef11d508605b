"""Issues on screen: taken up, ranked, founded and asked, by keys and mouse on a real project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import QDropEvent
from support.windows import compose, finish_composing, press

from servicedesign.exchange.examples import build_example
from servicedesign.model import (
    Cell,
    Finding,
    HowMightWe,
    Issue,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Note,
    Phase,
    msg,
)
from servicedesign.store import Project, create_project, open_project
from servicedesign.tools import evidence
from servicedesign.tools.issues import actions
from servicedesign.tools.issues.issue_delegate import tick_rect
from servicedesign.tools.issues.pain_delegate import LINE, button_rect
from servicedesign.ui.widgets.primary_button import PrimaryButton

Key, Mod = Qt.Key, Qt.KeyboardModifier
ALT, CONTROL, SHIFT = Mod.AltModifier, Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "issues")


def issue(project: Project, number: int) -> Issue:
    return next(one for one in project.all(Issue) if one.number == number)


def add_pains(project: Project, *texts: str) -> list[Cell]:
    journey = next(one for one in project.all(JourneyMap) if one.view is JourneyView.AS_IS)
    lane = next(
        one for one in project.all(Lane, map_id=journey.id) if one.kind is LaneKind.PAIN_POINT
    )
    phase = project.all(Phase, map_id=journey.id)[0]
    cells = [
        Cell(map_id=journey.id, phase_id=phase.id, lane_id=lane.id, text=text, position=100.0 + n)
        for n, text in enumerate(texts)
    ]
    with project.edit(msg("困りごとを足す")):
        for cell in cells:
            project.put(cell)
    return cells


def rows(editor):
    found = editor._view.list
    return [found.item(row).data(Qt.ItemDataRole.UserRole) for row in range(found.count())]


def card(editor, place: int = 0):
    return editor._view.page.questions.cards()[place]


def questions_of(project: Project, number: int):
    return actions.own_questions(project, issue(project, number).id)


# --- showing --------------------------------------------------------------------------------------


def test_the_list_opens_on_the_first_issue_with_the_sentences_behind_it(editor):
    assert [line.rank for line in rows(editor)] == list("1234567")
    first = rows(editor)[0]
    assert (first.number, first.phase, first.sources, first.chosen) == (
        5,
        "申請",
        "聞き取り 3件",
        True,
    )
    page = editor._view.page
    assert page.title.text() == "人目のある窓口で、三つの課を回る"
    chips = [row.chip.label() for row in page.quotes.rows()]
    assert chips == ["H-05・5行", "H-05・11行", "K-01（観察）", "K-02（観察）"]
    assert editor.entrance() is editor._view.list
    assert editor._view.pains.isHidden()


def test_arrows_show_the_next_issue_and_its_question(qtbot, editor, project):
    editor._view.list.setFocus()
    press(qtbot, Key.Key_Down)
    assert editor.current() == issue(project, 1).id
    assert card(editor).sentence.text().startswith("どうすれば届けを出した人が")
    assert editor.record_in_view() == issue(project, 1)
    press(qtbot, Key.Key_Return)
    assert editor._view.page.title.hasFocus()
    assert not card(editor)._own_row.isVisible()


def test_a_shared_question_leads_to_the_issue_it_is_written_under(qtbot, editor, project):
    editor.show_issue(issue(project, 4).id)
    questions = editor._view.page.questions
    assert questions.cards() == ()
    [shared] = questions._shown_shared
    assert shared[2] == "課題5の問いと共通"
    questions.other_asked.emit(shared[0])
    assert editor.current() == issue(project, 5).id


def test_nothing_yet_says_what_the_tool_is_for_and_how_to_begin(qtbot, open_editor, tmp_path):
    with create_project(tmp_path / "空.sdproj") as empty:
        editor = open_editor(empty, "issues")
        assert editor._stack.currentWidget() is editor._empty
        assert editor._empty.findChildren(PrimaryButton)
        assert editor.head_actions() == ()
        assert editor.record_in_view() is None
        press(qtbot, Key.Key_N, CONTROL | SHIFT)
        assert len(empty.all(Issue)) == 1
        assert editor._view.page.title.hasFocus()


# --- pain points ----------------------------------------------------------------------------------


def test_enter_makes_an_issue_of_a_pain_point_and_goes_on_with_the_next(qtbot, editor, project):
    first, second = add_pains(project, "名前が呼ばれる", "夜は閉まっている")
    pains = editor._view.pains
    assert not pains.isHidden()
    pains.setFocus()
    assert editor.record_in_view() == first
    press(qtbot, Key.Key_Return)
    made = next(one for one in project.all(Issue) if one.cell_id == first.id)
    assert (made.title, editor.current()) == ("名前が呼ばれる", made.id)
    assert pains.current_id() == second.id
    assert rows(editor)[-1].rank == "―"
    press(qtbot, Key.Key_I, CONTROL | SHIFT)
    assert len(project.all(Issue)) == 9
    assert pains.isHidden()
    assert editor._view.list.hasFocus()
    press(qtbot, Key.Key_Z, CONTROL)
    assert not pains.isHidden()


def test_the_button_in_a_row_takes_it_up_and_the_rest_of_the_row_only_points(
    qtbot, editor, project
):
    [cell] = add_pains(project, "名前が呼ばれる")
    pains = editor._view.pains
    qtbot.waitUntil(lambda: pains.height() > 0)
    item = pains.item(0)
    box = QRectF(pains.visualItemRect(item))
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(
        pains.viewport(), left, pos=box.topLeft().toPoint() + QPointF(40, 12).toPoint()
    )
    assert len(project.all(Issue)) == 7
    place = button_rect(item.data(LINE), box).center().toPoint()
    qtbot.mouseClick(pains.viewport(), left, pos=place)
    assert any(one.cell_id == cell.id for one in project.all(Issue))


def test_pains_before_any_issue_stand_beside_a_button_that_takes_one_up(
    qtbot, open_editor, tmp_path
):
    with build_example("senior-tablets", tmp_path / "講習.sdproj", "ja") as empty:
        editor = open_editor(empty, "issues")
        view = editor._view
        assert view._right.currentWidget() is view.beside
        [button] = view.beside.findChildren(PrimaryButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(empty.all(Issue)) == 1
        assert view._right.currentWidget() is not view.beside


# --- ranking and choosing -------------------------------------------------------------------------


def test_alt_and_arrows_rank_and_space_takes_on(qtbot, editor, project):
    editor._view.list.setFocus()
    press(qtbot, Key.Key_Down, ALT)
    assert [line.number for line in rows(editor)][:3] == [1, 5, 4]
    assert issue(project, 5).rank == 2
    assert editor._view.list.current_id() == issue(project, 5).id
    press(qtbot, Key.Key_Up, ALT)
    press(qtbot, Key.Key_Up, ALT)
    assert issue(project, 5).rank == 1
    press(qtbot, Key.Key_Space)
    assert not issue(project, 5).chosen
    assert not rows(editor)[0].chosen
    assert not editor._view.page.chosen.isChecked()


def test_the_box_in_a_row_is_ticked_by_a_click(qtbot, editor, project):
    found = editor._view.list
    row = [line.number for line in rows(editor)].index(3)
    box = tick_rect(QRectF(found.visualItemRect(found.item(row))))
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert issue(project, 3).chosen


def test_dragging_a_row_ranks_it(editor, project):
    found = editor._view.list
    found.setCurrentRow(0)
    target = found.visualItemRect(found.item(3))
    drop = QDropEvent(
        QPointF(target.center().x(), target.bottom() - 1),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Mod.NoModifier,
    )
    found.dropEvent(drop)
    order = [line.number for line in rows(editor)]
    assert order.index(5) in (2, 3)
    assert sorted(order) == [1, 2, 3, 4, 5, 6, 7]
    assert [one.rank for one in actions.ordered_issues(project)] == list(range(1, 8))


# --- questions ------------------------------------------------------------------------------------


def test_three_fields_make_the_sentence_while_they_are_typed(qtbot, editor, project):
    editor.show_issue(issue(project, 3).id)
    press(qtbot, Key.Key_N, CONTROL | SHIFT)
    parts = card(editor).parts
    assert parts["who"].hasFocus()
    assert card(editor)._outline.isVisible()
    for text in ("働く親", "昼休み", "相談できる"):
        finish_composing(editor.window().focusWidget(), text)
        if text == "相談できる":
            assert (
                card(editor).sentence.text()
                == "どうすれば働く親が、昼休みで、相談できるようになれるか"
            )
        press(qtbot, Key.Key_Return)
    [question] = questions_of(project, 3)
    assert question.sentence == "どうすれば働く親が、昼休みで、相談できるようになれるか"
    assert card(editor).sentence.hasFocus()
    assert rows(editor)[5].questions == "問い 1"


def test_a_sentence_worded_by_hand_stays_until_it_is_asked_away(qtbot, editor, project):
    area = card(editor).sentence
    area.setFocus()
    press(qtbot, Key.Key_A, CONTROL)
    finish_composing(area, "一度で済ませるには？")
    editor.flush()
    card(editor).parts["who"].setFocus()
    press(qtbot, Key.Key_A, CONTROL)
    finish_composing(card(editor).parts["who"], "働く親")
    editor.flush()
    [question] = questions_of(project, 5)
    assert (question.who, question.sentence) == ("働く親", "一度で済ませるには？")
    assert card(editor)._own_row.isVisible()
    card(editor)._again.click()
    assert questions_of(project, 5)[0].sentence.startswith("どうすれば働く親が")
    assert not card(editor)._own_row.isVisible()
    press(qtbot, Key.Key_Z, CONTROL)
    assert card(editor).sentence.text() == "一度で済ませるには？"


def test_a_composition_in_a_part_survives_what_others_change(qtbot, editor, project):
    part = card(editor).parts["who"]
    part.setFocus()
    press(qtbot, Key.Key_A, CONTROL)
    compose(part, "はたらくおや")
    actions.write_issue(project, issue(project, 5).id, "detail", "ほかで書いた")
    actions.move_issue(project, issue(project, 5).id, 3)
    assert part.composing()
    finish_composing(part, "働く親")
    editor.flush()
    [question] = questions_of(project, 5)
    assert question.who == "働く親"
    assert question.sentence.startswith("どうすれば働く親が")
    assert editor._view.page.detail.text() == "ほかで書いた"


def test_a_hint_stands_below_a_question_that_is_half_an_answer(qtbot, editor):
    hint = card(editor)._hint
    assert hint.isHidden()
    part = card(editor).parts["wished_state"]
    part.setFocus()
    finish_composing(part, "アプリで")
    assert "アプリ" in hint._words.text()


def test_delete_takes_the_question_in_use_and_tells_what_stays(qtbot, editor, project):
    [question] = questions_of(project, 5)
    editor._view.page.questions.go_to(question.id)
    card(editor).chosen.setFocus()
    press(qtbot, Key.Key_Delete)
    assert project.find(HowMightWe, question.id) is None
    told = editor.context.shell.toast_widget().text()
    assert told.startswith("問いを消しました。アイデア")
    press(qtbot, Key.Key_Z, CONTROL)
    assert card(editor).sentence.text() == question.sentence


def test_delete_in_a_field_deletes_a_character_and_nothing_else(qtbot, editor, project):
    field = card(editor).parts["who"]
    field.setFocus()
    press(qtbot, Key.Key_Home)
    press(qtbot, Key.Key_Delete)
    editor.flush()
    [question] = questions_of(project, 5)
    assert question.who == "咲さん"


def test_questions_are_moved_by_their_arrows(qtbot, editor, project):
    editor.add_question()
    first, second = questions_of(project, 5)
    card(editor, 1).up.click()
    assert [one.id for one in questions_of(project, 5)] == [second.id, first.id]
    assert card(editor).objectName() == second.id
    card(editor).chosen.click()
    assert project.get(HowMightWe, second.id).chosen


# --- issues ---------------------------------------------------------------------------------------


def test_delete_in_the_list_takes_the_issue_and_shows_its_neighbour(qtbot, editor, project):
    notes = len(project.all(Note))
    editor._view.list.setFocus()
    press(qtbot, Key.Key_Delete)
    assert all(one.number != 5 for one in project.all(Issue))
    assert len(project.all(Note)) == notes
    assert editor.current() == issue(project, 1).id
    assert "アイデア" in editor.context.shell.toast_widget().text()
    press(qtbot, Key.Key_Z, CONTROL)
    assert [line.number for line in rows(editor)] == [5, 1, 4, 6, 2, 3, 7]


def test_f2_begins_with_the_title_and_what_is_typed_shows_in_the_list(qtbot, editor, project):
    editor._view.list.setFocus()
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_A, CONTROL)
    finish_composing(editor._view.page.title, "三つの課")
    press(qtbot, Key.Key_Return)
    assert issue(project, 5).title == "三つの課"
    assert rows(editor)[0].title == "三つの課"


def test_what_was_typed_before_an_undo_of_its_issue_is_let_go(qtbot, editor, project):
    editor.add()
    finish_composing(editor._view.page.title, "夜の窓口")
    project.undo()
    editor.flush()
    assert len(project.all(Issue)) == 7


def test_evidence_is_linked_to_the_issue_itself(qtbot, editor, project, monkeypatch):
    finding = next(one for one in project.all(Finding) if one.code == "H-03・14行")

    def choose(picker) -> int:
        picker._words.set_text(finding.text)
        picker.search()
        picker.turn(0)
        picker.accept()
        return 1

    monkeypatch.setattr("servicedesign.ui.dialogs.link_picker.LinkPicker.exec", choose)
    editor._view.list.setFocus()
    press(qtbot, Key.Key_K, CONTROL)
    [link] = evidence.evidence_links(project, issue(project, 5).id)
    assert link.target_id == finding.id
    assert "H-03・14行" in [row.chip.label() for row in editor._view.page.quotes.rows()]


def test_search_and_undo_reveal_an_issue_and_a_question(editor, project):
    six = issue(project, 6)
    [question] = questions_of(project, 6)
    assert editor.reveal("issue", six.id, "detail")
    assert editor._view.page.detail.hasFocus()
    editor.show_issue(issue(project, 5).id)
    assert editor.reveal("how_might_we", question.id, "sentence")
    assert editor.current() == six.id
    assert card(editor).sentence.hasFocus()
    assert editor.record_in_view() == question
    assert not editor.reveal("issue", "nothing", "")


def test_changes_while_another_tool_is_in_view_are_shown_when_it_comes_back(editor, project):
    workspace = editor.context.shell
    workspace.show_view("persona")
    actions.write_issue(project, issue(project, 5).id, "title", "変わった題名")
    add_pains(project, "名前が呼ばれる")
    assert rows(editor)[0].title != "変わった題名"
    workspace.show_view("issues")
    assert rows(editor)[0].title == "変わった題名"
    assert editor._view.pains.count() == 1


def test_a_project_that_is_only_read_shows_all_and_changes_nothing(
    qtbot, open_editor, project, tmp_path
):
    add_pains(project, "名前が呼ばれる")
    project.copy_to(tmp_path / "写し.sdproj")
    with open_project(tmp_path / "写し.sdproj", read_only=True) as only:
        editor = open_editor(only, "issues")
        before = only.dump()
        editor._view.list.setFocus()
        press(qtbot, Key.Key_Space)
        press(qtbot, Key.Key_Down, ALT)
        editor._view.pains.setFocus()
        press(qtbot, Key.Key_Return)
        assert editor.commands() == {}
        assert editor._view.page.title.isReadOnly()
        assert only.dump() == before


def test_odd_and_very_long_words_are_shown_bounded(qtbot, editor, project):
    [cell] = add_pains(project, "😀" * 20_000)
    editor.take(cell.id)
    assert editor._view.list.count() == 8
    finding = project.all(Finding)[0]
    from dataclasses import replace

    with project.edit(msg("長く書く")):
        project.put(replace(finding, text="長い言葉。" * 4_000, start=0, end=0))
    evidence.link_evidence(project, issue(project, 5), "", project.get(Finding, finding.id))
    editor.show_issue(issue(project, 5).id)
    assert editor._view.page.height() < 20_000
