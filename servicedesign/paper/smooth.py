"""The smooth line through points, the same on paper and on screen.

Owns the maths of it alone, in whatever unit the points are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Segment = tuple[float, float, float, float, float, float]


def monotone(points: Sequence[Point]) -> list[Segment]:
    """Return Bézier pieces through ``points`` that rise and fall only where the points do.

    Fritsch and Carlson's monotone cubic: no overshoot, level at every peak and dip.
    """
    if len(points) < 2:
        return []
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    slopes = [dy / dx if dx else 0.0 for dx, dy in steps]
    tangents = [slopes[0]]
    for before, after in pairwise(slopes):
        tangents.append(0.0 if before * after <= 0 else (before + after) / 2)
    tangents.append(slopes[-1])
    for i, slope in enumerate(slopes):
        _limit(tangents, i, slope)
    return [
        (
            *(points[i][0] + dx / 3, points[i][1] + tangents[i] * dx / 3),
            *(points[i + 1][0] - dx / 3, points[i + 1][1] - tangents[i + 1] * dx / 3),
            *points[i + 1],
        )
        for i, (dx, _) in enumerate(steps)
    ]


def _limit(tangents: list[float], i: int, slope: float) -> None:
    """Keep the two tangents of a piece inside the circle in which it cannot overshoot."""
    if not slope:
        tangents[i] = tangents[i + 1] = 0.0
        return
    a, b = tangents[i] / slope, tangents[i + 1] / slope
    size = math.hypot(a, b)
    if size > 3:
        tangents[i], tangents[i + 1] = 3 / size * a * slope, 3 / size * b * slope
