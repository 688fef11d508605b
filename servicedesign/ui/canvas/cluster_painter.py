"""How a cluster is painted: a white sheet with its title card and a count.

Owns the look of clusters. Titles stay readable as long as the sheet is wide enough for them.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from servicedesign import tokens
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.canvas.looks import ClusterLook
from servicedesign.ui.canvas.note_painter import EDGE, ground, note_font
from servicedesign.ui.canvas.rows import rows_of

_SIZE: Final = 22
_COUNT_SIZE: Final = 16
_INSET: Final = 16.0
_PILE: Final = 152.0
"""Side of a paper of a pile in board units."""
_LEAST_TITLE: Final = 12.0
"""A title is not painted smaller than this, in device px."""
_LABEL: Final = 17.0
"""Height of a title over the notes, in device px."""
_VEIL: Final = QColor(255, 255, 255, 225)
_GROUND: Final = QColor(tokens.GROUND)
_EDGE: Final = QColor(tokens.HAIRLINE)
_INK: Final = QColor(tokens.TEXT)


def paint_cluster(painter: QPainter, frame: Frame, look: ClusterLook) -> None:
    """Paint one cluster where it is in view; ``painter`` is in device px."""
    x, y = frame.at(look.x, look.y)
    width, height = round(look.width * frame.scale), round(look.height * frame.scale)
    if x > frame.width or y > frame.height or x + width < 0 or y + height < 0:
        return
    radius = min(12 * frame.scale, 12.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_EDGE, 1))
    painter.setBrush(_GROUND)
    # Far outside the view nothing is gained by painting, and a raster cannot hold it.
    left, right = max(x, -64), min(x + width, frame.width + 64)
    top, bottom = max(y, -64), min(y + height, frame.height + 64)
    sheet = QRectF(left + 0.5, top + 0.5, right - left - 1, bottom - top - 1)
    painter.drawRoundedRect(sheet, radius, radius)
    if look.folded:
        _paint_pile(painter, frame.scale, look, QRectF(x, y, width, height))
    if not _is_labelled(frame.scale, look):
        _paint_title(painter, frame.scale, look, QRectF(x, y, width, look.head * frame.scale))


def paint_label(painter: QPainter, frame: Frame, look: ClusterLook) -> None:
    """Paint the title over the notes, where the head has become too low to hold it."""
    if not look.title or not _is_labelled(frame.scale, look):
        return
    x, y = frame.at(look.x, look.y)
    width = round(look.width * frame.scale)
    if x > frame.width or y > frame.height or x + width < 0 or y + _LABEL < 0 or width < 28:
        return
    metrics = QFontMetricsF(_sized(_LEAST_TITLE, bold=True))
    shown = metrics.elidedText(look.title, Qt.TextElideMode.ElideRight, width - 8)
    if len(shown) < min(3, len(look.title)):
        return  # dots alone tell nothing
    place = QRectF(x + 1, y + 1, metrics.horizontalAdvance(shown) + 8, _LABEL)
    painter.fillRect(place, _VEIL)
    painter.setPen(_INK)
    painter.setFont(_sized(_LEAST_TITLE, bold=True))
    painter.drawText(_base(place, metrics, place.x() + 3), shown)


def _is_labelled(scale: float, look: ClusterLook) -> bool:
    return scale * look.head < _LABEL


def _paint_title(painter: QPainter, scale: float, look: ClusterLook, head: QRectF) -> None:
    size = max(_LEAST_TITLE, _SIZE * scale)
    inset = min(_INSET * scale, 16.0) if scale < 1 else _INSET * scale
    room = head.width() - 2 * inset
    if room < size * 2:
        return
    painter.setPen(_INK)
    height = max(head.height(), size * 1.5)
    line = QRectF(head.x() + inset, head.y(), room, height)
    tall = height > 2.4 * size
    counted = look.count and not look.folded and scale * _COUNT_SIZE >= 6
    if counted and (tall or room > size * 7):
        font = _sized(max(_COUNT_SIZE * scale, 9.0), bold=False)
        metrics = QFontMetricsF(font)
        wide = metrics.horizontalAdvance(look.count)
        painter.setFont(font)
        if tall:
            foot = QRectF(line.x(), line.bottom() - metrics.height(), room, metrics.height())
            painter.drawText(_base(foot, metrics, foot.x()), look.count)
            line.setHeight(line.height() - metrics.height())
        else:
            painter.drawText(_base(line, metrics, line.right() - wide), look.count)
            line.setWidth(room - wide - size)
    if look.title:
        font = _sized(size, bold=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        pitch = size * 1.35
        most = 2 if tall else 1
        rows = rows_of(look.title, metrics, line.width(), most)
        first = line.center().y() - pitch * (len(rows) - 1) / 2
        for number, row in enumerate(rows):
            middle = first + number * pitch
            base = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(line.x(), base), row)


def _paint_pile(painter: QPainter, scale: float, look: ClusterLook, sheet: QRectF) -> None:
    """Paint papers on each other with the count on the uppermost."""
    colours = look.colours[:3]
    if not colours:
        return
    side = min(_PILE * scale, sheet.width() - 24 * scale)
    left = sheet.center().x() - side / 2
    top = sheet.y() + (look.head + 4) * scale
    step = 6 * scale
    painter.setPen(QPen(EDGE, 1))
    paper = QRectF()
    for number in reversed(range(len(colours))):
        paper = QRectF(left + number * step, top + number * step, side - 12 * scale, side)
        painter.setBrush(ground(colours[number]))
        painter.drawRect(paper)
    size = 40 * scale
    if size >= 7:
        painter.setPen(_INK)
        painter.setFont(_sized(size, bold=True))
        painter.drawText(paper, int(Qt.AlignmentFlag.AlignCenter.value), look.count)


def _base(line: QRectF, metrics: QFontMetricsF, x: float) -> QPointF:
    return QPointF(x, line.center().y() + (metrics.ascent() - metrics.descent()) / 2)


def _sized(size: float, *, bold: bool) -> QFont:
    font = QFont(note_font(_SIZE, bold))
    font.setPixelSize(max(1, round(size)))
    return font
