"""A new note on a board: the step that the board and tools beside it share.

Owns the rules of it: how words are parted into title and text, that a number was never given
before, that a group lends its colour, and a free place (report ch. 7 §2(2)). Must not know how a
note is shown, nor what else can be done with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from servicedesign.model import Board, Cluster, Group, MandalaCell, Note, StickyColour
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project

TITLE_MOST: Final = 60
"""Longest first line, in characters, that is a title; a longer one is text."""
GAP: Final = 16.0
"""Between two notes, in board units."""
_COLUMNS: Final = 8
_SIDE: Final = 160.0
"""Notes in a row, and the side of one, in board units."""


def parted(words: str) -> tuple[str, str]:
    """Return title and text of ``words``."""
    first, _, rest = plain_text(words).strip("\n").rstrip().partition("\n")
    if len(first) > TITLE_MOST or not first.strip():
        return "", plain_text(words).strip()
    return first.strip(), rest.strip("\n").rstrip()


def next_number(project: Project, board_id: str) -> int:
    """Return the number that the next note of a board gets: one that was never given."""
    board = project.get(Board, board_id)
    present = project.all(Note, board_id=board_id)
    return max([board.next_number, *(note.number + 1 for note in present)])


def top_z(project: Project, board_id: str) -> float:
    """Return an order above every note of a board."""
    return max((note.z for note in project.all(Note, board_id=board_id)), default=-1.0) + 1.0


def new_note(
    project: Project,
    board_id: str,
    words: str,
    x: float,
    y: float,
    *,
    colour: StickyColour = StickyColour.CREAM,
    group_id: str | None = None,
) -> Note:
    """Return a note at ``x``, ``y`` that is not on its board yet; its group lends the colour."""
    number = next_number(project, board_id)
    group = project.find(Group, group_id)
    title, text = parted(words)
    return Note(
        board_id=board_id,
        number=number,
        title=title,
        text=text,
        colour=group.colour if group else colour,
        group_id=group.id if group else None,
        x=x,
        y=y,
        z=top_z(project, board_id),
        position=float(number),
    )


def put_note(project: Project, note: Note) -> None:
    """Put a new note on its board, within an edit: its number is never given again."""
    board = project.get(Board, note.board_id)
    project.put(replace(board, next_number=note.number + 1))
    project.put(note)


def free_place(project: Project, board_id: str) -> tuple[float, float]:
    """Return where a note lies on nothing: beside the last one, else in a row below everything."""
    notes = project.all(Note, board_id=board_id)
    boxes = [(one.x, one.y, one.width, one.height) for one in notes]
    boxes += [(c.x, c.y, c.width, c.height) for c in project.all(Cluster, board_id=board_id)]
    if not boxes:
        return 0.0, 0.0
    left = min(x for x, *_ in boxes)
    last = max(notes, key=lambda note: (note.number, note.id), default=None)
    if last is not None:
        x, y = last.x + last.width + GAP, last.y
        in_row = x < left + _COLUMNS * (_SIDE + GAP)
        if in_row and not any(_touches(x, y, box) for box in boxes):
            return x, y
    return left, max(y + height for _, y, _, height in boxes) + GAP


def _touches(x: float, y: float, box: tuple[float, float, float, float]) -> bool:
    left, top, width, height = box
    across = x < left + width and left < x + _SIDE
    return across and y < top + height and top < y + _SIDE


def let_go_of(project: Project, notes: Iterable[Note]) -> None:
    """Take ``notes`` from the mandala cells they were made of, within an edit.

    A cell whose note is thrown away keeps its words and can be sent to the board again.
    """
    for note in notes:
        for cell in project.all(MandalaCell, note_id=note.id):
            project.put(replace(cell, note_id=None))
