"""The evidence chain on screen: the graph, what is told of the record in use, and the gaps.

Owns which record is in use, which part of the chain is shown, and the way from a gap to what mends
it. It is read anew when the view comes up or the project changed while it is up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from servicedesign.tools.chain.actions import mend_at_once
from servicedesign.tools.chain.drawing import picture_of
from servicedesign.tools.chain.edges import node_of
from servicedesign.tools.chain.empty import nothing_yet
from servicedesign.tools.chain.graph import Graph, broken_nodes, folded_words, read_graph, unfolded
from servicedesign.tools.chain.graph_view import GraphView
from servicedesign.tools.chain.legend import Legend
from servicedesign.tools.chain.nodes import Node
from servicedesign.tools.chain.path import way_through
from servicedesign.tools.chain.side_pane import SidePane
from servicedesign.tools.chain.telling import after_words, said, spoken_node, why_words
from servicedesign.tools.chain_gaps import ChainGap, Mending, find_chain_gaps
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.evidence_picking import pick_evidence
from servicedesign.ui.reaching import has_screen, without_screen
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.section_rule import SectionRule

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext

_WAIT: Final = 150
"""Time in ms without a further change after which the chain is read anew."""


class Part(StrEnum):
    """Which part of the chain is shown."""

    ALL = "all"
    WAY = "way"
    BROKEN = "broken"


class ChainEditor(Editor):
    """The graph with the gaps beside it."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the whole chain."""
        super().__init__(context, parent)
        t = context.t
        self._graph = Graph()
        self._gaps: tuple[ChainGap, ...] = ()
        self._gap = -1
        self._current = ""
        self._way_of = ""
        self._part = Part.ALL
        self._stale = False
        self.view = GraphView(t("根拠のつながり"), lambda one: spoken_node(self._graph, one, t))
        self.pane = SidePane(t)
        self.legend = Legend(t)
        choices = (
            Choice(Part.ALL, t("すべて")),
            Choice(Part.WAY, t("選んだ道筋だけ")),
            Choice(Part.BROKEN, t("切れた所だけ")),
        )
        self.switch = ChoiceSwitch(t("見る範囲"), choices, value=Part.ALL)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._read)
        self._arrange()
        self._connect()
        self.refresh(None)

    def _arrange(self) -> None:
        look, whole = theme(), QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(24))
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.view, 1)
        left.addWidget(self.legend)
        row.addLayout(left, 1)
        row.addWidget(SectionRule(vertical=True))
        row.addWidget(self.pane)
        row.setSpacing(0)
        self._stack = QStackedLayout(self)
        self._empty = nothing_yet(self.context)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty)

    def _connect(self) -> None:
        self.view.chosen.connect(self.choose)
        self.view.opened.connect(self.open)
        self.view.next_gap_asked.connect(self.next_gap)
        self.switch.chosen.connect(lambda value: self.show_part(Part(value)))
        self.pane.follow_asked.connect(lambda: self.context.shell.command("why"))
        self.pane.gaps.pointed.connect(self._point)
        self.pane.gaps.mend_asked.connect(self.mend)

    # What the shell asks ----------------------------------------------------------------------

    def body_margins(self) -> tuple[int, int]:
        """Return room for the ring at the left."""
        return 24, 24

    def body_least(self) -> int:
        """Return the room for seven columns and the pane: the preview gives way."""
        return 4000

    def wants_width(self) -> bool:
        """Tell that the graph wants the navigator's room."""
        return True

    def entrance(self) -> QWidget | None:
        """Return the graph, where keys work at once."""
        return self.view if self._graph.nodes else None

    def in_head(self) -> QWidget | None:
        """Return the switch between the parts shown."""
        return self.switch

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the poster of the chain."""
        return "chain", None

    def record_in_view(self) -> Record | None:
        """Return the record in use."""
        return self.context.project.find_any(self._current) if self._current else None

    def head_actions(self) -> Sequence[HeadAction]:
        """Return 全体を表示, and the walk through the gaps."""
        t = self.context.t
        if not self._graph.nodes:
            return ()
        fit = HeadAction(t("全体を表示"), self.view.fit_all, key="Ctrl+9")
        why_not = "" if self._gaps else t("切れた所はありません")
        walk = HeadAction(
            t("切れた所を順に直す"), self.mend_next, primary=True, disabled_because=why_not
        )
        return fit, walk

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        return {
            "zoom_in": lambda: self.view.zoom_by(1),
            "zoom_out": lambda: self.view.zoom_by(-1),
            "zoom_full": lambda: self.view.set_zoom(1.0),
            "zoom_fit": self.view.fit_all,
        }

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Make a record the one in use, if it has a place in the chain."""
        del kind, field
        if self._stale:
            self._read()
        project = self.context.project
        holder = node_of(project, project.find_any(record_id))
        if holder not in self._graph.nodes:
            return False
        self.choose(holder)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def at_rest(self) -> bool:
        """Tell whether nothing waits to be read anew."""
        return not self._timer.isActive()

    # Reading ----------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the chain anew: at once when ``changes`` is None, else when typing rests."""
        self._stale = True
        if changes is None:
            self._read()
        elif self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while another view was up."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._timer.stop()
        self._stale = False
        key = self._gaps[self._gap].key if 0 <= self._gap < len(self._gaps) else None
        before = (bool(self._graph.nodes), bool(self._gaps))
        self._gaps = find_chain_gaps(self.context.project)
        self._graph = read_graph(self.context.project, self._gaps)
        keys = [gap.key for gap in self._gaps]
        self._gap = (
            keys.index(key) if key in keys else min(self._gap, len(keys)) - (key is not None)
        )
        if self._current not in self._graph.nodes:
            self._current = self._first()
        self._stack.setCurrentIndex(0 if self._graph.nodes else 1)
        self._show()
        self.pane.show_gaps(self._gaps, self._gap)
        if before != (bool(self._graph.nodes), bool(self._gaps)):
            self.head_changed.emit()

    def _first(self) -> str:
        """Return the pain point whose way goes on the furthest, else the first node."""
        graph = self._graph
        pains = [node.id for node in graph.nodes.values() if node.column == 2]

        def reach(one: str) -> tuple[int, bool]:
            way = way_through(graph, one)
            return max(graph.nodes[other].column for other in way), graph.nodes[one].chosen

        return max(pains, key=reach, default=next(iter(graph.nodes), ""))

    def _shown(self) -> tuple[Node, ...]:
        if self._part is Part.BROKEN:
            return broken_nodes(self._graph)
        if self._part is Part.WAY:
            way = way_through(self._graph, self._way_of or self._current)
            return tuple(node for node in self._graph.nodes.values() if node.id in way)
        return unfolded(self._graph, {self._current})

    def _show(self) -> None:
        t, graph = self.context.t, self._graph
        shown = self._shown()
        self.view.show_picture(picture_of(graph, shown, self._current, t))
        folded = folded_words(graph, shown) if self._part is Part.ALL else ()
        words = t.context("list", "、").join(t(one) for one in folded)
        self.legend.show_folded(t("ほかに{words}は畳んであります", words=words) if words else "")
        self._tell_record()

    def _tell_record(self) -> None:
        t, node = self.context.t, self._graph.nodes.get(self._current)
        record = self.record_in_view()
        if node is None or record is None:
            self.pane.show_record("", "", "")
            return
        title = f"{said(node.head, t)}　{said(node.words, t)}"
        short = title if len(title) <= 60 else title[:59] + "…"
        why = why_words(self.context.project, record, t)
        self.pane.show_record(short, why, after_words(self._graph, node, t))

    # Walking ----------------------------------------------------------------------------------

    def current(self) -> str:
        """Return the id of the record in use, or empty."""
        return self._current

    def choose(self, record_id: str) -> None:
        """Make a record the one in use."""
        if record_id == self._current:
            return
        self._current = record_id
        self._show()

    def show_part(self, part: Part) -> None:
        """Show the whole chain, the way of the record in use, or the gaps alone."""
        self._part = part
        self._way_of = self._current if part is Part.WAY else ""
        self.switch.set_value(part)
        self._show()

    def open(self, record_id: str) -> None:
        """Go to a record in its own tool."""
        record = self.context.project.find_any(record_id)
        if record is None:
            return
        if not has_screen(record.KIND) or not self.context.shell.go(record.KIND, record.id):
            self.context.shell.toast(self.context.t(without_screen(record.KIND)))

    # Gaps -------------------------------------------------------------------------------------

    def gaps(self) -> tuple[ChainGap, ...]:
        """Return the gaps shown."""
        return self._gaps

    def next_gap(self) -> None:
        """Point at the next gap; after the last comes the first."""
        if self._gaps:
            self.pane.gaps.setCurrentRow((self._gap + 1) % len(self._gaps))

    def mend_next(self) -> None:
        """Point at the next gap and begin to mend it."""
        if self._gaps:
            self.next_gap()
            self.mend(self._gap)

    def _point(self, number: int) -> None:
        self._gap = number
        gap = self._gaps[number]
        holder = next(
            (one for one, found in self._graph.broken.items() if gap in found), self._current
        )
        self.choose(holder)

    def mend(self, number: int) -> None:
        """Do what mends a gap: choose evidence, take it up, or go where it is written."""
        if not 0 <= number < len(self._gaps):
            return
        gap, t = self._gaps[number], self.context.t
        self._gap = number
        if self.context.read_only or gap.kind.mending is Mending.GO:
            self._go(gap)
        elif mend_at_once(self.context.project, gap):
            self.context.shell.toast(t("困りごとを課題にしました。"), undo=True)
        else:
            claim = t(gap.sentence)
            pick_evidence(self.context, gap.record, gap.field, claim, self.window())

    def _go(self, gap: ChainGap) -> None:
        record = gap.record
        if not has_screen(record.KIND) or not self.context.shell.go(
            record.KIND, record.id, gap.field
        ):
            self.context.shell.toast(self.context.t(without_screen(record.KIND)))
