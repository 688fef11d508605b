"""How much of something, as up to five dots: ●●●○○.

Owns its look and its keys: digits set, arrows move, Backspace empties, Enter goes on. It is one
stop for Tab.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.marks import Sign, paint_sign
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.moving_on import move_on

_DOT = 18
_STEP = 32


class LevelField(QWidget):
    """Dots between the words for least and most.

    Signals:
        level_chosen: the level asked for, from 1, or None. The field changes when ``set_level``
            tells it that the project did.
    """

    level_chosen = Signal(object)

    def __init__(
        self, name: str, *, least: str, most: str, steps: int = 5, parent: QWidget | None = None
    ) -> None:
        """Make a field called ``name``; ``least`` and ``most`` stand at its ends."""
        super().__init__(parent)
        self._steps = steps
        self._ends = (least, most)
        self._level: int | None = None
        self._reading = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(None)

    def level(self) -> int | None:
        """Return the level shown, or None."""
        return self._level

    def set_level(self, level: int | None) -> None:
        """Show ``level``."""
        self._level = level
        shown = f"{level} / {self._steps}" if level else "―"
        self.setAccessibleDescription(f"{self._ends[0]} 1 – {self._steps} {self._ends[1]}: {shown}")
        self.update()

    def set_reading(self, reading: bool) -> None:
        """Take no input in a project that is only read."""
        self._reading = reading

    def _ask(self, level: int | None) -> None:
        if not self._reading and level != self._level:
            self.level_chosen.emit(level)

    def _word_width(self, word: str) -> int:
        return ceil(QFontMetricsF(theme().font()).horizontalAdvance(word)) + 1

    def sizeHint(self) -> QSize:
        """Return the room of the dots and the two words."""
        look = theme()
        words = sum(self._word_width(word) for word in self._ends)
        return QSize(words + look.px(8 + self._steps * _STEP), look.px(38))

    def _left(self) -> int:
        return self._word_width(self._ends[0]) + theme().px(4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits set, left and right move, Backspace and Delete empty, Enter goes on."""
        key = event.key()
        digit = key - Qt.Key.Key_0
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 1 <= digit <= self._steps:
            self._ask(digit)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._ask(min(self._steps, max(1, (self._level or 0) + step)))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_0):
            self._ask(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            move_on(self)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set the level pressed; the level already set is taken away."""
        place = (event.position().x() - self._left()) / theme().px(_STEP)
        level = int(place) + 1
        if place >= 0 and level <= self._steps:
            self._ask(None if level == self._level else level)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the dots."""
        look = theme()
        painter = QPainter(self)
        painter.setFont(look.font())
        painter.setPen(color(tokens.SECOND_TEXT))
        left = self._left()
        flags = int(Qt.AlignmentFlag.AlignVCenter.value)
        painter.drawText(QRectF(0, 0, left, self.height()), flags, self._ends[0])
        side, step = look.px(_DOT), look.px(_STEP)
        for number in range(self._steps):
            x = left + number * step + (step - side) / 2
            box = QRectF(x, (self.height() - side) / 2, side, side)
            sign = Sign.DONE if number < (self._level or 0) else Sign.NONE
            paint_sign(painter, sign, box, color(tokens.TEXT))
        x = left + self._steps * step + look.px(4)
        painter.drawText(QRectF(x, 0, self.width(), self.height()), flags, self._ends[1])
        painter.end()
