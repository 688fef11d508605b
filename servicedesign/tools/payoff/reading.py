"""The words of the map beside an idea: what the persona does and thinks where it would help.

Owns the way from an idea to the phases and pain points it answers, and what stands there on the
maps. Must not write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from servicedesign.model import (
    Board,
    Cell,
    Cluster,
    HowMightWe,
    Issue,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Note,
    Outcome,
    PayoffMatrix,
    Persona,
    Phase,
    Relation,
)
from servicedesign.store import Project
from servicedesign.tools.map_pairing import columns_of, counterpart_of, partners

Idea = Note | Cluster


@dataclass(frozen=True, slots=True)
class Said:
    """One card of the map.

    Attributes:
        cell_id: the card.
        text: what it says.
        outcome: how an action ended.
        to_be: whether it stands on the ideal map.
    """

    cell_id: str
    text: str
    outcome: Outcome = Outcome.UNSET
    to_be: bool = False


@dataclass(frozen=True, slots=True)
class MapWords:
    """What the maps say where an idea would help.

    Attributes:
        person: name of the persona, perhaps empty.
        phases: the phases, as they are called.
        pains: number and words of the pain points it answers.
        actions: what the persona does there.
        thoughts: what the persona thinks there.
    """

    person: str = ""
    phases: tuple[str, ...] = ()
    pains: tuple[tuple[int, str], ...] = ()
    actions: tuple[Said, ...] = ()
    thoughts: tuple[Said, ...] = ()


# --- from an idea to the map ----------------------------------------------------------------------


def notes_of(project: Project, idea: Idea) -> tuple[Note, ...]:
    """Return the note itself, or the notes of a cluster by number."""
    if isinstance(idea, Note):
        return (idea,)
    held = project.all(Note, cluster_id=idea.id)
    return tuple(sorted(held, key=lambda note: (note.number, note.id)))


def pains_of(project: Project, idea: Idea) -> tuple[Cell, ...]:
    """Return the pain points that an idea answers: directly, by an issue, or by its question."""
    found: dict[str, Cell] = {}
    for note in notes_of(project, idea):
        for cell in _pains_of_note(project, note):
            found.setdefault(cell.id, cell)
    if isinstance(idea, Cluster):
        for cell in _answered(project, idea.id):
            found.setdefault(cell.id, cell)
    return tuple(found.values())


def _pains_of_note(project: Project, note: Note) -> Iterator[Cell]:
    for cell_id in (note.cell_id, _cell_of_issue(project, note.issue_id)):
        cell = project.find(Cell, cell_id)
        if cell is not None:
            yield cell
    yield from _answered(project, note.id)


def _answered(project: Project, record_id: str) -> Iterator[Cell]:
    for link in project.links_from(record_id, Relation.ANSWERS):
        question = project.find(HowMightWe, link.target_id)
        issue_id = question.issue_id if question is not None else link.target_id
        for cell_id in (link.target_id, _cell_of_issue(project, issue_id)):
            cell = project.find(Cell, cell_id)
            if cell is not None:
                yield cell


def _cell_of_issue(project: Project, issue_id: str | None) -> str | None:
    issue = project.find(Issue, issue_id)
    return issue.cell_id if issue is not None else None


def phases_of(project: Project, idea: Idea) -> tuple[Phase, ...]:
    """Return the phases where an idea would help: where it is pasted, else those of its problems.

    Of a cluster the one that most of its notes have comes first.
    """
    counts: Counter[str] = Counter()
    for note in notes_of(project, idea):
        pasted = project.find(Phase, note.phase_id)
        if pasted is not None:
            counts[pasted.id] += 1
        else:
            counts.update({cell.phase_id: 1 for cell in _pains_of_note(project, note)})
    if isinstance(idea, Cluster) and not counts:
        counts.update({cell.phase_id: 1 for cell in _answered(project, idea.id)})
    ranked = sorted(counts, key=lambda one: -counts[one])
    return tuple(phase for phase in (project.find(Phase, one) for one in ranked) if phase)


# --- the maps -------------------------------------------------------------------------------------


def to_be_maps(project: Project, matrix: PayoffMatrix) -> tuple[JourneyMap, ...]:
    """Return the ideal maps, the one that belongs to the board of the matrix first."""
    wished = [one for one in project.all(JourneyMap) if one.view is JourneyView.TO_BE]
    board = project.find(Board, matrix.board_id)
    laid = project.find(JourneyMap, board.journey_map_id) if board is not None else None
    half = counterpart_of(project, laid.id) if laid is not None else None
    near = {one.id for one in (laid, half) if one is not None}
    people = {one.id for one in project.all(Persona) if one.chosen}
    return tuple(sorted(wished, key=lambda one: (one.id not in near, one.persona_id not in people)))


def as_is_map(project: Project, matrix: PayoffMatrix) -> JourneyMap | None:
    """Return the map of today of which an ideal one could be made, or None."""
    today = [one for one in project.all(JourneyMap) if one.view is JourneyView.AS_IS]
    free = [one for one in today if counterpart_of(project, one.id) is None]
    board = project.find(Board, matrix.board_id)
    laid = board.journey_map_id if board is not None else None
    people = {one.id for one in project.all(Persona) if one.chosen}
    ranked = sorted(free, key=lambda one: (one.id != laid, one.persona_id not in people))
    return ranked[0] if ranked else None


def homes_on(project: Project, target: JourneyMap) -> dict[str, str]:
    """Return for each phase of ``target`` and of its counterpart the column of ``target``."""
    columns = {phase.id for phase in columns_of(project, target.id)}
    own = project.all(Phase, map_id=target.id)
    first = {phase.id: phase.id for phase in own if phase.id in columns}
    for phase in own:
        stages = [one.id for one in own if one.stage_of_id == phase.id and one.id in columns]
        if phase.id not in first and stages:
            first[phase.id] = stages[0]
    homes = dict(first)
    half = counterpart_of(project, target.id)
    if half is not None:
        theirs = project.all(Phase, map_id=half.id)
        known = partners(theirs, own)
        for phase in theirs:
            mate = known.get(phase.id) or known.get(phase.stage_of_id or "")
            if mate in first:
                homes[phase.id] = first[mate]
    return homes


def map_words(project: Project, idea: Idea) -> MapWords:
    """Return what the maps say where ``idea`` would help, today's words before the wished ones."""
    phases = phases_of(project, idea)
    if not phases:
        return MapWords(pains=_told(pains_of(project, idea)))
    both: list[Phase] = []
    for phase in phases:
        both += [phase, *_mates(project, phase)]
    ids = {phase.id for phase in both}
    maps = [project.get(JourneyMap, one) for one in dict.fromkeys(p.map_id for p in both)]
    maps.sort(key=lambda one: one.view is JourneyView.TO_BE)
    said: dict[LaneKind, list[Said]] = {LaneKind.ACTION: [], LaneKind.THOUGHT: []}
    for journey in maps:
        for kind, words in said.items():
            words.extend(_said(project, journey, kind, ids))
    return MapWords(
        person=_person(project, maps),
        phases=tuple(dict.fromkeys(phase.title.strip() for phase in phases if phase.title.strip())),
        pains=_told(pains_of(project, idea)),
        actions=tuple(said[LaneKind.ACTION]),
        thoughts=tuple(said[LaneKind.THOUGHT]),
    )


