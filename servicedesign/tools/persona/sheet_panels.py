"""The two tinted panels of a persona sheet: what the person would say, and the problems.

Owns motto and problems. Must not decide where they stand.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.paper.chips import chip, chip_height
from servicedesign.paper.labels import Label, chip_room, label, writing_lines
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, lay, lines_height
from servicedesign.tokens import ACTION, PAIN_BAR, PAIN_GROUND, SECOND_TEXT, TINT
from servicedesign.tools.persona.sheet_parts import (
    LONG,
    PEN,
    Desk,
    Statement,
    headed,
    one_line,
    text_height,
)

PANEL_BAR: Final = 1.5
"""Width of the bar at the left of a panel, mm."""
PANEL_PAD: Final = 5.0
"""From the left edge of a panel to its words, mm."""


def panel(page: Page, box: Box, ground: str, bar: str) -> None:
    """Draw a tinted ground with a bar at its left."""
    page.rect(box.x, box.y, box.width, box.height, fill=ground)
    page.rect(box.x, box.y, PANEL_BAR, box.height, fill=bar)


@dataclass(frozen=True, slots=True)
class MottoPart:
    """What the person would say, in a tinted band with its evidence at the right."""

    what: Statement
    style: TextStyle
    pad: float = 4.2

    def _room(self, desk: Desk, width: float) -> tuple[Label, str, float, float]:
        """Return label, text, and the widths of the text and of what stands at its right."""
        head, text = headed(
            desk, replace(self.what, name="", text=quoted(self.what.text)), width / 2
        )
        page, size = desk.page, desk.page.grid.sizes.note
        aside = chip_room(page, head.chip)
        if head.reference:
            aside += page.width(head.reference, size) + (1.6 if head.chip else 0)
        return head, text, width - PANEL_PAD - 4 - (aside + 4 if aside else 0), aside

    def want(self, desk: Desk, width: float) -> float:
        """Return the height of the band."""
        _, text, room, _ = self._room(desk, width)
        style = one_line(desk.page, text, self.style, room)
        return text_height(desk, text, room, style) + 2 * self.pad

    def least(self, desk: Desk, width: float) -> float:
        """Return the band with two lines."""
        short = lines_height(1, self.style.least, self.style.leading) + 2 * self.pad + 5
        return min(short, self.want(desk, width))

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw the band."""
        page, note = desk.page, desk.page.grid.sizes.note
        head, text, room, _ = self._room(desk, box.width)
        panel(page, box, TINT, ACTION)
        inner = Box(box.x + PANEL_PAD, box.y + self.pad, room, box.height - 2 * self.pad)
        heading = Label(self.what.name, chip=head.chip)
        style = one_line(page, text, self.style, room)
        desk.more.text(page, inner, heading, text, style)
        middle = inner.y + style.size / PT_PER_MM / 2
        right = box.right - 3
        if head.chip:
            tall = chip_height(page.grid.sizes.chip)
            right -= chip(page, right, middle - tall / 2, head.chip, page.grid.sizes.chip,
                          align="right") + 1.6  # fmt: skip
        if head.reference:
            page.text(right, middle - note / PT_PER_MM / 2 + 0.2, head.reference, note,
                      colour=SECOND_TEXT, align="right")  # fmt: skip


def quoted(text: str) -> str:
    """Return ``text`` in quotation marks of its own script, unless it has some."""
    text = text.strip()
    if not text or text[0] in "「『“\"‘'（(":
        return text
    if text.isascii() or max(text) < "\u2e80":
        return f"“{text}”"
    return f"「{text}」"


@dataclass(frozen=True, slots=True)
class ProblemsPart:
    """The problems in the tint of pain, one number a line where there are several.

    Attributes:
        what: the field.
        style: of the lines.
        heading: size of the label, pt.
        gap: between two problems, mm.
    """

    what: Statement
    style: TextStyle
    heading: float = 12
    gap: float = 2.4

    def _lines(self, text: str) -> list[str]:
        return [line.strip() for line in text.split("\n") if line.strip()]

    def _indent(self, lines: Sequence[str]) -> float:
        return 0.0 if len(lines) < 2 else 5.0 if len(lines) < 10 else 7.4

    def _top(self) -> float:
        return 2.8 + self.heading / PT_PER_MM + 3.0

    def want(self, desk: Desk, width: float) -> float:
        """Return the height of the panel."""
        _, text = headed(desk, self.what, width - PANEL_PAD - 3, self.heading)
        lines = self._lines(text)
        if not lines:
            return self._top() + 3 * PEN + 2
        if len(text) > LONG:
            return math.inf
        room = width - PANEL_PAD - 4 - self._indent(lines)
        style = self._style(desk, lines, room)
        tall = sum(text_height(desk, line, room, style) for line in lines)
        return self._top() + tall + self.gap * (len(lines) - 1) + 3.6

    def _style(self, desk: Desk, lines: Sequence[str], room: float) -> TextStyle:
        """Return one style for all lines, smaller where that keeps each of them on one line."""
        fitting = [one_line(desk.page, line, self.style, room) for line in lines[:20]]
        return min(fitting, key=lambda style: style.size)

    def least(self, desk: Desk, width: float) -> float:
        """Return the label, one line and the word of continuation."""
        short = self._top() + lines_height(1, self.style.least, self.style.leading) + 8.6
        return min(short, self.want(desk, width))

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw the panel."""
        page = desk.page
        panel(page, box, PAIN_GROUND, PAIN_BAR)
        x, width = box.x + PANEL_PAD, box.width - PANEL_PAD - 3
        head, text = headed(desk, self.what, width, self.heading)
        label(page, x, box.y + 2.8, width, head, size=self.heading, rule=0)
        inner = Box(x, box.y + self._top(), width - 1, box.height - self._top() - 3)
        lines = self._lines(text)
        if lines:
            self._write(desk, inner, lines, Label(head.text, chip=head.chip))
        else:
            writing_lines(page, inner, PEN)

    def _write(self, desk: Desk, box: Box, lines: Sequence[str], head: Label) -> None:
        """Write the problems one under the other, the rest of them overleaf."""
        indent, page = self._indent(lines), desk.page
        style = self._style(desk, lines, box.width - indent)
        texts = [lay(page.book, line, box.width - indent, style)
                 for line in lines[:60] if len(line) <= LONG]  # fmt: skip
        whole = sum(one.height for one in texts) + self.gap * (len(texts) - 1)
        fits = len(texts) == len(lines) and whole <= box.height + 0.1
        y, bottom = box.y, box.bottom if fits else box.bottom - 5
        for i, line in enumerate(lines):
            tall = text_height(desk, line, box.width - indent, style)
            if y + tall > bottom + 0.1:
                rest = [f"{n} {one}" if indent else one for n, one in enumerate(lines[i:], i + 1)]
                place = Box(box.x, y, box.width, box.bottom - y)
                desk.more.text(page, place, head, "\n".join(rest), style)
                return
            if indent:
                page.text(box.x, y, str(i + 1), style.size, bold=True)
            y = lay(page.book, line, box.width - indent, style).draw(page, box.x + indent, y)
            y += self.gap
