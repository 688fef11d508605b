"""What the overview sheet shows, as plain data.

Owns the shape of the data. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.model import Answer, ServiceKind
from servicedesign.model.method import MethodPhase, Progress
from servicedesign.tools.project.line_states import LineState
from servicedesign.tools.project.overview import People
from servicedesign.tools.project.words import Words


@dataclass(frozen=True, slots=True)
class PhaseData:
    """One of the four phases.

    Attributes:
        phase: which one.
        progress: of all its tools together.
        lines: its tools.
        notes: what is to be looked at in it.
    """

    phase: MethodPhase
    progress: Progress
    lines: tuple[LineState, ...]
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class OverviewData:
    """A project at a glance.

    Attributes:
        theme: what the project is about.
        goal: what it is to reach.
        organisation: the town.
        section: of the town.
        start: ISO date on which it begins, or what was written.
        end: likewise, on which it ends.
        kind: whether an existing service is reworked or a new one made.
        preparation: participants and agenda.
        phases: the four phases.
        answers: number and answer of each of the 12 principles; none without an edition.
        people: who takes part, or None on an empty sheet.
        next: what comes next, or None on an empty sheet.
        why: one more sentence of it, or None.
    """

    theme: str = ""
    goal: str = ""
    organisation: str = ""
    section: str = ""
    start: str = ""
    end: str = ""
    kind: ServiceKind = ServiceKind.UNDECIDED
    preparation: tuple[LineState, ...] = ()
    phases: tuple[PhaseData, ...] = ()
    answers: tuple[tuple[int, Answer], ...] = ()
    people: People | None = None
    next: Words | None = None
    why: Words | None = None
