"""One journey map on screen, to be filled in by key: body, frozen heads, the one field.

Owns where one is and what is chosen. What keys and the mouse ask for beyond that goes to the hands;
nothing here writes to the project.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.journey.contents import MapContents
from servicedesign.tools.journey.grid import moving
from servicedesign.tools.journey.grid.asking import Hands
from servicedesign.tools.journey.grid.lane_heads import LaneHeads
from servicedesign.tools.journey.grid.map_view import MapView
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.tools.journey.grid.painting import paint_body
from servicedesign.tools.journey.grid.phase_heads import PhaseHeads
from servicedesign.tools.journey.grid.pointer import Pointer
from servicedesign.tools.journey.grid.words import card_at
from servicedesign.tools.journey.grid.writing import Writing


class MapGrid(MapView):
    """The view of one map.

    Attributes:
        picture: returns the small picture of an image record, or None while it is not there.
        writing: the one field, and what is written with it.

    Signals:
        spot_changed: the cursor went elsewhere, or what stands there changed.
        entered: keys go here from now on.
    """

    spot_changed = Signal()
    entered = Signal()

    _pointer: Pointer | None = None

    def __init__(
        self,
        contents: MapContents,
        t: Translator,
        *,
        reading: bool,
        picture: Callable[[str], QImage | None],
        parent: QWidget | None = None,
    ) -> None:
        """Show ``contents``; ``picture`` returns the small picture of an image record."""
        super().__init__(contents, t, reading=reading, parent=parent)
        self.picture = picture
        self._hands: Hands | None = None
        self._spot: Spot | None = moving.settled(contents, Spot(0, 0))
        self._anchor: Spot | None = None
        self._tab_start: int | None = None
        self._pointer = Pointer(self)
        self.set_heads(PhaseHeads(self), LaneHeads(self))
        self.writing = Writing(self)
        self.setFocusProxy(self.writing.edit)
        self._ready = True
        self.lay_out()

    # What is asked from outside ---------------------------------------------------------------

    def set_hands(self, hands: Hands) -> None:
        """Say who carries out what is asked for."""
        self._hands = hands

    def hands(self) -> Hands:
        """Return who carries out what is asked for."""
        if self._hands is None:
            raise RuntimeError("a grid has no hands yet")
        return self._hands

    def show_contents(self, contents: MapContents) -> None:
        """Show other contents of the same map; one who writes or converts is not disturbed."""
        for part in (self._pointer, self.phase_heads, self.lane_heads):
            if part is not None:
                part.give_up()
        phase_id, lane_id, card_id = self._ids()
        gone = (phase_id and contents.column_of(phase_id) < 0) or (
            lane_id and contents.row_of(lane_id) < 0
        )
        if gone and self.writing.spot() is not None:
            self.writing.lose()
        if self.scene.show(contents):
            self._anchor = None
            self.scene.set_extra(None)
        extra = self.scene.extra
        if extra is not None and extra.card != len(contents.at(extra.col, extra.row)):
            self.scene.set_extra(None)
        self._spot = self._found_again(phase_id, lane_id, card_id)
        self.writing.take_over()
        self.lay_out()
        self.spot_changed.emit()

    def _ids(self) -> tuple[str, str, str]:
        """Return the ids of the phase, the lane and the card at the cursor."""
        contents, spot = self.scene.contents, self._spot
        if spot is None:
            return "", "", ""
        column = contents.columns[spot.col] if spot.col >= 0 else None
        lane = contents.lanes[spot.row] if spot.row >= 0 else None
        card = card_at(contents, spot)
        return (column.id if column else ""), (lane.id if lane else ""), (card.id if card else "")

    def _found_again(self, phase_id: str, lane_id: str, card_id: str) -> Spot | None:
        """Return where the cursor's phase, lane and card are now, else what is nearest."""
        contents, spot = self.scene.contents, self._spot or Spot(0, 0)
        col, row = contents.column_of(phase_id), contents.row_of(lane_id)
        near = replace(
            spot,
            col=col if phase_id and col >= 0 else spot.col,
            row=row if lane_id and row >= 0 else spot.row,
        )
        wanted = moving.settled(contents, near, extra=near == self.scene.extra)
        if not card_id or wanted is None or not wanted.in_body:
            return wanted
        ids = [card.id for card in contents.at(wanted.col, wanted.row)]
        if card_id in ids:
            return replace(wanted, card=ids.index(card_id))
        if ids and self.writing.spot() is not None:
            # The card being written is gone: what is written becomes a new one beside the others.
            wanted = replace(wanted, card=len(ids))
            self.scene.set_extra(wanted)
        return wanted

    def spot(self) -> Spot | None:
        """Return where the cursor is."""
        return self._spot

    def active(self) -> bool:
        """Tell whether keys go here."""
        return self.writing.edit.hasFocus()

    def chosen(self) -> tuple[range, range] | None:
        """Return the block of places chosen, or None when it is the cursor's alone."""
        if self._anchor is None or self._spot is None or self._anchor == self._spot:
            return None
        return moving.rectangle(self._anchor, self._spot)

    # Moving -----------------------------------------------------------------------------------

    def select(self, spot: Spot | None, *, extend: bool = False, show: bool = True) -> None:
        """Put the cursor on a spot; with ``extend`` what was chosen reaches there."""
        self.writing.leave()
        if spot is not None:
            spot = moving.settled(self.scene.contents, spot, extra=spot == self.scene.extra)
        if extend and spot is not None and spot.in_body and self._spot and self._spot.in_body:
            self._anchor = self._anchor or self._spot
        else:
            self._anchor = None
        extra = self.scene.extra
        if extra is not None and spot != extra:
            self.scene.set_extra(None)
        self._spot = spot
        self.lay_out()
        if show:
            self.ensure_seen()
        self.spot_changed.emit()

    def go(self, dx: int, dy: int, *, far: bool = False, extend: bool = False) -> None:
        """Move the cursor by one step, or to the edge."""
        if self._spot is None:
            return
        self._tab_start = None
        contents = self.scene.contents
        if far:
            after = moving.far(contents, self._spot, dx, dy)
        else:
            after = moving.step(contents, self._spot, dx, dy, by_card=not extend)
        if extend and not after.in_body:
            return
        self.select(after, extend=extend)

    def page(self, side: int) -> None:
        """Move the cursor down or up by as much as is in sight."""
        if self._spot is None:
            return
        rect = self.scene.place_rect(max(0, self._spot.col), max(0, self._spot.row))
        y = rect.center().y() + side * self.viewport().height() / self.zoom
        row = max(0, min(len(self.scene.contents.lanes) - 1, self.scene.row_at(y)))
        self.select(Spot(self._spot.col, row))

    def enter(self, *, back: bool) -> None:
        """End what is written and go down, after Tabs to the column they began in."""
        if self._spot is None:
            return
        start, self._tab_start = self._tab_start, None
        here = self._spot if start is None or back else replace(self._spot, col=start)
        self.select(moving.step(self.scene.contents, here, 0, -1 if back else 1))

    def tab(self, *, back: bool) -> None:
        """End what is written and go right; beyond the last card to what comes after the map."""
        if self._spot is None:
            return
        after = moving.following(self.scene.contents, self._spot, back=back)
        if after is None:
            self.writing.leave()
            self.focusNextPrevChild(not back)
            return
        if after.row != self._spot.row:
            self._tab_start = None
        elif self._tab_start is None and not back:
            self._tab_start = self._spot.col
        self.select(after)

    def select_only(self) -> None:
        """Choose the cursor's place alone."""
        self.select(self._spot)

    def select_all(self) -> None:
        """Choose all places."""
        contents = self.scene.contents
        if contents.columns and contents.lanes:
            self._spot = moving.settled(contents, Spot(0, 0))
            last = Spot(len(contents.columns) - 1, len(contents.lanes) - 1)
            self.select(last, extend=True, show=False)

    def select_extra(self) -> None:
        """Put the cursor on a new card beside those of its place."""
        spot = self._spot
        if spot is None or not spot.in_body:
            return
        self.writing.leave()
        count = len(self.scene.contents.at(spot.col, spot.row))
        wanted = replace(spot, card=count)
        if count:
            self.scene.set_extra(wanted)
        self.select(wanted)

    def leave_writing(self) -> None:
        """End what is written; the text is kept."""
        self.writing.leave()

    # What is painted --------------------------------------------------------------------------

    def moved_feeling(self) -> tuple[str, float] | None:
        """Return the card whose feeling is being dragged, and the level it is at."""
        return self._pointer.moved_feeling() if self._pointer is not None else None

    def written_card(self) -> str:
        """Return the id of the card that is being written, or empty."""
        spot = self.writing.spot()
        if spot is None or not spot.in_body:
            return ""
        cards = self.scene.contents.at(spot.col, spot.row)
        return cards[spot.card].id if spot.card < len(cards) else ""

    def ensure_seen(self) -> None:
        """Scroll until the cursor's card is in sight."""
        spot = self._spot
        if spot is None:
            return
        if spot.in_body:
            self.show_rect(self.scene.card_rect(spot))
        elif spot.in_phase_head:
            column = self.scene.column
            self.show_rect(QRectF(spot.col * column, 0, column, 0), down=False)
        else:
            self.show_rect(self.scene.place_rect(0, spot.row), across=False)

    def after_layout(self) -> None:
        """Put the field where the cursor is."""
        self.writing.place()

    def viewportEvent(self, event: QEvent) -> bool:
        """Hand the mouse to the pointer, and say what a place holds that is not shown whole."""
        if self._pointer is not None and self._pointer.handle(event):
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        if not self._ready:
            return
        painter = QPainter(self.viewport())
        paint_body(self, painter, event.rect())
        painter.end()
