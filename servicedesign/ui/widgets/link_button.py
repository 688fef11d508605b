"""An underlined word that leads somewhere.

Owns its look; its hit box is at least 32 px high.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from servicedesign import tokens
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.button_base import ButtonBase, ButtonLook


class LinkButton(ButtonBase):
    """Blue and underlined."""

    LOOK = ButtonLook("", "", "", "", tokens.ACTION, False, 0)

    def sizeHint(self) -> QSize:
        """Return the size of the word, as high as a row of text may be pressed."""
        return QSize(super().sizeHint().width(), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word and its line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_parts(painter, self._ink())
        width = sum(part[1] for part in self._parts())
        base = self.height() / 2 + theme().px(10)
        thick = theme().px(2 if self.underMouse() else 1)
        painter.setPen(QPen(color(self._ink()), thick))
        left = (self.width() - width) / 2
        painter.drawLine(QPointF(left, base), QPointF(left + width, base))
        painter.end()
