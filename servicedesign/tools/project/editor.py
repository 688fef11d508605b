"""The overview on screen: what the project is about, how far it has come, what comes next.

Owns the arrangement of the page, and when it is made anew. It is read alone: whatever is pressed
leads to where it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model.method import PHASE_NUMERALS, MethodPhase, Progress
from servicedesign.tools.project import actions
from servicedesign.tools.project.aim_band import AimBand
from servicedesign.tools.project.gap import FACTS, Severity
from servicedesign.tools.project.leading import can_lead, lead
from servicedesign.tools.project.line_list import LineList
from servicedesign.tools.project.next_band import NextBand
from servicedesign.tools.project.overview import overview
from servicedesign.tools.project.period import stretch_in_months
from servicedesign.tools.project.phase_column import PhaseColumn
from servicedesign.tools.project.principles_row import PrinciplesRow
from servicedesign.ui.dialogs.facts_dialog import ask_facts
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.room.title_page import TitlePage
from servicedesign.ui.tab_stops import sort_stops
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage

_COLUMN = 212
_GAP = 32
"""Least width of a phase and the space between two, in px at 100 %."""


class ProjectEditor(Editor):
    """The one page that shows all.

    Attributes:
        next: what comes next.
        columns: the four phases.
        principles: the row of the 12 principles.
        preparation: participants and agenda.
    """

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the project of ``context``."""
        super().__init__(context, parent)
        t = context.t
        self._across = 0
        self._head: tuple[str, str] = ("", "")
        self.aim = AimBand(t, partial(ask_facts, context), reading=context.read_only)
        self.next = NextBand(context)
        self.columns = {phase: PhaseColumn(context, phase) for phase in PHASE_NUMERALS}
        self.principles = PrinciplesRow(t)
        self.principles.asked.connect(partial(lead, context))
        self.preparation = LineList(context)
        self._keep = QuietButton(
            t("この進め方をひな形として取っておく…"), icon="mdi6.bookmark-plus-outline"
        )
        self._keep.clicked.connect(lambda: context.shell.command("keep_template"))
        self._arrange()
        self.refresh(None)

    def _arrange(self) -> None:
        look = theme()
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, look.px(4), look.px(20), look.px(24))
        box.setSpacing(0)
        box.addWidget(self.aim)
        box.addWidget(self.next)
        box.addSpacing(look.px(14))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(_GAP))
        self._grid.setVerticalSpacing(look.px(20))
        box.addLayout(self._grid)
        box.addStretch(1)
        box.addSpacing(look.px(16))
        box.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._prepare = _headed(self.context.t.context("navigator", "準備"), self.preparation)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(PageScroll(page))
        self._place(4)

    def _place(self, across: int) -> None:
        """Set the phases in four columns, two or one; the rest stands below them."""
        if across == self._across:
            return
        self._across = across
        for number, column in enumerate(self.columns.values()):
            self._grid.addWidget(column, number // across, number % across)
        below = len(self.columns) // across
        if across > 2:
            self._grid.addWidget(self.principles, below, 0, 1, across - 1)
            self._grid.addWidget(self._prepare, below, across - 1)
        else:
            self._grid.addWidget(self.principles, below, 0, 1, across)
            self._grid.addWidget(self._prepare, below + 1, 0, 1, across)
        for number in range(len(self.columns)):
            self._grid.setColumnStretch(number, 1 if number < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as have room."""
        super().resizeEvent(event)
        look = theme()
        room = self.width() - look.px(20)
        fits = [n for n in (4, 2) if room >= n * look.px(_COLUMN) + (n - 1) * look.px(_GAP)]
        self._place(fits[0] if fits else 1)

    # What the shell asks ----------------------------------------------------------------------

    def heading(self) -> str:
        """Return the name of the service, which is what all this is about."""
        return " ".join(self.context.project.info.service_name.split())

    def summary(self) -> str:
        """Return town and section, whether the service is new, and the period."""
        t, info = self.context.t, self.context.project.info
        kind = actions.kind_word(info)
        place = " ".join(f"{info.organisation} {info.section}".split())
        parts = (
            place,
            t(kind) if kind else "",
            stretch_in_months(info.period_start, info.period_end, t),
        )
        known = any((info.service_name, place, kind))
        return "　／　".join(part for part in parts if part) if known else ""

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the way to the facts; the primary button stands in the page."""
        t = self.context.t
        label = t("基本の事項を見る") if self.context.read_only else t("基本の事項を直す")
        return (HeadAction(label, partial(self.context.shell.command, FACTS)),)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what F2 does here."""
        return {"edit": partial(self.context.shell.command, FACTS)}

    def audience_page(self) -> AudiencePage | None:
        """Return the title of the project: what is still to be done is the facilitator's."""
        return TitlePage(self.context)

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet of the overview."""
        return "overview", None

    def entrance(self) -> QWidget | None:
        """Return the next thing to do."""
        return self.next.button

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show the facts of the project: they are in view as soon as this is."""
        return record_id == self.context.project.info.id

    def body_least(self) -> int:
        """Return the room for four columns."""
        return 4 * _COLUMN + 3 * _GAP + 32 + 12 + 20

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show the project as it now is."""
        shown = overview(self.context.project)
        filled = actions.progress(self.context.project) is not Progress.NONE
        self.aim.setVisible(filled)
        self.aim.show_info(shown.info)
        self.next.set_ruled(filled)
        self.next.show_gap(actions.next_step(shown.gaps, partial(can_lead, self.context)))
        for state in shown.phases:
            self.columns[state.phase].show_phase(state)
        self.principles.show_states(shown.principles)
        early = [
            gap
            for gap in shown.gaps
            if gap.phase is MethodPhase.PREPARE and gap.severity is Severity.LOOK
        ]
        self.preparation.show_lines(shown.preparation, early, hint=False)
        self._sort_stops()
        head = (self.heading(), self.summary())
        if head != self._head:
            self._head = head
            self.head_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Sort what Tab comes to: the lines may have been made while another view was in front."""
        super().showEvent(event)
        self._sort_stops()

    def _sort_stops(self) -> None:
        """Lead Tab down the page; its lines are made anew as the project grows."""
        below = (*self.columns.values(), self.principles, self._prepare, self._keep)
        sort_stops((self.aim, self.next, *below))


def _headed(title: str, part: QWidget) -> QWidget:
    """Return ``part`` under a heading on a rule."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(TextLabel(title, size=tokens.CONTENT_PX, bold=True))
    box.addSpacing(theme().px(8))
    box.addWidget(SectionRule(strong=True))
    box.addWidget(part, 1)
    return holder
