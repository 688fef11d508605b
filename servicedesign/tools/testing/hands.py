"""What is written and pressed on the page of a session and while watching, taken to the actions.

Owns these steps. An undo may have taken the session away meanwhile: then nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable

from servicedesign.model import (
    Improvement,
    ImprovementState,
    Side,
    TaskOutcome,
    TestSession,
    TestTask,
    Verdict,
)
from servicedesign.store import Project
from servicedesign.tools import improvements
from servicedesign.tools.testing import actions, observing
from servicedesign.tools.testing.improvement_row import ImprovementRow
from servicedesign.tools.testing.task_row import TaskRow
from servicedesign.ui.context import EditorContext


class Hands:
    """Works on the session in view."""

    def __init__(self, context: EditorContext, session: Callable[[], TestSession | None]) -> None:
        """Work in ``context`` on what ``session`` returns."""
        self._context = context
        self._session = session

    @property
    def _project(self) -> Project:
        return self._context.project

    def write(self, field: str, text: str) -> None:
        """Write a field of words."""
        session = self._session()
        if session is not None:
            actions.write_session(self._project, session.id, field, text)

    def set_date(self, iso: str) -> None:
        """Set the date."""
        session = self._session()
        if session is not None:
            actions.set_date(self._project, session.id, iso)

    def set_side(self, side: Side) -> None:
        """Set the side."""
        session = self._session()
        if session is not None:
            actions.set_side(self._project, session.id, side)

    def set_satisfaction(self, value: int) -> None:
        """Set the satisfaction."""
        session = self._session()
        if session is not None:
            actions.set_satisfaction(self._project, session.id, value)

    def set_verdict(self, verdict: Verdict) -> None:
        """Set the verdict."""
        session = self._session()
        if session is not None:
            actions.set_verdict(self._project, session.id, verdict)

    # Tasks ------------------------------------------------------------------------------------

    def add_task(self, title: str) -> None:
        """Add a task to the version in view."""
        session = self._session()
        if session is not None:
            actions.add_task(self._project, session.version_id, title)

    def copy_tasks(self) -> None:
        """Take the tasks of the version before."""
        session = self._session()
        if session is None:
            return
        before = actions.version_before(self._project, session.version_id)
        if before is not None:
            actions.copy_tasks(self._project, before.id, session.version_id)

    def bind_task(self, row: TaskRow, number: int) -> None:
        """Listen to the row of task ``number``, from 0."""
        row.titled.connect(lambda text: self._on_task(number, actions.write_task, text))
        row.outcome_chosen.connect(lambda one: self._on_seen(number, observing.set_outcome, one))
        row.timed.connect(lambda seconds: self._on_seen(number, observing.set_seconds, seconds))
        row.written.connect(
            lambda field, text: self._on_seen(number, observing.write_words, field, text)
        )
        row.delete_asked.connect(lambda: self._delete_task(number))

    def _task(self, number: int) -> TestTask | None:
        session = self._session()
        tasks = actions.tasks_of(self._project, session.version_id) if session else ()
        return tasks[number] if number < len(tasks) else None

    def _on_task(self, number: int, do: Callable[[Project, str, str], None], text: str) -> None:
        task = self._task(number)
        if task is not None:
            do(self._project, task.id, text)

    def _on_seen(self, number: int, do: Callable[..., None], *what: object) -> None:
        session, task = self._session(), self._task(number)
        if session is not None and task is not None:
            do(self._project, session.id, task.id, *what)

    def _delete_task(self, number: int) -> None:
        task = self._task(number)
        if task is None:
            return
        t = self._context.t
        went = len(actions.delete_task(self._project, task.id).gone) - 1
        told = t.plural("課題を消しました。{n}人の観察も消えました。", went) if went else ""
        self._context.shell.toast(told or t("課題を消しました。"), undo=True)

    # Improvements -----------------------------------------------------------------------------

    def add_improvement(self, text: str) -> None:
        """Add something to improve."""
        session = self._session()
        if session is not None:
            actions.add_improvement(self._project, session.id, text)

    def bind_improvement(self, row: ImprovementRow, number: int) -> None:
        """Listen to the row of improvement ``number``, from 0."""
        row.written.connect(lambda field, text: self._write_improvement(number, field, text))
        row.decided.connect(lambda state: self._decide(number, state))
        row.delete_asked.connect(lambda: self._delete_improvement(number))

    def _improvement(self, number: int) -> Improvement | None:
        session = self._session()
        found = self._project.all(Improvement, session_id=session.id) if session else ()
        return found[number] if number < len(found) else None

    def _write_improvement(self, number: int, field: str, text: str) -> None:
        one = self._improvement(number)
        if one is not None:
            actions.write_improvement(self._project, one.id, field, text)

    def _decide(self, number: int, state: ImprovementState) -> None:
        one = self._improvement(number)
        if one is not None:
            decide(self._project, one, state)

    def _delete_improvement(self, number: int) -> None:
        one = self._improvement(number)
        if one is not None:
            actions.delete_improvement(self._project, one.id)
            self._context.shell.toast(self._context.t("直すことを消しました。"), undo=True)

    # Watching ---------------------------------------------------------------------------------

    def outcome(self, task_id: str, outcome: TaskOutcome) -> None:
        """Say how a task went."""
        session = self._session()
        if session is not None:
            observing.set_outcome(self._project, session.id, task_id, outcome)

    def keep(self, task_id: str, field: str, line: str) -> None:
        """Keep a line of words or a stumble."""
        session = self._session()
        if session is not None:
            observing.add_words(self._project, session.id, task_id, field, line)


def decide(project: Project, one: Improvement, state: ImprovementState) -> None:
    """Decide on an improvement: accepted goes into the next version, made already or not."""
    if state is ImprovementState.DECLINED:
        improvements.decline(project, one.id, one.reason)
    elif state is ImprovementState.ACCEPTED:
        later = improvements.later_versions(project, one)
        improvements.accept_into(project, one.id, later[0].id if later else None)
    else:
        improvements.reopen(project, one.id)
