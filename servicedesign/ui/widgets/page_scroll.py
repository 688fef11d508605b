"""A page that scrolls up and down, and follows the focus.

Owns the scrolling alone; what stands on the page is the editor's.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from servicedesign.ui.theme import theme


class PageScroll(QScrollArea):
    """Holds one ``page``; a control that takes the focus is brought into view with its ring."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        """Show ``page``."""
        super().__init__(parent)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(theme().px(24))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        page = self.widget()
        if new is not None and page is not None and page.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, theme().px(24))
