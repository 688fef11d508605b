"""A field of a note that is typed while listening: Enter says that it is done.

Owns where the keys lead; where that is, is the sheet's.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.ui.widgets.text_area import TextArea

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryField(TextArea):
    """Text of any length; Ctrl+Enter is a new line.

    Signals:
        ended: Enter was pressed, after the commit.
        touched: something was typed, or an input method began.
        below_asked: down was pressed while nothing is written.
        move_asked: -1 or 1: this entry is to go up or down.
    """

    ended = Signal()
    touched = Signal()
    below_asked = Signal()
    move_asked = Signal(int)

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        bold: bool = False,
        size: int = tokens.CONTENT_PX,
        parent: QWidget | None = None,
    ) -> None:
        """Make a field named ``name``."""
        super().__init__(name, placeholder=placeholder, bold=bold, size=size, parent=parent)
        self.textChanged.connect(self.touched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends; Alt with up or down moves the entry; the rest is any field's."""
        if self.composing():
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in _ENTER and not modifiers:
            self.flush()
            self.ended.emit()
        elif event.key() in steps and modifiers == Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Down and not modifiers and not self.text():
            self.below_asked.emit()
        else:
            super().keyPressEvent(event)
