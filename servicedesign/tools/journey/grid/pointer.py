"""The mouse over the body of a map: choosing, drawing out a block, moving a feeling.

Owns what a press becomes. While something is dragged only pictures move; what came of it is asked
for when the button is let go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.ui.theme import plain

if TYPE_CHECKING:
    from servicedesign.tools.journey.grid.map_grid import MapGrid

_LONGEST_TIP = 2_000


class Pointer:
    """The mouse of one grid."""

    def __init__(self, grid: MapGrid) -> None:
        """Work for ``grid``."""
        self._grid = grid
        self._pressed: tuple[Spot, QPointF] | None = None
        self._drawing = False
        self._feeling: tuple[Spot, str] | None = None
        self._level: float | None = None
        self._on_chip = False

    def moved_feeling(self) -> tuple[str, float] | None:
        """Return the card whose feeling is being dragged, and the level it is at."""
        if self._feeling is None or self._level is None:
            return None
        return self._feeling[1], self._level

    def give_up(self) -> None:
        """Drop what is under way: the cards are not those any more at which it began."""
        self._pressed = self._feeling = self._level = None
        self._drawing = self._on_chip = False

    def handle(self, event: QEvent) -> bool:
        """Take an event of the viewport; tell whether it was used."""
        if isinstance(event, QContextMenuEvent):
            return self._menu(event)
        if isinstance(event, QHelpEvent):
            return self._tell(event)
        if not isinstance(event, QMouseEvent):
            return False
        table = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.MouseButtonDblClick: self._double,
        }
        do = table.get(event.type())
        if do is None:
            return False
        do(event)
        return True

    def _spot(self, point: QPointF) -> Spot | None:
        at = self._grid.scene_point(point)
        return self._grid.scene.spot_at(at.x(), at.y())

    def _press(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        grid = self._grid
        grid.writing.leave()
        grid.setFocus(Qt.FocusReason.MouseFocusReason)
        spot = self._spot(event.position())
        if spot is None:
            grid.select_only()
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        grid.select(spot, extend=extend, show=False)
        self._pressed = (spot, event.position())
        self._on_chip = self._chip_at(spot, event.position())
        self._feeling = None if grid.scene.reading else self._feeling_at(spot, event.position())

    def _chip_at(self, spot: Spot, point: QPointF) -> bool:
        """Tell whether the chip of a card is at a point."""
        scene = self._grid.scene
        if scene.is_feelings(spot.row):
            return False
        view = scene.views(spot.col, spot.row)[spot.card]
        at = self._grid.scene_point(point) - scene.card_rect(spot).topLeft()
        return view.chip_rect.contains(at)

    def _feeling_at(self, spot: Spot, point: QPointF) -> tuple[Spot, str] | None:
        """Return the feeling whose face is at a point."""
        scene = self._grid.scene
        if not scene.is_feelings(spot.row):
            return None
        at = self._grid.scene_point(point)
        found = scene.feelings(spot.row).point_at(at.x(), at.y() - scene.top(spot.row))
        return (spot, found.card.id) if found is not None else None

    def _move(self, event: QMouseEvent) -> None:
        grid = self._grid
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._point(event.position())
            return
        start = self._pressed[1]
        far = (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
        if self._feeling is not None and (far or self._level is not None):
            spot = self._feeling[0]
            y = grid.scene_point(event.position()).y() - grid.scene.top(spot.row)
            self._level = grid.scene.feelings(spot.row).level_at(y)
            grid.viewport().update()
            return
        spot_now = self._spot(event.position())
        if spot_now is not None and (far or self._drawing) and not self._on_chip:
            same = (spot_now.col, spot_now.row) == (self._pressed[0].col, self._pressed[0].row)
            self._drawing = self._drawing or not same
            if self._drawing and spot_now != grid.spot():
                grid.select(spot_now, extend=True)

    def _point(self, point: QPointF) -> None:
        spot = self._spot(point)
        cursor = Qt.CursorShape.ArrowCursor
        if spot is not None and self._chip_at(spot, point):
            cursor = Qt.CursorShape.PointingHandCursor
        elif spot is not None and self._feeling_at(spot, point) is not None:
            cursor = Qt.CursorShape.SizeVerCursor
        self._grid.viewport().setCursor(cursor)

    def _release(self, event: QMouseEvent) -> None:
        grid = self._grid
        pressed, feeling, level = self._pressed, self._feeling, self._level
        on_chip = self._on_chip and not self._drawing
        self.give_up()
        if feeling is not None and level is not None:
            grid.hands().drop_feeling(feeling[0], level)
            grid.viewport().update()
        elif on_chip and pressed is not None and self._chip_at(pressed[0], event.position()):
            grid.hands().press_chip()

    def _double(self, event: QMouseEvent) -> None:
        spot = self._spot(event.position())
        if spot is None or self._chip_at(spot, event.position()):
            return
        self._grid.select(spot)
        self._grid.writing.begin()

    def _menu(self, event: QContextMenuEvent) -> bool:
        grid = self._grid
        spot = self._spot(QPointF(event.pos()))
        if spot is None:
            return False
        grid.setFocus(Qt.FocusReason.MouseFocusReason)
        chosen = grid.chosen()
        inside = chosen is not None and spot.col in chosen[0] and spot.row in chosen[1]
        if not inside:
            grid.select(spot, show=False)
        grid.hands().show_menu(event.globalPos())
        return True

    def _tell(self, event: QHelpEvent) -> bool:
        """Show all words of a card of which only some are shown."""
        spot = self._spot(QPointF(event.pos()))
        scene = self._grid.scene
        if spot is None:
            return False
        cards = scene.contents.at(spot.col, spot.row)
        if spot.card >= len(cards):
            return False
        text = cards[spot.card].text
        feelings = scene.is_feelings(spot.row)
        cut = feelings or scene.views(spot.col, spot.row)[spot.card].cut
        if not cut or not text.strip():
            return False
        QToolTip.showText(event.globalPos(), plain(text[:_LONGEST_TIP]), self._grid.viewport())
        return True
