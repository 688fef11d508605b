"""Tests on screen: the sessions of a version, one written, one watched live, or all summed up.

Owns which version, session and task are in view, and the stopwatch, which counts on whatever is
in view. The rules are in ``actions``, ``observing`` and ``tools.improvements``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QStackedWidget, QWidget

from servicedesign.model import Improvement, Observation, PrototypeVersion, TestSession, TestTask
from servicedesign.tools.testing import actions, observing
from servicedesign.tools.testing.audience import TaskPage
from servicedesign.tools.testing.empty import NoSession
from servicedesign.tools.testing.hands import Hands
from servicedesign.tools.testing.live_view import LiveView
from servicedesign.tools.testing.results import results_of
from servicedesign.tools.testing.results_view import ResultsView
from servicedesign.tools.testing.session_form import SessionForm
from servicedesign.tools.testing.side_list import SideList
from servicedesign.tools.testing.stopwatch import Stopwatch
from servicedesign.tools.testing.words import side_words, version_title
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.room.steady_clock import SteadyClock
from servicedesign.ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage

_MINE = frozenset(
    {"prototype", "prototype_version", "test_task", "test_session", "observation", "improvement"}
)


class TestingEditor(Editor):
    """The editor of tests."""

    __test__ = False

    def __init__(
        self,
        context: EditorContext,
        parent: QWidget | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        """Show the latest version; ``clock`` counts the seconds of the stopwatch."""
        super().__init__(context, parent)
        self._version, self._current, self._task = "", "", ""
        self._mode = "form"
        self._head_state: tuple[object, ...] = ()
        self.watch = Stopwatch(clock or SteadyClock())
        self.hands = Hands(context, self.session)
        self.side = SideList(context.t)
        self.form = SessionForm(context, self.hands)
        self.live = LiveView(context, self.watch)
        self.results = ResultsView(context.t)
        self._empty = NoSession(context, self.add_session)
        self._scroll = PageScroll(self.form)
        self._results_scroll = PageScroll(self.results)
        self._stack = QStackedWidget()
        for part in (self._empty, self._scroll, self.live, self._results_scroll):
            self._stack.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.side)
        row.addWidget(self._stack, 1)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        self.side.versions.activated.connect(
            lambda _: self.show_version(str(self.side.versions.value()))
        )
        self.side.sessions.currentItemChanged.connect(self._on_row)
        self.side.delete_asked.connect(self.delete_session)
        live = self.live
        live.left.connect(self.stop_watching)
        live.outcome_chosen.connect(lambda one: self.hands.outcome(self._task, one))
        live.watch_asked.connect(self.turn_watch)
        live.step_asked.connect(self.step)
        live.kept.connect(lambda field, line: self.hands.keep(self._task, field, line))

    # What the shell asks ----------------------------------------------------------------------

    def entrance(self) -> QWidget | None:
        """Return the field while watching, else the list of sessions."""
        return self.live.field if self._mode == "live" else self.side.sessions

    def body_margins(self) -> tuple[int, int]:
        """Return margins such that the fields stand in line with the head's title."""
        return 20, 4

    def body_least(self) -> int:
        """Return the width under which the body takes the preview's room too."""
        return 780

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the summary while it is in view, else the sheet of the session."""
        if self._mode == "results":
            return "test-summary", self._version or None
        return "test", self._current or None

    def record_in_view(self) -> Record | None:
        """Return the session in view."""
        return self.session()

    def head_actions(self) -> Sequence[HeadAction]:
        """Return what can be done with the version and the session in view."""
        t = self.context.t
        locked = t("読み取り専用で開いています") if self.context.read_only else ""
        if not self._current:
            return ()
        if self._mode != "form":
            return [HeadAction(t("書くのに戻る"), self.stop_watching, key="Esc")]
        none = "" if self._tasks() else t("先に課題を足してください")
        return [
            HeadAction(t("まとめを見る"), self.show_results),
            HeadAction(t("テストを足す"), self.add_session, icon="mdi6.plus",
                       key="Ctrl+Shift+N", disabled_because=locked),
            HeadAction(t("見ながら記録する"), self.watch_live, primary=True,
                       icon="mdi6.timer-outline", disabled_because=locked or none),
        ]  # fmt: skip

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        if self.context.read_only or not self._version:
            return {}
        return {"more": self.add_session}

    def audience_page(self) -> AudiencePage | None:
        """Return the tasks for the one who tries, without any result."""
        if not self._tasks():
            return None
        return TaskPage(self.context, self._version, self._task if self._mode == "live" else "")

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show a session, or the one that an observation or improvement belongs to."""
        record = self.context.project.find_any(record_id)
        session_id = record_id
        if isinstance(record, Observation | Improvement):
            session_id, field = record.session_id, ""
        if isinstance(record, TestTask):
            self.show_version(record.version_id)
            return True
        session = self.context.project.find(TestSession, session_id)
        if session is None:
            return False
        self._mode = "form"
        self._version, self._current = session.version_id, session.id
        self._show_all()
        self.target_changed.emit()
        return not field or self.form.go_to(field) or True

    def stop(self) -> None:
        """Write the time of a stopwatch that still runs: the window is about to go."""
        self._stop_watch()
        super().stop()

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed."""
        if changes is None or any(change.kind in _MINE for change in changes.changes):
            self._show_all()

    def _show_all(self) -> None:
        project, t = self.context.project, self.context.t
        versions = actions.all_versions(project)
        ids = [version.id for _, version in versions]
        if self._version not in ids:
            tried = [one for one in ids if actions.sessions_of(project, one)]
            self._version = (tried or ids or [""])[-1]
        sessions = actions.sessions_of(project, self._version) if self._version else ()
        if self._current not in [one.id for one in sessions]:
            self._current = sessions[-1].id if sessions else ""
            self._mode = "form"
        self.side.show_versions(
            [
                (version.id, version_title(prototype.code, prototype.name, version.number, t))
                for prototype, version in versions
            ],
            self._version,
        )
        self.side.show_sessions([(one.id, self._row(one)) for one in sessions], self._current)
        self.side.setVisible(bool(versions) and self._mode != "live")
        self._show_page()
        self._tell_head()

    def _row(self, session: TestSession) -> str:
        t = self.context.t
        side = side_words(t)[session.side]
        held = actions.is_held(self.context.project, session)
        word = side if held else t("{side}・{state}", side=side, state=t.context("test", "予定"))
        return f"{session.code or '—'}　{word}"

    def _show_page(self) -> None:
        session = self.session()
        if session is None:
            self._empty.show_state(has_version=bool(self._version))
            self._stack.setCurrentWidget(self._empty)
            return
        if self._mode == "live" and not self._tasks():
            self._mode = "form"
        if self._mode == "live":
            self._show_task(session)
            self._stack.setCurrentWidget(self.live)
        elif self._mode == "results":
            self.results.show_result(results_of(self.context.project, self._version))
            self._stack.setCurrentWidget(self._results_scroll)
        else:
            self.form.show_session(session)
            self._stack.setCurrentWidget(self._scroll)

    def _show_task(self, session: TestSession) -> None:
        tasks = self._tasks()
        at = next((n for n, task in enumerate(tasks) if task.id == self._task), 0)
        task = tasks[at]
        self._task = task.id
        seen = observing.observation_of(self.context.project, session.id, task.id)
        self.watch.set_for(session.id, task.id, seen.seconds or 0)
        who = "　".join(one for one in (session.code, session.person) if one)
        self.live.show_task(who, task, seen, at, len(tasks))

    def _tell_head(self) -> None:
        state = (self._mode, self._current, self._version, bool(self._tasks()))
        if state != self._head_state:
            self._head_state = state
            self.head_changed.emit()

    # What is in view --------------------------------------------------------------------------

    def session(self) -> TestSession | None:
        """Return the session in view, or None."""
        return self.context.project.find(TestSession, self._current)

    def mode(self) -> str:
        """Return ``form``, ``live`` or ``results``."""
        return self._mode

    def task_id(self) -> str:
        """Return the id of the task that is watched."""
        return self._task

    def _tasks(self) -> tuple[TestTask, ...]:
        if self.context.project.find(PrototypeVersion, self._version) is None:
            return ()
        return actions.tasks_of(self.context.project, self._version)

    def show_version(self, version_id: str) -> None:
        """Show the sessions of another version; what was typed is written first."""
        if version_id != self._version:
            self.flush()
            self._version, self._current = version_id, ""
            self._show_all()
            self.target_changed.emit()

    def _on_row(self, item: QListWidgetItem | None) -> None:
        session_id = item.data(Qt.ItemDataRole.UserRole) if item is not None else ""
        if session_id and session_id != self._current:
            self.flush()
            self._current = session_id
            self._show_all()
            self.target_changed.emit()

    def add_session(self) -> None:
        """Plan one more session of the version in view, today, and write of it."""
        if not self._version:
            return
        self.flush()
        today = self.context.clock().date().isoformat()
        made = actions.add_session(self.context.project, self._version, today)
        self._current, self._mode = made.id, "form"
        self._show_all()
        self.target_changed.emit()
        self.form.go_to("person")

    def delete_session(self) -> None:
        """Delete the session in view, and say so."""
        session = self.session()
        if session is None or self.context.read_only:
            return
        self.flush()
        went = len(actions.delete_session(self.context.project, session.id).gone) - 1
        t = self.context.t
        told = t.plural("テストを、中の{n}件の記録ごと消しました。", went) if went else ""
        self.context.shell.toast(told or t("テストを消しました。"), undo=True)

    def show_results(self) -> None:
        """Show what the sessions come to."""
        self.flush()
        self._mode = "results"
        self._show_all()
        self.target_changed.emit()

    # Watching ---------------------------------------------------------------------------------

    def watch_live(self) -> None:
        """Watch the session in view, from the first task without an outcome."""
        session, tasks = self.session(), self._tasks()
        if session is None or not tasks or self.context.read_only:
            return
        self.flush()
        open_ones = [
            task.id
            for task in tasks
            if observing.observation_of(self.context.project, session.id, task.id).outcome is None
        ]
        if not (self.watch.running and self.watch.session_id == session.id):
            self._task = (open_ones or [tasks[0].id])[0]
        self._mode = "live"
        self._show_all()
        self.audience_changed.emit()
        self.live.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_watching(self) -> None:
        """Go back to writing; a stopwatch that runs is stopped and its time written."""
        self.flush()
        self._stop_watch()
        self._mode = "form"
        self._show_all()
        self.target_changed.emit()
        self.side.sessions.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_watch(self) -> None:
        """Start the stopwatch, or stop it and write its time at once."""
        if self.watch.running:
            self._stop_watch()
        else:
            self.watch.start()
        self.live.show_watch()

    def _stop_watch(self) -> None:
        if not self.watch.running:
            return
        session_id, task_id, seconds = self.watch.session_id, self.watch.task_id, self.watch.stop()
        project = self.context.project
        if project.find(TestSession, session_id) and project.find(TestTask, task_id):
            observing.set_seconds(project, session_id, task_id, seconds)

    def step(self, by: int) -> None:
        """Go to the task after (1) or before (-1); behind the last one watching is over."""
        tasks = [task.id for task in self._tasks()]
        there = tasks.index(self._task) + by if self._task in tasks else 0
        if there < 0:
            return
        self.live.field.flush()
        self._stop_watch()
        if there >= len(tasks):
            self.stop_watching()
            return
        self._task = tasks[there]
        self._show_all()
        self.audience_changed.emit()
        self.live.field.setFocus(Qt.FocusReason.OtherFocusReason)
