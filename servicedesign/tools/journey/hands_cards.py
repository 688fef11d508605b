"""What keys and mouse do to one card or one head of a map: from the grid to the actions.

Owns that way for words, levels, marks, evidence and issues, and what is said afterwards. The rules
are in the actions; blocks and what comes and goes are in ``hands``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QGuiApplication

from servicedesign.model import Cell, Lane, LaneKind, Phase, Record
from servicedesign.tools import taking_up
from servicedesign.tools.journey import cells, lanes, levels, phases
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.grid.map_grid import MapGrid
from servicedesign.tools.journey.grid.moving import SPAN, WHEN, Spot
from servicedesign.tools.journey.grid.words import card_at
from servicedesign.ui.evidence_picking import pick_evidence

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext

_SIGN_MS = 1_200
"""A digit so soon after a plus or a minus belongs to it."""


class CardHands:
    """Carries out what is asked for at the cursor of one grid.

    Attributes:
        context: of the editor.
        grid: where it is asked for.
    """

    def __init__(self, context: EditorContext, grid: MapGrid) -> None:
        """Work for ``grid``."""
        self.context = context
        self.grid = grid
        self._sign: tuple[Spot, int] | None = None
        self._since = QElapsedTimer()

    # Where one is -----------------------------------------------------------------------------

    def locked(self) -> bool:
        """Tell whether nothing may be changed."""
        return self.context.read_only

    def card(self) -> Cell | None:
        """Return the card at the cursor as the project has it now."""
        spot = self.grid.spot()
        found = card_at(self.grid.scene.contents, spot) if spot is not None else None
        return self.context.project.find(Cell, found.id) if found is not None else None

    def place(self) -> Place | None:
        """Return the place of the cursor, or None on a head."""
        spot = self.grid.spot()
        if spot is None or not spot.in_body:
            return None
        return self.grid.scene.contents.place(spot.col, spot.row)

    def phase(self) -> Phase | None:
        """Return the phase of the cursor's head (in the body of its column), or None."""
        spot = self.grid.spot()
        if spot is None or spot.in_lane_head:
            return None
        column = self.grid.scene.contents.columns[spot.col]
        return column.head if spot.row == SPAN else column.phase

    def lane(self) -> Lane | None:
        """Return the lane of the cursor, or None on the head of a phase."""
        spot = self.grid.spot()
        if spot is None or spot.row < 0:
            return None
        return self.grid.scene.contents.lanes[spot.row]

    def record(self) -> Record | None:
        """Return what the cursor is on: a card, a phase, a lane; None on an empty place."""
        spot = self.grid.spot()
        if spot is None:
            return None
        if spot.in_body:
            return self.card()
        return self.phase() if spot.in_phase_head else self.lane()

    # Writing ----------------------------------------------------------------------------------

    def write(self, spot: Spot, text: str) -> None:
        """Write the words of a card or a head; what has no place any more goes to the clipboard."""
        project, contents = self.context.project, self.grid.scene.contents
        if spot.in_lane_head:
            lane = project.find(Lane, contents.lanes[spot.row].id)
            if lane is not None:
                lanes.rename_lane(project, lane.id, text)
                return
        elif spot.in_phase_head:
            column = contents.columns[spot.col]
            phase = column.head if spot.row == SPAN else column.phase
            if phase is not None and project.find(Phase, phase.id) is not None:
                phases.write_phase(
                    project, phase.id, "when" if spot.card == WHEN else "title", text
                )
                return
        else:
            place = contents.place(spot.col, spot.row)
            if cells.is_there(project, place):
                card = card_at(contents, spot)
                cells.write_text(project, place, card.id if card else None, text, keep=True)
                return
        self._keep_text(text)

    def _keep_text(self, text: str) -> None:
        """Put what was being written where nothing is any more on the clipboard."""
        if text.strip():
            QGuiApplication.clipboard().setText(text)
            t = self.context.t
            self.context.shell.toast(
                t("書いていた升がなくなりました。文字はクリップボードに写してあります。")
            )

    def finish(self, spot: Spot) -> None:
        """Let a card go on which nothing is left; what is written next is a step of its own."""
        self._tidy(spot)
        self.context.project.break_merge()

    def _tidy(self, spot: Spot) -> None:
        if self.locked() or not spot.in_body:
            return
        project, contents = self.context.project, self.grid.scene.contents
        if spot.row >= len(contents.lanes) or spot.col >= len(contents.columns):
            return
        found = card_at(contents, spot)
        card = project.find(Cell, found.id) if found is not None else None
        if card is not None and not card.text and cells.is_bare(project, card):
            cells.write_text(project, Place(card.phase_id, card.lane_id), card.id, "")

    def take_level(self, text: str) -> bool:
        """Take typed text as a level or a step of a feeling."""
        spot, place, lane = self.grid.spot(), self.place(), self.lane()
        if lane is None or place is None or spot is None or lane.kind is not LaneKind.EMOTION:
            return False
        if self.locked():
            return False
        step, level = levels.only_step(text), levels.only_level(text)
        card = self.card()
        card_id = card.id if card else None
        if step:
            self._sign = (spot, step)
            self._since.start()
            cells.step_emotion(self.context.project, place, card_id, step)
        elif level is not None:
            cells.set_emotion(self.context.project, place, card_id, self._signed(spot, level))
            self._sign = None
        else:
            return False
        return True

    def _signed(self, spot: Spot, level: float) -> float:
        """Return a typed level with the sign that was typed right before it."""
        sign = self._sign
        if sign is None or sign[0] != spot or self._since.elapsed() > _SIGN_MS:
            return level
        return abs(level) * sign[1]

    def drop_feeling(self, spot: Spot, level: float) -> None:
        """Say how it feels at a spot."""
        contents = self.grid.scene.contents
        card = card_at(contents, spot)
        place = contents.place(spot.col, spot.row)
        cells.set_emotion(self.context.project, place, card.id if card else None, level)

    # Marks ------------------------------------------------------------------------------------

    def turn_outcome(self) -> None:
        """Turn how the action at the cursor ended."""
        place, card = self.place(), self.card()
        if place is None or (lane := self.lane()) is None:
            return
        if lane.kind is not LaneKind.ACTION:
            self._say(self.context.t("できた・一部・できなかったは、「行動内容」の升につけます。"))
            return
        cells.turn_outcome(self.context.project, place, card.id if card else None)

    def turn_evidence(self) -> None:
        """Turn how well the card at the cursor is founded."""
        place, card, lane = self.place(), self.card(), self.lane()
        if place is None or lane is None:
            return
        if lane.kind is LaneKind.EMOTION:
            self._say(self.context.t("感情は、根拠をつなぐ（Ctrl+K）だけにします。"))
            return
        cells.turn_evidence(self.context.project, place, card.id if card else None)

    def link(self, start: str = "") -> None:
        """Let the person choose what the card at the cursor rests on."""
        card, lane = self.card(), self.lane()
        t = self.context.t
        if card is None or lane is None:
            self._say(t("根拠は、何か書いてある升につなぎます。"))
            return
        claim = f"{t(lanes.lane_name(lane))}　{' '.join(card.text.split())}"
        pick_evidence(
            self.context,
            card,
            "",
            claim,
            self.grid.window(),
            start=start,
            commit=lambda targets: cells.found_card(self.context.project, card.id, targets),
        )

    def make_issue(self) -> None:
        """Make the pain point at the cursor an issue; one that is one already is shown."""
        card, lane = self.card(), self.lane()
        t, shell = self.context.t, self.context.shell
        if lane is None or lane.kind is not LaneKind.PAIN_POINT:
            self._say(t("課題にするのは、「困りごと」の升です。"))
            return
        if card is None or not (card.text.strip() or card.number):
            self._say(t("困りごとを書いてから、課題にします。"))
            return
        known = taking_up.issue_of(self.context.project, card.id)
        if known is not None:
            if not shell.go("issue", known.id):
                self._say(t("これは課題{number}です。", number=known.number))
            return
        issue = taking_up.take_up(self.context.project, card.id)
        shell.toast(t("課題{number}にしました。", number=issue.number), undo=True)

    def press_chip(self) -> None:
        """Make the card at the cursor an issue, or go to the issue it is."""
        self.make_issue()

    def _say(self, text: str) -> None:
        self.context.shell.toast(text)
