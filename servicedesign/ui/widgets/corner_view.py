"""A photo with four corners on it: what lies between them is the paper.

Owns the dragging and the keys of the corners: Tab goes from one to the next, arrows move it. Must
not know what becomes of the photo.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import color, theme

_STEP: Final = 0.005
_FAR_STEP: Final = 0.03
_REACH: Final = 28
_MARGIN: Final = 14
_LEAST: Final = 0.04
"""Corners stay so far apart, as a share of width and height."""

Corner = tuple[float, float]
Corners = tuple[Corner, Corner, Corner, Corner]


class CornerView(QWidget):
    """Shows ``image`` whole, dimmed outside its four corners.

    Signals:
        changed: a corner moved.
    """

    changed = Signal()

    def __init__(self, name: str, corner_names: tuple[str, str, str, str]) -> None:
        """Show nothing yet; ``corner_names`` say which corner is which, from upper left on."""
        super().__init__()
        self._image = QImage()
        self._corners: Corners = ((0, 0), (1, 0), (1, 1), (0, 1))
        self._names = corner_names
        self._at = 0
        self._held: QPointF | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(NO_RING, True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tell()

    def set_image(self, image: QImage, corners: Corners) -> None:
        """Show ``image`` with ``corners`` as shares of its width and height."""
        self._image = image
        self._corners = corners
        self._tell()
        self.update()

    def corners(self) -> Corners:
        """Return the corners as shares, from the upper left one round to the right."""
        return self._corners

    def set_corners(self, corners: Corners) -> None:
        """Put all corners elsewhere."""
        if corners != self._corners:
            self._corners = corners
            self.changed.emit()
            self.update()

    def corner(self) -> int:
        """Return the number of the corner that keys move, from 0."""
        return self._at

    def sizeHint(self) -> QSize:
        """Return the least that is comfortable; it takes what room there is."""
        return QSize(theme().px(420), theme().px(240))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which a corner can be held."""
        return QSize(theme().px(240), theme().px(180))

    def _tell(self) -> None:
        self.setAccessibleDescription(self._names[self._at])

    # Geometry ---------------------------------------------------------------------------------

    def place(self) -> QRectF:
        """Return where the photo lies in the widget, in px."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        wide, high = max(self._image.width(), 1), max(self._image.height(), 1)
        factor = min(room.width() / wide, room.height() / high)
        box = QRectF(0, 0, wide * factor, high * factor)
        box.moveCenter(room.center())
        return box

    def _spots(self) -> list[QPointF]:
        box = self.place()
        return [
            QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in self._corners
        ]

    def _nearest(self, point: QPointF) -> int:
        ways = [spot - point for spot in self._spots()]
        near = [max(abs(way.x()), abs(way.y())) for way in ways]
        best = min(range(4), key=lambda number: near[number])
        return best if near[best] <= theme().px(_REACH) else -1

    def _put(self, number: int, x: float, y: float) -> None:
        """Move a corner; it stays in the photo and on its own side of the others."""
        corners = list(self._corners)
        beside = {0: (1, 3), 1: (0, 2), 2: (3, 1), 3: (2, 0)}[number]
        across, down = corners[beside[0]], corners[beside[1]]
        left = number in (0, 3)
        upper = number in (0, 1)
        x = min(x, across[0] - _LEAST) if left else max(x, across[0] + _LEAST)
        y = min(y, down[1] - _LEAST) if upper else max(y, down[1] + _LEAST)
        corners[number] = (min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))
        a, b, c, d = corners
        self.set_corners((a, b, c, d))

    # Mouse and keys ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the corner that is near."""
        number = self._nearest(event.position())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._at = number
            self._held = event.position() - self._spots()[number]
            self._tell()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it; without a button show what can be held."""
        if self._held is None:
            near = self._nearest(event.position()) >= 0
            shapes = Qt.CursorShape
            self.setCursor(shapes.SizeAllCursor if near else shapes.ArrowCursor)
            return
        box = self.place()
        spot = event.position() - self._held - box.topLeft()
        self._put(self._at, spot.x() / max(box.width(), 1), spot.y() / max(box.height(), 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the corner, with Shift further; digits 1 to 4 choose one."""
        far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = _FAR_STEP if far else _STEP
        moves = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step),
            Qt.Key.Key_Down: (0.0, step),
        }
        if event.key() in moves:
            dx, dy = moves[Qt.Key(event.key())]
            x, y = self._corners[self._at]
            self._put(self._at, x + dx, y + dy)
        elif event.text() in ("1", "2", "3", "4"):
            self._choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        self._at = number
        self._tell()
        self.update()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Go from corner to corner with Tab, then on to the next control."""
        goal = self._at + (1 if following else -1)
        if 0 <= goal < 4:
            self._choose(goal)
            return True
        return super().focusNextPrevChild(following)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first corner, or with Shift+Tab at the last."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._choose(0)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._choose(3)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the photo, the shade around the paper, its edge and corners."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box, spots = self.place(), self._spots()
        painter.drawImage(box, self._image)
        shade, inside = QPainterPath(), QPainterPath()
        shade.addRect(box)
        inside.addPolygon(QPolygonF(spots))
        inside.closeSubpath()
        painter.fillPath(shade.subtracted(inside), color(tokens.INK, 0.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(color(tokens.GROUND), 4), QPen(color(tokens.ACTION), 2)):
            painter.setPen(pen)
            painter.drawPolygon(QPolygonF(spots))
        for number, spot in enumerate(spots):
            self._paint_corner(painter, spot, chosen=number == self._at and self.hasFocus())
        painter.end()

    @staticmethod
    def _paint_corner(painter: QPainter, spot: QPointF, *, chosen: bool) -> None:
        half = theme().px(9)
        if chosen:
            painter.setPen(QPen(color(tokens.INK), 5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot, half + 3, half + 3)
            painter.setPen(QPen(color(tokens.RING), 3))
            painter.drawEllipse(spot, half + 3, half + 3)
        painter.setPen(QPen(color(tokens.ACTION), 2))
        painter.setBrush(color(tokens.GROUND))
        painter.drawEllipse(spot, half, half)
        painter.setPen(QPen(color(tokens.ACTION), 1))
        painter.drawLine(spot - QPointF(half, 0), spot + QPointF(half, 0))
        painter.drawLine(spot - QPointF(0, half), spot + QPointF(0, half))
