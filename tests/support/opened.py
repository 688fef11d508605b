"""Filling, spoiling and opening project files, and what a refusal must be like."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
from support import pictures

from servicedesign.model import Board, Note, Persona, ProjectError, msg
from servicedesign.store import Project, open_project

MAGIC = b"SQLite format 3\x00"
SUPER = bytes.fromhex("d9d505f920a163d7")


def filled(project: Project) -> Path:
    """Put thirty notes, a persona and a photo into ``project``, close it and return its path."""
    board = Board(title="案")
    with project.edit(msg("作る")):
        project.put(board)
        for number in range(30):
            project.put(Note(board_id=board.id, number=number + 1, text="相談の窓口" * 20))
        project.put(Persona(name="花子"))
        project.add_image(pictures.photo())
    project.close()
    return project.path


def raw(path: Path, *statements: str) -> None:
    """Run ``statements`` on the file behind the store's back."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def refused(path: Path, match: str = ".", **options: bool) -> ProjectError:
    """Open ``path``: it must be refused at once, in three sentences, with nothing changed."""
    before = path.read_bytes() if path.is_file() else None
    names = sorted(p.name for p in path.parent.iterdir())
    started = time.monotonic()
    with pytest.raises(ProjectError, match=match) as caught:
        open_project(path, **options)
    assert time.monotonic() - started < 5
    assert sorted(p.name for p in path.parent.iterdir()) == names
    assert (path.read_bytes() if path.is_file() else None) == before
    assert all(str(sentence) for sentence in caught.value.sentences)
    return caught.value
