"""Clusters on real projects: no note is lost, none is in two, and everything can be taken back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesign.model import (
    Board,
    Cluster,
    DeepDive,
    Note,
    PayoffItem,
    PayoffMatrix,
    ProjectError,
    VoteRound,
    VoteStatus,
)
from servicedesign.model import msg as said
from servicedesign.store import Project, create_project
from servicedesign.tools.board import actions, cluster_parts, clusters, moving, notes
from servicedesign.tools.board.cluster_places import INSET, TOP, Room
from servicedesign.tools.board.places import Boxed, overlap


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議.sdproj")
    yield made
    made.close(discard=True)


@pytest.fixture
def board(project) -> Board:
    return actions.add_board(project, "案")


def some(project: Project, board: Board, count: int, step: float = 176.0) -> list[str]:
    made = [notes.add_note(project, board.id, f"案{i}", step * i, 0.0).id for i in range(count)]
    project.break_merge()
    return made


def state(project: Project) -> list[object]:
    """Everything on the boards; what was written only to be taken back is not told apart."""
    return sorted(
        [*project.all(Note), *project.all(Cluster), *project.all(Board)], key=lambda one: one.id
    )


def boxes(project: Project, ids) -> list[Boxed]:
    return [cluster_parts.box_of(project.get(Note, one)) for one in ids]


def test_notes_that_lie_together_stay_where_they_are(project, board):
    ids = some(project, board, 3)
    before = boxes(project, ids)
    made = clusters.make_cluster(project, ids)
    assert made is not None
    assert boxes(project, ids) == before
    assert (made.x, made.y) == (-INSET, -TOP)
    assert (made.width, made.height) == (3 * 160 + 2 * 16 + 2 * INSET, 160 + TOP + INSET)


def test_scattered_notes_come_together_in_their_order_and_cover_nobody(project, board):
    ids = some(project, board, 9)
    chosen = [ids[0], ids[3], ids[6], ids[8]]
    made = clusters.make_cluster(project, chosen)
    assert made is not None
    placed = boxes(project, chosen)
    assert sorted(placed, key=lambda box: (box.y, box.x)) == placed
    assert not any(overlap(one, other) for one, other in combinations(placed, 2))
    sheet = cluster_parts.sheet_of(project.get(Cluster, made.id))
    rest = boxes(project, [one for one in ids if one not in chosen])
    assert not any(overlap(sheet, box) for box in rest)


def test_making_and_naming_a_cluster_is_one_step(project, board):
    ids = some(project, board, 3, 400)
    before = state(project)
    made = clusters.make_cluster(project, ids)
    clusters.rename_cluster(project, made.id, "一度で済む")
    project.undo()
    assert state(project) == before


def test_a_note_joins_a_free_place_and_the_others_stay(project, board):
    ids = some(project, board, 3)
    lone = notes.add_note(project, board.id, "あとから", 2000.0, 900.0).id
    made = clusters.make_cluster(project, ids)
    before = boxes(project, ids)
    assert clusters.join_cluster(project, made.id, [lone]) == 1
    assert boxes(project, ids) == before
    assert project.get(Note, lone).cluster_id == made.id
    (box,) = boxes(project, [lone])
    assert not any(overlap(box, other) for other in before)


def test_a_note_dropped_on_free_ground_of_a_sheet_stays_where_it_was_dropped(project, board):
    ids = some(project, board, 4)
    moving.move_notes(project, [ids[3]], -176.0 * 3, 176.0)
    lone = notes.add_note(project, board.id, "あとから", 2000.0, 900.0).id
    made = clusters.make_cluster(project, ids)
    clusters.join_cluster(project, made.id, [lone], by=(-1800.0, -710.0))
    assert (project.get(Note, lone).x, project.get(Note, lone).y) == (200.0, 190.0)


def test_a_note_dropped_on_another_in_the_cluster_gets_a_place_of_its_own(project, board):
    ids = some(project, board, 2)
    lone = notes.add_note(project, board.id, "あとから", 1000.0, 0.0).id
    made = clusters.make_cluster(project, ids)
    clusters.join_cluster(project, made.id, [lone], by=(-1000.0, 0.0))
    everything = boxes(project, [*ids, lone])
    assert not any(overlap(one, other) for one, other in combinations(everything, 2))


@pytest.mark.parametrize("dropped_at", [(0.0, -150.0), (352.0, -150.0), (352.0, -30.0), (60.0, -5)])
@pytest.mark.parametrize("from_cluster", [False, True])
def test_a_note_dropped_on_the_head_stands_among_the_others(
    project, board, dropped_at, from_cluster
):
    ids = some(project, board, 2)
    above = clusters.make_cluster(
        project, [notes.add_note(project, board.id, "上", x, -240.0).id for x in (0.0, 176.0)]
    )
    lone = notes.add_note(project, board.id, "あとから", 2000.0, 900.0).id
    made = clusters.make_cluster(project, ids)
    if from_cluster:
        other = notes.add_note(project, board.id, "となり", 2176.0, 900.0).id
        clusters.make_cluster(project, [lone, other])
    before, top = boxes(project, ids), project.get(Cluster, made.id).y
    by = (dropped_at[0] - 2000.0, dropped_at[1] - 900.0)
    clusters.join_cluster(project, made.id, [lone], by=by)
    assert project.get(Note, lone).cluster_id == made.id
    assert boxes(project, ids) == before
    everything = boxes(project, [*ids, lone])
    assert not any(overlap(one, other) for one, other in combinations(everything, 2))
    sheet = project.get(Cluster, made.id)
    assert sheet.y == top
    assert not overlap(cluster_parts.sheet_of(sheet), cluster_parts.sheet_of(above))


def test_a_note_drawn_upward_in_its_cluster_never_spreads_the_sheet_over_what_is_above(
    project, board
):
    ids = some(project, board, 2)
    notes.add_note(project, board.id, "上", 0.0, -240.0)
    made = clusters.make_cluster(project, ids)
    top = project.get(Cluster, made.id).y
    clusters.join_cluster(project, made.id, [ids[1]], by=(0.0, -80.0))
    assert project.get(Cluster, made.id).y == top
    assert not overlap(*boxes(project, ids))


def test_a_place_beside_uneven_notes_covers_none_of_them(project, board):
    ids = some(project, board, 2)
    moving.move_notes(project, [ids[1]], -176.0 + 50.0, 176.0)
    lone = notes.add_note(project, board.id, "あとから", 2000.0, 900.0).id
    last = notes.add_note(project, board.id, "最後", 2000.0, 1200.0).id
    made = clusters.make_cluster(project, ids)
    clusters.join_cluster(project, made.id, [lone, last])
    everything = boxes(project, [*ids, lone, last])
    assert not any(overlap(one, other) for one, other in combinations(everything, 2))


def test_moving_within_a_cluster_never_moves_the_others(project, board):
    ids = some(project, board, 3)
    made = clusters.make_cluster(project, ids)
    before = boxes(project, ids[1:])
    clusters.join_cluster(project, made.id, ids[:1], by=(0.0, 176.0))
    assert boxes(project, ids[1:]) == before
    assert project.get(Note, ids[0]).y == 176.0
    assert project.get(Cluster, made.id).height == 2 * 160 + 16 + TOP + INSET


def test_stacking_two_notes_makes_a_cluster_and_a_third_joins(project, board):
    first, second, third = some(project, board, 3, 500)
    made = clusters.stack_notes(project, [second], first)
    assert {n.id for n in cluster_parts.notes_of(project, made.id)} == {first, second}
    assert project.get(Note, first).x == 0
    again = clusters.stack_notes(project, [third], second)
    assert again.id == made.id
    assert len(cluster_parts.notes_of(project, made.id)) == 3


def test_a_note_that_leaves_alone_stands_beside_the_cluster(project, board):
    ids = some(project, board, 4)
    made = clusters.make_cluster(project, ids)
    clusters.rename_cluster(project, made.id, "夜")
    assert clusters.leave_cluster(project, [ids[1]]) == 1
    (box,) = boxes(project, [ids[1]])
    assert not overlap(box, cluster_parts.sheet_of(project.get(Cluster, made.id)))
    assert project.get(Note, ids[1]).cluster_id is None


def test_a_cluster_without_title_goes_with_its_last_note_and_a_titled_one_stays(project, board):
    one, two = some(project, board, 2, 600)
    plain = clusters.make_cluster(project, [one])
    named = clusters.make_cluster(project, [two])
    clusters.rename_cluster(project, named.id, "夜")
    clusters.leave_cluster(project, [one, two])
    assert project.find(Cluster, plain.id) is None
    assert project.get(Cluster, named.id).title == "夜"


def test_a_cluster_moves_as_one_and_is_one_step(project, board):
    ids = some(project, board, 3)
    made = clusters.make_cluster(project, ids)
    before = state(project)
    project.break_merge()
    assert clusters.move_clusters(project, [made.id], [], 100.0, 50.0)
    assert [box.x for box in boxes(project, ids)] == [100.0, 276.0, 452.0]
    project.undo()
    assert state(project) == before


def test_a_locked_note_holds_its_cluster(project, board):
    ids = some(project, board, 3)
    made = clusters.make_cluster(project, ids)
    moving.lock_notes(project, ids[:1], locked=True)
    assert not clusters.move_clusters(project, [made.id], [], 100.0, 50.0)
    assert project.get(Note, ids[1]).x == 176.0


def test_folding_moves_no_note(project, board):
    ids = some(project, board, 3)
    made = clusters.make_cluster(project, ids)
    before = boxes(project, ids)
    clusters.fold_clusters(project, [made.id], folded=True)
    lone = notes.add_note(project, board.id, "あとから", 2000.0, 900.0).id
    clusters.join_cluster(project, made.id, [lone], by=(-2000.0, -800.0))
    clusters.fold_clusters(project, [made.id], folded=False)
    assert boxes(project, ids) == before


def test_merging_keeps_both_titles_and_each_arrangement(project, board):
    ids = some(project, board, 6, 300)
    one = clusters.make_cluster(project, ids[:3])
    two = clusters.make_cluster(project, ids[3:])
    clusters.rename_cluster(project, one.id, "夜")
    clusters.rename_cluster(project, two.id, "休日")
    mine, theirs = boxes(project, ids[:3]), boxes(project, ids[3:])
    merged = clusters.merge_clusters(project, one.id, [two.id])
    assert (merged.id, merged.title) == (one.id, "夜・休日")
    assert boxes(project, ids[:3]) == mine
    after = boxes(project, ids[3:])
    assert {(a.x - b.x, a.y - b.y) for a, b in zip(after, theirs, strict=True)} == {
        (after[0].x - theirs[0].x, after[0].y - theirs[0].y)
    }
    assert project.find(Cluster, two.id) is None


def closed_vote(board, *clusters):
    ids = tuple(cluster.id for cluster in clusters)
    return VoteRound(board_id=board.id, target_ids=ids, status=VoteStatus.CLOSED)


@pytest.mark.parametrize("kind", ["vote", "dive", "item"])
def test_a_cluster_that_something_rests_on_is_not_taken_away(project, board, kind):
    ids = some(project, board, 4, 300)
    one, two = (clusters.make_cluster(project, part) for part in (ids[:2], ids[2:]))
    matrix = PayoffMatrix(board_id=board.id)
    with project.edit(said("投票")):
        if kind == "vote":
            project.put(closed_vote(board, two))
        elif kind == "dive":
            project.put(DeepDive(cluster_id=two.id))
        else:
            project.put(matrix)
            project.put(PayoffItem(matrix_id=matrix.id, cluster_id=two.id))
    before = state(project)
    with pytest.raises(ProjectError):
        clusters.loosen_clusters(project, [one.id, two.id])
    assert state(project) == before
    clusters.leave_cluster(project, ids[2:])
    assert project.find(Cluster, two.id) is not None
    merged = clusters.merge_clusters(project, one.id, [two.id])
    assert merged.id == two.id
    assert {note.id for note in cluster_parts.notes_of(project, two.id)} == set(ids[:2])


def test_two_clusters_in_a_closed_vote_are_not_merged(project, board):
    ids = some(project, board, 4, 300)
    one, two = (clusters.make_cluster(project, part) for part in (ids[:2], ids[2:]))
    with project.edit(said("投票")):
        project.put(closed_vote(board, one, two))
    with pytest.raises(ProjectError):
        clusters.merge_clusters(project, one.id, [two.id])


def test_deleting_notes_shrinks_the_sheet(project, board):
    ids = some(project, board, 3)
    made = clusters.make_cluster(project, ids)
    notes.delete_notes(project, [ids[2]])
    assert project.get(Cluster, made.id).width == 2 * 160 + 16 + 2 * INSET


def test_a_free_place_is_found_in_a_crowd():
    crowd = [Boxed(176.0 * i, 176.0 * j, 160, 160) for i in range(60) for j in range(60)]
    found = Room(crowd).nearest(Boxed(5000, 5000, 400, 400))
    assert not any(overlap(found, box) for box in crowd)


DOING = st.lists(
    st.tuples(
        st.sampled_from(
            ["make", "join", "leave", "loosen", "merge", "fold", "move", "stack", "delete", "drag"]
        ),
        st.integers(0, 7),
        st.integers(0, 7),
        st.lists(st.integers(0, 11), min_size=1, max_size=5),
        st.integers(-400, 400),
    ),
    max_size=14,
)


def _do(project: Project, doing: tuple) -> None:
    what, one, two, picked, way = doing
    everyone = project.all(Note)
    sheets = project.all(Cluster)
    ids = [everyone[i % len(everyone)].id for i in picked] if everyone else []
    cluster = sheets[one % len(sheets)].id if sheets else ""
    other = sheets[two % len(sheets)].id if sheets else ""
    even, by = one % 2 == 0, (float(way), 0.0)
    needs_cluster = {"join", "loosen", "merge", "fold", "move"}
    if not ids or (what in needs_cluster and not cluster) or (what == "merge" and cluster == other):
        return
    doings = {
        "make": lambda: clusters.make_cluster(project, ids),
        "stack": lambda: clusters.stack_notes(project, ids[1:], ids[0]),
        "leave": lambda: clusters.leave_cluster(project, ids),
        "drag": lambda: clusters.leave_cluster(project, ids, by=by),
        "delete": lambda: notes.delete_notes(project, ids[:1]),
        "join": lambda: clusters.join_cluster(project, cluster, ids, by=None if even else by),
        "loosen": lambda: clusters.loosen_clusters(project, [cluster]),
        "merge": lambda: clusters.merge_clusters(project, cluster, [other]),
        "fold": lambda: clusters.fold_clusters(project, [cluster], folded=even),
        "move": lambda: clusters.move_clusters(project, [cluster], ids, way, -10.0),
    }
    doings[what]()


@settings(max_examples=40, deadline=None)
@given(DOING)
def test_whatever_is_done_no_note_is_lost_and_all_can_be_taken_back(doings):
    with tempfile.TemporaryDirectory() as folder:
        project = create_project(Path(folder) / "会議.sdproj")
        board = actions.add_board(project, "案")
        some(project, board, 12, 200)
        before = state(project)
        words = {(note.id, note.number, note.title) for note in project.all(Note)}
        for doing in doings:
            gone = {note.id for note in project.all(Note)}
            _do(project, doing)
            project.break_merge()
            now = {note.id for note in project.all(Note)}
            assert now == gone or doing[0] == "delete"
            words = {one for one in words if one[0] in now}
            assert {(n.id, n.number, n.title) for n in project.all(Note)} == words
            for cluster in project.all(Cluster):
                held = cluster_parts.notes_of(project, cluster.id)
                assert held or cluster.title
                for note in held:
                    box, sheet = cluster_parts.box_of(note), cluster_parts.sheet_of(cluster)
                    assert sheet.x <= box.x
                    assert sheet.y <= box.y
                    assert box.x + box.width <= sheet.x + sheet.width
                    assert box.y + box.height <= sheet.y + sheet.height
        while state(project) != before and project.undo() is not None:
            pass
        assert state(project) == before
        project.close(discard=True)


def test_the_number_of_a_note_is_the_same_wherever_it_lies(project, board):
    ids = some(project, board, 4)
    with project.edit(said("番号")):
        project.put(replace(project.get(Note, ids[2]), number=77))
    made = clusters.make_cluster(project, ids)
    clusters.loosen_clusters(project, [made.id])
    assert [project.get(Note, one).number for one in ids] == [1, 2, 77, 4]
