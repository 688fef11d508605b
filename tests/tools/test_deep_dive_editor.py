"""Deep-dives on screen: begun, written, drawn and answered by keys and mouse on a real project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.windows import compose, finish_composing, press

from servicedesign.exchange.examples import build_example
from servicedesign.model import DeepDive, Frame, Group, Note, Sketch, msg
from servicedesign.store import Project, create_project, open_project
from servicedesign.tools import deepening
from servicedesign.tools.deep_dive import actions

Key, Mod = Qt.Key, Qt.KeyboardModifier
ALT, CONTROL, SHIFT = Mod.AltModifier, Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "deep_dive")


def cleared(project: Project) -> None:
    for dive in project.all(DeepDive):
        actions.delete_dive(project, dive.id)


def dives(project: Project) -> list[str]:
    return [dive.title for dive in actions.ordered_dives(project)]


# --- beginning ------------------------------------------------------------------------------------


@pytest.mark.modal
def test_one_stroke_begins_all_chosen_ideas_with_a_group_each(
    qtbot, open_editor, project, answer_dialog
):
    cleared(project)
    editor = open_editor(project, "deep_dive")
    shown: list[object] = []

    def agree(dialog) -> None:
        shown.append(dialog.groups())
        press(qtbot, Key.Key_Return)

    answer_dialog(agree)
    editor._empty._state.primary.click()
    assert len(dives(project)) == 4
    assert len(set(shown[0].values())) == 3
    assert editor.current() == actions.ordered_dives(project)[0].id
    project.undo()
    assert dives(project) == []


@pytest.mark.modal
def test_an_idea_is_searched_and_begun_with_enter(qtbot, editor, project, answer_dialog):
    def choose(dialog) -> None:
        finish_composing(QApplication.focusWidget(), "45")
        press(qtbot, Key.Key_Return)

    answer_dialog(choose)
    editor.commands()["more"]()
    note = next(one for one in project.all(Note) if one.number == 45)
    dive = project.get(DeepDive, editor.current())
    assert dive.note_id == note.id
    assert dive.group_id is not None
    assert editor.window().focusWidget() is editor.form.areas["whose"]


def test_without_any_idea_one_begins_with_an_empty_one(open_editor, tmp_path, qtbot):
    with create_project(tmp_path / "空.sdproj") as project:
        editor = open_editor(project, "deep_dive")
        assert editor.strip() is None
        editor._empty._state.primary.click()
        assert editor.form.title.hasFocus()
        finish_composing(editor.form.title, "はじめの案")
        press(qtbot, Key.Key_Return)
        assert dives(project) == ["はじめの案"]


@pytest.mark.modal
def test_ideas_are_joined_with_space(qtbot, editor, project, answer_dialog):
    def tick(dialog) -> None:
        assert len(dialog.ticked()) == 1
        press(qtbot, Key.Key_Down)
        press(qtbot, Key.Key_Space)
        press(qtbot, Key.Key_Return)

    answer_dialog(tick)
    editor.form.origin.join_asked.emit()
    dive = editor.dive()
    assert len(actions.joined_ideas(project, dive)) == 2


# --- writing --------------------------------------------------------------------------------------


def test_typing_is_kept_and_enter_goes_from_field_to_field(qtbot, editor, project):
    editor.form.go_to("whose")
    press(qtbot, Key.Key_End, CONTROL)
    finish_composing(QApplication.focusWidget(), "暮らし")
    press(qtbot, Key.Key_Return)
    assert editor.dive().whose == "佐野さんの暮らし"
    assert editor.form.areas["problem"].hasFocus()


def test_a_conversion_is_not_disturbed_by_a_step_taken_meanwhile(qtbot, editor, project):
    editor.form.go_to("value")
    field = editor.form.areas["value"]
    field.selectAll()
    compose(field, "いちどで")
    actions.write_field(project, editor.current(), "people", "担当1人")
    assert field.composing()
    assert editor.form.areas["people"].text() == "担当1人"
    finish_composing(field, "一度で")
    field.flush()
    assert editor.dive().value == "一度で"


def test_a_suggestion_is_taken_by_one_press_and_no_sooner(qtbot, open_editor, project):
    cleared(project)
    note = next(one for one in project.all(Note) if one.number == 12)
    deepening.add_dive(project, note)
    editor = open_editor(project, "deep_dive")
    assert editor.dive().problem == ""
    chip = editor.form.offer("problem").chips()[0]
    words = chip.label()
    chip.click()
    assert editor.dive().problem == words
    assert editor.form.areas["problem"].hasFocus()
    assert words not in editor.form.offer("problem").words()


def test_worries_grow_while_one_types_with_enter_alone(qtbot, editor, project):
    worries = editor.form.worries
    before = len(editor.dive().worries)
    worries.go_to(before)
    for words in ("雨の日は？", "室内に移す", "だれが払う？", "町が払う"):
        finish_composing(QApplication.focusWidget(), words)
        press(qtbot, Key.Key_Return)
    new = editor.dive().worries[before:]
    assert [(one.worry, one.answer) for one in new] == [
        ("雨の日は？", "室内に移す"),
        ("だれが払う？", "町が払う"),
    ]
    worries.rows()[before].remove.click()
    assert len(editor.dive().worries) == before + 1


def test_the_group_is_chosen_from_the_list(editor, project):
    other = project.all(Group)[2]
    editor.form.group.set_value(other.id)
    editor.form.group.activated.emit(0)
    assert editor.dive().group_id == other.id


# --- the strip ------------------------------------------------------------------------------------


def test_arrows_go_and_with_alt_move_and_delete_tells_what_went(qtbot, editor, project):
    editor.focus_strip()
    first, second = dives(project)[:2]
    press(qtbot, Key.Key_Right)
    assert editor.dive().title == second
    press(qtbot, Key.Key_Left, ALT)
    assert dives(project)[:2] == [second, first]
    press(qtbot, Key.Key_Delete)
    assert second not in dives(project)
    assert editor.dive().title == first
    project.undo()
    assert second in dives(project)


def test_a_deep_dive_taken_back_by_undo_leaves_its_neighbour(editor, project):
    note = next(one for one in project.all(Note) if one.number == 40)
    dive = deepening.add_dive(project, note)
    editor.show_dive(dive.id)
    project.undo()
    assert editor.current() in {one.id for one in actions.ordered_dives(project)}


def test_reveal_goes_to_a_field_and_to_a_frame(editor, project):
    last = actions.ordered_dives(project)[-1]
    assert editor.reveal(DeepDive.KIND, last.id, "smallest_trial")
    assert editor.form.areas["smallest_trial"].hasFocus()
    frame = project.all(Frame, deep_dive_id=actions.ordered_dives(project)[0].id)[1]
    assert editor.reveal(Frame.KIND, frame.id, "caption")
    assert editor.current() == frame.deep_dive_id
    assert editor.form.storyboard.strip.card(frame.id).caption.hasFocus()
    assert editor.record_in_view() == frame
    assert not editor.reveal(DeepDive.KIND, "none", "")


# --- the flow -------------------------------------------------------------------------------------


@pytest.mark.modal
def test_a_frame_is_added_drawn_and_written_by_keys(qtbot, editor, project, answer_dialog):
    board = editor.form.storyboard
    board.strip.add.setFocus()
    press(qtbot, Key.Key_Return)
    frame = project.all(Frame, deep_dive_id=editor.current())[-1]
    card = board.strip.card(frame.id)
    assert card.picture.hasFocus()
    answer_dialog(lambda dialog: dialog.pad.place("bus"))
    press(qtbot, Key.Key_Return)
    sketch = project.get(Sketch, project.get(Frame, frame.id).sketch_id)
    assert [figure.figure for figure in sketch.figures] == ["bus"]
    assert editor.window().focusWidget() is card.picture
    press(qtbot, Key.Key_Tab)
    finish_composing(QApplication.focusWidget(), "帰り")
    press(qtbot, Key.Key_Return)
    finish_composing(QApplication.focusWidget(), "バスで帰る")
    press(qtbot, Key.Key_Escape)
    kept = project.get(Frame, frame.id)
    assert (kept.heading, kept.caption) == ("帰り", "バスで帰る")


def test_pictures_are_walked_moved_copied_and_deleted_by_keys(qtbot, editor, project):
    board = editor.form.storyboard

    def headings() -> list[str]:
        return [one.heading for one in project.all(Frame, deep_dive_id=editor.current())]

    before = headings()
    board.strip.cards()[0].go_to("")
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Left, ALT)
    assert headings()[:2] == [before[1], before[0]]
    press(qtbot, Key.Key_D, CONTROL)
    assert len(headings()) == 6
    press(qtbot, Key.Key_Delete)
    assert len(headings()) == 5
    assert board.frame_in_use()
    project.undo()
    project.undo()
    project.undo()
    assert headings() == before


def test_too_many_frames_are_said_gently(editor, project):
    board = editor.form.storyboard
    for _ in range(2):
        board.add()
    assert "7コマ" in board._hint.text()


# --- reading only ---------------------------------------------------------------------------------


def test_a_project_that_is_only_read_shows_all_and_takes_nothing(qtbot, open_editor, tmp_path):
    path = tmp_path / "例.sdproj"
    build_example("single-parent", path, "ja").close()
    with open_project(path, read_only=True) as project:
        editor = open_editor(project, "deep_dive")
        before = project.dump()
        assert editor.form.areas["whose"].isReadOnly()
        assert not editor.form.storyboard.strip.add.isVisible()
        assert len(editor.form.worries.rows()) == len(editor.dive().worries)
        picture = editor.form.storyboard.strip.cards()[0].picture
        picture.setFocus()
        for key in (Key.Key_Delete, Key.Key_Return):
            press(qtbot, key)
        editor.focus_strip()
        press(qtbot, Key.Key_Delete)
        assert project.dump() == before


# --- much and odd ---------------------------------------------------------------------------------


def test_very_long_and_odd_words_are_shown_and_kept(editor, project):
    long = "あ" * 20_000
    dive = editor.dive()
    odd = replace(
        dive, title="😀" * 200, whose=long, problem="🧑‍🧑‍🧒" * 50, comments=("長" * 4_000,)
    )
    with project.edit(msg("長い")):
        project.put(odd)
    assert editor.form.areas["whose"].text() == long
    assert editor.form.comments.areas()[0].text() == "長" * 4_000
    assert editor._strip.tabs()[0].accessibleName().startswith("1番目")


# --- from the board -------------------------------------------------------------------------------


def test_an_idea_of_the_board_is_worked_out_and_found_again(open_editor, project):
    board = open_editor(project, "board")
    note = next(one for one in project.all(Note) if one.number == 41)
    board.view.selection.choose([note.id])
    board.commands()["board_deepen"]()
    workspace = board.window().workspace()
    here = workspace.current_tool().editor
    assert here.dive().note_id == note.id
    count = len(project.all(DeepDive))
    workspace.show_view("board")
    board.view.selection.choose([note.id])
    board.commands()["board_deepen"]()
    assert len(project.all(DeepDive)) == count
    assert workspace.current_tool().editor.dive().note_id == note.id
    board.view.selection.choose([one.id for one in project.all(Note)[:2]])
    board.commands()["board_deepen"]()
    assert len(project.all(DeepDive)) == count
