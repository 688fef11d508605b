"""What is missing in a project, what comes next, and how far its facts are.

Owns the one list of checks, in the order of the report. Must not write: every fact has its own
tool, and the facts of the project are written by ``tools.project_facts``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from servicedesign.model import (
    Message,
    ProjectInfo,
    ServiceKind,
    msg,
)
from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase, Progress
from servicedesign.store import Project
from servicedesign.tools.project.checks_agenda import AGENDA_CHECKS
from servicedesign.tools.project.checks_ideas import IDEAS_CHECKS
from servicedesign.tools.project.checks_needs import NEEDS_CHECKS
from servicedesign.tools.project.gap import Check, Gap, Place, Severity
from servicedesign.tools.project_facts import KIND_WORDS

CHECKS: Final[tuple[Check, ...]] = (*AGENDA_CHECKS, *NEEDS_CHECKS, *IDEAS_CHECKS)
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
