"""The mark of a candidate for the room: its sticky with symbol and number, or a cluster's letter.

Owns that mark alone. Must not know votes.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from servicedesign import tokens
from servicedesign.tools.vote_targets import Target
from servicedesign.ui.canvas.note_painter import symbol_path
from servicedesign.ui.room.leaf import Leaf
from servicedesign.ui.room.lines import measure


def paint_mark(leaf: Leaf, box: QRectF, target: Target) -> None:
    """Paint the sticky with symbol and number, or a white card with the letter of a cluster."""
    colour = str(target.colour) if target.colour is not None else ""
    leaf.fill(box, tokens.STICKIES.get(colour, tokens.GROUND))
    leaf.frame(box, tokens.EDGE, thick=1)
    wide = measure(target.label, 52, True)
    mark = 26.0 if colour else 0.0
    gap = 10.0 if colour else 0.0
    x = box.center().x() - (mark + gap + wide) / 2
    if colour:
        place_of = QTransform.fromTranslate(x + mark / 2, box.center().y()).scale(mark, mark)
        leaf.shape(place_of.map(symbol_path(colour)), tokens.INK)
    leaf.text(x + mark + gap, box.center().y() - 26, target.label, 52, bold=True)
