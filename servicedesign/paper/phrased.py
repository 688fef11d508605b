"""Short texts in narrow columns, broken at phrases where greedy lines would break inside one.

Owns the second try: when a line ends inside a phrase, lines of about equal length are taken if they
are no more in number. Must not draw.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from servicedesign.paper.breaking import Line, paragraph
from servicedesign.paper.clean import clean
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.textbox import Fitted, TextStyle, lay

_MOST: Final = 120
"""Longest text that is tried twice, in characters."""
_REMEMBERED: Final = 300
"""Longest text that is remembered, in characters."""


def lay_phrased(book: FontBook, text: str, width: float, style: TextStyle) -> Fitted:
    """Return all of ``text`` set in ``width`` mm, as :func:`textbox.lay` does, at phrases.

    Short texts are remembered: a sheet is drawn anew after every edit, and most of it is the same.
    """
    if len(text) > _REMEMBERED:
        return _lay(book, text, width, style)
    return _known(book, text, round(width, 3), style)


def _lay(book: FontBook, text: str, width: float, style: TextStyle) -> Fitted:
    shown = lay(book, text, width, style)
    if (
        len(shown.lines) < 2
        or len(text) > _MOST
        or _at_phrases(book, text, style.bold, shown.lines)
    ):
        return shown
    even = TextStyle(style.size, style.least, style.bold, style.leading, style.colour,
                     balanced=True, relaxed=style.relaxed)  # fmt: skip
    tried = lay(book, text, width, even)
    return tried if len(tried.lines) <= len(shown.lines) else shown


_known = lru_cache(maxsize=4096)(_lay)


def _at_phrases(book: FontBook, text: str, bold: bool, lines: tuple[Line, ...]) -> bool:
    """Return whether every line ends at a phrase or with its paragraph."""
    text = clean(text).rstrip()
    start = 0
    for part in text.split("\n"):
        para = paragraph(part, book, bold)
        inner = (line.end - start for line in lines if start < line.end < start + len(part))
        if not all(para.phrase(at) for at in inner):
            return False
        start += len(part) + 1
    return True
