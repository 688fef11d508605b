"""The table of contents at the left: phases in the report's order, their tools, their marks.

Owns the arrangement and which phase is open. Which tools there are comes from the registry; how
far each has come is told by the tool.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from servicedesign import tokens, tools
from servicedesign.i18n import Translator
from servicedesign.model.method import PHASE_NUMERALS, MethodPhase, Progress, together
from servicedesign.ui.marks import SIGN_WORDS
from servicedesign.ui.navigator_row import NavigatorRow
from servicedesign.ui.phase_words import short_titles
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.quiet_button import QuietButton

if TYPE_CHECKING:
    from servicedesign.store import Project

WIDE = 224
RAIL = 72
PRINT = "print"
"""The entry of the print list, which is no tool."""

_PHASES = tuple(phase for phase in MethodPhase if phase is not MethodPhase.CHECK)
_PHASE_ICONS = {MethodPhase.PREPARE: "mdi6.clipboard-text-outline"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A tool as the navigator shows it.

    Attributes:
        id: the tool's id.
        phase: where it stands.
        title: its name in the reader's language.
        has_editor: whether it can be opened.
        progress: how far it has come.
    """

    id: str
    phase: MethodPhase
    title: str
    has_editor: bool
    progress: Progress


def entries_of(project: Project, t: Translator) -> tuple[Entry, ...]:
    """Return the tools of the registry with how far ``project`` has come in each."""
    return tuple(
        Entry(tool.id, tool.phase, t(tool.title), tool.editor is not None, tool.progress(project))
        for tool in tools.all_tools()
        if tool.state is not None or tool.editor is not None
    )


