"""Minutes and seconds in digits that do not move as they change.

Owns the cells: the bundled face has no tabular figures ("1" is 0.63 em wide, the others 0.76), so
each digit stands in the middle of a cell of its own. Must not know the timer.
"""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

CELL: Final = 0.76
"""Width of a digit, in ems."""
COLON: Final = 0.34
"""Width of the colon, in ems."""


def clock_text(seconds: int, *, over: bool = False) -> str:
    """Return ``08:42``; past an hour the minutes go on (``95:00``); ``+00:12`` when over."""
    minutes, rest = divmod(max(0, seconds), 60)
    return f"{'+' if over else ''}{minutes:02d}:{rest:02d}"


def digits_width(text: str, size: float) -> float:
    """Return the width of ``text`` in type of ``size``, in the unit of ``size``."""
    return sum(_cell(sign) for sign in text) * size


def paint_digits(painter: QPainter, left: float, baseline: float, text: str, font: QFont) -> None:
    """Paint ``text`` from ``left`` on, with the pen that is set."""
    size = font.pixelSize()
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    x = left
    for sign in text:
        wide = _cell(sign) * size
        painter.drawText(QPointF(x + (wide - metrics.horizontalAdvance(sign)) / 2, baseline), sign)
        x += wide


def digits_room(text: str, size: float) -> int:
    """Return the width of ``text`` in whole px."""
    return ceil(digits_width(text, size))


def _cell(sign: str) -> float:
    return COLON if sign == ":" else CELL
