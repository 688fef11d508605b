"""Where the numbers of a ballot stand in its field, and how one looks.

Owns that arithmetic and painting. What is typed is the field's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from servicedesign import tokens
from servicedesign.tools.voting.target_line import TargetLine, label_width, paint_target
from servicedesign.ui.theme import color, theme

INSET: Final = 12
"""Left and right of what stands in the field."""
LINE: Final = 48
"""Height of a line of chips."""
TYPED_PX: Final = 26
"""Size of the number that is being typed."""
_CHIP, _GAP, _AROUND = 40, 8, 8
_WORDS, _REST = 88, 79
_LINES_KEPT = 2
"""Lengths in px at 100 %: the most of a title, and the rest of a chip with two digits."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Where everything stands, in px.

    Attributes:
        chips: the complete numbers with their places.
        typed: of the number that is being typed.
    """

    chips: tuple[tuple[TargetLine, QRectF], ...]
    typed: QRectF

    def bottom(self) -> float:
        """Return the height that all of it needs."""
        return self.typed.bottom() + theme().px((LINE - _CHIP) / 2 + _AROUND)


def kept_height(most: int, right: int) -> int:
    """Return the height kept for ``most`` chips, in px, so that nothing below moves."""
    look = theme()
    across = max(1, (right - look.px(INSET)) // look.px(_REST + _WORDS + _GAP))
    lines = min(_LINES_KEPT, -(-most // across))
    return look.px(2 * _AROUND) + lines * look.px(LINE)


def lay_chips(lines: Sequence[TargetLine], typed: str, right: int) -> Laid:
    """Lay the numbers out up to ``right`` (px), and behind them what is being typed."""
    look = theme()
    start, high, chip = float(look.px(INSET)), look.px(LINE), look.px(_CHIP)
    x, y = start, float(look.px(_AROUND) + (high - chip) / 2)
    chips = []
    for line in lines:
        wide = min(_width(line), right - start)
        if x + wide > right and x > start:
            x, y = start, y + high
        chips.append((line, QRectF(x, y, wide, chip)))
        x += wide + look.px(_GAP)
    room = QFontMetricsF(look.font(TYPED_PX)).horizontalAdvance(typed) + look.px(12)
    if x + max(room, look.px(56)) > right and x > start:
        x, y = start, y + high
    return Laid(tuple(chips), QRectF(x, y, room, chip))


def _width(line: TargetLine) -> float:
    look = theme()
    title = QFontMetricsF(look.font(tokens.CONTENT_PX)).horizontalAdvance(line.title)
    return min(title, look.px(_WORDS)) + _digits(line) + look.px(22 + 11.2 + 22) + 1


def _digits(line: TargetLine) -> float:
    return label_width(theme().font(tokens.CONTENT_PX, bold=True), [line.label])


def paint_chip(painter: QPainter, line: TargetLine, place: QRectF) -> None:
    """Paint one complete number with its symbol and words."""
    look = theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(tokens.TINT))
    painter.drawRoundedRect(place, look.px(6), look.px(6))
    painter.setPen(color(tokens.TEXT))
    inner = place.adjusted(look.px(12), 0, -look.px(10), 0)
    size = tokens.CONTENT_PX
    paint_target(painter, line, inner, size=size, bold=False, numbers=_digits(line))
