"""One of a list that opens.

Owns its look; with ``framed`` False it is text and a small triangle.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.marks import paint_chevron
from servicedesign.ui.theme import color, theme


class Select(QComboBox):
    """A list to choose from; ``add(value, label)`` fills it, ``value()`` reads it."""

    def __init__(self, name: str, *, framed: bool = True, parent: QWidget | None = None) -> None:
        """Make an empty list named ``name`` for screen readers."""
        super().__init__(parent)
        self._framed = framed
        self.setAccessibleName(name)
        self.setFont(theme().font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def add(self, value: object, label: str) -> None:
        """Add a choice at the end."""
        self.addItem(label, value)
        self.updateGeometry()

    def value(self) -> object:
        """Return the value chosen, or None."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose ``value`` without a signal; an unknown one changes nothing."""
        for number in range(self.count()):
            if self.itemData(number) == value:
                blocked = self.blockSignals(True)
                self.setCurrentIndex(number)
                self.blockSignals(blocked)
                self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the widest choice."""
        look = theme()
        metrics = QFontMetricsF(look.font())
        labels = [self.itemText(number) for number in range(self.count())]
        widest = max((metrics.horizontalAdvance(label) for label in labels), default=look.px(60))
        padding = look.px(12 if self._framed else 8)
        return QSize(ceil(widest) + 2 * padding + look.px(24), look.px(36))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a choice is never cut."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling never changes a value."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, choice and triangle."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._framed:
            painter.setPen(QPen(color(tokens.EDGE if self.isEnabled() else tokens.HAIRLINE), 1))
            painter.setBrush(color(tokens.GROUND if self.isEnabled() else tokens.TABLE_GROUND))
            radius = look.px(tokens.RADIUS)
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, radius, radius)
        padding = look.px(12 if self._framed else 8)
        painter.setFont(look.font())
        painter.setPen(color(tokens.TEXT))
        area = self.rect().adjusted(padding, 0, -padding - look.px(16), 0)
        text = painter.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, area.width() + 2
        )
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter.value), text)
        centre = QPointF(self.width() - padding - look.px(5), self.height() / 2)
        paint_chevron(painter, centre, look.px(9), color(tokens.TEXT))
        painter.end()
