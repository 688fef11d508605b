"""A clock for the timer of the room: it counts sleep too, and nobody can set it.

Owns the choice of the system's clock. Must not know the timer, nor the time of day.

Why not ``time.monotonic``: with the lid closed it stands still on Linux and on macOS (there it is
``mach_absolute_time``), and a timer of ten minutes would last past the break.

- Linux: ``CLOCK_BOOTTIME`` is ``CLOCK_MONOTONIC`` plus the time the system was suspended
  (clock_gettime(2), man7.org; PEP 418).
- Windows: what ``GetTickCount64`` returns "includes time the system spends in sleep or
  hibernation" (learn.microsoft.com, Windows Time); its steps are 10 to 16 ms.
- macOS: ``CLOCK_MONOTONIC`` goes on in sleep too (clock_gettime(3)), but Apple's C library makes it
  from ``gettimeofday`` less the time of the start (Libc, gen/clock_gettime.c), so that setting the
  time of day can move it. ``CLOCK_MONOTONIC_RAW`` counts on in the same manner and "is unaffected
  by frequency or time adjustments".
- Elsewhere ``CLOCK_MONOTONIC``: on the BSDs it counts sleep.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


class SteadyClock:
    """Seconds since some moment of the past; called again it never answers less."""

    def __init__(self, read: Callable[[], float] | None = None) -> None:
        """Read the system's clock, or ``read``, which returns seconds."""
        self._read = read or system_seconds()
        self._latest = self._read()

    def __call__(self) -> float:
        """Return the seconds; a clock that went back is held where it was."""
        self._latest = max(self._latest, self._read())
        return self._latest


def system_seconds() -> Callable[[], float]:
    """Return what reads the clock of this system that counts sleep, in seconds."""
    if sys.platform == "win32":
        return _windows_seconds()
    names = ("CLOCK_MONOTONIC_RAW",) if sys.platform == "darwin" else ("CLOCK_BOOTTIME",)
    for name in (*names, "CLOCK_MONOTONIC"):
        clock = getattr(time, name, None)
        if clock is not None and _answers(clock):
            return lambda: time.clock_gettime(clock)
    return time.monotonic


def _answers(clock: int) -> bool:
    """Tell whether the kernel knows the clock: the header of another may have been built with."""
    try:
        time.clock_gettime(clock)
    except OSError:
        return False
    return True


def _windows_seconds() -> Callable[[], float]:
    import ctypes

    ticks = ctypes.windll.kernel32.GetTickCount64  # type: ignore[attr-defined,unused-ignore]
    ticks.restype = ctypes.c_uint64
    ticks.argtypes = []
    return lambda: ticks() / 1000.0
