"""What the frozen heads of phases and of lanes share.

Owns dragging a head to another place, and the press on the sign that adds one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from servicedesign import tokens
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.tools.journey.grid.text_lines import Type
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, plain, theme

if TYPE_CHECKING:
    from servicedesign.tools.journey.grid.map_grid import MapGrid


class HeadBase(QWidget):
    """One strip of frozen heads beside the body of ``grid``."""

    def __init__(self, grid: MapGrid) -> None:
        """Make the strip."""
        super().__init__(grid)
        self.grid = grid
        self._pressed: tuple[Spot, QPointF] | None = None
        self._dragged: Spot | None = None
        self._target: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # What a strip says of itself --------------------------------------------------------------

    def needed(self) -> float:
        """Return the height or width it needs, in px at 100 % of the map."""
        raise NotImplementedError

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the head at a point."""
        raise NotImplementedError

    def field_rect(self, spot: Spot) -> QRectF:
        """Return where the words of a head stand in the strip, in px at 100 % of the map."""
        raise NotImplementedError

    def face(self, spot: Spot) -> Type:
        """Return the type a head is set in."""
        raise NotImplementedError

    def adds_at(self, point: QPointF) -> bool:
        """Tell whether a point is on the sign that adds one."""
        raise NotImplementedError

    def add(self, where: QPoint) -> None:
        """Add one."""
        raise NotImplementedError

    def target_at(self, point: QPointF, dragged: Spot) -> int | None:
        """Return the place a dragged head would get at a point, or None for its own."""
        raise NotImplementedError

    def drop(self, dragged: Spot, target: int) -> None:
        """Move a head there."""
        raise NotImplementedError

    def whole_text(self, spot: Spot) -> str:
        """Return what a head says, where it is not shown whole; else nothing."""
        raise NotImplementedError

    # Mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a head, or begin to drag it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.grid.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.adds_at(event.position()):
            self.add(event.globalPosition().toPoint())
            return
        spot = self.spot_at(event.position())
        if spot is not None:
            self.grid.select(spot)
            self._pressed = (spot, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or say what a head says that is not shown whole."""
        if self._pressed is None or self.grid.scene.reading:
            self._tell(event)
            return
        spot, start = self._pressed
        if self._dragged is None:
            moved = (event.position() - start).manhattanLength()
            if moved < QApplication.startDragDistance():
                return
            self._dragged = spot
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._target = self.target_at(event.position(), self._dragged)
        self.update()

    def _tell(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        text = self.whole_text(spot) if spot is not None else ""
        adds = self.adds_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if adds else Qt.CursorShape.ArrowCursor)
        if text:
            QToolTip.showText(event.globalPosition().toPoint(), plain(text), self)
        elif QToolTip.isVisible():
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Move what was dragged."""
        dragged, target = self._dragged, self._target
        self.give_up()
        if dragged is not None and target is not None:
            self.drop(dragged, target)

    def give_up(self) -> None:
        """Drop what is being dragged: the heads are not those any more where it began."""
        self._pressed = self._dragged = self._target = None
        self.unsetCursor()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write a head."""
        spot = self.spot_at(event.position())
        if spot is not None and event.button() is Qt.MouseButton.LeftButton:
            self.grid.select(spot)
            self.grid.writing.begin()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of a head."""
        spot = self.spot_at(QPointF(event.pos()))
        if spot is not None:
            self.grid.setFocus(Qt.FocusReason.MouseFocusReason)
            self.grid.select(spot)
            self.grid.hands().show_menu(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll and zoom as over the body."""
        self.grid.wheelEvent(event)

    # Painting ---------------------------------------------------------------------------------

    def paint_adding(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the sign that adds one."""
        side = theme().px(18) * self.grid.zoom
        middle = rect.center()
        where = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_icon(painter, "mdi6.plus", where, color(tokens.ACTION))

    def dragged(self) -> Spot | None:
        """Return the head that is being dragged."""
        return self._dragged

    def target(self) -> int | None:
        """Return the place it would get."""
        return self._target
