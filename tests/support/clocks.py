"""A clock that tests set by hand, as real as any to those who ask it."""

from __future__ import annotations


class HandClock:
    """Seconds that stand still until they are moved.

    Attributes:
        now: what it says, in seconds.
    """

    def __init__(self, now: float = 1_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now
