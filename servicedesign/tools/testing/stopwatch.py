"""A stopwatch for one task of one test.

Owns the counting. It knows no window, so a change of view neither stops nor changes it; the clock
is passed in and counts sleep too. Must not write to the project.
"""

from __future__ import annotations

from collections.abc import Callable


class Stopwatch:
    """Counts on from seconds that are already written.

    Attributes:
        session_id: whose test; empty while it belongs to none.
        task_id: of which task.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """Count by ``clock``, seconds that never go back."""
        self._clock = clock
        self._before = 0
        self._since: float | None = None
        self.session_id = ""
        self.task_id = ""

    @property
    def running(self) -> bool:
        """Whether it counts now."""
        return self._since is not None

    def belongs_to(self, session_id: str, task_id: str) -> bool:
        """Tell whether it counts for this task of this test."""
        return (self.session_id, self.task_id) == (session_id, task_id)

    def set_for(self, session_id: str, task_id: str, seconds: int) -> None:
        """Stand still at ``seconds`` for a task; a watch that runs for it is left alone."""
        if self.running and self.belongs_to(session_id, task_id):
            return
        self.session_id, self.task_id = session_id, task_id
        self._before, self._since = seconds, None

    def start(self) -> None:
        """Count on; nothing happens while it runs."""
        if self._since is None:
            self._since = self._clock()

    def stop(self) -> int:
        """Stand still and return the seconds so far."""
        self._before = self.seconds()
        self._since = None
        return self._before

    def seconds(self) -> int:
        """Return the whole seconds so far; a begun second does not count."""
        if self._since is None:
            return self._before
        return self._before + int(max(0.0, self._clock() - self._since))
