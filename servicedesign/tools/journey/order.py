"""A place among others: positions between neighbours, with as few records written as can be.

Owns that arithmetic alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from servicedesign.model import Cell, JourneyMap, Lane, Phase

P = TypeVar("P", Cell, JourneyMap, Lane, Phase)
"""What has a position."""

_LEAST = 1e-6
"""Positions closer than this are set anew."""


def place_among(others: Sequence[P], index: int) -> tuple[float, list[P]]:
    """Return the position of one more at ``index``, and those of ``others`` to be put again.

    Args:
        others: in their order, without the one to be placed.
        index: 0 is before all; beyond the end is the end.
    """
    index = max(0, min(index, len(others)))
    positions = [other.position for other in others]
    if any(b - a < _LEAST for a, b in pairwise(positions)):
        moved = [replace(one, position=float(n + (n >= index))) for n, one in enumerate(others)]
        return float(index), moved
    if not positions:
        return 0.0, []
    if index == 0:
        return positions[0] - 1.0, []
    if index == len(positions):
        return positions[-1] + 1.0, []
    return (positions[index - 1] + positions[index]) / 2, []
