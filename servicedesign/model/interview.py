"""What residents said and did: interviews, their questions and answers, and the findings in them.

Owns the records of 聞き取り (report ch. 7 §2(1): depth interviews, observation, anonymised data).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from servicedesign.model.message import N_
from servicedesign.model.record import (
    Personal,
    Record,
    choice_field,
    code_field,
    number_field,
    place_field,
    ref_field,
    text_field,
)


class SourceMethod(StrEnum):
    """How the source came about."""

    DEPTH_INTERVIEW = "depth_interview"
    OBSERVATION = "observation"
    DATA = "data"


class Consent(StrEnum):
    """Whether the person agreed to their words being used."""

    NOT_YET = "not_yet"
    SPOKEN = "spoken"
    WRITTEN = "written"
    NOT_NEEDED = "not_needed"


class FindingKind(StrEnum):
    """A fact was seen or said, an interpretation says what it means, an insight what follows."""

    FACT = "fact"
    INTERPRETATION = "interpretation"
    INSIGHT = "insight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Record):
    """One interview, observation or set of anonymised data; the person has a number, not a name."""

    KIND: ClassVar[str] = "interview"
    LABEL: ClassVar[str] = N_("聞き取り")

    code: str = text_field(N_("番号"))
    method: SourceMethod = choice_field(N_("方法"), SourceMethod.DEPTH_INTERVIEW)
    date: str = code_field(N_("月日"))
    place: str = text_field(N_("場所"))
    person: str = text_field(N_("どんな人か（匿名）"), long=True, personal=Personal.CLEAR)
    interviewer: str = text_field(N_("聞き手"), personal=Personal.CLEAR)
    recorder: str = text_field(N_("書き手"), personal=Personal.CLEAR)
    consent: Consent = choice_field(N_("同意"), Consent.NOT_YET)
    summary: str = text_field(N_("まとめ"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewEntry(Record):
    """One question with the words that came back and what was seen meanwhile."""

    KIND: ClassVar[str] = "interview_entry"
    LABEL: ClassVar[str] = N_("質問と答え")

    interview_id: str = ref_field("interview", N_("聞き取り"), owner=True)
    question: str = text_field(N_("質問"), long=True)
    verbatim: str = text_field(N_("話したままの言葉"), long=True)
    observation: str = text_field(N_("見たこと"), long=True)
    noted_at: str = code_field(N_("書いた時刻"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """A fact, an interpretation or an insight, marked in an answer or noted on its own.

    ``start`` and ``end`` are character places in the entry's verbatim text; both 0 when unmarked.
    """

    KIND: ClassVar[str] = "finding"
    LABEL: ClassVar[str] = N_("わかったこと")

    interview_id: str = ref_field("interview", N_("聞き取り"), owner=True)
    entry_id: str | None = ref_field("interview_entry", N_("質問と答え"))
    code: str = text_field(N_("番号"))
    kind: FindingKind = choice_field(N_("種類"), FindingKind.FACT)
    text: str = text_field(N_("内容"), long=True)
    start: int = number_field(N_("始まりの文字"), default=0, minimum=0)
    end: int = number_field(N_("終わりの文字"), default=0, minimum=0)
    position: float = place_field()
