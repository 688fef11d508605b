"""The findings of one source, beside its words.

Owns the rows, kept over a refresh. What a row asks for goes out with the finding's id.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.interview.finding_row import FindingRow, FindingState
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET


class FindingList(QWidget):
    """A heading, the rows, and the way to add a finding of one's own.

    Signals:
        written: a finding, and its words.
        turned: a finding, and the ``FindingKind`` asked for.
        place_asked: a finding whose words are to be shown.
        use_asked: a ``UseWords`` to go to.
        source_asked: the id of a source to go to.
        delete_asked: a finding to delete.
        add_asked: a finding of one's own is wanted.
    """

    written = Signal(str, str)
    turned = Signal(str, object)
    place_asked = Signal(str)
    use_asked = Signal(object)
    source_asked = Signal(str)
    delete_asked = Signal(str)
    add_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty list, ``reading`` in a project that is only read."""
        super().__init__(parent)
        look = theme()
        self.t = t
        self._reading = reading
        self._rows: dict[str, FindingRow] = {}
        self._title = TextLabel(size=tokens.CONTENT_PX, bold=True)
        self.add = QuietButton(t("わかったことを足す"), icon="mdi6.plus", blue=True)
        self.add.clicked.connect(self.add_asked)
        if reading:
            self.add.hide()
        self._none = TextLabel(
            t("答えの言葉を選んで Ctrl+J を押すと、ここに並びます。"),
            tone=tokens.SECOND_TEXT,
            wrap=True,
        )
        self._none.setContentsMargins(look.px(INSET), look.px(10), look.px(INSET), look.px(10))
        head = QHBoxLayout()
        head.setContentsMargins(look.px(INSET), look.px(12), look.px(INSET), look.px(6))
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.px(24))
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(SectionRule(strong=True))
        column.addWidget(self._none)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(INSET - 8), look.px(8), look.px(INSET), 0)
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def rows(self) -> tuple[FindingRow, ...]:
        """Return the rows in order."""
        return tuple(self._rows.values())

    def row(self, finding_id: str) -> FindingRow | None:
        """Return the row of a finding, or None."""
        return self._rows.get(finding_id)

    def show_findings(self, states: Sequence[FindingState]) -> None:
        """Show ``states`` in order; rows of those that stay are kept."""
        t = self.t
        count = len(states)
        self._title.setText(t("わかったこと {count}", count=count) if count else t("わかったこと"))
        self._none.setVisible(not states and not self._reading)
        wanted = [state.finding.id for state in states]
        if wanted != list(self._rows):
            self._sort(wanted)
        before: QWidget | None = None
        for state in states:
            row = self._rows[state.finding.id]
            row.show_finding(state)
            if before is not None:
                QWidget.setTabOrder(before, row.kind)
            before = row.remove
        if before is not None:
            QWidget.setTabOrder(before, self.add)

    def _sort(self, wanted: Sequence[str]) -> None:
        before = self._rows
        self._rows = {one: before.get(one) or self._row() for one in wanted}
        for one, row in before.items():
            if one not in self._rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        for place, (one, row) in enumerate(self._rows.items()):
            row.setObjectName(one)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show()

    def _row(self) -> FindingRow:
        row = FindingRow(self.t, reading=self._reading, parent=self)
        row.written.connect(lambda text: self.written.emit(row.objectName(), text))
        row.turned.connect(lambda kind: self.turned.emit(row.objectName(), kind))
        row.place_asked.connect(lambda: self.place_asked.emit(row.objectName()))
        row.use_asked.connect(self.use_asked)
        row.source_asked.connect(self.source_asked)
        row.delete_asked.connect(lambda: self.delete_asked.emit(row.objectName()))
        row.ended.connect(lambda: self._on_ended(row))
        return row

    def _on_ended(self, row: FindingRow) -> None:
        """Go on to the next finding, from the last one to adding."""
        rows = self.rows()
        place = rows.index(row) + 1
        target: QWidget = rows[place].text if place < len(rows) else self.add
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_row(self, place: int) -> None:
        """Put the focus on the finding at ``place`` (from 0) or near it, else on adding."""
        rows = self.rows()
        target: QWidget = rows[min(place, len(rows) - 1)].kind if rows else self.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_current(self, finding_id: str) -> None:
        """Show which finding the caret is in; empty for none."""
        for one, row in self._rows.items():
            row.set_current(one == finding_id)

    def holding(self, widget: QWidget | None) -> str:
        """Return the finding whose row ``widget`` stands in, or empty."""
        if widget is None:
            return ""
        return next((one for one, row in self._rows.items() if row.isAncestorOf(widget)), "")
