"""The maps on screen: one, or today's above the wished one, scrolled and zoomed together.

Owns which grids there are and what ties them. Must not know the head nor the inspector.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import Cell, JourneyMap, Lane, Phase
from servicedesign.tools.journey.contents import read_contents
from servicedesign.tools.journey.differences import differences
from servicedesign.tools.journey.differences_panel import DifferencesPanel
from servicedesign.tools.journey.grid.map_grid import MapGrid
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.tools.journey.grid.words import spot_of
from servicedesign.tools.journey.hands import MapHands
from servicedesign.tools.journey.menus import open_lane_menu, open_menu
from servicedesign.tools.journey.pictures import PictureTaker, SmallPictures
from servicedesign.tools.map_pairing import as_is_and_to_be
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.text_label import TextLabel

_LIST = 320
"""Width of the list of differences in px at 100 %."""


class MapDesks(QWidget):
    """One map or two.

    Signals:
        cursor_changed: the cursor of the grid in use went elsewhere, or what stands there changed.
        zoomed: the maps are shown larger or smaller.
        record_asked: kind and id of a record to go to, from the list of differences.
    """

    cursor_changed = Signal()
    zoomed = Signal()
    record_asked = Signal(str, str)

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show no map."""
        super().__init__(parent)
        self._context = context
        self._pictures = SmallPictures(context.project, self)
        self._pictures.arrived.connect(self._on_picture)
        self._taker = PictureTaker(context, self)
        self._desks: list[MapHands] = []
        self._active = 0
        self._spots: dict[str, Spot] = {}
        self._zoom = 1.0
        self._list: DifferencesPanel | None = None
        self._inner: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    # Which maps -------------------------------------------------------------------------------

    def map_ids(self) -> tuple[str, ...]:
        """Return the ids of the maps shown."""
        return tuple(desk.grid.scene.contents.journey.id for desk in self._desks)

    def show_maps(self, maps: Sequence[JourneyMap]) -> None:
        """Show one map, or two of which the first lies above."""
        wanted = tuple(one.id for one in maps)
        if wanted == self.map_ids():
            return
        self._put_away()
        self._desks = [self._desk(one, maps) for one in maps]
        for desk in self._desks:
            spot = self._spots.get(desk.grid.scene.contents.journey.id)
            if spot is not None:
                desk.grid.select(spot, show=False)
            desk.grid.set_zoom(self._zoom)
        if not self._desks:
            return
        self._inner = self._arranged(maps)
        self._box.addWidget(self._inner)
        self._show_differences()

    def _put_away(self) -> None:
        for desk in self._desks:
            desk.grid.writing.leave()
            spot = desk.grid.spot()
            if spot is not None:
                self._spots[desk.grid.scene.contents.journey.id] = spot
        if self._inner is not None:
            self._box.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._desks, self._inner, self._list, self._active = [], None, None, 0

    def _desk(self, journey: JourneyMap, maps: Sequence[JourneyMap]) -> MapHands:
        beside = next((one.id for one in maps if one.id != journey.id), "")
        grid = MapGrid(
            read_contents(self._context.project, journey.id, beside=beside),
            self._context.t,
            reading=self._context.read_only,
            picture=self._pictures.find,
        )
        hands = MapHands(self._context, grid, open_menu, open_lane_menu, self._taker)
        grid.spot_changed.connect(lambda: self._on_spot(hands))
        grid.entered.connect(lambda: self._on_entered(hands))
        grid.zoomed.connect(lambda: self._on_zoomed(hands))
        return hands

    def _arranged(self, maps: Sequence[JourneyMap]) -> QWidget:
        if len(self._desks) == 1:
            return self._desks[0].grid
        t = self._context.t
        columns = QSplitter(Qt.Orientation.Vertical)
        columns.setChildrenCollapsible(False)
        for desk, title in zip(self._desks, (t("現状"), t("理想")), strict=True):
            columns.addWidget(_titled(title, desk.grid))
        upper, lower = (desk.grid.horizontalScrollBar() for desk in self._desks)
        upper.valueChanged.connect(lower.setValue)
        lower.valueChanged.connect(upper.setValue)
        self._desks[0].grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list = DifferencesPanel(t)
        self._list.chosen.connect(self.record_asked)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setChildrenCollapsible(False)
        whole.addWidget(columns)
        whole.addWidget(self._list)
        whole.setStretchFactor(0, 1)
        whole.setStretchFactor(1, 0)
        self._list.setMinimumWidth(theme().px(220))
        whole.setSizes([theme().px(2_000), theme().px(_LIST)])
        return whole

    def stop(self) -> None:
        """Let pictures that are being made come to their end."""
        self._pictures.stop()
        self._taker.stop()

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what changed in the maps that are shown; they must still be there."""
        ids = self.map_ids()
        for desk in list(self._desks):
            grid = desk.grid
            map_id = grid.scene.contents.journey.id
            beside = next((one for one in ids if one != map_id), "")
            contents = read_contents(self._context.project, map_id, beside=beside)
            if contents != grid.scene.contents:
                grid.show_contents(contents)
        self._show_differences()

    def _show_differences(self) -> None:
        if self._list is None:
            return
        pair = as_is_and_to_be(self._context.project, self.map_ids()[0])
        if pair is not None:
            found = differences(self._context.project, pair[0].id, pair[1].id)
            self._list.show_differences(found)

    # Which one is in use ----------------------------------------------------------------------

    def hands(self) -> MapHands | None:
        """Return the hands of the grid in use."""
        return self._desks[self._active] if self._desks else None

    def all_hands(self) -> tuple[MapHands, ...]:
        """Return the hands of every grid shown, the upper one first."""
        return tuple(self._desks)

    def spot_of(self, record: Phase | Lane | Cell, field: str) -> Spot | None:
        """Return where a record stands on the maps that are shown, or None."""
        for desk in self._desks:
            contents = desk.grid.scene.contents
            if contents.journey.id == record.map_id:
                return spot_of(contents, record, field)
        return None

    def reveal(self, map_id: str, spot: Spot | None) -> None:
        """Go to a spot of a map that is shown, and put the focus there."""
        for number, desk in enumerate(self._desks):
            if desk.grid.scene.contents.journey.id == map_id:
                self._active = number
                if spot is not None:
                    desk.grid.select(spot)
                desk.grid.setFocus(Qt.FocusReason.OtherFocusReason)
                self.cursor_changed.emit()

    def _on_spot(self, hands: MapHands) -> None:
        if hands is self.hands():
            self.cursor_changed.emit()

    def _on_entered(self, hands: MapHands) -> None:
        if hands in self._desks and hands is not self.hands():
            self._active = self._desks.index(hands)
            self.cursor_changed.emit()
        hands.grid.update_all()

    # Zoom -------------------------------------------------------------------------------------

    def zoom(self) -> float:
        """Return how large the maps are shown."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show all maps at ``zoom``."""
        self._zoom = zoom
        for desk in self._desks:
            if desk.grid.zoom != zoom:
                desk.grid.set_zoom(zoom)
        self.zoomed.emit()

    def step_zoom(self, side: int) -> None:
        """Show the maps one step larger (1) or smaller (−1), around the grid in use."""
        hands = self.hands()
        if hands is not None:
            hands.grid.step_zoom(side)

    def fit(self) -> None:
        """Show the maps as large as they fit whole."""
        if not self._desks:
            return
        zoom, column = min(desk.grid.fitting_zoom() for desk in self._desks)
        self._zoom = zoom
        for desk in self._desks:
            desk.grid.fit(zoom, column)
        self.zoomed.emit()

    def _on_zoomed(self, hands: MapHands) -> None:
        if hands in self._desks and hands.grid.zoom != self._zoom:
            self.set_zoom(hands.grid.zoom)

    def _on_picture(self) -> None:
        for desk in self._desks:
            desk.grid.viewport().update()


def _titled(title: str, grid: QWidget) -> QWidget:
    """Return a grid under a line that says which of the two it is."""
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    label: QLabel = TextLabel(title, size=tokens.BASE_PX, bold=True)
    look = theme()
    label.setContentsMargins(look.px(16), look.px(3), 0, look.px(3))
    box.addWidget(label)
    box.addWidget(grid, 1)
    return page
