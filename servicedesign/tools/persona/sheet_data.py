"""What the persona sheet shows, as plain data: one card for each candidate.

Owns the shape of the data between the project and the page. Must not draw nor ask a store.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from servicedesign.model import Certainty, Persona
from servicedesign.tools.portraits import NOBODY, Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaCard:
    """One candidate with everything that is printed of it.

    Attributes:
        persona: the record.
        references: codes of the evidence by field, such as ``{"dream": ("H-03",)}``.
        likeness: what stands in the frame.
        place: its place among the candidates, from 1.
    """

    persona: Persona
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    likeness: Likeness = NOBODY
    place: int = 1

    def certainty(self, name: str) -> Certainty:
        """Return how certain what stands in a field is."""
        marks = {mark.field: mark.certainty for mark in self.persona.certainties}
        return marks.get(name, Certainty.UNSET)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaData:
    """The cards to print, and how many candidates there are.

    Attributes:
        cards: one a page, the chosen one first; none for an empty worksheet.
        candidates: of the whole project.
    """

    cards: tuple[PersonaCard, ...] = ()
    candidates: int = 0
