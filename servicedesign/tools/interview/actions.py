"""What one can do with interviews and their questions and answers, and the rules of it.

Owns the changes to ``Interview`` and ``InterviewEntry``. The rules behind (report ch. 7 §2(1)): the
person has a number and no name; words are kept as they were spoken, apart from what was seen and
from what it may mean. Findings are in ``findings``; what goes with a deletion is in ``going``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from servicedesign.model import (
    Consent,
    Finding,
    Interview,
    InterviewEntry,
    Message,
    ProjectError,
    SourceMethod,
    field_specs,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.normalise import MAX_TEXT, plain_text
from servicedesign.store import Project
from servicedesign.tools.interview.codes import is_given_code, next_code, renamed_code
from servicedesign.tools.interview.findings import (
    findings_in_entry,
    findings_of,
    follow_text,
    placed,
)
from servicedesign.tools.interview.shifting import clamp

ENTRY_FIELDS: Final = ("question", "verbatim", "observation")
"""Fields of an entry in the order in which one goes through them."""


ADDING: Final = msg("質問を足す")
"""What it is called when questions are put in."""


def interviews(project: Project) -> tuple[Interview, ...]:
    """Return the sources in their order."""
    return project.all(Interview)


def entries_of(project: Project, interview_id: str) -> tuple[InterviewEntry, ...]:
    """Return questions and answers in their order."""
    return project.all(InterviewEntry, interview_id=interview_id)


def has_words(entry: InterviewEntry) -> bool:
    """Tell whether anything is written in an entry."""
    return any(getattr(entry, field).strip() for field in ENTRY_FIELDS)


def add_interview(project: Project, method: SourceMethod, day: str) -> Interview:
    """Add a source with the next number of its kind and one empty entry, and return it.

    Args:
        project: the open project.
        method: how it comes about.
        day: ISO date of today.
    """
    known = interviews(project)
    interview = Interview(
        code=next_code(method, [one.code for one in known]),
        method=method,
        date=day,
        consent=Consent.NOT_NEEDED if method is SourceMethod.DATA else Consent.NOT_YET,
        position=max((one.position for one in known), default=-1.0) + 1.0,
    )
    with project.edit(msg("聞き取り{code}を始める", code=interview.code)):
        project.put(interview)
        project.put(InterviewEntry(interview_id=interview.id))
    return interview


def write_interview(project: Project, interview_id: str, field: str, text: str) -> None:
    """Write one field of the head; the keystrokes of one field merge into one step.

    The findings follow a new number of their source.
    """
    interview = project.get(Interview, interview_id)
    spec = field_specs(Interview)[field]
    change: dict[str, Any] = {field: plain_text(text, single_line=not spec.long)}
    written = replace(interview, **change)
    with project.edit(_writing(Interview, field), merge=f"interview:{interview_id}:{field}"):
        project.put(written)
        if field == "code":
            _rename_findings(project, interview, written.code)


def _rename_findings(project: Project, interview: Interview, code: str) -> None:
    for finding in project.all(Finding, interview_id=interview.id):
        renamed = renamed_code(finding.code, interview.code, code)
        if renamed != finding.code:
            project.put(replace(finding, code=renamed))


def choose_method(project: Project, interview_id: str, method: SourceMethod) -> None:
    """Say how the source came about; a number nothing refers to yet becomes one of its kind."""
    interview = project.get(Interview, interview_id)
    code = interview.code
    unused = not project.all(Finding, interview_id=interview_id)
    if unused and method is not interview.method and (is_given_code(code) or not code):
        others = [one.code for one in interviews(project) if one.id != interview_id]
        code = next_code(method, others)
    with project.edit(msg("方法を選ぶ")):
        project.put(replace(interview, method=method, code=code))


def choose_consent(project: Project, interview_id: str, consent: Consent) -> None:
    """Say whether the person agreed to the words being used."""
    with project.edit(msg("同意を書く")):
        project.put(replace(project.get(Interview, interview_id), consent=consent))


def consent_missing(interview: Interview, entries: Iterable[InterviewEntry]) -> bool:
    """Tell whether words were written down for which nobody has agreed yet."""
    return interview.consent is Consent.NOT_YET and any(map(has_words, entries))


def move_interview(project: Project, interview_id: str, index: int) -> None:
    """Move a source to place ``index`` (0 first) in the list."""
    order = [one for one in interviews(project) if one.id != interview_id]
    order.insert(max(0, index), project.get(Interview, interview_id))
    with project.edit(msg("聞き取りの順を変える")):
        for position, interview in enumerate(order):
            project.put(replace(interview, position=float(position)))


# --- questions and answers --------------------------------------------------------------------


def add_entry(project: Project, interview_id: str, after: str = "") -> InterviewEntry:
    """Add an empty entry behind the one called ``after``, else at the end, and return it."""
    return add_questions(project, interview_id, ("",), after)[0]


def add_questions(
    project: Project, interview_id: str, questions: Sequence[str], after: str = ""
) -> tuple[InterviewEntry, ...]:
    """Add one entry for each of ``questions`` behind the one called ``after``, else at the end.

    Raises:
        KeyError: there is no such interview.
    """
    project.get(Interview, interview_id)
    order = list(entries_of(project, interview_id))
    place = next((i + 1 for i, one in enumerate(order) if one.id == after), len(order))
    made = tuple(
        InterviewEntry(interview_id=interview_id, question=plain_text(question))
        for question in questions
    )
    order[place:place] = made
    with project.edit(ADDING):
        _put_in_order(project, order)
    kept = {entry.id for entry in made}
    return tuple(entry for entry in entries_of(project, interview_id) if entry.id in kept)


def write_entry(
    project: Project, entry_id: str, field: str, text: str, now: datetime
) -> InterviewEntry:
    """Write one field of an entry; marks in the answer move with its words.

    Args:
        project: the open project.
        entry_id: the entry.
        field: one of ``ENTRY_FIELDS``.
        text: what now stands in it.
        now: when its first character was written; kept as the entry's time while it has none.

    Returns:
        The entry as written.
    """
    entry = project.get(InterviewEntry, entry_id)
    change: dict[str, Any] = {field: plain_text(text)}
    if field != "question" and text.strip() and not entry.noted_at:
        change["noted_at"] = f"{now:%H:%M}"
    written = replace(entry, **change)
    with project.edit(_writing(InterviewEntry, field), merge=f"entry:{entry_id}:{field}"):
        project.put(written)
        if field == "verbatim":
            follow_text(project, entry, written.verbatim)
    return written


def move_entry(project: Project, entry_id: str, index: int) -> None:
    """Move an entry to place ``index`` (0 first) in its interview."""
    moved = project.get(InterviewEntry, entry_id)
    order = [one for one in entries_of(project, moved.interview_id) if one.id != entry_id]
    order.insert(max(0, index), moved)
    with project.edit(msg("質問の順を変える")):
        _put_in_order(project, order)


def split_entry(project: Project, entry_id: str, place: int) -> InterviewEntry:
    """Part an answer before character ``place``; return the new entry, which follows.

    Marks go with their words; one that reaches over the place ends there.
    """
    entry = project.get(InterviewEntry, entry_id)
    place = max(0, min(place, len(entry.verbatim)))
    head, tail = entry.verbatim[:place].rstrip(), entry.verbatim[place:]
    kept = tail.lstrip()
    cut = len(entry.verbatim) - len(kept)
    with project.edit(msg("答えを二つに分ける")):
        new = add_entry(project, entry.interview_id, entry_id)
        new = replace(new, verbatim=kept, noted_at=entry.noted_at)
        project.put(new)
        current = project.get(InterviewEntry, entry_id)
        project.put(replace(current, verbatim=head))
        for finding in findings_in_entry(project, entry_id):
            if finding.start >= place:
                span = clamp(finding.start - cut, finding.end - cut, len(kept))
                project.put(placed(replace(finding, entry_id=new.id), span))
            elif finding.end > len(head):
                project.put(placed(finding, clamp(finding.start, finding.end, len(head))))
    return new


def merge_entry(project: Project, entry_id: str) -> InterviewEntry:
    """Join an entry to the one before it and return that one; the first one stays as it is.

    Raises:
        ProjectError: the answer would be longer than a text may be; nothing is changed.
    """
    entry = project.get(InterviewEntry, entry_id)
    order = entries_of(project, entry.interview_id)
    here = [one.id for one in order].index(entry_id)
    if here == 0:
        return entry
    before = order[here - 1]
    joint = "\n" if before.verbatim and entry.verbatim else ""
    offset = len(before.verbatim) + len(joint)
    texts: dict[str, Any] = {
        field: _joined(getattr(before, field), getattr(entry, field)) for field in ENTRY_FIELDS
    }
    merged = replace(before, **texts, noted_at=before.noted_at or entry.noted_at)
    with project.edit(msg("前の答えにつなげる")):
        project.put(merged)
        for finding in findings_in_entry(project, entry_id):
            span = clamp(finding.start + offset, finding.end + offset, len(merged.verbatim))
            marked = span if finding.end > finding.start else None
            project.put(placed(replace(finding, entry_id=before.id), marked))
        project.delete(entry)
    return merged


def _joined(first: str, second: str) -> str:
    """Return two texts as one.

    Raises:
        ProjectError: they are longer than a text may be.
    """
    whole = "\n".join(part for part in (first, second) if part)
    if len(whole) > MAX_TEXT:
        raise ProjectError(
            msg("つなげると長すぎます（{most}文字まで）。", most=f"{MAX_TEXT:,}"),
            msg("答えは二つのままです。"),
            msg("どちらかを短くするか、二つに分けたままにしてください。"),
        )
    return whole


def _put_in_order(project: Project, order: Sequence[InterviewEntry]) -> None:
    for position, entry in enumerate(order):
        project.put(replace(entry, position=float(position)))


def _writing(cls: type[Any], field: str) -> Message:
    return msg("{field}を書く", field=Message(field_specs(cls)[field].label))


def progress(project: Project) -> Progress:
    """Return how far the interviews are: done when each has findings and its consent."""
    known = interviews(project)
    if not known:
        return Progress.NONE
    settled = all(
        one.consent is not Consent.NOT_YET and findings_of(project, one.id) for one in known
    )
    return Progress.DONE if settled else Progress.SOME
