"""From a field of a persona to the words behind it, and back; and what might tell of a real person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from support.windows import compose, finish_composing, press

from servicedesign.i18n import translator
from servicedesign.model import (
    EmpathyMap,
    Finding,
    FindingKind,
    Interview,
    InterviewEntry,
    Participant,
    Persona,
)
from servicedesign.model import msg as said
from servicedesign.store import create_project, open_project
from servicedesign.tools import evidence
from servicedesign.tools.persona import actions
from servicedesign.tools.persona.hints import persona_hint
from servicedesign.ui.source_quote import source_quote

Key, Mod = Qt.Key, Qt.KeyboardModifier
SAID = "窓口が三つもあると知ったのは、ずっと後です"


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "根拠.sdproj")
    person = actions.add_candidate(made)
    actions.write_field(made, person.id, "name", "佐伯 美咲")
    actions.write_field(made, person.id, "problems", "窓口が分かれている")
    with made.edit(said("聞き取りを書く")):
        talk = Interview(code="H-01", person="30代の女性")
        entry = InterviewEntry(interview_id=talk.id, verbatim=f"届けを出しました。{SAID}。")
        start = entry.verbatim.index(SAID)
        fact = Finding(
            interview_id=talk.id,
            entry_id=entry.id,
            code="H-01・8行",
            text="窓口が三つあるとは知らなかった",
            start=start,
            end=start + len(SAID),
        )
        insight = Finding(
            interview_id=talk.id,
            kind=FindingKind.INSIGHT,
            text="一枚の案内が要る",
            position=1,
        )
        for record in (talk, entry, fact, insight):
            made.put(record)
    evidence.link_evidence(made, person, "problems", fact)
    evidence.link_evidence(made, person, "problems", insight)
    evidence.link_evidence(made, person, "dream", fact)
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "persona")


def first(project) -> Persona:
    return actions.candidates(project)[0]


def finding(project, number: int = 0) -> Finding:
    return project.all(Finding)[number]


def chip(editor, field: str):
    return editor._form.cell(field).chip()


def peek(editor):
    return editor._desk.peek


# The words ----------------------------------------------------------------------------------------


def test_a_fact_is_quoted_as_it_was_said_with_kind_code_and_person(project):
    quote = source_quote(project, finding(project), translator("ja"))
    assert quote.text == f"「{SAID}」"
    assert quote.note == "窓口が三つあるとは知らなかった"
    for part in ("事実", "H-01・8行", "30代の女性"):
        assert part in quote.facts


def test_an_insight_is_told_in_the_words_of_the_team(project):
    quote = source_quote(project, finding(project, 1), translator("ja"))
    assert quote.text == "一枚の案内が要る"
    assert quote.note == ""
    assert "気づき" in quote.facts


@pytest.mark.parametrize("kind", [Persona, Interview, InterviewEntry])
def test_every_kind_of_source_says_something(project, kind):
    quote = source_quote(project, project.all(kind)[0], translator("en"))
    assert quote.text
    assert quote.facts


# On screen ----------------------------------------------------------------------------------------


def test_the_focus_on_a_chip_shows_the_words_and_tab_away_takes_them_back(qtbot, editor):
    chip(editor, "dream").setFocus(Qt.FocusReason.TabFocusReason)
    assert peek(editor).isVisible()
    assert [row.quote.text for row in peek(editor).rows()] == [f"「{SAID}」"]
    assert chip(editor, "dream").hasFocus()
    press(qtbot, Key.Key_Tab)
    qtbot.waitUntil(lambda: not peek(editor).isVisible())


def test_a_chip_far_down_the_page_shows_the_words_when_the_page_comes_to_it(editor, project):
    evidence.link_evidence(project, first(project), "sources", finding(project))
    editor._scroll.verticalScrollBar().setValue(0)
    chip(editor, "sources").setFocus(Qt.FocusReason.TabFocusReason)
    assert editor._scroll.verticalScrollBar().value() > 0
    assert peek(editor).isVisible()
    assert editor.rect().contains(peek(editor).geometry())


def test_pointing_at_a_chip_shows_the_words(qtbot, editor):
    event = QEnterEvent(QPointF(2, 2), QPointF(2, 2), QPointF(2, 2))
    QApplication.sendEvent(chip(editor, "problems"), event)
    qtbot.waitUntil(lambda: peek(editor).isVisible())
    assert len(peek(editor).rows()) == 2
    QApplication.sendEvent(chip(editor, "problems"), QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not peek(editor).isVisible())


def test_several_sources_are_gone_into_by_keys_and_left_by_esc(qtbot, editor):
    chip(editor, "problems").setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Key.Key_Return)
    rows = peek(editor).rows()
    assert rows[0].hasFocus()
    press(qtbot, Key.Key_Down)
    assert rows[1].hasFocus()
    assert "気づき" in rows[1].accessibleName()
    press(qtbot, Key.Key_Escape)
    assert not peek(editor).isVisible()
    assert chip(editor, "problems").hasFocus()
    press(qtbot, Key.Key_Down)
    assert peek(editor).rows()[0].hasFocus()


@pytest.mark.modal
def test_other_sources_can_be_chosen_from_there(qtbot, editor, project, answer_dialog):
    chip(editor, "problems").setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Key.Key_Return)

    def untick(dialog) -> None:
        dialog.turn(0)
        dialog.accept()

    answer_dialog(untick)
    peek(editor)._link.click()
    assert len(evidence.evidence_links(project, first(project).id, "problems")) == 1
    assert not peek(editor).isVisible()


def test_enter_leads_to_the_sentence_and_f4_back_to_the_field(qtbot, editor):
    chip(editor, "dream").setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Key.Key_Return)
    workspace = editor.context.shell
    assert workspace.current_view() == "interview"
    assert not peek(editor).isVisible()
    press(qtbot, Key.Key_F4)
    assert workspace.current_view() == "persona"
    assert editor._form._areas["dream"].hasFocus()


def test_a_source_that_changes_or_goes_is_shown_no_longer(editor, project):
    chip(editor, "dream").setFocus(Qt.FocusReason.TabFocusReason)
    with project.edit(said("消す")):
        project.delete(finding(project))
    assert not peek(editor).isVisible()
    assert not chip(editor, "dream").isVisibleTo(editor._form)


def test_words_without_end_stay_in_view(qtbot, editor, project):
    with project.edit(said("長くする")):
        for record in project.all(Finding):
            project.put(replace(record, text="長い文。" * 5_000))
    chip(editor, "problems").setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Key.Key_Return)
    inside = editor.rect().contains(peek(editor).geometry())
    assert inside
    assert all(row.height() < 260 for row in peek(editor).rows())


def test_in_a_project_that_is_read_no_other_sources_are_offered(open_editor, project):
    path = project.path
    project.close()
    reading = open_project(path, read_only=True)
    editor = open_editor(reading, "persona")
    editor._desk.enter_words("problems")
    assert len(peek(editor).rows()) == 2
    assert not peek(editor)._link.isVisible()
    reading.close()


# The empathy map ----------------------------------------------------------------------------------


@pytest.mark.modal
def test_a_field_of_the_empathy_map_rests_on_something_before_it_is_written(
    qtbot, editor, project, answer_dialog
):
    assert actions.empathy_map(project, first(project).id) is None
    editor._form.go_to_empathy("hears")

    def pick(dialog) -> None:
        dialog.turn(0)
        dialog.accept()

    answer_dialog(pick)
    press(qtbot, Key.Key_K, Mod.ControlModifier)
    empathy = actions.empathy_map(project, first(project).id)
    assert len(evidence.evidence_links(project, empathy.id, "hears")) == 1
    assert chip(editor, "hears").isVisibleTo(editor._form)
    press(qtbot, Key.Key_Z, Mod.ControlModifier)
    assert actions.empathy_map(project, first(project).id) is None
    assert not chip(editor, "hears").isVisibleTo(editor._form)


def test_all_six_fields_can_be_written_and_rest_on_something(editor, project):
    assert set(actions.EMPATHY_FIELDS) <= set(editor._form.claims())
    for field in actions.EMPATHY_FIELDS:
        assert editor._form.go_to_empathy(field)
        editor._form._empathy[field].insertPlainText(f"{field}のこと")
    editor.flush()
    kept = actions.empathy_map(project, first(project).id)
    assert all(getattr(kept, field) == f"{field}のこと" for field in actions.EMPATHY_FIELDS)
    assert len(project.all(EmpathyMap)) == 1


def test_a_refresh_leaves_an_unfinished_conversion_alone(editor, project):
    editor._form.go_to_empathy("thinks")
    field = editor._form._empathy["thinks"]
    compose(field, "きがかり")
    actions.write_empathy(project, first(project).id, "sees", "三つの窓口")
    assert field.composing()
    finish_composing(field, "気がかり")
    editor.flush()
    kept = actions.empathy_map(project, first(project).id)
    assert (kept.thinks, kept.sees) == ("気がかり", "三つの窓口")


def test_the_preview_follows_into_the_empathy_map_and_out_of_it(editor, project):
    asked: list[tuple[str, str | None]] = []
    editor.target_changed.connect(lambda: asked.append(editor.sheet_target()))
    here = first(project).id
    editor._form.go_to_empathy("")
    editor._form.go_to("problems")
    assert asked == [("empathy-map", here), ("persona", here)]


def test_scrolling_to_the_empathy_map_is_enough(qtbot, editor):
    editor._strip.focus_current()
    bar = editor._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert editor.sheet_target()[0] == "empathy-map"
    bar.setValue(0)
    assert editor.sheet_target()[0] == "persona"


def test_the_candidate_in_view_can_be_asked_why(editor, project):
    assert editor.record_in_view() == first(project)


# Real people --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("considerations", "電話は090-1234-5678へ", "電話番号"),
        ("home", "みどり野1丁目2番3号", "住所"),
        ("sources", "misaki@example.jp", "メールアドレス"),
        ("behaviour", "小田 真理に相談した", "参加者や聞き手の名前"),
    ],
)
def test_what_might_tell_of_a_real_person_is_pointed_at_gently(editor, project, field, text, words):
    with project.edit(said("参加者を足す")):
        project.put(Participant(name="小田 真理"))
    identity = editor._form.identity
    assert not identity._warning.isVisibleTo(identity)
    actions.write_field(project, first(project).id, field, text)
    sentence = identity._warning_words.text()
    assert words in sentence
    assert str(actions.field_label(field)) in sentence
    assert identity._warning.isVisibleTo(identity)
    assert getattr(first(project), field) == text
    actions.write_field(project, first(project).id, field, "")
    assert not identity._warning.isVisibleTo(identity)


def test_the_empathy_map_is_looked_through_as_well(editor, project):
    actions.write_empathy(project, first(project).id, "hears", "03-1234-5678に掛けて")
    assert "聞いていること" in editor._form.identity._warning_words.text()


def test_the_name_of_a_participant_is_told_first(editor, project):
    with project.edit(said("参加者を足す")):
        project.put(Participant(name="佐伯 美咲"))
    assert "参加者と同じ名前" in editor._form.identity._warning_words.text()


def test_invented_names_and_ordinary_words_are_left_alone(project):
    person = first(project)
    actions.write_field(
        project, person.id, "behaviour", "佐伯さんは8:30～16:00に働く。お母さんも。"
    )
    actions.write_field(project, person.id, "problems", "半日の休みを4回（約1万4千円）")
    assert persona_hint(project, first(project), None, translator("ja")) == ""
