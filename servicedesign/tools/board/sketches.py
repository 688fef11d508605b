"""What one can do with the sketches of notes.

Owns these changes and their rules: each stroke is a step of its own, and a sketch of which nothing
is left is not kept. Must not know how a sketch is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from servicedesign.model import Message, Note, Point, Sketch, StickyColour, Stroke, msg
from servicedesign.store import Project
from servicedesign.tools.new_notes import new_note, put_note

WIDTH: Final = 400.0
"""Width of a new sketch, in its own units: that of a frame of a storyboard."""
HEIGHT: Final = 240.0
"""Height of a new sketch that no room of a note decides."""
_SIDES: Final = 12.0
_HEAD: Final = 36.0
_FOOT: Final = 10.0
"""Room around the picture of a note, in board units."""
_MOST: Final = 400.0
"""A line drawn on the bare board is at most so long on its note, in board units."""


def sketch_of(project: Project, note_id: str) -> Sketch | None:
    """Return the sketch of a note, or None."""
    note = project.find(Note, note_id)
    return project.find(Sketch, note.sketch_id) if note is not None else None


def keep_sketch(
    project: Project, note_id: str, sketch: Sketch, label: Message, merge: str | None = None
) -> None:
    """Let a note show ``sketch``, as one step called ``label``; an empty one is taken away.

    Args:
        project: where the note is.
        note_id: the note; one that is gone takes nothing.
        sketch: all of it.
        label: name of the step.
        merge: edits in a row with the same key become one step; None for a step of its own.
    """
    note = project.find(Note, note_id)
    if note is None:
        return
    with project.edit(label, merge=merge):
        if sketch.figures or sketch.strokes or sketch.caption:
            project.put(sketch)
            if note.sketch_id != sketch.id:
                project.put(replace(note, sketch_id=sketch.id))
        elif note.sketch_id:
            _take_away(project, note)


def _take_away(project: Project, note: Note) -> None:
    sketch = project.find(Sketch, note.sketch_id)
    project.put(replace(note, sketch_id=None))
    if sketch is not None and project.user_of(sketch) is None:
        project.delete(sketch)


@dataclass(frozen=True, slots=True)
class DrawnNote:
    """A note that is made of a drawing.

    Attributes:
        sketch: what it shows.
        x: its left edge in board units.
        y: its upper edge.
        width: in board units.
        height: in board units.
    """

    sketch: Sketch
    x: float
    y: float
    width: float
    height: float


def note_around(stroke: Stroke, least: float) -> DrawnNote:
    """Return the note whose picture is ``stroke``, drawn on the bare board in board units.

    The note lies so that the line stays where it was drawn, and is ``least`` wide and high or as
    much more as the line needs. A very long line is made smaller.
    """
    xs, ys = [p.x for p in stroke.points], [p.y for p in stroke.points]
    reach = stroke.width
    wide, high = max(xs) - min(xs) + 2 * reach, max(ys) - min(ys) + 2 * reach
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    small = min(1.0, _MOST / wide, _MOST / high)
    width = float(ceil(max(least, wide * small + 2 * _SIDES)))
    height = float(ceil(max(least, high * small + _HEAD + _FOOT)))
    room_x, room_y = width - 2 * _SIDES, height - _HEAD - _FOOT
    unit = WIDTH / room_x
    sketch_height = round(room_y * unit, 1)
    points = tuple(
        Point(
            x=round(WIDTH / 2 + (p.x - middle_x) * small * unit, 2),
            y=round(sketch_height / 2 + (p.y - middle_y) * small * unit, 2),
            pressure=p.pressure,
        )
        for p in stroke.points
    )
    kept = replace(stroke, points=points, width=round(stroke.width * small * unit, 2))
    sketch = Sketch(width=WIDTH, height=sketch_height, strokes=(kept,))
    left, top = middle_x - width / 2, middle_y - room_y / 2 - _HEAD
    return DrawnNote(sketch, round(left, 1), round(top, 1), width, height)


def draw_note(
    project: Project,
    board_id: str,
    drawn: DrawnNote,
    *,
    colour: StickyColour = StickyColour.CREAM,
    group_id: str | None = None,
) -> Note:
    """Add a note without words that shows a drawing, as one step, and return it."""
    note = new_note(project, board_id, "", drawn.x, drawn.y, colour=colour, group_id=group_id)
    note = replace(note, sketch_id=drawn.sketch.id, width=drawn.width, height=drawn.height)
    with project.edit(msg("付箋に描く")):
        project.put(drawn.sketch)
        put_note(project, note)
    return note
