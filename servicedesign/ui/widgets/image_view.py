"""A picture shown whole, as large as there is room.

Owns its painting. Must not know what it shows.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme


class ImageView(QWidget):
    """Shows one image, or nothing yet."""

    def __init__(self, name: str) -> None:
        """Show nothing; ``name`` is for screen readers."""
        super().__init__()
        self._image = QImage()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def image(self) -> QImage:
        """Return the image that is shown."""
        return self._image

    def set_image(self, image: QImage) -> None:
        """Show ``image``."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size beside a larger picture."""
        return QSize(theme().px(300), theme().px(180))

    def minimumSizeHint(self) -> QSize:
        """Return the least in which something is seen."""
        return QSize(theme().px(160), theme().px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the image in the middle with a hairline around."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.TABLE_GROUND))
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
            size = (
                self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            )
            box = QRectF(room.topLeft(), size)
            box.moveCenter(room.center())
            painter.drawImage(box, self._image)
            painter.setPen(QPen(color(tokens.HAIRLINE), 1))
            painter.drawRect(box)
        painter.end()
