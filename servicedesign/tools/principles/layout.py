"""List and principle side by side.

Owns their arrangement for each width: list with titles, or a rail of numbers and marks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.principles.check_facts import CheckFacts
from servicedesign.tools.principles.counts_line import CountsLine
from servicedesign.tools.principles.principle_list import PrincipleList
from servicedesign.tools.principles.principle_page import PrinciplePage
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.section_rule import SectionRule

_LIST_MOST = 468
_LIST_LEAST = 300
_INDENT = 56
_LIST_SHARE = 0.41
_RAIL = 92
_BOTH = 780
"""Widths in px at 100 %: of the list, and of list with titles and principle together."""


class PrinciplesLayout(QWidget):
    """Everything the editor shows.

    Attributes:
        counts: how many stand where.
        list: the principles.
        facts: who checked, and when.
        page: the principle in view.
        before: the button to the principle before.
        after: the primary button, to the next one.
        keep: the primary button at the last one: keep the answers.
    """

    def __init__(
        self,
        t: Translator,
        today: Callable[[], date],
        *,
        reading: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Build all of it, empty."""
        super().__init__(parent)
        self._t = t
        self._rail: bool | None = None
        self.counts = CountsLine(t, indent=_INDENT)
        self.list = PrincipleList(t)
        self.facts = CheckFacts(t, today, reading=reading)
        self.page = PrinciplePage(t, today, reading=reading)
        self.before = SecondaryButton("", icon="mdi6.arrow-left")
        self.after = PrimaryButton("", leads_on=True)
        self.keep = PrimaryButton(t("今の答えを記録…"), icon="mdi6.history")
        self.keep.set_usable(t("読み取り専用で開いています") if reading else "")
        self._left = QWidget()
        self._left_column = QVBoxLayout(self._left)
        self._left_column.setContentsMargins(0, 0, 0, 0)
        self._left_column.setSpacing(0)
        self._top_rule = SectionRule(strong=True)
        for part in (self.counts, self._top_rule, self.list):
            self._left_column.addWidget(part, 1 if part is self.list else 0)
        self._scroll = PageScroll(self.page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(SectionRule(vertical=True))
        row.addLayout(self._make_right(), 1)
        for one, other in pairwise((self.after, self.keep, self.before)):
            QWidget.setTabOrder(one, other)  # from the last field the way leads on, not back
        self.fit(theme().px(_BOTH * 2))

    def _make_right(self) -> QVBoxLayout:
        look = theme()
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(12), look.px(8), look.px(24), look.px(16))
        foot.addWidget(self.before)
        foot.addStretch(1)
        foot.addWidget(self.after)
        foot.addWidget(self.keep)
        right = QVBoxLayout()
        right.setContentsMargins(look.px(20), 0, look.px(8), 0)
        right.setSpacing(0)
        right.addWidget(self._scroll, 1)
        right.addWidget(SectionRule())
        right.addLayout(foot)
        return right

    def fit(self, width: int) -> None:
        """Arrange for ``width`` px."""
        look = theme()
        rail = width < look.px(_BOTH)
        share = min(look.px(_LIST_MOST), max(look.px(_LIST_LEAST), round(width * _LIST_SHARE)))
        self._left.setFixedWidth(look.px(_RAIL) if rail else share)
        self.facts.updateGeometry()
        if rail == self._rail:
            return
        self._rail = rail
        self.counts.setVisible(not rail)
        self._top_rule.setVisible(not rail)
        if rail:
            self._left_column.removeWidget(self.facts)
            self.page.foot.addWidget(self.facts)
        else:
            self.page.foot.removeWidget(self.facts)
            self._left_column.addWidget(self.facts)

    def show_neighbours(self, numbers: Sequence[int], place: int) -> None:
        """Say which of the principles ``numbers`` are before and after the one at ``place``."""
        t = self._t
        before = numbers[place - 1] if place > 0 else None
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        self.before.setVisible(before is not None)
        if before is not None:
            self.before.set_label(str(before))
            self.before.setAccessibleName(t("前の箇条へ {number}", number=before))
        self.after.setVisible(after is not None)
        self.keep.setVisible(after is None)
        if after is not None:
            self.after.set_label(t("次の箇条へ {number}", number=after))

    def scroll_up(self) -> None:
        """Show the page from its top."""
        self._scroll.verticalScrollBar().setValue(0)
