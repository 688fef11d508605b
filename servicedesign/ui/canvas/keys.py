"""The keys that every canvas has: Space, Tab, arrows, Esc, and those of looking around.

Owns these keys. Letters are taken only while the canvas itself has the keyboard, which it has
only while nothing is typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from servicedesign.ui.canvas.order import Stop, find_stop, nearest_stop, stop_after

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView

STEP: Final = 8.0
"""How far an arrow moves notes, in board units."""
FAR_STEP: Final = 40.0
"""How far it moves them with Shift."""

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TOOLS: Final = {Qt.Key.Key_V: "select", Qt.Key.Key_H: "hand", Qt.Key.Key_L: "lasso"}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_PAN_PX: Final = 96.0


class CanvasKeys:
    """Works for one canvas."""

    def __init__(self, view: CanvasView) -> None:
        """Work for ``view``."""
        self._view = view
        self._space = False

    def space_held(self) -> bool:
        """Tell whether Space is held."""
        return self._space

    def forget(self) -> None:
        """Forget that a key is held: the keyboard has gone elsewhere."""
        self._space = False

    def press(self, event: QKeyEvent) -> bool:
        """Take a key; False when it is none of ours."""
        held = event.modifiers() & ~_KEYPAD
        if event.key() in _ARROWS:
            return self._arrow(Qt.Key(event.key()), held)
        if held == _SHIFT:
            return self._shifted(event)
        if held != _NONE:
            return False
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = True
                self._view.show_cursor()
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self._leave()
        if event.key() in _TOOLS:
            self._view.set_tool(_TOOLS[Qt.Key(event.key())])
            return True
        return False

    def release(self, event: QKeyEvent) -> bool:
        """Take the end of a key."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        self._space = False
        self._view.show_cursor()
        return True

    def step(self, step: int) -> bool:
        """Go to the next note or head, or to the one before; False when it stands at none."""
        view = self._view
        if find_stop(view.contents, view.selection.focus()) is None:
            return False
        stop = stop_after(view.contents, view.selection.focus(), step)
        return stop is not None and self._go(stop)

    def _go(self, stop: Stop) -> bool:
        view = self._view
        view.selection.choose([stop.id])
        view.selection.set_focus(stop.id)
        view.reveal_rect(stop.rect())
        return True

    def _shifted(self, event: QKeyEvent) -> bool:
        """Shift+1 all, Shift+2 what is chosen: told by the key or by the sign it writes."""
        if event.key() in (Qt.Key.Key_1, Qt.Key.Key_Exclam):
            self._view.fit(self._view.contents.bounds())
            self._view.whole_asked.emit()  # whoever holds the canvas may know of more
            return True
        if event.key() in (Qt.Key.Key_2, Qt.Key.Key_QuoteDbl, Qt.Key.Key_At):
            self._view.fit(self._view.contents.bounds(self._view.selection.ids()))
            return True
        return False

    def _leave(self) -> bool:
        """Esc calls off the gesture, then the tool, then the choice, then the focus."""
        view = self._view
        if view.call_off():
            return True
        if view.tool() != "select":
            view.set_tool("select")
        elif len(view.selection):
            view.selection.clear()
        elif view.selection.focus():
            view.selection.set_focus("")
        else:
            return False
        return True

    def _arrow(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        dx, dy = _ARROWS[key]
        view = self._view
        if held == _ALT:
            return self._go_towards(dx, dy)
        if held not in (_NONE, _SHIFT):
            return False
        if len(view.selection):
            far = FAR_STEP if held == _SHIFT else STEP
            view.nudged.emit(dx * far, dy * far)
        else:
            view.pan(-dx * _PAN_PX, -dy * _PAN_PX)
        return True

    def _go_towards(self, dx: int, dy: int) -> bool:
        view = self._view
        current = find_stop(view.contents, view.selection.focus())
        if current is None:
            first = stop_after(view.contents, "", 1)
            return first is None or self._go(first)
        stop = nearest_stop(view.contents, current, dx, dy)
        return stop is None or self._go(stop)
