"""What the journey map sheet shows, as plain data.

Owns the shape of the data between the project and the page. Must not draw nor ask a store.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.model import EvidenceLevel, JourneyView, LaneKind, Outcome
from servicedesign.tools.portraits import NOBODY, Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card of a map.

    Attributes:
        text: what it says.
        outcome: how an action ended.
        evidence: how well it is founded.
        emotion: −2 to +2, or None.
        number: of a pain point, 0 for none.
        picture: bytes of a photo, or None.
        ideas: numbers of the ideas that a solution came from.
    """

    text: str = ""
    outcome: Outcome = Outcome.UNSET
    evidence: EvidenceLevel = EvidenceLevel.NONE
    emotion: float | None = None
    number: int = 0
    picture: bytes | None = None
    ideas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: a phase without stages, or a stage.

    Attributes:
        phase: index of the phase it belongs to.
        title: of the stage; empty for a phase that has none.
        when: of the stage.
        before: what was felt at the same place of the as-is map, or None.
        before_reason: and why.
    """

    phase: int
    title: str = ""
    when: str = ""
    before: float | None = None
    before_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseHead:
    """A phase as its head shows it."""

    title: str
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneRow:
    """A lane with its cards: ``cells[i]`` are those of column ``i``, one under the other."""

    kind: LaneKind
    title: str = ""
    cells: tuple[tuple[Card, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapData:
    """One map.

    Attributes:
        view: as-is or to-be.
        title: of the map.
        goal: of the person.
        purpose: what the map is about.
        persona: name of the person, or empty.
        age: of the person, or None.
        likeness: what stands in the disc.
        phases: heads in order.
        columns: columns in order, each belonging to a phase.
        lanes: rows in order.
        compared: whether the as-is feelings are drawn beneath.
    """

    view: JourneyView = JourneyView.AS_IS
    title: str = ""
    goal: str = ""
    purpose: str = ""
    persona: str = ""
    age: int | None = None
    likeness: Likeness = NOBODY
    phases: tuple[PhaseHead, ...] = ()
    columns: tuple[Column, ...] = ()
    lanes: tuple[LaneRow, ...] = ()
    compared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyData:
    """The maps to print; none for an empty worksheet."""

    maps: tuple[MapData, ...] = ()
