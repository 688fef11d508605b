"""The colour of a group with its symbol, painted small: in cells, lists and menus.

Owns their shapes on screen; the same four as on paper, so that a grey copy tells them apart.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QPolygonF

from servicedesign import tokens
from servicedesign.model.message import N_
from servicedesign.ui.theme import color

STICKY_WORDS = {
    "cream": N_("クリーム・丸"),
    "sky": N_("空色・三角"),
    "beige": N_("ベージュ・四角"),
    "green": N_("緑・ひし形"),
}
"""The name of each colour and its symbol for people."""

_EDGE_ALPHA = 0.35


def paint_sticky_mark(painter: QPainter, colour: str, rect: QRectF) -> None:
    """Paint a swatch of ``colour`` (a key of ``tokens.STICKIES``) with its symbol in ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(tokens.TEXT, _EDGE_ALPHA), 1))
    painter.setBrush(color(tokens.STICKIES[colour]))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    reach = rect.height() * 0.26
    _paint_symbol(painter, tokens.STICKY_SYMBOLS[colour], rect.center(), reach)
    painter.restore()


def _paint_symbol(painter: QPainter, symbol: str, centre: QPointF, reach: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(tokens.INK))
    if symbol == "circle":
        painter.drawEllipse(centre, reach, reach)
    elif symbol == "square":
        side = reach * 0.9
        painter.drawRect(QRectF(centre - QPointF(side, side), centre + QPointF(side, side)))
    else:
        far = reach * 1.1
        corners = [(0, -far), (far, far * 0.8), (-far, far * 0.8)]
        if symbol == "diamond":
            far = reach * 1.2
            corners = [(0, -far), (far, 0), (0, far), (-far, 0)]
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))


def sticky_icon(colour: str, side: int, *, ratio: float = 2.0) -> QIcon:
    """Return the swatch of ``colour`` as an icon of ``side`` px for Qt's own menus."""
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_sticky_mark(painter, colour, QRectF(0, 0, side, side))
    painter.end()
    return QIcon(pixmap)
