"""The overview as data: facts, phases, what comes next, what is missing, who takes part.

Owns how it is put together from the model alone. It is read by the screen and by the sheet; must
not write, since every fact has its own tool.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from servicedesign.model import (
    Group,
    Message,
    Participant,
    ProjectInfo,
    ServiceKind,
    StakeholderKind,
    msg,
)
from servicedesign.model.message import N_
from servicedesign.model.method import PHASE_NUMERALS, MethodPhase, Progress, together
from servicedesign.store import Project
from servicedesign.tools.project.checks_ideas import IDEAS_CHECKS
from servicedesign.tools.project.checks_needs import NEEDS_CHECKS
from servicedesign.tools.project.gap import Check, Gap, Place, Severity
from servicedesign.tools.project.lines import LineState, line_states
from servicedesign.tools.project.principles import PrincipleState, principle_states
from servicedesign.tools.project_facts import KIND_WORDS
from servicedesign.tools.stakeholders import count_kinds, missing_kinds

CHECKS: Final[tuple[Check, ...]] = (*NEEDS_CHECKS, *IDEAS_CHECKS)
"""Every check in the order of the report. What is missing next is the first step it finds open."""

PHASE_HINTS: Final = {
    MethodPhase.NEEDS: N_("住民の言葉と行動から、ひとりのペルソナと困りごとを見つけます。"),
    MethodPhase.IDEAS: N_("問いに答える案をたくさん出し、選んで深めます。"),
    MethodPhase.PROTOTYPE: N_("選んだ案を紙の上で形にし、使う人も役場も納得できるか確かめます。"),
    MethodPhase.DELIVERY: N_("費用と効果を示し、小さな始め方と決めた記録をまとめます。"),
}
"""What each phase is for, while nothing was done in it."""

_NAMED: Final = ("service_name", "theme", "goal", "organisation", "section")
_WANTED: Final = ("service_name", "theme", "goal", "organisation", "period_start")


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


def find_gaps(project: Project) -> tuple[Gap, ...]:
    """Return everything that is missing, in the order of the report."""
    found = (check(project) for check in CHECKS)
    return tuple(gap for gap in found if gap is not None)


def next_step(
    gaps: tuple[Gap, ...], reachable: Callable[[Place], bool] = lambda _place: True
) -> Gap:
    """Return the first step of the report that is open, of those that can be gone to.

    When none is left, it is looking back at the 12 principles.
    """
    for gap in gaps:
        if gap.severity is Severity.NEXT and reachable(gap.place):
            return gap
    return Gap(
        "finished",
        Severity.NEXT,
        MethodPhase.CHECK,
        msg("ひと通り進みました。12箇条を見直す"),
        Place("principles"),
        N_("12箇条を見直す"),
        msg("一度で終わりにせず、小さく始めて、何度も直します。"),
    )


def progress(project: Project) -> Progress:
    """Return how far the facts are: done when a reader knows what, for whom, where and when."""
    info = project.info
    if not any(getattr(info, name).strip() for name in _NAMED):
        return Progress.NONE
    wanted = all(getattr(info, name).strip() for name in _WANTED)
    decided = info.service_kind is not ServiceKind.UNDECIDED
    return Progress.DONE if wanted and decided else Progress.SOME


def kind_word(info: ProjectInfo) -> Message | None:
    """Return whether an existing service is reworked or a new one made, or None while open."""
    if info.service_kind is ServiceKind.UNDECIDED:
        return None
    return Message(KIND_WORDS[info.service_kind])
