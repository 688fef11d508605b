"""The legend below the graph: three kinds of lines, and what is folded away.

Owns its painting.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme

_LINE = 32


class Legend(QWidget):
    """One line of signs with their words."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Tell the three kinds of lines."""
        super().__init__(parent)
        self.t = t
        self._folded = ""
        self.setFixedHeight(theme().px(44))

    def show_folded(self, words: str) -> None:
        """Say what is folded away; empty when nothing is."""
        self._folded = words
        self.setAccessibleName(words)
        self.setToolTip("")
        self.update()

    def folded(self) -> str:
        """Return what is said of what is folded away."""
        return self._folded

    def sizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(theme().px(400), theme().px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines and the words."""
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dashed = QPen(color(tokens.WARNING), 1.6)
        dashed.setDashPattern([3, 2])
        signs = (
            (QPen(color(tokens.ACTION), look.px(2.4)), self.t("選んだ道筋")),
            (QPen(color(tokens.EDGE), 1.2), self.t("つながっている")),
            (dashed, self.t("切れている")),
        )
        painter.setFont(look.font())
        measure = QFontMetricsF(look.font())
        x, y = 0.0, self.height() / 2
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        for pen, words in signs:
            painter.setPen(pen)
            painter.drawLine(QPointF(x, y), QPointF(x + look.px(_LINE), y))
            x += look.px(_LINE + 8)
            wide = measure.horizontalAdvance(words)
            painter.setPen(color(tokens.SECOND_TEXT))
            painter.drawText(QRectF(x, 0, wide + 4, self.height()), middle, words)
            x += wide + look.px(24)
        room = self.width() - x
        if self._folded and room > look.px(40):
            shown = text_lines(self._folded, look.font(), room, 1)[0]
            painter.drawText(QRectF(x, 0, room, self.height()), middle, shown)
        painter.end()
