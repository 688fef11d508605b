"""Short items in a row, such as counts by kind, broken between two of them only.

Owns the choice of lines; their painting is ``TextLabel``'s.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.ui.widgets.text_label import TextLabel

GAPS = {"ja": "　", "en": ", "}
"""What stands between two items, by language."""


class ItemsLabel(TextLabel):
    """A wrapped label made of items."""

    def __init__(
        self, lang: str, *, tone: str = tokens.TEXT, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(tone=tone, wrap=True, parent=parent)
        self._gap = GAPS[lang]
        self._items: tuple[str, ...] = ()

    def set_items(self, items: Sequence[str]) -> None:
        """Show ``items`` in a row."""
        self._items = tuple(items)
        self.setText(self._gap.join(items))

    def _laid_out(self, width: int) -> list[str]:
        metrics = QFontMetricsF(self.font())
        lines: list[str] = []
        for item in self._items:
            longer = f"{lines[-1]}{self._gap}{item}" if lines else item
            if lines and metrics.horizontalAdvance(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(item)
        if any(metrics.horizontalAdvance(line) > width for line in lines):
            return super()._laid_out(width)
        return lines or [""]
