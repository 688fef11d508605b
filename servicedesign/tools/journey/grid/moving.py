"""Where one is on a map, and where a key leads from there.

Owns the cursor and its rules: through the cards of a place, over gaps, up into the heads of phases
and left into those of lanes. Must not know Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from servicedesign.tools.journey.contents import MapContents

TITLE, WHEN = 0, 1
"""The two lines of a phase's head, as cards of it."""

SPAN: int = -2
"""The row of the name of a phase over its stages."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for the cursor.

    Attributes:
        col: a column; −1 is the head of a lane.
        row: a lane; −1 is the head of the column, −2 that of the phase over a stage.
        card: which card of the place (one beyond the last is a new one); in the head of a phase
            0 is its name and 1 its time.
    """

    col: int
    row: int
    card: int = 0

    @property
    def in_body(self) -> bool:
        """Whether it is a place for cards."""
        return self.col >= 0 and self.row >= 0

    @property
    def in_phase_head(self) -> bool:
        """Whether it is the head of a phase or a stage."""
        return self.row < 0

    @property
    def in_lane_head(self) -> bool:
        """Whether it is the head of a lane."""
        return self.col < 0


def settled(contents: MapContents, spot: Spot, *, extra: bool = False) -> Spot | None:
    """Return the nearest spot that exists; None on a map without columns and lanes.

    With ``extra`` a card that is to be written anew beside those of its place is one.
    """
    if not contents.columns and not contents.lanes:
        return None
    row = min(spot.row, len(contents.lanes) - 1)
    col = min(spot.col, len(contents.columns) - 1)
    if not contents.columns:
        return Spot(-1, max(0, row))
    if col < 0:
        return Spot(-1, max(0, row)) if contents.lanes else Spot(_solid(contents, 0), -1)
    col = _solid(contents, col)
    if row == SPAN and not contents.columns[col].is_stage:
        row = -1
    most = 1 if row < 0 else len(contents.at(col, row)) - (not extra)
    return Spot(col, row, max(0, min(spot.card, most)))


def _solid(contents: MapContents, col: int) -> int:
    """Return the nearest column that is no gap."""
    columns = contents.columns
    near = sorted(range(len(columns)), key=lambda n: abs(n - col))
    return next((n for n in near if columns[n].phase is not None), col)


def step(contents: MapContents, spot: Spot, dx: int, dy: int, *, by_card: bool = True) -> Spot:
    """Return the spot one step to the side (``dx``) or up or down (``dy``); itself at the edge."""
    return _across(contents, spot, dx) if dx else _down(contents, spot, dy, by_card)


def _across(contents: MapContents, spot: Spot, dx: int) -> Spot:
    col = spot.col + dx
    columns = contents.columns
    while 0 <= col < len(columns):
        here = columns[col]
        same = spot.row == SPAN and spot.col >= 0 and here.head is columns[spot.col].head
        if here.phase is not None and not same:
            row = -1 if spot.row == SPAN and not here.is_stage else spot.row
            return Spot(col, row, spot.card if row < 0 else 0)
        col += dx
    if col < 0 and spot.row >= 0:
        return Spot(-1, spot.row)
    return spot


def _down(contents: MapContents, spot: Spot, dy: int, by_card: bool) -> Spot:
    if spot.in_lane_head:
        return Spot(-1, max(0, min(len(contents.lanes) - 1, spot.row + dy)))
    if spot.in_phase_head:
        return _down_head(contents, spot, dy)
    cards = len(contents.at(spot.col, spot.row))
    if by_card and 0 <= spot.card + dy < cards:
        return replace(spot, card=spot.card + dy)
    row = spot.row + dy
    if row < 0:
        return Spot(spot.col, -1, WHEN)
    if row >= len(contents.lanes):
        return spot
    last = max(0, len(contents.at(spot.col, row)) - 1)
    return Spot(spot.col, row, last if dy < 0 and by_card else 0)


def _down_head(contents: MapContents, spot: Spot, dy: int) -> Spot:
    if spot.card + dy in (TITLE, WHEN):
        return replace(spot, card=spot.card + dy)
    if dy > 0:
        row = spot.row + 1
        return Spot(spot.col, row) if row < len(contents.lanes) else spot
    if spot.row == -1 and contents.columns[spot.col].is_stage:
        return Spot(spot.col, SPAN, WHEN)
    return spot


def far(contents: MapContents, spot: Spot, dx: int, dy: int) -> Spot:
    """Return the spot at the edge of the cards in a direction."""
    before = None
    while spot != before:
        before = spot
        after = step(contents, spot, dx, dy, by_card=False)
        if spot.in_body and not after.in_body:
            return spot
        spot = after
    return spot


def following(contents: MapContents, spot: Spot, *, back: bool = False) -> Spot | None:
    """Return where Tab leads: the next column, then the next row; None beyond the last."""
    side = -1 if back else 1
    after = step(contents, spot, side, 0)
    if after != spot and not after.in_lane_head:
        return after
    if spot.in_phase_head or spot.in_lane_head:
        return None
    row = spot.row + side
    if not 0 <= row < len(contents.lanes):
        return None
    return far(contents, Spot(spot.col, row), -side, 0)


def rectangle(one: Spot, other: Spot) -> tuple[range, range]:
    """Return the columns and rows between two spots, both included."""
    cols, rows = sorted((one.col, other.col)), sorted((one.row, other.row))
    return range(cols[0], cols[1] + 1), range(rows[0], rows[1] + 1)
