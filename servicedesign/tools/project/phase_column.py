"""A phase on the overview: its numeral, its sign, its tools.

Owns its look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model.method import PHASE_NUMERALS, PHASE_TITLES, MethodPhase, Progress
from servicedesign.tools.project.actions import PHASE_HINTS
from servicedesign.tools.project.line_list import LineList
from servicedesign.tools.project.overview import PhaseState
from servicedesign.ui.marks import SIGN_WORDS
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.mark import Mark
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext

_SIGN = 20


class PhaseColumn(QWidget):
    """One of the four columns.

    Attributes:
        list: its rows.
    """

    def __init__(
        self, context: EditorContext, phase: MethodPhase, parent: QWidget | None = None
    ) -> None:
        """Make the column of ``phase``."""
        super().__init__(parent)
        t = context.t
        self._t = t
        self._mark = Mark(Progress.NONE, t(SIGN_WORDS[Progress.NONE]), size=_SIGN)
        self.list = LineList(context, t(PHASE_HINTS[phase]))
        look = theme()
        head = QHBoxLayout()
        head.addWidget(TextLabel(PHASE_NUMERALS[phase], size=tokens.DISPLAY_PX, bold=True))
        head.addStretch(1)
        head.addWidget(self._mark)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        title = PhraseLabel(t(PHASE_TITLES[phase]), size=tokens.CONTENT_PX, bold=True, wrap=True)
        box.addWidget(title)
        box.addSpacing(look.px(8))
        box.addWidget(SectionRule(strong=True))
        box.addWidget(self.list, 1)

    def show_phase(self, state: PhaseState) -> None:
        """Show how far the phase has come."""
        self._mark.set_sign(state.progress, self._t(SIGN_WORDS[state.progress]))
        nothing = state.progress is Progress.NONE
        self.list.show_lines(state.lines, state.gaps, hint=nothing)
