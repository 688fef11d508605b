"""The candidates side by side: arrows go among fields and people, Enter opens what is pointed at.

Owns the table, its sizes and its keys. It writes nothing: what is wanted is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableView, QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.persona.compared import Candidate
from servicedesign.tools.persona.comparison_delegate import ComparisonDelegate
from servicedesign.tools.persona.comparison_heads import HEAD, CandidateHead, FieldHead
from servicedesign.tools.persona.comparison_model import CELL, CHOICE, ROWS, ComparisonModel
from servicedesign.tools.portraits import Likeness
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import theme

LEAST_COLUMN = 224
"""Least width of a candidate's column, px at 100 %; more candidates scroll sideways."""
MOST_COLUMN = 520
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ComparisonTable(QTableView):
    """A table with frozen heads.

    Signals:
        open_asked: a candidate's id and the field to go to.
        choose_asked: the id of the candidate to narrow to.
        leave_asked: back to one candidate.
        moved: another cell is pointed at.
    """

    open_asked = Signal(str, str)
    choose_asked = Signal(str)
    leave_asked = Signal()
    moved = Signal()

    def __init__(
        self,
        t: Translator,
        look_up: Callable[[str], Likeness],
        *,
        reading: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty table; ``look_up`` returns what stands in a candidate's frame."""
        super().__init__(parent)
        self.t = t
        self._people = ComparisonModel(t, reading=reading)
        self._painter = ComparisonDelegate(t, self)
        self._heads = CandidateHead(self._people, look_up, self)
        self._labels = FieldHead(self._people, self)
        self._different = False
        self.setAccessibleName(t("候補の比較"))
        self.setModel(self._people)
        self.setItemDelegate(self._painter)
        self.setHorizontalHeader(self._heads)
        self.setVerticalHeader(self._labels)
        self._set_up()
        self.selectionModel().currentChanged.connect(self._on_current)
        self._heads.sectionClicked.connect(self._on_head)

    def _set_up(self) -> None:
        look = theme()
        self.setObjectName("white_table")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setProperty(NO_RING, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(look.px(24))
        self.horizontalScrollBar().setSingleStep(look.px(40))
        self._heads.setFixedHeight(look.px(HEAD))
        for part in (self._heads, self._labels):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            corner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            corner.setAccessibleName(self.t("候補の比較"))

    # Showing ----------------------------------------------------------------------------------

    def show_people(self, people: Sequence[Candidate]) -> None:
        """Show ``people``; the cell pointed at stays."""
        row, here = max(0, self.currentIndex().row()), self.candidate()
        self._people.show(people)
        self._heads.forget_faces()
        self.arrange()
        if people and (self.candidate() != here or not self.currentIndex().isValid()):
            self.go(here, ROWS[row])

    def show_differing(self, *, only: bool) -> None:
        """Show the rows in which the candidates differ only, or all rows."""
        self._different = only
        self.arrange()
        if self.isRowHidden(self.currentIndex().row()):
            self.setCurrentIndex(self._people.index(0, max(0, self.currentIndex().column())))

    def arrange(self) -> None:
        """Give columns and rows the sizes that their words want."""
        look, count = theme(), len(self._people.people())
        if not count:
            return
        room = self.viewport().width() // count
        width = min(look.px(MOST_COLUMN), max(look.px(LEAST_COLUMN), room))
        for column in range(count):
            self.setColumnWidth(column, width)
        for row in range(len(ROWS)):
            self.setRowHidden(row, self._different and self._people.same(row))
            self.setRowHeight(row, self._row_height(row, width))

    def _row_height(self, row: int, width: int) -> int:
        cells = [self._people.index(row, c).data(CELL) for c in range(self._people.columnCount())]
        wanted = max((self._painter.height(cell, width) for cell in cells), default=0)
        return max(wanted, self._labels.least_height(row), theme().px(36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the candidates."""
        super().resizeEvent(event)
        self.arrange()

    # Places -----------------------------------------------------------------------------------

    def _ids(self) -> list[str]:
        return [one.id for one in self._people.people()]

    def candidate(self) -> str:
        """Return the id of the candidate pointed at, or empty."""
        ids, column = self._ids(), self.currentIndex().column()
        return ids[column] if 0 <= column < len(ids) else ""

    def field(self) -> str:
        """Return the field pointed at."""
        return ROWS[max(0, self.currentIndex().row())]

    def go(self, persona_id: str, field: str) -> None:
        """Point at a field of a candidate; the first one where it is not there."""
        ids = self._ids()
        column = ids.index(persona_id) if persona_id in ids else 0
        row = ROWS.index(field) if field in ROWS else 0
        self.setCurrentIndex(self._people.index(row, column))

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        self._heads.viewport().update()
        self._labels.viewport().update()
        self.moved.emit()

    def _on_head(self, column: int) -> None:
        self.setCurrentIndex(self._people.index(max(0, self.currentIndex().row()), column))

    # Doing ------------------------------------------------------------------------------------

    def act(self) -> None:
        """Do what Enter does: choose in the row of the choice, else go to the field."""
        cell = self.currentIndex().data(CELL)
        if cell is None:
            return
        if cell.field == CHOICE and cell.action:
            self.choose_asked.emit(self.candidate())
        else:
            self.open_asked.emit(self.candidate(), cell.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts, Esc leaves; arrows, Home and End are the table's."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain:
            self.act()
        elif event.key() == Qt.Key.Key_Escape and plain:
            self.leave_asked.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """One press on the words 「この人に絞る…」 is enough."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        cell = index.data(CELL) if index.isValid() else None
        if event.button() == Qt.MouseButton.LeftButton and cell is not None and cell.action:
            self.choose_asked.emit(self.candidate())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the field."""
        index = self.indexAt(event.position().toPoint())
        cell = index.data(CELL) if index.isValid() else None
        if cell is not None and not cell.action:
            self.open_asked.emit(self.candidate(), cell.field)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.arrange()
