"""A round before it opens: what is voted on, and which ideas take part.

Owns the page. Says what is asked for and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import VoteRound
from servicedesign.tools.voting.target_line import TargetLine
from servicedesign.tools.voting.target_list import TargetList
from servicedesign.tools.voting.target_model import TargetModel
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_label import TextLabel


class DraftPage(QWidget):
    """What to vote on, and the ideas with a box each.

    Signals:
        turned: the id of an idea that is to take part, or no more.
        all_asked: all ideas are to take part, or none.
        subject_asked: another board or unit is to be chosen.
        delete_asked: the round is to be thrown away.
    """

    turned = Signal(str)
    all_asked = Signal(bool)
    subject_asked = Signal()
    delete_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make a page for no round; ``reading`` where nothing may be changed."""
        super().__init__(parent)
        self.t = t
        self._reading = reading
        self._model = TargetModel(self)
        self._count = TextLabel(size=tokens.SECTION_PX, bold=True)
        self._words = PhraseLabel(
            t("投票する案に印をつけます。約束を読み上げてから、投票を始めます。"),
            tone=tokens.SECOND_TEXT,
            wrap=True,
        )
        self._all = QuietButton(t("すべて選ぶ"), blue=True)
        self._none = QuietButton(t("すべて外す"), blue=True)
        self._subject = QuietButton(t("ボードや単位を選び直す…"), blue=True)
        self._delete = QuietButton(t("この準備をやめる"), blue=True)
        self.list = TargetList(self._model, t("投票する案"), ticks=True)
        buttons = (self._all, self._none, self._subject, self._delete)
        look = theme()
        flow = QWidget()
        row = FlowLayout(flow, gap=4)
        for button in buttons:
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, look.px(12), 0, 0)
        whole.setSpacing(look.px(4))
        whole.addWidget(self._count)
        whole.addWidget(self._words)
        whole.addWidget(flow)
        flow.setVisible(not reading)
        whole.addSpacing(look.px(8))
        whole.addWidget(self.list, 1)
        self.list.setMinimumHeight(look.px(140))
        self.list.picked.connect(self.turned)
        self._all.clicked.connect(lambda: self.all_asked.emit(True))
        self._none.clicked.connect(lambda: self.all_asked.emit(False))
        self._subject.clicked.connect(self.subject_asked)
        self._delete.clicked.connect(self.delete_asked)

    def show_round(self, round_: VoteRound, lines: Sequence[TargetLine]) -> None:
        """Show ``round_`` with all ideas that could take part; those that do are marked."""
        chosen = sum(line.marked for line in lines)
        self._count.setText(
            self.t("{chosen}／{count}案", chosen=str(chosen), count=str(len(lines)))
        )
        self._subject.setVisible(not self._reading and round_.run_off_of is None)
        self._model.show_lines(lines)

    def entrance(self) -> QWidget:
        """Return what takes the focus here."""
        if self.list.currentIndex().row() < 0 and self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0))
        return self.list
