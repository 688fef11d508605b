"""From the project to what the rows on screen show.

Owns the words of the list of sources and what a finding's row says. Reads only.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from servicedesign.i18n import Translator
from servicedesign.model import (
    RECORDS,
    Cell,
    Finding,
    Interview,
    InterviewEntry,
    JourneyMap,
    Phase,
    field_specs,
)
from servicedesign.model.dates import parse_date, short_date
from servicedesign.model.titles import record_title
from servicedesign.store import Project
from servicedesign.tools.evidence import evidence_records
from servicedesign.tools.interview import actions, findings
from servicedesign.tools.interview.codes import place_in_source
from servicedesign.tools.interview.entry_row import EntryState
from servicedesign.tools.interview.finding_row import FindingState, UseWords
from servicedesign.tools.interview.going import Use, uses_of
from servicedesign.tools.interview.marked_words import Marked
from servicedesign.tools.interview.source_delegate import SourceLine
from servicedesign.tools.interview.words import consent_words, method_words
from servicedesign.tools.personal_data import Hint, HintKind, names_in, personal_hints
from servicedesign.ui.source_words import source_words

LeftAlone = Collection[tuple[HintKind, str]]
"""What a person said may stay, as long as the window is open."""


def source_line(project: Project, interview: Interview, t: Translator) -> SourceLine:
    """Return the line of a source in the list."""
    count = len(project.all(Finding, interview_id=interview.id))
    entries = actions.entries_of(project, interview.id)
    missing = actions.consent_missing(interview, entries)
    day = parse_date(interview.date)
    who = record_title(interview) or t("（まだ書いていない）")
    said = t.plural("わかったこと{n}件", count)
    consent = t("同意 {word}", word=consent_words(t)[interview.consent])
    shown = short_date(day, t.lang) if day else ""
    brief = shown if t.lang == "ja" else re.sub(r"([A-Z][a-z]{2})[a-z]+", r"\1", shown)
    parts = (
        interview.code,
        method_words(t)[interview.method],
        who,
        shown,
        said,
        t("同意がまだです") if missing else consent,
    )
    return SourceLine(
        interview.code or t("番号なし"),
        interview.method,
        who,
        brief,
        said,
        interview.consent,
        missing,
        t("、").join(part for part in parts if part),
    )


class Hints:
    """Finds what might tell who someone is; what may stay is left out."""

    def __init__(self, project: Project, left_alone: LeftAlone) -> None:
        """Take the names that ``project`` knows now."""
        names = names_in(project)
        self._known, self._invented = names.known, names.invented
        self._left_alone = left_alone

    def of(self, text: str) -> tuple[Hint, ...]:
        """Return the hints in ``text``."""
        if not text:
            return ()
        found = personal_hints(text, self._known, self._invented)
        return tuple(hint for hint in found if (hint.kind, hint.text) not in self._left_alone)


def entry_states(project: Project, interview: Interview, hints: Hints) -> list[EntryState]:
    """Return the rows of a source."""
    return [
        entry_state(project, interview, entry, number, hints)
        for number, entry in enumerate(actions.entries_of(project, interview.id), 1)
    ]


def entry_state(
    project: Project, interview: Interview, entry: InterviewEntry, number: int, hints: Hints
) -> EntryState:
    """Return one row, ``number`` from 1."""
    marks = []
    for finding in findings.findings_in_entry(project, entry.id):
        span = findings.span_of(finding, entry.verbatim)
        if span is not None:
            tag = place_in_source(finding.code, interview.code)
            marks.append(Marked(finding.id, finding.kind, span, tag))
    marks.sort(key=lambda mark: mark.span)
    found = {name: hints.of(getattr(entry, name)) for name in actions.ENTRY_FIELDS}
    return EntryState(entry, number, tuple(marks), found)


def finding_state(project: Project, finding: Finding, t: Translator, hints: Hints) -> FindingState:
    """Return the row of one finding."""
    entry = project.find(InterviewEntry, finding.entry_id)
    placed = entry is not None and findings.span_of(finding, entry.verbatim) is not None
    pairs = evidence_records(project, finding.id)
    return FindingState(
        finding,
        finding.code,
        placed,
        sources=tuple(source_words(record, t) for _, record in pairs),
        uses=tuple(use_words(project, use, t) for use in uses_of(project, finding.id)),
        hints=hints.of(finding.text),
    )


def use_words(project: Project, use: Use, t: Translator) -> UseWords:
    """Return what a place that rests on a finding is called."""
    record, field = use.record, use.link.source_field
    words = source_words(record, t)
    specs = field_specs(RECORDS[record.KIND])
    label = words.full
    if isinstance(record, Cell):
        label = _cell_name(project, record, t)
    elif field in specs and specs[field].label:
        label = t(specs[field].label)
        label = t("{name}・{field}", name=words.title or words.kind, field=label)
    whole = f"{words.kind} {label}" if words.title else label
    if isinstance(record, Cell):
        journey = project.find(JourneyMap, record.map_id)
        whole = f"{words.kind} {record_title(journey) if journey else ''} {label}"
    return UseWords(record.KIND, record.id, field, label, whole)


def _cell_name(project: Project, cell: Cell, t: Translator) -> str:
    """Return the number of a card, the phase it stands in, and its words."""
    phase = project.find(Phase, cell.phase_id)
    place = (record_title(phase) if phase else "") or t("地図")
    words = record_title(cell)
    name = t("{place}：{words}", place=place, words=words) if words else place
    return f"▲{cell.number} {name}" if cell.number else name
