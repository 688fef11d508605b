"""The edges of the chain: what follows from what, between records that have a node.

Owns this reading of links and references. A link to what has no node of its own (a finding, a
version, a test) counts for the node it belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from servicedesign.model import (
    Benefit,
    Cell,
    Cluster,
    DeepDive,
    Finding,
    HowMightWe,
    Improvement,
    InterviewEntry,
    Issue,
    JourneyMap,
    Kpi,
    Note,
    Observation,
    Persona,
    Proposal,
    Prototype,
    PrototypeVersion,
    Record,
    Relation,
    TestSession,
)
from servicedesign.store import Project
from servicedesign.tools.chain.nodes import pain_cells
from servicedesign.tools.chain_gaps import dive_ideas, prototype_origins

Pair = tuple[str, str]
_PARTS = ("funding", "cost", "milestone", "risk", "decision", "process_step")


def node_of(project: Project, record: Record | None) -> str:
    """Return the id of the node that stands for ``record``, or empty."""
    match record:
        case Finding() | InterviewEntry():
            return record.interview_id
        case Cell():
            issue = next(iter(project.all(Issue, cell_id=record.id)), None)
            return issue.id if issue is not None else record.id
        case PrototypeVersion():
            return record.prototype_id
        case TestSession():
            return node_of(project, project.find(PrototypeVersion, record.version_id))
        case Observation() | Improvement():
            return node_of(project, project.find(TestSession, record.session_id))
        case None:
            return ""
    if record.KIND in _PARTS:
        return str(getattr(record, "proposal_id", ""))
    return record.id


def read_edges(
    project: Project, known: frozenset[str]
) -> tuple[tuple[Pair, ...], dict[str, frozenset[str]]]:
    """Return the edges between nodes of ``known``, and the interviews behind each pain point."""
    sources = {one: frozenset(found & known) for one, found in _sources(project).items()}
    pairs = dict.fromkeys(
        pair
        for reader in (_to_personas, _to_questions, _to_prototypes, _to_proposals)
        for pair in reader(project)
    )
    pairs |= dict.fromkeys((*_to_pains(project, known), *_to_ideas(project, known)))
    reached = {other for _, other in pairs}
    for pain, found in sources.items():  # where no persona stands between them
        if pain in known and pain not in reached:
            pairs |= dict.fromkeys((one, pain) for one in sorted(found))
    kept = tuple(pair for pair in pairs if pair[0] in known and pair[1] in known)
    return kept, sources


def _evidence(project: Project, record_id: str) -> Iterator[str]:
    for link in project.links_from(record_id, Relation.EVIDENCE):
        node = node_of(project, project.find_any(link.target_id))
        if node:
            yield node


def _to_personas(project: Project) -> Iterator[Pair]:
    for persona in project.all(Persona):
        yield from ((one, persona.id) for one in _evidence(project, persona.id))


def _sources(project: Project) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for cell in pain_cells(project):
        found[node_of(project, cell)] |= set(_evidence(project, cell.id))
    for issue in project.all(Issue):
        found[issue.id] |= set(_evidence(project, issue.id))
    return found


def _to_pains(project: Project, known: frozenset[str]) -> Iterator[Pair]:
    people = {journey.id: journey.persona_id for journey in project.all(JourneyMap)}
    cells = {cell.id: people.get(cell.map_id) for cell in pain_cells(project)}
    for cell_id, person in cells.items():
        if person and cell_id in known:
            yield person, cell_id
    for issue in project.all(Issue):
        person = cells.get(issue.cell_id or "")
        if person:
            yield person, issue.id


def _to_questions(project: Project) -> Iterator[Pair]:
    for question in project.all(HowMightWe):
        if question.issue_id:
            yield question.issue_id, question.id
        for link in project.links_from(question.id, Relation.CAME_FROM):
            yield link.target_id, question.id


def _to_ideas(project: Project, known: frozenset[str]) -> Iterator[Pair]:
    for idea_id in known:
        idea = project.find(Note, idea_id) or project.find(Cluster, idea_id)
        if idea is None:
            continue
        notes = (idea,) if isinstance(idea, Note) else project.all(Note, cluster_id=idea.id)
        for note in notes:
            yield from ((one, idea_id) for one in _behind_note(project, note))
        if isinstance(idea, Cluster):
            for link in project.links_from(idea_id, Relation.ANSWERS):
                yield node_of(project, project.find_any(link.target_id)), idea_id


def _behind_note(project: Project, note: Note) -> list[str]:
    """Return the questions that a note answers; where there is none, its issue or pain point."""
    links = [one.target_id for one in project.links_from(note.id, Relation.ANSWERS)]
    questions = [one for one in links if project.find(HowMightWe, one) is not None]
    if questions:
        return questions
    cell = project.find(Cell, note.cell_id) if note.cell_id else None
    linked = (node_of(project, project.find_any(one)) for one in links)
    pain = note.issue_id or node_of(project, cell) or next(linked, "")
    asked = project.all(HowMightWe, issue_id=pain) if pain else ()
    if asked:
        return [question.id for question in asked]
    return [pain] if pain else []


def _to_prototypes(project: Project) -> Iterator[Pair]:
    for origin, prototypes in prototype_origins(project).items():
        yield from ((origin, one) for one in prototypes)


def _to_proposals(project: Project) -> Iterator[Pair]:
    for proposal in project.all(Proposal):
        made = list(_prototypes_of(project, proposal))
        yield from ((one, proposal.id) for one in made)
        yield from _dived(project, proposal)
        parts = (*project.all(Benefit, proposal_id=proposal.id),
                 *project.all(Kpi, proposal_id=proposal.id))  # fmt: skip
        for part in parts:
            tested = [one for one in _evidence(project, part.id) if project.find(Prototype, one)]
            yield from ((one, part.id) for one in tested or made)


def _prototypes_of(project: Project, proposal: Proposal) -> Iterator[str]:
    if proposal.version_id:
        yield node_of(project, project.find(PrototypeVersion, proposal.version_id))
    for link in project.links_from(proposal.id, Relation.CAME_FROM):
        node = node_of(project, project.find_any(link.target_id))
        if project.find(Prototype, node) is not None:
            yield node


def _dived(project: Project, proposal: Proposal) -> Iterator[Pair]:
    """Yield the ideas that reached a proposal without a prototype."""
    made = prototype_origins(project)
    for link in project.links_from(proposal.id, Relation.CAME_FROM):
        dive = project.find(DeepDive, link.target_id)
        if dive is None:
            continue
        for idea in dive_ideas(project, dive.id, dive.note_id, dive.cluster_id):
            if idea not in made:
                yield idea, proposal.id
