"""A mandala chart as it is read: 81 words, and the notes made of them.

Owns the reading of a chart for screen and paper. Must not change anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from servicedesign.model import HowMightWe, Mandala, MandalaCell, Note
from servicedesign.store import Project
from servicedesign.tools.mandala.spots import IDEAS, Spot


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart.

    Attributes:
        mandala: its record.
        cells: the records of the cells that have one.
        notes: the notes made of cells, by their ids.
    """

    mandala: Mandala
    cells: Mapping[Spot, MandalaCell]
    notes: Mapping[str, Note]

    def cell(self, spot: Spot) -> MandalaCell | None:
        """Return the record of a cell; of a twin's, where only that one has a record."""
        found = self.cells.get(spot)
        return found or (self.cells.get(spot.twin) if spot.twin else None)

    def text(self, spot: Spot) -> str:
        """Return the words of a cell, perhaps none."""
        found = self.cell(spot)
        return found.text if found is not None else ""

    def note(self, spot: Spot) -> Note | None:
        """Return the note that was made of a cell, or None."""
        found = self.cell(spot)
        return self.notes.get(found.note_id or "") if found is not None else None

    def has_words(self, spot: Spot) -> bool:
        """Tell whether something is written in a cell."""
        return bool(self.text(spot).strip())

    def count(self, block: int | None = None) -> int:
        """Return how many of the 72 ideas are there, or of the eight of one block."""
        return sum(self.has_words(spot) for spot in IDEAS if block is None or spot.block == block)


def read_chart(project: Project, mandala_id: str) -> Chart:
    """Return a chart as it now is; of two records for one cell the older one counts.

    Raises:
        KeyError: there is none.
    """
    mandala = project.get(Mandala, mandala_id)
    cells: dict[Spot, MandalaCell] = {}
    for cell in project.all(MandalaCell, mandala_id=mandala_id):
        cells.setdefault(Spot(cell.block, cell.slot), cell)
    found = (project.find(Note, cell.note_id) for cell in cells.values() if cell.note_id)
    return Chart(mandala, cells, {note.id: note for note in found if note is not None})


def question_of(project: Project, mandala: Mandala) -> tuple[int, str]:
    """Return number (from 1) and sentence of the question a chart opens; 0 and empty if none.

    A question without a sentence of its own is put together from its parts.
    """
    for number, question in enumerate(project.all(HowMightWe), 1):
        if question.id == mandala.how_might_we_id:
            return number, question_words(question)
    return 0, ""


def question_words(question: HowMightWe) -> str:
    """Return the words of a question on one line."""
    parts = (question.who, question.situation, question.wished_state)
    words = question.sentence.strip() or " ".join(part for part in parts if part.strip())
    return " ".join(words.split())
