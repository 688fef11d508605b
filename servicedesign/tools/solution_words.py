"""How an idea is called in the solutions lane of a map: its number, then its title.

Owns that form alone, which the board writes and the sheet of the map, where the number stands on a
chip of its own, takes apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from servicedesign.model import Note
from servicedesign.model.titles import record_title


def solution_words(note: Note) -> str:
    """Return what the solutions lane says of an idea."""
    return f"{note.number} {record_title(note)}".strip() if note.number else record_title(note)


def without_number(words: str, numbers: Iterable[str]) -> str:
    """Return the words of a solution without the number of its idea at the beginning."""
    number, _, rest = words.partition(" ")
    return rest if rest and number in set(numbers) else words
