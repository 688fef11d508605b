"""The large digits of the timer panel; they take the keys that set a time.

Owns reading keys: digits are minutes (full width too), arrows step. Must not start anything.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.room.digits import digits_room, paint_digits
from servicedesign.ui.theme import color, theme

SIZE: Final = 40
"""Of the digits, in px at 100 %."""
INSET: Final = 12
"""Left of the digits, in px at 100 %: as wide as in a field."""
MOST_MINUTES: Final = 999
_WIDEST: Final = "+000:00"
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_FAR: Final = 5


class TimerSetting(QWidget):
    """Shows a time and a word below it.

    Signals:
        typed: minutes as typed so far, 1 to 999; 0 when all digits were taken back.
        stepped: minutes to add, or to take away when negative.
        entered: Enter was pressed.
    """

    typed = Signal(int)
    stepped = Signal(int)
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a display called ``name`` for screen readers."""
        super().__init__(parent)
        self._digits = ""
        self._word = ""
        self._buffer = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Off: with a Japanese input method on, digits would begin a conversion here.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_time(self, digits: str, word: str) -> None:
        """Show ``digits`` and what they are."""
        if (digits, word) != (self._digits, self._word):
            self._digits, self._word = digits, word
            self.update()

    def digits(self) -> str:
        """Return the digits shown."""
        return self._digits

    def forget(self) -> None:
        """Let the next digit begin a new number."""
        self._buffer = ""

    def sizeHint(self) -> QSize:
        """Return room for the widest time, and the word below."""
        look = theme()
        wide = digits_room(_WIDEST, look.px(SIZE)) + look.px(INSET)
        return QSize(wide, look.px(SIZE + 12) + look.pitch(14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, Backspace, arrows and Enter; leave all else."""
        shift = Qt.KeyboardModifier.ShiftModifier
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = _digit(event.text())
        if event.key() in _STEPS and held in (Qt.KeyboardModifier.NoModifier, shift):
            self.forget()
            self.stepped.emit(_STEPS[Qt.Key(event.key())] * (_FAR if held == shift else 1))
        elif event.key() in _ENTER and not held:
            self.forget()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and self._buffer:
            self._take(self._buffer[:-1])
        elif digit and not held & ~shift:
            self._take((self._buffer + digit)[-3:] if len(self._buffer) < 3 else digit)
        else:
            super().keyPressEvent(event)

    def _take(self, digits: str) -> None:
        self._buffer = digits.lstrip("0")
        self.typed.emit(int(self._buffer or "0"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Begin anew when one comes back."""
        super().focusOutEvent(event)
        self.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint digits and word from the left."""
        look = theme()
        painter = QPainter(self)
        painter.setPen(color(tokens.TEXT))
        size = look.px(SIZE)
        left = look.px(INSET)
        paint_digits(painter, left, size, self._digits, look.font(SIZE, bold=True))
        painter.setFont(look.font())
        painter.setPen(color(tokens.SECOND_TEXT))
        line = self.rect()
        line.setTop(self.height() - look.pitch(14) - look.px(4))
        line.setHeight(look.pitch(14))
        line.setLeft(left)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, int(flags.value), self._word)
        painter.end()


def _digit(text: str) -> str:
    """Return the digit that a key wrote, made half width, or an empty text."""
    plain = unicodedata.normalize("NFKC", text)
    return plain if len(plain) == 1 and plain.isascii() and plain.isdigit() else ""
