"""What a record is called in one line: in a chip, a search hit, a list of evidence.

Owns the choice of the words that name a record. The words are the project's own, so they are not
translated; a record without words is called by its kind where it is shown.
"""

from __future__ import annotations

from servicedesign.model.board import Note
from servicedesign.model.interview import Finding, Interview, InterviewEntry
from servicedesign.model.journey import Cell, HowMightWe, Issue
from servicedesign.model.prototype import Observation, PrototypeVersion, TestSession
from servicedesign.model.record import Record

_NAME_FIELDS = ("title", "name", "label", "service_name", "text", "sentence", "question", "caption")
_MAX_WORDS = 60


def reference_code(record: Record) -> str:
    """Return the short mark by which paper refers to ``record``: H-03, T-01, ▲5, 案12; or empty."""
    if isinstance(record, Interview | Finding | TestSession):
        return record.code
    if isinstance(record, Issue | Cell):
        return f"▲{record.number}" if record.number else ""
    if isinstance(record, Note):
        return str(record.number) if record.number else ""
    return ""


def full_title(record: Record) -> str:
    """Return the words that name ``record`` on one line, however many, for where none is cut."""
    return " ".join(_words(record).split())


def record_title(record: Record) -> str:
    """Return the words that name ``record``: one line, at most 60 characters, perhaps none."""
    words = full_title(record)
    return words if len(words) <= _MAX_WORDS else words[: _MAX_WORDS - 1] + "…"


def _words(record: Record) -> str:
    match record:
        case Interview():
            return record.person or record.summary or record.place
        case InterviewEntry():
            return record.verbatim or record.question or record.observation
        case Observation():
            return record.words or record.stumble
        case TestSession():
            return record.words or record.place
        case HowMightWe():
            return record.sentence or record.wished_state
        case PrototypeVersion():
            return record.hypothesis
        case Note():
            return record.title or record.text
        case _:
            return _first_named(record)


def _first_named(record: Record) -> str:
    for name in _NAME_FIELDS:
        value = getattr(record, name, "")
        if isinstance(value, str) and value.strip():
            return value
    return ""
