"""A picture with a square on it: what is inside is shown.

Owns the dragging and the keys of the square. Must not know whose picture it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme

LEAST_SHARE = 0.08
"""Smallest side of the square as a share of the picture's shorter side."""

_STEP = 0.02
_LONG_STEP = 0.1
_HANDLE = 16


@dataclass(frozen=True, slots=True)
class Square:
    """A square on a picture, in its pixels."""

    x: float
    y: float
    side: float


class CropView(QWidget):
    """Shows ``image`` whole, dimmed outside the square.

    Signals:
        changed: the square moved or changed its size.
    """

    changed = Signal()

    def __init__(self, image: QImage, name: str, parent: QWidget | None = None) -> None:
        """Begin with the largest square, a little above the middle as faces are."""
        super().__init__(parent)
        self._image = image
        side = float(min(image.width(), image.height()))
        self._square = Square((image.width() - side) / 2, (image.height() - side) / 3, side)
        self._grip: tuple[str, QPointF, Square] | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def square(self) -> Square:
        """Return the square."""
        return self._square

    def set_square(self, square: Square) -> None:
        """Put the square as near to ``square`` as the picture allows."""
        most = float(min(self._image.width(), self._image.height()))
        side = min(most, max(most * LEAST_SHARE, square.side))
        x = min(self._image.width() - side, max(0.0, square.x))
        y = min(self._image.height() - side, max(0.0, square.y))
        kept = Square(x, y, side)
        if kept != self._square:
            self._square = kept
            self.changed.emit()
            self.update()

    def sizeHint(self) -> QSize:
        """Return a room that a laptop has."""
        return QSize(theme().px(512), theme().px(336))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which the square can be held."""
        return QSize(theme().px(240), theme().px(180))

    # Geometry ---------------------------------------------------------------------------------

    def _place(self) -> QRectF:
        """Return where the picture lies in the widget."""
        room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        factor = min(room.width() / self._image.width(), room.height() / self._image.height())
        size = QPointF(self._image.width() * factor, self._image.height() * factor)
        corner = room.center() - size / 2
        return QRectF(corner.x(), corner.y(), size.x(), size.y())

    def _factor(self) -> float:
        return self._place().width() / self._image.width()

    def _shown(self) -> QRectF:
        place, factor, square = self._place(), self._factor(), self._square
        corner = place.topLeft() + QPointF(square.x, square.y) * factor
        return QRectF(corner.x(), corner.y(), square.side * factor, square.side * factor)

    def _grip_at(self, point: QPointF) -> str:
        shown, reach = self._shown(), theme().px(_HANDLE)
        corners = {
            "tl": shown.topLeft(),
            "tr": shown.topRight(),
            "bl": shown.bottomLeft(),
            "br": shown.bottomRight(),
        }
        for name, corner in corners.items():
            away = point - corner
            if abs(away.x()) <= reach and abs(away.y()) <= reach:
                return name
        return "move" if shown.contains(point) else ""

    # Mouse and keys ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the square or one of its corners."""
        grip = self._grip_at(event.position())
        self._grip = (grip, event.position(), self._square) if grip else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or resize; without a button, show what can be held."""
        if self._grip is None:
            held = self._grip_at(event.position())
            shapes = Qt.CursorShape
            slant = {
                "move": shapes.SizeAllCursor,
                "tl": shapes.SizeFDiagCursor,
                "br": shapes.SizeFDiagCursor,
                "tr": shapes.SizeBDiagCursor,
                "bl": shapes.SizeBDiagCursor,
            }
            self.setCursor(slant.get(held, shapes.ArrowCursor))
            return
        grip, start, square = self._grip
        away = (event.position() - start) / self._factor()
        if grip == "move":
            self.set_square(Square(square.x + away.x(), square.y + away.y(), square.side))
        else:
            self._resize(grip, square, away)

    def _resize(self, grip: str, square: Square, away: QPointF) -> None:
        """Pull a corner; the one opposite stays."""
        across = away.x() if "r" in grip else -away.x()
        down = away.y() if "b" in grip else -away.y()
        right, bottom = square.x + square.side, square.y + square.side
        wide = self._image.width() - square.x if "r" in grip else right
        high = self._image.height() - square.y if "b" in grip else bottom
        least = min(self._image.width(), self._image.height()) * LEAST_SHARE
        side = max(least, min(square.side + (across + down) / 2, wide, high))
        x = square.x if "r" in grip else right - side
        y = square.y if "b" in grip else bottom - side
        self.set_square(Square(x, y, side))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, with Shift further; + and - change the size."""
        most = min(self._image.width(), self._image.height())
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = most * (_LONG_STEP if shift else _STEP)
        square = self._square
        moves = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step),
            Qt.Key.Key_Down: (0.0, step),
        }
        if event.key() in moves:
            across, down = moves[Qt.Key(event.key())]
            self.set_square(Square(square.x + across, square.y + down, square.side))
        elif event.text() in ("+", ";", "="):
            self._grow(step)
        elif event.text() == "-":
            self._grow(-step)
        else:
            super().keyPressEvent(event)

    def _grow(self, step: float) -> None:
        square = self._square
        self.set_square(Square(square.x - step / 2, square.y - step / 2, square.side + step))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, the shade around the square, its edge and corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place, shown = self._place(), self._shown()
        painter.drawImage(place, self._image)
        shade = QPainterPath()
        shade.addRect(place)
        inside = QPainterPath()
        inside.addRect(shown)
        painter.fillPath(shade.subtracted(inside), color(tokens.INK, 0.55))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color(tokens.GROUND), 2))
        painter.drawRect(shown)
        painter.setPen(QPen(color(tokens.ACTION), 2))
        painter.setBrush(color(tokens.GROUND))
        half = theme().px(5)
        corners = (shown.topLeft(), shown.topRight(), shown.bottomLeft(), shown.bottomRight())
        for corner in corners:
            painter.drawEllipse(corner, half, half)
        painter.end()
