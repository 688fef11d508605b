"""Warnings about a sheet, each with the amber sign, on white.

Owns their look; hidden where there are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model.method import Progress
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.text_label import TextLabel


class NoticeList(QWidget):
    """A few sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        look = theme()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(look.px(24), look.px(8), look.px(16), look.px(8))
        self._box.setSpacing(look.px(4))
        self._shown: tuple[str, ...] = ()
        self.hide()

    def notices(self) -> tuple[str, ...]:
        """Return the sentences shown."""
        return self._shown

    def show_notices(self, sentences: Sequence[str]) -> None:
        """Show ``sentences`` instead of those before."""
        if tuple(sentences) == self._shown:
            return
        self._shown = tuple(sentences)
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in self._shown:
            label = TextLabel(sentence, wrap=True)
            label.setContentsMargins(theme().px(26), 0, 0, 0)
            self._box.addWidget(label)
        self.setVisible(bool(self._shown))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint white, a line above and a sign before each sentence."""
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.GROUND))
        painter.fillRect(0, 0, self.width(), 1, color(tokens.HAIRLINE))
        side = look.px(16)
        for number in range(self._box.count()):
            item = self._box.itemAt(number)
            if item is not None:
                top = item.geometry().top() + look.px(3)
                box = QRectF(look.px(24), top, side, side)
                paint_sign(painter, Progress.LOOK, box, color(tokens.WARNING))
        painter.end()
