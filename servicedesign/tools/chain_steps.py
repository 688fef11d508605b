"""Along the evidence chain, one step or the whole way: what a record rests on, what came of it.

Owns the walk. It reads the links that people and tools make and the references that records hold
by themselves (``chain_rules``). Must not write, and must not know how a step is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from servicedesign.model import (
    RECORDS,
    Finding,
    Interview,
    InterviewEntry,
    Issue,
    JourneyMap,
    JourneyView,
    Link,
    Message,
    Record,
    Relation,
    SourceMethod,
    VoteRound,
    field_specs,
    msg,
)
from servicedesign.store import Project
from servicedesign.tools.chain_rules import LINKS, REFERENCES, SELECTED, TO_BE, Bond

MOST_STEPS: Final = 400
"""Most records that one way back shows."""

DEEPEST: Final = 16
"""Most steps that a way back goes."""

SOURCE_KINDS: Final = (Finding.KIND, InterviewEntry.KIND, Interview.KIND)
"""Kinds that are what residents said and did, or are drawn from it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One record beside another in the chain.

    Attributes:
        record: the record stepped to.
        field: the field of the later record that the step speaks of; empty for all of it.
        relation: what the record is to the one the step starts from, in words.
        level: 1 for a step from the record asked about, 2 for one from there, and so on.
        deep: whether the way back to the residents' words goes on here.
    """

    record: Record
    field: str
    relation: Message
    level: int = 1
    deep: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of residents that stand behind something.

    Attributes:
        record: the finding, answer or interview that holds them.
        words: as they were said, or as the finding has them where nothing is marked.
        code: by which paper refers to them: ``H-03・14行``; perhaps empty.
        said: whether ``words`` are verbatim.
    """

    record: Record
    words: str
    code: str
    said: bool


def behind(project: Project, record: Record) -> tuple[Step, ...]:
    """Return what ``record`` rests on and came from, evidence first; each record once."""
    return _once(record, _behind(project, record))


def ahead(project: Project, record: Record) -> tuple[Step, ...]:
    """Return what came of ``record``; each record once, in the order of the method."""
    order = {kind: place for place, kind in enumerate(RECORDS)}
    steps = _once(record, _ahead(project, record))
    return tuple(
        sorted(
            steps, key=lambda step: (order[step.record.KIND], getattr(step.record, "position", 0.0))
        )
    )


def trail(project: Project, record: Record) -> tuple[Step, ...]:
    """Return everything behind ``record`` down to the residents' words, as a tree.

    A step's own steps follow it with the next level; a record that was met is not met again. A
    step that only tells where something stands ends its branch.
    """
    met = {record.id}
    found: list[Step] = []

    def walk(here: Record, level: int) -> None:
        fresh = [step for step in behind(project, here) if step.record.id not in met]
        met.update(step.record.id for step in fresh)
        for step in fresh:
            if len(found) >= MOST_STEPS:
                return
            found.append(replace(step, level=level))
            if step.deep and level < DEEPEST:
                walk(step.record, level + 1)

    walk(record, 1)
    return tuple(found)


def grounds(project: Project, record: Record) -> tuple[Step, ...]:
    """Return what ``record`` rests on, each with the residents' words that it leads back to.

    Direct steps have level 1; the findings, answers and interviews behind one follow it with
    level 2. An answer that a finding tells, or an interview that an answer tells, is left out.
    """
    steps = trail(project, record)
    told = _told(step.record for step in steps)
    return tuple(
        replace(step, level=min(step.level, 2))
        for step in steps
        if step.level == 1 or (step.record.KIND in SOURCE_KINDS and step.record.id not in told)
    )


def sentences(project: Project, record: Record) -> tuple[Sentence, ...]:
    """Return the residents' words behind ``record``, each once.

    A finding stands for the answer it is drawn from, and an answer for its interview.
    """
    sources = [record] if record.KIND in SOURCE_KINDS else []
    steps = trail(project, record)
    sources += [step.record for step in steps if step.record.KIND in SOURCE_KINDS]
    told = _told(sources)
    made = (sentence_of(project, source) for source in sources if source.id not in told)
    return tuple(one for one in made if one is not None)


