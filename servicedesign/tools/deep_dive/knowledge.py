"""What the chain knows for a deep-dive: whose problem its idea answers, and how it was chosen.

Owns the search along the records and the words that are suggested. Nothing here is written: who
works takes a suggestion or leaves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import (
    Board,
    Cell,
    Cluster,
    DeepDive,
    HowMightWe,
    Issue,
    JourneyMap,
    Message,
    Note,
    Persona,
    Record,
    Relation,
    Tally,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.model.normalise import fold
from servicedesign.model.titles import full_title, reference_code
from servicedesign.store import Project
from servicedesign.tools.deep_dive.actions import joined_ideas
from servicedesign.tools.deepening import Idea

MOST: Final = 6
"""Most suggestions for one field."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words for a field, to be taken or left.

    Attributes:
        core: the words of the project itself.
        source: what they come from.
        words: what is put into the field, where that is more than ``core``.
    """

    core: str
    source: Record
    words: Message | None = None

    def text(self, t: Translator) -> str:
        """Return what is put into the field."""
        return t(self.words) if self.words is not None else self.core


def idea_of(project: Project, dive: DeepDive) -> Idea | None:
    """Return the idea that a deep-dive was made from, or None."""
    return project.find(Note, dive.note_id) or project.find(Cluster, dive.cluster_id)


def ideas_behind(project: Project, dive: DeepDive) -> tuple[Note, ...]:
    """Return every note behind a deep-dive: its own, those of its cluster, those joined to it."""
    own = project.find(Note, dive.note_id)
    notes = [own] if own is not None else []
    if dive.cluster_id:
        notes += project.all(Note, cluster_id=dive.cluster_id)
    notes += joined_ideas(project, dive)
    return tuple({note.id: note for note in notes}.values())


def tally_of(project: Project, idea: Idea | None) -> Tally | None:
    """Return how the last closed vote on ``idea`` ended, a first vote before its run-off.

    Votes of a round that is not closed are never told.
    """
    if idea is None:
        return None
    rounds = [one for one in project.all(VoteRound) if one.status is VoteStatus.CLOSED]
    found = [
        (round_.run_off_of is None, place, tally)
        for place, round_ in enumerate(rounds)
        for tally in round_.tallies
        if tally.target_id == idea.id
    ]
    return max(found, key=lambda one: one[:2])[2] if found else None


def problems_of(project: Project, dive: DeepDive) -> tuple[Issue | Cell, ...]:
    """Return the problems that the ideas behind a deep-dive answer, each once, by number."""
    found: dict[str, Issue | Cell] = {}
    for note in ideas_behind(project, dive):
        for problem in _answered(project, note):
            found[problem.id] = problem
    return tuple(sorted(found.values(), key=lambda one: (one.number or 10_000, one.id)))


def _answered(project: Project, note: Note) -> Iterator[Issue | Cell]:
    issue, cell = project.find(Issue, note.issue_id), project.find(Cell, note.cell_id)
    if cell is not None and issue is None:
        issue = next(iter(project.all(Issue, cell_id=cell.id)), None)
    if issue is not None:
        yield issue
    elif cell is not None:
        yield cell
    for link in project.links_from(note.id, Relation.ANSWERS):
        other = project.find(Issue, link.target_id) or project.find(Cell, link.target_id)
        if other is not None:
            yield other


def questions_of(project: Project, dive: DeepDive) -> tuple[HowMightWe, ...]:
    """Return the questions that the ideas behind a deep-dive were sought for, each once."""
    found: dict[str, HowMightWe] = {}
    for record in (dive, *ideas_behind(project, dive)):
        for link in project.links_from(record.id, Relation.ANSWERS):
            _note(found, project.find(HowMightWe, link.target_id))
    for problem in problems_of(project, dive):
        if isinstance(problem, Issue):
            for question in project.all(HowMightWe, issue_id=problem.id):
                _note(found, question)
    for note in ideas_behind(project, dive):
        board = project.find(Board, note.board_id)
        _note(found, project.find(HowMightWe, board.how_might_we_id) if board else None)
    return tuple(found.values())


def _note(found: dict[str, HowMightWe], question: HowMightWe | None) -> None:
    if question is not None:
        found.setdefault(question.id, question)


def personas_of(project: Project, dive: DeepDive) -> tuple[Persona, ...]:
    """Return whose maps the problems behind a deep-dive stand on, then the one chosen, if any."""
    cells = (
        project.find(Cell, one.cell_id) if isinstance(one, Issue) else one
        for one in problems_of(project, dive)
    )
    maps = (project.find(JourneyMap, cell.map_id) for cell in cells if cell is not None)
    people = [project.find(Persona, journey.persona_id) for journey in maps if journey is not None]
    people += [persona for persona in project.all(Persona) if persona.chosen]
    return tuple({one.id: one for one in people if one is not None}.values())


def suggestions(project: Project, dive: DeepDive) -> dict[str, tuple[Suggestion, ...]]:
    """Return what may be put into the fields of a deep-dive, by field.

    Whose it is and what it is worth are suggested while nothing is written there; problems as long
    as their number or their words do not stand there.
    """
    return {
        "whose": () if dive.whose.strip() else _each_once(_whose(project, dive)),
        "problem": _each_once(_problem(project, dive)),
        "value": () if dive.value.strip() else _each_once(_value(project, dive)),
    }


def _whose(project: Project, dive: DeepDive) -> Iterator[Suggestion]:
    for persona in personas_of(project, dive):
        name = full_title(persona)
        if name:
            yield Suggestion(name, persona, msg("{name}さん", name=name))
    for question in questions_of(project, dive):
        if question.who.strip():
            yield Suggestion(question.who.strip(), question)


def _problem(project: Project, dive: DeepDive) -> Iterator[Suggestion]:
    written = fold(dive.problem)
    for problem in problems_of(project, dive):
        code, title = reference_code(problem), full_title(problem)
        told = any(part and fold(part) in written for part in (code, title))
        if (code or title) and not told:
            yield Suggestion(f"{code} {title}".strip(), problem)


def _value(project: Project, dive: DeepDive) -> Iterator[Suggestion]:
    for question in questions_of(project, dive):
        if question.wished_state.strip():
            yield Suggestion(question.wished_state.strip(), question)


def _each_once(found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    fresh: dict[str, Suggestion] = {}
    for one in found:
        fresh.setdefault(fold(one.core), one)
    return tuple(fresh.values())[:MOST]
