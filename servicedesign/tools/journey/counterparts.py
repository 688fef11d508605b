"""The two halves of a journey: today's map, and the one that should come of it.

Owns every change that makes or links counterparts; what belongs together is read by ``pairing``,
what has changed by ``differences``, and both are offered here (report ch. 7 §2(2)②: the map is
completed with the solutions).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from servicedesign.model import (
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Phase,
    ProjectError,
    msg,
)
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.journey.differences import (
    Difference,
    DifferenceKind,
    difference_sentence,
    differences,
)
from servicedesign.tools.journey.pairing import (
    Pair,
    as_is_and_to_be,
    columns_of,
    counterpart_of,
    paired_columns,
    reading_order,
)

__all__ = [
    "Difference",
    "DifferenceKind",
    "Pair",
    "as_is_and_to_be",
    "columns_of",
    "counterpart_of",
    "difference_sentence",
    "differences",
    "link_columns",
    "link_maps",
    "make_to_be",
    "paired_columns",
]


def make_to_be(project: Project, map_id: str, title: str) -> JourneyMap:
    """Make the to-be map of an as-is map in one step and return it.

    It has the same person, goal, phases with their stages, and lanes, all linked with those of the
    as-is map and without a card; and a lane for solutions, if there was none.

    Args:
        project: the open project.
        map_id: the as-is map.
        title: of the new map; may be empty.

    Raises:
        KeyError: there is no such map.
        ProjectError: the map has a counterpart already, or is itself a to-be map.
    """
    source = project.get(JourneyMap, map_id)
    if counterpart_of(project, map_id) is not None:
        raise _refused_pair()
    if source.view is JourneyView.TO_BE:
        raise ProjectError(
            msg("理想の地図から、さらに理想の地図は作れません。"),
            msg("何も変えていません。"),
            msg("現状の地図を開いて、そこから作ってください。"),
        )
    made = replace(
        source,
        id=JourneyMap().id,
        title=plain_text(title, single_line=True).strip(),
        view=JourneyView.TO_BE,
        purpose="",
        counterpart_id=source.id,
        position=_behind(project, source),
    )
    with project.edit(msg("理想の地図を作る")):
        project.put(made)
        project.put(replace(source, counterpart_id=made.id))
        _copy_phases(project, source.id, made.id)
        _copy_lanes(project, source.id, made.id)
    return made


def _behind(project: Project, source: JourneyMap) -> float:
    """Return a position right after ``source`` among the maps."""
    later = [one.position for one in project.all(JourneyMap) if one.position > source.position]
    return (source.position + min(later)) / 2 if later else source.position + 1.0


def _copy_phases(project: Project, source_id: str, made_id: str) -> None:
    phases = project.all(Phase, map_id=source_id)
    known: Mapping[str, str] = {
        phase.id: Phase(map_id=made_id).id for phase in reading_order(phases)
    }
    for phase in phases:
        copy = replace(
            phase,
            id=known[phase.id],
            map_id=made_id,
            stage_of_id=known.get(phase.stage_of_id or ""),
            counterpart_id=phase.id,
        )
        project.put(copy)
        project.put(replace(phase, counterpart_id=copy.id))


def _copy_lanes(project: Project, source_id: str, made_id: str) -> None:
    lanes = project.all(Lane, map_id=source_id)
    for lane in lanes:
        project.put(replace(lane, id=Lane(map_id=made_id).id, map_id=made_id))
    if all(lane.kind is not LaneKind.SOLUTION for lane in lanes):
        last = max((lane.position for lane in lanes), default=-1.0)
        project.put(Lane(map_id=made_id, kind=LaneKind.SOLUTION, position=last + 1.0))


def link_maps(project: Project, map_id: str, other_id: str | None) -> None:
    """Make two maps counterparts, or part a map from its own; columns keep their links.

    Raises:
        KeyError: there is no such map.
        ProjectError: one of them has another counterpart, or both are the same map.
    """
    journey = project.get(JourneyMap, map_id)
    if other_id is None:
        _part(project, journey)
        return
    other = project.get(JourneyMap, other_id)
    if map_id == other_id:
        raise _refused_self()
    for one, wanted in ((map_id, other_id), (other_id, map_id)):
        known = counterpart_of(project, one)
        if known is not None and known.id != wanted:
            raise _refused_pair()
    with project.edit(msg("現状と理想の地図を対にする")):
        project.put(replace(journey, counterpart_id=other_id))
        project.put(replace(other, counterpart_id=map_id))


def _part(project: Project, journey: JourneyMap) -> None:
    other = counterpart_of(project, journey.id)
    with project.edit(msg("現状と理想の対を解く")):
        for one in (journey, other):
            if one is not None and one.counterpart_id is not None:
                project.put(replace(one, counterpart_id=None))


def link_columns(project: Project, phase_id: str, other_id: str | None) -> None:
    """Say that two phases of counterpart maps are the same place, or that a phase has none.

    Each has at most one partner: earlier ones of both are let go.

    Raises:
        KeyError: there is no such phase.
        ProjectError: the two do not stand on two maps that are counterparts.
    """
    phase = project.get(Phase, phase_id)
    other = project.get(Phase, other_id) if other_id is not None else None
    if other is not None:
        half = counterpart_of(project, phase.map_id)
        if half is None or half.id != other.map_id:
            raise ProjectError(
                msg("この二つの列は、対になる地図の列ではありません。"),
                msg("何も変えていません。"),
                msg("現状の地図の列と、その理想の地図の列を選んでください。"),
            )
    ends = {one.id: one for one in (phase, other) if one is not None}
    linked = {one.id: one for end in ends.values() for one in _linked_with(project, end)}
    label = msg("現状と理想の列の対を解く") if other is None else msg("現状と理想の列を対にする")
    with project.edit(label):
        for one in (linked | ends).values():
            wanted = _wanted(one, phase, other)
            if one.counterpart_id != wanted:
                project.put(replace(one, counterpart_id=wanted))


def _linked_with(project: Project, phase: Phase) -> list[Phase]:
    """Return the phases that ``phase`` names and those that name it."""
    named = project.find(Phase, phase.counterpart_id)
    found = [one for one in project.all(Phase, counterpart_id=phase.id) if one.id != phase.id]
    return found if named is None else [named, *found]


def _wanted(one: Phase, phase: Phase, other: Phase | None) -> str | None:
    """Return the partner that ``one`` has once ``phase`` and ``other`` belong together."""
    if other is not None and one.id == phase.id:
        return other.id
    if other is not None and one.id == other.id:
        return phase.id
    ends = {phase.id, other.id if other else phase.id}
    return None if one.id in ends or one.counterpart_id in ends else one.counterpart_id


def _refused_pair() -> ProjectError:
    return ProjectError(
        msg("この地図には、対になる地図がもうあります。"),
        msg("何も変えていません。"),
        msg("その地図を開くか、先に対を解いてください。"),
    )


def _refused_self() -> ProjectError:
    return ProjectError(
        msg("地図は、それ自身とは対にできません。"),
        msg("何も変えていません。"),
        msg("もう一枚の地図を選んでください。"),
    )
