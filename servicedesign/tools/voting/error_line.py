"""One line below a field: red when something is wrong, else what is being typed means.

Owns its look.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.text_label import TextLabel

_INSET = 28


class ErrorLine(QWidget):
    """A sentence; an icon stands before one that says what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line, as high as a full one."""
        super().__init__(parent)
        self._wrong = False
        look = theme()
        self._label = TextLabel(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, 0)
        row.addWidget(self._label)
        self.setMinimumHeight(look.pitch(tokens.BASE_PX) + look.px(4))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()

    def wrong(self) -> bool:
        """Tell whether the sentence says what is wrong."""
        return self._wrong

    def say(self, sentence: str, *, wrong: bool) -> None:
        """Show ``sentence``."""
        if (sentence, wrong) == (self._label.text(), self._wrong):
            return
        self._wrong = wrong and bool(sentence)
        self._label.set_look(bold=self._wrong, tone=tokens.ERROR if wrong else tokens.SECOND_TEXT)
        self._label.setText(sentence)
        inset = theme().px(_INSET) if self._wrong else 0
        self._label.setContentsMargins(inset, 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        if not self._wrong:
            return
        look = theme()
        painter = QPainter(self)
        place = QRectF(0, look.px(4 + 1), look.px(20), look.px(20))
        paint_icon(painter, "mdi6.alert-circle-outline", place, color(tokens.ERROR))
        painter.end()
