"""The words of a note as one writes them: a first line, and what follows.

Owns the one rule that parts them: a first line short enough to be called out is the title.
"""

from __future__ import annotations

from typing import Final

from servicedesign.model import Note
from servicedesign.model.normalise import plain_text

TITLE_MOST: Final = 60
"""Longest first line, in characters, that is a title; a longer one is text."""


def words_of(note: Note) -> str:
    """Return the words of ``note`` as they are written: the title, then the text under it."""
    if note.title and note.text:
        return f"{note.title}\n{note.text}"
    return note.title or note.text


def parted(words: str) -> tuple[str, str]:
    """Return title and text of ``words``."""
    first, _, rest = plain_text(words).strip("\n").rstrip().partition("\n")
    if len(first) > TITLE_MOST or not first.strip():
        return "", plain_text(words).strip()
    return first.strip(), rest.strip("\n").rstrip()
