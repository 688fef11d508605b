"""Why, and what came of it: asked by one key, walked by the arrows, opened where there is a screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from support.windows import PlainEditor, editor_of, press

from servicedesign.exchange.examples import build_example
from servicedesign.model import (
    Finding,
    Interview,
    InterviewEntry,
    Issue,
    JourneyMap,
    Note,
    Persona,
    msg,
)
from servicedesign.store import Project
from servicedesign.ui.dialogs.why_dialog import WhyDialog

Key, Mod = Qt.Key, Qt.KeyboardModifier
ALT, CONTROL, SHIFT = Mod.AltModifier, Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


@pytest.fixture
def why(qtbot, make_window, example: Project):
    window = make_window(example)
    made: list[WhyDialog] = []

    def _open(record: Any) -> WhyDialog:
        dialog = WhyDialog(window.workspace().context, record, window)
        dialog.show()
        dialog.activateWindow()
        made.append(dialog)
        qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.focusWidget() is not None)
        return dialog

    yield _open
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def issue(project: Project, number: int) -> Issue:
    return next(one for one in project.all(Issue) if one.number == number)


def titles(rows) -> list[str]:
    return [line.title for line in rows.lines()]


def test_the_words_of_residents_stand_below_what_they_support(why, example):
    dialog = why(issue(example, 5))
    lines = dialog.behind.lines()
    assert (lines[0].relation, lines[0].kind, lines[0].code) == ("もとの困りごと", "困りごと", "▲5")
    quote = next(line for line in lines if line.code == "H-05・5行")
    assert quote.level == 2
    assert quote.title == "「後ろの人に聞かれた気がして、声が出なかった」"
    assert "土曜の「まとめて相談の日」" in titles(dialog.ahead)
    assert dialog._warning.isHidden()


def test_one_walks_by_the_arrows_to_the_sentence_and_back(qtbot, why, example):
    five = issue(example, 5)
    dialog = why(five)
    qtbot.waitUntil(dialog.behind.hasFocus)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert isinstance(dialog.record(), Finding)
    press(qtbot, Key.Key_Return)
    assert isinstance(dialog.record(), InterviewEntry)
    press(qtbot, Key.Key_Return)
    assert isinstance(dialog.record(), Interview)
    assert "ここが出発点です" in dialog._nothing_behind.text()
    assert dialog._link.isHidden()
    press(qtbot, Key.Key_Backspace)
    press(qtbot, Key.Key_Left, ALT)
    assert dialog.record().code == "H-05・5行"
    press(qtbot, Key.Key_Right)
    assert dialog.ahead.hasFocus()
    dialog.ahead.point_at(five.cell_id)
    press(qtbot, Key.Key_Return)
    assert dialog.record().id == five.cell_id
    assert dialog.ahead.hasFocus()
    press(qtbot, Key.Key_Return)
    assert dialog.record() == five
    for _ in range(6):
        press(qtbot, Key.Key_Backspace)
    assert dialog.record() == five
    assert dialog.ahead.hasFocus() or dialog.behind.hasFocus()


def test_left_and_right_change_sides_only_where_there_is_something(qtbot, why, example):
    interview = example.all(Interview)[0]
    dialog = why(interview)
    qtbot.waitUntil(dialog.ahead.hasFocus)
    press(qtbot, Key.Key_Left)
    assert dialog.ahead.hasFocus()


def test_a_click_walks(qtbot, why, example):
    dialog = why(issue(example, 5))
    row = dialog.behind.visualItemRect(dialog.behind.item(2)).center()
    qtbot.mouseClick(dialog.behind.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert dialog.record().code == "H-05・11行"


def test_missing_evidence_is_said_plainly_and_can_be_linked_there(qtbot, why, example, monkeypatch):
    lonely = Issue(title="夜の窓口がない", number=30)
    with example.edit(msg("足す")):
        example.put(lonely)
    dialog = why(lonely)
    assert dialog._nothing_behind.text() == "まだ根拠がつながっていません。"
    assert dialog._nothing_ahead.isVisible()
    assert dialog._link.isVisible()
    finding = example.all(Finding)[0]

    def choose(picker) -> int:
        picker._words.set_text(finding.text)
        picker.search()
        picker.turn(0)
        picker.accept()
        return 1

    monkeypatch.setattr("servicedesign.ui.dialogs.link_picker.LinkPicker.exec", choose)
    press(qtbot, Key.Key_K, CONTROL)
    assert [line.code for line in dialog.behind.lines()] == [finding.code]
    assert dialog._warning.isHidden()


def test_a_chain_that_ends_before_the_residents_is_told(why, example):
    persona = Persona(name="まだ推測の人")
    lonely = Issue(title="夜の窓口がない", number=30)
    with example.edit(msg("足す")):
        example.put(persona)
        example.put(lonely)
    from servicedesign.tools.evidence import link_evidence

    link_evidence(example, lonely, "", persona)
    dialog = why(lonely)
    assert titles(dialog.behind) == ["まだ推測の人"]
    assert dialog._warning.isVisible()


def test_very_long_words_leave_room_for_the_steps(why, example):
    entry = example.all(InterviewEntry)[0]
    from dataclasses import replace

    with example.edit(msg("書く")):
        example.put(replace(entry, verbatim="長い話をする。" * 3000))
    dialog = why(example.get(InterviewEntry, entry.id))
    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog._title.text().endswith("…")
    assert dialog._whole.text().count("長い話をする。") == 3000


def test_every_kind_of_record_can_be_asked_about(why, example):
    for kind, records in example.records().items():
        if records and kind not in ("link", "image", "project"):
            dialog = why(records[0])
            assert dialog._title.text(), kind


@pytest.mark.modal
def test_one_key_asks_of_what_is_in_view_and_goes_where_it_is_told(
    qtbot, make_window, example, monkeypatch
):
    monkeypatch.setattr(PlainEditor, "record_in_view", PlainEditor.persona)
    revealed: list[tuple[str, str]] = []
    monkeypatch.setattr(
        PlainEditor, "reveal", lambda _editor, kind, one, _field: revealed.append((kind, one))
    )
    window = make_window(example)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor_of(window).fields["name"].setFocus()
    seen: list[str] = []

    def open_first() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, WhyDialog):
            QTimer.singleShot(10, open_first)
            return
        seen.append(dialog.windowTitle())
        dialog.ahead.setFocus()
        dialog.ahead.point_at(example.all(JourneyMap)[0].id)
        dialog.open()
        dialog.reject()

    QTimer.singleShot(10, open_first)
    press(qtbot, Key.Key_K, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["根拠と行き先"]


def test_with_nothing_chosen_the_key_says_so(qtbot, make_window, example):
    window = make_window(example)
    window.commands().run("why")
    assert "選んでから" in window.workspace().toast_widget().text()


def test_without_a_screen_it_is_said_where_a_record_is_printed(why, example, monkeypatch):
    monkeypatch.setattr("servicedesign.ui.dialogs.why_dialog.has_screen", lambda _kind: False)
    dialog = why(example.all(Note)[0])
    assert not dialog._open.isEnabled()
    assert dialog._open.toolTip()
    dialog.open()
    assert dialog.opened() is None
