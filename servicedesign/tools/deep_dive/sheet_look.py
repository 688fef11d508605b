"""Measures of the deep-dive sheet for each paper: how many columns, what sizes, which gaps.

Owns these numbers, so that the filled sheet and the empty one stand in line.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.paper.papers import Box, Grid
from servicedesign.paper.textbox import TextStyle


@dataclass(frozen=True, slots=True)
class Look:
    """Measures in mm, sizes in pt.

    Attributes:
        body: the place of all parts.
        style: of what was written.
        columns: frames side by side.
        frame_gap: between two frames, with the arrow in it.
        banner: height of the band with the name of the idea.
        number: size of the number in it.
        name: wanted size of the name in it.
        gap: between parts, one above the other.
        beside: whether worries stand beside what is needed.
        pitch: of lines to write on.
    """

    body: Box
    style: TextStyle
    columns: int
    frame_gap: float
    banner: float
    number: float
    name: float
    gap: float
    beside: bool
    pitch: float


def look_of(grid: Grid) -> Look:
    """Return the measures for a page."""
    large, lying = grid.layout == "A3", grid.landscape
    top = grid.body_top + (2 if large else 0)
    body = Box(grid.left, top, grid.text_width, grid.body_bottom - top - 1)
    return Look(
        body=body,
        style=TextStyle(14, 12, leading=1.4) if large else TextStyle(12, 10.5, leading=1.35),
        columns=5 if lying else 3,
        frame_gap=6.0 if large else 4.6,
        banner=13.6 if large else 10.4,
        number=30 if large else 22,
        name=20 if large else 15,
        gap=(5.0 if lying else 6.5) if large else (3.4 if lying else 5.0),
        beside=lying,
        pitch=9.6 if large else 8.6 if lying else 9.2,
    )
