"""Paths as text: a strict subset of SVG's path language.

Owns reading and writing of the commands M, L, C and Z, absolute, y down, with every size bounded.
Must not know what is drawn with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from servicedesign.model.drawing_check import bounded, refusal
from servicedesign.model.message import msg

MAX_PATH_CHARS: Final = 60_000

_COUNTS: Final = {"M": 2, "L": 2, "C": 6, "Z": 0}
_TOKEN: Final = re.compile(
    r"[\s,]*(?:([A-Za-z])|([+-]?(?:[0-9]{1,12}(?:\.[0-9]{0,12})?|\.[0-9]{1,12})))"
)


@dataclass(frozen=True, slots=True)
class PathOp:
    """One step of a path: ``letter`` is M, L, C or Z, with 2, 2, 6 or 0 absolute ``numbers``."""

    letter: str
    numbers: tuple[float, ...] = ()


def parse_path(path: str, where: str = "path") -> tuple[PathOp, ...]:
    """Return the steps of ``path``.

    Args:
        path: absolute commands, each letter followed by just its numbers; begins with M.
        where: name of the place for the message.

    Raises:
        ProjectError: an unknown command, a number that is none, too large or one too many or few,
            or more than ``MAX_PATH_CHARS`` characters.
    """
    if len(path) > MAX_PATH_CHARS:
        raise refusal(where, msg("線が長すぎます"))
    ops: list[PathOp] = []
    letter, numbers = "", []
    for token in _tokens(path, where):
        if isinstance(token, float):
            numbers.append(token)
            continue
        if letter:
            ops.append(_op(letter, numbers, where))
        letter, numbers = token, []
    if letter:
        ops.append(_op(letter, numbers, where))
    if not ops or ops[0].letter != "M":
        raise refusal(where, msg("線の始まりがありません"))
    return tuple(ops)


def _tokens(path: str, where: str) -> Iterator[str | float]:
    """Yield letters and numbers; a number before the first letter is refused."""
    position, end, begun = 0, len(path.rstrip()), False
    while position < end:
        match = _TOKEN.match(path, position)
        if match is None:
            raise refusal(where, msg("数でも命令でもない字があります"))
        position = match.end()
        begun = begun or match[1] is not None
        if not begun:
            raise refusal(where, msg("線の始まりがありません"))
        yield match[1] if match[1] is not None else bounded(float(match[2]), where)


def _op(letter: str, numbers: list[float], where: str) -> PathOp:
    if letter not in _COUNTS:
        raise refusal(where, msg("知らない命令 {letter} があります", letter=letter))
    if len(numbers) != _COUNTS[letter]:
        raise refusal(where, msg("命令 {letter} の数の個数が違います", letter=letter))
    return PathOp(letter, tuple(numbers))


def format_path(ops: Iterable[PathOp]) -> str:
    """Return ``ops`` as text that :func:`parse_path` reads back, to a thousandth of a unit."""
    return " ".join(" ".join([op.letter, *map(_number_text, op.numbers)]) for op in ops)


def _number_text(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
