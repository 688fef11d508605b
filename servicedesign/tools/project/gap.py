"""What is missing: a sentence, how serious it is, and where to go about it.

Owns the shape of a gap and the making of the plainest checks. Which checks there are is elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from servicedesign.model import Message
from servicedesign.model.method import MethodPhase
from servicedesign.store import Project
from servicedesign.tools.project.words import Words

FACTS: Final = "facts"
"""The place of the facts of the project, which are asked for in a dialog."""


class Severity(StrEnum):
    """How serious a gap is."""

    NEXT = "next"
    """The way does not go on without it: a step of the report that was not taken."""
    LOOK = "look"
    """Something to look at: the way goes on, but weaker."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go about a gap.

    Attributes:
        tool: a tool's id, or ``FACTS``.
        kind: the record's kind, or empty.
        record_id: the record, or empty for the tool as a whole.
        field: its field, or empty.
    """

    tool: str
    kind: str = ""
    record_id: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing.

    Attributes:
        id: its name in code.
        severity: how serious it is.
        phase: where it stands.
        sentence: what is missing, or what to do next.
        place: where to go.
        action: what the button says; empty for the plain 見る.
        why: one more sentence: why the method wants it, or how far it is.
    """

    id: str
    severity: Severity
    phase: MethodPhase
    sentence: Words
    place: Place
    action: str = ""
    why: Words | None = None


Check = Callable[[Project], Gap | None]
"""Looks for one gap."""


def step(
    check_id: str,
    phase: MethodPhase,
    tool: str,
    is_open: Callable[[Project], bool],
    *,
    sentence: str,
    why: str,
    action: str,
    field: str = "",
) -> Check:
    """Return the check for a step of the report that is open while ``is_open`` says so.

    Args:
        check_id: its name in code.
        phase: where it stands.
        tool: where the step is taken.
        is_open: tells whether it was not taken yet.
        sentence: what to do (marked with ``N_``).
        why: why the method wants it (likewise).
        action: what the button says (likewise).
        field: where to begin to write there, or empty.
    """
    place = Place(tool, field=field)
    gap = Gap(check_id, Severity.NEXT, phase, Message(sentence), place, action, Message(why))
    return lambda project: gap if is_open(project) else None


def look(check_id: str, phase: MethodPhase, sentence: Words, place: Place) -> Gap:
    """Return a gap that is to be looked at."""
    return Gap(check_id, Severity.LOOK, phase, sentence, place)
