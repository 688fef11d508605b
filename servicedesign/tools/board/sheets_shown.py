"""How clusters are seen: as sheets where their notes lie, or as piles.

Owns these two; ``columns`` has the third. Must not change a record nor paint.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import Board, Cluster, Note
from servicedesign.store import Project
from servicedesign.tools.board.cluster_parts import Heights, box_of, sheet_of
from servicedesign.tools.board.cluster_places import TOP, sheet_around
from servicedesign.tools.board.places import enclosing
from servicedesign.ui.canvas.looks import ClusterLook

LOOSE: Final = "loose"
"""Name of the column of notes that are in no cluster."""
PILE: Final = (232.0, 264.0)
"""Width and height of a folded cluster."""
TALL_HEAD: Final = 92.0
"""Height of a head with a title of two lines."""
_COLOURS: Final = 3


def is_hidden(project: Project, note: Note) -> bool:
    """Tell whether a note lies in a pile and is not seen."""
    cluster = project.find(Cluster, note.cluster_id)
    return cluster is not None and cluster.folded


def cluster_looks(
    project: Project, board: Board, heights: Heights, t: Translator
) -> list[ClusterLook]:
    """Return what is seen of the clusters of ``board`` where their notes lie."""
    held = notes_by_cluster(project, board)
    return [
        _look(cluster, held.get(cluster.id, []), heights, t)
        for cluster in project.all(Cluster, board_id=board.id)
    ]


def notes_by_cluster(project: Project, board: Board) -> dict[str | None, list[Note]]:
    """Return the notes of ``board`` by the cluster they are in; None has those of no cluster."""
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
