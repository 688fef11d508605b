"""The ring around what has the focus: yellow outside black, one overlay for a window.

Owns where the ring is and how it looks. Qt's style sheets cannot draw outside a control, so
controls leave 5 px around them.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from servicedesign import tokens
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.typing_field import TypingField

NO_RING = "servicedesign_no_ring"
"""Dynamic property of a widget that shows its focus itself."""

FIRST_MS = 50
"""The first ring of a window comes this much later, in ms. Walking up to the window makes PySide
prepare every class it has (20 ms), which the first picture must not wait for."""

_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


@runtime_checkable
class RingPart(Protocol):
    """A widget of which only a part gets the ring."""

    def ring_rect(self) -> QRect:
        """Return that part, in the widget's own coordinates."""
        ...


class FocusRing(QWidget):
    """Lies over ``window`` and lets every click through."""

    def __init__(self, window: QWidget) -> None:
        """Follow the focus inside ``window``."""
        super().__init__(window)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ready = False
        self._waiting = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._ready:
            self._follow(new)
        elif not self._waiting:
            self._waiting = True
            QTimer.singleShot(FIRST_MS, self, self._on_ready)

    def _on_ready(self) -> None:
        self._ready = True
        self._follow(QApplication.focusWidget())

    def _follow(self, new: QWidget | None) -> None:
        self._leave()
        if new is not None and new.window() is self.parent() and self._wanted(new):
            self._target = new
            widget: QWidget | None = new
            while widget is not None and widget is not self.parent():
                widget.installEventFilter(self)
                self._watched.append(widget)
                widget = widget.parentWidget()
        self._place()

    def _wanted(self, widget: QWidget) -> bool:
        if widget.property(NO_RING):
            return False
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        return isinstance(widget, TypingField) or not by_mouse

    def _leave(self) -> None:
        for widget in self._watched:
            if isValid(widget):  # a button of the head may be gone by now
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target when it or anything around it moves."""
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def _place(self) -> None:
        window = self.parentWidget()
        target = self._target
        if target is None or window is None or not target.isVisibleTo(window):
            self.hide()
            return
        room = theme().px(5)
        part = target.ring_rect() if isinstance(target, RingPart) else target.rect()
        inner = QRect(target.mapTo(window, part.topLeft()), part.size())
        seen = self._seen_part(target, window, room)
        outer = inner.adjusted(-room, -room, room, room)
        self.setGeometry(outer)
        hole = inner.adjusted(room, room, -room, -room)
        frame = QRegion(outer).subtracted(QRegion(hole)) & QRegion(seen)
        frame.translate(-outer.topLeft())
        if frame.isEmpty():
            self.hide()
            return
        self.setMask(frame)
        self.raise_()
        self.show()
        self.update()

    def _seen_part(self, target: QWidget, window: QWidget, room: int) -> QRect:
        seen = window.rect()
        widget = target.parentWidget()
        while widget is not None and widget is not window:
            corner = widget.mapTo(window, QPoint(0, 0))
            around = QRect(corner, widget.size())
            # Only what scrolls hides its children; elsewhere the ring may stand out by its room.
            if widget.objectName() == "qt_scrollarea_viewport":
                seen &= around
            else:
                seen &= around.adjusted(-room, -room, room, room)
            widget = widget.parentWidget()
        return seen

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two lines."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.px(tokens.RADIUS)
        room = look.px(5)
        inner = QRectF(self.rect()).adjusted(room, room, -room, -room)
        yellow, black = look.px(3), look.px(2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color(tokens.RING), yellow))
        half = yellow / 2
        painter.drawRoundedRect(
            inner.adjusted(-half, -half, half, half), radius + half, radius + half
        )
        painter.setPen(QPen(color(tokens.INK), black))
        half = black / 2
        painter.drawRoundedRect(
            inner.adjusted(half, half, -half, -half), radius - half, radius - half
        )
        painter.end()
