"""What stands beside the graph: the record in use, and the list of gaps.

Owns this pane. It changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.chain.gap_list import GapList
from servicedesign.tools.chain_gaps import ChainGap
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

WIDTH = 264


class SidePane(QWidget):
    """Title, なぜ, その後, and 切れているところ.

    Signals:
        follow_asked: the steps are to be followed one by one.
    """

    follow_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Show nothing chosen."""
        super().__init__(parent)
        self.t = t
        look = theme()
        self.setFixedWidth(look.px(WIDTH))
        self.title = TextLabel(size=tokens.CONTENT_PX, bold=True, wrap=True)
        self.why = TextLabel(wrap=True)
        self.after = TextLabel(wrap=True)
        self._why_head = TextLabel(t("なぜ"), bold=True)
        self._after_head = TextLabel(t("その後"), bold=True)
        self.follow = LinkButton(t("根拠と行き先をたどる…"))
        self.follow.clicked.connect(self.follow_asked)
        self.count = TextLabel(size=tokens.CONTENT_PX, bold=True)
        self.whole = TextLabel(
            t("切れた所はありません。住民の言葉から提案まで、つながっています。"), wrap=True
        )
        self.gaps = GapList(t("切れているところ"), t)
        self._build()

    def _build(self) -> None:
        look = theme()
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(24), look.px(16), 0, look.px(12))
        box.setSpacing(look.px(8))
        box.addWidget(self.title)
        box.addWidget(SectionRule(strong=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(10))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (head, words) in enumerate(
            ((self._why_head, self.why), (self._after_head, self.after))
        ):
            grid.addWidget(head, row, 0, top)
            grid.addWidget(words, row, 1, top)
        box.addLayout(grid)
        box.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignLeft)
        box.addSpacing(look.px(8))
        box.addWidget(self.count)
        box.addWidget(SectionRule(strong=True))
        box.addWidget(self.whole)
        box.addWidget(self.gaps, 1)
        box.addStretch(0)

    def show_record(self, title: str, why: str, after: str) -> None:
        """Show the record in use; an empty ``title`` says that none is."""
        self.title.setText(title or self.t("記録を一つ選ぶと、なぜとその後が出ます"))
        self.why.setText(why)
        self.after.setText(after)
        for part in (self._why_head, self.why, self._after_head, self.after, self.follow):
            part.setVisible(bool(title))

    def show_gaps(self, gaps: Sequence[ChainGap], current: int) -> None:
        """Show the gaps with the one at ``current`` pointed at."""
        self.count.setText(self.t("切れているところ　{n}", n=len(gaps)))
        self.gaps.show_gaps(gaps, current)
        self.gaps.setVisible(bool(gaps))
        self.whole.setVisible(not gaps)
