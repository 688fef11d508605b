"""One rater as a chip: chosen to rate, with how far that rater is.

Owns its look.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable

_MOST = 220
_PAD = 12
_GAP = 8


class RaterChip(Pressable):
    """A name and a count; the chosen one is tinted and bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty chip."""
        super().__init__(parent)
        self._name = ""
        self._count = ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_rater(self, name: str, count: str, said: str) -> None:
        """Show ``name`` and ``count``; ``said`` is what a screen reader says."""
        if (name, count, said) == (self._name, self._count, self.accessibleName()):
            return
        self._name, self._count = name, count
        self.setAccessibleName(said)
        self.setToolTip(plain(said))
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the choice to whoever shows the chips."""

    def sizeHint(self) -> QSize:
        """Return the size of name and count."""
        look = theme()
        name = min(
            QFontMetricsF(look.font(bold=True)).horizontalAdvance(self._name), look.px(_MOST)
        )
        count = QFontMetricsF(look.font()).horizontalAdvance(self._count)
        gap = look.px(_GAP) if self._count else 0
        return QSize(ceil(name + count) + gap + 2 * look.px(_PAD) + 2, look.px(36))

    def minimumSizeHint(self) -> QSize:
        """A chip does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, name and count."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground = tokens.TINT if chosen else tokens.GROUND
        if self.underMouse() and not chosen:
            ground = tokens.TABLE_GROUND
        edge = tokens.ACTION if chosen else tokens.EDGE
        width = look.px(2 if chosen else 1)
        painter.setPen(QPen(color(edge), width))
        painter.setBrush(color(ground))
        half = width / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = self.height() / 2
        painter.drawRoundedRect(frame, radius, radius)
        left = look.px(_PAD)
        count = QFontMetricsF(look.font()).horizontalAdvance(self._count)
        gap = look.px(_GAP) if self._count else 0
        room = self.width() - 2 * left - count - gap
        font = look.font(bold=chosen)
        painter.setFont(font)
        painter.setPen(color(tokens.ACTION if chosen else tokens.TEXT))
        flags = int(Qt.AlignmentFlag.AlignVCenter.value)
        metrics = QFontMetricsF(font)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(QRectF(left, 0, room + 2, self.height()), flags, name)
        if self._count:
            painter.setFont(look.font())
            painter.setPen(color(tokens.SECOND_TEXT))
            x = self.width() - look.px(_PAD) - count
            painter.drawText(QRectF(x, 0, count + 2, self.height()), flags, self._count)
        painter.end()
