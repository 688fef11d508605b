"""One thing to improve: its words, whether the next version takes it, and why.

Owns the three parts, and that declining asks for a reason before it happens.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign.model import Improvement, ImprovementState
from servicedesign.tools.testing.words import state_words
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_area import TextArea


class ImprovementRow(QWidget):
    """A row.

    Signals:
        written: ``text`` or ``reason``, and the words.
        decided: the state asked for.
        delete_asked: it is to go.
    """

    written = Signal(str, str)
    decided = Signal(object)
    delete_asked = Signal()

    def __init__(self, context: EditorContext, number: int) -> None:
        """Make the row of improvement ``number``, from 1."""
        super().__init__()
        t = self.t = context.t
        self._state = ImprovementState.OPEN
        words = state_words(t)
        self.text = TextArea(t("直すこと{number}", number=number), bold=True)
        self.state = ChoiceSwitch(
            t("直すこと{number}の扱い", number=number),
            [Choice(one, words[one]) for one in ImprovementState],
        )
        self.reason = TextArea(
            t("直すこと{number}の理由", number=number), rule=True, placeholder=t("理由をひとことで")
        )
        self.remove = QuietButton("", icon="mdi6.trash-can-outline")
        name = t("直すこと{number}を消す", number=number)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(plain(name))
        reading = context.read_only
        self.text.setReadOnly(reading)
        self.reason.setReadOnly(reading)
        self.state.setEnabled(not reading)
        self.text.committed.connect(lambda text: self.written.emit("text", text))
        self.reason.committed.connect(self._on_reason)
        self.state.chosen.connect(self._on_state)
        self.remove.clicked.connect(self.delete_asked)
        self._build()
        self.remove.setVisible(not reading)  # once it has its place: alone it would be a window

    def _build(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), look.px(12), look.px(4))
        column.setSpacing(look.px(4))
        top = QHBoxLayout()
        top.addWidget(self.text, 1)
        top.addWidget(self.remove)
        column.addLayout(top)
        below = QHBoxLayout()
        below.setContentsMargins(look.px(12), 0, 0, 0)
        below.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(FieldBlock("", self.reason), 1)
        column.addLayout(below)
        column.addWidget(SectionRule())

    def _on_reason(self, text: str) -> None:
        if text.strip():
            self.reason.set_error("")
        self.written.emit("reason", text)

    def _on_state(self, value: str) -> None:
        state = ImprovementState(value)
        self.reason.flush()
        if state is ImprovementState.DECLINED and not self.reason.text().strip():
            self.state.set_value(self._state)
            self.reason.set_error(self.t("見送るには、理由が要ります。"))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.decided.emit(state)

    def show_improvement(self, one: Improvement) -> None:
        """Show it; what is being typed is left alone."""
        self._state = one.state
        self.text.set_text(one.text)
        self.reason.set_text(one.reason)
        self.state.set_value(one.state)
