"""One source to be read and gone to: its words, what the team made of it, where it comes from.

Owns its look.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.source_quote import SourceQuote
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.pressable import Pressable

_PAD = 10
_LEFT = 34
_TEXT_LINES = 4
_NOTE_LINES = 2


class SourceRow(Pressable):
    """A row that leads to its source; ``clicked`` is Qt's own signal.

    Signals:
        step_asked: -1 or 1: go to the row before or after.
        leave_asked: Esc was pressed.
    """

    step_asked = Signal(int)
    leave_asked = Signal()

    def __init__(self, quote: SourceQuote, hint: str, parent: QWidget | None = None) -> None:
        """Show ``quote``; ``hint`` says where a press leads."""
        super().__init__(parent)
        self.quote = quote
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(quote.spoken)
        self.setAccessibleDescription(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit(theme().px(380))

    def _lines(self, width: int) -> tuple[list[str], list[str]]:
        look = theme()
        room = width - look.px(_LEFT + _PAD)
        font = look.font()
        return (
            text_lines(self.quote.text, font, room, _TEXT_LINES),
            text_lines(self.quote.note, font, room, _NOTE_LINES) if self.quote.note else [],
        )

    def height_in(self, width: int) -> int:
        """Return the height in px of the row when it is ``width`` px wide."""
        look = theme()
        text, note = self._lines(width)
        return (len(text) + len(note) + 1) * look.pitch(tokens.BASE_PX) + 2 * look.px(8)

    def _fit(self, width: int) -> None:
        self.setFixedHeight(self.height_in(width))

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        width = theme().px(380)
        return QSize(width, self.height_in(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words need."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from row to row, Esc goes back."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.step_asked.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, words and facts."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), color(tokens.TINT))
        side = look.px(18)
        icon = QRectF(look.px(_PAD), look.px(8 + 2), side, side)
        paint_icon(painter, self.quote.words.icon, icon, color(tokens.SECOND_TEXT))
        painter.setFont(look.font())
        metrics = QFontMetricsF(painter.font())
        pitch = look.pitch(tokens.BASE_PX)
        y = look.px(8) + (pitch - metrics.height()) / 2 + metrics.ascent()
        text, note = self._lines(self.width())
        for lines, tone in ((text, tokens.TEXT), (note, tokens.SECOND_TEXT)):
            painter.setPen(color(tone))
            for line in lines:
                painter.drawText(QPointF(look.px(_LEFT), y), line)
                y += pitch
        room = self.width() - look.px(_LEFT + _PAD)
        facts = metrics.elidedText(self.quote.facts, Qt.TextElideMode.ElideRight, room)
        painter.setPen(color(tokens.SECOND_TEXT))
        painter.drawText(QPointF(look.px(_LEFT), y), facts)
        painter.end()
