"""The prototypes side by side, one of them current.

Owns the strip: going from one to another, its menu, and scrolling where there are many. What is
done to a prototype is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QWidget

from servicedesign.tools.prototype.proto_tab import HEIGHT, LEAST, USUAL, ProtoTab, TabView
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.quiet_button import QuietButton


class ProtoStrip(QWidget):
    """Tabs, and the way to add one.

    Signals:
        chosen: the id of the prototype to show.
        add_asked: one more is wanted; where the menu is to open.
        delete_asked: the id of a prototype to delete.
        move_asked: the id of a prototype, and its new place from 0.
    """

    chosen = Signal(str)
    add_asked = Signal(object)
    delete_asked = Signal(str)
    move_asked = Signal(str, int)

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        super().__init__(parent)
        self._context = context
        self._tabs: list[ProtoTab] = []
        t, look = context.t, theme()
        self._row = QWidget()
        self._places = QHBoxLayout(self._row)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(0)
        self._places.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._row)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add = QuietButton(t("試作を足す"), icon="mdi6.plus", blue=True)
        self.add.clicked.connect(lambda: self.add_asked.emit(self.add))
        self._more = QuietButton("", icon="mdi6.dots-horizontal")
        self._more.setAccessibleName(t("この試作の操作"))
        self._more.setToolTip(t("この試作の操作"))
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

    def ids(self) -> list[str]:
        """Return the ids of the prototypes shown, in order."""
        return [tab.view.id for tab in self._tabs]

    def show_tabs(self, views: Sequence[TabView], current: str) -> None:
        """Show ``views`` in order, ``current`` as the current one; tabs are kept."""
        while len(self._tabs) < len(views):
            self._add_tab(views[len(self._tabs)])
        while len(self._tabs) > len(views):
            tab = self._tabs.pop()
            self._places.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        had_focus = any(tab.hasFocus() for tab in self._tabs)
        for tab, view in zip(self._tabs, views, strict=True):
            tab.show_view(view, current=view.id == current)
        shown = self.current_tab()
        if shown is not None:
            QWidget.setTabOrder(shown, self.add)
            QWidget.setTabOrder(self.add, self._more)
            if had_focus:
                shown.setFocus()
        self._fit()
        QTimer.singleShot(0, self, self._show_current)

    def current_tab(self) -> ProtoTab | None:
        """Return the current tab, or None."""
        return next((tab for tab in self._tabs if tab.isChecked()), None)

    def focus_current(self) -> None:
        """Put the focus on the current tab."""
        tab = self.current_tab()
        if tab is not None:
            tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_tab(self, view: TabView) -> None:
        tab = ProtoTab(self._context.t, view)
        tab.clicked.connect(lambda: self._choose(tab.view.id))
        tab.step_asked.connect(self._step)
        tab.move_asked.connect(self._move)
        tab.menu_asked.connect(lambda: self._on_menu(tab))
        if not self._context.read_only:
            tab.delete_asked.connect(lambda: self.delete_asked.emit(tab.view.id))
        self._places.insertWidget(len(self._tabs), tab)
        self._tabs.append(tab)
        tab.show()

    def _current(self) -> str:
        tab = self.current_tab()
        return tab.view.id if tab is not None else ""

    def _choose(self, prototype_id: str) -> None:
        if prototype_id != self._current():
            self.chosen.emit(prototype_id)

    def _step(self, by: int) -> None:
        here, last = self.ids().index(self._current()), len(self._tabs) - 1
        there = {-2: 0, 2: last}.get(by, min(last, max(0, here + by)))
        self._choose(self.ids()[there])

    def _move(self, by: int) -> None:
        there = self.ids().index(self._current()) + by
        if 0 <= there < len(self._tabs) and not self._context.read_only:
            self.move_asked.emit(self._current(), there)

    # Menu -------------------------------------------------------------------------------------

    def _on_menu(self, tab: ProtoTab) -> None:
        if not self._context.read_only:
            self._choose(tab.view.id)
            self._open_menu(tab)

    def _open_menu(self, below: QWidget) -> None:
        self.menu(below).popup(below.mapToGlobal(QPoint(0, below.height())))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of the current prototype."""
        t = self._context.t
        here = self.ids().index(self._current())
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        last = len(self._tabs) - 1
        entries: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
            (t("前に並べる"), "Alt+←", lambda: self._move(-1), here > 0),
            (t("後に並べる"), "Alt+→", lambda: self._move(1), here < last),
            (t("消す"), "Delete", lambda: self.delete_asked.emit(self._current()), True),
        )
        for label, key, run, usable in entries:
            action = menu.addAction(f"{label}\t{key}")
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
        tools = self.add.sizeHint().width() + self._more.sizeHint().width()
        room = self.width() - tools - look.px(46 + 12)
        width = min(look.px(USUAL), max(look.px(LEAST), room // count))
        for tab in self._tabs:
            tab.setFixedWidth(width)
        self._row.setMinimumWidth(width * count)

    def _show_current(self) -> None:
        tab = self.current_tab()
        if tab is not None:
            self._scroll.ensureWidgetVisible(tab, 0, 0)
