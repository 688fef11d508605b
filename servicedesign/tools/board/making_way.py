"""What lies beside a cluster makes way when its sheet grows: no sheet comes to lie over another.

Owns that rule. Things are pushed no further than it takes, the way the sheet grew, and push what
they meet in turn. Locked notes stay, and clusters with one; on a frame nothing moves, since places
mean something there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.model import Board, BoardFrame, Cluster, Note
from servicedesign.store import Project
from servicedesign.tools.board.cluster_parts import (
    Heights,
    box_of,
    kept,
    laid_at,
    notes_of,
    sheet_of,
    shifted,
)
from servicedesign.tools.board.cluster_places import APART, sheet_around
from servicedesign.tools.board.places import Boxed, overlap

_MOST: Final = 60
"""Most things that push others in one growth; what is then still covered stays so."""
_AGAIN: Final = 3
"""Most pushes of one thing: two between which it stands would go on for ever."""


@dataclass(slots=True)
class _Thing:
    """A cluster or a note that is in none, with its place."""

    record: Cluster | Note
    box: Boxed
    fixed: bool
    pushes: int = 0


def sheet_now(project: Project, cluster_id: str, heights: Heights) -> Boxed | None:
    """Return the place of a cluster's sheet around its notes; None for one that is gone."""
    cluster = project.find(Cluster, cluster_id)
    if cluster is None:
        return None
    notes = notes_of(project, cluster_id)
    return sheet_around(box_of(n, heights) for n in notes) if notes else sheet_of(cluster)


def make_way(project: Project, cluster_id: str, before: Boxed, heights: Heights) -> None:
    """Push away what the sheet of a cluster covers and did not at ``before``, within an edit."""
    cluster = project.find(Cluster, cluster_id)
    now = sheet_now(project, cluster_id, heights)
    if cluster is None or now is None or now == before or cluster.folded:
        return
    board = project.find(Board, cluster.board_id)
    if board is None or board.frame is not BoardFrame.BLANK:
        return
    things = [one for one in _things(project, board.id, heights) if one.record.id != cluster_id]
    moved: dict[str, _Thing] = {}
    waiting = deque([(before, now)])
    for _ in range(_MOST):
        if not waiting:
            break
        old, new = waiting.popleft()
        for thing in things:
            stays = thing.fixed or thing.pushes >= _AGAIN
            if stays or not overlap(new, thing.box) or overlap(old, thing.box):
                continue
            thing.pushes += 1
            place = shifted(thing.box, _push(old, new, thing.box))
            waiting.append((thing.box, place))
            thing.box = place
            moved[thing.record.id] = thing
    for thing in moved.values():
        _put(project, thing, heights)


def _things(project: Project, board_id: str, heights: Heights) -> Iterable[_Thing]:
    held: dict[str | None, list[Note]] = {}
    for note in project.all(Note, board_id=board_id):
        held.setdefault(note.cluster_id, []).append(note)
    for note in held.get(None, ()):
        yield _Thing(note, box_of(note, heights), note.locked)
    for cluster in project.all(Cluster, board_id=board_id):
        notes = held.get(cluster.id, [])
        seen = notes and not cluster.folded
        box = sheet_around(box_of(n, heights) for n in notes) if seen else sheet_of(cluster)
        yield _Thing(cluster, box, any(note.locked for note in notes))


def _push(old: Boxed, new: Boxed, box: Boxed) -> tuple[float, float]:
    """Return the least move that frees ``box``, to a side to which ``old`` grew or moved."""
    ways: list[tuple[float, float]] = []
    if new.x + new.width > old.x + old.width:
        ways.append((new.x + new.width + APART - box.x, 0.0))
    if new.y + new.height > old.y + old.height:
        ways.append((0.0, new.y + new.height + APART - box.y))
    if new.x < old.x:
        ways.append((new.x - APART - box.x - box.width, 0.0))
    if new.y < old.y:
        ways.append((0.0, new.y - APART - box.y - box.height))
    return min(ways, key=lambda way: abs(way[0]) + abs(way[1]), default=(0.0, 0.0))


def _put(project: Project, thing: _Thing, heights: Heights) -> None:
    record = thing.record
    if isinstance(record, Note):
        project.put(replace(record, x=kept(thing.box.x), y=kept(thing.box.y)))
        return
    before = sheet_now(project, record.id, heights) if not record.folded else sheet_of(record)
    if before is None:
        return
    dx, dy = thing.box.x - before.x, thing.box.y - before.y
    for note in notes_of(project, record.id):
        project.put(replace(note, x=kept(note.x + dx), y=kept(note.y + dy)))
    project.put(laid_at(record, shifted(sheet_of(record), (dx, dy))))
