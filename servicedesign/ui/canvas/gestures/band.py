"""Choosing with a rubber band: all notes that it touches.

Owns this gesture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from servicedesign import tokens
from servicedesign.ui.canvas.gestures.gesture import Gesture, Press
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView

_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Band(Gesture):
    """A rectangle from the first press to the pointer; Shift or Ctrl adds to what is chosen."""

    def __init__(self, view: CanvasView, press: Press) -> None:
        """Begin at ``press``."""
        super().__init__(view, press)
        self._kept = view.selection.ids() if press.modifiers & _ADDING else ()
        self._to = press.place

    def move(self, press: Press) -> None:
        """Choose what the band touches."""
        self._to = press.place
        band = QRectF(self.start.place, self._to).normalized()
        found = self.view.contents.inside((band.left(), band.top(), band.right(), band.bottom()))
        ids = [*self._kept, *(entry.look.id for entry in found)]
        self.view.selection.choose(ids)
        self.view.redraw_over()

    def finish(self, press: Press) -> None:
        """Leave what is chosen; a mere click beside all notes chooses nothing."""
        if self._to == self.start.place and not self._kept:
            self.view.selection.clear()
            self.view.selection.set_focus("")
        self.view.redraw_over()

    def cancel(self) -> None:
        """Choose again what was chosen before."""
        self.view.selection.choose(self._kept)
        self.view.redraw_over()

    def paint(self, painter: QPainter) -> None:
        """Paint the band."""
        band = QRectF(self.view.to_view(self.start.place), self.view.to_view(self._to)).normalized()
        painter.setPen(QPen(color(tokens.ACTION), 1))
        painter.setBrush(color(tokens.ACTION, 0.08))
        painter.drawRect(band)


def start_band(view: CanvasView, press: Press) -> Gesture | None:
    """Begin with a press beside all notes."""
    return Band(view, press) if press.entry is None else None
