"""How deep-dives begin: from the ideas that a vote kept, from one idea, or from nothing.

Owns what is chosen and not worked out yet, and how groups are shared out evenly (report ch. 7
§2(2): one group each). Must not change what is written in a deep-dive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from servicedesign.model import (
    Cluster,
    DeepDive,
    Group,
    Note,
    ProjectError,
    Relation,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.model.titles import full_title
from servicedesign.store import Project

Idea = Note | Cluster
"""What a deep-dive is made from."""
MOST: Final = 60
"""More deep-dives than this a project does not take."""
_TITLE: Final = 80


def chosen_ideas(project: Project) -> tuple[Idea, ...]:
    """Return the ideas kept by the last closed vote that kept any, a run-off with its first vote.

    In the order in which they were kept. Ideas that are gone are left out.
    """
    rounds = {round_.id: round_ for round_ in project.all(VoteRound)}
    last = next(
        (
            one
            for one in reversed(rounds.values())
            if one.status is VoteStatus.CLOSED and one.selections
        ),
        None,
    )
    chain: list[VoteRound] = []
    while last is not None and last not in chain:
        chain.insert(0, last)
        last = rounds.get(last.run_off_of or "")
    ids = dict.fromkeys(one.target_id for round_ in chain for one in round_.selections)
    found = (project.find(Note, one) or project.find(Cluster, one) for one in ids)
    return tuple(idea for idea in found if idea is not None)


def not_begun(project: Project) -> tuple[Idea, ...]:
    """Return the chosen ideas that no deep-dive was made from yet, nor takes in."""
    dives = project.all(DeepDive)
    begun = {one for dive in dives for one in (dive.note_id, dive.cluster_id)}
    taken = (project.links_from(dive.id, Relation.CAME_FROM) for dive in dives)
    begun |= {link.target_id for links in taken for link in links}
    return tuple(idea for idea in chosen_ideas(project) if idea.id not in begun)


def make_from_choice(
    project: Project, groups: Mapping[str, str | None] | None = None
) -> tuple[DeepDive, ...]:
    """Begin a deep-dive for every chosen idea that has none, in one step, and return them.

    Args:
        project: the open project.
        groups: ids of groups by the id of the idea; shared out evenly when None.

    Raises:
        ProjectError: there would be too many; none is made.
    """
    ideas = not_begun(project)
    if not ideas:
        return ()
    shared = suggested_groups(project, ideas) if groups is None else groups
    _refuse_too_many(project, len(ideas))
    place = _after(project)
    made = tuple(
        replace(_from(idea), group_id=shared.get(idea.id), position=place + number)
        for number, idea in enumerate(ideas)
    )
    with project.edit(msg("選んだ{n}案の深掘りを始める", n=len(made))):
        for dive in made:
            project.put(dive)
    return made


def add_dive(project: Project, idea: Idea | None = None) -> DeepDive:
    """Begin one deep-dive, last in the order, with the group that has the fewest, and return it.

    Args:
        project: the open project.
        idea: what it is made from; None begins with an empty one.

    Raises:
        ProjectError: there are too many already.
    """
    _refuse_too_many(project, 1)
    dive = _from(idea) if idea is not None else DeepDive()
    group = _least_busy(project, Counter()) if project.all(Group) else None
    dive = replace(dive, group_id=group, position=_after(project))
    with project.edit(msg("深掘りを足す")):
        project.put(dive)
    return dive


def dive_of(project: Project, idea: Idea) -> DeepDive | None:
    """Return the deep-dive made from ``idea``, or None."""
    field = "note_id" if isinstance(idea, Note) else "cluster_id"
    return next(iter(project.all(DeepDive, **{field: idea.id})), None)


def suggested_groups(project: Project, ideas: Sequence[Idea]) -> dict[str, str | None]:
    """Return a group for each of ``ideas``: one each in order, then those with the fewest again."""
    given: Counter[str] = Counter()
    shared: dict[str, str | None] = {}
    for idea in ideas:
        group = _least_busy(project, given)
        shared[idea.id] = group
        if group is not None:
            given[group] += 1
    return shared


def deal_groups(project: Project) -> None:
    """Share all deep-dives out among the groups evenly, in order, as one step."""
    groups = [group.id for group in project.all(Group)]
    if not groups:
        return
    with project.edit(msg("深掘りを班に割りふる")):
        for number, dive in enumerate(project.all(DeepDive)):
            project.put(replace(dive, group_id=groups[number % len(groups)]))


def _least_busy(project: Project, given: Counter[str]) -> str | None:
    busy = Counter(dive.group_id for dive in project.all(DeepDive) if dive.group_id)
    groups = [group.id for group in project.all(Group)]
    return min(groups, key=lambda one: busy[one] + given[one], default=None)


def _from(idea: Idea) -> DeepDive:
    title = full_title(idea)
    title = title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"
    if isinstance(idea, Note):
        return DeepDive(note_id=idea.id, title=title)
    return DeepDive(cluster_id=idea.id, title=title)


def _after(project: Project) -> float:
    return max((dive.position for dive in project.all(DeepDive)), default=-1.0) + 1.0


def _refuse_too_many(project: Project, more: int) -> None:
    if len(project.all(DeepDive)) + more > MOST:
        raise ProjectError(
            msg("深掘りは{most}件までです。", most=MOST),
            msg("何も足していません。"),
            msg("要らない深掘りを消すか、選ぶ案を減らしてください。"),
        )
