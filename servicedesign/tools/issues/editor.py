"""Issues and questions on screen: pain points to take up, issues by rank, one open to be written.

Owns which issue is shown and the way from a gesture to an action. The rules are in ``actions``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesign.model import Cell, HowMightWe, Issue
from servicedesign.tools.issues import actions, writing
from servicedesign.tools.issues.audience_page import issue_page
from servicedesign.tools.issues.empty import choose_first, nothing_yet
from servicedesign.tools.issues.layout import IssuesLayout
from servicedesign.tools.issues.standing import OpenPain, open_pains, standing
from servicedesign.tools.taking_up import take_up
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.evidence_picking import go_to_source, pick_evidence

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import Change, ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage

_MINE = frozenset({"issue", "how_might_we"})
"""Kinds whose changes concern single rows."""

_BEHIND = frozenset(
    {"cell", "lane", "phase", "journey_map", "link", "finding", "interview", "interview_entry"}
)
"""Kinds that stand behind issues: their changes may concern any row."""


class IssuesEditor(Editor):
    """The editor of issues and questions."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the first issue."""
        super().__init__(context, parent)
        self._current = ""
        self._pains: tuple[OpenPain, ...] = ()
        self._head_state: tuple[object, ...] = ()
        beside = choose_first(context, self.take_current)
        self._view = IssuesLayout(context.t, beside, reading=context.read_only)
        self._empty = nothing_yet(context, self.add)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._view)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        view, project = self._view, self.context.project
        page, questions = view.page, view.page.questions
        view.pains.take_asked.connect(self.take)
        view.list.chosen.connect(self.show_issue)
        view.list.tick_asked.connect(lambda one: writing.turn_chosen(project, one))
        view.list.move_asked.connect(self._move)
        view.list.enter_asked.connect(lambda: page.go_to("title"))
        view.add.clicked.connect(self.add)
        page.written.connect(
            lambda field, text: writing.write_issue(self._issue(), project, field, text)
        )
        page.ticked.connect(lambda on: actions.set_issue_chosen(project, self._current, on))
        page.pain_asked.connect(self._go_to_pain)
        page.delete_asked.connect(self.delete_issue)
        page.quotes.opened.connect(self._open_source)
        page.quotes.link_asked.connect(self.link)
        page.quotes.why_asked.connect(lambda: self.context.shell.command("why"))
        questions.part_written.connect(
            lambda one, part, text: writing.write_part(project, one, part, text, self.context.t)
        )
        questions.sentence_written.connect(
            lambda one, text: writing.write_sentence(project, one, text)
        )
        questions.ticked.connect(lambda one, on: actions.set_question_chosen(project, one, on))
        questions.again_asked.connect(self._frame_again)
        questions.delete_asked.connect(self.delete_question)
        questions.move_asked.connect(self._move_question)
        questions.add_asked.connect(self.add_question)
        questions.other_asked.connect(lambda one: self.reveal(HowMightWe.KIND, one, ""))

    # What the shell asks ----------------------------------------------------------------------

    def body_margins(self) -> tuple[int, int]:
        """Return none: the lists stand at the navigator."""
        return 0, 0

    def body_least(self) -> int:
        """Return the room for the lists and an issue side by side."""
        return 1000

    def entrance(self) -> QWidget | None:
        """Return the list where keys work at once."""
        if self._current:
            return self._view.list
        return self._view.pains if self._pains else None

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet of all issues."""
        return "issues", None

    def audience_page(self) -> AudiencePage | None:
        """Return the questions of the issue in view, large."""
        return issue_page(self.context, self._current)

    def record_in_view(self) -> Record | None:
        """Return the question in use, the pain point pointed at, or the issue in view."""
        project = self.context.project
        if self._view.pains.hasFocus():
            return project.find(Cell, self._view.pains.current_id())
        question = project.find(HowMightWe, self._view.page.questions.in_use())
        return question or self._issue()

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the next step of the method, where there is a screen for it."""
        if not self._current or not self.context.shell.can_go_tool("board"):
            return ()
        t = self.context.t
        go = HeadAction(
            t("アイデアを出す"),
            lambda: self.context.shell.go_tool("board"),
            primary=True,
            leads_on=True,
        )
        return (go,)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        if self.context.read_only:
            return {}
        some: dict[str, Callable[[], object]] = {"more": self.more}
        if self._pains:
            some["issue"] = self.take_current
        if self._current:
            some |= {
                "link": self.link,
                "edit": lambda: self._view.page.go_to("title"),
                "delete": self.delete,
            }
        return some

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show an issue or a question, and put the focus on ``field`` when it is given."""
        question = self.context.project.find(HowMightWe, record_id)
        issue_id = question.issue_id if question is not None else record_id
        if self.context.project.find(Issue, issue_id) is None:
            return False
        self.show_issue(issue_id or "")
        self._view.bring(issue_id or "", question.id if question is not None else "")
        if question is not None:
            return self._view.page.questions.go_to(question.id, field)
        if field:
            return self._view.page.go_to(field) or True
        self._view.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed: all when ``changes`` is None, else only what is in view of it."""
        if changes is None:
            self._show_all()
            return
        kinds = {change.kind for change in changes.changes}
        if not kinds & (_BEHIND | _MINE):
            return
        if kinds & _BEHIND:
            self._show_all()
        else:
            self._on_mine_changed(changes.changes)

    def _on_mine_changed(self, changes: Sequence[Change]) -> None:
        project = self.context.project
        order = [issue.id for issue in actions.ordered_issues(project)]
        if order != self._view.list.ids() or any(writing.moves_pain(one) for one in changes):
            self._show_all()
            return
        touched = {
            issue_id
            for change in changes
            for record in (change.before, change.after)
            for issue_id in writing.issues_of(project, record)
        }
        for issue_id in touched & set(order):
            self._view.list.show_issue(standing(project, project.get(Issue, issue_id)))
        self._show_page()
        self._tell_head()

    def _show_all(self) -> None:
        project, view = self.context.project, self._view
        issues = actions.ordered_issues(project)
        self._pains = open_pains(project)
        before = self._current
        ids = [issue.id for issue in issues]
        if self._current not in ids:
            self._current = self._near(ids)
        several = len({pain.journey for pain in self._pains}) > 1
        view.pains.show_pains(self._pains, several_maps=several)
        view.list.show_issues([standing(project, issue) for issue in issues], self._current)
        view.show_counts(len(self._pains), len(issues))
        self._stack.setCurrentWidget(view if issues or self._pains else self._empty)
        self._show_page()
        if self._current != before:
            self.target_changed.emit()
        self._tell_head()

    def _near(self, ids: Sequence[str]) -> str:
        """Return the issue in the place of one that is gone, else the first."""
        shown = self._view.list.ids()
        if not ids or self._current not in shown:
            return ids[0] if ids else ""
        return ids[min(shown.index(self._current), len(ids) - 1)]

    def _issue(self) -> Issue | None:
        return self.context.project.find(Issue, self._current)

    def _show_page(self) -> None:
        issue = self._issue()
        if issue is None:
            return
        project = self.context.project
        self._view.page.show_issue(standing(project, issue))
        self._view.page.questions.show_questions(
            actions.own_questions(project, issue.id),
            writing.shared_lines(project, issue.id, self.context.t),
        )

    def _tell_head(self) -> None:
        """Ask for head and commands anew when they would differ."""
        state = (bool(self._current), bool(self._pains))
        if state != self._head_state:
            self._head_state = state
            self.head_changed.emit()

    # Issues -----------------------------------------------------------------------------------

    def current(self) -> str:
        """Return the id of the issue in view, or empty."""
        return self._current

    def show_issue(self, issue_id: str) -> None:
        """Show another issue; what was typed of this one is written first."""
        if issue_id == self._current:
            return
        self.flush()
        self._current = issue_id
        self._view.list.set_current(issue_id)
        self._show_page()
        self._view.scroll_up()
        self.target_changed.emit()

    def take(self, cell_id: str) -> None:
        """Make an issue of a pain point and show it; the list of the others keeps the focus."""
        self.flush()
        issue = take_up(self.context.project, cell_id)
        self.show_issue(issue.id)
        number = str(issue.number)
        self.context.shell.toast(
            self.context.t("困りごとを課題{number}にしました。", number=number), undo=True
        )
        if not self._pains:
            self._view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_current(self) -> None:
        """Make an issue of the pain point pointed at."""
        cell_id = self._view.pains.current_id()
        if cell_id:
            self.take(cell_id)

    def add(self) -> None:
        """Add an issue by hand and begin with its title."""
        self.flush()
        self.show_issue(actions.add_issue(self.context.project).id)
        self._view.page.go_to("title")

    def more(self) -> None:
        """Add one more of what is here: a question, or the first issue."""
        if self._current:
            self.add_question()
        else:
            self.add()

    def delete(self) -> None:
        """Take away the question in use, or the issue when its list is in use."""
        question = self._view.page.questions.in_use()
        if question:
            self.delete_question(question)
        elif self._view.list.hasFocus():
            self.delete_issue()

    def delete_issue(self) -> None:
        """Take the issue in view away and say what went with it."""
        issue = self._issue()
        if issue is None:
            return
        self.flush()
        told = writing.told_issue(self.context.project, issue, self.context.t)
        actions.delete_issue(self.context.project, issue.id)
        self.context.shell.toast(told, undo=True)
        self._view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, issue_id: str, index: int) -> None:
        self.flush()
        actions.move_issue(self.context.project, issue_id, index)
        self.show_issue(issue_id)

    # Questions --------------------------------------------------------------------------------

    def add_question(self) -> None:
        """Add a question to the issue in view and begin with whose it is."""
        if self._current:
            self.flush()
            question = actions.add_question(self.context.project, self._current)
            self._view.page.questions.go_to(question.id)

    def delete_question(self, question_id: str) -> None:
        """Take a question away and say what went with it."""
        self.flush()
        questions = self._view.page.questions
        place = [card.objectName() for card in questions.cards()].index(question_id)
        told = writing.told_question(self.context.project, question_id, self.context.t)
        actions.delete_question(self.context.project, question_id)
        questions.focus_near(place)
        self.context.shell.toast(told, undo=True)

    def _move_question(self, question_id: str, index: int) -> None:
        self.flush()
        actions.move_question(self.context.project, question_id, index)
        self._view.page.questions.go_to(question_id)

    def _frame_again(self, question_id: str) -> None:
        self.flush()
        actions.frame_again(self.context.project, question_id, self.context.t)
        self._view.page.questions.go_to(question_id, "sentence")

    # Evidence ---------------------------------------------------------------------------------

    def link(self, start: str = "") -> None:
        """Let the person choose what the issue rests on, beginning at the source ``start``."""
        issue = self._issue()
        if issue is not None:
            self.flush()
            number = f"▲{issue.number}　" if issue.number else ""
            claim = f"{number}{issue.title}"
            pick_evidence(self.context, issue, "", claim, self.window(), start=start)

    def _open_source(self, source_id: str) -> None:
        if not go_to_source(self.context, source_id):
            self.link(source_id)

    def _go_to_pain(self) -> None:
        issue = self._issue()
        cell = self.context.project.find(Cell, issue.cell_id) if issue else None
        if cell is not None and not self.context.shell.go(Cell.KIND, cell.id):
            self.context.shell.toast(self.context.t("地図の画面はまだありません。"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lists their share."""
        super().resizeEvent(event)
        self._view.fit(self.width(), self.height())
