"""One of the 12 principles in the row of all: number and sign.

Owns its look.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.model import Answer
from servicedesign.tools.project.principles import ANSWER_SIGNS
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.pressable import Pressable

_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -99,
    Qt.Key.Key_End: 99,
}


class PrincipleCell(Pressable):
    """A cell of the row.

    Signals:
        step_asked: how many cells to go on.
    """

    step_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty cell."""
        super().__init__(parent)
        self._number = 0
        self._answer = Answer.UNSET
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_answer(self, number: int, answer: Answer, name: str) -> None:
        """Show number and answer; ``name`` is what a screen reader says."""
        self._number, self._answer = number, answer
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two digits and a sign."""
        return QSize(theme().px(56), theme().px(48))

    def minimumSizeHint(self) -> QSize:
        """Return the least room for them."""
        return QSize(theme().px(48), theme().px(48))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go along the row, Enter opens."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_asked.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, number and sign."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(0, 1, 0, -1), color(tokens.TABLE_GROUND))
        painter.setFont(look.font(bold=True))
        painter.setPen(color(tokens.TEXT))
        digits = str(self._number)
        wide = painter.fontMetrics().horizontalAdvance(digits)
        side, gap = look.px(14), look.px(8)
        left = (self.width() - wide - gap - side) / 2
        place = QRectF(left, 0, wide + 2, self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), digits)
        box = QRectF(left + wide + gap, (self.height() - side) / 2, side, side)
        sign = ANSWER_SIGNS.get(self._answer)
        if sign is not None:
            paint_sign(painter, sign, box, color(tokens.TEXT))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(tokens.EDGE))
            painter.drawEllipse(box.center(), look.px(2), look.px(2))
        painter.end()
