"""Trying it out: prototypes and their versions, storyboard frames, test sessions, observations.

Owns the records of 試作とテスト (report ch. 7 §2(3)).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from servicedesign.model.journey import Outcome
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


class PrototypeForm(StrEnum):
    """What a prototype is made of."""

    DRAWING = "drawing"
    PAPER = "paper"
    ACTING = "acting"
    SCREEN = "screen"


class Side(StrEnum):
    """Who answers: those who use the service or those who provide it."""

    USER = "user"
    PROVIDER = "provider"


class VerificationQuestion(StrEnum):
    """The report's questions to a prototype (ch. 7 §1)."""

    MEETS_NEED = "meets_need"
    NOT_EXCESSIVE = "not_excessive"
    COST = "cost"
    STAFF_TIME = "staff_time"
    CONTENT = "content"


class TaskOutcome(StrEnum):
    """How a task of a test went: alone, with help, not at all."""

    ALONE = "alone"
    HELPED = "helped"
    FAILED = "failed"


class Verdict(StrEnum):
    """What follows from a test."""

    UNDECIDED = "undecided"
    GO_ON = "go_on"
    REVISE = "revise"
    STOP = "stop"


class ImprovementState(StrEnum):
    """Whether an improvement goes into the next version."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prototype(Record):
    """A model of the service, in one or more versions."""

    KIND: ClassVar[str] = "prototype"
    LABEL: ClassVar[str] = N_("試作")

    code: str = text_field(N_("番号"))
    name: str = text_field(N_("名前"))
    note_id: str | None = ref_field("note", N_("もとの案"))
    deep_dive_id: str | None = ref_field("deep_dive", N_("もとの深掘り"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """One of the report's questions, answered by one side."""

    question: VerificationQuestion = choice_field(N_("確かめ"), VerificationQuestion.MEETS_NEED)
    side: Side = choice_field(N_("立場"), Side.USER)
    outcome: Outcome = choice_field(N_("答え"), Outcome.UNSET)
    note: str = text_field(N_("根拠・条件"), long=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrototypeVersion(Record):
    """One version of a prototype; a later one says what changed and which test changed it."""

    KIND: ClassVar[str] = "prototype_version"
    LABEL: ClassVar[str] = N_("試作の版")

    prototype_id: str = ref_field("prototype", N_("試作"), owner=True)
    number: int = number_field(N_("第何版"), default=1, minimum=1, maximum=999)
    date: str = code_field(N_("月日"))
    based_on: str = text_field(N_("もとになった案"))
    hypothesis: str = text_field(N_("仮説"), long=True)
    to_find_out: str = text_field(N_("知りたいこと"), long=True)
    forms: tuple[PrototypeForm, ...] = items_field(N_("形"))
    cost: str = text_field(N_("費用"), long=True)
    effort: str = text_field(N_("手間"), long=True)
    partner: str = text_field(N_("協力先"), long=True)
    changes: str = text_field(N_("前の版から"), long=True)
    cause_session_id: str | None = ref_field("test_session", N_("変えるもとになったテスト"))
    verifications: tuple[Verification, ...] = items_field(N_("確かめ"))
    user_count: int | None = number_field(N_("確かめた利用者の数"), minimum=0)
    provider_count: int | None = number_field(N_("確かめた職員の数"), minimum=0)
    ready: bool = choice_field(N_("次の段階へ"), False)
    ready_reason: str = text_field(N_("残る条件"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Record):
    """One frame of a storyboard (コマ): a picture and its caption.

    It belongs to a version of a prototype or to a deep-dive, never to both.
    """

    KIND: ClassVar[str] = "frame"
    LABEL: ClassVar[str] = N_("コマ")

    version_id: str | None = ref_field("prototype_version", N_("試作の版"))
    deep_dive_id: str | None = ref_field("deep_dive", N_("深掘り"))
    heading: str = text_field(N_("場面"))
    caption: str = text_field(N_("説明"), long=True)
    sketch_id: str | None = ref_field("sketch", N_("スケッチ"))
    image_id: str | None = ref_field("image", N_("写真"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class TestTask(Record):
    """Something a test asks people to do with a version."""

    KIND: ClassVar[str] = "test_task"
    LABEL: ClassVar[str] = N_("テストの課題")
    __test__: ClassVar[bool] = False

    version_id: str = ref_field("prototype_version", N_("試作の版"), owner=True)
    title: str = text_field(N_("やってもらうこと"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class TestSession(Record):
    """One person trying one version; the person has a number, not a name."""

    KIND: ClassVar[str] = "test_session"
    LABEL: ClassVar[str] = N_("テスト")
    __test__: ClassVar[bool] = False

    version_id: str = ref_field("prototype_version", N_("試作の版"), owner=True)
    code: str = text_field(N_("番号"))
    date: str = code_field(N_("月日"))
    place: str = text_field(N_("場所"))
    side: Side = choice_field(N_("立場"), Side.USER)
    person: str = text_field(N_("どんな人か（匿名）"), personal=Personal.CLEAR)
    observer: str = text_field(N_("見た人"), personal=Personal.CLEAR)
    words: str = text_field(N_("話した言葉"), long=True)
    satisfaction: int | None = number_field(N_("満足"), minimum=1, maximum=5)
    verdict: Verdict = choice_field(N_("判定"), Verdict.UNDECIDED)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Record):
    """How one task went in one session; time is in seconds."""

    KIND: ClassVar[str] = "observation"
    LABEL: ClassVar[str] = N_("観察")

    session_id: str = ref_field("test_session", N_("テスト"), owner=True)
    task_id: str = ref_field("test_task", N_("課題"), owner=True)
    outcome: TaskOutcome | None = choice_field(N_("結果"), None)
    seconds: int | None = number_field(N_("かかった秒"), minimum=0)
    words: str = text_field(N_("話した言葉"), long=True)
    stumble: str = text_field(N_("つまずき"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement(Record):
    """Something to change that came out of a session."""

    KIND: ClassVar[str] = "improvement"
    LABEL: ClassVar[str] = N_("直すこと")

    session_id: str = ref_field("test_session", N_("テスト"), owner=True)
    text: str = text_field(N_("内容"), long=True)
    state: ImprovementState = choice_field(N_("扱い"), ImprovementState.OPEN)
    reason: str = text_field(N_("理由"), long=True)
    version_id: str | None = ref_field("prototype_version", N_("入れた版"))
    position: float = place_field()
