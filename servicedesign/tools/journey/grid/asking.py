"""What the grid asks for when a key or the mouse means more than moving.

Owns the shape alone; ``hands.MapHands`` carries it out.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint

from servicedesign.tools.journey.grid.moving import Spot


class Hands(Protocol):
    """Carries out what is asked for at the cursor of one grid."""

    def write(self, spot: Spot, text: str) -> None:
        """Write the words of a card or a head; what has no place any more is kept elsewhere."""

    def finish(self, spot: Spot) -> None:
        """Let a card go on which nothing is left, now that nobody writes on it."""

    def take_level(self, text: str) -> bool:
        """Take typed text as a level or a step of a feeling; False when it is none here."""

    def clear(self) -> None:
        """Empty what is selected."""

    def copy(self) -> None:
        """Put what is selected on the clipboard."""

    def delete_card(self) -> None:
        """Delete the card at the cursor, with what hangs on it."""

    def cut(self) -> None:
        """Copy, then empty what is selected."""

    def paste(self) -> None:
        """Write the clipboard's block from the cursor on."""

    def shift(self, dx: int, dy: int) -> None:
        """Move the phase or the lane of the cursor."""

    def add(self) -> None:
        """Add one more of what the cursor is on."""

    def show_menu(self, where: QPoint) -> None:
        """Open the menu of the cursor at a place on the screen."""

    def press_chip(self) -> None:
        """Make the card at the cursor an issue, or go to the issue it is."""

    def drop_phase(self, phase_id: str, index: int) -> None:
        """Move a phase to a place among its neighbours."""

    def drop_lane(self, lane_id: str, index: int) -> None:
        """Move a lane to a place among those shown."""

    def drop_feeling(self, spot: Spot, level: float) -> None:
        """Say how it feels at a spot."""

    def add_phase(self) -> None:
        """Add a phase behind all others."""

    def add_lane(self, where: QPoint) -> None:
        """Offer the kinds of lanes at a place on the screen."""
