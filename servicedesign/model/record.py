"""The base of everything a workshop consists of: records, their fields and what is known of each.

Owns ``Record``, the helpers that declare its fields, and ``field_specs`` which reads them back.
Search, forms, dumps, anonymised copies and checks all work from these declarations, so a new field
is declared once. Must not know how records are kept or shown.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, TypeVar

from servicedesign.model.ids import new_id


class Personal(StrEnum):
    """What an anonymised copy does with a field."""

    NO = "no"
    CLEAR = "clear"
    """Emptied."""
    LABEL = "label"
    """Replaced by a neutral label with a number, for example 参加者3."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What is known of one field besides its type.

    Attributes:
        name: the attribute's name.
        label: its name for people (Japanese, translatable).
        searchable: whether its text is searched and may be shown in a hit.
        long: whether it is written on several lines.
        refers_to: the kind of record whose id it holds, or None.
        personal: what an anonymised copy does with it.
        owner: whether a record makes no sense without the one it refers to.
        minimum: least number allowed, or None.
        maximum: greatest number allowed, or None.
    """

    name: str
    label: str
    searchable: bool = False
    long: bool = False
    refers_to: str | None = None
    personal: Personal = Personal.NO
    owner: bool = False
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing of a workshop, never changed in place: ``dataclasses.replace`` makes the next one.

    Attributes:
        id: UUID version 7 as text, so that records of several copies can be merged.
    """

    KIND: ClassVar[str]
    """Name of the kind in the file, in dumps and in links: lower-case words joined by ``_``."""

    LABEL: ClassVar[str]
    """Name of the kind for people (Japanese, translatable)."""

    id: str = dataclasses.field(default_factory=new_id)


R = TypeVar("R", bound=Record)
"""Any kind of record."""


def _declare(default: Any, **spec: Any) -> Any:
    return dataclasses.field(default=default, metadata={"spec": spec})


def text_field(
    label: str, *, default: str = "", long: bool = False, personal: Personal = Personal.NO
) -> Any:
    """Declare a text that people write and search."""
    return _declare(default, label=label, searchable=True, long=long, personal=personal)


def code_field(label: str, *, default: str = "", personal: Personal = Personal.NO) -> Any:
    """Declare a technical text (a date, a colour, a drawing's id) that search passes by."""
    return _declare(default, label=label, personal=personal)


def number_field(
    label: str, *, default: Any = None, minimum: float | None = None, maximum: float | None = None
) -> Any:
    """Declare a number; its bounds are inclusive and checked when a file is read."""
    return _declare(default, label=label, minimum=minimum, maximum=maximum)


def choice_field(label: str, default: Any) -> Any:
    """Declare one of the values of an enumeration or a yes/no."""
    return _declare(default, label=label)


def ref_field(
    kind: str | None, label: str, *, owner: bool = False, personal: Personal = Personal.NO
) -> Any:
    """Declare the id of another record of ``kind`` (any kind when None).

    ``owner`` says that the record is a part of the other one and cannot be without it.
    """
    default = dataclasses.MISSING if owner else None
    meta = {"spec": {"label": label, "refers_to": kind, "owner": owner, "personal": personal}}
    if default is dataclasses.MISSING:
        return dataclasses.field(metadata=meta)
    return dataclasses.field(default=default, metadata=meta)


def items_field(label: str, *, personal: Personal = Personal.NO) -> Any:
    """Declare a tuple of texts or of small parts, in order; its texts are searched."""
    return _declare((), label=label, searchable=True, personal=personal)


def place_field() -> Any:
    """Declare the place in a list: ascending, with room between for insertions."""
    return _declare(0.0, label="")


def field_specs(cls: type[Any]) -> dict[str, FieldSpec]:
    """Return what is known of each field of ``cls`` (a Record or a part of one), in order.

    The field ``id`` is left out.
    """
    key: Any = cls  # a class is hashable, which the type checker does not see for type[Any]
    return _field_specs(key)


@cache
def _field_specs(cls: Any) -> dict[str, FieldSpec]:
    specs = {}
    for field in dataclasses.fields(cls):
        if field.name == "id":
            continue
        declared = field.metadata.get("spec", {"label": ""})
        specs[field.name] = FieldSpec(name=field.name, **declared)
    return specs
