"""Where everything of the matrix on screen lies: fields, axes, discs, and the tray of what waits.

Owns this geometry in px. Must not paint, and must not know Qt's widgets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot

from PySide6.QtCore import QPointF, QRectF

from servicedesign.tools.payoff.apart import Area, move_apart, radius_for
from servicedesign.tools.payoff.quadrants import PLACES, Quadrant
from servicedesign.tools.payoff.scale import on_grid
from servicedesign.tools.payoff.seen import Seen

LEFT, BELOW, HEAD, GAP = 46, 46, 30, 4
RADIUS, LEAST_RADIUS = 18, 13
TRAY_LABEL, TRAY_PITCH, TRAY_ROWS, TRAY_PAD = 104, 44, 2, 6
"""Lengths in px at 100 %."""


@dataclass
class MatrixLayout:
    """The places of one matrix in a widget of one size.

    Attributes:
        width: of the widget.
        height: of the widget.
        scale: px of one px at 100 %.
        shown: the ideas.
        scroll: rows of the tray that lie above what is in view.
    """

    width: float
    height: float
    scale: float
    shown: Sequence[Seen] = ()
    scroll: int = 0
    places: dict[str, QPointF] = field(default_factory=dict)
    discs: dict[str, QPointF] = field(default_factory=dict)
    radius: float = 0.0

    def __post_init__(self) -> None:
        """Lay out the discs."""
        placed = [one for one in self.shown if one.place is not None]
        self.waiting = [one.id for one in self.shown if one.place is None]
        self.radius = radius_for(
            len(placed), self.area(), RADIUS * self.scale, LEAST_RADIUS * self.scale
        )
        for one in placed:
            if one.place is not None:
                self.places[one.id] = self.point(*one.place)
        points = [(self.places[one.id].x(), self.places[one.id].y()) for one in placed]
        lie = move_apart(points, self.radius, self.area(), gap=2 * self.scale)
        for one, (x, y) in zip(placed, lie, strict=True):
            self.discs[one.id] = QPointF(x, y)
        self.scroll = min(max(0, self.scroll), max(0, self.tray_rows() - self.rows_in_view()))

    def px(self, length: float) -> float:
        """Return ``length`` (px at 100 %) in px."""
        return length * self.scale

    # The fields -------------------------------------------------------------------------------

    def fields(self) -> QRectF:
        """Return the four fields together."""
        top, left = self.px(6), self.px(LEFT)
        bottom = self.height - self.tray_height() - self.px(BELOW)
        return QRectF(left, top, max(1.0, self.width - left - self.px(6)), max(1.0, bottom - top))

    def field(self, quadrant: Quadrant) -> QRectF:
        """Return the box of a field."""
        whole, gap = self.fields(), self.px(GAP)
        column, row = PLACES[quadrant]
        wide, tall = (whole.width() - gap) / 2, (whole.height() - gap) / 2
        return QRectF(
            whole.left() + column * (wide + gap), whole.top() + row * (tall + gap), wide, tall
        )

    def area(self) -> Area:
        """Return where discs may lie: clear of the names of the fields."""
        whole, head = self.fields(), self.px(HEAD)
        return Area(whole.left(), whole.top() + head, whole.right(), whole.bottom() - head)

    def _plot(self) -> QRectF:
        """Return what the scale from 1 to 5 covers."""
        whole, inset = self.fields(), self.px(RADIUS + 4)
        high = self.px(HEAD + RADIUS)
        plot = whole.adjusted(inset, high, -inset, -high)
        return QRectF(plot.left(), plot.top(), max(1.0, plot.width()), max(1.0, plot.height()))

    def point(self, impact: float, feasibility: float) -> QPointF:
        """Return where a place (0 to 1 each) lies."""
        plot = self._plot()
        return QPointF(
            plot.left() + feasibility * plot.width(), plot.bottom() - impact * plot.height()
        )

    def place_at(self, point: QPointF) -> tuple[float, float]:
        """Return effect and feasibility at a point, to a tenth of the scale, within its ends."""
        plot = self._plot()
        across = (point.x() - plot.left()) / plot.width()
        upward = (plot.bottom() - point.y()) / plot.height()
        return on_grid(min(max(upward, 0.0), 1.0)), on_grid(min(max(across, 0.0), 1.0))

    # The tray ---------------------------------------------------------------------------------

    def tray(self) -> QRectF:
        """Return the place of the tray."""
        high = self.tray_height()
        return QRectF(0, self.height - high, self.width, high)

    def tray_height(self) -> float:
        """Return the height of the tray: that of one row, or of two where one is not enough."""
        rows = min(TRAY_ROWS, max(1, self.tray_rows()))
        return self.px(rows * TRAY_PITCH + 2 * TRAY_PAD)

    def tray_columns(self) -> int:
        """Return how many discs stand in a row of the tray."""
        room = self.width - self.px(TRAY_LABEL + 2 * TRAY_PAD)
        return max(1, int(room / self.px(TRAY_PITCH)))

    def tray_rows(self) -> int:
        """Return how many rows the tray has, in view or not."""
        return -(-len(self.waiting) // self.tray_columns())

    def rows_in_view(self) -> int:
        """Return how many rows of the tray are in view."""
        return min(TRAY_ROWS, max(1, self.tray_rows()))

    def tray_place(self, item_id: str) -> QPointF | None:
        """Return the middle of a disc in the tray, or None where it is out of view."""
        row, column = divmod(self.waiting.index(item_id), self.tray_columns())
        row -= self.scroll
        if not 0 <= row < self.rows_in_view():
            return None
        tray = self.tray()
        return QPointF(
            self.px(TRAY_LABEL + TRAY_PAD + (column + 0.5) * TRAY_PITCH),
            tray.top() + self.px(TRAY_PAD + (row + 0.5) * TRAY_PITCH),
        )

    def scroll_to(self, item_id: str) -> int:
        """Return the scroll at which a disc in the tray is in view."""
        if item_id not in self.waiting:
            return self.scroll
        row = self.waiting.index(item_id) // self.tray_columns()
        if row < self.scroll:
            return row
        return max(self.scroll, row - self.rows_in_view() + 1)

    # What is where ----------------------------------------------------------------------------

    def middle(self, item_id: str) -> QPointF | None:
        """Return the middle of a disc, on the matrix or in the tray; None where it is not seen."""
        if item_id in self.discs:
            return self.discs[item_id]
        return self.tray_place(item_id) if item_id in self.waiting else None

    def at(self, point: QPointF, first: str = "") -> str:
        """Return the idea whose disc is at a point; ``first`` is asked before all others."""
        reach: Mapping[bool, float] = {True: self.radius + 2, False: self.px(RADIUS) + 2}
        best, near = "", 1e9
        for one in (first, *self.discs, *self.waiting):
            middle = self.middle(one) if one else None
            if middle is None:
                continue
            far = hypot(middle.x() - point.x(), middle.y() - point.y())
            if far <= max(reach[one in self.discs], self.px(16)) and far < near:
                best, near = one, far
                if one == first:
                    return one
        return best
