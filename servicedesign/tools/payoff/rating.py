"""What one can do with ratings and with those who rate, and the rules of it.

Owns every change to them. The rules behind: the place of an idea is the mean of its ratings, each
to a tenth of a point; a rater is named once, and the ratings of one who is renamed stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from servicedesign.model import (
    Message,
    Note,
    PayoffItem,
    PayoffMatrix,
    PayoffRating,
    ProjectError,
    msg,
)
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.payoff.items import raters
from servicedesign.tools.payoff.ratings import TOGETHER, Axis, rating_of, with_rating, with_ratings
from servicedesign.tools.payoff.scale import on_grid

MOST_RATERS: Final = 60
NAME_MOST: Final = 40
"""Longest name of a rater, in characters."""


# --- ratings --------------------------------------------------------------------------------------


def place(
    project: Project, item_id: str, rater: str, impact: float, feasibility: float, *, hold: str = ""
) -> None:
    """Say where ``rater`` sees an idea, both axes from 0 to 1, to a tenth of a point.

    Args:
        project: the open project.
        item_id: the idea on its matrix.
        rater: who rates.
        impact: the effect.
        feasibility: how feasible it is.
        hold: steps with the same word within a minute become one.
    """
    item = project.get(PayoffItem, item_id)
    rating = PayoffRating(rater=rater, impact=on_grid(impact), feasibility=on_grid(feasibility))
    _rate(project, item, rating, f"payoff:{item_id}:{rater}:{hold}" if hold else None)


def write_points(
    project: Project, item_id: str, rater: str, axis: Axis, value: float | None
) -> None:
    """Say how ``rater`` sees one axis of an idea; None takes it back.

    The idea has its place once both axes are there.
    """
    item = project.get(PayoffItem, item_id)
    rating = rating_of(item, rater) or PayoffRating(rater=rater)
    known = None if value is None else on_grid(value)
    changed = (
        replace(rating, impact=known) if axis is Axis.IMPACT else replace(rating, feasibility=known)
    )
    _rate(project, item, changed, f"payoff:{item_id}:{rater}:{axis.value}")


def take_back(project: Project, item_ids: Iterable[str], rater: str) -> int:
    """Take back what ``rater`` gave to ideas, as one step: there they wait again.

    Returns:
        How many ratings went.
    """
    items = [one for one in (project.find(PayoffItem, i) for i in item_ids) if one is not None]
    rated = [item for item in items if rating_of(item, rater) is not None]
    if rated:
        with project.edit(msg("点を取り消す")):
            for item in rated:
                project.put(with_rating(item, PayoffRating(rater=rater)))
    return len(rated)


def fill_points(
    project: Project, values: Mapping[tuple[str, Axis], float | None], rater: str
) -> int:
    """Say how ``rater`` sees many axes of many ideas, as one step.

    Returns:
        How many were written.
    """
    with project.edit(msg("点を{count}個書く", count=len(values))):
        for (item_id, axis), value in values.items():
            write_points(project, item_id, rater, axis, value)
    return len(values)


def _rate(project: Project, item: PayoffItem, rating: PayoffRating, merge: str | None) -> None:
    changed = with_rating(item, rating)
    if changed != item:
        with project.edit(_label(project, item), merge=merge):
            project.put(changed)


def _label(project: Project, item: PayoffItem) -> Message:
    note = project.find(Note, item.note_id)
    if note is not None and note.number:
        return msg("案{number}に点を付ける", number=str(note.number))
    return msg("案に点を付ける")


# --- raters ---------------------------------------------------------------------------------------


def rater_name(text: str) -> str:
    """Return a rater's name as it is kept: one line, not too long."""
    return " ".join(plain_text(text, single_line=True).split())[:NAME_MOST].rstrip()


def set_raters(project: Project, matrix_id: str, wanted: Sequence[tuple[str | None, str]]) -> int:
    """Say who rates, as one step: earlier name (None for someone new) and name of each, in order.

    Ratings of a name that is changed stay; those of a name that is left out or emptied go.
    Ratings that everyone gave together stay whoever is named.

    Returns:
        How many ratings went.

    Raises:
        ProjectError: a name is there twice, or there are too many; nothing is changed.
    """
    named = [(old, rater_name(new)) for old, new in wanted]
    named = [(old, new) for old, new in named if new]
    _check_names([new for _, new in named])
    matrix = project.get(PayoffMatrix, matrix_id)
    items = project.all(PayoffItem, matrix_id=matrix_id)
    renamed = {old: new for old, new in named if old is not None} | {TOGETHER: TOGETHER}
    gone = 0
    with project.edit(msg("評価する人を決める")):
        project.put(replace(matrix, raters=tuple(new for _, new in named)))
        for item in items:
            kept = [
                replace(one, rater=renamed[one.rater])
                for one in item.ratings
                if one.rater in renamed
            ]
            gone += len(item.ratings) - len(kept)
            if tuple(kept) != item.ratings:
                project.put(with_ratings(item, kept))
    return gone


def _check_names(names: Sequence[str]) -> None:
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise ProjectError(
            msg("「{name}」が二度あります。", name=twice),
            msg("評価する人は、前のままです。"),
            msg("見分けられる名前にしてください。"),
        )
    if len(names) > MOST_RATERS:
        raise ProjectError(
            msg("評価する人が{count}人います。", count=len(names)),
            msg("評価する人は、前のままです。"),
            msg("{most}人までです。班ごとに一つの名前にしてください。", most=MOST_RATERS),
        )


def ratings_of(project: Project, matrix_id: str, rater: str) -> int:
    """Return how many ideas ``rater`` has given a rating to, a half one included."""
    items = project.all(PayoffItem, matrix_id=matrix_id)
    return sum(rating_of(item, rater) is not None for item in items)


def set_hidden(project: Project, matrix_id: str, hidden: bool) -> None:
    """Hide what others rated while everyone rates, or show it."""
    matrix = project.get(PayoffMatrix, matrix_id)
    if matrix.hidden is not hidden:
        label = msg("評価を隠して付ける") if hidden else msg("評価を見せる")
        with project.edit(label):
            project.put(replace(matrix, hidden=hidden))


def counts_by_rater(project: Project, matrix: PayoffMatrix) -> dict[str, int]:
    """Return for each rater how many ideas have both axes, in the order of the raters."""
    items = project.all(PayoffItem, matrix_id=matrix.id)
    counts = {}
    for name in raters(project, matrix):
        ratings = (rating_of(item, name) for item in items)
        counts[name] = sum(
            one is not None and one.impact is not None and one.feasibility is not None
            for one in ratings
        )
    return counts
