"""The people of a vote by group, each with a box to tick.

Owns the rows, their look and their keys. What a tick means, and whether it may be set, is asked
for outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from servicedesign import tokens
from servicedesign.tools.voting.row_look import has_focus, paint_line_below, paint_ring
from servicedesign.ui.canvas.note_painter import paint_symbol
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import color, theme
from servicedesign.ui.tick import SIDE, paint_tick

ROLE = Qt.ItemDataRole.UserRole
_ROW, _HEAD, _BOX = 36, 40, 96
"""Heights, and the width of what ticks at the right of a row, in px at 100 %."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class VoterRow:
    """A person, or the head of a group when ``person_id`` is empty.

    Attributes:
        person_id: of the participant.
        words: the name, or that of the group.
        colour: of a group; empty for none.
        on: whether the box is ticked.
        state: what the box says, in words.
        current: whether the ballot in hand is this person's.
    """

    person_id: str
    words: str
    colour: str = ""
    on: bool = False
    state: str = ""
    current: bool = False


class VoterModel(QAbstractListModel):
    """Rows of VoterRow."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a model without rows."""
        super().__init__(parent)
        self.rows: list[VoterRow] = []

    def show_rows(self, rows: Sequence[VoterRow]) -> None:
        """Show ``rows``; those that stay the same are left alone."""
        names = [(row.person_id, row.words) for row in rows]
        if names != [(row.person_id, row.words) for row in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        for number, row in enumerate(rows):
            if row != self.rows[number]:
                self.rows[number] = row
                self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the keys go to people only, past the heads of groups."""
        row = self.rows[index.row()]
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if row.person_id else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or its words."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "、".join(part for part in (row.words, row.state) if part)
        return None


class VoterList(QListView):
    """The list.

    Attributes:
        can_turn: whether boxes can be ticked.
        chooses: whether a press on a name chooses the person, and only one on the box ticks.

    Signals:
        turned: the id of the person whose box was pressed, and whether it should be ticked.
        chosen: the id of the person the keys came to, or who was pressed beside the box.
    """

    turned = Signal(str, bool)
    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.people = VoterModel(self)
        self.can_turn = True
        self.chooses = False
        self.setModel(self.people)
        self.setAccessibleName(name)
        self.setItemDelegate(_VoterDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty(NO_RING, True)

    def current_row(self) -> VoterRow | None:
        """Return the row that the keys go to."""
        row = self.currentIndex().row()
        return self.people.rows[row] if 0 <= row < len(self.people.rows) else None

    def go_first(self) -> None:
        """Let the keys go to somebody when they go to nobody yet."""
        if self.current_row() is not None:
            return
        for number, row in enumerate(self.people.rows):
            if row.person_id:
                self.setCurrentIndex(self.people.index(number))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Enter chooses, or ticks where nobody is chosen."""
        row = self.current_row()
        if row is not None and row.person_id and event.key() == Qt.Key.Key_Space:
            self._turn(row)
        elif row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(row, on_box=False)
        else:
            super().keyPressEvent(event)

    def _press(self, row: VoterRow, *, on_box: bool) -> None:
        if self.chooses and not on_box:
            self.chosen.emit(row.person_id)
        else:
            self._turn(row)

    def _turn(self, row: VoterRow) -> None:
        if self.can_turn:
            self.turned.emit(row.person_id, not row.on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, or choose where names are pressed for that."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.people.rows[index.row()] if index.isValid() else None
        if row is None or not row.person_id or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setCurrentIndex(index)
        on_box = event.position().x() > self.viewport().width() - theme().px(_BOX)
        self._press(row, on_box=on_box)


class _VoterDelegate(QStyledItemDelegate):
    """Paints a person or the head of a group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of the row."""
        row = index.data(ROLE)
        person = isinstance(row, VoterRow) and row.person_id
        return QSize(theme().px(160), theme().px(_ROW if person else _HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row."""
        row = index.data(ROLE)
        if not isinstance(row, VoterRow):
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.person_id:
            _paint_person(painter, option, rect, row)
        else:
            _paint_head(painter, rect, row)
        paint_line_below(painter, rect)
        paint_ring(painter, option, rect)
        painter.restore()


def _paint_head(painter: QPainter, rect: QRectF, row: VoterRow) -> None:
    look = theme()
    left = rect.left()
    if row.colour:
        middle = QPointF(left + look.px(5), rect.center().y() + look.px(4))
        paint_symbol(painter, row.colour, middle, look.px(10))
        left += look.px(20)
    _words(painter, row.words, rect.adjusted(left - rect.left(), look.px(8), 0, 0), bold=True)


def _paint_person(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, row: VoterRow
) -> None:
    look = theme()
    if row.current:
        painter.fillRect(rect.adjusted(0, 0, 0, -1), color(tokens.TINT))
    inset = look.px(8) if row.current or has_focus(option) else 0
    box = rect.right() - look.px(SIDE + 2)
    paint_tick(painter, rect, box, on=row.on, fill=tokens.TEXT)
    waits = bool(row.state) and not row.on
    font = look.font(bold=waits)
    width = QFontMetricsF(font).horizontalAdvance(row.state)
    state = QRectF(box - look.px(10) - width, rect.top(), width + 2, rect.height())
    painter.setFont(font)
    painter.setPen(color(tokens.TEXT if waits else tokens.SECOND_TEXT))
    painter.drawText(state, int(Qt.AlignmentFlag.AlignVCenter.value), row.state)
    name = rect.adjusted(inset, 0, state.left() - rect.right() - look.px(8), 0)
    _words(painter, row.words, name, bold=waits, size=tokens.CONTENT_PX)


def _words(
    painter: QPainter, words: str, box: QRectF, *, bold: bool, size: int = tokens.BASE_PX
) -> None:
    font = theme().font(size, bold=bold)
    painter.setFont(font)
    painter.setPen(color(tokens.TEXT))
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
