"""The lane of feelings as one picture across all columns: curves, faces, reasons.

Owns where each point stands and how the lane is painted, in px at 100 % of the map from its upper
left corner. Must not know where the lane stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from servicedesign import tokens
from servicedesign.model import Cell
from servicedesign.paper.smooth import Segment, monotone
from servicedesign.tools.journey.contents import MapContents
from servicedesign.tools.journey.grid import sizes
from servicedesign.tools.journey.grid.text_lines import TextLines, Type
from servicedesign.ui.faces import paint_face
from servicedesign.ui.theme import color, theme

_GAPS = (0, 8, 16, 24)
"""Distances of a reason from its face that are tried, in px at 100 %."""


@dataclass(frozen=True, slots=True)
class Point:
    """One feeling.

    Attributes:
        card: what it is from.
        col: its column.
        x: its middle.
        share: the width it may take.
        level: −2 to +2; None for a reason without a level.
        lines: the reason, laid out.
    """

    card: Cell
    col: int
    x: float
    share: float
    level: float | None
    lines: TextLines | None


class FeelingsView:
    """The lane laid out.

    Attributes:
        height: of the lane.
        points: every card of the lane.
    """

    def __init__(self, contents: MapContents, row: int, width: float, face: Type) -> None:
        """Lay the lane in ``row`` out with columns ``width`` wide."""
        look = theme()
        self._width = width
        self._to_be = contents.to_be
        self._columns = len(contents.columns)
        self.points = _points(contents, row, width, face)
        self._other = [(at * width, level) for at, level in contents.other_feelings()]
        self._top = look.px(sizes.EMOTION_TOP)
        self._level = look.px(sizes.LEVEL)
        self.height = self.y(-2) + look.px(sizes.FACE + 6)
        self._lines: list[list[tuple[float, float]]] = []
        self._path = self._curve([(p.x, p.level) for p in self.points if p.level is not None])
        self._other_path = self._curve(self._other)
        self._places = [self._reason_rect(point) for point in self.points]
        lowest = max((rect.bottom() for rect in self._places), default=0.0)
        self.height = max(self.height, lowest + look.px(4))

    def y(self, level: float) -> float:
        """Return where a level stands."""
        return self._top + (2 - level) * self._level

    def level_at(self, y: float) -> float:
        """Return the level at a height, in half steps within the scale."""
        return max(-2.0, min(2.0, round((2 - (y - self._top) / self._level) * 2) / 2))

    def point_at(self, x: float, y: float) -> Point | None:
        """Return the feeling whose face is at a place."""
        reach = theme().px(sizes.FACE + 4)
        for point in self.points:
            if point.level is not None:
                dx, dy = point.x - x, self.y(point.level) - y
                if dx * dx + dy * dy <= reach * reach:
                    return point
        return None

    def reason_rect(self, card_id: str) -> QRectF | None:
        """Return where the reason of a card stands, or would."""
        for point, rect in zip(self.points, self._places, strict=True):
            if point.card.id == card_id:
                return rect
        return None

    def _curve(self, known: Sequence[tuple[float, float]]) -> QPainterPath:
        """Return the smooth line through points, held level to both edges."""
        path = QPainterPath()
        if not known:
            return path
        right = self._columns * self._width
        points = [(x, self.y(level)) for x, level in known]
        points = [(0.0, points[0][1]), *points, (right, points[-1][1])]
        path.moveTo(*points[0])
        line: list[tuple[float, float]] = []
        for start, piece in zip(points, monotone(points), strict=False):
            path.cubicTo(*piece)
            line += _along(start, piece)
        self._lines.append(line)
        return path

    def _reason_rect(self, point: Point) -> QRectF:
        """Return a place for a reason: below its face, or above where the curve goes down."""
        pad = theme().px(4)
        left = point.x - point.share / 2 + pad
        width = point.share - 2 * pad
        height = point.lines.height if point.lines else 0.0
        if point.level is None:
            return QRectF(left, self.y(-1) - height / 2, width, height)
        reach = theme().px(sizes.FACE + 2)
        middle = self.y(point.level)
        below = QRectF(left, middle + reach, width, height)
        if not point.lines:
            return below
        inner = (width - point.lines.width) / 2
        best, least = below, 1e9
        for gap in _GAPS:
            for top, cost in (
                (middle + reach + theme().px(gap), 0),
                (middle - reach - theme().px(gap) - height, 1),
            ):
                place = QRectF(left, top, width, height)
                crossed = self._crossings(place.adjusted(inner, 0, -inner, 0))
                found = 3 * crossed + cost + gap / 8
                if top >= 0 and found < least:
                    best, least = place, found
        return best

    def _crossings(self, rect: QRectF) -> int:
        """Return how much of the curves lies in a place, in samples."""
        count = 0
        for line in self._lines:
            first = bisect_left(line, (rect.left(), 0.0))
            last = bisect_left(line, (rect.right(), 0.0))
            count += sum(rect.top() <= y <= rect.bottom() for _, y in line[first:last])
        return count

    def paint(
        self,
        painter: QPainter,
        first: int,
        last: int,
        *,
        moved: tuple[str, float] | None = None,
        hidden: str = "",
    ) -> None:
        """Paint the columns ``first`` to ``last``.

        Args:
            painter: its origin is the lane's corner.
            first: the first column in sight.
            last: the last.
            moved: a card that is dragged, and the level it is at.
            hidden: a card whose reason is being written.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = first * self._width, (last + 1) * self._width
        self._paint_levels(painter, left, right)
        self._paint_curves(painter)
        self._paint_words(painter, first, last, hidden)
        for point in self.points:
            if first <= point.col <= last and point.level is not None:
                level = moved[1] if moved and moved[0] == point.card.id else point.level
                middle = QPointF(point.x, self.y(level))
                paint_face(painter, middle, theme().px(sizes.FACE), level, to_be=self._to_be)
        painter.restore()

    def _paint_levels(self, painter: QPainter, left: float, right: float) -> None:
        for level in (2, 1, 0, -1, -2):
            pen = QPen(color(tokens.EDGE if level == 0 else tokens.HAIRLINE), 1)
            if level:
                pen.setDashPattern([1, 3])
            painter.setPen(pen)
            y = round(self.y(level)) + 0.5
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _paint_curves(self, painter: QPainter) -> None:
        look = theme()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dashed = QPen(color(tokens.ACTION if self._to_be else tokens.TEXT), look.px(2))
        dashed.setDashPattern([4, 2.5])
        solid = QPen(color(tokens.TEXT), look.px(2.5))
        thin_dashed = QPen(color(tokens.TEXT), look.px(1.5))
        thin_dashed.setDashPattern([3, 3])
        thin = QPen(color(tokens.SECOND_TEXT), look.px(1.5))
        own, other = (dashed, thin) if self._to_be else (solid, thin_dashed)
        painter.strokePath(self._other_path, other)
        painter.strokePath(self._path, own)

    def _paint_words(self, painter: QPainter, first: int, last: int, hidden: str) -> None:
        painter.setPen(color(tokens.TEXT))
        for point, rect in zip(self.points, self._places, strict=True):
            if point.lines is None or not first <= point.col <= last or point.card.id == hidden:
                continue
            inner = (rect.width() - point.lines.width) / 2 - theme().px(2)
            painter.fillRect(rect.adjusted(inner, 0, -inner, 0), color(tokens.GROUND, 0.9))
            point.lines.paint(painter, rect.x(), rect.y())


def _points(contents: MapContents, row: int, width: float, face: Type) -> list[Point]:
    found = []
    at = {card.id: x for x, card in contents.feelings(row)}
    for col in range(len(contents.columns)):
        cards = contents.at(col, row)
        share = width / max(1, len(cards))
        room = max(1.0, share - 2 * theme().px(4))
        for card in cards:
            x = at.get(card.id, col + 0.5) * width
            lines = None
            if card.text.strip():
                lines = face.lines(card.text, room, most=sizes.MOST_REASON, centred=True)
            found.append(Point(card, col, x, share, card.emotion, lines))
    return found


def _along(
    start: tuple[float, float], piece: Segment, steps: int = 12
) -> list[tuple[float, float]]:
    """Return points along one Bézier piece."""
    x1, y1, x2, y2, x3, y3 = piece
    found = []
    for n in range(steps):
        t = n / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append((a * start[0] + b * x1 + c * x2 + d * x3,
                      a * start[1] + b * y1 + c * y2 + d * y3))  # fmt: skip
    return found
