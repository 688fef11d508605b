"""Two fingers: the board under each stays under it, panned and zoomed at once.

Owns this arithmetic.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView


class Pinch:
    """Follows two fingers."""

    def __init__(self, view: CanvasView, first: QPointF, second: QPointF) -> None:
        """Begin where two fingers lie."""
        self._view = view
        self._middle = (first + second) / 2
        self._apart = _apart(first, second)

    def follow(self, first: QPointF, second: QPointF) -> None:
        """Pan and zoom to where they now lie."""
        middle = (first + second) / 2
        step = middle - self._middle
        self._view.pan(step.x(), step.y())
        apart = _apart(first, second)
        scale = self._view.scale_now() * apart / self._apart
        self._view.zoom_to(scale, middle, flowing=True)
        self._middle, self._apart = middle, apart


def _apart(first: QPointF, second: QPointF) -> float:
    return max(1.0, hypot(first.x() - second.x(), first.y() - second.y()))
