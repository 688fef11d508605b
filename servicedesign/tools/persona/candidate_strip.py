"""The candidates side by side, one of them current.

Owns the strip: going from one to another, its menu, and scrolling where there are many. What is
done to a candidate is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QWidget

from servicedesign.model import Persona
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.tools.persona.candidate_tab import HEIGHT, LEAST, CandidateTab
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.quiet_button import QuietButton

_WIDTH = 252
"""Width of a tab in px at 100 %, where there is room."""


class CandidateStrip(QWidget):
    """Tabs, and the way to add one.

    Signals:
        chosen: the id of the candidate to show.
        add_asked: one more candidate is wanted.
        copy_asked: the id of a candidate to copy.
        delete_asked: the id of a candidate to delete.
        move_asked: the id of a candidate, and the place it is to stand at.
        narrow_asked: the current candidate is to be the one, or no longer.
    """

    chosen = Signal(str)
    add_asked = Signal()
    copy_asked = Signal(str)
    delete_asked = Signal(str)
    move_asked = Signal(str, int)
    narrow_asked = Signal()

    def __init__(
        self, context: EditorContext, library: DrawingLibrary, parent: QWidget | None = None
    ) -> None:
        """Make an empty strip."""
        super().__init__(parent)
        self._context = context
        self._library = library
        self._ids: list[str] = []
        self._tabs: list[CandidateTab] = []
        self._current = ""
        self._current_chosen = False
        t, look = context.t, theme()
        self._row = QWidget()
        self._places = QHBoxLayout(self._row)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(0)
        self._places.addStretch(1)
        self._scroll = _SideScroll(self._row)
        self._before = QuietButton("", icon="mdi6.chevron-left")
        self._after = QuietButton("", icon="mdi6.chevron-right")
        names = (t("前の候補を見る"), t("次の候補を見る"))
        for button, step, name in zip((self._before, self._after), (-1, 1), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, by=step: self._scroll_by(by))
        self._add = QuietButton(t("候補を足す"), icon="mdi6.plus", blue=True)
        self._add.setAccessibleName(t("候補を足す"))
        self._add.setToolTip(t("候補を足す") + "  Ctrl+Shift+N")
        self._add.clicked.connect(self.add_asked)
        self._more = QuietButton("", icon="mdi6.dots-horizontal")
        self._more.setAccessibleName(t("この候補の操作"))
        self._more.setToolTip(t("この候補の操作"))
        self._more.clicked.connect(self._open_menu)
        if context.read_only:
            self._add.set_usable(t("読み取り専用で開いています"))
            self._more.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(24), 0, look.px(24), 0)
        row.setSpacing(look.px(4))
        for part in (self._before, self._scroll, self._after, self._add, self._more):
            row.addWidget(part, 1 if part is self._scroll else 0)
        self.setFixedHeight(look.px(HEIGHT))

    def tabs(self) -> tuple[CandidateTab, ...]:
        """Return the tabs in order."""
        return tuple(self._tabs)

    def show_candidates(self, personas: Sequence[Persona], current: str) -> None:
        """Show ``personas`` in order, ``current`` as the current one; tabs are kept."""
        while len(self._tabs) < len(personas):
            self._add_tab()
        while len(self._tabs) > len(personas):
            tab = self._tabs.pop()
            self._places.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        self._ids = [persona.id for persona in personas]
        had_focus = any(tab.hasFocus() for tab in self._tabs)
        moved = current != self._current
        self._current = current
        for tab, persona in zip(self._tabs, personas, strict=True):
            tab.show_persona(self._context.project, persona, self._library)
            tab.set_current(persona.id == current)
            if persona.id == current:
                self._current_chosen = persona.chosen
                if had_focus:
                    tab.setFocus()
        self._sort_stops()
        self._fit()
        if moved:
            QTimer.singleShot(0, self, self._show_current)

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

    def current_tab(self) -> CandidateTab | None:
        """Return the current tab, or None."""
        return next((tab for tab in self._tabs if tab.isChecked()), None)

    def focus_current(self) -> None:
        """Put the focus on the current tab."""
        tab = self.current_tab()
        if tab is not None:
            tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_tab(self) -> None:
        tab = CandidateTab(self._context.t)
        tab.clicked.connect(lambda: self._choose(self._id_of(tab)))
        tab.step_asked.connect(self._step)
        tab.move_asked.connect(self._move)
        tab.menu_asked.connect(lambda: self._on_menu(tab))
        if not self._context.read_only:
            tab.delete_asked.connect(lambda: self.delete_asked.emit(self._id_of(tab)))
            tab.copy_asked.connect(lambda: self.copy_asked.emit(self._id_of(tab)))
        self._places.insertWidget(len(self._tabs), tab)
        self._tabs.append(tab)
        tab.show()

    def _id_of(self, tab: CandidateTab) -> str:
        return self._ids[self._tabs.index(tab)]

    def _choose(self, persona_id: str) -> None:
        if persona_id != self._current:
            self.chosen.emit(persona_id)

    def _step(self, by: int) -> None:
        here = self._ids.index(self._current)
        last = len(self._ids) - 1
        there = {-2: 0, 2: last}.get(by, min(last, max(0, here + by)))
        self._choose(self._ids[there])

    def _move(self, by: int) -> None:
        there = self._ids.index(self._current) + by
        if 0 <= there < len(self._ids) and not self._context.read_only:
            self.move_asked.emit(self._current, there)

    # Menu -------------------------------------------------------------------------------------

    def _on_menu(self, tab: CandidateTab) -> None:
        if not self._context.read_only:
            self._choose(self._id_of(tab))
            self.menu(tab).popup(tab.mapToGlobal(QPoint(0, tab.height())))

    def _open_menu(self) -> None:
        corner = self._more.mapToGlobal(QPoint(0, self._more.height()))
        self.menu(self._more).popup(corner)

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of the current candidate."""
        t = self._context.t
        here = self._ids.index(self._current)
        narrow = t("絞り込みを戻す") if self._current_chosen else t("この人に絞る…")
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
            (narrow, "", self.narrow_asked.emit, True),
            (t("写しを作る"), "Ctrl+D", lambda: self.copy_asked.emit(self._current), True),
            (t("左へ動かす"), "Alt+←", lambda: self._move(-1), here > 0),
            (t("右へ動かす"), "Alt+→", lambda: self._move(1), here < len(self._ids) - 1),
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
        usual = CandidateTab.least_width(self._context.t)
        room = self._room_beside_tools(label=True)
        compact = room < count * usual
        self._add.show_parts(label=not compact, key=False)
        least = usual
        if compact:
            room, least = self._room_beside_tools(label=False), look.px(LEAST)
        crowded = room < count * least
        if crowded:
            room -= self._before.sizeHint().width() + self._after.sizeHint().width()
        width = min(max(usual, look.px(_WIDTH)), max(least, room // count))
        for tab in self._tabs:
            tab.set_compact(compact)
            tab.setFixedWidth(width)
        for button in (self._before, self._after):
            button.setVisible(crowded)
        self._row.setMinimumWidth(width * count)

    def _room_beside_tools(self, *, label: bool) -> int:
        """Return the width in px that tabs have, with or without the words of adding."""
        self._add.show_parts(label=label, key=False)
        tools = self._add.sizeHint().width() + self._more.sizeHint().width()
        return self.width() - tools - theme().px(48 + 20)

    def _show_current(self) -> None:
        for tab in self._tabs:
            if tab.isChecked():
                self._scroll.ensureWidgetVisible(tab, 0, 0)

    def _scroll_by(self, step: int) -> None:
        bar = self._scroll.horizontalScrollBar()
        bar.setValue(bar.value() + step * theme().px(_WIDTH))


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
