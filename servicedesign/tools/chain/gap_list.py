"""The gaps as a list: what is missing, and the action that mends it.

Owns the list and the painting of one row. What an action does is asked for by a signal.
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
from servicedesign.i18n import Translator
from servicedesign.tools.chain_gaps import ChainGap
from servicedesign.ui.marks import Sign, paint_sign
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme

_SENTENCE = Qt.ItemDataRole.UserRole
_ACTION = Qt.ItemDataRole.UserRole + 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = 30
_MOST_LINES = 3


class GapList(QListWidget):
    """Rows of gaps.

    Signals:
        pointed: the number of the gap pointed at.
        mend_asked: the number of the gap to mend.
    """

    pointed = Signal(int)
    mend_asked = Signal(int)

    def __init__(self, name: str, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty list called ``name``."""
        super().__init__(parent)
        self.t = t
        self.setAccessibleName(name)
        self.setItemDelegate(GapDelegate(self))
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(lambda item: self.mend_asked.emit(self.row(item)))
        self.currentRowChanged.connect(self._on_row)

    def show_gaps(self, gaps: Sequence[ChainGap], current: int) -> None:
        """Show ``gaps`` with the one at ``current`` pointed at, if any."""
        self.blockSignals(True)
        self.clear()
        for gap in gaps:
            item = QListWidgetItem()
            sentence, action = self.t(gap.sentence), self.t(gap.kind.action)
            item.setData(_SENTENCE, sentence)
            item.setData(_ACTION, action)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{sentence}、{action}")
            self.addItem(item)
        self.setCurrentRow(current if current < len(gaps) else -1)
        self.blockSignals(False)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.pointed.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter mends; the rest is the list's."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.currentRow() >= 0:
                self.mend_asked.emit(self.currentRow())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class GapDelegate(QStyledItemDelegate):
    """Paints the warning, the sentence and the action below it."""

    def _lines(self, index: QModelIndex | QPersistentModelIndex) -> list[str]:
        owner = self.parent()
        assert isinstance(owner, QListWidget)
        room = owner.viewport().width() - theme().px(_LEFT + 8)
        return text_lines(str(index.data(_SENTENCE)), theme().font(), room, _MOST_LINES)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of the sentence and its action."""
        look = theme()
        lines = len(self._lines(index)) + 1
        return QSize(look.px(160), look.px(20) + lines * look.pitch(tokens.BASE_PX))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        look, rect = theme(), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color(tokens.TINT))
        pitch, middle = look.pitch(tokens.BASE_PX), int(Qt.AlignmentFlag.AlignVCenter.value)
        top, left, side = rect.top() + look.px(9), rect.left() + look.px(_LEFT), look.px(16)
        sign = QRectF(rect.left() + look.px(4), top + (pitch - side) / 2, side, side)
        paint_sign(painter, Sign.LOOK, sign, color(tokens.WARNING))
        painter.setPen(color(tokens.TEXT))
        painter.setFont(look.font())
        lines = self._lines(index)
        for number, line in enumerate(lines):
            place = QRectF(left, top + number * pitch, rect.right() - left, pitch)
            painter.drawText(place, middle, line)
        font = look.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(color(tokens.ACTION))
        place = QRectF(left, top + len(lines) * pitch, rect.right() - left, pitch)
        painter.drawText(place, middle, str(index.data(_ACTION)))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom(), rect.width(), 1), color(tokens.HAIRLINE)
        )
        painter.restore()
