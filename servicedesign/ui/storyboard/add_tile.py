"""The place of the next frame: a button as large as a picture.

Owns its look.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.storyboard.frame_paint import RATIO
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable


class AddTile(Pressable):
    """A dashed place that becomes a frame when it is pressed."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        """Make a tile that says ``label``."""
        super().__init__(parent)
        self._label = label
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(label)
        self.setToolTip(plain(f"{label}  Ctrl+Shift+N"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_width(self, width: int) -> None:
        """Become ``width`` px wide, in the shape of a picture."""
        self.setFixedSize(width, round(width * RATIO))

    def sizeHint(self) -> QSize:
        """Return the size that was set."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a dashed edge, a plus and the words."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(color(tokens.ACTION if self.underMouse() else tokens.EDGE), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(color(tokens.TINT if self.underMouse() else tokens.GROUND))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(6), look.px(6))
        side = look.px(24)
        pitch = look.pitch(tokens.BASE_PX)
        top = box.center().y() - (side + look.px(4) + pitch) / 2
        place = QRectF(box.center().x() - side / 2, top, side, side)
        paint_icon(painter, "mdi6.plus", place, color(tokens.ACTION))
        painter.setFont(look.font())
        painter.setPen(color(tokens.ACTION))
        line = QRectF(box.left(), place.bottom() + look.px(4), box.width(), pitch)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter.value), self._label)
        painter.end()
