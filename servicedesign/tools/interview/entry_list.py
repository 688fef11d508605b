"""Questions and answers below each other, typed one after the other.

Owns the rows, and where Enter leads. Rows are kept over a refresh, so that typing goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.interview.entry_row import EntryRow, EntryState


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
        self._rows: dict[str, EntryRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def rows(self) -> tuple[EntryRow, ...]:
        """Return the rows in order."""
        return tuple(self._rows.values())

    def row(self, entry_id: str) -> EntryRow | None:
        """Return the row of an entry, or None."""
        return self._rows.get(entry_id)

    def ids(self) -> tuple[str, ...]:
        """Return the entries in order."""
        return tuple(self._rows)

    def show_entries(self, states: Sequence[EntryState]) -> None:
        """Show ``states`` in order; rows of those that stay are kept."""
        wanted = [state.entry.id for state in states]
        if wanted != list(self._rows):
            self._sort(wanted)
        for state in states:
            self._rows[state.entry.id].show_entry(state)

    def _sort(self, wanted: Sequence[str]) -> None:
        before = self._rows
        self._rows = {entry_id: before.get(entry_id) or self._row() for entry_id in wanted}
        for entry_id, row in before.items():
            if entry_id not in self._rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        earlier: QWidget | None = None
        for place, (entry_id, row) in enumerate(self._rows.items()):
            row.setObjectName(entry_id)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show()
            for part in row.fields.values():
                if earlier is not None:
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
        """Return the last field that Tab comes to, or None."""
        return self.rows()[-1].seen if self._rows else None

    # Going on -----------------------------------------------------------------------------------

    def _on_ended(self, row: EntryRow, name: str) -> None:
        if name == "question":
            row.answer.setFocus(Qt.FocusReason.TabFocusReason)
            return
        rows = self.rows()
        place = rows.index(row)
        if place + 1 < len(rows):
            self.begin(rows[place + 1])
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
        there = self.rows().index(row) + by
        if 0 <= there < len(self._rows):
            self.move_asked.emit(row.objectName(), there)

    def holding(self, widget: QWidget | None) -> EntryRow | None:
        """Return the row that ``widget`` stands in, or None."""
        if widget is None:
            return None
        return next((row for row in self.rows() if row.isAncestorOf(widget)), None)
