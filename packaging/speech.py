"""How the set-up scripts speak: one short line, in Japanese or English after the machine's locale.

Owns the choice of language and the refusal that is shown as one line. Must not import anything
outside the standard library: it runs before there is an environment.
"""

from __future__ import annotations

import locale
import os
import sys


class SetupError(Exception):
    """A reason why the set-up stops that the person at the machine can act on.

    Attributes:
        japanese: the line for a Japanese reader.
        english: the same line for an English reader.
    """

    def __init__(self, japanese: str, english: str) -> None:
        """Bind the line in both languages."""
        super().__init__(english)
        self.japanese = japanese
        self.english = english


def speaks_japanese(name: str | None = None) -> bool:
    """Tell whether locale ``name`` (this machine's when None) is Japanese."""
    if name is None:
        name = _asked_for() or locale.getlocale(locale.LC_CTYPE)[0]
    return (name or "").lower().startswith("ja")


def _asked_for() -> str | None:
    """Return the locale asked for, which need not be one that this machine has installed."""
    names = (os.environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, names), None)


def choose(japanese: str, english: str) -> str:
    """Return the line for the reader at this machine."""
    return japanese if speaks_japanese() else english


def say(japanese: str, english: str) -> None:
    """Print one line of progress on standard error, which leaves standard output to the program."""
    print(choose(japanese, english), file=sys.stderr, flush=True)


def prepare_streams() -> None:
    """Let a terminal that lacks a character show a substitute instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
