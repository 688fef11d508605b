"""Sentences and counts as data, said in a language only where they are shown.

Owns the counted and the listed form beside the plain Message. Must not know what is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from servicedesign.i18n import Translator
from servicedesign.model.message import Message


@dataclass(frozen=True, slots=True)
class Counted:
    """Words for ``n`` things; ``{n}`` in them is the number."""

    text: str
    n: int


@dataclass(frozen=True, slots=True)
class Listed:
    """Words around a list: ``{list}`` in ``text`` is where the translated ``names`` stand."""

    text: str
    names: tuple[str, ...]


Words = Message | Counted | Listed
"""What can be said of a project."""


def plural(text: str, n: int, /) -> Counted:
    """Mark ``text`` for translation in two forms and bind the number."""
    return Counted(text, n)


def say(t: Translator, words: Words) -> str:
    """Return ``words`` in the language of ``t``."""
    if isinstance(words, Counted):
        return t.plural(words.text, words.n)
    if isinstance(words, Listed):
        return t(words.text, list=enumerate_words(t, [t(name) for name in words.names]))
    return t(words)


def enumerate_words(t: Translator, parts: Sequence[str]) -> str:
    """Return ``parts`` one after the other, as a sentence has them."""
    return ("、" if t.lang == "ja" else ", ").join(parts)


def side_by_side(t: Translator, parts: Iterable[Words]) -> str:
    """Return short counts on one line: 6人・観察2."""
    return ("・" if t.lang == "ja" else ", ").join(say(t, part) for part in parts)