def _told(sources: Iterable[Record]) -> set[str | None]:
    """Return the answers and interviews for which one of ``sources`` speaks."""
    told: set[str | None] = set()
    for source in sources:
        if isinstance(source, Finding):
            told |= {source.entry_id, source.interview_id}
        elif isinstance(source, InterviewEntry):
            told.add(source.interview_id)
    return told


def sentence_of(project: Project, record: Record) -> Sentence | None:
    """Return the words that a finding, an answer or an interview holds; None for other kinds."""
    if isinstance(record, Finding):
        entry = project.find(InterviewEntry, record.entry_id)
        marked = entry.verbatim[record.start : record.end].strip() if entry else ""
        said = bool(marked) and _spoken(project, record.interview_id)
        code = record.code or _code(project, record.interview_id)
        return Sentence(record, marked or record.text.strip(), code, said)
    if isinstance(record, InterviewEntry):
        words = record.verbatim.strip()
        said = bool(words) and _spoken(project, record.interview_id)
        words = words or record.observation.strip()
        return Sentence(record, words, _code(project, record.interview_id), said)
    if isinstance(record, Interview):
        return Sentence(record, record.summary.strip(), record.code, said=False)
    return None


def _spoken(project: Project, interview_id: str) -> bool:
    """Tell whether a source was spoken: of an observation or data the words are the team's own."""
    interview = project.find(Interview, interview_id)
    return interview is not None and interview.method is SourceMethod.DEPTH_INTERVIEW


def _code(project: Project, interview_id: str) -> str:
    interview = project.find(Interview, interview_id)
    return interview.code if interview else ""


# --- steps ----------------------------------------------------------------------------------------


def _once(record: Record, steps: Iterable[Step]) -> tuple[Step, ...]:
    found: dict[str, Step] = {}
    for step in steps:
        if step.record.id != record.id:
            found.setdefault(step.record.id, step)
    return tuple(found.values())


def _behind(project: Project, record: Record) -> Iterator[Step]:
    """Yield evidence, what the record itself refers to, other links, and last where it stands."""
    links = project.links_from(record.id)
    own = [*_own_behind(project, record), *_special_behind(project, record)]
    yield from _linked_behind(project, record, links, evidence=True)
    yield from (step for step in own if step.deep)
    yield from _linked_behind(project, record, links, evidence=False)
    yield from (step for step in own if not step.deep)


def _linked_behind(
    project: Project, record: Record, links: Iterable[Link], *, evidence: bool
) -> list[Step]:
    """Return the targets of ``links``: by field, then the nearest to residents first."""
    steps = []
    for link in links:
        target = project.find_any(link.target_id)
        if target is not None and (link.relation is Relation.EVIDENCE) is evidence:
            steps.append(_link_step(target, link, LINKS[link.relation].behind))
    fields = ["", *field_specs(type(record))]
    kinds = list(RECORDS)

    def place(step: Step) -> tuple[int, int, float]:
        field = fields.index(step.field) if step.field in fields else len(fields)
        return field, kinds.index(step.record.KIND), getattr(step.record, "position", 0.0)

    return sorted(steps, key=place)


def _own_behind(project: Project, record: Record) -> Iterator[Step]:
    for field, bond in _held_by(record.KIND):
        target = project.find_any(getattr(record, field) or "")
        if target is not None and not bond.turned and not _told_by_entry(record, field):
            yield Step(target, field, Message(bond.behind), deep=bond.deep)
    for kind, field, bond in _holding(record.KIND):
        if bond.turned:
            for source in project.all(RECORDS[kind], **{field: record.id}):
                yield Step(source, field, Message(bond.behind), deep=bond.deep)


