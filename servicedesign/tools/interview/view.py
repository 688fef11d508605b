"""What the editor shows of one source, refreshed row by row.

Owns which rows are drawn anew after a step. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from servicedesign.model import Finding, Interview, InterviewEntry, Link, Record
from servicedesign.tools.interview import actions, findings
from servicedesign.tools.interview.entry_row import EntryState
from servicedesign.tools.interview.finding_row import FindingState
from servicedesign.tools.interview.layout import InterviewLayout
from servicedesign.tools.interview.source_delegate import SourceLine
from servicedesign.tools.interview.states import (
    Hints,
    entry_state,
    entry_states,
    finding_state,
    source_line,
)
from servicedesign.tools.personal_data import HintKind, Names, names_in

if TYPE_CHECKING:
    from servicedesign.store import Change
    from servicedesign.ui.context import EditorContext

_NAMED = {"participant", "persona", "interview", "test_session"}
"""Kinds that lend the names which are looked for."""


class InterviewView:
    """Keeps the rows of ``layout`` as the project is.

    Attributes:
        current: id of the source in view, or empty.
        left_alone: what a person said may stay.
    """

    def __init__(self, context: EditorContext, layout: InterviewLayout) -> None:
        """Show nothing yet."""
        self._context = context
        self._layout = layout
        self.current = ""
        self.left_alone: set[tuple[HintKind, str]] = set()
        self._names = Names()
        self._lines: dict[str, SourceLine] = {}
        self._entries: dict[str, EntryState] = {}
        self._findings: dict[str, FindingState] = {}

    def interview(self) -> Interview | None:
        """Return the source in view."""
        return self._context.project.find(Interview, self.current)

    def show_all(self) -> None:
        """Show everything anew."""
        self._names = names_in(self._context.project)
        self.show_list()
        self.show_note()

    # The list -----------------------------------------------------------------------------------

    def show_list(self, changed: Iterable[str] | None = None) -> None:
        """Show the sources; only the lines of ``changed`` are read anew when it is given."""
        context = self._context
        known = actions.interviews(context.project)
        stale = {one.id for one in known} if changed is None else set(changed)
        self._lines = {
            one.id: source_line(context.project, one, context.t)
            if one.id in stale or one.id not in self._lines
            else self._lines[one.id]
            for one in known
        }
        ids = list(self._lines)
        here = ids.index(self.current) if self.current in ids else -1
        self._layout.list.show_sources(list(self._lines.values()), here)

    # The note -----------------------------------------------------------------------------------

    def hints(self) -> Hints:
        """Return what finds personal things with the names the project knows."""
        return Hints(self._context.project, self.left_alone)

    def show_note(self) -> None:
        """Show the source in view whole."""
        self.show_head()
        self.show_entries()
        self.show_findings()

    def show_head(self) -> None:
        """Show the head of the note and what the talk comes to."""
        interview = self.interview()
        if interview is None:
            return
        project, layout, hints = self._context.project, self._layout, self.hints()
        missing = actions.consent_missing(interview, actions.entries_of(project, interview.id))
        layout.head.show_interview(interview, hints.of(interview.person), consent_missing=missing)
        layout.summary.set_text(interview.summary)
        layout.summary_hint.show_hints(hints.of(interview.summary), layout.summary)

    def show_entries(self, changed: Iterable[str] | None = None) -> None:
        """Show questions and answers; only those of ``changed`` are read anew when it is given."""
        interview, project = self.interview(), self._context.project
        if interview is None:
            return
        hints = self.hints()
        entries = actions.entries_of(project, interview.id)
        same = [entry.id for entry in entries] == list(self._entries)
        if changed is None or not same:
            states = entry_states(project, interview, hints)
        else:
            stale = set(changed)
            states = [
                entry_state(project, interview, entry, number, hints)
                if entry.id in stale
                else self._entries[entry.id]
                for number, entry in enumerate(entries, 1)
            ]
        self._entries = {state.entry.id: state for state in states}
        self._layout.entries.show_entries(states)
        if not same:
            self._layout.sort_tabs()

    def show_findings(self, changed: Iterable[str] | None = None) -> None:
        """Show the findings; only those of ``changed`` are read anew when it is given."""
        project, t, hints = self._context.project, self._context.t, self.hints()
        found = findings.findings_of(project, self.current) if self.current else ()
        stale = None if changed is None else set(changed)
        self._findings = {
            one.id: self._findings[one.id]
            if stale is not None and one.id in self._findings and one.id not in stale
            else finding_state(project, one, t, hints)
            for one in found
        }
        before = [row.objectName() for row in self._layout.findings.rows()]
        self._layout.findings.show_findings(list(self._findings.values()))
        if before != list(self._findings):
            self._layout.sort_tabs()

    # After a step -------------------------------------------------------------------------------

    def follow(self, changes: Sequence[Change]) -> None:
        """Show what ``changes`` concern of what is in view."""
        if {change.kind for change in changes} & _NAMED:
            names = names_in(self._context.project)
            if names != self._names:
                self._names = names
                self.show_note()
        sources = set(_sources(changes))
        if sources:
            self.show_list(sources)
        if self.current in sources:
            self._follow_note(changes)
        elif self._touches_uses(changes):
            self.show_findings()

    def _follow_note(self, changes: Sequence[Change]) -> None:
        records = [one for change in changes for one in _both(change)]
        if any(isinstance(one, Interview) and one.id == self.current for one in records):
            self.show_note()
            return
        entries = {one.id for one in records if isinstance(one, InterviewEntry)}
        entries |= {one.entry_id for one in records if isinstance(one, Finding) and one.entry_id}
        if entries:
            self.show_entries(entries)
            self.show_head()
        if self._touches_uses(changes):
            self.show_findings()
        else:
            placed = {i for i, one in self._findings.items() if one.finding.entry_id in entries}
            found = {one.id for one in records if isinstance(one, Finding)}
            self.show_findings(placed | found)

    def _touches_uses(self, changes: Sequence[Change]) -> bool:
        """Tell whether something changed that rests on a finding in view, or that it rests on."""
        shown = {use.record_id for one in self._findings.values() for use in one.uses}
        shown |= {source.record_id for one in self._findings.values() for source in one.sources}
        return any(
            change.id in shown
            or any(
                isinstance(one, Link) and {one.source_id, one.target_id} & self._findings.keys()
                for one in _both(change)
            )
            for change in changes
        )


def _both(change: Change) -> tuple[Record, ...]:
    return tuple(one for one in (change.before, change.after) if one is not None)


def _sources(changes: Sequence[Change]) -> Iterable[str]:
    """Yield the sources whose line or note ``changes`` concern."""
    for change in changes:
        for record in _both(change):
            if isinstance(record, Interview):
                yield record.id
            elif isinstance(record, InterviewEntry | Finding):
                yield record.interview_id
