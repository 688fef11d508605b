"""What one can do with whole journey maps.

Owns making, copying, naming and deleting maps. Whether one is done is told in ``actions``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from servicedesign.model import (
    Cell,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Message,
    Persona,
    Phase,
    msg,
)
from servicedesign.model.message import N_
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.journey.leaving import Leaving, carry_out, leaving
from servicedesign.tools.journey.presets import BLANK_LANES, MUNICIPAL_PHASES, REPORT_PHASES

MapField = Literal["title", "goal", "purpose"]

_FIELD_LABELS: Final = {
    "title": msg("地図の題を書く"),
    "goal": msg("めざすことを書く"),
    "purpose": msg("地図の説明を書く"),
}


@dataclass(frozen=True, slots=True)
class Preset:
    """What a map begins with.

    Attributes:
        id: its name in code.
        label: its name for people.
        phases: names of the phases; empty ones are written by hand.
        lanes: kinds of lanes.
    """

    id: str
    label: str
    phases: tuple[str, ...]
    lanes: tuple[LaneKind, ...]


PRESETS: Final = (
    Preset("municipal", N_("手続きの8段階"), MUNICIPAL_PHASES, BLANK_LANES),
    Preset("report", N_("認知から行動までの4段階"), REPORT_PHASES, BLANK_LANES[:5]),
    Preset("blank", N_("白紙の4段階"), ("", "", "", ""), BLANK_LANES),
)
"""From the trigger to life afterwards; the four of the report (ch. 7 §2(1)②); unnamed ones."""


def map_name(journey: JourneyMap) -> Message | str:
    """Return what a map is called in a sentence."""
    return journey.title.strip() or msg("題のない地図")


def first_persona(project: Project) -> Persona | None:
    """Return the persona whose journey comes first: the chosen one, else the first candidate."""
    people = project.all(Persona)
    return next((one for one in people if one.chosen), next(iter(people), None))


def add_map(
    project: Project,
    preset: Preset,
    words: Callable[[str], str],
    *,
    persona_id: str | None = None,
    view: JourneyView = JourneyView.AS_IS,
) -> JourneyMap:
    """Add a map and return it.

    Args:
        project: the open project.
        preset: what it begins with.
        words: says the names of phases in the language they are to be kept in.
        persona_id: whose it is, or None.
        view: as it is, or as it should be.
    """
    position = max((one.position for one in project.all(JourneyMap)), default=-1.0) + 1.0
    journey = JourneyMap(persona_id=persona_id, view=view, position=position)
    with project.edit(msg("ジャーニーマップを足す")):
        project.put(journey)
        for number, title in enumerate(preset.phases):
            name = words(title) if title else ""
            project.put(Phase(map_id=journey.id, title=name, position=float(number)))
        for number, kind in enumerate(preset.lanes):
            project.put(Lane(map_id=journey.id, kind=kind, position=float(number)))
    return journey


def copy_map(project: Project, map_id: str, title: str) -> JourneyMap:
    """Add a copy of a map with its phases, lanes and cards, and return it.

    Numbers of pain points, evidence and the linked columns stay with the original.
    """
    source = project.get(JourneyMap, map_id)
    position = max(one.position for one in project.all(JourneyMap)) + 1.0
    copy = replace(
        source,
        id=JourneyMap().id,
        title=plain_text(title, single_line=True),
        counterpart_id=None,
        position=position,
    )
    with project.edit(msg("ジャーニーマップを写す")):
        project.put(copy)
        phases = _copy_phases(project, project.all(Phase, map_id=map_id), copy.id)
        lanes = {}
        for lane in project.all(Lane, map_id=map_id):
            lanes[lane.id] = replace(lane, id=Lane(map_id=copy.id).id, map_id=copy.id)
            project.put(lanes[lane.id])
        for cell in project.all(Cell, map_id=map_id):
            if cell.phase_id in phases and cell.lane_id in lanes:
                phase_id, lane_id = phases[cell.phase_id], lanes[cell.lane_id].id
                new_id = Cell(map_id=copy.id, phase_id=phase_id, lane_id=lane_id).id
                where = replace(cell, map_id=copy.id, phase_id=phase_id, lane_id=lane_id)
                project.put(replace(where, id=new_id, number=0))
    return copy


def _copy_phases(project: Project, phases: Sequence[Phase], map_id: str) -> dict[str, str]:
    ids = {phase.id: Phase(map_id=map_id).id for phase in phases}
    for phase in phases:
        stage_of = ids.get(phase.stage_of_id or "")
        project.put(
            replace(
                phase,
                id=ids[phase.id],
                map_id=map_id,
                stage_of_id=stage_of,
                counterpart_id=None,
            )
        )
    return ids


def write_map(project: Project, map_id: str, field: MapField, text: str) -> None:
    """Write title, goal or description of a map; keystrokes of one field merge into one step."""
    journey = project.get(JourneyMap, map_id)
    text = plain_text(text, single_line=field == "title")
    new = {
        "title": lambda: replace(journey, title=text),
        "goal": lambda: replace(journey, goal=text),
        "purpose": lambda: replace(journey, purpose=text),
    }[field]()
    with project.edit(_FIELD_LABELS[field], merge=f"journey_map:{map_id}:{field}"):
        project.put(new)


def assign_persona(project: Project, map_id: str, persona_id: str | None) -> None:
    """Say whose journey a map shows; its counterpart shows the same person's."""
    journey = project.get(JourneyMap, map_id)
    with project.edit(msg("ペルソナを決める")):
        project.put(replace(journey, persona_id=persona_id))
        for other in project.all(JourneyMap):
            if other.counterpart_id == map_id or other.id == journey.counterpart_id:
                project.put(replace(other, persona_id=persona_id))


def hangs_on_map(project: Project, map_id: str) -> Leaving:
    """Return what deleting a map does: phases, lanes and cards go."""
    return leaving(project, [project.get(JourneyMap, map_id)])


def delete_map(project: Project, map_id: str) -> Leaving:
    """Delete a map with all that stands in it, in one step; return what went."""
    what = hangs_on_map(project, map_id)
    name = map_name(project.get(JourneyMap, map_id))
    with project.edit(msg("地図「{name}」を消す", name=name)):
        carry_out(project, what)
    return what
