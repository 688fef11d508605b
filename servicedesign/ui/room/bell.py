"""What is heard of the timer: two soft tones at its end, and one before if that is wanted.

Owns when it rings. It heeds the settings at that moment, and rings once for an end however late it
was noticed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from servicedesign.locations import RESOURCES
from servicedesign.ui.room.timer import RoomTimer, TimerState

if TYPE_CHECKING:
    from servicedesign.ui.settings import Settings

END: Final = RESOURCES / "sounds" / "timer-end.wav"
MINUTE: Final = RESOURCES / "sounds" / "timer-minute.wav"
LAST: Final = 60
"""Seconds left at which the soft tone comes."""
_NEAR: Final = 55
"""Fewest seconds left at which it still comes: later it would only startle."""


class Bell(QObject):
    """Rings for one timer."""

    def __init__(
        self,
        timer: RoomTimer,
        settings: Settings,
        play: Callable[[Path], object],
        parent: QObject | None = None,
    ) -> None:
        """Ring with ``play``, which is given the file and must return at once."""
        super().__init__(parent)
        self._timer = timer
        self._settings = settings
        self._play = play
        self._before = 0
        timer.ended.connect(self._on_ended)
        timer.ticked.connect(self._on_ticked)

    def _on_ended(self) -> None:
        if self._settings.get("timer_sound"):
            self._play(END)

    def _on_ticked(self) -> None:
        now = self._timer.seconds_shown if self._timer.state is TimerState.RUNNING else 0
        reached = self._before > LAST >= now >= _NEAR
        self._before = now
        if reached and self._settings.get("timer_minute_sound"):
            self._play(MINUTE)
