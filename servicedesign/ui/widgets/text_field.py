"""A field of one line.

Owns its height. Everything else is ``TypingEdit``.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.typing_edit import INSET, TypingEdit


class TextField(TypingEdit):
    """One line of text on a rule; a pasted line end becomes a space."""

    def __init__(
        self,
        name: str,
        *,
        size: int = tokens.CONTENT_PX,
        bold: bool = False,
        rule: bool = True,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a field named ``name``; see ``TypingEdit``."""
        super().__init__(
            name,
            single_line=True,
            rule=rule,
            size=size,
            bold=bold,
            placeholder=placeholder,
            parent=parent,
        )
        look = theme()
        self.setFixedHeight(look.pitch(size) + 2 * look.px(6))
        self.setMinimumWidth(look.px(48 + 2 * INSET))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show ``text`` from a refresh, from its beginning where nobody is typing."""
        super().set_text(text)
        if not self.hasFocus() and self.textCursor().position():
            start = self.textCursor()
            start.setPosition(0)
            self.setTextCursor(start)

    def sizeHint(self) -> QSize:
        """Return a width for some ten characters and the fixed height."""
        return QSize(theme().px(200), self.minimumHeight())
