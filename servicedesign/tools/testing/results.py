"""What the sessions of a version come to, task by task.

Owns the counting, and its honesty: people are counted, not turned into rates; a median is told
from three times on, a share from ten people on, and what was not seen is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Final

from servicedesign.model import (
    Improvement,
    Observation,
    Side,
    TaskOutcome,
    TestSession,
    Verdict,
)
from servicedesign.store import Project
from servicedesign.tools.testing.actions import is_held, sessions_of, tasks_of

LEAST_FOR_MEDIAN: Final = 3
LEAST_FOR_SHARE: Final = 10


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one session: its code and what was written."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class TaskResult:
    """How a task went over all sessions.

    Attributes:
        id: of the task.
        title: of the task.
        alone: how many did it alone.
        helped: how many did it with help.
        failed: how many could not.
        seconds: the times that were taken, shortest first.
        stumbles: where people stumbled, by session.
        words: what they said, by session.
    """

    id: str
    title: str
    alone: int = 0
    helped: int = 0
    failed: int = 0
    seconds: tuple[int, ...] = ()
    stumbles: tuple[Said, ...] = ()
    words: tuple[Said, ...] = ()

    @property
    def tried(self) -> int:
        """How many people tried it, as far as an outcome is written."""
        return self.alone + self.helped + self.failed

    def count(self, outcome: TaskOutcome) -> int:
        """Return how many had ``outcome``."""
        counts = {TaskOutcome.ALONE: self.alone, TaskOutcome.HELPED: self.helped}
        return counts.get(outcome, self.failed)

    def middle(self) -> int | None:
        """Return the median time in seconds, half a second up; None under three times."""
        if len(self.seconds) < LEAST_FOR_MEDIAN:
            return None
        return int(median(self.seconds) + 0.5)

    def share(self, outcome: TaskOutcome) -> int | None:
        """Return the share of ``outcome`` in whole percent, half up; None under ten people."""
        if self.tried < LEAST_FOR_SHARE:
            return None
        return (200 * self.count(outcome) + self.tried) // (2 * self.tried)


@dataclass(frozen=True, slots=True)
class Mark:
    """The satisfaction of one person, 1 to 5, and on which side they stand."""

    code: str
    side: Side
    value: int


@dataclass(frozen=True, slots=True)
class VersionResult:
    """What the sessions of a version come to.

    Attributes:
        held: sessions that have begun.
        planned: sessions that are only planned.
        users: sessions held with users.
        providers: sessions held with those who provide the service.
        tasks: in order.
        marks: satisfaction, by session; those who were not asked are left out.
        verdicts: how many sessions came to each verdict.
        words: what was said at the end, by session.
        improvements: what should change, by session.
    """

    held: int
    planned: int
    users: int
    providers: int
    tasks: tuple[TaskResult, ...]
    marks: tuple[Mark, ...]
    verdicts: dict[Verdict, int]
    words: tuple[Said, ...]
    improvements: tuple[tuple[str, Improvement], ...]


def results_of(project: Project, version_id: str) -> VersionResult:
    """Return what the sessions of a version come to."""
    sessions = sessions_of(project, version_id)
    held = [session for session in sessions if is_held(project, session)]
    seen = {
        (one.session_id, one.task_id): one
        for session in held
        for one in project.all(Observation, session_id=session.id)
    }
    return VersionResult(
        held=len(held),
        planned=len(sessions) - len(held),
        users=sum(session.side is Side.USER for session in held),
        providers=sum(session.side is Side.PROVIDER for session in held),
        tasks=tuple(
            _task(task.id, task.title, held, seen) for task in tasks_of(project, version_id)
        ),
        marks=tuple(
            Mark(session.code, session.side, session.satisfaction)
            for session in held
            if session.satisfaction is not None
        ),
        verdicts={one: sum(s.verdict is one for s in held) for one in Verdict},
        words=tuple(
            Said(session.code, session.words.strip()) for session in held if session.words.strip()
        ),
        improvements=tuple(
            (session.code, one)
            for session in held
            for one in project.all(Improvement, session_id=session.id)
        ),
    )


def _task(
    task_id: str,
    title: str,
    held: list[TestSession],
    seen: dict[tuple[str, str], Observation],
) -> TaskResult:
    found = [
        (session.code, seen[session.id, task_id])
        for session in held
        if (session.id, task_id) in seen
    ]
    outcomes = [one.outcome for _, one in found]
    return TaskResult(
        id=task_id,
        title=title,
        alone=outcomes.count(TaskOutcome.ALONE),
        helped=outcomes.count(TaskOutcome.HELPED),
        failed=outcomes.count(TaskOutcome.FAILED),
        seconds=tuple(sorted(one.seconds for _, one in found if one.seconds is not None)),
        stumbles=_said((code, one.stumble) for code, one in found),
        words=_said((code, one.words) for code, one in found),
    )


def _said(lines: Iterable[tuple[str, str]]) -> tuple[Said, ...]:
    return tuple(Said(code, text.strip()) for code, text in lines if text.strip())
