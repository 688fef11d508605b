"""Looking cluster by cluster: kept columns are those one would find anew, and little is renewed."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from support.boards import board_project, ids, made

from servicedesign.i18n import translator
from servicedesign.model import Board, Cluster, Note
from servicedesign.model import msg as said
from servicedesign.tools.board import clusters, notes
from servicedesign.tools.board.columns import Columns


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    yield made
    made.close(discard=True)


def columns(project) -> Columns:
    return Columns(project, lambda look: look.height + len(look.title), translator("ja"))


def change_something(project, chance: random.Random) -> None:
    board = project.all(Board)[0]
    note = chance.choice(project.all(Note))
    match chance.randrange(6):
        case 0:
            with project.edit(said("書く")):
                project.put(replace(note, title=note.title + "あ" * chance.randrange(9)))
        case 1:
            with project.edit(said("動かす")):
                project.put(replace(note, x=float(chance.randrange(2_000))))
        case 2:
            notes.add_note(project, board.id, "新しい案", chance.randrange(2_000), 300.0)
        case 3:
            clusters.make_cluster(project, [note.id, chance.choice(ids(project))])
        case 4:
            clusters.leave_cluster(project, [note.id])
        case _:
            if len(ids(project)) > 3:
                notes.delete_notes(project, [note.id])


def test_columns_that_are_kept_are_those_found_anew_after_any_change(project):
    chance = random.Random(5)
    kept = columns(project)
    board_id = project.all(Board)[0].id
    for _ in range(150):
        change_something(project, chance)
        board = project.get(Board, board_id)
        assert kept.shown(board) == columns(project).shown(board)


def test_typing_on_a_note_renews_that_note_alone(qtbot, open_editor, project):
    made(project, *ids(project)[:2])
    editor = open_editor(project, "board")
    editor.affinity.toggle_view()
    renewed: list[list[str]] = []
    editor.view.contents.changed.connect(
        lambda _old, new: renewed.append([entry.look.id for entry in new])
    )
    first = ids(project)[0]
    with project.edit(said("書く")):
        project.put(replace(project.get(Note, first), title="少し"))
    assert renewed == [[first]]


def test_the_title_of_a_cluster_is_that_of_its_column(qtbot, open_editor, project):
    cluster = made(project, *ids(project)[:2])
    editor = open_editor(project, "board")
    editor.affinity.toggle_view()
    with project.edit(said("表札")):
        project.put(replace(project.get(Cluster, cluster.id), title="待つ時間"))
    assert next(look.title for look in editor.view.contents.clusters()) == "待つ時間"
