"""What keys do to the figure that is chosen on a sketch.

Owns the keys: arrows move (Shift: further), + and - scale, F turns it round, Ctrl+] and Ctrl+[
bring it forward or back, Ctrl+D copies, Delete takes it out. Works only while nothing is typed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from servicedesign.model import Message, Sketch, msg
from servicedesign.ui.sketching import placing
from servicedesign.ui.sketching.sketch_edit import SketchEdit

if TYPE_CHECKING:
    from servicedesign.ui.sketching.surface import SketchSurface

_STEP: Final = 4.0
_FAR_STEP: Final = 20.0
_GROWTH: Final = 1.1
_COPY_APART: Final = 24.0

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class FigureKeys:
    """Works for one surface."""

    def __init__(self, surface: SketchSurface) -> None:
        """Work for ``surface``."""
        self._surface = surface

    def press(self, event: QKeyEvent) -> bool:
        """Take a key; False when it is none of ours or no figure is chosen."""
        if self._surface.chosen() < 0:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if held == _CONTROL:
            return self._with_control(key)
        if held not in (Qt.KeyboardModifier.NoModifier, _SHIFT):
            return False
        if key in _ARROWS:
            dx, dy = _ARROWS[key]
            far = _FAR_STEP if held == _SHIFT else _STEP
            self.move(dx * far, dy * far)
            return True
        return self._sized(event.text()) or self._plain(key)

    def _sized(self, text: str) -> bool:
        if text not in ("+", ";", "=", "-"):
            return False
        self.grow(larger=text != "-")
        return True

    def _plain(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_F:
            self.flip()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        else:
            return False
        return True

    def _with_control(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_BracketRight:
            self.bring(1)
        elif key == Qt.Key.Key_BracketLeft:
            self.bring(-1)
        elif key == Qt.Key.Key_D:
            self.copy()
        else:
            return False
        return True

    def _tell(self, sketch: Sketch, label: Message, merge: str = "") -> None:
        if sketch != self._surface.sketch():
            key = f"{merge}:{sketch.id}:{self._surface.chosen()}" if merge else ""
            self._surface.tell(SketchEdit(sketch, label, key))

    def move(self, dx: float, dy: float) -> None:
        """Move the figure; presses in a row are one step."""
        sketch, number = self._surface.sketch(), self._surface.chosen()
        self._tell(placing.moved(sketch, number, dx, dy), msg("絵の部品を動かす"), "move")

    def grow(self, *, larger: bool) -> None:
        """Make the figure a little larger or smaller; presses in a row are one step."""
        sketch, number = self._surface.sketch(), self._surface.chosen()
        factor = _GROWTH if larger else 1 / _GROWTH
        grown = placing.scaled(sketch, number, sketch.figures[number].scale * factor)
        self._tell(grown, msg("絵の部品の大きさを変える"), "scale")

    def flip(self) -> None:
        """Let the figure look the other way."""
        sketch, number = self._surface.sketch(), self._surface.chosen()
        self._tell(placing.flipped(sketch, number), msg("絵の部品を左右に返す"))

    def bring(self, step: int) -> None:
        """Bring the figure one further to the front, or with -1 to the back."""
        sketch, goal = placing.brought(self._surface.sketch(), self._surface.chosen(), step)
        label = msg("絵の部品を手前へ") if step > 0 else msg("絵の部品を奥へ")
        self._tell(sketch, label)
        self._surface.choose(goal)

    def copy(self) -> None:
        """Put the same figure beside it."""
        sketch, number = self._surface.sketch(), self._surface.chosen()
        if len(sketch.figures) >= placing.MOST_FIGURES:
            return
        more = replace(sketch, figures=(*sketch.figures, sketch.figures[number]))
        more = placing.moved(more, len(more.figures) - 1, _COPY_APART, 0)
        self._tell(more, msg("絵の部品を置く"))
        self._surface.choose(len(more.figures) - 1)

    def remove(self) -> None:
        """Take the figure out."""
        sketch = placing.without(self._surface.sketch(), self._surface.chosen())
        self._surface.choose(-1)
        self._tell(sketch, msg("絵の部品を取る"))

    def word(self, text: str) -> None:
        """Write on the figure; writing on is the same step."""
        sketch, number = self._surface.sketch(), self._surface.chosen()
        self._tell(placing.worded(sketch, number, text), msg("絵の中の言葉を書く"), "words")
