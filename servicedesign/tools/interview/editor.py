"""Interviews on screen: typed while listening, by keyboard alone, with the findings marked in them.

Owns which source is in view and the way from a gesture to an action. The rules are in ``actions``
and ``findings``; which rows are drawn anew is in ``view``, marks are in ``marking``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from servicedesign.model import (
    Consent,
    Finding,
    FindingKind,
    Interview,
    InterviewEntry,
    Record,
    SourceMethod,
)
from servicedesign.tools.interview import actions, findings, going
from servicedesign.tools.interview.entry_actions import EntryActions
from servicedesign.tools.interview.finding_row import UseWords
from servicedesign.tools.interview.layout import BESIDE, InterviewLayout
from servicedesign.tools.interview.marking import Marking
from servicedesign.tools.interview.telling import (
    empty_state,
    method_menu,
    open_below,
    what_went,
)
from servicedesign.tools.interview.view import InterviewView
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.evidence_picking import go_to_source, pick_evidence

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext


class InterviewEditor(Editor):
    """The editor of interviews."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the first source."""
        super().__init__(context, parent)
        self._head_state: tuple[object, ...] = ()
        self._layout = InterviewLayout(context.t, context.clock, reading=context.read_only)
        self._view = InterviewView(context, self._layout)
        self._marking = Marking(context, self._layout)
        self._doing = EntryActions(context, self._layout, self._marking, self._view)
        self._empty = empty_state(context, self.add)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._layout)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        view, doing = self._layout, self._doing
        view.list.chosen.connect(self._on_chosen)
        view.list.enter_asked.connect(self._enter_note)
        view.list.move_asked.connect(self._move)
        view.list.delete_asked.connect(self._delete_interview)
        view.add.clicked.connect(lambda: self._open_methods(view.add))
        view.head.written.connect(self._write)
        view.head.method_chosen.connect(self._choose_method)
        view.head.consent_chosen.connect(self._choose_consent)
        view.summary.committed.connect(lambda text: self._write("summary", text))
        view.entries.written.connect(self._write_entry)
        view.entries.next_asked.connect(doing.add)
        view.entries.guide_asked.connect(doing.open_guide)
        view.entries.move_asked.connect(doing.move)
        view.entries.place_changed.connect(self._marking.show_current)
        view.bar.add_asked.connect(lambda: doing.add(""))
        view.bar.questions_asked.connect(doing.take_questions)
        view.bar.entry_menu_asked.connect(doing.open_menu)
        view.bar.mark_asked.connect(self._on_mark)
        view.findings.written.connect(self._write_finding)
        view.findings.turned.connect(self._turn_finding)
        view.findings.place_asked.connect(self._go_to_words)
        view.findings.use_asked.connect(self._go_to_use)
        view.findings.source_asked.connect(self._go_to_source)
        view.findings.delete_asked.connect(self._delete_finding)
        view.findings.add_asked.connect(self.add_finding)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._marking.follow_focus()

    # What the shell asks ------------------------------------------------------------------------

    def body_margins(self) -> tuple[int, int]:
        """Return none: the list stands at the navigator."""
        return 0, 0

    def body_least(self) -> int:
        """Return the room for list, note and findings side by side."""
        return BESIDE

    def entrance(self) -> QWidget | None:
        """Return the list, from which Enter leads to the words."""
        return self._layout.list if self._view.current else None

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the note of the source in view."""
        return "interview", self._view.current or None

    def record_in_view(self) -> Record | None:
        """Return the finding, answer or source that is in use."""
        project = self.context.project
        finding = project.find(Finding, self._marking.current_finding())
        if finding is not None:
            return finding
        row = self._layout.entries.holding(QApplication.focusWidget())
        entry = project.find(InterviewEntry, row.objectName()) if row is not None else None
        return entry or self._view.interview()

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the next step of the method: the people that the words lead to."""
        shell, t = self.context.shell, self.context.t
        if not self._view.current or not shell.can_go_tool("persona"):
            return ()
        return [
            HeadAction(
                t("ペルソナへ"), lambda: shell.go_tool("persona"), primary=True, leads_on=True
            )
        ]

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        if self.context.read_only:
            return {}
        some: dict[str, Callable[[], object]] = {"more": self.more}
        if self._view.current:
            some |= {
                "turn_mark": self._marking.turn,
                "edit": self.edit,
                "link": self.link,
                "delete": self.delete,
            }
        return some

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show the source of a record, and bring the record's words into view."""
        record = self.context.project.find_any(record_id)
        if isinstance(record, Interview):
            self.show_interview(record.id)
            return not field or self._focus_head(field)
        if isinstance(record, InterviewEntry):
            self.show_interview(record.interview_id)
            return self._doing.show_entry(record.id, field)
        if isinstance(record, Finding):
            self.show_interview(record.interview_id)
            return self._marking.show_words(record.id) or self._marking.show_finding(record.id)
        return False

    def _focus_head(self, field: str) -> bool:
        if field == "summary":
            self._layout.summary.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self._layout.head.go_to(field) or True

    # Refreshing ---------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed: all when ``changes`` is None, else only what is in view of it."""
        if changes is None or self._view.interview() is None:
            self._show_all()
            return
        self._view.follow(changes.changes)
        self._marking.show_current()

    def _show_all(self) -> None:
        before = self._view.current
        if self._view.interview() is None:
            known = actions.interviews(self.context.project)
            self._view.current = known[0].id if known else ""
        current = self._view.current
        self._stack.setCurrentWidget(self._layout if current else self._empty)
        self._layout.head.forget_errors()
        self._view.show_all()
        if current != before:
            self.target_changed.emit()
        if (bool(current),) != self._head_state:
            self._head_state = (bool(current),)
            self.head_changed.emit()

    # Sources ------------------------------------------------------------------------------------

    def current(self) -> str:
        """Return the id of the source in view, or empty."""
        return self._view.current

    def show_interview(self, interview_id: str) -> None:
        """Show another source; what was typed of this one is written first."""
        if interview_id == self._view.current:
            return
        self.flush()
        self._view.current = interview_id
        self._show_all()
        self._layout.scroll_up()
        self.target_changed.emit()

    def _on_chosen(self, place: int) -> None:
        known = actions.interviews(self.context.project)
        if place < len(known):
            self.show_interview(known[place].id)

    def _enter_note(self) -> None:
        row = self._marking.first_row()
        if row is not None:
            self._layout.entries.begin(row)

    def add(self) -> None:
        """Begin an interview."""
        self.begin(SourceMethod.DEPTH_INTERVIEW)

    def begin(self, method: SourceMethod) -> None:
        """Begin a source; what one knows beforehand is written first."""
        self.flush()
        day = self.context.clock().date().isoformat()
        made = actions.add_interview(self.context.project, method, day)
        self.show_interview(made.id)
        self._layout.head.go_to("place")

    def _open_methods(self, below: QWidget) -> None:
        open_below(method_menu(self, self.context.t, self.begin), below)

    def _move(self, by: int) -> None:
        ids = [one.id for one in actions.interviews(self.context.project)]
        there = ids.index(self._view.current) + by
        if 0 <= there < len(ids):
            actions.move_interview(self.context.project, self._view.current, there)

    def _delete_interview(self) -> None:
        self.flush()
        interview = self._view.interview()
        if interview is None:
            return
        ids = [one.id for one in actions.interviews(self.context.project)]
        here = ids.index(interview.id)
        neighbours = ids[here + 1 : here + 2] or ids[max(0, here - 1) : here]
        if neighbours:
            self.show_interview(neighbours[0])
        gone = going.delete_with_all(self.context.project, interview)
        t = self.context.t
        name = interview.code or t("聞き取り")
        self.context.shell.toast(what_went(name, gone, t), undo=True)
        if self._view.current:
            self._layout.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # Writing ------------------------------------------------------------------------------------

    def _write(self, field: str, text: str) -> None:
        interview = self._view.interview()
        if interview is not None:
            actions.write_interview(self.context.project, interview.id, field, text)

    def _choose_method(self, value: str) -> None:
        actions.choose_method(self.context.project, self._view.current, SourceMethod(value))

    def _choose_consent(self, value: str) -> None:
        actions.choose_consent(self.context.project, self._view.current, Consent(value))

    def _write_entry(self, entry_id: str, field: str, text: str, moment: datetime) -> None:
        if self.context.project.find(InterviewEntry, entry_id) is not None:
            actions.write_entry(self.context.project, entry_id, field, text, moment)

    def _write_finding(self, finding_id: str, text: str) -> None:
        if self.context.project.find(Finding, finding_id) is not None:
            findings.write_finding(self.context.project, finding_id, text)

    # Findings -----------------------------------------------------------------------------------

    def _on_mark(self, kind: FindingKind) -> None:
        self.flush()
        self._marking.mark(kind)

    def _turn_finding(self, finding_id: str, kind: FindingKind) -> None:
        findings.choose_kind(self.context.project, finding_id, kind)

    def _delete_finding(self, finding_id: str) -> None:
        self.flush()
        ids = [row.objectName() for row in self._layout.findings.rows()]
        self._marking.take_away(finding_id)
        self._layout.findings.focus_row(ids.index(finding_id))

    def add_finding(self) -> None:
        """Add a finding of one's own and begin to word it."""
        if self._view.current:
            self.flush()
            made = findings.add_finding(self.context.project, self._view.current)
            self._marking.show_finding(made.id)

    def _go_to_words(self, finding_id: str) -> None:
        self.context.shell.go("finding", finding_id, "text")

    def _go_to_use(self, use: UseWords) -> None:
        if not self.context.shell.go(use.kind, use.record_id, use.field):
            self.context.shell.toast(
                self.context.t("「{name}」の画面は、まだありません。", name=use.label)
            )

    def _go_to_source(self, source_id: str) -> None:
        if not go_to_source(self.context, source_id):
            self.link()

    def link(self) -> None:
        """Let the person choose what the finding in use rests on."""
        t = self.context.t
        finding = self.context.project.find(Finding, self._marking.current_finding())
        if finding is None:
            self.context.shell.toast(t("根拠は、わかったことにつなぎます。"))
            return
        self.flush()
        pick_evidence(self.context, finding, "", f"{finding.code}　{finding.text}", self.window())

    # Keys ---------------------------------------------------------------------------------------

    def more(self) -> None:
        """Add one more of what is in use: a source, a finding, else a question."""
        focus = QApplication.focusWidget()
        layout = self._layout
        if not self._view.current or focus in (layout.list, layout.add):
            self.add()
        elif focus is layout.findings.add or layout.findings.holding(focus):
            self.add_finding()
        else:
            self._doing.add("")

    def edit(self) -> None:
        """Go from marked words to their finding, from a finding to its words."""
        focus = QApplication.focusWidget()
        held = self._layout.findings.holding(focus)
        current = self._marking.current_finding()
        if held:
            if focus is not self._layout.findings.row(held).text:  # type: ignore[union-attr]
                self._marking.show_finding(held)
            else:
                self._go_to_words(held)
        elif current:
            self._marking.show_finding(current)
        elif focus is self._layout.list:
            self._layout.head.go_to("code")

    def delete(self) -> None:
        """Delete what is in use and is no text: a source in the list, a finding."""
        focus = QApplication.focusWidget()
        held = self._layout.findings.holding(focus)
        if focus is self._layout.list:
            self._delete_interview()
        elif held:
            self._delete_finding(held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the width."""
        super().resizeEvent(event)
        self._layout.fit(self.width())
