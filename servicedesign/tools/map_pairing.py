"""The columns of a map, and how those of two maps belong together.

Owns the order of columns and the pairing of as-is and to-be. Writes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from servicedesign.model import Cell, JourneyMap, JourneyView, Phase
from servicedesign.store import Project

Pair: TypeAlias = tuple[Phase | None, Phase | None]
"""A column of the as-is map and the one of the to-be map that belongs to it; one may be None."""


def counterpart_of(project: Project, map_id: str) -> JourneyMap | None:
    """Return the map that is the other half of ``map_id``, whichever of the two names it."""
    journey = project.find(JourneyMap, map_id)
    if journey is None:
        return None
    named = project.find(JourneyMap, journey.counterpart_id)
    if named is not None and named.id != map_id:
        return named
    return next(
        (one for one in project.all(JourneyMap, counterpart_id=map_id) if one.id != map_id), None
    )


def as_is_and_to_be(project: Project, map_id: str) -> tuple[JourneyMap, JourneyMap] | None:
    """Return the two maps of a pair, today's first; None where the map has no counterpart."""
    journey, other = project.find(JourneyMap, map_id), counterpart_of(project, map_id)
    if journey is None or other is None:
        return None
    turned = journey.view is JourneyView.TO_BE and other.view is JourneyView.AS_IS
    return (other, journey) if turned else (journey, other)


def heads_of(phases: Sequence[Phase]) -> list[Phase]:
    """Return the phases that are not stages of another, in order; none is unreachable.

    Where phases are stages of each other in a ring, the first of them counts as a head.
    """
    known = {phase.id for phase in phases}
    heads = [phase for phase in phases if phase.stage_of_id not in known]
    reached = {one.id for head in heads for one in (head, *stages_of(phases, head))}
    places = {phase.id: place for place, phase in enumerate(phases)}
    for phase in phases:
        if phase.id not in reached:
            head = phases[min(places[one] for one in _ring(phases, phase))]
            heads.append(head)
            reached |= {head.id, *(one.id for one in stages_of(phases, head))}
    return sorted(heads, key=lambda head: places[head.id])


def _ring(phases: Sequence[Phase], start: Phase) -> list[str]:
    """Return the ids of the ring of phases that ``start`` leads up to."""
    parents = {phase.id: phase.stage_of_id for phase in phases}
    way: list[str] = []
    here: str | None = start.id
    while here is not None and here not in way:
        way.append(here)
        here = parents[here]
    return way[way.index(here) :] if here is not None else way


def stages_of(phases: Sequence[Phase], head: Phase) -> list[Phase]:
    """Return the stages of a phase in order, stages of stages after their own."""
    children: dict[str, list[Phase]] = defaultdict(list)
    for phase in phases:
        if phase.stage_of_id:
            children[phase.stage_of_id].append(phase)
    found: list[Phase] = []
    seen, waiting = {head.id}, list(reversed(children[head.id]))
    while waiting:
        stage = waiting.pop()
        if stage.id not in seen:
            seen.add(stage.id)
            found.append(stage)
            waiting.extend(reversed(children[stage.id]))
    return found


def reading_order(phases: Sequence[Phase]) -> list[Phase]:
    """Return all phases as they are read: each with its stages after it."""
    return [one for head in heads_of(phases) for one in (head, *stages_of(phases, head))]


def columns_of(project: Project, map_id: str) -> tuple[Phase, ...]:
    """Return what gets a column: stages, and phases without or, when written in, beside stages."""
    phases = project.all(Phase, map_id=map_id)
    written = {cell.phase_id for cell in project.all(Cell, map_id=map_id)}
    columns: list[Phase] = []
    for head in heads_of(phases):
        stages = stages_of(phases, head)
        if not stages or head.id in written:
            columns.append(head)
        columns.extend(stages)
    return tuple(columns)


