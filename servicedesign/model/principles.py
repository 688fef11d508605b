"""The 12 principles of service design (サービス設計12箇条) as a check.

Owns the records of 12箇条. The edition is data: titles and questions are kept with the project.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from servicedesign.model.message import N_
from servicedesign.model.record import (
    Personal,
    Record,
    choice_field,
    code_field,
    items_field,
    number_field,
    place_field,
    ref_field,
    text_field,
)


class Answer(StrEnum):
    """The four steps of an answer, and the one not given yet."""

    UNSET = "unset"
    DONE = "done"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipleEdition(Record):
    """A published wording of the principles that the project is checked against."""

    KIND: ClassVar[str] = "principle_edition"
    LABEL: ClassVar[str] = N_("12箇条の版")

    title: str = text_field(N_("版の名前"))
    date: str = code_field(N_("版の日付"))
    source: str = text_field(N_("出典"), long=True)
    checked_by: str = text_field(N_("確かめた人"), long=True, personal=Personal.CLEAR)
    checked_on: str = code_field(N_("確かめた日"))
    current: bool = choice_field(N_("使っている版"), True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipleItem(Record):
    """One principle of an edition, with what the team says of it and does next."""

    KIND: ClassVar[str] = "principle_item"
    LABEL: ClassVar[str] = N_("箇条")

    edition_id: str = ref_field("principle_edition", N_("12箇条の版"), owner=True)
    number: int = number_field(N_("番号"), default=1, minimum=1, maximum=99)
    title: str = text_field(N_("箇条の題"))
    comment: str = text_field(N_("一言"), long=True)
    next_action: str = text_field(N_("次の一手"), long=True)
    next_owner: str = text_field(N_("担当"), personal=Personal.CLEAR)
    next_due: str = code_field(N_("いつまで"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipleCheck(Record):
    """One question of a principle and its answer."""

    KIND: ClassVar[str] = "principle_check"
    LABEL: ClassVar[str] = N_("確かめの問い")

    item_id: str = ref_field("principle_item", N_("箇条"), owner=True)
    question: str = text_field(N_("問い"), long=True)
    answer: Answer = choice_field(N_("答え"), Answer.UNSET)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnswer:
    """The answer to one principle as it stood on a day."""

    number: int = number_field(N_("番号"), default=1, minimum=1, maximum=99)
    answer: Answer = choice_field(N_("答え"), Answer.UNSET)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipleReview(Record):
    """The answers of one day, kept so that a later day can be compared with it."""

    KIND: ClassVar[str] = "principle_review"
    LABEL: ClassVar[str] = N_("12箇条の記録")

    edition_id: str = ref_field("principle_edition", N_("12箇条の版"), owner=True)
    date: str = code_field(N_("月日"))
    answers: tuple[ItemAnswer, ...] = items_field(N_("答え"))
    note: str = text_field(N_("メモ"), long=True)
    version_id: str | None = ref_field("prototype_version", N_("確かめた試作"))
    position: float = place_field()


def answer_of(answers: Iterable[Answer]) -> Answer:
    """Return the answer to a principle that follows from the answers to its questions.

    Not applicable when every question is; done when every applicable one is; unset when none is
    answered; not yet when no applicable one is done or partly done; else partly.
    """
    given = set(answers)
    applicable = given - {Answer.NOT_APPLICABLE}
    if given and not applicable:
        return Answer.NOT_APPLICABLE
    if applicable <= {Answer.UNSET}:
        return Answer.UNSET
    if applicable == {Answer.DONE}:
        return Answer.DONE
    return Answer.PARTLY if applicable & {Answer.DONE, Answer.PARTLY} else Answer.NOT_YET
