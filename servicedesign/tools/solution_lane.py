"""The solutions lane (解決策) of a map: its cells, and the ideas that they stand for.

Owns the lane itself, which cell stands for which idea, and how a new one is put there. The board
fills the lane from what is pasted on it, the payoff matrix with what was chosen. A cell is the
board's own as long as it says what its link says was written (``Link.note``); one without such a
note is left to people. Must not choose ideas.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from servicedesign.model import Cell, Cluster, JourneyMap, Lane, LaneKind, Link, Note, Relation
from servicedesign.store import Project

Idea = Note | Cluster


def lane_of(project: Project, target: JourneyMap) -> Lane | None:
    """Return the solutions lane of a map, or None."""
    return next(iter(project.all(Lane, map_id=target.id, kind=LaneKind.SOLUTION)), None)


def made_lane(project: Project, target: JourneyMap) -> Lane:
    """Return the solutions lane of a map; where it has none it gets one, within an edit."""
    lane = lane_of(project, target)
    if lane is None:
        last = max((one.position for one in project.all(Lane, map_id=target.id)), default=-1.0)
        lane = Lane(map_id=target.id, kind=LaneKind.SOLUTION, position=last + 1.0)
        project.put(lane)
    return lane


def cell_of(project: Project, lane_id: str, idea_id: str) -> tuple[Cell, Link] | None:
    """Return the cell of a lane that stands for an idea, with the link between them."""
    for link in project.links_to(idea_id):
        cell = project.find(Cell, link.source_id)
        if cell is not None and cell.lane_id == lane_id:
            return cell, link
    return None


def ideas_behind(project: Project, cell_id: str) -> tuple[Idea, ...]:
    """Return the ideas that a cell of the lane is linked with, either way."""
    links = [*project.links_from(cell_id), *project.links_to(cell_id)]
    ids = dict.fromkeys(one for link in links for one in (link.source_id, link.target_id))
    found = (project.find(Note, one) or project.find(Cluster, one) for one in ids)
    return tuple(idea for idea in found if idea is not None)


def last_place(project: Project, lane_id: str, phase_id: str) -> float:
    """Return a position behind every cell where a lane and a phase meet."""
    there = project.all(Cell, phase_id=phase_id, lane_id=lane_id)
    return max((cell.position for cell in there), default=-1.0) + 1.0


def put_solution(
    project: Project,
    lane: Lane,
    phase_id: str,
    words: str,
    notes: Mapping[Idea, str] | Sequence[Idea],
) -> Cell:
    """Put a cell into a lane that says ``words``, linked with the ideas it came from.

    Within an edit.

    Args:
        project: the open project.
        lane: the solutions lane.
        phase_id: the column.
        words: what the cell says.
        notes: the ideas, each with what its link says was written, or the ideas alone.
    """
    written = notes if isinstance(notes, Mapping) else dict.fromkeys(notes, "")
    cell = Cell(
        map_id=lane.map_id,
        phase_id=phase_id,
        lane_id=lane.id,
        text=words,
        position=last_place(project, lane.id, phase_id),
    )
    project.put(cell)
    for idea, note in written.items():
        project.put(
            Link(
                source_kind=Cell.KIND,
                source_id=cell.id,
                target_kind=idea.KIND,
                target_id=idea.id,
                relation=Relation.CAME_FROM,
                note=note,
            )
        )
    return cell
