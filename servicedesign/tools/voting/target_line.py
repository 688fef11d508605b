"""What a row says of an idea that is voted on, and how its symbol, number and title are painted.

Owns the shape that all lists of a vote share. Which ideas there are is the core's to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from servicedesign import tokens
from servicedesign.ui.canvas.note_painter import paint_symbol
from servicedesign.ui.theme import color, theme

LINE = Qt.ItemDataRole.UserRole
"""Under which a model keeps a TargetLine."""

HIDDEN = "―"
"""Stands for every number of votes until the close."""


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One idea or cluster of a vote.

    Attributes:
        target_id: of the note or cluster.
        label: its number or letter as on sheets and ballots.
        title: its words on one line.
        colour: a key of ``tokens.STICKIES``, or empty for a cluster.
        votes: what stands at the right end; ``HIDDEN`` while nobody may know.
        marked: whether it stands on the ballot in hand, or is ticked in a list of ticks.
    """

    target_id: str
    label: str
    title: str
    colour: str
    votes: str = ""
    marked: bool = False

    def said(self) -> str:
        """Return label and title as they are read out."""
        return f"{self.label} {self.title}".strip()


def shortened(words: str, most: int) -> str:
    """Return ``words`` with dots where they are longer than ``most`` characters."""
    return words if len(words) <= most else f"{words[: most - 1]}…"


def label_width(font: QFont, labels: Iterable[str]) -> float:
    """Return the width in px that holds any number as long as the longest of ``labels``."""
    longest = max((len(label) for label in labels), default=1)
    return QFontMetricsF(font).horizontalAdvance("0" * max(1, longest))


def paint_target(
    painter: QPainter, line: TargetLine, box: QRectF, *, size: int, bold: bool, numbers: float
) -> None:
    """Paint symbol, number and title of ``line`` on the one line ``box``.

    Args:
        painter: antialiasing; its pen is the ink of the words.
        line: the row.
        box: where, in px.
        size: of the type, in px at 100 %.
        bold: whether the title is bold; the number always is.
        numbers: the width kept for the number, in px.
    """
    look = theme()
    pen = painter.pen()
    left = box.left()
    if line.colour:
        middle = QPointF(left + look.px(6), box.center().y())
        paint_symbol(painter, line.colour, middle, look.px(size * 0.72))
    left += look.px(size + 6)
    painter.setPen(pen)
    painter.setFont(look.font(size, bold=True))
    flags = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value)
    painter.drawText(QRectF(left, box.top(), numbers + 2, box.height()), flags, line.label)
    left += numbers + look.px(size * 0.7)
    font = look.font(size, bold=bold)
    painter.setFont(font)
    room = max(1.0, box.right() - left)
    words = QFontMetricsF(font).elidedText(line.title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(left, box.top(), room + 2, box.height()), flags, words)


def paint_dots(
    painter: QPainter, filled: int, hollow: int, left: float, middle: float, side: float
) -> float:
    """Paint ``filled`` and then ``hollow`` dots of ``side`` px from ``left``; return their end."""
    gap = side * 0.5
    line = max(1.5, side / 9)
    x = left
    for number in range(filled + hollow):
        full = number < filled
        painter.setPen(Qt.PenStyle.NoPen)
        if not full:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setWidthF(line)
            pen.setColor(color(tokens.TEXT))
            painter.setPen(pen)
        painter.setBrush(color(tokens.TEXT) if full else Qt.BrushStyle.NoBrush)
        inset = 0 if full else line / 2
        painter.drawEllipse(
            QRectF(x, middle - side / 2, side, side).adjusted(inset, inset, -inset, -inset)
        )
        x += side + gap
    return x - gap if filled + hollow else left
