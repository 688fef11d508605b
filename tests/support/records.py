"""Made-up records of every kind, from the declarations of their fields.

``record(kind, choose, ids)`` makes one; ``choose`` is a ``random.Random``. Generic tests share it,
so that a new kind or field is covered without a new test.
"""

from __future__ import annotations

import dataclasses
import random
import types
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from servicedesign.model import RECORDS, Image, Link, ProjectInfo, Record
from servicedesign.model.ids import seeded_id
from servicedesign.model.record import FieldSpec, field_specs
from servicedesign.store import Project

WORDS = (
    "ひとり親", "保育料", "窓口", "𠮷田", "葛󠄀城", "ｶﾞｷﾞ", "ガギ", "Ａ‹B社", "<b>太い", "Ähren", "相談",
    "https://例え.jp?a=1&b=2", "\n", " ", "😀", "①", "㌔", "ﬁ", "", "5％", "'; DROP TABLE note; --",
)  # fmt: skip


def new_record_id(choose: random.Random) -> str:
    return seeded_id(1_790_000_000_000 + choose.randrange(10**9), choose.getrandbits(80))


def text(choose: random.Random, most: int = 6) -> str:
    return "".join(choose.choice(WORDS) for _ in range(choose.randrange(most)))


def record(
    kind: str, choose: random.Random, ids: Mapping[str, Sequence[str]], record_id: str | None = None
) -> Record | None:
    """Return a made-up record of ``kind``, or None when one that it needs is not there.

    ``ids`` are those that may be referred to, by kind.
    """
    cls = RECORDS[kind]
    if cls is Link:
        return _link(choose, ids, record_id)
    values: dict[str, Any] = {"id": record_id or new_record_id(choose)}
    hints = get_type_hints(cls)
    for name, spec in field_specs(cls).items():
        if spec.refers_to is not None:
            known = ids.get(spec.refers_to, ())
            if spec.owner:
                if not known:
                    return None
                values[name] = choose.choice(known)
            else:
                values[name] = choose.choice([None, *known[-5:]])
        else:
            values[name] = _value(hints[name], spec, choose)
    return cls(**values)


def _link(
    choose: random.Random, ids: Mapping[str, Sequence[str]], record_id: str | None
) -> Link | None:
    ends = [(kind, one) for kind, known in ids.items() for one in known if kind != Link.KIND]
    if len(ends) < 2:
        return None
    (source_kind, source_id), (target_kind, target_id) = choose.sample(ends, 2)
    return Link(
        id=record_id or new_record_id(choose),
        source_kind=source_kind,
        source_id=source_id,
        target_kind=target_kind,
        target_id=target_id,
        note=text(choose),
    )


def _value(hint: Any, spec: FieldSpec, choose: random.Random) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        inner = next(part for part in get_args(hint) if part is not type(None))
        return None if choose.random() < 0.3 else _value(inner, spec, choose)
    if get_origin(hint) is tuple:
        return tuple(
            _value(get_args(hint)[0], spec, choose) for _ in range(choose.choice([0, 0, 1, 3]))
        )
    if hint is str:
        # An id that need not be there, as those in the tallies of a vote.
        return new_record_id(choose) if spec.owner else text(choose)
    if hint is bool:
        return choose.random() < 0.5
    if hint in (int, float, Decimal):
        return _number(hint, spec, choose)
    if issubclass(hint, StrEnum):
        return choose.choice(list(hint))
    return part(hint, choose)


def _number(hint: Any, spec: FieldSpec, choose: random.Random) -> Any:
    low = 0 if spec.minimum is None else spec.minimum
    high = low + 100 if spec.maximum is None else spec.maximum
    if hint is int:
        return choose.randint(int(low), int(high))
    if hint is float:
        return choose.choice([float(low), float(high), choose.uniform(low, high)])
    return Decimal(choose.randint(int(low) * 100, int(high) * 100)) / 100


def part(cls: Any, choose: random.Random) -> Any:
    hints = get_type_hints(cls)
    return cls(
        **{name: _value(hints[name], spec, choose) for name, spec in field_specs(cls).items()}
    )


def ids_of(project: Project) -> dict[str, list[str]]:
    return {kind: [r.id for r in found] for kind, found in project.records().items() if found}


def changed(old: Record, choose: random.Random, ids: Mapping[str, Sequence[str]]) -> Record:
    """Return ``old`` with one field of another made-up record of its kind."""
    other = record(old.KIND, choose, ids, old.id)
    if other is None:
        return old
    name = choose.choice(list(field_specs(type(old))))
    if isinstance(old, Link):
        name = "note"
    return dataclasses.replace(old, **{name: getattr(other, name)})


def may_be_made(kind: str) -> bool:
    """Tell whether records of ``kind`` can be put by hand: there is one project, pictures have bytes."""
    return kind not in (ProjectInfo.KIND, Image.KIND)
