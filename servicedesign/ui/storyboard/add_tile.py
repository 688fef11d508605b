"""The place of the next frame: a button as large as a picture.

Owns its look.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.storyboard.frame_paint import RATIO
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable

_FLAT = 44
"""Height in px at 100 % where the tile would begin a row by itself."""


class AddTile(Pressable):
    """A dashed place that becomes a frame when it is pressed."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        """Make a tile that says ``label``."""
        super().__init__(parent)
        self._label = label
        self._flat = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(label)
        self.setToolTip(plain(f"{label}  Ctrl+Shift+N"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_width(self, width: int, *, flat: bool) -> None:
        """Become ``width`` px wide, in the shape of a picture or, where it stands alone, flat."""
        self._flat = flat
        self.setFixedSize(width, theme().px(_FLAT) if flat else round(width * RATIO))

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
        if self._flat:
            self._paint_flat(painter, box)
            painter.end()
            return
        top = box.center().y() - (side + look.px(4) + pitch) / 2
        place = QRectF(box.center().x() - side / 2, top, side, side)
        paint_icon(painter, "mdi6.plus", place, color(tokens.ACTION))
        painter.setFont(look.font())
        painter.setPen(color(tokens.ACTION))
        line = QRectF(box.left(), place.bottom() + look.px(4), box.width(), pitch)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter.value), self._label)
        painter.end()

    def _paint_flat(self, painter: QPainter, box: QRectF) -> None:
        """Paint the plus and the words beside each other."""
        look = theme()
        font = look.font()
        side, gap = look.px(20), look.px(6)
        words = QFontMetricsF(font).horizontalAdvance(self._label)
        left = box.center().x() - (side + gap + words) / 2
        place = QRectF(left, box.center().y() - side / 2, side, side)
        paint_icon(painter, "mdi6.plus", place, color(tokens.ACTION))
        painter.setFont(font)
        painter.setPen(color(tokens.ACTION))
        line = QRectF(place.right() + gap, box.top(), words + 2, box.height())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter.value), self._label)
