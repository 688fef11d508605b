"""How clusters are seen: as sheets where their notes lie, as piles, or as columns.

Owns these three. The columns are a way of looking alone: nothing that is stored moves. Must not
change a record nor paint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import ceil
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
    looks: list[NoteLook] = []
    sheets: list[ClusterLook] = []
    x = 0.0
    for key in order:
        notes = [note_look(project, note) for note in _as_read(held.get(key, []))]
        head = _look(clusters[key], held.get(key, []), {}, t)
        placed, sheet = _column(x, notes, height_of, head)
        looks += placed
        sheets.append(sheet)
        x += sheet.width + _APART
    loose = [note_look(project, note) for note in _as_read(held.get(None, []))]
    if loose or not order:
        count = t.plural("{n}案", len(loose))
        head = ClusterLook(
            LOOSE, x, 0, 0, 0, t("まだ束ねていない"), count, fixed=True, head=TALL_HEAD
        )
        placed, sheet = _column(x, loose, height_of, head)
        looks += placed
        sheets.append(sheet)
    return looks, sheets


def _as_read(notes: Iterable[Note]) -> list[Note]:
    by_id = {note.id: note for note in notes}
    order = in_reading_order({key: box_of(note) for key, note in by_id.items()})
    return [by_id[key] for key in order]


def _column(
    x: float, notes: Sequence[NoteLook], height_of: Callable[[NoteLook], float], head: ClusterLook
) -> tuple[list[NoteLook], ClusterLook]:
    lanes = max(1, ceil(len(notes) / _MOST_ROWS))
    rows = max(1, ceil(len(notes) / lanes))
    wide = max((look.width for look in notes), default=SIDE)
    top = TALL_HEAD + 4.0
    placed: list[NoteLook] = []
    foot = top + SIDE / 2
    for lane in range(lanes):
        y = top
        for look in notes[lane * rows : (lane + 1) * rows]:
            placed.append(replace(look, x=x + INSET + lane * (wide + _GAP), y=y))
            y += height_of(look) + _GAP
        foot = max(foot, y - _GAP)
    width = lanes * wide + (lanes - 1) * _GAP + 2 * INSET
    return placed, replace(
        head, x=x, y=0.0, width=width, height=foot + INSET, folded=False, head=TALL_HEAD
    )


def column_at(sheets: Sequence[ClusterLook], x: float) -> ClusterLook | None:
    """Return the column over or under a place, the nearest one beside all; None without any."""
    return min(sheets, key=lambda one: max(one.x - x, x - one.x - one.width, 0.0), default=None)
