"""What one can do with findings: facts, interpretations and insights, and the rules of it.

Owns the changes to ``Finding``. A finding is marked in an answer, from one character to another, or
stands by itself; a fact was said or seen, an interpretation says what it means, an insight what
follows (report ch. 7 §2(1)). Its number stays what it was, so that paper and map still find it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from servicedesign.model import (
    Finding,
    FindingKind,
    Interview,
    InterviewEntry,
    SourceMethod,
    msg,
)
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.interview.codes import free_line_code, line_of
from servicedesign.tools.interview.shifting import Span, clamp, shift_marks

KINDS: Final = tuple(FindingKind)
"""In the order in which they are turned."""

_NEXT: Final = {
    FindingKind.FACT: FindingKind.INTERPRETATION,
    FindingKind.INTERPRETATION: FindingKind.INSIGHT,
    FindingKind.INSIGHT: FindingKind.FACT,
}


def findings_of(project: Project, interview_id: str) -> tuple[Finding, ...]:
    """Return the findings of a source: in the order of its words, those without a place last."""
    entries = project.all(InterviewEntry, interview_id=interview_id)
    order = {entry.id: number for number, entry in enumerate(entries)}
    found = project.all(Finding, interview_id=interview_id)

    def place(finding: Finding) -> tuple[float, float, float]:
        number = order.get(finding.entry_id or "")
        if number is None:
            return (len(order), 0.0, finding.position)
        start = finding.start if finding.end > finding.start else float("inf")
        return (number, start, finding.position)

    return tuple(sorted(found, key=place))


def findings_in_entry(project: Project, entry_id: str) -> tuple[Finding, ...]:
    """Return the findings that belong to one answer, marked or not."""
    return project.all(Finding, entry_id=entry_id)


def span_of(finding: Finding, text: str) -> Span | None:
    """Return where a finding is marked in ``text``, or None when it has no place there."""
    return clamp(finding.start, finding.end, len(text)) if finding.entry_id else None


def placed(finding: Finding, span: Span | None) -> Finding:
    """Return ``finding`` marked at ``span``, or without a place."""
    start, end = span or (0, 0)
    return replace(finding, start=start, end=end)


def mark_words(
    project: Project,
    entry_id: str,
    span: Span,
    kind: FindingKind,
    form: str = "{code}・{line}行",
) -> Finding | None:
    """Mark words of an answer as a finding and return it; None when they are only spaces.

    Args:
        project: the open project.
        entry_id: the answer.
        span: from which character to which; spaces at its ends are left out.
        kind: fact, interpretation or insight.
        form: how the number of a line is written, with ``{code}`` and ``{line}``.
    """
    entry = project.get(InterviewEntry, entry_id)
    trimmed = trim(entry.verbatim, span)
    if trimmed is None:
        return None
    interview = project.get(Interview, entry.interview_id)
    entries = project.all(InterviewEntry, interview_id=interview.id)
    others = project.all(Finding, interview_id=interview.id)
    line = line_of(entries, entry_id, trimmed[0])
    finding = Finding(
        interview_id=interview.id,
        entry_id=entry_id,
        code=free_line_code(interview.code, line, form, {one.code for one in others}),
        kind=kind,
        text=_in_one_line(entry.verbatim, trimmed),
        start=trimmed[0],
        end=trimmed[1],
        position=_behind(others),
    )
    with project.edit(msg("わかったことに印をつける")):
        project.put(finding)
    return finding


def trim(text: str, span: Span) -> Span | None:
    """Return ``span`` of ``text`` without the spaces at its ends, or None when nothing is left."""
    found = clamp(*span, len(text))
    if found is None:
        return None
    start, end = found
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


def add_finding(project: Project, interview_id: str, kind: FindingKind | None = None) -> Finding:
    """Add an empty finding of one's own, without a place, and return it.

    Without a ``kind`` it is a fact where there are no spoken words, else an interpretation.
    """
    interview = project.get(Interview, interview_id)
    spoken = interview.method is SourceMethod.DEPTH_INTERVIEW
    finding = Finding(
        interview_id=interview_id,
        code=interview.code,
        kind=kind or (FindingKind.INTERPRETATION if spoken else FindingKind.FACT),
        position=_behind(project.all(Finding, interview_id=interview_id)),
    )
    with project.edit(msg("わかったことを足す")):
        project.put(finding)
    return finding


def write_finding(project: Project, finding_id: str, text: str) -> None:
    """Word a finding; the keystrokes merge into one step."""
    finding = project.get(Finding, finding_id)
    with project.edit(msg("わかったことを書く"), merge=f"finding:{finding_id}:text"):
        project.put(replace(finding, text=plain_text(text)))


def choose_kind(project: Project, finding_id: str, kind: FindingKind) -> None:
    """Say whether a finding is a fact, an interpretation or an insight."""
    with project.edit(msg("わかったことの種類を変える")):
        project.put(replace(project.get(Finding, finding_id), kind=kind))


def next_kind(kind: FindingKind) -> FindingKind:
    """Return the kind that follows: fact, interpretation, insight, fact."""
    return _NEXT[kind]


def follow_text(project: Project, entry: InterviewEntry, after: str) -> None:
    """Move the marks of ``entry`` to where their words stand in ``after``, inside an edit.

    A finding worded as its words were spoken is worded as they now are; one whose words are all
    gone keeps its wording, without a place.
    """
    marked = [
        (finding, span)
        for finding in findings_in_entry(project, entry.id)
        if (span := span_of(finding, entry.verbatim)) is not None
    ]
    shifted = shift_marks(entry.verbatim, after, [span for _, span in marked])
    for (finding, before), span in zip(marked, shifted, strict=True):
        moved = placed(finding, span)
        if span is not None and finding.text == _in_one_line(entry.verbatim, before):
            moved = replace(moved, text=_in_one_line(after, span))
        if moved != finding:
            project.put(moved)


def _in_one_line(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())


def _behind(others: tuple[Finding, ...]) -> float:
    return max((one.position for one in others), default=-1.0) + 1.0
