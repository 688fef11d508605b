"""The title of the project for the room: shown while nothing else is.

Owns that page.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.model.dates import long_date
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.lines import Laid, lay, measure

_NAME: Final = 132
_THEME: Final = 56
_GAP: Final = 72
"""Between the name and what it is about."""
_BETWEEN: Final = 64
_ROW: Final = 68
_FOOT_LINE: Final = 164
"""From the bottom to the line above the foot."""


class TitlePage(AudiencePage):
    """Name and theme of the service, whose it is, and the day."""

    def title(self) -> str:
        """Return what the page is."""
        return self.context.t("表紙")

    def compose(self, leaves: Leaves) -> None:
        """Set name and theme in the middle of the height, the rest at the foot."""
        leaf = leaves.add()
        info = self.context.project.info
        line = self._foot(leaf)
        room = QRectF(leaf.left, 96, leaf.right - leaf.left, line - 96 - 56)
        name = info.service_name or self.context.project.path.stem
        theme = info.theme.strip()
        most = room.height() - (_GAP + 3 * _THEME * 1.5 if theme else 0)
        large = lay(name, room.width(), most, _NAME, LEAST, bold=True, pitch=1.3, balanced=True)
        below = room.height() - large.height - _GAP
        small = lay(theme, room.width(), below, _THEME, LEAST, pitch=1.5) if theme else None
        self._set(leaf, room, large, small)

    def _set(self, leaf: Leaf, room: QRectF, large: Laid, small: Laid | None) -> None:
        height = large.height + (_GAP + small.height if small is not None else 0)
        top = room.top() + max(0.0, (room.height() - height) * 0.42)
        leaf.lines(QRectF(room.left(), top, room.width(), large.height), large, bold=True)
        if small is not None:
            place = QRectF(room.left(), top + large.height + _GAP, room.width(), small.height)
            leaf.lines(place, small, tone=tokens.SECOND_TEXT)

    def _foot(self, leaf: Leaf) -> float:
        """Set whose it is and the day, on two lines where one is too short, under a line.

        Returns:
            Where the line stands.
        """
        info = self.context.project.info
        wide = leaf.right - leaf.left
        day = long_date(self.context.clock().date(), self.context.lang)
        whose = "　".join(part for part in (info.organisation, info.section) if part.strip())
        both = measure(whose, LEAST, bold=True) + measure(day, LEAST) + _BETWEEN <= wide
        rows = 1 if both or not whose else 2
        line = leaf.height - _FOOT_LINE - (rows - 1) * _ROW
        leaf.rule(line, tone=tokens.TEXT, thick=3)
        leaf.text(leaf.left, line + 40, whose, LEAST, bold=True, room=wide)
        leaf.text(leaf.right, line + 40 + (rows - 1) * _ROW, day, LEAST, align="right", room=wide)
        return line
