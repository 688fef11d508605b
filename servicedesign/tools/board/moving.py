"""What one can do with the places of notes: move, align, tidy, lock, bring to the front.

Owns these changes. A locked note stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from servicedesign.model import Message, Note, msg
from servicedesign.store import Project
from servicedesign.tools.board.cluster_parts import fit_sheets
from servicedesign.tools.board.places import Places

FAR: Final = 9_000_000.0
"""Notes are kept within this distance of the origin, in board units."""


def move_notes(project: Project, ids: Iterable[str], dx: float, dy: float) -> None:
    """Move notes by ``dx``, ``dy`` board units, as one step."""
    notes = _free(project, ids)
    places = {note.id: (note.x + dx, note.y + dy) for note in notes}
    _place(project, notes, places, msg("付箋を動かす"), None)


def nudge_notes(project: Project, ids: Sequence[str], dx: float, dy: float) -> None:
    """Move notes by keyboard: presses in a row are one step."""
    notes = _free(project, ids)
    places = {note.id: (note.x + dx, note.y + dy) for note in notes}
    key = f"nudge:{len(notes)}:{notes[0].id if notes else ''}"
    _place(project, notes, places, msg("付箋を動かす"), key)


def place_notes(project: Project, places: Places, label: Message) -> None:
    """Put notes at ``places``, as one step called ``label``."""
    _place(project, _free(project, places), places, label, None)


def lock_notes(project: Project, ids: Iterable[str], locked: bool) -> None:
    """Let notes stay where they are, or let go of them."""
    label = msg("付箋を固定する") if locked else msg("付箋の固定をとく")
    with project.edit(label):
        for note in _found(project, ids):
            project.put(replace(note, locked=locked))


def bring_notes(project: Project, ids: Iterable[str], *, front: bool) -> None:
    """Bring notes to the front or to the back, in the order they have among themselves."""
    chosen = sorted(_found(project, ids), key=lambda note: (note.z, note.number, note.id))
    if not chosen:
        return
    moving = {note.id for note in chosen}
    others = [
        note.z for note in project.all(Note, board_id=chosen[0].board_id) if note.id not in moving
    ]
    start = max(others, default=-1.0) + 1 if front else min(others, default=1.0) - len(chosen)
    with project.edit(msg("付箋を手前へ") if front else msg("付箋を奥へ")):
        for step, note in enumerate(chosen):
            project.put(replace(note, z=start + step))


def _found(project: Project, ids: Iterable[str]) -> list[Note]:
    found = (project.find(Note, one) for one in ids)
    return [note for note in found if note is not None]


def _free(project: Project, ids: Iterable[str]) -> list[Note]:
    return [note for note in _found(project, ids) if not note.locked]


def _place(
    project: Project,
    notes: Sequence[Note],
    places: Mapping[str, tuple[float, float]],
    label: Message,
    merge: str | None,
) -> None:
    if not notes:
        return
    with project.edit(label, merge=merge):
        for note in notes:
            x, y = places[note.id]
            project.put(replace(note, x=_kept(x), y=_kept(y)))
        fit_sheets(project, [note.cluster_id for note in notes])


def _kept(value: float) -> float:
    return min(FAR, max(-FAR, round(value, 2)))
