"""What keys and mouse do on one map beyond one card: blocks, and what comes and goes.

Owns that way from the grid to the actions, and what is said afterwards. The rules are in the
actions; which map is shown is the editor's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from servicedesign.model import LaneKind, Phase
from servicedesign.model.table_text import write_block
from servicedesign.tools.journey import blocks, cells, lanes, phases
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.grid.map_grid import MapGrid
from servicedesign.tools.journey.grid.moving import Spot
from servicedesign.tools.journey.hands_cards import CardHands
from servicedesign.tools.journey.hands_said import gone_words, pasted_words
from servicedesign.tools.journey.pictures import PictureTaker
from servicedesign.ui.dialogs.message_dialog import MessageDialog

if TYPE_CHECKING:
    from servicedesign.tools.journey.leaving import Leaving
    from servicedesign.ui.context import EditorContext


class MapHands(CardHands):
    """Carries out what is asked for on one grid."""

    def __init__(
        self,
        context: EditorContext,
        grid: MapGrid,
        menu: Callable[[MapHands, QPoint], object],
        lane_menu: Callable[[MapHands, QPoint], object],
        pictures: PictureTaker,
    ) -> None:
        """Work for ``grid``.

        Args:
            context: of the editor.
            grid: where things are asked for.
            menu: opens the menu of the cursor.
            lane_menu: opens the menu of new lanes.
            pictures: takes pictures in.
        """
        super().__init__(context, grid)
        self._pictures = pictures
        self._menu = menu
        self._lane_menu = lane_menu
        grid.set_hands(self)

    # Blocks -----------------------------------------------------------------------------------

    def _places(self) -> list[list[Place]]:
        """Return the places chosen, row by row; gaps are left out."""
        spot, chosen = self.grid.spot(), self.grid.chosen()
        contents = self.grid.scene.contents
        if spot is None or not spot.in_body:
            return []
        cols, rows = chosen or (range(spot.col, spot.col + 1), range(spot.row, spot.row + 1))
        solid = [col for col in cols if contents.columns[col].phase is not None]
        return [[contents.place(col, row) for col in solid] for row in rows]

    def clear(self) -> None:
        """Empty what is chosen; on a head delete it, on an empty card take it away."""
        if self.locked() or (spot := self.grid.spot()) is None:
            return
        project = self.context.project
        if not spot.in_body:
            self.delete_head()
        elif self.grid.chosen() is not None:
            places = [place for row in self._places() for place in row]
            count = blocks.clear_block(project, places)
            if count > 1:
                t = self.context.t
                self.context.shell.toast(t.plural("{n}枚を空にしました。", count), undo=True)
        elif (card := self.card()) is not None:
            if card.text or card.image_id or card.emotion is not None:
                cells.clear_cards(project, [card.id])
            else:
                self.delete_card()

    def copy(self) -> None:
        """Put what is chosen on the clipboard, as spreadsheets do."""
        spot, card, lane = self.grid.spot(), self.card(), self.lane()
        if spot is None:
            return
        if self.grid.chosen() is None and card is not None and lane is not None:
            text = write_block([[blocks.card_text(card, lane.kind)]])
        elif spot.in_body:
            text = blocks.copy_block(self.context.project, self._places())
        else:
            text = self.grid.writing.edit.before()
        QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        """Copy, then empty what is chosen."""
        spot = self.grid.spot()
        if spot is not None and spot.in_body:
            self.copy()
            self.clear()

    def paste(self) -> None:
        """Write the clipboard's block from the cursor on; a wider one may make phases."""
        spot = self.grid.spot()
        if self.locked() or spot is None:
            return
        block = blocks.take_block(QGuiApplication.clipboard().text())
        if not block:
            return
        target = self._target(spot)
        wanting = blocks.columns_wanting(block, target)
        room = phases.room_for(self.context.project, target.map_id)
        grow = bool(wanting and room) and self._ask_to_grow(min(wanting, room))
        if grow is None:
            return
        done = blocks.paste_block(self.context.project, block, target, grow=bool(grow))
        said = pasted_words(done, self.context.t)
        if said:
            self.context.shell.toast(said, undo=True)

    def _ask_to_grow(self, count: int) -> bool | None:
        """Ask whether a wider block makes phases; None when nothing is pasted."""
        t = self.context.t
        answer = MessageDialog(
            t("貼り付ける表が、地図より広いです。"),
            [t.plural("右に{n}列はみ出します。フェーズを足して貼りますか。", count)],
            [
                t.context("button", "やめる"),
                t("はみ出す列は貼らない"),
                t.plural("フェーズを{n}個足して貼る", count),
            ],
            self.grid.window(),
        ).ask()
        return {1: False, 2: True}.get(answer)

    def _target(self, spot: Spot) -> blocks.Target:
        contents = self.grid.scene.contents
        columns = contents.columns[max(0, spot.col) :]
        rows = contents.lanes[max(0, spot.row) :]
        return blocks.Target(
            contents.journey.id,
            [column.id for column in columns if column.phase is not None],
            [lane.id for lane in rows],
            card=spot.card if spot.in_body else 0,
            names_phases=spot.in_phase_head,
            names_lanes=spot.in_lane_head,
        )

    # Heads and cards that come and go ---------------------------------------------------------

    def shift(self, dx: int, dy: int) -> None:
        """Move the phase or the lane of the cursor."""
        phase, lane = self.phase(), self.lane()
        if self.locked():
            return
        if dx and phase is not None:
            phases.step_phase(self.context.project, phase.id, dx)
        elif dy and lane is not None:
            lanes.step_lane(self.context.project, lane.id, dy)
        self.grid.ensure_seen()

    def drop_phase(self, phase_id: str, index: int) -> None:
        """Move a phase to a place among its neighbours."""
        phases.move_phase(self.context.project, phase_id, index)

    def drop_lane(self, lane_id: str, index: int) -> None:
        """Move a lane to a place among those shown."""
        lanes.move_lane(self.context.project, lane_id, index)

    def add(self) -> None:
        """Add one more of what the cursor is on: a card, a phase or stage, a lane."""
        spot = self.grid.spot()
        if self.locked():
            return
        if spot is None or spot.in_phase_head:
            self._add_head()
        elif spot.in_lane_head:
            self.new_lane(LaneKind.CUSTOM)
        elif self.grid.scene.is_feelings(spot.row):
            self._say(self.context.t("感情は、フェーズに一つです。"))
        else:
            self.grid.select_extra()

    def _add_head(self) -> None:
        spot, phase = self.grid.spot(), self.phase()
        contents = self.grid.scene.contents
        staged = spot is not None and spot.row == -1 and contents.columns[spot.col].is_stage
        if staged and phase is not None:
            self.write_head(phases.add_stage(self.context.project, phase.id))
            return
        after = phase.id if phase is not None else None
        self.write_head(phases.add_phase(self.context.project, contents.journey.id, after=after))

    def write_head(self, phase: Phase) -> None:
        """Go to the head of a phase and write its name."""
        col = self.grid.scene.contents.column_of(phase.id)
        if col >= 0:
            self.grid.select(Spot(col, -1))
            self.grid.writing.begin()

    def add_phase(self) -> None:
        """Add a phase behind all others."""
        if not self.locked():
            map_id = self.grid.scene.contents.journey.id
            self.write_head(phases.add_phase(self.context.project, map_id))

    def add_lane(self, where: QPoint) -> None:
        """Offer the kinds of lanes."""
        if not self.locked():
            self._lane_menu(self, where)

    def new_lane(self, kind: LaneKind) -> None:
        """Add a lane of a kind behind that of the cursor; one of one's own is named at once."""
        lane = self.lane()
        map_id = self.grid.scene.contents.journey.id
        made = lanes.add_lane(self.context.project, map_id, kind, after=lane.id if lane else None)
        row = self.grid.scene.contents.row_of(made.id)
        self.grid.select(Spot(-1, row))
        if kind is LaneKind.CUSTOM:
            self.grid.writing.begin()

    def delete_head(self) -> None:
        """Delete the phase or the lane of the cursor, after telling what goes with it."""
        spot, phase, lane = self.grid.spot(), self.phase(), self.lane()
        project, t = self.context.project, self.context.t
        if self.locked() or spot is None:
            return
        if spot.in_lane_head and lane is not None:
            name = t("レーン「{name}」", name=t(lanes.lane_name(lane)))
            if self._sure(name, lanes.hangs_on_lane(project, lane.id)):
                lanes.delete_lane(project, lane.id)
                self.context.shell.toast(t("{name}を消しました。", name=name), undo=True)
        elif phase is not None:
            name = t("フェーズ「{name}」", name=t(phases.phase_name(phase)))
            if self._sure(name, phases.hangs_on_phase(project, phase.id)):
                phases.delete_phase(project, phase.id)
                self.context.shell.toast(t("{name}を消しました。", name=name), undo=True)

    def _sure(self, name: str, what: Leaving) -> bool:
        """Tell what goes with something, where anything does, and ask."""
        t = self.context.t
        said = gone_words(what, t)
        if not said:
            return True
        sentences: Sequence[str] = [said, t("Ctrl+Z を一度押すと、すべて元に戻ります。")]
        labels = [t.context("button", "やめる"), t("消す")]
        title = t("{name}を消しますか。", name=name)
        return MessageDialog(title, sentences, labels, self.grid.window()).ask() == 1

    def delete_card(self) -> None:
        """Delete the card at the cursor, and tell what went with it."""
        card, t = self.card(), self.context.t
        if self.locked() or card is None:
            return
        said = gone_words(cells.hangs_on_cards(self.context.project, [card.id]), t, card=True)
        cells.delete_cards(self.context.project, [card.id])
        self.context.shell.toast(said or t("カードを消しました。"), undo=True)

    def choose_picture(self) -> None:
        """Let the person choose a picture for the card at the cursor.

        Raises:
            ProjectError: the file cannot be read.
        """
        place, card = self.place(), self.card()
        if place is not None and not self.locked():
            self._pictures.choose(place, card.id if card else None, self.grid.window())

    def show_menu(self, where: QPoint) -> None:
        """Open the menu of the cursor at a place on the screen."""
        self._menu(self, where)

    def edit(self) -> None:
        """Write on at the end of what stands at the cursor."""
        self.grid.writing.begin()
