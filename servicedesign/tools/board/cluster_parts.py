"""The parts that everything done with clusters is made of, and what they must always fit.

Owns the places of notes and sheets as records hold them, what else lies on a board, and the rule
that a sheet fits its notes. What can be done with clusters is in ``clusters``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from servicedesign.model import (
    Cluster,
    DeepDive,
    Message,
    Note,
    PayoffItem,
    ProjectError,
    Record,
    msg,
)
from servicedesign.store import Project
from servicedesign.tools.board.cluster_places import EMPTY, Room, sheet_around
from servicedesign.tools.board.places import Boxed
from servicedesign.tools.running_votes import decided, hand_over, runs_on

FAR: Final = 9_000_000.0
"""Notes and sheets are kept within this distance of the origin, in board units."""

Heights = Mapping[str, float]
"""How high notes are on screen where words made them grow, by id."""
NO_HEIGHTS: Final[Heights] = {}


def notes_of(project: Project, cluster_id: str) -> tuple[Note, ...]:
    """Return the notes of a cluster by number."""
    return project.all(Note, cluster_id=cluster_id)


def title_of(cluster: Cluster) -> Message | str:
    """Return what a cluster is called in a sentence."""
    return cluster.title.strip() or msg("表札のないまとまり")


def box_of(note: Note, heights: Heights = NO_HEIGHTS) -> Boxed:
    """Return the place of a note."""
    return Boxed(note.x, note.y, note.width, max(note.height, heights.get(note.id, 0.0)))


def sheet_of(cluster: Cluster) -> Boxed:
    """Return the place of a cluster's sheet as it is stored."""
    return Boxed(cluster.x, cluster.y, cluster.width, cluster.height)


def user_of(project: Project, cluster: Cluster) -> Record | None:
    """Return what rests on a cluster: a closed vote, a deep-dive, an item of a matrix; or None."""
    vote = decided(project).get(cluster.id)
    if vote is not None:
        return vote
    dives = project.all(DeepDive, cluster_id=cluster.id)
    return next(iter((*dives, *project.all(PayoffItem, cluster_id=cluster.id))), None)


def fit_sheets(project: Project, ids: Iterable[str | None], heights: Heights = NO_HEIGHTS) -> None:
    """Let sheets fit their notes, within an edit.

    A sheet whose last note is gone goes too, unless someone wrote its title, something rests on it
    or a running vote has it on its list: words and votes are never lost by moving a note.
    """
    for cluster in clusters_of(project, (one for one in ids if one)):
        notes = notes_of(project, cluster.id)
        if notes:
            fitted = laid_at(cluster, sheet_around(box_of(note, heights) for note in notes))
            if fitted != cluster:
                project.put(fitted)
        elif cluster.title.strip() or _is_needed(project, cluster):
            width, height = EMPTY
            project.put(replace(cluster, width=width, height=height, folded=False))
        else:
            project.delete(cluster)


def _is_needed(project: Project, cluster: Cluster) -> bool:
    return runs_on(project, cluster.id) or user_of(project, cluster) is not None


def refuse_used(project: Project, cluster: Cluster) -> None:
    """Refuse to take away a cluster that something rests on.

    Raises:
        ProjectError: naming the cluster and what rests on it.
    """
    user = user_of(project, cluster)
    if user is not None:
        raise ProjectError(
            msg(
                "まとまり「{title}」は「{kind}」で使われているので、なくせません。",
                title=title_of(cluster),
                kind=Message(type(user).LABEL),
            ),
            msg("何も変えていません。"),
            msg("先にそちらで別のまとまりを選ぶか、その項目を消してください。"),
        )


def room_on(
    project: Project, board_id: str, without: set[str], heights: Heights, but: str = ""
) -> Room:
    """Return what lies on a board but for some notes and the cluster ``but``.

    Clusters stand as large as they are once those notes are gone.
    """
    held: dict[str | None, list[Boxed]] = {}
    for note in project.all(Note, board_id=board_id):
        if note.id not in without:
            held.setdefault(note.cluster_id, []).append(box_of(note, heights))
    boxes = held.get(None, [])
    for cluster in project.all(Cluster, board_id=board_id):
        rest = held.get(cluster.id)
        if cluster.id != but and (rest or cluster.title.strip()):
            boxes.append(sheet_around(rest) if rest else sheet_of(cluster))
    return Room(boxes)


def put_in(
    project: Project, notes: Iterable[Note], cluster_id: str | None, placed: Mapping[str, Boxed]
) -> None:
    """Put notes into a cluster, or into none, at new places, within an edit.

    What a note got in a running vote goes with it to a cluster that is voted on.
    """
    for note in notes:
        box = placed[note.id]
        if cluster_id not in (None, note.cluster_id):
            hand_over(project, note.id, cluster_id)
        project.put(replace(note, cluster_id=cluster_id, x=kept(box.x), y=kept(box.y)))


def laid_at(cluster: Cluster, sheet: Boxed) -> Cluster:
    """Return a cluster with its sheet at a place."""
    return replace(
        cluster,
        x=kept(sheet.x),
        y=kept(sheet.y),
        width=min(sheet.width, FAR),
        height=min(sheet.height, FAR),
    )


def shifted(box: Boxed, by: tuple[float, float]) -> Boxed:
    """Return a box moved by so much."""
    return box._replace(x=box.x + by[0], y=box.y + by[1])


def free_notes(project: Project, ids: Iterable[str]) -> list[Note]:
    """Return the notes with ``ids`` that are there and not locked, each once."""
    found = (project.find(Note, one) for one in dict.fromkeys(ids))
    return [note for note in found if note is not None and not note.locked]


def clusters_of(project: Project, ids: Iterable[str]) -> list[Cluster]:
    """Return the clusters with ``ids`` that are there, each once."""
    found = (project.find(Cluster, one) for one in dict.fromkeys(ids))
    return [cluster for cluster in found if cluster is not None]


def kept(value: float) -> float:
    """Return a place within what a board has room for, to a hundredth."""
    return min(FAR, max(-FAR, round(value, 2)))
