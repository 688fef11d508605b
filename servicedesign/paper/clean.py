"""Text made fit for print: what has no shape is taken out, what has two spellings gets one.

Owns the characters that never print. Must not change any character that a reader can see.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_INVISIBLE_RANGES: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # soft hyphen, joiners, bidi
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb"  # variation selectors, byte order mark, annotation marks
    "\U000e0000-\U000e0fff"  # tags, variation selectors of names
    "\ud800-\udfff"  # lone surrogates
    "\U0001f3fb-\U0001f3ff\u20e3"  # skin tones and key caps: a face of one colour has neither
)
_INVISIBLE: Final = re.compile(f"[{_INVISIBLE_RANGES}]")
_BREAKS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_MARKED: Final = re.compile("[^\n][\u0300-\u036f\u3099\u309a]+")
_UNUSUAL: Final = re.compile(
    f"[\t\r\x0b\x0c\x85\u2028\u2029\u0300-\u036f\u3099\u309a{_INVISIBLE_RANGES}]"
)


def invisible(char: str) -> bool:
    """Return whether ``char`` takes no room and leaves no ink: a control, selector or joiner."""
    return _INVISIBLE.match(char) is not None


def clean(text: str) -> str:
    """Return ``text`` as it can be printed.

    Line ends become line feeds, tabs spaces; controls, bidi marks, joiners, variation selectors and
    lone surrogates go; a letter with loose marks (か + ゛, as some systems name files) is joined.
    Whole-text normalisation is avoided: it would replace kanji in names.
    """
    if text.isascii() and text.isprintable():
        return text
    if _UNUSUAL.search(text) is None:
        return text
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    text = _INVISIBLE.sub("", text)
    return _MARKED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
