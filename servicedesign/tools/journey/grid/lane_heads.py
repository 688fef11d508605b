"""The heads of lanes, frozen at the left of the body: their names, and the scale of feelings.

Owns their painting and where they are; what a key or a press does is the grid's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from servicedesign import tokens
from servicedesign.tools.journey.grid import sizes
from servicedesign.tools.journey.grid.head_base import HeadBase
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.tools.journey.grid.painting import paint_frame
from servicedesign.tools.journey.grid.text_lines import Type, type_of
from servicedesign.tools.journey.lanes import lane_name
from servicedesign.tools.journey.levels import level_words
from servicedesign.ui.theme import color, theme

if TYPE_CHECKING:
    from servicedesign.tools.journey.grid.map_grid import MapGrid

_LEFT = 16
_LEVELS = (2, 0, -2)


class LaneHeads(HeadBase):
    """The strip at the left of the body."""

    def __init__(self, grid: MapGrid) -> None:
        """Make the strip."""
        super().__init__(grid)
        self._type = type_of(tokens.BASE_PX, sizes.PITCH, bold=True)
        self._scale = type_of(tokens.BASE_PX, sizes.PITCH)

    # Measures ---------------------------------------------------------------------------------

    def needed(self) -> float:
        """Return the width of the strip."""
        return float(self.grid.scene.lane_head)

    def _room(self) -> float:
        return float(self.grid.scene.lane_head - theme().px(sizes.LANE_PAD - 2))

    def face(self, spot: Spot) -> Type:
        """Return the type of the names."""
        return self._type

    def field_rect(self, spot: Spot) -> QRectF:
        """Return where the name of a lane stands, in px of the scene from the strip's left."""
        look = theme()
        scene = self.grid.scene
        top = scene.top(spot.row) + look.px(sizes.PAD_Y)
        return QRectF(look.px(_LEFT), top, self._room(), scene.names[spot.row].height)

    def _seen(self, box: QRectF) -> QRectF:
        down = self.grid.to_view(QRectF(0, box.y(), 0, box.height()))
        zoom = self.grid.zoom
        return QRectF(box.x() * zoom, down.y(), box.width() * zoom, down.height())

    # What a press means -----------------------------------------------------------------------

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the head at a point."""
        row = self.grid.scene.row_at(self.grid.scene_point(QPointF(0, point.y())).y())
        return Spot(-1, row) if 0 <= row < len(self.grid.scene.contents.lanes) else None

    def adds_at(self, point: QPointF) -> bool:
        """Tell whether a point is under the last lane."""
        scene = self.grid.scene
        y = self.grid.scene_point(QPointF(0, point.y())).y() - scene.top(len(scene.contents.lanes))
        return 0 <= y < scene.adding

    def add(self, where: QPoint) -> None:
        """Offer the kinds of lanes."""
        self.grid.hands().add_lane(where)

    def target_at(self, point: QPointF, dragged: Spot) -> int | None:
        """Return the place that a dragged lane would get."""
        scene = self.grid.scene
        y = self.grid.scene_point(QPointF(0, point.y())).y()
        middles = [
            scene.top(row) + scene.height(row) / 2 for row in range(len(scene.contents.lanes))
        ]
        others = [middle for row, middle in enumerate(middles) if row != dragged.row]
        target = sum(middle < y for middle in others)
        return None if target == dragged.row else target

    def drop(self, dragged: Spot, target: int) -> None:
        """Move a lane there."""
        self.grid.hands().drop_lane(self.grid.scene.contents.lanes[dragged.row].id, target)

    def whole_text(self, spot: Spot) -> str:
        """Return the name of a lane that is not shown whole."""
        scene = self.grid.scene
        cut = scene.names[spot.row].cut
        return self.grid.t(lane_name(scene.contents.lanes[spot.row])) if cut else ""

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heads in sight."""
        painter = QPainter(self)
        grid = self.grid
        painter.fillRect(self.rect(), color(tokens.GROUND))
        for row in grid.rows_in(self.rect()):
            self._paint_head(painter, row)
        if grid.scene.adding:
            top = grid.scene.top(len(grid.scene.contents.lanes))
            self.paint_adding(painter, self._seen(QRectF(0, top, self.needed(), grid.scene.adding)))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), color(tokens.EDGE))
        spot = grid.spot()
        if spot is not None and spot.in_lane_head:
            paint_frame(painter, self._box(spot.row), active=grid.active())
        self._paint_target(painter)
        painter.end()

    def _box(self, row: int) -> QRectF:
        scene = self.grid.scene
        return self._seen(QRectF(0, scene.top(row), self.needed(), scene.height(row)))

    def _paint_head(self, painter: QPainter, row: int) -> None:
        grid = self.grid
        box = self._box(row)
        chosen, spot = grid.chosen(), grid.spot()
        lit = row in chosen[1] if chosen else spot is not None and spot.row == row
        if lit:
            painter.fillRect(box, color(tokens.TINT))
        painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), color(tokens.HAIRLINE))
        if not grid.writing.is_at(Spot(-1, row)):
            rect = self.field_rect(Spot(-1, row))
            painter.save()
            painter.translate(self._seen(rect).topLeft())
            painter.scale(grid.zoom, grid.zoom)
            painter.setPen(color(tokens.TEXT))
            grid.scene.names[row].paint(painter, 0, 0)
            painter.restore()
        if grid.scene.is_feelings(row):
            self._paint_scale(painter, row)

    def _paint_scale(self, painter: QPainter, row: int) -> None:
        grid = self.grid
        view = grid.scene.feelings(row)
        painter.save()
        painter.translate(0, self._box(row).y())
        painter.scale(grid.zoom, grid.zoom)
        painter.setFont(self._scale.font)
        painter.setPen(color(tokens.SECOND_TEXT))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        title = self.field_rect(Spot(-1, row))
        words = grid.scene.names[row]
        for level in _LEVELS:
            half = self._scale.pitch / 2
            right = self.needed() - theme().px(8)
            width = self._scale.metrics.horizontalAdvance(level_words(level)) + 1
            rect = QRectF(right - width, view.y(level) - half, width, 2 * half)
            crossed = title.translated(0, -grid.scene.top(row))
            crossed.setWidth(words.width)
            if not rect.intersects(crossed):
                painter.drawText(rect, int(flags.value), level_words(level))
        painter.restore()

    def _paint_target(self, painter: QPainter) -> None:
        dragged, target = self.dragged(), self.target()
        if dragged is None or target is None:
            return
        box = self._box(target)
        y = box.bottom() if target > dragged.row else box.top()
        width = theme().px(4)
        painter.fillRect(QRectF(0, y - width / 2, self.width(), width), color(tokens.ACTION))
