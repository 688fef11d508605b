"""Where the cells stand on screen: all 81, or one block large beside a small map of all.

Owns the arithmetic in px. Must not paint.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from servicedesign.tools.mandala.spots import SPOTS, Spot
from servicedesign.ui.theme import theme

_GAP = 8
_MARGIN = 16
_MAP = 168
_LEAST_BLOCK = 480
"""Width that a large block keeps; where there is no more room the map goes."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Cells and their places.

    Attributes:
        area: the place for everything.
        block: the block that is shown alone, or None for all.
    """

    area: QRect
    block: int | None

    def board(self) -> QRect:
        """Return the place of the large cells."""
        area = self.map_area()
        inner = self._inner()
        if area.isNull():
            return inner
        left = area.right() + 1 + theme().px(24)
        return QRect(left, inner.top(), inner.right() - left + 1, inner.height())

    def map_area(self) -> QRect:
        """Return the place of the small map; null where there is none."""
        inner, side = self._inner(), theme().px(_MAP)
        if self.block is None or inner.width() < side + theme().px(24 + _LEAST_BLOCK):
            return QRect()
        return QRect(inner.left(), inner.top(), side, min(side, inner.height()))

    def _inner(self) -> QRect:
        margin = theme().px(_MARGIN)
        return self.area.adjusted(margin, margin, -margin, -theme().px(8))

    def cells(self) -> dict[Spot, QRect]:
        """Return the place of each cell that is shown."""
        if self.block is not None:
            return _block(self.board(), self.block)
        return _all(self.board(), theme().px(_GAP))

    def map_cells(self) -> dict[Spot, QRect]:
        """Return the place of each cell in the small map."""
        area = self.map_area()
        return {} if area.isNull() else _all(area, theme().px(6))

    def spot(self, point: QPoint) -> Spot | None:
        """Return the cell at a point; in the map the middle of the block."""
        for spot, rect in self.cells().items():
            if rect.contains(point):
                return spot
        for spot, rect in self.map_cells().items():
            if rect.contains(point):
                return Spot(spot.block, 0)
        return None


def block_rect(cells: dict[Spot, QRect], block: int) -> QRect:
    """Return the place of a whole block."""
    return cells[Spot(block, 1)].united(cells[Spot(block, 8)])


def _edges(start: int, length: int, gap: int) -> list[tuple[int, int]]:
    """Return beginning and length of nine cells, three and three with a gap, as whole px."""
    room = length - gap * 2
    found = []
    for number in range(9):
        shift = start + number // 3 * gap
        first, last = round(room * number / 9), round(room * (number + 1) / 9)
        found.append((shift + first, last - first))
    return found


def _all(area: QRect, gap: int) -> dict[Spot, QRect]:
    columns = _edges(area.left(), area.width(), gap)
    rows = _edges(area.top(), area.height(), gap)
    return {
        spot: QRect(columns[spot.column][0], rows[spot.row][0],
                    columns[spot.column][1], rows[spot.row][1])
        for spot in SPOTS
    }  # fmt: skip


def _block(area: QRect, block: int) -> dict[Spot, QRect]:
    found = {}
    for slot in range(9):
        spot = Spot(block, slot)
        row, column = spot.row % 3, spot.column % 3
        left = area.left() + round(area.width() * column / 3)
        right = area.left() + round(area.width() * (column + 1) / 3)
        top = area.top() + round(area.height() * row / 3)
        bottom = area.top() + round(area.height() * (row + 1) / 3)
        found[spot] = QRect(left, top, right - left, bottom - top)
    return found
