"""The journey of a persona, phase by phase, and the issues and questions that come out of it.

Owns the records of ジャーニーマップ (report ch. 7 §2(1)②) and 困りごとと問い.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from servicedesign.model.message import N_
from servicedesign.model.record import (
    Record,
    choice_field,
    number_field,
    place_field,
    ref_field,
    text_field,
)


class JourneyView(StrEnum):
    """The journey as it is today, or as it should become."""

    AS_IS = "as_is"
    TO_BE = "to_be"


class LaneKind(StrEnum):
    """What a lane tells; the first three are the report's own."""

    TOUCHPOINT = "touchpoint"
    ACTION = "action"
    THOUGHT = "thought"
    EMOTION = "emotion"
    PAIN_POINT = "pain_point"
    OPPORTUNITY = "opportunity"
    BACKSTAGE = "backstage"
    DURATION = "duration"
    SOLUTION = "solution"
    CUSTOM = "custom"


class Outcome(StrEnum):
    """How an action ended: ring, triangle, cross."""

    UNSET = "unset"
    DONE = "done"
    PARTLY = "partly"
    FAILED = "failed"


class EvidenceLevel(StrEnum):
    """How well a statement is founded: two squares, empty to full."""

    NONE = "none"
    SOME = "some"
    RESEARCHED = "researched"


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyMap(Record):
    """The way of one persona to a goal; an as-is and a to-be map may be counterparts."""

    KIND: ClassVar[str] = "journey_map"
    LABEL: ClassVar[str] = N_("ジャーニーマップ")

    persona_id: str | None = ref_field("persona", N_("ペルソナ"))
    title: str = text_field(N_("題名"))
    view: JourneyView = choice_field(N_("現状か理想か"), JourneyView.AS_IS)
    goal: str = text_field(N_("めざすこと"), long=True)
    purpose: str = text_field(N_("地図の説明"), long=True)
    counterpart_id: str | None = ref_field("journey_map", N_("対になる地図"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Record):
    """One column of a map or a stage within one; ``counterpart_id`` is its column elsewhere."""

    KIND: ClassVar[str] = "phase"
    LABEL: ClassVar[str] = N_("フェーズ")

    map_id: str = ref_field("journey_map", N_("ジャーニーマップ"), owner=True)
    stage_of_id: str | None = ref_field("phase", N_("属するフェーズ"))
    counterpart_id: str | None = ref_field("phase", N_("対になるフェーズ"))
    title: str = text_field(N_("名前"))
    when: str = text_field(N_("時期・所要"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Record):
    """One row of a map."""

    KIND: ClassVar[str] = "lane"
    LABEL: ClassVar[str] = N_("レーン")

    map_id: str = ref_field("journey_map", N_("ジャーニーマップ"), owner=True)
    kind: LaneKind = choice_field(N_("種類"), LaneKind.CUSTOM)
    title: str = text_field(N_("名前"))
    hidden: bool = choice_field(N_("隠す"), False)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Record):
    """One card where a phase and a lane meet; several cards may share the place.

    ``emotion`` runs from -2 to +2 and stands in emotion lanes, with its reason as the text.
    ``number`` is that of a pain point, the same on map, board, card and chain; 0 when it has none.
    """

    KIND: ClassVar[str] = "cell"
    LABEL: ClassVar[str] = N_("地図の升目")

    map_id: str = ref_field("journey_map", N_("ジャーニーマップ"), owner=True)
    phase_id: str = ref_field("phase", N_("フェーズ"), owner=True)
    lane_id: str = ref_field("lane", N_("レーン"), owner=True)
    text: str = text_field(N_("内容"), long=True)
    outcome: Outcome = choice_field(N_("成否"), Outcome.UNSET)
    evidence: EvidenceLevel = choice_field(N_("根拠の確かさ"), EvidenceLevel.NONE)
    emotion: float | None = number_field(N_("感情"), minimum=-2, maximum=2)
    number: int = number_field(N_("番号"), default=0, minimum=0)
    image_id: str | None = ref_field("image", N_("写真"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Record):
    """A problem that the team takes up, with the number of the pain point it came from."""

    KIND: ClassVar[str] = "issue"
    LABEL: ClassVar[str] = N_("課題")

    cell_id: str | None = ref_field("cell", N_("困りごと"))
    number: int = number_field(N_("番号"), default=0, minimum=0)
    title: str = text_field(N_("課題"))
    detail: str = text_field(N_("くわしく"), long=True)
    rank: int | None = number_field(N_("順位"), minimum=1)
    chosen: bool = choice_field(N_("取り上げる"), False)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class HowMightWe(Record):
    """A question that opens ideas: how might (who) in (situation) come to (wished state)?"""

    KIND: ClassVar[str] = "how_might_we"
    LABEL: ClassVar[str] = N_("問い")

    issue_id: str | None = ref_field("issue", N_("課題"))
    who: str = text_field(N_("誰"))
    situation: str = text_field(N_("状況"))
    wished_state: str = text_field(N_("望む状態"))
    sentence: str = text_field(N_("問いの文"), long=True)
    chosen: bool = choice_field(N_("取り上げる"), False)
    position: float = place_field()
