"""What the chain can say in a proposal: a suggestion for a field, with the records it comes from.

Owns the choice of words; it suggests and never writes. Must not know how they are taken on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import (
    Frame,
    HowMightWe,
    Improvement,
    ImprovementState,
    InterviewEntry,
    Issue,
    Persona,
    ProcessSide,
    ProcessStep,
    Proposal,
    Prototype,
    PrototypeVersion,
    Record,
    TestSession,
    Verdict,
)
from servicedesign.store import Project
from servicedesign.tools.amounts import grouped
from servicedesign.tools.evidence import evidence_records
from servicedesign.tools.proposal_process import count

_QUOTES: Final = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words for a field.

    Attributes:
        field: of the proposal.
        text: what it could say.
        sources: the records it comes from, to be linked when it is taken on.
    """

    field: str
    text: str
    sources: tuple[Record, ...]


def version_of(project: Project, proposal: Proposal) -> PrototypeVersion | None:
    """Return the version the proposal grew from, else the latest that is ready, else None."""
    if proposal.version_id is not None:
        return project.find(PrototypeVersion, proposal.version_id)
    ready = [version for version in project.all(PrototypeVersion) if version.ready]
    return max(ready, key=lambda one: (one.date, one.number, one.id), default=None)


def suggest(project: Project, proposal: Proposal, t: Translator) -> tuple[Suggestion, ...]:
    """Return what the chain can fill, in the order of the sections; fields written are left out.

    The words are those of the records; ``t`` only joins them.
    """
    found = (one for look in _LOOKS for one in look(project, proposal, t))
    return tuple(
        one for one in found if one.text.strip() and not getattr(proposal, one.field).strip()
    )


def suggestion_for(
    project: Project, proposal: Proposal, field: str, t: Translator
) -> Suggestion | None:
    """Return the suggestion for one field, or None."""
    return next((one for one in suggest(project, proposal, t) if one.field == field), None)


def _title(project: Project, proposal: Proposal, t: Translator) -> Iterator[Suggestion]:
    del t
    version = version_of(project, proposal)
    made = project.find(Prototype, version.prototype_id) if version else None
    if version and made:
        yield Suggestion("title", made.name, (version,))


def _background(project: Project, proposal: Proposal, t: Translator) -> Iterator[Suggestion]:
    del proposal
    issues = sorted(
        (issue for issue in project.all(Issue) if issue.chosen),
        key=lambda issue: (issue.rank or 10**6, issue.position),
    )
    lines = [issue.title for issue in issues if issue.title.strip()]
    sources: list[Record] = list(issues)
    for entry in _quotes(project, issues):
        lines.append(t("「{words}」", words=" ".join(entry.verbatim.split())))
        sources.append(entry)
    if lines:
        yield Suggestion("background", "\n".join(lines), tuple(sources))


def _quotes(project: Project, issues: list[Issue]) -> list[InterviewEntry]:
    """Return what people said behind the issues, through persona and pain points."""
    starts = [*(issue.id for issue in issues), *(issue.cell_id for issue in issues)]
    starts += [person.id for person in project.all(Persona) if person.chosen]
    found: dict[str, InterviewEntry] = {}
    for start in starts:
        for _, record in evidence_records(project, start) if start else ():
            if isinstance(record, InterviewEntry) and record.verbatim.strip():
                found[record.id] = record
    return list(found.values())[:_QUOTES]


def _target(project: Project, proposal: Proposal, t: Translator) -> Iterator[Suggestion]:
    del proposal, t
    people = [person for person in project.all(Persona) if person.chosen]
    if people:
        text = "\n".join(person.tagline or person.household for person in people)
        yield Suggestion("target", text, tuple(people))


def _purpose(project: Project, proposal: Proposal, t: Translator) -> Iterator[Suggestion]:
    del proposal, t
    questions = [one for one in project.all(HowMightWe) if one.chosen]
    wished = [one for one in questions if one.wished_state.strip()]
    if wished:
        yield Suggestion("purpose", "\n".join(one.wished_state for one in wished), tuple(wished))


def _content(project: Project, proposal: Proposal, t: Translator) -> Iterator[Suggestion]:
    del t
    version = version_of(project, proposal)
    if version is None:
        return
    frames = project.all(Frame, version_id=version.id)
    lines = [frame.heading or frame.caption for frame in frames]
    yield Suggestion("content", "\n".join(line for line in lines if line.strip()), (version,))


def _difference(project: Project, proposal: Proposal, t: Translator) -> Iterator[Suggestion]:
    sides = {
        side: project.all(ProcessStep, proposal_id=proposal.id, side=side) for side in ProcessSide
    }
    before, after = count(sides[ProcessSide.BEFORE]), count(sides[ProcessSide.AFTER])
    lines = []
    if before.tasks and after.tasks:
        lines.append(t("手順は{before}から{after}になる。", before=before.tasks, after=after.tasks))
        if before.minutes is not None and after.minutes is not None:
            low, high = grouped(after.minutes), grouped(before.minutes)
            lines.append(t("かかる時間は{before}分から{after}分になる。", before=high, after=low))
        if before.fields is not None and after.fields is not None:
            lines.append(
                t("書く欄は{before}から{after}になる。", before=before.fields, after=after.fields)
            )
        yield Suggestion("difference", "\n".join(lines), ())
    elif (version := version_of(project, proposal)) is not None:
        yield Suggestion("difference", version.hypothesis, (version,))


def _smallest(project: Project, proposal: Proposal, t: Translator) -> Iterator[Suggestion]:
    del t
    version = version_of(project, proposal)
    if version and version.ready_reason.strip():
        yield Suggestion("smallest_step", version.ready_reason, (version,))


@dataclass(frozen=True, slots=True)
class Tested:
    """What the tests say of the version: how many, how many said go on, what is left open.

    Attributes:
        sessions: of the prototype, all versions.
        going_on: of those, how many end in going on.
        open_improvements: neither accepted nor declined.
        reason: the conditions that remain, in the version's words.
    """

    sessions: tuple[TestSession, ...]
    going_on: int
    open_improvements: int
    reason: str


def tested(project: Project, proposal: Proposal) -> Tested | None:
    """Return what was tested of the prototype behind a proposal; None without a test."""
    version = version_of(project, proposal)
    if version is None:
        return None
    versions = project.all(PrototypeVersion, prototype_id=version.prototype_id)
    sessions = tuple(
        session for one in versions for session in project.all(TestSession, version_id=one.id)
    )
    if not sessions:
        return None
    waiting = sum(
        one.state is ImprovementState.OPEN
        for session in sessions
        for one in project.all(Improvement, session_id=session.id)
    )
    going = sum(session.verdict is Verdict.GO_ON for session in sessions)
    return Tested(sessions, going, waiting, version.ready_reason)


_Look = Callable[[Project, Proposal, Translator], Iterator[Suggestion]]
_LOOKS: Final[tuple[_Look, ...]] = (
    *(_title, _background, _target, _purpose),
    *(_content, _difference, _smallest),
)
