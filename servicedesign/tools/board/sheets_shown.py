"""How clusters are seen: as sheets where their notes lie, as piles, or as columns.

Owns these three. The columns are a way of looking alone: nothing that is stored moves. Must not
change a record nor paint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import ceil, sqrt
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import Board, Cluster, Note
from servicedesign.store import Project
from servicedesign.tools.board.cluster_parts import Heights, box_of, sheet_of
from servicedesign.tools.board.cluster_places import INSET, SIDE, TOP, sheet_around
from servicedesign.tools.board.looks import note_look
from servicedesign.tools.board.places import enclosing, in_reading_order
from servicedesign.ui.canvas.looks import ClusterLook, NoteLook

LOOSE: Final = "loose"
"""Name of the column of notes that are in no cluster."""
PILE: Final = (232.0, 264.0)
"""Width and height of a folded cluster."""
TALL_HEAD: Final = 92.0
"""Height of a head with a title of two lines."""
_MOST_ROWS: Final = 12
"""Notes below each other in a column before it becomes wider."""
_MOST_IN_ROW: Final = 14
"""More columns than this may stand in several rows."""
_SHAPE: Final = 2.2
"""Width to height of all columns together, about that of a screen."""
_APART: Final = 24.0
_GAP: Final = 8.0
_COLOURS: Final = 3


def is_hidden(project: Project, note: Note) -> bool:
    """Tell whether a note lies in a pile and is not seen."""
    cluster = project.find(Cluster, note.cluster_id)
    return cluster is not None and cluster.folded


def cluster_looks(
    project: Project, board: Board, heights: Heights, t: Translator
) -> list[ClusterLook]:
    """Return what is seen of the clusters of ``board`` where their notes lie."""
    held = _held(project, board)
    return [
        _look(cluster, held.get(cluster.id, []), heights, t)
        for cluster in project.all(Cluster, board_id=board.id)
    ]


def _held(project: Project, board: Board) -> dict[str | None, list[Note]]:
    held: dict[str | None, list[Note]] = {}
    for note in project.all(Note, board_id=board.id):
        held.setdefault(note.cluster_id, []).append(note)
    return held


def _look(cluster: Cluster, notes: Sequence[Note], heights: Heights, t: Translator) -> ClusterLook:
    sheet = sheet_of(cluster)
    if cluster.folded:
        sheet = sheet._replace(width=PILE[0], height=PILE[1])
    elif notes:
        boxes = {note.id: box_of(note, heights) for note in notes}
        sheet = enclosing({"": sheet, " ": sheet_around(boxes.values())})
    colours = tuple(str(note.colour) for note in notes[:_COLOURS]) if cluster.folded else ()
    return ClusterLook(
        id=cluster.id,
        x=sheet.x,
        y=sheet.y,
        width=sheet.width,
        height=sheet.height,
        title=cluster.title,
        count=t.plural("{n}案", len(notes)),
        folded=cluster.folded,
        colours=colours,
        head=TALL_HEAD - 20.0 if cluster.folded else TOP - 12.0,
    )


def in_columns(
    project: Project, board: Board, height_of: Callable[[NoteLook], float], t: Translator
) -> tuple[list[NoteLook], list[ClusterLook]]:
    """Return notes and clusters of ``board`` column by column.

    Columns follow each other as one reads the sheets on the board; notes within one as one reads
    them there, those of a pile too. Those of no cluster come last.
    """
    held = _held(project, board)
    clusters = {cluster.id: cluster for cluster in project.all(Cluster, board_id=board.id)}
    order = in_reading_order({key: sheet_of(cluster) for key, cluster in clusters.items()})
    columns: list[_Column] = []
    for key in order:
        notes = [note_look(project, note) for note in _as_read(held.get(key, []))]
        head = _look(clusters[key], held.get(key, []), {}, t)
        columns.append(_column(notes, height_of, head))
    loose = [note_look(project, note) for note in _as_read(held.get(None, []))]
    if loose or not order:
        count = t.plural("{n}案", len(loose))
        head = ClusterLook(
            LOOSE, 0, 0, 0, 0, t("まだ束ねていない"), count, fixed=True, head=TALL_HEAD
        )
        columns.append(_column(loose, height_of, head))
    return _in_rows(columns)


def _in_rows(columns: Sequence[_Column]) -> tuple[list[NoteLook], list[ClusterLook]]:
    """Put columns beside each other, in several rows where they are very many."""
    looks: list[NoteLook] = []
    sheets: list[ClusterLook] = []
    high = max(sheet.height for _, sheet in columns)
    wide = sum(sheet.width + _APART for _, sheet in columns)
    rows = max(1, round(sqrt(wide / (_SHAPE * high)))) if len(columns) > _MOST_IN_ROW else 1
    x = y = foot = 0.0
    for notes, sheet in columns:
        if x and x + sheet.width > wide / rows + sheet.width / 2:
            x, y = 0.0, foot + 2 * _APART
        looks += [replace(note, x=note.x + x, y=note.y + y) for note in notes]
        sheets.append(replace(sheet, x=x, y=y))
        x += sheet.width + _APART
        foot = max(foot, y + sheet.height)
    return looks, sheets


def _as_read(notes: Iterable[Note]) -> list[Note]:
    by_id = {note.id: note for note in notes}
    order = in_reading_order({key: box_of(note) for key, note in by_id.items()})
    return [by_id[key] for key in order]


_Column = tuple[list[NoteLook], ClusterLook]
"""Notes under a head, and the sheet with it; its left upper corner is the origin."""


def _column(
    notes: Sequence[NoteLook], height_of: Callable[[NoteLook], float], head: ClusterLook
) -> _Column:
    lanes = max(1, ceil(len(notes) / _MOST_ROWS))
    rows = max(1, ceil(len(notes) / lanes))
    wide = max((look.width for look in notes), default=SIDE)
    top = TALL_HEAD + 4.0
    placed: list[NoteLook] = []
    foot = top + SIDE / 2
    for lane in range(lanes):
        y = top
        for look in notes[lane * rows : (lane + 1) * rows]:
            placed.append(replace(look, x=INSET + lane * (wide + _GAP), y=y))
            y += height_of(look) + _GAP
        foot = max(foot, y - _GAP)
    width = lanes * wide + (lanes - 1) * _GAP + 2 * INSET
    return placed, replace(
        head, x=0.0, y=0.0, width=width, height=foot + INSET, folded=False, head=TALL_HEAD
    )


def column_at(sheets: Sequence[ClusterLook], x: float, y: float) -> ClusterLook | None:
    """Return the column at a place, the nearest one beside all; None without any."""

    def away(one: ClusterLook) -> float:
        across = max(one.x - x, x - one.x - one.width, 0.0)
        return across + max(one.y - y, y - one.y - one.height, 0.0)

    return min(sheets, key=away, default=None)
