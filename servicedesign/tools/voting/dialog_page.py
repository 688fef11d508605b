"""The contents of a dialog, which scroll where the screen is too low for all of them.

Owns that height: the buttons below must stay on the screen, also at twice the size.
"""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll

_AROUND = 210
"""Height of a dialog's title, buttons and margins and of the frame, in px at 100 %."""


class DialogPage(PageScroll):
    """A column that a dialog puts into its body.

    Attributes:
        column: where the contents go.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty column."""
        self._page = QWidget()
        super().__init__(self._page, parent)
        look = theme()
        self.column = QVBoxLayout(self._page)
        self.column.setContentsMargins(look.px(6), look.px(6), look.px(6), look.px(6))
        self.column.setSpacing(look.px(12))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the contents, or as the screen allows."""
        super().showEvent(event)
        wide = max(1, self.viewport().width())
        needed = self.column.totalHeightForWidth(wide)
        if needed < 0:
            needed = self.column.totalSizeHint().height()
        most = self.screen().availableGeometry().height() - theme().px(_AROUND)
        self.setMinimumHeight(max(theme().px(120), min(needed, most)))
