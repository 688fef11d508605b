"""The tools of one phase with what is to be looked at, one below the other.

Owns the rows; they are kept and refreshed in place, so that the focus stays where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.tools.project.gap import Gap, Place
from servicedesign.tools.project.gap_line import GapLine
from servicedesign.tools.project.leading import can_lead, lead
from servicedesign.tools.project.line_states import LineState
from servicedesign.tools.project.tool_line import ToolLine
from servicedesign.tools.project.words import side_by_side
from servicedesign.ui.marks import SIGN_WORDS
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.phrase_label import PhraseLabel

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext


class LineList(QWidget):
    """Rows, a sentence while nothing was done, and gaps."""

    def __init__(
        self, context: EditorContext, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Make an empty list; ``hint`` says what it is for."""
        super().__init__(parent)
        self._context = context
        self._lines: dict[str, ToolLine] = {}
        self._gaps: list[GapLine] = []
        look = theme()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, look.px(12), 0, 0)
        self._below.setSpacing(look.px(4))
        self._hint = PhraseLabel(hint, tone=tokens.SECOND_TEXT, wrap=True)
        self._below.addWidget(self._hint)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._rows)
        box.addLayout(self._below)
        box.addStretch(1)

    def lines(self) -> dict[str, ToolLine]:
        """Return the rows by the ids of their lines."""
        return dict(self._lines)

    def gaps(self) -> tuple[GapLine, ...]:
        """Return the gaps shown."""
        return tuple(line for line in self._gaps if not line.isHidden())

    def show_lines(self, states: Sequence[LineState], gaps: Sequence[Gap], *, hint: bool) -> None:
        """Show ``states`` and ``gaps``, and the sentence when ``hint``."""
        self._hint.setVisible(hint and bool(self._hint.text()))
        if [state.id for state in states] != list(self._lines):
            self._make_lines(states)
        t = self._context.t
        for state in states:
            word = t(SIGN_WORDS[state.progress])
            count = side_by_side(t, state.count) or word
            self._lines[state.id].show_state(t(state.title), count, state.progress, word)
        while len(self._gaps) < len(gaps):
            line = GapLine(self._context)
            self._gaps.append(line)
            self._below.addWidget(line)
        for number, line in enumerate(self._gaps):
            if number < len(gaps):
                line.show_gap(gaps[number])
            line.setVisible(number < len(gaps))

    def _make_lines(self, states: Sequence[LineState]) -> None:
        for line in self._lines.values():
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = {}
        for state in states:
            place = Place(state.tool)
            line = ToolLine(leads=can_lead(self._context, place))
            line.clicked.connect(lambda _=False, there=place: lead(self._context, there))
            self._lines[state.id] = line
            self._rows.addWidget(line)
