"""The 12 principles on screen: the list with its marks, one principle open to be checked.

Owns which principle is shown and the way from a gesture to an action. The rules are in
``actions``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesign.model import (
    PrincipleCheck,
    PrincipleEdition,
    PrincipleItem,
    PrincipleReview,
)
from servicedesign.tools import evidence
from servicedesign.tools.principles import actions, writing
from servicedesign.tools.principles.empty import empty_state
from servicedesign.tools.principles.head import edition_menu
from servicedesign.tools.principles.layout import PrinciplesLayout
from servicedesign.tools.principles.reviewing import (
    compare_answers,
    history_sentence,
    keep_answers,
    review_day,
)
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.evidence_picking import go_to_source, pick_evidence
from servicedesign.ui.source_words import source_words

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext


class PrinciplesEditor(Editor):
    """The editor of the check."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the first principle of the edition in use."""
        super().__init__(context, parent)
        self._edition = ""
        self._items: tuple[PrincipleItem, ...] = ()
        self._place = 0
        self._shown_sources: set[str] = set()
        self._head_state: tuple[object, ...] = ()
        self._view = PrinciplesLayout(context.t, self.today, reading=context.read_only)
        self._empty = empty_state(context, self.add_edition)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._view)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        view = self._view
        page, questions = view.page, view.page.questions
        view.list.chosen.connect(self.show_place)
        view.list.answer_asked.connect(questions.answer_next)
        view.list.enter_asked.connect(lambda: questions.focus_row(0))
        view.before.clicked.connect(lambda: self.show_place(self._place - 1))
        view.after.clicked.connect(lambda: self.show_place(self._place + 1))
        view.keep.clicked.connect(self.keep)
        view.facts.written.connect(self._write_fact)
        page.written.connect(self._write)
        page.source_asked.connect(self._open_source)
        page.link_asked.connect(self.link)
        page.step_asked.connect(self._step)
        questions.answered.connect(partial(writing.answer, self.context.project))
        questions.written.connect(partial(writing.write_question, self.context.project))
        questions.move_asked.connect(self._move_question)
        questions.delete_asked.connect(self._delete_question)
        questions.add_asked.connect(self.add_question)

    def today(self) -> date:
        """Return today by the clock of the context."""
        return self.context.clock().date()

    # What the shell asks ----------------------------------------------------------------------

    def body_margins(self) -> tuple[int, int]:
        """Return none: the list stands at the navigator, as in a book of rules."""
        return 0, 0

    def body_least(self) -> int:
        """Return the room for list and principle side by side."""
        return 1000

    def entrance(self) -> QWidget | None:
        """Return the list, since its keys are named beside the principle from the start."""
        return self._view.list if self._edition else None

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet of the edition in use."""
        return "principles", self._edition or None

    def record_in_view(self) -> Record | None:
        """Return the principle in view."""
        return self._item()

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the edition, comparing and keeping; the primary button is in the body."""
        if not self._edition:
            return ()
        t, locked = self.context.t, ""
        if self.context.read_only:
            locked = t("読み取り専用で開いています")
        buttons = [edition_menu(self.context, self._edition, self.use_edition, self.add_edition)]
        review = self._baseline()
        if review is not None:
            label = t("{day}と比べる…", day=review_day(review, t.lang))
            buttons.append(HeadAction(label, self.compare))
        keep = HeadAction(t("今の答えを記録…"), self.keep, disabled_because=locked)
        return [*buttons, keep]

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        if self.context.read_only or not self._edition:
            return {}
        return {
            "link": self.link,
            "edit": self._view.page.questions.turn_editing,
            "more": self.add_question,
        }

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show the principle of a record, and put the focus on ``field`` when it is given."""
        record = self.context.project.find_any(record_id)
        if isinstance(record, PrincipleEdition | PrincipleReview):
            edition = record.id if isinstance(record, PrincipleEdition) else record.edition_id
            return edition == self._edition and (not field or self._view.facts.go_to(field) or True)
        item_id = record.item_id if isinstance(record, PrincipleCheck) else record_id
        places = [item.id for item in self._items]
        if item_id not in places:
            return False
        self.show_place(places.index(item_id))
        if field and isinstance(record, PrincipleCheck):
            return self._view.page.questions.focus_check(record.id)
        return not field or self._view.page.go_to(field) or True

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed: all when ``changes`` is None, else only what is in view of it."""
        edition = actions.current_edition(self.context.project)
        kinds = {change.kind for change in changes.changes} if changes is not None else set()
        if changes is None or (edition.id if edition else "") != self._edition:
            self._show_all(edition)
            return
        if edition is None:
            return
        if kinds & {"principle_item", "principle_check"}:
            self._on_items_changed()
        if "principle_edition" in kinds:
            self._view.facts.show_edition(edition)
        if kinds & {"principle_edition", "principle_review"}:
            self._tell_head()
        if kinds & {"principle_item", "principle_check", "principle_review"}:
            self._show_history()
        item = self._item()
        shown = self._shown_sources
        if item is not None and evidence.touches_evidence(changes.changes, item.id, shown):
            self._show_sources()

    def _on_items_changed(self) -> None:
        """Stay with the principle in view wherever it stands; show another where it is gone."""
        before = self._item()
        self._show_list()
        item = self._item()
        if before is not None and item is not None and before.id == item.id:
            self._show_item()
            self._show_neighbours()
        else:
            self._show_principle()

    def _show_all(self, edition: PrincipleEdition | None) -> None:
        before = self._edition
        self._edition = edition.id if edition else ""
        self._stack.setCurrentWidget(self._view if edition else self._empty)
        if edition is not None:
            if self._edition != before:
                self._place = 0
            self._show_list()
            self._view.facts.show_edition(edition)
            self._show_principle()
        if self._edition != before:
            self.target_changed.emit()
        self._tell_head()

    def _show_list(self) -> None:
        project = self.context.project
        shown = self._item()
        self._items = actions.items_of(project, self._edition)
        answers = actions.answers_by_item(project, self._edition)
        places = [item.id for item in self._items]
        if shown is not None and shown.id in places:
            self._place = places.index(shown.id)
        self._place = min(self._place, max(0, len(self._items) - 1))
        self._view.list.show_items(self._items, answers)
        self._view.list.set_current(self._place)
        self._view.counts.show_counts(actions.count_answers(list(answers.values())))

    def _show_principle(self) -> None:
        self._view.page.forget_errors()
        self._show_item()
        self._show_sources()
        self._show_history()
        self._show_neighbours()

    def _show_neighbours(self) -> None:
        self._view.show_neighbours([item.number for item in self._items], self._place)

    def _item(self) -> PrincipleItem | None:
        return self._items[self._place] if self._place < len(self._items) else None

    def _show_item(self) -> None:
        item = self._item()
        if item is not None:
            self._view.page.show_item(item, actions.checks_of(self.context.project, item.id))

    def _show_sources(self) -> None:
        item = self._item()
        if item is None:
            return
        pairs = evidence.evidence_records(self.context.project, item.id)
        self._shown_sources = {record.id for _, record in pairs}
        words = [source_words(record, self.context.t) for _, record in pairs]
        self._view.page.show_sources(words)

    def _baseline(self) -> PrincipleReview | None:
        return actions.review_before(self.context.project, self._edition, self.today())

    def _show_history(self) -> None:
        item = self._item()
        if item is not None:
            sentence = history_sentence(self.context, self._baseline(), item)
            self._view.page.show_history(sentence)

    def _tell_head(self) -> None:
        """Ask for the head anew when it would differ."""
        editions = self.context.project.all(PrincipleEdition)
        names = tuple((edition.id, edition.title) for edition in editions)
        review = self._baseline() if self._edition else None
        state = (self._edition, names, review.date if review else "")
        if state != self._head_state:
            self._head_state = state
            self.head_changed.emit()

    # Going from one to another ----------------------------------------------------------------

    def place(self) -> int:
        """Return the place (from 0) of the principle in view."""
        return self._place

    def show_place(self, place: int) -> None:
        """Show the principle at ``place``; what was typed of this one is written first."""
        if not 0 <= place < len(self._items) or place == self._place:
            return
        self.flush()
        self._view.page.questions.set_editing(False)
        self._place = place
        self._view.list.set_current(place)
        self._show_principle()
        self._view.scroll_up()

    def _step(self, by: int) -> None:
        place = self._place + by
        if 0 <= place < len(self._items):
            self.show_place(place)
            self._view.page.questions.focus_row(0)

    # Writing ----------------------------------------------------------------------------------

    def _write(self, field: str, text: str) -> None:
        item = self._item()
        if item is not None:
            writing.write_item(self.context.project, item.id, field, text)

    def _write_fact(self, field: str, text: str) -> None:
        writing.write_edition(self.context.project, self._edition, field, text)

    def add_question(self) -> None:
        """Add a question and begin to word it."""
        item = self._item()
        if item is None:
            return
        self.flush()
        check = actions.add_question(self.context.project, item.id)
        self._view.page.questions.set_editing(True)
        self._view.page.questions.focus_check(check.id)

    def _move_question(self, check_id: str, index: int) -> None:
        self.flush()
        actions.move_question(self.context.project, check_id, index)
        self._view.page.questions.focus_check(check_id)

    def _delete_question(self, check_id: str) -> None:
        self.flush()
        ids = [row.objectName() for row in self._view.page.questions.rows()]
        actions.delete_question(self.context.project, check_id)
        self._view.page.questions.focus_row(ids.index(check_id))
        self.context.shell.toast(self.context.t("問いを消しました。"), undo=True)

    # Editions and reviews ---------------------------------------------------------------------

    def add_edition(self, edition_id: str) -> None:
        """Put an edition that comes with the program into the project and use it."""
        self.flush()
        actions.add_edition(self.context.project, edition_id, self.context.lang)
        self._view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def use_edition(self, edition_id: str) -> None:
        """Check against another edition of the project."""
        self.flush()
        actions.use_edition(self.context.project, edition_id)

    def keep(self) -> None:
        """Keep today's answers, with a note."""
        self.flush()
        keep_answers(self.context, self._edition, self.today(), self.window())

    def compare(self) -> None:
        """Show what changed since the last review."""
        self.flush()
        review = self._baseline()
        if review is not None:
            compare_answers(self.context, review, self.window())

    # Evidence ---------------------------------------------------------------------------------

    def link(self, start: str = "") -> None:
        """Let the person choose what the principle rests on, beginning at the source ``start``."""
        item = self._item()
        if item is not None:
            self.flush()
            claim = f"{item.number}　{item.title}"
            pick_evidence(self.context, item, "", claim, self.window(), start=start)

    def _open_source(self, source_id: str) -> None:
        if not go_to_source(self.context, source_id):
            self.link(source_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its share."""
        super().resizeEvent(event)
        self._view.fit(self.width())
