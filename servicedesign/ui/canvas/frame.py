"""One picture of the canvas that is being painted: where it looks, how large, by when.

Owns the arithmetic between board units and device pixels. Painting in whole device pixels keeps
what is still sharp, and lets what is panned be copied instead of drawn.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from math import floor


@dataclass(frozen=True, slots=True)
class Frame:
    """What a layer needs to paint.

    Attributes:
        scale: device pixels to a board unit.
        x: device pixel of the board's origin, from the left of the view.
        y: device pixel of the board's origin, from the top of the view.
        width: of the view in device pixels.
        height: of the view in device pixels.
        settled: whether the zoom is at rest, so that everything is wanted exactly.
        deadline: the moment (``time.perf_counter``) until which something may be made anew.
    """

    scale: float
    x: int
    y: int
    width: int
    height: int
    settled: bool
    deadline: float

    def board_rect(self) -> tuple[float, float, float, float]:
        """Return what is in view: left, top, right, bottom in board units."""
        scale = self.scale
        return (
            -self.x / scale,
            -self.y / scale,
            (self.width - self.x) / scale,
            (self.height - self.y) / scale,
        )

    def at(self, x: float, y: float) -> tuple[int, int]:
        """Return the device pixel of a point of the board; distances do not change with panning."""
        return self.x + floor(x * self.scale + 0.5), self.y + floor(y * self.scale + 0.5)

    def late(self) -> bool:
        """Tell whether nothing more should be made anew in this frame."""
        return time.perf_counter() >= self.deadline
