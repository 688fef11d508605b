"""A field that adds one thing after the other: type, Enter, type, Enter.

Owns that it stays open, empty and ready after each. What becomes of a line is the holder's.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from servicedesign.ui.widgets.text_field import TextField


class LineField(TextField):
    """One line that is kept with Enter, and on leaving.

    Signals:
        entered: the line, cleaned of spaces around it.
    """

    entered = Signal(str)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(name, placeholder=placeholder, parent=parent)

    def flush(self) -> None:
        """Keep what is typed, so that it is not lost."""
        super().flush()
        line = self.text().strip()
        if line and not self.composing():
            self.clear()
            self.entered.emit(line)

    def _on_enter(self, event: QKeyEvent) -> None:
        del event
        self.flush()
