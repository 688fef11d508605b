"""Facts of a persona in rows: a label, what is known, and what it rests on.

Owns rows of facts and the dots of digital skill. Must not decide where they stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.paper.chips import Chip, chip, chip_height
from servicedesign.paper.labels import TRACKING, Label, chip_room, label, label_height
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, lines_height
from servicedesign.tokens import EDGE, GROUND, INK, SECOND_TEXT
from servicedesign.tools.persona.sheet_parts import (
    Desk,
    Statement,
    certainty_chip,
    joined,
    one_line,
    text_height,
)

_DOT_GAP: Final = 1.6
"""Between two dots, mm."""


@dataclass(frozen=True, slots=True)
class RowPart:
    """A label left of a text, with evidence and chip at the right end: one row of facts.

    Attributes:
        what: the field.
        style: of the text.
        indent: where the text begins, mm from the left.
        rule: over the row, pt; 0 leaves it out.
        pad: over and under the text, mm.
        lowest: height of a row of one line, mm.
    """

    what: Statement
    style: TextStyle
    indent: float
    rule: float = 0.35
    pad: float = 1.0
    lowest: float = 6.6

    def _aside(self, desk: Desk, width: float) -> tuple[str, Chip | None, float, str]:
        """Return evidence, chip, the width of both, and the text with evidence that is too long."""
        page, t = desk.page, desk.t
        mark, codes = certainty_chip(self.what.certainty, t), joined(self.what.references, t)
        size = page.grid.sizes.note
        taken = chip_room(page, mark)
        if codes:
            wide = page.width(codes, size) + 1.6
            if wide > width * 0.3:
                noted = t("（根拠：{references}）", references=codes)
                return "", mark, taken, f"{self.what.text} {noted}".strip()
            taken += wide
        return codes, mark, taken, self.what.text

    def want(self, desk: Desk, width: float) -> float:
        """Return the height of the row."""
        *_, taken, text = self._aside(desk, width)
        tall = text_height(desk, text, width - self.indent - taken, self._style(desk, width))
        return max(tall + 2 * self.pad, self.lowest)

    def _style(self, desk: Desk, width: float) -> TextStyle:
        """Return the style, smaller when that keeps the text on one line."""
        *_, taken, text = self._aside(desk, width)
        return one_line(desk.page, text, self.style, width - self.indent - taken)

    def least(self, desk: Desk, width: float) -> float:
        """Return one line and the word of continuation, or what it wants if that is less."""
        return min(self.lowest + 4.5, self.want(desk, width))

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw the row."""
        page = desk.page
        codes, mark, taken, text = self._aside(desk, box.width)
        if self.rule:
            page.line(box.x, box.y, box.right, box.y, self.rule, EDGE)
        style, small = self._style(desk, box.width), page.grid.sizes.label
        line = lines_height(1, style.size, style.leading)
        tall = text_height(desk, text, box.width - self.indent - taken, style) if text else line
        top = box.y + max(min((box.height - tall) / 2, 6.0), self.pad)
        middle = top + line / 2
        page.text(box.x, middle - small / PT_PER_MM / 2, self.what.name, small, bold=True,
                  tracking=TRACKING)  # fmt: skip
        right = box.right
        if mark:
            tall = chip_height(page.grid.sizes.chip)
            right -= chip(page, right, middle - tall / 2, mark, page.grid.sizes.chip,
                          align="right") + 1.6  # fmt: skip
        if codes:
            note = page.grid.sizes.note
            page.text(right, middle - note / PT_PER_MM / 2, codes, note, colour=SECOND_TEXT,
                      align="right")  # fmt: skip
        x = box.x + self.indent
        inner = Box(x, top, box.right - taken - x, box.bottom - top)
        if text:
            desk.more.text(page, inner, Label(self.what.name, chip=mark), text, style)


@dataclass(frozen=True, slots=True)
class SkillPart:
    """How much at ease someone is with digital things: five dots between two words.

    ``under`` puts the dots under the label instead of beside it.
    """

    name: str
    skill: int | None
    indent: float
    lowest: float = 6.6
    rule: float = 0.35
    under: bool = False

    def want(self, desk: Desk, width: float) -> float:
        """Return the height of the row."""
        return self.lowest + (label_height(desk.page.grid.sizes.label) if self.under else 0)

    def least(self, desk: Desk, width: float) -> float:
        """Return the height of the row."""
        return self.want(desk, width)

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw label, words and dots."""
        page, sizes = desk.page, desk.page.grid.sizes
        x, middle = box.x + self.indent, box.y + min(box.height, self.lowest + 6) / 2
        if self.under:
            y = label(page, box.x, box.y, box.width, Label(self.name), rule=self.rule)
            x, middle = box.x, y + sizes.note / PT_PER_MM / 2 + 0.6
        else:
            page.line(box.x, box.y, box.right, box.y, self.rule, EDGE)
            page.text(box.x, middle - sizes.label / PT_PER_MM / 2, self.name, sizes.label,
                      bold=True, tracking=TRACKING)  # fmt: skip
        dots(desk, x, middle, self.skill, box.right - x)


def dots(desk: Desk, x: float, middle: float, skill: int | None, room: float) -> None:
    """Draw 苦手 ●●●○○ 得意 from ``x`` in ``room`` mm, around the height ``middle``."""
    page, t = desk.page, desk.t
    size = page.grid.sizes.note
    words = page.width(t("苦手") + t("得意"), size)
    size *= min(room / (words + 5 * 0.32 * size + 4 * _DOT_GAP + 5.0), 1.0)
    r = size * 0.16
    top = middle - size / PT_PER_MM / 2
    x += page.text(x, top, t("苦手"), size) + r + 2.2
    for step in range(1, 6):
        filled = skill is not None and step <= skill
        page.circle(x, middle, r, fill=INK if filled else GROUND, stroke=INK, line=0.6)
        x += 2 * r + _DOT_GAP
    page.text(x - r + 0.6, top, t("得意"), size)
