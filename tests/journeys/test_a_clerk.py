"""A clerk opens the app for the first time, changes the example, prints it, comes back next day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.printed import page_words, pieces

from servicedesign.model import Persona
from servicedesign.store import open_project

ADDED = "、離れて暮らす母のもとへ月に一度"


@pytest.mark.modal
def test_the_example_is_edited_previewed_printed_and_found_again_by_keyboard_alone(
    start_app, hands, chosen_file, work_folder
):
    window = start_app()
    hands.tab_to("ひとり親の支援")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: window.workspace() is not None)
    workspace = window.workspace()
    path = workspace.project.path
    persona = next(one for one in workspace.project.all(Persona) if one.chosen)

    assert workspace.current_view() == "project"
    hands.tab_to("ペルソナ、")  # the line of the overview, with its state
    hands.press(Qt.Key.Key_Return)
    hands.tab_to("家族構成")
    hands.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.type(ADDED)
    hands.press(Qt.Key.Key_Tab)
    hands.until(lambda: ADDED in workspace.project.get(Persona, persona.id).household)
    assert "家族構成" in workspace.top_bar().undo_text()
    preview = workspace.current_tool().preview
    before = preview.picture()
    hands.until(lambda: not preview.busy() and not preview.picture().isNull())
    assert before.isNull() or preview.picture() != before

    target = work_folder / "ペルソナ.pdf"
    chosen_file(target)
    asked = hands.answer(lambda _dialog: hands.press(Qt.Key.Key_Return))
    hands.ctrl(Qt.Key.Key_P)
    hands.until(target.exists)
    assert len(asked) == 1
    assert pieces(ADDED, "".join(page_words(target.read_bytes()))) <= 2  # over two lines at most

    window.close()
    again = start_app()
    assert "ひとり親の支援" in QApplication.focusWidget().accessibleName()
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: again.workspace() is not None)
    assert again.workspace().project.path == path
    assert again.workspace().project.get(Persona, persona.id).household.endswith(ADDED)
    again.close()
    with open_project(path) as project:
        assert project.get(Persona, persona.id).household.endswith(ADDED)
        project.undo()
        assert project.get(Persona, persona.id) == persona
