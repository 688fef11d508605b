"""One sentence behind an issue, with the chip that leads to where it was said.

Owns the arrangement of the two.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.chain_steps import Sentence
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.source_chip import SourceChip

_CHIP = 172
"""Width of the column of chips in px at 100 %."""


class QuoteRow(QWidget):
    """A chip at the left, the words at the right.

    Signals:
        opened: the chip was pressed.
    """

    opened = Signal()

    def __init__(self, sentence: Sentence, t: Translator, parent: QWidget | None = None) -> None:
        """Show ``sentence``."""
        super().__init__(parent)
        look = theme()
        self.sentence = sentence
        words = t("「{words}」", words=sentence.words) if sentence.said else sentence.words
        self.chip = SourceChip(sentence.code or t("聞き取り"), max_width=_CHIP)
        self.chip.setAccessibleName(f"{self.chip.label()} {words}")
        self.chip.clicked.connect(self.opened)
        label = PhraseLabel(words[:_MOST], size=tokens.CONTENT_PX, wrap=True)
        label.setContentsMargins(0, look.px(3), 0, look.px(3))
        holder = QWidget()
        holder.setFixedWidth(look.px(_CHIP))
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.chip)
        inner.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)


_MOST = 600
"""Most characters shown of one source; the whole stands in the interview."""
