"""Parts put together: one under the other, or side by side.

Owns the sharing of height and width among parts. Must not know what the parts say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from servicedesign.paper.papers import Box
from servicedesign.paper.share import even, level
from servicedesign.tools.persona.sheet_parts import Desk, Part

_TIGHT: Final = 0.9
"""Share of a gap that is left where the parts want more than there is."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Parts one under the other.

    Attributes:
        parts: from top to bottom.
        gap: between two of them, mm.
        shares: how much of the height that is left over each takes; empty for none.
        alike: whether the parts that take a share become equally high where they can.
    """

    parts: Sequence[Part]
    gap: float = 0.0
    shares: Sequence[float] = ()
    alike: bool = False

    def want(self, desk: Desk, width: float) -> float:
        """Return the sum of what the parts want."""
        gaps = self.gap * (len(self.parts) - 1)
        return sum(part.want(desk, width) for part in self.parts) + gaps

    def least(self, desk: Desk, width: float) -> float:
        """Return the sum of the least heights, with gaps drawn together."""
        gaps = self.gap * _TIGHT * (len(self.parts) - 1)
        return sum(part.least(desk, width) for part in self.parts) + gaps

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw the parts from the top down."""
        heights, gap = self._heights(desk, box)
        y = box.y
        for part, tall in zip(self.parts, heights, strict=True):
            part.draw(desk, Box(box.x, y, box.width, tall))
            y += tall + gap

    def _heights(self, desk: Desk, box: Box) -> tuple[list[float], float]:
        """Return the height of each part and the gap between them."""
        gaps = len(self.parts) - 1
        wanted = [part.want(desk, box.width) for part in self.parts]
        spare = box.height - self.gap * gaps - sum(wanted)
        if spare < 0:
            gap = self.gap * _TIGHT
            least = [part.least(desk, box.width) for part in self.parts]
            return level(wanted, least, box.height - gap * gaps), gap
        if not self.shares:
            return wanted, self.gap
        if self.alike:
            return self._alike(wanted, spare), self.gap
        whole = sum(self.shares) or 1.0
        grown = (tall + spare * share / whole
                 for tall, share in zip(wanted, self.shares, strict=True))  # fmt: skip
        return list(grown), self.gap

    def _alike(self, wanted: list[float], spare: float) -> list[float]:
        """Return the heights with those that take a share equal, none under what it wants."""
        growing = [i for i, share in enumerate(self.shares) if share]
        least = [wanted[i] for i in growing]
        heights = list(wanted)
        for i, tall in zip(growing, even(least, sum(least) + spare), strict=True):
            heights[i] = tall
        return heights


@dataclass(frozen=True, slots=True)
class Beside:
    """Parts side by side in columns of equal width."""

    parts: Sequence[Part]
    gap: float = 8.0

    def _width(self, width: float) -> float:
        return (width - self.gap * (len(self.parts) - 1)) / len(self.parts)

    def want(self, desk: Desk, width: float) -> float:
        """Return what the highest part wants."""
        return max(part.want(desk, self._width(width)) for part in self.parts)

    def least(self, desk: Desk, width: float) -> float:
        """Return the highest of the least heights."""
        return max(part.least(desk, self._width(width)) for part in self.parts)

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw the parts with their upper edges in line."""
        for part, place in zip(self.parts, box.columns(len(self.parts), self.gap), strict=True):
            part.draw(desk, place)


@dataclass(frozen=True, slots=True)
class Columns:
    """Two parts side by side, the first one ``width`` mm wide."""

    first: Part
    width: float
    second: Part
    gap: float

    def want(self, desk: Desk, width: float) -> float:
        """Return what the higher part wants."""
        rest = width - self.width - self.gap
        return max(self.first.want(desk, self.width), self.second.want(desk, rest))

    def least(self, desk: Desk, width: float) -> float:
        """Return the greater of the least heights."""
        rest = width - self.width - self.gap
        return max(self.first.least(desk, self.width), self.second.least(desk, rest))

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw both, their upper edges in line."""
        self.first.draw(desk, Box(box.x, box.y, self.width, box.height))
        x = box.x + self.width + self.gap
        self.second.draw(desk, Box(x, box.y, box.right - x, box.height))


@dataclass(frozen=True, slots=True)
class Square:
    """A part in a square of a fixed side."""

    part: Part
    side: float

    def want(self, desk: Desk, width: float) -> float:
        """Return the side."""
        return self.side

    def least(self, desk: Desk, width: float) -> float:
        """Return the side."""
        return self.side

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw the part at the upper left."""
        self.part.draw(desk, Box(box.x, box.y, self.side, self.side))
