"""What every button has in common: Enter presses it, as Space does.

Owns that one key: which keys press a button differs between platforms, and where Enter is not one
of them a person at the keyboard is stuck. Must not know what a button looks like.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(QAbstractButton):
    """The base of all buttons; one that is held down presses once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter on every platform."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain:
            if not event.isAutoRepeat():
                self.click()
            event.accept()
        else:
            super().keyPressEvent(event)
