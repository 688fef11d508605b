"""Choosing by drawing around notes.

Owns this gesture. What is done with the notes that were encircled is the listener's; with Shift
they are merely chosen, beside those that were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from servicedesign import tokens
from servicedesign.ui.canvas.gestures.gesture import Gesture, Press
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView

_STEP: Final = 4.0
"""Least distance of two points in px."""
_MOST: Final = 2_000
"""Most points of one line."""


class Lasso(Gesture):
    """A closed line; a note is chosen when its middle lies inside."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: CanvasView, press: Press) -> None:
        """Begin at ``press``."""
        super().__init__(view, press)
        self._kept = view.selection.ids() if press.holds(Qt.KeyboardModifier.ShiftModifier) else ()
        self._line = QPolygonF([press.place])
        self._last = press.point

    def move(self, press: Press) -> None:
        """Draw on."""
        step = press.point - self._last
        if step.manhattanLength() >= _STEP and self._line.size() < _MOST:
            self._line.append(press.place)
            self._last = press.point
            self.view.redraw_over()

    def finish(self, press: Press) -> None:
        """Choose what lies inside, and tell of it."""
        box = self._line.boundingRect()
        found = self.view.contents.inside((box.left(), box.top(), box.right(), box.bottom()))
        rule = Qt.FillRule.WindingFill
        inside = [
            entry.look.id
            for entry in found
            if self._line.containsPoint(
                QPointF((entry.left + entry.right) / 2, (entry.top + entry.bottom) / 2), rule
            )
        ]
        self.view.selection.choose([*self._kept, *inside])
        self.view.redraw_over()
        if inside and not self.start.holds(Qt.KeyboardModifier.ShiftModifier):
            self.view.encircled.emit(tuple(inside))

    def cancel(self) -> None:
        """Leave everything as it is."""
        self.view.redraw_over()

    def paint(self, painter: QPainter) -> None:
        """Paint the line and what it would close."""
        shown = QPolygonF([self.view.to_view(point) for point in self._line.toList()])
        painter.setPen(QPen(color(tokens.ACTION), 2, Qt.PenStyle.DashLine))
        painter.setBrush(color(tokens.ACTION, 0.08))
        painter.drawPolygon(shown)


def start_lasso(view: CanvasView, press: Press) -> Gesture | None:
    """Begin with any press."""
    return Lasso(view, press)
