"""The residents' words behind an issue, and the way to link more.

Owns the rows; what is asked for goes out as signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.chain_steps import Sentence
from servicedesign.tools.issues.quote_row import QuoteRow
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.action_chip import ActionChip
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.text_label import TextLabel

MOST = 40
"""Most sentences shown; all of them are on the sheet."""


class QuoteList(QWidget):
    """Rows of sentences.

    Signals:
        opened: the id of the finding, answer or interview to go to.
        link_asked: evidence is to be chosen.
        why_asked: the whole way back is wanted.
    """

    opened = Signal(str)
    link_asked = Signal()
    why_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty list, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._shown: tuple[Sentence, ...] = ()
        self._rows: list[QuoteRow] = []
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self._column = QVBoxLayout()
        self._column.setSpacing(look.px(6))
        column.addLayout(self._column)
        self._nothing = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        column.addWidget(self._nothing)
        tools = QWidget()
        flow = FlowLayout(tools)
        self.link = ActionChip(t("根拠をつなぐ") + " Ctrl+K", max_width=400)
        self.link.clicked.connect(self.link_asked)
        if reading:
            self.link.hide()
        self.why = ActionChip(
            t("根拠と行き先") + " Ctrl+Shift+K", icon="mdi6.family-tree", max_width=400
        )
        self.why.clicked.connect(self.why_asked)
        flow.addWidget(self.link)
        flow.addWidget(self.why)
        column.addWidget(tools)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show ``sentences``; the same ones again change nothing."""
        if tuple(sentences) == self._shown and self._nothing.text():
            return
        self._shown = tuple(sentences)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(sentence) for sentence in self._shown[:MOST]]
        t, more = self._t, len(self._shown) - MOST
        self._nothing.setText(
            t.plural("ほかに{n}件あります。紙にはすべて印刷されます。", more)
            if more > 0
            else t("住民の言葉が、まだつながっていません。")
        )
        self._nothing.setVisible(more > 0 or not self._shown)
        before: QWidget | None = None
        for part in (*(row.chip for row in self._rows), self.link, self.why):
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part
        self.updateGeometry()

    def rows(self) -> tuple[QuoteRow, ...]:
        """Return the rows in order."""
        return tuple(self._rows)

    def _row(self, sentence: Sentence) -> QuoteRow:
        row = QuoteRow(sentence, self._t)
        row.opened.connect(lambda asked=sentence.record.id: self.opened.emit(asked))
        self._column.addWidget(row)
        row.show()
        return row
