"""Strict reading of a drawing's values: each check returns the value or names the fault.

Owns the bounds of single values and the wording of a refusal. Must not know shapes or paths. All
checks raise ProjectError.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Final

from servicedesign.model.errors import ProjectError
from servicedesign.model.message import Message, msg

MAX_COORDINATE: Final = 100_000.0

_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")


def refusal(where: str, why: Message) -> ProjectError:
    """Return the error that names the place of a drawing's fault and its reason."""
    return ProjectError(
        msg("絵のデータが読めません（{where}：{why}）。", where=where or "—", why=why),
        msg("プロジェクトは変わっていません。"),
        msg("別の絵を選ぶか、元のデータを直してからもう一度試してください。"),
    )


def bounded(value: float, where: str, limit: float = MAX_COORDINATE) -> float:
    """Return ``value``; ProjectError unless it is a number of at most ``limit`` either way."""
    if not (math.isfinite(value) and abs(value) <= limit):
        raise refusal(where, msg("数が大きすぎるか、数ではありません"))
    return value


def keys(
    plain: object, where: str, needed: tuple[str, ...], optional: tuple[str, ...]
) -> Mapping[str, object]:
    """Return ``plain`` as a mapping that has all ``needed`` keys and no key beyond ``optional``."""
    if not isinstance(plain, Mapping):
        raise refusal(where, msg("項目の集まりではありません"))
    for name in needed:
        if name not in plain:
            raise refusal(where, msg("項目 {name} がありません", name=name))
    for name in plain:
        if name not in needed and name not in optional:
            raise refusal(where, msg("知らない項目 {name} があります", name=str(name)[:40]))
    return plain


def items(plain: object, where: str, most: int) -> Sequence[object]:
    """Return ``plain`` as a list of at most ``most`` items."""
    if not isinstance(plain, list | tuple) or len(plain) > most:
        raise refusal(where, msg("並びではないか、長すぎます"))
    return plain


def number(plain: object, where: str, limit: float = MAX_COORDINATE) -> float:
    """Return ``plain`` as a finite number of at most ``limit`` either way."""
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise refusal(where, msg("数が大きすぎるか、数ではありません"))
    if isinstance(plain, int) and abs(plain) > limit:  # float() of a huge int would overflow
        raise refusal(where, msg("数が大きすぎるか、数ではありません"))
    return bounded(float(plain), where, limit)


def positive(value: float, where: str) -> float:
    """Return ``value`` if it is over 0."""
    if value <= 0:
        raise refusal(where, msg("大きさは0より大きい数にしてください"))
    return value


def not_negative(value: float, where: str) -> float:
    """Return ``value`` if it is 0 or over."""
    if value < 0:
        raise refusal(where, msg("大きさは0より大きい数にしてください"))
    return value


def text(plain: object, where: str, most: int) -> str:
    """Return ``plain`` as a text of at most ``most`` characters."""
    if not isinstance(plain, str) or len(plain) > most:
        raise refusal(where, msg("文字ではないか、長すぎます"))
    return plain


def colour(plain: object, where: str) -> str | None:
    """Return ``plain`` as ``#RRGGBB`` or None."""
    if plain is None:
        return None
    if not isinstance(plain, str) or not _COLOUR.fullmatch(plain):
        raise refusal(where, msg("色は #RRGGBB の形で書いてください"))
    return plain
