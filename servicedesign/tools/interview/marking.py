"""From a key or a button to a mark in the answer, and back from a mark to its finding.

Owns what is marked: the words selected, the mark the caret is in, or the finding whose row is in
use. The rules are in ``findings``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesign.model import Finding, FindingKind, InterviewEntry
from servicedesign.tools.interview import findings, going
from servicedesign.tools.interview.answer_edit import AnswerEdit
from servicedesign.tools.interview.entry_row import EntryRow
from servicedesign.tools.interview.layout import InterviewLayout
from servicedesign.tools.interview.telling import what_went
from servicedesign.tools.interview.words import place_form

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext


class Marking:
    """Marks for one editor."""

    def __init__(self, context: EditorContext, layout: InterviewLayout) -> None:
        """Work in ``layout``."""
        self._context = context
        self._layout = layout
        self._entry = ""

    def follow_focus(self) -> None:
        """Remember the entry that is in use, and show which finding the caret is in."""
        row = self._layout.entries.holding(QApplication.focusWidget())
        if row is not None:
            self._entry = row.objectName()
        self.show_current()

    def row(self) -> EntryRow | None:
        """Return the row that was in use last, else the last one."""
        return self._row_in_use(-1)

    def first_row(self) -> EntryRow | None:
        """Return the row that was in use last, else the first one."""
        return self._row_in_use(0)

    def _row_in_use(self, otherwise: int) -> EntryRow | None:
        entries = self._layout.entries
        ids = entries.ids()
        return entries.row(self._entry) or (entries.row(ids[otherwise]) if ids else None)

    def answer(self) -> AnswerEdit | None:
        """Return the answer in which one marks."""
        row = self._layout.entries.row(self._entry)
        return row.answer if row is not None else None

    def current_finding(self) -> str:
        """Return the finding in use: its row, or the mark that the caret is in; or empty."""
        focus = QApplication.focusWidget()
        held = self._layout.findings.holding(focus)
        if held:
            return held
        row = self._layout.entries.holding(focus)
        if row is None or focus is not row.answer:
            return ""
        mark = row.answer.mark_at_caret()
        return mark.finding_id if mark is not None else ""

    def show_current(self) -> None:
        """Show in list and bar which finding the caret is in."""
        found = self.current_finding()
        self._layout.findings.set_current(found)
        answer = self.answer()
        mark = answer.mark_at_caret() if answer is not None else None
        finding = self._context.project.find(Finding, found or (mark.finding_id if mark else None))
        self._layout.bar.show_state(finding.kind if finding is not None else None)

    # Marking ------------------------------------------------------------------------------------

    def turn(self) -> None:
        """Turn the mark in use: fact, interpretation, insight; in the answer then none."""
        held = self._layout.findings.holding(QApplication.focusWidget())
        if held:
            finding = self._context.project.get(Finding, held)
            findings.choose_kind(self._context.project, held, findings.next_kind(finding.kind))
            return
        finding_id = self._marked()
        if not finding_id:
            self._mark(FindingKind.FACT)
            return
        finding = self._context.project.get(Finding, finding_id)
        if finding.kind is FindingKind.INSIGHT:
            self.take_away(finding_id)
        else:
            findings.choose_kind(
                self._context.project, finding_id, findings.next_kind(finding.kind)
            )

    def mark(self, kind: FindingKind) -> None:
        """Mark what is selected as ``kind``; the same mark again is taken away."""
        finding_id = self._marked()
        finding = self._context.project.find(Finding, finding_id)
        if finding is None:
            self._mark(kind)
        elif finding.kind is kind:
            self.take_away(finding_id)
        else:
            findings.choose_kind(self._context.project, finding_id, kind)
        answer = self.answer()
        if answer is not None:
            answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _marked(self) -> str:
        answer = self.answer()
        mark = answer.mark_at_caret() if answer is not None else None
        return mark.finding_id if mark is not None else ""

    def _mark(self, kind: FindingKind) -> None:
        answer, project, t = self.answer(), self._context.project, self._context.t
        span = answer.selection() if answer is not None else None
        entry = project.find(InterviewEntry, self._entry)
        if answer is None or span is None or entry is None:
            self._context.shell.toast(t("先に、答えの言葉を選びます。"))
            return
        trimmed = findings.trim(entry.verbatim, span)
        if trimmed is None:
            self._context.shell.toast(t("先に、答えの言葉を選びます。"))
            return
        answer.select(trimmed)
        findings.mark_words(project, entry.id, trimmed, kind, place_form(t))
        self.show_current()

    def take_away(self, finding_id: str) -> None:
        """Delete a finding and say what went with it."""
        context = self._context
        finding = context.project.find(Finding, finding_id)
        if finding is None:
            return
        gone = going.delete_with_all(context.project, finding)
        name = finding.code or context.t("わかったこと")
        context.shell.toast(what_went(name, gone, context.t), undo=True)

    # Going there --------------------------------------------------------------------------------

    def show_words(self, finding_id: str) -> bool:
        """Bring the words that a finding is marked in into view; False when it has none."""
        project, layout = self._context.project, self._layout
        finding = project.find(Finding, finding_id)
        row = layout.entries.row(finding.entry_id or "") if finding is not None else None
        entry = project.find(InterviewEntry, finding.entry_id) if finding is not None else None
        if finding is None or row is None or entry is None:
            return False
        span = findings.span_of(finding, entry.verbatim)
        if span is None:
            return False
        row.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        row.answer.show_place(span[0])
        box = row.answer.place_rect(span[0])
        layout.show_rect(row.answer, box.top(), box.height())
        layout.show_finding(finding_id)
        self.show_current()
        return True

    def show_finding(self, finding_id: str) -> bool:
        """Put the focus on the words of a finding in the list; False when it is not shown."""
        row = self._layout.findings.row(finding_id)
        if row is None:
            return False
        row.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_current()
        return True