def _told(pains: Iterable[Cell]) -> tuple[tuple[int, str], ...]:
    return tuple((cell.number, " ".join(cell.text.split())) for cell in pains)


def _mates(project: Project, phase: Phase) -> list[Phase]:
    """Return the phase that belongs to ``phase`` on the other half of its map."""
    half = counterpart_of(project, phase.map_id)
    if half is None:
        return []
    theirs = project.all(Phase, map_id=half.id)
    mate = partners(project.all(Phase, map_id=phase.map_id), theirs).get(phase.id)
    return [one for one in theirs if one.id == mate]


def _said(
    project: Project, journey: JourneyMap, kind: LaneKind, phase_ids: set[str]
) -> Iterator[Said]:
    lanes = {lane.id for lane in project.all(Lane, map_id=journey.id, kind=kind)}
    for cell in project.all(Cell, map_id=journey.id):
        if cell.lane_id in lanes and cell.phase_id in phase_ids and cell.text.strip():
            to_be = journey.view is JourneyView.TO_BE
            yield Said(cell.id, " ".join(cell.text.split()), cell.outcome, to_be)


def _person(project: Project, maps: Iterable[JourneyMap]) -> str:
    people = (project.find(Persona, one.persona_id) for one in maps)
    return next((one.name.strip() for one in people if one is not None), "")


def person_of(project: Project, matrix: PayoffMatrix) -> str:
    """Return the name of the persona that the ideas are held against; perhaps empty."""
    name = _person(project, to_be_maps(project, matrix))
    if name:
        return name
    people = project.all(Persona)
    chosen = [one for one in people if one.chosen] or list(people)
    return chosen[0].name.strip() if chosen else ""
