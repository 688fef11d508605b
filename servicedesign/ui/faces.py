"""The faces of feelings on screen, from −2 to +2; the same shapes as on paper.

Owns their painting. Must not know what feels so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from servicedesign import tokens
from servicedesign.paper.faces import emotion

if TYPE_CHECKING:
    from servicedesign.paper.page import Page

_FACE_MM = 4.2
_MM_PER_PT = 25.4 / 72


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
