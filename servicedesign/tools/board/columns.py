"""Clusters as columns: a way of looking alone, in which nothing that is stored moves.

Owns where notes stand in it. What was found out about a note or a column is kept for as long as its
records stay the same, so that typing on one of thousands of notes changes that one alone. Must not
change a record nor paint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import Board, Cluster, Note
from servicedesign.store import Project
from servicedesign.tools.board.cluster_parts import box_of, sheet_of
from servicedesign.tools.board.cluster_places import INSET, SIDE
from servicedesign.tools.board.looks import note_look
from servicedesign.tools.board.places import in_reading_order
from servicedesign.tools.board.sheets_shown import LOOSE, TALL_HEAD, notes_by_cluster
from servicedesign.ui.canvas.looks import ClusterLook, NoteLook

_MOST_ROWS: Final = 12
"""Notes below each other in a column before it becomes wider."""
_MOST_IN_ROW: Final = 14
"""More columns than this may stand in several rows."""
_SHAPE: Final = 2.2
"""Width to height of all columns together, about that of a screen."""
_APART: Final = 24.0
_GAP: Final = 8.0
_TOP: Final = TALL_HEAD + 4.0

HeightOf = Callable[[NoteLook], float]
"""Returns how high a note is with its words."""


@dataclass(slots=True)
class _Card:
    """A note in a column: its record, what is seen of it, and how high it is with its words."""

    note: Note
    look: NoteLook
    height: float


@dataclass(slots=True)
class _Column:
    """Cards where they stand under a head, from the left upper corner of its sheet."""

    sheet: ClusterLook
    cards: list[tuple[_Card, float, float]]


class Columns:
    """The columns of one board after the other."""

    def __init__(self, project: Project, height_of: HeightOf, t: Translator) -> None:
        """Look at ``project``; ``height_of`` is asked once for each look of a note."""
        self._project = project
        self._height_of = height_of
        self.t = t
        self._cards: dict[str, _Card] = {}
        self._orders: dict[str | None, tuple[list[_Place], list[str]]] = {}

    def forget(self) -> None:
        """Look at every note anew: a group, a photo or a sketch changed, or nobody looks."""
        self._cards.clear()
        self._orders.clear()

    def shown(self, board: Board) -> tuple[list[NoteLook], list[ClusterLook]]:
        """Return notes and clusters of ``board`` column by column.

        Columns follow each other as one reads the sheets on the board; notes within one as one
        reads them there, those of a pile too. Those of no cluster come last.
        """
        held = notes_by_cluster(self._project, board)
        known = {note.id for notes in held.values() for note in notes}
        self._cards = {one: card for one, card in self._cards.items() if one in known}
        clusters = {one.id: one for one in self._project.all(Cluster, board_id=board.id)}
        columns = [
            self._column(key, held.get(key, []), clusters[key].title)
            for key in in_reading_order({key: sheet_of(one) for key, one in clusters.items()})
        ]
        if held.get(None) or not columns:
            columns.append(self._column(None, held.get(None, []), self.t("まだ束ねていない")))
        return _in_rows(columns)

    def _column(self, key: str | None, notes: Sequence[Note], title: str) -> _Column:
        by_id = {note.id: note for note in notes}
        cards = [self._card(by_id[one]) for one in self._order(key, by_id)]
        lanes = max(1, ceil(len(cards) / _MOST_ROWS))
        rows = max(1, ceil(len(cards) / lanes))
        wide = max((card.note.width for card in cards), default=SIDE)
        placed: list[tuple[_Card, float, float]] = []
        foot = _TOP + SIDE / 2
        for lane in range(lanes):
            y, x = _TOP, INSET + lane * (wide + _GAP)
            for card in cards[lane * rows : (lane + 1) * rows]:
                placed.append((card, x, y))
                y += card.height + _GAP
            foot = max(foot, y - _GAP)
        count = self.t.plural("{n}案", len(cards))
        width = lanes * wide + (lanes - 1) * _GAP + 2 * INSET
        sheet = ClusterLook(
            key or LOOSE, 0.0, 0.0, width, foot + INSET, title, count, head=TALL_HEAD,
            fixed=key is None,
        )  # fmt: skip
        return _Column(sheet, placed)

    def _order(self, key: str | None, notes: Mapping[str, Note]) -> list[str]:
        places = [(one, note.x, note.y, note.height) for one, note in notes.items()]
        before = self._orders.get(key)
        if before is None or before[0] != places:
            order = in_reading_order({one: box_of(note) for one, note in notes.items()})
            before = self._orders[key] = (places, order)
        return before[1]

    def _card(self, note: Note) -> _Card:
        card = self._cards.get(note.id)
        if card is None or card.note is not note:
            look = note_look(self._project, note)
            card = self._cards[note.id] = _Card(note, look, self._height_of(look))
        return card


_Place = tuple[str, float, float, float]


def _in_rows(columns: Sequence[_Column]) -> tuple[list[NoteLook], list[ClusterLook]]:
    """Put columns beside each other, in several rows where they are very many."""
    looks: list[NoteLook] = []
    sheets: list[ClusterLook] = []
    high = max(column.sheet.height for column in columns)
    wide = sum(column.sheet.width + _APART for column in columns)
    rows = max(1, round(sqrt(wide / (_SHAPE * high)))) if len(columns) > _MOST_IN_ROW else 1
    x = y = foot = 0.0
    for column in columns:
        sheet = column.sheet
        if x and x + sheet.width > wide / rows + sheet.width / 2:
            x, y = 0.0, foot + 2 * _APART
        for card, beside, below in column.cards:
            if card.look.x != x + beside or card.look.y != y + below:
                card.look = card.look.moved_to(x + beside, y + below)
            looks.append(card.look)
        sheets.append(replace(sheet, x=x, y=y))
        x += sheet.width + _APART
        foot = max(foot, y + sheet.height)
    return looks, sheets


def column_at(sheets: Sequence[ClusterLook], x: float, y: float) -> ClusterLook | None:
    """Return the column at a place, the nearest one beside all; None without any."""

    def away(one: ClusterLook) -> float:
        across = max(one.x - x, x - one.x - one.width, 0.0)
        return across + max(one.y - y, y - one.y - one.height, 0.0)

    return min(sheets, key=away, default=None)
