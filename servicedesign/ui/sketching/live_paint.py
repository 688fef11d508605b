"""A stroke while it is being drawn, painted quickly.

Owns this painting: straight from point to point. Once the stroke ends it is drawn as a curve.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from servicedesign.model import Stroke
from servicedesign.model.strokes import MARKER

_LEVELS = 8
_RUN = 16
"""Steps in one path: a long one takes ten times as long to paint as many short ones."""


def paint_live(painter: QPainter, stroke: Stroke) -> None:
    """Paint ``stroke``; ``painter`` is in the units of the sketch."""
    points = stroke.points
    if not points:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if stroke.tool == MARKER:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    pen = QPen(QColor(stroke.colour), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if len(points) == 1:
        pen.setWidthF(stroke.width * (0.5 + points[0].pressure))
        painter.setPen(pen)
        painter.drawPoint(QPointF(points[0].x, points[0].y))
    path, level, steps = QPainterPath(), -1, 0
    for start, end in pairwise(points):
        now = round((start.pressure + end.pressure) / 2 * _LEVELS)
        steps += 1
        if now != level or steps > _RUN:
            steps = 0
            painter.strokePath(path, pen)
            path, level = QPainterPath(QPointF(start.x, start.y)), now
            pen.setWidthF(stroke.width * (0.5 + level / _LEVELS))
        path.lineTo(end.x, end.y)
    painter.strokePath(path, pen)
    painter.restore()
