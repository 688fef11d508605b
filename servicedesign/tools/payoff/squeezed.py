"""What scrolls only once it is squeezed to its least height: tables and matrices take the rest.

Owns that one answer to the layout.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Squeezed(QWidget):
    """A page for a ``PageScroll``."""

    def heightForWidth(self, width: int) -> int:
        """Return the least height; what can grow takes what there is beyond it."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1
