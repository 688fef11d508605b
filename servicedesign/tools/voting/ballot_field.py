"""The field in which the numbers of one ballot are typed: complete numbers become chips.

Owns typing alone: which digits are a number, when it is complete, what Backspace takes back. What
is allowed is asked of whoever owns the ballot, at every key. After a number that was refused no
more is taken until it is changed: who types without looking must not run two numbers together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.tools.voting.ballot_chips import (
    INSET,
    LINE,
    TYPED_PX,
    Laid,
    kept_height,
    lay_chips,
    paint_chip,
)
from servicedesign.tools.voting.target_line import TargetLine
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.button_base import ButtonBase

Check = Callable[[Sequence[str], str], str]
"""Takes the numbers of the chips and what is being typed, and says what is wrong, or nothing."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TYPING = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_PARTING = frozenset(" \t\n\r,.、。・;/+-ー－―")
_MOST_TYPED = 6


class BallotField(QWidget):
    """Chips, the number being typed, and at the right the button that hands the ballot in.

    Signals:
        changed: chips or digits changed.
        entered: Enter was pressed and nothing is wrong.
        other_asked: -1 for the ballot before, 1 for the one after.
    """

    changed = Signal()
    entered = Signal()
    other_asked = Signal(int)

    def __init__(self, check: Check, button: ButtonBase, parent: QWidget | None = None) -> None:
        """Make an empty field with ``button`` in it."""
        super().__init__(parent)
        self._check = check
        self._button = button
        self._lines: Mapping[str, TargetLine] = {}
        self._takes_letters = False
        self._stuck = False
        self._most = 1
        self._numbers: list[str] = []
        self._typed = ""
        self._preedit = ""
        self._wrong = ""
        self._caret = True
        button.setParent(self)
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._on_blink)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        # Digits need no conversion: with the input method on, a space would convert them.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # What stands in it ------------------------------------------------------------------------

    def set_lines(self, lines: Mapping[str, TargetLine]) -> None:
        """Show chips with the words of ``lines`` from now on."""
        self._lines = lines
        self._takes_letters = any(not label.isdecimal() for label in lines)
        self._judge()

    def set_numbers(self, numbers: Sequence[str], typed: str = "") -> None:
        """Show another ballot."""
        self._stuck = False
        self._numbers = list(numbers)
        self._typed = typed
        self._judge()
        self.changed.emit()

    def set_most(self, most: int) -> None:
        """Keep room for ``most`` numbers, so that nothing below moves while they are typed."""
        self._most = most
        self.updateGeometry()

    def numbers(self) -> tuple[str, ...]:
        """Return the numbers that are complete."""
        return tuple(self._numbers)

    def typed(self) -> str:
        """Return the digits of the number that is not complete yet."""
        return self._typed

    def error(self) -> str:
        """Return what is wrong, or empty."""
        return self._wrong

    def take_error(self, sentence: str) -> None:
        """Show that handing in was refused."""
        self._wrong = sentence
        self.update()

    def add(self, label: str) -> None:
        """Add a number that was chosen otherwise; what is being typed is given up for it."""
        self._stuck = False
        self._typed = label
        self._complete()
        self.changed.emit()

    def feed(self, text: str) -> None:
        """Take ``text`` as if it were typed; full-width digits and separators are taken too."""
        for letter in unicodedata.normalize("NFKC", text):
            if self._stuck:
                QApplication.beep()
            elif letter in _PARTING:
                self._complete()
            elif letter.isdecimal():
                self._typed = f"{self._typed}{unicodedata.decimal(letter)}"[:_MOST_TYPED]
            elif self._takes_letters and letter.isascii() and letter.isalpha():
                self._typed = f"{self._typed}{letter.upper()}"[:_MOST_TYPED]
        if not self._stuck:
            self._judge()
        self.changed.emit()

    def take_back(self) -> None:
        """Take back the last digit, or the last number when none is being typed."""
        self._stuck = False
        if self._typed:
            self._typed = self._typed[:-1]
        elif self._numbers:
            self._numbers.pop()
        self._judge()
        self.changed.emit()

    def finish(self) -> None:
        """Complete what is typed and, when nothing is wrong, tell that the ballot is ready."""
        self._complete()
        self.changed.emit()
        if not self._typed and not self._wrong:
            self.entered.emit()

    def _complete(self) -> None:
        if not self._typed:
            return
        label = str(int(self._typed)) if self._typed.isdecimal() else self._typed
        self._wrong = self._check([*self._numbers, label], "")
        self._stuck = bool(self._wrong)
        if self._stuck:
            self.update()
            return
        self._numbers.append(label)
        self._typed = ""
        self._judge()

    def _judge(self) -> None:
        self._wrong = self._check(self._numbers, self._typed)
        self._caret = True
        self.updateGeometry()
        self.update()

    # What every typed field has ---------------------------------------------------------------

    def composing(self) -> bool:
        """Tell whether an input method is in the middle of a conversion."""
        return bool(self._preedit)

    def flush(self) -> None:
        """Take in an unfinished conversion; a ballot is handed in by Enter alone."""
        if self._preedit:
            QGuiApplication.inputMethod().commit()
            rest, self._preedit = self._preedit, ""
            if rest:
                self.feed(rest)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method gives all the same."""
        self._preedit = event.preeditString()
        if event.commitString():
            self.feed(event.commitString())
        self.update()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep all keys for a conversion."""
        if event.type() == QEvent.Type.ShortcutOverride and self.composing():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and separators write, Enter hands in, Backspace takes back, ↑↓ go elsewhere."""
        if self.composing():
            return
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.feed(QGuiApplication.clipboard().text()[:400])
        elif event.modifiers() & ~_TYPING or not self._take_key(key, event):
            super().keyPressEvent(event)

    def _take_key(self, key: int, event: QKeyEvent) -> bool:
        """Carry out a key that is held alone; False for one that means nothing here."""
        if key in _ENTER:
            if not event.isAutoRepeat():
                self.finish()
        elif key == Qt.Key.Key_Backspace:
            self.take_back()
        elif key in _STEPS:
            self.other_asked.emit(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape and self._typed:
            self._stuck, self._typed = False, ""
            self._judge()
            self.changed.emit()
        elif event.text() and event.text().isprintable():
            self.feed(event.text())
        else:
            return False
        return True

    # Looks ------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Tell that many numbers need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height for all chips at ``width`` px."""
        kept = kept_height(self._most, self._right(width))
        return max(kept, ceil(self._laid_out(width).bottom()))

    def _right(self, width: int) -> int:
        """Return where chips end, in px."""
        return width - theme().px(2 * INSET) - self._button.sizeHint().width()

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), theme().px(320))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for the button and one number."""
        look = theme()
        return QSize(self._button.sizeHint().width() + look.px(160), self.sizeHint().height())

    def _laid_out(self, width: int) -> Laid:
        """Return the places of the chips, and of the number being typed."""
        none = TargetLine("", "", "", "")
        lines = [self._lines.get(label, replace(none, label=label)) for label in self._numbers]
        return lay_chips(lines, self._typed + self._preedit, self._right(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right of the last line."""
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        look = theme()
        size = self._button.sizeHint()
        left = self.width() - size.width() - look.px(INSET)
        top = self.height() - look.px(8) - (look.px(LINE) + size.height()) / 2
        self._button.setGeometry(QRect(QPoint(left, round(top)), size))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the caret blink."""
        super().focusInEvent(event)
        self._caret = True
        self._blink.start(max(0, QGuiApplication.styleHints().cursorFlashTime() // 2) or 500)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the caret away."""
        super().focusOutEvent(event)
        self._blink.stop()
        self.update()

    def _on_blink(self) -> None:
        if QGuiApplication.styleHints().cursorFlashTime() > 0:
            self._caret = not self._caret
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the chips and what is being typed."""
        self._place_button()
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = tokens.ERROR if self._wrong else tokens.EDGE
        thick = look.px(2) if self._wrong else 1
        painter.setPen(QPen(color(tone), thick))
        painter.setBrush(color(tokens.GROUND))
        half = thick / 2
        radius = look.px(tokens.RADIUS)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )
        laid = self._laid_out(self.width())
        for line, spot in laid.chips:
            paint_chip(painter, line, spot)
        self._paint_typed(painter, laid.typed)
        painter.end()

    def _paint_typed(self, painter: QPainter, place: QRectF) -> None:
        look = theme()
        font = look.font(TYPED_PX)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(color(tokens.TEXT))
        left = place.left() + look.px(4)
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        words = self._typed + self._preedit
        painter.drawText(
            QRectF(left, place.top(), place.width() + 4, place.height()), middle, words
        )
        end = left + metrics.horizontalAdvance(words)
        if self._preedit:
            start = left + metrics.horizontalAdvance(self._typed)
            base = place.center().y() + look.px(15)
            painter.fillRect(QRectF(start, base, end - start, look.px(1)), color(tokens.TEXT))
        if self.hasFocus() and self._caret:
            high = look.px(30)
            bar = QRectF(end + look.px(1), place.center().y() - high / 2, look.px(2), high)
            painter.fillRect(bar, color(tokens.INK))
