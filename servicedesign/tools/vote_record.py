"""The record of a vote: what happened to a round, when and by whom.

Owns how a line of it is written. Its text holds labels, figures and people's own words, no sentence
of ours, so that it reads in either language: see ``tools.voting.record``. No line may hold a count
while it is hidden.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from servicedesign.model import VoteEvent, VoteEventKind, VoteRound
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project


def moment(project: Project) -> str:
    """Return the local time by the project's clock, ``YYYY-MM-DDTHH:MM:SS``."""
    here = datetime.fromtimestamp(project.now(), UTC).astimezone()
    return here.replace(tzinfo=None).isoformat(timespec="seconds")


def recorded(
    project: Project,
    round_: VoteRound,
    kind: VoteEventKind,
    text: str = "",
    *,
    at: str = "",
    who: str = "",
) -> VoteRound:
    """Return ``round_`` with one more line in its record; ``at`` is now when empty."""
    event = VoteEvent(
        at=at or moment(project),
        kind=kind,
        who=plain_text(who, single_line=True).strip(),
        text=plain_text(text).strip(),
    )
    return replace(round_, events=(*round_.events, event))
