"""The nodes of the chain: which records have one, in which column, with which words.

Owns these words. Ideas of which nothing came get a node only while there is room, so that
thousands of them cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from servicedesign.model import (
    Benefit,
    BenefitKind,
    Cell,
    Cluster,
    Finding,
    HowMightWe,
    Interview,
    Issue,
    JourneyMap,
    JourneyView,
    Kpi,
    Lane,
    LaneKind,
    Message,
    Note,
    Persona,
    Proposal,
    Prototype,
    PrototypeVersion,
    Record,
    TestSession,
    msg,
)
from servicedesign.model.titles import full_title
from servicedesign.store import Project
from servicedesign.tools.chain_choices import chosen_ids, voted_ids, votes_of
from servicedesign.tools.chain_gaps import prototype_origins
from servicedesign.tools.chain_steps import sentence_of

MOST_PLAIN: Final = 60
"""Ideas with a node of which nothing came yet."""

Words = str | Message


@dataclass(frozen=True, slots=True)
class Node:
    """One record in the picture.

    Attributes:
        id: of the record.
        kind: of the record.
        column: 0 to 6.
        head: its mark and facts, on one line.
        words: its own words.
        order: place in its column before anything is linked.
        chosen: whether it was chosen, or the way goes through it.
        weight: votes and the like: what is shown first.
    """

    id: str
    kind: str
    column: int
    head: Words
    words: Words
    order: float = 0.0
    chosen: bool = False
    weight: int = 0


def read_nodes(project: Project, broken: frozenset[str]) -> tuple[dict[str, Node], tuple[int, ...]]:
    """Return the nodes by id, column by column, and how many records each column has in all."""
    columns: list[list[Node]] = [
        list(_interviews(project)),
        list(_personas(project)),
        list(_pains(project)),
        list(_questions(project)),
        list(_ideas(project, broken)),
        list(_prototypes(project)),
        list(_proposals(project)),
    ]
    totals = [len(column) for column in columns]
    totals[4] = max(totals[4], len(project.all(Note)))
    return {node.id: node for column in columns for node in column}, tuple(totals)


def _interviews(project: Project) -> Iterator[Node]:
    for place, one in enumerate(project.all(Interview)):
        words = _heard(project, one) or full_title(one)
        yield Node(one.id, one.KIND, 0, one.code or msg("聞き取り"), words, place)


def _heard(project: Project, interview: Interview) -> Words:
    """Return the first words marked in an interview, quoted where they were spoken."""
    for finding in project.all(Finding, interview_id=interview.id):
        sentence = sentence_of(project, finding)
        if sentence is not None and sentence.words:
            said = " ".join(sentence.words.split())
            return msg("「{words}」", words=said) if sentence.said else said
    return ""


def _personas(project: Project) -> Iterator[Node]:
    several = len(project.all(Persona)) > 1
    for place, one in enumerate(project.all(Persona)):
        head = msg("主ペルソナ") if one.chosen or not several else msg("候補")
        yield Node(one.id, one.KIND, 1, head, full_title(one), place, one.chosen)


def _pains(project: Project) -> Iterator[Node]:
    taken = {issue.cell_id for issue in project.all(Issue)}
    for one in project.all(Issue):
        head = msg("課題{number}", number=one.number) if one.number else msg("取り上げた課題")
        yield Node(one.id, one.KIND, 2, head, full_title(one), one.number, one.chosen)
    for cell in pain_cells(project):
        if cell.id not in taken:
            head = msg("困りごと{number}", number=cell.number) if cell.number else msg("困りごと")
            yield Node(cell.id, cell.KIND, 2, head, full_title(cell), 10_000 + cell.position)


def pain_cells(project: Project) -> Iterator[Cell]:
    """Yield the pain points of the as-is maps that say something."""
    for journey in project.all(JourneyMap, view=JourneyView.AS_IS):
        for lane in project.all(Lane, map_id=journey.id, kind=LaneKind.PAIN_POINT):
            for cell in project.all(Cell, lane_id=lane.id):
                if cell.text.strip():
                    yield cell


def _questions(project: Project) -> Iterator[Node]:
    for number, one in enumerate(project.all(HowMightWe), 1):
        words = one.wished_state.strip() or full_title(one)
        yield Node(
            one.id, one.KIND, 3, msg("問い{number}", number=number), words, number, one.chosen
        )


def _ideas(project: Project, broken: frozenset[str]) -> Iterator[Node]:
    chosen, votes = set(chosen_ids(project)), votes_of(project)
    first = dict.fromkeys((*chosen_ids(project), *voted_ids(project), *prototype_origins(project)))
    known = {**first, **dict.fromkeys(sorted(broken))}
    ideas = [project.find_any(one) for one in known]
    made = set(prototype_origins(project))
    plain = islice((note for note in project.all(Note) if note.id not in known), MOST_PLAIN)
    for idea in (*ideas, *plain):
        if not isinstance(idea, Note | Cluster):
            continue
        count = votes.get(idea.id, 0)
        yield Node(
            idea.id,
            idea.KIND,
            4,
            _idea_head(idea, count),
            full_title(idea),
            -count if count else (idea.number if isinstance(idea, Note) else 0),
            idea.id in chosen or idea.id in made,
            count + (idea.id in known),
        )


def _idea_head(idea: Note | Cluster, votes: int) -> Message:
    if isinstance(idea, Cluster):
        return msg("まとまり　{votes}票", votes=votes) if votes else msg("まとまり")
    if votes:
        return msg("案{number}　{votes}票", number=idea.number, votes=votes)
    return msg("案{number}", number=idea.number)


def _prototypes(project: Project) -> Iterator[Node]:
    for place, one in enumerate(project.all(Prototype)):
        versions = project.all(PrototypeVersion, prototype_id=one.id)
        tests = sum(len(project.all(TestSession, version_id=each.id)) for each in versions)
        last = max((each.number for each in versions), default=0)
        code = one.code or msg("試作")
        head = msg("{code}　{n}版", code=code, n=last) if last else code
        words = full_title(one)
        tried = msg("テスト{n}回", n=tests) if tests else msg("まだ試さず")
        told = msg("{name}。{tried}", name=words, tried=tried) if words else tried
        yield Node(one.id, one.KIND, 5, head, told, place, True)


def _proposals(project: Project) -> Iterator[Node]:
    place = 0
    for one in project.all(Proposal):
        yield Node(one.id, one.KIND, 6, msg("サービス提案"), full_title(one), place, True)
        parts: list[Record] = [
            *project.all(Benefit, proposal_id=one.id),
            *project.all(Kpi, proposal_id=one.id),
        ]
        for part in parts:
            place += 1
            head = msg("8　効果") if isinstance(part, Benefit) else msg("9　評価指標")
            yield Node(part.id, part.KIND, 6, head, _part_words(part), place, False, 1)
        place += 1


def _part_words(part: Record) -> Words:
    if isinstance(part, Kpi):
        return f"{full_title(part)} {part.present}{part.unit if part.present else ''}".strip()
    assert isinstance(part, Benefit)
    hours = (BenefitKind.STAFF_HOURS, BenefitKind.RESIDENT_HOURS)
    if part.kind in hours and part.amount is not None:
        return msg("{name} {n}時間／年", name=full_title(part), n=f"{part.amount.normalize():f}")
    return full_title(part)
