"""Where issues stand: the pain points that nobody took up yet, and what is behind an issue.

Owns these questions to a project, for screen and sheet. Writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.model import (
    Cell,
    EvidenceLevel,
    Finding,
    Interview,
    InterviewEntry,
    Issue,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Phase,
    Record,
)
from servicedesign.store import Project
from servicedesign.tools.chain_steps import Sentence, sentences
from servicedesign.tools.issues.actions import own_questions, shared_questions


@dataclass(frozen=True, slots=True)
class OpenPain:
    """A pain point on a map that is no issue yet.

    Attributes:
        cell: the card on the map.
        phase: the title of its phase; perhaps empty.
        journey: the title of its map; perhaps empty.
        emotion: the lowest feeling of that phase, -2 to +2, or None where none is noted.
    """

    cell: Cell
    phase: str
    journey: str
    emotion: float | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is behind one issue, and what it has become.

    Attributes:
        issue: the issue.
        phase: the title of the phase of its pain point, or empty.
        level: how well it is founded.
        sentences: the residents' words behind it.
        sources: from how many interviews, observations or data they come.
        questions: how many questions have words, shared ones counted.
    """

    issue: Issue
    phase: str
    level: EvidenceLevel
    sentences: tuple[Sentence, ...]
    sources: int
    questions: int


def open_pains(project: Project) -> tuple[OpenPain, ...]:
    """Return the pain points of the maps as they are, without those that became issues.

    By map, phase and card, as they stand from left to right.
    """
    taken = {issue.cell_id for issue in project.all(Issue)}
    found = []
    for journey in project.all(JourneyMap):
        if journey.view is JourneyView.AS_IS:
            found += _pains_of(project, journey, taken)
    return tuple(found)


def _pains_of(project: Project, journey: JourneyMap, taken: set[str | None]) -> list[OpenPain]:
    lanes = {lane.id: lane.kind for lane in project.all(Lane, map_id=journey.id)}
    phases = {phase.id: phase for phase in project.all(Phase, map_id=journey.id)}
    order = list(phases)
    feelings: dict[str, float] = {}
    pains = []
    for cell in project.all(Cell, map_id=journey.id):
        kind = lanes.get(cell.lane_id)
        if kind is LaneKind.EMOTION and cell.emotion is not None:
            known = feelings.get(cell.phase_id, cell.emotion)
            feelings[cell.phase_id] = min(known, cell.emotion)
        elif kind is LaneKind.PAIN_POINT and cell.text.strip() and cell.id not in taken:
            pains.append(cell)
    pains.sort(key=lambda cell: order.index(cell.phase_id) if cell.phase_id in order else 0)
    return [
        OpenPain(
            cell,
            phases[cell.phase_id].title if cell.phase_id in phases else "",
            journey.title,
            feelings.get(cell.phase_id),
        )
        for cell in pains
    ]


def standing(project: Project, issue: Issue) -> Standing:
    """Return where ``issue`` stands."""
    cell = project.find(Cell, issue.cell_id)
    phase = project.find(Phase, cell.phase_id) if cell else None
    words = sentences(project, issue)
    level = cell.evidence if cell else EvidenceLevel.NONE
    if level is EvidenceLevel.NONE and words:
        level = EvidenceLevel.SOME
    questions = (*own_questions(project, issue.id), *shared_questions(project, issue.id))
    return Standing(
        issue,
        phase.title if phase else "",
        level,
        words,
        len({_interview_of(one.record) for one in words}),
        sum(bool(question.sentence.strip()) for question in questions),
    )


def _interview_of(record: Record) -> str:
    """Return the id of the interview in which a sentence stands."""
    if isinstance(record, Finding | InterviewEntry):
        return record.interview_id
    return record.id if isinstance(record, Interview) else ""
