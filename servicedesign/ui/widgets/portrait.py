"""A face: a drawn one, or a picture from the project, round or square.

Owns its painting. Picture bytes must have come through the store's gate (Pillow); Qt never reads
bytes from outside here, only pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.drawing_view import paint_drawing
from servicedesign.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from servicedesign.model.drawing import Drawing

GROUND = "#E8EDF2"
"""Behind a face."""


class Portrait(Pressable):
    """A face of ``side`` px (at 100 %); it can be pressed when ``pressable``."""

    def __init__(
        self,
        name: str,
        *,
        side: int = 112,
        is_round: bool = False,
        pressable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty portrait named ``name`` for screen readers."""
        super().__init__(parent)
        self._side = side
        self._round = is_round
        self._drawing: Drawing | None = None
        self._image: QImage | None = None
        self.setAccessibleName(name)
        self.setToolTip(plain(name) if pressable else "")
        focus = Qt.FocusPolicy.StrongFocus if pressable else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not pressable)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_side(self, side: int) -> None:
        """Become ``side`` px wide and high (at 100 %)."""
        if side != self._side:
            self._side = side
            self.updateGeometry()
            self.update()

    def set_drawing(self, drawing: Drawing | None) -> None:
        """Show a drawn face."""
        self._drawing, self._image = drawing, None
        self.update()

    def set_picture(self, png: bytes | None) -> None:
        """Show a picture given as the bytes that the project keeps; decoded by Pillow."""
        self._image = picture(png) if png else None
        self.update()

    def set_image(self, image: QImage | None) -> None:
        """Show pixels that were decoded already."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square."""
        side = theme().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and face, clipped to the shape."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        shape = QPainterPath()
        if self._round:
            shape.addEllipse(area)
        else:
            radius = theme().px(tokens.RADIUS)
            shape.addRoundedRect(area, radius, radius)
        painter.fillPath(shape, color(GROUND))
        painter.setClipPath(shape)
        self._paint_face(painter, area)
        painter.end()

    def _paint_face(self, painter: QPainter, area: QRectF) -> None:
        if self._image is not None:
            painter.drawImage(area, self._image, _middle(self._image))
        elif self._drawing is not None:
            paint_drawing(painter, self._drawing, area)
        else:
            inner = area.adjusted(*(area.width() * f for f in (0.2, 0.2, -0.2, -0.2)))
            paint_icon(painter, "mdi6.account", inner, color(tokens.EDGE))


def picture(data: bytes) -> QImage:
    """Return the pixels of a picture that the project keeps, decoded by Pillow and not by Qt."""
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF")) as opened:
        pixels = opened.convert("RGBA")
    raw = pixels.tobytes("raw", "RGBA")
    width, height = pixels.size
    return QImage(raw, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _middle(image: QImage) -> QRectF:
    side = min(image.width(), image.height())
    left = (image.width() - side) / 2
    top = (image.height() - side) / 2
    return QRectF(left, top, side, side)
