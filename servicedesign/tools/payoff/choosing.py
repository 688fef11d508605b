"""Which ideas can be put on a matrix: those a vote kept, a whole board, its clusters.

Owns these lists. Must not write.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.model import Board, Note, VoteRound, VoteTarget
from servicedesign.store import Project
from servicedesign.tools.payoff.items import last_closed
from servicedesign.tools.vote_targets import Target, candidates, targets_of


def voted(project: Project) -> tuple[str, ...]:
    """Return the ideas that the vote closed last has kept; what is gone since is left out."""
    vote = last_closed(project)
    ids = [one.target_id for one in vote.selections] if vote is not None else []
    return tuple(one for one in ids if project.find_any(one) is not None)


def on_board(project: Project, board_id: str) -> tuple[str, ...]:
    """Return every idea of a board."""
    return candidates(project, board_id, VoteTarget.NOTE)


def clusters_of(project: Project, board_id: str) -> tuple[str, ...]:
    """Return the clusters of a board, and the ideas that stand alone."""
    return candidates(project, board_id, VoteTarget.CLUSTER)


def has_clusters(project: Project, board_id: str) -> bool:
    """Tell whether a board has a cluster with ideas in it."""
    return clusters_of(project, board_id) != on_board(project, board_id)


def board_to_begin(project: Project) -> str | None:
    """Return the board of the last vote, else the first one with ideas; None without any."""
    vote = last_closed(project)
    if vote is not None and project.find(Board, vote.board_id) is not None:
        return vote.board_id
    return next((one.id for one in project.all(Board) if on_board(project, one.id)), None)


@dataclass(frozen=True, slots=True)
class Offered:
    """An idea that can be chosen, and whether it is on the matrix already."""

    target: Target
    there: bool


def offered(project: Project, ids: tuple[str, ...], there: set[str]) -> tuple[Offered, ...]:
    """Return ideas as people write them, clusters first."""
    listed = VoteRound(board_id="", target_ids=ids)
    return tuple(Offered(one, one.id in there) for one in targets_of(project, listed))


def by_number(project: Project, board_id: str | None, number: int) -> tuple[str, ...]:
    """Return the ideas with a number, those of ``board_id`` alone where it has one."""
    found = [note for note in project.all(Note) if note.number == number]
    near = [note.id for note in found if note.board_id == board_id]
    return tuple(near or [note.id for note in found])
