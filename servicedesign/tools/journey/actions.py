"""What one can say of the journey maps of a project.

Owns the rule by which a journey counts as done (report ch. 7 §2(1)②): it follows one persona, every
phase says what the person does and how it feels, and the pain points are named.
"""

from __future__ import annotations

from servicedesign.model import Cell, JourneyMap, JourneyView, Lane, LaneKind, Phase
from servicedesign.model.method import Progress
from servicedesign.store import Project


def progress(project: Project) -> Progress:
    """Return how far the journey is: done when one as-is map is complete."""
    maps = project.all(JourneyMap)
    if not maps:
        return Progress.NONE
    now = (journey for journey in maps if journey.view is JourneyView.AS_IS)
    return Progress.DONE if any(complete(project, one) for one in now) else Progress.SOME


def complete(project: Project, journey: JourneyMap) -> bool:
    """Return whether ``journey`` has a persona, and actions and feelings in all its phases."""
    phases = project.all(Phase, map_id=journey.id)
    if journey.persona_id is None or not phases:
        return False
    kinds = {lane.id: lane.kind for lane in project.all(Lane, map_id=journey.id)}
    parents = {phase.id: phase.stage_of_id or phase.id for phase in phases}
    acted: set[str] = set()
    felt: set[str] = set()
    pains = 0
    for cell in project.all(Cell, map_id=journey.id):
        kind, phase = kinds.get(cell.lane_id), parents.get(cell.phase_id, "")
        if kind is LaneKind.ACTION and cell.text.strip():
            acted.add(phase)
        if kind is LaneKind.EMOTION and cell.emotion is not None:
            felt.add(phase)
        pains += kind is LaneKind.PAIN_POINT and bool(cell.text.strip())
    every = set(parents.values())
    return bool(pains) and every <= acted and every <= felt
