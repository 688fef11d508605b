"""A chip that leads on: to what came of something, or to linking evidence.

Owns its look: blue on tint, with a link sign unless another icon is given.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.ui.widgets.chip_base import ChipBase


class ActionChip(ChipBase):
    """Blue tint: where it leads."""

    GROUND = tokens.TINT
    HOVER = "#D9E6FF"
    INK = tokens.ACTION

    def __init__(
        self,
        label: str,
        *,
        icon: str = "mdi6.link-plus",
        max_width: int = 280,
        parent: QWidget | None = None,
    ) -> None:
        """Make an action chip; see ``ChipBase``."""
        super().__init__(label, icon=icon, max_width=max_width, parent=parent)
