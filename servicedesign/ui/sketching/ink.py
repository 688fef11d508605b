"""What is in the hand of someone who sketches: a pen, a marker, an eraser, or nothing.

Owns this choice. It is shared by the bar that shows it and the surfaces that are drawn on.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Signal

from servicedesign import tokens
from servicedesign.model.message import N_
from servicedesign.model.strokes import MARKER, PEN, LiveStroke

ACROSS: Final = 400.0
"""Width of a usual sketch, in its own units; on another one all widths are in proportion."""
PEN_WIDTHS: Final = (3.0, 5.0, 9.0)
"""Widths of a pen, in units of a usual sketch."""
MARKER_WIDTHS: Final = (14.0, 22.0, 34.0)
"""Widths of a marker."""
ERASER: Final = 9.0
"""Radius of the eraser, in units of a usual sketch."""
TOLERANCE_PX: Final = 0.3
"""A line is kept within so many px of where it was drawn."""

COLOUR_WORDS: Final = {
    "black": N_("黒"),
    "red": N_("赤"),
    "blue": N_("青"),
    "orange": N_("橙"),
    "pink": N_("桃色"),
    "sky": N_("空色"),
}


class InkTool(StrEnum):
    """What is in the hand."""

    FIGURES = "figures"
    PEN = PEN
    MARKER = MARKER
    ERASER = "eraser"


class Ink(QObject):
    """One hand.

    Signals:
        changed: something else is in it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold a black pen of middle width."""
        super().__init__(parent)
        self._tool = InkTool.PEN
        self._colours = {InkTool.PEN: 0, InkTool.MARKER: 0}
        self._widths = {InkTool.PEN: 1, InkTool.MARKER: 1}
        self._whole = True

    def tool(self) -> InkTool:
        """Return what is in the hand."""
        return self._tool

    def take(self, tool: InkTool) -> None:
        """Take ``tool`` into the hand."""
        if tool is not self._tool:
            self._tool = tool
            self.changed.emit()

    def draws(self) -> bool:
        """Tell whether it leaves a line."""
        return self._tool in self._colours

    def _drawing(self) -> InkTool:
        return self._tool if self.draws() else InkTool.PEN

    def colours(self) -> Mapping[str, str]:
        """Return the colours there are now, by their keys."""
        marker = self._drawing() is InkTool.MARKER
        return tokens.MARKER_INKS if marker else tokens.PEN_INKS

    def widths(self) -> tuple[float, ...]:
        """Return the widths there are now, in units of a sketch."""
        return MARKER_WIDTHS if self._drawing() is InkTool.MARKER else PEN_WIDTHS

    def colour_number(self) -> int:
        """Return which colour is chosen, from 0."""
        return self._colours[self._drawing()]

    def width_number(self) -> int:
        """Return which width is chosen, from 0."""
        return self._widths[self._drawing()]

    def choose_colour(self, number: int) -> None:
        """Choose a colour, from 0; an eraser is put away for it."""
        tool = self._drawing()
        self._colours[tool] = number
        self._tool = tool
        self.changed.emit()

    def choose_width(self, number: int) -> None:
        """Choose a width, from 0; an eraser is put away for it."""
        tool = self._drawing()
        self._widths[tool] = number
        self._tool = tool
        self.changed.emit()

    def colour(self) -> str:
        """Return the colour as ``#RRGGBB``."""
        return tuple(self.colours().values())[self.colour_number()]

    def width(self) -> float:
        """Return the width in units of a usual sketch."""
        return self.widths()[self.width_number()]

    def whole(self) -> bool:
        """Tell whether the eraser takes whole strokes, else only what it touches."""
        return self._whole

    def set_whole(self, whole: bool) -> None:
        """Let the eraser take whole strokes, or only what it touches."""
        self._whole = whole
        self.changed.emit()

    def begin(self, px_per_unit: float, across: float = ACROSS) -> LiveStroke:
        """Return a new line on a sketch ``across`` units wide that is seen at ``px_per_unit``."""
        unit = across / ACROSS
        tolerance = min(0.4 * unit, max(0.1 * unit, TOLERANCE_PX / max(px_per_unit, 1e-6)))
        width = round(self.width() * unit, 2)
        return LiveStroke(str(self._drawing()), self.colour(), width, tolerance)
