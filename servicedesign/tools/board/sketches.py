"""What one can do with the sketches of notes.

Owns these changes and their rules: each stroke is a step of its own, and a sketch of which nothing
is left is not kept. Must not know how a sketch is drawn.
"""

from __future__ import annotations

from dataclasses import replace

from servicedesign.model import Board, Message, Note, Sketch, StickyColour, msg
from servicedesign.store import Project
from servicedesign.tools.new_notes import new_note, put_note

WIDTH = 400.0
"""Width of a new sketch, in its own units: that of a frame of a storyboard."""
HEIGHT = 240.0
"""Height of a new sketch that no room of a note decides."""


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


def draw_note(
    project: Project,
    board_id: str,
    sketch: Sketch,
    x: float,
    y: float,
    *,
    colour: StickyColour = StickyColour.CREAM,
    group_id: str | None = None,
) -> Note:
    """Add a note without words that shows ``sketch``, as one step, and return it."""
    project.get(Board, board_id)
    note = new_note(project, board_id, "", x, y, colour=colour, group_id=group_id)
    note = replace(note, sketch_id=sketch.id)
    with project.edit(msg("付箋に描く")):
        project.put(sketch)
        put_note(project, note)
    return note
