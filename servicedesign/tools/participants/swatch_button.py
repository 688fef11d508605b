"""The colour and the symbol of a group, pressed to choose others.

Owns its look.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign.ui.sticky_marks import paint_sticky_mark
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.pressable import Pressable


class SwatchButton(Pressable):
    """A square of 24 px in a place of 32."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a swatch named ``name``."""
        super().__init__(parent)
        self._colour = "cream"
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_colour(self, colour: str) -> None:
        """Show ``colour``, a key of ``tokens.STICKIES``."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a target."""
        return QSize(theme().px(32), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the swatch."""
        painter = QPainter(self)
        inset = theme().px(4)
        paint_sticky_mark(
            painter, self._colour, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        )
        painter.end()
