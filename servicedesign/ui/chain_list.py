"""The steps of the evidence chain as a list: what they are to the record, and their words.

Owns the list and the painting of one row. Where a row leads is asked for by a signal.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from servicedesign import tokens
from servicedesign.ui.chain_words import ChainLine
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme

_LINE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDGE = 16
_ICON = 16
_GAP = 8
_INDENT = 24
_TOP = 6
_MOST_LINES = 3


class ChainList(QListWidget):
    """Rows of ChainLines.

    Signals:
        walked: the id of a record to walk to.
        side_asked: -1 or 1: the list at the left or right is wanted.
    """

    walked = Signal(str)
    side_asked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty list called ``name``."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(ChainDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._on_clicked)

    def show_lines(self, lines: Sequence[ChainLine]) -> None:
        """Show ``lines``, the first one pointed at."""
        self.clear()
        for line in lines:
            item = QListWidgetItem()
            item.setData(_LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
            self.addItem(item)
        if lines:
            self.setCurrentRow(0)

    def lines(self) -> tuple[ChainLine, ...]:
        """Return the rows shown."""
        return tuple(self.item(row).data(_LINE) for row in range(self.count()))

    def current_id(self) -> str:
        """Return the id of the record pointed at, or empty."""
        row = self.currentRow()
        return self.lines()[row].record_id if row >= 0 else ""

    def point_at(self, record_id: str) -> None:
        """Point at a record, if it is shown."""
        for row, line in enumerate(self.lines()):
            if line.record_id == record_id:
                self.setCurrentRow(row)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.walked.emit(item.data(_LINE).record_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter walks, left and right go to the other list; the rest is the list's."""
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _ENTER:
            if self.current_id():
                self.walked.emit(self.current_id())
        elif plain and event.key() in sides:
            self.side_asked.emit(sides[Qt.Key(event.key())])
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ChainDelegate(QStyledItemDelegate):
    """Paints a ChainLine: its facts, and up to three lines of words."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of the words at the width of the list."""
        look = theme()
        line = index.data(_LINE)
        count = len(self._words(line)) if isinstance(line, ChainLine) else 1
        height = look.px(2 * _TOP + 22) + max(1, count) * look.pitch(tokens.CONTENT_PX) + 1
        return QSize(look.px(160), height)

    def _words(self, line: ChainLine) -> list[str]:
        owner = self.parent()
        assert isinstance(owner, QListWidget)
        left, right = _edges(line, 0, owner.viewport().width())
        return text_lines(line.title, theme().font(tokens.CONTENT_PX), right - left, _MOST_LINES)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, icon, facts and words."""
        line = index.data(_LINE)
        if not isinstance(line, ChainLine):
            return
        look, rect = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, rect)
        left, right = _edges(line, rect.left(), rect.right())
        top = rect.top() + look.px(_TOP)
        side = look.px(_ICON)
        icon = QRectF(left, top + (look.px(22) - side) / 2, side, side)
        paint_icon(painter, line.icon, icon, color(tokens.SECOND_TEXT))
        painter.setFont(look.font())
        painter.setPen(color(tokens.SECOND_TEXT))
        start = icon.right() + look.px(_GAP)
        facts = QRectF(start, top, right - start, look.px(22))
        shown = painter.fontMetrics().elidedText(
            " ".join(line.facts.split("\n")), Qt.TextElideMode.ElideRight, int(facts.width())
        )
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        painter.drawText(facts, middle, shown)
        painter.setFont(look.font(tokens.CONTENT_PX))
        painter.setPen(color(tokens.TEXT))
        pitch = look.pitch(tokens.CONTENT_PX)
        words = text_lines(line.title, painter.font(), right - left, _MOST_LINES)
        for number, text in enumerate(words):
            place = QRectF(left, facts.bottom() + number * pitch, right - left, pitch)
            painter.drawText(place, middle, text)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        look = theme()
        state = option.state
        active = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color(tokens.TINT if active else tokens.TABLE_GROUND))
        if active:
            bar = QRectF(rect.left(), rect.top(), look.px(4), rect.height())
            painter.fillRect(bar, color(tokens.ACTION))
        below = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(below, color(tokens.HAIRLINE))


def _edges(line: ChainLine, left: float, right: float) -> tuple[float, float]:
    """Return the left and right edge of the words of a row between ``left`` and ``right``."""
    look = theme()
    inner = left + look.px(_EDGE + _INDENT * (line.level - 1))
    return inner, right - look.px(12)
