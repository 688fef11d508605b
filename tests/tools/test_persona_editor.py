"""Personas on screen: what keys and presses do to a real project, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from support.windows import compose, finish_composing, press

from servicedesign.model import (
    Certainty,
    EmpathyMap,
    Finding,
    Interview,
    Participant,
    Persona,
)
from servicedesign.model import msg as said
from servicedesign.store import create_project, open_project
from servicedesign.tools import evidence
from servicedesign.tools.persona import actions
from servicedesign.ui.dialogs.link_picker import LinkPicker
from servicedesign.ui.widgets.evidence_cell import EvidenceCell

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL = Mod.ControlModifier


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議.sdproj")
    first = actions.add_candidate(made, face="woman-30s-ponytail")
    actions.write_field(made, first.id, "name", "佐伯 美咲")
    actions.write_field(made, first.id, "problems", "窓口が3か所に分かれている")
    second = actions.add_candidate(made)
    actions.write_field(made, second.id, "name", "大友 健吾")
    with made.edit(said("聞き取りを書く")):
        talk = Interview(code="H-03", person="30代の女性")
        made.put(talk)
        made.put(Finding(interview_id=talk.id, code="H-03・5行", text="半日の休みを4回取った"))
        made.put(
            Finding(interview_id=talk.id, code="H-03・9行", text="窓口で三度話した", position=1)
        )
    made.break_merge()
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "persona")


def first(project) -> Persona:
    return actions.candidates(project)[0]


def area(editor, field: str):
    return editor._form._areas[field]


def cell(editor, field: str) -> EvidenceCell:
    return editor._form._cells[field]


def test_keystrokes_merge_into_one_step_and_undo_brings_the_field_back(qtbot, editor, project):
    editor.reveal("persona", first(project).id, "problems")
    field = area(editor, "problems")
    field.moveCursor(field.textCursor().MoveOperation.End)
    for letters in ("a", "b", "c"):
        qtbot.keyClicks(field, letters)
        editor.flush()
    assert first(project).problems == "窓口が3か所に分かれているabc"
    press(qtbot, Key.Key_Z, CONTROL)
    assert first(project).problems == "窓口が3か所に分かれている"
    assert field.text() == "窓口が3か所に分かれている"
    press(qtbot, Key.Key_Y, CONTROL)
    assert field.text().endswith("abc")


def test_undo_of_another_candidate_shows_that_candidate(qtbot, editor, project):
    one, two = actions.candidates(project)
    actions.write_field(project, two.id, "dream", "夜勤をやめたい")
    editor.reveal("persona", one.id, "problems")
    press(qtbot, Key.Key_Z, CONTROL)
    assert editor.current() == two.id


def test_ctrl_j_turns_the_mark_of_the_field_in_use(qtbot, editor, project):
    editor.reveal("persona", first(project).id, "problems")
    for expected in (Certainty.FACT, Certainty.GUESS, Certainty.UNSET):
        press(qtbot, Key.Key_J, CONTROL)
        assert actions.certainty_of(first(project), "problems") is expected
        shown = editor._form._chips["problems"].value()
        assert shown == (None if expected is Certainty.UNSET else expected.value)


def test_marks_of_fields_without_a_row_survive_a_turn(qtbot, editor, project):
    actions.set_certainty(project, first(project).id, "age", Certainty.FACT)
    editor.reveal("persona", first(project).id, "dream")
    press(qtbot, Key.Key_J, CONTROL)
    assert actions.certainty_of(first(project), "age") is Certainty.FACT


@pytest.mark.modal
def test_ctrl_k_finds_by_typing_links_with_enter_and_gives_the_focus_back(
    qtbot, editor, project, answer_dialog
):
    editor.reveal("persona", first(project).id, "problems")

    def pick(dialog: LinkPicker) -> None:
        finish_composing(QApplication.focusWidget(), "三度")
        press(qtbot, Key.Key_Return)

    answer_dialog(pick)
    press(qtbot, Key.Key_K, CONTROL)
    linked = evidence.evidence_records(project, first(project).id, "problems")
    assert [record.text for _, record in linked] == ["窓口で三度話した"]
    assert cell(editor, "problems")._chip.label() == "H-03・9行"
    assert editor.window().focusWidget() is area(editor, "problems")


@pytest.mark.modal
def test_several_are_linked_in_one_step_and_unticking_unlinks(
    qtbot, editor, project, answer_dialog
):
    editor.reveal("persona", first(project).id, "dream")

    def tick_two(dialog: LinkPicker) -> None:
        finish_composing(QApplication.focusWidget(), "H-03・")
        press(qtbot, Key.Key_Return, Mod.ShiftModifier)
        press(qtbot, Key.Key_Down)
        press(qtbot, Key.Key_Return)

    answer_dialog(tick_two)
    press(qtbot, Key.Key_K, CONTROL)
    assert len(evidence.evidence_links(project, first(project).id, "dream")) == 2
    assert cell(editor, "dream")._chip.label() == "2件"

    def untick(dialog: LinkPicker) -> None:
        press(qtbot, Key.Key_Down)
        press(qtbot, Key.Key_Return, Mod.ShiftModifier)
        press(qtbot, Key.Key_Return)

    answer_dialog(untick)
    press(qtbot, Key.Key_K, CONTROL)
    assert len(evidence.evidence_links(project, first(project).id, "dream")) == 1
    press(qtbot, Key.Key_Z, CONTROL)
    press(qtbot, Key.Key_Z, CONTROL)
    assert evidence.evidence_links(project, first(project).id, "dream") == ()


@pytest.mark.modal
@pytest.mark.parametrize("composed", [False, True])
def test_space_ticks_what_an_arrow_points_at_and_parts_words_otherwise(
    qtbot, editor, project, answer_dialog, composed
):
    editor.reveal("persona", first(project).id, "dream")

    def space() -> None:
        if composed:  # an input method in full width
            finish_composing(QApplication.focusWidget(), "\u3000")
        else:
            press(qtbot, Key.Key_Space)

    def tick_two(dialog: LinkPicker) -> None:
        finish_composing(QApplication.focusWidget(), "H-03")
        space()
        finish_composing(QApplication.focusWidget(), "・")
        assert dialog.chosen() == ()
        dialog._words.selectAll()
        press(qtbot, Key.Key_Delete)
        for _ in range(2):
            press(qtbot, Key.Key_Down)
            space()
        press(qtbot, Key.Key_Return)

    answer_dialog(tick_two)
    press(qtbot, Key.Key_K, CONTROL)
    assert len(evidence.evidence_links(project, first(project).id, "dream")) == 2


@pytest.mark.modal
def test_esc_in_the_list_of_evidence_changes_nothing(qtbot, editor, project, answer_dialog):
    editor.reveal("persona", first(project).id, "dream")
    before = project.undo_label

    def leave(dialog: LinkPicker) -> None:
        press(qtbot, Key.Key_Down)
        press(qtbot, Key.Key_Return, Mod.ShiftModifier)
        press(qtbot, Key.Key_Escape)

    answer_dialog(leave)
    press(qtbot, Key.Key_K, CONTROL)
    assert evidence.evidence_links(project, first(project).id) == ()
    assert project.undo_label == before


def test_an_empty_project_says_what_can_be_linked_later(qtbot, open_editor, tmp_path):
    empty = create_project(tmp_path / "空.sdproj")
    editor = open_editor(empty, "persona")
    editor.add()
    dialog = LinkPicker(editor.context, first(empty), "dream", "夢", None)
    qtbot.addWidget(dialog)
    assert "まだありません" in dialog._nothing.text()
    assert not dialog._done.isEnabled()
    empty.close(discard=True)


def test_a_fact_without_a_source_is_pointed_out_and_a_guess_asks_for_one(editor, project):
    actions.set_certainty(project, first(project).id, "problems", Certainty.FACT)
    actions.set_certainty(project, first(project).id, "dream", Certainty.GUESS)
    fact, guess = cell(editor, "problems"), cell(editor, "dream")
    assert fact._warning.isVisibleTo(fact)
    assert fact._link.isVisibleTo(fact)
    assert not guess._warning.isVisibleTo(guess)
    assert guess._link.isVisibleTo(guess)


@pytest.mark.modal
def test_narrowing_asks_for_the_reason_and_shows_it(qtbot, editor, project, answer_dialog):
    primary = next(action for action in editor.head_actions() if action.primary)
    assert primary.label == "この人に絞る…"

    def give_reason(dialog) -> None:
        assert not dialog._done.isEnabled()
        qtbot.keyClicks(QApplication.focusWidget(), "mottomo komaru")
        press(qtbot, Key.Key_Return)

    answer_dialog(give_reason)
    primary.run()
    assert first(project).chosen
    assert first(project).chosen_reason == "mottomo komaru"
    assert area(editor, "chosen_reason").text() == "mottomo komaru"
    labels = [action.label for action in editor.head_actions()]
    assert labels[:2] == ["共感マップ", "候補を比べる"]
    editor.narrow()
    assert not first(project).chosen


@pytest.mark.modal
def test_no_reason_no_choice(qtbot, editor, project, answer_dialog):
    answer_dialog(lambda _dialog: press(qtbot, Key.Key_Return))
    editor.narrow()
    assert actions.chosen_persona(project) is None


def test_a_second_candidate_can_take_the_place(editor, project):
    one, two = actions.candidates(project)
    actions.choose_primary(project, one.id, "困りごとが重なる")
    editor.show_candidate(two.id)
    assert "この人に変える…" in [action.label for action in editor.head_actions()]
    actions.choose_primary(project, two.id, "ほかの人も楽になる")
    assert "この人に変える…" not in [action.label for action in editor.head_actions()]


def test_arrows_go_from_candidate_to_candidate_and_what_was_typed_is_kept(qtbot, editor, project):
    one, two = actions.candidates(project)
    editor.reveal("persona", one.id, "dream")
    qtbot.keyClicks(area(editor, "dream"), "kangoshi")
    editor._strip.focus_current()
    press(qtbot, Key.Key_Right)
    assert editor.current() == two.id
    assert project.get(Persona, one.id).dream == "kangoshi"
    assert area(editor, "dream").text() == ""
    press(qtbot, Key.Key_Home)
    assert editor.current() == one.id


def test_the_strip_adds_copies_moves_and_deletes_by_keys(qtbot, editor, project):
    one, two = (persona.id for persona in actions.candidates(project))
    press(qtbot, Key.Key_N, CONTROL | Mod.ShiftModifier)
    assert len(actions.candidates(project)) == 3
    assert editor._form.identity.name.hasFocus()
    editor.show_candidate(one)
    editor._strip.focus_current()
    press(qtbot, Key.Key_D, CONTROL)
    assert [persona.name for persona in actions.candidates(project)][-1] == "佐伯 美咲"
    press(qtbot, Key.Key_Delete)
    assert len(actions.candidates(project)) == 3
    editor.show_candidate(two)
    editor._strip.focus_current()
    press(qtbot, Key.Key_Left, Mod.AltModifier)
    assert [persona.id for persona in actions.candidates(project)][:2] == [two, one]
    labels = [action.text().split("\t")[0] for action in editor._strip.menu(editor).actions()]
    assert labels == ["この人に絞る…", "写しを作る", "左へ動かす", "右へ動かす", "消す"]


def test_deleting_the_last_one_shows_how_to_begin_and_undo_brings_it_back(qtbot, editor, project):
    for persona in actions.candidates(project):
        actions.delete_candidate(project, persona.id)
    assert editor._empty.isVisible()
    assert editor.strip() is None
    assert editor.head_actions() == ()
    editor._empty.primary.click()
    assert len(actions.candidates(project)) == 1
    assert editor._form.isVisible()


def test_an_age_out_of_reach_is_told_beside_the_field_and_not_written(qtbot, editor, project):
    age = editor._form.identity.age
    age.setFocus()
    qtbot.keyClicks(age, "340")
    press(qtbot, Key.Key_Return)
    assert age.error() == "0から120まで"
    assert first(project).age is None
    editor.show_candidate(actions.candidates(project)[1].id)
    assert (age.error(), age.text()) == ("", "")


def test_digits_and_arrows_set_the_digital_skill(qtbot, editor, project):
    editor.reveal("persona", first(project).id, "digital_skill")
    press(qtbot, Key.Key_3)
    assert first(project).digital_skill == 3
    press(qtbot, Key.Key_Right)
    assert first(project).digital_skill == 4
    press(qtbot, Key.Key_Backspace)
    assert first(project).digital_skill is None


def test_the_name_of_a_participant_is_gently_warned_of(editor, project):
    with project.edit(said("参加者を足す")):
        project.put(Participant(name="佐伯　美咲"))
    warning = editor._form.identity._warning
    assert warning.isVisibleTo(editor)
    actions.write_field(project, first(project).id, "name", "佐野 美咲")
    assert not warning.isVisibleTo(editor)


def test_a_conversion_is_not_disturbed_by_a_step_from_elsewhere(qtbot, editor, project):
    editor.reveal("persona", first(project).id, "dream")
    field = area(editor, "dream")
    compose(field, "かんご")
    actions.write_field(project, first(project).id, "belonging", "祭りが好き")
    actions.write_field(project, first(project).id, "dream", "よそからの夢")
    preedit = field.textCursor().block().layout().preeditAreaText()
    assert preedit == "かんご"
    assert area(editor, "belonging").text() == "祭りが好き"
    finish_composing(field, "看護師")
    editor.flush()
    assert first(project).dream == "看護師"


def test_two_editors_on_one_project_stay_equal(qtbot, open_editor, project):
    one, other = open_editor(project, "persona"), open_editor(project, "persona")
    one.reveal("persona", first(project).id, "problems")
    qtbot.keyClicks(area(one, "problems"), "ABC")
    one.flush()
    actions.set_certainty(project, first(project).id, "problems", Certainty.GUESS)
    for field in ("problems", "tagline", "dream"):
        assert area(one, field).text() == area(other, field).text()
    assert one._form._chips["problems"].value() == other._form._chips["problems"].value()
    actions.move_candidate(project, first(project).id, 1)
    assert one._strip._ids == other._strip._ids


def test_the_empathy_map_is_written_and_found_again(qtbot, editor, project):
    editor._form.go_to_empathy("")
    qtbot.keyClicks(QApplication.focusWidget(), "machi no koho")
    editor.flush()
    kept = project.all(EmpathyMap, persona_id=first(project).id)[0]
    assert kept.sees == "machi no koho"
    editor.show_candidate(actions.candidates(project)[1].id)
    assert editor.reveal("empathy_map", kept.id, "hears")
    assert editor.current() == first(project).id
    assert editor._form._empathy["hears"].hasFocus()


@pytest.mark.parametrize("field", ["occupation", "motto", "name", "tagline"])
def test_odd_and_endless_texts_are_shown_as_they_are(editor, project, field):
    text = "<b>A‹B社</b> 𠮷田 葛󠄀城 " * (500 if field in ("occupation", "motto") else 5)
    actions.write_field(project, first(project).id, field, text.strip())
    shown = getattr(first(project), field)
    identity = editor._form.identity
    place = {"motto": identity.motto, "name": identity.name}.get(field) or area(editor, field)
    assert place.text() == shown
    assert not editor.grab().isNull()


def test_every_control_is_named_and_tab_goes_from_the_name_through_all_fields(
    qtbot, editor, project
):
    editor.reveal("persona", first(project).id, "name")
    met: list[str] = []
    for _ in range(90):
        here = QApplication.focusWidget()
        if not editor.isAncestorOf(here):
            break
        assert here.accessibleName(), type(here)
        met.append(here.accessibleName())
        here.focusNextChild()
    labels = [str(actions.field_label(name)) for name in actions.STATEMENT_FIELDS]
    places = [met.index(label) for label in labels]
    assert places == sorted(places)
    assert met.index(labels[0] + ": 印なし") > met.index(labels[0])


def test_a_project_opened_for_reading_takes_no_input(qtbot, open_editor, tmp_path, project):
    path = project.path
    project.close()
    reading = open_project(path, read_only=True)
    editor = open_editor(reading, "persona")
    assert set(editor.commands()) == {"compare"}
    assert all(field.isReadOnly() for field in editor._form._areas.values())
    assert not any(chip.isEnabled() for chip in editor._form._chips.values())
    assert all(action.disabled_because or not action.primary for action in editor.head_actions())
    reading.close()


@pytest.mark.parametrize("width", [1366, 900])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_nothing_stands_out_of_the_page(qtbot, open_editor, project, width, lang):
    editor = open_editor(project, "persona", lang)
    editor.window().resize(width, 768)
    qtbot.wait(50)
    page = editor._form
    assert page.width() <= editor._scroll.viewport().width()
    for child in page.findChildren(QWidget):
        if child.isVisible():
            right = child.mapTo(page, QPoint(child.width(), 0)).x()
            assert right <= page.width() + 1, (type(child), child.accessibleName())
