"""The cells of a chart, painted.

Owns their look on screen. Must not change anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from servicedesign import tokens
from servicedesign.model import Note
from servicedesign.tools.mandala.cell_text import fit_cell
from servicedesign.tools.mandala.layout import block_rect
from servicedesign.tools.mandala.spots import MIDDLE, Spot
from servicedesign.ui.sticky_marks import paint_sticky_mark
from servicedesign.ui.theme import color, theme

if TYPE_CHECKING:
    from servicedesign.tools.mandala.grid import MandalaGrid

SMALL: Final = (18, 17, 16, 15, 14, 13, 12)
"""Sizes of words where all cells are in view, in px at 100 %."""
LARGE: Final = (30, 28, 26, 24, 22, 20, 18, 16, 14)
"""The same where one block is in view."""
WRITTEN: Final = 18
"""Size in which words are written where all cells are in view."""
LEADING: Final = 1.3
_PAD: Final = 6
_TAG: Final = 20
_TAGGED: Final = 44
"""A cell that is less high shows no number: where the interface is large, one block shows them."""
_TIGHT: Final = (40, 84)
"""A cell that is less high or wide than this has its words smaller than the interface's."""


def paint_chart(grid: MandalaGrid, painter: QPainter, area: QRect) -> None:
    """Paint ``area`` of a chart."""
    painter.fillRect(area, color(tokens.GROUND))
    cells = grid.places()
    for spot, rect in cells.items():
        if rect.intersects(area):
            _paint_cell(grid, painter, spot, rect)
    _paint_frames(grid, painter, cells)
    _paint_map(grid, painter)


def bold_at(spot: Spot) -> bool:
    """Tell whether the words of a cell are bold: those that more come from."""
    return spot.block == 0 or spot.is_middle


def is_tight(rect: QRect) -> bool:
    """Tell whether a cell is too small for words as large as the interface's."""
    look = theme()
    return rect.height() < look.px(_TIGHT[0]) or rect.width() < look.px(_TIGHT[1])


def _ground(spot: Spot) -> str:
    if spot == MIDDLE:
        return tokens.ACTION
    return tokens.TINT if spot.twin else tokens.GROUND


def _paint_cell(grid: MandalaGrid, painter: QPainter, spot: Spot, rect: QRect) -> None:
    chart, look = grid.chart(), theme()
    painter.fillRect(rect, color(_ground(spot)))
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), color(tokens.HAIRLINE))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color(tokens.HAIRLINE))
    if grid.written_spot() == spot:
        return
    note = chart.note(spot)
    text = chart.text(spot).strip()
    ink = tokens.GROUND if spot == MIDDLE else tokens.TEXT
    if not text:
        _paint_hint(grid, painter, spot, rect)
        return
    head = 0
    if note is not None and rect.height() >= look.px(_TAGGED):
        head = look.px(_TAG - _PAD)
        _paint_tag(painter, note, grid.colour(note), rect)
    _paint_words(painter, text, rect, head, bold_at(spot), ink, large=not grid.is_whole())


def _paint_hint(grid: MandalaGrid, painter: QPainter, spot: Spot, rect: QRect) -> None:
    """Say what an empty middle is for: the words of the middle, or from where its words come."""
    if spot == MIDDLE:
        words = grid.t("中心の言葉")
    elif spot.twin is not None:
        words = str(spot.first.slot)
    else:
        return
    size = tokens.BASE_PX if grid.is_whole() else tokens.CONTENT_PX
    painter.setFont(theme().font(size))
    painter.setPen(color(tokens.GROUND if spot == MIDDLE else tokens.SECOND_TEXT))
    flags = int(Qt.AlignmentFlag.AlignCenter.value) | int(Qt.TextFlag.TextWordWrap.value)
    pad = theme().px(_PAD)
    painter.drawText(QRectF(rect).adjusted(pad, 0, -pad, 0), flags, words)


