"""The one timer of a run: how long is left, whatever the wall clock says or the lid does.

Owns the state, the arithmetic and the moment of each tick. Must not know how it is shown or heard.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from math import ceil, floor

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from servicedesign.ui.room.steady_clock import SteadyClock

LONGEST_S = 999 * 60
"""Longest time that can be set, in seconds: three digits of minutes."""

STANDARD_S = 5 * 60
"""What ``toggle`` starts when nothing was started before, in seconds."""

_PAST_MS = 4
"""How long after a whole second a tick comes, so that it never comes just before it."""


class TimerState(StrEnum):
    """What the timer is doing."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"


class RoomTimer(QObject):
    """Counts down, and past the end counts up how long it is over.

    It wakes once a second while it runs or is over and never while it is idle or paused; what it
    says comes from the clock and not from counting its own ticks.

    Signals:
        ticked: another second is to be shown.
        state_changed: ``state``, ``total`` or a label changed.
        ended: the time ran out. Once for each start, however late it is noticed: ``remaining``
            then tells how long ago it was.
    """

    ticked = Signal()
    state_changed = Signal()
    ended = Signal()

    def __init__(
        self, clock: Callable[[], float] | None = None, parent: QObject | None = None
    ) -> None:
        """Make an idle timer.

        Args:
            clock: returns seconds that count sleep and never go back; the system's when None.
            parent: its owner.
        """
        super().__init__(parent)
        self._clock = clock or SteadyClock()
        self._state = TimerState.IDLE
        self._total = 0
        self._left = 0.0
        self._due = 0.0
        self._standard = STANDARD_S
        self._label = ""
        self._next_label = ""
        self._shown: int | None = None
        self._wake = QTimer(self)
        self._wake.setSingleShot(True)
        self._wake.setTimerType(Qt.TimerType.PreciseTimer)
        self._wake.timeout.connect(self.look)

    # What it says -----------------------------------------------------------------------------

    @property
    def clock(self) -> Callable[[], float]:
        """What it counts by; whoever counts beside it asks the same clock."""
        return self._clock

    @property
    def state(self) -> TimerState:
        """What it is doing; true as of the last tick."""
        return self._state

    @property
    def remaining(self) -> float:
        """Seconds left; negative when over, 0 when idle."""
        if self._state in (TimerState.RUNNING, TimerState.OVER):
            return self._due - self._clock()
        return self._left

    @property
    def total(self) -> int:
        """Seconds of the whole, with what was added and taken away; 0 when idle."""
        return self._total

    @property
    def label(self) -> str:
        """What the time is for, or empty."""
        return self._label

    @property
    def next_label(self) -> str:
        """What comes after, or empty."""
        return self._next_label

    @property
    def standard(self) -> int:
        """Seconds that ``toggle`` starts when idle: what was started last by hand."""
        return self._standard

    @property
    def seconds_shown(self) -> int:
        """Whole seconds for the digits: those begun while running, those gone by when over."""
        left = self.remaining
        return max(0, floor(-left)) if self._state is TimerState.OVER else max(0, ceil(left))

    @property
    def share_left(self) -> float:
        """Share of the whole that is left, 0 to 1, for a bar that empties."""
        if not self._total or self._state is TimerState.OVER:
            return 0.0
        return min(1.0, self.seconds_shown / self._total)

    # What it is told --------------------------------------------------------------------------

    def start(self, seconds: int, label: str = "", next_label: str = "") -> None:
        """Start anew; whatever ran before is forgotten. ``seconds`` is held to 1…LONGEST_S."""
        self._total = min(max(1, int(seconds)), LONGEST_S)
        self._label, self._next_label = label, next_label
        self._run(float(self._total))

    def pause(self) -> None:
        """Hold a running timer; else nothing."""
        if self._state is TimerState.RUNNING:
            self.look()
        if self._state is TimerState.RUNNING:
            self._left = max(0.0, self._due - self._clock())
            self._become(TimerState.PAUSED)

    def resume(self) -> None:
        """Go on after a pause; else nothing."""
        if self._state is TimerState.PAUSED:
            self._run(self._left)

    def toggle(self) -> None:
        """Start, pause, go on; when over, put it away."""
        do = {
            TimerState.IDLE: lambda: self.start(self._standard),
            TimerState.RUNNING: self.pause,
            TimerState.PAUSED: self.resume,
            TimerState.OVER: self.stop,
        }
        do[self._state]()

    def add(self, seconds: int) -> None:
        """Give time, or take it when negative; idle it does nothing.

        Over, what is given counts from now on. Taking more than there is ends it.
        """
        if self._state is TimerState.IDLE or not seconds:
            return
        self.look()
        over = self._state is TimerState.OVER
        if over and seconds < 0:
            return
        given = min(int(seconds), LONGEST_S - (0 if over else ceil(self.remaining)))
        left = float(given) if over else max(0.0, self.remaining + given)
        self._total = given if over else max(1, self._total + given)
        if self._state is TimerState.PAUSED and left > 0:
            self._left = left
            self._tell()
        else:
            self._run(left)

    def stop(self) -> None:
        """Put the timer away."""
        if self._state is not TimerState.IDLE:
            self._total, self._left = 0, 0.0
            self._label = self._next_label = ""
            self._become(TimerState.IDLE)

    def set_standard(self, seconds: int) -> None:
        """Say what ``toggle`` starts when idle."""
        self._standard = min(max(1, int(seconds)), LONGEST_S)
        self.state_changed.emit()

    def set_label(self, label: str) -> None:
        """Say what the time that runs is for; what comes after is then no longer known."""
        if label != self._label:
            self._label, self._next_label = label, ""
            self.state_changed.emit()

    def look(self) -> None:
        """Look at the clock now: tick if a second went by, end if the time ran out."""
        if self._state is TimerState.RUNNING and self.remaining <= 0:
            self._become(TimerState.OVER)
            self.ended.emit()
            return
        self._tick()
        self._sleep()

    # Inside -----------------------------------------------------------------------------------

    def _run(self, left: float) -> None:
        self._due = self._clock() + left
        self._become(TimerState.RUNNING)
        if left <= 0:
            self.look()

    def _become(self, state: TimerState) -> None:
        self._state = state
        self._sleep()
        self._tell()

    def _tell(self) -> None:
        self.state_changed.emit()
        self._tick()

    def _tick(self) -> None:
        if self.seconds_shown != self._shown:
            self._shown = self.seconds_shown
            self.ticked.emit()

    def _sleep(self) -> None:
        """Wait until the digits change next; idle and paused nothing wakes it."""
        if self._state not in (TimerState.RUNNING, TimerState.OVER):
            self._wake.stop()
            return
        left = self.remaining
        rest = left - (ceil(left) - 1) if left > 0 else left - floor(left)
        self._wake.start(ceil(rest * 1000) + _PAST_MS)
