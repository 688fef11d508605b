"""The project itself, its participants and groups, the agenda, and what is kept for printing.

Owns the records of 準備 (preparation). Source of the fields: report ch. 7 §2.
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
    items_field,
    number_field,
    place_field,
    ref_field,
    text_field,
)


class ServiceKind(StrEnum):
    """Whether a service that exists is reworked or a new one is made (report ch. 7 §2(4))."""

    UNDECIDED = "undecided"
    EXISTING = "existing"
    NEW = "new"


class StickyColour(StrEnum):
    """The safe set of sticky colours; each also has a symbol and stands for a group."""

    CREAM = "cream"
    SKY = "sky"
    BEIGE = "beige"
    GREEN = "green"


class StakeholderKind(StrEnum):
    """Whose side a participant stands on; the report wants all, and someone from another field."""

    OFFICIAL = "official"
    COMPANY = "company"
    ENGINEER = "engineer"
    ORGANISATION = "organisation"
    USER = "user"
    OUTSIDER = "outsider"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectInfo(Record):
    """What the whole project is about; a file holds exactly one."""

    KIND: ClassVar[str] = "project"
    LABEL: ClassVar[str] = N_("プロジェクト")

    service_name: str = text_field(N_("サービス名"))
    theme: str = text_field(N_("テーマ"), long=True)
    goal: str = text_field(N_("めざすこと"), long=True)
    organisation: str = text_field(N_("団体名"))
    section: str = text_field(N_("担当課"))
    period_start: str = code_field(N_("始まり"))
    period_end: str = code_field(N_("終わり"))
    service_kind: ServiceKind = choice_field(N_("サービスの種類"), ServiceKind.UNDECIDED)
    note: str = text_field(N_("ことわり書き"), long=True)
    logo_image_id: str | None = ref_field("image", N_("団体の印"))
    accent: str = code_field(N_("強調の色"))
    title_points: float | None = number_field(N_("題名の大きさ"), minimum=14, maximum=72)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """A group of participants that works at one table."""

    KIND: ClassVar[str] = "group"
    LABEL: ClassVar[str] = N_("班")

    name: str = text_field(N_("班の名前"))
    colour: StickyColour = choice_field(N_("色と記号"), StickyColour.CREAM)
    note: str = text_field(N_("メモ"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """Someone who takes part in the workshop."""

    KIND: ClassVar[str] = "participant"
    LABEL: ClassVar[str] = N_("参加者")

    name: str = text_field(N_("名前"), personal=Personal.LABEL)
    kana: str = text_field(N_("ふりがな"), personal=Personal.CLEAR)
    affiliation: str = text_field(N_("所属"), personal=Personal.CLEAR)
    stakeholder: StakeholderKind = choice_field(N_("立場"), StakeholderKind.OTHER)
    stakeholder_note: str = text_field(N_("立場の補足"), personal=Personal.CLEAR)
    role: str = text_field(N_("役割"), personal=Personal.CLEAR)
    note: str = text_field(N_("メモ"), long=True, personal=Personal.CLEAR)
    group_id: str | None = ref_field("group", N_("班"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """One step of the timetable; times are wall-clock ``HH:MM``, lengths are minutes.

    ``extra_minutes`` were given to or taken from it while it ran.
    """

    KIND: ClassVar[str] = "agenda_item"
    LABEL: ClassVar[str] = N_("進行")

    day: int = number_field(N_("日"), default=1, minimum=1, maximum=99)
    start: str = code_field(N_("開始"))
    minutes: int = number_field(N_("分"), default=10, minimum=0, maximum=1440)
    spare_minutes: int = number_field(N_("予備の分"), default=0, minimum=0, maximum=1440)
    title: str = text_field(N_("内容"))
    aim: str = text_field(N_("ねらい"), long=True)
    method: str = text_field(N_("進め方"), long=True)
    tool: str = code_field(N_("道具"))
    sheet: str = text_field(N_("使う紙"))
    who: str = text_field(N_("担当"), personal=Personal.CLEAR)
    things: str = text_field(N_("用意する物"), long=True)
    started_at: str = code_field(N_("始めた時刻"))
    ended_at: str = code_field(N_("終えた時刻"))
    extra_minutes: int = number_field(N_("足した分"), default=0, minimum=-1440, maximum=1440)
    skipped: bool = choice_field(N_("飛ばした"), False)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Record):
    """One thing said in the closing round (振り返り)."""

    KIND: ClassVar[str] = "reflection"
    LABEL: ClassVar[str] = N_("振り返り")

    kind: str = code_field(N_("種類"), default="keep")
    text: str = text_field(N_("ことば"), long=True)
    group_id: str | None = ref_field("group", N_("班"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintChoice:
    """One line of a print set: a sheet, how often and on what."""

    sheet: str = code_field(N_("紙"))
    copies: int = number_field(N_("部数"), default=1, minimum=1, maximum=999)
    paper: str = code_field(N_("用紙"), default="A4")
    orientation: str = code_field(N_("向き"))
    blank: bool = choice_field(N_("白紙"), False)
    grey: bool = choice_field(N_("白黒"), False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSet(Record):
    """A list of sheets to print together, kept under a name."""

    KIND: ClassVar[str] = "print_set"
    LABEL: ClassVar[str] = N_("印刷の組")

    title: str = text_field(N_("組の名前"))
    choices: tuple[PrintChoice, ...] = items_field(N_("紙"))
    position: float = place_field()
