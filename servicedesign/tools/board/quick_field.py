"""The quick-entry field: type, Enter, type, Enter.

Owns that it stays open, empty and ready after each idea. What becomes of an idea is the editor's.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.text_field import TextField


class QuickField(TextField):
    """One line that becomes an idea with Enter.

    Signals:
        entered: the line, cleaned of spaces around it.
        escaped: Esc was pressed.
    """

    entered = Signal(str)
    escaped = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(name, rule=False, placeholder=placeholder, parent=parent)
        self.setFixedHeight(theme().px(44))
        self.setViewportMargins(theme().px(12), theme().px(9), theme().px(12), theme().px(5))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._leaving = False

    def sizeHint(self) -> QSize:
        """Return a width for an idea."""
        return QSize(theme().px(380), theme().px(44))

    def flush(self) -> None:
        """Make an idea of what is typed, so that it is not lost when the project closes."""
        super().flush()
        if not self._leaving:
            self._enter()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is typed where it is: leaving the field finishes no idea."""
        self._leaving = True
        super().focusOutEvent(event)
        self._leaving = False

    def _on_enter(self, event: QKeyEvent) -> None:
        super().flush()
        self._enter()

    def _enter(self) -> None:
        line = self.text().strip()
        if line and not self.composing():
            self.clear()
            self.entered.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the board; what is typed stays."""
        if event.key() == Qt.Key.Key_Escape and not self.composing():
            self.escaped.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _paint_box(self) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(tokens.EDGE), 1))
        painter.setBrush(color(tokens.GROUND))
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(tokens.RADIUS), look.px(tokens.RADIUS))
        painter.end()
