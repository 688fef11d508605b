"""How the parts of the vote stand: rules and page at the left, people or choice at the right.

Owns their arrangement at every width.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from servicedesign.model import VoteRound, VoteStatus
from servicedesign.tools.voting.choice_pane import ChoicePane
from servicedesign.tools.voting.counting import Standing
from servicedesign.tools.voting.draft_page import DraftPage
from servicedesign.tools.voting.open_page import OpenPage
from servicedesign.tools.voting.result_page import ResultPage
from servicedesign.tools.voting.rules_line import RulesLine
from servicedesign.tools.voting.voters_pane import VotersPane
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule

_PANE, _PANE_WIDE, _LEAST_LEFT = 300, 380, 480
_LEAST_HIGH = 430
"""Lengths in px at 100 %."""


class VotingLayout(QWidget):
    """The whole body once there is a round."""

    pane_turned = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make all pages, for no round."""
        super().__init__(parent)
        t = context.t
        self._context = context
        self._people_in_front = False
        self.rules = RulesLine(t)
        self.draft = DraftPage(t, reading=context.read_only)
        self.open = OpenPage(context)
        self.choice = ChoicePane(context)
        self.result = ResultPage(context, self.choice)
        self.voters = VotersPane(context)
        self._turn = QuietButton(
            t("投票する人を見る"), blue=True, icon="mdi6.account-group-outline"
        )
        self._turn.clicked.connect(self._on_turn)
        self._pages = QStackedWidget()
        for page in (self.draft, self.open, self.result):
            self._pages.addWidget(page)
        self._panes = QStackedWidget()
        self._panes.addWidget(self.voters)
        self._panes.addWidget(self.choice)
        self._line = SectionRule(vertical=True)
        self._arrange()

    def _arrange(self) -> None:
        look = theme()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(look.px(5), 0, look.px(8), look.px(8))
        column.setSpacing(0)
        column.addWidget(self.rules)
        column.addWidget(self._pages, 1)
        left.setMinimumHeight(look.px(_LEAST_HIGH))
        self._left = PageScroll(left)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._line)
        row.addWidget(self._panes)
        whole.addLayout(row, 1)

    def show_round(self, round_: VoteRound, standing: Standing) -> None:
        """Show the pages of the state that ``round_`` is in."""
        closed = round_.status is VoteStatus.CLOSED
        page: QWidget = {
            VoteStatus.DRAFT: self.draft,
            VoteStatus.OPEN: self.open,
            VoteStatus.CLOSED: self.result,
        }[round_.status]
        self._pages.setCurrentWidget(page)
        self._panes.setCurrentWidget(self.choice if closed else self.voters)
        self.rules.show_rules(round_, can_change=not closed and not self._context.read_only)
        if closed:
            self.result.show_round(round_)
        else:
            self.voters.show_round(round_, standing)
        if round_.status is VoteStatus.OPEN:
            self.open.show_round(round_, standing)
        self.fit(self.width())

    def page(self) -> QWidget:
        """Return the page in front."""
        page = self._pages.currentWidget()
        assert page is not None
        return page

    def entrance(self) -> QWidget:
        """Return what takes the focus."""
        page = self.page()
        assert isinstance(page, DraftPage | OpenPage | ResultPage)
        return page.entrance()

    def _on_turn(self) -> None:
        self._people_in_front = not self._people_in_front
        self.fit(self.width())
        self.pane_turned.emit()

    def fit(self, width: int) -> None:
        """Arrange for ``width`` px: where it is narrow, one of the two is in front."""
        look, t = theme(), self._context.t
        closed = self._panes.currentWidget() is self.choice
        pane = look.px(_PANE_WIDE if closed else _PANE)
        narrow = width < pane + look.px(_LEAST_LEFT)
        self._turn.setVisible(narrow)
        self._line.setVisible(not narrow)
        if not narrow:
            self._left.show()
            self._panes.show()
            self._panes.setFixedWidth(pane)
            return
        self._panes.setMinimumWidth(0)
        self._panes.setMaximumWidth(16_777_215)
        self._panes.setVisible(self._people_in_front)
        self._left.setVisible(not self._people_in_front)
        there = t("選んだ案を見る") if closed else t("投票する人を見る")
        self._turn.set_label(t("投票にもどる") if self._people_in_front else there)
