"""One question of a principle with its answer, or being reworded.

Owns the two forms of the row; what is answered and written is asked for by signals.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Answer, PrincipleCheck
from servicedesign.tools.principles.answers import SIGNS, STEPS, short_answer_words
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.typing_edit import INSET

_SHORT_LINES = 3
_BESIDE = 200
"""Least room in px at 100 % for a question beside its answer."""


class QuestionRow(QWidget):
    """A question and the four steps of its answer.

    Signals:
        answered: the value of the answer asked for.
        written: the question's new words.
        move_asked: -1 or 1.
        delete_asked: take the question away.
    """

    answered = Signal(str)
    written = Signal(str)
    move_asked = Signal(int)
    delete_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty row, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._below: bool | None = None
        self._editing = False
        words = short_answer_words(t)
        self._label = PhraseLabel(size=tokens.CONTENT_PX, wrap=True)
        choices = [Choice(step.value, words[step], SIGNS[step]) for step in STEPS]
        self.switch = ChoiceSwitch("", choices)
        self.switch.setEnabled(not reading)
        self.switch.chosen.connect(self.answered)
        self.area = TextArea(t("問い"))
        self.area.committed.connect(self.written)
        self._tools = self._make_tools()
        self._grid = QGridLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange(below=False)
        self.set_editing(False)

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        t = self._t
        self.up = self._tool("mdi6.arrow-up", t("この問いを上へ"))
        self.down = self._tool("mdi6.arrow-down", t("この問いを下へ"))
        self.remove = self._tool("mdi6.trash-can-outline", t("この問いを消す"))
        self.up.clicked.connect(lambda: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda: self.move_asked.emit(1))
        self.remove.clicked.connect(self.delete_asked)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        return tools

    def _tool(self, icon: str, name: str) -> QuietButton:
        button = QuietButton("", icon=icon)
        button.setAccessibleName(name)
        button.setToolTip(plain(name))
        return button

    def _arrange(self, *, below: bool) -> None:
        if below == self._below:
            return
        self._below = below
        look, grid = theme(), self._grid
        while grid.count():
            grid.takeAt(0)
        inset = look.px(INSET)
        self._label.setContentsMargins(inset, 0, look.px(16), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._label, 0, 0, 1, 2 if below else 1, middle)
        grid.addWidget(self.area, 0, 0)
        grid.addWidget(self._tools, 0, 1, Qt.AlignmentFlag.AlignTop)
        if below:
            grid.addWidget(self.switch, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(self.switch, 0, 1, Qt.AlignmentFlag.AlignRight | middle)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(look.px(6))
        self._pad()

    def _pad(self) -> None:
        look = theme()
        pad = look.px(4 if self._editing else 8)
        left = look.px(INSET) if self._below and not self._editing else 0
        self._label.setContentsMargins(look.px(INSET) - left, 0, look.px(16), 0)
        self._grid.setContentsMargins(left, pad, look.px(INSET), pad + 1)

    def show_check(self, check: PrincipleCheck, *, first: bool, last: bool) -> None:
        """Show ``check``; words being typed are left alone."""
        t = self._t
        words = check.question or t("（問いはまだ書かれていません）")
        self._label.setText(words)
        self.switch.setAccessibleName(words)
        self.switch.set_value(None if check.answer is Answer.UNSET else check.answer.value)
        self.area.set_text(check.question)
        self._place_switch()
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def set_editing(self, editing: bool) -> None:
        """Show the words to be written, or the answer to be given."""
        self._editing = editing
        self._label.setVisible(not editing)
        self.switch.setVisible(not editing)
        self.area.setVisible(editing)
        self._tools.setVisible(editing)
        self._pad()

    def minimumSizeHint(self) -> QSize:
        """Let the row become narrow: the answer then goes below the question."""
        return QSize(theme().px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the width."""
        super().resizeEvent(event)
        needed = self.switch.sizeHint().width() + theme().px(_BESIDE + 2 * INSET)
        self._arrange(below=self.width() < needed)
        self._place_switch()

    def _place_switch(self) -> None:
        """Put the answer beside the middle of a short question, and the top of a long one."""
        if not self._below:
            tall = self._label.heightForWidth(self._label.width())
            short = tall <= _SHORT_LINES * theme().pitch(tokens.CONTENT_PX)
            sides = Qt.AlignmentFlag
            middle = sides.AlignVCenter if short else sides.AlignTop
            self._grid.setAlignment(self.switch, sides.AlignRight | middle)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline below."""
        painter = QPainter(self)
        left = theme().px(INSET)
        painter.fillRect(
            left, self.height() - 1, self.width() - 2 * left, 1, color(tokens.HAIRLINE)
        )
        painter.end()
