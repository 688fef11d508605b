"""Fact, interpretation and insight on screen: a sign, a line under the words, a ground behind them.

Owns their painting. Sign and line alone tell them apart, so the ground's colour carries no meaning.
The same signs stand on paper: ■ ◇ ★.
"""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from servicedesign import tokens
from servicedesign.model import FindingKind
from servicedesign.ui.theme import color, theme

GROUNDS: Final = {
    FindingKind.FACT: color(tokens.STICKIES["sky"], 0.55),
    FindingKind.INTERPRETATION: color(tokens.STICKIES["beige"], 0.5),
    FindingKind.INSIGHT: color(tokens.STICKIES["cream"], 0.75),
}
"""Behind marked words."""

_INNER: Final = 0.42
"""Inner radius of the star as a share of the outer one."""


def paint_finding(painter: QPainter, kind: FindingKind, box: QRectF, tone: QColor) -> None:
    """Paint ■, ◇ or ★ in the square ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle, reach = box.center(), box.width() / 2
    if kind is FindingKind.FACT:
        painter.fillRect(box.adjusted(*_inset(reach * 0.16)), tone)
    elif kind is FindingKind.INTERPRETATION:
        corners = ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))
        side = reach - max(0.8, reach / 8)
        shape = QPolygonF([middle + QPointF(x * side, y * side) for x, y in corners])
        painter.setPen(QPen(tone, max(1.2, reach / 5)))
        painter.setBrush(color(tokens.GROUND))
        painter.drawPolygon(shape)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawPolygon(_star(middle, reach))
    painter.restore()


def _inset(by: float) -> tuple[float, float, float, float]:
    return by, by, -by, -by


def _star(middle: QPointF, reach: float) -> QPolygonF:
    points = []
    for turn in range(10):
        angle = -math.pi / 2 + turn * math.pi / 5
        length = reach if turn % 2 == 0 else reach * _INNER
        points.append(middle + QPointF(length * math.cos(angle), length * math.sin(angle)))
    return QPolygonF(points)


def paint_line(
    painter: QPainter, kind: FindingKind, left: float, right: float, y: float, *, tone: str
) -> None:
    """Paint the line under marked words: solid a fact, dashed an interpretation, double an insight.

    Args:
        painter: at work.
        kind: of finding.
        left: where the line begins.
        right: where it ends.
        y: its upper edge.
        tone: its colour, a token.
    """
    look = theme()
    thick = max(1.0, look.px(2) if kind is not FindingKind.INSIGHT else look.px(1))
    pen = QPen(color(tone), thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind is FindingKind.INTERPRETATION:
        pen.setDashPattern([2.5, 1.5])
    painter.setPen(pen)
    middle = y + thick / 2
    painter.drawLine(QLineF(left, middle, right, middle))
    if kind is FindingKind.INSIGHT:
        below = middle + look.px(3)
        painter.drawLine(QLineF(left, below, right, below))
