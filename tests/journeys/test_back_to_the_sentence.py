"""From an issue back to the sentence a resident said, and forward again, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.printed import page_words
from support.projects import Shelf

from servicedesign.model import Finding, InterviewEntry, Issue

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAID = "後ろの人に聞かれた気がして、声が出なかった"


class Way:
    """The project on screen, and the one key that asks why."""

    def __init__(self, window, hands) -> None:
        self.window, self.hands = window, hands
        self.workspace = window.workspace()
        self.project = self.workspace.project
        self.issue = next(one for one in self.project.all(Issue) if one.number == 5)
        self.said = next(one for one in self.project.all(Finding) if one.code == "H-05・5行")
        self.words: list[str] = []

    def view(self) -> str:
        return self.workspace.current_view()

    def in_use(self):
        return self.workspace.current_tool().editor.record_in_view()

    def at_the_sentence(self) -> bool:
        entry = self.project.get(InterviewEntry, self.said.entry_id)
        return self.view() == "interview" and self.in_use() in (self.said, entry)

    def go_to(self, tool: str) -> None:
        for _ in range(20):
            if self.view() != tool:
                self.hands.ctrl(Key.Key_PageDown)
        assert self.view() == tool

    def ask(self, do) -> None:
        seen = self.hands.answer(do)
        self.hands.press(Key.Key_K, CONTROL, SHIFT)
        self.hands.until(lambda: seen and QApplication.activeModalWidget() is None)
        self.window.activateWindow()  # as window managers do by themselves
        self.hands.until(self.window.isActiveWindow)
        assert seen == ["根拠と行き先"]

    def down(self, dialog) -> None:
        """Walk from the issue to the finding and on to the answer, and open the finding."""
        press = self.hands.press
        self.hands.until(dialog.behind.hasFocus)
        press(Key.Key_Down)
        self.words.append(dialog.behind.lines()[1].title)
        for _ in range(2):
            press(Key.Key_Return)
            self.words.append(dialog._title.text())
        press(Key.Key_Backspace)
        assert dialog.record() == self.said
        press(Key.Key_Backspace)
        assert dialog.record() == self.issue
        press(Key.Key_Return, CONTROL)

    def forward(self, dialog) -> None:
        """Walk from the sentence to the pain point it supports, and open the issue made of it."""
        press = self.hands.press
        if isinstance(dialog.record(), InterviewEntry):
            self.hands.until(dialog.behind.hasFocus)
            press(Key.Key_Right)
            press(Key.Key_Return)
        assert dialog.record() == self.said
        press(Key.Key_Right)
        while dialog.ahead.current_id() != self.issue.cell_id:
            press(Key.Key_Down)
        press(Key.Key_Return)
        assert dialog.ahead.hasFocus()
        assert dialog.ahead.current_id() == self.issue.id
        press(Key.Key_Return, CONTROL)


@pytest.fixture
def way(start_app, hands, tmp_path) -> Way:
    window = start_app(Shelf(tmp_path / "shelf").path("single-parent", "ja"))
    hands.until(lambda: window.workspace() is not None)
    return Way(window, hands)


@pytest.mark.modal
def test_from_an_issue_to_the_sentence_in_its_interview_and_forward_again(way, hands):
    way.go_to("issues")
    hands.until(lambda: way.in_use() == way.issue)
    way.ask(way.down)
    assert way.words[:2] == [f"「{SAID}」", f"「{SAID}」"]
    assert SAID in way.words[2]
    assert way.at_the_sentence()

    way.ask(way.forward)
    assert way.view() == "issues"
    assert way.in_use() == way.issue

    hands.press(Key.Key_F4)
    assert way.at_the_sentence()
    hands.press(Key.Key_F4, SHIFT)
    assert way.in_use() == way.issue


@pytest.mark.modal
def test_the_chip_beside_a_quoted_sentence_leads_to_it_and_paper_names_it(
    way, hands, chosen_file, work_folder
):
    way.go_to("issues")
    hands.tab_to("H-05・5行", SAID)
    hands.press(Key.Key_Return)
    assert way.at_the_sentence()

    hands.press(Key.Key_F4)
    target = work_folder / "困りごとと問い.pdf"
    chosen_file(target)
    hands.answer(lambda _dialog: hands.press(Key.Key_Return))
    hands.ctrl(Key.Key_P)
    hands.until(target.exists)
    printed = "".join(page_words(target.read_bytes()))
    assert f"H-05・5行「{SAID}」" in printed
