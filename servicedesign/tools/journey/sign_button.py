"""A button that shows a mark of a card and turns it.

Owns its look: the sign as on the card, its word, its key; the sign and the word alone where it is
only read.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.quiet_button import QuietButton

PaintSign = Callable[[QPainter, QRectF], None]
"""Paints a sign into a square."""

_NO_ICON = " "
"""Keeps the room of an icon, and paints none."""


class SignButton(QuietButton):
    """A quiet button whose icon is painted by ``set_sign``."""

    def __init__(self, label: str, *, key: str = "", parent: QWidget | None = None) -> None:
        """Make a button without a sign."""
        self._said = label
        self._paint_sign: PaintSign | None = None
        self._state_only = False
        super().__init__(label, key=key, icon=_NO_ICON, parent=parent)

    def set_sign(self, label: str, said: str, paint: PaintSign) -> None:
        """Show a sign with its word; ``said`` is the name for screen readers."""
        self._said = said
        self._paint_sign = paint
        self.set_label(label)

    def set_reading(self, reason: str) -> None:
        """Show a state that is only read, because of ``reason``; empty lets it be turned again."""
        self._state_only = bool(reason)
        self.set_usable(reason)

    def _ink(self) -> str:
        return tokens.TEXT if self._state_only else super()._ink()

    def _name_it(self) -> None:
        super()._name_it()
        self.setAccessibleName(self._said)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint label and key, then the sign where the icon stands."""
        super().paintEvent(event)
        if self._paint_sign is None:
            return
        parts = self._parts()
        gap = theme().px(8)
        x = self._start(sum(width for _, width in parts) + gap * max(0, len(parts) - 1))
        side = theme().px(16)
        left = x + (parts[0][1] - side) / 2
        painter = QPainter(self)
        self._paint_sign(painter, QRectF(left, (self.height() - side) / 2, side, side))
        painter.end()
