"""A cluster that grows pushes its neighbours away instead of covering them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea
from support.boards import board_project, ids, made

from servicedesign.i18n import translator
from servicedesign.model import Board, BoardFrame, Cluster, Note
from servicedesign.model import msg as said
from servicedesign.tools.board import clusters, moving, notes
from servicedesign.tools.board.cluster_parts import sheet_of
from servicedesign.tools.board.places import overlap
from servicedesign.ui.commands import COMMANDS, GROUP_TITLES, Group
from servicedesign.ui.dialogs.keys_dialog import KeysDialog
from servicedesign.ui.widgets.text_label import TextLabel


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    yield made
    made.close(discard=True)


def beside(project) -> tuple[Cluster, Cluster, list[str]]:
    """Make two clusters close beside each other with a third under both, and three loose notes."""
    one, other, third, _ = ids(project)
    board = project.get(Note, one).board_id
    moving.place_notes(
        project, {one: (0.0, 0.0), other: (216.0, 0.0), third: (0.0, 260.0)}, said("置く")
    )
    left, right = made(project, one), made(project, other)
    made(project, third)
    more = [notes.add_note(project, board, f"新{n}", 4_000.0, 200.0 * n).id for n in range(3)]
    project.break_merge()
    return left, right, more


def sheets(project) -> list[Cluster]:
    return list(project.all(Cluster))


def none_covered(project) -> bool:
    boxes = [sheet_of(one) for one in sheets(project)]
    return not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_neighbours_make_way_in_the_same_step(project):
    left, _, more = beside(project)
    before = project.dump()
    clusters.join_cluster(project, left.id, more)
    assert none_covered(project)
    project.undo()
    assert project.dump()["records"] == before["records"]


def test_the_notes_of_a_neighbour_go_with_its_sheet(project):
    left, right, more = beside(project)
    inside = project.all(Note, cluster_id=right.id)[0]
    clusters.join_cluster(project, left.id, more)
    sheet, note = project.get(Cluster, right.id), project.get(Note, inside.id)
    assert (note.x - sheet.x, note.y - sheet.y) == (inside.x - right.x, inside.y - right.y)


def test_what_holds_a_locked_note_stays(project):
    left, right, more = beside(project)
    moving.lock_notes(project, [project.all(Note, cluster_id=right.id)[0].id], True)
    clusters.join_cluster(project, left.id, more)
    assert project.get(Cluster, right.id) == right


def test_on_a_frame_nothing_makes_way(project):
    left, right, more = beside(project)
    with project.edit(said("枠")):
        project.put(replace(project.all(Board)[0], frame=BoardFrame.MATRIX))
    clusters.join_cluster(project, left.id, more)
    assert project.get(Cluster, right.id) == right


def test_many_clusters_in_a_row_push_each_other_and_come_to_rest(project):
    board = project.all(Board)[0].id
    made_ones = []
    for number in range(12):
        note = notes.add_note(project, board, f"列{number}", 216.0 * number, 2_000.0)
        made_ones.append(made(project, note.id))
    extra = [notes.add_note(project, board, f"足{n}", 0.0, 9_000.0).id for n in range(9)]
    for number in (0, 5, 3):
        clusters.join_cluster(project, made_ones[number].id, extra[number : number + 3])
    assert none_covered(project)


def test_the_list_of_keys_opens_at_the_tool_in_view(qtbot):
    t = translator("ja")
    dialog = KeysDialog(t, COMMANDS, None, opened_at=Group.BOARD)
    qtbot.addWidget(dialog)
    dialog.show()
    scroll = dialog.findChild(QScrollArea)
    title = t(GROUP_TITLES[Group.BOARD])
    heading = next(one for one in scroll.findChildren(TextLabel) if one.text() == title)
    qtbot.waitUntil(lambda: abs(scroll.verticalScrollBar().value() - heading.y()) < 4)
