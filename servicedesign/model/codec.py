"""Records to plain values and back: the form in which they are dumped, stored and checked.

Owns the one strict reading of a record: every key known, every value of its type and within its
bounds, every text plain. What does not fit is refused with the path of the place, never guessed.
Plain values are what JSON can hold: dict, list, str, int, float, bool, None.
"""

from __future__ import annotations

import dataclasses
import math
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from servicedesign.model.errors import ProjectError
from servicedesign.model.ids import is_id
from servicedesign.model.kinds import RECORDS
from servicedesign.model.message import Message, msg
from servicedesign.model.normalise import is_plain
from servicedesign.model.record import FieldSpec, Record, field_specs

T = TypeVar("T")

MAX_ITEMS = 100_000
"""Most parts that one field may hold (a stroke's points, a round's voters)."""

Plain = Any
"""A value that JSON can hold."""

_Reader = Callable[[Plain, str], Any]
_Writer = Callable[[Any], Plain]


@dataclass(frozen=True, slots=True)
class FieldCodec:
    """How one field is read and written.

    Attributes:
        spec: what is known of the field.
        read: plain value and path to value; raises ProjectError.
        write: value to plain value.
        scalar: the SQLite type of its column, or None when it is kept as JSON text.
        optional: whether it may be None.
    """

    spec: FieldSpec
    read: _Reader
    write: _Writer
    scalar: str | None
    optional: bool


def refuse(what: Message) -> ProjectError:
    """Return the error for data that cannot be read."""
    return ProjectError(
        what,
        msg("何も書き込んでいません。"),
        msg("示した場所を直してから、もう一度読み込んでください。"),
    )


def _wrong(path: str, expected: Message) -> ProjectError:
    return refuse(msg("「{path}」は{expected}でなければなりません。", path=path, expected=expected))


def field_codecs(cls: type[Any]) -> dict[str, FieldCodec]:
    """Return the codec of every field of a Record or part, by name; ``id`` is left out."""
    key: Any = cls  # a class is hashable, which the type checker does not see for type[Any]
    return _field_codecs(key)


@cache
def _field_codecs(cls: Any) -> dict[str, FieldCodec]:
    hints = get_type_hints(cls)
    return {name: _field_codec(hints[name], spec) for name, spec in field_specs(cls).items()}


def to_plain(record: Any) -> dict[str, Plain]:
    """Return ``record`` (or a part of one) as a plain dict, fields in the order of declaration."""
    plain: dict[str, Plain] = {}
    if isinstance(record, Record):
        plain["id"] = record.id
    for name, codec in field_codecs(type(record)).items():
        plain[name] = codec.write(getattr(record, name))
    return plain


def from_plain(cls: type[T], plain: Plain, path: str) -> T:
    """Return the record (or part) of ``cls`` that ``plain`` describes.

    Fields left out get their default.

    Args:
        cls: a kind of record, or a part such as ``Stroke``.
        plain: a dict as ``to_plain`` makes it.
        path: where it stands, for the message, e.g. ``records.persona[2]``.

    Raises:
        ProjectError: an unknown key, a missing key, a wrong type or a value out of bounds.
    """
    if not isinstance(plain, Mapping):
        raise _wrong(path, msg("項目の集まり"))
    codecs = field_codecs(cls)
    values: dict[str, Any] = {}
    for key, value in plain.items():
        where = f"{path}.{key}"
        if key == "id" and issubclass(cls, Record):
            values["id"] = _read_id(value, where)
        elif key in codecs:
            values[key] = codecs[key].read(value, where)
        else:
            raise refuse(msg("「{path}」という項目はありません。", path=where))
    _require_owners(cls, codecs, values, path)
    return cls(**values)


def _require_owners(
    cls: type[Any], codecs: Mapping[str, FieldCodec], values: Mapping[str, Any], path: str
) -> None:
    needed = [name for name, codec in codecs.items() if codec.spec.owner]
    if issubclass(cls, Record):
        needed.append("id")
    for name in needed:
        if name not in values:
            raise refuse(msg("「{path}」がありません。", path=f"{path}.{name}"))


def record_from_plain(kind: str, plain: Plain, path: str) -> Record:
    """Return the record of ``kind`` that ``plain`` describes; see ``from_plain``.

    Raises:
        ProjectError: also when the kind is unknown.
    """
    cls = RECORDS.get(kind)
    if cls is None:
        raise refuse(msg("「{path}」という種類はありません。", path=f"{path} ({kind})"))
    return from_plain(cls, plain, path)


