"""The record of a vote: what happened to a round, when and by whom.

Owns how a line of it is written. Its text holds labels, figures and people's own words, no sentence
of ours, so that it reads in either language (see ``tools.voting.record``): CLOSED ``11/12`` (who
voted, of whom), REOPENED the reason, RULES ``budget 3→4; cap 1→2``, LEFT ``12 words``, MOVED
``12 words → A words``, TIE ``8, 31 → 8 reason`` or ``8, 31`` for a run-off, CHOSEN ``12, 3, 8``.
No line may hold a count while it is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from servicedesign.model import VoteEvent, VoteEventKind, VoteRound
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.vote_targets import Target


def moment(project: Project) -> str:
    """Return the local time by the project's clock, ``YYYY-MM-DDTHH:MM:SS``."""
    here = datetime.fromtimestamp(project.now(), UTC).astimezone()
    return here.replace(tzinfo=None).isoformat(timespec="seconds")


def labels_of(targets: Iterable[Target]) -> str:
    """Return the numbers of candidates as they stand in a line of the record: ``12, 3, A``."""
    return ", ".join(one.label for one in targets)


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
