"""The bundled figures, to be searched and put into a sketch.

Owns the search and the keys of the list. Where a figure is put is the pad's.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model.message import N_
from servicedesign.model.normalise import fold
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.ui.sketching.figure_delegate import CELL_HIGH, CELL_WIDE, FigureDelegate
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel

_GROUPS: Final = {
    "": N_("すべての絵"),
    "people": N_("人びと"),
    "places": N_("場所と家具"),
    "things": N_("物と道具"),
    "signs": N_("しるしと言葉"),
}
_LEFT_OUT: Final = "marks"
_COLUMNS: Final = 3
_WIDE_MOST: Final = 125
"""Above this scale, in per cent, there is one column less."""


class FigurePalette(QWidget):
    """A field to search, and the figures found.

    Signals:
        wanted: a figure is to be put into the sketch, its id.
    """

    wanted = Signal(str)

    def __init__(self, library: DrawingLibrary, t: Translator) -> None:
        """Show all figures of ``library``."""
        super().__init__()
        self._library = library
        self.t = t
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self.field = TextField(t("絵をさがす"), placeholder=t("絵をさがす：役場、電話…"))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self._group = Select(t("絵の種類"))
        for value, words in _GROUPS.items():
            self._group.add(value, t(words))
        self._group.activated.connect(self._fill)
        self.list = QListWidget()
        self.list.setAccessibleName(t("絵の一覧"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setGridSize(QSize(look.px(CELL_WIDE), look.px(CELL_HIGH)))
        self.list.setItemDelegate(FigureDelegate(library, self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(self._on_item)
        self.list.installEventFilter(self)
        self._nothing = TextLabel(t("その絵はありません。"), tone=tokens.SECOND_TEXT, wrap=True)
        column.addWidget(self.field)
        column.addWidget(self._group)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        columns = _COLUMNS if look.scale <= _WIDE_MOST else _COLUMNS - 1
        self.setFixedWidth(look.px(CELL_WIDE * columns + 26))
        self._fill()

    def _fill(self) -> None:
        words = fold(self.field.text()).strip()
        group = self._group.value()
        self.list.clear()
        for info in self._library.figures:
            if info.group == _LEFT_OUT or (group and info.group != group):
                continue
            if words and words not in fold(f"{info.ja} {info.en} {info.id}"):
                continue
            item = QListWidgetItem()
            name = info.describe(self.t.lang)
            item.setData(Qt.ItemDataRole.UserRole, info.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            item.setToolTip(name)
            self.list.addItem(item)
        self._nothing.setVisible(self.list.count() == 0)
        if self.list.count():
            self.list.setCurrentRow(0)

    def shown(self) -> tuple[str, ...]:
        """Return the ids of the figures that are listed."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in items)

    def _on_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down in the field go to the list, and Enter in both put the figure in."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self.field and self.field.composing():
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_item(self.list.currentItem())
            return True
        if watched is self.field and event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False
