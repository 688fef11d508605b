"""Text fitted to a box: shrunk to the least legible size, then split, never cut.

Owns the choice of size and the place of the split. Must not know pages to come; the flow carries
on what is left (paper.flow).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from servicedesign.paper.breaking import Line, wrap
from servicedesign.paper.clean import clean
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.page import ALIGN, Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.tokens import INK

LEADING: Final = 1.45
"""Distance of baselines in running text, as a share of the size: 1.4 to 1.5."""
TIGHT: Final = 1.3
"""The same in titles."""
STEP: Final = 0.25
"""By how much text shrinks at a time, pt."""
_OPENED: Final = 0.09
"""Most of a line that justification may fill."""
_SENTENCE: Final = re.compile(r"[。！？!?][」』）)]*\s*|\.\s+|\n")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set.

    Attributes:
        size: wanted size in pt.
        least: smallest size in pt.
        bold: bold face.
        leading: distance of baselines as a share of the size.
        colour: of the words.
        balanced: whether the lines are made equally long (titles on notes and cards).
        relaxed: whether small kana may open a line (narrow notes).
        justified: whether lines that fall short by 9 % or less are opened up to the full width
            (full paragraphs; give ``width`` when drawing).
    """

    size: float
    least: float
    bold: bool = False
    leading: float = LEADING
    colour: str = INK
    balanced: bool = False
    relaxed: bool = False
    justified: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines that fit, and what did not.

    Attributes:
        lines: as they are printed.
        size: chosen size in pt.
        style: how they were asked for.
        height: of all lines in mm, from the top of the first em box to the end of the last.
        rest: the text that is left over, empty when all fits.
    """

    lines: tuple[Line, ...]
    size: float
    style: TextStyle
    height: float
    rest: str

    @property
    def leading(self) -> float:
        """Distance of baselines in mm."""
        return self.size * self.style.leading / PT_PER_MM

    @property
    def width(self) -> float:
        """Width of the widest line in mm."""
        widest = max((line.width for line in self.lines), default=0.0)
        return widest * self.size / 1000 / PT_PER_MM

    def draw(
        self,
        page: Page,
        x: float,
        y: float,
        *,
        align: str = "left",
        width: float = 0,
        colour: str | None = None,
    ) -> float:
        """Write the lines from (x, y) down and return the y below them.

        Args:
            page: where to write.
            x: left edge in mm.
            y: top in mm.
            align: ``left``, ``center`` or ``right`` in ``width``.
            width: of the column in mm, for the two latter.
            colour: another colour than the style's.
        """
        for i, line in enumerate(self.lines):
            if line.text:
                page.text(
                    x + ALIGN[align] * width,
                    y + i * self.leading,
                    line.text,
                    self.size,
                    bold=self.style.bold,
                    colour=colour or self.style.colour,
                    align=align,
                    tracking=self._opened(line, width) if self.style.justified else 0,
                )
        return y + self.height

    def _opened(self, line: Line, width: float) -> float:
        """Return the space in em between characters that fills ``width`` mm, or 0."""
        column = width * PT_PER_MM / self.size
        short = column - line.width / 1000
        if line.last or len(line.text) < 2 or not 0 < short <= column * _OPENED:
            return 0.0
        return short / (len(line.text) - 1)


def lines_height(count: int, size: float, leading: float) -> float:
    """Return the height in mm of ``count`` lines."""
    return (size + (count - 1) * size * leading) / PT_PER_MM if count else 0.0


def lines_in(height: float, size: float, leading: float) -> int:
    """Return how many lines fit into ``height`` mm."""
    room = height * PT_PER_MM + 0.02
    return int((room - size) / (size * leading)) + 1 if room >= size else 0


def lay(book: FontBook, text: str, width: float, style: TextStyle, size: float = 0) -> Fitted:
    """Return all of ``text`` set in ``width`` mm at ``size`` (the wanted one), however high."""
    size = size or style.size
    text = clean(text).rstrip()
    lines = _wrap(book, text, width, style, size, None) if text else []
    height = lines_height(len(lines), size, style.leading)
    return Fitted(tuple(lines), size, style, height, "")


def fit(
    book: FontBook,
    text: str,
    width: float,
    height: float,
    style: TextStyle,
    *,
    reserve: float = 0,
) -> Fitted:
    """Return ``text`` fitted to a box.

    Args:
        book: the faces.
        text: any text; line ends are kept.
        width: of the box in mm.
        height: of the box in mm.
        style: wanted and least size, weight and leading.
        reserve: mm kept free at the bottom when something is left over, for つづきは…

    Returns:
        What fits. All the text is either in ``lines`` or in ``rest``.
    """
    text = clean(text).rstrip()
    if not text:
        return Fitted((), style.size, style, 0.0, "")
    size = style.size
    while True:
        room = lines_in(height, size, style.leading)
        head = _head(book, text, width, style, size, room)
        if head is None:
            lines = _wrap(book, text, width, style, size, room + 1)
            if len(lines) <= room:
                tall = lines_height(len(lines), size, style.leading)
                return Fitted(tuple(lines), size, style, tall, "")
        if size <= style.least:
            return _split(book, text, head or text, width, height - reserve, style, size)
        size = max(size - STEP, style.least)


def _wrap(
    book: FontBook, text: str, width: float, style: TextStyle, size: float, most: int | None
) -> list[Line]:
    return wrap(
        text,
        book,
        width * PT_PER_MM,
        size,
        bold=style.bold,
        relaxed=style.relaxed,
        balanced=style.balanced,
        most=most,
    )


def _head(
    book: FontBook, text: str, width: float, style: TextStyle, size: float, room: int
) -> str | None:
    """Return the beginning of a text that cannot fit, or None when it may.

    The beginning is longer than ``room`` lines can hold: so neither the rest of a very long text
    is measured nor are its lines broken before it is known that they are needed.
    """
    column = width * PT_PER_MM * 1000 / size
    full = column * room * 1.02 + 4000
    head = text[: int(full / 150) + 200]
    advances = book.advances(style.bold)
    return head if sum(map(advances.__getitem__, head)) > full + 4000 else None


def _split(
    book: FontBook,
    text: str,
    head: str,
    width: float,
    height: float,
    style: TextStyle,
    size: float,
) -> Fitted:
    """Return as many lines of ``head``, the beginning of ``text``, as fit; the rest is the rest."""
    room = lines_in(height, size, style.leading)
    lines = _wrap(book, head, width, style, size, room) if room else []
    end = min(lines[-1].end, len(head)) if lines else 0
    sentence = _last_sentence(head, lines)
    if sentence:
        kept = _wrap(book, head[:sentence].rstrip(), width, style, size, room + 1)
        if len(kept) <= room:
            lines, end = kept, sentence
    tall = lines_height(len(lines), size, style.leading)
    return Fitted(tuple(lines), size, style, tall, text[end:].lstrip(" \u3000\n"))


def _last_sentence(text: str, lines: list[Line]) -> int:
    """Return the end of the last sentence in the lower half of ``lines``, or 0."""
    if len(lines) < 2:
        return 0
    low, high = lines[len(lines) // 2].start, lines[-1].end
    ends = [found.end() for found in _SENTENCE.finditer(text, low, high)]
    return ends[-1] if ends and ends[-1] < len(text) else 0
