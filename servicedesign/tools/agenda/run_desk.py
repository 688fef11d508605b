"""The run of a timetable while the program is open: it counts, and tells what happened.

Owns the time that a step has lasted, read from a clock that counts sleep and that nobody sets;
after a restart it begins from what the file says. A clock of the PC that was set, a lid that was
closed and a step left running since another day are noticed and told. What is written is in
``run_actions``; the timer of the room is told and heard by its own signals alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from servicedesign.model import AgendaItem
from servicedesign.tools.agenda import run_actions
from servicedesign.tools.agenda.clock_text import length_text
from servicedesign.tools.agenda.run_words import step_title
from servicedesign.tools.agenda.running import (
    STALE,
    Reckoning,
    allowed,
    moment,
    next_step,
    reckon,
    running_item,
)
from servicedesign.tools.agenda.timetable import DayPlan, plan_days
from servicedesign.ui.room.timer import LONGEST_S, TimerState

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.timer import RoomTimer

TICK_MS: Final = 1_000

_ASLEEP: Final = 90.0
"""A pause between two ticks of this many seconds means that the PC slept."""

_SET: Final = 60.0
"""A step of the wall clock of this many seconds against the steady one means that it was set."""

_LABEL: Final = 60
"""Most letters of a label of the timer."""

_NOTICED: Final = 30.0
"""Seconds by which the timer may differ before the step takes over what was given there."""


class RunDesk(QObject):
    """Carries out the timetable of one project.

    Attributes:
        stale: whether the step that runs was left running long ago; it is not counted.

    Signals:
        ticked: another second went by while a step runs.
        changed: another step runs, or none.
        told: something happened to the clocks: a sentence, and minutes that could be given for it.
    """

    ticked = Signal()
    changed = Signal()
    told = Signal(str, int)

    def __init__(
        self,
        context: EditorContext,
        parent: QObject | None = None,
    ) -> None:
        """Take up the run that the file tells of, if there is one.

        Args:
            context: project, wall clock and shell, whose timer lends the steady clock.
            parent: its owner.
        """
        super().__init__(parent)
        self.context = context
        self._steady = context.shell.timer().clock
        self._current: AgendaItem | None = None
        self._base = 0.0
        self._since = self._steady()
        self._last_tick = self._since
        self._drift = 0.0
        self._ours = False
        self._label = ""
        self.stale = False
        self._beat = QTimer(self)
        self._beat.setInterval(TICK_MS)
        self._beat.timeout.connect(self.look)
        self._timer().state_changed.connect(self._on_timer)
        context.hub.changed.connect(self._on_changed)
        self._take_up()

    # What it says -----------------------------------------------------------------------------

    def current(self) -> AgendaItem | None:
        """Return the step that runs, as the project now has it."""
        return self._current

    def elapsed(self) -> float:
        """Return how many seconds the step that runs has lasted."""
        return self._base + self._steady() - self._since

    def left(self) -> float:
        """Return how many seconds the step that runs still has; negative when it is over.

        The timer's own word is taken while it runs for this step, so that two displays agree.
        """
        if self._current is None:
            return 0.0
        timer = self._timer()
        if self._ours and timer.state is not TimerState.IDLE:
            return timer.remaining
        return allowed(self._current) * 60 - self.elapsed()

    def paused(self) -> bool:
        """Tell whether the timer of this step is held."""
        return self._ours and self._timer().state is TimerState.PAUSED

    def now(self) -> datetime:
        """Return the present moment as the run counts it: a clock that was set does not move it."""
        start = moment(self._current.started_at) if self._current is not None else None
        if start is None or self.stale:
            return self._wall()
        return start + timedelta(seconds=self.elapsed())

    def plan(self, day: int) -> DayPlan | None:
        """Return the plan of a day."""
        days = plan_days(self.context.project.all(AgendaItem))
        return next((plan for plan in days if plan.day == day), None)

    def reckoning(self, day: int) -> Reckoning | None:
        """Return how the run of a day stands, or None before its first step."""
        plan = self.plan(day)
        return reckon(plan, self.now()) if plan is not None else None

    def following(self, day: int) -> AgendaItem | None:
        """Return the step that comes next."""
        return next_step(self.context.project.all(AgendaItem), day)

    # What it is told --------------------------------------------------------------------------

    def start(self, item_id: str) -> None:
        """Start a step now."""
        run_actions.start_step(self.context.project, item_id, self._wall(), self._lasted())

    def go_on(self, day: int) -> AgendaItem | None:
        """End the step that runs and start the next; return it, or None after the last one."""
        return run_actions.go_on(self.context.project, day, self._wall(), self._lasted())

    def skip(self) -> AgendaItem | None:
        """Skip the step that runs and start the next; return that."""
        return run_actions.skip_running(self.context.project, self._wall(), self._lasted())

    def end(self) -> None:
        """End the step that runs, and start none."""
        run_actions.end_step(self.context.project, self._wall(), self._lasted())

    def back(self) -> AgendaItem | None:
        """Let the step before run on; return it."""
        return run_actions.step_back(self.context.project)

    def give(self, minutes: int) -> None:
        """Give the step that runs more minutes, or take some."""
        if self._current is None or self.stale:
            return
        if self._ours and self._timer().state is not TimerState.IDLE and self._can_take(minutes):
            self._timer().add(minutes * 60)  # its signal brings the minutes here
            return
        run_actions.give_minutes(self.context.project, minutes)
        self._set_timer(self._current)
        self.ticked.emit()

    def start_again(self) -> None:
        """Let a step that was left running begin now."""
        run_actions.start_again(self.context.project, self._wall())

    def end_as_planned(self) -> None:
        """End a step that was left running when it should have ended."""
        run_actions.end_as_planned(self.context.project)

    def forget(self, day: int) -> None:
        """Forget the run of a day."""
        run_actions.forget_run(self.context.project, day)

    # The clocks -------------------------------------------------------------------------------

    def _wall(self) -> datetime:
        return self.context.clock().replace(tzinfo=None, microsecond=0)

    def _lasted(self) -> float | None:
        """Return the seconds that the step has lasted, when they are to be trusted."""
        return None if self._current is None or self.stale else self.elapsed()

    def look(self) -> None:
        """Look at the clocks: tell when one was set or the PC slept, and that time went by."""
        now = self._steady()
        slept, self._last_tick = now - self._last_tick, now
        if self._current is None or self.stale:
            return
        drift = (self._wall() - self.now()).total_seconds()
        moved, self._drift = drift - self._drift, drift
        t, title = self.context.t, self._current.title[:30]
        if slept > _ASLEEP:
            words = t(
                "このPCは{length}休んでいました。「{title}」の時間は、その間も進んでいます。",
                length=length_text(round(slept / 60), t),
                title=title,
            )
            self.told.emit(words, round(slept / 60))
        elif abs(moved) > _SET:
            length = length_text(round(abs(moved) / 60), t)
            words = (
                t("PCの時計が{length}戻りました。残り時間は変わりません。", length=length)
                if moved < 0
                else t("PCの時計が{length}進みました。残り時間は変わりません。", length=length)
            )
            self.told.emit(words, 0)
        self.ticked.emit()

    def _take_up(self) -> None:
        """Begin to count a step that runs from what the file says, as after a crash."""
        self._current = running_item(self.context.project.all(AgendaItem))
        self._since = self._last_tick = self._steady()
        self._base, self._drift, self.stale = 0.0, 0.0, False
        self._beat.stop()
        start = moment(self._current.started_at) if self._current is not None else None
        if self._current is None or start is None:
            return
        gone = self._wall() - start
        if gone > timedelta(minutes=allowed(self._current)) + STALE:
            self.stale = True
            return
        if gone < timedelta(seconds=-_SET):
            self._drift = gone.total_seconds()
        self._base = max(0.0, gone.total_seconds())
        self._beat.start()

    def began_later(self) -> bool:
        """Tell whether the file says that the step began later than it is now."""
        return self._current is not None and not self.stale and self._drift < -_SET

    # The project and the timer ----------------------------------------------------------------

    def _on_changed(self, step: ChangeSet) -> None:
        if not any(change.kind == AgendaItem.KIND for change in step.changes):
            return
        before = self._current
        now = running_item(self.context.project.all(AgendaItem))
        same = before is not None and now is not None and before.id == now.id
        if same and before.started_at == now.started_at:  # type: ignore[union-attr]
            self._current = now
            self._follow_record()
            return
        self._take_up()
        self._set_timer(None if self.stale else self._current)
        self.changed.emit()

    def _follow_record(self) -> None:
        """Give the timer what the record got, or take it back: an undo, another window."""
        if self._ours and self._timer().state is TimerState.RUNNING:
            off = self._off()
            if abs(off) > _NOTICED:
                self._timer().add(-round(off / 60) * 60)

    def _off(self) -> float:
        """Return by how many seconds the timer has more than the step."""
        has = allowed(self._current) * 60 if self._current is not None else 0
        return self._timer().remaining - (has - self.elapsed())

    def stop(self) -> None:
        """Count no more: the window is about to go, and the timer of its step with it."""
        self._beat.stop()
        self._timer().state_changed.disconnect(self._on_timer)
        if self._ours:
            self._timer().stop()
        self._ours = False

    def resume_timer(self) -> None:
        """Let the timer run for the step that was taken up, when it does nothing else."""
        waits = self._current is not None and not self.stale and not self._ours
        if waits and self._timer().state is TimerState.IDLE:
            self._set_timer(self._current)

    def _timer(self) -> RoomTimer:
        return self.context.shell.timer()

    def _set_timer(self, item: AgendaItem | None) -> None:
        """Let the timer run for ``item``, or put it away when it ran for a step before."""
        timer = self._timer()
        if item is None:
            if self._ours:
                timer.stop()
            self._ours = False
            return
        seconds = ceil(allowed(item) * 60 - self.elapsed())
        before, self._ours = self._ours, False
        if not 0 < seconds <= LONGEST_S:
            if before:
                timer.stop()
            return
        t, after = self.context.t, self.following(item.day)
        self._label = step_title(item, t)[:_LABEL]
        timer.start(seconds, self._label, step_title(after, t)[:_LABEL] if after else "")
        self._ours = True

    def _can_take(self, minutes: int) -> bool:
        return self._timer().state is not TimerState.OVER or minutes > 0

    def _on_timer(self) -> None:
        """Take over what was given or taken at the timer, pauses included."""
        timer, current = self._timer(), self._current
        if not self._ours or current is None:
            return
        if timer.state is TimerState.IDLE or timer.label != self._label:
            self._ours = False
            return
        if timer.state is not TimerState.RUNNING:
            return
        off = self._off()
        if abs(off) > _NOTICED:
            run_actions.give_minutes(self.context.project, round(off / 60))
