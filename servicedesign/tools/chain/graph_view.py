"""The graph on screen: walked by arrows, zoomed, told to screen readers.

Owns mouse, wheel and keys; it changes no record: where someone wants to go is a signal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from servicedesign import tokens
from servicedesign.tools.chain.graph_painter import (
    HEAD,
    ROW,
    Picture,
    node_rect,
    paint_heads,
    paint_picture,
)
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import color, theme

LEAST_ZOOM: Final = 0.4
MOST_ZOOM: Final = 2.5
_STEP: Final = 1.2
_LEAST_WIDTH: Final = 7 * 104
"""Width under which the columns scroll sideways, px at 100 %."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GraphView(QAbstractScrollArea):
    """The picture with its keys.

    Signals:
        chosen: the id of the record that is now in use.
        opened: the id of a record to go to.
        next_gap_asked: the next gap is wanted.
    """

    chosen = Signal(str)
    opened = Signal(str)
    next_gap_asked = Signal()

    def __init__(self, name: str, say: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Show nothing; ``say`` returns what is said of a record's node."""
        super().__init__(parent)
        self._say = say
        self._picture = Picture()
        self._zoom = 1.0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setProperty(NO_RING, True)
        self.viewport().setAutoFillBackground(False)

    # Showing ----------------------------------------------------------------------------------

    def show_picture(self, picture: Picture) -> None:
        """Show ``picture`` and bring its current node into view."""
        moved = picture.current != self._picture.current
        self._picture = picture
        self._fit_bars()
        if moved:
            self._bring()
        self._tell()
        self.viewport().update()

    def picture(self) -> Picture:
        """Return what is shown."""
        return self._picture

    def zoom(self) -> float:
        """Return the enlargement; 1 fills the width."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Enlarge or make smaller; the current node stays in view."""
        self._zoom = min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        self._fit_bars()
        self._bring()
        self.viewport().update()

    def zoom_by(self, steps: int) -> None:
        """Enlarge by a step, or make smaller."""
        self.set_zoom(self._zoom * _STEP**steps)

    def fit_all(self) -> None:
        """Make everything visible at once, if it can still be seen."""
        high = self._picture.rows() * theme().px(ROW) + theme().px(HEAD)
        wide = self._width() / max(1, self.viewport().width())
        self.set_zoom(min(1.0 / max(1.0, wide), self.viewport().height() / max(1.0, high)))

    def _width(self) -> float:
        """Return the width of the picture before it is enlarged; smaller ones use the room."""
        room = self.viewport().width() / min(1.0, self._zoom)
        return max(room, float(theme().px(_LEAST_WIDTH)))

    def _fit_bars(self) -> None:
        view = self.viewport()
        high = (self._picture.rows() * theme().px(ROW) + theme().px(HEAD)) * self._zoom
        wide = self._width() * self._zoom
        for bar, whole, room in (
            (self.verticalScrollBar(), high, view.height()),
            (self.horizontalScrollBar(), wide, view.width()),
        ):
            bar.setRange(0, max(0, round(whole - room)))
            bar.setPageStep(room)
            bar.setSingleStep(theme().px(40))

    def rect_of(self, node_id: str) -> QRectF:
        """Return where a node lies in the viewport."""
        rect = node_rect(self._picture, node_id, self._width())
        zoom, top = self._zoom, theme().px(HEAD)
        x = rect.x() * zoom - self.horizontalScrollBar().value()
        y = (rect.y() + top) * zoom - self.verticalScrollBar().value()
        return QRectF(x, y, rect.width() * zoom, rect.height() * zoom)

    def _bring(self) -> None:
        if self._picture.current not in self._picture.nodes:
            return
        rect, view, edge = self.rect_of(self._picture.current), self.viewport(), theme().px(16)
        top = theme().px(HEAD) * self._zoom + edge
        for bar, low, high, least, most in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), top, view.height() - edge),
            (self.horizontalScrollBar(), rect.left(), rect.right(), 0.0, float(view.width())),
        ):
            if low < least:
                bar.setValue(round(bar.value() + low - least))
            elif high > most:
                bar.setValue(round(bar.value() + high - most))

    def _tell(self) -> None:
        current = self._picture.current
        said = self._say(current) if current else ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            if self.hasFocus() and QAccessible.isActive():
                event = QAccessible.Event.DescriptionChanged
                QAccessible.updateAccessibility(QAccessibleEvent(self, event))

    # Events -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the bars to the room; what is in use stays in view, from the top if it can."""
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(0)
        self._fit_bars()
        self._bring()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, and the heads over what scrolls below them."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), color(tokens.GROUND))
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        look, width = theme(), self._width()
        painter.save()
        painter.translate(-x, -y)
        painter.scale(self._zoom, self._zoom)
        painter.translate(0, look.px(HEAD))
        paint_picture(painter, self._picture, width, focused=self.hasFocus())
        painter.restore()
        head = QRectF(0, 0, self.viewport().width(), look.px(HEAD - 7) * self._zoom)
        painter.fillRect(head, color(tokens.GROUND))
        painter.translate(-x, 0)
        painter.scale(self._zoom, self._zoom)
        paint_heads(painter, self._picture, 0.0, width)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the current node."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _at(self, place: QPointF) -> str:
        return next((one for one in self._picture.nodes if self.rect_of(one).contains(place)), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the node under the pointer."""
        node = self._at(event.position())
        if node:
            self.chosen.emit(node)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the record of the node under the pointer."""
        node = self._at(event.position())
        if node:
            self.opened.emit(node)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl enlarge."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, N goes to the next gap, Enter to the record."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        ways: Mapping[int, Callable[[], str]] = {
            Qt.Key.Key_Left: lambda: self._beside(-1),
            Qt.Key.Key_Right: lambda: self._beside(1),
            Qt.Key.Key_Up: lambda: self._in_column(-1),
            Qt.Key.Key_Down: lambda: self._in_column(1),
            Qt.Key.Key_Home: lambda: self._in_column(-10_000),
            Qt.Key.Key_End: lambda: self._in_column(10_000),
        }
        if event.key() in ways:
            self._choose(ways[event.key()]())
        elif event.key() == Qt.Key.Key_N:
            self.next_gap_asked.emit()
        elif event.key() in _ENTER and self._picture.current:
            self.opened.emit(self._picture.current)
        else:
            event.ignore()

    def _choose(self, node_id: str) -> None:
        if node_id and node_id != self._picture.current:
            self.chosen.emit(node_id)

    def _beside(self, side: int) -> str:
        """Return the nearest node that the current one follows from, or that follows from it."""
        nodes, current = self._picture.nodes, self._picture.current
        if current not in nodes:
            return next(iter(nodes), "")
        near = [
            pair[0 if side < 0 else 1]
            for pair in self._picture.edges
            if pair[1 if side < 0 else 0] == current
        ]
        row = nodes[current].row
        ranked = sorted(
            near, key=lambda one: (one not in self._picture.way, abs(nodes[one].row - row))
        )
        return next(iter(ranked), "")

    def _in_column(self, by: int) -> str:
        nodes, current = self._picture.nodes, self._picture.current
        if current not in nodes:
            return next(iter(nodes), "")
        column = nodes[current].column
        here = sorted((one for one in nodes if nodes[one].column == column),
                      key=lambda one: nodes[one].row)  # fmt: skip
        return here[min(len(here) - 1, max(0, here.index(current) + by))]
