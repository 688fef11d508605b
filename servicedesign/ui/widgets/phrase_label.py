"""Short Japanese text that is read, broken between phrases and not inside words.

Owns the choice of lines; their painting is ``TextLabel``'s.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Final

from PySide6.QtGui import QFontMetricsF

from servicedesign.paper.phrases import japanese_phrases
from servicedesign.ui.widgets.text_label import TextLabel

_MOST: Final = 200
"""Longest text that is parted into phrases, in characters."""


class PhraseLabel(TextLabel):
    """A wrapped label whose lines end where a phrase does, when that needs no further line."""

    def _laid_out(self, width: int) -> list[str]:
        plain = super()._laid_out(width)
        if len(plain) < 2:
            return plain
        metrics = QFontMetricsF(self.font())
        lines: list[str] = []
        for paragraph in self.text().split("\n"):
            line = ""
            for phrase in _phrases(paragraph):
                if line and metrics.horizontalAdvance(line + phrase) > width:
                    lines.append(line)
                    line = ""
                line += phrase
                if metrics.horizontalAdvance(line) > width:
                    return plain
            lines.append(line)
        return lines if len(lines) <= len(plain) else plain


@lru_cache(maxsize=256)
def _phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of ``text``; a long one, or one without kana, is left whole."""
    if len(text) > _MOST or not any("\u3040" <= letter <= "\u30ff" for letter in text):
        return (text,)
    model = japanese_phrases()
    places = [at for at in range(1, len(text)) if model.begins(text, at)]
    edges = [0, *places, len(text)]
    return tuple(text[start:end] for start, end in pairwise(edges))
