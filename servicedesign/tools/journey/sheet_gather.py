"""Journey maps collected from a project for the sheet.

Owns the joining of phases, stages, lanes, cards and the counterpart map. Must not draw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean

from servicedesign.model import (
    Cell,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Note,
    Persona,
    Phase,
)
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.store import Project
from servicedesign.tools.journey.sheet_data import Card, Column, LaneRow, MapData, PhaseHead
from servicedesign.tools.portraits import NOBODY, likeness, picture_bytes

Feeling = tuple[float | None, str]
"""A level and its reason."""


def map_data(project: Project, journey: JourneyMap, library: DrawingLibrary) -> MapData:
    """Return everything that is printed of one map."""
    phases = project.all(Phase, map_id=journey.id)
    cells = _by_place(project.all(Cell, map_id=journey.id))
    heads, columns = _columns(phases, cells)
    before = _counterpart(project, journey, phases)
    persona = project.find(Persona, journey.persona_id)
    return MapData(
        view=journey.view,
        title=journey.title.strip(),
        goal=journey.goal.strip(),
        purpose=journey.purpose.strip(),
        persona=persona.name.strip() if persona else "",
        age=persona.age if persona else None,
        likeness=likeness(project, persona, library) if persona else NOBODY,
        phases=tuple(PhaseHead(title=head.title.strip(), when=head.when.strip()) for head in heads),
        columns=tuple(_column(heads[index], index, phase, before) for index, phase in columns),
        lanes=tuple(
            _lane(project, lane, [phase for _, phase in columns], cells)
            for lane in project.all(Lane, map_id=journey.id)
            if not lane.hidden
        ),
        compared=bool(before),
    )


def _by_place(cells: Sequence[Cell]) -> Mapping[tuple[str, str], list[Cell]]:
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        found[cell.phase_id, cell.lane_id].append(cell)
    return found


def _columns(
    phases: Sequence[Phase], cells: Mapping[tuple[str, str], list[Cell]]
) -> tuple[list[Phase], list[tuple[int, Phase]]]:
    """Return the phases, and what gets a column: stages, and phases without or beside stages.

    Each column comes with the index of its phase.
    """
    known = {phase.id for phase in phases}
    written = {phase_id for phase_id, _ in cells}
    heads = [phase for phase in phases if phase.stage_of_id not in known]
    columns: list[tuple[int, Phase]] = []
    for index, head in enumerate(heads):
        stages = _stages(phases, head, {head.id})
        if not stages or head.id in written:
            columns.append((index, head))
        columns.extend((index, stage) for stage in stages)
    return heads, columns


def _stages(phases: Sequence[Phase], head: Phase, seen: set[str]) -> list[Phase]:
    """Return the stages of a phase in order, stages of stages after their own."""
    found: list[Phase] = []
    for phase in phases:
        if phase.stage_of_id == head.id and phase.id not in seen:
            seen.add(phase.id)
            found += [phase, *_stages(phases, phase, seen)]
    return found


def _column(head: Phase, index: int, phase: Phase, before: Mapping[str, Feeling]) -> Column:
    level, reason = before.get(phase.id, (None, ""))
    own = phase.id != head.id
    return Column(
        phase=index,
        title=phase.title.strip() if own else "",
        when=phase.when.strip() if own else "",
        before=level,
        before_reason=reason,
    )


def _lane(
    project: Project,
    lane: Lane,
    columns: Sequence[Phase],
    cells: Mapping[tuple[str, str], list[Cell]],
) -> LaneRow:
    return LaneRow(
        kind=lane.kind,
        title=lane.title.strip(),
        cells=tuple(
            tuple(_card(project, cell, lane.kind) for cell in cells.get((phase.id, lane.id), ()))
            for phase in columns
        ),
    )


def _card(project: Project, cell: Cell, kind: LaneKind) -> Card:
    return Card(
        text=cell.text.strip(),
        outcome=cell.outcome,
        evidence=cell.evidence,
        emotion=cell.emotion,
        number=cell.number,
        picture=picture_bytes(project, cell.image_id),
        ideas=_ideas(project, cell) if kind is LaneKind.SOLUTION else (),
    )


def _ideas(project: Project, cell: Cell) -> tuple[str, ...]:
    """Return the numbers of the notes that a solution is linked with, either way."""
    ids = [link.target_id for link in project.links_from(cell.id)]
    ids += [link.source_id for link in project.links_to(cell.id)]
    notes = (project.find(Note, note_id) for note_id in ids)
    return tuple(str(n) for n in sorted({note.number for note in notes if note and note.number}))


def _counterpart(
    project: Project, journey: JourneyMap, phases: Sequence[Phase]
) -> Mapping[str, Feeling]:
    """Return what is felt in the as-is map, by phase of this to-be map; empty without one."""
    if journey.view is not JourneyView.TO_BE:
        return {}
    other = project.find(JourneyMap, journey.counterpart_id) or next(
        (one for one in project.all(JourneyMap) if one.counterpart_id == journey.id), None
    )
    if other is None or other.id == journey.id:
        return {}
    feelings = _feelings(project, other)
    theirs = project.all(Phase, map_id=other.id)
    by_mine = {phase.counterpart_id: phase.id for phase in theirs if phase.counterpart_id}
    by_title = {phase.title: phase.id for phase in theirs if phase.title}
    found = {}
    for phase in phases:
        partner = phase.counterpart_id or by_mine.get(phase.id) or by_title.get(phase.title)
        if partner and partner in feelings:
            found[phase.id] = feelings[partner]
    return found


def _feelings(project: Project, journey: JourneyMap) -> Mapping[str, Feeling]:
    """Return level and reason by phase; a phase with stages has the mean of theirs."""
    lanes = {
        lane.id for lane in project.all(Lane, map_id=journey.id) if lane.kind is LaneKind.EMOTION
    }
    parents = {phase.id: phase.stage_of_id for phase in project.all(Phase, map_id=journey.id)}
    levels: dict[str, list[float]] = defaultdict(list)
    reasons: dict[str, str] = {}
    for cell in project.all(Cell, map_id=journey.id):
        if cell.lane_id not in lanes or cell.emotion is None:
            continue
        for phase_id in {cell.phase_id, parents.get(cell.phase_id) or cell.phase_id}:
            levels[phase_id].append(cell.emotion)
            reasons.setdefault(phase_id, cell.text.strip())
    return {phase_id: (fmean(known), reasons[phase_id]) for phase_id, known in levels.items()}
