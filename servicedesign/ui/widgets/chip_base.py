"""What the chips of the evidence chain share: an icon and a short text that shrinks with dots.

Owns their measuring and painting.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable


class ChipBase(Pressable):
    """A chip 32 px high; ``clicked`` is Qt's own signal."""

    GROUND = tokens.TABLE_GROUND
    HOVER = tokens.HAIRLINE
    INK = tokens.TEXT

    def __init__(
        self, label: str, *, icon: str, max_width: int = 280, parent: QWidget | None = None
    ) -> None:
        """Make a chip at most ``max_width`` px wide (at 100 %); a longer text ends in dots."""
        super().__init__(parent)
        self._label = label
        self._icon = icon
        self._max_width = max_width
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_label(label)

    def label(self) -> str:
        """Return what the chip says."""
        return self._label

    def set_label(self, label: str) -> None:
        """Change what the chip says."""
        self._label = " ".join(label.split())
        self.setAccessibleName(self._label)
        self.setToolTip(plain(self._label))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of icon and text."""
        look = theme()
        width = QFontMetricsF(look.font()).horizontalAdvance(self._label)
        full = ceil(width) + look.px(8 + 16 + 6 + 8) + 1
        return QSize(min(full, look.px(self._max_width)), look.px(32))

    def minimumSizeHint(self) -> QSize:
        """A chip may shrink to its icon and a few characters."""
        look = theme()
        return QSize(min(self.sizeHint().width(), look.px(72)), look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and text."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self.HOVER if self.underMouse() else self.GROUND))
        radius = look.px(tokens.RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        side = look.px(16)
        place = QRectF(look.px(8), (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, place, color(self.INK))
        left = look.px(8 + 16 + 6)
        painter.setPen(color(self.INK))
        painter.setFont(look.font())
        room = self.width() - left - look.px(8)
        text = painter.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, room + 1)
        box = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), text)
        painter.end()
