"""Where the canvas looks and how large: panning, zooming to a point, fitting.

Owns the mapping of the view onto the board, kept in Qt's own transform and scroll bars, so that
everything that asks a QGraphicsView is answered. Must not know what is shown.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from servicedesign.ui.canvas.stops import limited, next_stop

REACH: Final = 30_000_000.0
"""The board ends this far from its origin, in board units: beyond every place a note can have."""
_AROUND: Final = 32
"""Room left around what is fitted, in px."""


class Camera(QGraphicsView):
    """A view that can be moved over the board without end.

    Signals:
        moved: it looks elsewhere or at another scale.
        zoomed: the scale changed.
    """

    moved = Signal()
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Look at the origin at 100 %."""
        super().__init__(parent)
        self._scale = 1.0
        self._flowing = False
        self._covered = QMargins()
        scene = QGraphicsScene(self)
        scene.setSceneRect(-REACH, -REACH, 2 * REACH, 2 * REACH)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self._put(0, 0)

    # Reading ----------------------------------------------------------------------------------

    def scale_now(self) -> float:
        """Return px to a board unit: 1 at 100 %."""
        return self._scale

    def to_board(self, point: QPointF) -> QPointF:
        """Return the place on the board under a point of the view."""
        x, y = self._origin()
        return QPointF((point.x() - x) / self._scale, (point.y() - y) / self._scale)

    def to_view(self, point: QPointF) -> QPointF:
        """Return the point of the view where a place on the board is seen."""
        x, y = self._origin()
        return QPointF(point.x() * self._scale + x, point.y() * self._scale + y)

    def rect_to_view(self, rect: QRectF) -> QRectF:
        """Return where a rectangle of the board is seen."""
        corner = self.to_view(rect.topLeft())
        return QRectF(
            corner.x(), corner.y(), rect.width() * self._scale, rect.height() * self._scale
        )

    def seen(self) -> QRectF:
        """Return what is in view, in board units."""
        corner = self.to_board(QPointF(0, 0))
        size = self.viewport().size()
        return QRectF(
            corner.x(), corner.y(), size.width() / self._scale, size.height() / self._scale
        )

    def free(self) -> QRectF:
        """Return the part of the view that no bar covers, in px of the view."""
        return QRectF(self.viewport().rect().marginsRemoved(self._covered))

    def _origin(self) -> tuple[int, int]:
        return -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()

    # Moving -----------------------------------------------------------------------------------

    def set_covered(self, margins: QMargins) -> None:
        """Say which margins of the view bars lie over, in px."""
        self._covered = margins

    def pan(self, dx: float, dy: float) -> None:
        """Move what is seen by ``dx``, ``dy`` px: to the right, down."""
        x, y = self._origin()
        self._put(x + round(dx), y + round(dy))
        self.moved.emit()

    def zoom_to(
        self, scale: float, around: QPointF | None = None, *, flowing: bool = False
    ) -> None:
        """Set the scale; the place under ``around`` (or the middle of the view) stays there.

        ``flowing`` says that more will follow at once, as from a wheel or two fingers.
        """
        scale = limited(scale)
        if scale == self._scale:
            return
        self._flowing = flowing
        point = self.free().center() if around is None else around
        place = self.to_board(point)
        self._scale = scale
        self._turn(scale)
        self._put(round(point.x() - place.x() * scale), round(point.y() - place.y() * scale))
        self.zoomed.emit()
        self.moved.emit()

    def zoom_step(self, step: int, around: QPointF | None = None) -> None:
        """Go to the next stop of the zoom (1) or the one before (-1)."""
        self.zoom_to(next_stop(self._scale, step), around)

    def fit(self, rect: QRectF, *, most: float = 1.0) -> None:
        """Show all of ``rect`` at ``most`` this scale, in the middle of what is free."""
        if rect.isNull():
            return
        free = self.free()
        width = max(1.0, free.width() - 2 * _AROUND)
        height = max(1.0, free.height() - 2 * _AROUND)
        scale = min(width / max(rect.width(), 1), height / max(rect.height(), 1), most)
        self.zoom_to(scale)
        self.centre(rect.center())

    def centre(self, place: QPointF) -> None:
        """Bring ``place`` into the middle of what is free."""
        middle = self.free().center() - self.to_view(place)
        self.pan(middle.x(), middle.y())

    def reveal_rect(self, rect: QRectF, room: float = 24.0) -> None:
        """Pan as little as it takes to see ``rect`` (board units) with ``room`` px around it."""
        seen = self.rect_to_view(rect).adjusted(-room, -room, room, room)
        free = self.free()
        dx = _least_move(seen.left(), seen.right(), free.left(), free.right())
        dy = _least_move(seen.top(), seen.bottom(), free.top(), free.bottom())
        if dx or dy:
            self.pan(dx, dy)

    def _put(self, x: int, y: int) -> None:
        self.horizontalScrollBar().setValue(-x)
        self.verticalScrollBar().setValue(-y)
        self._ask()

    def _turn(self, scale: float) -> None:
        """Give Qt the scale without its asking for the whole view: ``_ask`` knows what is seen."""
        off = Qt.WidgetAttribute.WA_UpdatesDisabled
        before = self.viewport().testAttribute(off)  # so it is while a stack turns its pages
        self.viewport().setAttribute(off)
        self.setTransform(QTransform.fromScale(scale, scale))
        self.viewport().setAttribute(off, on=before)

    def _ask(self) -> None:
        """Ask for a new frame."""
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move nothing: the next frame copies what it has."""


def _least_move(low: float, high: float, least: float, most: float) -> float:
    if high - low > most - least or low < least:
        return least - low
    return most - high if high > most else 0.0
