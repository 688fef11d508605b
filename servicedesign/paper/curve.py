"""The emotion curve: smooth through every point and never beyond it.

Owns the curve, its scale, and the gain between as-is and to-be. Must not know phases; faces are
drawn by paper.faces, words placed by paper.reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from servicedesign.paper.faces import emotion
from servicedesign.paper.marks import arrow
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.smooth import Point, Segment, monotone
from servicedesign.tokens import ACTION, EDGE, GAIN_BAND, HAIRLINE, INK, SECOND_TEXT

LEVELS: Final = (2, 1, 0, -1, -2)


@dataclass(frozen=True, slots=True)
class Feeling:
    """What is felt in one column: its middle in mm, the level −2…+2 (None: unknown), and why."""

    x: float
    level: float | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CurvePlot:
    """The lane of feelings.

    Attributes:
        box: the lane; the curve is held level to its left and right edges.
        pad: space above +2 and below −2 in mm, for faces and reasons.
        scale_x: where the numbers of the scale end, left of the box; 0 leaves them out.
    """

    box: Box
    pad: float = 11.0
    scale_x: float = 0.0

    def y(self, level: float) -> float:
        """Return the y of a level."""
        usable = self.box.height - 2 * self.pad
        return self.box.y + self.pad + (2 - level) / 4 * usable

    def grid(self, page: Page) -> None:
        """Draw the five levels, zero as a full line, with faces at the scale.

        In a low lane only every other level is named.
        """
        size = page.grid.sizes.note - 1.5
        em = size / PT_PER_MM
        close = self.y(-2) - self.y(2) < 4 * em
        for level in LEVELS:
            y = self.y(level)
            dash = None if level == 0 else (0.7, 1.8)
            colour = EDGE if level == 0 else HAIRLINE
            page.line(self.box.x, y, self.box.right, y, 0.5, colour, dash)
            if self.scale_x and not (close and level % 2):
                sign = f"{level:+d}".replace("-", "−") if level else "0"
                page.text(self.scale_x, y - em / 2, sign, size, colour=SECOND_TEXT, align="right")
                if level in {2, 0, -2}:
                    emotion(page, self.scale_x - 9.5, y, level, 2.6)

    def points(self, feelings: Sequence[Feeling]) -> list[Point]:
        """Return the points of the curve, level to both edges; unknown columns are bridged."""
        known = [(f.x, self.y(f.level)) for f in feelings if f.level is not None]
        if not known:
            return []
        left, right = (self.box.x, known[0][1]), (self.box.right, known[-1][1])
        return [left, *known, right]

    def line(self, page: Page, feelings: Sequence[Feeling], *, to_be: bool = False) -> None:
        """Draw the curve alone: solid black as-is, dashed accent to-be."""
        points = self.points(feelings)
        if points:
            pieces = [("M", points[0]), *(("C", piece) for piece in monotone(points))]
            if to_be:
                page.path(pieces, stroke=ACTION, line=2.2, dash=(6, 3))
            else:
                page.path(pieces, stroke=INK, line=1.8)

    def gain(self, page: Page, before: Sequence[Feeling], after: Sequence[Feeling]) -> None:
        """Fill what lies between the two curves, and draw an arrow where the gain is 2 or more."""
        low, high = self.points(before), self.points(after)
        if not low or not high:
            return
        back = list(reversed(low))
        page.path(
            [
                ("M", high[0]),
                *(("C", piece) for piece in monotone(high)),
                ("L", back[0]),
                *(("C", piece) for piece in _reversed(low)),
                ("Z", ()),
            ],
            fill=GAIN_BAND,
        )

    def arrows(
        self, page: Page, before: Sequence[Feeling], after: Sequence[Feeling], r: float = 4.2
    ) -> None:
        """Draw an arrow upwards in each column that gains two levels or more."""
        for old, new in zip(before, after, strict=False):
            if old.level is not None and new.level is not None and new.level - old.level >= 2:
                y1, y2 = self.y(old.level) - r - 0.8, self.y(new.level) + r + 1.6
                arrow(page, old.x, y1, new.x, y2, line=0.9, colour=ACTION)


def _reversed(points: Sequence[Point]) -> list[Segment]:
    """Return the pieces of the curve through ``points``, run through backwards."""
    forward = monotone(points)
    out: list[Segment] = []
    for start, piece in reversed(list(zip(points, forward, strict=False))):
        out.append((piece[2], piece[3], piece[0], piece[1], *start))
    return out
