"""What is to be seen of the ideas by the one who looks: a rater's places, or the means of all.

Owns that reading, so that nothing hidden reaches a view. Must not paint.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from servicedesign.model import PayoffMatrix
from servicedesign.tools.payoff.items import RatedIdea
from servicedesign.tools.payoff.quadrants import Quadrant, quadrant_of
from servicedesign.tools.payoff.ratings import (
    TOGETHER,
    Axis,
    complete,
    place_by,
    rating_of,
    spread_of,
)

Span = tuple[float, float]
"""Lowest and highest rating, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One idea as it is seen.

    Attributes:
        idea: the idea.
        impact: the effect, or None where it is not rated or not to be seen.
        feasibility: the same of what is feasible.
        impact_span: how far the raters lie apart; None where it is one rater's view.
        feasibility_span: the same of what is feasible.
    """

    idea: RatedIdea
    impact: float | None = None
    feasibility: float | None = None
    impact_span: Span | None = None
    feasibility_span: Span | None = None

    @property
    def id(self) -> str:
        """The id of the record on the matrix."""
        return self.idea.id

    @property
    def place(self) -> tuple[float, float] | None:
        """Effect and feasibility once both are there, else None: the idea waits."""
        if self.impact is None or self.feasibility is None:
            return None
        return self.impact, self.feasibility

    @property
    def quadrant(self) -> Quadrant | None:
        """The field it lies in, or None while it waits."""
        place = self.place
        return quadrant_of(*place) if place is not None else None

    def value(self, axis: Axis) -> float | None:
        """Return what is seen of an axis."""
        return self.impact if axis is Axis.IMPACT else self.feasibility


def seen(matrix: PayoffMatrix, ideas: Iterable[RatedIdea], rater: str | None) -> tuple[Seen, ...]:
    """Return the ideas as ``rater`` sees them, or their means for None.

    While the matrix is hidden there are no means, and nobody's spread.
    """
    if rater is None:
        return tuple(Seen(idea) if matrix.hidden else _mean(idea) for idea in ideas)
    return tuple(_own(idea, rater) for idea in ideas)


def _own(idea: RatedIdea, rater: str) -> Seen:
    rating = rating_of(idea.item, rater)
    if rating is None:
        return Seen(idea)
    return Seen(idea, rating.impact, rating.feasibility)


def _mean(idea: RatedIdea) -> Seen:
    if not idea.placed:
        return Seen(idea)
    several = len(complete(idea.item.ratings)) > 1
    spans: list[Span | None] = []
    for axis in Axis:
        spread = spread_of(idea.item, axis) if several else None
        spans.append((spread.low, spread.high) if spread is not None else None)
    return Seen(idea, *idea.place, *spans)


def others_of(matrix: PayoffMatrix, idea: RatedIdea, rater: str) -> tuple[tuple[float, float], ...]:
    """Return where the other raters see an idea; nothing while that is hidden."""
    if matrix.hidden:
        return ()
    found = (place_by(idea.item, one.rater) for one in idea.item.ratings if one.rater != rater)
    return tuple(place for place in found if place is not None)


def writer(rater: str | None, raters: tuple[str, ...]) -> str | None:
    """Return who rates when something is moved or typed; None where a rater must be chosen first.

    The mean is nobody's to move, unless there is one rater alone.
    """
    if rater is not None:
        return rater
    if not raters:
        return TOGETHER
    return raters[0] if len(raters) == 1 else None
