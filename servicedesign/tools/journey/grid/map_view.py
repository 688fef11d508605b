"""The frame of a map on screen: body, frozen heads, scroll bars, zoom.

Owns how large the map is shown and which part of it is in sight. Must not know the cursor.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.journey.contents import MapContents
from servicedesign.tools.journey.grid import sizes
from servicedesign.tools.journey.grid.head_base import HeadBase
from servicedesign.tools.journey.grid.scene import MapScene
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import color, theme

_MOST_ROUNDS = 3
"""How often a layout may be done again because of a scroll bar."""

_AROUND = 24
"""Room in px that stays around what is scrolled into sight."""


class MapView(QAbstractScrollArea):
    """A map that can be scrolled and zoomed.

    Attributes:
        t: the translator.
        scene: the map laid out.
        zoom: 1.0 is 100 %.
        phase_heads: the frozen heads above.
        lane_heads: the frozen heads at the left.

    Signals:
        zoomed: the map is shown larger or smaller.
    """

    zoomed = Signal()

    phase_heads: HeadBase
    lane_heads: HeadBase

    _laying = False
    """Whether a layout is under way: what moves in it is no reason for another."""

    _ready = False
    """Whether all parts are there: Qt sends events to a view that is still being made."""

    def __init__(
        self, contents: MapContents, t: Translator, *, reading: bool, parent: QWidget | None
    ) -> None:
        """Frame ``contents``."""
        super().__init__(parent)
        self.t = t
        self.scene = MapScene(contents, t, reading=reading)
        self.zoom = 1.0
        self._wide: float | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty(NO_RING, True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setMouseTracking(True)
        self._corner = _Corner(self)
        end = QWidget()
        end.setObjectName("qt_map_end")
        end.setStyleSheet(f"background: {tokens.GROUND}")
        self.setCornerWidget(end)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._settle_one)

    def set_heads(self, phase_heads: HeadBase, lane_heads: HeadBase) -> None:
        """Put the frozen heads in."""
        self.phase_heads, self.lane_heads = phase_heads, lane_heads
        self._corner.raise_()

    def after_layout(self) -> None:
        """Put what else stands over the body where it belongs now."""

    # Layout -----------------------------------------------------------------------------------

    def lay_out(self) -> None:
        """Give every part its place and its range."""
        if not self._ready or self._laying:
            return
        self._laying = True
        try:
            for _ in range(_MOST_ROUNDS):
                if self._lay_out_once():
                    break
        finally:
            self._laying = False
        self.after_layout()
        self.update_all()
        if self.scene.unsettled() is not None:
            self._idle.start()

    def _lay_out_once(self) -> bool:
        """Lay out for the room there is; False when a scroll bar came or went and changed it."""
        self._share_width()
        left = round(self.scene.lane_head * self.zoom)
        top = round(self.phase_heads.needed() * self.zoom)
        self.setViewportMargins(left, top, 0, 0)
        room = self.viewport().size()
        bar = self.verticalScrollBar().value()
        start = bar / self.zoom
        self.scene.settle(start, start + room.height() / self.zoom)
        self._set_range(self.horizontalScrollBar(), self.scene.width, room.width())
        self._set_range(self.verticalScrollBar(), self.scene.body_height, room.height())
        self.phase_heads.setGeometry(left, 0, room.width(), top)
        self.lane_heads.setGeometry(0, top, left, room.height())
        self._corner.setGeometry(0, 0, left, top)
        return self.viewport().size() == room and self.verticalScrollBar().value() == bar

    def update_all(self) -> None:
        """Paint everything anew."""
        self.viewport().update()
        self.phase_heads.update()
        self.lane_heads.update()

    def _share_width(self) -> None:
        look = theme()
        count = len(self.scene.contents.columns)
        if not count:
            return
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - self.scene.lane_head - self.scene.adding
        least, most = look.px(sizes.LEAST_COLUMN), look.px(sizes.MOST_COLUMN)
        shared = float(max(least, min(most, room // count)))
        self.scene.set_column(self._wide or shared)

    def _set_range(self, bar: QScrollBar, whole: float, room: int) -> None:
        bar.setRange(0, max(0, round(whole * self.zoom) - room))
        bar.setPageStep(room)
        bar.setSingleStep(theme().px(40))

    def _settle_one(self) -> None:
        """Lay out one more row that was never in sight; what is in sight stays where it is."""
        row = self.scene.unsettled()
        if row is None:
            self._idle.stop()
            return
        bar = self.verticalScrollBar()
        above = self.scene.top(row) * self.zoom < bar.value()
        before = self.scene.top(row + 1)
        self.scene.height(row)
        moved = round((self.scene.top(row + 1) - before) * self.zoom)
        self._set_range(bar, self.scene.body_height, self.viewport().height())
        if above and moved:
            bar.setValue(bar.value() + moved)
        if moved:
            self.after_layout()
            self.update_all()

    # Zoom -------------------------------------------------------------------------------------

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Show the map at ``zoom``; the point ``at`` of the viewport stays where it is."""
        self._set_zoom(zoom, None if zoom >= 1.0 else self._wide, at)

    def _set_zoom(self, zoom: float, column: float | None, at: QPointF | None = None) -> None:
        before, self.zoom = self.zoom, zoom
        self._wide = column
        at = at or QPointF(0, 0)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        x, y = (across.value() + at.x()) / before, (down.value() + at.y()) / before
        self.lay_out()
        across.setValue(round(x * zoom - at.x()))
        down.setValue(round(y * zoom - at.y()))
        self.zoomed.emit()

    def step_zoom(self, side: int, at: QPointF | None = None) -> None:
        """Show the map one step larger (1) or smaller (−1)."""
        if side > 0:
            wanted = next((z for z in sizes.ZOOMS if z > self.zoom + 0.01), sizes.ZOOMS[-1])
        else:
            smaller = (z for z in reversed(sizes.ZOOMS) if z < self.zoom - 0.01)
            wanted = next(smaller, min(self.zoom, sizes.ZOOMS[0]))
        self.set_zoom(wanted, at)

    def fitting_zoom(self) -> tuple[float, float]:
        """Return the zoom at which the whole map is in sight, and the width of its columns then.

        Where the map is rather high than wide, wider columns make it lower.
        """
        best = (self._fitting(), self.scene.column)
        count = max(1, len(self.scene.contents.columns))
        most = theme().px(sizes.MOST_COLUMN)
        for _ in range(2):
            room = self.width() / best[0] - self.scene.lane_head - self.scene.adding
            wider = float(min(most, (best[1] + room / count) / 2))
            if wider < best[1] + 8:
                break
            self.scene.set_column(wider)
            found = self._fitting()
            if found <= best[0]:
                break
            best = (found, wider)
        return best

    def _fitting(self) -> float:
        self.scene.settle_all()
        bar = self.verticalScrollBar().sizeHint().width() + 2
        across = self.scene.lane_head + self.scene.width
        down = self.phase_heads.needed() + self.scene.body_height
        wanted = min((self.width() - bar) / across, (self.height() - bar) / max(1.0, down))
        return max(sizes.LEAST_FIT, min(wanted, sizes.ZOOMS[-1]))

    def fit(self, zoom: float, column: float) -> None:
        """Show the whole map at ``zoom`` with columns ``column`` wide, from its beginning."""
        self._set_zoom(zoom, column)
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)

    # Places -----------------------------------------------------------------------------------

    def to_view(self, rect: QRectF) -> QRectF:
        """Return where a part of the scene stands in the viewport, on whole pixels."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        left, top = round(rect.left() * self.zoom), round(rect.top() * self.zoom)
        right, bottom = round(rect.right() * self.zoom), round(rect.bottom() * self.zoom)
        return QRectF(left - across, top - down, right - left, bottom - top)

    def to_scene(self, painter: QPainter, x: float, y: float) -> None:
        """Let a painter of the viewport paint in the scene's px from a place of it."""
        corner = self.to_view(QRectF(x, y, 0, 0))
        painter.translate(corner.topLeft())
        painter.scale(self.zoom, self.zoom)

    def scene_point(self, point: QPointF) -> QPointF:
        """Return the place of the scene at a point of the viewport."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF((point.x() + across) / self.zoom, (point.y() + down) / self.zoom)

    def columns_in(self, area: QRect) -> range:
        """Return the columns in a part of the viewport."""
        count = len(self.scene.contents.columns)
        first = self.scene_point(QPointF(area.topLeft())).x() // self.scene.column
        last = self.scene_point(QPointF(area.bottomRight())).x() // self.scene.column
        return range(max(0, int(first)), max(0, min(count, int(last) + 1)))

    def rows_in(self, area: QRect) -> range:
        """Return the rows in a part of the viewport."""
        count = len(self.scene.contents.lanes)
        first = self.scene.row_at(self.scene_point(QPointF(area.topLeft())).y())
        last = self.scene.row_at(self.scene_point(QPointF(area.bottomRight())).y())
        return range(first, min(count, last + 1))

    def show_rect(self, rect: QRectF, *, across: bool = True, down: bool = True) -> None:
        """Scroll until a part of the scene is in sight, its beginning before its end."""
        self.scene.settle(rect.top(), rect.bottom())
        room = self.viewport().size()
        around = theme().px(_AROUND)
        for wanted, bar, start, end, size in (
            (across, self.horizontalScrollBar(), rect.left(), rect.right(), room.width()),
            (down, self.verticalScrollBar(), rect.top(), rect.bottom(), room.height()),
        ):
            if not wanted:
                continue
            low, high = round(start * self.zoom), round(end * self.zoom)
            if high + around > bar.value() + size:
                bar.setValue(high + around - size)
            if low - around < bar.value():
                bar.setValue(low - around)

    # Qt's own hooks ---------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lay out what comes into sight."""
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        self.lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer with Ctrl, go sideways with Shift."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = self.viewport().mapFrom(self, event.position().toPoint())
            self.step_zoom(1 if turned.y() > 0 else -1, QPointF(at))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (turned.y() or turned.x()))
        else:
            across, down = self.horizontalScrollBar(), self.verticalScrollBar()
            across.setValue(across.value() - turned.x())
            down.setValue(down.value() - turned.y())
        event.accept()


class _Corner(QWidget):
    """The corner over the lanes and beside the phases."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.GROUND))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), color(tokens.EDGE))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.EDGE))
        painter.end()
