"""Sentences for people, kept apart from the language they will be read in.

Owns the markers that say "this text is for a person": the Japanese text is the key, the English
lives in the catalogues under ``resources/locale``. Must not know which language is in use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(text: str) -> str:  # noqa: N802 - gettext's own name, known to every extractor
    """Mark ``text`` for translation and return it unchanged, for data made at import time."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence and what is filled into it, translated only where it is shown.

    Attributes:
        text: the Japanese sentence, with ``{name}`` places.
        params: what goes into the places; a value may itself be a Message.
    """

    text: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the Japanese sentence with its places filled."""
        return fill(self.text, self.params)


def msg(text: str, /, **params: object) -> Message:
    """Mark ``text`` for translation and bind ``params`` to its places."""
    return Message(text, params)


def fill(text: str, params: Mapping[str, object]) -> str:
    """Put ``params`` into the ``{name}`` places of ``text``; without params it stays as it is."""
    return text.format_map({k: str(v) for k, v in params.items()}) if params else text
