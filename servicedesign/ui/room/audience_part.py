"""A part of an audience page that moves by itself, such as the running time.

Owns what such a part must be able to say. Must not know any tool.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class AudiencePart(QWidget):
    """A widget on an audience page; it cannot be pressed and says what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a part that takes neither keys nor the pointer."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def texts(self) -> list[tuple[str, float]]:
        """Return every text shown with the size of its type in px of this window."""
        raise NotImplementedError

    def stands_below(self) -> bool:
        """Tell whether the page ends above this part."""
        return False
