"""A step that seals: it cannot be taken back, and what came before leaves no trace in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from servicedesign.model import Board, Note, ProjectError, msg
from servicedesign.store import Project, open_project

SECRET = "誰にも言わない番号五十七"


def secret_note(project: Project) -> Note:
    board = Board(title="みんなの案")
    note = Note(board_id=board.id, text=SECRET)
    with project.edit(msg("書く")):
        project.put(board)
        project.put(note)
    with project.edit(msg("書き直す")):
        project.put(replace(note, text="ふつうの案"))
    return note


def test_a_sealing_step_cannot_be_taken_back(project: Project) -> None:
    note = secret_note(project)
    with project.edit(msg("締め切る"), seals=True):
        project.put(replace(project.get(Note, note.id), text="締め切った"))
    assert project.undo_label is None
    assert project.undo() is None
    assert project.get(Note, note.id).text == "締め切った"


def test_what_comes_after_a_seal_is_taken_back_up_to_it(project: Project) -> None:
    note = secret_note(project)
    with project.edit(msg("締め切る"), seals=True):
        project.put(replace(project.get(Note, note.id), text="締め切った"))
    for text in ("一", "二"):
        with project.edit(msg("書く")):
            project.put(replace(project.get(Note, note.id), text=text))
    assert project.undo() is not None
    assert project.undo() is not None
    assert project.undo() is None
    assert project.get(Note, note.id).text == "締め切った"
    assert project.redo() is not None
    assert project.get(Note, note.id).text == "一"


def test_a_seal_holds_when_the_file_is_opened_again(project: Project) -> None:
    note = secret_note(project)
    with project.edit(msg("締め切る"), seals=True):
        project.put(replace(project.get(Note, note.id), text="締め切った"))
    project.close()
    with open_project(project.path) as again:
        assert again.undo() is None
        assert again.redo_label is None
        with again.edit(msg("書く")):
            again.put(replace(again.get(Note, note.id), text="後"))
        assert again.undo() is not None
        assert again.get(Note, note.id).text == "締め切った"
        assert again.undo() is None


def test_no_byte_of_the_steps_before_stays_in_the_file(project: Project) -> None:
    note = secret_note(project)
    project.undo()
    project.redo()
    with project.edit(msg("締め切る"), seals=True):
        project.put(replace(project.get(Note, note.id), text="締め切った"))
    project.close()
    assert SECRET.encode() not in project.path.read_bytes()


def test_steps_that_were_taken_back_are_forgotten_too(project: Project) -> None:
    note = secret_note(project)
    project.undo()
    with project.edit(msg("締め切る"), seals=True):
        project.put(replace(project.get(Note, note.id), text="締め切った"))
    assert project.redo_label is None
    assert project.redo() is None


def test_a_step_does_not_join_one_from_before_the_seal(project: Project) -> None:
    note = secret_note(project)
    with project.edit(msg("動かす"), merge="m"):
        project.put(replace(project.get(Note, note.id), x=1.0))
    with project.edit(msg("締め切る"), seals=True, merge="m"):
        project.put(replace(project.get(Note, note.id), x=2.0))
    with project.edit(msg("動かす"), merge="m"):
        project.put(replace(project.get(Note, note.id), x=3.0))
    assert project.undo() is not None
    assert project.get(Note, note.id).x == 2.0
    assert project.undo() is None


def test_a_seal_that_breaks_a_rule_forgets_nothing(project: Project) -> None:
    note = secret_note(project)
    with pytest.raises(ProjectError), project.edit(msg("締め切る"), seals=True):
        project.put(replace(project.get(Note, note.id), number=-1))
    assert str(project.undo_label) == "書き直す"
    assert project.undo() is not None


def test_a_seal_stands_alone(project: Project) -> None:
    secret_note(project)
    with pytest.raises(RuntimeError), project.edit(msg("外")), project.edit(msg("内"), seals=True):
        pass
    assert str(project.undo_label) == "書き直す"


def test_a_restore_point_is_kept_of_a_file_that_was_only_sealed(
    new_project: Callable[..., Project], tmp_path: Path
) -> None:
    project = new_project("封.sdproj")
    empty = project.inside.history.mark if hasattr(project.inside, "history") else ""
    with project.edit(msg("締め切る"), seals=True):
        project.put(Board(title="一"))
    project.close()
    rows = sqlite3.connect(project.path).execute('SELECT "undone" FROM "step"').fetchall()
    assert rows == [(2,)]
    with open_project(project.path) as again:
        assert not empty or again.inside.history.mark != empty
