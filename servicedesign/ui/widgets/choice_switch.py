"""One of a few answers, all in sight.

Owns its look and its keys: 1–4 choose, arrows move. It is one stop for Tab.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.marks import Sign, paint_sign
from servicedesign.ui.theme import color, theme


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer.

    Attributes:
        value: what it stands for.
        label: its word in the reader's language.
        sign: its mark, or None.
        icon: an ``mdi6.`` name that stands where a mark would, or empty.
    """

    value: str
    label: str
    sign: Sign | None = None
    icon: str = ""


def _mark(choice: Choice) -> int:
    """Return the width of its mark or icon with the gap behind it, in px at 100 %."""
    if choice.sign:
        return 14 + 6
    return 20 + 6 if choice.icon else 0


class ChoiceSwitch(QWidget):
    """Answers side by side; one or none is chosen.

    Signals:
        chosen: the value asked for; the switch shows it at once.
        pointed: the pointer pressed an answer, the one in use too.
    """

    chosen = Signal(str)
    pointed = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice],
        *,
        value: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a switch called ``name`` for screen readers."""
        super().__init__(parent)
        self._choices = tuple(choices)
        self._value = value
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    def value(self) -> str | None:
        """Return the value shown, or None."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Show ``value`` without a signal."""
        self._value = value
        self._tell()
        self.update()

    def choose(self, number: int) -> None:
        """Choose the answer at ``number`` (from 0), if there is one."""
        if 0 <= number < len(self._choices) and self.isEnabled():
            value = self._choices[number].value
            if value != self._value:
                self.set_value(value)
                self.chosen.emit(value)

    def _tell(self) -> None:
        labels = [c.label for c in self._choices if c.value == self._value]
        self.setAccessibleDescription(labels[0] if labels else "")

    def _index(self) -> int:
        values = [c.value for c in self._choices]
        return values.index(self._value) if self._value in values else -1

    def _widths(self) -> list[int]:
        look = theme()
        metrics = QFontMetricsF(look.font(bold=True))
        return [
            ceil(metrics.horizontalAdvance(c.label)) + look.px(_mark(c)) + look.px(20)
            for c in self._choices
        ]

    def sizeHint(self) -> QSize:
        """Return the size of all answers with the bold width of each."""
        return QSize(sum(self._widths()) + 2, theme().px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; left and right move the choice."""
        digit = event.key() - Qt.Key.Key_1
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if 0 <= digit < len(self._choices):
                self.choose(digit)
                return
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                self.choose(min(len(self._choices) - 1, max(0, self._index() + step)))
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the answer under the pointer."""
        x = event.position().x()
        left = 1.0
        for number, width in enumerate(self._widths()):
            if left <= x < left + width and self.rect().contains(event.position().toPoint()):
                self.choose(number)
                self.pointed.emit()
                return
            left += width

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the answers in it."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = look.px(tokens.RADIUS)
        outline = QPainterPath()
        outline.addRoundedRect(frame, radius, radius)
        painter.fillPath(outline, color(tokens.GROUND))
        left = 1.0
        for number, width in enumerate(self._widths()):
            cell = QRectF(left, 0, width, self.height())
            self._paint_choice(painter, outline, cell, self._choices[number])
            if number:
                painter.setPen(QPen(color(tokens.HAIRLINE), 1))
                x = round(left) + 0.5
                painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
            left += width
        painter.strokePath(outline, QPen(color(tokens.EDGE), 1))
        painter.end()

    def _paint_choice(
        self, painter: QPainter, outline: QPainterPath, cell: QRectF, choice: Choice
    ) -> None:
        look = theme()
        current = choice.value == self._value
        if current:
            part = QPainterPath()
            part.addRect(cell)
            painter.fillPath(outline.intersected(part), color(tokens.TINT))
        tone = color(tokens.ACTION if current else tokens.TEXT)
        font = look.font(bold=current)
        text_width = QFontMetricsF(font).horizontalAdvance(choice.label)
        mark = look.px(_mark(choice))
        side = mark - look.px(6)
        x = cell.left() + (cell.width() - mark - text_width) / 2
        if choice.sign:
            place = QRectF(x, (self.height() - side) / 2, side, side)
            paint_sign(painter, choice.sign, place, tone)
        elif choice.icon:
            place = QRectF(x, (self.height() - side) / 2, side, side)
            paint_icon(painter, choice.icon, place, tone)
        painter.setFont(font)
        painter.setPen(tone)
        box = QRectF(x + mark, 0, text_width + 2, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), choice.label)
