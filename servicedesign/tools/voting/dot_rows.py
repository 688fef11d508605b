"""One dot a vote, all of the same size in one result, on one line or a few.

Owns that arithmetic, for the screen and for the room. Lengths are those of whoever paints.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

_ACROSS: Final = 1.3
_DOWN: Final = 1.35
_STEP: Final = 0.94
_SMALLER: Final = 0.6


@dataclass(frozen=True, slots=True)
class DotRows:
    """How the dots of one result are set.

    Attributes:
        side: of a dot.
        across: how many stand on a line.
    """

    side: float
    across: int

    @staticmethod
    def fitting(most: int, width: float, height: float, side: float) -> DotRows:
        """Return dots of which ``most`` stand in a box, no larger than ``side``.

        They stand on one line as long as they need not be much smaller for it.
        """
        alone = width / (most * _ACROSS - (_ACROSS - 1)) if most else side
        if alone >= side * _SMALLER:
            return DotRows(min(side, alone), max(1, most))
        while True:
            across = max(1, int((width + side * (_ACROSS - 1)) // (side * _ACROSS)))
            if ceil(most / across) * side * _DOWN <= height or side < 1:
                return DotRows(side, across)
            side *= _STEP

    def path(self, votes: int, left: float, middle: float) -> QPainterPath:
        """Return the outline of ``votes`` dots from ``left``, around the level ``middle``."""
        path = QPainterPath()
        lines = ceil(votes / self.across)
        down = self.side * _DOWN
        top = middle - lines * down / 2 + (down - self.side) / 2
        for number in range(votes):
            line, place = divmod(number, self.across)
            x = left + place * self.side * _ACROSS
            path.addEllipse(QRectF(x, top + line * down, self.side, self.side))
        return path
