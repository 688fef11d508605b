"""Whether Alt was pressed and let go with nothing in between, which leads to the menu.

Owns the watching meanwhile: a key that a list or a field takes for itself, such as Alt with an
arrow, never reaches the window.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_PRESSED = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)  # a shortcut presses no key
_BETWEEN = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.WindowDeactivate)


class AltAlone(QObject):
    """Watches from the press of Alt to its release, and at no other time."""

    def __init__(self, parent: QObject) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._alone = False

    def begin(self) -> None:
        """Alt was pressed."""
        application = QApplication.instance()
        if application is not None and not self._alone:
            self._alone = True
            application.installEventFilter(self)

    def end(self) -> bool:
        """Alt was let go; tell whether nothing happened in between."""
        alone = self._alone
        self._stop()
        return alone

    def _stop(self) -> None:
        application = QApplication.instance()
        if application is not None and self._alone:
            application.removeEventFilter(self)
        self._alone = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what comes in between; it goes its way."""
        other = event.type() in _BETWEEN
        if isinstance(event, QKeyEvent) and event.type() in _PRESSED:
            other = event.key() != Qt.Key.Key_Alt
        if other:
            self._stop()
        return False
