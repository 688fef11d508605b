"""What candidates are compared by: the same fields of each, and how well each is founded.

Owns the choice of fields and the counting, for screen and sheet alike. Must not know either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from servicedesign.model import Certainty, Persona
from servicedesign.store import Project
from servicedesign.tools.evidence import evidence_links
from servicedesign.tools.persona import actions

COMPARED: Final = (
    *("motto", "age", "occupation", "household", "home", "problems", "wishes", "behaviour"),
    *("dream", "belonging", "devices", "digital_skill", "considerations"),
)
"""Fields that stand side by side, the report's among them (ch. 7 §2(1)①)."""


_NEAR: Final = 0.75
"""Share of equal characters from which two texts count as versions of one another."""
_LEAST_COMPARED: Final = 12
_MOST_COMPARED: Final = 400
"""Characters of the shortest and the longest text whose differences are pointed out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One candidate as it is compared.

    Attributes:
        id: of the persona.
        name: invented name, perhaps empty.
        kana: its reading.
        tagline: in a word.
        chosen: whether it is the one.
        reason: why it was chosen, or would be.
        age: in years, or None.
        skill: how much at ease with digital things, 1 to 5, or None.
        texts: what is written, by field; empty where nothing is.
        certainty: fact or guess, by field.
        evidence: how many records each field rests on.
    """

    id: str
    name: str = ""
    kana: str = ""
    tagline: str = ""
    chosen: bool = False
    reason: str = ""
    age: int | None = None
    skill: int | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    certainty: Mapping[str, Certainty] = field(default_factory=dict)
    evidence: Mapping[str, int] = field(default_factory=dict)

    def written(self, name: str) -> bool:
        """Tell whether anything stands in a field."""
        return self.value(name) not in {"", None}

    def value(self, name: str) -> str | int | None:
        """Return what stands in a field, the spaces of a text evened."""
        numbers = {"age": self.age, "digital_skill": self.skill}
        return numbers[name] if name in numbers else " ".join(self.texts.get(name, "").split())

    def count(self, certainty: Certainty) -> int:
        """Return how many of the written fields are marked so."""
        marked = (self.certainty.get(name, Certainty.UNSET) for name in COMPARED)
        return sum(
            mark is certainty and self.written(name)
            for name, mark in zip(COMPARED, marked, strict=True)
        )

    @property
    def founded(self) -> int:
        """How many links to evidence the compared fields have together."""
        return sum(self.evidence.get(name, 0) for name in COMPARED)


def compared(project: Project) -> tuple[Candidate, ...]:
    """Return all candidates in their order."""
    return tuple(_candidate(project, persona) for persona in actions.candidates(project))


def _candidate(project: Project, persona: Persona) -> Candidate:
    links = Counter(link.source_field for link in evidence_links(project, persona.id))
    texts = {
        name: str(getattr(persona, name)).strip()
        for name in COMPARED
        if name not in {"age", "digital_skill"}
    }
    return Candidate(
        id=persona.id,
        name=persona.name.strip(),
        kana=persona.kana.strip(),
        tagline=persona.tagline.strip(),
        chosen=persona.chosen,
        reason=persona.chosen_reason.strip(),
        age=persona.age,
        skill=persona.digital_skill,
        texts=texts,
        certainty={name: actions.certainty_of(persona, name) for name in COMPARED},
        evidence=dict(links),
    )


def alike(candidates: Sequence[Candidate], name: str) -> bool:
    """Tell whether all candidates say the same in a field, or nothing."""
    return len({candidate.value(name) for candidate in candidates}) <= 1


def differing(text: str, other: str) -> tuple[tuple[int, int], ...]:
    """Return the places of ``text`` that differ from ``other``, where the two are near one another.

    Places are characters from and to. Texts that have little in common differ as a whole: then
    nothing is pointed out, nor in very long ones.
    """
    lengths = sorted((len(text), len(other)))
    if text == other or lengths[0] < _LEAST_COMPARED or lengths[1] > _MOST_COMPARED:
        return ()
    matcher = SequenceMatcher(None, other, text, autojunk=False)
    if matcher.ratio() < _NEAR:
        return ()
    return tuple(
        (start, end)
        for kind, _, _, start, end in matcher.get_opcodes()
        if kind in {"replace", "insert"}
    )