def _field_codec(hint: Any, spec: FieldSpec) -> FieldCodec:
    inner, optional = _unwrap_optional(hint)
    read, write, scalar = _codec_of(inner, spec)
    if optional:
        read, write = _optional_reader(read), _optional_writer(write)
    return FieldCodec(spec, read, write, scalar, optional)


def _unwrap_optional(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        rest = [part for part in get_args(hint) if part is not type(None)]
        return rest[0], True
    return hint, False


def _codec_of(hint: Any, spec: FieldSpec) -> tuple[_Reader, _Writer, str | None]:
    if get_origin(hint) is tuple:
        read, write, _ = _codec_of(get_args(hint)[0], dataclasses.replace(spec, refers_to=None))
        return _tuple_reader(read), lambda value: [write(part) for part in value], None
    if hint is str:
        names_record = spec.refers_to is not None or (spec.owner and not spec.searchable)
        return (_read_id if names_record else _read_text), _same, "TEXT"
    if hint is bool:
        return _read_bool, _same, "INTEGER"
    if hint is int:
        return _number_reader(spec, _read_int), _same, "INTEGER"
    if hint is float:
        return _number_reader(spec, _read_float), _same, "REAL"
    if hint is Decimal:
        return _number_reader(spec, _read_decimal), str, "TEXT"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _enum_reader(hint), str, "TEXT"
    part = cast("type[Any]", hint)
    return (lambda value, path: from_plain(part, value, path)), to_plain, None


def _same(value: Any) -> Plain:
    return value


def _optional_reader(read: _Reader) -> _Reader:
    return lambda value, path: None if value is None else read(value, path)


def _optional_writer(write: _Writer) -> _Writer:
    return lambda value: None if value is None else write(value)


def _tuple_reader(read: _Reader) -> _Reader:
    def read_all(value: Plain, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise _wrong(path, msg("並び"))
        if len(value) > MAX_ITEMS:
            raise refuse(msg("「{path}」の数が多すぎます。", path=path))
        return tuple(read(part, f"{path}[{i}]") for i, part in enumerate(value))

    return read_all


def _read_id(value: Plain, path: str) -> str:
    if not is_id(value):
        raise _wrong(path, msg("番号（UUID）"))
    return cast("str", value)


def _read_text(value: Plain, path: str) -> str:
    if not isinstance(value, str):
        raise _wrong(path, msg("文字"))
    if not is_plain(value):
        raise refuse(msg("「{path}」に、使えない文字があるか、長すぎます。", path=path))
    return value


def _read_bool(value: Plain, path: str) -> bool:
    if value not in (True, False):
        raise _wrong(path, msg("「はい」か「いいえ」"))
    return bool(value)


def _read_int(value: Plain, path: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 1 << 63:
        raise _wrong(path, msg("整数"))
    return value


def _read_float(value: Plain, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not _is_finite(value):
        raise _wrong(path, msg("数"))
    return float(value)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond what a float can hold
        return False


def _read_decimal(value: Plain, path: str) -> Decimal:
    try:
        amount = Decimal(value) if isinstance(value, str) and len(value) <= 40 else None
    except InvalidOperation:
        amount = None
    if amount is None or not amount.is_finite() or abs(amount.adjusted()) > 30:
        raise _wrong(path, msg("文字で書いた数"))
    return amount


def _number_reader(spec: FieldSpec, read: _Reader) -> _Reader:
    def read_within(value: Plain, path: str) -> Any:
        amount = read(value, path)
        low, high = spec.minimum, spec.maximum
        if (low is not None and amount < low) or (high is not None and amount > high):
            raise _wrong(path, _bounds(low, high))
        return amount

    return read_within


def _bounds(low: float | None, high: float | None) -> Message:
    if high is None:
        return msg("{low}以上", low=low)
    if low is None:
        return msg("{high}以下", high=high)
    return msg("{low}から{high}まで", low=low, high=high)


def _enum_reader(enum: type[StrEnum]) -> _Reader:
    def read_value(value: Plain, path: str) -> StrEnum:
        try:
            return enum(value)
        except ValueError:
            expected = "・".join(member.value for member in enum)
            raise _wrong(path, msg("次のどれか（{values}）", values=expected)) from None

    return read_value
