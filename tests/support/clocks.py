"""Two clocks that a test sets: the one on the wall, and the steady one that counts sleep.

Owns both, so that they go together unless a test says that one of them was set.
"""

from __future__ import annotations

from datetime import datetime, timedelta


class Clocks:
    """A wall clock and a steady clock."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._steady = 1_000.0

    def wall(self) -> datetime:
        return self._now

    def steady(self) -> float:
        return self._steady

    def wait(self, minutes: float) -> None:
        """Let time go by for both."""
        self._now += timedelta(minutes=minutes)
        self._steady += minutes * 60

    def set_wall(self, minutes: float) -> None:
        """Set the wall clock forward, or back when negative; no time goes by."""
        self._now += timedelta(minutes=minutes)


class HandClock:
    """Seconds that stand still until they are moved.

    Attributes:
        now: what it says, in seconds.
    """

    def __init__(self, now: float = 1_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now
