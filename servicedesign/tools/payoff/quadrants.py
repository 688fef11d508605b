"""The four fields of the matrix, what they are called, and in which one a place lies.

Owns names and the order in which one goes about them. Must not draw.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from servicedesign.model.message import N_
from servicedesign.tools.payoff.scale import MIDDLE, points


class Quadrant(StrEnum):
    """A field of the matrix, in the order in which one goes about it."""

    NOW = "now"
    PLAN = "plan"
    ALONG = "along"
    LET_BE = "let_be"


NAMES: Final = {
    Quadrant.NOW: N_("すぐやる"),
    Quadrant.PLAN: N_("計画する"),
    Quadrant.ALONG: N_("ついでに"),
    Quadrant.LET_BE: N_("見送る"),
}
"""What a field is called."""

HINTS: Final = {
    Quadrant.NOW: N_("効果が大きく、すぐできる"),
    Quadrant.PLAN: N_("効果は大きい。準備がいる"),
    Quadrant.ALONG: N_("手間が少ない。機会があれば"),
    Quadrant.LET_BE: N_("理由を残してしまう"),
}
"""What lies in a field."""

ORDER: Final = tuple(Quadrant)
"""From what comes first to what is left."""

PLACES: Final = {
    Quadrant.PLAN: (0, 0),
    Quadrant.NOW: (1, 0),
    Quadrant.LET_BE: (0, 1),
    Quadrant.ALONG: (1, 1),
}
"""Column and row of a field, from the upper left: feasibility grows to the right, effect upward."""


def quadrant_of(impact: float, feasibility: float) -> Quadrant:
    """Return the field of a place (0 to 1 each); what is shown as 3.0 counts as much."""
    great, feasible = points(impact) >= MIDDLE, points(feasibility) >= MIDDLE
    if great:
        return Quadrant.NOW if feasible else Quadrant.PLAN
    return Quadrant.ALONG if feasible else Quadrant.LET_BE
