"""A field of several lines that is always as high as its text.

Owns its height. Everything else is ``TypingEdit``.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.typing_edit import INSET, TypingEdit


class TextArea(TypingEdit):
    """Text of any length; the field grows with it and never scrolls by itself."""

    def __init__(
        self,
        name: str,
        *,
        size: int = tokens.CONTENT_PX,
        bold: bool = False,
        rule: bool = False,
        min_lines: int = 1,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a field named ``name`` at least ``min_lines`` high; see ``TypingEdit``."""
        super().__init__(
            name,
            single_line=False,
            rule=rule,
            size=size,
            bold=bold,
            placeholder=placeholder,
            parent=parent,
        )
        self._min_lines = min_lines
        self.setMinimumWidth(theme().px(96 + 2 * INSET))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew and grow or shrink with it."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """Return a width for some twenty characters and the height of the text."""
        return QSize(theme().px(360), self.minimumHeight())

    def _grow(self) -> None:
        look = theme()
        least = self._min_lines * look.pitch(self._size)
        height = max(least, ceil(self.document().size().height())) + 2 * look.px(6)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
