"""The field in which the title card of a cluster is written.

Owns its keys. It is of one size at every zoom; its place is ``written_title``'s. Typing, input
methods and the moment of a commit are ``TypingEdit``'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from servicedesign import tokens
from servicedesign.ui.widgets.typing_edit import TypingEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TitleField(TypingEdit):
    """One line in bold.

    Signals:
        escaped: Esc or Tab was pressed, after the commit.
    """

    escaped = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget) -> None:
        """Make a hidden field named ``name``."""
        super().__init__(
            name,
            single_line=True,
            rule=False,
            size=tokens.CONTENT_PX,
            bold=True,
            placeholder=placeholder,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.hide()

    def flush(self) -> None:
        """Commit what is typed; a field that is not in use has nothing."""
        if self.isVisible():
            super().flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Tab leave; no key is taken from a conversion."""
        if self.composing():
            return
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.flush()
            self.escaped.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Leave Tab to ``keyPressEvent``."""
        return False
