"""How large the parts of a map are, in px at 100 % of the interface and of the map.

Owns the numbers alone.
"""

from __future__ import annotations

from typing import Final

LANE_HEAD: Final = 112
"""Width of the names of lanes."""

MOST_LANE_HEAD: Final = 176
LANE_PAD: Final = 24
"""Beside the names of lanes, left and right together."""

MOST_NAME: Final = 4
"""Lines of the name of a lane."""

LEAST_COLUMN: Final = 140
MOST_COLUMN: Final = 320
"""Between these, columns share the width of the view."""

ADDING: Final = 36
"""Width of the strip behind the last phase, height of that under the last lane, to add one."""

PAD_X: Final = 10
PAD_Y: Final = 8
PITCH: Final = 22
"""Of text on cards."""

HEAD_PITCH: Final = 24
"""Of the names of phases."""

SPAN_HEAD: Final = 34
"""Height of the name of a phase over its stages."""

CHIP: Final = 32
GAP: Final = 6
PICTURE: Final = 76
SQUARE: Final = 8
SQUARES: Final = 2 * SQUARE + 2
"""Width of the two squares of evidence."""

SIGN: Final = 14
FACE: Final = 14
"""Radius of a face."""

LEVEL: Final = 22
"""Height of one level of feelings."""

EMOTION_TOP: Final = 24
"""Room above +2."""

REASON_PITCH: Final = 20
MOST_REASON: Final = 6
"""Lines of a reason shown; more are read in the cell while it is written."""

MOST_LINES: Final = 30
"""Lines of a card shown; more are read in the cell while it is written."""

ZOOMS: Final = (0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
LEAST_FIT: Final = 0.15
"""The whole map may be seen smaller than one can zoom by hand."""
