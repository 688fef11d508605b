"""A line under the top bar for what one must know of this file all the time.

Owns its look; hidden where there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel


class Banner(QWidget):
    """White with an amber sign and a line below, at most one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty banner."""
        super().__init__(parent)
        look = theme()
        self._label = TextLabel(wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.px(48), look.px(6), look.px(16), look.px(6))
        self._row.addWidget(self._label, 1)
        self._button: SecondaryButton | None = None
        self.hide()

    def text(self) -> str:
        """Return what the banner says, or empty."""
        return self._label.text()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Say ``sentences``, one a line; with none the banner goes."""
        self._label.setText("\n".join(sentences))
        self.setAccessibleName(self._label.text())
        self.setVisible(bool(sentences))

    def offer(self, label: str, run: Callable[[], object]) -> None:
        """Add a button, instead of the one before."""
        if self._button is not None:
            self._button.hide()
            self._button.deleteLater()
        self._button = SecondaryButton(label)
        self._button.clicked.connect(lambda _=False: run())
        self._row.addWidget(self._button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, sign and line."""
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.GROUND))
        side = look.px(20)
        place = QRectF(look.px(16), (self.height() - side) / 2, side, side)
        paint_icon(painter, "mdi6.alert", place, color(tokens.WARNING))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.WARNING))
        painter.end()
