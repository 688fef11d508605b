"""What all dialogs share: a title, room, a row of buttons at the bottom right.

Owns the arrangement and the keys Enter and Esc.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.ui.focus_ring import FocusRing
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.button_base import ButtonBase
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.text_label import TextLabel


class BaseDialog(QDialog):
    """A dialog with a heading.

    Attributes:
        body: where a subclass puts its content.
    """

    def __init__(self, title: str, parent: QWidget | None, *, width: int = 560) -> None:
        """Make an empty dialog ``width`` px wide (at 100 %)."""
        super().__init__(parent)
        look = theme()
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(look.px(width))
        whole = QVBoxLayout(self)
        margin = look.px(24)
        whole.setContentsMargins(margin, margin, margin, margin)
        whole.setSpacing(look.px(16))
        whole.addWidget(TextLabel(title, size=tokens.SECTION_PX, bold=True, wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(12))
        whole.addLayout(self.body, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(look.px(12))
        self._row.addStretch(1)
        whole.addLayout(self._row)
        self._ring = FocusRing(self)
        self._primary: PrimaryButton | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as wrapped sentences need at this width."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the primary button with Enter, when no field or other button took the key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._primary is not None:
            self._primary.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def add_button(self, button: ButtonBase, *, closes: bool = False, left: bool = False) -> None:
        """Add ``button`` at the bottom; with ``closes`` it cancels the dialog."""
        if left:
            self._row.insertWidget(0, button)
        else:
            self._row.addWidget(button)
        if isinstance(button, PrimaryButton):
            self._primary = button
        if closes:
            button.clicked.connect(self.reject)
