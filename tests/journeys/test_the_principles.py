"""The 12 principles are answered in the meeting, by keys and by mouse, and printed for the file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from support.printed import page_words
from support.projects import Shelf
from support.sheet_samples import TITLES

from servicedesign.model import Answer, PrincipleCheck, PrincipleItem


@pytest.mark.modal
def test_answers_by_keys_and_by_mouse_are_kept_undone_and_printed(
    start_app, hands, chosen_file, work_folder, tmp_path
):
    window = start_app(Shelf(tmp_path / "shelf").path("empty", "ja"))
    hands.until(lambda: window.workspace() is not None)
    workspace = window.workspace()
    project = workspace.project
    first = next(item for item in project.all(PrincipleItem) if item.number == 1)
    one, two, *_ = project.all(PrincipleCheck, item_id=first.id)

    def answer_of(check: PrincipleCheck) -> Answer:
        return project.get(PrincipleCheck, check.id).answer

    hands.ctrl(Qt.Key.Key_5)
    hands.tab_to(one.question)
    hands.press(Qt.Key.Key_1)
    assert answer_of(one) is Answer.DONE

    hands.tab_to(two.question)
    switch = next(
        part
        for part in workspace.findChildren(QWidget)
        if part.accessibleName() == two.question and part.hasFocus()
    )
    edge = QPoint(switch.width() - 6, switch.height() // 2)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
    assert answer_of(two) is Answer.NOT_APPLICABLE
    hands.press(Qt.Key.Key_3)
    assert answer_of(two) is Answer.NOT_YET

    hands.ctrl(Qt.Key.Key_Z)
    assert answer_of(two) is Answer.NOT_APPLICABLE
    hands.ctrl(Qt.Key.Key_Z)
    assert answer_of(two) is Answer.UNSET
    hands.ctrl(Qt.Key.Key_Y)
    assert answer_of(two) is Answer.NOT_APPLICABLE

    hands.tab_to("次の一手")
    hands.type("夜間に働く人へ12月に聞く")
    hands.press(Qt.Key.Key_Tab)
    hands.until(lambda: project.get(PrincipleItem, first.id).next_action)

    target = work_folder / "12箇条.pdf"
    chosen_file(target)
    asked = hands.answer(lambda _dialog: hands.press(Qt.Key.Key_Return))
    hands.ctrl(Qt.Key.Key_P)
    hands.until(target.exists)
    assert asked
    words = "".join(page_words(target.read_bytes()))
    assert [title for title in TITLES if title not in words] == []
    assert "夜間に働く人へ12月に聞く" in words
    assert words.count("対象外") >= 2
