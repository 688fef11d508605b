"""A title in one or two rows, broken where a phrase or a word ends.

Owns that breaking. Must not paint.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from servicedesign.paper.phrases import japanese_phrases

_CLOSING = frozenset("、。，．・：；？！」』）】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ")


def rows_of(text: str, metrics: QFontMetricsF, width: float, most: int = 2) -> list[str]:
    """Return ``text`` in ``most`` rows (1 or 2) of ``width``; what is too long ends in dots."""
    if most == 1 or metrics.horizontalAdvance(text) <= width:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    fits = 1
    while fits < len(text) and metrics.horizontalAdvance(text[: fits + 1]) <= width:
        fits += 1
    cut = _cut(text, fits)
    rest = text[cut:].lstrip()
    return [text[:cut].rstrip(), metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


@lru_cache(maxsize=1024)
def _cut(text: str, fits: int) -> int:
    """Return where the first row ends: at most ``fits``, best where a phrase begins."""
    space = text.rfind(" ", 1, fits + 1)
    if space > fits // 3 or (space > 0 and text[fits - 1 : fits + 1].isascii()):
        return space
    model = japanese_phrases()
    for at in range(fits, max(1, fits // 2), -1):
        if at < len(text) and text[at] not in _CLOSING and model.begins(text, at):
            return at
    return fits
