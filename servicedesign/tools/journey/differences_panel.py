"""What changes from the as-is to the to-be map, as a list beside or under the maps.

Owns the list, its keys and its words for a screen reader; where a row leads is asked for by a
signal. Must not change the project.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.journey.difference_delegate import DifferenceDelegate, DifferenceLine
from servicedesign.tools.journey.differences import (
    Difference,
    aspect_words,
    difference_sentence,
    side_words,
)
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.widgets.text_label import TextLabel

_LINE: Final = Qt.ItemDataRole.UserRole
_TOLD: Final = Qt.ItemDataRole.UserRole + 1
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _List(QListWidget):
    """The rows; ↑↓ pass over the heads, Enter, Space and a click go there."""

    asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(DifferenceDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setProperty(NO_RING, True)
        self.itemClicked.connect(self._on_item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: their height follows the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go to the difference; letters are left to the window."""
        if event.key() in _ENTER:
            if self.currentItem() is not None:
                self._on_item(self.currentItem())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_item(self, item: QListWidgetItem) -> None:
        told = item.data(_TOLD)
        if isinstance(told, Difference):
            self.asked.emit(told)


class DifferencesPanel(QWidget):
    """The differences of two maps, grouped by phase.

    Signals:
        chosen: kind and id of the record that a row is about: a card of the to-be map, or a phase.
    """

    chosen = Signal(str, str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self._t = t
        self._shown: tuple[Difference, ...] | None = None
        self._title = TextLabel(size=tokens.CONTENT_PX, bold=True, wrap=True)
        self._none = TextLabel(
            t("現状と理想に、まだ違いはありません。理想の地図に書いたことが、ここに並びます。"),
            size=tokens.CONTENT_PX,
            wrap=True,
        )
        self._list = _List(self)
        self._list.setAccessibleName(t("現状と理想の違い"))
        self._list.asked.connect(self._on_asked)
        self.setFocusProxy(self._list)
        column, look = QVBoxLayout(self), theme()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        inset = QVBoxLayout()
        inset.setContentsMargins(look.px(16), look.px(8), look.px(16), 0)
        inset.addWidget(self._title)
        inset.addWidget(self._none)
        column.addLayout(inset)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        self.show_differences(())

    def count(self) -> int:
        """Return how many differences are shown."""
        return len(self._shown or ())

    def show_differences(self, found: Sequence[Difference]) -> None:
        """Show ``found``; rows that stay the same are left alone, and the current one stays so."""
        wanted = tuple(found)
        if wanted == self._shown:
            return
        self._shown = wanted
        number = len(wanted)
        self._title.setText(self._t.plural("現状から理想へ、{n}か所が変わります", number))
        self._none.setVisible(not wanted)
        self._title.setVisible(bool(wanted))
        self._list.setVisible(bool(wanted))
        kept = self._current()
        self._fill(self._rows(wanted))
        self._keep(kept)

    def _rows(self, found: Sequence[Difference]) -> list[tuple[DifferenceLine, Difference | None]]:
        rows: list[tuple[DifferenceLine, Difference | None]] = []
        place = -1
        for one in found:
            if one.place != place:
                place = one.place
                title = one.phase or self._t("（名前のないフェーズ）")
                rows.append((DifferenceLine(head=title), None))
            rows.append((self._line(one), one))
        return rows

    def _line(self, one: Difference) -> DifferenceLine:
        before, after = side_words(one, self._t)
        if before or after:
            gone = "" if after else self._t.context("difference", "なくなる")
            return DifferenceLine(aspect_words(one, self._t), before, after or gone)
        return DifferenceLine(aspect=difference_sentence(one, self._t))

    def _fill(self, rows: Sequence[tuple[DifferenceLine, Difference | None]]) -> None:
        blocked = self._list.blockSignals(True)
        while self._list.count() > len(rows):
            self._list.takeItem(self._list.count() - 1)
        while self._list.count() < len(rows):
            self._list.addItem(QListWidgetItem())
        for place, (line, told) in enumerate(rows):
            item = self._list.item(place)
            if item.data(_LINE) == line and item.data(_TOLD) == told:
                continue
            item.setData(_LINE, line)
            item.setData(_TOLD, told)
            self._word(item, line, told)
        self._list.blockSignals(blocked)
        self._list.scheduleDelayedItemsLayout()

    def _word(self, item: QListWidgetItem, line: DifferenceLine, told: Difference | None) -> None:
        if told is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.head)
            item.setToolTip("")
            return
        sentence = difference_sentence(told, self._t)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        phase = told.phase or self._t("（名前のないフェーズ）")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{phase}、{sentence}")
        item.setToolTip(plain(sentence[:600]))

    def _current(self) -> Difference | None:
        row = self._list.currentRow()
        told = self._list.item(row).data(_TOLD) if row >= 0 else None
        return told if isinstance(told, Difference) else None

    def _keep(self, kept: Difference | None) -> None:
        """Stay on the row that is about the same, else on the first one."""
        places = [place for place in range(self._list.count())
                  if self._list.item(place).data(_TOLD) is not None]  # fmt: skip
        if not places:
            return
        same = (kept.kind, kept.target) if kept else None
        for place in places:
            told = self._list.item(place).data(_TOLD)
            if (told.kind, told.target) == same:
                break
        else:
            place = places[0]
        if place != self._list.currentRow():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._list.setCurrentRow(place, flag)

    def _on_asked(self, told: Difference) -> None:
        self.chosen.emit(*told.target)
