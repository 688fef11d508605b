"""The evidence chain: links from one record to another.

Owns ``Link``. A link points from what claims to what it rests on or came from; the store keeps the
way back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from servicedesign.model.message import N_
from servicedesign.model.record import Record, choice_field, code_field, ref_field, text_field


class Relation(StrEnum):
    """Why two records are linked, read from source to target."""

    EVIDENCE = "evidence"
    """The source is founded on the target."""
    ANSWERS = "answers"
    """The source is an answer to the target."""
    CAME_FROM = "came_from"
    """The source was made from the target."""
    CHANGED_BY = "changed_by"
    """The source was changed because of the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """A link from a record (or one field of it) to another record of any kind."""

    KIND: ClassVar[str] = "link"
    LABEL: ClassVar[str] = N_("つながり")

    source_kind: str = code_field(N_("元の種類"))
    source_id: str = ref_field(None, N_("元"), owner=True)
    source_field: str = code_field(N_("元の項目"))
    target_kind: str = code_field(N_("先の種類"))
    target_id: str = ref_field(None, N_("先"), owner=True)
    relation: Relation = choice_field(N_("関係"), Relation.EVIDENCE)
    note: str = text_field(N_("メモ"))
