"""What a prototype card shows of one version, as plain data.

Owns the shape of the data that the parts of the sheet share. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.model.prototype import Verification
from servicedesign.tools.pictures import Picture


@dataclass(frozen=True, slots=True)
class FrameData:
    """One frame of the storyboard."""

    heading: str = ""
    caption: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class VersionData:
    """One version of a prototype.

    Attributes:
        code: short mark of the prototype, such as P-1.
        name: of the prototype.
        number: of the version.
        latest: number of the prototype's latest version.
        date: ISO date of the version, or empty.
        based_on: ideas it came from.
        hypothesis: what is believed.
        to_find_out: what the trial is to answer.
        forms: values of PrototypeForm.
        cost: money.
        effort: time of staff.
        partner: who takes part.
        changes: what is different from the version before.
        cause: code of the test that led to the change.
        answers: to the report's questions, by side.
        user_count: how many users answered.
        provider_count: how many of the staff answered.
        ready: whether both sides agree to go on.
        ready_reason: the condition that remains.
        frames: of the storyboard.
    """

    code: str = ""
    name: str = ""
    number: int = 0
    latest: int = 0
    date: str = ""
    based_on: str = ""
    hypothesis: str = ""
    to_find_out: str = ""
    forms: tuple[str, ...] = ()
    cost: str = ""
    effort: str = ""
    partner: str = ""
    changes: str = ""
    cause: str = ""
    answers: tuple[Verification, ...] = ()
    user_count: int | None = None
    provider_count: int | None = None
    ready: bool = False
    ready_reason: str = ""
    frames: tuple[FrameData, ...] = ()
