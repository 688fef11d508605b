"""Questions and answers below each other, typed one after the other.

Owns the rows, and where Enter leads. Rows are kept over a refresh, so that typing goes on. Of a
long talk the first rows are made at once, the others as they are asked for or while nothing else
is to be done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.interview.entry_row import EntryRow, EntryState

_AT_ONCE = 10
"""Rows made before the first picture: more than a screen shows."""

_A_TURN = 3
"""Rows made each time the window has nothing else to do."""


class EntryList(QWidget):
    """The rows.

    Signals:
        written: an entry, its field, the text, and when its first character came.
        next_asked: the entry that is done; one more is to be opened behind it.
        guide_asked: an entry that wants a question from a guide.
        move_asked: an entry, and the place it is to stand at.
        place_changed: caret or selection of an answer moved.
    """

    written = Signal(str, str, str, object)
    next_asked = Signal(str)
    guide_asked = Signal(str)
    move_asked = Signal(str, int)
    place_changed = Signal()

    def __init__(
        self,
        t: Translator,
        clock: Callable[[], datetime],
        *,
        reading: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.t = t
        self._clock = clock
        self._reading = reading
        self._states: dict[str, EntryState] = {}
        self._rows: dict[str, EntryRow] = {}
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(lambda: self._make(len(self._rows) + _A_TURN))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def made(self) -> tuple[EntryRow, ...]:
        """Return the rows made so far, in order: the first ones, or all."""
        return tuple(self._rows.values())

    def rows(self) -> tuple[EntryRow, ...]:
        """Return all rows in order."""
        self._make(len(self._states))
        return self.made()

    def row(self, entry_id: str) -> EntryRow | None:
        """Return the row of an entry, or None."""
        if entry_id in self._states and entry_id not in self._rows:
            self._make(self.ids().index(entry_id) + 1)
        return self._rows.get(entry_id)

    def ids(self) -> tuple[str, ...]:
        """Return the entries in order."""
        return tuple(self._states)

    def show_entries(self, states: Sequence[EntryState]) -> None:
        """Show ``states`` in order; rows of those that stay are kept."""
        self._states = {state.entry.id: state for state in states}
        for entry_id in self._rows.keys() - self._states.keys():
            row = self._rows.pop(entry_id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        kept = [place for place, entry_id in enumerate(self._states) if entry_id in self._rows]
        self._make(max([_AT_ONCE, *(place + 1 for place in kept)]))
        for entry_id, row in self._rows.items():
            row.show_entry(self._states[entry_id])

    def _make(self, count: int) -> None:
        """Have the rows of the first ``count`` entries, in order."""
        wanted = list(self._states)[:count]
        if wanted != list(self._rows):
            self._sort(wanted)
        if len(self._rows) < len(self._states):
            self._later.start()
        else:
            self._later.stop()

    def _sort(self, wanted: Sequence[str]) -> None:
        before = self._rows
        self._rows = {entry_id: before.get(entry_id) or self._row() for entry_id in wanted}
        moved = False
        earlier: QWidget | None = None
        for place, (entry_id, row) in enumerate(self._rows.items()):
            if entry_id not in before:
                row.setObjectName(entry_id)
                row.show_entry(self._states[entry_id])
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
                row.show()
                moved = True
            for part in row.fields.values():
                if earlier is not None and moved:
                    QWidget.setTabOrder(earlier, part)
                earlier = part

    def _row(self) -> EntryRow:
        row = EntryRow(self.t, self._clock, reading=self._reading, parent=self)
        row.written.connect(
            lambda name, text, moment: self.written.emit(row.objectName(), name, text, moment)
        )
        row.ended.connect(lambda name: self._on_ended(row, name))
        row.guide_asked.connect(lambda: self.guide_asked.emit(row.objectName()))
        row.move_asked.connect(lambda by: self._on_move(row, by))
        row.place_changed.connect(self.place_changed)
        return row

    def last_field(self) -> QWidget | None:
        """Return the last field that Tab comes to so far, or None."""
        return self.made()[-1].seen if self._rows else None

    # Going on -----------------------------------------------------------------------------------

    def _on_ended(self, row: EntryRow, name: str) -> None:
        if name == "question":
            row.answer.setFocus(Qt.FocusReason.TabFocusReason)
            return
        ids = self.ids()
        place = ids.index(row.objectName())
        if place + 1 < len(ids):
            self.begin_at(ids[place + 1])
        elif any(edit.text().strip() for edit in row.fields.values()):
            self.next_asked.emit(row.objectName())
        else:
            row.question.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self, row: EntryRow) -> None:
        """Put the focus where one types next: the question, or the answer to one that stands."""
        target = row.answer if row.question.text().strip() else row.question
        target.setFocus(Qt.FocusReason.TabFocusReason)
        cursor = target.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        target.setTextCursor(cursor)

    def begin_at(self, entry_id: str) -> None:
        """Put the focus where one types next in an entry; see ``begin``."""
        row = self.row(entry_id)
        if row is not None:
            self.begin(row)

    def _on_move(self, row: EntryRow, by: int) -> None:
        there = self.ids().index(row.objectName()) + by
        if 0 <= there < len(self._states):
            self.move_asked.emit(row.objectName(), there)

    def holding(self, widget: QWidget | None) -> EntryRow | None:
        """Return the row that ``widget`` stands in, or None."""
        if widget is None:
            return None
        return next((row for row in self.made() if row.isAncestorOf(widget)), None)
