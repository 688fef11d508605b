"""The whole board in small, with a frame around what is in view.

Owns the picture of all notes, kept until they change.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.canvas.canvas_view import CanvasView
from servicedesign.ui.canvas.note_painter import ground
from servicedesign.ui.canvas.stops import LEAST
from servicedesign.ui.canvas.together import around, parts_of
from servicedesign.ui.theme import color, theme

_PAUSE_MS: Final = 120
"""The picture is made so long after a change, so that opening, dragging and typing do not wait."""


class SmallBoard(QWidget):
    """All notes as dots of colour; a press looks there.

    Signals:
        pointed: a place of the board to look at.
    """

    pointed = Signal(QPointF)

    def __init__(self, view: CanvasView, name: str) -> None:
        """Show what lies on ``view``."""
        super().__init__()
        self._view = view
        self._picture: QPixmap | None = None
        self._bounds = QRectF()
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(86))
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PAUSE_MS)
        self._late.timeout.connect(self._renew)
        view.contents.changed.connect(lambda *_: self._late.start())
        view.moved.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the picture in the corner."""
        return QSize(theme().px(168), theme().px(86))

    def _renew(self) -> None:
        self._picture = self._paint_all()
        self.update()

    def _factor(self) -> float:
        across = self.width() / max(self._bounds.width(), 1)
        return min(across, self.height() / max(self._bounds.height(), 1))

    def _corner(self) -> QPointF:
        factor = self._factor()
        return QPointF(
            (self.width() - self._bounds.width() * factor) / 2,
            (self.height() - self._bounds.height() * factor) / 2,
        )

    def _shown_bounds(self) -> QRectF:
        """Return what encloses all, or what lies together where the rest is too far away."""
        bounds, free = self._view.contents.bounds(), self._view.free()
        wide, high = free.width() / LEAST, free.height() / LEAST
        if bounds.width() <= wide and bounds.height() <= high:
            return bounds
        rects = {
            e.look.id: (e.left, e.top, e.right, e.bottom) for e in self._view.contents.entries()
        }
        parts = parts_of(rects, wide, high)
        if not parts:
            return bounds
        left, top, right, bottom = around(rects, parts[0])
        return QRectF(left, top, right - left, bottom - top)

    def _paint_all(self) -> QPixmap:
        self._bounds = self._shown_bounds()
        room = max(self._bounds.width(), self._bounds.height()) * 0.04 + 40
        self._bounds = self._bounds.adjusted(-room, -room, room, room)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        factor, corner = self._factor(), self._corner()
        painter.translate(corner)

        def small(x: float, y: float, width: float, height: float) -> QRect:
            return QRect(
                round((x - self._bounds.x()) * factor),
                round((y - self._bounds.y()) * factor),
                max(1, round(width * factor)),
                max(1, round(height * factor)),
            )

        painter.setPen(QPen(color(tokens.HAIRLINE), 1))
        painter.setBrush(color(tokens.GROUND))
        sheets = [small(c.x, c.y, c.width, c.height) for c in self._view.contents.clusters()]
        painter.drawRects(sheets)
        painter.setPen(Qt.PenStyle.NoPen)
        by_colour: dict[str, list[QRect]] = {}
        for entry in self._view.contents.entries():
            box = small(entry.left, entry.top, entry.right - entry.left, entry.bottom - entry.top)
            by_colour.setdefault(entry.look.colour, []).append(box)
        for colour, boxes in by_colour.items():
            painter.setBrush(ground(colour).darker(112))
            painter.drawRects(boxes)
        painter.end()
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the board and the frame of what is in view."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.TABLE_GROUND))
        if self._picture is None:
            self._late.start()
            return
        if self._picture.deviceIndependentSize() != self.size().toSizeF():
            self._late.start()
        painter.drawPixmap(0, 0, self._picture)
        seen, factor, corner = self._view.seen(), self._factor(), self._corner()
        frame = QRectF(
            corner.x() + (seen.x() - self._bounds.x()) * factor,
            corner.y() + (seen.y() - self._bounds.y()) * factor,
            seen.width() * factor,
            seen.height() * factor,
        )
        frame = frame.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(QPen(color(tokens.ACTION), 2))
        painter.drawRect(frame)
        painter.end()

    def _point(self, event: QMouseEvent) -> None:
        away = event.position() - self._corner()
        self.pointed.emit(self._bounds.topLeft() + away / self._factor())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the place under the pointer."""
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._point(event)
