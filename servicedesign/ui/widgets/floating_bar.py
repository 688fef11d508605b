"""A white bar that floats over a canvas.

Owns its look: rounded, a hairline around, a soft shadow below.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme

SHADOW = 3
"""Room around the bar for its shadow, in px at 100 %."""


class FloatingBar(QWidget):
    """A bar with a row to put controls in.

    Attributes:
        row: the controls, from left to right.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        """Make an empty bar named ``name``."""
        super().__init__(parent)
        look = theme()
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.row = QHBoxLayout(self)
        room = look.px(SHADOW + 6)
        self.row.setContentsMargins(room, room - 2, room, room)
        self.row.setSpacing(look.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shadow, ground and hairline."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = look.px(SHADOW)
        box = QRectF(self.rect()).adjusted(room, room - 1, -room, -room - 1)
        radius = look.px(tokens.RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(room, 0, -1):
            painter.setBrush(color(tokens.INK, 0.035))
            shade = box.adjusted(-step, 1 - step, step, 1 + step)
            painter.drawRoundedRect(shade, radius + step, radius + step)
        painter.setBrush(color(tokens.GROUND))
        painter.setPen(QPen(color(tokens.EDGE), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep presses from the canvas below."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Keep double clicks from the canvas below."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep releases from the canvas below."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Keep the wheel from the canvas below."""
        event.accept()
