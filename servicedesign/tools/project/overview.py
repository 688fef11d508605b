"""The overview as data: facts, phases, what is missing, who takes part.

Owns how it is put together from the model alone; screen and sheet read it. Must not write.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from servicedesign.model import Group, Participant, ProjectInfo, StakeholderKind
from servicedesign.model.method import PHASE_NUMERALS, MethodPhase, Progress, together
from servicedesign.store import Project
from servicedesign.tools.project.actions import find_gaps
from servicedesign.tools.project.gap import Gap, Severity
from servicedesign.tools.project.line_states import LineState, line_states
from servicedesign.tools.project.principles import PrincipleState, principle_states
from servicedesign.tools.stakeholders import count_kinds, missing_kinds


@dataclass(frozen=True, slots=True)
class PhaseState:
    """One of the four phases.

    Attributes:
        phase: which one.
        progress: of all its tools together.
        lines: its tools.
        gaps: what is to be looked at in it.
    """

    phase: MethodPhase
    progress: Progress
    lines: tuple[LineState, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Who takes part.

    Attributes:
        count: how many participants there are.
        groups: how many groups.
        kinds: how many of each side.
        missing: sides of which nobody takes part.
    """

    count: int
    groups: int
    kinds: Counter[StakeholderKind]
    missing: tuple[StakeholderKind, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A project at a glance.

    Attributes:
        info: its facts.
        preparation: participants and agenda.
        phases: the four phases.
        principles: the 12 principles of the edition in use; none without one.
        people: who takes part.
        gaps: everything that is missing, in the order of the report.
    """

    info: ProjectInfo
    preparation: tuple[LineState, ...]
    phases: tuple[PhaseState, ...]
    principles: tuple[PrincipleState, ...]
    people: People
    gaps: tuple[Gap, ...]


def overview(project: Project) -> Overview:
    """Return ``project`` at a glance; reads the records and nothing else."""
    lines, gaps = line_states(project), find_gaps(project)
    return Overview(
        info=project.info,
        preparation=tuple(line for line in lines if line.phase is MethodPhase.PREPARE),
        phases=tuple(_phase(phase, lines, gaps) for phase in PHASE_NUMERALS),
        principles=principle_states(project),
        people=People(
            len(project.all(Participant)),
            len(project.all(Group)),
            count_kinds(project),
            missing_kinds(project),
        ),
        gaps=gaps,
    )


def _phase(phase: MethodPhase, lines: tuple[LineState, ...], gaps: tuple[Gap, ...]) -> PhaseState:
    own = tuple(line for line in lines if line.phase is phase)
    return PhaseState(
        phase,
        together(line.progress for line in own),
        own,
        tuple(gap for gap in gaps if gap.phase is phase and gap.severity is Severity.LOOK),
    )
