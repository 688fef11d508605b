"""The signs of a map on screen: outcome, evidence, faces; the same shapes as on paper.

Owns their painting. What they mean is in the model, how they are called in ``presets``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from servicedesign import tokens
from servicedesign.model import EvidenceLevel, Outcome
from servicedesign.paper.faces import emotion

if TYPE_CHECKING:
    from servicedesign.paper.page import Page

OUTCOME_TONES = {
    Outcome.DONE: tokens.SUCCESS,
    Outcome.PARTLY: tokens.WARNING,
    Outcome.FAILED: tokens.ERROR,
}
FILLED = {EvidenceLevel.NONE: 0, EvidenceLevel.SOME: 1, EvidenceLevel.RESEARCHED: 2}

_ROUND = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
_FACE_MM = 4.2
_MM_PER_PT = 25.4 / 72


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


def paint_face(
    painter: QPainter, middle: QPointF, radius: float, level: float, *, to_be: bool = False
) -> None:
    """Paint the face of the level nearest to ``level``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(middle)
    painter.scale(radius / _FACE_MM, radius / _FACE_MM)
    page = cast("Page", _FacePage(painter))
    emotion(page, 0, 0, max(-2, min(2, _nearest(level))), _FACE_MM, to_be=to_be)
    painter.restore()


def _nearest(level: float) -> int:
    """Return the whole level nearest to ``level``, away from 0 at a half."""
    return int(abs(level) + 0.5) * (1 if level > 0 else -1)


class _FacePage:
    """As much of a page as a face needs; mm are the painter's units, lines are in pt."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._cap = Qt.PenCapStyle.FlatCap

    def caps(self, *, round_ends: bool) -> None:
        self._cap = Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap

    def circle(
        self,
        x: float,
        y: float,
        r: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0,
    ) -> None:
        self._begin(fill, stroke, line)
        self._painter.drawEllipse(QPointF(x, y), r, r)

    def line(self, x1: float, y1: float, x2: float, y2: float, line: float) -> None:
        self._begin(None, tokens.INK, line)
        self._painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def path(
        self,
        parts: Sequence[tuple[str, Any]],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0,
    ) -> None:
        self._begin(fill, stroke, line)
        shape = QPainterPath()
        for name, numbers in parts:
            if name == "M":
                shape.moveTo(*numbers)
            elif name == "C":
                shape.cubicTo(*numbers)
            else:
                shape.closeSubpath()
        self._painter.drawPath(shape)

    def _begin(self, fill: str | None, stroke: str | None, line: float) -> None:
        painter = self._painter
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        if stroke:
            pen = QPen(QColor(stroke), line * _MM_PER_PT)
            pen.setCapStyle(self._cap)
            painter.setPen(pen)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
