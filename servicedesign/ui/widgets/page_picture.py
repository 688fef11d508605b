"""One page of a PDF as pixels, with a hairline around it.

Owns its size on screen; the pixels come from outside and the old ones stay until then.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme


class PagePicture(QWidget):
    """A page on the grey ground."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty page named ``name`` for screen readers."""
        super().__init__(parent)
        self._image = QImage()
        self._shown = QSize(1, 1)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, image: QImage, size: QSize) -> None:
        """Show ``image`` at ``size`` px."""
        self._image = image
        self.resize_page(size)
        self.update()

    def resize_page(self, size: QSize) -> None:
        """Show the same pixels at another size until sharper ones come."""
        self._shown = size
        self.setFixedSize(size)

    def image(self) -> QImage:
        """Return the pixels shown."""
        return self._image

    def sizeHint(self) -> QSize:
        """Return the size on screen."""
        return self._shown

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and its edge."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        painter.fillRect(area, color(tokens.GROUND))
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._image)
        painter.setPen(QPen(color(tokens.HAIRLINE), theme().px(1)))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