def partners(
    left: Sequence[Phase], right: Sequence[Phase], *, by_title: bool = True
) -> Mapping[str, str]:
    """Return the id of the right phase that belongs to each left one; each is taken once.

    A link that both name comes first, then one that either names. Maps that were drawn apart and
    have no link at all are paired by the names that occur once in each, if ``by_title``.
    """
    mine, theirs = {one.id: one for one in left}, {one.id: one for one in right}
    named = [(one.id, one.counterpart_id) for one in left if one.counterpart_id in theirs]
    named_back = [(one.counterpart_id, one.id) for one in right if one.counterpart_id in mine]
    both = set(named) & set(named_back)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for pair in (*sorted(both, key=str), *named, *named_back):
        here, there = pair
        if here and there and here not in found and there not in taken:
            found[here] = there
            taken.add(there)
    if found or not by_title:
        return found
    return _by_title(left, right)


def _by_title(left: Sequence[Phase], right: Sequence[Phase]) -> Mapping[str, str]:
    here, there = _single_titles(left), _single_titles(right)
    return {one: there[title] for title, one in here.items() if title in there}


def _single_titles(phases: Sequence[Phase]) -> Mapping[str, str]:
    counts = Counter(phase.title.strip() for phase in phases)
    return {
        title: phase.id for phase in phases if (title := phase.title.strip()) and counts[title] == 1
    }


def align(
    left: Sequence[Phase], right: Sequence[Phase], found: Mapping[str, str]
) -> tuple[Pair, ...]:
    """Return two rows of columns side by side: both keep their order, and none is lost.

    Columns that belong together by ``found`` (id of the left one to that of the right) form a
    pair, as many as can without crossing; a column that has no partner, or whose pair would cross
    others, stands alone.
    """
    places = {phase.id: place for place, phase in enumerate(right)}
    wanted = [(i, places[found[one.id]]) for i, one in enumerate(left)
              if found.get(one.id) in places]  # fmt: skip
    pairs: list[Pair] = []
    done = (0, 0)
    for i, j in (*_rising(wanted), (len(left), len(right))):
        pairs += [(one, None) for one in left[done[0] : i]]
        pairs += [(None, one) for one in right[done[1] : j]]
        if i < len(left):
            pairs.append((left[i], right[j]))
        done = (i + 1, j + 1)
    return tuple(pairs)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs in which both places rise; ``pairs`` rise in the first."""
    ends: list[int] = []
    chains: list[list[tuple[int, int]]] = []
    for pair in pairs:
        place = bisect_left(ends, pair[1])
        chain = [*(chains[place - 1] if place else []), pair]
        ends[place : place + 1] = [pair[1]]
        chains[place : place + 1] = [chain]
    return chains[-1] if chains else []


def paired_columns(project: Project, as_is_id: str, to_be_id: str) -> tuple[Pair, ...]:
    """Return the columns of two maps in pairs, in order, for one map above the other.

    A phase that is one column here and has stages there stands over the first of them.
    """
    left, right = columns_of(project, as_is_id), columns_of(project, to_be_id)
    all_left, all_right = (project.all(Phase, map_id=one) for one in (as_is_id, to_be_id))
    found = partners(all_left, all_right)
    here = _columns_for(left, all_left)
    there = _columns_for(right, all_right)
    joined = {mine: theirs for mine, theirs in found.items()
              if here.get(mine) == mine and there.get(theirs) == theirs}  # fmt: skip
    taken = set(joined.values())
    for mine, theirs in found.items():
        if mine in here and theirs in there and there[theirs] not in taken:
            joined.setdefault(here[mine], there[theirs])
    return align(left, right, joined)


def _columns_for(columns: Sequence[Phase], phases: Sequence[Phase]) -> Mapping[str, str]:
    """Return the column of every phase: itself, or its first stage."""
    known = {one.id for one in columns}
    found = {}
    for phase in phases:
        own = next((one.id for one in (phase, *stages_of(phases, phase)) if one.id in known), None)
        if own is not None:
            found[phase.id] = own
    return found
