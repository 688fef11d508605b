"""List of sources, note and findings side by side.

Owns their arrangement for each width: the findings beside the note or below it, the list whole or
as a rail of numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import Interview
from servicedesign.model.record import field_specs
from servicedesign.tools.interview.entry_list import EntryList
from servicedesign.tools.interview.finding_list import FindingList
from servicedesign.tools.interview.head_form import HeadForm
from servicedesign.tools.interview.hint_line import HintLine
from servicedesign.tools.interview.mark_bar import MarkBar
from servicedesign.tools.interview.source_list import SourceList
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET

BESIDE: Final = 1030
"""Width in px at 100 % from which the findings stand beside the note."""
_RAIL_BELOW: Final = 700
_LIST: Final = 208
_RAIL: Final = 92
_FINDINGS: Final = 310
_FINDINGS_MOST: Final = 400


class InterviewLayout(QWidget):
    """Everything the editor shows.

    Attributes:
        list: the sources.
        add: the button that adds one.
        head: number, how, when, where, who, consent.
        entries: questions and answers.
        summary: what the talk comes to.
        findings: facts, interpretations, insights.
        bar: what can be done with the note.
    """

    def __init__(
        self,
        t: Translator,
        clock: Callable[[], datetime],
        *,
        reading: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Build all of it, empty."""
        super().__init__(parent)
        self.t = t
        self._beside: bool | None = None
        self.list = SourceList(t, reading=reading)
        self.add = QuietButton(t("聞き取りを足す"), icon="mdi6.plus", blue=True)
        self.head = HeadForm(t, reading=reading)
        self.entries = EntryList(t, clock, reading=reading)
        label = field_specs(Interview)["summary"].label
        self.summary = TextArea(
            t(label),
            rule=True,
            placeholder=t("この聞き取りを一言で言うと"),
        )
        self.summary.setReadOnly(reading)
        self.summary_hint = HintLine(t, left=INSET)
        self.findings = FindingList(t, reading=reading)
        self.bar = MarkBar(t)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_left())
        row.addWidget(SectionRule(vertical=True))
        row.addLayout(self._make_middle(), 1)
        self._side_line = SectionRule(vertical=True)
        row.addWidget(self._side_line)
        self._side_page = QWidget()
        self._side_column = QVBoxLayout(self._side_page)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side = PageScroll(self._side_page)
        row.addWidget(self._side)
        if reading:
            for part in (self.add, self.bar, self._foot_line):
                part.hide()
        self.fit(theme().px(BESIDE * 2))

    def _make_left(self) -> QWidget:
        look = theme()
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(SectionRule())
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(8), look.px(8), look.px(4), look.px(8))
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)
        return self._left

    def _make_middle(self) -> QVBoxLayout:
        look = theme()
        page = QWidget()
        self._page_column = QVBoxLayout(page)
        self._page_column.setContentsMargins(0, 0, 0, look.px(24))
        self._page_column.setSpacing(0)
        self._page_column.addWidget(self.head)
        self._page_column.addWidget(_inset(SectionRule(strong=True)))
        self._page_column.addWidget(self.entries)
        title = TextLabel(self.summary.accessibleName(), bold=True)
        title.setContentsMargins(look.px(INSET), look.px(16), 0, look.px(2))
        self._page_column.addWidget(title)
        self._page_column.addWidget(self.summary)
        self._page_column.addWidget(self.summary_hint)
        self._page_column.addStretch(1)
        self.page_scroll = PageScroll(page)
        self.page_scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(8), look.px(8), look.px(8), look.px(8))
        foot.addWidget(self.bar)
        middle = QVBoxLayout()
        middle.setContentsMargins(look.px(8), 0, look.px(8), 0)
        middle.setSpacing(0)
        middle.addWidget(self.page_scroll, 1)
        self._foot_line = SectionRule()
        middle.addWidget(self._foot_line)
        middle.addLayout(foot)
        return middle

    def fit(self, width: int) -> None:
        """Arrange for ``width`` px."""
        look = theme()
        rail = width < look.px(_RAIL_BELOW)
        self._left.setFixedWidth(look.px(_RAIL if rail else _LIST))
        self.add.show_parts(label=not rail, key=False)
        beside = width >= look.px(BESIDE)
        share = round((width - look.px(_LIST)) * 0.33)
        self._side.setFixedWidth(min(look.px(_FINDINGS_MOST), max(look.px(_FINDINGS), share)))
        if beside == self._beside:
            return
        self._beside = beside
        self._side.setVisible(beside)
        self._side_line.setVisible(beside)
        if beside:
            self._page_column.removeWidget(self.findings)
            self._side_column.addWidget(self.findings, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._side_column.removeWidget(self.findings)
            self._page_column.insertWidget(self._page_column.count() - 1, self.findings)
        self.sort_tabs()

    def sort_tabs(self) -> None:
        """Lead Tab from the list through the note to the findings and the bar."""
        last = self.entries.last_field()
        chain: list[QWidget | None] = [self.list, self.add, self.head.texts["code"]]
        for one, other in ((chain[0], chain[1]), (chain[1], chain[2])):
            if one is not None and other is not None:
                QWidget.setTabOrder(one, other)
        rows = self.entries.made()
        if rows:
            QWidget.setTabOrder(self.head.consent, rows[0].question)
        QWidget.setTabOrder(last or self.head.consent, self.summary)
        before: QWidget = self.summary
        for part in (self.bar.add, self.bar.guide, self.bar.entry, *self.bar.marks.values()):
            QWidget.setTabOrder(before, part)
            before = part
        for row in self.findings.rows():
            QWidget.setTabOrder(before, row.kind)
            before = row.remove
        QWidget.setTabOrder(before, self.findings.add)

    def scroll_up(self) -> None:
        """Show the note from its top."""
        self.page_scroll.verticalScrollBar().setValue(0)

    def show_finding(self, finding_id: str) -> None:
        """Scroll so that the row of a finding is in view, where the findings stand beside."""
        row = self.findings.row(finding_id)
        if row is not None and self._beside:
            self._side.ensureWidgetVisible(row, 0, theme().px(8))

    def show_rect(self, part: QWidget, top: float, height: float) -> None:
        """Scroll so that ``top`` to ``top + height`` of ``part`` is well in view."""
        page = self.page_scroll.widget()
        if page is None:
            return
        room = self._page_column.totalHeightForWidth(page.width())
        if room > page.height():  # rows were made just now
            page.resize(page.width(), room)
        self._page_column.activate()
        y = part.mapTo(page, part.rect().topLeft()).y() + top
        bar, room = self.page_scroll.verticalScrollBar(), self.page_scroll.viewport().height()
        margin = theme().px(48)
        if y - margin < bar.value():
            bar.setValue(int(y - margin))
        elif y + height + margin > bar.value() + room:
            bar.setValue(int(y + height + margin - room))


def _inset(part: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(theme().px(INSET), 0, theme().px(INSET), 0)
    row.addWidget(part)
    return holder
