"""Ratings of one idea by several raters: their mean, how far they lie apart, who is still to come.

Owns this arithmetic. A rating counts once both of its axes are there. Must not write.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import fmean
from typing import Final

from servicedesign.model import PayoffItem, PayoffMatrix, PayoffRating

TOGETHER: Final = ""
"""The name of the rater where everyone rates together."""
_UNPLACED: Final = 0.5
"""Where an idea lies in a file before anyone placed it."""


class Axis(StrEnum):
    """What is rated; the value names the field."""

    IMPACT = "impact"
    FEASIBILITY = "feasibility"


@dataclass(frozen=True, slots=True)
class Spread:
    """The lowest and the highest rating of one axis, 0 to 1."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """How far the two lie apart."""
        return self.high - self.low


def complete(ratings: Iterable[PayoffRating]) -> tuple[PayoffRating, ...]:
    """Return the ratings of which both axes are there."""
    return tuple(one for one in ratings if one.impact is not None and one.feasibility is not None)


def mean_of(ratings: Sequence[PayoffRating]) -> tuple[float, float] | None:
    """Return mean effect and feasibility of the ratings that count, or None without any."""
    counted = complete(ratings)
    if not counted:
        return None
    return (
        _mean([one.impact for one in counted if one.impact is not None]),
        _mean([one.feasibility for one in counted if one.feasibility is not None]),
    )


def _mean(values: Sequence[float]) -> float:
    """Return the mean, kept between the ends against the rounding of the machine."""
    return min(max(fmean(values), min(values)), max(values))


def spread_of(item: PayoffItem, axis: Axis) -> Spread | None:
    """Return lowest and highest rating of an axis; None without a rating that counts."""
    values = [getattr(one, axis.value) for one in complete(item.ratings)]
    return Spread(min(values), max(values)) if values else None


def is_placed(item: PayoffItem) -> bool:
    """Tell whether an idea has a place.

    Files from before ratings hold the place alone: one that is not the very middle was chosen.
    """
    if item.ratings:
        return bool(complete(item.ratings))
    return (item.impact, item.feasibility) != (_UNPLACED, _UNPLACED)


def rating_of(item: PayoffItem, rater: str) -> PayoffRating | None:
    """Return what ``rater`` gave, perhaps one axis alone.

    A place from before ratings counts as one that everyone gave together.
    """
    found = next((one for one in item.ratings if one.rater == rater), None)
    if found is None and rater == TOGETHER and not item.ratings and is_placed(item):
        return PayoffRating(rater=TOGETHER, impact=item.impact, feasibility=item.feasibility)
    return found


def place_by(item: PayoffItem, rater: str) -> tuple[float, float] | None:
    """Return where ``rater`` sees an idea, or None while an axis is missing."""
    rating = rating_of(item, rater)
    if rating is None or rating.impact is None or rating.feasibility is None:
        return None
    return rating.impact, rating.feasibility


def with_rating(item: PayoffItem, rating: PayoffRating) -> PayoffItem:
    """Return ``item`` with a rating in place of the one of the same rater, and the new mean.

    A rating without any axis is taken away.
    """
    before = rating_of(item, TOGETHER) if not item.ratings else None
    kept = list(item.ratings) if before is None else [before]
    place = next((i for i, one in enumerate(kept) if one.rater == rating.rater), len(kept))
    empty = rating.impact is None and rating.feasibility is None
    kept[place : place + 1] = [] if empty else [rating]
    return with_ratings(item, kept)


def with_ratings(item: PayoffItem, ratings: Sequence[PayoffRating]) -> PayoffItem:
    """Return ``item`` with ``ratings`` and their mean as its place."""
    impact, feasibility = mean_of(ratings) or (_UNPLACED, _UNPLACED)
    return replace(item, ratings=tuple(ratings), impact=impact, feasibility=feasibility)


def raters_of(matrix: PayoffMatrix, items: Iterable[PayoffItem]) -> tuple[str, ...]:
    """Return everyone who rates or has rated, in order; everyone together comes first.

    Nobody is named twice, whatever the file says.
    """
    found = dict.fromkeys(matrix.raters)
    for item in items:
        found.update(dict.fromkeys(one.rater for one in item.ratings))
        if not item.ratings and is_placed(item):
            found.setdefault(TOGETHER)
    names = list(found)
    if TOGETHER in found:
        names.remove(TOGETHER)
        names.insert(0, TOGETHER)
    return tuple(names)
