"""What the rows of both lists share: ground, focus, words on lines.

Owns their painting. What a row says is its delegate's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.model import EvidenceLevel
from servicedesign.ui.evidence_squares import paint_squares
from servicedesign.ui.theme import color, theme

TOP = 8
"""Over the first line of a row, in px at 100 %."""

FACTS = 22
"""Height of the line of facts, in px at 100 %."""


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, *, shown_beside: bool
) -> None:
    """Paint the ground of a row, its bar when it is the current one, and the line below.

    A row whose record is ``shown_beside`` stays marked without the focus.
    """
    look, state = theme(), QStyle.StateFlag
    if option.state & state.State_Selected and (
        shown_beside or option.state & state.State_HasFocus
    ):
        painter.fillRect(rect, color(tokens.TINT))
        bar = QRectF(rect.left(), rect.top(), look.px(4), rect.height())
        painter.fillRect(bar, color(tokens.ACTION))
    below = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
    painter.fillRect(below, color(tokens.HAIRLINE))


def paint_focus(painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
    """Paint the ring inside the row that has the focus."""
    if not option.state & QStyle.StateFlag.State_HasFocus:
        return
    look = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, tone, inset in ((3, tokens.RING, 1.5), (2, tokens.INK, 4.0)):
        painter.setPen(QPen(color(tone), look.px(width)))
        reach = inset * look.scale / 100
        painter.drawRoundedRect(rect.adjusted(reach, reach, -reach, -reach), 2, 2)


def paint_facts(
    painter: QPainter,
    box: QRectF,
    before: Sequence[str],
    level: EvidenceLevel,
    behind: Sequence[str] = (),
) -> None:
    """Paint facts in grey on one line, with the squares of evidence among them."""
    look = theme()
    gap = look.px(12)
    painter.setFont(look.font())
    painter.setPen(color(tokens.SECOND_TEXT))
    squares = look.px(12) * 2.35 + gap
    left, right = box.left(), box.right()
    for part in (one for one in before if one):
        left = _fact(painter, box, part, left, right - squares) + gap
    left = paint_squares(painter, level, left, box.center().y(), look.px(12)) + gap
    painter.setPen(color(tokens.SECOND_TEXT))
    for part in (one for one in behind if one):
        if left + gap < right:
            left = _fact(painter, box, part, left, right) + gap


def _fact(painter: QPainter, box: QRectF, text: str, left: float, right: float) -> float:
    metrics = QFontMetricsF(painter.font())
    text = " ".join(text.split())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, right - left))
    place = QRectF(left, box.top(), right - left, box.height())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
    return left + metrics.horizontalAdvance(shown)


def paint_lines(
    painter: QPainter, lines: Sequence[str], font: QFont, box: QRectF, pitch: float
) -> None:
    """Paint ``lines`` from the top of ``box`` down."""
    painter.setFont(font)
    painter.setPen(color(tokens.TEXT))
    middle = int(Qt.AlignmentFlag.AlignVCenter.value)
    for number, line in enumerate(lines):
        place = QRectF(box.left(), box.top() + number * pitch, box.width(), pitch)
        painter.drawText(place, middle, line)
