"""Copying the words of notes, for a text or a spreadsheet.

Owns what lies on the clipboard then: one idea a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from servicedesign.model import Note
from servicedesign.tools.board.words import words_of

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext


def copy_words(context: EditorContext, ids: tuple[str, ...]) -> int:
    """Put the words of notes on the clipboard, one a line, and return how many there are."""
    found = (context.project.find(Note, one) for one in ids)
    lines = [" ".join(words_of(note).split()) for note in found if note is not None]
    if lines:
        QGuiApplication.clipboard().setText("\n".join(lines))
    return len(lines)
