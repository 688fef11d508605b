"""What is painted over the heads of clusters: what is chosen, and where the keyboard stands.

Owns the look of these marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from servicedesign import tokens
from servicedesign.ui.canvas.order import head_of
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView
    from servicedesign.ui.canvas.looks import ClusterLook


def paint_head_marks(painter: QPainter, view: CanvasView) -> None:
    """Paint a blue line around each chosen cluster, and the yellow ring around a head."""
    for one in view.selection.ids():
        look = view.contents.cluster(one)
        if look is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(tokens.ACTION), 2))
            rect = view.rect_to_view(_moved(view, look))
            radius = min(12 * view.scale_now(), 12.0)
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), radius, radius)
    focus = view.contents.cluster(view.selection.focus())
    if focus is None or not view.hasFocus() or view.layers.lifted():
        return
    place = view.rect_to_view(head_of(focus).rect())
    out = 6.0 if focus.id in view.selection else 3.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(tokens.RING), 4))
    painter.drawRoundedRect(place.adjusted(-out, -out, out, out), 6, 6)
    if focus.id not in view.selection:
        painter.setPen(QPen(color(tokens.INK), 1.5))
        painter.drawRoundedRect(place.adjusted(-0.75, -0.75, 0.75, 0.75), 4, 4)


def _moved(view: CanvasView, look: ClusterLook) -> QRectF:
    rect = QRectF(look.x, look.y, look.width, look.height)
    if look.id in view.layers.sheets():
        dx, dy = view.layers.offset()
        rect.translate(dx, dy)
    return rect
