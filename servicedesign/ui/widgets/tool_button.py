"""A tool to take into the hand: an icon above its name and its key.

Owns its look; large enough for a finger.
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

_LEAST = 44


class ToolButton(Pressable):
    """Checkable; the tool in the hand is blue and bold on a tint."""

    def __init__(self, label: str, key: str, icon: str, parent: QWidget | None = None) -> None:
        """Make a button for the tool ``label``, taken with ``key``."""
        super().__init__(parent)
        self._label = label
        self._key = key
        self._icon = icon
        self._label_shown = True
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)
        self.setAccessibleDescription(key)
        self.setToolTip(plain(f"{label}  {key}".strip()))

    def show_label(self, shown: bool) -> None:
        """Leave out the label where room is short; the tooltip has it."""
        self._label_shown = shown
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave it to whoever changes the tool."""

    def _words(self) -> str:
        return f"{self._label} {self._key}".strip()

    def sizeHint(self) -> QSize:
        """Return the size of icon and words, at least what a finger needs."""
        look = theme()
        if not self._label_shown:
            return QSize(look.px(_LEAST), look.px(_LEAST))
        metrics = QFontMetricsF(look.font(bold=True))
        wide = ceil(metrics.horizontalAdvance(self._words())) + 2 * look.px(9)
        return QSize(max(wide, look.px(_LEAST)), look.px(50))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a tool does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and words."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.isChecked()
        ground = tokens.TINT if current else tokens.TABLE_GROUND if self.underMouse() else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(ground))
            radius = look.px(6)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        tone = color(tokens.ACTION if current else tokens.TEXT)
        if not self.isEnabled():
            tone = color(tokens.SECOND_TEXT)
        side = look.px(22)
        top = look.px(5) if self._label_shown else (self.height() - side) / 2
        paint_icon(painter, self._icon, QRectF((self.width() - side) / 2, top, side, side), tone)
        if self._label_shown:
            painter.setFont(look.font(bold=current))
            painter.setPen(tone)
            words = QRectF(0, top + side, self.width(), self.height() - top - side - look.px(2))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter.value), self._words())
        painter.end()
