"""What the chain knows for a field, to be taken by one press.

Owns the chips; what is taken goes out as a signal. Nothing is put into a field by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.action_chip import ActionChip
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET


class SuggestionLine(QWidget):
    """Chips that wrap; hidden while there are none.

    Signals:
        taken: the words of a suggestion.
    """

    taken = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self.t = t
        self._shown: tuple[str, ...] = ()
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(INSET), 0, look.px(INSET), look.px(6))
        self._flow = FlowLayout(gap=6)
        column.addLayout(self._flow)
        self.hide()

    def words(self) -> tuple[str, ...]:
        """Return what is offered."""
        return self._shown

    def chips(self) -> list[ActionChip]:
        """Return the chips in order."""
        return self.findChildren(ActionChip)

    def show_words(self, words: Sequence[str]) -> None:
        """Offer ``words``; the same ones again change nothing."""
        if tuple(words) == self._shown:
            return
        self._shown = tuple(words)
        self._flow.clear()
        for chip in self.chips():
            chip.setParent(None)
        if words:
            label = TextLabel(self.t.context("offer", "候補"), tone=tokens.SECOND_TEXT)
            label.setFixedHeight(theme().px(32))
            self._flow.addWidget(label)
            label.show()
        before: QWidget | None = None
        for one in words:
            chip = ActionChip(one, icon="mdi6.plus", max_width=420)
            chip.setAccessibleName(self.t("候補を入れる：{words}", words=one))
            chip.clicked.connect(lambda _=False, text=one: self.taken.emit(text))
            self._flow.addWidget(chip)
            chip.show()
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        self.setVisible(bool(words))
        self.updateGeometry()
