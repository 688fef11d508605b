"""The body of a map, painted: lines, cards, feelings, what is chosen.

Owns the painting of what is in sight and no more. Must not change anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from servicedesign import tokens
from servicedesign.ui.theme import color, theme

if TYPE_CHECKING:
    from servicedesign.tools.journey.grid.map_grid import MapGrid


def paint_body(grid: MapGrid, painter: QPainter, area: QRect) -> None:
    """Paint ``area`` of the viewport."""
    painter.fillRect(area, color(tokens.GROUND))
    cols, rows = grid.columns_in(area), grid.rows_in(area)
    _paint_selection(grid, painter, cols, rows)
    for row in rows:
        if grid.scene.is_feelings(row):
            _paint_feelings(grid, painter, row, cols)
        else:
            for col in cols:
                _paint_place(grid, painter, col, row)
    _paint_lines(grid, painter, cols, rows)
    for col in cols:
        if grid.scene.contents.columns[col].phase is None:
            _paint_gap(grid, painter, col)
    _paint_cursor(grid, painter)


def _paint_place(grid: MapGrid, painter: QPainter, col: int, row: int) -> None:
    scene = grid.scene
    views = scene.views(col, row)
    y = scene.top(row)
    for number, view in enumerate(views):
        if view.wish.card is not None:
            painter.save()
            grid.to_scene(painter, col * scene.column, y)
            view.paint(painter, grid.picture)
            painter.restore()
        y += view.height
        if number < len(views) - 1:
            rect = grid.to_view(QRectF(col * scene.column, y, scene.column, 0))
            inset = round(theme().px(8) * grid.zoom)
            line = QRectF(rect.x() + inset, rect.y(), rect.width() - 2 * inset, 1)
            painter.fillRect(line, color(tokens.HAIRLINE))


def _paint_feelings(grid: MapGrid, painter: QPainter, row: int, cols: range) -> None:
    if not cols:
        return
    scene = grid.scene
    painter.save()
    right = grid.to_view(QRectF(0, scene.top(row), scene.columns_width, scene.height(row)))
    painter.setClipRect(right, Qt.ClipOperation.IntersectClip)
    grid.to_scene(painter, 0, scene.top(row))
    scene.feelings(row).paint(
        painter, cols[0], cols[-1], moved=grid.moved_feeling(), hidden=grid.written_card()
    )
    painter.restore()


def _paint_lines(grid: MapGrid, painter: QPainter, cols: range, rows: range) -> None:
    """Paint hairlines on whole pixels, after the columns and under the rows."""
    if not rows and not cols:
        return
    scene = grid.scene
    line = color(tokens.HAIRLINE)
    whole = grid.to_view(QRectF(0, 0, scene.columns_width, scene.top(len(scene.contents.lanes))))
    for col in cols:
        x = grid.to_view(QRectF((col + 1) * scene.column, 0, 0, 0)).x() - 1
        painter.fillRect(QRectF(x, whole.y(), 1, whole.height()), line)
    for row in rows:
        y = grid.to_view(QRectF(0, scene.top(row) + scene.height(row), 0, 0)).y() - 1
        painter.fillRect(QRectF(whole.x(), y, whole.width(), 1), line)


def _paint_gap(grid: MapGrid, painter: QPainter, col: int) -> None:
    scene = grid.scene
    height = scene.top(len(scene.contents.lanes))
    rect = grid.to_view(QRectF(col * scene.column, 0, scene.column, height))
    painter.fillRect(rect.adjusted(0, 0, -1, -1), color(tokens.TABLE_GROUND))


def _paint_selection(grid: MapGrid, painter: QPainter, cols: range, rows: range) -> None:
    chosen = grid.chosen()
    if chosen is None:
        return
    for col in cols:
        for row in rows:
            if col in chosen[0] and row in chosen[1]:
                rect = grid.to_view(grid.scene.place_rect(col, row))
                painter.fillRect(rect, color(tokens.TINT))


def _paint_cursor(grid: MapGrid, painter: QPainter) -> None:
    spot = grid.spot()
    if spot is None or not spot.in_body:
        return
    chosen = grid.chosen()
    if chosen is not None:
        corner = grid.scene.place_rect(chosen[0][0], chosen[1][0])
        end = grid.scene.place_rect(chosen[0][-1], chosen[1][-1])
        paint_frame(painter, grid.to_view(corner.united(end)), active=grid.active())
    paint_frame(painter, grid.to_view(grid.scene.card_rect(spot)), active=grid.active())


def paint_frame(painter: QPainter, rect: QRectF, *, active: bool) -> None:
    """Paint the frame of what is chosen: blue where keys go, grey elsewhere."""
    width = theme().px(2)
    half = width / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(color(tokens.ACTION if active else tokens.EDGE), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(half, half, -half - 1, -half - 1))
