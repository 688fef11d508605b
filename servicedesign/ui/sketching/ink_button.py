"""A colour or a width to draw with: a round button that shows it.

Owns its look; large enough for a finger.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from servicedesign import tokens
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable

_SIDE = 44


class InkButton(Pressable):
    """Checkable; shows a dot of a colour, or a line of a width."""

    def __init__(self, name: str, key: str, *, dot: str = "", width: float = 0.0) -> None:
        """Make a button called ``name``: a ``dot`` of a colour, or a line ``width`` px wide."""
        super().__init__()
        self._dot = dot
        self._width = width
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._key = key
        self.show_as(name, dot=dot, width=width)

    def show_as(self, name: str, *, dot: str = "", width: float = 0.0) -> None:
        """Stand for another colour or width."""
        self._dot, self._width = dot, width
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._key)
        self.setToolTip(plain(f"{name}  {self._key}".strip()))
        self.update()

    def sizeHint(self) -> QSize:
        """Return what a finger needs."""
        return QSize(theme().px(_SIDE), theme().px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        """Return the same: it does not shrink."""
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """Leave it to whoever holds the ink."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot or the line, and a frame where it is chosen."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(color(tokens.ACTION), 2) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(color(tokens.TINT if self.isChecked() else tokens.TABLE_GROUND))
            painter.drawRoundedRect(box, look.px(6), look.px(6))
        middle = QRectF(self.rect()).center()
        if self._dot:
            painter.setPen(QPen(color(tokens.TEXT, 0.4), 1))
            painter.setBrush(color(self._dot))
            painter.drawEllipse(middle, look.px(11), look.px(11))
        else:
            pen = QPen(color(tokens.TEXT), look.px(self._width))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            reach = QPointF(look.px(9), -look.px(6))
            painter.drawLine(middle - reach, middle + reach)
        painter.end()
