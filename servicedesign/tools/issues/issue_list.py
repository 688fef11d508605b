"""The issues by rank, to be ordered and taken on.

Owns the list and its keys; what is asked for goes out as signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.issues.issue_delegate import LINE, IssueDelegate, IssueLine, tick_rect
from servicedesign.tools.issues.standing import Standing
from servicedesign.ui.evidence_squares import LEVEL_WORDS
from servicedesign.ui.focus_ring import NO_RING

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)


class IssueList(QListWidget):
    """One row for each issue.

    Signals:
        chosen: the id of the issue to show.
        tick_asked: the id of an issue to take on, or to put by.
        move_asked: the id of an issue, and its new place from 0.
        enter_asked: go to the page of the issue.
    """

    chosen = Signal(str)
    tick_asked = Signal(str)
    move_asked = Signal(str, int)
    enter_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty list, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._reading = reading
        self.setAccessibleName(t.context("issues", "課題"))
        self.setAccessibleDescription(t("Alt+↑↓ で順位を変え、スペースで取り上げます。"))
        self.setItemDelegate(IssueDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setProperty(NO_RING, True)
        if not reading:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.currentRowChanged.connect(self._on_row)

    # Showing ----------------------------------------------------------------------------------

    def show_issues(self, standings: Sequence[Standing], current: str) -> None:
        """Show ``standings`` in order; rows that stay the same are left alone."""
        blocked = self.blockSignals(True)
        while self.count() > len(standings):
            self.takeItem(self.count() - 1)
        while self.count() < len(standings):
            self.addItem(QListWidgetItem())
        for row, one in enumerate(standings):
            self._fill(self.item(row), one)
        ids = self.ids()
        self.setCurrentRow(ids.index(current) if current in ids else -1)
        self.blockSignals(blocked)

    def show_issue(self, standing: Standing) -> None:
        """Show one issue anew, where it stands."""
        ids = self.ids()
        if standing.issue.id in ids:
            self._fill(self.item(ids.index(standing.issue.id)), standing)

    def _fill(self, item: QListWidgetItem, standing: Standing) -> None:
        t, issue = self._t, standing.issue
        line = IssueLine(
            issue.id,
            str(issue.rank) if issue.rank else "―",
            issue.number,
            issue.title.strip() or t("（まだ名前がありません）"),
            standing.phase,
            standing.level,
            t.plural("聞き取り {n}件", standing.sources) if standing.sources else "",
            t.plural("問い {n}", standing.questions) if standing.questions else "",
            issue.chosen,
        )
        if item.data(LINE) == line:
            return
        item.setData(LINE, line)
        rank = t("{rank}位", rank=str(issue.rank)) if issue.rank else t("順位はまだ")
        taken = t("取り上げている") if issue.chosen else ""
        facts = (rank, line.title, line.phase, t(LEVEL_WORDS[line.level]), line.sources)
        said = "、".join(part for part in (*facts, line.questions, taken) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def ids(self) -> list[str]:
        """Return the ids of the issues in order."""
        lines = (self.item(row).data(LINE) for row in range(self.count()))
        return [line.issue_id for line in lines if line is not None]

    def set_current(self, issue_id: str) -> None:
        """Point at an issue without a signal."""
        ids = self.ids()
        if issue_id in ids:
            blocked = self.blockSignals(True)
            self.setCurrentRow(ids.index(issue_id))
            self.blockSignals(blocked)

    def bring(self, issue_id: str) -> None:
        """Scroll an issue into the middle."""
        ids = self.ids()
        if issue_id in ids:
            item = self.item(ids.index(issue_id))
            self.scrollToItem(item, QAbstractItemView.ScrollHint.PositionAtCenter)

    def current_id(self) -> str:
        """Return the id of the issue pointed at, or empty."""
        row = self.currentRow()
        return self.ids()[row] if row >= 0 else ""

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self.ids()[row])

    # Keys and mouse ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Alt with up or down ranks, Enter goes to the page."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        current = self.current_id()
        if alt and event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
        elif current and event.key() == Qt.Key.Key_Space:
            self._tick(current)
        elif current and event.key() in _ENTER:
            self.enter_asked.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tick(self, issue_id: str) -> None:
        if not self._reading:
            self.tick_asked.emit(issue_id)

    def _move(self, by: int) -> None:
        there = self.currentRow() + by
        if self._reading or not self.current_id() or not 0 <= there < self.count():
            return
        self.move_asked.emit(self.current_id(), there)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick where the box is."""
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if tick_rect(QRectF(self.visualItemRect(item))).contains(event.position()):
            self._tick(item.data(LINE).issue_id)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the new place; the list itself moves nothing."""
        moved = self.current_id()
        item = self.itemAt(event.position().toPoint())
        there = self.row(item) if item is not None else self.count()
        if self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.BelowItem:
            there += 1
        there -= there > self.currentRow()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if moved and there != self.currentRow():
            self.move_asked.emit(moved, there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
