"""A long day at a board, shortened: nothing grows, nothing is forgotten, the screen stays true."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from support.boards import board_project

from servicedesign.model import Note, StickyColour
from servicedesign.tools.board import actions, moving, notes
from servicedesign.tools.board.looks import note_look


@pytest.fixture
def editor(open_editor, tmp_path: Path):
    made = board_project(tmp_path)
    board_id = actions.find_board(made, "案").id
    actions.add_notes(made, board_id, [actions.Idea(title=f"思いつき{i}") for i in range(150)])
    yield open_editor(made, "board")
    made.close(discard=True)


def work(editor, count: int) -> None:
    chance = random.Random(7)
    project = editor.context.project
    for number in range(count):
        some = chance.sample(editor.view.contents.ids(), 4)
        match number % 6:
            case 0:
                editor.handling.add_quick(f"思いつき{number}")
            case 1:
                moving.move_notes(project, some, chance.randint(-300, 300), 40)
            case 2:
                notes.set_colour(project, some, chance.choice(list(StickyColour)))
            case 3:
                notes.write_note(project, some[0], f"書き直した案{number}")
            case 4:
                notes.delete_notes(project, some[:1])
            case _:
                project.undo()
        if number % 10 == 0:
            editor.view.zoom_to(chance.choice((0.05, 0.2, 0.3, 1.0, 2.0)))
            editor.view.viewport().repaint()


def test_a_long_day_leaves_no_more_objects_and_the_screen_as_the_project_is(qtbot, editor):
    work(editor, 60)
    before = len(editor.findChildren(QObject))
    work(editor, 300)
    assert len(editor.findChildren(QObject)) == before
    project, view = editor.context.project, editor.view
    looks = {note.id: note_look(project, note) for note in project.all(Note)}
    assert {entry.look.id: entry.look for entry in view.contents.entries()} == looks
    assert editor.head.counter.count() == len(looks)
    assert set(view.layers._sprites._sprites) <= set(looks)
    qtbot.waitUntil(lambda: not view._warming._waiting)
    numbers = [note.number for note in project.all(Note)]
    assert len(numbers) == len(set(numbers))


def test_all_of_a_day_can_be_undone(qtbot, editor):
    project = editor.context.project
    start = {note.id: note for note in project.all(Note)}
    work(editor, 120)
    for _ in range(400):
        if {note.id: note for note in project.all(Note)} == start:
            break
        if project.undo() is None:
            break
    assert {note.id: note for note in project.all(Note)} == start
    assert set(editor.view.contents.ids()) == set(start)
