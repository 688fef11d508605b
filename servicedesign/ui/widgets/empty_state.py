"""What stands where nothing is yet: what is missing, what the method says, how to begin.

Owns their arrangement.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton


class EmptyState(QWidget):
    """Left-aligned, without a picture.

    Attributes:
        primary: the button to begin with.
        secondary: the other way, or None.
    """

    def __init__(
        self,
        missing: str,
        method: str,
        primary: PrimaryButton,
        secondary: SecondaryButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``missing`` (20 px), ``method`` (16 px) and one or two buttons."""
        super().__init__(parent)
        look = theme()
        self.primary = primary
        self.secondary = secondary
        box = QVBoxLayout(self)
        box.setContentsMargins(0, look.px(32), 0, look.px(32))
        box.setSpacing(0)
        box.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(PhraseLabel(missing, size=tokens.SECTION_PX, bold=True, wrap=True))
        box.addSpacing(look.px(4))
        text = PhraseLabel(method, size=tokens.CONTENT_PX, wrap=True)
        text.setMaximumWidth(look.px(640))
        box.addWidget(text)
        box.addSpacing(look.px(16))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(primary)
        if secondary is not None:
            row.addWidget(secondary)
        row.addStretch(1)
        box.addLayout(row)
        box.addStretch(1)