def _ahead(project: Project, record: Record) -> Iterator[Step]:
    yield from _own_ahead(project, record)
    for field, bond in _held_by(record.KIND):
        target = project.find_any(getattr(record, field) or "")
        if bond.turned and target is not None:
            yield Step(target, field, Message(bond.ahead), deep=bond.deep)
    yield from _special_ahead(project, record)
    for link in project.links_to(record.id):
        source = project.find_any(link.source_id)
        if source is not None:
            yield _link_step(source, link, LINKS[link.relation].ahead)


def _own_ahead(project: Project, record: Record) -> Iterator[Step]:
    for kind, field, bond in _holding(record.KIND):
        if bond.turned or not bond.ahead:
            continue
        for result in project.all(RECORDS[kind], **{field: record.id}):
            if _is_result(project, record, result):
                yield Step(result, field, Message(bond.ahead), deep=bond.deep)


def _special_behind(project: Project, record: Record) -> Iterator[Step]:
    """Yield what no field of a known kind holds."""
    if isinstance(record, VoteRound):
        for selection in record.selections:
            target = project.find_any(selection.target_id)
            if target is not None:
                yield Step(target, "selections", Message(SELECTED.behind))
    if isinstance(record, JourneyMap) and record.view is JourneyView.TO_BE:
        for other in _counterparts(project, record):
            yield Step(other, "", Message(TO_BE.behind))


def _special_ahead(project: Project, record: Record) -> Iterator[Step]:
    if record.KIND in ("note", "cluster"):
        for round_ in project.all(VoteRound):
            if any(selection.target_id == record.id for selection in round_.selections):
                yield Step(round_, "selections", Message(SELECTED.ahead))
    if isinstance(record, JourneyMap) and record.view is JourneyView.AS_IS:
        for other in _counterparts(project, record):
            yield Step(other, "", Message(TO_BE.ahead))


def _counterparts(project: Project, journey: JourneyMap) -> list[JourneyMap]:
    """Return the maps of the other view that are this one's counterpart, whichever says so."""
    return [
        other
        for other in project.all(JourneyMap)
        if other.view is not journey.view
        and (other.counterpart_id == journey.id or journey.counterpart_id == other.id)
    ]


def _told_by_entry(record: Record, field: str) -> bool:
    """Tell whether the interview of a finding is reached through the answer it is drawn from."""
    return isinstance(record, Finding) and field == "interview_id" and bool(record.entry_id)


def _is_result(project: Project, record: Record, part: Record) -> bool:
    """Tell whether ``part`` came of ``record`` by itself, and is not only one of its many parts."""
    if record.KIND == "journey_map" and part.KIND == "cell":
        taken = bool(project.all(Issue, cell_id=part.id))
        return taken or any(link.source_kind != "cell" for link in project.links_to(part.id))
    if part.KIND == "interview_entry":
        return bool(project.links_to(part.id))
    if part.KIND == "mandala_cell":
        return bool(getattr(part, "note_id", None) or project.links_to(part.id))
    return True


def _link_step(record: Record, link: Link, words: str) -> Step:
    relation = Message(words)
    if link.source_field:
        spec = field_specs(RECORDS[link.source_kind]).get(link.source_field)
        if spec is not None and spec.label:
            relation = msg("{relation}（{field}）", relation=relation, field=Message(spec.label))
    return Step(record, link.source_field, relation)


@cache
def _held_by(kind: str) -> tuple[tuple[str, Bond], ...]:
    return tuple((field, bond) for (holder, field), bond in REFERENCES.items() if holder == kind)


@cache
def _holding(kind: str) -> tuple[tuple[str, str, Bond], ...]:
    """Return the references to records of ``kind``: who holds them, in which field."""
    return tuple(
        (holder, field, bond)
        for (holder, field), bond in REFERENCES.items()
        if field_specs(RECORDS[holder])[field].refers_to == kind
    )
