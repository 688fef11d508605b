"""The field for questions and comments: type, Enter, type, Enter.

Owns that it stays open, empty and ready after each. What becomes of one is the holder's.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from servicedesign.ui.widgets.text_field import TextField


class CommentField(TextField):
    """One line that is kept with Enter.

    Signals:
        entered: the line, cleaned of spaces around it.
        turn_asked: -1 or 1: Page up or Page down was pressed, as a presenter's clicker does.
    """

    entered = Signal(str)
    turn_asked = Signal(int)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(name, placeholder=placeholder, parent=parent)
        self._leaving = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the page keys, of which a line has no use."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps and not event.modifiers() and not self.composing():
            self.turn_asked.emit(steps[Qt.Key(event.key())])
            event.accept()
        else:
            super().keyPressEvent(event)

    def flush(self) -> None:
        """Keep what is typed, so that it is not lost when the project closes."""
        super().flush()
        if not self._leaving:
            self._enter()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave what is typed where it is: leaving the field finishes nothing."""
        self._leaving = True
        super().focusOutEvent(event)
        self._leaving = False

    def _on_enter(self, event: QKeyEvent) -> None:
        super().flush()
        self._enter()

    def _enter(self) -> None:
        line = self.text().strip()
        if line and not self.composing():
            self.clear()
            self.entered.emit(line)
