"""A card that goes while the cursor is on it, or while it is being written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.windows import compose, finish_composing, press

from servicedesign.model import Lane, Phase
from servicedesign.store import create_project
from servicedesign.tools.journey import cells, maps
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.grid.moving import Spot

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "地図.sdproj")
    maps.add_map(made, maps.PRESETS[0], lambda text: text)
    made.break_merge()
    yield made
    made.close(discard=True)


@pytest.fixture
def place(project) -> Place:
    return Place(project.all(Phase)[0].id, project.all(Lane)[0].id)


@pytest.fixture
def two_cards(project, place):
    made = [cells.write_text(project, place, None, text) for text in ("一枚目", "二枚目")]
    project.break_merge()
    return [card.id for card in made]


@pytest.fixture
def editor(open_editor, project, two_cards):
    return open_editor(project, "journey")


@pytest.fixture
def grid(editor):
    return editor._desks.hands().grid


def texts(project, place) -> list[str]:
    return [card.text for card in cells.cards_at(project, place)]


def type_keys(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def test_after_the_last_of_two_cards_was_deleted_the_cursor_is_on_the_first(
    qtbot, project, place, grid
):
    grid.select(Spot(0, 0, 1))
    press(qtbot, Key.Key_Delete, CTRL)
    assert texts(project, place) == ["一枚目"]
    assert grid.spot() == Spot(0, 0, 0)
    type_keys(qtbot, "new")
    press(qtbot, Key.Key_Return)
    assert texts(project, place) == ["new"]


def test_a_second_card_that_is_taken_back_while_it_is_written_is_written_anew(
    qtbot, project, place, grid
):
    grid.select(Spot(0, 0))
    press(qtbot, Key.Key_N, CTRL | SHIFT)
    type_keys(qtbot, "third")
    press(qtbot, Key.Key_Z, CTRL)
    assert texts(project, place) == ["一枚目", "二枚目"]
    type_keys(qtbot, "again")
    press(qtbot, Key.Key_Return)
    assert texts(project, place) == ["一枚目", "二枚目", "again"]


def test_what_is_composed_on_a_card_that_goes_does_not_overwrite_the_one_beside_it(
    qtbot, project, place, grid, two_cards
):
    grid.select(Spot(0, 0, 0))
    edit = grid.writing.edit
    compose(edit, "かきかけ")
    cells.delete_cards(project, two_cards[:1])
    finish_composing(edit, "書きかけ")
    press(qtbot, Key.Key_Return)
    assert texts(project, place) == ["二枚目", "書きかけ"]


def test_a_map_comes_back_to_a_card_that_was_deleted_meanwhile(project, place, editor, two_cards):
    editor._desks.hands().grid.select(Spot(0, 0, 1))
    first = editor.current()
    other = maps.add_map(project, maps.PRESETS[0], lambda text: text)
    editor.show_map(other.id)
    cells.delete_cards(project, two_cards[1:])
    editor.show_map(first.id)
    assert editor._desks.hands().grid.spot() == Spot(0, 0, 0)
