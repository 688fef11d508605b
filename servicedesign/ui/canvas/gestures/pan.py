"""Panning by hand: Space-drag, the middle button, the tool H, a finger on the bare ground.

Owns this gesture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from servicedesign.ui.canvas.gestures.gesture import By, Gesture, Press

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView


class Pan(Gesture):
    """The board follows the hand."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: CanvasView, press: Press) -> None:
        """Take hold at ``press``."""
        super().__init__(view, press)
        self._last = press.point

    def move(self, press: Press) -> None:
        """Move the board with the pointer."""
        step = press.point - self._last
        self._last = press.point
        self.view.pan(step.x(), step.y())


def start_pan(view: CanvasView, press: Press) -> Gesture | None:
    """Begin with the middle button or with Space held, in every tool."""
    if press.button == Qt.MouseButton.MiddleButton or view.space_held():
        return Pan(view, press)
    return None


def start_hand(view: CanvasView, press: Press) -> Gesture | None:
    """Begin with any press."""
    return Pan(view, press)


def start_finger(view: CanvasView, press: Press) -> Gesture | None:
    """Begin with a finger beside all notes."""
    return Pan(view, press) if press.by is By.TOUCH and press.entry is None else None
