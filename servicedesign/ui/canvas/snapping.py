"""Aligning while dragging: edges and middles of what moves meet those of what rests.

Owns the search for the nearest line. Must not paint.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

NEAR_PX: Final = 6.0
"""Something nearer than this, in px of the view, is met."""
GAP: Final = 16.0
"""The usual distance of two notes, in board units; it is met too."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A line that is met.

    Attributes:
        upright: whether it goes from above to below.
        at: its x (upright) or y, in board units.
        start: where it begins along the other axis.
        end: where it ends.
    """

    upright: bool
    at: float
    start: float
    end: float


class Snapper:
    """Lines of what rests, sorted once at the beginning of a drag."""

    def __init__(self, resting: Iterable[QRectF]) -> None:
        """Take the places of what rests, in board units."""
        rects = list(resting)
        self._across = _Lines(
            [(rect.left(), rect.right(), rect.top(), rect.bottom()) for rect in rects]
        )
        self._down = _Lines(
            [(rect.top(), rect.bottom(), rect.left(), rect.right()) for rect in rects]
        )

    def snap(self, rect: QRectF, near: float) -> tuple[float, float, list[Guide]]:
        """Return how far ``rect`` should move on to meet a line, and the lines met.

        Args:
            rect: where what moves now is, in board units.
            near: distance within which a line is met, in board units.
        """
        dx, across = self._across.nearest(
            rect.left(), rect.right(), rect.top(), rect.bottom(), near
        )
        dy, down = self._down.nearest(rect.top(), rect.bottom(), rect.left(), rect.right(), near)
        guides = [Guide(True, *found) for found in across]
        guides += [Guide(False, *found) for found in down]
        return dx, dy, guides


_Span = tuple[float, float, float, float]
"""Low and high edge on this axis, low and high edge on the other."""


class _Lines:
    """Sorted places along one axis."""

    def __init__(self, spans: list[_Span]) -> None:
        edges = [(low, span) for span in spans for low in (span[0], span[1])]
        middles = [((span[0] + span[1]) / 2, span) for span in spans]
        after = [(span[1] + GAP, span) for span in spans]
        before = [(span[0] - GAP, span) for span in spans]
        self._edges = sorted(edges)
        self._middles = sorted(middles)
        self._after = sorted(after)
        self._before = sorted(before)

    def nearest(
        self, low: float, high: float, other_low: float, other_high: float, near: float
    ) -> tuple[float, list[tuple[float, float, float]]]:
        """Return the least move that meets a line, and for each line met its place and ends."""
        tries = (
            (low, self._edges),
            (high, self._edges),
            ((low + high) / 2, self._middles),
            (low, self._after),
            (high, self._before),
        )
        best: tuple[float, float, _Span] | None = None
        for value, lines in tries:
            for place, span in _around(lines, value):
                move = place - value
                if abs(move) <= near and (best is None or abs(move) < abs(best[0])):
                    best = (move, place, span)
        if best is None:
            return 0.0, []
        move, place, span = best
        return move, [(place, min(other_low, span[2]), max(other_high, span[3]))]


def _around(lines: list[tuple[float, _Span]], value: float) -> list[tuple[float, _Span]]:
    at = bisect_left(lines, (value,))
    return lines[max(0, at - 1) : at + 1]
