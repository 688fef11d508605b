"""A white bar that floats over a canvas.

Owns its look: rounded, a hairline around, a soft shadow below.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.quiet_button import QuietButton

APART = 8
"""From what is chosen to the bar beside it, in px at 100 %."""
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
        self._worded: list[QuietButton] = []

    def stand_by(self, chosen: QRectF, free: QRectF, other: QRect | None = None) -> None:
        """Stand below ``chosen``, or above where there is no room; always inside ``free``.

        Another bar at ``other``, in the corner at the right, is not covered where that can be.
        """
        size = self._fitting(free.toRect().width() - 8)
        apart = theme().px(APART - SHADOW)
        area = free.toRect()
        top = round(chosen.bottom()) + apart
        if top + size.height() > area.bottom():
            top = round(chosen.top()) - apart - size.height()
        top = max(area.top(), min(top, area.bottom() - size.height()))
        left = round(chosen.center().x() - size.width() / 2)
        left = max(area.left() + 4, min(left, area.right() - size.width() - 4))
        place = QRect(left, top, size.width(), size.height())
        if other is not None and place.intersects(other):
            if other.left() - size.width() >= area.left() + 4:
                place.moveRight(other.left() - 1)
            else:
                place.moveBottom(max(other.top() - 1, area.top() + size.height()))
        if place != self.geometry():
            self.setGeometry(place)

    def _fitting(self, most: int) -> QSize:
        """Return the size of the bar; where it would be wider than ``most`` px words give way."""
        size = QSize()
        for shown in (True, False):
            for button in self._worded:
                button.show_parts(label=shown, key=False)
            self.row.invalidate()
            size = self.row.sizeHint()
            if size.width() <= most:
                break
        return size

    def add_action(
        self, label: str, key: str, icon: str, run: Callable[[], object], *, worded: bool = True
    ) -> QuietButton:
        """Add a button at the end; with ``worded`` False the icon stands alone."""
        button = QuietButton(label, key=key, icon=icon)
        button.show_parts(label=worded, key=False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumSize(theme().px(44), theme().px(44))
        button.clicked.connect(lambda _=False: run())
        if worded:
            self._worded.append(button)
        self.row.addWidget(button)
        return button

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
