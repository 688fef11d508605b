"""Text that enters a project is made plain: one form, no controls, bounded length.

Owns what a stored text may contain and the folding under which texts are compared in search.
Must not change what a person wrote beyond that: 𠮷 and 葛󠄀 stay as they are.
"""

from __future__ import annotations

import re
import unicodedata

MAX_TEXT = 200_000
"""Longest text kept in one field, in characters."""

# Surrogates, controls but line feed, and the marks that turn or hide the direction of writing.
_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
# Variant kanji of names that NFC would replace by their plain form.
_KEPT = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
# Katakana become hiragana; the marks that choose a kanji's variant (葛󠄀) make no difference.
_FOLDED: dict[int, int | None] = {
    **{code: code - 0x60 for code in range(0x30A1, 0x30F7)},
    **dict.fromkeys([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]),
}


def plain_text(text: str, *, single_line: bool = False) -> str:
    """Return ``text`` as it is kept: NFC, LF line ends, no controls, at most MAX_TEXT characters.

    A tab becomes a space; with ``single_line`` a line end does too.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n").replace("\t", " ")
    text = _UNWANTED.sub("", text)
    if single_line:
        text = text.replace("\n", " ")
    return _compose(text)[:MAX_TEXT]


def _compose(text: str) -> str:
    if unicodedata.is_normalized("NFC", text):
        return text
    parts = _KEPT.split(text)
    parts[::2] = [unicodedata.normalize("NFC", part) for part in parts[::2]]
    return "".join(parts)


def is_plain(text: str) -> bool:
    """Tell whether ``text`` is already as ``plain_text`` would leave it, tabs aside."""
    return len(text) <= MAX_TEXT and not _UNWANTED.search(text.replace("\t", " "))


def fold(text: str) -> str:
    """Return ``text`` as search compares it.

    NFKC, case folded, katakana as hiragana, variants of a kanji as the kanji.
    """
    return unicodedata.normalize("NFKC", text).casefold().translate(_FOLDED)
