"""How many votes each idea has, typed or counted up and down row by row.

Owns typing a number on a row and going to the next. Every number is asked for outside; one that is
refused stays as typed, to be changed.
"""

from __future__ import annotations

import unicodedata
from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from servicedesign import tokens
from servicedesign.tools.voting.row_look import paint_line_below
from servicedesign.tools.voting.target_line import LINE, TargetLine, label_width, paint_target
from servicedesign.tools.voting.target_model import TargetModel
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme

_ROW, _BOX, _STEP = 44, 72, 36
_MOST_DIGITS = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Plus: 1,
}


class CountList(QListView):
    """One row for each idea; the row in use holds a number that can be typed.

    Signals:
        written: the id of a target, and how many votes it has.
        stepped: the id of a target, and -1 or 1.
        row_changed: another row is in use.
        typed: a digit was typed or taken back.
    """

    written = Signal(str, int)
    stepped = Signal(str, int)
    row_changed = Signal()
    typed = Signal()

    def __init__(self, model: TargetModel, name: str, parent: QWidget | None = None) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self._targets = model
        self._buffer: str | None = None
        self.refused = False
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_CountDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty(NO_RING, True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        model.modelReset.connect(self._on_reset)

    def _on_reset(self) -> None:
        self._buffer = None

    def current_line(self) -> TargetLine | None:
        """Return the row in use."""
        return self._targets.line(self.currentIndex().row())

    def buffer(self) -> str | None:
        """Return what is typed on the row in use and not written yet, or None."""
        return self._buffer

    def shown(self, line: TargetLine) -> str:
        """Return what stands in the box of a row: what is typed, else its number."""
        mine = self.current_line()
        typed = mine is not None and mine.target_id == line.target_id
        return self._buffer if typed and self._buffer is not None else line.votes

    def go(self, row: int) -> None:
        """Use another row; what is typed on this one is written first, unless it is refused."""
        if not self._write():
            return
        row = max(0, min(row, self.model().rowCount() - 1))
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.viewport().update()
        self.row_changed.emit()

    def flush(self) -> None:
        """Write what is typed."""
        self._write()

    def composing(self) -> bool:
        """Tell that no conversion is ever unfinished: digits need none."""
        return False

    def take_refusal(self, refused: bool) -> None:
        """Keep what is typed when it was refused."""
        self.refused = refused
        if not refused:
            self._buffer = None
        self.viewport().update()

    def _write(self) -> bool:
        """Write what is typed; False when it was refused and stays."""
        line = self.current_line()
        if self._buffer is None or line is None:
            self._buffer = None
            return True
        self.refused = False
        self.written.emit(line.target_id, int(self._buffer or "0"))
        if not self.refused:
            self._buffer = None
        self.viewport().update()
        return not self.refused

    def _feed(self, text: str) -> None:
        digits = [
            str(unicodedata.decimal(letter))
            for letter in unicodedata.normalize("NFKC", text)
            if letter.isdecimal()
        ]
        if digits:
            self._set_buffer(((self._buffer or "") + "".join(digits))[:_MOST_DIGITS])

    def _set_buffer(self, text: str | None) -> None:
        self._buffer = text
        self.refused = False
        self.viewport().update()
        self.typed.emit()

    def step(self, by: int) -> None:
        """Count the row in use up or down."""
        line = self.current_line()
        if line is not None and self._write():
            self.stepped.emit(line.target_id, by)

    # Keys and mouse ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits write, Enter and ↓ go on, ↑ back, ← and → count."""
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not plain:
            super().keyPressEvent(event)
        elif key in _ENTER or key == Qt.Key.Key_Down:
            self.go(row + 1)
        elif key == Qt.Key.Key_Up:
            self.go(row - 1)
        elif key in _STEPS:
            self.step(_STEPS[key])
        else:
            self._on_edit_key(key, event)

    def _on_edit_key(self, key: Qt.Key, event: QKeyEvent) -> None:
        row, page = self.currentIndex().row(), max(1, self.viewport().height() // theme().px(_ROW))
        far = {
            Qt.Key.Key_PageDown: row + page,
            Qt.Key.Key_PageUp: row - page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.model().rowCount() - 1,
        }
        line = self.current_line()
        if key in far:
            self.go(far[key])
        elif key == Qt.Key.Key_Backspace and line is not None:
            now = self._buffer if self._buffer is not None else line.votes
            self._set_buffer(now[:-1] if now.isdecimal() else "")
        elif key == Qt.Key.Key_Delete:
            self._set_buffer("0")
        elif key == Qt.Key.Key_Escape and self._buffer is not None:
            self._set_buffer(None)
        elif event.text() and event.text().isprintable():
            self._feed(event.text())
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method gives all the same."""
        self._feed(event.commitString())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep Delete for the number: it deletes nothing else here."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Use the first row when none is in use."""
        super().focusInEvent(event)
        if self.currentIndex().row() < 0 and self.model().rowCount():
            self.go(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write what is typed."""
        super().focusOutEvent(event)
        self._write()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Use the row under the pointer; its two signs count."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        if index.row() != self.currentIndex().row():
            self.go(index.row())
            return
        less, _, more = boxes(QRectF(self.visualRect(index)))
        if less.contains(event.position()):
            self.step(-1)
        elif more.contains(event.position()):
            self.step(1)


def boxes(rect: QRectF) -> tuple[QRectF, QRectF, QRectF]:
    """Return where in a row less, the number and more stand."""
    look = theme()
    high = look.px(36)
    top = rect.center().y() - high / 2
    more = QRectF(rect.right() - look.px(_STEP), top, look.px(_STEP), high)
    number = QRectF(more.left() - look.px(_BOX), top, look.px(_BOX), high)
    less = QRectF(number.left() - look.px(_STEP), top, look.px(_STEP), high)
    return less, number, more


class _CountDelegate(QStyledItemDelegate):
    """Paints an idea and its number."""

    def __init__(self, view: CountList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        return QSize(theme().px(240), theme().px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row, and in the row in use the box with less and more."""
        line = index.data(LINE)
        if not isinstance(line, TargetLine):
            return
        look, rect = theme(), QRectF(option.rect)
        current = index.row() == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), color(tokens.TINT))
        less, number, more = boxes(rect)
        if current:
            self._paint_box(painter, number)
            for name, place in (("minus", less), ("plus", more)):
                side = look.px(20)
                spot = QRectF(0, 0, side, side)
                spot.moveCenter(place.center())
                paint_icon(painter, f"mdi6.{name}", spot, color(tokens.ACTION))
        font = look.font(tokens.CONTENT_PX, bold=True)
        painter.setFont(font)
        painter.setPen(color(tokens.TEXT))
        words = self._view.shown(line)
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter.value), words)
        if current and self._view.hasFocus():
            self._paint_caret(painter, font, words, number)
        painter.setPen(color(tokens.TEXT))
        inset = look.px(8)
        box = QRectF(
            rect.left() + inset, rect.top(), less.left() - rect.left() - inset, rect.height()
        )
        digits = label_width(look.font(tokens.CONTENT_PX, bold=True), ["999"])
        size = tokens.CONTENT_PX
        paint_target(painter, line, box, size=size, bold=current, numbers=digits)
        paint_line_below(painter, rect)
        painter.restore()

    def _paint_box(self, painter: QPainter, place: QRectF) -> None:
        look = theme()
        focused = self._view.hasFocus()
        tone = tokens.ERROR if self._view.refused else tokens.INK if focused else tokens.EDGE
        painter.setBrush(color(tokens.GROUND))
        if focused and not self._view.refused:
            painter.setPen(QPen(color(tokens.RING), look.px(3)))
            painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), look.px(8), look.px(8))
        painter.setPen(QPen(color(tone), look.px(2) if focused else 1))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), look.px(6), look.px(6))

    def _paint_caret(self, painter: QPainter, font: object, words: str, place: QRectF) -> None:
        look = theme()
        metrics = QFontMetricsF(look.font(tokens.CONTENT_PX, bold=True))
        typed = self._view.buffer() is not None
        end = place.center().x() + (ceil(metrics.horizontalAdvance(words) / 2) if typed else 0)
        if typed:
            high = look.px(20)
            bar = QRectF(end + look.px(1), place.center().y() - high / 2, look.px(2), high)
            painter.fillRect(bar, color(tokens.INK))
