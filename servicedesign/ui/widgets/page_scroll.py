"""A page that scrolls up and down, and follows the focus and the caret.

Owns the scrolling alone; what stands on the page is the editor's.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QWidget

from servicedesign.ui.theme import theme

KEEP_WHOLE: Final = "keep_whole"
"""Property of a widget that comes into view as a whole when the focus goes into a part of it."""

_MARGIN: Final = 24

_SETTLING_MS: Final = 200
"""How long after the focus came the page may still be growing around it."""


class PageScroll(QScrollArea):
    """Holds one ``page``; what takes the focus is brought into view with its ring.

    While a text is typed that grows beyond the view, its caret stays in view.
    """

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        """Show ``page``."""
        super().__init__(parent)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(theme().px(24))
        self._followed: QTextEdit | None = None
        self._late, self._settling = QTimer(self), QTimer(self)
        for timer in (self._late, self._settling):
            timer.setSingleShot(True)
        self._late.timeout.connect(self._show_caret)
        self.verticalScrollBar().rangeChanged.connect(self._on_resized)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and old is self._followed:
            self._followed.cursorPositionChanged.disconnect(self._on_moved)
            self._followed.document().documentLayout().documentSizeChanged.disconnect(
                self._on_moved
            )
        self._followed = None
        page = self.widget()
        if new is None or page is None or not page.isAncestorOf(new):
            return
        self._settling.start(_SETTLING_MS)
        self._show(new)
        if isinstance(new, QTextEdit):
            self._followed = new
            new.cursorPositionChanged.connect(self._on_moved)
            new.document().documentLayout().documentSizeChanged.connect(self._on_moved)
        self._late.start(0)  # what has just come to the page has no place yet

    def _whole(self, part: QWidget) -> QWidget:
        """Return the row that ``part`` stands in and that is kept whole, else ``part``."""
        above = part.parentWidget()
        while above is not None and above is not self.widget():
            if above.property(KEEP_WHOLE):
                return above
            above = above.parentWidget()
        return part

    def _show(self, part: QWidget) -> None:
        page = self.widget()
        if page is not None:
            top = part.mapTo(page, QPoint(0, 0)).y()
            self._reach(top, top + part.height())

    def _on_moved(self, *_: object) -> None:
        self._late.start(0)  # once for all that one key changes, when the page has its new size

    def _on_resized(self, *_: object) -> None:
        if self._settling.isActive():
            self._late.start(0)

    def _show_caret(self) -> None:
        page, focus = self.widget(), QApplication.focusWidget()
        if page is None or focus is None or not page.isAncestorOf(focus):
            return
        if self._settling.isActive():
            self._show(self._whole(focus))
            self._show(focus)
        if isinstance(focus, QTextEdit):
            caret = focus.cursorRect()
            top = focus.viewport().mapTo(page, caret.topLeft()).y()
            self._reach(top, top + caret.height())

    def _reach(self, top: int, bottom: int) -> None:
        """Scroll as little as brings ``top`` to ``bottom`` into view; the top when it is too high.

        Both in px of the page.
        """
        bar, room, margin = self.verticalScrollBar(), self.viewport().height(), theme().px(_MARGIN)
        if bottom + margin > bar.value() + room:
            bar.setValue(bottom + margin - room)
        if top - margin < bar.value():
            bar.setValue(top - margin)
