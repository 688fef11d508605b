"""The words of a note as one writes them: a first line, and what follows.

Owns the way from a note to its words; how they are parted is ``tools.new_notes``'.
"""

from __future__ import annotations

from servicedesign.model import Note


def words_of(note: Note) -> str:
    """Return the words of ``note`` as they are written: the title, then the text under it."""
    if note.title and note.text:
        return f"{note.title}\n{note.text}"
    return note.title or note.text
