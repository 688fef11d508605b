"""What one can do with a matrix and the ideas on it, and the rules of it.

Owns every change to them, but for ratings (``rating``) and the way onto the map (``completing``).
The rules behind: an idea is on a matrix once, and stays on its board when it is taken off (report
ch. 7 §2(2): useful, and feasible; held against what the persona does and thinks).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal

from servicedesign.model import (
    Board,
    Cluster,
    Message,
    Note,
    Outcome,
    PayoffItem,
    PayoffMatrix,
    ProjectError,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.letting_go import let_go, what_goes
from servicedesign.tools.payoff.items import in_order, rated_ideas
from servicedesign.tools.payoff.quadrants import Quadrant

MOST_IDEAS: Final = 400
"""More ideas than this one matrix does not take: nobody could tell them apart."""

Fit = Literal["fits_action", "fits_thought"]

_FIT_LABELS: Final = {
    "fits_action": msg("行動に合うかを決める"),
    "fits_thought": msg("思考に合うかを決める"),
}


# --- the matrix -----------------------------------------------------------------------------------


def add_matrix(
    project: Project, idea_ids: Sequence[str] = (), board_id: str | None = None, title: str = ""
) -> PayoffMatrix:
    """Add a matrix with ideas on it, as one step, and return it."""
    last = max((one.position for one in project.all(PayoffMatrix)), default=-1.0)
    matrix = PayoffMatrix(
        board_id=board_id if project.find(Board, board_id) is not None else None,
        title=plain_text(title, single_line=True).strip(),
        position=last + 1.0,
    )
    with project.edit(msg("評価マトリクスを作る")):
        project.put(matrix)
        add_ideas(project, matrix.id, idea_ids)
    return matrix


def matrix_name(matrix: PayoffMatrix) -> Message | str:
    """Return what a matrix is called in a sentence."""
    return matrix.title.strip() or msg("題のない評価マトリクス")


def rename_matrix(project: Project, matrix_id: str, title: str) -> None:
    """Write the title of a matrix."""
    matrix = project.get(PayoffMatrix, matrix_id)
    changed = replace(matrix, title=plain_text(title, single_line=True).strip())
    if changed != matrix:
        with project.edit(msg("評価マトリクスの題を書く")):
            project.put(changed)


def delete_matrix(project: Project, matrix_id: str) -> int:
    """Delete a matrix with all ratings, as one step; the ideas stay on their board.

    Returns:
        How many ideas were on it.
    """
    matrix = project.get(PayoffMatrix, matrix_id)
    count = len(project.all(PayoffItem, matrix_id=matrix_id))
    with project.edit(msg("評価マトリクス「{name}」を消す", name=matrix_name(matrix))):
        let_go(project, what_goes(project, [matrix]))
    return count


def write_decided(project: Project, matrix_id: str, text: str) -> None:
    """Write what the team decided; writing on is the same step."""
    matrix = project.get(PayoffMatrix, matrix_id)
    with project.edit(msg("決めたことを書く"), merge=f"payoff:{matrix_id}:decided"):
        project.put(replace(matrix, decided=plain_text(text)))


# --- the ideas on it ------------------------------------------------------------------------------


def add_ideas(project: Project, matrix_id: str, idea_ids: Iterable[str]) -> tuple[str, ...]:
    """Put notes or clusters on a matrix, as one step; those that are on it stay as they are.

    Returns:
        The ids of the new items, in order.

    Raises:
        ProjectError: the matrix would hold too many; nothing is added.
    """
    project.get(PayoffMatrix, matrix_id)
    present = project.all(PayoffItem, matrix_id=matrix_id)
    there = {one.note_id or one.cluster_id for one in present}
    last = max((one.position for one in present), default=-1.0)
    new: list[PayoffItem] = []
    for idea_id in dict.fromkeys(idea_ids):
        note, cluster = project.find(Note, idea_id), project.find(Cluster, idea_id)
        if idea_id in there or (note is None and cluster is None):
            continue
        last += 1.0
        new.append(
            PayoffItem(
                matrix_id=matrix_id,
                note_id=note.id if note else None,
                cluster_id=cluster.id if cluster else None,
                position=last,
            )
        )
    if new and len(present) + len(new) > MOST_IDEAS:
        raise _too_many(len(new))
    if new:
        with project.edit(msg("評価する案を{count}件足す", count=len(new))):
            for item in new:
                project.put(item)
    return tuple(item.id for item in new)


def _too_many(count: int) -> ProjectError:
    return ProjectError(
        msg("案を{count}件足すと、一枚の評価マトリクスには多すぎます。", count=count),
        msg("何も足していません。"),
        msg("{most}件までです。投票や表札でしぼってから、足してください。", most=MOST_IDEAS),
    )


def remove_ideas(project: Project, item_ids: Iterable[str]) -> int:
    """Take ideas off their matrix with their ratings, as one step; they stay on their board.

    Returns:
        How many were taken off.
    """
    found = [one for one in (project.find(PayoffItem, i) for i in item_ids) if one is not None]
    if found:
        with project.edit(msg("案を{count}件、評価から外す", count=len(found))):
            let_go(project, what_goes(project, found))
    return len(found)


def sort_ideas(project: Project, matrix_id: str) -> None:
    """Put the ideas of a matrix in the order in which one goes about them, as one step."""
    ordered = in_order(rated_ideas(project, matrix_id))
    _put_in_order(project, [one.item for one in ordered], msg("手をつける順に並べる"))


def move_ideas(project: Project, matrix_id: str, item_ids: Sequence[str], gap: int) -> None:
    """Move ideas before the place ``gap`` (0 first) in the list, as one step."""
    items = project.all(PayoffItem, matrix_id=matrix_id)
    moved = [one for one in items if one.id in set(item_ids)]
    before = [one for one in items[:gap] if one not in moved]
    after = [one for one in items[gap:] if one not in moved]
    _put_in_order(project, [*before, *moved, *after], msg("案の順を変える"))


def _put_in_order(project: Project, items: Sequence[PayoffItem], label: Message) -> None:
    with project.edit(label):
        for place, item in enumerate(items):
            if item.position != float(place):
                project.put(replace(item, position=float(place)))


# --- the review -----------------------------------------------------------------------------------


def set_fit(project: Project, item_id: str, field: Fit, answer: Outcome) -> None:
    """Say whether an idea fits what the persona does, or what the persona thinks."""
    item = project.get(PayoffItem, item_id)
    changed = (
        replace(item, fits_action=answer)
        if field == "fits_action"
        else replace(item, fits_thought=answer)
    )
    if changed != item:
        with project.edit(_FIT_LABELS[field]):
            project.put(changed)


def write_reason(project: Project, item_id: str, text: str) -> None:
    """Write why an idea is seen so; writing on is the same step."""
    item = project.get(PayoffItem, item_id)
    with project.edit(msg("理由を書く"), merge=f"payoff:{item_id}:comment"):
        project.put(replace(item, comment=plain_text(text)))


# --- how far --------------------------------------------------------------------------------------


def progress(project: Project) -> Progress:
    """Return how far the ideas are weighed.

    Done when each has a place, nothing is hidden any more, and those to be done at once were held
    against what the persona does and thinks.
    """
    ideas = [
        (matrix, idea)
        for matrix in project.all(PayoffMatrix)
        for idea in rated_ideas(project, matrix.id)
    ]
    if not ideas:
        return Progress.NONE
    done = all(
        idea.placed
        and not matrix.hidden
        and (idea.quadrant is not Quadrant.NOW or is_reviewed(idea.item))
        for matrix, idea in ideas
    )
    return Progress.DONE if done else Progress.SOME


def is_reviewed(item: PayoffItem) -> bool:
    """Tell whether an idea was held against action and thought."""
    return Outcome.UNSET not in (item.fits_action, item.fits_thought)
