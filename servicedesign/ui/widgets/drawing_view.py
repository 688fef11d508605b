"""A drawing of the model, painted by Qt.

Owns the way from ``model.drawing.Drawing`` to painter paths. Must not know what is drawn.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import theme

if TYPE_CHECKING:
    from servicedesign.model.drawing import Drawing, Label, Shape

_LABEL_UNITS = 40
"""Pixel size at which labels are laid out before they are scaled, so that scaling is exact."""
_LABEL_PITCH = 1.3


def paint_drawing(painter: QPainter, drawing: Drawing, target: QRectF) -> None:
    """Paint ``drawing`` as large as it fits into ``target``, centred, in its own proportions."""
    factor = min(target.width() / drawing.width, target.height() / drawing.height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shift = QPointF(drawing.width * factor / 2, drawing.height * factor / 2)
    painter.translate(target.center() - shift)
    painter.scale(factor, factor)
    painter.setClipRect(QRectF(0, 0, drawing.width, drawing.height))
    for shape in drawing.shapes:
        _paint_shape(painter, shape)
    for label in drawing.labels:
        _paint_label(painter, label)
    painter.restore()


@lru_cache(maxsize=4096)
def painter_path(text: str) -> QPainterPath:
    """Return the path written in the model's subset of SVG: M, L, C and Z with absolute numbers.

    It is kept and shared: whoever changes it takes a copy.
    """
    from servicedesign.model.drawing import parse_path

    path = QPainterPath()
    for step in parse_path(text):
        if step.letter == "M":
            path.moveTo(*step.numbers)
        elif step.letter == "L":
            path.lineTo(*step.numbers)
        elif step.letter == "C":
            path.cubicTo(*step.numbers)
        else:
            path.closeSubpath()
    return path


def _paint_shape(painter: QPainter, shape: Shape) -> None:
    path = painter_path(shape.path)
    if shape.fill:
        path.setFillRule(Qt.FillRule.OddEvenFill)
        painter.fillPath(path, QColor(shape.fill))
    if shape.stroke and shape.width > 0:
        pen = QPen(QColor(shape.stroke), shape.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if shape.dash:
            pen.setDashPattern([part / shape.width for part in shape.dash])
        painter.strokePath(path, pen)


def _paint_label(painter: QPainter, label: Label) -> None:
    lines = label.text.split("\n")
    font = theme().font(bold=label.bold)
    font.setPixelSize(_LABEL_UNITS)
    metrics = QFontMetricsF(font)
    widest = max(metrics.horizontalAdvance(line) for line in lines)
    factor = label.size / _LABEL_UNITS
    factor = min(factor, label.width / widest) if widest else factor
    painter.save()
    painter.translate(label.x, label.y)
    painter.scale(factor, factor)
    painter.setFont(font)
    painter.setPen(QColor(tokens.INK))
    pitch = _LABEL_UNITS * _LABEL_PITCH
    across = {"left": Qt.AlignmentFlag.AlignLeft, "right": Qt.AlignmentFlag.AlignRight}
    flags = across.get(label.align, Qt.AlignmentFlag.AlignHCenter) | Qt.AlignmentFlag.AlignVCenter
    top = -pitch * len(lines) / 2
    for number, line in enumerate(lines):
        box = QRectF(0, top + number * pitch, label.width / factor, pitch)
        painter.drawText(box, int(flags.value), line)
    painter.restore()


class DrawingView(QWidget):
    """Shows one drawing."""

    def __init__(
        self, drawing: Drawing | None, name: str, *, side: int = 112, parent: QWidget | None = None
    ) -> None:
        """Show ``drawing`` in a square of ``side`` px (at 100 %), named ``name``."""
        super().__init__(parent)
        self._drawing = drawing
        self._side = side
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_drawing(self, drawing: Drawing | None) -> None:
        """Show another drawing."""
        self._drawing = drawing
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square."""
        side = theme().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing."""
        if self._drawing is not None:
            painter = QPainter(self)
            paint_drawing(painter, self._drawing, QRectF(self.rect()))
            painter.end()
