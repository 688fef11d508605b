"""The zoom: its limits, its stops, and the scales at which pictures are kept while it moves.

Owns these numbers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

LEAST: Final = 0.05
MOST: Final = 4.0
"""Limits of the zoom."""

STOPS: Final = (
    0.05,
    0.07,
    0.1,
    0.15,
    0.2,
    0.25,
    0.33,
    0.5,
    0.67,
    0.75,
    1.0,
    1.25,
    1.5,
    2.0,
    3.0,
    4.0,
)
"""Where one step of zooming goes."""

_KEPT: Final = tuple(2.0 ** (step / 2) for step in range(-9, 7))


def limited(scale: float) -> float:
    """Return ``scale`` within the limits."""
    return min(MOST, max(LEAST, scale))


def next_stop(scale: float, step: int) -> float:
    """Return the stop after ``scale`` (``step`` 1) or before it (-1)."""
    if step > 0:
        at = bisect_right(STOPS, scale * 1.01)
        return STOPS[min(at, len(STOPS) - 1)]
    at = bisect_left(STOPS, scale * 0.99) - 1
    return STOPS[max(at, 0)]


def kept_scale(scale: float) -> float:
    """Return the scale at which pictures are made while the zoom moves: the next larger one."""
    at = bisect_left(_KEPT, scale)
    return _KEPT[at] if at < len(_KEPT) else scale
