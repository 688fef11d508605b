"""A text on a few lines with some of its places in bold.

Owns breaking and painting; which places are marked is the caller's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from servicedesign import tokens
from servicedesign.ui.theme import theme

_LINE_END = "\u2028"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a line in one weight."""

    text: str
    bold: bool


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Lines as they are painted.

    Attributes:
        lines: of pieces, left to right.
        font: of what is not marked.
    """

    lines: tuple[tuple[Piece, ...], ...]
    font: QFont

    def paint(self, painter: QPainter, x: float, y: float, tone: QColor) -> None:
        """Paint the lines from (x, y) down, at the pitch of the type."""
        pitch = theme().pitch(tokens.BASE_PX)
        bold = QFont(self.font)
        bold.setBold(True)
        metrics = QFontMetricsF(self.font)
        base = y + (pitch - metrics.height()) / 2 + metrics.ascent()
        painter.setPen(tone)
        for number, line in enumerate(self.lines):
            left = x
            for piece in line:
                font = bold if piece.bold else self.font
                painter.setFont(font)
                painter.drawText(QPointF(left, base + number * pitch), piece.text)
                left += QFontMetricsF(font).horizontalAdvance(piece.text)


def lay_marked(
    text: str, font: QFont, width: float, most: int, marks: Sequence[tuple[int, int]] = ()
) -> MarkedText:
    """Return ``text`` broken into at most ``most`` lines of ``width`` px.

    Args:
        text: any text; its line ends are kept.
        font: of what is not marked.
        width: of a line, px.
        most: lines; where more would follow, the last one ends with an ellipsis.
        marks: characters of ``text``, from and to, that are set in bold.
    """
    layout = QTextLayout(text.replace("\n", _LINE_END), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = _Units(text)
    layout.setFormats([_bold(units, mark) for mark in marks])
    layout.beginLayout()
    lines: list[tuple[Piece, ...]] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        start = units.character(line.textStart())
        end = units.character(line.textStart() + line.textLength())
        if len(lines) == most - 1 and end < len(text):
            lines.append((Piece(_elided(text[start:], font, width), False),))
            break
        lines.append(_pieces(text, start, end, marks))
    layout.endLayout()
    return MarkedText(tuple(lines), font)


class _Units:
    """Places in UTF-16, which Qt counts in, and in characters."""

    def __init__(self, text: str) -> None:
        self._plain = len(text) if all(char <= "\uffff" for char in text) else -1
        self._starts: list[int] = []
        if self._plain < 0:
            place = 0
            for char in text:
                self._starts.append(place)
                place += 2 if char > "\uffff" else 1
            self._starts.append(place)

    def unit(self, character: int) -> int:
        return character if self._plain >= 0 else self._starts[character]

    def character(self, unit: int) -> int:
        if self._plain >= 0:
            return min(unit, self._plain)
        return min(bisect_left(self._starts, unit), len(self._starts) - 1)


def _bold(units: _Units, mark: tuple[int, int]) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = units.unit(mark[0])
    made.length = units.unit(mark[1]) - made.start
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    made.format = look
    return made


def _pieces(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """Return the characters of one line, parted where the weight changes."""
    edges = sorted({start, end, *(edge for mark in marks for edge in mark if start < edge < end)})
    return tuple(
        Piece(text[a:b].rstrip("\n"), any(low <= a and b <= high for low, high in marks))
        for a, b in pairwise(edges)
    )


def _elided(rest: str, font: QFont, width: float) -> str:
    """Return the beginning of ``rest`` on one line, always with an ellipsis."""
    shown = " ".join(rest[:400].split())
    return QFontMetricsF(font).elidedText(shown + "……", Qt.TextElideMode.ElideRight, width)
