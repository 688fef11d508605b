"""The signs of progress, painted as paths: a moon that waxes, a dash, a warning.

Owns their shapes, their names for screen readers and nothing else. Characters are not used: the
font lacks some of them, and their size and place would follow the text.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from servicedesign import tokens
from servicedesign.model.message import N_
from servicedesign.model.method import Progress

Sign = Progress
"""What a mark says: how far something has come."""

SIGN_WORDS = {
    Sign.NONE: N_("まだ"),
    Sign.SOME: N_("途中"),
    Sign.DONE: N_("済み"),
    Sign.NOT_APPLICABLE: N_("対象外"),
    Sign.LOOK: N_("要確認"),
}
"""The word beside each mark, and what a screen reader says."""


def paint_sign(painter: QPainter, sign: Sign, rect: QRectF, color: QColor) -> None:
    """Paint ``sign`` in the square ``rect``; the warning keeps its own colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sign is Sign.LOOK:
        _paint_warning(painter, rect)
    elif sign is Sign.NOT_APPLICABLE:
        painter.setPen(QPen(color, max(1.5, rect.height() / 8)))
        middle = rect.center()
        reach = QPointF(rect.width() * 0.32, 0)
        painter.drawLine(middle - reach, middle + reach)
    else:
        _paint_moon(painter, sign, rect, color)
    painter.restore()


def _paint_moon(painter: QPainter, sign: Sign, rect: QRectF, color: QColor) -> None:
    line = max(1.4, rect.height() / 9)
    circle = rect.adjusted(line, line, -line, -line)
    painter.setPen(QPen(color, line))
    painter.setBrush(color if sign is Sign.DONE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if sign is Sign.SOME:
        half = QPainterPath(circle.center())
        half.arcTo(circle, 90, 180)
        half.closeSubpath()
        painter.fillPath(half, color)


def _paint_warning(painter: QPainter, rect: QRectF) -> None:
    side = rect.height()
    top = QPointF(rect.center().x(), rect.top() + side * 0.08)
    left = QPointF(rect.left() + side * 0.02, rect.bottom() - side * 0.08)
    right = QPointF(rect.right() - side * 0.02, rect.bottom() - side * 0.08)
    color = QColor(tokens.WARNING)
    painter.setPen(
        QPen(color, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([top, right, left]))
    painter.setPen(QPen(QColor(tokens.GROUND), max(1.2, side / 9)))
    x = rect.center().x()
    painter.drawLine(QPointF(x, rect.top() + side * 0.36), QPointF(x, rect.top() + side * 0.62))
    painter.setPen(
        QPen(
            QColor(tokens.GROUND),
            max(1.4, side / 8),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
        )
    )
    painter.drawPoint(QPointF(x, rect.top() + side * 0.77))


def paint_chevron(painter: QPainter, centre: QPointF, width: float, color: QColor) -> None:
    """Paint a small filled triangle that points down, the sign of a list to choose from."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    half = width / 2
    painter.drawPolygon(
        QPolygonF(
            [
                centre + QPointF(-half, -half / 2),
                centre + QPointF(half, -half / 2),
                centre + QPointF(0, half / 2),
            ]
        )
    )
    painter.restore()
