"""Sizes of the comparison of candidates, for each paper.

Owns numbers alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.paper.papers import Grid

MOST: Final = 4
"""Most candidates beside one another."""
WIDE: Final = {"A4": 76.0, "A3": 84.0}
"""Width of a column, mm, from which marks stand beside the words and not over them."""
_NARROWEST: Final = 46.0


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes: mm and pt.

    Attributes:
        labels: width of the names of the rows.
        column: width of a candidate's column.
        most: how many columns fit side by side.
        side: of the portrait.
        again: height of the heads on pages after the first.
        name: size of the names.
        small: size of reading and tagline.
        body: wanted size of the words.
        least: smallest size of the words.
        label: size of the names of the rows.
        strip: width of the marks beside the words; 0 where they stand over them.
    """

    labels: float
    column: float
    most: int
    side: float
    again: float
    name: float
    small: float
    body: float
    least: float
    label: float
    strip: float


def look_for(grid: Grid, count: int) -> Look:
    """Return the sizes for ``count`` candidates, as many of which as possible stand on a page."""
    small = grid.layout == "A4"
    labels = (28.0 if grid.landscape else 25.0) if small else (38.0 if grid.landscape else 32.0)
    room = grid.text_width - labels
    most = min(MOST, int(room / _NARROWEST))
    pages = -(-count // most)
    beside = -(-count // pages)
    column = room / beside
    wide = column >= WIDE[grid.layout]
    large = not small and beside <= 3
    return Look(
        labels=labels,
        column=column,
        most=most,
        side=(32.0 if not small else 24.0) if wide else (22.0 if not small else 17.0),
        again=14.0,
        name=(20.0 if not small else 15.0) if wide else 13.0,
        small=10.5,
        body=13.0 if large else 12.0 if not small else 11.0,
        least=10.0 if small else 9.5,
        label=11.0 if not small else 10.0,
        strip=16.5 if wide else 0.0,
    )
