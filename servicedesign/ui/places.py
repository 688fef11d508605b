"""Where one has been, for back and forward after a jump.

Owns the two ways; must not know what a place looks like.
"""

from __future__ import annotations

from dataclasses import dataclass

_MOST = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A view, and the record in it when one was jumped to.

    Attributes:
        view: a tool's id or the print list.
        kind: the record's kind, or empty.
        record_id: the record, or empty.
        field: its field, or empty.
    """

    view: str
    kind: str = ""
    record_id: str = ""
    field: str = ""


class Places:
    """A line of places with the present one in it."""

    def __init__(self) -> None:
        """Make an empty line."""
        self._line: list[Place] = []
        self._here = -1

    def visit(self, place: Place) -> None:
        """Go to ``place``; what lay ahead is forgotten."""
        if self._here >= 0 and self._line[self._here] == place:
            return
        self._line = [*self._line[: self._here + 1], place][-_MOST:]
        self._here = len(self._line) - 1

    def step(self, offset: int) -> Place | None:
        """Go one back (-1) or forward (1) and return the place, or None at the end."""
        there = self._here + offset
        if not 0 <= there < len(self._line):
            return None
        self._here = there
        return self._line[there]
