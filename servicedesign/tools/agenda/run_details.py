"""What the facilitator needs for the step that runs: aim, ways, sheet, people, things.

Owns the arrangement of labels and texts.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

_LABEL = 96


class RunDetails(QWidget):
    """Labels at the left, texts beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        look = theme()
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(6))
        self._grid.setColumnMinimumWidth(0, look.px(_LABEL))
        self._grid.setColumnStretch(1, 1)

    def show_details(self, details: tuple[tuple[str, str], ...]) -> None:
        """Show labels and texts instead of those before."""
        if details == self._shown:
            return
        self._shown = details
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        if details:
            self._grid.addWidget(SectionRule(), 0, 0, 1, 2)
        for row, (label, text) in enumerate(details, start=1):
            name = TextLabel(label, tone=tokens.SECOND_TEXT)
            name.setContentsMargins(0, theme().px(2), 0, 0)
            self._grid.addWidget(name, row, 0, top)
            self._grid.addWidget(TextLabel(text, size=tokens.CONTENT_PX, wrap=True), row, 1)
        self.setVisible(bool(details))
