"""Mandala charts on screen: 81 cells that are filled in by keys alone.

Owns which chart is in view and the way from keys and buttons to actions. The cells are the
grid's, the rules are in ``actions`` and ``sending``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from servicedesign.model import Mandala, MandalaCell, Record
from servicedesign.model.titles import record_title
from servicedesign.tools.mandala import TOOL
from servicedesign.tools.mandala.cell_bar import WHOLE, CellBar
from servicedesign.tools.mandala.chart import question_of, read_chart
from servicedesign.tools.mandala.empty import no_chart
from servicedesign.tools.mandala.grid import MandalaGrid
from servicedesign.tools.mandala.hands import MandalaHands
from servicedesign.tools.mandala.head import MandalaHead
from servicedesign.tools.mandala.spots import MIDDLE, Spot, opened
from servicedesign.ui.editor import Editor, HeadAction

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext

_KINDS = frozenset({"mandala", "mandala_cell", "note", "group", "how_might_we"})


class MandalaEditor(Editor):
    """The editor of mandala charts.

    Attributes:
        grid: the cells.
        bar: what can be done with the cell in use.
        hands: what is done.
    """

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the first chart."""
        super().__init__(context, parent)
        self._current = ""
        self._told: object = None
        self._head = MandalaHead(context.t, self)
        self.grid = MandalaGrid(context.t)
        self.bar = CellBar(context.t)
        self.hands = MandalaHands(self)
        self._page = QWidget()
        box = QVBoxLayout(self._page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.grid, 1)
        box.addWidget(self.bar)
        self._empty = no_chart(context, self.hands.add)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._page)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        grid, bar, hands = self.grid, self.bar, self.hands
        self._head.chart_chosen.connect(self.show_chart)
        grid.moved.connect(self._show_cell)
        grid.view_changed.connect(lambda: bar.show_view(whole=grid.is_whole()))
        grid.written_to.connect(hands.write)
        grid.clear_asked.connect(hands.clear)
        grid.copy_asked.connect(hands.copy)
        grid.paste_asked.connect(hands.paste)
        bar.view_chosen.connect(lambda view: self._show_view(view == WHOLE))
        bar.open_asked.connect(lambda: self._go(grid.open_cell))
        bar.close_asked.connect(lambda: self._go(grid.close_cell))
        bar.send_asked.connect(hands.send)

    # What the shell asks ----------------------------------------------------------------------

    def in_head(self) -> QWidget | None:
        """Return question, charts and counter."""
        return self._head

    def wants_width(self) -> bool:
        """Want all the width there is."""
        return True

    def body_margins(self) -> tuple[int, int]:
        """Return none: the cells keep their own."""
        return 0, 0

    def body_least(self) -> int:
        """Return the width in which nine words stand side by side."""
        return 1_080

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet of the chart in view."""
        return "mandala", self._current or None

    def entrance(self) -> QWidget | None:
        """Return the cells, where keys work at once."""
        return self.grid.field if self._current else None

    def record_in_view(self) -> Record | None:
        """Return the cell in use, else the chart."""
        if not self._current:
            return None
        return self.grid.chart().cell(self.grid.cursor_spot()) or self.current()

    def head_actions(self) -> Sequence[HeadAction]:
        """Return what one does with whole charts, and the next step of the method."""
        return self.hands.head_actions()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        return self.hands.commands()

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show a chart, or one of its cells."""
        record = self.context.project.find_any(record_id)
        if isinstance(record, Mandala):
            self.show_chart(record.id)
            self.grid.go(MIDDLE)
            return True
        if not isinstance(record, MandalaCell):
            return False
        if self.context.project.find(Mandala, record.mandala_id) is None:
            return False
        self.show_chart(record.mandala_id)
        self.grid.go(Spot(record.block, record.slot))
        self.grid.field.setFocus()
        return True

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed of the chart in view."""
        if changes is not None and not _KINDS & {change.kind for change in changes.changes}:
            return
        project = self.context.project
        charts = project.all(Mandala)
        before = self._current
        if all(one.id != self._current for one in charts):
            self._current = charts[0].id if charts else ""
        self._show_all(charts)
        if self._current != before:
            self.target_changed.emit()
        self._tell_head()

    def _show_all(self, charts: Sequence[Mandala]) -> None:
        project, t = self.context.project, self.context.t
        self._stack.setCurrentWidget(self._page if self._current else self._empty)
        if not self._current:
            self._head.show_no_chart(t(TOOL.summary))
            return
        chart = read_chart(project, self._current)
        self.grid.show_chart(chart, self.hands.colours(chart), reading=self.context.read_only)
        number, question = question_of(project, chart.mandala)
        self._head.show_question(number, question, record_title(chart.mandala))
        named = [(one.id, record_title(one) or t("題のないマンダラート")) for one in charts]
        self._head.show_charts(named, self._current)
        self._head.show_count(chart.count())
        self._show_cell()

    def _tell_head(self) -> None:
        """Ask for the head anew when it would differ."""
        if self._current != self._told:
            self._told = self._current
            self.head_changed.emit()

    def _show_cell(self) -> None:
        """Say what can be done with the cell in use."""
        t, chart, spot = self.context.t, self.grid.chart(), self.grid.cursor_spot()
        opens = "" if opened(spot) is not None else t("いちばん外の升目は、ここまでです")
        closes = t("中心にいます") if spot == MIDDLE and self.grid.is_whole() else ""
        self.bar.show_ways(opens=opens, closes=closes)
        note = chart.note(spot)
        why_not = ""
        if self.context.read_only:
            why_not = t("読み取り専用で開いています")
        elif not chart.has_words(spot):
            why_not = t("升目に言葉を書いてから送ります。")
        self.bar.show_note(note.number if note is not None else 0, why_not)

    # Charts -----------------------------------------------------------------------------------

    def current(self) -> Mandala | None:
        """Return the chart in view, or None."""
        return self.context.project.find(Mandala, self._current)

    def show_chart(self, mandala_id: str) -> None:
        """Show another chart."""
        if mandala_id == self._current:
            return
        self.flush()
        self._current = mandala_id
        self._show_all(self.context.project.all(Mandala))
        self.target_changed.emit()
        self._tell_head()
        self.grid.field.setFocus()

    def _show_view(self, whole: bool) -> None:
        self.grid.show_whole(whole)
        self._show_cell()

    def _go(self, step: Callable[[], object]) -> None:
        step()
        self.grid.field.setFocus()
