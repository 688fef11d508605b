"""What the journey map sheet shows, as plain data.

Owns the shape of the data between the project and the page. Must not draw nor ask a store.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.model import EvidenceLevel, JourneyView, LaneKind, Outcome
from servicedesign.tools.journey.differences import Difference
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
        references: codes of what it rests on, such as ``H-05・5行``.
        issue: whether the pain point became an issue.
        chosen: whether that issue was chosen to work on.
    """

    text: str = ""
    outcome: Outcome = Outcome.UNSET
    evidence: EvidenceLevel = EvidenceLevel.NONE
    emotion: float | None = None
    number: int = 0
    picture: bytes | None = None
    ideas: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    issue: bool = False
    chosen: bool = False


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
    """A lane with its cards: ``cells[i]`` are those of column ``i``, one under the other.

    ``borrowed`` says that it comes from the as-is map and stands on the to-be map to compare.
    """

    kind: LaneKind
    title: str = ""
    cells: tuple[tuple[Card, ...], ...] = ()
    borrowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A place of the map that rests on a source: phase from 0, lane, number of a pain point."""

    phase: int
    kind: LaneKind
    lane: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One thing that cards rest on.

    Attributes:
        code: by which cards and paper refer to it; may be empty.
        words: what was said, or what was found where nothing is marked.
        said: whether ``words`` are verbatim.
        uses: the places that rest on it.
        leads: codes of what it rests on itself.
    """

    code: str
    words: str
    said: bool = False
    uses: tuple[Use, ...] = ()
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGroup:
    """The sources of one interview, or others of one kind.

    Attributes:
        code: of the interview; empty for other kinds.
        title: who it was, or the name of the kind for people (Japanese, translatable).
        date: ISO date of the interview, or empty.
        sources: in order.
    """

    code: str = ""
    title: str = ""
    date: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PainLine:
    """A pain point with what came of it and what it rests on.

    Attributes:
        number: the same on map, board, card and chain; 0 for none.
        phase: from 0.
        text: of the card.
        references: codes of what it rests on.
        issue: title of the issue it became, or None.
        rank: of the issue, or None.
        chosen: whether the issue was chosen.
        questions: that were asked for it.
    """

    number: int
    phase: int
    text: str
    references: tuple[str, ...] = ()
    issue: str | None = None
    rank: int | None = None
    chosen: bool = False
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference from the as-is map, with the numbers of the ideas behind a solution."""

    difference: Difference
    ideas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """What changes in one phase or stage; ``number`` is that of the phase, 0 where it is gone."""

    number: int
    title: str
    changes: tuple[Change, ...] = ()


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
        pains: pain points with their issues and questions.
        sources: what the cards rest on.
        changes: what differs from the as-is map.
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
    pains: tuple[PainLine, ...] = ()
    sources: tuple[SourceGroup, ...] = ()
    changes: tuple[ChangeGroup, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyData:
    """The maps to print, or to draw empty; none for the worksheet with preset phases."""

    maps: tuple[MapData, ...] = ()
