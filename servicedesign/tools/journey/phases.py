"""What one can do with the phases of a map and the stages within them.

Owns every change to columns. A phase that is divided hands its cards to its first stage; what
makes no sense without a deleted phase goes with it, in one step.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from servicedesign.model import Cell, Message, Phase, ProjectError, msg
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.journey.leaving import Leaving, carry_out, leaving
from servicedesign.tools.journey.order import place_among

MOST_PHASES: Final = 60
"""Columns a map may have; more cannot be read on any paper."""

PhaseField = Literal["title", "when"]


def phase_name(phase: Phase) -> Message | str:
    """Return what a phase is called in a sentence."""
    return phase.title.strip() or msg("名前のないフェーズ")


def siblings(project: Project, phase: Phase) -> list[Phase]:
    """Return the phases beside ``phase``, itself included: all heads, or the stages of one."""
    everyone = project.all(Phase, map_id=phase.map_id)
    return [one for one in everyone if one.stage_of_id == phase.stage_of_id]


def room_for(project: Project, map_id: str) -> int:
    """Return how many more columns a map may have."""
    return max(0, MOST_PHASES - len(project.all(Phase, map_id=map_id)))


def add_phase(project: Project, map_id: str, *, after: str | None = None, title: str = "") -> Phase:
    """Add a phase behind the phase ``after`` (a stage stands for its phase), else as the last.

    Raises:
        ProjectError: the map has as many as it may have.
    """
    _check_room(project, map_id)
    beside = project.find(Phase, after)
    while beside is not None and beside.stage_of_id and project.find(Phase, beside.stage_of_id):
        beside = project.get(Phase, beside.stage_of_id)
    heads = [one for one in project.all(Phase, map_id=map_id) if one.stage_of_id is None]
    index = _index(heads, beside) + 1 if beside in heads else len(heads)
    position, moved = place_among(heads, index)
    phase = Phase(map_id=map_id, title=plain_text(title, single_line=True), position=position)
    with project.edit(msg("フェーズを足す")):
        _put_all(project, moved)
        project.put(phase)
    return phase


def add_stage(project: Project, phase_id: str) -> Phase:
    """Divide a phase into stages, or add one behind a stage; return the new one.

    A phase that is divided for the first time hands its cards to its first stage and gets a second.

    Raises:
        ProjectError: the map has as many columns as it may have.
    """
    phase = project.get(Phase, phase_id)
    parent = phase.stage_of_id or phase.id
    stages = list(project.all(Phase, stage_of_id=parent))
    _check_room(project, phase.map_id, 1 if stages else 2)
    with project.edit(msg("段階を足す")):
        if not stages:
            first = Phase(map_id=phase.map_id, stage_of_id=parent, position=0.0)
            project.put(first)
            for cell in project.all(Cell, phase_id=parent):
                project.put(replace(cell, phase_id=first.id))
            stages = [first]
        index = _index(stages, phase) + 1 if phase in stages else len(stages)
        position, moved = place_among(stages, index)
        _put_all(project, moved)
        stage = Phase(map_id=phase.map_id, stage_of_id=parent, position=position)
        project.put(stage)
    return stage


def merge_stages(project: Project, phase_id: str) -> None:
    """Take the stages of a phase (or of the phase of a stage) away; their cards stay in it."""
    phase = project.get(Phase, phase_id)
    parent = phase.stage_of_id or phase.id
    everyone = _with_stages(project, project.get(Phase, parent))
    cards = [cell for one in everyone for cell in project.all(Cell, phase_id=one.id)]
    with project.edit(msg("段階をまとめる")):
        for number, cell in enumerate(cards):
            project.put(replace(cell, phase_id=parent, position=float(number)))
        carry_out(project, leaving(project, everyone[1:]))


def write_phase(project: Project, phase_id: str, field: PhaseField, text: str) -> None:
    """Write name or time of a phase; the keystrokes of one field merge into one step."""
    phase = project.get(Phase, phase_id)
    text = plain_text(text, single_line=True)
    new = replace(phase, title=text) if field == "title" else replace(phase, when=text)
    label = msg("フェーズの名前を書く") if field == "title" else msg("時期・所要を書く")
    with project.edit(label, merge=f"phase:{phase_id}:{field}"):
        project.put(new)


def move_phase(project: Project, phase_id: str, index: int) -> bool:
    """Move a phase among the heads, or a stage within its phase, to ``index`` (0 first).

    Returns:
        Whether it moved.
    """
    phase = project.get(Phase, phase_id)
    beside = siblings(project, phase)
    here = _index(beside, phase)
    index = max(0, min(index, len(beside) - 1))
    if index == here:
        return False
    others = [one for one in beside if one.id != phase_id]
    position, moved = place_among(others, index)
    with project.edit(msg("フェーズ「{name}」を動かす", name=phase_name(phase))):
        _put_all(project, moved)
        project.put(replace(phase, position=position))
    return True


def step_phase(project: Project, phase_id: str, step: int) -> bool:
    """Move a phase or a stage by ``step`` places; False at the end."""
    phase = project.get(Phase, phase_id)
    return move_phase(project, phase_id, _index(siblings(project, phase), phase) + step)


def hangs_on_phase(project: Project, phase_id: str) -> Leaving:
    """Return what deleting a phase does: its stages and all their cards go."""
    phase = project.get(Phase, phase_id)
    return leaving(project, _with_stages(project, phase))


def delete_phase(project: Project, phase_id: str) -> Leaving:
    """Delete a phase with its stages and cards, in one step; return what went."""
    what = hangs_on_phase(project, phase_id)
    phase = project.get(Phase, phase_id)
    with project.edit(msg("フェーズ「{name}」を消す", name=phase_name(phase))):
        carry_out(project, what)
    return what


def _with_stages(project: Project, phase: Phase) -> list[Phase]:
    found = {phase.id: phase}
    todo = [phase]
    while todo:
        for stage in project.all(Phase, stage_of_id=todo.pop().id):
            if stage.id not in found:
                found[stage.id] = stage
                todo.append(stage)
    return list(found.values())


def _check_room(project: Project, map_id: str, wanted: int = 1) -> None:
    if room_for(project, map_id) < wanted:
        raise ProjectError(
            msg("フェーズは{most}個までです。", most=MOST_PHASES),
            msg("何も変えていません。"),
            msg("いらないフェーズを消すか、地図を二つに分けてください。"),
        )


def _put_all(project: Project, moved: list[Phase]) -> None:
    for one in moved:
        project.put(one)


def _index(phases: list[Phase], phase: Phase) -> int:
    return [one.id for one in phases].index(phase.id)
