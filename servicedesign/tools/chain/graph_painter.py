"""Painting the graph: nodes, curves, heads of columns and the legend.

Owns the look. Where things lie is told by ``Picture``; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from servicedesign import tokens
from servicedesign.ui.marks import Sign, paint_sign
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme

NODE_HEIGHT: Final = 56
ROW: Final = 80
GAP: Final = 20
HEAD: Final = 52
EDGE: Final = 5
"""Lengths in px at 100 %."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One node as it is painted.

    Attributes:
        head: its first line.
        words: its second line.
        column: 0 to 6.
        row: in rows of the layout.
        broken: whether it has a gap.
        stub: -1 or 1 where nothing follows at the left or right of it, else 0.
        unsourced: whether what leads to it is not founded.
    """

    head: str
    words: str
    column: int
    row: float
    broken: bool = False
    stub: int = 0
    unsourced: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is painted.

    Attributes:
        nodes: by the id of the record.
        edges: between them.
        way: ids of the nodes on the way through the current one.
        current: the id of the node in use, or empty.
        columns: the heads.
    """

    nodes: Mapping[str, Shown] = field(default_factory=dict)
    edges: tuple[tuple[str, str], ...] = ()
    way: frozenset[str] = frozenset()
    current: str = ""
    columns: tuple[str, ...] = ()

    def rows(self) -> float:
        """Return how many rows the picture is high."""
        return max((node.row for node in self.nodes.values()), default=0.0) + 1


def node_rect(picture: Picture, node_id: str, width: float) -> QRectF:
    """Return where a node lies in a picture ``width`` px wide, below the heads."""
    look, node = theme(), picture.nodes[node_id]
    across = column_width(picture, width)
    left = look.px(EDGE) + node.column * (across + look.px(GAP))
    top = look.px(12) + node.row * look.px(ROW)
    return QRectF(left, top, across, look.px(NODE_HEIGHT))


def column_width(picture: Picture, width: float) -> float:
    """Return the width of one column."""
    count = max(1, len(picture.columns))
    look = theme()
    return (width - 2 * look.px(EDGE) - (count - 1) * look.px(GAP)) / count


def paint_picture(painter: QPainter, picture: Picture, width: float, *, focused: bool) -> None:
    """Paint curves, then nodes; the painter's origin is below the heads."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on_way = [pair for pair in picture.edges if set(pair) <= picture.way]
    rest = [pair for pair in picture.edges if not set(pair) <= picture.way]
    for pair in rest:
        _paint_edge(painter, picture, pair, width, strong=False)
    for pair in on_way:
        _paint_edge(painter, picture, pair, width, strong=True)
    for node_id in picture.nodes:
        _paint_node(painter, picture, node_id, width, focused=focused)


def _paint_edge(
    painter: QPainter, picture: Picture, pair: tuple[str, str], width: float, *, strong: bool
) -> None:
    one, other = (node_rect(picture, node_id, width) for node_id in pair)
    start, end = QPointF(one.right(), one.center().y()), QPointF(other.left(), other.center().y())
    reach = max(theme().px(GAP) / 2, (end.x() - start.x()) / 2)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
    broken = picture.nodes[pair[1]].unsourced
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_edge_pen(strong=strong, broken=broken))
    painter.drawPath(path)


def _edge_pen(*, strong: bool, broken: bool) -> QPen:
    if broken:
        return _dashed(1.6)
    if strong:
        return QPen(color(tokens.ACTION), theme().px(2.4))
    return QPen(color(tokens.EDGE), 1.2)


def _dashed(width: float) -> QPen:
    pen = QPen(color(tokens.WARNING), width)
    pen.setDashPattern([3, 2])
    return pen


def _paint_node(
    painter: QPainter, picture: Picture, node_id: str, width: float, *, focused: bool
) -> None:
    look, node = theme(), picture.nodes[node_id]
    rect = node_rect(picture, node_id, width)
    current, on_way = node_id == picture.current, node_id in picture.way
    if focused and current:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens.RING))
        painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), look.px(10), look.px(10))
    painter.setPen(_node_pen(node, current=current, on_way=on_way))
    painter.setBrush(_ground(current=current, on_way=on_way))
    painter.drawRoundedRect(rect, look.px(8), look.px(8))
    if node.stub:
        painter.setPen(_dashed(1.6))
        x = rect.right() if node.stub > 0 else rect.left()
        y = rect.center().y()
        painter.drawLine(QPointF(x, y), QPointF(x + node.stub * look.px(GAP - 2), y))
    _paint_words(painter, node, rect, color(tokens.GROUND if current else tokens.TEXT))


def _node_pen(node: Shown, *, current: bool, on_way: bool) -> QPen:
    if node.broken and not current:
        return _dashed(1.4)
    if current or on_way:
        return QPen(color(tokens.ACTION), theme().px(2))
    return QPen(color(tokens.EDGE), 1)


def _ground(*, current: bool, on_way: bool) -> QColor:
    if current:
        return color(tokens.ACTION)
    return color(tokens.TINT if on_way else tokens.GROUND)


def _paint_words(painter: QPainter, node: Shown, rect: QRectF, ink: QColor) -> None:
    look = theme()
    left, room = rect.left() + look.px(8), rect.width() - look.px(16)
    sign = look.px(16) if node.broken else 0
    half = rect.height() / 2
    middle = int(Qt.AlignmentFlag.AlignVCenter.value)
    for number, (text, bold) in enumerate(((node.head, True), (node.words, False))):
        font = look.font(tokens.BASE_PX, bold=bold)
        painter.setFont(font)
        painter.setPen(ink)
        wide = room - (sign + 4 if number == 0 else 0)
        line = (text_lines(text, font, wide, 1) or [""])[0]
        top = rect.top() + look.px(4) + number * (half - look.px(5))
        painter.drawText(QRectF(left, top, wide, half - look.px(2)), middle, line)
    if node.broken:
        place = QRectF(rect.right() - look.px(8) - sign, rect.top() + look.px(9), sign, sign)
        paint_sign(painter, Sign.LOOK, place, ink)


def paint_heads(painter: QPainter, picture: Picture, left: float, width: float) -> None:
    """Paint the names of the columns and the rule below them."""
    look = theme()
    across = column_width(picture, width)
    font = look.font(tokens.BASE_PX, bold=True)
    painter.setFont(font)
    painter.setPen(color(tokens.TEXT))
    for number, head in enumerate(picture.columns):
        place = QRectF(
            left + look.px(EDGE) + number * (across + look.px(GAP)), 0, across, look.px(HEAD - 8)
        )
        shown = (text_lines(head, font, across, 1) or [""])[0]
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
    painter.fillRect(QRectF(left, look.px(HEAD - 8), width, 1), color(tokens.EDGE))
