"""The two halves of a journey: today's map, and the one that should come of it.

Owns every change that links counterparts. What belongs together is read by ``map_pairing``, what
has changed by ``differences``, the other half is made by ``to_be_map``; all are offered here
(report ch. 7 §2(2)②: the map is completed with the solutions).
"""

from __future__ import annotations

from dataclasses import replace

from servicedesign.model import JourneyMap, Phase, ProjectError, msg
from servicedesign.store import Project
from servicedesign.tools.journey.differences import (
    Difference,
    DifferenceKind,
    difference_sentence,
    differences,
)
from servicedesign.tools.map_pairing import (
    Pair,
    as_is_and_to_be,
    columns_of,
    counterpart_of,
    paired_columns,
)
from servicedesign.tools.to_be_map import make_to_be, refused_pair

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
            raise refused_pair()
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


def _refused_self() -> ProjectError:
    return ProjectError(
        msg("地図は、それ自身とは対にできません。"),
        msg("何も変えていません。"),
        msg("もう一枚の地図を選んでください。"),
    )
