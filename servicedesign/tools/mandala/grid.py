"""The cells of a chart on screen, with one live field on the cell in use.

Owns the cursor, which cells are in view, and the field's place. What keys mean is in ``keys``,
how it looks in ``painting``; what is written goes out as a signal.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Mandala, Note
from servicedesign.tools.mandala.cell_field import CellField
from servicedesign.tools.mandala.chart import Chart
from servicedesign.tools.mandala.keys import handle_key
from servicedesign.tools.mandala.layout import Layout
from servicedesign.tools.mandala.painting import WRITTEN, bold_at, is_tight, paint_chart
from servicedesign.tools.mandala.spots import MIDDLE, Spot, closed, opened
from servicedesign.tools.mandala.words import spoken
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.table.columns import ColumnForm


class MandalaGrid(QWidget):
    """A chart to be filled in by keys.

    Attributes:
        field: the field on the cell in use; it has the focus.

    Signals:
        moved: another cell is in use.
        view_changed: all cells are in view, or one block.
        written_to: a cell and its words, in pauses and on leaving.
        clear_asked: the cell in use is to be emptied.
        copy_asked: its words are to be copied.
        paste_asked: what is on the clipboard is to be written.
    """

    moved = Signal()
    view_changed = Signal()
    written_to = Signal(object, str)
    clear_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Show an empty chart."""
        super().__init__(parent)
        self.t = t
        self._chart = Chart(Mandala(), {}, {})
        self._colours: dict[str, str] = {}
        self._cursor = MIDDLE
        self._whole = True
        self._from_whole = False
        self._seen = False
        self._at: Spot | None = None
        self.field = CellField(lambda event: handle_key(self, event), self)
        self.field.written.connect(self._on_written)
        self.field.turned.connect(self._on_turned)
        self.field.grown.connect(self._place)
        self.setFocusProxy(self.field)
        self.setAccessibleName(t("マンダラート"))
        self._place()

    # What is shown ----------------------------------------------------------------------------

    def show_chart(self, chart: Chart, colours: dict[str, str], *, reading: bool) -> None:
        """Show ``chart``; ``colours`` are those of its notes, by their ids."""
        changed = chart.mandala.id != self._chart.mandala.id
        if changed:
            self.finish()
            self._cursor = MIDDLE
        self._chart, self._colours = chart, colours
        self.field.setReadOnly(reading)
        self._place()
        self.update()
        if changed:
            self.moved.emit()

    def chart(self) -> Chart:
        """Return the chart that is shown."""
        return self._chart

    def colour(self, note: Note) -> str:
        """Return the colour of a note, a key of ``tokens.STICKIES``."""
        return self._colours.get(note.id, str(note.colour))

    def cursor_spot(self) -> Spot:
        """Return the cell in use."""
        return self._cursor

    def is_whole(self) -> bool:
        """Tell whether all 81 cells are in view."""
        return self._whole

    def written_spot(self) -> Spot | None:
        """Return the cell that is being written, or None."""
        return self._at

    def places(self) -> dict[Spot, QRect]:
        """Return where the cells in view stand."""
        return self._layout().cells()

    def map_places(self) -> dict[Spot, QRect]:
        """Return where the cells of the small map stand; none where all are in view."""
        return self._layout().map_cells()

    def _layout(self) -> Layout:
        return Layout(self.rect(), None if self._whole else self._cursor.block)

    # Going about ------------------------------------------------------------------------------

    def go(self, spot: Spot) -> None:
        """Use another cell; what was being written is kept."""
        self.finish()
        if spot != self._cursor:
            self._cursor = spot
            self._place()
            self.update()
            self.moved.emit()
        self._speak()

    def show_whole(self, whole: bool) -> None:
        """Show all 81 cells, or the block in use alone."""
        self.finish()
        self._from_whole = False
        self._set_whole(whole)

    def _set_whole(self, whole: bool) -> None:
        if whole != self._whole:
            self._whole = whole
            self._place()
            self.update()
            self.view_changed.emit()

    def open_cell(self) -> None:
        """Go to the eight that the cell in use opens to, at the first that is still empty."""
        self.finish()
        middle = opened(self._cursor)
        if middle is None:
            return
        if self._whole and middle != MIDDLE:
            self._set_whole(False)
            self._from_whole = True
        eight = [Spot(middle.block, slot) for slot in range(1, 9)]
        empty = (spot for spot in eight if not self._chart.has_words(spot))
        self.go(next(empty, eight[0]) if self._chart.has_words(middle) else middle)

    def close_cell(self) -> None:
        """Go back to the word from which one came; from the middle block to all cells."""
        self.finish()
        if self._from_whole or self._cursor.block == 0:
            self._from_whole = False
            self._set_whole(True)
        self.go(closed(self._cursor))

    def write(self) -> None:
        """Write on behind what stands in the cell in use."""
        self.field.setFocus()
        self.field.write_on()

    def finish(self) -> None:
        """End what is being written; it is kept."""
        self.field.finish()

    def _on_turned(self) -> None:
        self._at = self._cursor if self.field.writing else None
        self._place()
        self.update()

    def _on_written(self, text: str) -> None:
        self.written_to.emit(self._at or self._cursor, text)

    def _place(self) -> None:
        """Put the field on the cell in use and call it by its name."""
        spot = self._cursor
        text = self._chart.text(spot)
        self.field.aim(spoken(self._chart, spot, self.t), text, ColumnForm.LONG)
        self.field.set_type(WRITTEN if self._whole else tokens.TITLE_PX, bold=bold_at(spot))
        layout = self._layout()
        self.field.place(layout.cells()[spot], layout.board())

    def _speak(self) -> None:
        if self.field.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.field, QAccessible.Event.Focus))

    # Qt's own hooks ---------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return a size at which short words can be read."""
        return QSize(theme().px(900), theme().px(520))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(theme().px(360), theme().px(280))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew; where all cells would be too small one block is shown at first."""
        super().resizeEvent(event)
        if not self._seen and self.isVisible():
            self._seen = True
            if is_tight(self.places()[MIDDLE]):
                self._set_whole(False)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        paint_chart(self, painter, event.rect())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Use the cell that was pressed."""
        spot = self._layout().spot(event.position().toPoint())
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)
        if spot is not None:
            self.go(spot)
        else:
            self.finish()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write in the cell that was pressed twice."""
        if self._layout().spot(event.position().toPoint()) == self._cursor:
            self.write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys that the field did not take to the window."""
        event.ignore()
