"""The pain points on the maps that nobody took up yet.

Owns the list and its keys. Taking one up is asked for by a signal.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.issues.pain_delegate import LINE, PainDelegate, PainLine, button_rect
from servicedesign.tools.issues.standing import OpenPain
from servicedesign.ui.evidence_squares import LEVEL_WORDS
from servicedesign.ui.focus_ring import NO_RING

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PainList(QListWidget):
    """Rows with a button each.

    Signals:
        take_asked: the id of a card on a map to make an issue of.
    """

    take_asked = Signal(str)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty list, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._reading = reading
        self.setAccessibleName(t("まだ取り上げていない困りごと"))
        self.setItemDelegate(PainDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setProperty(NO_RING, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_pains(self, pains: Sequence[OpenPain], *, several_maps: bool) -> None:
        """Show ``pains``; the row pointed at stays, or the one in its place."""
        row, kept = max(0, self.currentRow()), self.current_id()
        lines = [self._line(pain, several_maps=several_maps) for pain in pains]
        ids = [line.cell_id for line in lines]
        blocked = self.blockSignals(True)
        for at in reversed(range(self.count())):
            if self.item(at).data(LINE).cell_id not in ids:
                self.takeItem(at)
        for at, line in enumerate(lines):
            if self.count() == at or self.item(at).data(LINE).cell_id != line.cell_id:
                self.insertItem(at, QListWidgetItem())
            self._fill(self.item(at), line)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        if ids:
            self.setCurrentRow(ids.index(kept) if kept in ids else min(row, len(ids) - 1))
        self.blockSignals(blocked)
        self.updateGeometry()

    def _fill(self, item: QListWidgetItem, line: PainLine) -> None:
        if item.data(LINE) == line:
            return
        item.setData(LINE, line)
        facts = (line.phase, line.feeling, self._t(LEVEL_WORDS[line.level]), line.text)
        said = "、".join(part for part in facts if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _line(self, pain: OpenPain, *, several_maps: bool) -> PainLine:
        t = self._t
        place = (pain.journey, pain.phase) if several_maps else (pain.phase,)
        feeling = ""
        if pain.emotion is not None:
            feeling = t("気持ち {level}", level=_signed(pain.emotion))
        return PainLine(
            pain.cell.id,
            pain.cell.text,
            " · ".join(part for part in place if part),
            feeling,
            pain.cell.evidence,
            "" if self._reading else t("課題にする"),
        )

    def current_id(self) -> str:
        """Return the id of the card pointed at, or empty."""
        row = self.currentRow()
        return str(self.item(row).data(LINE).cell_id) if row >= 0 else ""

    def point_at(self, cell_id: str) -> bool:
        """Point at a card; False when it is not shown."""
        for row in range(self.count()):
            if self.item(row).data(LINE).cell_id == cell_id:
                self.setCurrentRow(row)
                return True
        return False

    def sizeHint(self) -> QSize:
        """Want the height of all rows."""
        height = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take up what the button belongs to."""
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        line = item.data(LINE)
        if button_rect(line, QRectF(self.visualItemRect(item))).contains(event.position()):
            self.take_asked.emit(line.cell_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes up; the rest is the list's."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _ENTER:
            if self.current_id() and not self._reading:
                self.take_asked.emit(self.current_id())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


def _signed(level: float) -> str:
    number = f"{level:+g}" if level else "0"
    return number.replace("-", "−")
