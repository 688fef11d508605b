"""A heading on a rule, and the plain hairline.

Owns their look.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.text_label import TextLabel


class SectionRule(QWidget):
    """A line across; with a ``title`` the title stands on it in 20 px bold."""

    def __init__(
        self,
        title: str = "",
        *,
        strong: bool = False,
        vertical: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Draw a hairline, or a darker line when ``strong`` or titled."""
        super().__init__(parent)
        self._strong = strong or bool(title)
        self._vertical = vertical
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, wide) if vertical else (wide, fixed)))
        if title:
            box = QVBoxLayout(self)
            box.setContentsMargins(0, 0, 0, theme().px(4) + 1)
            box.addWidget(TextLabel(title, size=tokens.SECTION_PX, bold=True))

    def sizeHint(self) -> QSize:
        """Return one pixel, or the height of the title and its line."""
        return super().sizeHint() if self.layout() else QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, sharp at any scale."""
        painter = QPainter(self)
        tone = color(tokens.EDGE if self._strong else tokens.HAIRLINE)
        if self._vertical:
            painter.fillRect(0, 0, 1, self.height(), tone)
        else:
            painter.fillRect(0, self.height() - 1, self.width(), 1, tone)
        painter.end()
