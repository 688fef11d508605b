"""Pasting lines: each becomes a note, all of them one step.

Owns what is read from the clipboard and what is asked when it is too much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from servicedesign.model import Note
from servicedesign.tools.board.actions import Idea, add_notes
from servicedesign.tools.board.words import words_of
from servicedesign.tools.new_notes import parted
from servicedesign.ui.dialogs.message_dialog import MessageDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from servicedesign.ui.context import EditorContext

MOST_LINES: Final = 5_000
"""Most lines that are taken at once."""
_MOST_LETTERS: Final = 20_000_000
"""A text longer than this is not even parted into lines."""


def clipboard_lines() -> list[str]:
    """Return the lines of the clipboard that are not empty."""
    text = QGuiApplication.clipboard().text()[:_MOST_LETTERS]
    return [line.strip() for line in text.splitlines() if line.strip()]


def paste_lines(
    context: EditorContext, board_id: str, lines: list[str], window: QWidget
) -> tuple[str, ...]:
    """Make a note of each of ``lines`` and return their ids; too many are asked about first."""
    if len(lines) > MOST_LINES:
        t = context.t
        answer = MessageDialog(
            t("{count}行あります。", count=f"{len(lines):,}"),
            [t("一度に貼れるのは{most}行までです。", most=f"{MOST_LINES:,}")],
            [t.context("button", "やめる"), t("はじめの{most}行を貼る", most=f"{MOST_LINES:,}")],
            window,
        ).ask()
        if answer != 1:
            return ()
        lines = lines[:MOST_LINES]
    ideas = [Idea(*parted(line)) for line in lines]
    return tuple(note.id for note in add_notes(context.project, board_id, ideas)) if ideas else ()


def copy_words(context: EditorContext, ids: tuple[str, ...]) -> int:
    """Put the words of notes on the clipboard, one a line, and return how many there are."""
    found = (context.project.find(Note, one) for one in ids)
    lines = [" ".join(words_of(note).split()) for note in found if note is not None]
    if lines:
        QGuiApplication.clipboard().setText("\n".join(lines))
    return len(lines)
