"""Lines for the projector: phrases kept together under the rules of Japanese, as on paper.

Owns the choice of size. How a line is broken is the paper kit's. Must not paint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, islice, takewhile
from typing import Final

from servicedesign.paper.breaking import Line, break_lines, wrap
from servicedesign.paper.clean import clean
from servicedesign.paper.fonts import font_book

STEP: Final = 4
"""Units by which type shrinks until it fits."""
MOST: Final = 20_000
"""Longest text that is laid, in characters: far more than anyone would show."""
LINE: Final = 2_000
"""Longest that is looked at where one line is wanted."""
_LITTLE: Final = 0.8
"""Share of its size that a text keeps at least for lines that end at commas."""
_DOTS: Final = "…"
_CLAUSE: Final = re.compile("[^、，]*[、，]+|[^、，]+$")


@dataclass(frozen=True, slots=True)
class Laid:
    """A text broken into lines.

    Attributes:
        lines: what each says.
        size: of the type, in units.
        step: from line to line, in units.
        height: of all lines, in units.
        rest: what did not fit, or empty.
    """

    lines: tuple[str, ...]
    size: float
    step: float
    height: float
    rest: str


def measure(words: str, size: float, bold: bool = False) -> float:
    """Return the width of one line, in units."""
    return font_book().measure(words, size, bold)


def one_line(
    words: str, size: float, bold: bool, room: float | None, least: float
) -> tuple[str, float]:
    """Return the line as it fits into ``room``, and its size: smaller first, then with dots."""
    shown = " ".join(clean(words[:LINE]).split())
    if room is None:
        return shown, size
    while size > least and measure(shown, size, bold) > room:
        size = max(least, size - STEP)
    if measure(shown, size, bold) <= room:
        return shown, size
    dots = measure(_DOTS, size, bold)
    ends = accumulate(measure(letter, size, bold) for letter in shown)
    kept = sum(1 for _ in takewhile(lambda end: end + dots <= room, ends))
    return shown[:kept].rstrip() + _DOTS, size


def lay(
    words: str,
    width: float,
    height: float,
    size: float,
    least: float,
    *,
    bold: bool = False,
    pitch: float = 1.48,
    balanced: bool = False,
) -> Laid:
    """Return ``words`` in lines of ``width``, as large as all fit into ``height``.

    At ``least`` what does not fit becomes the rest; one line is always taken. ``balanced`` is for
    titles and questions: lines end at commas where that costs little size, else they are made
    about equally long.
    """
    text = clean(words[:MOST]).strip("\n")
    while True:
        laid = _laid(text, width, height, size, pitch, bold, balanced)
        if not laid.rest or size <= least:
            break
        size = max(least, size - STEP)
    if balanced and len(laid.lines) > 1 and not laid.rest:
        return _better(text, width, height, laid, least, pitch, bold)
    return laid


def _laid(
    text: str, width: float, height: float, size: float, pitch: float, bold: bool, balanced: bool
) -> Laid:
    step = size * pitch
    most = max(1, int((height - size + 0.5) // step) + 1)
    lines = _broken(text, width, size, bold, balanced, most + 1)
    kept = lines[:most]
    rest = text[kept[-1].end :].lstrip(" \u3000") if len(lines) > most else ""
    return Laid(_said(kept), size, step, _high(len(kept), size, step), rest)


def _better(
    text: str, width: float, height: float, laid: Laid, least: float, pitch: float, bold: bool
) -> Laid:
    """Return ``text`` with all lines ending at commas where that costs little size, else as is."""
    size = laid.size
    while size >= max(least, laid.size * _LITTLE):
        said = _at_commas(text, width, size, bold)
        step = size * pitch
        if said is not None and _high(len(said), size, step) <= height:
            return Laid(_said(said), size, step, _high(len(said), size, step), "")
        size -= STEP
    return laid


def _broken(
    text: str, width: float, size: float, bold: bool, balanced: bool, most: int
) -> list[Line]:
    book = font_book()
    lines = list(islice(break_lines(text, book, width, size, bold=bold), most))
    if balanced and 1 < len(lines) < most:
        return wrap(text, book, width, size, bold=bold, balanced=True)
    return lines


def _at_commas(text: str, width: float, size: float, bold: bool) -> list[Line] | None:
    """Return lines that all end at a comma or where a paragraph does, or None."""
    lines: list[Line] = []
    at = 0
    for part in text.split("\n"):
        start, end = at, at
        for clause in _CLAUSE.findall(part):
            if end > start and _wide(text[start : end + len(clause)], size, bold) > width:
                lines.append(_line(text, start, end, size, bold))
                start = end
            end += len(clause)
            if _wide(text[start:end], size, bold) > width:
                return None
        lines.append(_line(text, start, end, size, bold))
        at = end + 1
    return lines


def _line(text: str, start: int, end: int, size: float, bold: bool) -> Line:
    shown = text[start:end].strip()
    return Line(shown, _wide(shown, size, bold) * 1000 / size, start, end, False)


def _wide(words: str, size: float, bold: bool) -> float:
    return measure(words.rstrip(), size, bold)


def _said(lines: list[Line]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)


def _high(count: int, size: float, step: float) -> float:
    return size + (count - 1) * step if count else 0.0
