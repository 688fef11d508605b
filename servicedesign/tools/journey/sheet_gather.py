"""Journey maps collected from a project for the sheet.

Owns the joining of phases, stages, lanes and cards. Must not draw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from servicedesign.model import Cell, Issue, JourneyMap, Lane, LaneKind, Persona
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.store import Project
from servicedesign.tools.journey.columns import MapColumn, columns_of, lanes_of
from servicedesign.tools.journey.sheet_data import Card, Column, LaneRow, MapData, PhaseHead
from servicedesign.tools.journey.sheet_pair import Before, before_of, ideas_of, with_pains
from servicedesign.tools.journey.sheet_proof import Proof
from servicedesign.tools.portraits import NOBODY, likeness, picture_bytes
from servicedesign.tools.solution_words import without_number
from servicedesign.tools.taking_up import issue_of

Places = Mapping[tuple[str, str], Sequence[Cell]]
"""The cards by phase and lane."""


def map_data(project: Project, journey: JourneyMap, library: DrawingLibrary) -> MapData:
    """Return everything that is printed of one map."""
    columns = columns_of(project, journey.id)
    heads = _heads(columns)
    before = before_of(project, journey)
    proof = Proof(project)
    rows = _rows(project, journey, columns, proof)
    persona = project.find(Persona, journey.persona_id)
    return MapData(
        view=journey.view,
        title=journey.title.strip(),
        goal=journey.goal.strip(),
        purpose=journey.purpose.strip(),
        persona=persona.name.strip() if persona else "",
        age=persona.age if persona else None,
        likeness=likeness(project, persona, library) if persona else NOBODY,
        phases=_phase_heads(columns, heads),
        columns=tuple(_column(column, heads, before) for column in columns),
        lanes=with_pains(rows, columns, before),
        compared=bool(before.feelings),
        pains=proof.pains(),
        sources=proof.groups(),
        changes=before.changes(heads),
    )


def empty_data(project: Project, journey: JourneyMap) -> MapData:
    """Return the phases and lanes of a map without a card, to be filled in by hand."""
    columns = columns_of(project, journey.id)
    heads = _heads(columns)
    nothing = Before()
    return MapData(
        view=journey.view,
        title=journey.title.strip(),
        phases=tuple(replace(head, when="") for head in _phase_heads(columns, heads)),
        columns=tuple(replace(_column(column, heads, nothing), when="") for column in columns),
        lanes=tuple(
            LaneRow(kind=lane.kind, title=lane.title.strip())
            for lane in lanes_of(project, journey.id)
        ),
    )


def _heads(columns: Sequence[MapColumn]) -> Mapping[str, int]:
    """Return the number from 0 of the phase that each column and head belongs to, by its id."""
    found: dict[str, int] = {}
    order: dict[str, int] = {}
    for column in columns:
        if column.phase is None or column.head is None:
            continue
        number = order.setdefault(column.head.id, len(order))
        found[column.head.id] = found[column.phase.id] = number
    return found


def _phase_heads(columns: Sequence[MapColumn], heads: Mapping[str, int]) -> tuple[PhaseHead, ...]:
    known = {heads[column.head.id]: column.head for column in columns if column.head}
    return tuple(
        PhaseHead(title=known[number].title.strip(), when=known[number].when.strip())
        for number in sorted(known)
    )


def _column(column: MapColumn, heads: Mapping[str, int], before: Before) -> Column:
    level, reason = before.feelings.get(column.id, (None, ""))
    phase = column.phase
    own = phase if column.is_stage else None
    return Column(
        phase=heads[column.id],
        title=own.title.strip() if own else "",
        when=own.when.strip() if own else "",
        before=level,
        before_reason=reason,
    )


def _by_place(cells: Sequence[Cell]) -> Places:
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        found[cell.phase_id, cell.lane_id].append(cell)
    return found


def _rows(
    project: Project, journey: JourneyMap, columns: Sequence[MapColumn], proof: Proof
) -> tuple[LaneRow, ...]:
    places = _by_place(project.all(Cell, map_id=journey.id))
    heads = _heads(columns)
    rows = []
    for lane in lanes_of(project, journey.id):
        cells = []
        for column in columns:
            here = places.get((column.id, lane.id), ())
            cells.append(tuple(_card(project, one, lane, heads[column.id], proof) for one in here))
        rows.append(LaneRow(kind=lane.kind, title=lane.title.strip(), cells=tuple(cells)))
    return tuple(rows)


def _card(project: Project, cell: Cell, lane: Lane, phase: int, proof: Proof) -> Card:
    issue = issue_of(project, cell.id) if lane.kind is LaneKind.PAIN_POINT else None
    references = proof.take(cell, lane, phase)
    if lane.kind is LaneKind.PAIN_POINT:
        proof.take_pain(cell, phase, issue)
    ideas = ideas_of(project, cell) if lane.kind is LaneKind.SOLUTION else ()
    return Card(
        text=without_number(cell.text.strip(), ideas),
        outcome=cell.outcome,
        evidence=cell.evidence,
        emotion=cell.emotion,
        number=_number(cell, issue),
        picture=picture_bytes(project, cell.image_id),
        ideas=ideas,
        references=references,
        issue=issue is not None,
        chosen=issue is not None and issue.chosen,
    )


def _number(cell: Cell, issue: Issue | None) -> int:
    return cell.number or (issue.number if issue else 0)


def structures(project: Project) -> tuple[MapData, ...]:
    """Return the empty maps of a project: each arrangement of phases and lanes once."""
    found: list[MapData] = []
    seen: set[tuple[object, ...]] = set()
    for journey in project.all(JourneyMap):
        data = empty_data(project, journey)
        shape = (
            tuple(head.title for head in data.phases),
            tuple((column.phase, column.title) for column in data.columns),
            tuple((lane.kind, lane.title) for lane in data.lanes),
        )
        if data.columns and shape not in seen:
            seen.add(shape)
            found.append(data)
    return tuple(found)
