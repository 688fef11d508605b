"""Two ways of doing a thing, run in turn, compared by their medians."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Result:
    """What a comparison found.

    Attributes:
        name: of what was compared.
        ours: median in seconds.
        bare: median in seconds of the bare way.
        bar: most that is allowed: a ratio, or seconds on top when ``added``.
        added: whether the bar is an addition.
    """

    name: str
    ours: float
    bare: float
    bar: float
    added: bool = False

    @property
    def found(self) -> float:
        """What is held against the bar."""
        return self.ours - self.bare if self.added else self.ours / self.bare

    def line(self) -> str:
        """Return one line for people."""
        shown = f"+{self.found:.3f} s" if self.added else f"{self.found:.2f} x"
        bar = f"+{self.bar:.2f} s" if self.added else f"{self.bar:.1f} x"
        word = "ok  " if self.found <= self.bar else "MISS"
        return (
            f"{word} {self.name:<34} {shown:>10}   bar {bar:>8}"
            f"   ours {self.ours * 1000:9.2f} ms   bare {self.bare * 1000:9.2f} ms"
        )


def seconds(work: Work) -> float:
    """Return how long ``work`` took; what returns a number of seconds measured itself."""
    started = time.perf_counter()
    told = work()
    return told if isinstance(told, float) else time.perf_counter() - started


def compare(
    name: str, ours: Work, bare: Work, *, rounds: int, bar: float, added: bool = False
) -> Result:
    """Run both in turn, after one round that does not count."""
    seconds(ours)
    seconds(bare)
    times = [(seconds(ours), seconds(bare)) for _ in range(rounds)]
    return Result(
        name,
        statistics.median(one for one, _ in times),
        statistics.median(other for _, other in times),
        bar,
        added,
    )
