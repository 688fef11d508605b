"""The chosen ideas written onto the ideal map, which is thereby complete.

Owns that one step and its rules, and the list of what the map still lacks (report ch. 7 §2(2): the
map is completed with the solutions). An idea stands on a map once: one that is there already is
moved when another phase is chosen, unless its cell stands for other ideas too, and is never written
a second time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from servicedesign.model import (
    Cell,
    Cluster,
    JourneyMap,
    Lane,
    LaneKind,
    Note,
    PayoffItem,
    Phase,
    Relation,
    msg,
)
from servicedesign.model.titles import record_title
from servicedesign.store import Project
from servicedesign.tools.map_pairing import columns_of, counterpart_of
from servicedesign.tools.payoff.reading import Idea, homes_on, notes_of, pains_of, phases_of
from servicedesign.tools.solution_lane import (
    cell_of,
    ideas_behind,
    lane_of,
    last_place,
    made_lane,
    put_solution,
)
from servicedesign.tools.solution_words import solution_words


@dataclass(frozen=True, slots=True)
class Completed:
    """What came of writing: solutions that were added, moved to another phase, or stood there."""

    written: int = 0
    moved: int = 0
    there: int = 0


@dataclass(frozen=True, slots=True)
class Lacking:
    """What an ideal map still lacks.

    Attributes:
        phases: columns without a solution.
        pains: pain points of today that no solution answers.
        columns: how many columns there are.
        answered: how many pain points a solution answers.
    """

    phases: tuple[Phase, ...]
    pains: tuple[Cell, ...]
    columns: int
    answered: int

    @property
    def complete(self) -> bool:
        """Whether nothing is lacking."""
        return self.columns > 0 and not self.phases and not self.pains


def idea_of(project: Project, item: PayoffItem) -> Idea | None:
    """Return the note or cluster that an item stands for."""
    return project.find(Note, item.note_id) or project.find(Cluster, item.cluster_id)


def standing_in(project: Project, target: JourneyMap, idea: Idea) -> str:
    """Return the phase of ``target`` in whose solutions an idea stands, or empty."""
    lane = lane_of(project, target)
    known = cell_of(project, lane.id, idea.id) if lane is not None else None
    return known[0].phase_id if known is not None else ""


def suggested_phase(project: Project, homes: Mapping[str, str], idea: Idea) -> str:
    """Return the column in which an idea would help, or empty when nothing says it.

    Args:
        project: the open project.
        homes: the columns of the map by phase, as ``reading.homes_on`` gives them.
        idea: a note or cluster.
    """
    found = (homes.get(phase.id, "") for phase in phases_of(project, idea))
    return next((home for home in found if home), "")


def write_solutions(project: Project, map_id: str, wanted: Mapping[str, str]) -> Completed:
    """Write ideas into the solutions lane of an ideal map, as one step.

    Args:
        project: the open project.
        map_id: the ideal map.
        wanted: for each item of the matrix the column it goes to.

    Raises:
        KeyError: there is no such map.
    """
    target = project.get(JourneyMap, map_id)
    columns = {phase.id for phase in columns_of(project, map_id)}
    chosen: list[tuple[Idea, str]] = []
    for item_id, phase_id in wanted.items():
        item = project.find(PayoffItem, item_id)
        idea = idea_of(project, item) if item is not None else None
        if idea is not None and phase_id in columns:
            chosen.append((idea, phase_id))
    done = Completed()
    if not chosen:
        return done
    with project.edit(msg("選んだ案を理想のマップに書く")):
        lane, homes = made_lane(project, target), homes_on(project, target)
        for idea, phase_id in chosen:
            done = _write(project, lane, homes, idea, phase_id, done)
    return done


def _write(
    project: Project,
    lane: Lane,
    homes: Mapping[str, str],
    idea: Idea,
    phase_id: str,
    done: Completed,
) -> Completed:
    known = cell_of(project, lane.id, idea.id)
    words = solution_words(idea) if isinstance(idea, Note) else record_title(idea)
    # Where the board would write it too, the cell stays the board's own and follows the idea.
    boards = isinstance(idea, Note) and homes.get(idea.phase_id or "") == phase_id
    if known is None:
        put_solution(project, lane, phase_id, words, {idea: words if boards else ""})
        return replace(done, written=done.written + 1)
    cell, link = known
    if not cell.text.strip():
        cell = replace(cell, text=words)
        project.put(cell)
    shared = len(ideas_behind(project, cell.id)) > 1
    if shared or cell.phase_id == phase_id:
        return replace(done, there=done.there + 1)
    position = last_place(project, lane.id, phase_id)
    project.put(replace(cell, phase_id=phase_id, position=position))
    project.put(replace(link, note=link.note if boards else ""))
    return replace(done, moved=done.moved + 1)


def lacking(project: Project, target: JourneyMap) -> Lacking:
    """Return what an ideal map still lacks; cheap enough to be asked after every step."""
    columns = columns_of(project, target.id)
    lane = lane_of(project, target)
    cells = [
        cell
        for cell in (project.all(Cell, map_id=target.id, lane_id=lane.id) if lane else ())
        if cell.text.strip()
    ]
    filled = {cell.phase_id for cell in cells}
    answered = _answered(project, cells)
    pains = _pains(project, target)
    open_pains = tuple(cell for cell in pains if cell.id not in answered)
    return Lacking(
        phases=tuple(phase for phase in columns if phase.id not in filled),
        pains=open_pains,
        columns=len(columns),
        answered=len(pains) - len(open_pains),
    )


def _answered(project: Project, cells: Sequence[Cell]) -> set[str]:
    """Return the ids of the pain points that solutions answer, themselves or by their ideas."""
    found: set[str] = set()
    for cell in cells:
        found |= {link.target_id for link in project.links_from(cell.id, Relation.ANSWERS)}
        for idea in ideas_behind(project, cell.id):
            found |= {pain.id for pain in pains_of(project, idea)}
            if isinstance(idea, Note):
                continue
            for note in notes_of(project, idea):
                found |= {pain.id for pain in pains_of(project, note)}
    return found


def _pains(project: Project, target: JourneyMap) -> tuple[Cell, ...]:
    """Return the pain points of the map of today, in the order of its columns."""
    half = counterpart_of(project, target.id)
    if half is None:
        return ()
    order = {phase.id: place for place, phase in enumerate(columns_of(project, half.id))}
    lanes = {one.id for one in project.all(Lane, map_id=half.id, kind=LaneKind.PAIN_POINT)}
    found = [
        cell
        for cell in project.all(Cell, map_id=half.id)
        if cell.lane_id in lanes and cell.text.strip()
    ]
    return tuple(sorted(found, key=lambda one: order.get(one.phase_id, len(order))))
