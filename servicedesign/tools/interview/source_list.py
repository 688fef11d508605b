"""The sources as a list: number, who, when, how many findings, consent.

Owns the list and its keys; what is to be done is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QSizePolicy, QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.interview.source_delegate import (
    RAIL,
    RAIL_ROW,
    ROW,
    SourceDelegate,
    SourceLine,
)
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import plain, theme

_LINE = Qt.ItemDataRole.UserRole


class SourceList(QListWidget):
    """One line for each source.

    Signals:
        chosen: the place (from 0) of the source to show.
        enter_asked: go to its words.
        move_asked: -1 or 1: the one in view is to go up or down.
        delete_asked: the one in view is to be deleted.
    """

    chosen = Signal(int)
    enter_asked = Signal()
    move_asked = Signal(int)
    delete_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.t = t
        self._reading = reading
        self.setAccessibleName(t("聞き取りの一覧"))
        self.setItemDelegate(SourceDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setProperty(NO_RING, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.currentRowChanged.connect(self._on_row)

    def show_sources(self, lines: Sequence[SourceLine], current: int) -> None:
        """Show ``lines``, the one at ``current`` as the one in view; same ones are left alone."""
        blocked = self.blockSignals(True)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            self.addItem(QListWidgetItem())
        for row, line in enumerate(lines):
            entry = self.item(row)
            if entry.data(_LINE) != line:
                entry.setData(_LINE, line)
                entry.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
                entry.setToolTip(plain(line.spoken[:400]))
        self.setCurrentRow(current)
        self.blockSignals(blocked)
        self._fit()

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the height of a line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = theme()
        height = look.px(RAIL_ROW if self.viewport().width() < look.px(RAIL) else ROW)
        for row in range(self.count()):
            entry = self.item(row)
            if entry.sizeHint().height() != height:
                entry.setSizeHint(QSize(look.px(60), height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and right go to the words, Alt with up or down moves, Delete deletes."""
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and key in steps:
            if not self._reading:
                self.move_asked.emit(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.enter_asked.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the source in view, by the right button and by the menu key."""
        if self._reading or self.currentRow() < 0:
            return
        box = self.visualItemRect(self.currentItem())
        self.menu().popup(self.viewport().mapToGlobal(QPoint(box.left() + 8, box.bottom())))

    def menu(self) -> QMenu:
        """Return the menu of the source in view."""
        t, menu = self.t, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        here, last = self.currentRow(), self.count() - 1
        for label, key, run, usable in (
            (t("上へ動かす"), "Alt+↑", lambda: self.move_asked.emit(-1), here > 0),
            (t("下へ動かす"), "Alt+↓", lambda: self.move_asked.emit(1), here < last),
            (t("この聞き取りを消す"), "Delete", self.delete_asked.emit, True),
        ):
            action = menu.addAction(f"{label}\t{key}")
            action.setEnabled(usable)
            action.triggered.connect(lambda _=False, do=run: do())
        return menu
