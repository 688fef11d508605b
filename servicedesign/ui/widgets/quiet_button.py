"""A button of text and icon alone.

Owns its look alone.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.ui.widgets.button_base import ButtonBase, ButtonLook


class QuietButton(ButtonBase):
    """No ground and no edge until pointed at; ``blue`` where it is an action in a text."""

    LOOK = ButtonLook("", tokens.TABLE_GROUND, tokens.HAIRLINE, "", tokens.TEXT, False, 8)

    def __init__(
        self,
        label: str,
        *,
        key: str = "",
        icon: str = "",
        blue: bool = False,
        leads_on: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a quiet button; see ``ButtonBase``."""
        super().__init__(label, key=key, icon=icon, leads_on=leads_on, parent=parent)
        self._blue = blue

    def _ink(self) -> str:
        if not self.isEnabled():
            return tokens.SECOND_TEXT
        return tokens.ACTION if self._blue else tokens.TEXT

    def _key_ink(self) -> str:
        return tokens.ACTION if self._blue else tokens.SECOND_TEXT
