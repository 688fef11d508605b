"""The people of one group, as names that can be dragged or sent to another group by a key.

Owns the list of one card. Where someone goes is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from servicedesign import tokens
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.table.row_head import rows_dragged

ROW = 32
_TWO_COLUMNS = 232
_MOST_ROWS = 12
_LINE = Qt.ItemDataRole.UserRole
_WAYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person: the record's id, what is shown, and what a screen reader says."""

    id: str
    name: str
    said: str


class _NameDelegate(QStyledItemDelegate):
    def __init__(self, names: QListWidget) -> None:
        super().__init__(names)
        self._names = names

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the place that each name has."""
        return self._names.gridSize()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a name, on a tint where it is chosen."""
        look = theme()
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        state = option.state
        focus = bool(state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(state & QStyle.StateFlag.State_Selected) and focus
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(color(tokens.ACTION), look.px(2)) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(color(tokens.TINT if chosen else tokens.TABLE_GROUND))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), look.px(4), look.px(4))
        line = index.data(_LINE)
        name = line.name if isinstance(line, PersonLine) else ""
        room = rect.adjusted(look.px(8), 0, -look.px(4), 0)
        painter.setFont(look.font())
        painter.setPen(color(tokens.TEXT))
        shown = painter.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
        painter.restore()


class GroupPeople(QListWidget):
    """Names in one or two columns, as high as it takes.

    Signals:
        step_asked: the person's id, and -1 or 1: to the group before or after.
        number_asked: the person's id, and the place (from 0) of the group to go to.
        out_asked: the id of a person to be taken out of the group.
        open_asked: the id of a person to be shown in the table.
    """

    step_asked = Signal(str, int)
    number_asked = Signal(str, int)
    out_asked = Signal(str)
    open_asked = Signal(str)

    def __init__(self, name: str, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty list named ``name``; nobody is moved when ``reading``."""
        super().__init__(parent)
        self._reading = reading
        self._lines: tuple[PersonLine, ...] = ()
        self.setAccessibleName(name)
        self.setProperty(NO_RING, True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_NameDelegate(self))
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMovement(QListView.Movement.Static)
        self.setMouseTracking(True)
        self.setDragEnabled(not reading)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(lambda item: self.open_asked.emit(item.data(_LINE).id))

    def show_people(self, lines: Sequence[PersonLine]) -> None:
        """Show ``lines``; the one in use stays in use wherever it went."""
        if tuple(lines) == self._lines:
            return
        current = self.current_id()
        self._lines = tuple(lines)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        for row, line in enumerate(lines):
            if row >= self.count():
                self.addItem(QListWidgetItem())
            item = self.item(row)
            if item.data(_LINE) != line:
                item.setData(_LINE, line)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, line.said)
                item.setToolTip(plain(line.said))
            if line.id == current:
                self.setCurrentRow(row)
        self._fit()

    def current_id(self) -> str:
        """Return the id of the person in use, or empty."""
        row = self.currentRow()
        return self._lines[row].id if 0 <= row < len(self._lines) else ""

    def use(self, person_id: str) -> bool:
        """Put the focus on a person; False when the list does not hold them."""
        for row, line in enumerate(self._lines):
            if line.id == person_id:
                self.setCurrentRow(row)
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _fit(self) -> None:
        look = theme()
        wide = max(1, self.viewport().width())
        columns = 2 if wide >= look.px(_TWO_COLUMNS) else 1
        self.setGridSize(QSize((wide - 2) // columns, look.px(ROW)))
        rows = -(-len(self._lines) // columns)
        shown = min(rows, _MOST_ROWS)
        crowded = rows > _MOST_ROWS
        half = look.px(ROW // 2) if crowded else 0
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bars.ScrollBarAsNeeded if crowded else bars.ScrollBarAlwaysOff
        )
        self.setFixedHeight(max(1, shown) * look.px(ROW) + half)
        self.setVisible(bool(self._lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or two."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Alt with an arrow send to another group, Delete takes out, Enter opens."""
        if not self._taken(event):
            if event.text() and event.text().isprintable():
                event.ignore()
            else:
                super().keyPressEvent(event)

    def _taken(self, event: QKeyEvent) -> bool:
        person, key, held = self.current_id(), event.key(), event.modifiers()
        if not person:
            return False
        if key in _ENTER:
            self.open_asked.emit(person)
            return True
        if self._reading:
            return False
        plainly = not held & ~Qt.KeyboardModifier.KeypadModifier
        digit = key - Qt.Key.Key_1
        if plainly and 0 <= digit < 9:
            self.number_asked.emit(person, digit)
        elif plainly and key == Qt.Key.Key_Delete:
            self.out_asked.emit(person)
        elif held & Qt.KeyboardModifier.AltModifier and key in _WAYS:
            self.step_asked.emit(person, _WAYS[Qt.Key(key)])
        else:
            return False
        return True

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: N802 - Qt's own name
        """Drag the person in use, in the form in which the table drags rows."""
        person = self.current_id()
        if person:
            drag = QDrag(self)
            drag.setMimeData(rows_dragged([person]))
            drag.exec(Qt.DropAction.MoveAction)
