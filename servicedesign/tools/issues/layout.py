"""Pain points and issues at the left, the issue in view at the right.

Owns their arrangement.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.issues.issue_list import IssueList
from servicedesign.tools.issues.issue_page import IssuePage
from servicedesign.tools.issues.pain_list import PainList
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

_MOST = 520
_LEAST = 300
_SHARE = 0.4
_PAINS_SHARE = 0.45
"""Of the height: most of it that the open pain points take."""


class IssuesLayout(QWidget):
    """Everything the editor shows.

    Attributes:
        pains: the pain points nobody took up.
        list: the issues.
        add: the button that adds an issue by hand.
        page: the issue in view.
        beside: what stands in place of the page while there is no issue.
    """

    def __init__(
        self, t: Translator, beside: QWidget, *, reading: bool, parent: QWidget | None = None
    ) -> None:
        """Build all of it, empty."""
        super().__init__(parent)
        self._t = t
        self._reading = reading
        self.pains = PainList(t, reading=reading)
        self.list = IssueList(t, reading=reading)
        self.page = IssuePage(t, reading=reading)
        self.beside = beside
        self.add = QuietButton(t("課題を足す"), icon="mdi6.plus", blue=True)
        if reading:
            self.add.hide()
        self._pains_head = _Head(t("まだ取り上げていない困りごと"))
        self._issues_head = _Head(t.context("issues", "課題"), self.add)
        self._keys = TextLabel(t("Alt+↑↓ 順位　Space 取り上げる"), tone=tokens.SECOND_TEXT)
        self._keys.setContentsMargins(theme().px(32), theme().px(8), theme().px(8), theme().px(8))
        self._between = SectionRule(strong=True)
        self._left = self._make_left()
        self._scroll = PageScroll(self.page)
        self._right = QStackedWidget()
        self._right.addWidget(self._scroll)
        self._right.addWidget(beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(SectionRule(vertical=True))
        holder = QVBoxLayout()
        holder.setContentsMargins(theme().px(20), 0, theme().px(8), 0)
        holder.addWidget(self._right)
        row.addLayout(holder, 1)

    def _make_left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pains_head)
        column.addWidget(self.pains)
        column.addWidget(self._between)
        column.addWidget(self._issues_head)
        column.addWidget(self.list, 1)
        column.addWidget(self._keys)
        return left

    def show_counts(self, pains: int, issues: int) -> None:
        """Show how many there are, and only the parts that hold something."""
        self._pains_head.setVisible(bool(pains))
        self.pains.setVisible(bool(pains))
        self._between.setVisible(bool(pains))
        self._pains_head.set_count(str(pains))
        self._issues_head.set_count(str(issues) if issues else "")
        self._keys.setVisible(bool(issues) and not self._reading)
        self._right.setCurrentWidget(self._scroll if issues else self.beside)

    def fit(self, width: int, height: int) -> None:
        """Arrange for ``width`` and ``height`` px."""
        look = theme()
        share = min(look.px(_MOST), max(look.px(_LEAST), round(width * _SHARE)))
        self._left.setFixedWidth(min(share, max(1, width - look.px(_LEAST))))
        self.pains.setMaximumHeight(max(look.px(96), round(height * _PAINS_SHARE)))

    def bring(self, issue_id: str, question_id: str = "") -> None:
        """Bring the row of an issue into the middle, and a question of its page into view."""
        self.list.bring(issue_id)
        self.scroll_up()
        card = self.page.questions.card(question_id)
        if card is not None:
            self.page.adjustSize()  # a card that was just made has no place yet
            self._scroll.ensureWidgetVisible(card, 0, theme().px(24))

    def scroll_up(self) -> None:
        """Show the page from its top."""
        self._scroll.verticalScrollBar().setValue(0)


class _Head(QWidget):
    """A heading with a count, and perhaps a button at the right."""

    def __init__(self, title: str, button: QWidget | None = None) -> None:
        super().__init__()
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(32), look.px(8), look.px(8), look.px(6))
        row.setSpacing(look.px(10))
        self._title = TextLabel(title, size=tokens.CONTENT_PX, bold=True)
        self._count = TextLabel(tone=tokens.SECOND_TEXT)
        self._count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

    def set_count(self, count: str) -> None:
        self._count.setText(count)
