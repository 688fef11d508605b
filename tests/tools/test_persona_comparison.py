"""Candidates side by side on screen: what is shown, where keys go, how one is chosen."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from support.windows import press

from servicedesign.model import Certainty, Finding, Interview, Persona
from servicedesign.model import msg as said
from servicedesign.store import create_project, open_project
from servicedesign.tools.evidence import link_evidence
from servicedesign.tools.persona import actions
from servicedesign.tools.persona.compared import COMPARED, alike, compared, differing
from servicedesign.tools.persona.comparison_model import CELL, CHOICE, ROWS, SAID, SURENESS

Key, Mod = Qt.Key, Qt.KeyboardModifier
COMPARE = (Key.Key_C, Mod.ControlModifier | Mod.ShiftModifier)


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "比較.sdproj")
    for name, occupation in (("佐野 美咲", "工場のパート"), ("大友 健吾", "配送"), ("由香", "")):
        one = actions.add_candidate(made, face="woman-30s-ponytail")
        actions.write_field(made, one.id, "name", name)
        actions.write_field(made, one.id, "occupation", occupation)
        actions.write_field(made, one.id, "home", "みどり野町")
    first = actions.candidates(made)[0]
    with made.edit(said("聞き取りを書く")):
        talk = Interview(code="H-03")
        finding = Finding(interview_id=talk.id, text="半日の休みを4回取った")
        made.put(talk)
        made.put(finding)
    link_evidence(made, first, "occupation", finding)
    actions.set_certainty(made, first.id, "occupation", Certainty.FACT)
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "persona")


def ids(project) -> list[str]:
    return [persona.id for persona in actions.candidates(project)]


def table(editor):
    return editor._comparison.table


def cell(editor, column: int, field: str):
    return table(editor).model().index(ROWS.index(field), column).data(CELL)


def test_what_is_compared_is_counted_as_it_is_written(project):
    first, _, third = compared(project)
    assert first.count(Certainty.FACT) == 1
    assert first.founded == 1
    assert third.count(Certainty.FACT) == third.founded == 0
    assert alike(compared(project), "home")
    assert not alike(compared(project), "occupation")


def test_where_nobody_says_anything_nobody_agrees(project, editor):
    editor.compare()
    fields = table(editor).model()
    assert fields.same(ROWS.index("belonging"))
    assert not fields.agreed(ROWS.index("belonging"))
    assert fields.agreed(ROWS.index("home"))


@pytest.mark.parametrize(
    ("text", "other", "marked"),
    [
        ("朝5時半に起き、保育園へ送る。", "朝5時半に起き、学童へ送る。", ["保育園"]),
        ("朝5時半に起き、保育園へ送る。", "夜は本を読んで、静かに過ごす。", []),
        ("朝", "昼", []),
        ("", "朝5時半に起き、学童へ送る。", []),
        ("あ" * 5_000, "あ" * 5_000 + "い", []),
    ],
)
def test_only_versions_of_one_text_have_their_differences_marked(text, other, marked):
    assert [text[start:end] for start, end in differing(text, other)] == marked


def test_the_key_shows_all_candidates_and_takes_the_focus(qtbot, editor, project):
    press(qtbot, *COMPARE)
    assert table(editor).hasFocus()
    model = table(editor).model()
    assert [model.name(column) for column in range(3)] == ["佐野 美咲", "大友 健吾", "由香"]
    assert model.rowCount() == len(COMPARED) + 2
    assert editor.strip() is None
    assert editor.sheet_target() == ("persona-comparison", None)
    press(qtbot, *COMPARE)
    assert editor.sheet_target() == ("persona", ids(project)[0])
    assert editor.strip().isVisible()


def test_marks_and_evidence_stand_in_the_cells(editor):
    editor.compare()
    first = cell(editor, 0, "occupation")
    assert (first.certainty, first.evidence) == (Certainty.FACT, 1)
    assert cell(editor, 0, "home").same
    spoken = table(editor).model().index(ROWS.index("occupation"), 0).data(SAID)
    for word in ("佐野 美咲", "職業", "工場のパート", "事実", "根拠1"):
        assert word in spoken
    assert "まだ" in table(editor).model().index(ROWS.index("occupation"), 2).data(SAID)


def test_arrows_go_among_people_and_enter_opens_the_field_there(qtbot, editor, project):
    editor.compare()
    table(editor).go(ids(project)[0], "home")
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Down)
    assert table(editor).candidate() == ids(project)[1]
    assert editor.record_in_view().id == ids(project)[1]
    assert table(editor).field() == ROWS[ROWS.index("home") + 1]
    press(qtbot, Key.Key_Return)
    assert editor.current() == ids(project)[1]
    assert editor._form._areas["problems"].hasFocus()


def test_f4_leads_from_the_field_back_to_the_cell(qtbot, editor, project):
    editor.compare()
    table(editor).go(ids(project)[2], "dream")
    press(qtbot, Key.Key_F2)
    assert editor._form._areas["dream"].hasFocus()
    press(qtbot, Key.Key_F4)
    assert table(editor).hasFocus()
    assert table(editor).candidate() == ids(project)[2]


def test_esc_goes_back_to_the_candidate_pointed_at(qtbot, editor, project):
    editor.compare()
    table(editor).go(ids(project)[1], "home")
    press(qtbot, Key.Key_Escape)
    assert editor.current() == ids(project)[1]
    assert editor._scroll.isVisible()


@pytest.mark.modal
def test_enter_in_the_first_row_chooses_with_a_reason(qtbot, editor, project, answer_dialog):
    editor.compare()
    table(editor).go(ids(project)[1], CHOICE)
    assert cell(editor, 1, CHOICE).action == "この人に絞る…"

    def give_reason(dialog) -> None:
        qtbot.keyClicks(QApplication.focusWidget(), "hayaku tasuketai")
        press(qtbot, Key.Key_Return)

    answer_dialog(give_reason)
    press(qtbot, Key.Key_Return)
    chosen = actions.chosen_persona(project)
    assert (chosen.id, chosen.chosen_reason) == (ids(project)[1], "hayaku tasuketai")
    assert cell(editor, 1, CHOICE).chosen
    assert cell(editor, 0, CHOICE).action == "この人に変える…"
    assert editor.window().focusWidget() is table(editor)
    assert any(action.label == "ひとりずつ書く" for action in editor.head_actions())
    press(qtbot, Key.Key_Z, Mod.ControlModifier)
    assert not cell(editor, 1, CHOICE).chosen


@pytest.mark.modal
def test_one_press_on_the_words_chooses(qtbot, editor, project, answer_dialog):
    editor.compare()
    index = table(editor).model().index(ROWS.index(CHOICE), 1)
    place = table(editor).visualRect(index).topLeft() + QPoint(60, 20)
    asked: list[str] = []
    answer_dialog(lambda dialog: asked.append(dialog.windowTitle()))
    qtbot.mouseClick(table(editor).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == ["大友 健吾に絞る"]


def test_ctrl_j_turns_the_mark_of_the_cell(qtbot, editor, project):
    editor.compare()
    table(editor).go(ids(project)[1], "occupation")
    press(qtbot, Key.Key_J, Mod.ControlModifier)
    second = actions.candidates(project)[1]
    assert actions.certainty_of(second, "occupation") is Certainty.FACT
    assert cell(editor, 1, "occupation").certainty is Certainty.FACT
    assert table(editor).field() == "occupation"


def test_only_fields_that_differ_are_left_when_asked_for(qtbot, editor, project):
    editor.compare()
    editor._comparison.switch.setFocus()
    press(qtbot, Key.Key_2)
    hidden = {name for row, name in enumerate(ROWS) if table(editor).isRowHidden(row)}
    assert "home" in hidden
    assert not {CHOICE, SURENESS, "occupation"} & hidden
    press(qtbot, Key.Key_1)
    assert not any(table(editor).isRowHidden(row) for row in range(len(ROWS)))


def test_a_change_elsewhere_is_shown_and_the_place_stays(editor, project):
    editor.compare()
    table(editor).go(ids(project)[1], "dream")
    actions.write_field(project, ids(project)[0], "dream", "正社員として働く")
    assert cell(editor, 0, "dream").text == "正社員として働く"
    actions.move_candidate(project, ids(project)[1], 0)
    assert table(editor).candidate() == ids(project)[0]
    assert table(editor).field() == "dream"


def test_one_candidate_alone_says_why_several_are_wanted(qtbot, editor, project):
    for persona_id in ids(project)[1:]:
        actions.delete_candidate(project, persona_id)
    editor.compare()
    empty = editor._comparison._empty
    assert empty.isVisible()
    assert empty.primary.hasFocus()
    press(qtbot, Key.Key_Escape)
    assert not empty.isVisible()
    editor.compare()
    press(qtbot, Key.Key_Return)
    assert len(ids(project)) == 2
    assert editor._form.identity.name.hasFocus()


def test_the_last_candidate_gone_leaves_how_to_begin(editor, project):
    editor.compare()
    for persona_id in ids(project):
        actions.delete_candidate(project, persona_id)
    assert editor._empty.isVisible()
    assert editor.head_actions() == ()
    project.undo()
    assert editor.current() == actions.candidates(project)[0].id


def test_nothing_is_chosen_in_a_project_that_is_only_read(qtbot, open_editor, project):
    path = project.path
    project.close()
    reading = open_project(path, read_only=True)
    editor = open_editor(reading, "persona")
    editor.compare()
    assert not any(cell(editor, column, CHOICE).action for column in range(3))
    table(editor).go(ids(reading)[1], CHOICE)
    press(qtbot, Key.Key_Return)
    assert editor._form._areas["chosen_reason"].hasFocus()
    reading.close()


def test_twelve_candidates_with_endless_texts_are_shown_quickly_and_scroll(qtbot, editor, project):
    odd = ("😀👨‍👩‍👧" * 3_000, "x" * 20_000, "<b>" * 5_000, "長い文がつづく。\n" * 2_000)
    with project.edit(said("候補を足す")):
        for number in range(9):
            text = odd[number % 4]
            project.put(
                Persona(name=f"{number} {text}"[:5_000], problems=text, dream=text, position=9.0)
            )
    started = time.perf_counter()
    editor.compare()
    editor.grab()
    assert time.perf_counter() - started < 3  # it takes a tenth of that; a slow machine may too
    assert table(editor).horizontalScrollBar().maximum() > 0
    table(editor).go(ids(project)[11], "considerations")
    assert table(editor).verticalScrollBar().value() > 0
    heads = table(editor).horizontalHeader(), table(editor).verticalHeader()
    assert all(head.isVisible() for head in heads)
    assert max(table(editor).rowHeight(row) for row in range(len(ROWS))) < 400
