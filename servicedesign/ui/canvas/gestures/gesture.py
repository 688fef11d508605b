"""What every gesture is.

Owns the shape of a press and of a gesture. Must not know any single one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView
    from servicedesign.ui.canvas.entry import Entry


class By(StrEnum):
    """What touches the canvas."""

    MOUSE = "mouse"
    TOUCH = "touch"
    PEN = "pen"


@dataclass(frozen=True, slots=True)
class Press:
    """A pointer at one moment.

    Attributes:
        point: in px of the view.
        place: in board units.
        entry: the topmost note under it.
        modifiers: keys held.
        button: the button that began it.
        by: what touches.
        pressure: of a pen from 0 to 1; 0.5 where there is none.
    """

    point: QPointF
    place: QPointF
    entry: Entry | None
    modifiers: Qt.KeyboardModifier
    button: Qt.MouseButton
    by: By = By.MOUSE
    pressure: float = 0.5

    def holds(self, modifier: Qt.KeyboardModifier) -> bool:
        """Tell whether ``modifier`` is held."""
        return bool(self.modifiers & modifier)


class Gesture:
    """One gesture under way; the base does nothing."""

    cursor: Qt.CursorShape | None = None
    """The cursor while it lasts."""

    def __init__(self, view: CanvasView, press: Press) -> None:
        """Begin at ``press``."""
        self.view = view
        self.start = press

    def move(self, press: Press) -> None:
        """Follow the pointer."""

    def finish(self, press: Press) -> None:
        """End where the pointer was let go."""

    def cancel(self) -> None:
        """Call it off: nothing has happened."""

    def paint(self, painter: QPainter) -> None:
        """Paint over everything, in px of the view."""


Starter = Callable[["CanvasView", Press], Gesture | None]
"""Looks at a press and returns the gesture it begins, or None."""
