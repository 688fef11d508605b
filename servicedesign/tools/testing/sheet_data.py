"""What the sheets of tests show, as plain data, and how it is collected.

Owns the shape and the step from records. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.model import (
    Improvement,
    ImprovementState,
    Observation,
    Prototype,
    PrototypeVersion,
    Side,
    TaskOutcome,
    TestSession,
    Verdict,
)
from servicedesign.store import Project
from servicedesign.tools.testing import actions
from servicedesign.tools.testing.results import VersionResult, results_of


@dataclass(frozen=True, slots=True)
class TriedData:
    """What was tried: code and name of the prototype, number and hypothesis of the version."""

    code: str = ""
    name: str = ""
    number: int = 1
    hypothesis: str = ""


@dataclass(frozen=True, slots=True)
class TaskData:
    """A task and how it went."""

    title: str = ""
    outcome: TaskOutcome | None = None
    seconds: int | None = None
    words: str = ""
    stumble: str = ""


@dataclass(frozen=True, slots=True)
class ImprovementData:
    """What should change, what became of it and why; ``number`` is of the version it went into."""

    text: str
    state: ImprovementState
    reason: str = ""
    number: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class SessionData:
    """One test.

    Attributes:
        code: its number.
        tried: what was tried.
        date: ISO date, or empty.
        place: where.
        side: which side the person stands on.
        person: who, without a name.
        observer: who watched.
        words: said at the end.
        satisfaction: 1 to 5, or None.
        verdict: what follows.
        held: whether it has begun; a planned one is printed to be filled in.
        tasks: in order.
        improvements: in order.
    """

    code: str
    tried: TriedData
    date: str = ""
    place: str = ""
    side: Side = Side.USER
    person: str = ""
    observer: str = ""
    words: str = ""
    satisfaction: int | None = None
    verdict: Verdict = Verdict.UNDECIDED
    held: bool = False
    tasks: tuple[TaskData, ...] = ()
    improvements: tuple[ImprovementData, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionsData:
    """The tests to print; none for the empty sheet."""

    sessions: tuple[SessionData, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryData:
    """What the tests of one version come to."""

    tried: TriedData
    result: VersionResult
    improvements: tuple[ImprovementData, ...] = ()


@dataclass(frozen=True, slots=True)
class SummariesData:
    """The versions to sum up."""

    versions: tuple[SummaryData, ...] = ()


def session_data(project: Project, session: TestSession) -> SessionData:
    """Return what the sheet of a session shows."""
    version = project.get(PrototypeVersion, session.version_id)
    return SessionData(
        code=session.code.strip(),
        tried=_tried(project.get(Prototype, version.prototype_id), version),
        date=session.date,
        place=session.place,
        side=session.side,
        person=session.person,
        observer=session.observer,
        words=session.words,
        satisfaction=session.satisfaction,
        verdict=session.verdict,
        held=actions.is_held(project, session),
        tasks=_tasks(project, session),
        improvements=tuple(
            _improvement(project, one) for one in project.all(Improvement, session_id=session.id)
        ),
    )


def summary_data(project: Project, prototype: Prototype, version: PrototypeVersion) -> SummaryData:
    """Return what the summary of a version shows."""
    result = results_of(project, version.id)
    improvements = tuple(_improvement(project, one, code) for code, one in result.improvements)
    return SummaryData(_tried(prototype, version), result, improvements)


def _tried(prototype: Prototype, version: PrototypeVersion) -> TriedData:
    return TriedData(
        prototype.code.strip(), prototype.name.strip(), version.number, version.hypothesis
    )


def _tasks(project: Project, session: TestSession) -> tuple[TaskData, ...]:
    """Return the tasks; of a session that was held, those of the other side are left out."""
    seen = {one.task_id: one for one in project.all(Observation, session_id=session.id)}
    tasks = actions.tasks_of(project, session.version_id)
    if seen:
        tasks = tuple(task for task in tasks if task.id in seen) or tasks
    return tuple(_task(task.title, seen.get(task.id)) for task in tasks)


def _task(title: str, seen: Observation | None) -> TaskData:
    if seen is None:
        return TaskData(title)
    return TaskData(title, seen.outcome, seen.seconds, seen.words, seen.stumble)


def _improvement(project: Project, one: Improvement, code: str = "") -> ImprovementData:
    version = project.find(PrototypeVersion, one.version_id)
    number = version.number if version is not None else None
    return ImprovementData(one.text, one.state, one.reason, number, code)
