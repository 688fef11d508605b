"""Ideas with boxes to tick, in the dialog that chooses them.

Owns the list, its keys, and how a row looks.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
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
from servicedesign.ui.sticky_marks import paint_sticky_mark
from servicedesign.ui.theme import color, theme
from servicedesign.ui.tick import paint_tick

_LINE = Qt.ItemDataRole.UserRole
_HEIGHT, _TICK, _MARK, _NUMBER = 36, 40, 28, 44
"""Lengths in px at 100 %."""


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """One row.

    Attributes:
        idea_id: of the idea.
        mark: its number, or the letter of a cluster.
        words: what it says.
        colour: a key of ``tokens.STICKIES``; empty for a cluster.
        there: whether it is on the matrix already and cannot be ticked.
    """

    idea_id: str
    mark: str
    words: str
    colour: str
    there: bool


class ChooseList(QListWidget):
    """The rows.

    Signals:
        ticked: another row is ticked, or no longer.
    """

    ticked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.t = t
        self._on: set[str] = set()
        self.setAccessibleName(t("案の一覧"))
        self.setAccessibleDescription(t("スペースで選びます。"))
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Delegate(self))
        self.setMinimumHeight(theme().px(_HEIGHT * 8))

    def show_lines(self, lines: list[ChoiceLine], *, ticked: bool) -> None:
        """Show ``lines``, all of them ``ticked`` or none."""
        self.clear()
        self._on = {one.idea_id for one in lines if ticked and not one.there}
        for one in lines:
            item = QListWidgetItem()
            item.setData(_LINE, one)
            self.addItem(item)
            self._say(item)
        if lines:
            self.setCurrentRow(0)
        self.ticked.emit()

    def is_on(self, idea_id: str) -> bool:
        """Tell whether an idea is ticked."""
        return idea_id in self._on

    def chosen(self) -> list[str]:
        """Return the ids of the ideas that are ticked, in order."""
        return [one.idea_id for one in self._lines() if one.idea_id in self._on]

    def tick_all(self) -> None:
        """Tick every idea that can be."""
        self._on = {one.idea_id for one in self._lines() if not one.there}
        self._after()

    def _lines(self) -> list[ChoiceLine]:
        return [self.item(row).data(_LINE) for row in range(self.count())]

    def _turn(self, items: list[QListWidgetItem]) -> None:
        """Tick what is chosen, or untick it where all of it is ticked."""
        ids = {one.data(_LINE).idea_id for one in items if not one.data(_LINE).there}
        self._on = self._on - ids if ids <= self._on else self._on | ids
        self._after()

    def _after(self) -> None:
        for row in range(self.count()):
            self._say(self.item(row))
        self.viewport().update()
        self.ticked.emit()

    def _say(self, item: QListWidgetItem) -> None:
        line: ChoiceLine = item.data(_LINE)
        state = self.t("選んである") if line.idea_id in self._on else ""
        said = "、".join(part for part in (line.mark, line.words[:120], state) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks all that is selected; Enter is the dialog's."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._turn(self.selectedItems())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the row that was clicked."""
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if item is not None and plain:
            self._turn([item])


class _Delegate(QStyledItemDelegate):
    """Paints a ChoiceLine."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(theme().px(200), theme().px(_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line, owner = index.data(_LINE), self.parent()
        if not isinstance(line, ChoiceLine) or not isinstance(owner, ChooseList):
            return
        look, rect = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color(tokens.TINT))
        left = rect.left() + look.px(12)
        if not line.there:
            paint_tick(painter, rect, left, on=owner.is_on(line.idea_id))
        left += look.px(_TICK - 12)
        if line.colour:
            side = look.px(20)
            mark = QRectF(left, rect.center().y() - side / 2, side, side)
            paint_sticky_mark(painter, line.colour, mark)
        left += look.px(_MARK)
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(bold=True))
        painter.setPen(color(tokens.SECOND_TEXT if line.there else tokens.TEXT))
        number = QRectF(left, rect.top(), look.px(_NUMBER - 12), rect.height())
        painter.drawText(number, int((flags | Qt.AlignmentFlag.AlignRight).value), line.mark)
        words = rect.adjusted(left - rect.left() + look.px(_NUMBER), 0, -look.px(8), 0)
        painter.setFont(look.font())
        shown = painter.fontMetrics().elidedText(
            line.words[:400], Qt.TextElideMode.ElideRight, int(words.width()) + 1
        )
        painter.drawText(words, int(flags.value), shown)
        painter.restore()
