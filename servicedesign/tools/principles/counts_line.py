"""How many principles stand at each answer: always all of them, never one number alone.

Owns the line of marks with their words and counts.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import Answer
from servicedesign.tools.principles.answers import SIGNS, STEPS, short_answer_words
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.mark import Mark
from servicedesign.ui.widgets.text_label import TextLabel


class CountsLine(QWidget):
    """Marks, words and counts, and how many are not answered when some are not."""

    def __init__(self, t: Translator, *, indent: int = 0, parent: QWidget | None = None) -> None:
        """Make a line of noughts, ``indent`` px (at 100 %) from the left."""
        super().__init__(parent)
        self._words = short_answer_words(t)
        look = theme()
        marks = QWidget()
        flow = self._flow = FlowLayout(marks, gap=14)
        place = QVBoxLayout(self)
        place.setContentsMargins(look.px(indent), look.px(8), look.px(8), look.px(8))
        place.addWidget(marks)
        self._marks = {step: Mark(SIGNS[step], "", word_shown=True, size=14) for step in STEPS}
        for mark in self._marks.values():
            flow.addWidget(mark)
        self._unset = TextLabel()
        flow.addWidget(self._unset)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_counts({})

    def show_counts(self, counts: Mapping[Answer, int]) -> None:
        """Show ``counts``; what is missing counts as none."""
        for step, mark in self._marks.items():
            mark.set_sign(SIGNS[step], f"{self._words[step]} {counts.get(step, 0)}")
        unset = counts.get(Answer.UNSET, 0)
        self._unset.setText(f"{self._words[Answer.UNSET]} {unset}")
        self._unset.setVisible(unset > 0)
        self._flow.invalidate()
        self.updateGeometry()
