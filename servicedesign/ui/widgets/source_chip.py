"""A source that stands behind what is written, to be opened.

Owns its look: grey, with a quotation mark unless another icon is given.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign.ui.widgets.chip_base import ChipBase


class SourceChip(ChipBase):
    """Grey: a source to open."""

    def __init__(
        self,
        label: str,
        *,
        icon: str = "mdi6.format-quote-close",
        max_width: int = 280,
        parent: QWidget | None = None,
    ) -> None:
        """Make a source chip; see ``ChipBase``."""
        super().__init__(label, icon=icon, max_width=max_width, parent=parent)
