"""The picture of a note for paper: a damaged photo must not keep the rest from printing.

Owns this rule and what is told of it. Must not draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.model.board import Note
from servicedesign.model.message import Message, msg
from servicedesign.tools.pictures import Picture, gather_picture

if TYPE_CHECKING:
    from servicedesign.store import Project


def note_picture(project: Project, note: Note) -> Picture | None:
    """Return sketch and photo of ``note``; a photo that turns out damaged draws nothing."""
    drawn = gather_picture(project, note.sketch_id, None)
    photo = gather_picture(project, None, note.image_id)
    if drawn is None or photo is None:
        return drawn or photo
    return Picture(sketch=drawn.sketch, photo=photo.photo)


def unreadable(number: int, picture: Picture | None) -> Message | None:
    """Return what is told of a note whose photo is damaged; None where all is well."""
    if picture is None or not picture.is_damaged():
        return None
    return msg("案{number}の写真が読み取れないため、写真なしで印刷します。", number=number)
