"""Dragging notes onto something: the drag of every canvas, with targets.

Owns this gesture. What a target means is the holder's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from servicedesign.ui.canvas.gestures.drag import Drag
from servicedesign.ui.canvas.gestures.gesture import Gesture, Press, Starter
from servicedesign.ui.canvas.gestures.targets import Aim, TargetAt

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView


class Gather(Drag):
    """Drags notes and shows what they would be let go over."""

    def __init__(self, view: CanvasView, press: Press, target_at: TargetAt) -> None:
        """Take hold of ``press.entry``."""
        super().__init__(view, press)
        self._aim = Aim(view, target_at)

    def move(self, press: Press) -> None:
        """Follow the pointer."""
        super().move(press)
        if self.carried():
            copying = press.holds(Qt.KeyboardModifier.AltModifier)
            self._aim.follow(press.point, () if copying else self.carried())

    def target(self) -> str:
        """Return what letting go now would mean, or empty."""
        return self._aim.target()

    def finish(self, press: Press) -> None:
        """Let go."""
        super().finish(press)
        self._aim.stop()

    def cancel(self) -> None:
        """Lay the notes down where they were."""
        self._aim.stop()
        super().cancel()

    def paint(self, painter: QPainter) -> None:
        """Paint lines that are met, and the sign of the target."""
        super().paint(painter)
        self._aim.paint(painter)


def gather_starter(target_at: TargetAt) -> Starter:
    """Return what begins with a press on a note and asks ``target_at`` on the way."""

    def start(view: CanvasView, press: Press) -> Gesture | None:
        return Gather(view, press, target_at) if press.entry is not None else None

    return start
