"""References between records: what a record points to, and whether it is there.

Owns the rule that a reference names a record of the right kind. Touches no file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from operator import attrgetter

from servicedesign.model import RECORDS, Link, Message, ProjectError, Record, msg
from servicedesign.model.codec import field_codecs
from servicedesign.model.record import FieldSpec
from servicedesign.store.changes import Change
from servicedesign.store.records import Records


@cache
def reference_fields(kind: str) -> tuple[FieldSpec, ...]:
    """Return the fields of ``kind`` that hold the id of a record of a known kind."""
    return tuple(
        codec.spec
        for codec in field_codecs(RECORDS[kind]).values()
        if codec.scalar and codec.spec.refers_to
    )


def references(record: Record) -> Iterator[tuple[FieldSpec, str, str]]:
    """Yield each reference of ``record``: the field, the kind it must be of, and the id."""
    for spec in reference_fields(record.KIND):
        target = getattr(record, spec.name)
        if target is not None:
            assert spec.refers_to is not None
            yield spec, spec.refers_to, target
    if isinstance(record, Link):
        specs = field_codecs(Link)
        yield specs["source_id"].spec, record.source_kind, record.source_id
        yield specs["target_id"].spec, record.target_kind, record.target_id


def broken_references(records: Records, record: Record) -> list[FieldSpec]:
    """Return the fields of ``record`` that name nothing, or something of another kind."""
    broken = []
    for spec, kind, target in references(record):
        found = records.find(target)
        if found is None or kind != found.KIND:
            broken.append(spec)
    return broken


def all_refer(records: Records, kind: str) -> bool:
    """Tell whether no record of ``kind`` has a broken reference; of very many it is told fast."""
    members = records.all(kind)
    if kind == Link.KIND:
        return not any(broken_references(records, link) for link in members)
    for spec in reference_fields(kind) if members else ():
        for target in set(map(attrgetter(spec.name), members)) - {None}:
            found = records.find(target)
            if found is None or spec.refers_to != found.KIND:
                return False
    return True


@cache
def _referring_fields(kind: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (other, spec.name)
        for other in RECORDS
        for spec in reference_fields(other)
        if spec.refers_to == kind
    )


def user_of(records: Records, kind: str, record_id: str) -> Record | None:
    """Return a record that refers to the one of ``kind`` with an id, or None when none does."""
    for other, field in _referring_fields(kind):
        found = records.where(other, {field: record_id})
        if found:
            return found[0]
    return None


def require_references(records: Records, changes: Iterable[Change]) -> None:
    """Refuse changes that would leave a reference to nothing.

    Raises:
        ProjectError: naming the record and the field, or what still needs a deleted record.
    """
    for change in changes:
        if change.after is None:
            user = user_of(records, change.kind, change.id)
            if user is not None:
                raise in_use(user)
            continue
        for spec in broken_references(records, change.after):
            raise ProjectError(
                msg(
                    "「{kind}」の「{field}」が、ないものを指しています。",
                    kind=Message(change.after.LABEL),
                    field=Message(spec.label),
                ),
                msg("何も書き込んでいません。"),
                msg("指す先を選び直してください。"),
            )


def in_use(user: Record | None) -> ProjectError:
    """Return the refusal to delete what ``user`` (what could not be read, when None) needs."""
    used_by = msg("読み取れなかった項目") if user is None else Message(user.LABEL)
    return ProjectError(
        msg("ほかの項目（{kind}）から使われているので、消せません。", kind=used_by),
        msg("何も消していません。"),
        msg("先に、それを使っている項目を消すか、別のものに付け替えてください。"),
    )
