"""Who the service is for: persona candidates, the one chosen, and the empathy map.

Owns the records of ペルソナ (fields of report ch. 7 §2(1)①, with those the field adds).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from servicedesign.model.message import N_
from servicedesign.model.record import (
    Record,
    choice_field,
    code_field,
    items_field,
    number_field,
    place_field,
    ref_field,
    text_field,
)


class Certainty(StrEnum):
    """Whether what stands in a field was found out or is guessed."""

    UNSET = "unset"
    FACT = "fact"
    GUESS = "guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCertainty:
    """The certainty of one field of a persona."""

    field: str = code_field(N_("項目"))
    certainty: Certainty = choice_field(N_("確かさ"), Certainty.UNSET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """The part of a picture that is shown, as fractions of its width and height."""

    left: float = number_field(N_("左"), default=0.0, minimum=0, maximum=1)
    top: float = number_field(N_("上"), default=0.0, minimum=0, maximum=1)
    width: float = number_field(N_("幅"), default=1.0, minimum=0.01, maximum=1)
    height: float = number_field(N_("高さ"), default=1.0, minimum=0.01, maximum=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Record):
    """An invented person who stands for many; one of the candidates is chosen as the primary."""

    KIND: ClassVar[str] = "persona"
    LABEL: ClassVar[str] = N_("ペルソナ")

    name: str = text_field(N_("名前（仮名）"))
    kana: str = text_field(N_("ふりがな"))
    tagline: str = text_field(N_("ひとことで言うと"))
    motto: str = text_field(N_("口ぐせ・ひとこと"), long=True)
    age: int | None = number_field(N_("年齢"), minimum=0, maximum=120)
    face: str = code_field(N_("顔"))
    image_id: str | None = ref_field("image", N_("顔の写真"))
    crop: Crop | None = choice_field(N_("写真の切り抜き"), None)
    occupation: str = text_field(N_("職業"), long=True)
    household: str = text_field(N_("家族構成"), long=True)
    home: str = text_field(N_("住まい"), long=True)
    wishes: str = text_field(N_("日常的な要望"), long=True)
    behaviour: str = text_field(N_("行動パターン"), long=True)
    problems: str = text_field(N_("抱えている問題"), long=True)
    dream: str = text_field(N_("将来の夢"), long=True)
    belonging: str = text_field(N_("地域への帰属意識"), long=True)
    devices: str = text_field(N_("利用機器とデジタル"), long=True)
    digital_skill: int | None = number_field(N_("デジタルの得意さ"), minimum=1, maximum=5)
    considerations: str = text_field(N_("配慮したいこと"), long=True)
    sources: str = text_field(N_("情報源"), long=True)
    certainties: tuple[FieldCertainty, ...] = items_field(N_("確かさ"))
    chosen: bool = choice_field(N_("この人に絞った"), False)
    chosen_reason: str = text_field(N_("選んだ理由"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class EmpathyMap(Record):
    """What a persona sees, hears, thinks and does (共感マップ)."""

    KIND: ClassVar[str] = "empathy_map"
    LABEL: ClassVar[str] = N_("共感マップ")

    persona_id: str = ref_field("persona", N_("ペルソナ"), owner=True)
    sees: str = text_field(N_("見ていること"), long=True)
    hears: str = text_field(N_("聞いていること"), long=True)
    thinks: str = text_field(N_("考え、感じること"), long=True)
    says: str = text_field(N_("言うこと、すること"), long=True)
    pains: str = text_field(N_("痛み"), long=True)
    gains: str = text_field(N_("得たいもの"), long=True)
    position: float = place_field()
