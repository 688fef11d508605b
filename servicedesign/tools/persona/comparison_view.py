"""The comparison as it stands in the editor: the table, what to show of it, or why there is none.

Owns their arrangement and keeping them up to date. What is wanted goes out as signals.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import Persona
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.tools.persona.compared import compared
from servicedesign.tools.persona.comparison_table import ComparisonTable
from servicedesign.tools.persona.mark_legend import MarkLegend
from servicedesign.tools.portraits import NOBODY, Likeness, likeness
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel

_ALL = "all"
_DIFFERENT = "different"
_INDENT = 12
"""So that words stand in line with the title of the view, px at 100 %."""


class ComparisonView(QWidget):
    """All candidates side by side.

    Signals:
        open_asked: a candidate's id and the field to go to.
        choose_asked: the id of the candidate to narrow to.
        leave_asked: back to one candidate.
        add_asked: one more candidate is wanted.
        moved: another cell is pointed at.
    """

    open_asked = Signal(str, str)
    choose_asked = Signal(str)
    leave_asked = Signal()
    add_asked = Signal()
    moved = Signal()

    def __init__(
        self, context: EditorContext, library: DrawingLibrary, parent: QWidget | None = None
    ) -> None:
        """Make an empty comparison."""
        super().__init__(parent)
        self._context = context
        self._library = library
        t = context.t
        self.table = ComparisonTable(t, self._likeness, reading=context.read_only)
        self.switch = ChoiceSwitch(
            t("表す項目"),
            [Choice(_ALL, t("すべての項目")), Choice(_DIFFERENT, t("違う項目だけ"))],
            value=_ALL,
        )
        self._empty = self._make_empty()
        self._page = self._make_page()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.switch.chosen.connect(
            lambda value: self.table.show_differing(only=value == _DIFFERENT)
        )
        self.table.open_asked.connect(self.open_asked)
        self.table.choose_asked.connect(self.choose_asked)
        self.table.leave_asked.connect(self.leave_asked)
        self.table.moved.connect(self.moved)

    def _make_page(self) -> QWidget:
        t, look = self._context.t, theme()
        page = QWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(look.px(_INDENT), look.px(8), look.px(8), look.px(8))
        bar.setSpacing(look.px(16))
        bar.addWidget(MarkLegend(t))
        hint = t("Enterでその欄を開く")
        bar.addWidget(TextLabel(hint, tone=tokens.SECOND_TEXT), 1)
        bar.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        return page

    def _make_empty(self) -> EmptyState:
        t = self._context.t
        add = PrimaryButton(t("候補を足す"), key="Ctrl+Shift+N")
        add.set_usable(t("読み取り専用で開いています") if self._context.read_only else "")
        add.clicked.connect(self.add_asked)
        back = SecondaryButton(t("ひとりずつ書く"), key="Esc")
        back.clicked.connect(self.leave_asked)
        method = t(
            "一人だけだと、思い込みに気づけません。事情の違う人を何人か描き、"
            "同じ項目で並べてから、いちばん助けたい一人に絞ります。"
        )
        state = EmptyState(t("比べる候補が、まだ1人です"), method, add, back)
        state.setContentsMargins(theme().px(_INDENT), 0, 0, 0)
        return state

    # What the editor asks ---------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the candidates as they now are."""
        people = compared(self._context.project)
        some = len(people) > 1
        if some:
            self.table.show_people(people)
        shown: QWidget = self._page if some else self._empty
        if self._stack.currentWidget() is not shown:
            self._stack.setCurrentWidget(shown)

    def comparing(self) -> bool:
        """Tell whether there are candidates to compare."""
        return self._stack.currentWidget() is not self._empty

    def begin(self, persona_id: str, field: str) -> None:
        """Point at a field of a candidate and take the focus."""
        if self.comparing():
            self.table.go(persona_id, field or self.table.field())
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._empty.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to one candidate, from wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)

    def _likeness(self, persona_id: str) -> Likeness:
        project = self._context.project
        persona = project.find(Persona, persona_id)
        return NOBODY if persona is None else likeness(project, persona, self._library)
