"""What the sheet of issues and questions shows, as plain data.

Owns the shape of the data. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuoteData:
    """Words behind an issue: the words, the reference to them, and whether they are verbatim."""

    words: str
    code: str
    said: bool


@dataclass(frozen=True, slots=True)
class QuestionData:
    """A question of an issue.

    Attributes:
        text: the sentence; empty where only parts are written.
        parts: who, situation and wished state of a sentence that is not finished.
        chosen: whether ideas are sought for it.
        shared_with: the number of the other issue under which it is printed, or 0.
    """

    text: str = ""
    parts: tuple[str, str, str] = ("", "", "")
    chosen: bool = False
    shared_with: int = 0


@dataclass(frozen=True, slots=True)
class IssueData:
    """One issue.

    Attributes:
        rank: its rank, or 0 without one.
        number: that of the pain point, or 0.
        title: what it is called.
        detail: more words on it.
        phase: where on the journey it stands, or empty.
        level: 0, 1 or 2 filled squares of evidence.
        chosen: whether it was taken on.
        quotes: the residents' words behind it.
        questions: its questions, its own first.
    """

    rank: int
    number: int
    title: str
    detail: str = ""
    phase: str = ""
    level: int = 0
    chosen: bool = False
    quotes: tuple[QuoteData, ...] = ()
    questions: tuple[QuestionData, ...] = ()


@dataclass(frozen=True, slots=True)
class PainData:
    """A pain point on a map that nobody took up: its number (0 without), words and phase."""

    number: int
    text: str
    phase: str


@dataclass(frozen=True, slots=True)
class IssuesData:
    """All issues by rank, and the pain points that were not taken up."""

    issues: tuple[IssueData, ...] = ()
    open_pains: tuple[PainData, ...] = ()
