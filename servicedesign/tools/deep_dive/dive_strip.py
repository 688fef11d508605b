"""The deep-dives side by side in the order of presentation, one of them current.

Owns the strip: going from one to another, its menu, and scrolling where there are many. What is
done to a deep-dive is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QWidget

from servicedesign.tools.deep_dive.dive_tab import HEIGHT, LEAST, USUAL, DiveTab, TabView
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.quiet_button import QuietButton


class DiveStrip(QWidget):
    """Tabs, and the way to add one.

    Signals:
        chosen: the id of the deep-dive to show.
        add_asked: one more is wanted; where the menu is to open.
        delete_asked: the id of a deep-dive to delete.
        move_asked: the id of a deep-dive, and its new place from 0.
        deal_asked: all deep-dives are to be shared out among the groups.
    """

    chosen = Signal(str)
    add_asked = Signal(object)
    delete_asked = Signal(str)
    move_asked = Signal(str, int)
    deal_asked = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        super().__init__(parent)
        self._context = context
        self._ids: list[str] = []
        self._tabs: list[DiveTab] = []
        self._current = ""
        t, look = context.t, theme()
        self._row = QWidget()
        self._places = QHBoxLayout(self._row)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(0)
        self._places.addStretch(1)
        self._scroll = _SideScroll(self._row)
        self.add = QuietButton(t("深掘りを足す"), icon="mdi6.plus", blue=True)
        self.add.clicked.connect(lambda: self.add_asked.emit(self.add))
        self._more = QuietButton("", icon="mdi6.dots-horizontal")
        self._more.setAccessibleName(t("この深掘りの操作"))
        self._more.setToolTip(t("この深掘りの操作"))
        self._more.clicked.connect(lambda: self._open_menu(self._more))
        if context.read_only:
            self.add.set_usable(t("読み取り専用で開いています"))
            self._more.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(22), 0, look.px(24), 0)
        row.setSpacing(look.px(4))
        row.addWidget(self._scroll, 1)
        row.addWidget(self.add)
        row.addWidget(self._more)
        self.setFixedHeight(look.px(HEIGHT))

    def tabs(self) -> tuple[DiveTab, ...]:
        """Return the tabs in order."""
        return tuple(self._tabs)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the deep-dives shown, in order."""
        return tuple(self._ids)

    def show_dives(self, views: Sequence[TabView], current: str) -> None:
        """Show ``views`` in order, ``current`` as the current one; tabs are kept."""
        while len(self._tabs) < len(views):
            self._add_tab()
        while len(self._tabs) > len(views):
            tab = self._tabs.pop()
            self._places.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        had_focus = any(tab.hasFocus() for tab in self._tabs)
        moved = current != self._current or [view.id for view in views] != self._ids
        self._ids = [view.id for view in views]
        self._current = current
        for number, (tab, view) in enumerate(zip(self._tabs, views, strict=True), 1):
            tab.show_dive(view, number)
            tab.set_current(view.id == current)
            if view.id == current and had_focus:
                tab.setFocus()
        shown = self.current_tab()
        if shown is not None:
            QWidget.setTabOrder(shown, self.add)
            QWidget.setTabOrder(self.add, self._more)
        self._fit()
        if moved:
            QTimer.singleShot(0, self, self._show_current)

    def current_tab(self) -> DiveTab | None:
        """Return the current tab, or None."""
        return next((tab for tab in self._tabs if tab.isChecked()), None)

    def focus_current(self) -> None:
        """Put the focus on the current tab."""
        tab = self.current_tab()
        if tab is not None:
            tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_tab(self) -> None:
        tab = DiveTab(self._context.t)
        tab.clicked.connect(lambda: self._choose(self._id_of(tab)))
        tab.step_asked.connect(self._step)
        tab.move_asked.connect(self._move)
        tab.menu_asked.connect(lambda: self._on_menu(tab))
        if not self._context.read_only:
            tab.delete_asked.connect(lambda: self.delete_asked.emit(self._id_of(tab)))
        self._places.insertWidget(len(self._tabs), tab)
        self._tabs.append(tab)
        tab.show()

    def _id_of(self, tab: DiveTab) -> str:
        return self._ids[self._tabs.index(tab)]

    def _choose(self, dive_id: str) -> None:
        if dive_id != self._current:
            self.chosen.emit(dive_id)

    def _step(self, by: int) -> None:
        here, last = self._ids.index(self._current), len(self._ids) - 1
        there = {-2: 0, 2: last}.get(by, min(last, max(0, here + by)))
        self._choose(self._ids[there])

    def _move(self, by: int) -> None:
        there = self._ids.index(self._current) + by
        if 0 <= there < len(self._ids) and not self._context.read_only:
            self.move_asked.emit(self._current, there)

    # Menu -------------------------------------------------------------------------------------

    def _on_menu(self, tab: DiveTab) -> None:
        if not self._context.read_only:
            self._choose(self._id_of(tab))
            self._open_menu(tab)

    def _open_menu(self, below: QWidget) -> None:
        self.menu(below).popup(below.mapToGlobal(QPoint(0, below.height())))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of the current deep-dive."""
        t = self._context.t
        here = self._ids.index(self._current)
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
            (t("先に発表する"), "Alt+←", lambda: self._move(-1), here > 0),
            (t("後に発表する"), "Alt+→", lambda: self._move(1), here < len(self._ids) - 1),
            (t("すべてを班に割りふり直す"), "", self.deal_asked.emit, True),
            (t("消す"), "Delete", lambda: self.delete_asked.emit(self._current), True),
        )
        for label, key, run, usable in entries:
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
        look = theme()
        count = max(1, len(self._tabs))
        room = self._room_beside_tools(label=True)
        if room < count * look.px(USUAL):
            room = self._room_beside_tools(label=False)
        width = min(look.px(USUAL), max(look.px(LEAST), room // count))
        for tab in self._tabs:
            tab.setFixedWidth(width)
        self._row.setMinimumWidth(width * count)

    def _room_beside_tools(self, *, label: bool) -> int:
        self.add.show_parts(label=label, key=False)
        tools = self.add.sizeHint().width() + self._more.sizeHint().width()
        return self.width() - tools - theme().px(46 + 12)

    def _show_current(self) -> None:
        tab = self.current_tab()
        if tab is not None:
            self._scroll.ensureWidgetVisible(tab, 0, 0)


class _SideScroll(QScrollArea):
    """Scrolls sideways by the wheel, without a bar."""

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
