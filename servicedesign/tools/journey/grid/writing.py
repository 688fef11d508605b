"""Writing on a map: the one field, where it stands, whose words it holds.

Owns the way between the cursor and the field: it rests on what is chosen, grows while one writes,
and hands its text to the hands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFont, QGuiApplication

from servicedesign.tools.journey.grid import words
from servicedesign.tools.journey.grid.cell_edit import CellEdit
from servicedesign.tools.journey.grid.keys import handle_key
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.tools.journey.grid.scene import Live
from servicedesign.tools.journey.grid.text_lines import Type
from servicedesign.ui.theme import theme

if TYPE_CHECKING:
    from servicedesign.tools.journey.grid.map_grid import MapGrid


class Writing(QObject):
    """The field of one grid.

    Attributes:
        edit: the field.
    """

    def __init__(self, grid: MapGrid) -> None:
        """Make a field that rests."""
        super().__init__(grid)
        self._grid = grid
        self._at: Spot | None = None
        self.edit = CellEdit(
            lambda event, busy: handle_key(grid, event, busy),
            lambda text: grid.hands().take_level(text),
            grid,
        )
        self.edit.setReadOnly(grid.scene.reading)
        self.edit.began.connect(self._on_began)
        self.edit.ended.connect(self._on_ended)
        self.edit.grown.connect(self._on_grown)
        self.edit.committed.connect(self._on_committed)
        self.edit.menu_asked.connect(self._on_menu)
        self.edit.entered.connect(grid.entered)
        self.edit.left.connect(grid.update_all)

    # Whose words ------------------------------------------------------------------------------

    def spot(self) -> Spot | None:
        """Return what is being written, or None."""
        return self._at

    def is_at(self, spot: Spot) -> bool:
        """Tell whether the words at a spot are being written."""
        if self._at is None or self._at.card != spot.card or self._at.row != spot.row:
            return False
        if self._at.col == spot.col:
            return True
        columns = self._grid.scene.contents.columns
        return spot.row < -1 and columns[self._at.col].head is columns[spot.col].head

    def begin(self) -> None:
        """Write on at the end of what stands at the cursor."""
        if self._grid.spot() is not None:
            self.edit.setFocus()
            self.edit.begin(anew=False)

    def leave(self) -> None:
        """End what is written; the text is kept."""
        self.edit.rest()

    def lose(self) -> None:
        """End what is written because its place is gone; the text is kept elsewhere."""
        self.edit.flush()
        self.edit.drop()

    def take_over(self) -> None:
        """Take over what the project says now of what is being written or chosen."""
        spot = self._grid.spot()
        if self._at is not None and spot is not None and spot != self._at:
            self._at = spot
            self._grid.scene.move_live(spot)
        text = words.text_at(self._grid.scene.contents, spot) if spot is not None else ""
        self.edit.show_from_outside(text)

    def _on_began(self) -> None:
        self._at = self._grid.spot()
        self._on_grown()

    def _on_ended(self) -> None:
        spot, self._at = self._at, None
        self._grid.scene.set_live(None)
        if spot is not None:
            self._grid.hands().finish(spot)
        self._grid.lay_out()

    def _on_grown(self) -> None:
        if self._at is None:
            return
        grid = self._grid
        height = self.edit.text_height() / grid.zoom
        grid.scene.set_live(Live(self._at, height))
        grid.lay_out()
        grid.ensure_seen()

    def _on_committed(self, text: str) -> None:
        grid = self._grid
        spot = self._at
        if spot is None:
            return
        if self.edit.anew() and grid.hands().take_level(text):
            self.edit.drop()
            return
        grid.hands().write(spot, text)

    def _on_menu(self) -> None:
        rect = self.edit.rect()
        self._grid.hands().show_menu(self.edit.mapToGlobal(QPoint(rect.left(), rect.bottom())))

    # Where it stands --------------------------------------------------------------------------

    def place(self) -> None:
        """Stand where the cursor is, and be called by it."""
        grid = self._grid
        spot = grid.spot()
        if spot is None:
            self.edit.setGeometry(0, 0, 1, 1)
            self.edit.aim("", grid.t("地図"))
            return
        contents = grid.scene.contents
        before = self.edit.accessibleName()
        name = words.spoken(contents, spot, grid.t)
        if not self.edit.writing():
            self.edit.aim(words.text_at(contents, spot), name)
        face, box, pane, centred = self._measures(spot)
        self.edit.set_type(_scaled(face.font, grid.zoom), face.pitch * grid.zoom, centred=centred)
        # Qt puts two thirds of what a line is higher than its letters above them, a label half.
        box.translate(0, -(face.pitch - face.metrics.height()) / 6 * grid.zoom)
        if self.edit.writing():
            box.setHeight(max(box.height(), float(self.edit.text_height())))
            box.setHeight(min(box.height(), float(max(1, pane.height()))))
        self.edit.place(box.toAlignedRect(), pane)
        if before != name and self.edit.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.edit, QAccessible.Event.Focus))

    def _measures(self, spot: Spot) -> tuple[Type, QRectF, QRect, bool]:
        """Return the type, the place and the pane of the field, in px of the grid."""
        grid = self._grid
        if spot.in_phase_head or spot.in_lane_head:
            heads = grid.phase_heads if spot.in_phase_head else grid.lane_heads
            rect, pane = heads.field_rect(spot), heads.geometry()
            shift = grid.to_view(QRectF(rect.x(), rect.y(), 0, 0))
            x = shift.x() if spot.in_phase_head else rect.x() * grid.zoom
            y = rect.y() * grid.zoom if spot.in_phase_head else shift.y()
            box = QRectF(x, y, rect.width() * grid.zoom, rect.height() * grid.zoom)
            self.edit.raise_()
            return heads.face(spot), box.translated(pane.topLeft()), pane, False
        self.edit.stackUnder(grid.phase_heads)
        rect, face, centred = self._body_rect(spot)
        pane = grid.viewport().geometry()
        return face, grid.to_view(rect).translated(pane.topLeft()), pane, centred

    def _body_rect(self, spot: Spot) -> tuple[QRectF, Type, bool]:
        scene = self._grid.scene
        card = scene.card_rect(spot)
        if not scene.is_feelings(spot.row):
            view = scene.views(spot.col, spot.row)[spot.card]
            words_at = view.text_rect.translated(card.topLeft())
            words_at.setWidth(view.field_width)
            return words_at, scene.types.text, False
        return self._reason_rect(spot, card), scene.reason, True

    def _reason_rect(self, spot: Spot, card: QRectF) -> QRectF:
        """Return where the reason of a feeling is written, within its lane."""
        scene = self._grid.scene
        cards = scene.contents.at(spot.col, spot.row)
        view = scene.feelings(spot.row)
        known = view.reason_rect(cards[spot.card].id) if spot.card < len(cards) else None
        pad = theme().px(4)
        wide = card.width() - 2 * pad
        height = scene.reason.pitch
        if scene.live is not None and scene.live.spot == spot:
            height = max(height, scene.live.height)
        top = card.top() + known.top() if known is not None else card.top() + view.y(0)
        top = min(top, card.bottom() - height - pad)
        return QRectF(card.left() + pad, max(card.top() + pad, top), wide, height)


def _scaled(font: QFont, zoom: float) -> QFont:
    """Return ``font`` at ``zoom``, to fractions of a pixel."""
    if zoom == 1.0:
        return font
    made = QFont(font)
    dpi = QGuiApplication.primaryScreen().logicalDotsPerInchY()
    made.setPointSizeF(font.pixelSize() * zoom * 72 / dpi)
    return made
