"""A photo becomes a note: its size, its words, its picture.

Owns that change. Must not know where the photo came from.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from servicedesign.model import Note, StickyColour, msg
from servicedesign.store import Project
from servicedesign.store.images import CleanImage
from servicedesign.tools.new_notes import new_note, put_note

SIDE: Final = 240.0
"""Width of a note with a photo, in board units: drawn by hand it must be read from afar."""
_AROUND: Final = 24.0
_HEAD: Final = 46.0
_WORDS: Final = 42.0
_LEAST: Final = 160.0
_MOST: Final = 400.0


def photo_height(ratio: float, words: str) -> float:
    """Return the height of a note for a photo ``ratio`` times as high as wide, over ``words``."""
    height = _HEAD + (SIDE - _AROUND) * ratio + (_WORDS if words.strip() else 0.0)
    return float(min(_MOST, max(_LEAST, round(height / 8) * 8)))


def add_photo_note(
    project: Project,
    board_id: str,
    data: bytes | CleanImage,
    words: str,
    x: float,
    y: float,
    *,
    colour: StickyColour = StickyColour.CREAM,
    group_id: str | None = None,
) -> Note:
    """Add a note that shows the picture in ``data`` over ``words``, as one step, and return it.

    Raises:
        ProjectError: no picture, damaged or too large; nothing is written.
    """
    note = new_note(project, board_id, words, x, y, colour=colour, group_id=group_id)
    with project.edit(msg("写真の付箋を貼る")):
        image = project.add_image(data, caption=note.title or note.text[:60])
        height = photo_height(image.height / image.width, words)
        note = replace(note, image_id=image.id, width=SIDE, height=height)
        put_note(project, note)
    return note