def _paint_words(
    painter: QPainter, text: str, rect: QRect, head: int, bold: bool, ink: str, *, large: bool
) -> None:
    look = theme()
    sizes = tuple(float(look.px(size)) for size in (LARGE if large else SMALL))
    pad = look.px(_PAD)
    if is_tight(rect):
        pad = look.px(2)
        sizes = tuple(size for size in (16.0, 14.0, 13.0, 12.0, 11.0) if size <= sizes[0])
    wide, high = float(rect.width() - 2 * pad), float(rect.height() - 2 * pad)
    laid = fit_cell(text, wide, high - 2 * head, sizes, LEADING, bold)
    top = rect.top()
    if head and (not laid.whole or laid.size < sizes[0]):  # rather beside the middle than small
        below = fit_cell(text, wide, high - head, sizes, LEADING, bold)
        if below.size > laid.size or not laid.whole:
            laid = below
            top += head // 2
    font = look.font(tokens.BASE_PX, bold=bold)
    font.setPixelSize(round(laid.size))
    painter.setFont(font)
    painter.setPen(color(ink))
    metrics = QFontMetricsF(font)
    pitch = laid.size * LEADING
    height = laid.size + pitch * (len(laid.lines) - 1)
    y = top + (rect.height() - height) / 2 + laid.size * 0.88
    for line in laid.lines:
        wide = metrics.horizontalAdvance(line)
        painter.drawText(QPointF(rect.center().x() + 0.5 - wide / 2, y), line)
        y += pitch


def _paint_tag(painter: QPainter, note: Note, colour: str, rect: QRect) -> None:
    """Paint the number of a note with the colour and symbol of its group."""
    look = theme()
    number = str(note.number)
    font = look.font(tokens.BASE_PX, bold=True)
    side, gap = look.px(16), look.px(3)
    wide = QFontMetricsF(font).horizontalAdvance(number)
    right = rect.right() - look.px(5)
    top = rect.top() + look.px(4)
    painter.setFont(font)
    painter.setPen(color(tokens.TEXT))
    place = QRectF(right - wide, top, wide + 1, side)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), number)
    paint_sticky_mark(painter, colour, QRectF(right - wide - gap - side, top, side, side))


def _paint_frames(grid: MandalaGrid, painter: QPainter, cells: dict[Spot, QRect]) -> None:
    """Paint the frames of the blocks, of the cell in use and of its twin."""
    cursor = grid.cursor_spot()
    for block in range(9):
        if Spot(block, 1) in cells:
            inner = block_rect(cells, block)
            chosen = block == cursor.block
            painter.setPen(QPen(color(tokens.TEXT if chosen else tokens.EDGE), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inner.adjusted(0, 0, -1, -1))
    width = theme().px(2)
    twin = cursor.twin
    if twin is not None and twin in cells:
        pen = QPen(color(tokens.ACTION), width, Qt.PenStyle.DotLine)
        _frame(painter, cells[twin], pen)
    if cursor in cells:
        active = grid.field.hasFocus()
        tone = tokens.ACTION if active else tokens.EDGE
        rect = cells[cursor]
        if cursor == MIDDLE:
            _frame(painter, rect, QPen(color(tokens.GROUND), width * 2))
        _frame(painter, rect, QPen(color(tone), width + (1 if active else 0)))


def _frame(painter: QPainter, rect: QRect, pen: QPen) -> None:
    half = pen.widthF() / 2
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half))


def _paint_map(grid: MandalaGrid, painter: QPainter) -> None:
    """Paint the small map: what is filled, and which block is in view."""
    cells = grid.map_places()
    chart = grid.chart()
    for spot, rect in cells.items():
        inner = rect.adjusted(0, 0, -2, -2)
        tone = tokens.HAIRLINE if spot.twin is None else tokens.EDGE
        if spot == MIDDLE:
            tone = tokens.ACTION
        if chart.has_words(spot):
            painter.fillRect(inner, color(tone))
        else:
            _frame(painter, inner, QPen(color(tokens.HAIRLINE), 1))
    if cells:
        pen = QPen(color(tokens.ACTION), theme().px(2))
        _frame(painter, block_rect(cells, grid.cursor_spot().block).adjusted(-4, -4, 2, 2), pen)
