"""What the sheet of a payoff matrix shows, as plain data.

Owns the shape of the data, and the reading of it. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesign.model import Outcome, PayoffItem, PayoffMatrix
from servicedesign.tools.payoff.items import RatedIdea, are_groups, in_order, rated_ideas
from servicedesign.tools.payoff.ratings import TOGETHER, Axis, complete, raters_of, spread_of
from servicedesign.tools.payoff.reading import person_of

if TYPE_CHECKING:
    from servicedesign.store import Project

Span = tuple[float, float]
"""Lowest and highest rating, 0 to 1."""


@dataclass(frozen=True, slots=True)
class IdeaData:
    """One idea on the matrix.

    Attributes:
        item: its record, from which places and spreads are told.
        mark: the number of the idea, or the letter of a cluster.
        title: its words on one line.
        colour: a key of the sticky colours; empty for a cluster.
        placed: whether it was rated.
        impact_span: lowest and highest effect, None with fewer than two raters.
        feasibility_span: the same of what is feasible.
    """

    item: PayoffItem
    mark: str
    title: str
    colour: str = ""
    placed: bool = True
    impact_span: Span | None = None
    feasibility_span: Span | None = None

    @property
    def reviewed(self) -> bool:
        """Whether something was said of it in the review."""
        fits = (self.item.fits_action, self.item.fits_thought)
        return fits != (Outcome.UNSET, Outcome.UNSET) or bool(self.item.comment.strip())


@dataclass(frozen=True, slots=True)
class MatrixData:
    """One matrix.

    Attributes:
        title: of the matrix, perhaps empty.
        ideas: in the order in which one goes about them.
        raters: names of those who rate; none where everyone rates together.
        groups: whether the raters are groups.
        person: name of the persona that the ideas are held against, perhaps empty.
        decided: what the team decided.
        hidden: whether the ratings are still hidden: then no place is printed.
    """

    title: str = ""
    ideas: tuple[IdeaData, ...] = ()
    raters: tuple[str, ...] = ()
    groups: bool = False
    person: str = ""
    decided: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class PayoffData:
    """All matrices to be printed."""

    matrices: tuple[MatrixData, ...] = ()


def collect(project: Project, only: str | None) -> PayoffData | None:
    """Return all matrices with ideas, or the one named by ``only``; None without any."""
    found = [_matrix(project, one) for one in project.all(PayoffMatrix) if only in (None, one.id)]
    some = tuple(one for one in found if one.ideas)
    return PayoffData(some) if some else None


def _matrix(project: Project, matrix: PayoffMatrix) -> MatrixData:
    ideas = rated_ideas(project, matrix.id)
    names = raters_of(matrix, [one.item for one in ideas])
    ordered = ideas if matrix.hidden else in_order(ideas)
    return MatrixData(
        title=matrix.title.strip(),
        ideas=tuple(_idea(one) for one in ordered),
        raters=tuple(name for name in names if name != TOGETHER),
        groups=are_groups(project, names),
        person=person_of(project, matrix),
        decided=matrix.decided.strip(),
        hidden=matrix.hidden,
    )


def _idea(idea: RatedIdea) -> IdeaData:
    return IdeaData(
        item=idea.item,
        mark=idea.mark,
        title=idea.title,
        colour=idea.colour,
        placed=idea.placed,
        impact_span=_span(idea.item, Axis.IMPACT),
        feasibility_span=_span(idea.item, Axis.FEASIBILITY),
    )


def _span(item: PayoffItem, axis: Axis) -> Span | None:
    spread = spread_of(item, axis)
    if spread is None or len(complete(item.ratings)) < 2:
        return None
    return spread.low, spread.high
