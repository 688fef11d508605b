"""The map of how a journey should become (理想), made of the one of how it is.

Owns that one step, which the journey map and the payoff matrix share (report ch. 7 §2(2): the map
is completed with the solutions). Must not know how a map is shown.
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
from servicedesign.tools.map_pairing import counterpart_of, reading_order


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
        raise refused_pair()
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


def refused_pair() -> ProjectError:
    """Return the refusal to give a map a second counterpart."""
    return ProjectError(
        msg("この地図には、対になる地図がもうあります。"),
        msg("何も変えていません。"),
        msg("その地図を開くか、先に対を解いてください。"),
    )
