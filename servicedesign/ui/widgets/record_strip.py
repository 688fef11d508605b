"""The records of one kind side by side, one of them current: the tabs over an editor.

Owns the strip: going from one to another, moving, the room each tab has, scrolling where there are
many, and refreshing in place. What stands in a tab and in its menu is the tool's; what is done to a
record is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QWidget

from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.record_tab import RecordTab

_BEGIN, _END, _GAP = 32, 24, 4
"""Where the words of the first tab begin, what is free at the end, and between; px at 100 %."""

TabT = TypeVar("TabT", bound=RecordTab)
Entry = tuple[str, str, Callable[[], object], bool]
"""An entry of the menu: its words, its key or "", what it does, and whether it can be chosen."""


@dataclass(frozen=True, slots=True)
class StripWords:
    """What is said on the buttons of a strip.

    Attributes:
        add: on the button that adds a record.
        more: of the button that opens the menu of the current record.
        before: of the arrow to the tabs before; empty for a strip without arrows.
        after: of the arrow to the tabs after.
    """

    add: str
    more: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class TabWidths:
    """The widths of a tab in px: what it has at most, needs to show all, and has at least."""

    most: int
    full: int
    least: int


class RecordStrip(QWidget, Generic[TabT]):
    """Tabs, and the way to add one.

    Signals:
        chosen: the id of the record to show.
        add_asked: one more is wanted; the button that asks, for a menu to open at.
        delete_asked: the id of a record to delete.
        move_asked: the id of a record, and its new place from 0.
    """

    chosen = Signal(str)
    add_asked = Signal(object)
    delete_asked = Signal(str)
    move_asked = Signal(str, int)

    def __init__(
        self,
        context: EditorContext,
        kind: type[TabT],
        words: StripWords,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty strip.

        Args:
            context: with what the editor works.
            kind: of the tabs.
            words: what is said on the buttons.
            parent: the owner.
        """
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self._ids: list[str] = []
        self._tabs: list[TabT] = []
        self._current = ""
        self._row = QWidget()
        self._places = QHBoxLayout(self._row)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(0)
        self._places.addStretch(1)
        self._scroll = _SideScroll(self._row)
        self._arrows = self._make_arrows(words)
        self._add = QuietButton(words.add, icon="mdi6.plus", blue=True)
        self._more = QuietButton("", icon="mdi6.dots-horizontal")
        self._set_up_tools(words)
        look = theme()
        parts = [*self._arrows[:1], self._scroll, *self._arrows[1:], self._add, self._more]
        self._beside = look.px(_BEGIN - kind.PAD + _END + _GAP * len(parts))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(_BEGIN - kind.PAD), 0, look.px(_END), 0)
        row.setSpacing(look.px(_GAP))
        for part in parts:
            row.addWidget(part, 1 if part is self._scroll else 0)
        self.setFixedHeight(look.px(RecordTab.HEIGHT))

    def _make_arrows(self, words: StripWords) -> tuple[QuietButton, ...]:
        if not words.before:
            return ()
        before = QuietButton("", icon="mdi6.chevron-left")
        after = QuietButton("", icon="mdi6.chevron-right")
        names = (words.before, words.after)
        for button, step, name in zip((before, after), (-1, 1), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, by=step: self._scroll_by(by))
        return before, after

    def _set_up_tools(self, words: StripWords) -> None:
        self._add.clicked.connect(lambda: self.add_asked.emit(self._add))
        self._more.setAccessibleName(words.more)
        self._more.setToolTip(words.more)
        self._more.clicked.connect(lambda: self._open_menu(self._more))
        if self._context.read_only:
            self._add.set_usable(self._context.t("読み取り専用で開いています"))
            self._more.hide()

    def tabs(self) -> tuple[TabT, ...]:
        """Return the tabs in order."""
        return tuple(self._tabs)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the records shown, in order."""
        return tuple(self._ids)

    def current_tab(self) -> TabT | None:
        """Return the current tab, or None."""
        return next((tab for tab in self._tabs if tab.isChecked()), None)

    def focus_current(self) -> None:
        """Put the focus on the current tab."""
        tab = self.current_tab()
        if tab is not None:
            tab.setFocus(Qt.FocusReason.OtherFocusReason)

    # What a tool says of its own --------------------------------------------------------------

    def _widths(self) -> TabWidths:
        """Return the widths of a tab, in px."""
        raise NotImplementedError

    def _entries(self, before: bool, after: bool) -> Sequence[Entry]:
        """Return the menu of the current record; whether others stand before and after it."""
        raise NotImplementedError

    # Showing ----------------------------------------------------------------------------------

    def _show_records(
        self, ids: Sequence[str], current: str, show: Callable[[TabT, int], None]
    ) -> None:
        """Show ``ids`` in order, ``current`` as the current one; tabs are kept.

        ``show`` lets a tab show the record at a place from 0.
        """
        while len(self._tabs) < len(ids):
            tab = self._new_tab()
            self._places.insertWidget(len(self._tabs), tab)
            self._tabs.append(tab)
            tab.show()
        while len(self._tabs) > len(ids):
            tab = self._tabs.pop()
            self._places.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        had_focus = any(tab.hasFocus() for tab in self._tabs)
        astray = current != self._current or list(ids) != self._ids  # it may be out of view then
        self._ids, self._current = list(ids), current
        for place, tab in enumerate(self._tabs):
            show(tab, place)
            tab.set_current(ids[place] == current)
            if ids[place] == current and had_focus:
                tab.setFocus()
        self._sort_stops()
        self._fit()
        if astray:
            QTimer.singleShot(0, self, self._show_current)

    def _new_tab(self) -> TabT:
        tab = self._kind(self._context.t)
        tab.clicked.connect(lambda: self._choose(self._id_of(tab)))
        tab.step_asked.connect(self._step)
        tab.move_asked.connect(self._move)
        tab.menu_asked.connect(lambda: self._on_menu(tab))
        if not self._context.read_only:
            tab.delete_asked.connect(lambda: self.delete_asked.emit(self._id_of(tab)))
        return tab

    def _sort_stops(self) -> None:
        """Lead Tab from the current tab to what stands at its right."""
        shown = self.current_tab()
        if shown is not None:
            QWidget.setTabOrder(shown, self._add)
            QWidget.setTabOrder(self._add, self._more)

    def showEvent(self, event: QShowEvent) -> None:
        """Sort what Tab stops at: as long as the strip stood alone, any order went round."""
        super().showEvent(event)
        self._sort_stops()

    # Going and moving -------------------------------------------------------------------------

    def _id_of(self, tab: TabT) -> str:
        return self._ids[self._tabs.index(tab)]

    def _choose(self, record_id: str) -> None:
        if record_id != self._current:
            self.chosen.emit(record_id)

    def _step(self, by: int) -> None:
        here, last = self._ids.index(self._current), len(self._ids) - 1
        there = {-2: 0, 2: last}.get(by, min(last, max(0, here + by)))
        self._choose(self._ids[there])

    def _move(self, by: int) -> None:
        there = self._ids.index(self._current) + by
        if 0 <= there < len(self._ids) and not self._context.read_only:
            self.move_asked.emit(self._current, there)

    # Menu -------------------------------------------------------------------------------------

    def _on_menu(self, tab: TabT) -> None:
        if not self._context.read_only:
            self._choose(self._id_of(tab))
            self._open_menu(tab)

    def _open_menu(self, below: QWidget) -> None:
        self.menu(below).popup(below.mapToGlobal(QPoint(0, below.height())))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of the current record."""
        here = self._ids.index(self._current)
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, key, run, usable in self._entries(here > 0, here < len(self._ids) - 1):
            action = menu.addAction(f"{label}\t{key}" if key else label)
            action.setEnabled(usable)
            action.triggered.connect(lambda _=False, do=run: do())
        return menu

    # Room -------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the tabs."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths, count = self._widths(), max(1, len(self._tabs))
        room = self._room_beside_tools(label=True)
        compact = room < count * widths.full
        if compact:
            room = self._room_beside_tools(label=False)
        crowded = room < count * widths.least
        if crowded:
            room -= sum(button.sizeHint().width() for button in self._arrows)
        width = min(widths.most, max(widths.least, room // count))
        for tab in self._tabs:
            tab.set_compact(compact)
            tab.setFixedWidth(width)
        for button in self._arrows:
            button.setVisible(crowded)
        self._row.setMinimumWidth(width * count)

    def _room_beside_tools(self, *, label: bool) -> int:
        """Return the width in px that tabs have, with or without the words of adding."""
        self._add.show_parts(label=label, key=False)
        tools = self._add.sizeHint().width() + self._more.sizeHint().width()
        return self.width() - tools - self._beside

    def _show_current(self) -> None:
        tab = self.current_tab()
        if tab is not None:
            self._scroll.ensureWidgetVisible(tab, 0, 0)

    def _scroll_by(self, step: int) -> None:
        bar = self._scroll.horizontalScrollBar()
        usual = max(tab.sizeHint().width() for tab in self._tabs)
        bar.setValue(bar.value() + step * usual)


class _SideScroll(QScrollArea):
    """Scrolls sideways without a bar, by the wheel."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move sideways."""
        turn = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turn.y() or turn.x()))
        event.accept()