class Navigator(QWidget):
    """The navigator.

    Signals:
        chosen: the id of a tool, or ``PRINT``.
        fold_asked: the fold button was pressed.
    """

    chosen = Signal(str)
    fold_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty navigator."""
        super().__init__(parent)
        self.t = t
        self._entries: tuple[Entry, ...] = ()
        self._current = ""
        self._last: dict[MethodPhase, str] = {}
        self._folded = False
        self._rows: dict[str, NavigatorRow] = {}
        self.setAccessibleName(t("目次"))
        self._scroll = QScrollArea()
        self._list = QWidget()
        self._box = QVBoxLayout(self._list)
        self._fold = QuietButton(
            t.context("navigator", "たたむ"), key="Ctrl+B", icon="mdi6.chevron-double-left"
        )
        self._fold.clicked.connect(self.fold_asked)
        self._arrange()

    def _arrange(self) -> None:
        look = theme()
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._list)
        self._box.setContentsMargins(0, look.px(16), 0, look.px(8))
        self._box.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, look.px(8))
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        self._fold_row = QVBoxLayout()
        self._fold_row.setContentsMargins(look.px(8), 0, look.px(8), 0)
        self._fold_row.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(self._fold_row)
        self.set_folded(False)

    def show_entries(self, entries: Sequence[Entry], current: str) -> None:
        """Show ``entries`` with ``current`` in view (a tool's id or ``PRINT``)."""
        entries = tuple(entries)
        if entries == self._entries and current == self._current and self._rows:
            return
        focused = next((key for key, row in self._rows.items() if row.hasFocus()), "")
        self._entries, self._current = entries, current
        phase = self._open_phase()
        if phase is not None:
            self._last[phase] = current
        self._rebuild(phase)
        if focused in self._rows:
            self._rows[focused].setFocus()

    def _open_phase(self) -> MethodPhase | None:
        return next((e.phase for e in self._entries if e.id == self._current), None)

    def set_folded(self, folded: bool) -> None:
        """Show the rail of 72 px or the full width."""
        look = theme()
        self._folded = folded
        policy = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if folded else policy.ScrollBarAsNeeded
        )
        self.setFixedWidth(look.px(RAIL if folded else WIDE))
        self._fold.set_icon("mdi6.chevron-double-right" if folded else "mdi6.chevron-double-left")
        self._fold.set_label(
            self.t.context("navigator", "ひらく")
            if folded
            else self.t.context("navigator", "たたむ")
        )
        self._fold.show_parts(label=not folded, key=not folded)
        if self._entries:
            self._rebuild(self._open_phase())

    def rows(self) -> dict[str, NavigatorRow]:
        """Return the rows by tool id, ``PRINT``, or ``phase:`` and the phase."""
        return dict(self._rows)

    def folded(self) -> bool:
        """Tell whether only the rail is shown."""
        return self._folded

    def first_tool(self, phase: MethodPhase) -> str | None:
        """Return the tool on which ``phase`` opens: the one last used, or its first."""
        usable = [e.id for e in self._entries if e.phase is phase and e.has_editor]
        last = self._last.get(phase)
        return last if last in usable else next(iter(usable), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from row to row."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        rows = [row for row in self._rows.values() if row.isEnabled()]
        here = next((n for n, row in enumerate(rows) if row.hasFocus()), None)
        if event.key() in steps and here is not None:
            rows[min(len(rows) - 1, max(0, here + steps[Qt.Key(event.key())]))].setFocus(
                Qt.FocusReason.TabFocusReason
            )
            return
        super().keyPressEvent(event)

    def focus_current(self) -> None:
        """Put the focus on the row in view."""
        row = self._rows.get(self._current) or next(iter(self._rows.values()), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _rebuild(self, open_phase: MethodPhase | None) -> None:
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows.clear()
        for phase in _PHASES:
            self._add_phase(phase, phase is open_phase)
        self._box.addSpacing(theme().px(8))
        self._box.addWidget(_Hairline())
        self._box.addSpacing(theme().px(8))
        for entry in self._entries:
            if entry.phase is MethodPhase.CHECK and entry.has_editor:
                self._add_check(entry)
        self._add(PRINT, self.t("印刷"), icon="mdi6.printer-outline")
        self._box.addStretch(1)

    def _add_check(self, entry: Entry) -> None:
        """Add what stands beside the phases: the principles by their numeral, else an icon."""
        if entry.id == "chain":
            title = self.t.context("navigator", "つながり") if self._folded else entry.title
            self._add(entry.id, title, icon="mdi6.graph-outline", progress=entry.progress)
        else:
            title = self.t.context("navigator", "箇条")
            self._add(entry.id, title, numeral="12", progress=entry.progress)

    def _add_phase(self, phase: MethodPhase, is_open: bool) -> None:
        tools = [entry for entry in self._entries if entry.phase is phase]
        usable = [entry for entry in tools if entry.has_editor]
        row = self._add(
            f"phase:{phase.value}",
            short_titles(self.t)[phase],
            numeral=PHASE_NUMERALS.get(phase, ""),
            icon=_PHASE_ICONS.get(phase, ""),
            progress=together(entry.progress for entry in tools) if tools else None,
            target=self.first_tool(phase) or "",
        )
        if not usable:
            row.set_closed(self.t("この段階の画面はまだありません。紙は「印刷」から出せます。"))
        if is_open and not self._folded:
            for entry in usable:
                self._add(entry.id, entry.title, indented=True, progress=entry.progress)
            self._box.addSpacing(theme().px(6))

    def _add(
        self,
        key: str,
        title: str,
        *,
        numeral: str = "",
        icon: str = "",
        progress: Progress | None = None,
        indented: bool = False,
        target: str = "",
    ) -> NavigatorRow:
        word = self.t(SIGN_WORDS[progress]) if progress is not None else ""
        row = NavigatorRow(
            title, numeral=numeral, icon=icon, sign=progress, word=word, indented=indented
        )
        current = key == self._current or (self._folded and target and target == self._current)
        row.set_current(bool(current))
        row.set_folded(self._folded)
        row.clicked.connect(lambda _=False, to=target or key: self.chosen.emit(to))
        self._rows[key] = row
        self._box.addWidget(row)
        return row

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line at the right."""
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), color(tokens.HAIRLINE))
        painter.end()


class _Hairline(QWidget):
    """A line with the navigator's margins."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        margin = theme().px(16)
        painter = QPainter(self)
        painter.fillRect(margin, 0, self.width() - 2 * margin, 1, color(tokens.HAIRLINE))
        painter.end()
