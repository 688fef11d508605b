"""Drawing on the bare board: the line becomes the picture of a note of its own.

Owns this gesture. What becomes of the line is told by the holder.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from servicedesign.model import Stroke
from servicedesign.ui.canvas.gestures.gesture import Gesture, Press
from servicedesign.ui.sketching.ink import ACROSS, Ink
from servicedesign.ui.sketching.live_paint import paint_live

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView

_LEAST_PX: Final = 10.0
"""What is smaller is a click and no drawing."""


class FreeInk(Gesture):
    """A line in board units, from press to release."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        view: CanvasView,
        press: Press,
        ink: Ink,
        unit: float,
        keep: Callable[[Stroke], object],
    ) -> None:
        """Begin at ``press``; a sketch's unit is ``unit`` board units; ``keep`` hears."""
        super().__init__(view, press)
        self._keep = keep
        self._live = ink.begin(view.scale_now(), ACROSS * unit)
        self.move(press)

    def move(self, press: Press) -> None:
        """Lead the line on."""
        self._live.add(press.place.x(), press.place.y(), press.pressure)
        self.view.redraw_over()

    def finish(self, press: Press) -> None:
        """Tell of the line; a mere click leaves nothing."""
        stroke = self._live.finished()
        xs, ys = [p.x for p in stroke.points], [p.y for p in stroke.points]
        long = max(max(xs) - min(xs), max(ys) - min(ys)) * self.view.scale_now()
        if long >= _LEAST_PX:
            self._keep(stroke)
        self.view.redraw(soon=False)

    def cancel(self) -> None:
        """Leave everything as it is."""
        self.view.redraw_over()

    def paint(self, painter: QPainter) -> None:
        """Paint the line."""
        painter.save()
        corner = self.view.to_view(QPointF(0, 0))
        painter.translate(corner)
        painter.scale(self.view.scale_now(), self.view.scale_now())
        paint_live(painter, self._live.stroke())
        painter.restore()
