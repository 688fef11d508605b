"""What rests on findings, and what goes when an interview, an answer or a finding is deleted.

Owns deleting with all that cannot be without it, and the sentence that says so beforehand or
afterwards. One undo brings everything back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servicedesign.model import Finding, Interview, InterviewEntry, Link, Message, Record, msg
from servicedesign.store import Project


@dataclass(frozen=True, slots=True)
class Use:
    """A place that rests on a finding.

    Attributes:
        link: the link to what it rests on.
        record: what rests on it: a persona, a card of a map, an issue.
    """

    link: Link
    record: Record


@dataclass(frozen=True, slots=True)
class Going:
    """What goes with a deletion.

    Attributes:
        record: what is to be deleted.
        entries: answers that go with it.
        findings: findings that go with it.
        uses: places elsewhere that lose what they rest on.
    """

    record: Record
    entries: tuple[InterviewEntry, ...]
    findings: tuple[Finding, ...]
    uses: tuple[Use, ...]


def uses_of(project: Project, record_id: str) -> tuple[Use, ...]:
    """Return what rests on a record or was made from it; broken links are left out."""
    found = []
    for link in project.links_to(record_id):
        source = project.find_any(link.source_id)
        if source is not None:
            found.append(Use(link, source))
    return tuple(found)


def going_with(project: Project, record: Interview | InterviewEntry | Finding) -> Going:
    """Return what would go if ``record`` were deleted."""
    entries: tuple[InterviewEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    if isinstance(record, Interview):
        entries = project.all(InterviewEntry, interview_id=record.id)
        findings = _findings_of_all(project, record, entries)
    elif isinstance(record, InterviewEntry):
        findings = project.all(Finding, entry_id=record.id)
    whole: tuple[Record, ...] = (record, *entries, *findings)
    gone = {one.id for one in whole}
    uses = tuple(
        use for one in whole for use in uses_of(project, one.id) if use.record.id not in gone
    )
    return Going(record, entries, findings, uses)


def delete_with_all(project: Project, record: Interview | InterviewEntry | Finding) -> Going:
    """Delete ``record`` with all that cannot be without it, in one step; return what went."""
    going = going_with(project, record)
    with project.edit(_label(record)):
        for finding in going.findings:
            project.delete(finding)
        for entry in going.entries:
            project.delete(entry)
        project.delete(record)
    return going


def _findings_of_all(
    project: Project, interview: Interview, entries: Sequence[InterviewEntry]
) -> tuple[Finding, ...]:
    """Return the findings of a source and all that are marked in its words."""
    found = {one.id: one for one in project.all(Finding, interview_id=interview.id)}
    for entry in entries:
        found |= {one.id: one for one in project.all(Finding, entry_id=entry.id)}
    return tuple(found.values())


def _label(record: Record) -> Message:
    if isinstance(record, Interview):
        return msg("聞き取りを消す")
    return (
        msg("質問と答えを消す") if isinstance(record, InterviewEntry) else msg("わかったことを消す")
    )


def counted(going: Going) -> Sequence[tuple[str, int]]:
    """Return what went along as (``"entries"``, ``"findings"`` or ``"uses"``, how many)."""
    written = [entry for entry in going.entries if entry.verbatim.strip() or entry.question.strip()]
    counts = (
        ("entries", len(written)),
        ("findings", len(going.findings)),
        ("uses", len(going.uses)),
    )
    return [(name, number) for name, number in counts if number]
