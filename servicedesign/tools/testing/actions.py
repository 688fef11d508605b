"""What one can do with tests, and the rules of it.

Owns every change to tasks, sessions and what is to be improved. What is seen during a session is
in ``observing``; decisions on improvements are in ``tools.improvements``. The rules behind: one
person tries one version; the person has a number, not a name; users and providers are both heard
(report ch. 7 §2(3)).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from servicedesign.model import (
    Improvement,
    ImprovementState,
    Message,
    Observation,
    ProjectError,
    Prototype,
    PrototypeVersion,
    Side,
    TestSession,
    TestTask,
    Verdict,
    field_specs,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.letting_go import Letting, let_go, what_goes

MOST_TASKS: Final = 30
MOST_SESSIONS: Final = 200
MOST_IMPROVEMENTS: Final = 60
"""Most tasks and sessions of a version, and improvements of a session."""


def all_versions(project: Project) -> tuple[tuple[Prototype, PrototypeVersion], ...]:
    """Return every version with its prototype, prototype by prototype, the first version first."""
    return tuple(
        (prototype, version)
        for prototype in project.all(Prototype)
        for version in sorted(
            project.all(PrototypeVersion, prototype_id=prototype.id),
            key=lambda version: (version.number, version.id),
        )
    )


def tasks_of(project: Project, version_id: str) -> tuple[TestTask, ...]:
    """Return the tasks of a version in order."""
    return project.all(TestTask, version_id=version_id)


def sessions_of(project: Project, version_id: str) -> tuple[TestSession, ...]:
    """Return the sessions of a version in order."""
    return project.all(TestSession, version_id=version_id)


def is_held(project: Project, session: TestSession) -> bool:
    """Tell whether a session has begun: something was seen or said in it, not only planned."""
    if session.satisfaction is not None or session.verdict is not Verdict.UNDECIDED:
        return True
    if session.words.strip() or project.all(Improvement, session_id=session.id):
        return True
    return any(
        seen.outcome is not None or seen.seconds is not None or seen.words or seen.stumble
        for seen in project.all(Observation, session_id=session.id)
    )


# --- tasks ----------------------------------------------------------------------------------------


def add_task(project: Project, version_id: str, title: str) -> TestTask | None:
    """Add a task behind the others; nothing happens without words.

    Raises:
        ProjectError: the version has ``MOST_TASKS`` already.
    """
    made = add_tasks(project, version_id, [title])
    return made[0] if made else None


def add_tasks(project: Project, version_id: str, titles: Sequence[str]) -> tuple[TestTask, ...]:
    """Add tasks behind the others in one step, empty ones left out.

    Raises:
        ProjectError: the version would have more than ``MOST_TASKS``; none is added.
    """
    words = [plain_text(title).strip() for title in titles]
    words = [title for title in words if title]
    before = tasks_of(project, version_id)
    if not words:
        return ()
    _refuse_more(
        len(before) + len(words), MOST_TASKS, msg("課題は{most}までです。", most=MOST_TASKS)
    )
    place = max((task.position for task in before), default=-1.0) + 1
    made = tuple(
        TestTask(version_id=version_id, title=title, position=place + number)
        for number, title in enumerate(words)
    )
    with project.edit(msg("テストの課題を足す")):
        for task in made:
            project.put(task)
    return made


def copy_tasks(project: Project, source_id: str, version_id: str) -> tuple[TestTask, ...]:
    """Add the tasks of another version, so that results can be compared."""
    return add_tasks(project, version_id, [task.title for task in tasks_of(project, source_id)])


def version_before(project: Project, version_id: str) -> PrototypeVersion | None:
    """Return the nearest earlier version of the same prototype that has tasks, or None."""
    version = project.get(PrototypeVersion, version_id)
    earlier = [
        one
        for one in project.all(PrototypeVersion, prototype_id=version.prototype_id)
        if one.number < version.number and tasks_of(project, one.id)
    ]
    return max(earlier, key=lambda one: (one.number, one.id), default=None)


def write_task(project: Project, task_id: str, title: str) -> None:
    """Word a task; the keystrokes merge."""
    task = project.get(TestTask, task_id)
    with project.edit(msg("テストの課題を書く"), merge=f"task:{task_id}"):
        project.put(replace(task, title=plain_text(title)))


def move_task(project: Project, task_id: str, index: int) -> None:
    """Put a task at place ``index``, 0 first."""
    moved = project.get(TestTask, task_id)
    order = [task for task in tasks_of(project, moved.version_id) if task.id != task_id]
    order.insert(min(max(0, index), len(order)), moved)
    with project.edit(msg("テストの課題の順を変える")):
        for place, task in enumerate(order):
            if task.position != float(place):
                project.put(replace(task, position=float(place)))


def delete_task(project: Project, task_id: str) -> Letting:
    """Delete a task with what was seen of it, in one step; returns what went."""
    what = what_goes(project, [project.get(TestTask, task_id)])
    with project.edit(msg("テストの課題を消す")):
        let_go(project, what)
    return what


# --- sessions -------------------------------------------------------------------------------------


def next_code(project: Project) -> str:
    """Return the number of the next session in the project: ``T-04`` behind ``T-03``."""
    numbers = [0]
    for session in project.all(TestSession):
        head, _, tail = session.code.strip().partition("-")
        if head == "T" and tail.isascii() and tail.isdigit() and len(tail) <= 6:
            numbers.append(int(tail))
    return f"T-{max(numbers) + 1:02d}"


def add_session(project: Project, version_id: str, date: str = "") -> TestSession:
    """Plan a session on an ISO ``date``; place and observer are those of the one before.

    Raises:
        ProjectError: the version has ``MOST_SESSIONS`` already.
    """
    before = sessions_of(project, version_id)
    most = msg("テストは1つの版に{most}回までです。", most=MOST_SESSIONS)
    _refuse_more(len(before) + 1, MOST_SESSIONS, most)
    last = before[-1] if before else None
    session = TestSession(
        version_id=version_id,
        code=next_code(project),
        date=date,
        place=last.place if last else "",
        observer=last.observer if last else "",
        position=last.position + 1 if last else 0.0,
    )
    with project.edit(msg("テストを足す")):
        project.put(session)
    return session


def write_session(project: Project, session_id: str, field: str, text: str) -> None:
    """Write a field of words of a session; the keystrokes of one field merge."""
    session = project.get(TestSession, session_id)
    spec = field_specs(TestSession)[field]
    changed: dict[str, Any] = {field: plain_text(text, single_line=not spec.long)}
    label = msg("テストの「{field}」を書く", field=Message(spec.label))
    with project.edit(label, merge=f"session:{session_id}:{field}"):
        project.put(replace(session, **changed))


def set_date(project: Project, session_id: str, date: str) -> None:
    """Set the ISO date of a session, or none."""
    session = project.get(TestSession, session_id)
    with project.edit(msg("テストの日を決める")):
        project.put(replace(session, date=date))


def set_side(project: Project, session_id: str, side: Side) -> None:
    """Say whether the person uses the service or provides it."""
    session = project.get(TestSession, session_id)
    with project.edit(msg("テストする人の立場を決める")):
        project.put(replace(session, side=side))


def set_satisfaction(project: Project, session_id: str, value: int | None) -> None:
    """Set the satisfaction, 1 to 5, or take it away.

    Raises:
        ProjectError: the value is none of these.
    """
    if value is not None and not 1 <= value <= 5:
        raise ProjectError(
            msg("満足は1から5で表します。"),
            msg("前の答えは、そのままです。"),
            msg("1から5のどれかを選んでください。"),
        )
    session = project.get(TestSession, session_id)
    with project.edit(msg("満足を記す")):
        project.put(replace(session, satisfaction=value))


def set_verdict(project: Project, session_id: str, verdict: Verdict) -> None:
    """Say what follows from a session."""
    session = project.get(TestSession, session_id)
    with project.edit(msg("判定を記す")):
        project.put(replace(session, verdict=verdict))


def delete_session(project: Project, session_id: str) -> Letting:
    """Delete a session with all that was seen and asked for in it; returns what went."""
    what = what_goes(project, [project.get(TestSession, session_id)])
    with project.edit(msg("テストを消す")):
        let_go(project, what)
    return what


# --- improvements ---------------------------------------------------------------------------------


def add_improvement(project: Project, session_id: str, text: str) -> Improvement | None:
    """Keep what should change behind the others; nothing happens without words.

    Raises:
        ProjectError: the session has ``MOST_IMPROVEMENTS`` already.
    """
    words = plain_text(text).strip()
    if not words:
        return None
    before = project.all(Improvement, session_id=session_id)
    most = msg("直すことは1回のテストに{most}件までです。", most=MOST_IMPROVEMENTS)
    _refuse_more(len(before) + 1, MOST_IMPROVEMENTS, most)
    place = max((one.position for one in before), default=-1.0) + 1
    made = Improvement(session_id=session_id, text=words, position=place)
    with project.edit(msg("直すことを足す")):
        project.put(made)
    return made


def write_improvement(project: Project, improvement_id: str, field: str, text: str) -> None:
    """Write the text or the reason of an improvement; the keystrokes merge."""
    one = project.get(Improvement, improvement_id)
    changed: dict[str, Any] = {field: plain_text(text)}
    with project.edit(msg("直すことを書く"), merge=f"improvement:{improvement_id}:{field}"):
        project.put(replace(one, **changed))


def delete_improvement(project: Project, improvement_id: str) -> None:
    """Take an improvement away."""
    what = what_goes(project, [project.get(Improvement, improvement_id)])
    with project.edit(msg("直すことを消す")):
        let_go(project, what)


# --- how far --------------------------------------------------------------------------------------


def progress(project: Project) -> Progress:
    """Return how far the tests are.

    Done when the latest version of every prototype was tried, each session of it has a verdict,
    and every improvement was decided on.
    """
    if not project.all(TestSession) and not project.all(TestTask):
        return Progress.NONE
    latest = {prototype.id: version.id for prototype, version in all_versions(project)}
    done = all(_is_tested(project, version_id) for version_id in latest.values())
    return Progress.DONE if done else Progress.SOME


def _is_tested(project: Project, version_id: str) -> bool:
    sessions = sessions_of(project, version_id)
    decided = all(session.verdict is not Verdict.UNDECIDED for session in sessions)
    return (
        bool(sessions)
        and decided
        and not any(
            one.state is ImprovementState.OPEN
            for session in sessions
            for one in project.all(Improvement, session_id=session.id)
        )
    )


def _refuse_more(count: int, most: int, sentence: Message) -> None:
    if count > most:
        raise ProjectError(
            sentence,
            msg("ここまでの分は残っています。"),
            msg("似たものをまとめるか、要らないものを消してください。"),
        )
