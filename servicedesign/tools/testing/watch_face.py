"""The digits of the stopwatch, large.

Owns their painting. It is asked to look again; it has no timer of its own.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.testing.durations import duration_words
from servicedesign.tools.testing.stopwatch import Stopwatch
from servicedesign.ui.room.digits import clock_text, digits_room, paint_digits
from servicedesign.ui.theme import color, theme

_SIZE = 56


class WatchFace(QWidget):
    """Minutes and seconds; blue while it counts, and named for screen readers."""

    def __init__(self, watch: Stopwatch, t: Translator, parent: QWidget | None = None) -> None:
        """Show ``watch``."""
        super().__init__(parent)
        self._watch = watch
        self.t = t
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def digits(self) -> str:
        """Return what is shown."""
        return clock_text(self._watch.seconds())

    def look(self) -> None:
        """Show what the stopwatch says now."""
        words = duration_words(self._watch.seconds(), self.t)
        state = self.t("計っています") if self._watch.running else self.t("止まっています")
        self.setAccessibleName(self.t("{state}：{time}", state=state, time=words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the digits."""
        size = theme().px(_SIZE)
        return QSize(digits_room(self.digits(), size) + 4, round(size * 1.1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the digits."""
        painter = QPainter(self)
        font = theme().font(_SIZE, bold=True)
        painter.setPen(color(tokens.ACTION if self._watch.running else tokens.TEXT))
        paint_digits(painter, 0, font.pixelSize() * 0.95, self.digits(), font)
        painter.end()
