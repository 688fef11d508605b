"""A map laid out: where every column, row and card stands.

Owns the measures, in px at 100 % of the map, and the laying out of rows when they come into sight.
Rows that were never seen are estimated, so that a large map opens at once. Paints nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import LaneKind
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.contents import MapContents
from servicedesign.tools.journey.grid import sizes
from servicedesign.tools.journey.grid.card_view import CardTypes, CardView, CardWish
from servicedesign.tools.journey.grid.feelings_view import FeelingsView
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.tools.journey.grid.text_lines import phrases, type_of
from servicedesign.tools.journey.lanes import lane_name
from servicedesign.ui.theme import theme


@dataclass(frozen=True, slots=True)
class Live:
    """What is being written: where, and how high the field is at 100 % of the map."""

    spot: Spot
    height: float


class MapScene:
    """The layout of one map.

    Attributes:
        contents: what is laid out.
        column: width of a column.
        extra: the spot of a card that is to be written anew beside others, or None.
        live: what is being written, or None.
        types: what cards are set in.
        reason: what reasons of feelings are set in.
        names: of the lanes, laid out.
    """

    def __init__(self, contents: MapContents, t: Translator, *, reading: bool) -> None:
        """Lay ``contents`` out; ``reading`` offers nothing to change."""
        look = theme()
        self.contents = contents
        self.reading = reading
        self.column = float(look.px(sizes.LEAST_COLUMN))
        self.lane_head = 0
        self.extra: Spot | None = None
        self.live: Live | None = None
        self.types = CardTypes(
            type_of(tokens.BASE_PX, sizes.PITCH), type_of(tokens.BASE_PX, sizes.PITCH, bold=True), t
        )
        self.reason = type_of(tokens.BASE_PX, sizes.REASON_PITCH)
        self._views: dict[Place, tuple[tuple[Any, ...], list[CardView]]] = {}
        self._feelings: dict[str, FeelingsView] = {}
        self._forget_heights()
        self.adding = 0 if reading else look.px(sizes.ADDING)
        self._fit_names()

    # What changed -----------------------------------------------------------------------------

    def show(self, contents: MapContents) -> bool:
        """Lay other contents of the same map out; tell whether columns or lanes changed."""
        before, self.contents = self.contents, contents
        shape = (before.columns, before.lanes) != (contents.columns, contents.lanes)
        if shape:
            self._fit_names()
            self._feelings.clear()
            self._forget_heights()
            self._views = {place: v for place, v in self._views.items() if place in contents.cards}
            return True
        touched = {
            place.lane_id
            for place in {*before.cards, *contents.cards}
            if before.cards.get(place) != contents.cards.get(place)
        }
        if before.issues != contents.issues:
            touched |= {lane.id for lane in contents.lanes if lane.kind is LaneKind.PAIN_POINT}
        if (before.other, before.to_be) != (contents.other, contents.to_be):
            touched |= set(self._feelings)
        for row, lane in enumerate(contents.lanes):
            if lane.id in touched:
                self._heights[row] = self._guesses[row] = None
                self._feelings.pop(lane.id, None)
        return False

    def _forget_heights(self) -> None:
        count = len(self.contents.lanes)
        self._heights: list[float | None] = [None] * count
        self._guesses: list[float | None] = [None] * count

    def _fit_names(self) -> None:
        """Make the strip of names wide enough for the longest word in them."""
        look = theme()
        measure = self.types.bold.metrics.horizontalAdvance
        names = [self.types.t(lane_name(lane)) for lane in self.contents.lanes]
        words = [word for name in names for part in phrases(name) for word in part.split()]
        widest = max((measure(word) for word in words), default=0.0) + look.px(sizes.LANE_PAD)
        least, most = look.px(sizes.LANE_HEAD), look.px(sizes.MOST_LANE_HEAD)
        self.lane_head = ceil(max(least, min(most, widest)))
        room = self.lane_head - look.px(sizes.LANE_PAD - 2)
        self.names = [self.types.bold.lines(name, room, most=sizes.MOST_NAME) for name in names]

    def set_column(self, width: float) -> bool:
        """Make columns ``width`` wide; tell whether that changes anything."""
        if width == self.column:
            return False
        self.column = width
        self._views.clear()
        self._feelings.clear()
        self._forget_heights()
        return True

    def set_live(self, live: Live | None) -> bool:
        """Say what is being written; tell whether a row became higher or lower."""
        rows = {one.spot.row for one in (self.live, live) if one is not None and one.spot.in_body}
        if self.extra is not None:
            rows.add(self.extra.row)
        self.live = live
        changed = False
        for row in rows:
            if 0 <= row < len(self._heights):
                before = self._heights[row]
                self._heights[row] = None
                changed = self.height(row) != before or changed
        return changed

    def move_live(self, spot: Spot) -> None:
        """Say that what is being written stands elsewhere now."""
        if self.live is not None:
            self.live = Live(spot, self.live.height)

    def set_extra(self, spot: Spot | None) -> None:
        """Make room for one more card at ``spot``, or no longer."""
        rows = {one.row for one in (self.extra, spot) if one is not None and one.in_body}
        self.extra = spot
        for row in rows:
            if row < len(self._heights):
                self._heights[row] = None

    # Columns and rows -------------------------------------------------------------------------

    @property
    def columns_width(self) -> float:
        """Of all columns."""
        return len(self.contents.columns) * self.column

    @property
    def width(self) -> float:
        """Of the body."""
        return self.columns_width + self.adding

    @property
    def body_height(self) -> float:
        """Of the body, rows that were never seen as estimated."""
        return self.top(len(self._heights)) + self.adding

    def top(self, row: int) -> float:
        """Return where a row begins."""
        return sum(self._known(number) for number in range(row))

    def _known(self, row: int) -> float:
        known = self._heights[row]
        if known is None:
            known = self._guesses[row]
        if known is None:
            known = self._guesses[row] = self._estimate(row)
        return known

    def height(self, row: int) -> float:
        """Return the height of a row, laying it out when it is needed."""
        found = self._heights[row]
        if found is None:
            found = self._heights[row] = self._measure(row)
        return found

    def settle(self, top: float, bottom: float) -> None:
        """Lay out the rows that stand between two heights."""
        y = 0.0
        for row in range(len(self._heights)):
            if y >= bottom:
                return
            known = self._known(row)
            y += self.height(row) if y + known > top else known

    def settle_all(self) -> None:
        """Lay out every row."""
        for row in range(len(self._heights)):
            self.height(row)

    def unsettled(self) -> int | None:
        """Return a row that was never laid out, or None."""
        return next((n for n, height in enumerate(self._heights) if height is None), None)

    def row_at(self, y: float) -> int:
        """Return the row at a height; one beyond the last is below all."""
        bottom = 0.0
        for row in range(len(self._heights)):
            bottom += self._known(row)
            if y < bottom:
                return row
        return len(self._heights)

    def _measure(self, row: int) -> float:
        if self.contents.lanes[row].kind is LaneKind.EMOTION:
            return max(self.feelings(row).height, self.names[row].height + theme().px(80))
        tallest = 2 * theme().px(sizes.PAD_Y) + self.names[row].height
        for col in range(len(self.contents.columns)):
            views = self.views(col, row)
            if len(views) > 1 or views[0].wish.card is not None or views[0].wish.live is not None:
                tallest = max(tallest, sum(view.height for view in views))
        return tallest

    def _estimate(self, row: int) -> float:
        """Return about how high a row is, from the number of letters."""
        look = theme()
        lane = self.contents.lanes[row]
        pad, pitch = 2 * look.px(sizes.PAD_Y), look.px(sizes.PITCH)
        if lane.kind is LaneKind.EMOTION:
            return float(look.px(160))
        letters = max(1.0, (self.column - 2 * look.px(sizes.PAD_X)) / look.px(tokens.BASE_PX))
        longest = 0
        for col in range(len(self.contents.columns)):
            cards = self.contents.at(col, row)
            longest = max(longest, sum(min(len(card.text), 300) for card in cards))
        return pad + pitch * max(1.0, longest / letters + 0.5)

    # Cards ------------------------------------------------------------------------------------

    def feelings(self, row: int) -> FeelingsView:
        """Return the lane of feelings in a row, laid out."""
        lane = self.contents.lanes[row]
        if lane.id not in self._feelings:
            self._feelings[lane.id] = FeelingsView(self.contents, row, self.column, self.reason)
        return self._feelings[lane.id]

    def is_feelings(self, row: int) -> bool:
        """Tell whether a row is a lane of feelings."""
        return 0 <= row < len(self._heights) and (self.contents.lanes[row].kind is LaneKind.EMOTION)

    def views(self, col: int, row: int) -> Sequence[CardView]:
        """Return the cards of a place laid out; at least one, empty where nothing is yet."""
        place = self.contents.place(col, row)
        cards = self.contents.cards.get(place, ())
        issues = tuple(self.contents.issues.get(card.id) for card in cards)
        extra = self.extra is not None and (self.extra.col, self.extra.row) == (col, row)
        live = self.live if self.live and self._is_at(self.live.spot, col, row) else None
        key = (self.contents.lanes[row].kind, cards, issues, extra, live)
        known = self._views.get(place)
        if known is None or known[0] != key:
            known = (key, self._lay(cards, row, extra, live))
            self._views[place] = known
        return known[1]

    def _is_at(self, spot: Spot, col: int, row: int) -> bool:
        return (spot.col, spot.row) == (col, row)

    def _lay(
        self, cards: Sequence[Any], row: int, extra: bool, live: Live | None
    ) -> list[CardView]:
        kind = self.contents.lanes[row].kind
        wanted: list[Any] = list(cards)
        if extra or not wanted:
            wanted.append(None)
        views = []
        for number, card in enumerate(wanted):
            issue = self.contents.issues.get(card.id) if card is not None else None
            writing = live is not None and live.spot.card == number
            wish = CardWish(
                card=card,
                kind=kind,
                width=self.column,
                issue=issue.number if issue else None,
                offers=not self.reading,
                live=live.height if writing and live is not None else None,
            )
            views.append(CardView(wish, self.types))
        return views

    def place_rect(self, col: int, row: int) -> QRectF:
        """Return the whole of a place."""
        return QRectF(col * self.column, self.top(row), self.column, self.height(row))

    def card_rect(self, spot: Spot) -> QRectF:
        """Return where a card stands; the last card of a place reaches down to its end."""
        place = self.place_rect(spot.col, spot.row)
        if self.is_feelings(spot.row):
            return place
        y = place.y()
        views = self.views(spot.col, spot.row)
        for number, view in enumerate(views):
            last = number == len(views) - 1
            if number == spot.card or last:
                height = place.bottom() - y if last else view.height
                return QRectF(place.x(), y, place.width(), height)
            y += view.height
        return place

    def spot_at(self, x: float, y: float) -> Spot | None:
        """Return the card at a place of the body; None beyond the map or in a gap."""
        col, row = int(x // self.column), self.row_at(y)
        if not 0 <= col < len(self.contents.columns) or not 0 <= row < len(self._heights):
            return None
        if y < 0 or self.contents.columns[col].phase is None:
            return None
        if self.is_feelings(row):
            point = self.feelings(row).point_at(x, y - self.top(row))
            cards = [card.id for card in self.contents.at(col, row)]
            known = point is not None and point.card.id in cards
            return Spot(col, row, cards.index(point.card.id) if point and known else 0)
        bottom = self.top(row)
        views = self.views(col, row)
        for number, view in enumerate(views):
            bottom += view.height
            if y < bottom:
                return Spot(col, row, number)
        return Spot(col, row, len(views) - 1)
