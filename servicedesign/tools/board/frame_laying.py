"""Laying notes into the phases of the map under a board, when that is asked for.

Owns the arithmetic and the one step. Clusters stay together and go where most of their notes
belong; locked notes stay where they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from servicedesign.model import Board, Cluster, Note, msg
from servicedesign.store import Project
from servicedesign.tools.board import notes as note_actions
from servicedesign.tools.board.cluster_parts import (
    NO_HEIGHTS,
    Heights,
    box_of,
    fit_sheets,
    notes_of,
    put_in,
    room_on,
)
from servicedesign.tools.board.cluster_places import INSET, PITCH, sheet_around
from servicedesign.tools.board.frames import (
    COLUMN,
    JourneyFrame,
    PhaseColumn,
    journey_frame,
    leaf_of,
    paste_in_phases,
)
from servicedesign.tools.board.places import GAP, Boxed, Boxes, enclosing, tidy

_ACROSS: Final = 2
_ASIDE: Final = 4
"""Notes in a row in a phase, and in what is laid aside."""
_APART: Final = 24.0
_LEFT: Final = 28.0
"""From the edge of a phase to its notes: the sheet of a cluster has 12 on either side."""


def lay_in_phases(project: Project, board_id: str, heights: Heights = NO_HEIGHTS) -> int:
    """Lay all notes of a board into the phases they are pasted in, as one step.

    Those of no phase are laid to the left of the map. Returns how many moved.
    """
    board = project.get(Board, board_id)
    journey = journey_frame(project, board)
    if journey is None or not journey.columns:
        return 0
    everyone = [n for n in project.all(Note, board_id=board_id) if not n.locked]
    lots = _lots(project, board_id, journey, everyone)
    placed: dict[str, Boxed] = {}
    for column in journey.columns:
        loose, held = lots[column.phase_id]
        placed |= _laid(loose, held, column.head.x + _LEFT, _ACROSS, heights)
    loose, held = lots[None]
    aside = _laid(loose, held, 0.0, _ASIDE, heights)
    if aside:
        around = enclosing(aside)
        shift = -around.width - around.x - 2 * _APART
        placed |= {key: box._replace(x=box.x + shift) for key, box in aside.items()}
    moved = [n for n in everyone if (n.x, n.y) != (placed[n.id].x, placed[n.id].y)]
    if moved:
        with project.edit(msg("付箋をフェーズごとに並べる")):
            for note in moved:
                put_in(project, [note], note.cluster_id, placed)
            fit_sheets(project, {note.cluster_id for note in moved}, heights)
    return len(moved)


_Lot = tuple[list[Note], list[list[Note]]]
"""Lone notes, and the notes of each cluster."""


def _lots(
    project: Project, board_id: str, journey: JourneyFrame, everyone: Sequence[Note]
) -> dict[str | None, _Lot]:
    known = {column.phase_id for column in journey.columns}
    lots: dict[str | None, _Lot] = {one: ([], []) for one in (*known, None)}
    for note in everyone:
        if note.cluster_id is None:
            phase = leaf_of(project, note.phase_id)
            lots[phase if phase in known else None][0].append(note)
    for cluster in project.all(Cluster, board_id=board_id):
        held = [note for note in notes_of(project, cluster.id) if not note.locked]
        phases = Counter(leaf_of(project, note.phase_id) for note in held)
        wanted = next((one for one, _ in phases.most_common() if one in known), None)
        if held:
            lots[wanted][1].append(held)
    return lots


def _laid(
    loose: Sequence[Note],
    held: Sequence[Sequence[Note]],
    left: float,
    across: int,
    heights: Heights,
) -> dict[str, Boxed]:
    """Return places in one column: lone notes by number, then clusters below each other."""
    placed: dict[str, Boxed] = {}
    y = GAP
    for start in range(0, len(loose), across):
        row = loose[start : start + across]
        boxes = [box_of(note, heights) for note in row]
        for number, (note, box) in enumerate(zip(row, boxes, strict=True)):
            placed[note.id] = box._replace(x=left + number * PITCH, y=y)
        y += max(box.height for box in boxes) + GAP
    for notes in held:
        boxes_of = _narrow({note.id: box_of(note, heights) for note in notes}, across)
        sheet = sheet_around(boxes_of.values())
        dx, dy = left - INSET - sheet.x, y - sheet.y
        for key, box in boxes_of.items():
            placed[key] = box._replace(x=box.x + dx, y=box.y + dy)
        y += sheet.height + _APART
    return placed


def _narrow(boxes: Boxes, across: int) -> dict[str, Boxed]:
    """Return the notes of a cluster as they lie, or in rows where they are too wide."""
    if enclosing(boxes).width + 2 * INSET <= across * PITCH + GAP:
        return dict(boxes)
    places = tidy(boxes, columns=across)
    return {key: boxes[key]._replace(x=x, y=y) for key, (x, y) in places.items()}


def paste_notes(
    project: Project,
    board_id: str,
    ids: Iterable[str],
    phase_id: str,
    heights: Heights = NO_HEIGHTS,
    *,
    cell_id: str | None = None,
) -> None:
    """Paste notes in a phase, as one step, perhaps as answers to a pain point of it.

    Lone notes get a free place in its column; those of a cluster stay where they are.
    """
    board = project.get(Board, board_id)
    journey = journey_frame(project, board)
    column = next((c for c in journey.columns if c.phase_id == phase_id), None) if journey else None
    chosen = [note for one in ids if (note := project.find(Note, one)) is not None]
    label = msg("困りごとにつなぐ") if cell_id else msg("付箋を枠に貼る")
    with project.edit(label):
        if cell_id:
            note_actions.link_notes(project, [note.id for note in chosen], cell_id)
        paste_in_phases(project, {note.id: phase_id for note in chosen})
        for note in chosen if column is not None else ():
            if note.cluster_id is None and not note.locked:
                fresh = project.get(Note, note.id)
                placed = _free_in(project, board_id, fresh, column, heights)
                put_in(project, [fresh], None, {note.id: placed})


def _free_in(
    project: Project, board_id: str, note: Note, column: PhaseColumn | None, heights: Heights
) -> Boxed:
    """Return the first free place of a column, from above to below."""
    assert column is not None
    room = room_on(project, board_id, {note.id}, heights)
    box = box_of(note, heights)
    y = GAP
    while True:
        for number in range(int(COLUMN // PITCH)):
            wanted = box._replace(x=column.head.x + _LEFT + number * PITCH, y=y)
            if room.is_free(wanted, GAP / 4):
                return wanted
        y += PITCH
