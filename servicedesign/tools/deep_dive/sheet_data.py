"""What the deep-dive sheet shows, as plain data.

Owns the shapes that the parts of the sheet share. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.model import DeepDive, Tally
from servicedesign.tools.pictures import Picture


@dataclass(frozen=True, slots=True)
class FrameData:
    """One frame of the flow."""

    heading: str = ""
    caption: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class DiveData:
    """One deep-dive.

    Attributes:
        dive: what was written.
        number: of the idea on its note; 0 when it has none.
        chosen: whether a vote kept the idea.
        tally: how the vote on it ended, or None.
        group: the name of the group, or empty.
        colour: of the group, a key of ``tokens.STICKIES``, or empty.
        joined: number and title of each idea worked out together with it.
        frames: of the flow.
    """

    dive: DeepDive
    number: int = 0
    chosen: bool = False
    tally: Tally | None = None
    group: str = ""
    colour: str = ""
    joined: tuple[tuple[int, str], ...] = ()
    frames: tuple[FrameData, ...] = ()


@dataclass(frozen=True, slots=True)
class DivesData:
    """All deep-dives in the order of presentation; none for an empty worksheet."""

    dives: tuple[DiveData, ...] = ()
