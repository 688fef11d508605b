"""What one can do with the lanes of a map.

Owns every change to rows, and what a lane is called. Hiding keeps a lane's cards; deleting takes
them along, in one step.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from servicedesign.model import Lane, LaneKind, Message, ProjectError, msg
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.journey.leaving import Leaving, carry_out, leaving
from servicedesign.tools.journey.order import place_among
from servicedesign.tools.journey.presets import LANE_TITLES

MOST_LANES: Final = 40
"""Rows a map may have."""


def lane_name(lane: Lane) -> Message | str:
    """Return what a lane is called: its own name, else that of its kind."""
    return lane.title.strip() or Message(LANE_TITLES[lane.kind])


def add_lane(
    project: Project,
    map_id: str,
    kind: LaneKind = LaneKind.CUSTOM,
    *,
    after: str | None = None,
) -> Lane:
    """Add a lane behind the lane ``after``, else as the last.

    Raises:
        ProjectError: the map has as many as it may have.
    """
    lanes = list(project.all(Lane, map_id=map_id))
    if len(lanes) >= MOST_LANES:
        raise ProjectError(
            msg("レーンは{most}本までです。", most=MOST_LANES),
            msg("何も変えていません。"),
            msg("使わないレーンを消してください。"),
        )
    ids = [lane.id for lane in lanes]
    index = ids.index(after) + 1 if after in ids else len(ids)
    position, moved = place_among(lanes, index)
    lane = Lane(map_id=map_id, kind=kind, position=position)
    with project.edit(msg("レーン「{name}」を足す", name=Message(LANE_TITLES[kind]))):
        for one in moved:
            project.put(one)
        project.put(lane)
    return lane


def rename_lane(project: Project, lane_id: str, title: str) -> None:
    """Rename a lane; without a name it is called by its kind again."""
    lane = project.get(Lane, lane_id)
    with project.edit(msg("レーンの名前を書く"), merge=f"lane:{lane_id}:title"):
        project.put(replace(lane, title=plain_text(title, single_line=True)))


def move_lane(project: Project, lane_id: str, index: int) -> bool:
    """Move a lane to ``index`` (0 first) among those that are shown; tell whether it moved."""
    lane = project.get(Lane, lane_id)
    everyone = project.all(Lane, map_id=lane.map_id)
    shown = [one for one in everyone if not one.hidden or one.id == lane_id]
    index = max(0, min(index, len(shown) - 1))
    if [one.id for one in shown].index(lane_id) == index:
        return False
    rest = [one for one in shown if one.id != lane_id]
    others = [one for one in everyone if one.id != lane_id]
    before = rest[index] if index < len(rest) else None
    target = [one.id for one in others].index(before.id) if before is not None else len(others)
    position, moved = place_among(others, target)
    with project.edit(msg("レーン「{name}」を動かす", name=lane_name(lane))):
        for one in moved:
            project.put(one)
        project.put(replace(lane, position=position))
    return True


def step_lane(project: Project, lane_id: str, step: int) -> bool:
    """Move a lane by ``step`` places among those that are shown; False at the end."""
    lane = project.get(Lane, lane_id)
    shown = [
        one.id
        for one in project.all(Lane, map_id=lane.map_id)
        if not one.hidden or one.id == lane_id
    ]
    return move_lane(project, lane_id, shown.index(lane_id) + step)


def hide_lane(project: Project, lane_id: str, *, hidden: bool = True) -> None:
    """Hide a lane on screen and paper, or show it again; its cards stay."""
    lane = project.get(Lane, lane_id)
    label = msg("レーン「{name}」を隠す") if hidden else msg("レーン「{name}」を出す")
    with project.edit(Message(label.text, {"name": lane_name(lane)})):
        project.put(replace(lane, hidden=hidden))


def hidden_lanes(project: Project, map_id: str) -> tuple[Lane, ...]:
    """Return the lanes of a map that are hidden."""
    return project.all(Lane, map_id=map_id, hidden=True)


def hangs_on_lane(project: Project, lane_id: str) -> Leaving:
    """Return what deleting a lane does: all its cards go."""
    return leaving(project, [project.get(Lane, lane_id)])


def delete_lane(project: Project, lane_id: str) -> Leaving:
    """Delete a lane with its cards, in one step; return what went."""
    what = hangs_on_lane(project, lane_id)
    name = lane_name(project.get(Lane, lane_id))
    with project.edit(msg("レーン「{name}」を消す", name=name)):
        carry_out(project, what)
    return what
