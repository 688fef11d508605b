"""Identifiers: UUID version 7 texts, which sort by time and never meet in two copies.

Owns how an id is made and recognised (RFC 9562 §5.7). Must not know what is identified.
"""

from __future__ import annotations

import os
import re
import time
import uuid

_VERSION = 7
_VARIANT = 0b10

_CANONICAL = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def new_id() -> str:
    """Return a new id: 48 bits of milliseconds since 1970, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    return _assemble(milliseconds, random)


def seeded_id(milliseconds: int, seed: int) -> str:
    """Return the id for a given time and an 80-bit ``seed``: the same in, the same out.

    For sources that must build the same file twice, such as the examples.
    """
    return _assemble(milliseconds, seed & ((1 << 80) - 1))


def made_at(text: str) -> int:
    """Return when the id ``text`` was made, in milliseconds since 1970."""
    return int(text[:8] + text[9:13], 16)


def is_id(text: object) -> bool:
    """Tell whether ``text`` is an id in its one canonical spelling."""
    return isinstance(text, str) and _CANONICAL.fullmatch(text) is not None


def _assemble(milliseconds: int, random: int) -> str:
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= _VERSION << 76
    value |= (random >> 68 & 0xFFF) << 64
    value |= _VARIANT << 62
    value |= random & ((1 << 62) - 1)
    return str(uuid.UUID(int=value))
