"""The signs of a map on screen: outcome and evidence; the same shapes as on paper.

Owns their painting. What they mean is in the model, how they are called in ``presets``. Faces are
``ui.faces``'.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from servicedesign import tokens
from servicedesign.model import EvidenceLevel, Outcome

OUTCOME_TONES = {
    Outcome.DONE: tokens.SUCCESS,
    Outcome.PARTLY: tokens.WARNING,
    Outcome.FAILED: tokens.ERROR,
}
FILLED = {EvidenceLevel.NONE: 0, EvidenceLevel.SOME: 1, EvidenceLevel.RESEARCHED: 2}

_ROUND = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def paint_outcome(painter: QPainter, outcome: Outcome, rect: QRectF) -> None:
    """Paint ring, triangle or cross in the square ``rect``; nothing for an unset outcome."""
    if outcome is Outcome.UNSET:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = rect.width()
    tone = QColor(OUTCOME_TONES[outcome])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if outcome is Outcome.DONE:
        painter.setPen(QPen(tone, side * 0.16))
        inset = side * 0.1
        painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))
    elif outcome is Outcome.PARTLY:
        painter.setPen(QPen(tone, side * 0.13, *_ROUND))
        left, right = rect.left() + side * 0.07, rect.right() - side * 0.07
        top, bottom = rect.top() + side * 0.09, rect.bottom() - side * 0.12
        middle = QPointF(rect.center().x(), top)
        painter.drawPolygon(QPolygonF([middle, QPointF(right, bottom), QPointF(left, bottom)]))
    else:
        painter.setPen(QPen(tone, side * 0.19, *_ROUND))
        reach = side * 0.33
        middle = rect.center()
        for sign in (-1, 1):
            painter.drawLine(
                middle + QPointF(-reach, sign * reach), middle + QPointF(reach, -sign * reach)
            )
    painter.restore()


def paint_evidence(
    painter: QPainter, level: EvidenceLevel, x: float, y: float, side: float
) -> None:
    """Paint two squares of ``side`` from the upper left corner, two px apart at their size."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(tokens.TEXT)
    painter.setPen(QPen(ink, max(1.0, side / 7)))
    gap = side / 4
    for number in range(2):
        filled = number < FILLED[level]
        painter.setBrush(ink if filled else QColor(tokens.GROUND))
        left = x + number * (side + gap)
        painter.drawRect(QRectF(left, y, side, side).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def squares_width(side: float) -> float:
    """Return the width of the two squares."""
    return 2 * side + side / 4
