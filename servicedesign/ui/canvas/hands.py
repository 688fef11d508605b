"""Mouse, finger, pen and wheel on a canvas: which gesture they begin, follow and end.

Owns the way from Qt's events to gestures, and palm rejection: while a pen is in use, and for a
moment after, fingers and the ball of a hand do nothing. Must not know what a gesture does.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QMouseEvent,
    QNativeGestureEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)

from servicedesign.ui.canvas.gestures.gesture import By, Gesture, Press
from servicedesign.ui.canvas.pinch import Pinch

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView

PALM_SECONDS: Final = 0.8
"""So long after the pen was last near, touches are a palm."""
_NOTCH: Final = 120.0
"""What Qt tells of one notch of a wheel."""
_NOTCH_PX: Final = 96.0
"""How far one notch pans."""


class Hands:
    """Works for one canvas."""

    def __init__(self, view: CanvasView) -> None:
        """Work for ``view``."""
        self._view = view
        self._gesture: Gesture | None = None
        self._by = By.MOUSE
        self._pinch: Pinch | None = None
        self._pen_at = -PALM_SECONDS
        self._pen_down = False
        self._last: Press | None = None
        self._handlers: dict[QEvent.Type, Callable[..., bool]] = {
            QEvent.Type.MouseButtonPress: self._on_press,
            QEvent.Type.MouseMove: self._on_move,
            QEvent.Type.MouseButtonRelease: self._on_release,
            QEvent.Type.MouseButtonDblClick: self._on_double,
            QEvent.Type.Wheel: self._on_wheel,
            QEvent.Type.NativeGesture: self._on_native,
            QEvent.Type.TouchBegin: self._on_touch,
            QEvent.Type.TouchUpdate: self._on_touch,
            QEvent.Type.TouchEnd: self._on_touch,
            QEvent.Type.TouchCancel: self._on_touch,
            QEvent.Type.TabletPress: self._on_pen,
            QEvent.Type.TabletMove: self._on_pen,
            QEvent.Type.TabletRelease: self._on_pen,
        }

    def handle(self, event: QEvent) -> bool:
        """Take an event of the view's viewport; False when it is none of ours."""
        handler = self._handlers.get(event.type())
        if handler is None or not handler(event):
            return False
        event.accept()
        return True

    def gesture(self) -> Gesture | None:
        """Return the gesture under way."""
        return self._gesture

    def busy(self) -> bool:
        """Tell whether a gesture is under way."""
        return self._gesture is not None or self._pinch is not None

    def call_off(self) -> bool:
        """Call the gesture off; False when there is none."""
        gesture, self._gesture = self._gesture, None
        if gesture is None:
            return False
        gesture.cancel()
        self._view.show_cursor()
        return True

    # One pointer ------------------------------------------------------------------------------

    def _press(
        self,
        point: QPointF,
        modifiers: Qt.KeyboardModifier,
        button: Qt.MouseButton,
        by: By,
        pressure: float = 0.5,
    ) -> Press:
        place = self._view.to_board(point)
        entry = self._view.contents.at(place.x(), place.y())
        press = Press(point, place, entry, modifiers, button, by, pressure)
        self._last = press
        return press

    def last(self) -> Press | None:
        """Return where a pointer was last."""
        return self._last

    def _begin(self, press: Press) -> None:
        self.call_off()
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._by = press.by
        self._gesture = self._view.start(press)
        if self._gesture is not None and self._gesture.cursor is not None:
            self._view.viewport().setCursor(self._gesture.cursor)

    def _go_on(self, press: Press) -> None:
        if self._gesture is not None:
            self._gesture.move(press)

    def _end(self, press: Press) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.move(press)
            gesture.finish(press)
        self._view.show_cursor()

    # Mouse ------------------------------------------------------------------------------------

    def _of_mouse(self, event: QMouseEvent, button: Qt.MouseButton) -> Press:
        return self._press(event.position(), event.modifiers(), button, By.MOUSE)

    def _on_press(self, event: QMouseEvent) -> bool:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return False
        if self._is_palm(event):
            return True
        self._begin(self._of_mouse(event, event.button()))
        return True

    def _on_move(self, event: QMouseEvent) -> bool:
        press = self._of_mouse(event, Qt.MouseButton.NoButton)
        if self._by is By.MOUSE:
            self._go_on(press)
        return True

    def _on_release(self, event: QMouseEvent) -> bool:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return False
        if self._gesture is None or self._by is not By.MOUSE:
            return True
        self._end(self._of_mouse(event, event.button()))
        return True

    def _on_double(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self.call_off()
        self._view.opened(self._of_mouse(event, event.button()))
        return True

    def _is_palm(self, event: QMouseEvent | QTouchEvent) -> bool:
        """Tell whether a touch, or the mouse event made of one, is a palm beside a pen."""
        touched = event.deviceType() == event.device().DeviceType.TouchScreen
        near = self._pen_down or time.monotonic() - self._pen_at < PALM_SECONDS
        return touched and near

    # Wheel and touch pad ----------------------------------------------------------------------

    def _on_wheel(self, event: QWheelEvent) -> bool:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = (turned.y() or turned.x()) / _NOTCH
            scale = self._view.scale_now() * 1.2**steps
            self._view.zoom_to(scale, event.position(), flowing=True)
            return True
        exact = event.pixelDelta()
        if exact.isNull():
            dx, dy = turned.x() / _NOTCH * _NOTCH_PX, turned.y() / _NOTCH * _NOTCH_PX
        else:
            dx, dy = float(exact.x()), float(exact.y())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
            dx, dy = dy, 0.0
        self._view.pan(dx, dy)
        return True

    def _on_native(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        scale = self._view.scale_now() * (1 + event.value())
        self._view.zoom_to(scale, event.position(), flowing=True)
        return True

    # Fingers and pen --------------------------------------------------------------------------

    def _on_touch(self, event: QTouchEvent) -> bool:
        if self._is_palm(event):
            return True
        points = event.points()
        if event.type() == QEvent.Type.TouchCancel:
            self._pinch = None
            self.call_off()
            return True
        if len(points) >= 2:
            self.call_off()
            first, second = points[0].position(), points[1].position()
            if self._pinch is None:
                self._pinch = Pinch(self._view, first, second)
            else:
                self._pinch.follow(first, second)
            if event.type() == QEvent.Type.TouchEnd:
                self._pinch = None
            return True
        return self._one_finger(event, points[0].position())

    def _one_finger(self, event: QTouchEvent, point: QPointF) -> bool:
        press = self._press(point, event.modifiers(), Qt.MouseButton.LeftButton, By.TOUCH)
        if event.type() == QEvent.Type.TouchEnd:
            if self._pinch is None:
                self._end(press)
            self._pinch = None
        elif self._pinch is not None:
            pass  # the finger that stays after two does nothing more
        elif event.type() == QEvent.Type.TouchBegin:
            self._begin(press)
        else:
            self._go_on(press)
        return True

    def _on_pen(self, event: QTabletEvent) -> bool:
        self._pen_at = time.monotonic()
        press = self._press(
            event.position(),
            event.modifiers(),
            Qt.MouseButton.LeftButton,
            By.PEN,
            event.pressure(),
        )
        if event.type() == QEvent.Type.TabletPress:
            self._pen_down = True
            self._begin(press)
        elif event.type() == QEvent.Type.TabletRelease:
            self._pen_down = False
            self._end(press)
        else:
            self._go_on(press)
        return True
