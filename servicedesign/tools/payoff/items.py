"""The ideas on a matrix as they are shown: words, mark, place, spread, and which comes first.

Owns this reading, for screen, paper and the audience. Must not write.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from servicedesign.model import (
    Cluster,
    Group,
    Note,
    PayoffItem,
    PayoffMatrix,
    VoteRound,
    VoteStatus,
    VoteTarget,
)
from servicedesign.store import Project
from servicedesign.tools.payoff.quadrants import ORDER, Quadrant, quadrant_of
from servicedesign.tools.payoff.ratings import TOGETHER, Axis, is_placed, raters_of, spread_of
from servicedesign.tools.payoff.scale import points
from servicedesign.tools.vote_targets import Target, candidates, targets_of


@dataclass(frozen=True, slots=True)
class RatedIdea:
    """One idea on a matrix.

    Attributes:
        item: its record on the matrix.
        mark: the number of the idea, or the letter of a cluster.
        title: its words on one line, perhaps none.
        colour: a key of ``tokens.STICKIES``; empty for a cluster.
        placed: whether anyone rated it.
        ideas: numbers of the ideas in a cluster.
    """

    item: PayoffItem
    mark: str
    title: str
    colour: str
    placed: bool
    ideas: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """The id of the record on the matrix."""
        return self.item.id

    @property
    def named(self) -> str:
        """Mark and words on one line."""
        return f"{self.mark} {self.title}".strip()

    @property
    def place(self) -> tuple[float, float]:
        """Effect and feasibility, 0 to 1."""
        return self.item.impact, self.item.feasibility

    @property
    def quadrant(self) -> Quadrant:
        """The field it lies in."""
        return quadrant_of(*self.place)

    def width(self, axis: Axis) -> float:
        """Return how far the ratings of an axis lie apart, on the scale; 0 for one rater."""
        spread = spread_of(self.item, axis)
        return points(spread.high) - points(spread.low) if spread else 0.0


def first_matrix(project: Project) -> PayoffMatrix | None:
    """Return the matrix that is shown first, or None."""
    return next(iter(project.all(PayoffMatrix)), None)


def rated_ideas(project: Project, matrix_id: str) -> tuple[RatedIdea, ...]:
    """Return the ideas on a matrix in the order they were put there; none without its idea."""
    items = project.all(PayoffItem, matrix_id=matrix_id)
    known = _targets(project, [one.note_id or one.cluster_id or "" for one in items])
    found = []
    for item in items:
        target = known.get(item.note_id or item.cluster_id or "")
        if target is not None:
            colour = str(target.colour) if target.colour else ""
            found.append(
                RatedIdea(item, target.label, target.title, colour, is_placed(item), target.ideas)
            )
    return tuple(found)


def _targets(project: Project, ids: Sequence[str]) -> dict[str, Target]:
    """Return the ideas as people write them; clusters have the letters of the last vote on them."""
    clusters = [one for one in ids if project.find(Cluster, one) is not None]
    notes = [one for one in ids if project.find(Note, one) is not None]
    found = {one.id: one for one in targets_of(project, _round(notes))}
    if clusters:
        voted = last_closed(project)
        if voted is None or not set(clusters) <= set(voted.target_ids):
            boards = dict.fromkeys(project.get(Cluster, one).board_id for one in clusters)
            held = [one for b in boards for one in candidates(project, b, VoteTarget.CLUSTER)]
            voted = _round(list(dict.fromkeys([*held, *clusters])))
        found.update((one.id, one) for one in targets_of(project, voted) if one.is_cluster)
    return found


def _round(ids: Sequence[str]) -> VoteRound:
    return VoteRound(board_id="", target_ids=tuple(ids))


def last_closed(project: Project) -> VoteRound | None:
    """Return the vote that was closed last, or None; a run-off only where there is nothing else."""
    rounds = [one for one in project.all(VoteRound) if one.status is VoteStatus.CLOSED]
    closed = [one for one in rounds if one.run_off_of is None] or rounds
    return max(closed, key=lambda one: (one.closed_at, one.position, one.id), default=None)


def in_order(ideas: Iterable[RatedIdea]) -> tuple[RatedIdea, ...]:
    """Return ideas in the order in which one goes about them; those without a place come last."""
    return tuple(
        sorted(
            ideas,
            key=lambda one: (
                not one.placed,
                ORDER.index(one.quadrant) if one.placed else 0,
                -round(sum(one.place), 6) if one.placed else 0.0,
                one.item.position,
                one.id,
            ),
        )
    )


def raters(project: Project, matrix: PayoffMatrix) -> tuple[str, ...]:
    """Return everyone who rates on a matrix, in order."""
    return raters_of(matrix, project.all(PayoffItem, matrix_id=matrix.id))


def are_groups(project: Project, names: Iterable[str]) -> bool:
    """Tell whether all raters are groups of the project: one then speaks of groups."""
    groups = {group.name.strip() for group in project.all(Group)}
    named = [name for name in names if name != TOGETHER]
    return bool(named) and all(name in groups for name in named)
