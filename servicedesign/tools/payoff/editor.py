"""The payoff matrix on screen: ideas are placed, held against the persona, written onto the map.

Owns which matrix, rater and idea are in view, on which of the three pages. What is done is in
``hands`` and ``map_hands``, the rules are in ``actions`` and ``completing``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesign.model import Note, PayoffItem, PayoffMatrix
from servicedesign.model.table_text import Block
from servicedesign.tools.payoff import actions, choosing
from servicedesign.tools.payoff.audience import PayoffPage
from servicedesign.tools.payoff.empty import NothingYet
from servicedesign.tools.payoff.hands import PayoffHands
from servicedesign.tools.payoff.head import PageName, PayoffHead
from servicedesign.tools.payoff.head_actions import head_actions
from servicedesign.tools.payoff.items import (
    RatedIdea,
    first_matrix,
    rated_ideas,
)
from servicedesign.tools.payoff.items import raters as raters_on
from servicedesign.tools.payoff.map_hands import MapHands
from servicedesign.tools.payoff.map_page import MapPage
from servicedesign.tools.payoff.place_page import PlacePage
from servicedesign.tools.payoff.ratings import Axis
from servicedesign.tools.payoff.review_page import ReviewPage
from servicedesign.tools.payoff.seen import writer
from servicedesign.tools.payoff.showing import PayoffShowing
from servicedesign.ui.editor import Editor, HeadAction

if TYPE_CHECKING:
    from servicedesign.model import Outcome, Record
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage

_MINE = frozenset({"payoff_matrix", "payoff_item", "note", "cluster", "group", "vote_round"})
_MAPS = frozenset({"journey_map", "phase", "lane", "cell", "issue", "how_might_we", "link"})
_BEHIND = _MAPS | {"persona", "board"}
"""Kinds whose changes concern the second and third page."""


class PayoffEditor(Editor):
    """The editor of payoff matrices.

    Attributes:
        place: the first page.
        review: the second one.
        map: the third one.
        hands: what is done on the first two.
        map_hands: what is done on the third.
    """

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the first matrix."""
        super().__init__(context, parent)
        t, reading = context.t, context.read_only
        self._matrix_id = ""
        self._item_id = ""
        self._rater: str | None = None
        self._page = PageName.PLACE
        self._head_state: tuple[object, ...] = ()
        self._ideas: tuple[RatedIdea, ...] = ()
        self._raters: tuple[str, ...] = ()
        self._head = PayoffHead(t, self)
        self.place = PlacePage(t, reading=reading)
        self.review = ReviewPage(t, reading=reading)
        self.map = MapPage(t, reading=reading)
        self.hands = PayoffHands(self)
        self.map_hands = MapHands(self)
        self._showing = PayoffShowing(self)
        self._empty = NothingYet(context, self.hands.from_vote, self.hands.choose)
        self._stack = QStackedLayout(self)
        for part in (self._empty, self.place, self.review, self.map):
            self._stack.addWidget(part)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        head, place, hands = self._head, self.place, self.hands
        head.page_chosen.connect(lambda name: self.show_page(PageName(name)))
        head.matrix_chosen.connect(self.show_matrix)
        place.raters.chosen.connect(self._on_rater)
        place.raters.edit_asked.connect(hands.edit_raters)
        place.raters.hide_asked.connect(hands.hide)
        matrix, table = place.matrix, place.table
        matrix.chosen.connect(self.use)
        matrix.placed.connect(hands.place)
        matrix.returned.connect(hands.take_back)
        matrix.refused.connect(hands.refuse)
        matrix.enter_asked.connect(lambda: self._go_to_points(self._item_id))
        table.place_changed.connect(self._on_row)
        table.written.connect(self._on_written)
        table.left.connect(self.context.project.break_merge)
        table.cleared.connect(lambda rows, columns: hands.fill(self._ids(rows), columns, ""))
        table.filled.connect(lambda rows, columns, text: hands.fill(self._ids(rows), columns, text))
        table.pasted.connect(self._on_pasted)
        table.delete_asked.connect(lambda rows: hands.remove(self._ids(rows)))
        table.move_asked.connect(lambda rows, gap: hands.move(self._ids(rows), gap))
        place.sort.clicked.connect(hands.sort)
        place.remove.clicked.connect(lambda: hands.remove(self._ids(table.chosen_rows())))
        place.decided.committed.connect(self._write_decided)
        self.review.list.chosen.connect(self.use)
        self.review.list.enter_asked.connect(self.review.enter)
        self.review.list.answered.connect(self._answer_action)
        self.review.answered.connect(self._answer)
        self.review.written.connect(self._write_reason)
        self.review.opened.connect(lambda one: self.context.shell.go("cell", one))

    # What the shell asks ----------------------------------------------------------------------

    def in_head(self) -> QWidget | None:
        """Return pages and matrices."""
        return self._head

    def wants_width(self) -> bool:
        """Want all the width there is."""
        return True

    def body_margins(self) -> tuple[int, int]:
        """Return none: the pages keep their own."""
        return 0, 0

    def body_least(self) -> int:
        """Return the width in which matrix and table stand side by side."""
        return 1_120

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet of the matrix in view, on the third page that of the ideal map."""
        if self._page is PageName.MAP and self.map_hands.target_id():
            return "journey-map", self.map_hands.target_id()
        return "payoff-matrix", self._matrix_id or None

    def entrance(self) -> QWidget | None:
        """Return where keys work at once."""
        if not self._matrix_id:
            return self._empty.first()
        if self._page is PageName.PLACE:
            return self.place.matrix
        return self.review.list if self._page is PageName.REVIEW else self.map.entrance()

    def record_in_view(self) -> Record | None:
        """Return the idea in use on its matrix, else the matrix."""
        project = self.context.project
        return project.find(PayoffItem, self._item_id) or self.matrix()

    def head_actions(self) -> Sequence[HeadAction]:
        """Return what one does with matrices, and the next step of the method."""
        return head_actions(self)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        if self.context.read_only:
            return {}
        if not self._matrix_id:
            return {"more": self.hands.begin}
        some: dict[str, Callable[[], object]] = {"more": self.hands.choose}
        if self._page is PageName.PLACE:
            some["edit"] = self._edit
        elif self._page is PageName.REVIEW:
            some["edit"] = lambda: self.review.go_to("comment")
        return some

    def foot(self) -> int:
        """Return the height of what is said of the idea in use, or of the button to write."""
        return {PageName.PLACE: 64, PageName.REVIEW: 0, PageName.MAP: 64}[self._page]

    def audience_page(self) -> AudiencePage | None:
        """Return the matrix in view, large."""
        return PayoffPage(self.context, self._matrix_id) if self._matrix_id else None

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show a matrix or an idea on one, and put the focus on ``field`` when it is given."""
        project = self.context.project
        item, matrix = project.find(PayoffItem, record_id), project.find(PayoffMatrix, record_id)
        if item is not None:
            matrix = project.find(PayoffMatrix, item.matrix_id)
        if matrix is None:
            return False
        self.show_matrix(matrix.id)
        if item is None:
            self.show_page(PageName.PLACE)
            if field == "decided":
                self.place.decided.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        self.use(item.id)
        if field in ("fits_action", "fits_thought", "comment"):
            self.show_page(PageName.REVIEW)
            return self.review.go_to(field)
        self.show_page(PageName.PLACE)
        if field in (Axis.IMPACT, Axis.FEASIBILITY):
            return self._go_to_points(item.id, field)
        self.place.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # What is in view --------------------------------------------------------------------------

    def matrix(self) -> PayoffMatrix | None:
        """Return the matrix in view."""
        return self.context.project.find(PayoffMatrix, self._matrix_id)

    def ideas(self) -> tuple[RatedIdea, ...]:
        """Return the ideas on the matrix in view."""
        return self._ideas

    def raters(self) -> tuple[str, ...]:
        """Return everyone who rates."""
        return self._raters

    def rater(self) -> str | None:
        """Return who rates now; None for the mean of all."""
        return self._rater

    def page(self) -> PageName:
        """Return the page in view."""
        return self._page

    def current(self) -> str:
        """Return the id of the idea in use, or empty."""
        return self._item_id

    def writer(self) -> str | None:
        """Return who rates when something is moved or typed; None where one must be chosen."""
        if self.context.read_only:
            return None
        return writer(self._rater, self._raters)

    def show_matrix(self, matrix_id: str) -> None:
        """Show another matrix."""
        if matrix_id != self._matrix_id:
            self.flush()
            self._matrix_id, self._rater, self._item_id = matrix_id, None, ""
            self.map_hands.forget()
            self.refresh(None)

    def show_page(self, name: PageName) -> None:
        """Show another page; what was typed is written first."""
        if name is self._page or not self._matrix_id:
            return
        self.flush()
        self._page = name
        self._head.pages.set_value(name)
        self.refresh(None)
        self.target_changed.emit()
        entrance = self.entrance()
        if entrance is not None and self.isVisible():
            entrance.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rater(self, rater: str | None) -> None:
        """Rate as someone else from now on; None shows the mean of all."""
        self.flush()
        self._rater = rater
        self.refresh(None)

    def use(self, item_id: str) -> None:
        """Use another idea; what was typed of this one is written first."""
        if item_id == self._item_id:
            return
        self.flush()
        self._item_id = item_id
        if self._page is PageName.REVIEW:
            self._showing.review()
        elif self._page is PageName.PLACE:
            self.place.table.go_to_key(item_id, self.place.column())
            self._showing.matrix()

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed: all when ``changes`` is None, else only what is in view of it."""
        kinds = {change.kind for change in changes.changes} if changes is not None else _MINE
        if not kinds & (_MINE | _BEHIND):
            return
        before = self._matrix_id
        project = self.context.project
        if self.matrix() is None:
            found = first_matrix(project)
            self._matrix_id, self._rater = found.id if found else "", None
        self._read()
        if kinds & _MINE or self._page is not PageName.PLACE:
            self._show()
        if self._matrix_id != before:
            self.target_changed.emit()
        self._tell_head()

    def _read(self) -> None:
        matrix = self.matrix()
        if matrix is None:
            self._ideas, self._raters, self._item_id = (), (), ""
            return
        project = self.context.project
        self._ideas = rated_ideas(project, matrix.id)
        self._raters = raters_on(project, matrix)
        if self._rater is not None and self._rater not in self._raters:
            self._rater = None
        if len(self._raters) == 1 and not matrix.hidden:
            self._rater = self._raters[0]
        ids = [one.id for one in self._ideas]
        if self._item_id not in ids:
            self._item_id = ids[0] if ids else ""

    def _show(self) -> None:
        project, t = self.context.project, self.context.t
        matrices = project.all(PayoffMatrix)
        named = [(one.id, t(actions.matrix_name(one))) for one in matrices]
        self._head.show_matrices(named, self._matrix_id)
        if not self._matrix_id:
            self._empty.show_ways(voted=len(choosing.voted(project)), ideas=bool(project.all(Note)))
            self._stack.setCurrentWidget(self._empty)
            return
        if self._page is PageName.PLACE:
            self._showing.place()
        elif self._page is PageName.REVIEW:
            self._showing.review()
        else:
            self.map_hands.show()
        pages = {PageName.PLACE: self.place, PageName.REVIEW: self.review, PageName.MAP: self.map}
        self._stack.setCurrentWidget(pages[self._page])

    def _tell_head(self) -> None:
        """Ask for the head anew when it would differ."""
        state = (self._matrix_id, self._page, len(self.context.project.all(PayoffMatrix)))
        if state != self._head_state:
            self._head_state = state
            self.head_changed.emit()

    # From the pages to the hands --------------------------------------------------------------

    def _ids(self, rows: Sequence[int]) -> list[str]:
        found = (self.place.rows.idea(row) for row in rows)
        return [one.id for one in found if one is not None]

    def _on_row(self) -> None:
        one = self.place.rows.idea(self.place.table.row())
        if one is not None and one.id != self._item_id:
            self._item_id = one.id
            self._showing.matrix()

    def _on_written(self, row: int, column: str, text: str) -> None:
        one = self.place.rows.idea(row)
        try:
            self.hands.write(one.id if one is not None else "", column, text)
        finally:
            self.place.table.refresh()

    def _on_pasted(self, block: Block, row: int, column: int) -> None:
        rows = range(row, self.place.rows.count())
        columns = [one.key for one in self.place.rows.columns[column:]]
        self.hands.paste(block, self._ids(rows), columns)

    def _on_rater(self, rater: str | None) -> None:
        if rater != self._rater and self.hands.may_see(rater):
            self.show_rater(rater)
        else:
            self._showing.place()

    def _go_to_points(self, item_id: str, axis: str = Axis.IMPACT) -> bool:
        if not self.place.table.go_to_key(item_id, axis):
            return False
        self.place.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _edit(self) -> None:
        if self.place.table.hasFocus() or self.place.table.live.hasFocus():
            self.place.table.edit_here()
        elif self._item_id:
            self._go_to_points(self._item_id)

    def _write_decided(self, text: str) -> None:
        if self.matrix() is not None:
            actions.write_decided(self.context.project, self._matrix_id, text)

    def _answer(self, field: actions.Fit, answer: Outcome) -> None:
        if self.context.project.find(PayoffItem, self._item_id) is not None:
            actions.set_fit(self.context.project, self._item_id, field, answer)

    def _answer_action(self, item_id: str, answer: Outcome) -> None:
        actions.set_fit(self.context.project, item_id, "fits_action", answer)

    def _write_reason(self, text: str) -> None:
        if self.context.project.find(PayoffItem, self._item_id) is not None:
            actions.write_reason(self.context.project, self._item_id, text)
