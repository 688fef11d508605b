"""The line of pace: how many ideas came in twenty minutes, on the way to thirty.

Owns its painting. It never warns: quantity is asked for gently (report ch. 7 §2(2)).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.board.pace import Pace
from servicedesign.tools.board.rules import IDEAS, MINUTES
from servicedesign.ui.theme import color, theme

_STEP = 5
_NUMBER = 40
_WORDS = 20


class PaceLine(QWidget):
    """Number, line with marks, and all ideas of the board."""

    def __init__(self, t: Translator) -> None:
        """Show no ideas."""
        super().__init__()
        self.t = t
        self._pace = Pace(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_pace(self, pace: Pace) -> None:
        """Show how many ideas there are."""
        if pace != self._pace:
            self._pace = pace
            self._tell()
            self.update()

    def pace(self) -> Pace:
        """Return what is shown."""
        return self._pace

    def _tell(self) -> None:
        t = self.t
        self.setAccessibleName(
            t("この{minutes}分で{recent}案。{minutes}分で{aim}案が目安。ぜんぶで{total}案",
              minutes=MINUTES, recent=self._pace.recent, aim=IDEAS, total=self._pace.total)
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        """Return the height of number and line."""
        return QSize(theme().px(720), theme().px(72))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(theme().px(480), theme().px(72))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words, line and marks."""
        t, look = self.t, theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._paint_count(painter, 0.0, t("この{n}分で", n=MINUTES), self._pace.recent)
        total = t("ぜんぶで{n}案", n=self._pace.total)
        font = look.font(_WORDS)
        wide = QFontMetricsF(font).horizontalAdvance(total)
        painter.setFont(font)
        painter.setPen(color(tokens.TEXT))
        right = self.width() - wide
        painter.drawText(QRectF(right, 0, wide + 2, look.px(52)), _MIDDLE, total)
        self._paint_line(painter, left + look.px(28), right - look.px(44))
        painter.end()

    def _paint_count(self, painter: QPainter, x: float, before: str, count: int) -> float:
        """Paint the number with the words around it; return the x behind it."""
        look = theme()
        small, large = look.font(_WORDS), look.font(_NUMBER, bold=True)
        unit = self.t.context("pace line", "案")
        for words, font, gap in ((before, small, 8), (str(count), large, 4), (unit, small, 0)):
            painter.setFont(font)
            painter.setPen(color(tokens.TEXT))
            wide = QFontMetricsF(font).horizontalAdvance(words)
            painter.drawText(QRectF(x, 0, wide + 2, look.px(52)), _MIDDLE, words)
            x += wide + look.px(gap)
        return x

    def _paint_line(self, painter: QPainter, first: float, last: float) -> None:
        look = theme()
        y = look.px(26)
        share = min(1.0, self._pace.recent / IDEAS)
        painter.setPen(QPen(color(tokens.EDGE), look.px(2)))
        painter.drawLine(QPointF(first, y), QPointF(last, y))
        painter.setPen(QPen(color(tokens.TEXT), look.px(6)))
        if share:
            painter.drawLine(QPointF(first, y), QPointF(first + (last - first) * share, y))
        radius = float(look.px(7))
        font = look.font(tokens.CONTENT_PX)
        for number in range(0, IDEAS + 1, _STEP):
            x = first + (last - first) * number / IDEAS
            reached = 0 < number <= self._pace.recent
            painter.setPen(QPen(color(tokens.TEXT if reached else tokens.EDGE), look.px(2)))
            painter.setBrush(color(tokens.TEXT if reached else tokens.GROUND))
            painter.drawEllipse(QPointF(x, y), radius, radius)
            _under(painter, x, y + radius + look.px(4), str(number), font)


_MIDDLE = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value)


def _under(painter: QPainter, x: float, y: float, words: str, font: QFont) -> None:
    look = theme()
    painter.setFont(font)
    painter.setPen(color(tokens.SECOND_TEXT))
    place = QRectF(x - look.px(40), y, look.px(80), look.pitch(tokens.CONTENT_PX))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter.value), words)
