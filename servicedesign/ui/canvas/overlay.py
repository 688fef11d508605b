"""What is painted over the notes: what is chosen, and where the keyboard stands.

Owns the look of these marks. Far out, where thousands are chosen, a mark is a plain veil.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from servicedesign import tokens
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView
    from servicedesign.ui.canvas.entry import Entry

_FRAMED_MOST: Final = 400
"""More chosen notes in view than this are veiled and not framed."""


def paint_selection(painter: QPainter, view: CanvasView) -> None:
    """Paint a blue line of 2 px, 1 px apart, around each chosen note in view."""
    selection = view.selection
    if not len(selection):
        return
    lifted, (dx, dy) = view.layers.lifted(), view.layers.offset()
    seen = view.seen()
    rect = (seen.left(), seen.top(), seen.right(), seen.bottom())
    places: list[QRect] = []
    for entry in view.contents.some(selection.ids()):
        if entry.look.id == view.layers.writing:
            continue  # it is painted larger, with a frame of its own
        raised = entry.look.id in lifted
        if raised:
            places.append(_place(view, entry, dx, dy))
        elif entry.touches(rect):
            places.append(_place(view, entry))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if len(places) > _FRAMED_MOST:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens.ACTION, 0.3))
        painter.drawRects(places)
        return
    small = view.scale_now() < 0.12
    painter.setPen(QPen(color(tokens.ACTION), 1 if small else 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects([place if small else place.adjusted(-2, -2, 2, 2) for place in places])


def paint_ring(painter: QPainter, view: CanvasView) -> None:
    """Paint the yellow ring around the note at which the keyboard stands."""
    entry = view.contents.find(view.selection.focus())
    if entry is None or not view.hasFocus() or view.layers.lifted():
        return
    place = QRectF(_place(view, entry))
    chosen = entry.look.id in view.selection
    out = 6.0 if chosen else 3.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(tokens.RING), 4))
    painter.drawRoundedRect(place.adjusted(-out, -out, out, out), 4, 4)
    if not chosen:
        painter.setPen(QPen(color(tokens.INK), 1.5))
        painter.drawRect(place.adjusted(-0.75, -0.75, 0.75, 0.75))


def _place(view: CanvasView, entry: Entry, dx: float = 0.0, dy: float = 0.0) -> QRect:
    rect = view.rect_to_view(entry.rect().translated(dx, dy))
    return QRect(
        round(rect.x()), round(rect.y()), max(1, round(rect.width())), max(1, round(rect.height()))
    )
