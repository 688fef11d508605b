"""How fast ideas come: how many there are, and how many of them came in the last twenty minutes.

Owns the counting. A note's id holds when it was made, so nothing has to be started or kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from servicedesign.model import Note
from servicedesign.model.ids import made_at
from servicedesign.store import Project
from servicedesign.tools.board.rules import MINUTES

_AHEAD: Final = 60_000
"""Milliseconds that the clock of another PC may be ahead."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Ideas on a board.

    Attributes:
        total: all of them.
        recent: those that were made in the last twenty minutes.
    """

    total: int
    recent: int


def pace_of(project: Project, board_id: str, now: datetime) -> Pace:
    """Return how many ideas are on a board, and how many came lately."""
    notes = project.all(Note, board_id=board_id)
    end = round(now.timestamp() * 1000)
    start = end - MINUTES * 60_000
    made = (made_at(note.id) for note in notes)
    return Pace(len(notes), sum(start <= at <= end + _AHEAD for at in made))
