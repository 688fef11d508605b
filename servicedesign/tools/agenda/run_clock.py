"""The time that a step still has, large, and a bar that empties.

Owns the painting; what is shown is told from outside. Must not ask a clock.
"""

from __future__ import annotations

from math import ceil, floor
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.room.digits import clock_text, digits_width, paint_digits
from servicedesign.ui.room.timer_words import time_words
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.text_label import TextLabel

DIGITS: Final = 96
SMALL: Final = 56
"""Sizes of the digits in px at 100 %."""

_SHARE: Final = 0.875
"""Height that digits take, in their size."""

_BAR: Final = 12


class RunClock(QWidget):
    """Minutes and seconds, a word, and the share of the time that is left."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.t = t
        self._text = ""
        self._share = 0.0
        self._size = DIGITS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._word = TextLabel(size=tokens.SECTION_PX, bold=True, parent=self)

    def show_time(self, left: float, whole: int, *, running: bool, paused: bool) -> None:
        """Show ``left`` seconds of ``whole``; negative says how long it is over."""
        t, over = self.t, left < 0
        seconds = floor(-left) if over else ceil(left)
        self._text = clock_text(seconds, over=over)
        self._share = max(0.0, min(1.0, left / whole)) if whole else 0.0
        word = t("残り") if running else t("予定の長さ")
        if paused:
            word = t("一時停止中")
        elif over:
            word = t("時間をこえています")
        if word != self._word.text():
            self._word.setText(word)
        said = t("{word} {time}", word=word, time=time_words(t, seconds))
        if seconds % 60 == 0 or not self.accessibleName():
            self.setAccessibleName(said)  # a reader of the screen is told each minute
        self._place()
        self.update()

    def set_small(self, small: bool) -> None:
        """Take smaller digits where the view is low."""
        size = SMALL if small else DIGITS
        if size != self._size:
            self._size = size
            self._place()
            self.updateGeometry()

    def _high(self) -> int:
        return theme().px(self._size * _SHARE)

    def text(self) -> str:
        """Return the digits shown."""
        return self._text

    def word(self) -> str:
        """Return the word beside the digits."""
        return self._word.text()

    def sizeHint(self) -> QSize:
        """Return the height of digits and bar."""
        look = theme()
        return QSize(look.px(420), self._high() + look.px(16 + _BAR))

    def minimumSizeHint(self) -> QSize:
        """Return the room for the digits of an hour."""
        look = theme()
        return QSize(look.px(300), self.sizeHint().height())

    def _place(self) -> None:
        look = theme()
        wide = round(digits_width(self._text, look.px(self._size))) + look.px(16)
        pitch = look.pitch(tokens.SECTION_PX)
        bottom = self._high()
        self._word.setGeometry(wide, bottom - pitch, max(0, self.width() - wide), pitch)

    def resizeEvent(self, event: object) -> None:
        """Keep the word beside the digits."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint digits and bar."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(tokens.TEXT))
        base = self._high() - look.px(self._size * 0.0625)
        paint_digits(painter, 0, base, self._text, look.font(self._size, bold=True))
        bar = QRectF(0.5, self._high() + look.px(16) + 0.5, self.width() - 1, look.px(_BAR) - 1)
        painter.setPen(QPen(color(tokens.EDGE), 1))
        painter.setBrush(color(tokens.GROUND))
        painter.drawRect(bar)
        full = QRectF(bar)
        full.setWidth(bar.width() * self._share)
        painter.fillRect(full, color(tokens.TEXT))
        painter.end()
