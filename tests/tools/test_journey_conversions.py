"""Conversions on a map: nothing lost, nothing doubled, no shortcut fired."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.windows import compose, finish_composing, press

from servicedesign.model import Cell, Lane, Phase
from servicedesign.store import create_project
from servicedesign.tools.journey import cells, maps, phases
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.grid.moving import Spot

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier
TOUCH, ACTION, THOUGHT, EMOTION, PAIN = range(5)


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "地図.sdproj")
    maps.add_map(made, maps.PRESETS[0], lambda text: text)
    made.break_merge()
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "journey")


@pytest.fixture
def grid(editor):
    return editor._desks.hands().grid


def texts(project, row: int) -> list[str]:
    lane = project.all(Lane)[row]
    found = []
    for phase in project.all(Phase):
        cards = cells.cards_at(project, Place(phase.id, lane.id))
        found.append("／".join(card.text for card in cards))
    return found


def card(project, col: int, row: int) -> Cell:
    place = Place(project.all(Phase)[col].id, project.all(Lane)[row].id)
    return cells.cards_at(project, place)[0]


def keys(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def at(grid) -> tuple[int, int]:
    spot = grid.spot()
    return spot.col, spot.row


def test_the_first_letter_of_a_conversion_begins_the_card(qtbot, grid, project):
    edit = grid.writing.edit
    compose(edit, "じ")
    assert grid.writing.spot() == Spot(0, 0)
    compose(edit, "じゅう")
    finish_composing(edit, "住民係")
    press(qtbot, Key.Key_Tab)
    assert texts(project, TOUCH)[0] == "住民係"
    assert at(grid) == (1, 0)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab, Key.Key_Escape, Key.Key_Left])
def test_while_converting_every_key_is_the_input_methods(qtbot, grid, project, key):
    edit = grid.writing.edit
    compose(edit, "まど")
    press(qtbot, key)
    assert at(grid) == (0, 0)
    assert edit.composing()
    finish_composing(edit, "窓口")
    press(qtbot, Key.Key_Return)
    assert texts(project, TOUCH)[0] == "窓口"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Key.Key_Z, CTRL),
        (Key.Key_J, CTRL),
        (Key.Key_N, CTRL | SHIFT),
        (Key.Key_Delete, Mod.NoModifier),
        (Key.Key_F2, Mod.NoModifier),
        (Key.Key_V, CTRL),
    ],
)
def test_while_converting_no_shortcut_fires(qtbot, grid, project, key, held):
    cells.write_text(project, Place(project.all(Phase)[0].id, project.all(Lane)[0].id), None, "元")
    QGuiApplication.clipboard().setText("貼る")
    edit = grid.writing.edit
    compose(edit, "まど")
    press(qtbot, key, held)
    assert edit.composing()
    finish_composing(edit, "窓口")
    press(qtbot, Key.Key_Return)
    assert texts(project, TOUCH)[0] == "窓口"
    assert len(project.all(Cell)) == 1


def test_a_conversion_that_is_given_up_leaves_the_card_as_it_was(qtbot, grid, project):
    keys(qtbot, "abc")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Up)
    before = project.dump()
    edit = grid.writing.edit
    compose(edit, "ま")
    compose(edit, "")
    assert not edit.writing()
    qtbot.wait(700)
    assert project.dump() == before
    compose(edit, "ま")
    finish_composing(edit, "間")
    press(qtbot, Key.Key_Escape)
    assert texts(project, TOUCH)[0] == "間"


def test_a_click_elsewhere_in_the_middle_of_a_conversion_keeps_every_letter_once(
    qtbot, grid, project
):
    edit = grid.writing.edit
    compose(edit, "しやくしょ")
    rect = grid.to_view(grid.scene.place_rect(3, 2)).center().toPoint()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect)
    assert texts(project, TOUCH)[0] == "しやくしょ"
    assert at(grid) == (3, 2)
    assert texts(project, THOUGHT)[3] == ""
    compose(edit, "つ")
    finish_composing(edit, "次")
    press(qtbot, Key.Key_Return)
    assert texts(project, THOUGHT)[3] == "次"


def test_an_undo_from_elsewhere_in_the_middle_of_a_conversion_loses_and_doubles_nothing(
    qtbot, grid, project
):
    keys(qtbot, "abc")
    press(qtbot, Key.Key_Tab)
    project.break_merge()
    edit = grid.writing.edit
    compose(edit, "まど")
    project.undo()
    assert edit.composing()
    assert texts(project, TOUCH)[0] == ""
    finish_composing(edit, "窓口")
    press(qtbot, Key.Key_Return)
    assert texts(project, TOUCH)[:2] == ["", "窓口"]


def test_undo_by_its_button_takes_the_half_converted_words_back_and_redo_brings_them(
    qtbot, grid, project, editor
):
    edit = grid.writing.edit
    compose(edit, "まど")
    shell = editor.context.shell
    undo = shell.top_bar()._undo
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    if not undo.isEnabled() or texts(project, TOUCH)[0]:
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not edit.composing()
    assert texts(project, TOUCH)[0] == ""
    shell.command("redo")
    assert texts(project, TOUCH)[0] == "まど"


def test_a_refresh_of_the_same_card_does_not_disturb_a_conversion(qtbot, grid, project):
    place = Place(project.all(Phase)[0].id, project.all(Lane)[TOUCH].id)
    made = cells.write_text(project, place, None, "元の言葉")
    edit = grid.writing.edit
    compose(edit, "あた")
    cells.write_text(project, place, made.id, "よその言葉")
    cells.turn_evidence(project, place, made.id)
    assert edit.composing()
    finish_composing(edit, "新しい")
    press(qtbot, Key.Key_Return)
    assert texts(project, TOUCH)[0] == "新しい"


def test_a_place_that_goes_while_one_converts_leaves_its_words_on_the_clipboard(
    qtbot, grid, project
):
    press(qtbot, Key.Key_Right)
    compose(grid.writing.edit, "まだ書いている")
    phases.delete_phase(project, project.all(Phase)[1].id)
    assert QGuiApplication.clipboard().text() == "まだ書いている"
    assert not grid.writing.edit.writing()
    assert project.all(Cell) == ()


def test_a_committed_word_without_a_conversion_begins_a_card(qtbot, grid, project):
    event = QInputMethodEvent()
    event.setCommitString("窓口")
    QCoreApplication.sendEvent(QApplication.focusWidget(), event)
    press(qtbot, Key.Key_Return)
    assert texts(project, TOUCH)[0] == "窓口"
