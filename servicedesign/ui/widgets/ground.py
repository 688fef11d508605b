"""The grey ground on which pages and tables lie.

Owns one colour and a line at its left.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color


class Ground(QWidget):
    """A widget filled with the table's grey."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.TABLE_GROUND))
        painter.fillRect(0, 0, 1, self.height(), color(tokens.HAIRLINE))
        painter.end()
