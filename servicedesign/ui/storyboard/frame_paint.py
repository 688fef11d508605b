"""What a frame shows, painted by Qt: the drawing of its sketch, or its photo.

Owns the step from a record to what can be painted, and the painting itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from servicedesign import tokens
from servicedesign.model import Frame, Image, Sketch
from servicedesign.model.drawing import Drawing
from servicedesign.store import Project
from servicedesign.tools.sketch_drawings import figures, sketch_drawing
from servicedesign.ui.theme import color
from servicedesign.ui.widgets.portrait import picture

RATIO = 0.6
"""Height of a frame as a share of its width."""

_LONGEST = 1600
"""Longest side in px to which photos are kept decoded."""


@dataclass(frozen=True, slots=True)
class FramePicture:
    """What a frame shows: a drawing, else a photo, else nothing.

    Attributes:
        key: the same for the same picture, empty for none.
        drawing: of the sketch.
        photo: returns the pixels of the photo.
    """

    key: str = ""
    drawing: Drawing | None = None
    photo: Callable[[], QImage | None] | None = None

    @property
    def is_photo(self) -> bool:
        """Whether a photo is shown."""
        return self.drawing is None and self.photo is not None


def frame_picture(project: Project, frame: Frame) -> FramePicture:
    """Return what ``frame`` shows."""
    sketch = project.find(Sketch, frame.sketch_id)
    if sketch is not None and (sketch.figures or sketch.strokes):
        return FramePicture(f"{sketch.id}:{hash(sketch)}", _drawing(sketch))
    image = project.find(Image, frame.image_id)
    if image is None:
        return FramePicture()
    return FramePicture(image.sha256, photo=lambda: _photo(project, image.sha256))


@lru_cache(maxsize=64)
def _drawing(sketch: Sketch) -> Drawing:
    return sketch_drawing(sketch, figures())


def _photo(project: Project, sha256: str) -> QImage | None:
    try:
        return _decoded(project.image_bytes(sha256))
    except (OSError, ValueError, SyntaxError):
        return None


@lru_cache(maxsize=24)
def _decoded(data: bytes) -> QImage:
    from PySide6.QtCore import Qt

    image = picture(data)
    if max(image.width(), image.height()) > _LONGEST:
        ratio, mode = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        image = image.scaled(_LONGEST, _LONGEST, ratio, mode.SmoothTransformation)
    return image


def paint_picture(
    painter: QPainter, shown: FramePicture, box: QRectF, *, radius: float, line: float = 1.0
) -> None:
    """Fill ``box`` with what a frame shows, its edges cut, with an outline around it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.fillPath(shape, color(tokens.GROUND))
    painter.save()
    painter.setClipPath(shape)
    if shown.drawing is not None:
        _paint_covering(painter, shown.drawing, box)
    elif shown.photo is not None:
        image = shown.photo()
        if image is not None and not image.isNull():
            painter.drawImage(box, image, _cut(image, box))
    painter.restore()
    painter.setPen(QPen(color(tokens.TEXT), line))
    painter.drawPath(shape)
    painter.restore()


def _paint_covering(painter: QPainter, drawing: Drawing, box: QRectF) -> None:
    from servicedesign.ui.widgets.drawing_view import paint_drawing

    scale = max(box.width() / drawing.width, box.height() / drawing.height)
    whole = QRectF(0, 0, drawing.width * scale, drawing.height * scale)
    whole.moveCenter(box.center())
    paint_drawing(painter, drawing, whole)


def _cut(image: QImage, box: QRectF) -> QRectF:
    """Return the middle of ``image`` in the shape of ``box``."""
    scale = min(image.width() / box.width(), image.height() / box.height())
    part = QRectF(0, 0, box.width() * scale, box.height() * scale)
    part.moveCenter(QRectF(image.rect()).center())
    return part
