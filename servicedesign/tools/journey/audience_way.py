"""All phases of a map in a narrow strip: how each feels, and which one is in use.

Owns that drawing. It holds no words: eight names that could be read would not stand side by side.
"""

from __future__ import annotations

from statistics import fmean
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from servicedesign import tokens
from servicedesign.model import LaneKind
from servicedesign.tools.journey.contents import MapContents
from servicedesign.ui.faces import paint_face
from servicedesign.ui.room.leaf import Leaf

WAY_HIGH: Final = 120
"""Height of the strip in units."""
_BAR: Final = 10
_PRESENT: Final = 18
_RADIUS: Final = 24
_REACH: Final = 26
"""How far the best and the worst feeling stand from the middle, in units."""
_GAP: Final = 8


def draw_way(leaf: Leaf, box: QRectF, contents: MapContents, present: int) -> None:
    """Draw the strip into ``box``; ``present`` is the column in use."""
    count = len(contents.columns)
    wide = (box.width() - _GAP * (count - 1)) / count
    levels = [_level(contents, col) for col in range(count)]
    felt = any(level is not None for level in levels)
    for col, level in enumerate(levels):
        left = box.left() + col * (wide + _GAP)
        here = col == present
        if here and felt:
            leaf.fill(QRectF(left, box.top() - 4, wide, box.height() + 4), tokens.TINT)
        thick = _PRESENT if here else _BAR
        tone = tokens.ACTION if here else tokens.HAIRLINE
        leaf.fill(QRectF(left, box.bottom() - thick, wide, thick), tone)
        if level is not None:
            middle = box.top() + (box.height() - _PRESENT) / 2 - level / 2 * _REACH
            _face(leaf, QPointF(left + wide / 2, middle), level, to_be=contents.to_be)


def _face(leaf: Leaf, middle: QPointF, level: float, *, to_be: bool) -> None:
    def _paint(painter: QPainter) -> None:
        paint_face(painter, middle, _RADIUS, level, to_be=to_be)

    leaf.custom(_paint)


def _level(contents: MapContents, col: int) -> float | None:
    """Return what is felt in a column, in the middle of all that is felt there."""
    felt = [
        card.emotion
        for row, lane in enumerate(contents.lanes)
        if lane.kind is LaneKind.EMOTION
        for card in contents.at(col, row)
        if card.emotion is not None
    ]
    return fmean(felt) if felt else None
