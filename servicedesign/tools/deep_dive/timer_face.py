"""How long a group still has, in large digits.

Owns their painting. The timer is the room's one timer.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.room.digits import clock_text, digits_room, paint_digits
from servicedesign.ui.room.timer import RoomTimer, TimerState
from servicedesign.ui.room.timer_words import state_words
from servicedesign.ui.theme import color, theme

_SIZE = 56


class TimerFace(QWidget):
    """Digits; red once the time is over, with a plus before them."""

    def __init__(self, timer: RoomTimer, t: Translator, parent: QWidget | None = None) -> None:
        """Show ``timer`` from now on."""
        super().__init__(parent)
        self._timer = timer
        self.t = t
        self._waiting = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        timer.ticked.connect(self._on_tick)
        timer.state_changed.connect(self._on_tick)

    def show_waiting(self, seconds: int) -> None:
        """Show ``seconds`` while the timer is idle."""
        self._waiting = seconds
        self._on_tick()

    def digits(self) -> str:
        """Return what is shown."""
        if self._timer.state is TimerState.IDLE:
            return clock_text(self._waiting)
        over = self._timer.state is TimerState.OVER
        return clock_text(self._timer.seconds_shown, over=over)

    def _on_tick(self) -> None:
        self.setAccessibleName(state_words(self.t, self._timer))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the digits."""
        size = theme().px(_SIZE)
        return QSize(digits_room(self.digits(), size) + 4, round(size * 1.1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the digits."""
        look = theme()
        painter = QPainter(self)
        font = look.font(_SIZE, bold=True)
        over = self._timer.state is TimerState.OVER
        painter.setPen(color(tokens.ERROR if over else tokens.TEXT))
        paint_digits(painter, 0, font.pixelSize() * 0.95, self.digits(), font)
        painter.end()
