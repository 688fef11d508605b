"""What the sheets of interviews show, as plain data.

Owns the shape of the data and how it is collected. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesign.model import (
    N_,
    RECORDS,
    Cell,
    Consent,
    Finding,
    FindingKind,
    Interview,
    InterviewEntry,
    Persona,
    Phase,
    PrincipleItem,
    SourceMethod,
    field_specs,
)
from servicedesign.model.titles import reference_code
from servicedesign.tools.interview import findings
from servicedesign.tools.interview.codes import place_in_source
from servicedesign.tools.interview.going import Use, uses_of
from servicedesign.tools.interview.shifting import Span

if TYPE_CHECKING:
    from servicedesign.store import Project


@dataclass(frozen=True, slots=True)
class UseData:
    """A place that rests on a finding: its mark and name, and what to translate of it."""

    name: str
    kind: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class FindingData:
    """A finding.

    Attributes:
        kind: fact, interpretation or insight.
        code: its number.
        tag: the end of its number, such as 14行, or empty.
        text: its words.
        span: where it is marked in the answer, or None.
        uses: what rests on it; on the summary alone.
    """

    kind: FindingKind
    code: str
    tag: str
    text: str
    span: Span | None = None
    uses: tuple[UseData, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryData:
    """A question, the words that came back, what was seen, when; and what is marked in it."""

    question: str
    verbatim: str
    observation: str
    time: str
    marks: tuple[FindingData, ...] = ()


@dataclass(frozen=True, slots=True)
class InterviewData:
    """One source with all that was written down."""

    code: str
    method: SourceMethod
    date: str
    place: str
    person: str
    interviewer: str
    recorder: str
    consent: Consent
    summary: str
    entries: tuple[EntryData, ...] = ()
    findings: tuple[FindingData, ...] = ()


@dataclass(frozen=True, slots=True)
class NotesData:
    """The sources that are printed; none on an empty sheet."""

    interviews: tuple[InterviewData, ...] = ()


def interview_data(project: Project, interview: Interview, *, uses: bool) -> InterviewData:
    """Return one source as its note shows it.

    With ``uses`` as the summary does: with what rests on its findings, without where it was, by
    whom, and its words.
    """
    entries = () if uses else project.all(InterviewEntry, interview_id=interview.id)
    texts = {entry.id: entry.verbatim for entry in entries}
    known = findings.findings_of(project, interview.id)
    found = [
        _finding(project, one, interview.code, texts.get(one.entry_id or "", ""), uses=uses)
        for one in known
    ]
    pairs = list(zip(known, found, strict=True))
    return InterviewData(
        code=interview.code,
        method=interview.method,
        date=interview.date,
        place="" if uses else interview.place,
        person=interview.person,
        interviewer="" if uses else interview.interviewer,
        recorder="" if uses else interview.recorder,
        consent=interview.consent,
        summary=interview.summary,
        entries=tuple(
            EntryData(
                question=entry.question,
                verbatim=entry.verbatim,
                observation=entry.observation,
                time=entry.noted_at,
                marks=tuple(data for one, data in pairs if one.entry_id == entry.id and data.span),
            )
            for entry in entries
        ),
        findings=tuple(found),
    )


def _finding(
    project: Project, finding: Finding, source: str, text: str, *, uses: bool
) -> FindingData:
    return FindingData(
        kind=finding.kind,
        code=finding.code or source,
        tag=place_in_source(finding.code, source),
        text=finding.text,
        span=findings.span_of(finding, text),
        uses=tuple(_use(project, one) for one in uses_of(project, finding.id)) if uses else (),
    )


def _use(project: Project, use: Use) -> UseData:
    record, field = use.record, use.link.source_field
    kind = type(record).LABEL
    if isinstance(record, Persona):
        specs = field_specs(RECORDS[record.KIND])
        return UseData(record.name, kind, specs[field].label if field in specs else "")
    name = reference_code(record)
    if isinstance(record, Cell):
        phase = project.find(Phase, record.phase_id)
        name = " ".join(part for part in (name, phase.title if phase else "") if part)
        kind = N_("地図")
    elif isinstance(record, PrincipleItem):
        name = str(record.number)
    return UseData(name, kind)
